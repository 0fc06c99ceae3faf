"""The bone map: cohorts from `site-frequencies.json`, or from facts that tell bones with their figures."""

import re
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from crmo_desktop.authoring.pictures.filling import Filler, Given, Node
from crmo_desktop.authoring.pictures.templates import TemplateError, read_figures
from crmo_desktop.authoring.records import Record
from crmo_desktop.domain.bone_map import BoneFigure, BoneGroup, BoneMap
from crmo_desktop.domain.identifiers import FactId, SourceId
from crmo_desktop.domain.picture import Words

REGIONS: Final = frozenset(
    "skull mandible cervical-spine thoracic-spine lumbar-spine sacrum ribs sternum clavicle scapula humerus "
    "radius ulna hand pelvis femur patella tibia fibula foot".split()
)  # shapes of the skeleton; "femur/distal" is a part of one
_PARTS: Final = frozenset({"proximal", "distal"})
_SECOND_HAND: Final = "secondary citation"
_LESIONS: Final = re.compile(r"lesions \(of (\d+)\)")


def bone_map(filler: Filler, record: Node) -> BoneMap:
    """The map that `record` describes."""
    sites = {str(site.get("site", "")): site for site in filler.nodes(record, "sites")}
    for site in sites.values():
        for bone in filler.texts(site, "bones"):
            region, _, part = bone.partition("/")
            if region not in REGIONS or (part and part not in _PARTS):
                filler.fault(f"the skeleton has no bone “{bone}”", at=bone)
    groups = tuple(_group(filler, node, sites) for node in filler.nodes(record, "groups"))
    for id in {group.id for group in groups if [other.id for other in groups].count(group.id) > 1}:
        filler.fault(f"two groups are called “{id}”", at=id)
    return BoneMap(
        groups=groups,
        no_figure=filler.text(record, "no_figure"),
        front=filler.text(record, "front"),
        back=filler.text(record, "back"),
    )


def _group(filler: Filler, node: Node, sites: dict[str, Node]) -> BoneGroup:
    filler.is_for_clinicians = node.get("for_clinicians") is True
    group = _read_group(filler, node, sites)
    filler.is_for_clinicians = False
    return group


def _read_group(filler: Filler, node: Node, sites: dict[str, Node]) -> BoneGroup:
    given = filler.given(node)
    records = _records(filler, node)
    n, total = _sizes(filler, node, records, given)
    sizes = {"n": n} if total is None else {"n": n, "total": total}
    if records:
        given = given.with_counted(**{name: str(size) for name, size in sizes.items()})
        given = given.with_counted(**_read_from(filler, node, records[0]))
    name = filler.label(node.get("name"), given).text
    if records:
        bones = tuple(_from_record(filler, record, sites, given) for record in records)
    else:
        bones = tuple(_from_fact(filler, bone, sites, n) for bone in filler.nodes(node, "bones"))
    people = filler.statement(node.get("people"), given)
    note = filler.statement(node["note"], given) if "note" in node else Words(text="")
    return BoneGroup(
        id=filler.text(node, "id"),
        name=name,
        people=people.text,
        n=n,
        counts="people" if total is None else "lesions",
        total=total,
        method=filler.label(node.get("method"), given).text,
        source=SourceId(_source(filler, node, records, given)),
        unit=filler.label(node.get("unit"), given).text,
        bones=tuple(sorted(bones, key=_most_first)),
        note=note.text,
        is_for_clinicians=node.get("for_clinicians") is True,
        facts=tuple(dict.fromkeys((*people.facts, *note.facts))),
    )


def _most_first(bone: BoneFigure) -> float:
    return -bone.percent


def _records(filler: Filler, node: Node) -> list[Record]:
    """The site frequencies of a cohort; none where the group reads facts instead."""
    wanted = node.get("from")
    if not isinstance(wanted, dict):
        return []
    keys = ("source", "basis", "method")
    found = [
        record
        for record in filler.folder.datasets.get("site-frequencies", [])
        if all(record.get(key) == wanted.get(key) for key in keys)
    ]
    if not found:
        cohort = ", ".join(str(wanted.get(key)) for key in keys)
        filler.fault(f"no site frequency is from {cohort}", at=str(wanted.get("source", "")))
    for record in found:
        if record.get("method") == _SECOND_HAND or record.get("cohort_n") is None:
            filler.fault(
                f"“{record['id']}” is quoted second-hand, or of no known cohort", at=filler.text(node, "id")
            )
    return found


