"""Learns from what people type which words speak for which topic, when a pack is made.

The rule is the multiclass passive-aggressive one, PA-I: Crammer, Dekel, Keshet, Shalev-Shwartz and Singer,
"Online Passive-Aggressive Algorithms", Journal of Machine Learning Research 7 (2006), 551-585. The weights
are averaged over all steps, since the last ones depend on the order of the examples: Freund and Schapire,
"Large Margin Classification Using the Perceptron Algorithm", Machine Learning 37 (1999), 277-296.

The same examples give the same weights on every machine: the order is fixed, the logarithms, which systems
may round differently in the last digit, are cut short, and all else IEEE 754 rounds the same way everywhere.
"""

import math
import random
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

FILLER_SHARE: Final = 0.4  # of a filler beside a telling word: "who", "when" and "can" say something, too
_OF_AGE: Final = 18  # years
_TOO_LONG: Final = 3  # digits for an age
_BOLDNESS: Final = 1.0  # how far one example may move the weights
_ROUNDS: Final = 8
_SEED: Final = 1  # of the order in which examples are shown


@dataclass(frozen=True, slots=True)
class Lesson:
    """What has been learnt.

    Attributes:
        rarity: how telling each trait is, the rarer the more.
        weights: for each trait how much it speaks for or against a topic, by the topic's number.
    """

    rarity: Mapping[str, float]
    weights: Mapping[str, Mapping[int, float]]


def traits_of(
    names: Iterable[tuple[Collection[str], bool]], others: Iterable[str], numbers: Iterable[str]
) -> dict[str, float]:
    """What a phrase or query is told by, and how much each counts before its rarity.

    Args:
        names: of each of its telling words, stems and the codes of groups of synonyms, and whether these are
            guesses, of which one at most is right.
        others: stems of its fillers.
        numbers: that stand in it, in digits.
    """
    traits = {f".{stem}": FILLER_SHARE for stem in others}  # no name has a full stop
    traits.update((_age(number), 1.0) for number in numbers)
    for row, is_guess in names:
        traits.update(dict.fromkeys(row, 1.0 / math.sqrt(len(row)) if is_guess and row else 1.0))
    return traits


def _age(number: str) -> str:
    """A number as what it may be the age of: who writes "at 45" means an adult."""
    years = int(number) if len(number) < _TOO_LONG else 0
    return ".adult" if years >= _OF_AGE else ".child" if years else ".number"


def rarity(having: int, examples: int) -> float:
    """How telling a trait is that `having` of the examples have: the inverse document frequency, smoothed."""
    return round(1.0 + math.log((examples + 1) / (having + 1)), 6)


def learn(examples: Sequence[tuple[Mapping[str, float], int]]) -> Lesson:
    """Weigh traits so that each example speaks most for its own topic.

    Args:
        examples: the traits of a phrase, and the number of the topic that it is meant for.
    """
    having = Counter(trait for traits, _ in examples for trait in traits)
    rare = {trait: rarity(count, len(examples)) for trait, count in having.items()}
    rows = [(unit(traits, rare.__getitem__), topic) for traits, topic in examples]
    topics = sorted({topic for _, topic in examples})
    weights: dict[str, dict[int, float]] = {trait: {} for trait in having}
    steps: dict[str, dict[int, float]] = {trait: {} for trait in having}  # each change times when it was made
    if len(topics) > 1:
        chance = random.Random(_SEED)  # noqa: S311 - an order, not a secret
        now = 1
        for _ in range(_ROUNDS):
            for _, (row, topic) in sorted((chance.random(), one) for one in rows):
                _show(row, topic, topics, weights, steps, now)
                now += 1
        for trait, changes in steps.items():
            own = weights[trait]
            for topic, change in changes.items():
                own[topic] -= change / now
    return Lesson(rare, weights)


def unit(traits: Mapping[str, float], rarity_of: Callable[[str], float]) -> list[tuple[str, float]]:
    """Traits with their shares times their rarity, scaled to length 1."""
    values = [(trait, share * rarity_of(trait)) for trait, share in sorted(traits.items())]
    length = math.sqrt(sum(value * value for _, value in values)) or 1.0
    return [(trait, value / length) for trait, value in values]


def _show(
    row: Sequence[tuple[str, float]],
    topic: int,
    topics: Sequence[int],
    weights: Mapping[str, dict[int, float]],
    steps: Mapping[str, dict[int, float]],
    now: int,
) -> None:
    """Show one example; where another topic comes too near to its own, move the weights of its traits."""
    scores: dict[int, float] = {}
    for trait, value in row:
        for one, weight in weights[trait].items():
            scores[one] = scores.get(one, 0.0) + weight * value
    own = scores.pop(topic, 0.0)
    rival, best = topics[0] if topics[0] != topic else topics[1], 0.0
    if scores:
        rival = max(scores, key=scores.__getitem__)
        best = scores[rival]
    missing = 1.0 - own + best
    if missing <= 0.0:
        return
    step = min(_BOLDNESS, missing / 2.0)  # the row is of length 1, and counts for two topics
    for trait, value in row:
        change = step * value
        own_weights, own_steps = weights[trait], steps[trait]
        for one, signed in ((topic, change), (rival, -change)):
            own_weights[one] = own_weights.get(one, 0.0) + signed
            own_steps[one] = own_steps.get(one, 0.0) + now * signed
