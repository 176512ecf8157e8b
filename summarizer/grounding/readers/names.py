"""Read proper names: people, organisations, places."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

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
_TITLE_CASE_SHARE = 0.6
_PROSE_WORDS = frozenset("the a an is are was were has have had said says will".split())
_TITLE_CASE_WORDS = 5
_SMALL_IN_TITLES = 3  # characters
_SHORT_DAY = 3  # letters


@dataclass(frozen=True, slots=True)
class Name:
    """A proper name as it stands at `start`:`end`, without honorific and possessive ending.

    `sure` is False where the capital may have another reason: the sentence begins here, or
    the whole line is in title case.
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
        self._tokens = [token if token.text.isalnum() else bare(token) for token in read_tokens(text)]
        self._capital = [not token.text.islower() and is_capital(token) for token in self._tokens]
        self._initial = [not i or (capital and self._opens(i)) for i, capital in enumerate(self._capital)]
        self._title_case = self._is_title_case()

    def names(self) -> Iterator[Name]:
        after = 0
        for index in [i for i, capital in enumerate(self._capital) if capital]:
            if index >= after and (self._tokens[index].lower not in CALENDAR or self._is_given(index)):
                after = self._run_end(index)
                yield from self._split_at_titles(index, after)

    def _is_given(self, index: int) -> bool:
        """Tell the given name of "Jan Dorn" from a word of the calendar."""
        after = index + 1
        led = after < len(self._tokens) and self._capital[after] and self._gap(after) == " "
        return led and self._tokens[index].lower in FIRST_NAMES and self._tokens[after].lower not in CALENDAR

    def _gap(self, index: int) -> str:
        """Return what stands between token `index - 1` and token `index`."""
        return self._text[self._tokens[index - 1].end : self._tokens[index].start]

    def _opens(self, index: int) -> bool:
        """Tell whether token `index`, not the first, begins a sentence, a quotation or a list item."""
        gap = self._gap(index)
        if gap == " " or not _BREAK.search(gap):
            return False
        return not (gap.startswith(".") and is_abbreviated(self._tokens[index - 1]))

    def _is_title_case(self) -> bool:
        """Tell a headline that capitalises every longer word; it has no articles and no auxiliaries."""
        if self._language != "en" or not _PROSE_WORDS.isdisjoint(token.text for token in self._tokens):
            return False
        words = zip(self._tokens, self._capital, strict=True)
        long = [capital for token, capital in words if len(token.text) > _SMALL_IN_TITLES]
        return len(long) >= _TITLE_CASE_WORDS and sum(long) > _TITLE_CASE_SHARE * len(long)

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
        token, before = self._tokens[index], self._tokens[index - 1]
        if not self._capital[index] or self._initial[index]:
            return False
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
        return short and after < len(self._tokens) and self._capital[after] and self._gap(after) == " "

    def _connectors(self, index: int) -> int:
        """Return how many small words lead from token `index` on to the next part of the name."""
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
            if self._capital[after] and self._gap(after) == " ":
                words = {self._tokens[i].text for i in range(index, after)}
                institution = last in ORGANISATION_WORDS or last in PLACE_WORDS or last in HONORIFICS
                if words & {"of", "the", "for"} or (words & OF and self._language in _ROMANCE):
                    return count if institution or (last in FIRST_NAMES and "of" not in words) else 0
                return 0 if words & {"y", "e", "el"} and self._language not in _ROMANCE else count
        return 0

    def _split_at_titles(self, first: int, after: int) -> Iterator[Name]:
        """Yield the names of a run: what stands before an office and who holds it."""
        if self._initial[first]:
            while (
                first < after
                and self._tokens[first].lower in self._function
                and not self._tokens[first].text.isupper()
            ):
                first += 1
        elif (
            first + 1 == after
            and self._tokens[first].lower in self._function
            and not self._tokens[first].text.isupper()
        ):
            return
        if first == after:
            return
        while first < after and not self._capital[first]:
            first += 1
        while (
            self._language == "de" and first + 1 < after and self._tokens[first].lower in GERMAN_BEFORE_NAMES
        ):
            first += 1
        while self._language == "de" and first + 2 < after and is_german_role(self._tokens[first]):
            first += 1  # "Gewerkschaftssekretär Jannis Kerkhoff"
        titles = [i for i in range(first, after) if self._tokens[i].lower.rstrip(".") in HONORIFICS]
        rest = range(titles[-1] + 1, after) if titles else range(0)
        if titles and not (rest and self._tokens[rest[0]].lower in ORGANISATION_WORDS | OF):
            if any(self._tokens[i].lower not in ORDINARY for i in range(first, titles[0])):
                yield from self._name(first, titles[0], titled=False)
            yield from self._name(titles[-1] + 1, after, titled=True)
        else:
            yield from self._name(first, after, titled=False)

    def _name(self, first: int, after: int, *, titled: bool) -> Iterator[Name]:
        tokens = self._tokens[first:after]
        if not tokens or (len(tokens) == 1 and is_no_name(tokens[0])):
            return
        sure = titled or self._is_sure(first, tokens)
        if sure is None:
            return
        start, end = tokens[0].start, tokens[-1].end
        if len(tokens[-1].text) == 1 and self._text[end : end + 2] == ". " and len(tokens) > 1:
            end += 1
        kind: Kind = "person" if titled else kind_of(self._text, self._tokens, first, after)
        yield Name(
            self._text[start:end],
            start,
            end,
            kind,
            sure and not (self._title_case and not has_shape(tokens)),
        )

    def _is_sure(self, first: int, tokens: Sequence[Token]) -> bool | None:
        """Return whether the capitals must mean a name, or None if they mean none."""
        if any(map(looks_like_a_name, tokens)):
            return True
        if self._language == "de":
            return self._is_german_name(first, tokens)
        if len(tokens) > 1 or not self._initial[first]:
            return True
        word = tokens[0].lower
        again = any(
            token.text == tokens[0].text and not self._initial[index]
            for index, token in enumerate(self._tokens)
            if index != first
        )
        if again:
            return True
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
        if len(tokens) == 1 and self._initial[first]:
            return None if nouns[0] or tokens[0].lower in self._function else False
        if first > 0 and self._tokens[first - 1].lower in GERMAN_BEFORE_NAMES and self._gap(first) == " ":
            return None if nouns[0] else True
        article = first > 0 and self._tokens[first - 1].lower in self._function
        return (
            True if not nouns[0] and not article and any(token.lower in saying for token in beside) else None
        )
