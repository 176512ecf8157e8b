"""Cut text into tokens, and find fixed phrases among them."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache, partial
from itertools import accumulate, product
from operator import attrgetter
from typing import Generic, NamedTuple, TypeVar

Label = TypeVar("Label")

_TOKEN = re.compile(
    r"([^\W\d_]\.(?:[^\W\d_]\.)+"  # U.S.
    r"|[\u0900-\u0963\u0966-\u097F]+"  # Devanagari, whose vowel signs are no word characters
    r"|\d+(?:[.,:]\d+)+|[^\W_]+(?:[-'&][^\W_]+)*)"
)
# The same for ASCII, in which two sentences in three are and which is found in half the time.
_ASCII_TOKEN = re.compile(
    r"([A-Za-z]\.(?:[A-Za-z]\.)+|[0-9]+(?:[.,:][0-9]+)+|[A-Za-z0-9]+(?:[-'&][A-Za-z0-9]+)*)"
)
UNSPACED = frozenset({"zh", "ja", "th"})  # scripts in which words are not set apart


class Token(NamedTuple):
    """One word, and the same in lower case; apostrophes and hyphens are the plain ones.

    A tuple, since making one costs a third of a frozen dataclass and there are many.
    """

    text: str
    start: int
    end: int
    lower: str


_token = partial(tuple.__new__, Token)  # without the argument handling of Token()
_start_of = attrgetter("start")


@lru_cache(maxsize=4096)
def read_tokens(text: str) -> tuple[Token, ...]:
    """Return the words of `text` in order; hyphens, apostrophes and initials' points stay inside.

    Remembered, since three readers and three checks cut the same sentence.
    """
    straight, pattern = text, _ASCII_TOKEN
    if not text.isascii():
        straight = text.replace("’", "'").replace("‑", "-").replace("“", '"').replace("”", '"')
        pattern = _ASCII_TOKEN if straight.isascii() else _TOKEN
    words, starts, ends = cut(pattern, straight)
    return tuple(map(_token, zip(words, starts, ends, map(str.lower, words), strict=True)))


def cut(pattern: re.Pattern[str], text: str) -> tuple[list[str], list[int], list[int]]:
    """Return what `pattern`, which is one group, finds in `text`, where each begins and where it ends.

    Takes half as long as asking a match for each.
    """
    pieces = pattern.split(text)  # what stands between, found, between, found, …, between
    ends = list(accumulate(map(len, pieces)))
    return pieces[1::2], ends[:-1:2], ends[1::2]


def first_from(tokens: Sequence[Token], position: int) -> int:
    """Return the number of the first token that begins at `position` or behind, else how many there are."""
    return bisect_left(tokens, position, key=_start_of)


class Phrases(Generic[Label]):
    """Fixed phrases of one or more words, each with a label; the longest match wins."""

    def __init__(self, phrases: Mapping[str, Label]) -> None:
        by_first: dict[str, list[tuple[list[str], Label]]] = {}
        for phrase, label in phrases.items():
            first, *rest = phrase.split()
            by_first.setdefault(first, []).append((rest, label))
        for endings in by_first.values():
            endings.sort(key=lambda ending: -len(ending[0]))
        self._by_first = by_first

    def find(self, tokens: Sequence[Token]) -> Iterator[tuple[int, int, Label]]:
        """Yield (first token, token after the last, label) of each phrase, in order, without overlap."""
        skip_to = 0
        first_words = self._by_first
        words = [token.lower for token in tokens]
        for index in [i for i, word in enumerate(words) if word in first_words]:
            if index < skip_to:
                continue
            for rest, label in first_words[words[index]]:
                after = index + 1 + len(rest)
                if words[index + 1 : after] == rest:
                    yield index, after, label
                    skip_to = after
                    break


def spell_out(pattern: str) -> Iterator[str]:
    """Yield each phrase that `pattern` stands for: "fail|fails to" is "fail to" and "fails to"."""
    words = [word.split("|") for word in pattern.split()]
    return (" ".join(choice) for choice in product(*words))
