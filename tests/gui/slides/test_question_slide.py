"""Tests of `crmo_desktop.gui.slides.question_slide`."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from crmo_desktop.domain.quiz import Question
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.slides.question_slide import MOST_HANDS, QuestionSlide, QuestionTextSlide
from crmo_desktop.gui.slides.room_look import RoomLook, room_look
from crmo_desktop.gui.slides.slide import HEIGHT, Room, SlideState
from tests.gui.slides.question_samples import BEST, ORDER, TRUE_FALSE, matter_of

NOON = datetime(2026, 11, 26, 12, tzinfo=UTC)
ASKED, ANSWERED = SlideState(), SlideState(step=1)


@pytest.fixture
def look(themes: Path, qapp: QApplication) -> RoomLook:
    return room_look(Room(), themes)


def slide_of(question: Question, look: RoomLook, icons: IconShelf, **changed: object) -> QuestionSlide:
    return QuestionSlide(matter_of(question, **changed), question, look, icons, text=True)


@pytest.fixture
def slide(look: RoomLook, icons: IconShelf) -> QuestionSlide:
    return slide_of(BEST, look, icons)


def press(slide: QuestionSlide, *keys: str, state: SlideState = ASKED) -> SlideState:
    for key in keys:
        pressed = slide.press(key, state)
        assert pressed is not None, key
        state = pressed
    return state


def painted(slide: QuestionSlide | QuestionTextSlide, state: SlideState) -> QImage:
    image = QImage(round(slide.width), round(HEIGHT), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    slide.paint(painter, state)
    painter.end()
    return image


def ground_of(slide: QuestionSlide, place: int, state: SlideState) -> QColor:
    """The colour of an option's row, between its words and its hands."""
    option = [each for each in slide.placed if each.kind == "option"][place].rect
    return painted(slide, state).pixelColor(QPoint(round(option.right() - 200), round(option.top() + 8)))


# --- the answer


def test_the_answer_is_a_step_of_its_own(slide: QuestionSlide) -> None:
    assert slide.steps == 2
    asked, answered = slide.told(ASKED), slide.told(ANSWERED)
    assert asked == (
        "Ask the room", BEST.text, "A. Germs", "B. A growth", "C. Both of them", "D. Neither"
    )  # fmt: skip
    assert answered[: len(asked)] == asked
    assert answered[len(asked) :] == ("Right: C. Both of them", "Bone pain › In short")


def test_the_right_option_is_filled_and_the_others_keep_their_look(
    slide: QuestionSlide, look: RoomLook
) -> None:
    card, good = look.colour("card"), look.colour("good_bg")
    assert [ground_of(slide, place, ASKED) for place in range(4)] == [card] * 4
    assert [ground_of(slide, place, ANSWERED) for place in range(4)] == [card, card, good, card]


def test_nothing_gives_the_answer_away_before(slide: QuestionSlide) -> None:
    foot = [each for each in slide.placed if each.kind == "source"]
    assert [each.step for each in foot] == [1]
    assert slide.source_line == "Bone pain › In short"


def test_the_trainer_knows_the_answer(slide: QuestionSlide) -> None:
    assert slide.notes == ("Answer: C. Both of them", BEST.explanation, "Ask it twice.")


def test_an_order_is_shown_in_order(look: RoomLook, icons: IconShelf) -> None:
    slide = slide_of(ORDER, look, icons)

    asked = slide.told(ASKED)
    assert asked[2:] == ("A. Three", "B. One", "C. Two")
    assert slide.told(ANSWERED)[len(asked) :] == (
        "In the right order", "1. One", "2. Two", "3. Three", "Bone pain › In short"
    )  # fmt: skip
    good = look.colour("good_bg")
    assert [ground_of(slide, place, ANSWERED) for place in range(3)] == [good] * 3
    assert painted(slide, ASKED) != painted(slide, ANSWERED)


def test_true_or_false_are_the_windows_words(look: RoomLook, icons: IconShelf) -> None:
    slide = slide_of(TRUE_FALSE, look, icons)

    assert slide.options == ("True", "False")
    assert slide.told(ANSWERED)[2:5] == ("True", "False", "Right: True")


# --- hands


