"""Find the noun phrase that is the subject of a reporting verb, and tell whether it can speak."""

import re
from collections.abc import Iterator

from summarizer.grounding.readers.lexicon.irregular import BASES, UNCHANGED
from summarizer.grounding.readers.lexicon.name_words import ORGANISATION_WORDS
from summarizer.grounding.readers.lexicon.phrases import BOUNDARIES
from summarizer.grounding.readers.lexicon.reporting import POINTERS, PRONOUNS
from summarizer.grounding.readers.noun_phrases import FINITE, QUOTE_CLOSES, STOP, NounPhrases

_AND = frozenset("and & und y e et".split())
_DASH = re.compile(r"[—–]")
# "44 percent of Americans", "revenue fell 2.1%", "£41.6m": a figure does not speak.
_MEASURED = re.compile(
    r"\d\s?(?:%|percent\b|per cent\b|prozent\b|million|billion|bn\b|m\b|euros?\b|dollars?\b|pounds?\b|"
    r"°?[CF]\b|km\b|tonnes?\b)|[€$£¥]\s?\d",
    re.IGNORECASE,
)
_AUXILIARY = re.compile(
    r"\b(?:will|would|is|are|was|were|has|had|have|may|might|could|should|must|did|does|do|sollen?|können|"
    r"wird|werden|hat|haben|fell|rose|grew|went|came)\b|n['’]t\b"
)
_PASTS = frozenset(BASES) | UNCHANGED


def can_speak(speaker: str, language: str) -> bool:
    """Whether `speaker` may be somebody, or something that speaks, as a letter does.

    Not a figure with its unit, nor words with a verb among them, nor a word that points at what
    was said. A German noun has a capital.
    """
    if speaker.lower() in PRONOUNS:
        return True
    words = speaker.lower().split()
    if not words or words[0] in BOUNDARIES or set(words) <= POINTERS:
        return False
    if language == "de" and not any(word[:1].isupper() for word in speaker.split()):
        return False
    return not (_MEASURED.search(speaker) or _AUXILIARY.search(speaker))


