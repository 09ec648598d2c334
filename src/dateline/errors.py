"""Errors that Dateline raises on purpose: each names the thing at fault and what to do about it."""


class DatelineError(Exception):
    """Base of every error raised on purpose; its text is fit to show to a user."""


class ReportError(DatelineError):
    """One report cannot be read; the others still can."""


class MetadataError(DatelineError):
    """The table of metadata is not usable."""


class ResourceError(DatelineError):
    """A resource that ships with Dateline (lexicon, pattern, gazetteer, weights) is missing or broken."""


class PlacesError(DatelineError):
    """Places that a user adds cannot be used: a file of no known format, a wrong line, a folder that is read-only."""


class RecordError(DatelineError):
    """The record's file cannot be used: broken, locked, full disk, or made by a newer version."""


class JudgementError(DatelineError):
    """A judgement cannot be kept as it was given: its subject, its value or its reason."""
