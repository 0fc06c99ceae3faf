"""Questions as they leave the program."""

from dataclasses import replace

from crmo_desktop.domain.quiz import QuestionKind
from crmo_desktop.export.told_questions import ToldQuestion
from tests.gui.slides.question_samples import BEST, ORDER, TRUE_FALSE

STAMP = "Reference, edition 2026-11-26. Information, not medical advice."


def told(question: object = BEST) -> ToldQuestion:
    return ToldQuestion(
        question=question,  # type: ignore[arg-type]  # it is one
        chapter="Bones",
        settled_by="Pain › In short",
        sources=("Jansen and others, Bone 2010",),
    )


ALL = tuple(told(question) for question in (BEST, TRUE_FALSE, ORDER))
FAMILY, HARD = BEST, replace(BEST, id="q-hard", difficulty="hardest", text="Tab\there?\nYes")
KINDS = tuple(QuestionKind)
