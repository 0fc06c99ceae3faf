"""The command line. Opens the window when no command is given; loads Qt only then."""

import argparse
import gc
import io
import json
import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final, NoReturn

from crmo_desktop import __version__, bootstrap
from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.errors import UserError
from crmo_desktop.domain.identifiers import Address, HomeAddress, TopicAddress, TopicId, parse_address
from crmo_desktop.domain.start import WindowOptions
from crmo_desktop.paths import find_paths

if TYPE_CHECKING:
    from crmo_desktop.domain.search import SearchAnswer
    from crmo_desktop.opening import Reference
    from crmo_desktop.services.searching import SearchingService

EXIT_CANNOT: Final = 2
_COMMANDS: Final = (
    *("open", "search", "show", "topics", "self-test", "check-installation", "licences", "policy"),
    *("export", "export-quiz", "check-content", "build-content"),
)
THEMES: Final = ("system", "light", "dark", "sepia", "hc_black", "hc_white")


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one sentence instead of printing its usage."""

    def error(self, message: str) -> NoReturn:
        raise UserError(
            message[:1].upper() + message[1:].rstrip(".") + ".",
            hint=f"“{self.prog} --help” lists what there is.",
        )


def main(arguments: list[str] | None = None) -> int:
    """Run the program; returns the exit status: 0 done, 1 faults found, 2 could not be done."""
    started = time.time()
    gc.enable()  # the frozen program imports without it: packaging/frozen/surroundings.py
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # a terminal without curly quotes still gets the words
    try:
        options = _parse(sys.argv[1:] if arguments is None else arguments)
        status = options.run(options, started)
        sys.stdout.flush()
        return int(status)
    except UserError as error:
        print(f"{error.message}\n{error.hint}", file=sys.stderr)
        return EXIT_CANNOT
    except BrokenPipeError:
        # whoever read our output has gone; Python would complain once more when it closes stdout
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return EXIT_CANNOT


def _parse(arguments: list[str]) -> argparse.Namespace:
    return make_parser(with_commands=_names_a_command(arguments)).parse_args(arguments)


def make_parser(*, with_commands: bool) -> argparse.ArgumentParser:
    """What the command line knows; the man page is made from it, too.

    Args:
        with_commands: without them, only a window can be asked for, and it need not wait for their parsers.
    """
    parser = _Parser(
        prog="crmo-desktop",
        description="An offline reference about chronic recurrent multifocal osteomyelitis (CRMO). "
        "Opens the window when no command is given. Information, not medical advice.",
        allow_abbrev=False,
    )
    parser.set_defaults(run=_run_window, address=None)
    parser.add_argument("--version", action="version", version=f"CRMO Desktop {__version__}")
    parser.add_argument(
        "--data-dir",
        type=Path,
        metavar="DIR",
        help="keep notes and settings in DIR instead of the usual place",
    )
    parser.add_argument(
        "--pack", type=Path, metavar="FILE", help="read this content pack instead of the bundled one"
    )
    window = parser.add_argument_group("the window")
    window.add_argument(
        "--open",
        nargs="?",  # a desktop calls its handler of addresses without one when the program's icon is clicked
        metavar="TOPIC",
        help="open this topic or crmo:// address first",
    )
    window.add_argument("--audience", type=_audience, help="patient or clinician")
    window.add_argument("--theme", choices=THEMES, help="colours of this run only")
    window.add_argument("--size", type=_size, metavar="WxH", help="size of the window, e.g. 1366x768")
    window.add_argument("--scale", type=_scale, metavar="S", help="scale of the screen, e.g. 2 or 200%%")
    window.add_argument(
        "--text-size", type=_text_size, metavar="P", help="size of the text in per cent, 80 to 250"
    )
    window.add_argument("--language", metavar="CODE", help="language of this run only, e.g. en")
    window.add_argument(
        "--screenshot", type=Path, metavar="FILE", help="draw the window into a PNG and end; needs no screen"
    )
    window.add_argument(
        "--exit-after-paint", action="store_true", help="end after the first page and tell how long it took"
    )
    if with_commands:
        commands = parser.add_subparsers(title="commands", metavar="COMMAND", parser_class=_Parser)
        _add_reader_commands(commands)
        _add_file_commands(commands)
    return parser


def _names_a_command(arguments: list[str]) -> bool:
    """Whether the commands' parsers are needed."""
    return any(argument in _COMMANDS or argument in ("-h", "--help") for argument in arguments)


