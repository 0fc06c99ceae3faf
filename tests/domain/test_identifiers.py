"""Ids, and addresses as people write them."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from crmo_desktop.domain.errors import AddressError
from crmo_desktop.domain.identifiers import (
    Address,
    HomeAddress,
    OwnAddress,
    OwnPart,
    SearchAddress,
    SectionId,
    TopicAddress,
    TopicId,
    is_id,
    parse_address,
)

MRI = TopicAddress(TopicId("mri"))
MRI_DAY = TopicAddress(TopicId("mri"), SectionId("the-day"))
IDS = st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True)
ADDRESSES = st.one_of(
    st.builds(TopicAddress, IDS.map(TopicId), st.none() | IDS.map(SectionId)),
    st.builds(SearchAddress, st.text()),
    st.just(HomeAddress()),
    st.builds(OwnAddress, st.sampled_from(OwnPart)),
)


@pytest.mark.parametrize("text", ["mri", "x-ray", "8", "il-1-receptor"])
def test_ids(text: str) -> None:
    assert is_id(text)


@pytest.mark.parametrize(
    "text", ["", "-", "MRI", "a--b", "-a", "a-", "a_b", "a b", "a\n", "é", "²", "a.b", "a/b"]
)
def test_what_is_no_id(text: str) -> None:
    assert not is_id(text)


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("mri", MRI),
        (" mri\n", MRI),
        ("mri#", MRI),
        ("mri#the-day", MRI_DAY),
        ("crmo://topic/mri", MRI),
        ("crmo://topic/mri/", MRI),
        ("CRMO://Topic/mri#the-day", MRI_DAY),
        ("crmo://topic/%6Dri#the%2Dday", MRI_DAY),
        ("crmo://home", HomeAddress()),
        ("crmo://home/", HomeAddress()),
        ("crmo://mine", OwnAddress()),
        ("crmo://mine/#", OwnAddress(OwnPart.EVERYTHING)),
        ("crmo://mine#history", OwnAddress(OwnPart.HISTORY)),
        ("crmo://search", SearchAddress("")),
        ("crmo://search?q=", SearchAddress("")),
        ("crmo://search/?q=bone+scan", SearchAddress("bone scan")),
        ("crmo://search?q=a%26b%3D%2B&q=c", SearchAddress("a&b=+")),
        ("crmo://search?p=bone", SearchAddress("")),
    ],
)
def test_what_an_address_says(text: str, address: Address) -> None:
    assert parse_address(text) == address
    assert type(parse_address(text)) is type(address)


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "#", "#the-day", "No Such!", "mri#No", "mri#a#b", "mri/ct", "crmo:mri", "topic/mri",
        "crmo://", "crmo://mri", "crmo://topic", "crmo://topic/", "crmo://topic/MRI", "crmo://topic/mri/ct",
        "crmo://topic/mri#The Day", "crmo://home/mri",
        "crmo://mine/mri", "crmo://mine#mri", "crmo://search/mri?q=a", "crmo://user@topic/mri",
        "crmo://[", "crmo://topic]/mri", "crmo://[::1]/mri", "crmo://topic℀/mri", "http://[x",
        "https://example.org/topic/mri", "file:///topic/mri", "://topic/mri", "mri#://", "%00://%00",
    ],
)  # fmt: skip
def test_what_is_no_address_is_told_as_it_was_written(text: str) -> None:
    with pytest.raises(AddressError) as told:
        parse_address(text)

    assert told.value.text == text


@pytest.mark.parametrize(
    ("address", "text"),
    [
        (MRI, "crmo://topic/mri"),
        (MRI_DAY, "crmo://topic/mri#the-day"),
        (HomeAddress(), "crmo://home"),
        (OwnAddress(), "crmo://mine"),
        (OwnAddress(OwnPart.NOTES), "crmo://mine#notes"),
        (SearchAddress("is it CRMO? a/b & 50%"), "crmo://search?q=is%20it%20CRMO%3F%20a%2Fb%20%26%2050%25"),
        (SearchAddress("Röntgen"), "crmo://search?q=R%C3%B6ntgen"),
    ],
)
def test_an_address_as_text(address: Address, text: str) -> None:
    assert str(address) == text


@given(ADDRESSES)
@example(SearchAddress("\t a\r\n#?&=+%41 "))
def test_an_address_leads_back_to_itself(address: Address) -> None:
    text = str(address)

    assert parse_address(text) == address
    assert text.isascii()
    assert text.isprintable()


def test_half_a_character_can_be_searched_for() -> None:
    address = SearchAddress("bone \udcff")  # a broken byte of the command line

    assert str(address) == "crmo://search?q=bone%20%3F"


@given(st.text() | st.text().map("crmo://{}".format) | st.text().map("crmo://topic/{}".format))
def test_any_text_is_an_address_or_told_not_to_be(text: str) -> None:
    expected: Address | str = text
    try:
        address = parse_address(text)
    except AddressError as error:
        told: Address | str = error.text
    else:
        expected = address
        told = parse_address(str(address))

    assert told == expected


def test_addresses_of_different_kinds_are_different() -> None:
    different: set[object] = {MRI, MRI_DAY, SearchAddress("mri"), SearchAddress(""), HomeAddress()}

    assert len(different) == 5
    assert HomeAddress() in different
