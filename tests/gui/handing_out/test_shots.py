"""Which slides go out, and in which state."""

from crmo_desktop.domain.slides import MatterKind
from crmo_desktop.gui.handing_out.handed import Handed
from crmo_desktop.gui.handing_out.shots import placed_in, shots_of
from crmo_desktop.gui.slides.answer_slide import AnswerSlide
from crmo_desktop.gui.slides.figures_slide import BoneSlide
from crmo_desktop.gui.slides.question_slide import QuestionSlide


def test_every_slide_goes_out_once_and_whole(topic_out: Handed) -> None:
    shots = shots_of(topic_out.deck)

    assert [shot.slide for shot in shots] == list(topic_out.deck.slides)
    assert [shot.number for shot in shots] == list(range(1, len(shots) + 1))
    assert all(shot.told == shot.slide.told(shot.slide.last_state()) for shot in shots)


def test_a_question_goes_out_with_and_without_its_answer(session_out: Handed) -> None:
    asked = [shot for shot in shots_of(session_out.deck) if isinstance(shot.slide, QuestionSlide)]

    assert [shot.is_answer for shot in asked] == [False, True, False, True]
    for before, after in zip(asked[::2], asked[1::2], strict=True):
        assert before.slide is after.slide
        assert before.number == after.number
        assert set(before.told) < set(after.told)


def test_answers_can_stay_here(session_out: Handed) -> None:
    shots = shots_of(session_out.deck, has_answers=False)

    assert not any(shot.is_answer or isinstance(shot.slide, AnswerSlide) for shot in shots)
    asked = [shot for shot in shots if shot.slide.matter.kind is MatterKind.QUESTION]
    assert len(asked) == 2
    assert all(shot.state == shot.slide.first_state() for shot in asked)


def test_a_live_picture_goes_out_in_every_state(session_out: Handed) -> None:
    shots = [shot for shot in shots_of(session_out.deck) if isinstance(shot.slide, BoneSlide)]

    assert len(shots) > 1
    assert len({shot.told for shot in shots}) == len(shots)
    words = ["\n".join(each.words for each in placed_in(shot)) for shot in shots]
    assert len(set(words)) == len(words)
