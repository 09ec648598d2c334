"""Words around names of places: nouns that say what sort of place it is, compass words, words for nearness."""

from functools import lru_cache
from pathlib import Path
from typing import Final

from dateline.reference.knowledge import lists_of, read_yaml
from dateline.reference.places_curated import FOLDER

NOUNS_FILE: Final = FOLDER / "nouns.yml"
COMPASS: Final = frozenset(
    f"{way}{end}" for way in ("north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest",
                              "north-east", "north-west", "south-east", "south-west") for end in ("", "ern")
) | {"central", "rural", "upper", "lower", "greater"}  # fmt: skip
DISTANCES: Final = {
    "km": 1.0, "kms": 1.0, "kilometre": 1.0, "kilometer": 1.0, "mile": 1.609, "miles": 1.609, "metre": 0.001,
    "meter": 0.001,
}  # fmt: skip
"""Kilometres of each measure of length."""
NEAR: Final = frozenset(
    {"near", "nr", "nr.", "outside", "around", "beyond", "off", "by", "towards", "toward", "nearby", "close"}
)
# First words of names that are towns' whole names too ("Al-Tall"): before another name they are no town.
STEMS: Final = frozenset(
    {"tal", "tall", "tell", "tel", "jabal", "jebel", "deir", "kafr", "wadi", "khirbet", "khirbat", "umm", "ain", "ayn",
     "bir", "beit", "bayt", "ras", "sheikh", "cerro", "villa", "puerto", "bab", "nahr", "beni", "ouled", "oued", "sidi",
     "haouch", "lac", "lake", "mont", "mount", "san", "santa", "santo", "saint", "st", "la", "las", "los", "le"}
)  # fmt: skip
LOCATIVE: Final = frozenset(
    {"in", "at", "near", "outside", "around", "inside", "within", "from", "to", "into", "towards", "toward", "across",
     "through", "throughout", "over", "beyond", "off", "between", "along", "of"}
)  # fmt: skip
# A noun after a name that makes the name a party's or a thing's, not a place where something is ("Aleppo University").
PARTY_NOUNS: Final = frozenset(
    {"front", "army", "brigade", "brigades", "battalion", "battalions", "movement", "observatory", "council",
     "committee", "division", "corps", "agency", "news", "network", "times", "post", "university", "party", "union",
     "league", "group", "ministry", "organisation", "organization", "foundation", "bank", "company", "club", "process",
     "agreement", "summit", "virus", "fever", "disease"}
)  # fmt: skip
# What stands in cities, not in the land around: "an apartment building in northern Kharkiv" is in the city.
URBAN: Final = frozenset(
    {"apartment", "avenue", "bazaar", "block", "boulevard", "building", "cafe", "café", "cinema", "embassy", "flat",
     "hotel", "intersection", "mall", "market", "marketplace", "ministry", "nightclub", "neighborhood", "neighbourhood",
     "quarter", "restaurant", "roundabout", "shop", "skyscraper", "square", "stadium", "street", "suburb",
     "supermarket", "theater", "theatre", "tower", "ward"}
)  # fmt: skip
STREETS: Final = frozenset({"street", "avenue", "boulevard", "square", "roundabout", "intersection"})
VILLAGES: Final = frozenset({"village", "hamlet", "settlement"})
# What moves: "the bus" near a village is no place named before, and what "the Secretariat bus" is called after is none.
MOVING: Final = frozenset(
    {"boat", "bus", "car", "column", "convoy", "coach", "ferry", "jeep", "lorry", "minibus", "patrol", "pickup", "ship",
     "taxi", "train", "truck", "van", "vehicle"}
)  # fmt: skip
# What bears a name of its own behind its kind: "the destroyer Cole" is in no town called so.
SHIPS: Final = frozenset(
    {"barge", "battleship", "cruiser", "corvette", "destroyer", "dhow", "ferry", "flagship", "freighter", "frigate",
     "gunboat", "hms", "liner", "m/v", "minesweeper", "mv", "ship", "steamer", "submarine", "tanker", "trawler",
     "tugboat", "uss", "vessel", "warship", "yacht"}
)  # fmt: skip
# What is called after whom it belongs to: "the home of A", "B's residence" name people.
DWELLINGS: Final = frozenset(
    {"apartment", "bungalow", "compound", "estate", "farm", "farmhouse", "flat", "home", "house", "mansion", "ranch",
     "residence", "villa"}
)  # fmt: skip
# Provinces that are called like a people: before a noun that names no place the people is meant.
PEOPLES: Final = frozenset(
    {"karen", "kachin", "chin", "shan", "mon", "karenni", "kayah", "rakhine", "amhara", "afar", "somali", "oromo",
     "sidama", "tigre", "turkana", "samburu", "baluch", "tuva", "mari"}
)  # fmt: skip
# Peoples that no country or province is called after: "the Peul part of A" and "a Lendu village" name no place.
FOLKS: Final = frozenset(
    {"acholi", "adivasi", "anuak", "anywaa", "assyrian", "aymara", "bamar", "bambara", "banyamulenge", "banyarwanda",
     "baoule", "basque", "berom", "bozo", "breton", "catalan", "chaldean", "circassian", "corsican", "cossack",
     "dagomba", "dalit", "dayak", "dinka", "dogon", "embera", "fulani", "fulbe", "gbaya", "gumuz", "hadjerai",
     "hausa", "hema", "hmong", "hunde", "hutu", "ijaw", "itsekiri", "jukun", "kalenjin", "kanuri", "karamojong",
     "konkomba", "krahn", "kurd", "lendu", "lumad", "luo", "madurese", "makonde", "malinke", "mandingo", "mapuche",
     "maranao", "masalit", "massalit", "meitei", "miskito", "misseriya", "mizo", "montagnard", "mossi", "murle",
     "nande", "ngiti", "nuer", "nyangatom", "ogoni", "pashtun", "pathan", "peuhl", "peul", "pushtun", "quechua",
     "rizeigat", "rohingya", "shilluk", "shona", "sinhalese", "songhai", "songhay", "tausug", "tebu", "temne", "tiv",
     "toposa", "touareg", "toubou", "tuareg", "turcoman", "turkoman", "tutsi", "twa", "uighur", "uyghur", "xhosa",
     "yezidi", "yoruba", "zaghawa", "zulu"}
)  # fmt: skip
# Names of towns too, somewhere; in news they are not.
NOT_PLACES: Final = frozenset(
    {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march",
     "april", "may", "june", "july", "august", "september", "october", "november", "december", "feb", "apr", "jun",
     "jul", "aug", "sept", "oct", "nov", "dec", "police", "army",
     "government", "reuters", "twitter", "facebook", "telegram", "god", "allah", "mr", "islam", "muslim", "christian",
     "arab", "kurdish", "english", "russian", "advertisement", "channel", "union", "independence",
     "african", "european", "asian",
     # feasts
     "passover", "easter", "christmas", "ramadan", "eid", "ashura", "diwali", "hanukkah", "purim", "nowruz", "new year",
     # faiths: "a Shi'ite shrine city", "a Catholic church"
     "sunni", "shia", "shi'a", "shiite", "shi'ite", "alawite", "druze", "hindu", "sikh", "buddhist", "catholic",
     "protestant", "orthodox", "coptic", "maronite", "anglican", "yazidi", "ahmadi", "sufi", "jewish",
     # corps of soldiers: "the Marines", "a Marine barracks"
     "marine", "marines", "legion", "legionnaires", "guards", "gendarmerie", "commandos", "rangers",
     # what outlets and reports are called: "Open Ledger on War", "Radio said"
     "bulletin", "chronicle", "courier", "dispatch", "gazette", "herald", "independent", "journal", "monitor", "radio",
     "observer", "peace", "record", "register", "sentinel", "telegraph", "tribune", "war", "wire",
     # arms and offices by their letters
     "ied", "ieds", "vbied", "vbieds", "svbied", "rpg", "rpgs", "uav", "uavs", "atgm", "atgms", "mlrs", "uxo", "erw",
     "apc", "apcs", "ifv", "ifvs", "manpads", "idp", "idps", "ngo", "ngos", "un", "eu", "icrc", "msf", "hq"}
    | FOLKS
)  # fmt: skip
# Seats of governments; towns somewhere are called so, or their names mean the same: never one of those.
SEATS: Final = frozenset(
    {"white house", "pentagon", "kremlin", "downing street", "capitol hill", "foggy bottom", "whitehall",
     "quai d'orsay", "élysée", "elysee", "elysée", "élysée palace", "elysee palace", "blue house", "casa rosada",
     "la moneda", "sublime porte", "zhongnanhai", "aiwan-e-sadr"}
)  # fmt: skip


@lru_cache(maxsize=1)
def place_nouns(path: Path = NOUNS_FILE) -> dict[str, str]:
    """Return the kind of place that each noun says ("town", "province", "base" …), by its lower-case words.

    Raises:
        ResourceError: the file is missing or broken.
    """
    kinds = lists_of(read_yaml(path), str(path))
    return {noun: kind for kind, nouns in kinds.items() for noun in nouns}
