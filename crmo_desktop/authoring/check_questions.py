"""Checks of the quiz: its form, on which facts each question rests, and which section settles it."""

from collections.abc import Iterator
from typing import Final

from crmo_desktop.authoring.blocks import cited_facts
from crmo_desktop.authoring.check_evidence import doses_in, tells_caution
from crmo_desktop.authoring.check_numbers import NumberCheck
from crmo_desktop.authoring.check_words import HIGHEST_GRADE, ReadingLevel, SeedText
from crmo_desktop.authoring.content_folder import ContentFolder
from crmo_desktop.authoring.markup import Element
from crmo_desktop.authoring.problem import Problem
from crmo_desktop.authoring.records import Record

_FILE: Final = "questions.json"
_LONGEST: Final = {"question": 220, "option": 120, "explanation": 400}  # characters that fit on a wall
_ALL_OPTIONS: Final = 400  # characters of all options together, as many as fit on a wall of 4:3
_OPTIONS: Final = {"best-answer": (3, 5), "order": (3, 6), "true-false": (0, 0)}  # fewest, most


def check_questions(
    folder: ContentFolder, numbers: NumberCheck, seed: SeedText, level: ReadingLevel
) -> Iterator[Problem]:
    """All that is wrong with the questions of `folder`."""
    for question in folder.datasets.get("questions", []):
        id = str(question["id"])
        faults = (
            *_faults_of_form(question),
            *_faults_of_settling(folder, question),
            *_faults_of_evidence(folder, question, numbers),
            *_faults_of_words(question, seed, level),
        )
        for fault in faults:
            yield Problem(folder.root / _FILE, folder.line_of(_FILE, id), f"question “{id}”: {fault}")


def told(question: Record) -> str:
    """What the question says to be true: itself, its right answer and the explanation."""
    options, answer = question["options"], question.get("answer")
    right = options if question["kind"] == "order" else []
    if question["kind"] == "best-answer" and _is_place(answer, options):
        right = [options[answer]]
    return " ; ".join([question["question"], *right, question["explanation"]])


def _is_place(answer: object, options: list[str]) -> bool:
    return isinstance(answer, int) and not isinstance(answer, bool) and 0 <= answer < len(options)


def _faults_of_form(question: Record) -> Iterator[str]:
    kind, options, answer = question["kind"], question["options"], question.get("answer")
    fewest, most = _OPTIONS[kind]
    if not fewest <= len(options) <= most:
        yield f"{kind} takes {fewest} to {most} options" if most else f"{kind} takes no options"
    if len(set(options)) < len(options):
        yield "two of its options are the same"
    if kind == "best-answer" and options and not _is_place(answer, options):
        yield "its answer is no place in its options, counted from 0"
    if kind == "true-false" and not isinstance(answer, bool):
        yield "its answer is neither true nor false"
    if kind == "order" and answer is not None:
        yield "an order has no answer: its options stand in the right order"
    texts = [("question", question["question"]), ("explanation", question["explanation"])]
    for name, text in [*texts, *(("option", option) for option in options)]:
        if len(text) > _LONGEST[name]:
            yield f"its {name} is longer than {_LONGEST[name]} characters: “{text[:30]}…”"
    if sum(map(len, options)) > _ALL_OPTIONS:
        yield f"its options together are longer than {_ALL_OPTIONS} characters"


def _faults_of_settling(folder: ContentFolder, question: Record) -> Iterator[str]:
    topic, _, name = question["settled_by"].partition("#")
    file = folder.topics.get(topic)
    sections = {} if file is None else {s.attributes.get("id"): s for s in file.sections()}
    if name not in sections:
        yield f"there is no section “{question['settled_by']}” that could settle it"
        return
    if sections[name].attributes.get("data-audience") not in {question["audience"], "both"}:
        yield f"the section “{question['settled_by']}” is not for {question['audience']}"
    if file is not None and file.chapter != question["chapter"]:
        yield f"the section that settles it stands in chapter “{file.chapter}”"
    if question["facts"] and not set(question["facts"]) & set(cited_facts(sections[name])):
        yield f"the section “{question['settled_by']}” cites none of its facts"


def _faults_of_evidence(folder: ContentFolder, question: Record, numbers: NumberCheck) -> Iterator[str]:
    if not question["facts"]:
        yield "it rests on no fact"
    for id in question["facts"]:
        fact = folder.facts.get(id)
        if fact is None:
            yield f"fact “{id}” does not exist"
            continue
        if fact["audience"] == "clinician" and question["audience"] == "patient":
            yield f"fact “{id}” is for clinicians only"
        caution = fact.get("caution")
        if caution and not tells_caution(told(question), caution):
            yield f"it does not tell the caution of “{id}”: “{caution}”"
    yield from numbers.unsupported(told(question), tuple(question["facts"]))


def _faults_of_words(question: Record, seed: SeedText, level: ReadingLevel) -> Iterator[str]:
    yield from seed.copied(told(question))
    if question["audience"] != "patient":
        return
    everything = [question["question"], *question["options"], question["explanation"]]
    for dose in doses_in(" ; ".join(everything)):
        yield f"a dose in a question for patients: “{dose}”"
    grade = level.grade(*(Element("p", {}, 0, [text]) for text in everything))
    if grade is not None and grade > HIGHEST_GRADE:
        yield f"it reads at grade {grade:.1f}; at most {HIGHEST_GRADE:.0f} is wanted"
