import pytest

from crmo_desktop.search.plan import Planner, corrected
from crmo_desktop.search.query import parse


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("what is Humira ", ["Humira"]),
        ("spots on palms and vaccines ", ["spots on palms", "vaccines"]),
        ("10 mg/kg naproxen ", ["10 mg/kg", "naproxen"]),
        ('food "hurt the stomach" ', ["food", "hurt the stomach"]),
        ("crmo disease ", ["crmo", "disease"]),
    ],
)
def test_a_query_is_taken_apart_into_concepts(text: str, typed: list[str], planner: Planner) -> None:
    assert [concept.typed for concept in planner.plan(parse(text)).concepts] == typed


def test_a_plan_says_what_to_leave_out_and_what_it_may_be_equal_to(planner: Planner) -> None:
    plan = planner.plan(parse('-"with food" Who gets cr'))

    assert plan.excluded == ('"with food"',)
    assert plan.beginning == "who gets cr"
    assert plan.keys == ("cr",)
    assert plan.completions == ("CRMO",)


def test_with_quotes_no_title_is_being_typed(planner: Planner) -> None:
    assert planner.plan(parse('"who gets" crmo')).beginning == ""


def slips(text: str, planner: Planner) -> list[tuple[tuple[str, ...], bool]]:
    return [(slip.offers, slip.is_sure) for slip in planner.plan(parse(text)).slips]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("adalimumb ", [(("adalimumab",), True)]),
        ("CMRO ", [(("CRMO",), True)]),
        ("osteomylitis ", [(("osteomyelitis", "CRMO"), True)]),
        ("palns ", [(("palms",), True)]),
        ("foot ", [(("food",), False)]),
        ("naproxen ", []),
        ("blis", []),
        ("xylophone ", []),
        ("sort palmoplanter ", [(("Palmoplantar",), True)]),
    ],
)
def test_slips_are_words_that_the_pack_does_not_know(
    text: str, found: list[tuple[tuple[str, ...], bool]], planner: Planner
) -> None:
    assert slips(text, planner)[-1:] == found


def test_a_listed_misspelling_of_known_words_is_no_slip(planner: Planner) -> None:
    assert slips("bones sore ", planner) == []


def test_a_corrected_query_keeps_the_rest(planner: Planner) -> None:
    query = parse('adalimumb before "live vaccines" -food -"with food" vacines ')

    assert (
        corrected(query, planner.plan(query).slips)
        == 'adalimumab before vaccines "live vaccines" -food -"with food"'
    )
