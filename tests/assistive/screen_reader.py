"""A screen reader's ears and hands, for Debian's own Python: what the accessibility bus tells, and keys.

Runs as a program: reads one JSON command a line, answers each with one JSON line. Knows nothing of the
program under test but what the bus says of it.
"""

import json
import sys
import warnings
from collections import deque

warnings.filterwarnings("ignore")
import gi  # noqa: E402  # after the filter: it warns while it is loaded

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402  # only now is its version known

KEYSYMS = {
    "Tab": 0xFF09,
    "Return": 0xFF0D,
    "Escape": 0xFF1B,
    "Home": 0xFF50,
    "Left": 0xFF51,
    "Up": 0xFF52,
    "Right": 0xFF53,
    "Down": 0xFF54,
    "PgUp": 0xFF55,
    "PgDown": 0xFF56,
    "End": 0xFF57,
    "Space": 0x20,
    **{f"F{n}": 0xFFBD + n for n in range(1, 13)},
}
MODIFIERS = {"Ctrl": 0xFFE3, "Shift": 0xFFE1, "Alt": 0xFFE9}


class ScreenReader:
    """Hears what the bus tells, and answers what it is asked."""

    def __init__(self):
        Atspi.init()
        self.heard = deque(maxlen=500)
        self.focused = self.speaker = None
        self.listener = Atspi.EventListener.new(self.on_event)
        for kind in (
            "object:state-changed:focused",
            "object:announcement",
            "object:text-caret-moved",
            "object:text-selection-changed",
            "document:load-complete",
        ):
            self.listener.register(kind)

    # --- hearing

    def on_event(self, event):
        try:
            self.note(event)
        except GLib.Error:
            return  # what it tells of is gone already

    def note(self, event):
        if event.type.startswith("object:state-changed:focused"):
            if event.detail1:
                self.focused = event.source
                self.heard.append({"event": "focus", **self.told(event.source)})
        elif event.type.startswith("object:announcement"):
            self.speaker = event.source
            self.heard.append({"event": "announcement", "words": str(event.any_data)})
        elif event.type.startswith("object:text-caret-moved"):
            self.heard.append({"event": "caret", "at": event.detail1, "line": self.line_at(event.source)})
        else:
            self.heard.append({"event": event.type})

    def told(self, thing):
        states = [state.value_nick for state in thing.get_state_set().get_states()]
        attributes = thing.get_attributes() or {}
        return {
            "role": thing.get_role_name(),
            "name": thing.get_name(),
            "description": thing.get_description(),
            "states": states,
            "level": attributes.get("level"),
            "language": thing.get_object_locale(),
        }

    def line_at(self, thing):
        text = thing.get_text_iface()
        if text is None:
            return ""
        found = Atspi.Text.get_string_at_offset(text, text.get_caret_offset(), Atspi.TextGranularity.LINE)
        return found.content

    # --- looking round

    def application(self):
        desktop = Atspi.get_desktop(0)
        for place in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(place)
            if child is not None and child.get_child_count():
                return child
        return None

    def walk(self, thing, depth=0):
        yield thing, depth
        for place in range(thing.get_child_count()):
            child = thing.get_child_at_index(place)
            if child is not None:
                yield from self.walk(child, depth + 1)

    def find(self, role="", name="", within=""):
        start = self.application()
        if start is None:
            return []
        if within:
            holders = [thing for thing, _ in self.walk(start) if thing.get_role_name() == within]
            starts = [thing for thing in holders if self.is_showing(thing)]
        else:
            starts = [start]
        return [
            thing
            for first in starts
            for thing, _ in self.walk(first)
            if (not role or thing.get_role_name() == role) and (not name or name in thing.get_name())
        ]

    def is_showing(self, thing):
        return thing.get_state_set().contains(Atspi.StateType.SHOWING)

    # --- commands

    def do_ready(self):
        application = self.application()
        return "" if application is None else application.get_name()

    def do_find(self, **wanted):
        return [self.told(thing) for thing in self.find(**wanted)]

    def do_tree(self, within):
        found = self.find(role=within)
        return [
            {**self.told(thing), "depth": depth}
            for first in found
            if self.is_showing(first)
            for thing, depth in self.walk(first)
        ]

    def do_count(self, within):
        """How many things there are within; every one is asked for its name and role."""
        return sum(
            1 for first in self.find(role=within) for thing, _ in self.walk(first) if self.told(thing)["role"]
        )

    def do_cell(self, name):
        cell = self.find(name=name, within="document frame")[-1]
        place = cell.get_table_cell()
        found, row, column = Atspi.TableCell.get_position(place)
        heads = [head.get_name() for head in Atspi.TableCell.get_column_header_cells(place)]
        sides = [head.get_name() for head in Atspi.TableCell.get_row_header_cells(place)]
        return {"row": row, "column": column, "heads": heads, "sides": sides, "found": found}

    def do_act(self, **wanted):
        thing = self.find(**wanted)[0]
        action = thing.get_action_iface()
        names = [action.get_action_name(n) for n in range(action.get_n_actions())]
        return {"names": names, "done": action.do_action(0)}

    def do_text(self):
        """The page's text, and how it is read at its caret by character, word and line."""
        page = next(page for page in self.find(role="document frame") if self.is_showing(page))
        text = page.get_text_iface()
        at = text.get_caret_offset()
        granularity = Atspi.TextGranularity
        pieces = {
            name: Atspi.Text.get_string_at_offset(text, at, which).content
            for name, which in (
                ("character", granularity.CHAR),
                ("word", granularity.WORD),
                ("line", granularity.LINE),
            )
        }
        selection = None
        if text.get_n_selections():
            chosen = text.get_selection(0)
            selection = text.get_text(chosen.start_offset, chosen.end_offset)
        count = text.get_character_count()
        return {"caret": at, "count": count, "all": text.get_text(0, count), "selection": selection, **pieces}

    def do_turn(self, keys, count):
        """Press `keys`, wait until a page is told, read it all; `count` times. How many parts were read."""
        parts = 0
        context = GLib.MainContext.default()
        for _ in range(count):
            self.heard.clear()
            self.do_press(keys)
            end = GLib.get_monotonic_time() + 10_000_000
            while not any(told["event"] == "announcement" for told in self.heard):
                if GLib.get_monotonic_time() > end:
                    raise ValueError(f"no page was told after {keys}")
                context.iteration(False)
            parts += sum(
                1 for thing, _ in self.walk(self.speaker) if thing.get_role_name() + thing.get_name()
            )
        return parts

    def do_focus(self):
        try:
            return None if self.focused is None else self.told(self.focused)
        except GLib.Error:  # it is gone
            return None

    def do_heard(self):
        heard = list(self.heard)
        self.heard.clear()
        return heard

    def do_press(self, keys):
        *held, key = keys.split("+")
        for name in held:
            self.key(MODIFIERS[name], Atspi.KeySynthType.PRESS)
        symbol = KEYSYMS.get(key) or ord(key.lower())
        Atspi.generate_keyboard_event(symbol, None, Atspi.KeySynthType.SYM)
        for name in reversed(held):
            self.key(MODIFIERS[name], Atspi.KeySynthType.RELEASE)

    def do_type(self, words):
        for letter in words:
            Atspi.generate_keyboard_event(ord(letter), None, Atspi.KeySynthType.SYM)

    def key(self, symbol, kind):
        Atspi.generate_keyboard_event(self.code_of(symbol), None, kind)

    def code_of(self, symbol):
        """Xvfb's own keyboard; modifiers are pressed by code."""
        return {0xFFE3: 37, 0xFFE1: 50, 0xFFE9: 64}[symbol]


def main():
    reader = ScreenReader()
    loop = GLib.MainLoop()

    def on_line(channel, _condition):
        line = sys.stdin.readline()
        if not line:
            loop.quit()
            return False
        command = json.loads(line)
        try:
            answer = {"answer": getattr(reader, "do_" + command.pop("do"))(**command)}
        except (GLib.Error, ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            answer = {"error": f"{type(error).__name__}: {error}"}
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()
        return True

    GLib.io_add_watch(sys.stdin.fileno(), GLib.IO_IN | GLib.IO_HUP, on_line)
    loop.run()


if __name__ == "__main__":
    main()
