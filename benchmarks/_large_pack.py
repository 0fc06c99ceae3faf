"""Packs of up to 100,000 passages, to see what a large edition does to the program.

The passages are those of HTML documentation that Debian ships; they stand beside the program's own content,
so that the start page and the synonyms are those of every day. They are written as a content folder and
compiled by the ordinary `build-content`. A pack is kept under build/, and made anew when the code that makes
it changes.
"""

import hashlib
import json
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any, Final

from benchmarks._debian import NotToBeHadError, fetch, unpack
from benchmarks._passages import Passage, read_page

ROOT: Final = Path(__file__).resolve().parent.parent
KEPT_IN: Final = ROOT / "build" / "bench"
PASSAGES: Final = 100_000
# Each with its names in Debian 12, Debian 13 and Ubuntu 24.04. The last fills up what is missing.
PACKAGES: Final = (
    ("python3.11-doc", "python3.13-doc", "python3.12-doc"),
    ("postgresql-doc-15", "postgresql-doc-17", "postgresql-doc-16"),
    ("python-django-doc",),
    ("sqlite3-doc",),
    ("git-doc",),
    ("cmake-doc",),
    ("llvm-14-doc", "llvm-19-doc", "llvm-18-doc"),
    ("libboost1.74-doc", "libboost1.83-doc"),
    ("linux-doc-6.1", "linux-doc-6.12", "linux-doc"),
    ("qtbase5-doc-html", "qt6-base-doc-html"),
)
_FEWEST_SECTIONS: Final = 2  # one for each audience
_MOST_SECTIONS: Final = 60  # of a topic
_FOLDERS_LEFT_OUT: Final = ("_", "translations")
_PAGES_LEFT_OUT: Final = re.compile(r"(?:genindex|search|py-modindex)(?:-.*)?|.*-members")
_NO_LETTER: Final = re.compile(r"[^a-z0-9]+")
_SENTENCE: Final = re.compile(r".{20,}?[.?!](?= )|.{,200}(?= |$)")


def large_pack(passages: int = PASSAGES) -> Path:
    """The pack with so many passages of documentation, made now if it is not there or was made by other code.

    Raises:
        NotToBeHadError: the documentation cannot be fetched here.
    """
    pack = KEPT_IN / f"passages-{passages}.crmo"
    stamp = pack.with_suffix(".made-from")
    wanted = _digest()
    if pack.is_file() and stamp.is_file() and stamp.read_text(encoding="utf-8") == wanted:
        return pack
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="crmo-bench-") as place:
        folder = Path(place) / "content"
        shutil.copytree(ROOT / "content", folder)
        _say(f"making a pack of {passages} passages; 100,000 take ten minutes, once")
        write_documentation(folder, Path(place) / "documentation", passages)
        _say("compiling it")
        command = [sys.executable, "-m", "crmo_desktop", "build-content", str(folder), "-o", str(pack)]
        subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    stamp.write_text(wanted, encoding="utf-8")
    _say(f"done in {(time.monotonic() - began) / 60:.1f} minutes")
    return pack


def _digest() -> str:
    """What makes the pack: the code here, and each module that the compiler loads; not the content."""
    loaded = (
        "import sys, crmo_desktop.authoring.compile\n"
        "print(*sorted(module.__file__ for name, module in sys.modules.items()"
        " if name.startswith('crmo_desktop') and module.__file__), sep='\\n')"
    )
    told = subprocess.run(
        [sys.executable, "-c", loaded], cwd=ROOT, check=True, capture_output=True, text=True
    )
    here = sorted(Path(__file__).parent.glob("_[dlp]*.py"))
    digest = hashlib.sha256()
    for path in [*here, *map(Path, told.stdout.splitlines())]:
        digest.update(path.read_bytes())
    return digest.hexdigest()


@dataclass(frozen=True, slots=True)
class Topic:
    """Passages that become one topic."""

    title: str
    passages: list[Passage]


