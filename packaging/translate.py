"""Translations of the window: collects its words for a translator, and compiles what comes back.

    python packaging/translate.py collect he     makes or renews resources/i18n/crmo-desktop_he.ts
    python packaging/translate.py compile        makes a .qm of every .ts there, and packs of every content-*/

docs/translating.md tells the whole way. The words are read from the source itself: `self.tr("…")` and
`QCoreApplication.translate("…", "…")` in gui/, the sentences of errors, and those of services.
"""

import ast
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Final, NamedTuple

ROOT: Final = Path(__file__).resolve().parents[1]
FOLDER: Final = ROOT / "resources" / "i18n"
PACKAGE: Final = ROOT / "crmo_desktop"
WORDS: Final = "crmo-desktop"
QT: Final = "qtbase"
ISOLATE: Final = ("\u2066", "\u2069")  # round English that stands among words from right to left
# Which words of services/ are looked up under which name: gui/dialogs/check_installation.py and licences.py.
_SERVICES: Final = {"check_words.py": "Checking", "licences.py": "Licences"}
_PLURAL_OF_SERVICES: Final = "{files}"
_TABLE_OF_ERRORS: Final = ("trouble.py", "_WORDS")  # sentences of errors that stand in a table


class Message(NamedTuple):
    """Something that the program says.

    Attributes:
        context: the class that says it, or what its kind is looked up under.
        has_plural: it has another form for each kind of number.
        place: path and line of its first use, for the translator.
    """

    context: str
    source: str
    has_plural: bool
    place: str


def collect(package: Path = PACKAGE) -> list[Message]:
    """Every word that the program shows, each once in a context, sorted."""
    found: dict[tuple[str, str], Message] = {}
    trees = {path: ast.parse(path.read_text(encoding="utf-8")) for path in sorted(package.rglob("*.py"))}
    errors = _error_classes(trees.values())
    constants = {
        name: text for tree in trees.values() for name, value in _assigned(tree) for text in _texts(value, {})
    }
    for path, tree in trees.items():
        place = path.relative_to(package.parent).as_posix()
        for message in _messages(tree, place, errors, _SERVICES.get(path.name, ""), constants):
            found.setdefault((message.context, message.source), message)
    return sorted(found.values())


def _assigned(tree: ast.Module) -> Iterator[tuple[str, ast.expr]]:
    """Names and values of a module's constants."""
    for node in tree.body:
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.value is not None:
            yield node.target.id, node.value


def _messages(
    tree: ast.Module, place: str, errors: set[str], of_services: str, constants: dict[str, str]
) -> Iterator[Message]:
    for name, value in _assigned(tree):
        if (Path(place).name, name) == _TABLE_OF_ERRORS:
            for node in ast.walk(value):
                if isinstance(node, ast.Constant) and " " in str(node.value):
                    yield Message("UserError", str(node.value), False, f"{place}:{node.lineno}")
    for owner, call in _calls(tree, ""):
        line = f"{place}:{call.lineno}"
        name = ast.unparse(call.func)
        if name.rpartition(".")[2] in errors or (name == "super().__init__" and owner in errors):
            given = [*call.args, *(word.value for word in call.keywords if word.arg in ("hint", "reason"))]
            for words in (text for part in given for text in _texts(part, constants) if " " in text):
                yield Message("UserError", words, False, line)
        else:
            for context, words, has_plural in _said(call, name, owner, of_services):
                yield Message(context, words, has_plural, line)


def _said(call: ast.Call, name: str, owner: str, of_services: str) -> list[tuple[str, str, bool]]:
    """What a call has translated: the context, the words, and whether they have a plural."""
    args = call.args
    if name == "self.tr":
        return [(owner, words, len(args) > 2) for words in _texts(args[0])]
    if name == "QCoreApplication.translate":
        context = _texts(args[0])
        return [(context[0], words, len(args) > 3) for words in _texts(args[1])] if context else []
    if name == "Words" and of_services and args:
        return [(of_services, words, _PLURAL_OF_SERVICES in words) for words in _texts(args[0])]
    return []


