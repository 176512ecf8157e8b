"""Find the noun phrase that names a speaker, and where clauses and sentences begin and end."""

import re
from collections.abc import Sequence

from summarizer.grounding.readers.lexicon.name_words import HONORIFICS
from summarizer.grounding.readers.lexicon.phrases import (
    BOUNDARIES,
    DETERMINERS,
    GERMAN_JOINS,
    PREPOSITIONS,
    SAYS,
)
from summarizer.grounding.readers.lexicon.reporting import THAT
from summarizer.grounding.readers.names import Name, read_names
from summarizer.grounding.readers.quotation import read_quotations
from summarizer.grounding.readers.tokens import Token

QUOTE_CLOSES = re.compile(r"[\"”“»’'」]")
STOP = re.compile(r"[,;:.!?—–()\"”“»«„]")
FINITE = re.compile(
    r"^(?:will|would|is|are|was|were|has|had|have|may|might|can|could|should|must|did|does|do|wird|ist)$|.{3,}ed$"
)
_ABBREVIATION = 4  # Prof.
_MAX_SUBJECT = 14
_BEFORE_SUBJECTS = BOUNDARIES | SAYS
_NEXT_SENTENCE = re.compile(r"[.!?]\s")
_SENTENCE_GAP = re.compile(r"[.!?][\"”’»]?\s")


