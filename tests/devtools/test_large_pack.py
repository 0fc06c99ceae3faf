"""The passages that the search benchmarks take out of other people's documentation."""

from pathlib import Path

from benchmarks._large_pack import article, topics_of
from benchmarks._passages import LONGEST, SHORTEST, read_page
from crmo_desktop.authoring.check_structure import check_markup
from crmo_desktop.authoring.content_folder import TopicFile
from crmo_desktop.authoring.markup import parse

FILLING = "Words & more words that make a passage long enough to be <kept>. ".replace("<kept>", "kept") * 3
PAGE = f"""<!DOCTYPE html><html><head><title>os &#8212; Files | Handbook</title><script>no()</script></head>
<body><nav><h2>Navigation</h2><p>{FILLING}</p></nav><h1>os<a class="headerlink" href="#">¶</a></h1>
<p>First {FILLING}<p>Second {FILLING}
<h2>Tables</h2><table><tr><th>One<td>Two<tr><td>{FILLING}<td>\x07Four</table>
<h2>Links</h2><ul><li>short</ul></body></html>"""


def test_a_page_gives_its_passages_without_what_surrounds_them() -> None:
    title, passages = read_page(PAGE)

    assert title == "os — Files"
    assert [passage.title for passage in passages] == ["os", "Tables"]
    assert [text.split()[0] for _, text in passages[0].blocks] == ["First", "Second"]
    assert passages[1].blocks[0] == ("li", "One · Two")
    assert passages[1].blocks[1][1].endswith("kept. · Four")


def test_a_long_stretch_is_cut_where_a_word_ends() -> None:
    _, passages = read_page(f"<h1>Long</h1><pre>{'word ' * 1000}</pre><p>{FILLING}</p>")

    assert [passage.title for passage in passages] == ["Long", "Long (2)", "Long (3)", "Long (4)"]
    assert all(SHORTEST <= passage.length <= LONGEST for passage in passages)
    assert {word for passage in passages[:-1] for _, text in passage.blocks for word in text.split()} == {
        "word"
    }


def test_pages_become_topics_that_the_compiler_takes(tmp_path: Path) -> None:
    (tmp_path / "one.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "same.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "two.html").write_text(f"<title>Two</title><h1>Two</h1><p>2 {FILLING}", encoding="utf-8")
    (tmp_path / "three.html").write_text(f"<title>Three</title><h1>3</h1><p>3 {FILLING}", encoding="utf-8")
    (tmp_path / "genindex.html").write_text(PAGE.replace("First", "Index"), encoding="utf-8")

    topics = list(topics_of(tmp_path, set()))

    assert [(topic.title, len(topic.passages)) for topic in topics] == [("os — Files", 2), ("Three", 2)]
    for topic in topics:
        root = parse(article("doc-one-0", topic.passages))
        written = TopicFile("doc-one-0", "doc-one", tmp_path / "doc-one-0.html", root)
        assert list(check_markup(written)) == []
