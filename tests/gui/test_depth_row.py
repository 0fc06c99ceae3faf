"""The row under a title, and the end of a short form."""

from xml.etree import ElementTree

from crmo_desktop.gui.depth_row import TICK, Choice, DepthWords, depth_row, ending

WORDS = DepthWords(
    label="How <much>:",
    choices=(
        Choice("depth:sentence", "One & only", "Key 1", is_chosen=False),
        Choice("depth:short", "30 seconds", "", is_chosen=True),
        Choice("depth:everything", "All", 'Key "3"', is_chosen=False),
    ),
    warned="",
    all_warnings=None,
    ending="That was short.",
    rest=("depth:rest", "Show <all>"),
)


def test_what_is_chosen_is_ticked_and_the_others_are_links_with_their_keys() -> None:
    row = ElementTree.fromstring(depth_row(WORDS))

    links = [(link.get("href"), link.get("title"), "".join(link.itertext())) for link in row.iter("a")]
    assert links == [
        ("depth:sentence", "Key 1", "One\u00a0&\u00a0only"),
        ("depth:everything", 'Key "3"', "All"),
    ]
    assert [bold.text for bold in row.iter("b")] == [f"{TICK}\u00a030\u00a0seconds"]
    assert "".join(row.itertext()).startswith("How <much>: ")


def test_the_end_says_so_and_leads_on() -> None:
    paragraph = ElementTree.fromstring(ending(WORDS))

    assert "".join(paragraph.itertext()) == "That was short. Show <all>"
    assert [link.get("href") for link in paragraph] == ["depth:rest"]
