"""Compiles the content folder into one pack; the same content gives the same bytes."""

import json
import os
import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from crmo_desktop.authoring.blocks import cited_facts
from crmo_desktop.authoring.check_evidence import check_references
from crmo_desktop.authoring.check_records import check_records
from crmo_desktop.authoring.check_structure import check_markup
from crmo_desktop.authoring.content_folder import TEACHING, ContentFolder, TopicFile, read_content
from crmo_desktop.authoring.lists import is_list, with_lists
from crmo_desktop.authoring.pictures.checking import check_figures
from crmo_desktop.authoring.pictures.making import art_of, art_svg, make_pictures
from crmo_desktop.authoring.pictures.placing import ADDRESS, with_pictures
from crmo_desktop.authoring.problem import Problem
from crmo_desktop.authoring.render import RenderedPage, Renderer
from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.errors import UserError
from crmo_desktop.domain.picture import Picture
from crmo_desktop.domain.picture_json import picture_record
from crmo_desktop.library import pack_format
from crmo_desktop.search.index import build_index

HELP_CHAPTER: Final = "help"
_MEDIA_TYPES: Final = {".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg"}


def compile_pack(root: Path, pack: Path) -> str:
    """Compile the content folder `root` into the file `pack`, replacing it in one step; returns its digest.

    Raises:
        UserError: the folder cannot be read, or `pack` cannot be written.
    """
    folder = read_content(root)
    first = next(_faults(folder), None)
    if first is not None:
        raise UserError(
            f"The content cannot be compiled: {first}.",
            hint="“crmo-desktop check-content” lists every fault.",
        )
    try:
        pack.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=pack.parent, prefix=pack.name, suffix=".new")
        os.close(handle)
        unfinished = Path(name)
        try:
            pictures = {one.file.id: one.picture for one in make_pictures(folder) if one.picture}
            _write(with_lists(with_pictures(folder, pictures)), list(pictures.values()), unfinished)
            digest = pack_format.seal(unfinished)
            unfinished.chmod(0o644)
            unfinished.replace(pack)
        finally:
            unfinished.unlink(missing_ok=True)
    except OSError as error:
        raise UserError(
            f"The content pack cannot be written to “{pack}”: {error.strerror}.",
            hint="Choose another place with -o FILE.",
        ) from error
    return digest


def _faults(folder: ContentFolder) -> Iterator[Problem]:
    """What would make a pack that cannot be shown; content that is wrong otherwise can be looked at."""
    yield from folder.problems
    yield from check_records(folder)
    for topic in folder.topics.values():
        yield from check_markup(topic)
        yield from check_references(folder, topic)
    for made in make_pictures(folder):
        yield from made.problems
    yield from check_figures(folder)


def _write(folder: ContentFolder, pictures: list[Picture], path: Path) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        connection.execute("PRAGMA page_size = 8192")
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute(f"PRAGMA application_id = {pack_format.APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {pack_format.FORMAT}")
        connection.executescript(pack_format.SCHEMA)
        connection.execute("BEGIN")
        _write_meta(connection, folder)
        _write_tree(connection, folder)
        _write_pages(connection, folder)
        _write_evidence(connection, folder, pictures)
        _write_words(connection, folder)
        _write_images(connection, folder)
        _write_pictures(connection, folder, pictures)
        build_index(connection, language=folder.language)
        connection.execute("COMMIT")
        connection.execute("VACUUM")
    finally:
        connection.close()


def _write_meta(connection: sqlite3.Connection, folder: ContentFolder) -> None:
    edition = folder.edition or {}
    place = pack_format.DIGEST_MARKER.decode() + pack_format.BLANK_DIGEST.decode()
    meta = {
        "digest": place,
        "language": edition["language"],
        "title": edition["title"],
        "maker": edition["maker"],
        "date": edition["date"],
        "review_due": edition["review_due"],
        "reviewed_by": edition.get("reviewed_by") or "",
        "licence": edition["licence"],
    }
    others = _other_languages(folder)
    if others:
        meta["other_languages"] = others
    connection.executemany(
        "INSERT INTO meta VALUES (?, ?)", sorted((key, str(value)) for key, value in meta.items())
    )


def _other_languages(folder: ContentFolder) -> str:
    """Each topic in another language than the edition's, as "topic=tag": what is not translated yet."""
    tags = ((topic.id, topic.root.attributes.get("lang")) for topic in folder.written().values())
    return " ".join(f"{id}={tag}" for id, tag in sorted(tags) if tag and tag != folder.language)


def language_of(root: Path) -> str:
    """The tag of the language that a content folder is written in.

    Raises:
        UserError: the folder cannot be read.
    """
    return read_content(root).language


def _write_tree(connection: sqlite3.Connection, folder: ContentFolder) -> None:
    groups: list[dict[str, Any]] = [*folder.chapters, {"id": HELP_CHAPTER, **folder.help}]
    for position, chapter in enumerate(groups):
        topics = [entry for entry in chapter["topics"] if entry["id"] in folder.topics]
        if not topics:
            continue
        is_help = chapter["id"] == HELP_CHAPTER
        connection.execute(
            "INSERT INTO chapter VALUES (?, ?, ?, ?)", (chapter["id"], position, chapter["title"], is_help)
        )
        for place, entry in enumerate(topics):
            root = folder.topics[entry["id"]].root
            keywords = ", ".join(
                word.strip() for word in root.attributes.get("data-keywords", "").split(",") if word.strip()
            )
            related = " ".join(id for id in root.words_of("data-related") if id in folder.written())
            connection.execute(
                "INSERT INTO topic VALUES (?, ?, ?, ?, ?, ?, ?)",
                (
                    entry["id"],
                    chapter["id"],
                    place,
                    entry["title"],
                    keywords,
                    related,
                    "data-retells" in root.attributes,
                ),
            )


