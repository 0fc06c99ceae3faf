"""How much of the evidence is told, and what the edition promises of it."""

import pytest

from crmo_desktop import cli
from crmo_desktop.authoring.check_words import SEED
from crmo_desktop.authoring.checks import check_content
from crmo_desktop.authoring.content_folder import read_content
from crmo_desktop.authoring.coverage import Share, coverage, promises
from tests.authoring.small_content import GUIDE, PAIN, SmallContent, fact
from tests.house.tree import ROOT

# Of the small content's seven facts, all of priority 1, only the seed's “f-seed” is cited nowhere.
SEED_BROKEN = "facts of the seed article cited: 0 of 1; at least 100% are wanted"
FIRST_BROKEN = "facts of priority 1 cited: 6 of 7; at least 100% are wanted"
MISSING = "“f-seed” is the first that is missing"
KINDS = "seed, priority-1, priority-2, priority-3"
MALFORMED = f"edition.json:1: the edition's “covers” is no part from 0 to 1 for {KINDS}"


def line_of(content: SmallContent, id: str) -> int:
    text = (content.root / "facts.json").read_text(encoding="utf-8")
    return text.count("\n", 0, text.index(f'"id": "{id}"')) + 1


def told(content: SmallContent) -> list[str]:
    return list(map(str, coverage(read_content(content.root))))


class TestShares:
    def test_the_seeds_facts_come_first_then_each_priority(self, content: SmallContent) -> None:
        content.change("facts.json", "f-il", priority=2)
        content.change("facts.json", "f-dose", priority=3)

        assert told(content) == [
            "facts of the seed article cited: 0 of 1",
            "facts of priority 1 cited: 4 of 5",
            "facts of priority 2 cited: 1 of 1",
            "facts of priority 3 cited: 1 of 1",
        ]

    def test_what_is_missing_is_named_in_order(self, content: SmallContent) -> None:
        content.write("facts.json", [fact("f-x", "X."), fact("f-pain", "P."), fact("f-y", "Y.")])

        shares = coverage(read_content(content.root))

        assert [share.missing for share in shares] == [(), ("f-x", "f-y"), (), ()]

    def test_a_fact_without_a_priority_is_of_none(self, content: SmallContent) -> None:
        content.change("facts.json", "f-il", priority=...)
        content.change("facts.json", "f-dose", priority=4)

        assert told(content)[1:] == [
            "facts of priority 1 cited: 4 of 5",
            "facts of priority 2 cited: 0 of 0",
            "facts of priority 3 cited: 0 of 0",
        ]

    def test_a_fact_is_the_seeds_with_other_sources_too(self, content: SmallContent) -> None:
        content.change("facts.json", "f-pain", sources=["study-2020", SEED])

        assert told(content)[0] == "facts of the seed article cited: 1 of 2"

    def test_the_guide_covers_nothing(self, content: SmallContent) -> None:
        content.replace(GUIDE, "<p>Press", '<p data-facts="f-seed">Press')

        assert told(content)[0] == "facts of the seed article cited: 0 of 1"

    def test_a_fact_that_does_not_exist_is_not_counted(self, content: SmallContent) -> None:
        content.replace(PAIN, '<p data-facts="f-rare">', '<p data-facts="f-rare f-none">')

        assert told(content)[1] == "facts of priority 1 cited: 6 of 7"

    @pytest.mark.parametrize(
        ("cited", "known", "least", "enough"),
        [
            (0, 0, 1.0, True),
            (0, 3, 0.0, True),
            (0, 3, 0.01, False),
            (1, 2, 0.5, True),
            (1, 3, 0.5, False),
            (2, 3, 0.5, True),
            (99, 100, 1.0, False),
            (100, 100, 1.0, True),
            (55, 100, 0.55, True),  # 0.55 * 100 is a little more than 55
            (7, 100, 0.07, True),
            (54, 100, 0.55, False),
        ],
    )
    def test_enough_is_as_much_as_is_promised(
        self, cited: int, known: int, least: float, enough: bool
    ) -> None:
        missing = tuple(f"f-{number}" for number in range(known - cited))

        assert Share("of a kind", known, missing, least).is_enough == enough


