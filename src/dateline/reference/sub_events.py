"""The sub-event types that rules speak of, by the names that the codebook gives them (ACLED codebook).

What belongs to which type of event, and what may tell of the same happening, is in the codebook itself.
"""

from typing import Final

AIR_STRIKE: Final = "Air/drone strike"
SUICIDE_BOMB: Final = "Suicide bomb"
LAID_BOMB: Final = "Remote explosive/landmine/IED"
SHELLING: Final = "Shelling/artillery/missile attack"
GRENADE: Final = "Grenade"
CHEMICAL_WEAPON: Final = "Chemical weapon"
CLASH: Final = "Armed clash"
ATTACK: Final = "Attack"
MOB_VIOLENCE: Final = "Mob violence"
DISRUPTED_WEAPONS: Final = "Disrupted weapons use"
EXCESSIVE_FORCE: Final = "Excessive force against protesters"
VIOLENT_DEMONSTRATION: Final = "Violent demonstration"
PEACEFUL_PROTEST: Final = "Peaceful protest"
PROTEST_WITH_INTERVENTION: Final = "Protest with intervention"
ABDUCTION: Final = "Abduction/forced disappearance"
SEXUAL_VIOLENCE: Final = "Sexual violence"
ARRESTS: Final = "Arrests"
AGREEMENT: Final = "Agreement"
HANDOVER: Final = "Non-violent transfer of territory"
LOOTING: Final = "Looting/property destruction"
GROUP_CHANGE: Final = "Change to group/activity"
HEADQUARTERS: Final = "Headquarters or base established"
OTHER: Final = "Other"
GOVERNMENT_REGAINS: Final = "Government regains territory"
NON_STATE_OVERTAKES: Final = "Non-state actor overtakes territory"

TERRITORY_TAKEN: Final = "Territory taken"
"""The type of a capture before its taker is known; resolving settles it, and no export shows it."""
