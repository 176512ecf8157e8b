"""Notice that a thing happens elsewhere: "vor der Belegschaft in Holzminden" of what was said in Northeim.

Read off the words before a place, since in German its name alone is not told from a noun.
"""

from collections.abc import Iterator, Sequence

from summarizer.grounding.checks.clauses import Analysis

_BEFORE_PLACES = frozenset({"in", "bei", "nahe", "aus"})
_ALIKE = 2  # words before "in" that both sides have


def other_scenes(item: Analysis, evidence: Sequence[Analysis]) -> Iterator[str]:
    """Yield each place of the item for which the evidence has another, behind the very same words."""
    for place in _scenes(item):
        there = [
            (sentence, other)
            for sentence in evidence
            for other in _scenes(sentence)
            if _before(item, place) == _before(sentence, other)
        ]
        stem = item.lemmas[place]
        if there and not any(stem in sentence.lemmas for sentence, _ in there):
            sentence, other = there[0]
            yield f"{item.tokens[place].text} (article: {sentence.tokens[other].text})"


def _scenes(analysis: Analysis) -> Iterator[int]:
    """Yield where a word with a capital stands behind one such as "in"."""
    tokens = analysis.tokens
    for place in range(_ALIKE + 1, len(tokens)):
        if tokens[place - 1].text in _BEFORE_PLACES and tokens[place].text[0].isupper():
            yield place


def _before(analysis: Analysis, place: int) -> tuple[str, ...]:
    return analysis.lemmas[place - 1 - _ALIKE : place]