class TestPromises:
    def test_an_edition_need_promise_nothing(self, content: SmallContent) -> None:
        assert promises(read_content(content.root)) == {}
        assert content.problems() == []

    @pytest.mark.parametrize(
        "covers", [{}, {"seed": 0}, {"priority-1": 0.85}, {"priority-2": 1, "priority-3": 1.0}]
    )
    def test_a_promise_that_is_kept(self, covers: dict[str, float], content: SmallContent) -> None:
        content.set_edition(covers=covers)

        assert promises(read_content(content.root)) == covers
        assert content.problems() == []

    def test_a_promise_that_is_not_kept_is_a_fault(self, content: SmallContent) -> None:
        content.set_edition(covers={"seed": 1})

        assert content.problems() == [f"facts.json:{line_of(content, 'f-seed')}: {SEED_BROKEN}, {MISSING}"]
        assert len(check_content(content.root).faults) == 1

    def test_each_promise_is_held_against_its_own_facts(self, content: SmallContent) -> None:
        content.set_edition(covers={"seed": 1, "priority-1": 1})

        line = line_of(content, "f-seed")
        assert content.problems() == [
            f"facts.json:{line}: {FIRST_BROKEN}, {MISSING}",
            f"facts.json:{line}: {SEED_BROKEN}, {MISSING}",
        ]

    @pytest.mark.parametrize("priority", [2, 3])
    def test_any_priority_may_be_promised(self, priority: int, content: SmallContent) -> None:
        content.set_edition(covers={f"priority-{priority}": 0.75})
        for id in ("f-seed", "f-il"):
            content.change("facts.json", id, priority=priority)

        broken = f"facts of priority {priority} cited: 1 of 2; at least 75% are wanted"
        assert content.problems() == [f"facts.json:{line_of(content, 'f-seed')}: {broken}, {MISSING}"]

    def test_it_is_a_warning_while_the_edition_is_not_complete(self, content: SmallContent) -> None:
        content.set_edition(covers={"seed": 1}, complete=False)

        assert content.problems() == [
            f"facts.json:{line_of(content, 'f-seed')}: warning: {SEED_BROKEN}, {MISSING}"
        ]
        assert check_content(content.root).faults == ()

    @pytest.mark.parametrize(
        "covers",
        [
            None, 1, "all", [], ["seed"], {"seed": 1.01}, {"seed": -0.1}, {"seed": "1"}, {"seed": True},
            {"seed": None}, {"seed": [1]}, {"priority-4": 1}, {"priority": 1}, {"Seed": 1}, {"": 1},
            {"seed": float("nan")}, {"seed": float("inf")}, {"seed": 10**400},
        ],
    )  # fmt: skip
    def test_a_promise_is_a_part_of_facts_that_are_known(self, covers: object, content: SmallContent) -> None:
        content.set_edition(covers=covers)

        assert content.problems() == [MALFORMED]
        assert promises(read_content(content.root)) == {}

    def test_that_is_a_fault_before_the_edition_is_complete(self, content: SmallContent) -> None:
        content.set_edition(covers={"seed": 100}, complete=False)

        assert [str(fault) for fault in check_content(content.root).faults] == [f"{content.root}/{MALFORMED}"]

    def test_what_is_well_formed_beside_it_counts(self, content: SmallContent) -> None:
        content.set_edition(covers={"seed": 1, "priority-2": "half"})

        assert promises(read_content(content.root)) == {"seed": 1.0}
        assert content.problems() == [
            MALFORMED,
            f"facts.json:{line_of(content, 'f-seed')}: {SEED_BROKEN}, {MISSING}",
        ]


def test_check_content_prints_how_much_is_cited(
    content: SmallContent, capsys: pytest.CaptureFixture[str]
) -> None:
    content.change("facts.json", "f-il", priority=2)

    cli.main(["check-content", str(content.root)])

    assert [line.strip() for line in capsys.readouterr().out.splitlines() if "facts" in line] == [
        "facts cited: 6 of 7",
        "facts of the seed article cited: 0 of 1",
        "facts of priority 1 cited: 5 of 6",
        "facts of priority 2 cited: 1 of 1",
        "facts of priority 3 cited: 0 of 0",
    ]


class TestReference:
    def test_it_is_complete_and_promises_the_seed_and_what_matters_most(self) -> None:
        folder = read_content(ROOT / "content")

        assert folder.edition is not None
        assert folder.edition["complete"] is True
        assert folder.edition["covers"] == {"seed": 1, "priority-1": 1, "priority-2": 0.5}
        assert promises(folder) == {"seed": 1.0, "priority-1": 1.0, "priority-2": 0.5}

    def test_it_keeps_its_promises(self) -> None:
        shares = coverage(read_content(ROOT / "content"))

        assert all(share.all for share in shares)
        assert [str(share) for share in shares if not share.is_enough] == []
