"""The labels of the event head by the two letters that label files use."""

from typing import Final

NONE: Final = "NO"
TYPES: Final = {
    "TT": "Territory taken",
    "CL": "Armed clash",
    "XF": "Excessive force against protesters",
    "PI": "Protest with intervention",
    "PP": "Peaceful protest",
    "VD": "Violent demonstration",
    "MV": "Mob violence",
    "CW": "Chemical weapon",
    "AS": "Air/drone strike",
    "SB": "Suicide bomb",
    "SH": "Shelling/artillery/missile attack",
    "RE": "Remote explosive/landmine/IED",
    "GR": "Grenade",
    "SV": "Sexual violence",
    "AT": "Attack",
    "AB": "Abduction/forced disappearance",
    "AG": "Agreement",
    "AR": "Arrests",
    "CG": "Change to group/activity",
    "DW": "Disrupted weapons use",
    "HQ": "Headquarters or base established",
    "LO": "Looting/property destruction",
    "NT": "Non-violent transfer of territory",
    "OT": "Other",
}
CODES: Final = {name: code for code, name in TYPES.items()}
LABELS: Final = [NONE, *TYPES]
