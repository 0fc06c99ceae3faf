"""The small content folder, anew for each test."""

from pathlib import Path

import pytest

from tests.authoring.small_content import SmallContent


@pytest.fixture
def content(tmp_path: Path) -> SmallContent:
    return SmallContent(tmp_path / "content")
