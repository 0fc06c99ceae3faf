"""What the quiz says beside the words of its questions."""

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.errors import UserError
from crmo_desktop.domain.publication import OwnWords, Publication
from crmo_desktop.domain.quiz import Question, QuestionKind, Round
from crmo_desktop.gui.slides.question_words import lettered, right_answer
from crmo_desktop.services.reading import ReadingService


def score(taken: Round) -> str:
    """How many answers of a round are right."""
    words = QCoreApplication.translate("QuizWords", "{right} of {count} right")
    return words.format(right=taken.right, count=len(taken.given))


def day(taken: Round) -> str:
    """When a round was answered last."""
    when = taken.changed.astimezone()
    return QLocale().toString(QDate(when.year, when.month, when.day), "d MMMM yyyy")


def about(taken: Round, reading: ReadingService) -> str:
    """When a round was answered, for whom its questions are, and from which chapter."""
    parts = [day(taken), whom(taken.audience)]
    parts += [chapter.title for chapter in reading.chapters() if chapter.id == taken.chapter]
    return ", ".join(parts)


def whom(audience: Audience) -> str:
    """For whom questions are."""
    if audience is Audience.PATIENT:
        return QCoreApplication.translate("QuizWords", "for families")
    return QCoreApplication.translate("QuizWords", "for clinicians")


def chosen_words(question: Question, chosen: tuple[int, ...]) -> str:
    """What was answered."""
    known = [place for place in chosen if place < question.choices]
    if question.kind is QuestionKind.ORDER:
        options = [question.options[place] for place in known]
        return "; ".join(f"{number}. {option}" for number, option in enumerate(options, 1))
    return " ".join(lettered(question, place) for place in known)


def your_answer(question: Question, chosen: tuple[int, ...]) -> str:
    """What the reader answered, as a line."""
    words = QCoreApplication.translate("QuizWords", "Your answer: {answer}")
    return words.format(answer=chosen_words(question, chosen))


def the_right_answer(question: Question) -> str:
    """The right answer, as a line."""
    words = QCoreApplication.translate("QuizWords", "Right answer: {answer}")
    return words.format(answer="; ".join(right_answer(question)))


def read_in(question: Question, reading: ReadingService) -> str:
    """Where the answer is written."""
    words = QCoreApplication.translate("QuizWords", "Read it in {section}")
    return words.format(section=section_of(question, reading))


def section_of(question: Question, reading: ReadingService) -> str:
    """The topic and the section that settle a question; its address where the edition lacks the topic."""
    address = question.settled_by
    try:
        page = reading.page(address.topic, question.audience)
    except UserError:
        return str(address)
    title = next((each.title for each in page.sections if each.id == address.section), "")
    return f"{page.topic.title} › {title}" if title else page.topic.title


def summary(taken: Round, questions: tuple[Question, ...], reading: ReadingService) -> Publication:
    """A round on paper: how many were right, and of each question what was answered and why it is so.

    Args:
        taken: the round.
        questions: of it that were answered, in the order in which they were asked.
        reading: where they are from.
    """
    title = QCoreApplication.translate("QuizWords", "Quiz: {score}").format(score=score(taken))
    contents = [OwnWords(lines=(about(taken, reading),))]
    for number, question in enumerate(questions, 1):
        given = taken.given_to(question.id)
        if given is None:
            continue
        right = QCoreApplication.translate("QuizWords", "Right.")
        wrong = QCoreApplication.translate("QuizWords", "Not right.")
        answer = your_answer(question, given.chosen)
        lines = [f"{right if given.is_right else wrong} {answer}"]
        if not given.is_right:
            lines.append(the_right_answer(question))
        lines += [question.explanation, read_in(question, reading)]
        contents.append(OwnWords(heading=f"{number}. {question.text}", lines=tuple(lines)))
    return Publication(title=title, contents=tuple(contents), has_sources=False)
