"""The record on disk: one SQLite file, append-only where it holds evidence, recomputed where it holds conclusions."""

from dateline.store.browse.memo import Memo
from dateline.store.judgements.judged import Judged
from dateline.store.judgements.judging import JudgedMeanwhileError
from dateline.store.pool import Views, open_view
from dateline.store.queries import RecordView
from dateline.store.reports import RawReport, ReadReport
from dateline.store.stages.linking import Linking
from dateline.store.stages.reckoning import Reckoning
from dateline.store.undated import Undated
from dateline.store.writer import Record, open_record

__all__ = [
    "Judged",
    "JudgedMeanwhileError",
    "Linking",
    "Memo",
    "RawReport",
    "ReadReport",
    "Reckoning",
    "Record",
    "RecordView",
    "Undated",
    "Views",
    "open_record",
    "open_view",
]
