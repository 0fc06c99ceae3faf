"""Xapian with its English stemmer, its spelling and its half-typed last word. See `_rival`.

Run by the system's own Python, for which Debian's python3-xapian is made.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import xapian  # type: ignore[import-not-found]  # noqa: E402

from benchmarks._rival import EXCERPT, HITS, WEIGHTS, WORD, Search, passages, run  # noqa: E402 - found only now


def make(pack: Path, folder: Path) -> Search:
    """Index the passages; a field's weight is how often its words count."""
    database = xapian.WritableDatabase(str(folder / "xapian"), xapian.DB_CREATE)
    stemmer = xapian.Stem("en")
    generator = xapian.TermGenerator()
    generator.set_database(database)
    generator.set_stemmer(stemmer)
    generator.set_flags(xapian.TermGenerator.FLAG_SPELLING)
    for passage in passages(pack):
        document = xapian.Document()
        generator.set_document(document)
        for name, weight in WEIGHTS.items():
            generator.index_text(getattr(passage, name), weight)
            generator.increase_termpos()
        document.set_data(f"{passage.topic}\n{passage.body}")
        database.add_document(document)
    database.commit()
    database.close()
    return _searching(xapian.Database(str(folder / "xapian")), stemmer)


def _searching(database: "xapian.Database", stemmer: "xapian.Stem") -> Search:
    enquire = xapian.Enquire(database)
    parser = xapian.QueryParser()
    parser.set_database(database)
    parser.set_stemmer(stemmer)
    parser.set_stemming_strategy(xapian.QueryParser.STEM_SOME)
    flags = xapian.QueryParser.FLAG_PARTIAL | xapian.QueryParser.FLAG_SPELLING_CORRECTION

    def search(query: str, _audience: str) -> list[str]:
        text = " ".join(WORD.findall(query))
        for operator in (xapian.Query.OP_AND, xapian.Query.OP_OR):
            parser.set_default_op(operator)
            asked = parser.parse_query(text, flags)
            if corrected := parser.get_corrected_query_string():
                asked = parser.parse_query(corrected, flags)
            enquire.set_query(asked)
            topics = []
            matches = enquire.get_mset(0, HITS)
            for match in matches:
                topic, _, body = match.document.get_data().decode().partition("\n")
                matches.snippet(body, EXCERPT, stemmer)
                topics.append(topic)
            if topics:
                return topics
        return []

    return search


if __name__ == "__main__":
    sys.exit(run(make, xapian.version_string()))
