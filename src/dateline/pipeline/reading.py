"""How reports go through the stages, from their bytes to their claims."""

import logging
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final, TypeVar

from dateline.errors import RecordError, ReportError, ResourceError
from dateline.pipeline.stages import STAGES, Failure, Stages
from dateline.store import RawReport, ReadReport

FAULT: Final = "a fault of Dateline's own, please report it"
_TOGETHER: Final = 16  # reports that go through a stage together,
_TOGETHER_BYTES: Final = 1_000_000  # or fewer where they are long

T = TypeVar("T")

log = logging.getLogger(__name__)


def read(raw: RawReport, stages: Stages = STAGES) -> ReadReport:
    """Take one report from its bytes to its claims.

    Raises:
        ReportError: the report cannot be read.
    """
    (result,) = read_all([raw], stages)
    if isinstance(result, Failure):
        raise ReportError(f"{result.file}: {result.reason}")
    return result


def read_all(raws: Iterable[RawReport], stages: Stages = STAGES) -> Iterator[ReadReport | Failure]:
    """Take reports from their bytes to their claims, in order; one that fails is told of and stops no other.

    A few go through each stage together: its code and tables stay in the processor's cache, which the network's weights
    would drive out between any two reports.
    """
    for some in _by_size(raws):
        results: list[Any] = [_attempt(stages.clean, raw, raw) for raw in some]
        reports = list(results)
        for stage in (stages.annotate, lambda one: (one, stages.extract(one)), lambda both: stages.resolve(*both)):
            results = [
                one if isinstance(one, Failure) else _attempt(stage, one, raw)
                for raw, one in zip(some, results, strict=True)
            ]
        for raw, report, claims in zip(some, reports, results, strict=True):
            yield claims if isinstance(claims, Failure) else _attempt(_checked, ReadReport(raw, report, claims), raw)


def _by_size(raws: Iterable[RawReport]) -> Iterator[list[RawReport]]:
    """Divide reports into runs of bounded size, so that what they are read into has room in memory."""
    some: list[RawReport] = []
    for raw in raws:
        some.append(raw)
        if len(some) == _TOGETHER or sum(len(one.data) for one in some) > _TOGETHER_BYTES:
            yield some
            some = []
    if some:
        yield some


def _attempt(stage: Callable[[Any], T], given: Any, raw: RawReport) -> T | Failure:
    """Return what a stage makes of a report on its way, or why it failed there."""
    try:
        return stage(given)
    except ReportError as error:
        return Failure(raw.file, str(error).removeprefix(f"{raw.file}: "))
    except (ResourceError, RecordError, MemoryError):
        raise  # these would befall every report
    except Exception as error:
        log.info("%s: failed", raw.file, exc_info=True)
        return Failure(raw.file, f"{FAULT}: {type(error).__name__}: {error}")


def _checked(read: ReadReport) -> ReadReport:
    """Hold claims to the first rule of the record: exact characters, and an id of their own."""
    report, seen = read.report, set[str]()
    for claim in read.claims:
        if claim.id in seen:
            raise ReportError(f"{FAULT}: two claims share the id {claim.id}")
        if any(report.text[quote.start : quote.end] != quote.text for quote in (claim.quote, *claim.also_quoted)):
            raise ReportError(f"{FAULT}: claim {claim.id} quotes what the report does not say")
        seen.add(claim.id)
    return read
