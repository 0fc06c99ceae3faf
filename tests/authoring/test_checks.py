"""Every refusal of `check-content`, on a small folder with one thing broken, through the command line."""

from collections.abc import Callable

import pytest

from crmo_desktop import cli
from crmo_desktop.authoring.check_words import SEED
from crmo_desktop.authoring.checks import check_content
from tests.authoring.small_content import GUIDE, PAIN, SCAN, SmallContent, fact
from tests.house.tree import ROOT


class Checked:
    """What `crmo-desktop check-content DIR` answered."""

    def __init__(self, content: SmallContent, capsys: pytest.CaptureFixture[str]) -> None:
        self.status = cli.main(["check-content", str(content.root)])
        output, self.warnings = capsys.readouterr()
        lines = output.splitlines()
        self.faults = [
            line.removeprefix(f"{content.root}/") for line in lines if line.startswith(str(content.root))
        ]
        self.last = lines[-1]


@pytest.fixture
def check(content: SmallContent, capsys: pytest.CaptureFixture[str]) -> Callable[[], Checked]:
    """Checks the small content as it is now."""
    return lambda: Checked(content, capsys)


Check = Callable[[], Checked]


def test_the_small_content_has_no_fault(check: Check) -> None:
    checked = check()

    assert (checked.status, checked.faults, checked.warnings) == (0, [], "")
    assert checked.last == "0 faults, 0 warnings"


def test_the_reference_has_no_fault_and_its_summary_is_told() -> None:
    report = check_content(ROOT / "content")

    assert [str(fault) for fault in report.faults] == []
    assert "\n".join(report.summary) in (ROOT / "docs" / "content.md").read_text(encoding="utf-8")


FIRST_ITEM = "It was the first sign in 17 of 40 children."

UNSUPPORTED = "is in none of the facts cited here"

