import sys
from pathlib import Path

import pytest

from crmo_desktop.gui.late_commands import _ANSWERS, LateCommands
from crmo_desktop.gui.main_window import MainWindow

NAMES = [(group, name) for group, names in _ANSWERS.items() for name in names]


@pytest.mark.parametrize(("group", "name"), NAMES)
def test_each_action_has_a_method_that_answers_it(window: MainWindow, group: str, name: str) -> None:
    assert window.table[name].text()
    assert callable(getattr(getattr(window.late, group), name))


def test_no_action_is_answered_twice() -> None:
    assert len({name for _, name in NAMES}) == len(NAMES)


def test_a_group_is_made_once(window: MainWindow) -> None:
    assert window.late.marks is window.late.marks
    assert window.late.marks.parent() is window


def test_an_action_reaches_its_group(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(window.late.settings, "settings", lambda: asked.append("settings"))

    window.table["settings"].trigger()

    assert asked == ["settings"]


def test_its_module_loads_none_of_them() -> None:
    source = Path(sys.modules[LateCommands.__module__].__file__ or "").read_text(encoding="utf-8")
    top = source.partition("class LateCommands")[0].partition("if TYPE_CHECKING:")[0]

    assert "_commands import" not in top
