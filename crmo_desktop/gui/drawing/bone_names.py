"""What bones are called that a group has no figure for."""

from PySide6.QtCore import QCoreApplication


def bone_name(bone: str) -> str:
    """The name of a shape of the skeleton as readers know it; the shape's own where there is none."""
    names = {
        "skull": QCoreApplication.translate("BoneNames", "Skull"),
        "mandible": QCoreApplication.translate("BoneNames", "Lower jaw (mandible)"),
        "cervical-spine": QCoreApplication.translate("BoneNames", "Neck spine (cervical spine)"),
        "thoracic-spine": QCoreApplication.translate("BoneNames", "Chest spine (thoracic spine)"),
        "lumbar-spine": QCoreApplication.translate("BoneNames", "Lower spine (lumbar spine)"),
        "sacrum": QCoreApplication.translate("BoneNames", "Base of the spine (sacrum)"),
        "ribs": QCoreApplication.translate("BoneNames", "Ribs"),
        "sternum": QCoreApplication.translate("BoneNames", "Breastbone (sternum)"),
        "clavicle": QCoreApplication.translate("BoneNames", "Collarbone (clavicle)"),
        "scapula": QCoreApplication.translate("BoneNames", "Shoulder blade (scapula)"),
        "humerus": QCoreApplication.translate("BoneNames", "Upper arm bone (humerus)"),
        "radius": QCoreApplication.translate("BoneNames", "Forearm bone on the thumb side (radius)"),
        "ulna": QCoreApplication.translate("BoneNames", "Forearm bone on the little finger side (ulna)"),
        "hand": QCoreApplication.translate("BoneNames", "Hand bones"),
        "pelvis": QCoreApplication.translate("BoneNames", "Pelvis"),
        "femur": QCoreApplication.translate("BoneNames", "Thigh bone (femur)"),
        "patella": QCoreApplication.translate("BoneNames", "Kneecap (patella)"),
        "tibia": QCoreApplication.translate("BoneNames", "Shin bone (tibia)"),
        "fibula": QCoreApplication.translate("BoneNames", "Calf bone (fibula)"),
        "foot": QCoreApplication.translate("BoneNames", "Foot bones"),
    }
    return names.get(bone, bone)
