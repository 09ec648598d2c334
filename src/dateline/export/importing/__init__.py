"""Importing: our own exports of claims, read back into a record as what they are: claims without their reports."""

from dateline.export.importing.into import Imported, import_claims

__all__ = ["Imported", "import_claims"]
