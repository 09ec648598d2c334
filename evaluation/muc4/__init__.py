"""MUC-4: incidents read in the development texts against their keys: `python -m evaluation.muc4 [--all] [--misses]`.

Four slots: incident type, date, place, number of dead. Every template and every incident counts, as in the task's
"all templates": slots of templates that nothing matches are missed, those of incidents that match none are spurious.
What the task did not ask for is left out of what is given: other countries than its nine, incidents over two months
old, and fights between armed sides where they match no template. A place that only a wider name gets right counts half.
Every third text is scored unless all are asked for.
"""

from evaluation.muc4.run import measure

__all__ = ["measure"]
