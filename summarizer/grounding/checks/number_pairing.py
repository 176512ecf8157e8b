"""Notice a number that counts what another number counts in the evidence."""

from collections.abc import Sequence
from itertools import combinations

from summarizer.grounding.checks.amounts import are_equal, are_of_one_sort
from summarizer.grounding.checks.pairing import swapped
from summarizer.grounding.checks.rates import wrong_rate
from summarizer.grounding.readers.counted import noun_key
from summarizer.grounding.readers.numbers import Number
from summarizer.grounding.reading import Reading

_ANYBODY = frozenset({"people", "person"})  # "its 850 workers" are people too
_SHOWN = 60  # characters of the item that a reason quotes in one piece


def mispaired(item: Reading, evidence: Sequence[Reading]) -> str | None:
    """Return the words of the first number that is tied to something else in the evidence, or None."""
    return wrong_rate(item, evidence) or _wrong_noun(item, evidence) or _exchanged(item, evidence)


def _exchanged(item: Reading, evidence: Sequence[Reading]) -> str | None:
    """Return the words from one number to the other where the evidence has them the other way round."""
    numbered = [sentence for sentence in evidence if sentence.numbers]
    if not numbered:
        return None
    for pair in combinations(item.numbers, 2):
        first, second = pair
        if not are_of_one_sort(first, second):
            continue  # nobody pays 12% for a stake of 150 million
        if swapped(item, numbered, pair, lambda sentence: sentence.numbers, are_equal) is not None:
            apart = second.end - first.start > _SHOWN
            return f"{first.text} … {second.text}" if apart else item.text[first.start : second.end]
    return None


def _wrong_noun(item: Reading, evidence: Sequence[Reading]) -> str | None:
    """Return "40 dead (article: 12 dead)" where the evidence counts something else with 40."""
    for number in item.numbers:
        if number.noun is None or number.kind != "quantity":
            continue
        key = noun_key(number.noun)
        if key in _ANYBODY:
            continue
        same_value = [(n, s) for s in evidence for n in s.numbers if are_equal(number, n)]
        if not same_value or any(n.noun is None or noun_key(n.noun) == key for n, _ in same_value):
            continue
        others = [(n, s) for s in evidence for n in s.numbers if n.noun and noun_key(n.noun) == key]
        if len(others) == 1 and not any(
            number.noun in s.text.lower() for _, s in same_value if s is not others[0][1]
        ):
            return f"{phrase(item, number)} (article: {phrase(others[0][1], others[0][0])})"
    return None


def phrase(reading: Reading, number: Number) -> str:
    """Return the number with the noun it counts, as they stand."""
    if number.noun is None:
        return number.text
    at = reading.text.lower().find(number.noun, number.end)
    return reading.text[number.start : at + len(number.noun)] if at >= 0 else number.text
