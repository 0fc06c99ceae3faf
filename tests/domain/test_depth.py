"""How deep a reader goes."""

from crmo_desktop.domain.depth import Depth


def test_keys_one_two_and_three_go_deeper() -> None:
    assert [str(depth) for depth in Depth] == ["sentence", "short", "everything"]
