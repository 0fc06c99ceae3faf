"""Tests of `crmo_desktop.domain.picture`."""

import pytest

from crmo_desktop.domain.picture import Flow, Step, Words


def test_a_step_is_found_by_its_id() -> None:
    step = Step(id="pain", kind="question", title=Words(text="Does it hurt?"))
    flow = Flow(steps=(step,), flags_title=Words(text="Red flags"), flags=())

    assert flow.step("pain") is step
    with pytest.raises(KeyError):
        flow.step("none")