def _add_reader_commands(commands: "argparse._SubParsersAction[_Parser]") -> None:
    command = commands.add_parser("open", help="open the window at a topic")
    command.add_argument("address", metavar="TOPIC[#SECTION]")
    command.set_defaults(run=_run_window)
    command = commands.add_parser("search", help="search the reference")
    command.add_argument(
        "query", metavar="QUERY", help="what to look for; - reads a query a line from standard input"
    )
    command.add_argument("--json", action="store_true", help="answer as JSON")
    command.add_argument(
        "--limit", type=_limit, default=10, metavar="N", help="at most N passages (default 10)"
    )
    command.add_argument(
        "--audience", type=_audience, dest="for_audience", help="whose words come first: patient or clinician"
    )
    command.set_defaults(run=_run_search)
    command = commands.add_parser("show", help="print a topic")
    command.add_argument("topic", metavar="TOPIC[#SECTION]")
    command.add_argument(
        "--audience", type=_audience, dest="for_audience", help="patient (default) or clinician"
    )
    command.add_argument("--format", choices=("text", "html", "json"), default="text")
    command.set_defaults(run=_run_show)
    command = commands.add_parser("topics", help="list the topics")
    command.add_argument("--json", action="store_true", help="answer as JSON")
    command.set_defaults(run=_run_topics)
    command = commands.add_parser(
        "policy", help="tell what an administrator has set here, and what is wrong with it"
    )
    command.set_defaults(run=_run_policy)
    command = commands.add_parser(
        "self-test", help="open every page and read every resource; ends with 0 when all is well"
    )
    command.set_defaults(run=_run_self_test)
    command = commands.add_parser(
        "check-installation", help="compare every file with how it was made; ends with 0 when all is well"
    )
    command.add_argument("--json", action="store_true", help="answer as JSON")
    command.set_defaults(run=_run_check_installation)
    command = commands.add_parser("licences", help="print whose work is inside, and under which licences")
    command.add_argument("name", nargs="?", metavar="NAME", help="only the words of this one")
    command.set_defaults(run=_run_licences)


def _add_file_commands(commands: "argparse._SubParsersAction[_Parser]") -> None:
    """Those that read or write whole files, each beside what it does."""
    from crmo_desktop import exporting, making, quiz_exporting

    exporting.add_command(commands, _run_export)
    quiz_exporting.add_command(commands, _run_export_quiz)
    making.add_commands(commands, _run_check_content, _run_build_content)


