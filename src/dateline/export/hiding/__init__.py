"""Hiding: what the public profile takes out: names of people who were harmed, saw it or are minors, and homes."""

from dateline.export.hiding.curtain import Curtain
from dateline.export.hiding.private import Private, private_in

__all__ = ["Curtain", "Private", "private_in"]
