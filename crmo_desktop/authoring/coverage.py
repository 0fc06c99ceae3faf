"""How much of the evidence the topics tell, and whether it is what the edition promises.

edition.json says which part of the facts has to be cited:
`"covers": {"seed": 1, "priority-1": 1, "priority-2": 0.5}`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from crmo_desktop.authoring.blocks import cited_facts
from crmo_desktop.authoring.check_words import SEED
from crmo_desktop.authoring.content_folder import ContentFolder
from crmo_desktop.authoring.problem import Problem

PROMISES: Final = ("seed", "priority-1", "priority-2", "priority-3")


@dataclass(frozen=True, slots=True)
class Share:
    """How many facts of one kind are cited by a topic.

    Attributes:
        kind: which facts, as told: "of priority 1".
        missing: ids of those that no topic cites.
        least: the part of them that the edition promises to cite, 0 to 1.
    """

    kind: str
    all: int
    missing: tuple[str, ...]
    least: float

    @property
    def is_enough(self) -> bool:
        """Whether as many are cited as have to be."""
        return not self.missing or (self.all - len(self.missing)) / self.all >= self.least

    def __str__(self) -> str:
        return f"facts {self.kind} cited: {self.all - len(self.missing)} of {self.all}"


def coverage(folder: ContentFolder) -> tuple[Share, ...]:
    """The shares in the order told: the seed article's facts, then by priority."""
    cited = {
        id for topic in folder.topics.values() if not topic.is_help for id in cited_facts(topic.root)
    } & folder.facts.keys()

    def share(kind: str, promise: str, wanted: list[str]) -> Share:
        least = promises(folder).get(promise, 0.0)
        return Share(kind, len(wanted), tuple(id for id in wanted if id not in cited), least)

    seed = [id for id, fact in folder.facts.items() if SEED in fact["sources"]]
    shares = [share("of the seed article", "seed", seed)]
    for priority in (1, 2, 3):
        facts = [id for id, fact in folder.facts.items() if fact.get("priority") == priority]
        shares.append(share(f"of priority {priority}", f"priority-{priority}", facts))
    return tuple(shares)


def promises(folder: ContentFolder) -> dict[str, float]:
    """What edition.json promises, 0 to 1 by kind; whatever is no such number is left out."""
    written = (folder.edition or {}).get("covers")
    if not isinstance(written, dict):
        return {}
    return {kind: float(least) for kind, least in written.items() if _is_share(kind, least)}


def _is_share(kind: str, least: object) -> bool:
    return kind in PROMISES and type(least) in (int, float) and 0 <= float(str(least)) <= 1


def check_coverage(folder: ContentFolder) -> Iterator[Problem]:
    """Facts that topics should tell and do not; a warning until the edition is complete."""
    path = folder.root / "facts.json"
    written = (folder.edition or {}).get("covers", {})
    if not isinstance(written, dict) or len(promises(folder)) < len(written):
        text = f"the edition's “covers” is no part from 0 to 1 for {', '.join(PROMISES)}"
        yield Problem(folder.root / "edition.json", 1, text)
    for share in coverage(folder):
        if share.is_enough:
            continue
        first = share.missing[0]
        text = f"{share}; at least {share.least:.0%} are wanted, “{first}” is the first that is missing"
        yield Problem(path, folder.line_of("facts.json", first), text, is_warning=not folder.is_complete)
