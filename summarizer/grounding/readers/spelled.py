"""Read spelled-out numbers: "two hundred and five", "zweihundertfünf", "quatre-vingt-dix", "mil uno"."""

import re
from collections.abc import Callable, Sequence

from summarizer.grounding.readers.lexicon.number_words import VOCABULARIES, Vocabulary

_HUNDRED = 100
_THOUSAND = 1000
_GERMAN = re.compile(r".*(?:hundert|tausend|zehn|und\w+[zß]ig|einhalb).*|anderthalb")
_GERMAN_TENS = re.compile(r"(.+)und(.+[zß]ig)")
_VIGESIMAL = frozenset({60, 80})


def read_spelled(
    words: Sequence[str], start: int, vocabulary: Vocabulary, follow: Callable[[int], int]
) -> tuple[float, int] | None:
    """Return the value of the number that begins at `words[start]` and the index after it, or None.

    `follow(i)` is the index of the word that goes on from word `i - 1` over a space or hyphen,
    else -1. Scales belong to it: "two hundred thousand".
    """
    spelled = _Spelled(vocabulary)
    at, after = start, start
    while at >= 0 and spelled.take(words[at]):
        after = at + 1
        at = follow(after)
        if at >= 0 and words[at] in vocabulary.ands and spelled.may_add():
            at = follow(at + 1)
            if at >= 0 and words[at] in vocabulary.articles and spelled.take_one():
                return spelled.value, at + 1
            if at >= 0 and not spelled.takes_after_and(words[at]):
                break
    return (spelled.value, after) if after > start else None


class _Spelled:
    """A number being put together word by word."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._total = 0.0
        self._current = 0.0
        self._scale = 0  # the smallest scale taken so far
        self._begun = False

    @property
    def value(self) -> float:
        return self._total + self._current

    def take(self, word: str) -> bool:
        """Take `word` on if it continues the number."""
        scale = self._vocabulary.scales.get(word)
        if scale is not None:
            taken = self._take_scale(scale)
        else:
            cardinal = cardinal_value(word, self._vocabulary)
            taken = cardinal is not None and self._take_cardinal(cardinal)
        self._begun = self._begun or taken
        return taken

    def may_add(self) -> bool:
        """Tell whether "and" may lead on: after a hundred, a scale, or (not in English) a ten."""
        tens = "and" not in self._vocabulary.ands and self._current % 100 >= 20 and self._current % 10 == 0  # noqa: PLR2004 - tens
        return tens or (self.value >= _HUNDRED and self._current % _HUNDRED == 0)

    def take_one(self) -> bool:
        """Take "un" as one after a ten: treinta y un, vingt et un."""
        return self._current % 100 >= 20 and self._take_cardinal(1)  # noqa: PLR2004 - tens

    def takes_after_and(self, word: str) -> bool:
        """Tell whether `word` may follow "and"."""
        cardinal = self._vocabulary.cardinals.get(word)
        return cardinal is not None and cardinal < _HUNDRED

    def _take_cardinal(self, cardinal: float) -> bool:
        current = self._current
        if not self._begun or (current == 0 and self._total):
            self._current = cardinal
        elif cardinal == 20 and current % 100 == 4:  # noqa: PLR2004 - quatre-vingts
            self._current += 76
        elif (
            (0 < cardinal < 10 and current % 10 == 0 and current % 100 != 10)  # noqa: PLR2004
            or (cardinal < _HUNDRED <= current and current % _HUNDRED == 0)
            or (10 <= cardinal < 20 and current % 100 in _VIGESIMAL and "et" in self._vocabulary.ands)  # noqa: PLR2004
            or (7 <= cardinal < 10 and current % 100 in {10, 70, 90} and "et" in self._vocabulary.ands)  # noqa: PLR2004
        ):
            self._current += cardinal
        else:
            return False
        return True

    def _take_scale(self, scale: int) -> bool:
        if scale == _HUNDRED:
            if self._current >= _HUNDRED:
                return False
            self._current = max(self._current, 1) * _HUNDRED
            return True
        if self._current == 0 and self._total:  # mil millones
            if self._scale >= scale:
                return False
            self._total *= scale
        else:
            if self._scale and scale >= self._scale:
                return False
            self._total += max(self._current, 1) * scale
            self._current = 0
        self._scale = scale
        return True


def cardinal_value(word: str, vocabulary: Vocabulary) -> float | None:
    """Return what one word stands for, German compounds included."""
    value = vocabulary.cardinals.get(word)
    if value is None and vocabulary is VOCABULARIES["de"] and _GERMAN.fullmatch(word):
        return _compound(word, vocabulary)
    return value


def _compound(word: str, vocabulary: Vocabulary) -> float | None:
    """Return the value of a German compound such as "zweihundertfünfundzwanzig", or None."""
    if word == "anderthalb":
        return 1.5
    if word.endswith("einhalb"):
        whole = _compound(word.removesuffix("einhalb") or "ein", vocabulary)
        return None if whole is None else whole + 0.5
    for name, factor in (("tausend", _THOUSAND), ("hundert", _HUNDRED)):
        left, found, right = word.partition(name)
        if found:
            many = _compound(left, vocabulary) if left else 1
            rest = _compound(right.removeprefix("und"), vocabulary) if right else 0
            return None if many is None or rest is None else many * factor + rest
    tens = _GERMAN_TENS.fullmatch(word)
    if tens:
        unit, ten = _compound(tens.group(1), vocabulary), vocabulary.cardinals.get(tens.group(2))
        return None if unit is None or ten is None else unit + ten
    return 1 if word in {"ein", "eine"} else vocabulary.cardinals.get(word)
