"""Tests of `crmo_desktop.domain.publication`."""

import pytest

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.identifiers import TopicId
from crmo_desktop.domain.publication import Extract, OwnWords, PaperLook, PaperSize, Publication, TypeSize


def test_a_work_is_plain_unless_it_says_so() -> None:
    plain = Publication(title="MRI", contents=(Extract(topic=TopicId("mri"), audience=Audience.PATIENT),))

    assert plain.look == PaperLook(size=PaperSize.A4, type_size=TypeSize.NORMAL)
    assert plain.has_sources
    assert plain.has_pictures
    assert not (plain.has_title_page or plain.has_list_of_contents or plain.has_index or plain.has_red_flags)


def test_values_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        OwnWords().ruled = 3  # type: ignore[misc]  # that is what is tried
