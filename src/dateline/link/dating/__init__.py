"""Dating from others: the day of a report that tells none, from what it shares with reports whose day is known.

"April 25" and the capture of a town that other reports date to 25 April 2015 give the year; "Monday's bombing" and the one
bombing of that town on a Monday give the day. Only days that do not rest on an inference are lent, so that the order in
which reports come does not matter.
"""

from dateline.link.dating.lent import Dated
from dateline.link.dating.shared import SharedDays

__all__ = ["Dated", "SharedDays"]
