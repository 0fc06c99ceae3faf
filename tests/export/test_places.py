import pytest

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.identifiers import TopicId
from crmo_desktop.export.places import Places
from crmo_desktop.services.reading import ReadingService

FAMILIES, CLINICIANS = Audience.PATIENT, Audience.CLINICIAN


@pytest.fixture
def places(reading: ReadingService) -> Places:
    """MRI for both, NSAIDs for clinicians."""
    wanted = [("mri", FAMILIES), ("mri", CLINICIANS), ("nsaids", CLINICIANS)]
    return Places(reading.page(TopicId(topic), audience) for topic, audience in wanted)


def test_the_second_text_of_a_topic_has_a_name_of_its_own(places: Places, reading: ReadingService) -> None:
    assert places.key(reading.page(TopicId("mri"), FAMILIES)) == "mri"
    assert places.key(reading.page(TopicId("mri"), CLINICIANS)) == "mri.clinician"
    assert places.key(reading.page(TopicId("nsaids"), CLINICIANS)) == "nsaids"


@pytest.mark.parametrize(
    ("address", "audience", "found"),
    [
        ("crmo://topic/mri", FAMILIES, "#mri"),
        ("crmo://topic/mri", CLINICIANS, "#mri.clinician"),
        ("crmo://topic/mri#protocol", CLINICIANS, "#mri.clinician.protocol"),
        # a section that only the other audience's text has, or none
        ("crmo://topic/mri#protocol", FAMILIES, "#mri.clinician.protocol"),
        ("crmo://topic/mri#no-such-section", FAMILIES, "#mri"),
        ("crmo://topic/nsaids", FAMILIES, "#nsaids"),
        ("crmo://topic/bone-scan", FAMILIES, ""),
        ("crmo://picture/bone-map", FAMILIES, ""),
        ("crmo://nonsense", FAMILIES, ""),
    ],
)
def test_links_lead_to_what_is_in_the_file(
    places: Places, address: str, audience: Audience, found: str
) -> None:
    assert places.inside(address, audience) == found
