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
    places = [_places(mine, sentence, values_of(sentence), same) for sentence in evidence]
    places = [around for around in places if around]
    ours = [_around(item, value) for value in mine] if places else []
    for one, two in combinations(range(len(ours)), 2):
        both = [around for around in places if one in around and two in around]
        if not both or same(mine[one], mine[two]):
            continue
        if min([_gain(ours[one], around[one], ours[two], around[two]) for around in both]) > _MARGIN:
            return mine[one], mine[two]
    return None


def _places(
    mine: Sequence[Value], sentence: Reading, theirs: Sequence[Value], same: Callable[[Value, Value], bool]
) -> dict[int, _Around]:
    """Return what stands around those of the item's values, by number, that a sentence has once."""
    matches = [[other for other in theirs if same(value, other)] for value in mine]
    once = [number for number, found in enumerate(matches) if len(found) == 1]
    if len(once) < 2:  # noqa: PLR2004
        return {}
    return {number: _around(sentence, matches[number][0]) for number in once}


def _gain(here: _Around, there: _Around, here_too: _Around, there_too: _Around) -> float:
    """Return how much better two values fit a sentence crossed."""
    return _fit(here, there_too) + _fit(here_too, there) - _fit(here, there) - _fit(here_too, there_too)


def _fit(here: _Around, there: _Around) -> float:
    """Return how much the words around two values have in common, near ones more."""
    return sum(
        [
            (1 if (distance < 0) == (there[stem] < 0) else _OTHER_SIDE) / max(abs(distance), abs(there[stem]))
            for stem, distance in here.items()
            if stem in there
        ]
    )


def _around(reading: Reading, value: Placed) -> _Around:
    """Return the nearest distance in words of each stem around `value`, negative on its left."""
    words = reading.columns
    before = bisect_right(words.ends, value.start)
    after = bisect_left(words.starts, value.end)
    first = max(before - _REACH, 0)
    found: dict[str, int] = {}
    for distance, stem in _counting(words, range(before - 1, first - 1, -1)):
        found.setdefault(stem, -distance)
    for distance, stem in _counting(words, range(after, min(after + _REACH, len(words.stems)))):
        if distance < abs(found.get(stem, _REACH + 1)):
            found[stem] = distance
    return found


def _counting(words: Columns, places: range) -> list[tuple[int, str]]:
    """Return distance and stem of the words that may say what a value belongs to, the nearest first.

    A small word says so only right beside the value.
    """
    norms, functions, stems = words.norms, words.functions, words.stems
    return [
        (distance, stems[at])
        for distance, at in enumerate(places, 1)
        if (distance == 1 or not functions[at]) and norms[at] not in LINKS and not norms[at][:1].isdecimal()
    ]
