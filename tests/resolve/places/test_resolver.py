import pytest

from dateline.model.annotated import Annotated, Mention, Sentence, Token
from dateline.model.place import PlaceLink, PlacePrecision
from dateline.model.reading import Phrase
from dateline.model.report import Block, BlockKind, Dateline, Report
from dateline.resolve.places.resolver import PlaceResolver

PLURALS = {"cities": "city", "bases": "base", "towns": "town", "villages": "village", "checkpoints": "checkpoint"}


def annotated(*sentences: str, dateline: str | None = None) -> Annotated:
    """A report from sentences like "Rebels/NOUN took/VERB Darkush/PROPN*"; `*` marks the tagger's locations."""
    text, made, mentions = "", [], []
    for number, sentence in enumerate(sentences):
        start, tokens = len(text), []
        for word in sentence.split():
            form, _, tag = word.rpartition("/")
            glued = form.startswith("_")
            form = form.removeprefix("_")
            text += "" if not text or glued else " "
            begin = len(text)
            text += form
            if tag.endswith("*"):
                mentions.append(Mention(begin, len(text), "location", number, 0.9))
            upos = tag.rstrip("*")
            xpos = "NNS" if form in PLURALS else "NN"
            tokens.append(Token(begin, len(text), form, PLURALS.get(form, form.lower()), upos, xpos, 0, "dep"))
        made.append(Sentence(start if not number else start + 1, len(text), 0, tuple(tokens)))
    line = Dateline(0, len(dateline), dateline, 0, len(dateline), None, None, None, None) if dateline else None
    report = Report(
        id="sha256:0", file="a.txt", text=text, blocks=(Block(0, len(text), BlockKind.BODY),), dateline=line
    )
    return Annotated(report, tuple(made), tuple(mentions))


def phrase(report: Annotated, words: str, head: str, *, after: int = 0) -> Phrase:
    """The phrase with these words, found from a character on, its head the last token with that form."""
    start = report.report.text.index(words, after)
    end = start + len(words)
    for number, sentence in enumerate(report.sentences):
        for index in reversed(range(len(sentence.tokens))):
            token = sentence.tokens[index]
            if token.text == head and start <= token.start and token.end <= end:
                return Phrase(number, index, start, end, words)
    raise AssertionError(f"no {head!r} in {words!r}")


def resolved(report: Annotated, words: str, head: str, *, after: int = 0) -> PlaceLink | None:
    return PlaceResolver(report).resolve(phrase(report, words, head, after=after))


def name_of(link: PlaceLink | None) -> str | None:
    return link.entry.name if link and link.entry else None


SYRIA = "Syrian/ADJ forces/NOUN fought/VERB in/ADP Syria/PROPN* ./PUNCT"


@pytest.mark.parametrize(
    ("sentence", "words", "head", "expected"),
    [
        ("Rebels/NOUN entered/VERB Idlib/PROPN*", "Idlib", "Idlib", "Idlib"),
        ("They/PRON held/VERB Idlib/PROPN* city/NOUN", "Idlib city", "city", "Idlib"),
        ("They/PRON held/VERB the/DET city/NOUN of/ADP Idlib/PROPN*", "the city of Idlib", "city", "Idlib"),
        ("They/PRON held/VERB Idlib/PROPN* province/NOUN", "Idlib province", "province", "Idlib province"),
        (
            "It/PRON is/AUX in/ADP the/DET province/NOUN of/ADP Idlib/PROPN*",
            "the province of Idlib", "province", "Idlib province",
        ),
        (
            "Fire/NOUN hit/VERB Idlib/PROPN* _'s/PART southern/ADJ countryside/NOUN",
            "Idlib's southern countryside", "countryside", "Idlib province",
        ),
        ("Fire/NOUN hit/VERB southern/ADJ Idlib/PROPN*", "southern Idlib", "Idlib", "Idlib province"),
        ("Bombs/NOUN hit/VERB northern/ADJ Baghdad/PROPN*", "northern Baghdad", "Baghdad", "Baghdad"),
        ("It/PRON hit/VERB the/DET town/NOUN of/ADP Darkoush/PROPN*", "the town of Darkoush", "town", "Darkush"),
        (
            "A/DET raid/NOUN hit/VERB the/DET market/NOUN in/ADP Darkush/PROPN*",
            "the market in Darkush", "market", "Darkush",
        ),
        (
            "They/PRON hold/VERB an/DET air/NOUN base/NOUN at/ADP Abu/PROPN* Duhur/PROPN",
            "an air base at Abu Duhur", "base", "Abu Duhur military airport",
        ),
        (
            "They/PRON hold/VERB Abu/PROPN* Duhur/PROPN military/ADJ airport/NOUN",
            "Abu Duhur military airport", "airport", "Abu Duhur military airport",
        ),
        ("The/DET Al-Qarmid/PROPN* base/NOUN fell/VERB", "The Al-Qarmid base", "base", "Al-Qarmid"),
    ],
)  # fmt: skip
def test_names_with_the_words_around_them(sentence: str, words: str, head: str, expected: str) -> None:
    assert name_of(resolved(annotated(SYRIA, sentence), words, head)) == expected


