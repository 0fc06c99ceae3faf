"""Questions and the matters of them, without an edition."""

from dataclasses import replace
from typing import Any

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.identifiers import ChapterId, SectionId, SourceId, TopicAddress, TopicId
from crmo_desktop.domain.quiz import Question, QuestionKind
from crmo_desktop.domain.slides import Matter, MatterKind
from crmo_desktop.services.reading import ReadingService

BEST = Question(
    id="q-best",
    kind=QuestionKind.BEST_ANSWER,
    audience=Audience.PATIENT,
    difficulty="easy",
    chapter=ChapterId("bones"),
    text="What must be looked for?",
    options=("Germs", "A growth", "Both of them", "Neither"),
    answer=(2,),
    explanation="Both can look alike. Nobody can tell by looking.",
    settled_by=TopicAddress(TopicId("pain"), SectionId("in-short")),
    sources=(SourceId("s-1"), SourceId("s-2")),
)
TRUE_FALSE = replace(
    BEST,
    id="q-true",
    kind=QuestionKind.TRUE_FALSE,
    text="A scan is loud.",
    options=(),
    answer=(0,),
    explanation="True. Bring a book.",
)
ORDER = replace(
    BEST,
    id="q-order",
    kind=QuestionKind.ORDER,
    text="Put these in order.",
    options=("Three", "One", "Two"),
    answer=(1, 2, 0),
    explanation="One comes first.",
)


def matter_of(question: Question, **changed: Any) -> Matter:
    """A question as a session has it."""
    matter = Matter(
        key=f"question/{question.id}",
        kind=MatterKind.QUESTION,
        title=question.text,
        audience=question.audience,
        references={SourceId("s-1"): "Beck and others 2010", SourceId("s-2"): "Zhao and others 2018"},
        notes=("Ask it twice.",),
        question=question,
        settled_by="Bone pain › In short",
    )
    return replace(matter, **changed)


def matters_of_edition(reading: ReadingService) -> list[Matter]:
    """Every question of an edition, with names of its sources."""
    found = []
    for question in reading.questions():
        page = reading.page(question.settled_by.topic, question.audience)
        titles = {section.id: section.title for section in page.sections}
        section = titles[question.settled_by.section or SectionId("")]
        names = {source.id: f"{source.authors[:40]}, {source.year}" for source in page.sources}
        found.append(
            matter_of(question, references=names, settled_by=f"{page.topic.title} › {section}", notes=())
        )
    return found
