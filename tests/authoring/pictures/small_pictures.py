"""Pictures for the small content: one of each kind, without a fault, and easy to break."""

from typing import Any

from crmo_desktop.authoring.content_folder import read_content
from crmo_desktop.authoring.pictures.making import Made, make_picture
from crmo_desktop.domain.picture import Drawing, Picture
from tests.authoring.small_content import PAIN, SmallContent

Record = dict[str, Any]

WORDS: Record = {
    "percent": "{percent}%", "counted": "{count} of {people} ({percent}%)",
    "bone_counted": "{name} {shown} ({count} of {people})", "rate": "{label}: {shown} of {people} {what}",
    "rate_counted": "{label} ({what}): {shown}", "range": "{label}: {shown}",
    "range_of_people": "{label}: {shown}; {people} people", "answer": "{label}: go to {number}.",
    "go_on": "Then go to {number}.", "unknown": "Not known",
}  # fmt: skip

SITES: list[Record] = [
    {"id": "site-1", "site": "shin", "percent": 64.0, "affected_n": 16, "cohort_n": 25, "source": "book",
     "basis": "patients", "method": "MRI (20 of 25 whole-body)"},
    {"id": "site-2", "site": "spine", "percent": 68, "affected_n": None, "cohort_n": 25, "source": "book",
     "basis": "patients", "method": "MRI (20 of 25 whole-body)"},
    {"id": "site-3", "site": "shin", "percent": 20.8, "affected_n": 21, "cohort_n": 13, "source": "book",
     "basis": "lesions (of 101)", "method": "MRI", "note": "Percent calculated here from counts."},
    {"id": "site-4", "site": "spine", "percent": 46, "affected_n": None, "cohort_n": None, "source": "book",
     "basis": "patients (as quoted)", "method": "secondary citation"},
]  # fmt: skip

FACTS: list[Record] = [
    {"id": "f-bones", "statement": "On MRI of 25 children the shin led.",
     "figures": ["shin 64.0%, spine 68%"], "sources": ["book"],
     "audience": "both", "strength": "cohort", "priority": 2},
    {"id": "f-lesions", "statement": "In 13 children 21 of 101 lesions sat in the shin.", "figures": [],
     "sources": ["book"], "audience": "clinician", "strength": "cohort", "priority": 2},
    {"id": "f-counts", "statement": "The spine hurt in 5 of 20 people.", "figures": ["spine 5", "20 people"],
     "sources": ["study-2020"], "audience": "both", "strength": "cohort", "priority": 2},
    {"id": "f-age", "statement": "In 1,070 children it began at 9.6 years.",
     "figures": ["median 9.6 years (3-17)"], "sources": ["study-2020", "book"],
     "audience": "both", "strength": "cohort", "priority": 2},
    {"id": "f-first", "statement": "It was first described in 1972.", "figures": ["1972"],
     "sources": ["book"], "audience": "both", "strength": "review", "priority": 2},
]  # fmt: skip

NOTHING = "nothing"


def _picture(kind: str, columns: list[str], **fields: object) -> Record:
    return {
        "id": "sore", "kind": kind, "audience": "both", "topic": "pain", "title": "Sore bones",
        "caption": {"text": "What there is to see.", "states": NOTHING}, "columns": columns, **fields,
    }  # fmt: skip


def rates(**fields: object) -> Record:
    """An icon array of one rate, which `fields` change."""
    rate = {"label": "Our study", "read": {"f-pain": "{percent}% of {people}"}, "what": "children"} | fields
    return _picture(
        "IconArrays", ["Question", "Who", "Share", "People", "How"], legend=["Hurt", "Did not hurt"],
        comparisons=[{"question": "Pain first", "rates": [rate]}],
    )  # fmt: skip


def ages(**fields: object) -> Record:
    """A chart of one range, which `fields` change."""
    reads = ["median {value} years ({low}-{high})", "In {people} children"]
    item = {"label": "Our study", "read": {"f-age": reads}, "shown": "median {value}"} | fields
    return _picture(
        "Ranges", ["What", "Who", "Age", "People"], axis="years", unit="years of age",
        groups=[{"title": "At the start", "ranges": [item]}],
    )  # fmt: skip


def events(**fields: object) -> Record:
    """A timeline of one event, which `fields` change."""
    event = {"read": {"f-first": "{year}"}, "title": "First told", "text": "A report."} | fields
    return _picture("Timeline", ["Year", "What", "More"], events=[event])


def bones(*groups: Record) -> Record:
    """A bone map of `groups`; without any, of the 25 children seen on MRI."""
    sites = [
        {"site": "shin", "name": "Shin bone", "bones": ["tibia", "tibia/distal"], "to": "scan"},
        {"site": "spine", "name": "Spine", "bones": ["lumbar-spine"]},
    ]
    return _picture(
        "BoneMap", ["Group", "Bone", "Share", "People"], no_figure="None", front="Front", back="Back",
        sites=sites, groups=list(groups) or [mri_group()],
    )  # fmt: skip


def mri_group(**fields: object) -> Record:
    """A cohort of the site frequencies."""
    return {
        "id": "mri", "name": "Children, MRI", "people": "{n} children; {whole} had all of it",
        "method": "MRI", "unit": "Children in %", "facts": ["f-bones"],
        "read_from": {"method": "({whole} of"},
        "from": {"source": "book", "basis": "patients", "method": "MRI (20 of 25 whole-body)"}, **fields,
    }  # fmt: skip


