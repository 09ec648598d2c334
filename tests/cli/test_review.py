import json
from pathlib import Path

from tests.cli.running import record_of, run

FALL = "Afrin fell to North Front on 2015-04-25, 12 killed"


def test_what_needs_eyes_is_listed_until_it_is_judged(tmp_path: Path) -> None:
    path = record_of(tmp_path, a=FALL)
    listing = run("review", "--kind", "large toll of one voice", "--record", path)
    assert "12 or more killed, and only one voice tells of it: Observatory" in listing.stdout
    assert "Page 1 of 1, 1 in all." in listing.stdout
    found = json.loads(run("review", "--kind", "large toll of one voice", "--json", "--record", path).stdout)
    (item,) = found["items"]
    assert run("judge", "accept", item["subject"], "--reason", "seen", "--record", path).exit_code == 0
    assert "Nothing here needs eyes." in run("review", "--kind", item["kind"], "--record", path).stdout
