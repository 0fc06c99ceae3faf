"""Figures are read out of facts by templates: what no longer fits is a fault, and so is what fits twice."""

import pytest

from crmo_desktop.authoring.pictures.templates import TemplateError, read_figures


@pytest.mark.parametrize(
    ("template", "figures", "read"),
    [
        ("{percent}% of {people}", ["43% of 37 at 6 months"], {"percent": "43", "people": "37"}),
        ("{n} patients", ["57%", "of 1,070 patients"], {"n": "1,070"}),
        ("tibia {percent}%", ["Tibia 64.0%, femur 61.3%"], {"percent": "64.0"}),
        ("{count}/{people} (", ["47/162 (29%)"], {"count": "47", "people": "162"}),
        ("/{people} (", ["47/162 (29%)"], {"people": "162"}),
        ("% relapse… {n} years", ["50% relapse, median\n 2.4 years"], {"n": "2.4"}),
        (">={weeks} weeks", [">=4 weeks of NSAID"], {"weeks": "4"}),
        ("{a}-{b} years", ["3-17 years"], {"a": "3", "b": "17"}),
    ],
)
def test_each_place_is_a_number_as_written(template: str, figures: list[str], read: dict[str, str]) -> None:
    assert read_figures(template, figures, "") == read


def test_the_statement_is_read_where_no_figure_fits() -> None:
    assert read_figures("all of {n} children", ["55 children"], "It helped all of 55 children.") == {
        "n": "55"
    }


def test_numbers_in_words_are_read_as_figures() -> None:
    statement = "Most long bones have two growth plates."

    assert read_figures("have {n} growth plates", [], statement) == {"n": "2"}


@pytest.mark.parametrize(
    ("template", "figures", "fault"),
    [
        ("{n} children", ["29 adults"], "“{n} children” fits nothing that the fact says"),
        ("{n}%", ["17/40 (42.5%)", "9/40 (22.5%)"], "“{n}%” fits 2 things that the fact says"),
        ("{n}% of 3", ["5% of 37"], "“{n}% of 3” fits nothing that the fact says"),
        ("{n} of", ["1.43 of 37"], None),
        ("femur {n}", ["afemur 5"], "“femur {n}” fits nothing that the fact says"),
        ("43% of 37", ["43% of 37"], "“43% of 37” has no place like {percent}"),
        ("{n} of {n}", ["43 of 43"], "“{n} of {n}” has a place twice"),
        ("a … {n}", ["a 3 and 4"], "“a … {n}” fits nothing that the fact says"),
    ],
)
def test_what_does_not_fit_just_once(template: str, figures: list[str], fault: str | None) -> None:
    if fault is None:
        assert read_figures(template, figures, "") == {"n": "1.43"}, "a number is taken whole"
        return
    with pytest.raises(TemplateError) as caught:
        read_figures(template, figures, "")
    assert str(caught.value) == fault
