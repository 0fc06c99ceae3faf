"""A content folder of two topics and a page of the guide, small, without a fault, and easy to break."""

import json
from pathlib import Path
from typing import Any

from crmo_desktop.authoring.check_words import SEED
from crmo_desktop.authoring.checks import check_content

PAIN = "topics/bones/pain.html"
SCAN = "topics/bones/scan.html"
GUIDE = "help/help-read.html"

Record = dict[str, Any]

EDITION: Record = {
    "language": "en",
    "title": "A small reference",
    "maker": "The testers",
    "date": "2026-11-23",
    "review_due": "2027-11-23",
    "reviewed_by": None,
    "licence": "CC BY 4.0",
    "complete": True,
}

TREE: Record = {
    "chapters": [
        {
            "id": "bones",
            "title": "Bones",
            "topics": [{"id": "pain", "title": "Bone pain"}, {"id": "scan", "title": "MRI scan"}],
        }
    ],
    "help": {"title": "Using this program", "topics": [{"id": "help-read", "title": "Reading a page"}]},
}


def fact(id: str, statement: str, **fields: object) -> Record:
    """A fact for both audiences, from one study, unless `fields` say otherwise."""
    return {
        "id": id,
        "statement": statement,
        "figures": [],
        "sources": ["study-2020"],
        "audience": "both",
        "strength": "cohort",
        "priority": 1,
    } | fields


FACTS = [
    fact("f-pain", "Bone pain was the first sign in 17 of 40 children.", figures=["42.5% of 40"]),
    fact("f-rare", "CRMO was found in 0.4 per 100,000 children a year.", figures=["0.4/100,000"]),
    fact(
        "f-seed",
        "The pain often comes back at night and keeps children from sleeping in their beds.",
        sources=[SEED],
        audience="patient",
    ),
    fact("f-scan", "A scan takes 30-45 minutes; five spots were found.", sources=["study-2020", "book"]),
    fact("f-il", "IL-17 and TNF drive the disease in mice.", audience="clinician"),
    fact("f-dose", "Pamidronate was given as 0.5 mg/kg on three days.", audience="clinician"),
    fact(
        "f-careful",
        "Girls were affected twice as often.",
        caution="Seen in one centre only, no control group.",
    ),
]

SOURCES: list[Record] = [
    {"id": "study-2020", "title": "A study of children", "authors": "Doe J", "journal": "Bones",
     "year": 2020, "volume_pages": "1:2", "doi": "10.1000/1", "url": None, "kind": "cohort",
     "seen": "abstract"},
    {"id": SEED, "title": "What is it?", "authors": "Roe R", "year": 2022, "kind": "seed",
     "seen": "seed"},
    {"id": "book", "title": "The book", "url": "https://example.org/book", "kind": "book",
     "seen": "https://example.org/book"},
]  # fmt: skip

GLOSSARY: list[Record] = [
    {"id": "g-mri", "term": "MRI", "plain": "A scan with magnets.", "clinician": "Magnetic resonance imaging",
     "synonyms": ["magnetic resonance imaging"], "sources": ["book"]},
    {"id": "g-metaphysis", "term": "Metaphysis", "plain": "The wide end of a bone.",
     "clinician": "Growth zone.", "synonyms": [], "sources": []},
]  # fmt: skip

SYNONYMS: list[Record] = [
    {"id": "s-pain", "canonical": "pain", "terms": ["pain", "ache"], "misspellings": ["pian"]}
]
SITES: list[Record] = [{"id": "site-1", "site": "tibia", "percent": 29.7, "source": "study-2020"}]
CONDITIONS: list[Record] = [
    {"id": "d-1", "condition": "Infection", "feature_sources": ["book"], "test_sources": ["study-2020"]}
]

# One of each kind; questions.json has none until a test writes them there.
QUESTIONS: list[Record] = [
    {"id": "q-best", "kind": "best-answer", "audience": "patient", "difficulty": "easy", "chapter": "bones",
     "question": "In how many of 40 children was bone pain the first sign?",
     "options": ["In 3 of them", "In 17 of them", "In all of them"], "answer": 1,
     "explanation": "It was the first sign in 17.", "settled_by": "pain#in-short", "facts": ["f-pain"]},
    {"id": "q-true", "kind": "true-false", "audience": "patient", "difficulty": "medium", "chapter": "bones",
     "question": "A scan takes 30 to 45 minutes.", "answer": True, "explanation": "True. Bring a book.",
     "settled_by": "scan#day", "facts": ["f-scan"]},
    {"id": "q-order", "kind": "order", "audience": "clinician", "difficulty": "hard", "chapter": "bones",
     "question": "Put the three days in order.", "options": ["Consent", "0.5 mg/kg", "Discharge"],
     "explanation": "Consent comes before the dose.", "settled_by": "pain#who", "facts": ["f-dose"]},
]  # fmt: skip

