"""Notice two values that changed places: "from 5% to 7%" made "from 7% to 5%"."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from itertools import combinations
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
_Around = dict[str, int]  # the nearest distance in words of each stem around a value


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
    if len(mine) < 2:  # noqa: PLR2004 - two that may change places
        return None
    ours = [_around(item, value) for value in mine]
    places = [_places(mine, sentence, values_of(sentence), same) for sentence in evidence]
    for one, two in combinations(range(len(mine)), 2):
        if same(mine[one], mine[two]):
            continue
        gains = [
            _gain(ours[one], there, ours[two], there_too)
            for around in places
            if (there := around[one]) is not None and (there_too := around[two]) is not None
        ]
        if gains and min(gains) > _MARGIN:
            return mine[one], mine[two]
    return None


def _places(
    mine: Sequence[Value], sentence: Reading, theirs: Sequence[Value], same: Callable[[Value, Value], bool]
) -> list[_Around | None]:
    """Return what stands around each of the item's values in a sentence; None where it is not in it once."""
    matches = [[other for other in theirs if same(value, other)] for value in mine]
    return [_around(sentence, found[0]) if len(found) == 1 else None for found in matches]


def _gain(here: _Around, there: _Around, here_too: _Around, there_too: _Around) -> float:
    """Return how much better two values fit a sentence crossed."""
    return _fit(here, there_too) + _fit(here_too, there) - _fit(here, there) - _fit(here_too, there_too)


def _fit(here: _Around, there: _Around) -> float:
    """Return how much the words around two values have in common, near ones more."""
    return sum(
        [
            (1 if (distance < 0) == (there[stem] < 0) else _OTHER_SIDE)
            / max(abs(distance), abs(there[stem]))
            for stem, distance in here.items()
            if stem in there
        ]
    )


def _around(reading: Reading, value: Placed) -> _Around:
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
