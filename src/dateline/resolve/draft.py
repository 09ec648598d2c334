"""A claim on its way from reading to record: one reading at one place, with what has been resolved so far."""

from dataclasses import dataclass

from dateline.model.actor import ActorLink
from dateline.model.place import PlaceLink
from dateline.model.reading import Reading
from dateline.model.when import When


@dataclass(slots=True)
class Draft:
    """One reading at one of its places.

    `part` tells apart the drafts of one reading that names several places; `definite` says that the trigger is a noun
    behind "the" or "this", which takes up something told before; `many` that it tells of several ("strikes"); `another`
    that it is told as one more ("a second blast"); `opened` that it is told how it began ("the assault opened with a
    car bomb"), which is then no other word for it; `aside` is the verb of the clause that sets it apart from its
    sentence ("the group, which took A in June, …"), None where none does; `before` that this clause tells what was
    before or after ("since they took A in June"); `recalled` that its own words date it long before the report; `entry`
    are the sentences that label its paragraph, where paragraphs are entries; `slight` that the report only touches on
    it; `block` the paragraph; `heading` that it is told in the report's headline; `first` that it is called the first
    of those told; `claimed` that somebody says there to have done it.
    """

    reading: Reading
    part: int = 0
    place: PlaceLink | None = None
    when: When | None = None
    actors: tuple[ActorLink, ...] = ()
    targets: tuple[ActorLink, ...] = ()
    said_by: tuple[ActorLink, ...] = ()
    type: str = ""
    definite: bool = False
    many: bool = False
    another: bool = False
    opened: bool = False
    aside: int | None = None
    before: bool = False
    recalled: bool = False
    entry: range | None = None
    slight: bool = False
    block: int = 0
    heading: bool = False
    first: bool = False
    claimed: bool = False

    @property
    def spot(self) -> str | None:
        """The id of the place, None where there is none or it was not found."""
        return self.place.entry.id if self.place and self.place.entry else None
