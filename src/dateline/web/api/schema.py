"""Schema: the OpenAPI document."""

from typing import Any


def document() -> dict[str, Any]:
    """Return the document."""
    return {"openapi": "3.1.0"}
