"""What the list of slides shows: parts with their minutes, slides with the time they took."""

from PySide6.QtCore import QCoreApplication

from crmo_desktop.domain.talk import Talk
from crmo_desktop.gui.models.slide_rows import SlideRow
from crmo_desktop.gui.presenter.timekeeper import Timekeeper
from crmo_desktop.gui.slides.deck import Deck
from crmo_desktop.gui.slides.slide import Slide
from crmo_desktop.gui.spans import in_minutes, short_face


def slide_rows(talk: Talk, deck: Deck, keeper: Timekeeper, shown: int) -> list[tuple[SlideRow, str]]:
    """Every row with what a screen reader says; `shown` is the slide on the wall, from 0."""
    rows: list[tuple[SlideRow, str]] = []
    part = -1
    for place, slide in enumerate(deck.slides):
        if len(talk.parts) > 1 and slide.matter.part != part:
            part = slide.matter.part
            rows.append(_part_row(talk, part, keeper))
        rows.append(_slide_row(deck, place, slide, keeper, shown))
    return rows


def _part_row(talk: Talk, number: int, keeper: Timekeeper) -> tuple[SlideRow, str]:
    part, taken = talk.parts[number], keeper.parts[number]
    time = short_face(taken) if taken >= 1 else ""
    if part.minutes:
        planned = in_minutes(part.minutes)
        time = (
            QCoreApplication.translate("Console", "{taken} of {planned}").format(taken=time, planned=planned)
            if time
            else planned
        )
    words = f"{part.title}, {time}" if time else part.title
    return SlideRow(-1, part.title, time), words


def _slide_row(deck: Deck, place: int, slide: Slide, keeper: Timekeeper, shown: int) -> tuple[SlideRow, str]:
    taken = keeper.of_slide(slide.key)
    is_passed = taken >= 1 and place != shown
    title = _title(deck, place, slide)
    row = SlideRow(place, title, short_face(taken) if taken >= 1 else "", is_passed)
    words = f"{place + 1}: {title}"
    if place == shown:
        return row, QCoreApplication.translate("Console", "{slide}, on the wall").format(slide=words)
    if is_passed:
        return row, QCoreApplication.translate("Console", "{slide}, was shown").format(slide=words)
    return row, words


def _title(deck: Deck, place: int, slide: Slide) -> str:
    """Of a slide; with its number where its neighbours of the same matter are called the same."""
    beside = deck.slides[max(0, place - 1) : place + 2]
    if sum(each.title == slide.title and each.matter is slide.matter for each in beside) < 2:
        return slide.title
    words = QCoreApplication.translate("Console", "{title} ({number} of {count})")
    return words.format(title=slide.title, number=slide.number + 1, count=slide.count)
