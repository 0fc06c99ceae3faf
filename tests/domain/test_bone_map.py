"""Tests of `crmo_desktop.domain.bone_map`."""

from crmo_desktop.domain.bone_map import BoneGroup, BoneMap
from crmo_desktop.domain.identifiers import SourceId


def group(id: str, *, is_for_clinicians: bool) -> BoneGroup:
    return BoneGroup(
        id=id, name=id, people="75 children", n=75, counts="people", method="MRI", source=SourceId("s"),
        unit="Children, in %", bones=(), is_for_clinicians=is_for_clinicians,
    )  # fmt: skip


def test_families_are_offered_what_needs_no_clinician() -> None:
    children, lesions = group("mri", is_for_clinicians=False), group("lesions", is_for_clinicians=True)
    bones = BoneMap(groups=(children, lesions), no_figure="No figure.", front="Front", back="Back")

    assert bones.offered(for_clinicians=False) == (children,)
    assert bones.offered(for_clinicians=True) == (children, lesions)
