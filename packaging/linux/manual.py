"""The man page: prose by hand, options and commands from the program's own parser.

After a change of the command line, `PYTHONPATH=. .venv/bin/python packaging/linux/manual.py` writes both
sections of the page beside this file anew; a test compares them.
"""

import argparse
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

PAGE = Path(__file__).with_name("crmo-desktop.1")

_SIGNS = {"\\": "\\e", "-": "\\-", "“": "\\(lq", "”": "\\(rq", "’": "\\(cq", "…": "\\&...", '"': "\\(dq"}


def man_page(version: str, edition_time: int) -> str:
    """The page of `version`; its day is given in seconds since 1970."""
    day = f"{datetime.fromtimestamp(edition_time, UTC):%Y-%m-%d}"
    return PAGE.read_text(encoding="utf-8").replace("@DATE@", day).replace("@VERSION@", version)


def refreshed(page: str, parser: argparse.ArgumentParser) -> str:
    """`page` with OPTIONS and COMMANDS as `parser` has them."""
    for title, lines in (("OPTIONS", _options(parser)), ("COMMANDS", _commands(parser))):
        head, _, rest = page.partition(f"\n.SH {title}\n")
        _, _, after = rest.partition(".SH ")
        page = "\n".join([head, f".SH {title}", *lines, f".SH {after}"])
    return page


def _options(parser: argparse.ArgumentParser) -> Iterator[str]:
    """Of the whole program, by the groups that --help has."""
    for group in parser._action_groups:
        actions = [action for action in group._group_actions if action.option_strings]
        if actions:
            if group.title and group.title != "options":
                yield f".SS {_roff(group.title[:1].upper() + group.title[1:])}"
            yield from _entries(actions)


def _commands(parser: argparse.ArgumentParser) -> Iterator[str]:
    """Each with what it takes, in the order that --help has."""
    for commands in parser._actions:
        if isinstance(commands, argparse._SubParsersAction):
            told = {choice.dest: choice.help for choice in commands._choices_actions}
            for name, command in commands.choices.items():
                yield ".TP"
                yield ".B " + _roff(" ".join([name, *_usage(command)]))
                yield _sentence(told.get(name))
                yield from _inset(command)


def _usage(command: argparse.ArgumentParser) -> Iterator[str]:
    for action in command._actions:
        if not action.option_strings:
            name = _value(action)
            yield f"[{name}]" if action.nargs in ("?", "*") else name


def _inset(command: argparse.ArgumentParser) -> Iterator[str]:
    """What a command's own arguments mean, one step to the right."""
    actions = [
        action
        for action in command._actions
        if (action.help or action.choices) and not isinstance(action, argparse._HelpAction)
    ]
    if actions:
        yield from (".RS", *_entries(actions), ".RE")


def _entries(actions: Iterable[argparse.Action]) -> Iterator[str]:
    for action in actions:
        if action.help != argparse.SUPPRESS:
            yield ".TP"
            yield ".B " + _roff(", ".join(action.option_strings) or _value(action)) + _argument(action)
            yield _sentence(_told(action))


def _argument(action: argparse.Action) -> str:
    """What follows an option, in italics."""
    if not action.option_strings or action.nargs == 0:
        return ""
    value = f"\\fI{_roff(_value(action))}\\fR"
    return f" \\fR[{value}\\fR]" if action.nargs == "?" else f" {value}"


def _value(action: argparse.Action) -> str:
    if isinstance(action.metavar, str):
        return action.metavar
    if action.choices:
        return "|".join(map(str, action.choices))
    return action.option_strings[-1].lstrip("-").upper() if action.option_strings else action.dest.upper()


def _told(action: argparse.Action) -> str:
    """The help of an option; one without any explains itself by its values."""
    told = action.help or f"One of these; {action.default} if it is left out"
    return told.replace("%%", "%").replace("%(default)s", str(action.default))


def _sentence(text: str | None) -> str:
    """`text` as a sentence that no line of roff is mistaken for."""
    words = " ".join((text or "").split())
    return "\\&" + _roff(words[:1].upper() + words[1:].rstrip(".") + ".")


def _roff(text: str) -> str:
    return "".join(_SIGNS.get(sign, sign) for sign in text)


if __name__ == "__main__":
    from crmo_desktop.cli import make_parser

    page = refreshed(PAGE.read_text(encoding="utf-8"), make_parser(with_commands=True))
    PAGE.write_text(page, encoding="utf-8")
