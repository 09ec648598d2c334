"""Reports on their way into the record: as they came, and as an engine read them."""

from dataclasses import dataclass

from dateline.model.claim import Claim
from dateline.model.report import Report


@dataclass(frozen=True, slots=True)
class RawReport:
    """A report as it came: its bytes and their hash, its file's name, and its row of the user's table, if any."""

    id: str
    file: str
    data: bytes
    metadata: dict[str, str] | None = None


@dataclass(frozen=True, slots=True)
class ReadReport:
    """A report with what an engine made of it: its cleaned text with all that is known of it, and its claims."""

    raw: RawReport
    report: Report
    claims: tuple[Claim, ...]