def _audience(text: str) -> Audience:
    try:
        return Audience(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” is not patient or clinician") from None


def _limit(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= 1000:
        raise argparse.ArgumentTypeError(f"“{text}” is not a number from 1 to 1000")
    return int(text)


def _size(text: str) -> tuple[int, int]:
    width, by, height = text.partition("x")
    if not by or not (width + height).isascii() or not (width + height).isdigit():
        raise argparse.ArgumentTypeError(f"“{text}” is no size; write it like 1366x768")
    size = int(width), int(height)
    if not (320 <= size[0] <= 10000 and 240 <= size[1] <= 10000):
        raise argparse.ArgumentTypeError(f"“{text}” is not between 320x240 and 10000x10000")
    return size


def _scale(text: str) -> float:
    return _number_between(text, 0.5, 4.0, "a scale from 0.5 to 4, or 50% to 400%")


def _text_size(text: str) -> int:
    return round(
        100
        * _number_between(text if text.endswith("%") else text + "%", 0.8, 2.5, "a text size from 80 to 250")
    )


def _number_between(text: str, least: float, most: float, what: str) -> float:
    try:
        value = float(text[:-1]) / 100 if text.endswith("%") else float(text)
    except ValueError:
        value = float("nan")
    if not least <= value <= most:
        raise argparse.ArgumentTypeError(f"“{text}” is not {what}")
    return value


def _run_window(options: argparse.Namespace, started: float) -> int:
    written = options.address or options.open
    address: Address = parse_address(written) if written else HomeAddress()
    return bootstrap.run_window(
        find_paths(options.data_dir),
        WindowOptions(
            pack=options.pack,
            address=address,
            audience=options.audience,
            theme=options.theme,
            size=options.size,
            scale=options.scale,
            text_size=options.text_size,
            language=options.language,
            screenshot=options.screenshot,
            exit_after_paint=options.exit_after_paint,
            started=started,
        ),
    )


def _run_self_test(options: argparse.Namespace, _started: float) -> int:
    from crmo_desktop import selftest

    return selftest.run(find_paths(options.data_dir), options.pack)


def _run_check_installation(options: argparse.Namespace, _started: float) -> int:
    from crmo_desktop import upkeep

    return upkeep.check_installation(find_paths(options.data_dir), options.pack, as_json=options.json)


def _run_licences(options: argparse.Namespace, _started: float) -> int:
    from crmo_desktop import upkeep

    return upkeep.print_licences(find_paths(options.data_dir), options.name)


def _run_policy(options: argparse.Namespace, _started: float) -> int:
    from crmo_desktop import upkeep

    return upkeep.print_policy(find_paths(options.data_dir), options.pack)


def _reference(options: argparse.Namespace) -> "Reference":
    """The edition that the window would read."""
    paths = find_paths(options.data_dir)
    policy = bootstrap.read_policy(paths).policy
    language = bootstrap.named_language(paths, options.language)
    reference, troubles = bootstrap.open_by_policy(paths, options.pack, policy, language=language)
    for trouble in troubles:
        print(f"{trouble.message}\n{trouble.hint}", file=sys.stderr)
    return reference


def _run_search(options: argparse.Namespace, _started: float) -> int:
    reference = _reference(options)
    audience = options.for_audience or options.audience or Audience.PATIENT
    if options.query == "-":
        if isinstance(sys.stdin, io.TextIOWrapper):
            # any bytes at all are queries, and only a line feed ends one
            sys.stdin.reconfigure(encoding="utf-8", errors="replace", newline="\n")
        for line in sys.stdin:
            answer = reference.searching.search(line.rstrip("\r\n"), audience=audience, limit=options.limit)
            print(_json(reference.searching.as_json(answer)), flush=True)
        return 0
    answer = reference.searching.search(options.query, audience=audience, limit=options.limit)
    if options.json:
        print(_json(reference.searching.as_json(answer)))
    else:
        _print_answer(reference.searching, answer)
    return 0


def _json(value: object, *, indent: int | None = None) -> str:
    """`value` as JSON; in ASCII where the output knows not every letter."""
    knows_all = "utf" in (sys.stdout.encoding or "").lower()
    return json.dumps(value, ensure_ascii=not knows_all, indent=indent)


def _print_answer(searching: "SearchingService", answer: "SearchAnswer") -> None:
    if answer.searched_for:
        print(f"Nothing was found for “{answer.query}”. Showing results for “{answer.searched_for}”.\n")
    elif answer.suggestions:
        print(f"Did you mean {' or '.join(f'“{word}”' for word in answer.suggestions)}?\n")
    if not answer.hits:
        print(f"No topic contains “{answer.query}”.")
    for hit in answer.hits:
        print(searching.title_of(hit))
        print(f"  {hit.excerpt}")
        if hit.why:
            print(f"  ({hit.why})")
        print(f"  {TopicAddress(hit.topic, hit.section)}\n")


def _run_show(options: argparse.Namespace, _started: float) -> int:
    # Imported here: only this command turns pages into other people's formats.
    from crmo_desktop.services import plain

    address = parse_address(options.topic)
    topic = address.topic if isinstance(address, TopicAddress) else TopicId(options.topic)
    reading = _reference(options).reading
    page = reading.page(topic, options.for_audience or options.audience or Audience.PATIENT)
    if isinstance(address, TopicAddress) and address.section:
        page = plain.only_section(page, address.section)
    if options.format == "json":
        print(_json(plain.as_json(page, reading.edition), indent=1))
    elif options.format == "html":
        print(plain.as_html(page, reading.edition))
    else:
        print(plain.as_text(page, reading.edition, reading.pictures(page.audience)))
    return 0


def _run_topics(options: argparse.Namespace, _started: float) -> int:
    reading = _reference(options).reading
    if options.json:
        listed = [
            {
                "id": topic.id,
                "title": topic.title,
                "chapter": chapter.id,
                "audiences": sorted(topic.audiences),
                "help": topic.is_help,
            }
            for chapter in reading.chapters()
            for topic in chapter.topics
        ]
        print(_json(listed, indent=1))
        return 0
    for chapter in reading.chapters():
        print(chapter.title)
        for topic in chapter.topics:
            print(f"  {topic.id:28} {topic.title}")
    return 0


def _run_export(options: argparse.Namespace, _started: float) -> int:
    from crmo_desktop import exporting

    return exporting.run(_reference(options), find_paths(options.data_dir).resources, options)


def _run_export_quiz(options: argparse.Namespace, _started: float) -> int:
    from crmo_desktop import quiz_exporting

    return quiz_exporting.run(_reference(options), options)


def _run_check_content(options: argparse.Namespace, _started: float) -> int:
    from crmo_desktop import making

    return making.check_content(find_paths(options.data_dir), options.root)


def _run_build_content(options: argparse.Namespace, _started: float) -> int:
    from crmo_desktop import making

    return making.build_content(find_paths(options.data_dir), options.root, options.output)
