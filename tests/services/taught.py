"""The small content with a chapter for those who teach: a plan, messages, a case, notes."""

from tests.authoring.small_content import QUESTIONS, TREE, SmallContent

GUIDE = """\
<article id="workshop-guide" data-retells="others">
  <p class="summary" data-audience="patient" data-states="nothing">How to teach.</p>
  <p class="summary" data-audience="clinician" data-states="nothing">How to teach.</p>
  <section id="in-short" class="key-points" data-audience="both">
    <h2>In short</h2>
    <ul><li data-states="nothing">Be kind.</li></ul>
  </section>
  <section id="families-session-20" data-audience="patient">
    <h2><time>20</time> minutes: a short talk</h2>
    <p data-states="nothing">For a class.</p>
    <table data-states="nothing">
      <caption>Minute by minute</caption>
      <thead><tr><th class="numeric">Minutes</th><th>What</th><th>Page to open</th></tr></thead>
      <tbody>
        <tr><td class="numeric"><time>5</time></td><td>Pain. Ask first</td>
          <td><a href="crmo://topic/pain#in-short">In short</a></td></tr>
        <tr><td class="numeric"><time>5</time></td><td>A break, and time to talk</td>
          <td><a href="crmo://topic/pain">Bone pain</a> on the screen</td></tr>
        <tr><td class="numeric"><time>5</time></td><td>How often, and the scan</td>
          <td><a href="crmo://topic/pain#how-often">How often?</a>,
            <a href="crmo://topic/scan">MRI scan</a></td></tr>
        <tr><td class="numeric"><time>5</time></td><td>A story</td>
          <td><a href="crmo://topic/case-studies#girl">A girl</a>, <a href="crmo://home">home</a></td></tr>
        <tr><td class="numeric"><time>20</time></td><td>All together. Leave on the screen:</td>
          <td><a href="crmo://topic/teaching-points">Teaching points</a></td></tr>
      </tbody>
    </table>
  </section>
  <section id="staff-session-20" data-audience="clinician">
    <h2>A huddle</h2>
    <table data-states="nothing">
      <caption>Minute by minute</caption>
      <thead><tr><th class="numeric">Minutes</th><th>What</th><th>Page to open</th></tr></thead>
      <tbody>
        <tr><td class="numeric"><time>5</time></td><td>Who it strikes</td>
          <td><a href="crmo://topic/pain#who">Who?</a>, <a href="crmo://topic/pain#in-short">In short</a>,
            <a href="https://example.org">the web</a></td></tr>
        <tr><td class="numeric">soon</td><td>Go</td><td><a href="crmo://topic/scan">MRI scan</a></td></tr>
      </tbody>
    </table>
  </section>
</article>
"""
POINTS = """\
<article id="teaching-points" data-retells="others">
  <p class="summary" data-audience="patient" data-states="nothing">A message each.</p>
  <p class="summary" data-audience="clinician" data-states="nothing">A message each.</p>
  <section id="in-short" class="key-points" data-audience="both">
    <h2>In short</h2>
    <ul><li data-states="nothing">One at a time.</li></ul>
  </section>
  <section id="families-bones" data-audience="patient">
    <h2>Bones</h2>
    <dl>
      <dt>On the slide</dt><dd data-facts="f-pain">Bones hurt.</dd>
      <dt>Why it matters</dt><dd data-facts="f-pain">It came first in 17 of 40.</dd>
      <dt>Often misunderstood</dt><dd data-states="nothing">“It is nothing.”</dd>
      <dd data-states="nothing">It is.</dd>
      <dt>Read on</dt><dd data-states="nothing"><a href="crmo://topic/pain">Bone pain</a></dd>
    </dl>
  </section>
</article>
"""
CASES = """\
<article id="case-studies" data-retells="others">
  <p class="summary" data-audience="patient" data-states="nothing">Invented stories.</p>
  <p class="summary" data-audience="clinician" data-states="nothing">Invented stories.</p>
  <section id="in-short" class="key-points" data-audience="both">
    <h2>In short</h2>
    <ul><li data-states="nothing">Stop at each question.</li></ul>
  </section>
  <section id="girl" data-audience="patient">
    <h2>A girl</h2>
    <h3>Question</h3><p data-states="nothing">What is it?</p>
    <h3>Answer</h3><p data-facts="f-pain">It was pain in 17 of 40.</p>
    <p data-states="nothing">Read on: <a href="crmo://topic/pain">Bone pain</a>.</p>
  </section>
</article>
"""
TEACHING = [
    {
        "id": "pain#in-short",
        "ask": ["Who knows?"],
        "say": ["It came first in 17 of 40."],
        "misunderstood": ["It is not always pain."],
        "facts": ["f-pain"],
    },
    {"id": "pain#who", "say": ["Say the dose."], "facts": ["f-dose", "f-careful"]},
]


def teach(content: SmallContent) -> None:
    """Write the chapter, questions and notes into `content`."""
    topics = {
        "workshop-guide": ("Planning a workshop", GUIDE),
        "teaching-points": ("Teaching points", POINTS),
        "case-studies": ("Case studies", CASES),
    }
    chapter = {
        "id": "training",
        "title": "Training",
        "topics": [{"id": id, "title": title} for id, (title, _) in topics.items()],
    }
    content.write("tree.json", TREE | {"chapters": [*TREE["chapters"], chapter]})
    for id, (_, page) in topics.items():
        content.write(f"topics/training/{id}.html", page)
    lost = QUESTIONS[0] | {"id": "q-lost", "settled_by": "nothing#who"}
    content.write("questions.json", [*QUESTIONS, lost])
    content.write("teaching.json", TEACHING)
