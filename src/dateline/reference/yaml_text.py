"""YAML as plain data. The parser is loaded when it is first needed: mostly what it would say is kept already."""

from typing import Any


class NotYamlError(ValueError):
    """A text that is no YAML; the message says where."""


def parsed(text: str | bytes) -> Any:
    """Return what a text in YAML holds.

    Raises:
        NotYamlError: it is none, or holds a day that no calendar has.
    """
    import yaml  # noqa: PLC0415 (a twentieth of a second that a start seldom needs to spend)

    try:
        return yaml.load(text, getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except (yaml.YAMLError, ValueError) as why:
        raise NotYamlError(str(why)) from why
