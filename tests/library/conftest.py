"""The pack of the small content."""

from pathlib import Path

import pytest

from crmo_desktop.authoring.compile import compile_pack
from tests.authoring.small_content import SmallContent


@pytest.fixture(scope="session")
def small_pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Read it, never write it."""
    folder = tmp_path_factory.mktemp("small")
    compile_pack(SmallContent(folder / "content").root, folder / "small.crmo")
    return folder / "small.crmo"
