"""A group: people told with a number, and where its words stand."""

from dataclasses import dataclass

from dateline.model.reading import Phrase


@dataclass(frozen=True, slots=True)
class Group:
    """People told with a number.

    `first` and `last` bound the words from the number to the noun; `head` is the noun, or the number where there is no
    noun; `count` the number's words; `back` tells that it points back to people told before ("of them"); `sure` is
    false where nothing says that the noun names people; `bare` that no noun is told.
    """

    first: int
    last: int
    head: int
    count: Phrase
    back: bool = False
    sure: bool = True
    bare: bool = False
