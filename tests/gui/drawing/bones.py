"""Made-up groups for the bone map: one that tells of whole bones, one of parts of them."""

from crmo_desktop.domain.bone_map import BoneFigure, BoneGroup, BoneMap
from crmo_desktop.domain.identifiers import FactId, SourceId

SPINE = ("cervical-spine", "thoracic-spine", "lumbar-spine")


def figure(id: str, name: str, percent: float, *bones: str, target: str = "") -> BoneFigure:
    return BoneFigure(
        id=id,
        bones=bones,
        name=name,
        percent=percent,
        shown=f"{percent:g}%",
        facts=(FactId("made-up-01"),),
        target=target,
    )


TIBIA = figure("site-01", "Shin bone (tibia)", 64, "tibia", target="crmo://topic/long-bones")
PELVIS = figure("site-02", "Pelvis", 38.7, "pelvis")
BACK = figure("site-03", "Spine", 14.9, *SPINE, target="crmo://topic/spine")
LEGS = figure("site-04", "Legs (any bone)", 100, "femur", "patella", "tibia", "fibula", "foot")
KNEE = figure("site-05", "Lower end of the thigh bone (distal femur)", 20.8, "femur/distal")
TOP = figure("site-06", "Upper end of the shin bone (proximal tibia)", 16, "tibia/proximal")
BLADE = figure("site-07", "Shoulder blade (scapula)", 5, "scapula")


def group(id: str, *bones: BoneFigure, unit: str = "Children with this bone affected, in %") -> BoneGroup:
    return BoneGroup(
        id=id,
        name=f"Children, {id}",
        people=f"{len(bones) * 10} children, looked at in one place",
        n=len(bones) * 10,
        counts="people",
        method="MRI, mostly of the whole body",
        source=SourceId("made-up-2020"),
        unit=unit,
        bones=bones,
        note="One child can have several bones affected, so the figures overlap.",
    )


WHOLE = group("whole", TIBIA, PELVIS, BACK)
PARTS = group("parts", KNEE, TOP, BLADE, unit="Lesions in this bone, in % of all lesions")
WIDE = group("wide", LEGS, TIBIA)
DRAWING = BoneMap(
    groups=(WHOLE, PARTS, WIDE),
    no_figure="No figure for this group. It does not mean “never”.",
    front="Front",
    back="Back",
)
