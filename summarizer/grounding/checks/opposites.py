"""Find a word of an item that says the opposite of its evidence: "fell" for "rose"."""

from collections.abc import Collection, Iterator, Sequence
from functools import cache
from itertools import chain, permutations
from typing import NamedTuple

from summarizer.grounding.checks.clauses import Analysis, matter_of
from summarizer.grounding.readers.lexicon.opposites import (
    ENGLISH,
    FRENCH,
    GERMAN,
    PREPOSITIONS,
    SPANISH,
    UNSPACED,
)
from summarizer.grounding.readers.stems import lemma

_LISTS = {"en": ENGLISH, "de": GERMAN, "es": SPANISH, "fr": FRENCH}
_REACH = 6  # words on either side that place a word in its context
_PREFIXES = {"en": "un", "de": "un"}
_LEAST_PREFIXED = 4  # letters of the word behind the prefix
_PREFIXED_LINE = -1  # the number of no line of the lists
_LEAST_CONTEXT = 0.3  # one shared word at most three words away
_CLEARLY_BETTER = 1.25
_DECIDING = frozenset({"vot", "decid", "agre", "approv", "back"})
_PRONOUNS = frozenset("he she it they him her them his its their".split())


class Swap(NamedTuple):
    """The item's word and the evidence's word, as they stand."""

    item: str
    evidence: str


def opposites(item: Analysis, evidence: Sequence[Analysis], language: str) -> Iterator[Swap]:
    """Yield each word of the item of which the evidence says the opposite in the same place."""
    directions = _directions(language)
    if prefixed := _prefixed(item, evidence, language):
        directions = directions | prefixed
    negated = item.negated
    places = [i for i, stem in enumerate(item.lemmas) if stem in directions and i not in negated]
    if not places:
        return
    there = [
        (sentence, place, sentence.negated)
        for sentence in evidence
        for place, stem in enumerate(sentence.lemmas)
        if stem in directions
    ]
    ways = {
        way
        for sentence, place, denied in there
        if place not in denied
        for way in directions[sentence.lemmas[place]]
    }
    for index in places:
        if ways.isdisjoint([(line, -sign) for line, sign in directions[item.lemmas[index]]]):
            continue  # nothing says the opposite anywhere
        swap = _opposed(item, index, there, directions)
        if swap:
            yield swap


def _prefixed(
    item: Analysis, evidence: Sequence[Analysis], language: str
) -> dict[str, frozenset[tuple[int, int]]]:
    """Return as opposites the words that one side has with "un" before them, and the other without."""
    prefix = _PREFIXES.get(language)
    if prefix is None:
        return {}
    mine = frozenset(item.lemmas)
    alone = mine.symmetric_difference(chain.from_iterable([sentence.lemmas for sentence in evidence]))
    found: dict[str, frozenset[tuple[int, int]]] = {}
    for stem in [stem for stem in alone if stem.startswith(prefix)]:
        plain = stem.removeprefix(prefix)
        if len(plain) >= _LEAST_PREFIXED and plain in alone and (stem in mine) != (plain in mine):
            found |= {plain: frozenset({(_PREFIXED_LINE, 1)}), stem: frozenset({(_PREFIXED_LINE, -1)})}
    return found


def _opposed(
    item: Analysis,
    index: int,
    there: Sequence[tuple[Analysis, int, Collection[int]]],
    directions: dict[str, frozenset[tuple[int, int]]],
) -> Swap | None:
    """Return the swap of the word at `index`, if any; `there` are words of sentences and what each denies."""
    mine = item.lemmas[index]
    ways = directions[mine]
    against = {(line, -sign) for line, sign in ways}
    same = opposite = 0.0
    word = ""
    context = _context(item, index)
    for sentence, other, negated in there:
        stem = sentence.lemmas[other]
        is_same = not directions[stem].isdisjoint(ways)
        if not is_same and directions[stem].isdisjoint(against):
            continue
        score = _shared(context, _context(sentence, other))
        if stem == mine and _has_pronoun(sentence, other):
            score += sum(context.get(name, 0.0) for name in sorted({item.lemmas[i] for i in _capitals(item)}))
        if is_same or other in negated:
            if _is_told(item, index, sentence, other):
                return None
            same = max(same, score, 0.05)
        elif score > opposite and _fits(item, index, sentence, other) and not _is_decided(item, index):
            opposite, word = score, sentence.tokens[other].text
    if opposite >= _LEAST_CONTEXT and opposite > same * _CLEARLY_BETTER:
        return Swap(item.tokens[index].text, word)
    return None


