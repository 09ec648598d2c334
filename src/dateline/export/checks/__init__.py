"""Checks: a record against its own hashes, chains and quotes, and an export against its manifest and a record."""

from dateline.export.checks.exported import check_export, manifest_of
from dateline.export.checks.record import Checked, check_record

__all__ = ["Checked", "check_export", "check_record", "manifest_of"]
