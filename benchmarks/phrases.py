"""What generated reports are made of: sentences with gaps, and the parties of a few wars."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class War:
    """The names that reports of one war use."""

    country: str
    code: str
    capitals: tuple[str, ...]
    regions: tuple[str, ...]
    sides: tuple[tuple[str, ...], ...]
    speakers: tuple[str, ...]


WARS: Final = (
    War("Syria", "SY", ("Damascus", "Aleppo", "Idlib"), ("Idlib province", "the Hama countryside", "northern Aleppo"),
        (("government forces", "the Syrian army", "army units"), ("rebel fighters", "Ahrar al-Sham", "the Nusra Front"),
         ("Islamic State fighters", "the jihadists")),
        ("the Syrian Observatory for Human Rights", "the state news agency SANA")),
    War("Ukraine", "UA", ("Kyiv", "Kharkiv", "Dnipro"), ("the Donetsk region", "the Kherson region", "Luhansk region"),
        (("Russian forces", "Russian troops", "the Russian army"), ("Ukrainian forces", "the Ukrainian army")),
        ("the general staff in Kyiv", "the Russian defence ministry", "the regional governor")),
    War("Sudan", "SD", ("Khartoum", "Port Sudan", "El Fasher"), ("North Darfur", "Gezira state", "the Kordofan region"),
        (("the Rapid Support Forces", "RSF fighters", "the paramilitaries"), ("the Sudanese army", "army troops")),
        ("the Sudan Doctors Network", "a resistance committee", "the army's spokesman")),
    War("Somalia", "SO", ("Mogadishu", "Kismayo", "Baidoa"), ("Lower Shabelle", "the Hiran region", "Middle Juba"),
        (("al-Shabaab fighters", "al-Shabaab", "the militants"), ("Somali government troops", "African Union troops")),
        ("the regional police commander", "the information ministry")),
    War("Colombia", "CO", ("Bogota", "Medellin", "Cali"), ("Antioquia department", "Arauca", "the Cauca valley"),
        (("FARC guerrillas", "the rebels", "ELN fighters"), ("the Colombian army", "soldiers", "the police")),
        ("the fourth brigade", "the governor's office", "a radio station in Bogota")),
    War("Iraq", "IQ", ("Baghdad", "Mosul", "Kirkuk"), ("Anbar province", "Diyala province", "Nineveh"),
        (("Iraqi forces", "the Iraqi army", "Iraqi police"), ("Islamic State", "insurgents"), ("Kurdish peshmerga",)),
        ("the joint operations command", "a provincial council member")),
)  # fmt: skip

TITLES: Final = (
    "{doer} and {foe} fight over {place}",
    "{dead} reported dead in {place}",
    "New violence around {place}",
)

# How a report opens, and how many of twenty do so: few come without their day, which is then sought in other reports.
OPENINGS: Final = {
    "{place}, {month} {day}, {year} (Benchwire) -": 9,
    "{place}, {country} —": 1,
    "{place}, {day} {month} {year} -": 9,
    "{place}, {month} {day} -": 1,
}

SPEAKERS: Final = (
    "a local official", "residents", "a medic at the town's hospital", "witnesses", "an activist in the area",
    "a security source", "two doctors", "an army statement", "a relief worker who asked not to be named",
)  # fmt: skip

HAPPENINGS: Final[dict[str, tuple[str, ...]]] = {
    "take": (
        "{doer} seized {place} on {weekday} after a night of heavy fighting with {foe}, {speaker} said.",
        "the town of {place} fell to {doer} early on {weekday}, according to {speaker}.",
        "{speaker} said {doer} had driven {foe} out of {place} and were now in full control of the town.",
        "{doer}, who had encircled {place} for nine days, took it on {weekday} along with two checkpoints near {near}.",
    ),
    "retake": (
        "{doer} recaptured {place} from {foe} on {weekday}, {speaker} said.",
        "{foe} withdrew from {place} overnight and {doer} moved in without a shot, {speaker} told reporters.",
    ),
    "clash": (
        "fierce clashes between {doer} and {foe} broke out on the edge of {place} on {weekday}.",
        "{doer} attacked positions of {foe} near {place} before dawn, and the fighting went on until noon.",
        "for a third day {doer} battled {foe} in the villages between {place} and {near}.",
    ),
    "strike": (
        "warplanes bombed a market in {place} on {weekday}, {speaker} said.",
        "at least four air strikes hit {place} and the road that links it to {near} on {weekday} morning.",
        "{speaker} said a drone had struck a fuel depot outside {place}, setting several lorries on fire.",
    ),
    "shell": (
        "{doer} shelled the northern districts of {place} with mortars and rockets on {weekday}, {speaker} said.",
        "rockets fired by {doer} landed on a school and two houses in {place}.",
        "artillery fire on {place} and nearby {near} continued through the night.",
    ),
    "bomb": (
        "a car bomb exploded beside a police station in {place} on {weekday}.",
        "a suicide bomber blew himself up at a checkpoint held by {foe} near {place}, {speaker} said.",
        "a roadside bomb hit a convoy of {foe} on the road from {place} to {near} on {weekday}.",
    ),
    "abduct": (
        "{doer} abducted {few} people from a bus near {place}, {speaker} said on {weekday}.",
        "gunmen took {few} aid workers hostage on the outskirts of {place}.",
    ),
    "attack": (
        "{doer} stormed the village of {place} on {weekday} and shot dead people in their homes, {speaker} said.",
        "armed men opened fire on farmers returning to {place} from their fields.",
    ),
}

TOLLS: Final = (
    "at least {dead} people were killed and {hurt} others wounded, {speaker} said.",
    "{speaker} put the death toll at {dead}, including {few} children, and said that it was likely to rise because "
    "many were still under the rubble.",
    "the fighting left {dead} soldiers dead, {speaker} said, while {foe} lost {few} men and a tank.",
    "{dead} civilians died in {place}, among them two women.",
    "{speaker} denied that anyone had been killed.",
    "{speaker} counted {hurt} wounded, some of them in serious condition.",
    "“We buried {dead} people this morning, and there are more whom we could not reach,” said {speaker}.",
    "there were no reports of casualties.",
    "dozens of {foe} were killed or captured, {speaker} claimed, a figure that could not be verified.",
    "the bodies of {dead} fighters were brought to {near}.",
    "more than {hurt}00 families have fled {place} since {weekday}, according to {speaker}.",
)

BACKGROUND: Final = (
    "the road to the airport has been closed to civilian traffic since the beginning of the month.",
    "a spokesman in {capital} did not answer calls.",
    "prices of bread and fuel have doubled in {region}, where the harvest was poor for the second year in a row and "
    "traders who used to cross the front line now ask for a guarantee from both sides before they load a single lorry.",
    "talks that were to begin in Geneva next week have been put off.",
    "{doer} have held most of {region} for more than a year.",
    "foreign ministers who met on {weekday} called for restraint, but they agreed on no further steps.",
    "the claim could not be checked independently.",
    "more than 40,000 people have been killed in the war since it began, according to the United Nations.",
    "schools stayed shut.",
    "the government says that it is fighting terrorism; its opponents say that they want elections.",
    "aid agencies warned that clinics in {region} were running out of medicine, blankets and clean water.",
    "he said that life in the city was slowly returning to normal, that the markets had opened again, and that the "
    "municipality would begin to clear the streets of stones as soon as the engineers had been through them.",
    "{foe} still control the villages along the river.",
    "analysts see the town as the gate to {region}, which {doer} have tried to enter twice.",
    "it rained for most of the day.",
    "the two sides have accused each other of breaking a truce that was brokered in {month}.",
    "“Nobody tells us anything,” a shopkeeper said.",
    "the president promised on television that the army would defend every inch of the country, thanked its allies for "
    "their help, and urged those who had taken up arms to lay them down while there was time.",
    "journalists are barred from the area.",
    "last year an offensive in the same area ended after ten days without a change of the front line.",
)