def test_lower_cased_text_gives_the_same() -> None:
    report = annotated(
        "syrian/ADJ troops/NOUN left/VERB wadi/PROPN al/PROPN _-/PUNCT _deif/PROPN in/ADP idlib/PROPN* province/NOUN"
    )
    assert name_of(resolved(report, "wadi al-deif in idlib province", "deif")) == "Wadi al-Deif"


def test_each_town_of_a_list_lies_in_the_province_that_describes_it() -> None:
    report = annotated(
        SYRIA, "They/PRON hold/VERB the/DET Idlib/PROPN* towns/NOUN of/ADP Saraqeb/PROPN* and/CCONJ Ariha/PROPN*"
    )
    for town, name in (("Saraqeb", "Saraqib"), ("Ariha", "Ariha")):
        link = resolved(report, town, town)
        assert name_of(link) == name
        assert link and link.entry and link.entry.admin1 == "Idlib"


@pytest.mark.parametrize(
    ("words", "opening"),
    [
        ("outside Ramadi", "outside/ADP Ramadi/PROPN*"),
        ("south of Ramadi", "10/NUM km/NOUN south/ADV of/ADP Ramadi/PROPN*"),
    ],
)
def test_near_a_town_is_an_area_marked_as_near_it(words: str, opening: str) -> None:
    link = resolved(annotated("Iraqi/ADJ troops/NOUN died/VERB " + opening), words, "Ramadi")
    assert link and link.entry
    assert (link.entry.precision, link.entry.near) == (PlacePrecision.AREA, "Ramadi")


def test_base_that_the_gazetteer_lacks_is_known_by_name_near_its_town() -> None:
    link = resolved(
        annotated(SYRIA, "Shells/NOUN hit/VERB the/DET Saraqib/PROPN* base/NOUN"), "the Saraqib base", "base"
    )
    assert link and link.entry
    assert (link.entry.id, link.entry.precision, link.entry.near) == (
        "name:saraqibbase",
        PlacePrecision.AREA,
        "Saraqib",
    )


def test_unknown_village_has_a_name_and_no_coordinates() -> None:
    report = annotated(SYRIA, "They/PRON burned/VERB the/DET village/NOUN of/ADP Qwortelby/PROPN*")
    link = resolved(report, "the village of Qwortelby", "village")
    assert link and link.entry
    assert (link.entry.name, link.entry.lat, link.entry.lon) == ("Qwortelby", None, None)
    assert "no place called Qwortelby" in link.how


def test_small_town_of_a_country_that_is_not_spoken_of_is_not_taken() -> None:
    report = annotated(SYRIA, "They/PRON burned/VERB the/DET village/NOUN of/ADP Emberton/PROPN* in/ADP Syria/PROPN*")
    link = resolved(report, "the village of Emberton", "village")
    assert link and link.entry and link.entry.lat is None


@pytest.mark.parametrize(("people", "country"), [("Libyan", "LY"), ("Lebanese", "LB")])
def test_country_that_the_report_speaks_of_decides_between_namesakes(people: str, country: str) -> None:
    report = annotated(f"{people}/ADJ troops/NOUN and/CCONJ {people}/ADJ police/NOUN entered/VERB Tripoli/PROPN*")
    link = resolved(report, "Tripoli", "Tripoli")
    assert link and link.entry and link.entry.country == country
    assert "of that name" in link.how


