"""What stands round a picture in words: where it belongs, whose figures it shows, what goes along."""

from collections.abc import Iterable
from typing import Final

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.content import Edition
from crmo_desktop.domain.identifiers import PictureAddress
from crmo_desktop.domain.page import Citation
from crmo_desktop.domain.picture import Picture
from crmo_desktop.gui.drawing.scene import View
from crmo_desktop.gui.drawing.sheet import SheetWords
from crmo_desktop.gui.source_words import SourceWords
from crmo_desktop.gui.widgets.link_flow import FlowLink
from crmo_desktop.services.pictures import PicturePlace, sources_of

_MOST_IN_FULL: Final = 3  # sources, below a picture that leaves the program


class PictureWords(SourceWords):
    """Puts values into the words of the page."""

    def way(self, place: PicturePlace) -> str:
        """Chapter and topic in one line; "" where the edition has neither."""
        return " › ".join(part for part in place if part)

    def audience(self, picture: Picture) -> str:
        """Whom it is for, if not for everybody."""
        if picture.audience == Audience.PATIENT:
            return self.tr("For families")
        return self.tr("For clinicians") if picture.audience == Audience.CLINICIAN else ""

    def links(self, citations: Iterable[Citation]) -> list[FlowLink]:
        """A link for each source, with its number."""
        return [
            FlowLink(
                str(citation.source.id),
                f"{self.short(citation.source)} [{citation.number}]",
                self.tr("Source {number}: {words}").format(
                    number=citation.number, words=self.short(citation.source)
                ),
            )
            for citation in citations
        ]

    def before_links(self, count: int) -> str:
        """What stands before `count` links."""
        return self.tr("Source:") if count == 1 else self.tr("Sources:")

    def on_sheet(
        self, picture: Picture, citations: tuple[Citation, ...], view: View, edition: Edition
    ) -> SheetWords:
        """What goes along with a picture that leaves the program."""
        shown = sources_of(picture, view.groups)
        cited = [citation.source for citation in citations if citation.source.id in shown]
        in_full = len(cited) <= _MOST_IN_FULL
        sources = " ".join(source.reference for source in cited)
        if not in_full:
            sources = "; ".join(self.short(source) for source in cited)
        reviewed = (
            self.tr("Reviewed by {name}").format(name=edition.reviewed_by)
            if edition.reviewed_by
            else self.tr("Not yet reviewed by a physician")
        )
        stamp = self.tr("{title}, edition {date}. {reviewed}. Information, not medical advice. {address}")
        return SheetWords(
            f"{self.before_links(len(cited))} {sources}" if cited else "",
            stamp.format(
                title=edition.title,
                date=edition.made_on.isoformat(),
                reviewed=reviewed,
                address=PictureAddress(picture.id),
            ),
        )
