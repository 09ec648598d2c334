"""What is reckoned from live claims: tolls by incident, their sums, and control by place (docs/reckon.md)."""

from dateline.reckon.control import holder_on, holders_on, reckon_control
from dateline.reckon.tolls import reckon_tolls
from dateline.reckon.totals import Total, total

__all__ = ["Total", "holder_on", "holders_on", "reckon_control", "reckon_tolls", "total"]
