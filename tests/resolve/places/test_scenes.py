import pytest

from dateline.resolve.places.resolver import PlaceResolver
from tests.extract.read_text import read


@pytest.mark.parametrize("length", ["30 km", "30 kilometres", "20 miles"])
def test_a_scene_told_by_its_way_keeps_the_length(length: str) -> None:
    annotated, _ = read(f"Rebels in Syria blew up a bridge {length} north of Homs on Sunday.")
    scene = PlaceResolver(annotated).scenes.only(0)
    assert scene is not None and scene.words == f"{length} north of Homs"
