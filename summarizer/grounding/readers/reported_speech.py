"""Find speaker, verb and content of reported speech in languages that set words apart."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from summarizer.grounding.readers.lexicon.reporting import ACCORDING, PRONOUNS, SAYING, SOMETIMES_SAYING, THAT
from summarizer.grounding.readers.names import Name, read_names
from summarizer.grounding.readers.quotation import read_quotations
from summarizer.grounding.readers.tokens import Phrases, Token, read_tokens

_QUOTE_CLOSES = re.compile(r"[\"”“»’'」]")
_QUOTE_OPENS = re.compile(r"[\"“„«‘']")
_STOP = re.compile(r"[,;:.!?—–()\"”“»«„]")
_COLON = re.compile(r"^\s*([^:“”\"«„.!?]{2,60}):\s*(?=[“\"«„‘])")
_IN_THE_VIEW = re.compile(
    r"\b[Ii]n ([^,.;]{2,50}?)(?:['’]s|s['’]) (?:view|opinion|words|account|telling)\b,?"
)
_ZUFOLGE = re.compile(r"(?:\b(?:dem|der|den) )?\b((?:[A-ZÄÖÜ][\w-]+ ){1,4})zufolge\b")
_AUXILIARIES = frozenset(
    [
        "has",
        "have",
        "had",
        "also",
        "later",
        "then",
        "previously",
        "repeatedly",
        "once",
        "recently",
        "again",
        "did",
        "not",
        "would",
        "will",
        "could",
        "may",
        "might",
        "does",
        "do",
        "himself",
        "herself",
        "itself",
        "publicly",
        "themselves",
        "today",
        "yesterday",
        "hat",
        "haben",
        "hatte",
        "hatten",
        "auch",
        "ha",
        "han",
        "había",
        "a",
        "ont",
        "avait",
        "è",
        "ha",
        "tem",
        "heeft",
        "never",
        "even",
        "always",
        "often",
        "still",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
    ]
)
_BOUNDARIES = frozenset(
    [
        "that",
        "but",
        "and",
        "while",
        "when",
        "because",
        "as",
        "if",
        "which",
        "where",
        "after",
        "before",
        "since",
        "so",
        "or",
        "although",
        "though",
        "until",
        "whereas",
        "what",
        "how",
        "why",
        "dass",
        "aber",
        "und",
        "während",
        "wenn",
        "weil",
        "que",
        "pero",
        "y",
        "mientras",
        "cuando",
        "mais",
        "et",
        "lorsque",
        "che",
        "ma",
        "dat",
        "maar",
        "en",
        "что",
        "но",
        "и",
        "whether",
        "because",
        "wie",
        "como",
        "comme",
    ]
)
_PREPOSITIONS = {
    language: frozenset(words.split())
    for language, words in {
        "en": "of for at from in with on by to about into over under near as",
        "de": "von für bei aus in mit an auf zu im am beim vom zum",
        "es": "de del para en con por a al",
        "fr": "de du des pour à dans avec par au aux d en",
        "it": "di del della per da a in con al",
        "pt": "de do da para em com por no na ao",
        "nl": "van voor met bij uit in aan op",
        "ru": "в на из от по с о",
    }.items()
}
_DETERMINERS = {
    language: frozenset(words.split())
    for language, words in {
        "en": "the a an his her its their this that these those some many several one two three both most other another every",
        "de": "der die das ein eine einer ihr ihre sein seine des dem den",
        "es": "el la los las un una su sus",
        "fr": "le la les un une son sa ses",
        "it": "il lo la gli i le un uno una",
        "pt": "o a os as um uma seu sua",
        "nl": "het een de",
        "ru": "",
    }.items()
}
_PASSIVE = frozenset(
    ["was", "were", "been", "being", "is", "are", "be", "wurde", "wurden", "fue", "fueron", "été"]
)
_SAYS = frozenset(
    [
        "said",
        "says",
        "sagte",
        "sagten",
        "sagt",
        "betonte",
        "erklärte",
        "dijo",
        "dice",
        "afirmó",
        "dit",
        "disse",
        "diz",
        "zei",
        "zegt",
        "сказал",
        "заявил",
        "заявила",
        "сказала",
    ]
)
_GERMAN_JOINS = frozenset(["von", "der", "des", "für", "und", "vom"])
_NOUNS_TOO = frozenset(
    [
        "claim",
        "claims",
        "comments",
        "promises",
        "warning",
        "states",
        "posts",
        "state",
        "urges",
        "notes",
        "reports",
        "finds",
        "shows",
        "estimates",
        "thought",
        "hopes",
        "fears",
        "projects",
        "adds",
        "forecast",
        "report",
    ]
)
_JOINS = frozenset(["and", "but", "y", "pero", "et", "mais", "und", "aber", "e", "ma", "en", "и"])
_TELLING = frozenset(["told", "tells", "tell", "telling", "assured", "assures", "reminded", "vertelde"])
_FINITE = re.compile(
    r"^(?:will|would|is|are|was|were|has|had|have|may|might|can|could|should|must|did|does|do|wird|ist)$|.{3,}ed$"
)
_ABBREVIATION = 4  # Prof.
_MAX_SUBJECT = 14
_MAX_INVERTED_REST = 8


class Said(NamedTuple):
    """Reported speech: `start`:`end` is where speaker and verb stand, `content` what was said."""

    speaker: str | None
    verb: str
    start: int
    end: int
    content: tuple[int, int]


def read_speech(text: str, language: str) -> Iterator[Said]:
    """Yield each act of speech of which verb or phrase is known in `language`."""
    if language not in SAYING:
        return
    tokens = read_tokens(text)
    verbs, sometimes = SAYING[language], SOMETIMES_SAYING.get(language, frozenset())
    candidates = [
        index for index, token in enumerate(tokens) if token.lower in verbs or token.lower in sometimes
    ]
    phrases = list(_phrases(language).find(tokens))
    if not candidates and not phrases and ":" not in text and "view" not in text and "zufolge" not in text:
        return
    reader = _Reader(text, language, tokens)
    for first, after, _ in phrases:
        yield from reader.according(first, after)
    for index in candidates:
        yield from reader.verb(index, certain=tokens[index].lower in verbs)
    yield from reader.marked()


@cache
def _phrases(language: str) -> Phrases[bool]:
    return Phrases(dict.fromkeys(ACCORDING.get(language, ()), True))


class _Reader:
    """Finds the subject of each reporting verb of one text."""

    def __init__(self, text: str, language: str, tokens: Sequence[Token]) -> None:
        self._text = text
        self._tokens = tokens
        self._names = read_names(text, language)
        self._that = THAT.get(language, frozenset())
        self._prepositions, self._determiners = _PREPOSITIONS[language], _DETERMINERS[language]
        self._german = language == "de"
        self._end = len(text.rstrip())
        self._quoted = [(one.start, one.end) for one in read_quotations(text) if " " in one.text]
        self._last_speaker: str | None = None

    def _gap(self, index: int) -> str:
        """Return what stands before token `index`, up to the token before it."""
        start = self._tokens[index - 1].end if index > 0 else 0
        end = self._tokens[index].start if index < len(self._tokens) else len(self._text)
        return self._text[start:end]

    # The forms "according to X", X with a colon and a quotation, "in X's view".

    def according(self, first: int, after: int) -> Iterator[Said]:
        """Yield the speech of "according to X"."""
        if after >= len(self._tokens) or (
            self._tokens[first].lower in {"so", "pour", "secondo", "segundo"}
            and first
            and "," not in self._gap(first)
        ):
            return
        if self._tokens[first].lower == "so" and not self._text[
            : self._tokens[first].start
        ].rstrip().endswith((",", "“", "«", '"')):
            return
        pronoun = self._tokens[after].lower in PRONOUNS
        stop = after + 1 if pronoun else self._phrase_end(after)
        named = self._names_between(after, stop)
        last = named[-1].text if named else None  # "according to a notice published by the ministry"
        speaker = self._tokens[after].text if pronoun else self._speaker(after, stop) or last
        start, end = self._tokens[first].start, self._tokens[stop - 1].end
        verb = self._text[start : self._tokens[after - 1].end]
        if self._starts_sentence(first):
            content = (self._skip(end), self._end)
        else:
            content = (self._sentence_start(first), start)
        yield Said(speaker, verb, start, end, content)

    def marked(self) -> Iterator[Said]:
        """Yield the speech of "X: «…»" and "in X's view"."""
        match = _COLON.match(self._text)
        if match:
            stop = sum(1 for token in self._tokens if token.end <= match.end(1))
            if stop:
                yield Said(
                    self._speaker(0, stop), ":", match.start(1), match.end(1) + 1, (match.end(), self._end)
                )
        for found in _IN_THE_VIEW.finditer(self._text):
            content = (found.end(), self._end) if found.start() < 3 else (0, found.start())  # noqa: PLR2004 - a quotation mark may stand first
            yield Said(found.group(1), "view", found.start(), found.end(), content)
        for found in _ZUFOLGE.finditer(self._text) if self._german else ():
            yield Said(found.group(1), "zufolge", found.start(), found.end(), (found.end(), self._end))

    # -- "X said …", "…, said X", "…, X said"

    def verb(self, index: int, *, certain: bool) -> Iterator[Said]:
        """Yield the speech that the reporting verb at token `index` reports, if it reports any."""
        token = self._tokens[index]
        if (token.text[0].isupper() and index) or any(
            start <= token.start < end for start, end in self._quoted
        ):
            return
        before = index - 1
        while (
            before >= 0
            and self._gap(before + 1).isspace()
            and (self._tokens[before].lower in _AUXILIARIES or self._tokens[before].lower.endswith("ly"))
        ):
            before -= 1
        previous = self._tokens[before].lower if before >= 0 else ""
        following = self._tokens[index + 1].lower if index + 1 < len(self._tokens) else ""
        if token.lower in _NOUNS_TOO and (
            following == "of" or previous in self._determiners | self._prepositions
        ):
            return
        if previous in {"which", "that", "to"} or self._gap(index).strip() in {"-", "/"}:
            return
        if previous in _PASSIVE:
            yield from self._passive(index)
            return
        if previous == "as" and before > 0 and self._tokens[before - 1].lower == "quoted":
            yield from self._plain(index, before - 3, certain=True)
            return
        gap = self._gap(before + 1)
        if before < 0 or (_STOP.search(gap) and self._inverts(index, gap)) or previous in self._prepositions:
            yield from self._inverted(index, before)
        else:
            yield from self._plain(index, before, certain=certain)

    def _is_subject(self, index: int) -> bool:
        """Tell whether token `index` can only be a subject: a name or a pronoun."""
        return index >= 0 and (self._tokens[index].text[0].isupper() or self._tokens[index].lower in PRONOUNS)

    def _inverts(self, index: int, gap: str) -> bool:
        """Tell ", said X." from "X, the mayor, said …"."""
        if index + 1 >= len(self._tokens) or not self._gap(index + 1).isspace():
            return False
        following = self._tokens[index + 1]
        if _QUOTE_CLOSES.search(gap) and self._names_between(index + 1, self._phrase_end(index + 1)):
            return True  # "…", said lung specialist Henrik Baas
        if not (
            following.text[0].isupper() or following.lower in self._determiners or following.lower in PRONOUNS
        ):
            return False
        if _QUOTE_CLOSES.search(gap):
            return True
        if self._tokens[index].lower not in _SAYS and not self._german:
            return False
        stop = self._phrase_end(index + 1)
        rest = self._tokens[index + 1 : stop]
        return len(rest) <= _MAX_INVERTED_REST and not any(_FINITE.match(token.lower) for token in rest)

    def _inverted(self, index: int, before: int) -> Iterator[Said]:
        if index + 1 >= len(self._tokens) or not self._gap(index + 1).isspace():
            return
        stop = self._phrase_end(index + 1)
        speaker = self._speaker(index + 1, stop)
        if (
            stop < len(self._tokens)
            and self._gap(stop).strip() == ","
            and self._tokens[index + 1].text[0].islower()
        ):
            start = self._tokens[stop].start
            named = next((name for name in self._names if name.start == start and " " in name.text), None)
            speaker = named.text if named is not None else speaker  # "said their manager, Ann Lee"
        token = self._tokens[index]
        content_end = self._tokens[before].end if before >= 0 else 0
        content = (self._sentence_start(index), content_end)
        if before < 0 or content_end - content[0] < 3:  # noqa: PLR2004 - nothing stands before the verb
            content = (self._tokens[stop - 1].end, self._end)
        yield Said(speaker, token.text, token.start, self._tokens[stop - 1].end, content)

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
        participle = self._tokens[index].lower.endswith("ing") and "," in self._gap(before + 1)
        shared = participle or (self._tokens[before].lower in _JOINS and self._gap(before + 1).isspace())
        subject = self._shared_subject(before) if shared else self._subject(before)
        if subject is None:
            return
        first, speaker = subject
        self._last_speaker = speaker
        token = self._tokens[index]
        start = self._tokens[first].start
        as_said = first > 0 and self._tokens[first - 1].lower in {"as", "wie", "como", "comme"}
        following = self._gap(index + 1)
        if as_said and following.strip() == ",":
            yield Said(speaker, token.text, start, token.end, (self._skip(token.end), self._end))
            return
        opening = self._gap(first)
        trailing = bool(_STOP.search(opening)) and first > 1 and self._ends_clause(self._told(index))
        if trailing:
            content = (self._sentence_start(index), self._tokens[first - 1].end)
            yield Said(speaker, token.text, start, token.end, content)
            return
        begin = self._content_start(index)
        stated = begin != token.end or _QUOTE_OPENS.search(following) is not None or following.strip() == ":"
        if (certain or stated) and begin < self._end:
            yield Said(speaker, token.text, start, token.end, (begin, self._end))

    def _ends_clause(self, index: int) -> bool:
        """Tell whether nothing said follows the verb: ", X said." or ", X said in a statement."."""
        if index + 1 >= len(self._tokens):
            return True
        gap = self._gap(index + 1)
        if _STOP.search(gap):
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
            if _STOP.search(self._gap(ahead)):
                break
        return self._tokens[self._told(index)].end

    def _told(self, index: int) -> int:
        """Return the last token of "told the council", or `index` for any other verb."""
        told = index
        if self._tokens[index].lower in _TELLING and index + 1 < len(self._tokens):
            told += 1
            while (
                told + 1 < len(self._tokens)
                and self._gap(told + 1).isspace()
                and (
                    self._tokens[told].lower in self._determiners
                    or (self._tokens[told].text[0].isupper() and self._tokens[told + 1].text[0].isupper())
                )
            ):
                told += 1
        return told

    # -- noun phrases

    def _subject(self, last: int, *, apposed: bool = True) -> tuple[int, str] | None:
        """Return first token and text of the subject that ends at token `last`."""
        if last < 0:
            return None
        if apposed and "," in self._gap(last + 1):
            return self._appositive(last)
        first = last
        while first > 0 and last - first < _MAX_SUBJECT:
            token, gap = self._tokens[first - 1], self._gap(first)
            if token.lower in _BOUNDARIES or not (gap.isspace() or _is_inner(gap, token)):
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
            first = next((i for i in range(first + 1, last) if "," in self._gap(i)), first)
        if self._tokens[first].lower in {"this", "these", "that", "there", "it"}:
            return None
        stop = next((i for i in range(first + 1, last) if _FINITE.match(self._tokens[i].lower)), None)
        stop = min(stop, self._phrase_end(first)) if stop else None
        speaker = self._last_speaker or (self._speaker(first, stop) if stop else None)
        return (last, speaker) if speaker else None

    def _appositive(self, last: int) -> tuple[int, str] | None:
        """Return the subject where a comma stands before the verb.

        "Siemens' head, Anna Lind, said" names the speaker inside the commas, "Anna Lind, the
        mayor, said" before them.
        """
        first = last
        while first > 0 and "," not in self._gap(first):
            first -= 1
        if first == 0:
            return None
        inner = self._names_between(first, last + 1)
        if len(inner) == 1 and inner[0].end >= self._bare_end(last) and self._tokens[first].text[0].isupper():
            return first, inner[0].text
        return self._subject(first - 1, apposed=False)

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
        if any(_FINITE.match(token.lower) for token in self._tokens[first:head]):
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
            gap = self._gap(index)
            token, before = self._tokens[index], self._tokens[index - 1]
            if (
                (_STOP.search(gap) and not _is_inner(gap, before))
                or token.lower in _BOUNDARIES
                or token.lower in {"who", "on"}
            ):
                break
            if (
                self._german
                and before.text[0].isupper()
                and token.text[0].islower()
                and token.lower not in _GERMAN_JOINS
            ):
                break
            index += 1
        return index

    # -- positions

    def _starts_sentence(self, index: int) -> bool:
        return index == 0 or bool(re.search(r"[.!?]\s", self._gap(index)))

    def _sentence_start(self, index: int) -> int:
        """Return where the sentence of token `index` begins."""
        for before in range(index, 0, -1):
            gap = self._gap(before)
            if (
                re.search(r"[.!?][\"”’»]?\s", gap)
                and self._tokens[before - 1].text[0].islower()
                and not _QUOTE_CLOSES.search(gap)
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
