"""What each block rests on: facts, cautions, audiences, doses."""

import pytest

from tests.authoring.small_content import GUIDE, PAIN, SCAN, SmallContent

ITEM = "It was the first sign in 17 of 40 children."
CAREFUL = (
    '<p data-facts="f-careful" data-caution="f-careful">Girls: twice (one centre, no control group).</p>'
)
CAUTION = "Seen in one centre only, no control group."


class TestCitations:
    def test_a_block_may_not_both_cite_and_state_nothing(self, content: SmallContent) -> None:
        line = content.replace(PAIN, 'data-states="nothing">', 'data-states="nothing" data-facts="f-rare">')

        assert content.problems() == [f"{PAIN}:{line}: <li> says that it states nothing and cites facts"]

    @pytest.mark.parametrize("tag", ["td", "dd", "p", "li", "figcaption"])
    def test_each_kind_of_statement_needs_a_fact(self, tag: str, content: SmallContent) -> None:
        around = {
            "td": "<table><thead><tr><th/></tr></thead><tbody><tr><td>It hurts</td></tr></tbody></table>",
            "dd": "<dl><dt>Pain</dt><dd>It hurts</dd></dl>",
            "p": "<p>It hurts</p>",
            "li": "<ol><li>It hurts</li></ol>",
            "figcaption": "<figure><figcaption>It hurts</figcaption></figure>",
        }
        line = content.replace(PAIN, "    <ul>", f"{around[tag]}<ul>")

        message = f"<{tag}> states something and cites no fact: “It hurts…”"
        assert content.problems() == [f"{PAIN}:{line}: {message}"]

    def test_a_fact_without_a_source_is_none(self, content: SmallContent) -> None:
        content.change("facts.json", "f-rare", sources=[])

        assert content.problems() == [f"{PAIN}:15: fact “f-rare” has no source"]

    @pytest.mark.parametrize("attribute", ["data-facts", "data-caution"])
    def test_an_attribute_that_names_no_fact_is_refused(self, attribute: str, content: SmallContent) -> None:
        line = content.replace(
            PAIN, '<li data-states="nothing">', f'<li data-states="nothing" {attribute}=" ">'
        )

        assert content.problems() == [f"{PAIN}:{line}: {attribute} names no fact"]

    def test_a_caution_of_a_fact_that_does_not_exist(self, content: SmallContent) -> None:
        line = content.replace(PAIN, 'data-caution="f-careful"', 'data-caution="f-careful f-none"')

        assert content.problems() == [f"{PAIN}:{line}: fact “f-none” does not exist"]

    def test_the_guide_cites_no_facts_known_or_not(self, content: SmallContent) -> None:
        line = content.replace(GUIDE, "<p>Press", '<p data-facts="f-none">Press')

        assert content.problems() == [
            f"{GUIDE}:{line}: a page of the guide cites fact “f-none”; it cites none",
            f"{GUIDE}:{line}: fact “f-none” does not exist",
        ]


class TestAudience:
    @pytest.mark.parametrize("attribute", ["data-facts", "data-caution"])
    def test_a_clinicians_fact_comes_in_by_no_door(self, attribute: str, content: SmallContent) -> None:
        line = content.replace(
            SCAN, '<p data-facts="f-scan">', f'<p data-facts="f-scan"><span {attribute}="f-il"/>'
        )

        problems = content.problems()

        assert f"{SCAN}:{line}: fact “f-il” is for clinicians only; this is for both" in problems

    def test_not_by_the_summary_either(self, content: SmallContent) -> None:
        line = content.replace(
            PAIN,
            'data-audience="patient" data-facts="f-pain"',
            'data-audience="patient" data-facts="f-pain f-il"',
        )

        assert content.problems() == [
            f"{PAIN}:{line}: fact “f-il” is for clinicians only; this is for patient"
        ]

    def test_a_familys_fact_may_be_told_to_clinicians(self, content: SmallContent) -> None:
        content.change("facts.json", "f-pain", audience="patient")

        assert content.problems() == []


