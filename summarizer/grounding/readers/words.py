"""Split text into words, folded and stemmed, function words marked."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from summarizer.grounding.readers.stems import fold, lemma
from summarizer.grounding.readers.tokens import read_tokens
from summarizer.language import FUNCTION_WORDS

_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u0e00-\u0e7f]+")
_PART = re.compile(rf"{_UNSPACED.pattern}|[^-{_UNSPACED.pattern[1:-2]}]+")

_MOST_WORDS = 16384  # whose facts are remembered


class Word(NamedTuple):
    """One word; `norm` is folded (case, diacritics), `stem` is what overlaps are counted on.

    In scripts without spaces a word is a pair of neighbouring characters.
    """

    text: str
    start: int
    end: int
    norm: str
    stem: str
    function: bool  # carries no content: "the", "of"


class Columns(NamedTuple):
    """The words of a text, each of a word's fields apart: most are asked for their stems and places alone.

    Six tuples take a fraction of the time that an object for each word would.
    """

    texts: tuple[str, ...] = ()
    starts: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()
    norms: tuple[str, ...] = ()
    stems: tuple[str, ...] = ()
    functions: tuple[bool, ...] = ()


@lru_cache(maxsize=4096)
def read_columns(text: str, language: str) -> Columns:
    """Return the words of `text` in order; hyphenated words count as their parts."""
    tokens = read_tokens(text)
    if not tokens:
        return Columns()
    texts, starts, ends, lowers = zip(*tokens, strict=True)
    letters = "".join(lowers)
    if letters.isascii() and "-" not in letters:
        facts = zip(*map(_facts(language).__getitem__, lowers), strict=True)
        return Columns(texts, starts, ends, *facts)
    return Columns(*zip(*_rows(text, language), strict=True))


def read_words(text: str, language: str) -> tuple[Word, ...]:
    """Return the same one by one."""
    return tuple(map(Word._make, zip(*read_columns(text, language), strict=True)))


def _rows(text: str, language: str) -> Iterator[tuple[str, int, int, str, str, bool]]:
    """Yield the fields of each word, of a hyphenated one those of its parts."""
    facts = _facts(language)
    for token in read_tokens(text):
        if token.lower.isascii() and "-" not in token.lower:
            yield token.text, token.start, token.end, *facts[token.lower]
            continue
        for part in _PART.finditer(token.lower):
            start, found = token.start + part.start(), part.group()
            if _UNSPACED.match(found):
                yield from _pairs(found, start)
                continue
            end = start + len(found)
            yield text[start:end], start, end, *facts[found]


class _Facts(dict[str, tuple[str, str, bool]]):
    """Norm and stem of the words of a language, and whether each is a function word.

    Filled when a word is first asked for, and anew when there are too many.
    """

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language
        self._function_words = FUNCTION_WORDS.get(language, frozenset())

    def __missing__(self, word: str) -> tuple[str, str, bool]:
        if len(self) >= _MOST_WORDS:
            self.clear()
        norm = fold(word.removesuffix("'s").replace(".", ""))
        self[word] = facts = norm, lemma(norm, self._language), word in self._function_words
        return facts


@lru_cache(maxsize=64)
def _facts(language: str) -> _Facts:
    return _Facts(language)


def _pairs(run: str, start: int) -> Iterator[tuple[str, int, int, str, str, bool]]:
    """Yield each pair of neighbouring characters as a word; a single character is one too."""
    width = min(2, len(run))
    for i in range(len(run) - width + 1):
        pair = run[i : i + width]
        yield pair, start + i, start + i + width, pair, pair, False
