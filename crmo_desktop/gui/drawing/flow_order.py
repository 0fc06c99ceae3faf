"""The order of a flow chart's steps: which of them are the way through it, and which leave it."""

from typing import NamedTuple

from crmo_desktop.domain.picture import Flow, Step


class Sides(NamedTuple):
    """Which steps are on the way, and which beside it.

    Attributes:
        way: the longest way from the first step to an end.
        aside: the others, from above to below.
        beside: for each of them, beside which step of the way (a number from 0) it stands.
    """

    way: list[str]
    aside: list[str]
    beside: dict[str, int]


def ways(step: Step) -> list[tuple[str, str]]:
    """What can be answered, and the step that it leads to; answers that lead to the same are one."""
    labels: dict[str, list[str]] = {}
    for answer in step.answers:
        labels.setdefault(answer.next, []).append(answer.label)
    return [(" / ".join(dict.fromkeys(filter(None, told))), next) for next, told in labels.items()]


def sides_of(flow: Flow) -> list[Sides]:
    """How a chart can be split; not at all if it goes in circles or has steps apart.

    The way is the shortest to where all comes together, with what is done in between beside it; or the
    longest, with what is not done in between left out by arrows.
    """
    order = _in_order(flow)
    if order is None:
        return []
    following = {step.id: [answer.next for answer in step.answers] for step in flow.steps}
    told = {step.id: number for number, step in enumerate(flow.steps)}
    ends = [id for id in order if not following[id]]
    goal = max(ends, key=lambda id: told[id])  # what is told last
    longest: dict[str, list[str]] = {}
    shortest: dict[str, list[str]] = {}
    for id in reversed(order):
        ways = [longest[next] for next in following[id]]
        longest[id] = [id, *max(ways, key=lambda way: (len(way), told[way[-1]]), default=[])]
        ways = [shortest[next] for next in following[id] if shortest[next]]
        shortest[id] = [id, *min(ways, key=len)] if ways else [id] if id == goal else []
    first = flow.steps[0].id
    ways = [shortest[first], longest[first]]
    return [_split(order, following, way) for way in (ways if ways[0] != ways[1] else ways[:1])]


def _in_order(flow: Flow) -> list[str] | None:
    """The steps, each before all that follow it; None if that cannot be."""
    steps = {step.id: step for step in flow.steps}
    done: dict[str, bool] = {}  # by id, each after all that follow it; False while it is looked at

    def visit(id: str) -> bool:
        if id in done or id not in steps:
            return done.get(id, False)
        done[id] = False
        if not all(visit(answer.next) for answer in reversed(steps[id].answers)):
            return False
        del done[id]  # to stand last
        done[id] = True
        return True

    if not flow.steps or not visit(flow.steps[0].id) or len(done) != len(steps):
        return None
    return list(reversed(done))


def _split(order: list[str], following: dict[str, list[str]], way: list[str]) -> Sides:
    places = {id: number for number, id in enumerate(way)}
    beside: dict[str, int] = {}
    for id in order:
        for next in following[id]:
            if next not in places:
                beside[next] = max(beside.get(next, 0), places.get(id, beside.get(id, 0)))
    aside = sorted(beside, key=lambda id: (beside[id], order.index(id)))
    return Sides(way, aside, beside)
