"""The command line: every command, every way to get it wrong, and what it loads for it."""

import io
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from crmo_desktop import __version__, bootstrap, cli
from crmo_desktop import paths as paths_module
from crmo_desktop.authoring.compile import compile_pack
from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.identifiers import HomeAddress, SearchAddress, SectionId, TopicAddress, TopicId
from crmo_desktop.domain.start import WindowOptions
from crmo_desktop.library.pack import open_pack
from crmo_desktop.paths import Paths
from tests.authoring.small_content import PAIN, SmallContent
from tests.house.tree import ROOT

COMMANDS = [
    *("open", "search", "show", "topics", "check-content", "build-content", "self-test"),
    *("check-installation", "licences", "policy", "export"),
]


@pytest.fixture(scope="session")
def small_pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Read it, never write it."""
    folder = tmp_path_factory.mktemp("small")
    compile_pack(SmallContent(folder / "content").root, folder / "small.crmo")
    return folder / "small.crmo"


@dataclass(frozen=True)
class Answer:
    """What the program said, and how it ended."""

    status: int
    output: str
    error: str


Ask = Callable[..., Answer]


@pytest.fixture
def ask(small_pack: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Ask:
    """Runs the program here, on the small content and a profile of its own."""

    def run(*arguments: object, pack: Path = small_pack) -> Answer:
        own = ["--data-dir", str(tmp_path / "profile"), "--pack", str(pack)]
        status = cli.main([*own, *map(str, arguments)])
        return Answer(status, *capsys.readouterr())

    return run


def child(
    *arguments: object, asked: bytes = b"", environment: dict[str, str] | None = None, code: str = ""
) -> "subprocess.CompletedProcess[bytes]":
    """Runs the program, or `code`, in another process."""
    start = ["-c", code] if code else ["-m", "crmo_desktop"]
    return subprocess.run(
        [sys.executable, *start, *map(str, arguments)],
        cwd=ROOT,
        input=asked,
        env={**os.environ, **(environment or {})},
        capture_output=True,
        check=False,
        timeout=60,
    )


class TestSearch:
    def test_answers_for_people(self, ask: Ask) -> None:
        answer = ask("search", "minutes")

        assert (answer.status, answer.error) == (0, "")
        title, excerpt, *_, address, _, _ = answer.output.split("\n")
        assert (title, address) == ("MRI scan › The day", "  crmo://topic/scan#day")
        assert "30 to 45 minutes" in excerpt

    def test_why_something_was_found_is_said(self, ask: Ask) -> None:
        assert "\n  (ache = pain)\n" in ask("search", "ache").output

    def test_a_slip_is_mended_and_said(self, ask: Ask) -> None:
        assert ask("search", "mintues").output.startswith(
            "Nothing was found for “mintues”. Showing results for “minutes”.\n\n"
        )

    def test_a_slip_may_be_only_asked_about(self, ask: Ask, pack_path: Path) -> None:
        assert ask("search", "mri scna", pack=pack_path).output.startswith("Did you mean “mri scan”?\n\n")

    def test_nothing_is_found(self, ask: Ask) -> None:
        answer = ask("search", "xyzzyqq")

        assert (answer.status, answer.output) == (0, "No topic contains “xyzzyqq”.\n")

    @pytest.mark.parametrize("query", ["", " ", '"', "*", "AND OR NOT", "a" * 2000, "';--", "((("])
    def test_any_text_is_a_query(self, query: str, ask: Ask) -> None:
        assert ask("search", "--json", "--", query).status == 0

    def test_json(self, ask: Ask) -> None:
        answer = json.loads(ask("search", "--json", "minutes").output)

        assert (answer["query"], answer["suggestion"]) == ("minutes", None)
        hit = answer["hits"][0]
        assert (hit["topic"], hit["section"], hit["title"]) == ("scan", "day", "MRI scan › The day")
        assert {"excerpt", "why"} <= hit.keys()

    def test_limit(self, ask: Ask) -> None:
        many, one = (
            json.loads(ask("search", "--json", *more, "pain").output)["hits"]
            for more in ((), ("--limit", "1"))
        )

        assert len(many) > 1
        assert one == many[:1]

    @pytest.mark.parametrize("where", ["before", "after"])
    @pytest.mark.parametrize("audience", Audience)
    def test_audience(self, audience: Audience, where: str, ask: Ask) -> None:
        option = ("--audience", audience)
        arguments = (
            (*option, "search", "--json", "pain")
            if where == "before"
            else ("search", *option, "--json", "pain")
        )

        hits = json.loads(ask(*arguments).output)["hits"]

        assert hits[0]["audience"] == audience


class TestSearchLineByLine:
    def test_each_line_is_answered_by_a_line(self, small_pack: Path) -> None:
        queries = ["minutes", "", "xyzzyqq", "  pain ", "mintues", "xyzzyqü“”"]
        done = child("--pack", small_pack, "search", "-", asked="\n".join(queries).encode())

        answers = [json.loads(line) for line in done.stdout.decode().splitlines()]

        assert (done.returncode, done.stderr) == (0, b"")
        assert [answer["query"] for answer in answers] == queries
        assert [bool(answer["hits"]) for answer in answers] == [True, False, False, True, True, False]
        assert [answer["suggestion"] for answer in answers] == [None, None, None, None, "minutes", None]
        for answer in answers:
            assert {"query", "hits", "suggestion"} <= answer.keys()
            for hit in answer["hits"]:
                assert {"topic", "section", "title", "excerpt", "why"} <= hit.keys()

    def test_a_line_is_answered_before_the_next_is_asked(self, small_pack: Path) -> None:
        """A program that asks and waits for the answer is not kept waiting."""
        command = [sys.executable, "-m", "crmo_desktop", "--pack", str(small_pack), "search", "-"]
        with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
            assert process.stdin is not None
            assert process.stdout is not None
            for query in ("minutes", "pain"):
                process.stdin.write(f"{query}\n".encode())
                process.stdin.flush()
                assert json.loads(process.stdout.readline())["query"] == query
            process.stdin.close()
            assert process.wait(30) == 0

    def test_line_ends_of_any_system(self, small_pack: Path) -> None:
        done = child("--pack", small_pack, "search", "-", asked=b"pain\r\nminutes\r\na\rb")

        assert [json.loads(line)["query"] for line in done.stdout.splitlines()] == ["pain", "minutes", "a\rb"]

    def test_bytes_that_are_no_text_are_a_query_too(self, small_pack: Path) -> None:
        done = child("--pack", small_pack, "search", "-", asked=b"\xff\xfe\npain\n")

        assert done.returncode == 0
        assert [json.loads(line)["query"] for line in done.stdout.splitlines()] == ["��", "pain"]

    def test_no_line_no_answer(self, small_pack: Path) -> None:
        done = child("--pack", small_pack, "search", "-")

        assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")

    def test_standard_input_may_be_anything_that_has_lines(
        self, ask: Ask, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(sys, "stdin", io.StringIO("pain\nminutes"))

        answer = ask("search", "--limit", "1", "-")

        assert [json.loads(line)["query"] for line in answer.output.splitlines()] == ["pain", "minutes"]


def test_standard_output_may_be_anything_that_can_be_written_to(
    small_pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    output = io.StringIO()
    monkeypatch.setattr(sys, "stdout", output)

    assert cli.main(["--pack", str(small_pack), "search", "--json", "“pain”"]) == 0
    assert json.loads(output.getvalue())["query"] == "“pain”"


class TestShow:
    def test_text_for_families_unless_asked_otherwise(self, ask: Ask) -> None:
        families, clinicians = (
            ask("show", "pain").output,
            ask("show", "pain", "--audience", "clinician").output,
        )

        assert families.startswith("Bone pain\n=========\n\nCRMO makes bones hurt.\n\nFor families\n")
        assert "Bone pain leads in 42.5%.\n\nFor clinicians\n" in clinicians
        assert families.endswith("Information, not medical advice.\n")

    def test_the_audience_may_stand_before_the_command(self, ask: Ask) -> None:
        assert "For clinicians" in ask("--audience", "clinician", "show", "pain").output

    @pytest.mark.parametrize("topic", ["pain#how-often", "crmo://topic/pain#how-often"])
    def test_one_section(self, topic: str, ask: Ask) -> None:
        output = ask("show", topic).output

        assert "How often?" in output
        assert "In short" not in output

    def test_html(self, ask: Ask) -> None:
        output = ask("show", "scan", "--format", "html").output

        assert output.startswith("<!DOCTYPE html>\n")
        assert "<h1>MRI scan</h1>" in output

    def test_json(self, ask: Ask) -> None:
        page = json.loads(ask("show", "scan", "--format", "json", "--audience", "clinician").output)

        assert (page["topic"], page["audience"]) == ("scan", "clinician")
        assert page["summary"] == "A scan finds silent lesions."


class TestTopics:
    def test_for_people(self, ask: Ask) -> None:
        assert ask("topics").output.split("\n") == [
            "Bones",
            "  pain                         Bone pain",
            "  scan                         MRI scan",
            "Using this program",
            "  help-read                    Reading a page",
            "",
        ]

    def test_json(self, ask: Ask) -> None:
        listed = json.loads(ask("topics", "--json").output)

        both = ["clinician", "patient"]
        assert listed == [
            {"id": "pain", "title": "Bone pain", "chapter": "bones", "audiences": both, "help": False},
            {"id": "scan", "title": "MRI scan", "chapter": "bones", "audiences": both, "help": False},
            {
                "id": "help-read",
                "title": "Reading a page",
                "chapter": "help",
                "audiences": both,
                "help": True,
            },
        ]


class TestContent:
    @pytest.fixture
    def content(self, tmp_path: Path) -> SmallContent:
        return SmallContent(tmp_path / "content")

    def test_content_without_a_fault(self, content: SmallContent, ask: Ask) -> None:
        answer = ask("check-content", content.root)

        assert (answer.status, answer.error) == (0, "")
        assert answer.output.startswith("topics: 2 of 2\n")
        assert answer.output.endswith("0 faults, 0 warnings\n")

    def test_content_with_a_fault(self, content: SmallContent, ask: Ask) -> None:
        line = content.replace(PAIN, "17 of 40 children.", "18 of 40 children.")

        answer = ask("check-content", content.root)

        assert answer.status == 1
        fault = f"{content.root / PAIN}:{line}: the number “18” is in none of the facts cited here\n"
        assert answer.output.startswith(fault)

    def test_the_content_of_the_source_is_the_default(
        self, content: SmallContent, ask: Ask, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        here = Paths(
            ROOT / "resources", content.root.parent / "default.crmo", content.root, content.root.parent
        )
        monkeypatch.setattr(cli, "find_paths", lambda _data: here)

        assert ask("check-content").output.startswith("topics: 2 of 2\n")
        assert ask("build-content").output.startswith(str(here.bundled_pack))
        assert here.bundled_pack.is_file()

    @pytest.mark.parametrize("command", ["check-content", "build-content"])
    def test_a_program_without_its_source_asks_for_a_folder(
        self, command: str, tmp_path: Path, ask: Ask, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(cli, "find_paths", lambda _data: Paths(tmp_path, tmp_path / "a", None, tmp_path))

        answer = ask(command)

        assert (answer.status, answer.output) == (2, "")
        assert answer.error == (
            "This program has no content folder beside it.\n"
            "Name the content folder: crmo-desktop check-content DIR\n"
        )

    @pytest.mark.parametrize("option", ["-o", "--output"])
    def test_a_pack_is_built(self, option: str, content: SmallContent, tmp_path: Path, ask: Ask) -> None:
        pack = tmp_path / "new.crmo"

        answer = ask("build-content", content.root, option, pack)

        opened = open_pack(pack)
        opened.close()
        assert (answer.status, answer.output) == (0, f"{pack}  blake2b {opened.edition.digest}\n")


def test_the_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        cli.main(["--version"])

    assert end.value.code == 0
    assert capsys.readouterr().out == f"CRMO Desktop {__version__}\n"


@pytest.mark.parametrize("option", ["--help", "-h"])
def test_help_names_every_command_and_option(option: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        cli.main([option])

    output = capsys.readouterr().out
    assert end.value.code == 0
    for name in (
        *COMMANDS, "--version", "--data-dir", "--pack", "--open", "--audience", "--theme", "--size",
        "--scale", "--text-size", "--screenshot", "--exit-after-paint",
    ):  # fmt: skip
        assert f" {name} " in output.replace("\n", " ") + " ", name


@pytest.mark.parametrize(
    "command", ["open", "search", "show", "topics", "check-content", "build-content", "self-test", "export"]
)
def test_each_command_has_its_help(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        cli.main([command, "--help"])

    assert end.value.code == 0
    assert capsys.readouterr().out.startswith(f"usage: crmo-desktop {command} ")


HELP = "“crmo-desktop --help” lists what there is."
WRONG = {
    "an unknown topic": (
        ["show", "pian"],
        "There is no topic “pian” in this edition.",
        "Did you mean “pain”?",
    ),
    "a topic far from any": (
        ["show", "xyzzy"],
        "There is no topic “xyzzy” in this edition.",
        "“crmo-desktop topics” lists them all.",
    ),
    "a section of other readers": (
        ["show", "pain#who"],
        "“pain” has no section “who” for families.",
        "Leave the section away to see the whole topic.",
    ),
    "an address that is none": (
        ["show", "a b"],
        "“a b” is not an address of this reference.",
        "An address looks like crmo://topic/what-is-crmo or what-is-crmo#in-short.",
    ),
    "an address that is no topic": (
        ["show", "crmo://home"],
        "There is no topic “crmo://home” in this edition.",
        "“crmo-desktop topics” lists them all.",
    ),
    "half a bracket": (
        ["open", "crmo://["],
        "“crmo://[” is not an address of this reference.",
        "An address looks like crmo://topic/what-is-crmo or what-is-crmo#in-short.",
    ),
    "an unknown topic to open": (
        ["open", "pian"],
        "There is no topic “pian” in this edition.",
        "Did you mean “pain”?",
    ),
    "an unknown topic to draw": (
        ["--screenshot", "a.png", "--open", "pian"],
        "There is no topic “pian” in this edition.",
        "Did you mean “pain”?",
    ),
    "an unknown command": (["serach", "pain"], "Unrecognized arguments: serach pain.", HELP),
    "an unknown option": (["--wrong"], "Unrecognized arguments: --wrong.", HELP),
    "half an option": (["--vers"], "Unrecognized arguments: --vers.", HELP),
    "an option too late": (["topics", "--data-dir", "x"], "Unrecognized arguments: --data-dir x.", HELP),
    "no query": (
        ["search"],
        "The following arguments are required: QUERY.",
        "“crmo-desktop search --help” lists what there is.",
    ),
    "no topic": (
        ["show"],
        "The following arguments are required: TOPIC[#SECTION].",
        "“crmo-desktop show --help” lists what there is.",
    ),
    "another format": (
        ["show", "pain", "--format", "pdf"],
        "Argument --format: invalid choice: 'pdf' (choose from 'text', 'html', 'json').",
        "“crmo-desktop show --help” lists what there is.",
    ),
    "another audience": (
        ["show", "pain", "--audience", "nurse"],
        "Argument --audience: “nurse” is not patient or clinician.",
        "“crmo-desktop show --help” lists what there is.",
    ),
    "a folder that is none": (
        ["check-content", "nowhere"],
        "“nowhere” is no folder.",
        "Name the content folder: crmo-desktop check-content DIR",
    ),
}


@pytest.mark.parametrize("case", WRONG)
def test_what_is_wrong_is_said_in_a_sentence_with_a_hint(case: str, ask: Ask) -> None:
    arguments, message, hint = WRONG[case]

    answer = ask(*arguments)

    assert answer == Answer(2, "", f"{message}\n{hint}\n")


NUMBERS = [
    ("--limit", "0"), ("--limit", "1001"), ("--limit", "-1"), ("--limit", "ten"), ("--limit", "٣"),
    ("--limit", ""),
]  # fmt: skip
SIZES = [
    ("--size", "1366"), ("--size", "1366x"), ("--size", "x768"), ("--size", "1366×768"),
    ("--size", "319x768"),
    ("--size", "1366x239"), ("--size", "10001x768"), ("--size", "1366x10001"),
    ("--scale", "0.4"), ("--scale", "4.1"), ("--scale", "nan"), ("--scale", "big"), ("--scale", "%"),
    ("--text-size", "79"), ("--text-size", "251"), ("--text-size", "large"), ("--text-size", "nan"),
    ("--theme", "pink"), ("--audience", "nurse"), ("--screenshot",),
]  # fmt: skip


@pytest.mark.parametrize("option", [*NUMBERS, *SIZES], ids=" ".join)
def test_a_value_that_cannot_be_is_refused(option: tuple[str, ...], ask: Ask) -> None:
    command = ("search", "pain") if option in NUMBERS else ()

    answer = ask(*command, *option)

    assert (answer.status, answer.output) == (2, "")
    message, hint = answer.error.splitlines()
    assert message.startswith(f"Argument {option[0]}: ")
    assert message.endswith(".")
    assert hint.endswith(" --help” lists what there is.")


def test_a_pack_that_cannot_be_read_is_told(tmp_path: Path, ask: Ask) -> None:
    for command in (["topics"], ["search", "pain"], ["search", "-"], ["show", "pain"], ["self-test"]):
        answer = ask(*command, pack=tmp_path / "nowhere.crmo")

        assert answer == Answer(
            2,
            "",
            "The content file “nowhere.crmo” cannot be read: there is no such file.\n"
            "Check the path and that you may read the file.\n",
        ), command


def test_the_profile_is_left_alone_where_nothing_is_kept(tmp_path: Path, ask: Ask) -> None:
    for command in (["topics"], ["search", "pain"], ["show", "pain"]):
        assert ask(*command).status == 0

    assert not (tmp_path / "profile").exists()


class TestWindow:
    """What the command line asks of the window; the window itself is tested with it."""

    @pytest.fixture
    def wanted(self, monkeypatch: pytest.MonkeyPatch) -> list[tuple[Paths, WindowOptions]]:
        calls: list[tuple[Paths, WindowOptions]] = []

        def run_window(paths: Paths, options: WindowOptions) -> int:
            calls.append((paths, options))
            return 7

        monkeypatch.setattr(bootstrap, "run_window", run_window)
        return calls

    def asked(self, wanted: list[tuple[Paths, WindowOptions]], *arguments: str) -> WindowOptions:
        assert cli.main(list(arguments)) == 7
        [(_, options)] = wanted
        return options

    def test_without_a_command_it_opens_at_home(self, wanted: list[tuple[Paths, WindowOptions]]) -> None:
        options = self.asked(wanted)

        assert options.address == HomeAddress()
        assert options == WindowOptions(started=options.started)
        assert options.started > 0

    @pytest.mark.parametrize(
        "arguments", [("open", "pain#who"), ("--open", "pain#who"), ("open", "crmo://topic/pain#who")]
    )
    def test_it_opens_at_a_topic(
        self, arguments: tuple[str, ...], wanted: list[tuple[Paths, WindowOptions]]
    ) -> None:
        assert self.asked(wanted, *arguments).address == TopicAddress(TopicId("pain"), SectionId("who"))

    def test_a_desktop_without_an_address_opens_it_at_home(
        self, wanted: list[tuple[Paths, WindowOptions]]
    ) -> None:
        assert self.asked(wanted, "--open").address == HomeAddress()

    def test_it_opens_at_a_search(self, wanted: list[tuple[Paths, WindowOptions]]) -> None:
        assert self.asked(wanted, "open", "crmo://search?q=bone%20pain").address == SearchAddress("bone pain")

    def test_a_topic_may_be_called_like_a_command(self, wanted: list[tuple[Paths, WindowOptions]]) -> None:
        assert self.asked(wanted, "--open", "search").address == TopicAddress(TopicId("search"))

    @pytest.mark.parametrize(
        ("arguments", "field", "value"),
        [
            (("--pack", "a b.crmo"), "pack", Path("a b.crmo")),
            (("--audience", "clinician"), "audience", Audience.CLINICIAN),
            (("--theme", "hc_black"), "theme", "hc_black"),
            (("--size", "1366x768"), "size", (1366, 768)),
            (("--size", "320x240"), "size", (320, 240)),
            (("--size", "10000x10000"), "size", (10000, 10000)),
            (("--scale", "2"), "scale", 2.0),
            (("--scale", "150%"), "scale", 1.5),
            (("--scale", "0.5"), "scale", 0.5),
            (("--scale", "4"), "scale", 4.0),
            (("--text-size", "150"), "text_size", 150),
            (("--text-size", "80%"), "text_size", 80),
            (("--text-size", "250"), "text_size", 250),
            (("--screenshot", "a.png"), "screenshot", Path("a.png")),
            (("--exit-after-paint",), "exit_after_paint", True),
        ],
    )
    def test_each_option_reaches_it(
        self, arguments: tuple[str, ...], field: str, value: Any, wanted: list[tuple[Paths, WindowOptions]]
    ) -> None:
        assert getattr(self.asked(wanted, *arguments), field) == value

    def test_the_profile_is_the_one_named(
        self, wanted: list[tuple[Paths, WindowOptions]], tmp_path: Path
    ) -> None:
        self.asked(wanted, "--data-dir", str(tmp_path / "p"), "open", "pain")

        assert wanted[0][0].data == tmp_path / "p"

    def test_its_themes_are_those_that_can_be_set(self) -> None:
        from crmo_desktop.store.settings import THEME

        for theme in cli.THEMES:
            assert THEME.read(theme) == theme


class TestSelfTest:
    def test_it_runs_on_the_pack_and_profile_named(
        self, ask: Ask, small_pack: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        from crmo_desktop import selftest

        calls: list[tuple[Path, Path | None]] = []

        def run(paths: Paths, pack: Path | None) -> int:
            calls.append((paths.data, pack))
            return 1

        monkeypatch.setattr(selftest, "run", run)

        assert ask("self-test").status == 1
        assert calls == [(tmp_path / "profile", small_pack)]


MODULES = """
import json, sys
from crmo_desktop import cli
try:
    status = cli.main(sys.argv[1:])