class TestCautions:
    @pytest.mark.parametrize(
        "told",
        [
            '</p><aside class="caution" data-caution="f-careful"/>',
            '</p><aside class="caution" data-caution="f-careful">\n</aside>',
            ' <span data-caution="f-careful"/></p>',
            ' <em>But <span data-caution="f-careful">in one centre without a control group</span></em></p>',
            '</p><aside class="caution" data-caution="f-careful"><p>In one CENTRE, no controls.</p></aside>',
            '</p><p data-caution="f-careful">Unsure.</p><p data-caution="f-careful"/>',
        ],
    )
    def test_a_caution_is_told_beside_the_fact(self, told: str, content: SmallContent) -> None:
        content.replace(PAIN, CAREFUL, f'<p data-facts="f-careful">Girls: twice.{told}')

        assert content.problems() == []

    def test_a_caution_in_another_section_is_not_beside_it(self, content: SmallContent) -> None:
        line = content.replace(PAIN, ' data-caution="f-careful"', "")
        content.replace(SCAN, "</figure>", '</figure><aside class="caution" data-caution="f-careful"/>')

        assert content.problems() == [
            f"{PAIN}:{line}: fact “f-careful” is shown without its caution: “{CAUTION}”"
        ]

    def test_a_summary_tells_its_caution_itself(self, content: SmallContent) -> None:
        line = content.replace(PAIN, 'data-audience="clinician" data-facts="f-pain"',
                               'data-audience="clinician" data-facts="f-pain f-careful"')  # fmt: skip

        assert content.problems() == [
            f"{PAIN}:{line}: fact “f-careful” is shown without its caution: “{CAUTION}”"
        ]

    def test_other_words_do_not_tell_it(self, content: SmallContent) -> None:
        line = content.replace(PAIN, "(one centre, no control group)", "(one centre of many)")

        assert content.problems() == [
            f"{PAIN}:{line}: this does not tell the caution of “f-careful”: “{CAUTION}”"
        ]

    def test_a_short_caution_needs_only_half_its_words(self, content: SmallContent) -> None:
        content.change("facts.json", "f-careful", caution="Adults only.")
        content.replace(PAIN, "(one centre, no control group)", "(adults)")

        assert content.problems() == []

    @pytest.mark.parametrize("tag", ["ul", "table"])
    def test_some_blocks_cannot_be_left_empty(self, tag: str, content: SmallContent) -> None:
        content.replace(PAIN, CAREFUL, f'{CAREFUL}<{tag} data-caution="f-careful"/>')

        problems = content.problems()

        assert f"{PAIN}:26: <{tag}> cannot be left empty for the caution of “f-careful”" in problems

    def test_nothing_can_be_put_in_for_a_fact_without_a_caution(self, content: SmallContent) -> None:
        line = content.replace(PAIN, CAREFUL, f'{CAREFUL}<aside class="caution" data-caution="f-il"/>')

        assert content.problems() == [f"{PAIN}:{line}: fact “f-il” has no caution that could be put in here"]


DOSES = [
    "5 mg", "5mg", "5-mg tablets", "0.5 g", "10 mg/kg", "10 to 15 mg", "10–15 mg", "twenty milligrams",
    "Twenty milligrams", "10 µg", "10 μg", "ten micrograms", "1,000 IU", "3 units", "5 ml", "two tablets",
    "half a milligram", "a gram", "5 <strong>mg</strong>", "5&#160;mg", "5 m<em>g</em>",
    "10 MG", "2 capsules", "four millilitres",
]  # fmt: skip
NO_DOSES = ["a tablet", "a unit for children", "5 Gemini", "many milligrams", "5 months", "17 girls", "MG 5"]


class TestDoses:
    @pytest.fixture
    def content(self, content: SmallContent) -> SmallContent:
        figures = ["42.5% of 40", "5 10 15 0.5 20 1,000 3 5 1 2 4"]
        content.change("facts.json", "f-pain", figures=figures, caution=None)
        return content

    def doses(self, content: SmallContent) -> list[str]:
        return [problem for problem in content.problems() if "dose" in problem]

    @pytest.mark.parametrize("dose", DOSES)
    def test_a_dose_is_nothing_for_families(self, dose: str, content: SmallContent) -> None:
        line = content.replace(PAIN, ITEM, f"It was eased by {dose}.")

        [problem] = self.doses(content)

        assert problem.startswith(f"{PAIN}:{line}: a dose in a patient section: “")

    @pytest.mark.parametrize("words", NO_DOSES)
    def test_other_amounts_are_no_doses(self, words: str, content: SmallContent) -> None:
        content.replace(PAIN, ITEM, f"It was eased by {words}.")

        assert self.doses(content) == []

    @pytest.mark.parametrize(
        ("old", "new"),
        [
            ("CRMO makes bones hurt.", "CRMO: 5 mg."),
            ("<h2>In short</h2>", "<h2>5 mg</h2>"),
            ("First signs of 40 children", "First signs after 5 mg"),
            ('<th class="numeric">Children</th>', "<th>5 mg</th>"),
            ('<td class="numeric">17</td>', "<td>5 mg</td>"),
            ("Ask your team what helps.", "Ask for 5 mg."),
            ("Ask your team", '<abbr title="5 mg">Ask</abbr> your team'),
            ("Ask your team what helps.", "Take <time>5</time> mg."),
        ],
    )
    def test_a_dose_cannot_hide(self, old: str, new: str, content: SmallContent) -> None:
        line = content.replace(PAIN, old, new)

        assert self.doses(content) == [f"{PAIN}:{line}: a dose in a patient section: “5 mg”"]

    def test_nor_in_the_words_for_a_picture(self, content: SmallContent) -> None:
        line = content.replace(SCAN, "A knee with a sore spot", "A knee after 5 mg")

        assert self.doses(content) == [f"{SCAN}:{line}: a dose in a patient section: “5 mg”"]

    def test_nor_in_a_caution_that_is_put_in(self, content: SmallContent) -> None:
        content.change("facts.json", "f-pain", caution="Only with 5 mg.")
        line = content.replace(PAIN, "</ul>", '</ul><aside class="caution" data-caution="f-pain"/>')

        assert f"{PAIN}:{line}: a dose in a patient section: “5 mg”" in self.doses(content)

    def test_clinicians_may_read_doses(self, content: SmallContent) -> None:
        assert "0.5 mg/kg was given" in (content.root / PAIN).read_text(encoding="utf-8")
        assert content.problems() == []
