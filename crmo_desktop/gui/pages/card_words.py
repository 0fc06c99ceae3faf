"""What the cards say: a citation's evidence, a glossary word's meaning."""

from PySide6.QtCore import QObject

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.page import Citation, GlossaryTerm, Source
from crmo_desktop.gui.widgets.card import CardContent


class CardWords(QObject):
    """Puts domain values into the words of a card."""

    def citation(self, citations: tuple[Citation, ...]) -> CardContent:
        """What one citation mark rests on, at least one source."""
        facts = list(dict.fromkeys(fact for citation in citations for fact in citation.facts))
        first = citations[0]
        rows = [
            (
                self.tr("Figures"),
                "; ".join(dict.fromkeys(figure for fact in facts for figure in fact.figures)),
            ),
            (self.tr("Strength"), ", ".join(dict.fromkeys(fact.strength for fact in facts))),
            (self.tr("Caution"), " ".join(dict.fromkeys(fact.caution for fact in facts if fact.caution))),
        ]
        actions = [("copy", self.tr("Copy citation"), "copy")]
        if len(citations) == 1:
            rows += [
                (self.tr("Read"), self._seen_words(first.source.seen)),
                (self.tr("DOI"), first.source.doi or ""),
            ]
            kind = self.tr("Source {number}: {kind}").format(number=first.number, kind=first.source.kind)
            title, where = first.source.title, _place_of_publication(first.source)
            if first.source.address:
                actions.append(("address", self.tr("Show address"), "link"))
        else:
            kind, where = self.tr("{n} sources", None, len(citations)).format(n=len(citations)), ""
            title = self.tr("What this rests on")
            rows += [(f"[{citation.number}]", _in_one_line(citation.source)) for citation in citations]
        return CardContent(
            kind=kind,
            icon="quote",
            role="evidence_title",
            title=title,
            subtitle=where,
            statements=tuple(fact.statement for fact in facts),
            rows=tuple((label, text) for label, text in rows if text),
            actions=tuple(actions),
        )

    def _seen_words(self, seen: str) -> str:
        words = {
            "abstract": self.tr("the abstract only"),
            "seed": self.tr("the whole article"),
            "copy or quotation": self.tr("a copy or quotation only"),
            "text": self.tr("the text, as far as it was open"),
        }
        return words.get(seen, "")

    def term(self, term: GlossaryTerm, audience: Audience) -> CardContent:
        """A glossary word in the words for `audience`, and below in the other's."""
        other = (
            (self.tr("In clinic words"), term.clinical)
            if audience is Audience.PATIENT
            else (self.tr("In plain words"), term.plain)
        )
        rows = [(self.tr("Also called"), ", ".join(term.synonyms)), other]
        return CardContent(
            kind="",
            icon="vocabulary",
            role="accent",
            title=term.term,
            subtitle="",
            statements=(term.definition(audience),),
            rows=tuple((label, text) for label, text in rows if text),
            actions=(("search", self.tr("Find in all topics"), "search"),),
            width=410,
        )


def _place_of_publication(source: Source) -> str:
    return ", ".join(str(part) for part in (source.journal, source.year) if part)


def _in_one_line(source: Source) -> str:
    where = _place_of_publication(source)
    shown = f"doi:{source.doi}" if source.doi else source.url or ""
    return ". ".join(
        part for part in (source.title, f"{where} ({source.kind})" if where else source.kind, shown) if part
    )