# What is refused: file, what stands there, what comes in its place, and the words of the message.
REFUSED = {
    "an unknown topic id in a link": (
        PAIN,
        "crmo://topic/scan#day",
        "crmo://topic/scam",
        "dead link: there is no topic “scam”",
    ),
    "an unknown section in a link": (
        PAIN,
        "crmo://topic/scan#day",
        "crmo://topic/scan#night",
        "dead link: topic “scan” has no section “night”",
    ),
    "a link that is no address": (
        PAIN,
        "crmo://topic/scan#day",
        "crmo://tropic/scan",
        "dead link: “crmo://tropic/scan” is no address",
    ),
    "a link that is neither": (
        PAIN,
        "crmo://topic/scan#day",
        "http://example.org",
        "link “http://example.org” is none of crmo://topic/…, crmo://picture/… and https://…",
    ),
    "an unknown related topic": (
        PAIN,
        'data-related="scan"',
        'data-related="scan scam"',
        "related topic “scam” is unknown",
    ),
    "an unknown glossary word": (
        SCAN,
        "The MRI takes",
        'The <dfn data-term="g-ct">CT</dfn> takes',
        "the glossary has no term “g-ct”",
    ),
    "an article that is called otherwise": (
        SCAN,
        '<article id="scan">',
        '<article id="scans">',
        "the article's id is not the file's name, “scan”",
    ),
    "a duplicate section id": (PAIN, 'id="who"', 'id="how-often"', "duplicate section id “how-often”"),
    "an element that cannot be shown": (
        PAIN,
        FIRST_ITEM,
        f"<b>{FIRST_ITEM}</b>",
        "the reader cannot show <b>",
    ),
    "an attribute that cannot be shown": (
        PAIN,
        '<p data-facts="f-rare">',
        '<p data-facts="f-rare" style="color: red">',
        "<p> has no attribute style",
    ),
    "a block that cites nothing": (
        PAIN,
        f'<li data-facts="f-pain">{FIRST_ITEM}',
        "<li>It is the first sign.",
        "<li> states something and cites no fact: “It is the first sign.…”",
    ),
    "a fact that does not exist": (
        PAIN,
        '<p data-facts="f-rare">',
        '<p data-facts="f-rare f-none">',
        "fact “f-none” does not exist",
    ),
    "a number in figures": (
        PAIN,
        FIRST_ITEM,
        "It was the first sign in 18 of 40.",
        f"the number “18” {UNSUPPORTED}",
    ),
    "a number in words": (
        PAIN,
        FIRST_ITEM,
        "It was the first sign in seven.",
        f"the number “seven” {UNSUPPORTED}",
    ),
    "a fraction in words": (
        PAIN,
        FIRST_ITEM,
        "It was the first sign in two thirds.",
        f"the number “two thirds” {UNSUPPORTED}",
    ),
    "a name with figures": (PAIN, "IL-17 drives it", "IL-1 drives it", f"the number “IL-1” {UNSUPPORTED}"),
    "a conversion that is wrong": (
        PAIN,
        "4 in every million",
        "40 in every million",
        "“40 in every million” is not what “0.4 per 100,000” comes to",
    ),
    "a conversion of a number that is in no fact": (
        PAIN,
        '"0.4 per 100,000">4',
        '"0.6 per 100,000">6',
        f"the number “0.6” {UNSUPPORTED}",
    ),
    "a clinician's fact for families": (
        PAIN,
        '<li data-facts="f-pain">',
        '<li data-facts="f-pain f-il">',
        "fact “f-il” is for clinicians only; this is for patient",
    ),
    "a clinician's fact for all": (
        PAIN,
        '<p data-facts="f-rare">',
        '<p data-facts="f-rare f-il">',
        "fact “f-il” is for clinicians only; this is for both",
    ),
    "a fact without its caution": (
        PAIN,
        ' data-caution="f-careful"',
        "",
        "fact “f-careful” is shown without its caution: “Seen in one centre only, no control group.”",
    ),
    "a caution that is not told": (
        PAIN,
        "(one centre, no control group)",
        "",
        "this does not tell the caution of “f-careful”: “Seen in one centre only, no control group.”",
    ),
    "eight words of the seed": (
        PAIN,
        f'"f-pain">{FIRST_ITEM}',
        '"f-seed">The pain often comes back at night and keeps us up.',
        "eight words in a row are those of the seed's “f-seed”: “the pain often comes back at night and”",
    ),
    "a picture without words": (
        SCAN,
        ' alt="A knee with a sore spot"',
        "",
        "the picture has no alternative text (alt)",
    ),
    "a picture with empty words": (
        SCAN,
        "A knee with a sore spot",
        " ",
        "the picture has no alternative text (alt)",
    ),
    "a picture that does not exist": (
        SCAN,
        "knee.svg",
        "hip.svg",
        "there is no picture “hip.svg” in the folder pictures",
    ),
    "a guide that cites": (
        GUIDE,
        "<p>Press",
        '<p data-facts="f-pain">Press',
        "a page of the guide cites fact “f-pain”; it cites none",
    ),
    "markup that is not well-formed": (PAIN, "helps.</li>", "helps.", "not well-formed: mismatched tag"),
    "an entity that XML does not know": (
        PAIN,
        "your team",
        "your&nbsp;team",
        "not well-formed: undefined entity",
    ),
}


@pytest.mark.parametrize("broken", REFUSED.values(), ids=REFUSED)
def test_a_fault_is_told_with_file_line_and_words(
    broken: tuple[str, str, str, str], content: SmallContent, check: Check
) -> None:
    path, old, new, message = broken
    line = content.replace(path, old, new)

    checked = check()

    if "mismatched tag" in message:
        line += 1  # XML misses the end of the item only where its list ends
    assert (checked.status, checked.faults) == (1, [f"{path}:{line}: {message}"])
    assert checked.last == "1 faults, 0 warnings"


def test_a_dose_in_a_section_for_families_is_refused(content: SmallContent, check: Check) -> None:
    content.change("facts.json", "f-pain", figures=["42.5% of 40", "5 mg"])
    line = content.replace(PAIN, FIRST_ITEM, "It was eased by 5 mg.")

    checked = check()

    assert (checked.status, checked.faults) == (1, [f"{PAIN}:{line}: a dose in a patient section: “5 mg”"])