def _calls(node: ast.AST, owner: str) -> Iterator[tuple[str, ast.Call]]:
    """Every call below `node` with the class that it stands in."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Call):
            yield owner, child
        yield from _calls(child, child.name if isinstance(child, ast.ClassDef) else owner)


def _texts(node: ast.expr, constants: Mapping[str, str] = MappingProxyType({})) -> list[str]:
    """The texts that an argument may be: a constant, or one of two after a condition."""
    match node:
        case ast.Constant(value=str(text)):
            return [text]
        case ast.Name(id=name) if name in constants:
            return [constants[name]]
        case ast.IfExp(body=body, orelse=other):
            return [*_texts(body, constants), *_texts(other, constants)]
        case ast.BoolOp(values=values):
            return [text for value in values for text in _texts(value, constants)]
    return []


def _error_classes(trees: Iterable[ast.Module]) -> set[str]:
    """The names of `UserError` and all that are derived from it."""
    classes = [
        (node.name, {ast.unparse(base) for base in node.bases})
        for tree in trees
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
    ]
    known = {"UserError"}
    while more := {name for name, bases in classes if bases & known} - known:
        known |= more
    return known


def write_source(file: Path, language: str, messages: Sequence[Message]) -> tuple[int, int]:
    """Write `messages` into a .ts file; what it has translated already stays.

    Returns:
        How many there are, and how many of them are translated.
    """
    before = _translated(file)
    root = ET.Element("TS", version="2.1", language=language.replace("-", "_"), sourcelanguage="en")
    contexts: dict[str, ET.Element] = {}
    done = 0
    for message in messages:
        if message.context not in contexts:
            contexts[message.context] = ET.SubElement(root, "context")
            ET.SubElement(contexts[message.context], "name").text = message.context
        entry = ET.SubElement(contexts[message.context], "message")
        if message.has_plural:
            entry.set("numerus", "yes")
        path, _, line = message.place.rpartition(":")
        ET.SubElement(entry, "location", filename=path, line=line)
        ET.SubElement(entry, "source").text = message.source
        kept = before.get((message.context, message.source))
        if kept is not None:
            entry.append(kept)
            done += 1
        else:
            empty = ET.SubElement(entry, "translation", type="unfinished")
            if message.has_plural:
                ET.SubElement(empty, "numerusform")
    ET.indent(root, " ")
    file.parent.mkdir(parents=True, exist_ok=True)
    text = ET.tostring(root, encoding="unicode")
    file.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{text}\n', encoding="utf-8")
    return len(messages), done


def _translated(file: Path) -> dict[tuple[str, str], ET.Element]:
    """The translations of a .ts file that are finished or begun."""
    found: dict[tuple[str, str], ET.Element] = {}
    if not file.is_file():
        return found
    for context in ET.parse(file).getroot().iter("context"):
        for entry in context.iter("message"):
            translation = entry.find("translation")
            if translation is not None and "".join(translation.itertext()).strip():
                found[context.findtext("name", ""), entry.findtext("source", "")] = translation
    return found


def compile_source(file: Path, compiled: Path) -> None:
    """Make what the program loads from a .ts file.

    A word that is not translated yet is shown in English; among words from right to left it is put between
    signs that keep its full stop at its end.

    Raises:
        subprocess.CalledProcessError: Qt's lrelease would not.
    """
    tree = ET.parse(file)
    if _goes_from_right_to_left(str(tree.getroot().get("language"))):
        for entry in tree.getroot().iter("message"):
            translation = entry.find("translation")
            if translation is not None and not "".join(translation.itertext()).strip():
                _put(translation, f"{entry.findtext('source', '')}".join(ISOLATE))
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / file.name
        tree.write(whole, encoding="utf-8", xml_declaration=True)
        command = [str(_tool("lrelease")), "-silent", str(whole), "-qm", str(compiled)]
        subprocess.run(command, check=True)


def _put(translation: ET.Element, words: str) -> None:
    translation.attrib.pop("type", None)
    forms = translation.findall("numerusform")
    for form in forms:
        form.text = words
    if not forms:
        translation.text = words


def _goes_from_right_to_left(language: str) -> bool:
    sys.path.insert(0, str(ROOT))
    try:
        from crmo_desktop.domain.language import is_right_to_left
    finally:
        sys.path.remove(str(ROOT))
    return is_right_to_left(language)


def _tool(name: str) -> Path:
    """One of Qt's own tools, as PySide brings it."""
    import PySide6

    folder = Path(PySide6.__file__).parent
    return next(path for path in (folder / name, folder / f"{name}.exe") if path.exists())


def _copy_words_of_qt(language: str, folder: Path) -> None:
    """Qt's own words, such as those of a field's menu, where Qt has them in the language."""
    import PySide6

    base = Path(PySide6.__file__).parent
    for name in (language.replace("-", "_"), language.split("-", maxsplit=1)[0]):
        for place in (base / "Qt" / "translations", base / "translations"):
            found = place / f"{QT}_{name}.qm"
            if found.is_file():
                (folder / f"{QT}_{language}.qm").write_bytes(found.read_bytes())
                return


def compile_all(folder: Path = FOLDER, root: Path = ROOT) -> int:
    """Every translation of the window and every content folder beside content/; the first bad status."""
    for file in sorted(folder.glob(f"{WORDS}_*.ts")):
        language = file.stem.partition("_")[2]
        compile_source(file, file.with_suffix(".qm"))
        _copy_words_of_qt(language, folder)
        print(file.with_suffix(".qm").relative_to(root))
    for content in sorted(root.glob("content-*")):
        command = [sys.executable, "-m", "crmo_desktop", "build-content", str(content)]
        status = subprocess.run(command, cwd=root, check=False).returncode
        if status:
            return status
    return 0


def main(arguments: Sequence[str]) -> int:
    """Run `collect LANGUAGE` or `compile`; the exit status."""
    match list(arguments):
        case ["collect", language] if re.fullmatch(r"[a-zA-Z]{2,8}(-[a-zA-Z0-9]{1,8})*", language):
            file = FOLDER / f"{WORDS}_{language}.ts"
            total, done = write_source(file, language, collect())
            print(f"{file.relative_to(ROOT)}: {done} of {total} translated")
            return 0
        case ["compile"]:
            return compile_all()
    print((__doc__ or "").strip(), file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
