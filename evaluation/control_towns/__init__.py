"""Control against the encyclopaedia: `python -m evaluation.control_towns [--misses]`.

Its articles on a war are read into control. Its list of who held which town, which the program never reads, tells on
which first days of months the holder is known (`control_known`); on each, the town's spells answer as `dateline control
--on DAY` does. "answered" is the share of the known days with one side's answer, "accuracy" the share of the answers
that is right, "right" the share of the known days that is answered rightly, "towns" the mean of that over the towns.
A fourth of the towns is set aside.
"""

from evaluation.control_towns.run import measure

__all__ = ["measure"]