PAIN_PAGE = """\
<article id="pain" data-keywords="ache, sore bones" data-related="scan">
  <p class="summary" data-audience="patient" data-facts="f-pain">CRMO makes bones hurt.</p>
  <p class="summary" data-audience="clinician" data-facts="f-pain">Bone pain leads in 42.5%.</p>

  <section id="in-short" class="key-points" data-audience="patient">
    <h2>In short</h2>
    <ul>
      <li data-facts="f-pain">It was the first sign in 17 of 40 children.</li>
      <li data-states="nothing">Ask your team what helps.</li>
    </ul>
  </section>

  <section id="how-often" data-audience="both">
    <h2>How often?</h2>
    <p data-facts="f-rare">It strikes <span data-equals="0.4 per 100,000">4 in every million</span>
      children a year.</p>
    <table data-facts="f-pain">
      <caption>First signs of 40 children</caption>
      <thead><tr><th>Sign</th><th class="numeric">Children</th></tr></thead>
      <tbody><tr><td>Bone pain</td><td class="numeric">17</td></tr></tbody>
    </table>
  </section>

  <section id="who" data-audience="clinician">
    <h2>Who?</h2>
    <p data-facts="f-careful" data-caution="f-careful">Girls: twice (one centre, no control group).</p>
    <p data-facts="f-il f-dose">IL-17 drives it; 0.5 mg/kg was given.
      See <a href="crmo://topic/scan#day">scan</a>.</p>
  </section>
</article>
"""

SCAN_PAGE = """\
<article id="scan">
  <p class="summary" data-audience="patient" data-facts="f-scan">A scan shows sore spots.</p>
  <p class="summary" data-audience="clinician" data-facts="f-scan">A scan finds silent lesions.</p>
  <section id="day" data-audience="both" class="key-points">
    <h2>The day</h2>
    <p data-facts="f-scan">The MRI takes 30 to 45 minutes.</p>
    <figure data-facts="f-scan"><img src="knee.svg" alt="A knee with a sore spot"/></figure>
  </section>
</article>
"""

GUIDE_PAGE = """\
<article id="help-read">
  <p class="summary" data-audience="both">How to read a page.</p>
  <section id="marks" data-audience="both">
    <h2>Marks</h2>
    <p>Press <kbd>Tab</kbd> 3 times to come to the first mark.</p>
  </section>
</article>
"""


class SmallContent:
    """A copy of the small content in a folder of its own."""

    def __init__(self, root: Path) -> None:
        self.root = root
        files: dict[str, object] = {
            "edition.json": EDITION, "tree.json": TREE, "facts.json": FACTS, "sources.json": SOURCES,
            "glossary.json": GLOSSARY, "synonyms.json": SYNONYMS, "site-frequencies.json": SITES,
            "differential-table.json": CONDITIONS, "questions.json": [],
            PAIN: PAIN_PAGE, SCAN: SCAN_PAGE, GUIDE: GUIDE_PAGE, "pictures/knee.svg": "<svg/>",
        }  # fmt: skip
        for name, content in files.items():
            self.write(name, content)

    def write(self, name: str, content: object) -> None:
        """Write a text as it is, anything else as JSON."""
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        text = content if isinstance(content, str) else json.dumps(content, ensure_ascii=False, indent=1)
        path.write_text(text, encoding="utf-8", newline="\n")

    def replace(self, name: str, old: str, new: str) -> int:
        """Put `new` in the place of `old`, which stands there once; the line where `new` begins."""
        text = (self.root / name).read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
        self.write(name, text.replace(old, new))
        return text.count("\n", 0, text.index(old)) + 1

    def change(self, name: str, id: str, **fields: object) -> None:
        """Change `fields` of the object with this id; a field that becomes `...` is left out."""
        records = json.loads((self.root / name).read_text(encoding="utf-8"))
        [record] = [record for record in records if record["id"] == id]
        record.update({field: value for field, value in fields.items() if value is not ...})
        for field in (field for field, value in fields.items() if value is ...):
            del record[field]
        self.write(name, records)

    def set_edition(self, **fields: object) -> None:
        """Change what the edition says of itself."""
        self.write("edition.json", EDITION | fields)

    def problems(self) -> list[str]:
        """What `check-content` finds, with paths from the folder on."""
        return [str(problem).removeprefix(f"{self.root}/") for problem in check_content(self.root).problems]
