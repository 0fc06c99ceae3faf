"""The style sheet of a page: sizes, colours and room, from the look."""

from crmo_desktop.gui.theme import Look


def letters(look: Look, size: float) -> str:
    """Letters `size` pixels high at 100%, with the reader's room between them and between words."""
    pixels = look.px(size)
    words = f"font-size: {pixels}px;"
    if look.room.letter:
        words += f" letter-spacing: {pixels * look.room.letter:.2f}px; word-spacing: {pixels * look.room.word:.2f}px;"
    return words


def lines(look: Look, per_cent: int) -> str:
    """The line height that is `per_cent` of the face's own on the normal page."""
    return f"line-height: {round(per_cent * look.room.line_factor)}%"


def below(look: Look, size: float, least: float) -> float:
    """The room below a paragraph of letters `size` pixels high: `least` pixels on the normal page."""
    return look.px(max(least, size * look.room.paragraph))


def page_css(look: Look) -> str:
    """The style sheet of a page in `look`; sizes in pixels, already zoomed."""
    c, px = look.name_of, look.px
    heading = ", ".join(f"'{family}'" for family in (look.typeface.headings, *look.page_families))
    line = "none" if look.is_high_contrast else f"1px solid {c('border')}"
    row_line = f"1px solid {c('border')}"
    return f"""
    body {{ color: {c("text")}; {letters(look, 18)} {lines(look, 112)}; }}
    p, li {{ margin-top: 0px; margin-bottom: {below(look, 18, 11)}px; {letters(look, 18)} {lines(look, 112)}; color: {c("text")}; }}
    li {{ margin-bottom: {below(look, 9, 4)}px; }}
    ul, ol {{ margin-left: {px(24)}px; margin-top: 0px; margin-bottom: {below(look, 18, 12)}px; -qt-list-indent: 0; }}
    h1, h2 {{ font-family: {heading}; font-weight: 600; color: {c("heading")}; }}
    h1 {{ {letters(look, 36)} {lines(look, 98)}; margin-top: 0px; margin-bottom: {below(look, 9, 8)}px; }}
    h2 {{ {letters(look, 26)} {lines(look, 99)}; margin-top: {below(look, 26, 26)}px; margin-bottom: {below(look, 9, 6)}px; }}
    h3 {{ {letters(look, 20)} font-weight: 600; {lines(look, 98)}; color: {c("text")};
          margin-top: {below(look, 20, 16)}px; margin-bottom: {below(look, 9, 4)}px; }}
    .kicker {{ {letters(look, 15)} font-weight: 600; color: {c("accent")}; margin-bottom: {px(4)}px; {lines(look, 100)}; }}
    .lead {{ {letters(look, 21)} color: {c("muted")}; {lines(look, 109)}; margin-bottom: {below(look, 21, 10)}px; }}
    .meta {{ {letters(look, 14.5)} color: {c("muted")}; margin-bottom: {below(look, 14.5, 8)}px; }}
    .depth {{ {letters(look, 16)} {lines(look, 120)}; color: {c("text")}; margin-top: {px(4)}px; margin-bottom: {below(look, 16, 12)}px; }}
    .ending {{ margin-top: {px(20)}px; font-weight: 600; }}
    .caption {{ {letters(look, 14)} color: {c("muted")}; margin-top: {px(12)}px; margin-bottom: {px(6)}px; }}
    .stamp {{ {letters(look, 14)} color: {c("muted")}; margin-top: {px(28)}px; }}
    .check {{ margin-left: 0px; margin-bottom: {below(look, 9, 8)}px; }}
    .defined {{ font-weight: 600; margin-bottom: {px(2)}px; }}
    .definition {{ margin-left: {px(20)}px; }}
    .row {{ margin-bottom: {below(look, 9, 4)}px; }}
    .quiet {{ color: {c("muted")}; }}
    .kbd {{ font-weight: 600; }}
    a {{ color: {c("link")}; text-decoration: underline; }}
    a.cite {{ color: {c("link")}; text-decoration: none; {letters(look, 13.5)} font-weight: 600; }}
    td.odd p a, td.even p a {{ {letters(look, 16)} }}
    td.odd p a.cite, td.even p a.cite {{ {letters(look, 13.5)} }}
    a.term {{ color: {c("text")}; text-decoration: none; }}
    p.lead a.term {{ color: {c("muted")}; {letters(look, 21)} }}
    p.depth a, p.depth b {{ {letters(look, 16)} }}
    p.ending a {{ font-weight: 600; }}
    table.box {{ margin-top: {px(16)}px; margin-bottom: {px(4)}px; }}
    td.box {{ padding-left: {px(22)}px; padding-right: {px(16)}px; padding-top: {px(13)}px; padding-bottom: {px(6)}px; }}
    .box-title {{ {letters(look, 17)} font-weight: 700; margin-bottom: {px(6)}px; }}
    .key-title {{ color: {c("key_title")}; }} .red-title {{ color: {c("red_title")}; }}
    .caution-title {{ color: {c("caution_title")}; }} .evidence-title {{ color: {c("evidence_title")}; }}
    .unknown-title {{ color: {c("unknown_title")}; }}
    table.data {{ margin-top: 0px; margin-bottom: {px(10)}px; }}
    table.bare {{ margin-top: {px(16)}px; }}
    th, td.odd, td.even, td.source, td.number {{ {letters(look, 16)} {lines(look, 108)}; }}
    th {{ background-color: {c("table_head")}; color: {c("text")}; font-weight: 600; text-align: left;
          padding: {px(8)}px {px(12)}px; border-bottom: 2px solid {c("accent")}; }}
    td.odd, td.even {{ padding: {px(8)}px {px(12)}px; border-bottom: {row_line}; vertical-align: top; }}
    td.even {{ background-color: {c("zebra")}; }}
    td.first {{ font-weight: 600; }}
    td.odd p, td.even p, td.odd li, td.even li {{ {letters(look, 16)} {lines(look, 108)}; margin-bottom: {below(look, 16, 4)}px; }}
    table.sources {{ margin-top: {px(4)}px; }}
    td.source, td.number {{ {letters(look, 15)} padding: {px(4)}px {px(8)}px {px(6)}px 0px; border-bottom: {line}; vertical-align: top; }}
    td.number {{ color: {c("muted")}; }}
    {_figure_css(look)}
    """


def _figure_css(look: Look) -> str:
    """What stands round a drawing."""
    c, px = look.name_of, look.px
    return f"""
    .caption b, .caption strong {{ {letters(look, 16)} color: {c("text")}; }}
    .figure {{ margin-bottom: {px(4)}px; line-height: 100%; }}
    .figure-ways {{ {letters(look, 15)} color: {c("muted")}; margin-bottom: {below(look, 18, 14)}px; }}
    .figure-ways a {{ {letters(look, 15)} }}
    """
