"""What is said beside the words of a question, on a wall and in a window."""

from PySide6.QtCore import QCoreApplication

from crmo_desktop.domain.quiz import LETTERS, Question, QuestionKind


def ask() -> str:
    """What stands over a question that a room is asked."""
    return QCoreApplication.translate("QuestionWords", "Ask the room")


def answer() -> str:
    """What stands over an answer."""
    return QCoreApplication.translate("QuestionWords", "Answer")


def in_order() -> str:
    """What stands over things in their right order."""
    return QCoreApplication.translate("QuestionWords", "In the right order")


def settled_by(section: str) -> str:
    """Where the answer can be read."""
    return QCoreApplication.translate("QuestionWords", "Read it in {section}").format(section=section)


def hands_of(option: str, hands: int) -> str:
    """How many hands there were for an option, for a screen reader."""
    one = QCoreApplication.translate("QuestionWords", "{option}: 1 hand").format(option=option)
    many = QCoreApplication.translate("QuestionWords", "{option}: {n} hands", None, hands)
    return one if hands == 1 else many.format(option=option, n=hands)


def is_right(option: str) -> str:
    """That an option is the right one, for a screen reader."""
    return QCoreApplication.translate("QuestionWords", "Right: {option}").format(option=option)


def options_of(question: Question) -> tuple[str, ...]:
    """What there is to choose from, in words."""
    if question.kind is QuestionKind.TRUE_FALSE:
        return (
            QCoreApplication.translate("QuestionWords", "True"),
            QCoreApplication.translate("QuestionWords", "False"),
        )
    return question.options


def lettered(question: Question, place: int) -> str:
    """An option with its letter, as it is called in a room: "C. Both of them"."""
    words = options_of(question)[place]
    if question.kind is QuestionKind.TRUE_FALSE:
        return words
    return f"{LETTERS[place]}. {words}"


def right_answer(question: Question) -> tuple[str, ...]:
    """The right option in words; of an order every one, with its number."""
    if question.kind is QuestionKind.ORDER:
        options = question.options
        return tuple(f"{number}. {options[place]}" for number, place in enumerate(question.answer, 1))
    return (lettered(question, question.answer[0]),)
