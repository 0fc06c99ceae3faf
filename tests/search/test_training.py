import pytest
from hypothesis import given
from hypothesis import strategies as st

from crmo_desktop.search.training import FILLER_SHARE, Lesson, learn, rarity, traits_of, unit

SKIN, SPORT = 1, 2
EXAMPLES = [
    ({"palm": 1.0, "spot": 1.0}, SKIN),
    ({"rash": 1.0}, SKIN),
    ({"spot": 1.0, "sole": 1.0}, SKIN),
    ({"swim": 1.0, "can": FILLER_SHARE}, SPORT),
    ({"footbal": 1.0, "sole": 1.0, "can": FILLER_SHARE}, SPORT),
]


def score(lesson: Lesson, traits: dict[str, float], topic: int) -> float:
    row = unit(traits, lambda trait: lesson.rarity[trait])
    return sum(value * lesson.weights[trait].get(topic, 0.0) for trait, value in row)


class TestTraits:
    def test_words_count_in_full_and_fillers_less(self) -> None:
        assert traits_of([({"swim"}, False)], ["may", "she"], []) == {
            "swim": 1.0,
            ".may": FILLER_SHARE,
            ".she": FILLER_SHARE,
        }

    def test_of_guesses_one_at_most_is_right(self) -> None:
        assert traits_of([({"swim", "swell", "sweat", "swap"}, True)], [], []) == dict.fromkeys(
            ("swim", "swell", "sweat", "swap"), 0.5
        )

    @pytest.mark.parametrize(
        ("number", "trait"),
        [
            ("8", ".child"),
            ("17", ".child"),
            ("18", ".adult"),
            ("45", ".adult"),
            ("0", ".number"),
            ("100", ".number"),
        ],
    )
    def test_a_number_may_be_an_age(self, number: str, trait: str) -> None:
        assert traits_of([], [], [number]) == {trait: 1.0}

    def test_nothing_has_none(self) -> None:
        assert traits_of([(set(), True)], [], []) == {}


class TestRarity:
    @given(st.integers(0, 500), st.integers(1, 500))
    def test_the_rarer_the_more_telling(self, having: int, examples: int) -> None:
        having = min(having, examples)

        assert rarity(having, examples) >= 1.0
        assert rarity(having, examples) <= rarity(max(0, having - 1), examples)

    def test_what_all_have_tells_least(self) -> None:
        assert rarity(5, 5) == 1.0


class TestLearning:
    def test_each_example_speaks_most_for_its_own_topic(self) -> None:
        lesson = learn(EXAMPLES)

        for traits, topic in EXAMPLES:
            other = SKIN + SPORT - topic
            assert score(lesson, traits, topic) > score(lesson, traits, other)

    def test_what_is_new_is_told_by_the_words_it_shares(self) -> None:
        lesson = learn(EXAMPLES)

        assert score(lesson, {"palm": 1.0, "rash": 1.0}, SKIN) > 0.5
        assert score(lesson, {"palm": 1.0, "rash": 1.0}, SPORT) < 0

    def test_the_same_examples_give_the_same_weights(self) -> None:
        assert learn(EXAMPLES) == learn(EXAMPLES)

    @pytest.mark.parametrize("examples", [[], EXAMPLES[:3]])
    def test_with_fewer_than_two_topics_there_is_nothing_to_tell_apart(
        self, examples: list[tuple[dict[str, float], int]]
    ) -> None:
        assert not any(learn(examples).weights.values())


@given(st.dictionaries(st.text("abc", min_size=1), st.floats(0.1, 1.0), min_size=1))
def test_a_row_has_length_one(traits: dict[str, float]) -> None:
    assert sum(value * value for _, value in unit(traits, lambda _: 2.0)) == pytest.approx(1.0)
