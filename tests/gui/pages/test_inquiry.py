"""Questions asked beside the window: only the answer to the last one counts, however late others come."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, cast

import pytest
from pytestqt.qtbot import QtBot

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.search import SearchAnswer
from crmo_desktop.gui.pages.inquiry import Inquiry, is_too_short
from crmo_desktop.services.finding import Finder, Finding

SOON_S = 5.0


class SlowFinder:
    """Answers a query when it is let."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.is_closed = False
        self.gates: dict[str, threading.Event] = {}
        self.began: dict[str, threading.Event] = {}

    def expect(self, *queries: str) -> None:
        for query in queries:
            self.gates[query], self.began[query] = threading.Event(), threading.Event()

    def close(self) -> None:
        self.is_closed = True

    def find(self, query: str, *, audience: Audience, limit: int) -> Finding:
        self.asked.append(query)
        if query == "fail":
            raise ZeroDivisionError
        if query in self.gates:
            self.began[query].set()
            assert self.gates[query].wait(SOON_S)
        return Finding(SearchAnswer(query=query, hits=()), audience, limit)


@dataclass
class ManyAtOnce:
    """Does every job at once and tells them in whatever order a test likes: no thread keeps them apart."""

    told: dict[int, Callable[[], object]] = field(default_factory=dict)

    def run(
        self,
        job: Callable[[], Any],
        *,
        on_success: Callable[[Any], object],
        on_error: Callable[[Exception], object],
    ) -> None:
        result = job()
        self.told[len(self.told)] = lambda: on_success(result)

    def forget(self) -> None: ...

    def finish(self) -> None: ...

    def close(self) -> None: ...


@pytest.fixture
def finder() -> SlowFinder:
    return SlowFinder()


@pytest.fixture
def answers() -> list[str]:
    return []


@pytest.fixture
def inquiry(finder: SlowFinder, answers: list[str], qtbot: QtBot) -> Iterator[Inquiry]:
    inquiry = Inquiry(cast("Finder", finder))
    inquiry.answered.connect(lambda finding: answers.append(finding.answer.query))
    yield inquiry
    for gate in finder.gates.values():
        gate.set()
    inquiry.close()


def ask(inquiry: Inquiry, *queries: str) -> None:
    for query in queries:
        inquiry.ask(query, audience=Audience.PATIENT, limit=30)


def test_an_answer_comes_after_the_question_and_not_with_it(
    inquiry: Inquiry, answers: list[str], qtbot: QtBot
) -> None:
    ask(inquiry, "bone")

    assert answers == []
    assert inquiry.is_waiting()
    qtbot.waitUntil(lambda: answers == ["bone"])
    assert not inquiry.is_waiting()


def test_the_answer_says_for_whom_and_how_many(inquiry: Inquiry, qtbot: QtBot) -> None:
    with qtbot.waitSignal(inquiry.answered) as answered:
        inquiry.ask("bone", audience=Audience.CLINICIAN, limit=7)

    assert answered.args is not None
    assert (answered.args[0].audience, answered.args[0].limit) == (Audience.CLINICIAN, 7)


def test_while_one_question_is_looked_into_newer_ones_overtake_those_between(
    inquiry: Inquiry, finder: SlowFinder, answers: list[str], qtbot: QtBot
) -> None:
    finder.expect("bo")
    ask(inquiry, "bo")
    assert finder.began["bo"].wait(SOON_S)

    ask(inquiry, "bon", "bone", "bone p", "bone pain")
    finder.gates["bo"].set()

    qtbot.waitUntil(lambda: answers == ["bone pain"])
    assert finder.asked == ["bo", "bone pain"]


@pytest.mark.parametrize("order", [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]])
def test_in_whatever_order_answers_come_only_the_last_question_counts(
    order: list[int], finder: SlowFinder, qtbot: QtBot
) -> None:
    tasks = ManyAtOnce()
    answers: list[str] = []
    inquiry = Inquiry(cast("Finder", finder), tasks=tasks)
    inquiry.answered.connect(lambda finding: answers.append(finding.answer.query))
    ask(inquiry, "bo", "bone", "bones")

    for place in order:
        tasks.told[place]()

    assert answers == ["bones"]


def test_the_same_question_asked_again_is_answered_once(finder: SlowFinder, qtbot: QtBot) -> None:
    tasks = ManyAtOnce()
    answers: list[Finding] = []
    inquiry = Inquiry(cast("Finder", finder), tasks=tasks)
    inquiry.answered.connect(answers.append)
    ask(inquiry, "bone", "bone")

    tasks.told[0]()
    assert answers == [], "for another audience it may be another answer"
    tasks.told[1]()
    tasks.told[0]()

    assert len(answers) == 1


def test_nothing_is_told_of_what_is_not_wanted_any_more(
    inquiry: Inquiry, finder: SlowFinder, answers: list[str], qtbot: QtBot
) -> None:
    finder.expect("bone")
    ask(inquiry, "bone")
    assert finder.began["bone"].wait(SOON_S)

    inquiry.forget()
    assert not inquiry.is_waiting()
    finder.gates["bone"].set()
    ask(inquiry, "pain")

    qtbot.waitUntil(lambda: answers == ["pain"])


def test_after_a_bug_of_the_search_the_next_question_is_looked_for(
    inquiry: Inquiry, finder: SlowFinder, answers: list[str], qtbot: QtBot
) -> None:
    with qtbot.captureExceptions() as caught:
        ask(inquiry, "fail")
        qtbot.waitUntil(lambda: bool(caught))
    assert caught[0][0] is ZeroDivisionError
    assert not inquiry.is_waiting()

    ask(inquiry, "bone")
    qtbot.waitUntil(lambda: answers == ["bone"])


def test_one_can_wait_for_the_answer(inquiry: Inquiry, answers: list[str]) -> None:
    inquiry.finish()
    ask(inquiry, "bone")

    inquiry.finish()

    assert answers == ["bone"]


def test_without_a_question_there_is_nothing_to_end(inquiry: Inquiry, finder: SlowFinder) -> None:
    inquiry.forget()
    inquiry.close()

    assert not inquiry.is_waiting()
    assert finder.is_closed


def test_what_is_searched_is_given_back_only_when_nothing_searches_it(
    inquiry: Inquiry, finder: SlowFinder
) -> None:
    finder.expect("bone")
    ask(inquiry, "bone")
    assert finder.began["bone"].wait(SOON_S)
    seen: list[bool] = []

    def let_go() -> None:
        seen.append(finder.is_closed)
        finder.gates["bone"].set()

    threading.Timer(0.02, let_go).start()
    inquiry.close()

    assert seen == [False]
    assert finder.is_closed


def test_one_letter_is_not_looked_for(inquiry: Inquiry, finder: SlowFinder, answers: list[str]) -> None:
    ask(inquiry, "bo", "b")

    assert answers == ["b"], "at once, and in place of what was asked before"
    inquiry.finish()
    assert answers == ["b"]
    assert "b" not in finder.asked


@pytest.mark.parametrize(
    ("query", "is_short"),
    [
        ("b", True),
        ("B", True),
        ("3", True),
        ("?", True),
        ("я", True),
        ("bo", False),
        ("痛", False),
        ("", False),
    ],
)
def test_one_letter_is_too_short_but_one_sign_may_be_a_word(query: str, is_short: bool) -> None:
    assert is_too_short(query) is is_short