@pytest.mark.parametrize(
    "sentence", ["The/DET Free/PROPN Idlib/PROPN Army/PROPN left/VERB", "On/ADP Monday/PROPN police/NOUN left/VERB"]
)
def test_names_of_groups_and_days_are_no_places(sentence: str) -> None:
    assert PlaceResolver(annotated(sentence)).mentioned() == ()


STORY = (
    "Syrian/ADJ rebels/NOUN took/VERB Saraqib/PROPN* in/ADP Idlib/PROPN* province/NOUN ./PUNCT",
    "The/DET city/NOUN fell/VERB on/ADP Monday/PROPN ./PUNCT",
    "Raids/NOUN there/ADV killed/VERB nine/NUM ./PUNCT",
    "They/PRON marched/VERB on/ADP the/DET provincial/ADJ capital/NOUN ./PUNCT",
    "Later/ADV they/PRON took/VERB a/DET military/ADJ base/NOUN in/ADP Idlib/PROPN* ./PUNCT",
    "Al-Qarmid/PROPN* base/NOUN had/AUX held/VERB for/ADP years/NOUN ./PUNCT",
    "Troops/NOUN left/VERB the/DET base/NOUN ./PUNCT",
)


@pytest.mark.parametrize(
    ("words", "head", "after", "expected"),
    [
        ("The city", "city", "fell", "Saraqib"),
        ("there", "there", "Raids", "Saraqib"),
        ("the provincial capital", "capital", "marched", "Idlib"),
        ("a military base in Idlib", "base", "Later", "Al-Qarmid"),
        ("the base", "base", "Troops", "Al-Qarmid"),
    ],
)
def test_nouns_refer_to_what_the_report_names(words: str, head: str, after: str, expected: str) -> None:
    report = annotated(*STORY)
    text = report.report.text
    link = resolved(report, words, head, after=text.index(after) - (len("The city ") if after == "fell" else 0))
    assert name_of(link) == expected
    assert link and ("named" in link.how or "capital" in link.how)


def test_plural_and_unknown_nouns_refer_to_nothing_of_their_own() -> None:
    report = annotated(SYRIA, "They/PRON took/VERB seven/NUM checkpoints/NOUN")
    assert resolved(report, "seven checkpoints", "checkpoints") is None


def test_bases_in_a_province_are_known_to_the_province_only() -> None:
    report = annotated(SYRIA, "They/PRON lost/VERB two/NUM bases/NOUN in/ADP Idlib/PROPN* province/NOUN")
    link = resolved(report, "two bases in Idlib province", "bases")
    assert link and link.entry and link.entry.precision is PlacePrecision.PROVINCE


def test_capital_of_the_country_that_an_adjective_names() -> None:
    report = annotated("A/DET bomb/NOUN went/VERB off/ADP in/ADP the/DET Iraqi/ADJ capital/NOUN")
    assert name_of(resolved(report, "the Iraqi capital", "capital")) == "Baghdad"


def test_dateline_counts_only_in_the_country_of_the_story() -> None:
    home = annotated(
        "MOGADISHU/PROPN* A/DET bomb/NOUN hit/VERB Baidoa/PROPN* in/ADP Somalia/PROPN*", dateline="MOGADISHU"
    )
    away = annotated("BEIRUT/PROPN* Rebels/NOUN took/VERB Saraqib/PROPN* in/ADP Syria/PROPN*", dateline="BEIRUT")
    assert name_of(PlaceResolver(home).dateline()) == "Mogadishu"
    assert PlaceResolver(away).dateline() is None


def test_spelling_of_the_report_is_among_the_others() -> None:
    link = resolved(
        annotated(SYRIA, "They/PRON took/VERB Jisr/PROPN* al-Shughour/PROPN"), "Jisr al-Shughour", "al-Shughour"
    )
    assert link and link.entry and "Jisr al-Shughour" in (link.entry.name, *link.entry.also)


