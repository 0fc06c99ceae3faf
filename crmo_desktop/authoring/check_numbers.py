"""Checks that every number in a topic stands in a fact cited there."""

from collections.abc import Iterable, Iterator

from crmo_desktop.authoring.blocks import Block, blocks_of, cited_facts
from crmo_desktop.authoring.content_folder import ContentFolder, TopicFile
from crmo_desktop.authoring.conversions import converts
from crmo_desktop.authoring.evidence import Evidence
from crmo_desktop.authoring.numbers import Number, numbers_in
from crmo_desktop.authoring.problem import Problem
from crmo_desktop.authoring.records import Record


class NumberCheck:
    """Holds the numbers of topics against the facts of their folder."""

    def __init__(self, folder: ContentFolder) -> None:
        self._folder = folder
        self._evidence: dict[frozenset[str], Evidence] = {}
        terms = (word for term in folder.glossary.values() for word in [term["term"], *term["synonyms"]])
        self._names = " ; ".join(
            [*terms, *folder.planned().values()]
        )  # where a name with figures may stand, too

    def check(self, topic: TopicFile) -> Iterator[Problem]:
        """Numbers of `topic` that are in no fact cited where they stand, and conversions that are wrong."""
        if topic.is_help:
            return
        yield from self._check_title(topic)
        for container in [*topic.summaries(), *topic.sections()]:
            for block in blocks_of(container):
                yield from self._check_block(topic, block)

    def unsupported(self, text: str, facts: tuple[str, ...]) -> list[str]:
        """What is wrong with the numbers of `text`, which rests on these facts."""
        evidence = self._evidence_of(facts)
        return [
            _unsupported(number)
            for number in numbers_in(text)
            if not evidence.supports(number, names=self._names)
        ]

    def _check_title(self, topic: TopicFile) -> Iterator[Problem]:
        evidence = self._evidence_of(tuple(cited_facts(topic.root)))
        for number in numbers_in(self._folder.planned().get(topic.id, "")):
            if not evidence.supports(number):
                line = self._folder.line_of("tree.json", topic.id)
                yield Problem(self._folder.root / "tree.json", line, _unsupported(number))

    def _check_block(self, topic: TopicFile, block: Block) -> Iterator[Problem]:
        evidence = self._evidence_of(block.facts)
        line = block.element.line
        for fault in self.unsupported(block.plain, block.facts):
            yield Problem(topic.path, line, fault)
        for shown, original in block.conversions:
            numbers = numbers_in(original)
            missing = [number for number in numbers if not evidence.supports(number)]
            for number in missing:
                yield Problem(topic.path, line, _unsupported(number))
            if not missing and not self._are_of_one_fact(numbers, block.facts):
                yield Problem(topic.path, line, f"the numbers of “{original}” are not those of one fact")
            if not converts(original, shown):
                yield Problem(topic.path, line, f"“{shown}” is not what “{original}” comes to")

    def _are_of_one_fact(self, numbers: Iterable[Number], facts: tuple[str, ...]) -> bool:
        return any(all(self._evidence_of((id,)).supports(number) for number in numbers) for id in facts)

    def _evidence_of(self, ids: tuple[str, ...]) -> Evidence:
        key = frozenset(ids)
        if key not in self._evidence:
            facts = [self._folder.facts[id] for id in sorted(key & self._folder.facts.keys())]
            years = [
                year
                for fact in facts
                for source in fact["sources"]
                if (year := self._folder.sources.get(source, {}).get("year")) is not None
            ]
            self._evidence[key] = Evidence([_text_of(fact) for fact in facts], years)
        return self._evidence[key]


def _text_of(fact: Record) -> str:
    return " ; ".join([fact["statement"], *fact["figures"], fact.get("caution") or ""])


def _unsupported(number: Number) -> str:
    return f"the number “{number.written}” is in none of the facts cited here"