def test_a_section_that_is_too_hard_is_refused(content: SmallContent, check: Check) -> None:
    hard = "Characteristically inflammatory manifestations necessitate comprehensive investigation."
    content.replace(PAIN, FIRST_ITEM, hard)

    checked = check()

    assert checked.status == 1
    [fault, short] = checked.faults
    assert fault.startswith(f"{PAIN}:5: section “in-short” for patients reads at grade ")
    assert fault.endswith("; at most 8 is wanted")
    assert short.startswith(f"{PAIN}:5: summary and key points for patients read at grade ")


def test_a_source_that_does_not_exist_is_refused(content: SmallContent, check: Check) -> None:
    content.change("facts.json", "f-rare", sources=["study-1999"])

    checked = check()

    message = "source “study-1999” of fact “f-rare” does not exist"
    assert (checked.status, checked.faults) == (1, [f"{PAIN}:15: {message}"])


def test_a_missing_topic_is_a_fault_once_the_edition_is_complete(content: SmallContent, check: Check) -> None:
    (content.root / SCAN).unlink()

    checked = check()

    message = "tree.json:12: topic “scan” of the plan is missing: it has no file"
    assert (checked.status, checked.faults, checked.warnings) == (1, [message], "")


def test_a_missing_topic_is_a_warning_until_then(content: SmallContent, check: Check) -> None:
    (content.root / SCAN).unlink()
    content.set_edition(complete=False)

    checked = check()

    message = "tree.json:12: warning: topic “scan” of the plan is missing: it has no file"
    assert (checked.status, checked.faults) == (0, [])
    assert checked.warnings == f"{content.root}/{message}\n"
    assert checked.last == "0 faults, 1 warnings"


def test_faults_come_by_file_and_line_each_once(content: SmallContent) -> None:
    content.replace(SCAN, "30 to 45 minutes", "31 to 31 minutes")
    content.replace(PAIN, "Bone pain leads in 42.5%", "Bone pain leads in 43.5%")
    content.replace(PAIN, FIRST_ITEM, "It was the first sign in 18.")

    assert content.problems() == [
        f"{PAIN}:3: the number “43.5” is in none of the facts cited here",
        f"{PAIN}:8: the number “18” is in none of the facts cited here",
        f"{SCAN}:6: the number “31” is in none of the facts cited here",
    ]


def test_a_folder_that_is_not_there_is_one_fault(content: SmallContent) -> None:
    report = check_content(content.root / "nowhere")

    assert [str(fault) for fault in report.faults] == [f"{content.root}/nowhere:1: there is no such folder"]
    assert report.summary == ()


def test_the_summary_counts(content: SmallContent) -> None:
    content.write(
        "facts.json", [fact("f-pain", "Pain in 17 of 40 (42.5%).", sources=[SEED]), fact("f-x", "X.")]
    )
    content.write(
        PAIN,
        (content.root / PAIN).read_text(encoding="utf-8").partition('<section id="how')[0] + "</article>",
    )
    (content.root / SCAN).unlink()

    lines = check_content(content.root).summary

    assert "topics: 1 of 2" in lines
    assert "words: 17 for patients, 0 for clinicians" in lines
    assert "facts cited: 1 of 2" in lines
    assert "facts of the seed article cited: 1 of 1" in lines
    assert "facts of priority 1 cited: 1 of 2" in lines
    assert "facts of priority 2 cited: 0 of 0" in lines
    assert "sources cited: 1; glossary terms: 2" in lines
    assert any(line.startswith("reading grade for patients: mean ") for line in lines)


def test_without_text_for_families_there_is_no_grade(content: SmallContent) -> None:
    (content.root / PAIN).unlink()
    (content.root / SCAN).unlink()

    assert not [line for line in check_content(content.root).summary if "grade" in line]
