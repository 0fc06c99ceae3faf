"""A picture to try things with."""

from crmo_desktop.domain.bone_map import BoneFigure, BoneGroup, BoneMap
from crmo_desktop.domain.identifiers import FactId, PictureId, SourceId, TopicId
from crmo_desktop.domain.picture import Picture, PictureTable, Words


def group(id: str, *, is_for_clinicians: bool = False) -> BoneGroup:
    """A cohort of 20 people with one bone affected, resting on facts of its own."""
    bone = BoneFigure(
        id=f"{id}-spine", bones=("lumbar-spine",), name="Spine", percent=25.0, shown="25%", affected=5,
        facts=(FactId(f"{id}-bone"),),
    )  # fmt: skip
    return BoneGroup(
        id=id, name=f"Group {id}", people="20 people", n=20, counts="people", method="MRI",
        source=SourceId(f"{id}-study"), unit="in %", bones=(bone,), is_for_clinicians=is_for_clinicians,
        facts=(FactId(f"{id}-cohort"),),
    )  # fmt: skip


def bone_map(id: str = "map", *, groups: tuple[BoneGroup, ...] = ()) -> Picture:
    """A bone map for everybody, of `groups` or of one for all and one for clinicians."""
    groups = groups or (group("all"), group("few", is_for_clinicians=True))
    rows = tuple(
        (Words(text=one.name), Words(text=bone.name), Words(text=bone.shown), Words(text=str(one.n)))
        for one in groups
        for bone in one.bones
    )
    return Picture(
        id=PictureId(id),
        title="Sore bones",
        caption="What there is to see.",
        audience="both",
        topic=TopicId("bone-map"),
        drawing=BoneMap(groups=groups, no_figure="None", front="Front", back="Back"),
        said=tuple(f"{one.name}: spine 25%." for one in groups),
        table=PictureTable(
            columns=("Group", "Bone", "Share", "People"), numeric=(False, False, True, True), rows=rows
        ),
        facts=tuple(fact for one in groups for fact in (*one.facts, *one.bones[0].facts)),
        sources=tuple(one.source for one in groups),
    )
