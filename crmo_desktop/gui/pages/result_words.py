"""The words round the results of a search: how many, what else to type, why there are none."""

from PySide6.QtCore import QObject

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.errors import UserError
from crmo_desktop.domain.identifiers import TopicAddress
from crmo_desktop.domain.search import SearchAnswer, SearchHit
from crmo_desktop.gui.errors import words_of
from crmo_desktop.gui.pages.inquiry import is_too_short, shortened
from crmo_desktop.gui.widgets.filter_pane import ALL, Counts
from crmo_desktop.gui.widgets.link_flow import FlowLink
from crmo_desktop.gui.widgets.nothing_found import Nothing
from crmo_desktop.services.finding import Finding
from crmo_desktop.services.narrowing import EVERYTHING, Filter, Narrowed


class ResultWords(QObject):
    """Puts findings into words."""

    def spoken(self, hit: SearchHit, audience: Audience) -> str:
        """All that a row says, for a screen reader; `audience` is the reader's own."""
        parts = [
            f"{hit.topic_title}, {hit.section_title}" if hit.section else hit.topic_title,
            hit.excerpt,
            hit.why,
        ]
        if hit.audience is not audience and not hit.is_help:
            parts.append(self.for_audience(hit.audience))
        return ". ".join(part for part in parts if part)

    def for_audience(self, audience: Audience) -> str:
        """For whom something is written."""
        return self.tr("For families") if audience is Audience.PATIENT else self.tr("For clinicians")

    def summary(self, finding: Finding, narrowed: Narrowed, *, most: int | None = None) -> str:
        """How much was found; with `most`, of how much more than that only so much is shown."""
        hits = narrowed.hits
        if is_too_short(finding.answer.query):
            return ""
        topics = len({hit.topic for hit in hits})
        if not hits:
            return self.tr("No results")
        if len(hits) == 1:
            return self.tr("1 result")
        found = self._found(len(hits), topics, is_all=len(finding.answer.hits) < finding.limit)
        if most is not None and len(hits) > most:
            return self.tr("The best {n} of {found}", None, most).format(n=most, found=found)
        return found[:1].upper() + found[1:]

    def _found(self, hits: int, topics: int, *, is_all: bool) -> str:
        if not is_all:
            words = self.tr("more than {hits} results in {topics} topics", None, hits - 1)
            return words.format(hits=hits - 1, topics=topics)
        one = self.tr("{hits} results in 1 topic", None, hits)
        words = one if topics == 1 else self.tr("{hits} results in {topics} topics", None, hits)
        return words.format(hits=hits, topics=topics)

    def filter_words(self, chosen: Filter, narrowed: Narrowed, audience: Audience) -> str:
        """What the filter lets through."""
        chapter = next((c.title for c in narrowed.chapters if c.id == chosen.chapter), "")
        own = self.tr("Families only") if audience is Audience.PATIENT else self.tr("Clinicians only")
        parts = [chapter or self.tr("All chapters"), *([own] if chosen.own_words_only else [])]
        return ", ".join(parts)

    @staticmethod
    def counts(chosen: Filter, narrowed: Narrowed, audience: Audience) -> Counts:
        """What the filter pane shows."""
        return Counts(
            chapters=narrowed.chapters,
            in_all=narrowed.in_chapters,
            in_both=narrowed.in_both,
            in_own=narrowed.in_own,
            chapter=chosen.chapter or ALL,
            own_only=chosen.own_words_only,
            audience=audience,
        )

    # --- other words to search for

    def completions(self, answer: SearchAnswer) -> list[FlowLink]:
        """Words that go on where the last one stops."""
        name = self.tr("Go on with {words}")
        return [FlowLink(word, word, name.format(words=word)) for word in answer.completions]

    def offers(self, answer: SearchAnswer) -> list[FlowLink]:
        """Spellings that may have been meant, but for the one that was searched for."""
        name = self.tr("Search for {words}")
        return [
            FlowLink(words, words, name.format(words=words))
            for words in answer.suggestions
            if words != answer.searched_for
        ]

    def box(self, answer: SearchAnswer) -> str:
        """What the box above the list says; "" where there is nothing to say."""
        if not answer.hits:
            return ""
        if answer.searched_for:
            words = self.tr("Nothing was found for “{query}”. Showing results for “{found}”.")
            return words.format(query=shortened(answer.query), found=shortened(answer.searched_for))
        return self.tr("Did you mean:") if answer.suggestions else ""

    # --- where there is nothing

    def nothing(self, finding: Finding, chosen: Filter) -> Nothing:
        """What is said and offered where no hit is shown."""
        answer = finding.answer
        if answer.hits:
            return self._filtered(answer, chosen)
        if is_too_short(answer.query):
            return Nothing(words=self.tr("Type one more letter."))
        rescue = finding.rescue
        query = answer.query.strip('"“”„« »') or answer.query
        words = self.tr("No topic contains “{query}”.").format(query=shortened(query))
        if rescue is None:
            return Nothing(words=words, question=answer.query)
        offers = list(dict.fromkeys([*([rescue.looser] if rescue.looser else []), *answer.suggestions]))
        if not offers and not rescue.topics and not rescue.terms:
            words += " " + self.tr("Try a shorter or a plainer word, or browse the topics.")
        return Nothing(
            words=words,
            offers=offers,
            topics=[(str(TopicAddress(topic)), title) for topic, title in rescue.topics],
            terms=[(term.term, term.definition(finding.audience)) for term in rescue.terms],
            question=answer.query,
        )

    def kept(self, *, is_kept: bool, trouble: UserError | None) -> str:
        """What became of keeping a question."""
        if not is_kept:
            return self.tr("This window keeps nothing.")
        if trouble is None:
            return self.tr("This question is kept for the trainer.")
        message, hint = words_of(trouble)
        return self.tr("Kept until the program is closed.") + f" {message} {hint}"

    def _filtered(self, answer: SearchAnswer, chosen: Filter) -> Nothing:
        """Something was found, and the filter lets none of it through."""
        words = (
            self.tr("1 result is left out by the filter.")
            if len(answer.hits) == 1
            else self.tr("{n} results are left out by the filter.", None, len(answer.hits)).format(
                n=len(answer.hits)
            )
        )
        return Nothing(words=words, is_filtered=chosen != EVERYTHING)
