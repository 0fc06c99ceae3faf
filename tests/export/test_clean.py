"""Markup as clean text and clean HTML."""

from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest

from crmo_desktop.export.clean import (
    NUMBER,
    TITLE,
    cleaned,
    html_of,
    is_inline,
    run_of,
    text_of,
    words_of,
)


def parsed(html: str) -> Element:
    return ElementTree.fromstring(f"<div>{html}</div>")


def test_signs_that_take_no_room_are_left_out() -> None:
    assert cleaned(" os\u00adteo\u200bmye\u2060litis\ufeff\ufffc\u00a0 5\u202fmg\n") == "osteomyelitis 5 mg"
    assert cleaned(" x\u00a0", ends=True) == " x "


def test_signs_that_scripts_need_are_kept() -> None:
    assert cleaned("می\u200cخواهم") == "می\u200cخواهم"


TEXTS = {
    "paragraphs": ("<h2>Title</h2><p>One.</p><p>Two.</p>", "Title\n\nOne.\n\nTwo."),
    "bullets": ("<ul><li>a</li><li>b</li></ul>", "• a\n• b"),
    "numbers": (f'<ol><li {NUMBER}="3">c</li><li {NUMBER}="4">d</li></ol>', "3. c\n4. d"),
    "numbers from one": ("<ol><li>a</li><li>b</li></ol>", "1. a\n2. b"),
    "to tick": ('<ul class="checklist"><li>a</li></ul><p>x</p>', "☐ a\n\nx"),
    "terms": ("<dl><dt>MRI</dt><dd>A scan.</dd></dl><p>x</p>", "MRI\nA scan.\n\nx"),
    "call-out": (f'<aside class="caution" {TITLE}="Caution"><p>One.</p></aside>', "Caution\nOne."),
    "cells": (
        (
            "<table><caption>T</caption><thead><tr><th>A</th><th>B</th></tr></thead>"
            "<tbody><tr><td>1<br/>2</td><td><p>x</p><p>y</p></td></tr></tbody></table>"
        ),
        "T\nA\tB\n1 2\tx y",
    ),
    "lines": ("<p>one<br/>two</p><p>x</p>", "one\ntwo\n\nx"),
    "figure": ('<figure><img src="a" alt="b"/><figcaption>What</figcaption></figure><p>x</p>', "What\n\nx"),
    "loose": ("words <strong>here</strong>", "words\n\nhere"),
    "section": ("<section><p>a</p></section>", "a"),
}


@pytest.mark.parametrize(("html", "text"), TEXTS.values(), ids=TEXTS.keys())
def test_as_text(html: str, text: str) -> None:
    assert text_of(parsed(html)) == text


HTMLS = {
    "words": (
        '<p>A <strong>b</strong> <em>c</em><sub>2</sub> <kbd>F1</kbd> <span lang="de">d</span> &lt;5</p>',
        "<p>A <strong>b</strong> <em>c</em><sub>2</sub> <kbd>F1</kbd> d &lt;5</p>",
    ),
    "marks": (
        '<p>A <a class="term" href="term:g-mri">scan</a> <a class="cite" href="cite:x:y">[2]</a></p>',
        "<p>A scan [2]</p>",
    ),
    "links": (
        '<p><a href="crmo://topic/mri">MRI</a> <a href="https://a.b/?c=1&amp;d=2">x</a></p>',
        '<p><a href="crmo://topic/mri">MRI</a> <a href="https://a.b/?c=1&amp;d=2">x</a></p>',
    ),
    "table": (
        (
            '<table><caption>T</caption><thead><tr><th class="numeric">A</th></tr></thead>'
            "<tbody><tr><td>1<br/>2</td></tr></tbody></table>"
        ),
        (
            "<table><caption>T</caption><thead><tr><th>A</th></tr></thead>"
            "<tbody><tr><td>1<br/>2</td></tr></tbody></table>"
        ),
    ),
    "call-out": (
        f'<aside class="red-flag" {TITLE}="Go &amp; ask"><p>Now.</p></aside>',
        "<blockquote><p><strong>Go &amp; ask</strong></p><p>Now.</p></blockquote>",
    ),
    "no title": ('<aside class="caution"><p>Now.</p></aside>', "<blockquote><p>Now.</p></blockquote>"),
    "numbers": (f'<ol><li {NUMBER}="3">c</li></ol>', '<ol start="3"><li>c</li></ol>'),
    "lists": ("<ol><li>c</li></ol><ul><li>d</li></ul>", "<ol><li>c</li></ol><ul><li>d</li></ul>"),
    "to tick": ('<ul class="checklist"><li>a</li></ul>', "<ul><li>☐ a</li></ul>"),
    "terms": ("<dl><dt>a</dt><dd>b</dd></dl>", "<dl><dt>a</dt><dd>b</dd></dl>"),
    "figure": ('<figure><img src="a"/><figcaption>W</figcaption></figure>', "<p>W</p>"),
    "blocks in a cell": (
        "<table><tbody><tr><td><ul><li>a</li></ul></td></tr></tbody></table>",
        "<table><tbody><tr><td><ul><li>a</li></ul></td></tr></tbody></table>",
    ),
    "section": ("<section><p>a</p></section>", "<p>a</p>"),
}


@pytest.mark.parametrize(("html", "clean"), HTMLS.values(), ids=HTMLS.keys())
def test_as_html(html: str, clean: str) -> None:
    assert html_of(parsed(html)) == clean


@pytest.mark.parametrize(
    ("html", "words"),
    [("<p>a b</p>", "a b"), ("<h2>a</h2>", "a"), ("<ul><li>a</li></ul>", "a"), ("<ol><li>a</li></ol>", "a")],
)
def test_one_run_of_words_goes_into_the_midst_of_others(html: str, words: str) -> None:
    root = parsed(html)

    assert is_inline(root)
    assert words_of(run_of(root)) == words


@pytest.mark.parametrize(
    "html", ["", "<p>a</p><p>b</p>", "<ul><li>a</li><li>b</li></ul>", "<aside><p>a</p></aside>"]
)
def test_blocks_are_no_run_of_words(html: str) -> None:
    assert not is_inline(parsed(html))
