"""What Qt does not turn round in a page."""

import pytest

from crmo_desktop.domain.bidi import END, START
from crmo_desktop.gui.turned_page import isolated_html, mirrored_css

W = "שלום"


def shown(html: str) -> str:
    return isolated_html(html).replace(START, "{").replace(END, "}")


@pytest.mark.parametrize(
    ("css", "turned"),
    [
        ("margin-left: 4px", "margin-right: 4px"),
        ("padding-right: 4px; border-left: 1px", "padding-left: 4px; border-right: 1px"),
        ("text-align: left", "text-align: right"),
        ("padding: 1px 2px 3px 4px;", "padding: 1px 4px 3px 2px;"),
        (
            "padding: 8px 12px; border-bottom: 2px solid red",
            "padding: 8px 12px; border-bottom: 2px solid red",
        ),
        ("margin-top: 5px", "margin-top: 5px"),
    ],
)
def test_sides_in_a_style_sheet(css: str, turned: str) -> None:
    assert mirrored_css(css) == turned
    assert mirrored_css(turned) == css


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (f"<p>{W} <b>5</b>–7% {W}</p>", f"<p>{W} {{<b>5</b>–7%}} {W}</p>"),
        (f"<p>{W} 10<sup>9</sup>/L {W}</p>", f"<p>{W} {{10<sup>9</sup>/L}} {W}</p>"),
        (
            f'<p>{W}. <a class="cite" href="a">[1]</a> <a class="cite" href="b">[2]</a></p>',
            f'<p>{W}. {{<a class="cite" href="a">[1]</a>}} {{<a class="cite" href="b">[2]</a>}}</p>',
        ),
        ("<td>A &lt; B</td><td>[15]</td>", "<td>{A &lt; B}</td><td>{[15]}</td>"),
        (f"<p>{W} <img src='x'> CRP 5</p>", f"<p>{W} <img src='x'> {{CRP 5}}</p>"),
        ("<p></p>", "<p></p>"),
    ],
)
def test_runs_in_a_page(html: str, expected: str) -> None:
    assert shown(html) == expected