class NounPhrases:
    """Reads off one text which words name a speaker; positions are those of its tokens."""

    def __init__(self, text: str, language: str, tokens: Sequence[Token]) -> None:
        self._text, self._language = text, language
        self._tokens = tokens
        starts, ends = [token.start for token in tokens], [token.end for token in tokens]
        # What stands before each token, up to the one before it, and behind the last.
        self._gaps = [text[end:start] for end, start in zip([0, *ends], [*starts, len(text)], strict=True)]
        self._names = read_names(text, language)
        self._that = THAT.get(language, frozenset())
        self._prepositions, self._determiners = PREPOSITIONS[language], DETERMINERS[language]
        self._german = language == "de"
        self._end = len(text.rstrip())
        self._quoted = [(one.start, one.end) for one in read_quotations(text) if " " in one.text]
        self._last_speaker: str | None = None

    # -- noun phrases

    def _subject(self, last: int, *, apposed: bool = True) -> tuple[int, str] | None:
        """Return first token and text of the subject that ends at token `last`."""
        if last < 0:
            return None
        comma = apposed and "," in self._gaps[last + 1]
        last = self._before_bracket(last)
        if comma:
            return self._appositive(last)
        first = last
        while first > 0 and last - first < _MAX_SUBJECT:
            token, gap = self._tokens[first - 1], self._gaps[first]
            if token.lower in _BEFORE_SUBJECTS or not (gap == " " or gap.isspace() or _is_inner(gap, token)):
                break
            first -= 1
        speaker = self._speaker(first, last + 1)
        if first and self._tokens[first - 1].lower == "as" and not self._names_between(first, last + 1):
            return None  # the end of a longer phrase: "a firm known as the raider said"
        return (first, speaker) if speaker else None

    def _shared_subject(self, last: int) -> tuple[int, str] | None:
        """Return the subject of "X did this and said that": the sentence's first noun phrase."""
        start = self._sentence_start(last)
        first = next(i for i, token in enumerate(self._tokens) if token.start >= start)
        if self._tokens[first].lower in self._prepositions:  # "By June, he …"
            first = next((i for i in range(first + 1, last) if "," in self._gaps[i]), first)
        if self._tokens[first].lower in {"this", "these", "that", "there", "it"}:
            return None
        stop = next((i for i in range(first + 1, last) if FINITE.match(self._tokens[i].lower)), None)
        stop = min(stop, self._phrase_end(first)) if stop else None
        speaker = self._last_speaker or (self._speaker(first, stop) if stop else None)
        return (last, speaker) if speaker else None

    def _appositive(self, last: int) -> tuple[int, str] | None:
        """Return the subject where a comma stands before the verb.

        "Siemens' head, Anna Lind, said" names the speaker inside the commas, "Anna Lind, the
        mayor, said" before them.
        """
        first = last
        while first > 0 and "," not in self._gaps[first]:
            first -= 1
        if first == 0:
            return None
        inner = self._names_between(first, last + 1)
        end = self._bare_end(self._before_letters(last))
        if len(inner) == 1 and inner[0].end >= end and self._tokens[first].text[0].isupper():
            return first, inner[0].text
        return self._subject(first - 1, apposed=False)

    def _before_bracket(self, last: int) -> int:
        """Return the token before a person's party or age: the end of "Jan Weber" in "Jan Weber (SPD)"."""
        if not self._gaps[last + 1].startswith(")"):
            return last
        before = next((i - 1 for i in range(last, 0, -1) if "(" in self._gaps[i]), last)
        end = self._tokens[before].end
        person = any(name.end == end and name.kind != "organisation" for name in self._names)
        return before if person else last

    def _before_letters(self, last: int) -> int:
        """Return the token before a person's letters: that of "Ann Lee" in "Ann Lee KC"."""
        while last and self._tokens[last].text.isupper() and self._tokens[last].lower in HONORIFICS:
            last -= 1
        return last

    def _speaker(self, first: int, stop: int) -> str | None:
        """Return the speaker whom the noun phrase of tokens `first` to `stop` names."""
        while first < stop and self._tokens[first].lower in self._prepositions:
            first += 1
        if first >= stop:
            return None
        head = next((i for i in range(first + 1, stop) if self._tokens[i].lower in self._prepositions), stop)
        names = self._names_between(first, head)
        if names and names[-1].end >= self._bare_end(head - 1):
            return names[-1].text
        if not names:
            first = self._last_determiner(first, head)
        if any(FINITE.match(token.lower) for token in self._tokens[first:head]):
            return None
        text = self._text[self._tokens[first].start : self._tokens[stop - 1].end]
        return re.sub(r"['’]s?$", "", text)

    def _bare_end(self, index: int) -> int:
        """Return where token `index` ends; past every name if it is a possessive."""
        token = self._tokens[index]
        return len(self._text) + 1 if token.text.endswith("'s") else token.end

    def _last_determiner(self, first: int, head: int) -> int:
        """Return where the last noun phrase before `head` begins."""
        for index in range(head - 1, first, -1):
            if self._tokens[index].lower in self._determiners:
                return index
        return first

    def _names_between(self, first: int, stop: int) -> list[Name]:
        start, end = self._tokens[first].start, self._tokens[stop - 1].end
        return [name for name in self._names if name.start >= start and name.start < end]

    def _phrase_end(self, first: int) -> int:
        """Return the token after the noun phrase that begins at token `first`."""
        index = first + 1
        while index < len(self._tokens) and index - first < _MAX_SUBJECT:
            token, before, gap = self._tokens[index], self._tokens[index - 1], self._gaps[index]
            if (
                (gap != " " and STOP.search(gap) and not _is_inner(gap, before))
                or token.lower in BOUNDARIES
                or token.lower in {"who", "on"}
            ):
                break
            if (
                self._german
                and before.text[0].isupper()
                and token.text[0].islower()
                and token.lower not in GERMAN_JOINS
            ):
                break
            index += 1
        return index

    # -- positions

    def _starts_sentence(self, index: int) -> bool:
        return index == 0 or bool(_NEXT_SENTENCE.search(self._gaps[index]))

    def _sentence_start(self, index: int) -> int:
        """Return where the sentence of token `index` begins."""
        if not _SENTENCE_GAP.search(self._text):
            return 0
        for before in range(index, 0, -1):
            gap = self._gaps[before]
            if (
                gap != " "
                and _SENTENCE_GAP.search(gap)
                and self._tokens[before - 1].text[0].islower()
                and not QUOTE_CLOSES.search(gap)
            ):
                return self._tokens[before].start
        return 0

    def _skip(self, position: int) -> int:
        """Return `position` moved over a comma and space."""
        while position < self._end and self._text[position] in ", \u00a0":
            position += 1
        return position


def _is_inner(gap: str, before: Token) -> bool:
    """Tell whether `gap` stands inside a noun phrase: after an abbreviation or a plural's apostrophe."""
    return gap.strip() in {"'", "’"} or (
        gap.strip() == "." and before.text[0].isupper() and len(before.text) <= _ABBREVIATION
    )
