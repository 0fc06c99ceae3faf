"""Tests of `crmo_desktop.gui.drawing.bone_names`."""

from crmo_desktop.gui.drawing.bone_names import bone_name
from crmo_desktop.gui.drawing.skeleton import skeleton
from tests.gui.drawing.checks import RESOURCES


def test_every_bone_of_the_skeleton_has_a_name(qapp: object) -> None:
    views = skeleton(RESOURCES / "pictures")
    bones = {bone.bone for view in views for bone in view.bones}
    names = {bone_name(bone) for bone in bones}

    assert len(names) == len(bones)
    assert not names & bones
    assert all(name[0].isupper() for name in names)
    assert bone_name("wing") == "wing"
