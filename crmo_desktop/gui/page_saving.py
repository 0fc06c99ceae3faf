"""Pages into files: one topic as HTML that needs nothing else."""

from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from crmo_desktop.domain.errors import UserError
from crmo_desktop.domain.page import Page
from crmo_desktop.domain.publication import Extract
from crmo_desktop.export.page_file import HtmlFile, html_of
from crmo_desktop.export.style import css_of
from crmo_desktop.export.supply import Supply
from crmo_desktop.export.whole_file import write_text
from crmo_desktop.export.words import ExportWords
from crmo_desktop.gui.asking_place import ask_place
from crmo_desktop.gui.desk import Desk
from crmo_desktop.gui.drawing.inline import InlineDrawings
from crmo_desktop.services.publishing import file_name


class PageSaving(QObject):
    """Asks where, writes, and says so."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._folder = ""  # where the last one went

    def ask(self, page: Page) -> None:
        """Ask where `page` is to be saved as HTML."""
        edition = self._desk.services.reading.edition
        dialog = ask_place(
            self._desk.window,
            self.tr("Save the page as HTML"),
            self.tr("Page for web browsers (*.html)"),
            file_name(page.topic.title, edition.made_on.isoformat(), ".html"),
            self._folder,
        )
        dialog.fileSelected.connect(partial(self._on_place, page))
        dialog.open()

    def _on_place(self, page: Page, place: str) -> None:
        self._folder = str(Path(place).parent)
        try:
            self.save(page, Path(place))
        except UserError as error:
            self._desk.show_error(error)
        else:
            self._desk.say(self.tr("Saved as “{name}”").format(name=Path(place).name))

    def save(self, page: Page, path: Path) -> None:
        """Write `page` into a file.

        Raises:
            UserError: it cannot be written there.
        """
        write_text(path, self.html(page))

    def html(self, page: Page) -> str:
        """The page as one file."""
        desk, reading = self._desk, self._desk.services.reading
        light, dark = desk.appearance.theme("light"), desk.appearance.theme("dark")
        language = reading.edition.language
        drawings = InlineDrawings(desk.make_drawer(), desk.appearance.look, light, language=language)
        wanted = HtmlFile(
            title=page.topic.title,
            extracts=[Extract(topic=page.topic.id, audience=page.audience)],
            css=css_of(light.colours, dark.colours),
            day=date.today(),
        )
        supply = Supply(
            reading.edition, reading.page, reading.figure, reading.term, reading.picture, drawings.svg
        )
        return html_of(wanted, supply, self.words(language))

    def words(self, language: str) -> ExportWords:
        """What the file says itself, in the window's language."""
        return ExportWords(
            language=language,
            call_outs={
                "key": self.tr("In short"),
                "red-flag": self.tr("Red flag"),
                "caution": self.tr("Caution"),
                "evidence": self.tr("What this rests on"),
                "unknown": self.tr("Not known"),
            },
            red_flag_patient=self.tr("Get help fast"),
            for_families=self.tr("For families"),
            for_clinicians=self.tr("For clinicians"),
            contents=self.tr("Contents"),
            sources=self.tr("Sources"),
            glossary=self.tr("Words explained"),
            related=self.tr("Related topics"),
            as_table=self.tr("The picture as a table"),
            in_words=self.tr("The picture in words"),
            back=self.tr("Back to where it is cited"),
            to_source=self.tr("Source"),
            skip=self.tr("To the text"),
            edition=self.tr("{title}, edition {date}"),
            reviewed=self.tr("Reviewed by {name}"),
            not_reviewed=self.tr("Not yet reviewed by a physician"),
            saved=self.tr("Saved on {date}"),
            not_advice=self.tr("Information, not medical advice"),
            addresses=self.tr("Links that begin with crmo:// open in CRMO Desktop."),
        )