def write_documentation(folder: Path, unpacked: Path, missing: int) -> None:
    """Put `missing` passages of documentation into the content folder, a chapter a package.

    Raises:
        NotToBeHadError: it cannot be fetched, or there is not enough of it.
    """
    tree = json.loads((folder / "tree.json").read_text(encoding="utf-8"))
    known: set[bytes] = set()
    for names in PACKAGES:
        if missing < _FEWEST_SECTIONS:
            break
        package = fetch(names, KEPT_IN)
        name = package.name.partition("_")[0]
        unpack(package, unpacked / name)
        chapter: dict[str, Any] = {"id": _id(name), "title": f"Documentation: {name}", "topics": []}
        (folder / "topics" / chapter["id"]).mkdir()
        for number, topic in enumerate(topics_of(unpacked / name, known)):
            passages = topic.passages[:missing]
            if len(passages) < _FEWEST_SECTIONS:
                break
            missing -= len(passages)
            id = f"{chapter['id']}-{number}"
            path = folder / "topics" / chapter["id"] / f"{id}.html"
            path.write_text(article(id, passages), encoding="utf-8")
            chapter["topics"].append({"id": id, "title": topic.title})
        tree["chapters"].append(chapter)
        shutil.rmtree(unpacked / name)
    if missing >= _FEWEST_SECTIONS:
        raise NotToBeHadError(f"this system's documentation is {missing} passages short: name more packages")
    (folder / "tree.json").write_text(json.dumps(tree), encoding="utf-8")


def topics_of(unpacked: Path, known: set[bytes]) -> Iterator[Topic]:
    """The pages of a package; a page too short for two audiences takes in the next, a long one is several."""
    title, waiting = "", list[Passage]()
    for path in sorted(unpacked.rglob("*.html")):
        parts = path.relative_to(unpacked).parts
        if not path.is_file() or any(part.startswith(_FOLDERS_LEFT_OUT) for part in parts):
            continue
        if _PAGES_LEFT_OUT.fullmatch(path.stem):
            continue
        page_title, passages = read_page(path.read_text(encoding="utf-8", errors="replace"))
        title = title if waiting else page_title
        waiting += [passage for passage in passages if _is_new(passage, known)]
        if len(waiting) < _FEWEST_SECTIONS:
            continue
        pieces = [waiting[at : at + _MOST_SECTIONS] for at in range(0, len(waiting), _MOST_SECTIONS)]
        waiting = pieces.pop() if len(pieces[-1]) < _FEWEST_SECTIONS else []
        for number, piece in enumerate(pieces, start=1):
            yield Topic(title if number == 1 else f"{title} ({number})", piece)


def _is_new(passage: Passage, known: set[bytes]) -> bool:
    """Whether no page before had the same words; it is known from now on."""
    digest = hashlib.sha256(repr(passage.blocks).encode()).digest()
    is_new = digest not in known
    known.add(digest)
    return is_new


def article(id: str, passages: list[Passage]) -> str:
    """A topic as `docs/content-format.md` wants it; its sections are for the two audiences in turn."""
    lines = [f'<article id="{id}">']
    audiences = ("patient", "clinician")
    for audience, passage in zip(audiences, passages, strict=False):
        sentence = _SENTENCE.match(passage.blocks[0][1])
        text = escape(sentence.group() if sentence else passage.title, quote=False)
        lines.append(f'<p class="summary" data-audience="{audience}" data-states="nothing">{text}</p>')
    for number, passage in enumerate(passages):
        lines.append(f'<section id="s{number}" data-audience="{audiences[number % 2]}">')
        lines.append(f"<h2>{escape(passage.title, quote=False)}</h2>")
        for kind, blocks in groupby(passage.blocks, key=itemgetter(0)):
            texts = [escape(text, quote=False) for _, text in blocks]
            if kind == "li":
                items = "".join(f"<li>{text}</li>" for text in texts)
                lines.append(f'<ul data-states="nothing">{items}</ul>')
            else:
                lines += [f'<p data-states="nothing">{text}</p>' for text in texts]
        lines.append("</section>")
    return "\n".join([*lines, "</article>\n"])


def _id(name: str) -> str:
    return "doc-" + _NO_LETTER.sub("-", name.lower()).strip("-")


def _say(text: str) -> None:
    print(f"benchmark: {text}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    print(large_pack())