class Subjects(NounPhrases):
    """Reads subjects over what stands between them and their verb, and with all of their parts."""

    def _subject(self, last: int, *, apposed: bool = True) -> tuple[int, str] | None:
        """Return first token and text of the subject that ends at token `last`."""
        if apposed and last >= 0 and _DASH.search(self._gaps[last + 1]):
            opened = next((i for i in range(last, 0, -1) if _DASH.search(self._gaps[i])), 0)
            before = super()._subject(opened - 1, apposed=False) if opened else None
            if before is not None:
                return before
        found = super()._subject(last, apposed=apposed)
        return self._joined(found[0], last) or found if found is not None else None

    def _joined(self, first: int, last: int) -> tuple[int, str] | None:
        """Return the subject with what "and" joins to it: "Ann Lee and her team"."""
        if first < 2 or self._tokens[first - 1].lower not in _AND or self._gaps[first].strip():  # noqa: PLR2004
            return None
        start = first - 1
        while start and self._gaps[start].isspace() and self._tokens[start - 1].lower not in BOUNDARIES:
            start -= 1
        left = range(start, first - 1)
        if not left or _is_list(self._gaps[start]) or any(self._is_verb(i) for i in left):
            return None
        named = self._names_between(start, first - 1)
        if not named:
            return None
        if named[-1].end == self._tokens[first - 2].end and not self._is_of_a_name(first, named[-1].start):
            text = self._text[named[-1].start : self._tokens[last].end]
            return start, text
        inner = [i for i in left if self._tokens[i].lower in self._prepositions]
        if inner and last == first and self._tokens[inner[0] - 1].end == named[0].end:
            return start, named[0].text
        return None

    def _is_of_a_name(self, first: int, start: int) -> bool:
        """Whether the name at `start` only ends a longer phrase: "the head of Acme and the mayor"."""
        before = next((token for token in reversed(self._tokens[:first]) if token.end <= start), None)
        return before is not None and before.lower in self._prepositions | self._determiners

    def _is_verb(self, index: int) -> bool:
        """Whether a word is surely a finite verb, or may well be one."""
        token = self._tokens[index]
        if token.text[0].isupper():
            return False
        following = self._tokens[index + 1].lower if index + 1 < len(self._tokens) else ""
        if re.fullmatch(r".{3,}ed", token.lower):
            return following not in self._prepositions
        return bool(
            FINITE.match(token.lower)
            or token.lower in _PASTS
            or (token.lower.endswith("s") and (following == "to" or following in self._determiners))
        )

    def _appositive(self, last: int) -> tuple[int, str] | None:
        """Return the subject where a comma stands before the verb; a place or a second name is not it."""
        found = super()._appositive(last)
        if found is None or found[0] < 2:  # noqa: PLR2004
            return found
        first = found[0]
        name = next((name for name in self._names if name.start == self._tokens[first].start), None)
        if name is None or "," not in self._gaps[first]:
            return found
        if name.kind == "place":  # "a team in Greenbelt, Maryland, has confirmed"
            return self._subject(first - 1, apposed=False) or found
        opened = next((i for i in range(first - 1, 0, -1) if "," in self._gaps[i]), 0)
        if opened and self._tokens[opened].lower in self._determiners and self._tokens[opened].text.islower():
            head = self._names_between(0, opened)  # "Ann Lee, the sister of the founder, Bob Lee, said"
            if head and head[-1].end == self._tokens[opened - 1].end:
                return self._subject(opened - 1, apposed=False) or found
        return found

    def _shared_subject(self, last: int) -> tuple[int, str] | None:
        """Return the subject of "X did this and said that": that of the nearest clause that has one."""
        for start in self._parts(last):
            verb = next((i for i in range(start + 1, last + 1) if self._is_verb(i)), None)
            if verb is None or not (
                self._tokens[start].text[0].isupper() or self._tokens[start].lower in self._determiners
            ):
                continue
            if any(self._tokens[i].lower in BOUNDARIES for i in range(start, verb)):
                continue
            speaker = self._speaker(start, verb)
            if speaker and self._names_between(start, verb) and self._last_speaker is None:
                return last, speaker
        return super()._shared_subject(last)

    def _parts(self, last: int) -> Iterator[int]:
        """Yield where the parts of the sentence between commas begin, from token `last` back."""
        begin = self._sentence_start(last)
        for index in range(last, 0, -1):
            if self._tokens[index].start < begin:
                return
            if STOP.search(self._gaps[index]):
                yield index

    def _speaker(self, first: int, stop: int) -> str | None:
        """Return the speaker whom the noun phrase of tokens `first` to `stop` names, if it can speak."""
        speaker = super()._speaker(first, stop)
        if speaker is None:
            return None
        head = next((i for i in range(first + 1, stop) if self._tokens[i].lower in self._prepositions), stop)
        if self._language == "en" and any(self._is_verb(i) for i in range(head + 1, stop - 1)):
            return None  # "the office of the auditor released two reports"
        return self._whole_name(speaker, head, stop)

    def _whole_name(self, speaker: str, head: int, stop: int) -> str:
        """Return "National Institute on Aging" for the "National Institute" before its preposition."""
        words = {word.lower() for word in speaker.split()}
        rest = self._tokens[head + 1 : stop]
        if (
            head < stop
            and speaker[0].isupper()
            and not words.isdisjoint(ORGANISATION_WORDS)
            and self._tokens[head].lower in {"of", "on", "for"}
            and rest
            and all(token.text[0].isupper() or token.lower == "and" for token in rest)
            and self._text[: self._tokens[head - 1].end].endswith(speaker)
        ):
            start = self._tokens[head - 1].end - len(speaker)
            return self._text[start : rest[-1].end]
        return speaker


def _is_list(gap: str) -> bool:
    """Whether a comma that closes no quotation stands in `gap`."""
    return "," in gap and not QUOTE_CLOSES.search(gap)
