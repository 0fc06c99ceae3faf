"""Where in the exported file things stand: what each topic, section, source and word is called there."""

from collections.abc import Iterable

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.errors import UserError
from crmo_desktop.domain.identifiers import TopicAddress, parse_address
from crmo_desktop.domain.page import Page


class Places:
    """The pages of one file, by their names in it.

    A topic is called as in its address; one that is there for both audiences has its second text called
    `<topic>.clinician`. What stands in it is `<topic>.<what>`: ids of topics and sections have no full stop.
    """

    def __init__(self, pages: Iterable[Page]) -> None:
        self._keys: dict[tuple[str, Audience], str] = {}
        self._ids: set[str] = set()
        for page in pages:
            key = str(page.topic.id)
            key = f"{key}.{page.audience}" if key in self._ids else key
            self._keys[page.topic.id, page.audience] = key
            self._ids |= {key, *(f"{key}.{section.id}" for section in page.sections)}

    def key(self, page: Page) -> str:
        """What the page is called."""
        return self._keys[page.topic.id, page.audience]

    def inside(self, address: str, audience: Audience) -> str:
        """The link within the file to what `address` names; "" if that is not in the file.

        Where it is there for both audiences, it is the text for `audience`.
        """
        try:
            parsed = parse_address(address)
        except UserError:
            return ""
        if not isinstance(parsed, TopicAddress):
            return ""
        keys = [self._keys.get((parsed.topic, wanted)) for wanted in (audience, audience.other)]
        found = [key for key in keys if key is not None]
        for key in found:
            if not parsed.section:
                return f"#{key}"
            if f"{key}.{parsed.section}" in self._ids:
                return f"#{key}.{parsed.section}"
        return f"#{found[0]}" if found else ""