def lesion_group(**fields: object) -> Record:
    """A cohort whose lesions are counted, for clinicians."""
    return {
        "id": "lesions", "name": "Lesions", "people": "{total} lesions in {n} children", "method": "MRI",
        "unit": "Lesions in %", "facts": ["f-lesions"], "for_clinicians": True,
        "from": {"source": "book", "basis": "lesions (of 101)", "method": "MRI"}, **fields,
    }  # fmt: skip


def told_group(**fields: object) -> Record:
    """A cohort that a fact tells of."""
    return {
        "id": "told", "name": "People", "people": "{n} people", "method": "Not told", "unit": "People in %",
        "read": {"f-counts": "{n} people"}, "note": "Worked out from counts.",
        "bones": [{"site": "spine", "read": {"f-counts": "spine {count}"}}], **fields,
    }  # fmt: skip


def way(*steps: Record) -> Record:
    """A flow chart of `steps`; without any, of three."""
    usual = [
        {"id": "ask", "kind": "question", "title": {"text": "Does it hurt?", "to": "scan#day"},
         "text": {"text": "It hurt first in {count}.", "read": {"f-pain": "in {count} of"}},
         "answers": [{"label": "Yes", "next": "scan"}, {"label": "No", "next": "end"}]},
        {"id": "scan", "kind": "action", "title": "Scan", "answers": [{"next": "end"}]},
        {"id": "end", "kind": "end", "title": "Decide"},
    ]  # fmt: skip
    return _picture(
        "Flow", ["Step", "What", "More", "Then"], flags_title="Red flags", steps=list(steps) or usual,
        flags=[{"text": "Pain that stays.", "facts": ["f-pain"]}],
    )  # fmt: skip


def medicines(kind: str = "parallel") -> Record:
    """Choices of one band."""
    card = {"title": "A scan", "text": {"text": "It shows spots.", "facts": ["f-scan"]}}
    band = {"kind": kind, "title": "First", "note": {"text": "Ask.", "states": NOTHING}, "cards": [card]}
    return _picture("Choices", ["When", "What", "More"], bands=[band])


def sides(**fields: object) -> Record:
    """Two things side by side, in one row, which `fields` change."""
    row = {"title": "Pain", "cells": [{"text": "First", "facts": ["f-pain"]}, None]} | fields
    return _picture("SideBySide", ["Sign", "CRMO", "Flu"], key=1, rows=[row])


def labels(**fields: object) -> Record:
    """An illustration with one label, which `fields` change."""
    label = {"at": "spot", "name": "A spot", "lesion": True,
             "note": {"text": "It hurts.", "facts": ["f-pain"]}} | fields  # fmt: skip
    return _picture("LabelledArt", ["Part", "More"], art="leg.svg", labels=[label])


def steps(**fields: object) -> Record:
    """Panels: one with art, and one with an icon, which `fields` change."""
    text = {"text": "It hurts.", "facts": ["f-pain"]}
    other = {"icon": "bone", "title": "Calm", "text": {"text": "Rest.", "states": NOTHING}} | fields
    return _picture(
        "Panels", ["What", "More"], order="numbered",
        panels=[{"art": "leg.svg", "title": "Sore", "text": text}, other],
    )  # fmt: skip


ART = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 300"><path fill="{bone}" d="M0 0h9"/>
<g id="anchors" opacity="0"><circle id="at-spot" cx="20" cy="30.5" r="1"/></g></svg>"""

EVERY = {
    "BoneMap": bones(mri_group(), lesion_group(), told_group()),
    "LabelledArt": labels(),
    "Panels": steps(),
    "Flow": way(),
    "Choices": medicines(),
    "IconArrays": rates(),
    "SideBySide": sides(),
    "Ranges": ages(),
    "Timeline": events(),
}


def with_evidence(content: SmallContent) -> None:
    """Give `content` what pictures rest on; it has no picture yet."""
    from tests.authoring.small_content import FACTS as OTHERS

    content.write("facts.json", [*OTHERS, *FACTS])
    content.write("site-frequencies.json", SITES)
    content.write("picture-words.json", WORDS)
    content.write("pictures/leg.svg", ART)


def add(content: SmallContent, picture: Record) -> None:
    """Put `picture` into `content` and into its topic on pain, in a section for both."""
    with_evidence(content)
    content.write(f"pictures/{picture['id']}.json", picture)
    content.replace(
        PAIN, "<h2>How often?</h2>", f'<h2>How often?</h2><figure data-picture="{picture["id"]}"/>'
    )


def make(content: SmallContent, picture: Record) -> Made:
    """What becomes of `picture` in `content`."""
    with_evidence(content)
    content.write("pictures/sore.json", picture)
    folder = read_content(content.root)
    return make_picture(folder, folder.pictures["sore"])


def faults(content: SmallContent, picture: Record) -> list[str]:
    """What is wrong with `picture`, without file and line."""
    return [problem.text for problem in make(content, picture).problems]


def drawn(content: SmallContent, picture: Record) -> Drawing:
    """What `picture`, which has no fault, draws."""
    return sound(content, picture).drawing


def sound(content: SmallContent, picture: Record) -> Picture:
    """The picture that `picture`, which has no fault, becomes."""
    made = make(content, picture)
    assert made.problems == ()
    assert made.picture is not None
    return made.picture
