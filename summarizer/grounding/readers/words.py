"""Split text into words, folded and stemmed, function words marked."""

import re
from functools import lru_cache, partial
from typing import NamedTuple

from summarizer.grounding.readers.stems import fold, lemma
from summarizer.grounding.readers.tokens import read_tokens
from summarizer.language import FUNCTION_WORDS

_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u0e00-\u0e7f]+")
_PART = re.compile(rf"{_UNSPACED.pattern}|[^-{_UNSPACED.pattern[1:-2]}]+")


class Word(NamedTuple):
    """One word; `norm` is folded (case, diacritics), `stem` is what overlaps are counted on.

    In scripts without spaces a word is a pair of neighbouring characters. A tuple, since
    making one costs a third of a frozen dataclass and there are many.
    """

    text: str
    start: int
    end: int
    norm: str
    stem: str
    function: bool  # carries no content: "the", "of"


_word = partial(tuple.__new__, Word)  # without the argument handling of Word()


@lru_cache(maxsize=4096)
def read_words(text: str, language: str) -> tuple[Word, ...]:
    """Return the words of `text` in order; hyphenated words count as their parts."""
    words: list[Word] = []
    plain = text.isascii() and "-" not in text
    for token in read_tokens(text):
        if plain or (token.lower.isascii() and "-" not in token.lower):
            words.append(_word((token.text, token.start, token.end, *_facts(token.lower, language))))
            continue
        for part in _PART.finditer(token.lower):
            start, found = token.start + part.start(), part.group()
            if _UNSPACED.match(found):
                words += _pairs(found, start)
                continue
            end = start + len(found)
            words.append(Word(text[start:end], start, end, *_facts(found, language)))
    return tuple(words)


def read_content(text: str, language: str) -> frozenset[str]:
    """Return the stems of the words of `text` that carry content: most sentences are asked for no more."""
    if not text.isascii() or "-" in text:
        return frozenset(word.stem for word in read_words(text, language) if not word.function)
    facts = [_facts(token.lower, language) for token in read_tokens(text)]
    return frozenset([stem for _, stem, function in facts if not function])


@lru_cache(maxsize=16384)
def _facts(word: str, language: str) -> tuple[str, str, bool]:
    """Return norm, stem and whether it is a function word."""
    norm = fold(word.removesuffix("'s").replace(".", ""))
    return norm, lemma(norm, language), word in FUNCTION_WORDS.get(language, frozenset())


def _pairs(run: str, start: int) -> list[Word]:
    """Return each pair of neighbouring characters as a word; a single character is one too."""
    width = min(2, len(run))
    return [
        Word(
            run[i : i + width],
            start + i,
            start + i + width,
            run[i : i + width],
            run[i : i + width],
            function=False,
        )
        for i in range(len(run) - width + 1)
    ]
