"""tantivy with its English stemmer. See `_rival`; run in an environment of its own."""

import sys
from importlib.metadata import version
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import tantivy  # type: ignore[import-not-found]  # noqa: E402

from benchmarks._rival import EXCERPT, HITS, WEIGHTS, WORD, Search, passages, run  # noqa: E402 - found only now


def make(pack: Path, folder: Path) -> Search:
    """Index the passages in one segment, as a finished pack would be."""
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("topic", stored=True, tokenizer_name="raw")
    for name in WEIGHTS:
        builder.add_text_field(name, stored=name == "body", tokenizer_name="en_stem")
    schema = builder.build()
    index = tantivy.Index(schema, path=str(folder))
    writer = index.writer(num_threads=1)
    for passage in passages(pack):
        writer.add_document(tantivy.Document(**passage._asdict()))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    return _searching(index, schema)


def _searching(index: "tantivy.Index", schema: "tantivy.Schema") -> Search:
    searcher = index.searcher()
    boosts = {name: float(weight) for name, weight in WEIGHTS.items()}

    def search(query: str, _audience: str) -> list[str]:
        text = " ".join(f'"{word}"' for word in WORD.findall(query))
        for wants_all in (True, False):
            asked = index.parse_query(
                text, list(WEIGHTS), field_boosts=boosts, conjunction_by_default=wants_all
            )
            hits = searcher.search(asked, HITS).hits
            if not hits:
                continue
            excerpts = tantivy.SnippetGenerator.create(searcher, asked, schema, "body")
            excerpts.set_max_num_chars(EXCERPT)
            documents = [searcher.doc(address) for _, address in hits]
            for document in documents:
                excerpts.snippet_from_doc(document).fragment()
            return [document["topic"][0] for document in documents]
        return []

    return search


if __name__ == "__main__":
    sys.exit(run(make, version("tantivy")))
