"""Find speaker, verb and content of reported speech in languages that set words apart."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from summarizer.grounding.readers.lexicon.name_words import HONORIFICS
from summarizer.grounding.readers.lexicon.phrases import (
    AUXILIARIES,
    BOUNDARIES,
    JOINS,
    NOUNS_TOO,
    PASSIVE,
    TELLING,
)
from summarizer.grounding.readers.lexicon.reporting import (
    ACCORDING,
    POINTERS,
    PRONOUNS,
    SAYING,
    SOMETIMES_SAYING,
)
from summarizer.grounding.readers.noun_phrases import STOP
from summarizer.grounding.readers.reports import Reports
from summarizer.grounding.readers.subjects import can_speak
from summarizer.grounding.readers.tokens import Phrases, read_tokens

_QUOTE_OPENS = re.compile(r"[\"“„«‘']")
_COLON = re.compile(r"^\s*([^:“”\"«„.!?]{2,60}):\s*(?=[“\"«„‘])")
_IN_THE_VIEW = re.compile(
    r"\b[Ii]n ([^,.;]{2,50}?)(?:['’]s|s['’]) (?:view|opinion|words|account|telling)\b,?"
)
_ZUFOLGE = re.compile(r"(?:\b(?:dem|der|den) )?\b((?:[A-ZÄÖÜ][\w-]+ ){1,4})zufolge\b")
_GENITIVE = re.compile(r"(?<=[^\Ws])s$")  # "nach Angaben des Konzerns": the Konzern
_MINE = frozenset(
    "my our mein meine unser unsere mi nuestro nuestra mon ma notre mio mia meu minha mijn мой моя наш".split()
)
_OF = frozenset("von der des eines einer".split())
_COUNTS = frozenset("one two three four five six seven eight nine ten no another".split())


class Said(NamedTuple):
    """Reported speech: `start`:`end` is where speaker and verb stand, `content` what was said."""

    speaker: str | None
    verb: str
    start: int
    end: int
    content: tuple[int, int]


def read_speech(text: str, language: str) -> Iterator[Said]:
    """Yield each act of speech of which verb or phrase is known in `language`, by whom it may be said."""
    for said in _read(text, language) if language in SAYING else ():
        if said.speaker is None or can_speak(said.speaker, language):
            yield said


def _read(text: str, language: str) -> Iterator[Said]:
    tokens = read_tokens(text)
    verbs, certain = _verbs(language), SAYING[language]
    candidates = [index for index, token in enumerate(tokens) if token.lower in verbs]
    phrases = list(_phrases(language).find(tokens))
    if not candidates and not phrases and ":" not in text and "view" not in text and "zufolge" not in text:
        return
    reader = _Reader(text, language, tokens)
    for first, after, _ in phrases:
        yield from reader.according(first, after)
    for index in candidates:
        yield from reader.verb(index, certain=tokens[index].lower in certain)
    yield from reader.marked()


@cache
def _verbs(language: str) -> frozenset[str]:
    return SAYING[language] | SOMETIMES_SAYING.get(language, frozenset())


@cache
def _phrases(language: str) -> Phrases[bool]:
    return Phrases(dict.fromkeys(ACCORDING.get(language, ()), True))


class _Reader(Reports):
    """Finds the subject of each reporting verb of one text."""

    # The forms "according to X", X with a colon and a quotation, "in X's view".

    def according(self, first: int, after: int) -> Iterator[Said]:
        """Yield the speech of "according to X"."""
        if after >= len(self._tokens) or (
            self._tokens[first].lower in {"so", "pour", "secondo", "segundo"}
            and first
            and "," not in self._gaps[first]
        ):
            return
        if self._tokens[first].lower == "so" and not self._is_said_so(first, after):
            return
        start, phrase_end = self._tokens[first].start, self._tokens[after - 1].end
        if self._german and self._tokens[after].lower in _OF and after + 1 < len(self._tokens):
            after += 1
        if self._tokens[after].lower in BOUNDARIES:
            return
        pronoun = self._tokens[after].lower in PRONOUNS
        stop = after + 1 if pronoun else self._phrase_end(after)
        named = self._names_between(after, stop)
        last = named[-1].text if named else None  # "according to a notice published by the ministry"
        speaker = self._tokens[after].text if pronoun else self._speaker(after, stop) or last
        speaker = self._apposed(after, stop) or speaker
        if speaker and self._tokens[after - 1].lower == "des":
            speaker = _GENITIVE.sub("", speaker)
        end = self._tokens[stop - 1].end
        verb = self._text[start:phrase_end]
        if self._starts_sentence(first):
            content = (self._skip(end), self._end)
        else:
            content = (self._sentence_start(first), start)
        yield Said(speaker, verb, start, end, content)

    def _is_said_so(self, first: int, after: int) -> bool:
        """Tell German ", so der Verband." from "so viele wie noch nie" and "so dass"."""
        if not self._text[: self._tokens[first].start].rstrip().endswith((",", "“", "«", '"')):
            return False
        token, stop = self._tokens[after], self._phrase_end(after)
        named = token.text[0].isupper() or token.lower in self._determiners
        return named and (stop >= len(self._tokens) or not self._gaps[stop].isspace())

    def marked(self) -> Iterator[Said]:
        """Yield the speech of "X: «…»" and "in X's view"."""
        match = _COLON.match(self._text) if ":" in self._text else None
        verbs = SAYING[self._language]
        if match and not any(t.lower in verbs for t in self._tokens if t.end <= match.end(1)):
            stop = sum(1 for token in self._tokens if token.end <= match.end(1))
            if stop and self._tokens[0].lower not in _MINE:
                yield Said(
                    self._speaker(0, stop), ":", match.start(1), match.end(1) + 1, (match.end(), self._end)
                )
        possessive = "'" in self._text or "’" in self._text
        for found in _IN_THE_VIEW.finditer(self._text) if possessive else ():
            content = (found.end(), self._end) if found.start() < 3 else (0, found.start())  # noqa: PLR2004 - a quotation mark may stand first
            yield Said(found.group(1), "view", found.start(), found.end(), content)
        for found in _ZUFOLGE.finditer(self._text) if self._german else ():
            yield Said(found.group(1), "zufolge", found.start(), found.end(), (found.end(), self._end))

    # -- "X said …", "…, said X", "…, X said"

    def verb(self, index: int, *, certain: bool) -> Iterator[Said]:
        """Yield the speech that the reporting verb at token `index` reports, if it reports any."""
        tokens = self._tokens
        token = tokens[index]
        if (token.text[0].isupper() and index) or self._is_quoted(token.start):
            return
        before = index - 1
        while (
            before >= 0
            and (tokens[before].lower in AUXILIARIES or tokens[before].lower.endswith("ly"))
            and self._gaps[before + 1].isspace()
        ):
            before -= 1
        previous = tokens[before].lower if before >= 0 else ""
        following = tokens[index + 1].lower if index + 1 < len(tokens) else ""
        if token.lower in NOUNS_TOO and (
            following == "of" or previous in self._determiners or previous in self._prepositions
        ):
            return
        last = tokens[index - 1].lower if index else ""  # "one announced customer", "a proposed line"
        counted = (
            (previous in _COUNTS or last in self._determiners)
            and token.lower.endswith("ed")
            and self._leads_to_noun(index)
        )
        if counted or previous in {"which", "that", "to"} or self._gaps[index].strip() in {"-", "/"}:
            return
        if previous in PASSIVE:
            yield from self._passive(index)
            return
        if previous == "as" and before > 0 and tokens[before - 1].lower == "quoted":
            yield from self._plain(index, before - 3, certain=True)
            return
        if not self._may_report(index, before, previous, following):
            return
        gap = self._gaps[before + 1]
        if before == 0 and previous in POINTERS:
            yield from self._inverted(index, before)  # "Das teilte das Ministerium mit"
        elif before < 0 or (STOP.search(gap) and self._inverts(index, gap)) or previous in self._prepositions:
            yield from self._inverted(index, before)
        else:
            yield from self._plain(index, before, certain=certain)

    def _is_quoted(self, start: int) -> bool:
        return bool(self._quoted) and any(first <= start < after for first, after in self._quoted)

    def _inverted(self, index: int, before: int) -> Iterator[Said]:
        if index + 1 >= len(self._tokens) or not self._gaps[index + 1].isspace():
            return
        stop = self._phrase_end(index + 1)
        speaker = self._apposed(index + 1, stop) or self._speaker(index + 1, stop)
        token = self._tokens[index]
        content_end = self._tokens[before].end if before >= 0 else 0
        content = (self._sentence_start(index), content_end)
        if before < 0 or content_end - content[0] < 3:  # noqa: PLR2004 - nothing stands before the verb
            content = (self._tokens[stop - 1].end, self._end)
        yield Said(speaker, token.text, token.start, self._tokens[stop - 1].end, content)

    def _apposed(self, first: int, stop: int) -> str | None:
        """Return the full name behind a comma that says who an office is: "said their manager, Ann Lee"."""
        if (
            stop >= len(self._tokens)
            or self._gaps[stop].strip() != ","
            or self._tokens[first].text[0].isupper()
        ):
            return None
        start = self._tokens[stop].start
        return next((name.text for name in self._names if name.start == start and " " in name.text), None)

    def _passive(self, index: int) -> Iterator[Said]:
        """Yield "it was said that …" and "… was announced by X"."""
        token = self._tokens[index]
        following = self._tokens[index + 1].lower if index + 1 < len(self._tokens) else ""
        if following in self._that:
            yield Said(None, token.text, token.start, token.end, (self._tokens[index + 1].end, self._end))
        elif following in {"by", "von", "por", "par"} and index + 2 < len(self._tokens):
            stop = self._phrase_end(index + 2)
            content = (self._sentence_start(index), token.start)
            yield Said(
                self._speaker(index + 2, stop), token.text, token.start, self._tokens[stop - 1].end, content
            )

    def _plain(self, index: int, before: int, *, certain: bool) -> Iterator[Said]:
        """Yield "X said …", "…, X said" and "as X said, …"."""
        participle = self._tokens[index].lower.endswith("ing") and "," in self._gaps[before + 1]
        shared = participle or (self._tokens[before].lower in JOINS and self._gaps[before + 1].isspace())
        subject = self._shared_subject(before) if shared else self._subject(before)
        if subject is None:
            return
        first, speaker = subject[0], self._bare(subject[1], subject[0])
        if "than" in {self._tokens[max(first - 1, 0)].lower, *speaker.lower().split()}:
            return  # "later than many had hoped"
        self._last_speaker = speaker
        token = self._tokens[index]
        start = self._tokens[first].start
        as_said = first > 0 and self._tokens[first - 1].lower in {"as", "wie", "como", "comme"}
        following = self._gaps[index + 1]
        if as_said and following.strip() == ",":
            yield Said(speaker, token.text, start, token.end, (self._skip(token.end), self._end))
            return
        opening = self._gaps[first]
        trailing = bool(STOP.search(opening)) and first > 1 and self._ends_clause(self._told(index))
        if trailing:
            content = (self._sentence_start(index), self._tokens[first - 1].end)
            yield Said(speaker, token.text, start, token.end, content)
            return
        begin = self._content_start(index)
        stated = begin != token.end or _QUOTE_OPENS.search(following) is not None or following.strip() == ":"
        if (certain or stated) and begin < self._end:
            yield Said(speaker, token.text, start, token.end, (begin, self._end))

    def _bare(self, speaker: str, first: int) -> str:
        """Return the pronoun of "In 1979 she", and for the "KC" behind a name that name."""
        last = speaker.rsplit(maxsplit=1)[-1]
        if last.lower() in PRONOUNS:
            return last
        if last == speaker and last.isupper() and last.lower() in HONORIFICS:
            before = [name for name in self._names if name.end <= self._tokens[first].start]
            if before and self._text[before[-1].end : self._tokens[first].start].strip() in {"", ","}:
                return before[-1].text
        return speaker

    def _leads_to_noun(self, index: int) -> bool:
        """Tell whether a participle stands before a noun: "one announced customer", not "one claimed that"."""
        if index + 1 >= len(self._tokens) or not self._gaps[index + 1].isspace():
            return False
        following = self._tokens[index + 1]
        small = self._that | self._determiners | self._prepositions | PRONOUNS
        return following.text.islower() and following.lower not in small

    def _ends_clause(self, index: int) -> bool:
        """Tell whether nothing said follows the verb: ", X said." or ", X said in a statement."."""
        if index + 1 >= len(self._tokens):
            return True
        gap = self._gaps[index + 1]
        if STOP.search(gap):
            return True
        return self._tokens[index + 1].lower in {
            "on",
            "in",
            "at",
            "during",
            "after",
            "am",
            "en",
            "el",
            "lundi",
            "of",
            "about",
        } or (self._tokens[index + 1].text[0].isupper() and index + 2 == len(self._tokens))

    def _content_start(self, index: int) -> int:
        """Return where the words said begin: after "that", or after those who were told."""
        for ahead in range(index + 1, min(index + 9, len(self._tokens))):
            if self._tokens[ahead].lower in self._that:
                return self._tokens[ahead].end
            if STOP.search(self._gaps[ahead]):
                break
        return self._tokens[self._told(index)].end

    def _told(self, index: int) -> int:
        """Return the last token of "told the council", or `index` for any other verb."""
        told = index
        if self._tokens[index].lower in TELLING and index + 1 < len(self._tokens):
            told += 1
            while (
                told + 1 < len(self._tokens)
                and self._gaps[told + 1].isspace()
                and (
                    self._tokens[told].lower in self._determiners
                    or (self._tokens[told].text[0].isupper() and self._tokens[told + 1].text[0].isupper())
                )
            ):
                told += 1
        return told
