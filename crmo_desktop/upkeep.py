"""Commands for whoever looks after a copy of the program: `check-installation`, `licences`, `policy`."""

import json
import sys
from pathlib import Path
from typing import Final

from crmo_desktop import bootstrap
from crmo_desktop.services import check_words
from crmo_desktop.services.checking import Progress, Report, Verdict

EXIT_FAULTS: Final = 1
EXIT_CANNOT: Final = 2
_MEGABYTE: Final = 1_000_000
_WAITS_FOR_A_SHARE: Final = 60.0  # seconds


def check_installation(paths: bootstrap.Places, pack: Path | None, *, as_json: bool) -> int:
    """Compare every file with the list; prints what is wrong; 0 all well, 1 faults, 2 no list to be used."""
    report = bootstrap.make_check(paths, pack or paths.bundled_pack).run(Progress())
    if as_json:
        print(json.dumps(check_words.as_json(report), indent=1))
    else:
        print(check_words.as_text(report), end="")
    return _exit_status(report)


def _exit_status(report: Report) -> int:
    match report.verdict:
        case Verdict.SOUND:
            return 0
        case Verdict.NO_LIST:
            return 0 if report.list_trouble is None else EXIT_CANNOT
    return EXIT_FAULTS


def print_licences(paths: bootstrap.Places, name: str | None) -> int:
    """Print whose work is inside and under which licence, or the words of one of them."""
    licences = bootstrap.make_licences(paths)
    text = licences.as_text() if name is None else licences.find(name).text()
    sys.stdout.write(text)
    return 0


def print_policy(paths: bootstrap.Places, pack: Path | None) -> int:
    """Print what an administrator has set and what is wrong with it; 0 nothing, 1 something."""
    from crmo_desktop.services.policy_report import report

    found = bootstrap.read_policy(paths)
    reference, troubles = bootstrap.open_by_policy(paths, pack, found.policy, within=_WAITS_FOR_A_SHARE)
    troubles = (*found.troubles, *troubles)
    for line in report(found, reference.reading, str(paths.data), troubles):
        print(line)
    return EXIT_FAULTS if troubles else 0
