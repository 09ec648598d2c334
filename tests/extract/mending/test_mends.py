"""Trees that parsers get wrong in the same way each time, written by hand, and what mending makes of them."""

from dateline.extract.mending.mends import mended
from dateline.model.annotated import Token
from tests.extract.written import annotated


def tokens(written: str) -> tuple[Token, ...]:
    return annotated([written]).sentences[0].tokens


def arcs(some: tuple[Token, ...]) -> list[str]:
    return [f"{t.deprel} {some[t.head].text if t.head >= 0 else 'ROOT'}" for t in some]


def test_a_headline_verb_taken_for_a_noun_becomes_the_verb() -> None:
    wrong = tokens("""
        Rebels/Rebels PROPN NNP 1 compound
        storm NOUN NN 2 compound
        army NOUN NN 3 compound
        post NOUN NN -1 root
        near ADP IN 5 case
        Dori PROPN NNP 3 nmod
    """)
    right = mended(wrong)
    assert arcs(right) == ["nsubj storm", "root ROOT", "compound post", "obj storm", "case Dori", "nmod post"]
    assert (right[1].upos, right[1].xpos) == ("VERB", "VBP")


def test_what_was_harmed_in_a_headline_goes_with_its_verb() -> None:
    right = mended(
        tokens("""
        Troops/troop NOUN NNS 2 compound
        shell NOUN NN 2 compound
        village NOUN NN -1 root
        , PUNCT , 4 punct
        killing/kill VERB VBG 2 advcl
        six NUM CD 4 obj
    """)
    )
    assert arcs(right)[4] == "advcl shell"


def test_a_headline_verb_of_one_who_acts() -> None:
    right = mended(
        tokens("""
        Army/army NOUN NN 1 compound
        shells/shell NOUN NNS 2 compound
        town NOUN NN -1 root
        in ADP IN 4 case
        Kachin PROPN NNP 2 nmod
    """)
    )
    assert arcs(right)[:3] == ["nsubj shells", "root ROOT", "obj shells"]
    assert right[1].lemma == "shell"


def test_a_noun_behind_a_noun_stays_one() -> None:
    for written in (
        """
        Army/army NOUN NN 1 compound
        raids/raid NOUN NNS -1 root
        on ADP IN 3 case
        villages/village NOUN NNS 1 nmod
        """,
        """
        Rebels/rebel NOUN NNS 2 nsubj
        attack NOUN NN 0 conj
        won/win VERB VBD -1 root
        praise NOUN NN 2 obj
        """,
        """
        Truck/truck NOUN NN 1 compound
        bomb NOUN NN 2 compound
        victims/victim NOUN NNS -1 root
        at ADP IN 4 case
        mosque NOUN NN 2 nmod
        """,
    ):
        assert mended(tokens(written)) == tokens(written)


def test_reports_that_are_denied_are_no_verb() -> None:
    right = mended(
        tokens("""
        The/the DET DT 1 det
        source NOUN NN 3 nsubj
        denied/deny VERB VBN 1 acl
        reports/report VERB VBZ -1 root
        that SCONJ IN 6 mark
        it PRON PRP 6 nsubj
        fell/fall VERB VBD 3 ccomp
        . PUNCT . 3 punct
    """)
    )
    assert arcs(right)[1:4] == ["nsubj denied", "root ROOT", "obj denied"]
    assert arcs(right)[6:] == ["acl reports", "punct denied"]


def test_those_who_report_still_report() -> None:
    written = """
        The/the DET DT 1 det
        source NOUN NN 3 nsubj
        here ADV RB 1 advmod
        reports/report VERB VBZ -1 root
        fighting NOUN NN 3 obj
    """
    assert mended(tokens(written)) == tokens(written)


def test_a_name_behind_its_verb_is_an_object() -> None:
    right = mended(
        tokens("""
        Fighters/fighter NOUN NNS 1 nsubj
        overran/overrun VERB VBD -1 root
        Tin PROPN NNP 1 flat
        Zaouaten PROPN NNP 2 flat
    """)
    )
    assert arcs(right) == ["nsubj overran", "root ROOT", "obj overran", "flat Tin"]


def test_dead_goes_with_the_shooting() -> None:
    right = mended(
        tokens("""
        Troops/troop NOUN NNS 1 nsubj
        shot/shoot VERB VBD -1 root
        dead ADJ JJ 4 amod
        two NUM CD 4 nummod
        men/man NOUN NNS 1 obj
    """)
    )
    assert arcs(right)[2] == "xcomp shot"


def test_a_past_tense_taken_for_a_name_becomes_the_verb() -> None:
    wrong = tokens("""
        Gunmen/gunman NOUN NNS 1 nsubj
        overran/overran PROPN NNP -1 root
        Kormari PROPN NNP 1 flat
        on ADP IN 4 case
        Friday PROPN NNP 1 obl
    """)
    right = mended(wrong)
    assert arcs(right) == ["nsubj overran", "root ROOT", "obj overran", "case Friday", "obl overran"]
    assert (right[1].upos, right[1].lemma) == ("VERB", "overrun")


def test_a_name_right_behind_a_verb_is_no_part_of_its_subject() -> None:
    wrong = tokens("""
        Boko PROPN NNP 2 nsubj
        Haram PROPN NNP 0 flat
        overran/overrun VERB VBD -1 root
        Gamboru PROPN NNP 0 flat
    """)
    assert arcs(mended(wrong))[3] == "obj overran"