def test_hands_are_counted_by_keys(slide: QuestionSlide) -> None:
    state = press(slide, "hands")
    assert (state.is_counting, state.chosen, state.counts) == (True, 0, (0, 0, 0, 0))

    state = press(slide, "choose", "down", "choose", "choose", "undo", "up", "choose", state=state)

    assert state.counts == (2, 1, 0, 0)
    assert press(slide, "hands", state=state).counts == (2, 1, 0, 0)
    assert not press(slide, "hands", state=state).is_counting


def test_arrows_end_at_the_first_and_the_last(slide: QuestionSlide) -> None:
    state = press(slide, "hands", "up")
    assert state.chosen == 0
    assert press(slide, *["down"] * 9, state=state).chosen == 3


def test_hands_are_told_and_typed_for_an_option(slide: QuestionSlide) -> None:
    state = press(slide, "more:1", "more:1", "less:1", "set:3:12", "less:0")

    assert state.counts == (0, 1, 0, 12)
    assert state.chosen == 0
    assert "B. A growth: 1 hand" in slide.told(state)
    assert "D. Neither: 12 hands" in slide.told(state)


def test_there_are_not_more_hands_than_fit(slide: QuestionSlide) -> None:
    assert press(slide, "set:0:5000").counts[0] == MOST_HANDS


@pytest.mark.parametrize("key", ["more:4", "set:7:1", "sort", "left"])
def test_other_keys_mean_nothing(key: str, slide: QuestionSlide) -> None:
    assert slide.press(key, press(slide, "hands")) is None


@pytest.mark.parametrize("key", ["up", "down", "choose", "undo"])
def test_arrows_go_elsewhere_unless_hands_are_counted(key: str, slide: QuestionSlide) -> None:
    assert slide.press(key, ASKED) is None


def test_no_hands_are_counted_for_an_order(look: RoomLook, icons: IconShelf) -> None:
    slide = slide_of(ORDER, look, icons)

    assert not slide.is_live
    assert slide.press("hands", ASKED) is None


def test_hands_and_the_option_they_are_counted_for_are_seen(slide: QuestionSlide) -> None:
    counting = press(slide, "hands")

    assert painted(slide, ASKED) != painted(slide, counting)
    assert painted(slide, counting) != painted(slide, press(slide, "down", state=counting))
    assert painted(slide, counting) != painted(slide, press(slide, "choose", state=counting))


def test_hands_become_a_poll(slide: QuestionSlide) -> None:
    state = press(slide, "set:2:14", "set:0:9")

    poll = slide.poll(state, uid="1", session="Evening", edition="2026-11-23", held=NOON)

    assert poll is not None
    assert (poll.question, poll.text, poll.options) == (BEST.id, BEST.text, BEST.options)
    assert (poll.counts, poll.right) == ((9, 0, 14, 0), 2)
    assert (poll.uid, poll.session, poll.edition, poll.held) == ("1", "Evening", "2026-11-23", NOON)


@pytest.mark.parametrize("keys", [[], ["hands"], ["more:1", "less:1"]])
def test_no_hands_are_no_poll(keys: list[str], slide: QuestionSlide) -> None:
    state = press(slide, *keys)

    assert slide.poll(state, uid="1", session="", edition="", held=NOON) is None


# --- how it is set


def test_from_right_to_left_everything_is_turned_round(look: RoomLook, icons: IconShelf) -> None:
    ours, theirs = slide_of(BEST, look, icons), slide_of(BEST, look, icons, language="ar")

    rects = [each.rect for each in ours.placed if each.kind == "option"]
    turned = [each.rect for each in theirs.placed if each.kind == "option"]
    assert [rect.left() for rect in turned] == [ours.width - rect.right() for rect in rects]
    assert painted(ours, ANSWERED) != painted(theirs, ANSWERED)


def test_a_question_alone_is_set_as_large_as_it_goes(look: RoomLook, icons: IconShelf) -> None:
    short = QuestionTextSlide(matter_of(BEST), BEST, look, icons)
    title = next(each for each in short.placed if each.kind == "title")

    assert title.size == 60
    assert short.told(ASKED) == ("Ask the room", BEST.text)
    assert not painted(short, ASKED).isNull()
