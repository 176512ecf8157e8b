"""Read proper names: people, organisations, places."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import compress
from typing import NamedTuple

from summarizer.grounding.readers.german_nouns import is_german_noun, is_german_role
from summarizer.grounding.readers.lexicon.given_names import FIRST_NAMES
from summarizer.grounding.readers.lexicon.name_words import (
    CALENDAR,
    COMMON_ACRONYMS,
    CONNECTORS,
    FUNCTION,
    GERMAN_BEFORE_NAMES,
    HONORIFICS,
    INNER_POSSESSIVES,
    OF,
    ORDINARY,
    ORDINARY_ENDINGS,
    ORGANISATION_WORDS,
    PLACE_WORDS,
)
from summarizer.grounding.readers.lexicon.reporting import SAYING
from summarizer.grounding.readers.name_kinds import Kind, kind_of
from summarizer.grounding.readers.name_tokens import (
    bare,
    has_shape,
    is_abbreviated,
    is_capital,
    is_no_name,
    looks_like_a_name,
)
from summarizer.grounding.readers.tokens import Token, read_tokens

_CASELESS = frozenset("zh ja ko th ar fa he hi ur".split())
_ROMANCE = frozenset({"es", "fr", "it", "pt"})  # where "de" also means plain "of"
_LATIN_RUN = re.compile(
    r"\b[A-Z][A-Za-z0-9&.\-]*[A-Za-z0-9](?: [A-Z][A-Za-z0-9&.\-]*[A-Za-z0-9])*|《([^《》]+)》"
)
_BREAK = re.compile(r"[.!?:;•\n\"“„«「(\[]|^\s*[-–—*]")
_MARK = re.compile("['’‑-]")  # what a word that `bare` changes has in it
_TITLE_CASE_SHARE = 0.6
_PROSE_WORDS = frozenset("the a an is are was were has have had said says will".split())
_TITLE_CASE_WORDS = 5
_SMALL_IN_TITLES = 3  # characters
_SHORT_DAY = 3  # letters


class Name(NamedTuple):
    """A proper name as it stands at `start`:`end`, without honorific and possessive ending.

    `sure` is False where the capital may have another reason: the sentence begins here, or
    the whole line is in title case. A tuple, since very many are made.
    """

    text: str
    start: int
    end: int
    kind: Kind = "unknown"
    sure: bool = True


@lru_cache(maxsize=4096)
def read_names(text: str, language: str) -> tuple[Name, ...]:
    """Return what is found, in order of `start`.

    Text without capitals has no names, save in scripts without case, where titles in 《》 and
    words in Latin letters are found. Remembered, since the attribution reader asks again.
    """
    if language in _CASELESS:
        return tuple(_latin_runs(text))
    if text.islower() or text.isupper():
        return ()
    return tuple(_Scan(text, language).names())


def _latin_runs(text: str) -> Iterator[Name]:
    for match in _LATIN_RUN.finditer(text):
        group = 1 if match.group(1) else 0
        if match.group(group) not in COMMON_ACRONYMS:
            kind: Kind = "organisation" if match.group().isupper() else "unknown"
            yield Name(match.group(group), match.start(group), match.end(group), kind)


class _Scan:
    """One pass over the tokens of a text, joining capitalised words into names."""

    def __init__(self, text: str, language: str) -> None:
        self._text = text
        self._language = language
        self._function = FUNCTION.get(language, FUNCTION["en"])
        self._tokens = read_tokens(text)
        if _MARK.search(text):
            self._tokens = tuple([token if token.text.isalnum() else bare(token) for token in self._tokens])
        words = [token.text for token in self._tokens]
        self._capitals = list(compress(range(len(words)), map(is_capital, words)))
        self._capital = frozenset(self._capitals)
        self._initial = {0, *[i for i in self._capitals if i and self._opens(i)]}
        self._title_case = self._is_title_case(words)

    def names(self) -> Iterator[Name]:
        after = 0
        for index in self._capitals:
            if index >= after and (self._tokens[index].lower not in CALENDAR or self._is_given(index)):
                after = self._run_end(index)
                for start, end, titled in self._split_at_titles(self._first(index, after), after):
                    name = self._name(start, end, titled=titled)
                    if name is not None:
                        yield name

    def _is_given(self, index: int) -> bool:
        """Tell the given name of "Jan Dorn" from a word of the calendar."""
        after = index + 1
        led = after < len(self._tokens) and after in self._capital and self._gap(after) == " "
        return led and self._tokens[index].lower in FIRST_NAMES and self._tokens[after].lower not in CALENDAR

    def _gap(self, index: int) -> str:
        """Return what stands between token `index - 1` and token `index`."""
        return self._text[self._tokens[index - 1].end : self._tokens[index].start]

    def _opens(self, index: int) -> bool:
        """Tell whether token `index`, not the first, begins a sentence, a quotation or a list item."""
        before = self._tokens[index - 1]
        gap = self._text[before.end : self._tokens[index].start]
        if gap == " " or not _BREAK.search(gap):
            return False
        return not (gap.startswith(".") and is_abbreviated(before))

    def _is_title_case(self, words: Sequence[str]) -> bool:
        """Tell a headline that capitalises every longer word; it has no articles and no auxiliaries."""
        if self._language != "en" or len(self._capitals) <= _TITLE_CASE_SHARE * _TITLE_CASE_WORDS:
            return False
        if not _PROSE_WORDS.isdisjoint(words):
            return False
        long = [i for i, word in enumerate(words) if len(word) > _SMALL_IN_TITLES]
        capitals = len(self._capital.intersection(long))
        return len(long) >= _TITLE_CASE_WORDS and capitals > _TITLE_CASE_SHARE * len(long)

    def _run_end(self, first: int) -> int:
        """Return the token after the name that begins at token `first`."""
        index = first + 1
        while index < len(self._tokens):
            if self._joins(first, index):
                index += 1
                continue
            skip = self._connectors(index)
            if not skip:
                break
            index += skip + 1
        return index

    def _joins(self, first: int, index: int) -> bool:
        """Tell whether the capitalised token `index` continues the name before it."""
        if index not in self._capital or index in self._initial:
            return False
        token, before = self._tokens[index], self._tokens[index - 1]
        if token.lower in CALENDAR and not (
            (index == first + 1 and before.lower in FIRST_NAMES) or self._is_amid(index)
        ):
            return False
        gap = self._gap(index)
        if gap in {"'s ", "’s "}:
            return before.lower in INNER_POSSESSIVES
        abbreviated = gap.startswith(".") and is_abbreviated(before)
        return gap in {" ", "\u00a0", " & "} or (abbreviated and gap.strip(". \u00a0") == "")

    def _is_amid(self, index: int) -> bool:
        """Tell whether a short word of the calendar stands amid a name: "Dang Thu Ha"."""
        after = index + 1
        short = len(self._tokens[index].text) == _SHORT_DAY
        return short and after < len(self._tokens) and after in self._capital and self._gap(after) == " "

    def _connectors(self, index: int) -> int:
        """Return how many small words lead from token `index` on to the next part of the name."""
        if self._tokens[index].text not in CONNECTORS:
            return 0
        last = self._tokens[index - 1].lower
        if self._language == "de" and last not in FIRST_NAMES:
            return 0  # "Bau der Brücke"
        for count in (1, 2):
            after = index + count
            if (
                after >= len(self._tokens)
                or self._gap(after - 1) != " "
                or self._tokens[after - 1].text not in CONNECTORS
            ):
                return 0
            if after in self._capital and self._gap(after) == " ":
                words = {self._tokens[i].text for i in range(index, after)}
                institution = last in ORGANISATION_WORDS or last in PLACE_WORDS or last in HONORIFICS
                if words & {"of", "the", "for"} or (words & OF and self._language in _ROMANCE):
                    return count if institution or (last in FIRST_NAMES and "of" not in words) else 0
                return 0 if words & {"y", "e", "el"} and self._language not in _ROMANCE else count
        return 0

    def _first(self, first: int, after: int) -> int:
        """Return where the name of a run begins, small words before it left out; `after` where none is."""
        tokens = self._tokens
        if first in self._initial:
            while first < after and self._is_small(first):
                first += 1
        elif first + 1 == after and self._is_small(first):
            return after
        while first < after and first not in self._capital:
            first += 1
        if self._language == "de":
            while first + 1 < after and tokens[first].lower in GERMAN_BEFORE_NAMES:
                first += 1
            while first + 2 < after and is_german_role(tokens[first]):
                first += 1  # "Gewerkschaftssekretär Jannis Kerkhoff"
        return first

    def _is_small(self, index: int) -> bool:
        """Tell whether token `index` is a function word, not all in capitals."""
        token = self._tokens[index]
        return token.lower in self._function and not token.text.isupper()

    def _split_at_titles(self, first: int, after: int) -> Sequence[tuple[int, int, bool]]:
        """Return the names of a run by their tokens: what stands before an office and who holds it.

        True with those that a title stands before.
        """
        tokens = self._tokens
        titles = [i for i in range(first, after) if tokens[i].lower.rstrip(".") in HONORIFICS]
        if not titles:
            return ((first, after, False),)
        holder = titles[-1] + 1
        if holder < after and (tokens[holder].lower in ORGANISATION_WORDS or tokens[holder].lower in OF):
            return ((first, after, False),)
        if any(tokens[i].lower not in ORDINARY for i in range(first, titles[0])):
            return ((first, titles[0], False), (holder, after, True))
        return ((holder, after, True),)

    def _name(self, first: int, after: int, *, titled: bool) -> Name | None:
        tokens = self._tokens[first:after]
        if not tokens or (len(tokens) == 1 and is_no_name(tokens[0])):
            return None
        sure = titled or self._is_sure(first, tokens)
        if sure is None:
            return None
        start, end = tokens[0].start, tokens[-1].end
        if len(tokens) > 1 and len(tokens[-1].text) == 1 and self._text[end : end + 2] == ". ":
            end += 1
        kind: Kind = "person" if titled else kind_of(self._text, self._tokens, first, after)
        sure = sure and not (self._title_case and not has_shape(tokens))
        return Name(self._text[start:end], start, end, kind, sure)

    def _is_sure(self, first: int, tokens: Sequence[Token]) -> bool | None:
        """Return whether the capitals must mean a name, or None if they mean none."""
        if any(looks_like_a_name(token.text) for token in tokens):
            return True
        if self._language == "de":
            return self._is_german_name(first, tokens)
        if len(tokens) > 1 or first not in self._initial:
            return True
        text, word = tokens[0].text, tokens[0].lower
        if text in [self._tokens[i].text for i in self._capitals if i not in self._initial]:
            return True  # it has its capital where no sentence begins, too
        if word in ORDINARY or (word.endswith(ORDINARY_ENDINGS) and self._language == "en"):
            return None
        return False

    def _is_german_name(self, first: int, tokens: Sequence[Token]) -> bool | None:
        """Tell a name from a noun: two unlikely nouns in a row, or one beside a reporting verb."""
        nouns = [is_german_noun(token) for token in tokens]
        if len(tokens) > 1:
            return None if any(nouns) else True
        saying = SAYING["de"]
        beside = self._tokens[max(first - 1, 0) : first] + self._tokens[first + 1 : first + 2]
        if len(tokens) == 1 and first in self._initial:
            return None if nouns[0] or tokens[0].lower in self._function else False
        if first > 0 and self._tokens[first - 1].lower in GERMAN_BEFORE_NAMES and self._gap(first) == " ":
            return None if nouns[0] else True
        article = first > 0 and self._tokens[first - 1].lower in self._function
        return (
            True if not nouns[0] and not article and any(token.lower in saying for token in beside) else None
        )
