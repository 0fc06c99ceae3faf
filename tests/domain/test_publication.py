import pytest

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.identifiers import TopicId
from crmo_desktop.domain.publication import Extract, OwnWords, PaperLook, PaperSize, Publication, TypeSize


def test_without_more_said_a_topic_is_whole_on_the_usual_paper_with_its_sources() -> None:
    topic = Extract(topic=TopicId("mri"), audience=Audience.PATIENT)
    publication = Publication(title="MRI", contents=(topic,))

    assert topic.sections is None
    assert publication.look == PaperLook(size=PaperSize.A4, type_size=TypeSize.NORMAL)
    assert publication.has_sources
    assert publication.has_pictures
    assert not publication.has_title_page


def test_room_for_writing_is_not_negative() -> None:
    assert OwnWords(ruled=0).ruled == 0
    with pytest.raises(ValueError, match="-1"):
        OwnWords(ruled=-1)
