"""Topic files as XML, and the words in them."""

import pytest

from crmo_desktop.authoring.markup import MarkupError, parse


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("<a>\n<b>\n</a>", 3, "not well-formed: mismatched tag"),
        ("<a>\n", 2, "not well-formed: no element found"),
        ("", 1, "not well-formed: no element found"),
        ("<a/>\n<b/>", 2, "not well-formed: junk after document element"),
        ("<a>\n&nbsp;</a>", 2, "not well-formed: undefined entity"),
        ("<a>\n<b c=1/></a>", 2, "not well-formed: not well-formed (invalid token)"),
        ("<a b='1' b='2'/>", 1, "not well-formed: duplicate attribute"),
        ("<a>\nfish & chips</a>", 2, "not well-formed: not well-formed (invalid token)"),
        ("<!DOCTYPE a>\n<a/>", 1, "a topic declares no document type and no entities"),
        (
            '<!DOCTYPE a [<!ENTITY x "7">]>\n<a>&x;</a>',
            1,
            "a topic declares no document type and no entities",
        ),
        (
            '\n<!DOCTYPE a SYSTEM "file:///etc/passwd">\n<a/>',
            2,
            "a topic declares no document type and no entities",
        ),
        ("<a>\n" + "<b>" * 60 + "</b>" * 60 + "</a>", 2, "elements stand in each other more than 60 deep"),
    ],
)
def test_what_is_no_topic_is_refused_with_its_line(text: str, line: int, message: str) -> None:
    with pytest.raises(MarkupError) as caught:
        parse(text)

    assert (caught.value.line, str(caught.value)) == (line, message)


def test_elements_keep_order_attributes_and_lines() -> None:
    root = parse('<a>\n<b id="1"/>text<c>\n<d/></c></a>')

    assert [(element.tag, element.line) for element in root.walk()] == [
        ("a", 1),
        ("b", 2),
        ("c", 2),
        ("d", 3),
    ]
    assert [element.tag for element in root.elements()] == ["b", "c"]
    assert [element.attributes for element in root.elements()] == [{"id": "1"}, {}]


@pytest.mark.parametrize(
    "declared", ["", '<?xml version="1.0"?>', '<?xml version="1.0" encoding="latin-1"?>', "\ufeff"]
)
def test_a_file_is_utf_8_whatever_it_declares(declared: str) -> None:
    assert parse(f"{declared}<a>Ödem 10 µg</a>").text() == "Ödem 10 µg"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("<p>se<em>v</em>en</p>", "seven"),
        ("<p>4<!-- 2 -->3</p>", "43"),
        ("<p>4<![CDATA[ < 3]]></p>", "4 < 3"),
        ("<p>4&#51;&amp;</p>", "43&"),
        ("<p>one<br/>two</p>", "one two"),
        ("<p>  one\n two\u00a0three </p>", "one two three"),
        ("<p>10<sup>9</sup>/L</p>", "10⁹/L"),
        ("<p>10<sup>-3</sup></p>", "10⁻³"),
        ("<p>10<em>2<sup><strong>3</strong></sup></em></p>", "102³"),
        ("<p>Crohn<sup>a</sup></p>", "Crohna"),
        ("<p>H<sub>2</sub>O</p>", "H2O"),
    ],
)
def test_the_words_of_a_block(text: str, words: str) -> None:
    assert parse(text).own_text() == words
    assert parse(text).text() == words


def test_a_block_inside_is_no_word_of_its_own() -> None:
    item = parse("<li>one<ul><li>two</li></ul>three</li>")

    assert item.own_text() == "one three"
    assert item.text() == "one two three"


def test_the_words_of_an_attribute() -> None:
    element = parse('<p data-facts=" a  b&#10;c "/>')

    assert element.words_of("data-facts") == ("a", "b", "c")
    assert element.words_of("data-caution") == ()


@pytest.mark.parametrize(
    "text",
    [
        "<p/>",
        "<p>a &amp; b &lt; c</p>",
        '<p title="&quot;a&quot; &amp; b">"it\'s"<br/></p>',
        "<p>a<em>b</em>c</p>",
    ],
)
def test_an_element_is_written_as_it_was_read(text: str) -> None:
    assert str(parse(text)) == text


def test_an_attribute_is_written_so_that_it_can_be_read_again() -> None:
    assert str(parse("<p title='it&apos;s \"so\" &lt;'/>")) == '<p title="it&#x27;s &quot;so&quot; &lt;"/>'
