"""What `check-content` asks of pictures: their words are held to the rules of a topic's."""

from collections.abc import Iterator

from crmo_desktop.authoring.check_evidence import check_evidence, tells_caution
from crmo_desktop.authoring.check_numbers import NumberCheck
from crmo_desktop.authoring.check_structure import check_links
from crmo_desktop.authoring.check_words import ReadingLevel, SeedText
from crmo_desktop.authoring.content_folder import ContentFolder, TopicFile
from crmo_desktop.authoring.markup import Element
from crmo_desktop.authoring.pictures.filling import Said
from crmo_desktop.authoring.pictures.making import Made
from crmo_desktop.authoring.pictures.placing import ATTRIBUTE, placed
from crmo_desktop.authoring.problem import Problem


def check_pictures(
    folder: ContentFolder, made: list[Made], numbers: NumberCheck, seed: SeedText, level: ReadingLevel
) -> Iterator[Problem]:
    """All that is wrong with the pictures `made` of `folder`, and with where topics show them."""
    for one in made:
        yield from one.problems
        if not one.problems:
            yield from _check_words(folder, one, numbers, seed, level)
        yield from _check_place(folder, one)
    yield from check_figures(folder)


def check_figures(folder: ContentFolder) -> Iterator[Problem]:
    """Figures of topics that show no picture there is, or one for other readers."""
    for topic in folder.topics.values():
        for container in topic.root.elements():
            audience = container.attributes.get("data-audience", "")
            for element in container.walk():
                if ATTRIBUTE in element.attributes:
                    for fault in _faults_of_figure(folder, element, container, audience):
                        yield Problem(topic.path, element.line, fault)


def _faults_of_figure(
    folder: ContentFolder, figure: Element, container: Element, audience: str
) -> Iterator[str]:
    id = figure.attributes[ATTRIBUTE]
    file = folder.pictures.get(id)
    if file is None:
        yield f"there is no picture “{id}”: the folder pictures has no {id}.json that can be read"
    elif file.record.get("audience") not in {"both", audience}:
        yield f"picture “{id}” is for {file.record.get('audience')}; this is for {audience}"
    if set(figure.attributes) != {ATTRIBUTE} or any(figure.elements()) or figure.text():
        yield f"the figure of picture “{id}” has nothing of its own: its words come with the picture"
    if "key-points" in container.words_of("class"):
        yield f"picture “{id}” stands in the key points, which are read in thirty seconds"


def _check_place(folder: ContentFolder, made: Made) -> Iterator[Problem]:
    topics = placed(folder).get(made.file.id, [])
    topic = str(made.file.record.get("topic"))
    if not topics:
        yield Problem(made.file.path, 1, f"no topic shows the picture “{made.file.id}”")
    elif topic not in topics:
        line = made.file.line_of(topic)
        yield Problem(made.file.path, line, f"the topic “{topic}” that it belongs to does not show it")


def _check_words(
    folder: ContentFolder, made: Made, numbers: NumberCheck, seed: SeedText, level: ReadingLevel
) -> Iterator[Problem]:
    topic = as_topic(folder, made)
    yield from check_links(folder, topic)
    yield from check_evidence(folder, topic)
    yield from numbers.check(topic)
    yield from seed.check(topic)
    yield from level.check(topic)


def as_topic(folder: ContentFolder, made: Made) -> TopicFile:
    """The words of a picture as a topic, each with the facts that they rest on.

    It has two sections: the second holds what only clinicians are told.
    """
    root = Element("article", {"id": made.file.id}, 1)
    for is_for_clinicians in (False, True):
        audience = "clinician" if is_for_clinicians else str(made.file.record.get("audience"))
        section = Element("section", {"id": made.file.id, "data-audience": audience}, 1)
        section.children += [
            _block(folder, said)
            for said in made.said
            if said.is_for_clinicians == is_for_clinicians and said.text.strip()
        ]
        root.children.append(section)
    return TopicFile(made.file.id, made.file.path.parent.name, made.file.path, root)


def _block(folder: ContentFolder, said: Said) -> Element:
    attributes = {"data-facts": " ".join(said.facts)} if said.facts else {}
    if said.states_nothing:
        attributes["data-states"] = "nothing"
    cautions = {id: folder.facts.get(id, {}).get("caution") for id in said.facts}
    if told := [id for id, caution in cautions.items() if caution and tells_caution(said.text, caution)]:
        attributes["data-caution"] = " ".join(told)
    words: list[Element | str] = [said.text]
    if said.target:
        words = [Element("a", {"href": said.target}, said.line, [said.text])]
    return Element("p" if said.is_statement else "h3", attributes, said.line, words)
