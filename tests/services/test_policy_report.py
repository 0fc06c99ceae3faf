from pathlib import Path

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.errors import UserError
from crmo_desktop.domain.policy import FoundPolicy, Policy
from crmo_desktop.services.policy_report import in_words, report
from crmo_desktop.services.reading import ReadingService


def test_without_a_policy_it_tells_where_one_may_be(reading: ReadingService) -> None:
    found = FoundPolicy(looked=(("/etc/policy.json", None), ("beside", None)))

    lines = report(found, reading, "/home/ann", ())

    assert lines[1:3] == ["  /etc/policy.json  not there", "  beside            not there"]
    assert "  theme            as the reader chooses" in lines
    assert "  language         en" in lines
    assert "  idle_minutes     of no effect" in lines
    assert "Settings and history: /home/ann" in lines
    assert (
        f"{reading.edition.made_on.isoformat()} by {reading.edition.maker}, {reading.pack_name}" in lines[-4]
    )
    assert lines[-1] == "Nothing is wrong."


def test_it_tells_who_decided_what_and_what_is_wrong(reading: ReadingService) -> None:
    policy = Policy(
        audience=Audience.CLINICIAN,
        theme="dark",
        shared_computer=True,
        pack_folder=Path("packs"),
        locked=frozenset({"theme", "audience"}),
    )
    found = FoundPolicy(policy, (("here", ("theme",)), ("there", ())), {"theme": "here"})

    lines = report(found, reading, "/home/ann", [UserError("It is wrong.", hint="Mend it.")])

    assert in_words(policy) == {
        "audience": "clinician",
        "theme": "dark",
        "language": "en",
        "shared_computer": "true",
        "idle_minutes": "10",
        "pack_folder": "packs",
        "locked": "audience, theme",
    }
    assert "  there  nothing of use" in lines
    assert [line.split() for line in lines if line.startswith("  theme")] == [["theme", "dark", "here"]]
    assert "Settings and history: not kept, the computer is shared" in lines
    assert lines[-2:] == ["Wrong:", "  It is wrong.\n    Mend it."]
