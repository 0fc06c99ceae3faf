"""A picture as one audience sees it, and in words."""

from dataclasses import replace

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.bone_map import BoneMap
from crmo_desktop.domain.picture import Picture


def caption_line(picture: Picture) -> str:
    """Title and caption as one line, as they stand below the picture in a page."""
    between = " " if picture.title.endswith((".", "?", "!")) else ". "
    return f"{picture.title}{between}{picture.caption}"


def read_by(picture: Picture, audience: Audience) -> Picture:
    """`picture` without the cohorts that are for clinicians only, for all other readers.

    What is said of a bone map has a paragraph for each cohort, and its table a row for each bone of each.
    """
    drawing = picture.drawing
    if audience == Audience.CLINICIAN or not isinstance(drawing, BoneMap):
        return picture
    groups = tuple(group for group in drawing.groups if not group.is_for_clinicians)
    if len(groups) == len(drawing.groups):
        return picture
    names = {group.name for group in groups}
    told = zip(drawing.groups, picture.said, strict=True)
    facts = {fact for group in groups for fact in (*group.facts, *(f for b in group.bones for f in b.facts))}
    return replace(
        picture,
        drawing=replace(drawing, groups=groups),
        said=tuple(said for group, said in told if not group.is_for_clinicians),
        table=replace(picture.table, rows=tuple(row for row in picture.table.rows if row[0].text in names)),
        facts=tuple(fact for fact in picture.facts if fact in facts),
        sources=tuple(dict.fromkeys(group.source for group in groups)),
    )