def _is_decided(item: Analysis, index: int) -> bool:
    """Tell whether the item has the word for what was decided: "voted to ban cars" approves a plan."""
    led = index > 0 and item.tokens[index - 1].lower == "to"
    return led and not _DECIDING.isdisjoint(item.lemmas[max(index - _REACH, 0) : index])


def _is_told(item: Analysis, index: int, sentence: Analysis, other: int) -> bool:
    """Tell whether the item's part with the word has all of the sentence's: "it acquitted him of seven"."""
    part = sentence.part(other) - _PRONOUNS
    return len(part) > 1 and part.issubset(item.lemmas) and part <= item.part(index)


def _capitals(analysis: Analysis) -> Iterator[int]:
    return (i for i, token in enumerate(analysis.tokens) if token.text[0].isupper())


def _has_pronoun(analysis: Analysis, index: int) -> bool:
    """Tell whether a pronoun stands close to the word at `index`, for names that the item has there."""
    near = analysis.tokens[max(index - _REACH, 0) : index + _REACH + 1]
    return any(token.lower in _PRONOUNS for token in near)


def _fits(item: Analysis, index: int, sentence: Analysis, other: int) -> bool:
    """Tell whether the two words stand in like places; a small word must lead to the same word."""
    if item.tokens[index].lower not in PREPOSITIONS and sentence.tokens[other].lower not in PREPOSITIONS:
        return True
    ahead, there = _next(item, index), _next(sentence, other)
    return ahead is not None and ahead == there


def _next(analysis: Analysis, index: int) -> str | None:
    for ahead in range(index + 1, min(index + 4, len(analysis.tokens))):
        if analysis.content[ahead]:
            return analysis.lemmas[ahead]
    return None


def _context(analysis: Analysis, index: int) -> dict[str, float]:
    """Return the words around `index`, each weighed by its nearness."""
    found: dict[str, float] = {}
    for other in range(max(index - _REACH, 0), min(index + _REACH + 1, len(analysis.lemmas))):
        if other != index and analysis.content[other]:
            weight = 1 / abs(other - index)
            stem = analysis.lemmas[other]
            if weight > found.get(stem, 0.0):
                found[stem] = weight
    return found


def _shared(left: dict[str, float], right: dict[str, float]) -> float:
    return sum(min(weight, right[stem]) for stem, weight in left.items() if stem in right)


def unspaced_opposites(item: str, evidence: Sequence[str], language: str) -> Iterator[Swap]:
    """Yield the same for scripts without spaces, where the closest sentence has only the opposite."""
    known = matter_of(item, language)
    closest = max(evidence, key=lambda text: len(known & matter_of(text, language)))
    for line in UNSPACED.get(language, "").split("\n"):
        for mine, theirs in permutations([side.split() for side in line.split("|")], 2):
            said = next((word for word in mine if word in item), None)
            shown = next((word for word in theirs if word in closest), None)
            if said and shown and not any(word in closest for word in mine):
                yield Swap(said, shown)


@cache
def _directions(language: str) -> dict[str, frozenset[tuple[int, int]]]:
    """Return for each stem the (line, direction) pairs it stands for."""
    found: dict[str, set[tuple[int, int]]] = {}
    for line, pair in enumerate(entry for entry in _LISTS.get(language, "").split("\n") if entry):
        for sign, side in zip((1, -1), pair.split("|"), strict=True):
            for word in side.split():
                found.setdefault(lemma(word, language), set()).add((line, sign))
    return {stem: frozenset(ways) for stem, ways in found.items()}
