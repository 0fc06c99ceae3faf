"""What is written, and what is said."""

import pytest

from crmo_desktop.domain.identifiers import TermId
from crmo_desktop.domain.page import GlossaryTerm
from crmo_desktop.services.spoken import POWER
from crmo_desktop.services.voicing import Voicing, expansions, spell


def term(term: str, *synonyms: str) -> GlossaryTerm:
    return GlossaryTerm(id=TermId("g"), term=term, plain="", clinical="", synonyms=synonyms)


TERMS = (
    term("CRMO", "chronic recurrent multifocal osteomyelitis", "a bone illness"),
    term("Full blood count", "FBC", "CBC", "complete blood count"),
    term("NSAID", "anti-inflammatory", "non-steroidal anti-inflammatory drug"),
    term("Interleukin-1", "IL-1", "IL-1β"),
    term("SAPHO syndrome", "SAPHO"),
    term("Antinuclear antibodies", "ANA"),
    term("PedCNO score", "PedCNO70"),
    term("Biologic", "bDMARD"),
    term("Bone", "BO"),
    term("Physiotherapist", "PT"),
)


@pytest.fixture
def voicing() -> Voicing:
    return Voicing(TERMS)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Bones ache.", "Bones ache."),
        ("It was 40% or 35 %.", "It was 40 per cent or 35 per cent."),
        ("5–7 weeks, 40–50%", "5 to 7 weeks, 40 to 50 per cent"),
        ("May–June – a while", "May to June, a while"),
        ("≥3 and ≤ 5, p<0.05, n > 9", "at least 3 and at most 5, p less than 0.05, n more than 9"),
        ("scores ≥ the mean", "scores at least the mean"),
        ("a ≤ b", "a at most b"),
        ("n=40, 5 ± 2, 3×4, ~10", "n equals 40, 5 plus or minus 2, 3 times 4, about 10"),
        ("165 + 20 and A & B · C", "165 plus 20 and A and B, C"),
        ("−3°C to 38.5 °C, turned 90°", "minus 3 degrees Celsius to 38.5 degrees Celsius, turned 90 degrees"),
        ("1 mg, 2 mg, 0.5 mg/kg/day", "1 milligram, 2 milligrams, 0.5 milligrams per kilogram per day"),
        (
            "Dose (mg/kg), per kg, 15 mg/h",
            "Dose (milligrams per kilogram), per kilogram, 15 milligrams per hour",
        ),
        (f"20 mg/m{POWER}2", "20 milligrams per square metre"),
        (f"100,000/mm{POWER}3, 220/microL", "100,000 per cubic millimetre, 220 per microlitre"),
        ("15 mg/m² and 3 cm", "15 milligrams per square metre and 3 centimetres"),
        (f"10{POWER}9, x10^9/L", "10 to the power of 9, times 10 to the power of 9 per litre"),
        (f"a word{POWER}2 and 2^3", "a word 2 and 2 to the power of 3"),
        ("5 mm, 5 mmol/L, 5 Mm", "5 millimetres, 5 millimoles per litre, 5 Mm"),
        ("TNFα, IL-6β and µm", "T N F alpha, I L-6 beta and microm"),
        ("e.g. pain, i.e. ache etc.", "for example pain, that is ache and so on"),
        ("Roe et al. vs. Doe, 5 v. 3, ca. 9", "Roe and others versus Doe, 5 versus 3, about 9"),
        ("Dr. Roe and Prof. Doe and/or others", "Doctor Roe and Professor Doe and or others"),
        ("CNO/Bone, 17/23", "C N O, Bone, 17/23"),
        ("Menu → File", "Menu, then File"),
        ("Press Ctrl+K or /", "Press Control K or slash"),
        ("Ctrl+Shift+F, Alt+Left, Ctrl++, Ctrl+-", "Control Shift F, Alt Left, Control plus, Control minus"),
        ("Ctrl+PgUp, Ctrl and +", "Control Page up, Control and plus"),
        ("See https://example.org/a-b_c?x=1 now", "See https://example.org/a-b_c?x=1 now"),
        ("doi:10.1000/x%y and C:\\A%", "doi:10.1000/x%y and C:\\A%"),
        ("", ""),
    ],
)
def test_signs_units_and_abbreviations_are_said_in_words(written: str, said: str, voicing: Voicing) -> None:
    assert voicing.say(written) == said


def test_an_abbreviation_of_the_glossary_is_told_in_full_once(voicing: Voicing) -> None:
    full = "chronic recurrent multifocal osteomyelitis"

    assert voicing.say("What is CRMO?") == f"What is C R M O, {full}?"
    assert voicing.say("CRMO hurts, and CRMO stays.") == "C R M O hurts, and C R M O stays."
    assert Voicing(TERMS).say("CRMO hurts.") == f"C R M O, {full}, hurts."


def test_what_the_sentence_itself_explains_is_not_told_twice(voicing: Voicing) -> None:
    said = voicing.say("CRMO is short for chronic recurrent multifocal osteomyelitis.")

    assert said == "C R M O is short for chronic recurrent multifocal osteomyelitis."
    assert voicing.say("CRMO hurts.") == "C R M O hurts."


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("NSAIDs help.", "N S A I D's, non-steroidal anti-inflammatory drugs, help."),
        ("The FBC", "The F B C, Full blood count"),
        ("ANAs and ANA", "A N A's, Antinuclear antibodies, and A N A"),
        ("IL-1", "I L-1, Interleukin-1"),
        ("SAPHO", "SAPHO, SAPHO syndrome"),
    ],
)
def test_several_of_them(written: str, said: str) -> None:
    own = (*TERMS[:4], TERMS[5])

    assert Voicing(own if written != "SAPHO" else ()).say(written) == (
        said if written != "SAPHO" else "SAPHO"
    )


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("MRI", "M R I"),
        ("MRIs", "M R I's"),
        ("EULARs", "EULARs"),
        ("NICE", "NICE"),
        ("STIR", "STIR"),
        ("SPARCC", "S P A R C C"),
        ("CDAS", "C D A S"),
        ("FBLIM1", "F B L I M 1"),
        ("IL1RN", "I L 1 R N"),
        ("PedCNO", "Ped C N O"),
        ("PReS", "PReS"),
        ("JAKi", "JAKi"),
        ("McMaster", "McMaster"),
        ("A bone", "A bone"),
    ],
)
def test_capitals_are_spelled_unless_they_can_be_said(written: str, said: str) -> None:
    assert spell(written) == said


def test_what_abbreviations_stand_for_is_read_from_the_names_of_words() -> None:
    assert expansions(TERMS) == {
        "CRMO": "chronic recurrent multifocal osteomyelitis",
        "FBC": "Full blood count",
        "CBC": "complete blood count",
        "NSAID": "non-steroidal anti-inflammatory drug",
        "IL-1": "Interleukin-1",
        "IL-1β": "Interleukin-1",
        "ANA": "Antinuclear antibodies",
        "PT": "Physiotherapist",
    }
