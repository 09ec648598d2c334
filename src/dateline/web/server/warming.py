"""Warming: what the first page of each kind needs is made before it is asked for."""

from contextlib import suppress

from dateline.errors import RecordError
from dateline.store import Views
from dateline.web.address import Asked
from dateline.web.render import Chrome, page
from dateline.web.server.state import LINKS
from dateline.web.views.overview import overview
from dateline.web.views.review import review


def warm(views: Views, tiles: str = "") -> None:
    """Make the overview and the queue; a record that cannot be read is told of when someone asks."""
    with suppress(RecordError), views.view() as view:
        page("overview.html", Chrome(LINKS, tiles=tiles), o=overview(view, Asked(), LINKS), next_url="")
        review(view, "", 1, LINKS)