except SystemExit as end:
    status = end.code
print(json.dumps(sorted(sys.modules)), file=sys.stderr)
sys.exit(status)
"""


class TestProcess:
    """What only another process shows."""

    @pytest.mark.parametrize(
        "arguments",
        [
            ["--version"],
            ["--help"],
            ["topics"],
            ["topics", "--json"],
            ["search", "pain"],
            ["search", "--json", "pain"],
            ["search", "-"],
            ["show", "pain"],
            ["show", "pain", "--format", "html"],
            ["show", "pain", "--format", "json"],
            ["check-content", "CONTENT"],
            ["build-content", "CONTENT", "-o", "PACK"],
            ["show", "pian"],
            ["open", "a b"],
            ["--wrong"],
        ],
        ids=" ".join,
    )
    def test_no_command_without_a_window_loads_qt(
        self, arguments: list[str], small_pack: Path, tmp_path: Path
    ) -> None:
        places = {"CONTENT": str(SmallContent(tmp_path / "content").root), "PACK": str(tmp_path / "new.crmo")}
        words = [places.get(word, word) for word in arguments]

        done = child("--pack", small_pack, *words, asked=b"pain\n", code=MODULES)

        modules = json.loads(done.stderr.splitlines()[-1])
        assert done.returncode == (2 if arguments[-1] in {"pian", "a b", "--wrong"} else 0)
        assert not [name for name in modules if name.startswith(("PySide6", "shiboken6", "crmo_desktop.gui"))]

    @pytest.mark.parametrize("command", [[], ["open", "pain"], ["--theme", "dark"]])
    def test_without_a_screen_it_says_so_and_names_the_way_out(
        self, command: list[str], small_pack: Path, tmp_path: Path
    ) -> None:
        nothing = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""}

        done = child("--data-dir", tmp_path / "p", "--pack", small_pack, *command, environment=nothing)

        assert (done.returncode, done.stdout) == (2, b"")
        assert done.stderr.decode() == (
            "There is no screen to open a window on.\n"
            "“crmo-desktop --screenshot FILE” draws the window into a picture instead.\n"
        )

    def test_a_reader_who_goes_away_is_no_fault_of_ours(self, pack_path: Path) -> None:
        """As in `crmo-desktop search - | head -1`."""
        command = [sys.executable, "-m", "crmo_desktop", "--pack", str(pack_path), "search", "-"]
        with subprocess.Popen(
            command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        ) as process:
            assert process.stdin is not None
            assert process.stdout is not None
            assert process.stderr is not None
            process.stdout.close()
            process.stdin.write(b"pain\n" * 3)
            process.stdin.close()

            assert process.wait(30) == 2
            assert process.stderr.read() == b""

    @pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252", "utf-8"])
    def test_any_terminal_will_do(self, encoding: str, pack_path: Path) -> None:
        environment = {"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}

        text = child("--pack", pack_path, "show", "mri", environment=environment)
        data = child("--pack", pack_path, "search", "--json", "child’s", environment=environment)
        wrong = child("--pack", pack_path, "show", "xyzzy", environment=environment)

        assert (text.returncode, text.stderr) == (0, b"")
        assert b"Information, not medical advice." in text.stdout
        assert (data.returncode, data.stderr) == (0, b"")
        assert json.loads(data.stdout.decode(encoding))["query"] == "child’s"
        assert wrong.returncode == 2
        assert len(wrong.stderr.splitlines()) == 2

    def test_words_that_are_no_text_are_a_query_too(self, small_pack: Path) -> None:
        done = subprocess.run(
            [
                sys.executable.encode(),
                b"-m",
                b"crmo_desktop",
                b"--pack",
                os.fsencode(small_pack),
                b"search",
                b"x\xff",
            ],
            cwd=ROOT,
            capture_output=True,
            check=False,
        )

        assert (done.returncode, done.stderr) == (0, b"")

    def test_a_picture_is_drawn_without_a_screen(self, small_pack: Path, tmp_path: Path) -> None:
        picture = tmp_path / "window.png"
        nothing = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""}

        done = child(
            "--data-dir", tmp_path / "p", "--pack", small_pack, "--screenshot", picture, "--open", "pain",
            "--size", "1024x600", "--scale", "2", environment=nothing,
        )  # fmt: skip

        assert (done.returncode, done.stdout) == (0, b"")
        header = picture.read_bytes()[:24]
        assert header[1:4] == b"PNG"
        assert (int.from_bytes(header[16:20]), int.from_bytes(header[20:24])) == (2048, 1200)


class TestPolicy:
    @pytest.fixture
    def policy(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        """Where the policy of this computer would be."""
        file = tmp_path / "policy.json"
        monkeypatch.setattr(paths_module, "_system_policy", lambda: file)
        return file

    @pytest.fixture
    def tell(
        self, policy: Path, small_pack: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> Ask:  # fmt: skip
        """Runs the program on the small content as the bundled one."""

        def find_paths(data_dir: Path | None = None) -> Paths:
            return Paths(ROOT / "resources", small_pack, None, data_dir or tmp_path / "data")

        monkeypatch.setattr(cli, "find_paths", find_paths)

        def run(*arguments: object) -> Answer:
            return Answer(cli.main([*map(str, arguments)]), *capsys.readouterr())

        return run

    def test_without_one_nothing_is_wrong(self, tell: Ask, policy: Path, tmp_path: Path) -> None:
        answer = tell("policy")

        assert (answer.status, answer.error) == (0, "")
        assert f"{policy}  not there" in answer.output
        assert f"Settings and history: {tmp_path / 'data'}" in answer.output
        assert answer.output.endswith("Nothing is wrong.\n")
        assert not (tmp_path / "data").exists()

    def test_one_that_holds_is_told(self, tell: Ask, policy: Path) -> None:
        policy.write_text('{"theme": "dark", "shared_computer": true}', encoding="utf-8")

        answer = tell("policy")

        assert answer.status == 0
        assert re.search(rf"theme +dark +{re.escape(str(policy))}\n", answer.output)
        assert "not kept, the computer is shared" in answer.output

    def test_what_is_wrong_is_told_by_the_exit_status_too(
        self, tell: Ask, policy: Path, tmp_path: Path
    ) -> None:
        wrong = {"theme": "purple", "pack_folder": str(tmp_path / "gone")}
        policy.write_text(json.dumps(wrong), encoding="utf-8")

        answer = tell("policy")

        assert (answer.status, answer.error) == (1, "")
        assert 'sets “theme” to "purple".' in answer.output
        assert "gone” cannot be reached" in answer.output

    @pytest.mark.parametrize("command", [("topics",), ("show", "pain"), ("search", "pain")])
    def test_commands_read_what_the_window_reads(
        self, command: tuple[str, ...], tell: Ask, policy: Path, pack_path: Path, tmp_path: Path
    ) -> None:
        (tmp_path / "share").mkdir()
        shutil.copy(pack_path, tmp_path / "share" / "newest.crmo")
        before = tell(*command)
        policy.write_text(json.dumps({"pack_folder": str(tmp_path / "share")}), encoding="utf-8")

        after = tell(*command) if command[0] != "show" else tell("show", "mri")

        assert (after.status, after.error) == (0, "")
        assert after.output != before.output
        assert "newest.crmo" in tell("policy").output

    def test_a_folder_that_is_of_no_use_is_told_beside_the_answer(
        self, tell: Ask, policy: Path, tmp_path: Path
    ) -> None:
        policy.write_text(json.dumps({"pack_folder": str(tmp_path / "gone")}), encoding="utf-8")

        answer = tell("search", "pain")

        assert answer.status == 0
        assert "cannot be reached" in answer.error
        assert "Bone pain" in answer.output

    def test_a_pack_that_is_named_wins(
        self, tell: Ask, policy: Path, small_pack: Path, tmp_path: Path
    ) -> None:
        policy.write_text(json.dumps({"pack_folder": str(tmp_path / "gone")}), encoding="utf-8")

        assert tell("--pack", small_pack, "topics").error == ""
