"""The exit codes that docs/deploying.md promises are those of the installers."""

import re

import pytest

from tests.house.tree import ROOT

TABLE = (ROOT / "docs" / "deploying.md").read_text(encoding="utf-8")
RUN = (ROOT / "packaging" / "linux" / "install.sh").read_text(encoding="utf-8")
SETUP = (ROOT / "packaging" / "windows" / "setup.nsi").read_text(encoding="utf-8")
ROWS = {
    "cannot; the words are on standard error": ("CANNOT", None),
    "an option that does not exist": ("WRONG_OPTION", None),
    "a newer version is installed": ("NEWER", "IS_NEWER"),
    "the program is open": ("OPEN", "IS_OPEN"),
    "the file is damaged": ("DAMAGED", None),
    "this Windows is too old": (None, "TOO_OLD"),
    "what the older version left could not be removed": (None, "NOT_REMOVED"),
}


@pytest.mark.parametrize("what", ROWS)
def test_the_table_tells_what_the_installers_do(what: str) -> None:
    (row,) = re.findall(rf"^\| {re.escape(what)} \|(.*)\|$", TABLE, re.MULTILINE)
    of_run, of_setup, *_ = (cell.strip() for cell in row.split("|"))
    name_in_run, name_in_setup = ROWS[what]

    if name_in_run:
        assert re.findall(rf"\b{name_in_run}=(\d+)", RUN) == [of_run]
    if name_in_setup:
        assert re.findall(rf"^!define {name_in_setup} (\d+)$", SETUP, re.MULTILINE) == [of_setup]


def test_no_code_is_left_out() -> None:
    (line,) = (line for line in RUN.splitlines() if line.startswith("CANNOT="))

    assert set(re.findall(r"([A-Z_]+)=\d", line)) == {name for name, _ in ROWS.values() if name}
