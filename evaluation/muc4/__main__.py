"""`python -m evaluation.muc4`."""

from evaluation.muc4.run import main

main()
