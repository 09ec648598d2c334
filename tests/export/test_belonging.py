from dateline.export.belonging import Belonging


def test_each_claim_finds_its_incident_and_others_find_none() -> None:
    claims = {f"i{n}": [f"c{n}", f"t{n}"] for n in range(500)}
    belongs = Belonging(claims.items())
    assert all(belongs.incident(claim) == one for one, own in claims.items() for claim in own)
    assert belongs.incident("c500") is None


def test_a_record_without_incidents_has_none() -> None:
    assert Belonging([]).incident("c1") is None