def test_what_is_said_keeps_its_own_subject() -> None:
    right = mended(
        tokens("""
        Bor PROPN NNP 6 nsubj
        had/have AUX VBD 3 aux
        been/be AUX VBN 3 aux:pass
        shelled/shell VERB VBN 6 ccomp
        the DET DT 5 det
        ministry NOUN NN 6 nsubj
        said/say VERB VBD -1 root
    """)
    )
    assert arcs(right)[0] == "nsubj:pass shelled"
    assert arcs(right)[5] == "nsubj said"


def test_a_preposition_hangs_on_the_noun_behind_it() -> None:
    right = mended(
        tokens("""
        deal NOUN NN -1 root
        signed/sign VERB VBN 0 acl
        in ADP IN 1 obl
        Arusha PROPN NNP 1 obl
    """)
    )
    assert arcs(right)[2:] == ["case Arusha", "obl signed"]


def test_a_mine_with_an_article_is_nobodys() -> None:
    right = mended(
        tokens("""
        a DET DT 1 det
        mine/my PRON PRP 2 nsubj
        exploded/explode VERB VBD -1 root
    """)
    )
    assert (right[1].upos, right[1].lemma) == ("NOUN", "mine")


def test_back_behind_a_verb_is_its_particle() -> None:
    right = mended(
        tokens("""
        Troops/troop NOUN NNS 1 nsubj
        won/win VERB VBD -1 root
        back VERB VB 1 xcomp
        Bor PROPN NNP 2 obj
    """)
    )
    assert arcs(right) == ["nsubj won", "root ROOT", "compound:prt won", "obj won"]


def test_a_day_is_no_part_of_the_subject_behind_it() -> None:
    right = mended(
        tokens("""
        On/on ADP IN 3 case
        4 NUM CD 3 nummod
        August PROPN NNP 3 compound
        aircraft NOUN NNS 4 nsubj
        struck/strike VERB VBD -1 root
        Qaa PROPN NNP 4 obj
    """)
    )
    assert arcs(right)[:4] == ["case August", "nummod August", "obl struck", "nsubj struck"]


def test_a_clause_before_its_verb_of_saying_keeps_its_subject() -> None:
    right = mended(
        tokens("""
        Men/man NOUN NNS 5 nsubj
        overran VERB IN 5 ccomp
        Inata PROPN NNP 1 obj
        , PUNCT , 1 punct
        he PRON PRP 5 nsubj
        told/tell VERB VBD -1 root
        reporters/reporter NOUN NNS 5 iobj
    """)
    )
    assert arcs(right)[0] == "nsubj overran"
    assert (right[1].lemma, right[1].xpos) == ("overrun", "VBD")


def test_the_number_of_a_point_counts_nobody() -> None:
    right = mended(
        tokens("""
        2 NUM CD 3 nummod
        . NUM CD 0 punct
        46 NUM CD 3 nummod
        rangers/ranger NOUN NNS 5 nsubj:pass
        were/be AUX VBD 5 aux:pass
        killed/kill VERB VBN -1 root
    """)
    )
    assert arcs(right)[:4] == ["discourse killed", "punct killed", "nummod rangers", "nsubj:pass killed"]
    assert right[0].upos == "X"


def test_a_point_whose_number_the_tree_takes_for_its_root_keeps_one() -> None:
    right = mended(
        tokens("""
        4 NUM CD -1 root
        . PUNCT . 0 punct
        Losses/loss NOUN NNS 0 appos
        were/be AUX VBD 4 cop
        light ADJ JJ 2 acl
    """)
    )
    assert arcs(right)[:3] == ["discourse Losses", "punct Losses", "root ROOT"]


def test_a_day_in_figures_is_no_point() -> None:
    written = tokens("""
        2 NUM CD -1 root
        . PUNCT . 0 punct
        5 NUM CD 0 nummod
        . PUNCT . 0 punct
        Sirte PROPN NNP 0 appos
    """)
    assert mended(written)[0].upos == "NUM"


def test_a_name_is_no_part_of_the_counted_subject_behind_it() -> None:
    right = mended(
        tokens("""
        In/in ADP IN 2 case
        the DET DT 2 det
        assault NOUN NN 8 obl
        on ADP IN 6 case
        Kidal PROPN NNP 6 compound
        72 NUM CD 6 nummod
        soldiers/soldier NOUN NNS 2 nmod
        never ADV RB 8 advmod
        fell/fall VERB VBD -1 root
    """)
    )
    assert arcs(right)[3:7] == ["case Kidal", "nmod assault", "nummod soldiers", "nsubj fell"]


def test_a_letter_with_a_figure_names_a_movement() -> None:
    right = mended(
        tokens("""
        40 NUM CD 1 nummod
        M23 NUM CD 3 nsubj:pass
        were/be AUX VBD 3 aux:pass
        killed/kill VERB VBN -1 root
    """)
    )
    assert (right[1].upos, right[1].xpos) == ("PROPN", "NNP")


def test_back_behind_an_object_is_the_particle_of_the_verb() -> None:
    right = mended(
        tokens("""
        army NOUN NN 1 nsubj
        won/win VERB VBD -1 root
        Dori PROPN NNP 1 obj
        back ADV RB 5 advmod
        on ADP IN 5 case
        Monday PROPN NNP 1 obl
    """)
    )
    assert arcs(right)[3] == "compound:prt won"


def test_verb_joined_to_a_noun_is_joined_to_the_verb_before() -> None:
    right = mended(
        tokens("""
        men NOUN NNS 2 nsubj:pass
        were/be AUX VBD 2 aux:pass
        parted/part VERB VBN -1 root
        from ADP IN 4 case
        families/family NOUN NNS 2 obl
        and CCONJ CC 6 cc
        shot/shoot VERB VBN 4 conj
    """)
    )
    assert arcs(right)[6] == "conj parted"