def _write_pages(connection: sqlite3.Connection, folder: ContentFolder) -> None:
    renderer = Renderer(folder)
    number = 0
    for topic in folder.written().values():
        for audience in Audience:
            page = renderer.page(topic, audience)
            if page is None:
                continue
            connection.execute(
                "INSERT INTO page VALUES (?, ?, ?, ?, ?, ?)",
                (
                    topic.id,
                    audience,
                    page.summary_html,
                    page.summary,
                    _word_count(page, topic),
                    " ".join(page.sources),
                ),
            )
            for position, section in enumerate(page.sections):
                number += 1
                connection.execute(
                    "INSERT INTO section VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    (number, topic.id, audience, position, section.id, section.title,
                     section.is_key_points, section.html, section.text),
                )  # fmt: skip


def _word_count(page: RenderedPage, topic: TopicFile) -> int:
    """Words to be read in one go: lists to look things up in are not."""
    lists = tuple(f"{section.attributes['id']}-" for section in topic.sections() if is_list(section))
    read = [section for section in page.sections if not section.id.startswith(lists)]
    return len(page.summary.split()) + sum(len(section.text.split()) for section in read)


def _write_evidence(connection: sqlite3.Connection, folder: ContentFolder, pictures: list[Picture]) -> None:
    cited = {id for topic in folder.written().values() for id in cited_facts(topic.root)}
    cited.update(id for picture in pictures for id in picture.facts)
    cited.update(id for note in folder.datasets.get(TEACHING, []) for id in note["facts"])
    cited &= folder.facts.keys()
    used: set[str] = {id for picture in pictures for id in picture.sources}
    for id in sorted(cited):
        fact = folder.facts[id]
        used.update(fact["sources"])
        connection.execute(
            "INSERT INTO fact VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (id, fact["statement"], json.dumps(fact["figures"], ensure_ascii=False), fact["audience"],
             fact["strength"], fact.get("priority") or 0, fact.get("caution"), " ".join(fact["sources"])),
        )  # fmt: skip
    for id in sorted(used):
        source = folder.sources[id]
        seen = str(source.get("seen") or "")
        connection.execute(
            "INSERT INTO source VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (id, source.get("authors") or "", source["title"], source.get("journal"), source.get("year"),
             source.get("volume_pages"), source.get("doi"), source.get("url"), source.get("kind") or "",
             "text" if "://" in seen else seen),
        )  # fmt: skip


def _write_words(connection: sqlite3.Connection, folder: ContentFolder) -> None:
    for id in sorted(folder.glossary):
        term = folder.glossary[id]
        synonyms = json.dumps(term["synonyms"], ensure_ascii=False)
        connection.execute(
            "INSERT INTO glossary VALUES (?, ?, ?, ?, ?)",
            (id, term["term"], term["plain"], term["clinician"], synonyms),
        )
    rows = []
    for group in folder.synonyms:
        for words, is_misspelling in ((group["terms"], 0), (group["misspellings"], 1)):
            rows += [(group["id"], group["canonical"], word, is_misspelling) for word in words]
    connection.executemany("INSERT INTO synonym VALUES (?, ?, ?, ?)", sorted(rows))
    asked = {
        (id, phrase.strip())
        for id in folder.written()
        for phrase in folder.asked.get(id, {"phrases": []})["phrases"]
        if phrase.strip()
    }
    connection.executemany("INSERT INTO asked VALUES (?, ?)", sorted(asked))
    for name in sorted(folder.datasets):
        data = json.dumps(folder.datasets[name], ensure_ascii=False, sort_keys=True)
        connection.execute("INSERT INTO dataset VALUES (?, ?)", (name, data))


def _write_images(connection: sqlite3.Connection, folder: ContentFolder) -> None:
    alts = {
        image.attributes["src"]: image.attributes["alt"]
        for topic in folder.written().values()
        for image in topic.root.walk()
        if image.tag == "img" and not image.attributes["src"].startswith(ADDRESS)
    }
    for name in sorted(alts):
        path = folder.root / "pictures" / name
        media_type = _MEDIA_TYPES[path.suffix]
        connection.execute(
            "INSERT INTO picture VALUES (?, ?, ?, ?)", (name, media_type, alts[name], path.read_bytes())
        )


def _write_pictures(connection: sqlite3.Connection, folder: ContentFolder, pictures: list[Picture]) -> None:
    """The pictures as values, and the art that they show."""
    if not pictures:
        return
    data = json.dumps([picture_record(picture) for picture in pictures], ensure_ascii=False, sort_keys=True)
    connection.execute("INSERT INTO dataset VALUES (?, ?)", ("pictures", data))
    art = {name: picture.title for picture in pictures for name in art_of(picture)}
    for name, title in sorted(art.items()):
        values = (name, _MEDIA_TYPES[Path(name).suffix], title, art_svg(folder, name))
        connection.execute("INSERT INTO picture VALUES (?, ?, ?, ?)", values)
