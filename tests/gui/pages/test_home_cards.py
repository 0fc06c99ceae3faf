import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.identifiers import TopicAddress, TopicId
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.pages.home_cards import DoorCard, LastRead, QuestionCard, RecentCard
from crmo_desktop.gui.theme import Look
from crmo_desktop.services.front_page import Door, Question, doors, questions
from crmo_desktop.services.reading import ReadingService
from tests.gui.conftest import Show
from tests.gui.hands import NO_KEY, click, press


@pytest.fixture
def frame(show: Show) -> QWidget:
    frame = QWidget()
    show(frame, 500, 300)
    return frame


# --- doors


@pytest.fixture
def door(reading: ReadingService) -> Door:
    return next(door for door in doors(reading) if door.name == "clinicians")


@pytest.fixture
def door_card(door: Door, frame: QWidget, icons: IconShelf, look: Look) -> DoorCard:
    card = DoorCard(door, icons, frame)
    card.set_look(look)
    card.resize(400, 280)
    card.show()
    return card


def test_a_door_leads_to_its_topics_in_its_readers_words(
    door_card: DoorCard, door: Door, qtbot: QtBot
) -> None:
    links = door_card.findChildren(QPushButton)
    assert [link.text() for link in links] == [topic.title for topic in door.topics]

    for link, topic in zip(links, door.topics, strict=True):
        with qtbot.waitSignal(door_card.address_chosen) as chosen:
            click(link)
        assert chosen.args == [TopicAddress(topic.id), Audience.CLINICIAN]


@pytest.mark.parametrize(
    ("name", "audience"),
    [("families", Audience.PATIENT), ("clinicians", Audience.CLINICIAN), ("trainers", Audience.CLINICIAN)],
)
def test_each_door_opens_its_topics_in_its_own_readers_words(
    name: str,
    audience: Audience,
    reading: ReadingService,
    frame: QWidget,
    icons: IconShelf,
    look: Look,
    qtbot: QtBot,
) -> None:
    card = DoorCard(next(door for door in doors(reading) if door.name == name), icons, frame)
    card.set_look(look)
    card.show()

    link = card.findChildren(QPushButton)[0]
    link.setFocus()
    with qtbot.waitSignal(card.address_chosen) as chosen:
        press(card, Qt.Key.Key_Space)

    assert chosen.args is not None
    assert chosen.args[1] is audience
    assert reading.page(chosen.args[0].topic, audience).audience is audience


def test_every_door_says_whom_it_is_for(
    reading: ReadingService, frame: QWidget, icons: IconShelf, look: Look
) -> None:
    cards = [DoorCard(door, icons, frame) for door in doors(reading)]
    for card in cards:
        card.set_look(look)

    assert [card.accessibleName() for card in cards] == ["For families", "For clinicians", "For trainers"]
    for card in cards:
        words = [label.text() for label in card.findChildren(QLabel) if label.text()]
        assert words[0] == card.accessibleName()
        assert len(words) == 2


def test_a_door_has_its_badge_and_arrows(door_card: DoorCard) -> None:
    assert any(not label.pixmap().isNull() for label in door_card.findChildren(QLabel))
    assert not any(link.icon().isNull() for link in door_card.findChildren(QPushButton))


def test_drawing_a_door_is_silent(door_card: DoorCard, look: Look, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(door_card.address_chosen):
        door_card.set_look(look)


# --- questions


@pytest.fixture
def question(reading: ReadingService) -> Question:
    return next(question for question in questions(reading) if question.name == "urgent")


@pytest.fixture
def question_card(question: Question, frame: QWidget, icons: IconShelf, look: Look) -> QuestionCard:
    card = QuestionCard(question, icons, frame)
    card.set_look(look)
    card.resize(300, 60)
    card.show()
    return card


def test_the_whole_card_of_a_question_can_be_clicked(question_card: QuestionCard, qtbot: QtBot) -> None:
    with qtbot.waitSignal(question_card.address_chosen) as chosen:
        click(question_card, QPoint(290, 10))

    assert chosen.args == [TopicAddress(TopicId("red-flags")), None]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_keys_press_it(key: Qt.Key, question_card: QuestionCard, qtbot: QtBot) -> None:
    question_card.setFocus()

    with qtbot.waitSignal(question_card.address_chosen) as chosen:
        press(question_card, key)

    assert chosen.args == [TopicAddress(TopicId("red-flags")), None]


def test_what_is_no_press_opens_nothing(question_card: QuestionCard, qtbot: QtBot) -> None:
    question_card.setFocus()

    with qtbot.assertNotEmitted(question_card.address_chosen):
        press(question_card, Qt.Key.Key_A)
        QTest.mouseClick(question_card, Qt.MouseButton.RightButton)
        QTest.mousePress(question_card, Qt.MouseButton.LeftButton)
        QTest.mouseRelease(question_card, Qt.MouseButton.LeftButton, NO_KEY, QPoint(900, 900))


def test_a_question_says_itself_and_what_answers_it(
    reading: ReadingService, frame: QWidget, icons: IconShelf, look: Look
) -> None:
    said = []
    for question in questions(reading):
        card = QuestionCard(question, icons, frame)
        card.set_look(look)
        said.append((card.accessibleName(), card.accessibleDescription()))
        assert [label.text() for label in card.findChildren(QLabel) if label.text()] == list(said[-1])

    assert said == [
        ("Is it CRMO?", "When to think of it"),
        ("When is it urgent?", "Signs that need help fast"),
        ("What helps?", "Treatment at a glance"),
        ("Where does it strike?", "The bone map"),
    ]


# --- read last

PAGES = [LastRead(f"crmo://topic/topic-{n}", f"Topic {n}", "today") for n in range(5)]


@pytest.fixture
def recent(frame: QWidget, look: Look) -> RecentCard:
    card = RecentCard(frame)
    card.resize(300, 200)
    card.show()
    return card


def test_the_three_pages_read_last_are_offered(recent: RecentCard, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(recent.address_chosen):
        recent.set_pages(PAGES)

    links = recent.findChildren(QPushButton)
    assert [link.text() for link in links] == ["Topic 0", "Topic 1", "Topic 2"]
    assert [label.text() for label in recent.findChildren(QLabel)] == ["today"] * 3
    with qtbot.waitSignal(recent.address_chosen) as chosen:
        links[1].click()
    assert chosen.args == [TopicAddress(TopicId("topic-1")), None]


def test_new_pages_take_the_place_of_the_old(recent: RecentCard, qtbot: QtBot) -> None:
    recent.set_pages(PAGES)
    recent.set_pages(PAGES[4:])

    qtbot.waitUntil(lambda: [link.text() for link in recent.findChildren(QPushButton)] == ["Topic 4"])
    assert recent.has_pages()


def test_with_nothing_read_there_is_nothing_to_offer(recent: RecentCard) -> None:
    assert not recent.has_pages()

    recent.set_pages(PAGES)
    recent.set_pages([])

    assert not recent.has_pages()
    assert recent.accessibleName() == "Carry on reading"
