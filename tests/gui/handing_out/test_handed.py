"""What is handed out."""

from crmo_desktop.domain.talk import Talk
from crmo_desktop.gui.handing_out.handed import Handed
from crmo_desktop.services.reading import ReadingService


def test_all_that_is_cited_is_named_once(topic_out: Handed, topic: Talk) -> None:
    cited = {id for matter in topic.matters for id in matter.references}
    named = [source.id for source in topic_out.sources]

    assert cited
    assert len(named) == len(set(named))
    assert set(named) == cited


def test_what_questions_rest_on_is_cited_too(session_out: Handed, reading: ReadingService) -> None:
    question = reading.question("q-osteomyelitis-word")

    assert question is not None
    assert set(question.sources) <= {source.id for source in session_out.sources}


def test_parts_are_told_of_a_session_only(topic_out: Handed, session_out: Handed) -> None:
    assert topic_out.parts == ()
    assert session_out.parts[0] == "Welcome"
    assert len(session_out.parts) > 1


def test_notes_belong_to_their_matter(topic_out: Handed, topic: Talk) -> None:
    assert topic_out.notes_on(topic.matters[0]) == ("My own note.",)
    assert topic_out.notes_on(topic.matters[1]) == ()
    assert topic_out.language == "en"
