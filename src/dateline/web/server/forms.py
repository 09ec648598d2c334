"""Forms: what a browser sends, and whether a page of its session made it."""

from collections.abc import Mapping
from urllib.parse import parse_qsl

from starlette.requests import Request

from dateline.web.address import AddressError
from dateline.web.server.access import Session, same
from dateline.web.server.state import from_here

FORM = "application/x-www-form-urlencoded"
MOST_FIELDS = 200


async def form_of(request: Request) -> dict[str, str]:
    """Return the fields of a form, the last of each name.

    Raises:
        AddressError: the body is no form.
    """
    if request.headers.get("content-type", "").partition(";")[0].strip() != FORM:
        raise AddressError("send a form")
    body = await request.body()
    try:
        pairs = parse_qsl(body.decode(), keep_blank_values=True, max_num_fields=MOST_FIELDS)
    except ValueError as error:
        raise AddressError("the form cannot be read") from error
    return dict(pairs)


def signed(request: Request, session: Session, given: Mapping[str, str]) -> bool:
    """Say whether a form was made by a page of the session, and sent from it."""
    return same(given.get("csrf", ""), session.csrf) and from_here(request)
