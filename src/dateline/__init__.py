"""Dateline: news reports of an armed conflict, turned into a record that can be checked."""

import os

# Products of numpy are small here: threads that wait for one another would cost ten times what they save. It must be
# said before numpy is loaded; who has set it otherwise keeps that.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

__version__ = "0.1.0"