def test_street_that_the_gazetteer_lacks_is_placed_in_its_town() -> None:
    report = annotated(
        SYRIA, "A/DET shell/NOUN hit/VERB Zarqun/PROPN* Street/NOUN in/ADP Idlib/PROPN* city/NOUN"
    )  # fmt: skip
    link = resolved(report, "Zarqun Street", "Street")
    assert name_of(link) == "Idlib"
    assert link is not None and "for a place in it" in link.how


def test_street_called_like_a_far_town_is_placed_in_its_own() -> None:
    report = annotated("A/DET shell/NOUN hit/VERB Baghdad/PROPN* Street/NOUN in/ADP Idlib/PROPN*")
    assert name_of(resolved(report, "Baghdad Street", "Street")) == "Idlib"


def test_quarter_that_the_gazetteer_lacks_is_near_its_city_and_keeps_its_name() -> None:
    report = annotated(
        SYRIA, "Shells/NOUN hit/VERB the/DET Zarqun/PROPN* neighbourhood/NOUN in/ADP Aleppo/PROPN* city/NOUN"
    )  # fmt: skip
    link = resolved(report, "the Zarqun neighbourhood", "neighbourhood")
    assert link is not None and link.entry is not None
    assert (link.entry.name, link.entry.near, link.entry.precision) == ("Zarqun", "Aleppo", PlacePrecision.AREA)
    assert link.entry.lat is not None


def test_unknown_name_has_the_country_that_the_other_places_lie_in() -> None:
    report = annotated(
        "They/PRON left/VERB Idlib/PROPN* for/ADP Darkush/PROPN* ./PUNCT",
        "Rebels/NOUN took/VERB the/DET village/NOUN of/ADP Zarqun/PROPN*",
    )
    link = resolved(report, "the village of Zarqun", "village")
    assert link is not None and link.entry is not None
    assert (link.entry.country, link.entry.lat) == ("SY", None)


def test_country_that_several_names_share_vouches_for_more_of_them() -> None:
    told = "They/PRON passed/VERB Darkush/PROPN* and/CCONJ Saraqib/PROPN* ./PUNCT"
    held = "The/DET army/NOUN left/VERB Jisr/PROPN al-Shughur/PROPN yesterday/ADV"
    alone = PlaceResolver(annotated(held)).mentioned()
    assert not [link for link in alone if link.entry]
    assert "Jisr al-Shughur" in {name_of(link) for link in PlaceResolver(annotated(told, held)).mentioned()}


FASO = "Soldiers/NOUN of/ADP Burkina/PROPN* Faso/PROPN fought/VERB in/ADP Djibo/PROPN*"


@pytest.mark.parametrize(
    ("sentence", "words", "head"),
    [
        (
            "They/PRON burned/VERB the/DET school/NOUN in/ADP Toulfé/PROPN* ,/PUNCT Burkina/PROPN* Faso/PROPN",
            "the school in Toulfé , Burkina Faso",
            "school",
        ),
        ("They/PRON held/VERB an/DET outpost/NOUN in/ADP Toulfé/PROPN*", "an outpost in Toulfé", "outpost"),
    ],
)
def test_a_village_that_the_gazetteer_lacks_stands_for_itself(sentence: str, words: str, head: str) -> None:
    link = resolved(annotated(FASO, sentence), words, head)
    assert link and link.entry
    assert (link.entry.id, link.entry.name, link.entry.country) == ("name:tulfa", "Toulfé", "BF")


def test_a_district_lies_in_the_province_behind_it() -> None:
    report = annotated("Riots/NOUN broke/VERB out/ADP in/ADP Nuh/PROPN* district/NOUN of/ADP Haryana/PROPN*")
    link = resolved(report, "Nuh district of Haryana", "district")
    assert link and link.entry
    assert link.entry.name != "Haryana state"


def test_a_group_speaks_of_its_country() -> None:
    report = annotated("Boko/PROPN Haram/PROPN attacked/VERB Bama/PROPN*")
    link = resolved(report, "Bama", "Bama")
    assert link and link.entry and link.entry.country == "NG"


def test_a_village_told_to_lie_near_a_town_that_is_far_from_its_namesake_is_near_that_town() -> None:
    report = annotated("Rebels/NOUN left/VERB Zobe/PROPN* near/ADP Ariha/PROPN* in/ADP Syria/PROPN*")
    link = resolved(report, "Zobe", "Zobe")
    assert link and link.entry
    assert (link.entry.id, link.entry.near, link.entry.precision) == ("name:zoba", "Ariha", PlacePrecision.AREA)


