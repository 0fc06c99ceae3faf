"""Everything that `check-content` refuses, in one call."""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from crmo_desktop.authoring.blocks import cited_facts
from crmo_desktop.authoring.check_easy import check_easy_topic, check_plain_words
from crmo_desktop.authoring.check_evidence import check_evidence
from crmo_desktop.authoring.check_numbers import NumberCheck
from crmo_desktop.authoring.check_questions import check_questions
from crmo_desktop.authoring.check_records import check_plan, check_records
from crmo_desktop.authoring.check_structure import check_links, check_markup
from crmo_desktop.authoring.check_teaching import check_teaching
from crmo_desktop.authoring.check_words import ReadingLevel, SeedText
from crmo_desktop.authoring.content_folder import TEACHING, ContentFolder, read_content
from crmo_desktop.authoring.coverage import check_coverage, coverage
from crmo_desktop.authoring.pictures.checking import check_pictures
from crmo_desktop.authoring.pictures.making import make_pictures
from crmo_desktop.authoring.pictures.placing import with_pictures
from crmo_desktop.authoring.problem import Problem


@dataclass(frozen=True, slots=True)
class Report:
    """What a check found.

    Attributes:
        problems: by file and line; warnings among them.
        summary: lines that tell how much there is, for people.
    """

    problems: tuple[Problem, ...]
    summary: tuple[str, ...]

    @property
    def faults(self) -> tuple[Problem, ...]:
        """The problems that keep the content from being published."""
        return tuple(problem for problem in self.problems if not problem.is_warning)


def check_content(root: Path) -> Report:
    """Check the content folder `root`; never raises for what stands in it."""
    folder = read_content(root)
    return check_folder(folder)


def check_folder(folder: ContentFolder) -> Report:
    """Check a content folder that has been read."""
    problems = list(folder.problems)
    if not folder.root.is_dir():
        return Report(tuple(problems), ())
    seed, level, numbers = SeedText(folder), ReadingLevel(folder), NumberCheck(folder)
    problems += check_records(folder)
    problems += check_plan(folder)
    for topic in folder.topics.values():
        problems += check_markup(topic)
        problems += check_links(folder, topic)
        problems += check_evidence(folder, topic)
        problems += numbers.check(topic)
        problems += level.check(topic)
        problems += check_easy_topic(topic, level)
        if not topic.is_help:
            problems += seed.check(topic)
    problems += check_plain_words(folder, level)
    made = make_pictures(folder)
    problems += check_pictures(folder, made, numbers, seed, level)
    shown = with_pictures(folder, {one.file.id: one.picture for one in made if one.picture})
    problems += check_questions(shown, numbers, seed, level)
    problems += check_teaching(folder, numbers, seed, level)
    problems += check_coverage(shown)
    return Report(tuple(sorted(set(problems))), tuple(_summary(folder, shown, level)))


def _summary(folder: ContentFolder, shown: ContentFolder, level: ReadingLevel) -> list[str]:
    """What there is in `folder`; what its pictures cite is in `shown`."""
    topics = [topic for topic in folder.topics.values() if not topic.is_help]
    cited = {
        id for topic in shown.topics.values() if not topic.is_help for id in cited_facts(topic.root)
    } & folder.facts.keys()
    words: Counter[str] = Counter()
    grades = []
    for topic in topics:
        for section in topic.sections():
            audience = section.attributes.get("data-audience", "")
            for one in ("patient", "clinician") if audience == "both" else (audience,):
                words[one] += len(section.text().split())
            if audience != "clinician" and (grade := level.grade(section)) is not None:
                grades.append(grade)
    lines = [
        f"topics: {len(topics)} of {len(folder.planned()) - len(folder.help.get('topics', []))}",
        f"words: {words['patient']} for patients, {words['clinician']} for clinicians",
        f"facts cited: {len(cited)} of {len(folder.facts)}",
        *map(str, coverage(shown)),
    ]
    sources = {source for id in cited for source in folder.facts[id].get("sources", [])}
    lines.append(f"sources cited: {len(sources)}; glossary terms: {len(folder.glossary)}")
    lines.append(f"pictures: {len(folder.pictures)}")
    lines.append(f"questions: {len(folder.datasets.get('questions', []))}")
    if notes := folder.datasets.get(TEACHING):
        lines.append(f"notes for teaching: {len(notes)}")
    if grades:
        lines.append(
            f"reading grade for patients: mean {sum(grades) / len(grades):.1f}, worst {max(grades):.1f}"
        )
    return lines
