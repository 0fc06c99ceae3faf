"""The commands of whoever writes content; what they print is in test_cli.py."""

from pathlib import Path

import pytest

from crmo_desktop import making
from crmo_desktop.domain.errors import UserError
from crmo_desktop.library.pack import open_pack
from crmo_desktop.paths import Paths
from tests.authoring.small_content import SmallContent
from tests.house.tree import ROOT


@pytest.fixture
def content(tmp_path: Path) -> SmallContent:
    return SmallContent(tmp_path / "content")


@pytest.fixture
def paths(tmp_path: Path, content: SmallContent) -> Paths:
    return Paths(ROOT / "resources", tmp_path / "made.crmo", content.root, tmp_path / "data")


def test_without_a_folder_it_is_the_programs_own(paths: Paths, capsys: pytest.CaptureFixture[str]) -> None:
    assert making.check_content(paths, None) == 0
    assert capsys.readouterr().out.endswith("0 faults, 0 warnings\n")


def test_a_fault_ends_with_1(paths: Paths, content: SmallContent, capsys: pytest.CaptureFixture[str]) -> None:
    topic = next(content.root.glob("topics/*/*.html"))
    topic.write_text(topic.read_text(encoding="utf-8").replace("</article>", ""), encoding="utf-8")

    assert making.check_content(paths, content.root) == making.EXIT_FAULTS
    assert topic.name in capsys.readouterr().out


def test_the_pack_goes_where_it_is_told(paths: Paths, tmp_path: Path) -> None:
    assert making.build_content(paths, None, tmp_path / "other.crmo") == 0
    assert making.build_content(paths, None, None) == 0

    for pack in (tmp_path / "other.crmo", paths.bundled_pack):
        opened = open_pack(pack)
        assert opened.chapters
        opened.close()


def test_where_there_is_no_content(paths: Paths, tmp_path: Path) -> None:
    without = paths._replace(content=None)
    for root, said in ((None, "This program has no content folder"), (tmp_path / "gone", "is no folder")):
        with pytest.raises(UserError, match=said):
            making.check_content(without, root)
        with pytest.raises(UserError, match=said):
            making.build_content(without, root, None)