def test_a_namesake_in_another_country_than_the_province_told_is_not_taken() -> None:
    report = annotated("They/PRON died/VERB in/ADP Toledo/PROPN* in/ADP Mopti/PROPN* region/NOUN of/ADP Mali/PROPN*")
    link = resolved(report, "Toledo", "Toledo")
    assert link and link.entry
    assert (link.entry.id, link.entry.country) == ("name:toledo", "ML")


def test_a_name_behind_a_place_in_it_is_the_province() -> None:
    report = annotated("Fire/NOUN broke/VERB out/ADP in/ADP Albany/PROPN* ,/PUNCT New/PROPN* York/PROPN*")
    assert [link.entry.name for link in PlaceResolver(report).mentioned() if link.entry] == ["Albany", "New York"]


def test_a_county_is_a_division_of_its_own() -> None:
    report = annotated("Police/NOUN came/VERB to/ADP Metcalfe/PROPN* County/PROPN* in/ADP Kentucky/PROPN*")
    link = PlaceResolver(report).mentioned()[0]
    assert link.entry and (link.entry.precision, link.entry.admin1) == (PlacePrecision.DISTRICT, "Kentucky")


def test_a_country_told_for_its_border_alone_is_not_where_things_are() -> None:
    report = annotated("Rebels/NOUN fled/VERB from/ADP Tinzobek/PROPN* near/ADP the/DET Algerian/ADJ border/NOUN")
    link = resolved(report, "Tinzobek", "Tinzobek")
    assert link and link.entry and link.entry.country is None


def test_the_place_inside_is_meant_rather_than_the_province_around_it() -> None:
    report = annotated(
        "They/PRON hit/VERB Sukhna/PROPN* in/ADP the/DET desert/NOUN of/ADP Homs/PROPN* ,/PUNCT Syria/PROPN*"
    )
    link = resolved(report, "the desert of Homs", "desert")
    assert link and link.entry and link.entry.name == "Sukhnah"


def test_a_town_told_to_lie_far_from_another_is_itself() -> None:
    report = annotated(
        "Iraqi/ADJ police/NOUN met/VERB in/ADP Kirkuk/PROPN* ,/PUNCT about/ADV 250/NUM km/NOUN north/ADV of/ADP "
        "Baghdad/PROPN* ./PUNCT"
    )
    assert name_of(resolved(report, "Kirkuk", "Kirkuk")) == "Kirkuk"


def test_a_letter_written_as_a_quotation_mark_does_not_cut_a_name() -> None:
    report = annotated("Rebels/NOUN took/VERB Rasm/PROPN* al/PROPN _-/PUNCT _‘/PUNCT _Abed/PROPN ./PUNCT")
    link = resolved(report, "Rasm al-‘Abed", "Rasm")
    assert link is not None
    assert link.words == "Rasm al-‘Abed"


def test_unknown_name_keeps_the_noun_that_is_part_of_it() -> None:
    report = annotated("Shells/NOUN hit/VERB Zubbat/PROPN* Quarter/PROPN in/ADP Aleppo/PROPN*")
    assert name_of(resolved(report, "Zubbat Quarter in Aleppo", "Quarter")) == "Zubbat Quarter"


def test_unknown_district_of_a_city_is_a_quarter_near_it() -> None:
    report = annotated("Men/NOUN shot/VERB him/PRON in/ADP the/DET Zubbat/PROPN* district/NOUN of/ADP Aleppo/PROPN*")
    link = resolved(report, "the Zubbat district of Aleppo", "district")
    assert link and link.entry and (link.entry.name, link.entry.near) == ("Zubbat", "Aleppo")


def test_a_side_of_a_country_is_no_province_of_another() -> None:
    report = annotated("Syrian/ADJ rebels/NOUN left/VERB the/DET North-West/PROPN* province/NOUN ./PUNCT")
    link = resolved(report, "the North-West province", "province")
    assert link is None or link.entry is None or link.entry.country == "SY"
