"""One self-contained page of a record: incidents by day, contested tolls, who held what, and the reports."""

from dateline.export.page.render import write_page

__all__ = ["write_page"]
