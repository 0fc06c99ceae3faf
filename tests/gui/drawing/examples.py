"""Pictures with words as long as those of the edition; what they say is made up for their length."""

from crmo_desktop.domain.identifiers import FactId
from crmo_desktop.domain.picture import (
    Answer,
    Art,
    Band,
    Card,
    Choices,
    Flow,
    Label,
    LabelledArt,
    Panel,
    Panels,
    Step,
    Words,
)


def words(text: str, *facts: str, to: str = "") -> Words:
    return Words(text=text, facts=tuple(FactId(fact) for fact in facts), target=to)


def step(id: str, kind: str, title: str, text: str = "", **ways: str) -> Step:
    """A step; `ways` are the steps that it leads to, by the answer, whose blanks are written as "_"."""
    return Step(
        id=id,
        kind=kind,
        title=words(title, f"{id}-01", to=f"crmo://topic/{id}"),
        text=words(text, f"{id}-02") if text else None,
        answers=tuple(
            Answer(label=label.replace("_", " ").strip(), next=next.replace("_", "-"))
            for label, next in ways.items()
        ),
    )


FLOW = Flow(
    flags_title=words("Red flags: urgent referral at any step", "red-01", to="crmo://topic/red-flags"),
    flags=tuple(
        words(text, "red-01")
        for text in (
            "Fever, or the child looks ill",
            "Pain at night",
            "Weight loss",
            "Pallor or bruising",
            "Sudden limp, or cannot bear weight",
            "Painful curve of the spine",
        )
    ),
    steps=(
        step("suspect", "question", "Bone pain that came slowly, in a child otherwise well?", Yes="flags"),
        step(
            "flags", "question", "Any red flag?", "Any of those in the red frame.", Yes="urgent", No="tests"
        ),
        step("urgent", "end", "Refer urgently, usually to general paediatrics first"),
        step(
            "tests",
            "action",
            "First tests: blood tests and X-ray",
            "An X-ray can look normal early on.",
            _="exclude",
        ),
        step(
            "exclude",
            "question",
            "Does anything point to infection, malignancy or hypophosphatasia?",
            Yes="lead",
            No="image",
        ),
        step("lead", "action", "Follow that lead first", "Cultures first.", Ruled_out="image"),
        step("image", "action", "MRI, of the whole body where possible", _="several"),
        step(
            "several",
            "question",
            "Several lesions in characteristic sites, or an associated disease?",
            Yes="decide",
            Single_lesion_outside_the_clavicle_or_an_ill_child="biopsy",
        ),
        step(
            "biopsy",
            "action",
            "Biopsy with bacterial, fungal and mycobacterial cultures",
            "Its main use is to rule out other diseases.",
            Another_disease_found="other",
            No_other_disease="decide",
        ),
        step("other", "end", "Treat that disease"),
        step("decide", "end", "Decide with a clinician who knows the disease", "Criteria classify only."),
    ),
)


def card(title: str, text: str) -> Card:
    return Card(title=words(title, "card-01", to="crmo://topic/card"), text=words(text, "card-02"))


CHOICES = Choices(
    bands=(
        Band(
            kind="first",
            title=words("First"),
            cards=(card("An anti-inflammatory medicine", "Taken regularly, every day, as prescribed."),),
        ),
        Band(
            kind="parallel",
            title=words("If that is not enough: one of these, side by side"),
            note=words("None is known to be best."),
            cards=(
                card("Methotrexate or sulfasalazine", "As a pill; methotrexate also as an injection."),
                card("TNF inhibitor", "Etanercept, adalimumab or infliximab, by injection or by drip."),
                card("Bisphosphonate", "By drip into a vein."),
            ),
        ),
        Band(
            kind="bridge",
            title=words("Bridge, for a short time"),
            cards=(card("Corticosteroid, a short course", "Beside any of these; not a long-term plan."),),
        ),
        Band(
            kind="shifts",
            title=words("What changes the choice"),
            cards=(
                card("A vertebra is inflamed", "A step beyond is considered at once."),
                card("Another illness of the immune system", "It can guide the choice."),
            ),
        ),
    )
)


def label(name: str, x: float, y: float, note: str = "", *, is_lesion: bool = False) -> Label:
    return Label(
        name=words(name, "bone-01", to="crmo://topic/long-bones"),
        x=x,
        y=y,
        note=words(note, "bone-02") if note else None,
        is_lesion=is_lesion,
    )


BONE = LabelledArt(
    art=Art(name="long-bone", width=260, height=620),
    labels=(
        label("Joint cartilage", 160, 20, "Smooth, covers the end"),
        label("End of the bone (epiphysis)", 150, 42),
        label("Growth plate", 170, 62, "Here the bone grows longer"),
        label("Wide part (metaphysis)", 175, 88, "Between the growth plate and the shaft"),
        label("Spongy bone", 150, 104),
        label("Sore spot", 90, 98, "It often sits beside the growth plate", is_lesion=True),
        label("Small arteries", 128, 250),
        label("Bone marrow", 115, 280, "The soft inside"),
        label("Hard outer bone", 150, 240),
        label("Skin of the bone (periosteum)", 172, 405),
        label("Shaft (diaphysis)", 110, 460),
        label("A second sore spot", 132, 508, is_lesion=True),
        label("Lower growth plate", 96, 528, "Most long bones have two"),
    ),
)


def panel(title: str, text: str, *, art: str = "", icon: str = "") -> Panel:
    return Panel(
        title=words(title, "panel-01", to="crmo://topic/panel"),
        text=words(text, "panel-02"),
        art=Art(name=art, width=280, height=220 if art != "tall" else 300) if art else None,
        icon=icon,
    )


DAY = Panels(
    order="numbered",
    panels=tuple(
        panel(title, text, art="day")
        for title, text in (
            ("Questions first", "Staff ask whether there is any metal. Watches and coins go into a tray."),
            ("Lying down", "You lie down on a table that can move."),
            ("Headphones", "The scanner is loud, so you wear headphones."),
            ("Lying still", "You lie still. A parent can stay beside you."),
            ("From head to toe", "Pictures are taken from head to toe."),
            ("The pictures", "The team looks at the pictures and explains them."),
        )
    ),
)
STATES = Panels(
    order="becomes",
    panels=(
        panel("Healthy", "A growing bone.", art="bone"),
        panel("Inflamed", "The marrow is swollen; a thin layer of new bone grows.", art="tall"),
        panel("Healed", "Denser than before.", art="bone"),
    ),
)
TEAM = Panels(
    order="together",
    panels=tuple(
        panel(title, text, icon=icon)
        for title, text, icon in (
            ("Rheumatologist", "Leads diagnosis and treatment", "stethoscope"),
            ("Your usual doctor or clinic", "Can refer your child to the rheumatologist", "home"),
            ("Physiotherapist", "Exercises for strong muscles and joints that move well", "bone"),
            ("Occupational therapist", "Ways to make home, school and daily life easier", "users"),
            ("Dentist", "Checks the teeth before or when a bisphosphonate is planned", "shield-check"),
        )
    ),
)
