"""Links: the addresses of pages, on a server and among files."""

import hashlib
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote

LONGEST: Final = 80  # letters of a name that an address may hold; of longer ones it holds a hash


def slug(name: str) -> str:
    """Return a name as a part of an address and the name of a file: letters and digits stay, a space is "_"."""
    if not name or len(name) > LONGEST:
        return "~~" + hashlib.sha256(name.encode("utf-8", "replace")).hexdigest()[:24]
    return "".join(_part(letter) for letter in name)


def _part(letter: str) -> str:
    if letter == " ":
        return "_"
    if letter.isalnum() or letter in "-.":
        return letter if letter != "." else "~2e"
    return "".join(f"~{byte:02x}" for byte in letter.encode("utf-8", "replace"))


@dataclass(frozen=True, slots=True)
class Links:
    """Makes addresses from `root` on that end in `suffix`: "/" and "" on a server, "../" and ".html" in files."""

    root: str = "/"
    suffix: str = ""

    @property
    def static(self) -> bool:
        """Whether the pages are files."""
        return self.suffix != ""

    def home(self, query: str = "") -> str:
        """Return the address of the overview."""
        page = f"{self.root}index.html" if self.static else self.root
        return f"{page}?{query}" if query and not self.static else page

    def page(self, name: str, query: str = "") -> str:
        """Return the address of a page that there is one of."""
        return f"{self.root}{name}{self.suffix}" + (f"?{query}" if query and not self.static else "")

    def incident(self, incident_id: str) -> str:
        """Return the address of an incident."""
        return self._one("incident", incident_id)

    def report(self, report_id: str, claim: str = "") -> str:
        """Return the address of a report, of one claim's words in it if one is named."""
        return self._one("report", report_id.removeprefix("sha256:")) + (f"#{claim}" if claim else "")

    def place(self, place_id: str) -> str:
        """Return the address of a place."""
        return self._one("place", place_id)

    def actor(self, name: str) -> str:
        """Return the address of an actor."""
        return self._one("actor", name)

    def claim(self, claim_id: str) -> str:
        """Return the address of a claim."""
        return self._one("claim", claim_id)

    def style(self, name: str) -> str:
        """Return the address of a style sheet."""
        return f"{self.root}style/{name}"

    def asset(self, name: str) -> str:
        """Return the address of a built asset."""
        return f"{self.root}static/{name}"

    def data(self, name: str, query: str = "") -> str:
        """Return the address of data of the API."""
        return f"{self.root}api/v1/{name}" + (f"?{query}" if query else "")

    def _one(self, folder: str, name: str) -> str:
        return f"{self.root}{folder}/{quote(slug(name))}{self.suffix}"
