from evaluation.sides import is_side


def test_a_side_goes_by_any_of_its_spellings() -> None:
    assert is_side("rapid support forces", ("Rapid Support Forces", "rsf"))
    assert is_side("People's Protection Units", ("People's Protection Units", None))
    assert is_side(
        "government of Bosnia", ("Military Forces of Bosnia and Herzegovina", "government of Bosnia and Herzegovina")
    )


def test_another_side_is_none() -> None:
    assert not is_side("rapid support forces", ("Military Forces of Sudan", "government of Sudan"))
    assert not is_side("government of Sudan", ("Rapid Support Forces", "rsf"))
    assert not is_side("unita", (None, None))
