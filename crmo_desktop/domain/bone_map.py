"""The bone map as a value: groups of people, and how many of each had which bone affected."""

from dataclasses import dataclass

from crmo_desktop.domain.identifiers import FactId, SourceId


@dataclass(frozen=True, slots=True, kw_only=True)
class BoneFigure:
    """How many of a group had one bone affected.

    Attributes:
        id: of the record of site frequencies, or of the fact, that it was read from.
        bones: which shapes of the skeleton are meant: "femur", or "femur/distal" for a part of one.
        name: as readers know it, e.g. "Shin bone (tibia)".
        percent: of the group's people, or of its lesions; 0 to 100.
        shown: the same as it is written, e.g. "64.0%".
        affected: how many, where the source says so.
        target: the address of the topic on this bone; "" if there is none.
    """

    id: str
    bones: tuple[str, ...]
    name: str
    percent: float
    shown: str
    affected: int | None = None
    facts: tuple[FactId, ...] = ()
    target: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BoneGroup:
    """One cohort, never mixed with another.

    Attributes:
        name: short, e.g. "Children, MRI".
        people: who and how many, e.g. "75 children; 68 had whole-body MRI".
        n: how many people.
        counts: "people" or "lesions": of what the figures are shares.
        total: how many lesions; None where people are counted.
        method: how the places were found.
        note: what must be said beside it; "" if nothing must.
        is_for_clinicians: families are not offered it.
        unit: what the figures are, e.g. "Children with this bone affected, in %".
        facts: what the cohort and its note rest on.
    """

    id: str
    name: str
    people: str
    n: int
    counts: str
    method: str
    source: SourceId
    unit: str
    bones: tuple[BoneFigure, ...]
    total: int | None = None
    note: str = ""
    is_for_clinicians: bool = False
    facts: tuple[FactId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BoneMap:
    """A skeleton, front and back, coloured by one group's figures.

    Attributes:
        no_figure: the words for a bone that the group has no figure for.
        front, back: what the two views are called.
    """

    groups: tuple[BoneGroup, ...]
    no_figure: str
    front: str
    back: str

    def offered(self, *, for_clinicians: bool) -> tuple[BoneGroup, ...]:
        """The groups to choose from: families are spared those that need a clinician's eye."""
        return tuple(group for group in self.groups if for_clinicians or not group.is_for_clinicians)
