"""Ids of claims: the same text gives the same id, whatever engine reads it, so that judgements find their claims."""

import hashlib


def claim_id(report_id: str, start: int, end: int, kind: str, words: tuple[str, ...]) -> str:
    """Return "c" and 16 hexadecimal digits made from a claim's report, span, kind and raw words.

    Args:
        report_id: the hash of the report's bytes.
        start: first character of the quote.
        end: one past its last character.
        kind: event, toll or control.
        words: the words that the claim was read from, in a fixed order.
    """
    text = "\x1f".join([report_id, str(start), str(end), kind, *words])
    return "c" + hashlib.sha256(text.encode()).hexdigest()[:16]
