"""Tests of `crmo_desktop.gui.drawing.flow_layout`."""

from itertools import pairwise
from random import Random

import pytest
from PySide6.QtCore import QPointF, QRectF, QSizeF

from crmo_desktop.domain.picture import Answer, Flow, Step
from crmo_desktop.gui.drawing.flow_layout import Measures, Plan, is_clear, laid_out
from tests.gui.drawing.examples import FLOW, words

MEASURES = Measures(
    height=lambda id, width: 40 + 2000 * (len(id) + 5) / width,
    least=lambda _id: 120.0,
    label=lambda text, width: QSizeF(min(width, 7.0 * len(text)), 18.0 * (1 + 7 * len(text) // width)),
    widest=84.0,
    narrowest=(200.0, 150.0),
)


def made_up(seed: int) -> Flow:
    """A flow chart without sense: each step leads to some later ones."""
    random = Random(seed)
    count = random.randint(2, 12)
    steps = []
    for number in range(count):
        later = list(range(number + 1, count))
        ways = sorted({number + 1, *random.sample(later, min(len(later), random.randint(0, 2)))})
        if number > 1 and random.random() < 0.3:
            ways = ways[1:]
        answers = tuple(
            Answer(label=random.choice(("", "Yes", "No", "Not sure yet, or more than one")), next=f"s{way}")
            for way in ways
            if way < count
        )
        steps.append(Step(id=f"s{number}", kind="question", title=words(f"S{number}"), answers=answers))
    return Flow(steps=tuple(steps), flags_title=words("Flags"), flags=())


def on_edge(point: QPointF, rect: QRectF) -> bool:
    outer, inner = rect.adjusted(-0.1, -0.1, 0.1, 0.1), rect.adjusted(0.1, 0.1, -0.1, -0.1)
    return outer.contains(point) and not inner.contains(point)


def check(plan: Plan, flow: Flow, width: float) -> None:
    assert set(plan.boxes) == {step.id for step in flow.steps}
    ways = [(step.id, answer.next) for step in flow.steps for answer in step.answers]
    assert sorted((route.start, route.end) for route in plan.routes) == sorted(ways)
    for route in plan.routes:
        assert on_edge(route.points[0], plan.boxes[route.start]), route
        assert on_edge(route.points[-1], plan.boxes[route.end]), route
        for one, two in pairwise(route.points):
            assert one.x() == two.x() or one.y() == two.y(), route
            assert min(one.x(), two.x()) >= -0.1
            assert max(one.x(), two.x()) <= width + 0.1
    boxes = list(plan.boxes.values())
    for number, rect in enumerate(boxes):
        assert rect.left() >= 0
        assert rect.right() <= width + 0.1
        assert not any(rect.intersects(other) for other in boxes[:number])
    assert is_clear(plan)


@pytest.mark.parametrize("width", [480.0, 608.0, 900.0, 1134.0])
def test_arrows_begin_and_end_at_their_boxes_and_go_round_all_others(width: float) -> None:
    plan = laid_out(FLOW, width, MEASURES)

    assert plan is not None
    check(plan, FLOW, width)


def test_whatever_the_chart_it_is_clear_or_not_drawn_as_one() -> None:
    drawn = 0
    for seed in range(300):
        flow = made_up(seed)
        plan = laid_out(flow, 700.0, MEASURES)
        if plan is not None:
            check(plan, flow, 700.0)
            drawn += 1
    assert drawn > 100


def test_where_the_columns_have_no_room_there_is_no_chart() -> None:
    assert laid_out(FLOW, 345.0, MEASURES) is None


def test_an_arrow_through_a_box_or_through_words_is_found() -> None:
    plan = laid_out(FLOW, 700.0, MEASURES)
    assert plan is not None

    across = QRectF(plan.routes[0].points[0] - QPointF(5, -5), QSizeF(10, 10))
    assert not is_clear(plan._replace(boxes={**plan.boxes, "more": across}))
    plan.routes[0].words = across
    assert not is_clear(plan)
