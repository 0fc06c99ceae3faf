"""Questions for a room as slides: what is asked, then why the answer is right."""

from dataclasses import replace

from crmo_desktop.domain.slides import Matter
from crmo_desktop.gui.slides.answer_slide import answer_slides
from crmo_desktop.gui.slides.deck import SlideMakers
from crmo_desktop.gui.slides.question_slide import QuestionSlide, QuestionTextSlide
from crmo_desktop.gui.slides.room_look import RoomLook
from crmo_desktop.gui.slides.slide import Room, Slide


def question_slides(matter: Matter, look: RoomLook, makers: SlideMakers, room: Room) -> tuple[Slide, ...]:
    """The slides of a QUESTION; none of a matter that asks nothing."""
    question, look = matter.question, replace(look, room=room)
    if question is None:
        return ()
    answers = answer_slides(matter, question, look, makers.icons)
    whole = QuestionSlide(matter, question, look, makers.icons, text=True)
    if whole.fits:
        return whole, *answers
    asked = QuestionTextSlide(matter, question, look, makers.icons)
    return asked, QuestionSlide(matter, question, look, makers.icons, text=False), *answers