def _read_from(filler: Filler, node: Node, record: Record) -> dict[str, str]:
    """Figures in the texts of a site frequency, e.g. how many were seen on MRI in its method."""
    values: dict[str, str] = {}
    wanted = node.get("read_from", {})
    for name, template in wanted.items() if isinstance(wanted, dict) else ():
        try:
            values |= read_figures(str(template), [str(record.get(name, ""))], "")
        except TemplateError as error:
            filler.fault(f"site frequency “{record['id']}”: {error}", at=str(template))
    return values


def _sizes(filler: Filler, node: Node, records: list[Record], given: Given) -> tuple[int, int | None]:
    """How many people the cohort has, and how many lesions if these are counted."""
    id = filler.text(node, "id")
    if not records:
        n, total = given.number("n"), given.number("total")
        if n is None or n < 1:
            filler.fault(f"group “{id}” does not read n, its people", at=id)
        return max(1, int(n or 1)), None if total is None else int(total)
    sizes = {record.get("cohort_n") for record in records}
    if len(sizes) > 1:
        filler.fault(f"the site frequencies of “{id}” are of cohorts of different sizes", at=id)
    lesions = _LESIONS.fullmatch(str(records[0].get("basis", "")))
    if lesions and node.get("for_clinicians") is not True:
        filler.fault(f"group “{id}” counts lesions: it is for clinicians", at=id)
    return int(records[0].get("cohort_n") or 1), int(lesions[1]) if lesions else None


def _source(filler: Filler, node: Node, records: list[Record], given: Given) -> str:
    if records:
        return str(records[0]["source"])
    sources = dict.fromkeys(
        source for id in given.facts for source in filler.folder.facts.get(id, {}).get("sources", [])
    )
    if len(sources) != 1:
        filler.fault("a cohort rests on facts of one source", at=filler.text(node, "id"))
    return next(iter(sources), "")


def _site(filler: Filler, name: str, sites: dict[str, Node]) -> Node:
    if name not in sites:
        filler.fault(f"“sites” does not say which bones “{name}” is", at=name)
        return {"name": name, "bones": []}
    return sites[name]


def _from_record(filler: Filler, record: Record, sites: dict[str, Node], given: Given) -> BoneFigure:
    """A bone of a cohort in the site frequencies; the facts that the group cites hold the same figure."""
    affected = record.get("affected_n")
    is_worked_out = "calculated" in str(record.get("note", ""))
    site = _site(filler, str(record["site"]), sites)
    return _bone(
        filler, str(record["id"]), site, str(record["percent"]), affected, given, is_worked_out=is_worked_out
    )


def _from_fact(filler: Filler, node: Node, sites: dict[str, Node], n: int) -> BoneFigure:
    """A bone whose percentage, or whose count, is read from a fact."""
    given = filler.given(node)
    percent, count = given.number("percent"), given.number("count")
    site = str(node.get("site", ""))
    if percent is None and count is None:
        filler.fault(f"neither a percentage nor a count is read for “{site}”", at=site)
    is_worked_out = percent is None
    if percent is None:
        percent = (100 * (count or Decimal(0)) / n).quantize(Decimal("0.1"), ROUND_HALF_UP)
    id = given.facts[0] if given.facts else ""
    affected = None if count is None else int(count)
    found = _site(filler, site, sites)
    id = f"{id}-{site.replace(' ', '-')}"
    return _bone(filler, id, found, str(percent), affected, given, is_worked_out=is_worked_out)


def _bone(
    filler: Filler,
    id: str,
    site: Node,
    percent: str,
    affected: int | None,
    given: Given,
    *,
    is_worked_out: bool,
) -> BoneFigure:
    name = filler.label({"text": filler.text(site, "name"), **({"to": site["to"]} if "to" in site else {})})
    held = str(affected) if is_worked_out else f"{percent}%"
    filler.note(f"{name.text}: {held}", given, at=filler.text(site, "name"))
    if not 0 <= float(percent) <= 100:
        filler.fault(f"{percent} is no percentage", at=filler.text(site, "name"))
    return BoneFigure(
        id=id,
        bones=filler.texts(site, "bones"),
        name=name.text,
        percent=float(percent),
        shown=f"{percent}%",
        affected=affected,
        facts=tuple(FactId(fact) for fact in given.facts),
        target=name.target,
    )
