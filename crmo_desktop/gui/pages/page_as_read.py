"""What is shown of a page, as a page of its own: what is read aloud is what is on the screen."""

from dataclasses import replace
from html import escape

from crmo_desktop.domain.page import Page
from crmo_desktop.domain.short_form import ShortForm
from crmo_desktop.gui.depth_row import DepthWords


def page_as_read(page: Page, form: ShortForm | None, words: DepthWords | None) -> Page:
    """The page itself, or its short form with the warnings that stand at the end of it.

    Args:
        page: all of it.
        form: what is shown of it; None for all of it.
        words: the window's own words round a short form.
    """
    if form is None or words is None:
        return page
    end = "".join(form.warnings)
    if form.warned:
        links = [section.title for section in form.warned]
        links += [words.all_warnings[1]] if words.all_warnings else []
        end += f'<aside class="red-flag"><p>{escape(words.warned)} {escape(" · ".join(links))}</p></aside>'
    if not form.page.sections:
        return replace(form.page, summary_html=form.page.summary_html + end)
    last = form.page.sections[-1]
    return replace(form.page, sections=(*form.page.sections[:-1], replace(last, html=last.html + end)))
