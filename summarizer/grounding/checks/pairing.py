"""Notice two values that changed places: "from 5% to 7%" made "from 7% to 5%"."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

from summarizer.grounding.checks.clauses import LINKS
from summarizer.grounding.readers.words import Columns
from summarizer.grounding.reading import Reading

_REACH = 5  # words on either side that may say what a value belongs to
# What a word counts that stands before the one value and behind the other, and how much better the
# swapped reading must fit. Chosen on qags_cnndm and SummEdits: no sound item is flagged, two swaps
# in three are.
_OTHER_SIDE = 0.5
_MARGIN = 0.5


class Placed(Protocol):
    """Something that stands at a place in a text."""

    @property
    def start(self) -> int:
        """The first character."""

    @property
    def end(self) -> int:
        """The one after the last."""


Value = TypeVar("Value", bound=Placed)


def swapped(
    item: Reading,
    evidence: Sequence[Reading],
    mine: Sequence[Value],
    values_of: Callable[[Reading], Sequence[Value]],
    same: Callable[[Value, Value], bool],
) -> tuple[Value, Value] | None:
    """Return the first two of the item's values whose surroundings fit each other's in the evidence.

    Only values that stand once in the item and in a sentence are compared; every sentence that
    has both must have them the other way round.
    """
    for i, first in enumerate(mine):
        for second in mine[i + 1 :]:
            gains = [
                gain
                for sentence in evidence
                if (gain := _gain(item, (first, second), sentence, values_of(sentence), same)) is not None
            ]
            if gains and min(gains) > _MARGIN:
                return first, second
    return None


def _gain(
    item: Reading,
    pair: tuple[Value, Value],
    sentence: Reading,
    theirs: Sequence[Value],
    same: Callable[[Value, Value], bool],
) -> float | None:
    """Return how much better the pair fits the sentence crossed; None where it is not in it once."""
    found = []
    for value in pair:
        matches = [other for other in theirs if same(value, other)]
        if len(matches) != 1:
            return None
        found.append((_around(item, value), _around(sentence, matches[0])))
    (here, there), (here_too, there_too) = found
    if there is there_too or same(*pair):
        return None
    return _fit(here, there_too) + _fit(here_too, there) - _fit(here, there) - _fit(here_too, there_too)


def _fit(here: dict[str, int], there: dict[str, int]) -> float:
    """Return how much the words around two values have in common, near ones more."""
    return sum(
        (1 if (distance < 0) == (there[stem] < 0) else _OTHER_SIDE) / max(abs(distance), abs(there[stem]))
        for stem, distance in here.items()
        if stem in there
    )


def _around(reading: Reading, value: Placed) -> dict[str, int]:
    """Return the nearest distance in words of each stem around `value`, negative on its left."""
    words = reading.columns
    before = bisect_right(words.ends, value.start)
    after = bisect_left(words.starts, value.end)
    found: dict[str, int] = {}
    for distance in range(1, min(_REACH, before) + 1):
        if _counts(words, before - distance, distance):
            found.setdefault(words.stems[before - distance], -distance)
    for distance in range(1, min(_REACH, len(words.stems) - after) + 1):
        stem = words.stems[after + distance - 1]
        if _counts(words, after + distance - 1, distance) and distance < abs(found.get(stem, _REACH + 1)):
            found[stem] = distance
    return found


def _counts(words: Columns, at: int, distance: int) -> bool:
    """Tell whether a word may say what a value at some distance belongs to: a small one only beside it."""
    norm = words.norms[at]
    return not (norm[:1].isdecimal() or norm in LINKS or (words.functions[at] and distance > 1))
