"""Ids, and addresses as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crmo_desktop.domain.errors import AddressError
from crmo_desktop.domain.identifiers import (
    Address,
    HomeAddress,
    SearchAddress,
    SectionId,
    TopicAddress,
    TopicId,
    is_id,
    parse_address,
)

ID = st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True)
SCAN = TopicAddress(TopicId("scan"))
DAY = TopicAddress(TopicId("scan"), SectionId("day"))


@pytest.mark.parametrize("text", ["a", "7", "what-is-crmo", "il-1", "a-1-b"])
def test_an_id(text: str) -> None:
    assert is_id(text)


@pytest.mark.parametrize("text", ["", "-", "a-", "-a", "a--b", "A", "a b", "a_b", "ä", "a\n", "a.b", "٣"])
def test_no_id(text: str) -> None:
    assert not is_id(text)


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("scan", SCAN),
        ("  scan\n", SCAN),
        ("scan#", SCAN),
        ("scan#day", DAY),
        ("crmo://topic/scan", SCAN),
        ("crmo://topic/scan/", SCAN),
        ("CRMO://Topic/scan#day", DAY),
        ("crmo://topic/scan#d%61y", DAY),
        ("crmo://home", HomeAddress()),
        ("crmo://home/", HomeAddress()),
        ("crmo://search?q=bone%20pain", SearchAddress("bone pain")),
        ("crmo://search?q=bone+pain&x=1", SearchAddress("bone pain")),
        ("crmo://search?q=", SearchAddress("")),
        ("crmo://search", SearchAddress("")),
    ],
)
def test_what_people_write_is_understood(text: str, address: Address) -> None:
    assert parse_address(text) == address


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "#day",
        "Scan",
        "scan#the day",
        "a b",
        "crmo:topic/scan",
        "crmo://",
        "crmo://topic",
        "crmo://topic/",
        "crmo://topic/a/b",
        "crmo://topic/a%20b",
        "crmo://home/scan",
        "crmo://search/scan?q=a",
        "crmo://nowhere",
        "crmo://user@topic/scan",
        "crmo://[topic",
        "crmo://topic\u2100/scan",
        "https://topic/scan",
        "file:///etc/passwd",
    ],
)
def test_what_is_no_address_is_refused(text: str) -> None:
    with pytest.raises(AddressError) as caught:
        parse_address(text)

    assert caught.value.text == text


@given(st.text())
def test_any_text_is_an_address_or_refused(text: str) -> None:
    try:
        address = parse_address(text)
    except AddressError:
        return
    assert parse_address(str(address)) == address


@given(ID, st.none() | ID)
def test_a_topics_address_is_read_as_it_was_written(topic: str, section: str | None) -> None:
    address = TopicAddress(TopicId(topic), SectionId(section) if section else None)

    assert parse_address(str(address)) == address


@given(st.text())
def test_a_searchs_address_is_read_as_it_was_written(query: str) -> None:
    assert parse_address(str(SearchAddress(query))) == SearchAddress(query)


def test_addresses_as_text() -> None:
    assert (str(SCAN), str(DAY)) == ("crmo://topic/scan", "crmo://topic/scan#day")
    assert str(SearchAddress("a&b /ü")) == "crmo://search?q=a%26b%20%2F%C3%BC"
    assert str(HomeAddress()) == "crmo://home"
