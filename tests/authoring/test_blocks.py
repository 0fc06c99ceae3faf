"""The pieces of a topic that say something by themselves."""

import pytest

from crmo_desktop.authoring.blocks import Block, blocks_of, cited_facts
from crmo_desktop.authoring.markup import parse


def blocks(text: str) -> list[Block]:
    return blocks_of(parse(f"<section>{text}</section>"))


def facts_by_text(text: str) -> dict[str, tuple[str, ...]]:
    return {block.text: block.facts for block in blocks(text)}


def test_a_block_has_its_own_words_and_the_facts_round_it() -> None:
    found = facts_by_text(
        '<ul data-facts="a"><li data-facts="b">one<ul><li>two</li></ul></li><li>three</li></ul>'
    )

    assert found == {"one": ("a", "b"), "two": ("a", "b"), "three": ("a",)}


def test_facts_on_a_sentence_and_cautions_count() -> None:
    found = facts_by_text('<p data-caution="a">one <span data-facts="b" data-caution="c">two</span></p>')

    assert found == {"one two": ("a", "b", "c")}


def test_a_label_has_the_facts_of_its_section_or_table() -> None:
    found = facts_by_text(
        '<h2>title</h2><p data-facts="a">text</p>'
        "<table><caption>of</caption><thead><tr><th>head</th></tr></thead>"
        '<tbody><tr data-facts="b"><td>cell</td></tr></tbody></table>'
    )

    assert found == {"title": ("a", "b"), "text": ("a",), "of": ("b",), "head": ("b",), "cell": ("b",)}


def test_words_that_are_read_out_are_blocks_that_need_no_fact() -> None:
    picture, caption = blocks(
        '<figure data-facts="a"><img alt="a knee"/><figcaption data-facts="b">caption</figcaption></figure>'
    )

    assert (picture.text, picture.facts, picture.is_statement) == ("a knee", ("a", "a", "b"), False)
    assert (caption.text, caption.is_statement) == ("caption", True)


def test_only_blocks_that_state_need_facts() -> None:
    statements = {
        block.text: block.is_statement for block in blocks("<h2>a</h2><p>b</p><dt>c</dt><dd>d</dd>")
    }

    assert statements == {"a": False, "b": True, "c": False, "d": True}


def test_to_state_nothing_holds_for_all_below() -> None:
    found = {
        block.text: block.states_nothing
        for block in blocks('<ul data-states="nothing"><li>a</li></ul><p>b</p><p data-states="nothing">c</p>')
    }

    assert found == {"a": True, "b": False, "c": True}


def test_conversions_are_taken_out_of_the_words() -> None:
    [block] = blocks(
        '<p>In <em><span data-equals="42.5%">4 <strong>in</strong> 10</span></em> and '
        '<span data-equals="90%">9 in 10</span> girls.<ul><li/></ul></p>'
    )

    assert block.text == "In 4 in 10 and 9 in 10 girls."
    assert block.plain == "In and girls."
    assert block.conversions == (("4 in 10", "42.5%"), ("9 in 10", "90%"))


@pytest.mark.parametrize(
    "text",
    [
        '<p data-states="nothing"><time>5</time> minutes</p>',
        '<ul data-states="nothing"><li><em><time>5</time></em> minutes</li></ul>',
        "<h2><time>5</time> minutes</h2>",
        "<h3><time>5</time> minutes</h3>",
        "<table><caption><time>5</time> minutes</caption></table>",
        "<table><tr><th><time>5</time> minutes</th></tr></table>",
        "<dl><dt><time>5</time> minutes</dt></dl>",
    ],
)
def test_minutes_are_taken_out_of_what_states_nothing(text: str) -> None:
    [block] = blocks(text)

    assert (block.text, block.plain) == ("5 minutes", "minutes")


@pytest.mark.parametrize("tag", ["p", "li", "td", "dd", "figcaption"])
def test_minutes_stay_in_a_statement(tag: str) -> None:
    [block] = blocks(f'<{tag} data-facts="a"><time>5</time> minutes</{tag}>')

    assert block.plain == "5 minutes"


def test_to_state_nothing_frees_the_minutes_only() -> None:
    [block] = blocks(
        '<p data-states="nothing"><time>5</time> of 40 <span data-equals="42.5%">4 in 10</span></p>'
    )

    assert (block.plain, block.conversions) == ("of 40", (("4 in 10", "42.5%"),))


def test_an_empty_block_is_none() -> None:
    assert blocks("<p> </p><h3/><ul><li><p>a</p></li></ul>") == blocks("<ul><li><p>a</p></li></ul>")


def test_cited_facts_come_once_in_order() -> None:
    assert cited_facts(parse('<ul data-facts="b a"><li data-facts="a c"/></ul>')) == ["b", "a", "c"]
