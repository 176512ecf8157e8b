"""Make a sentence of an article stand alone, or tell that it cannot.

A claim is read without the sentences around it. Where those say beyond doubt who or what is meant,
the name or the noun is put in; where they do not, there is no claim.
"""

import re
from dataclasses import dataclass

from summarizer.engines.extractive.leaning import leans
from summarizer.engines.extractive.people import People
from summarizer.engines.extractive.sentences import Candidate
from summarizer.engines.extractive.trim import lead_in_removed, supported
from summarizer.engines.extractive.verbs import begins_finite
from summarizer.grounding.index import ArticleIndex
from summarizer.grounding.readers.attribution import is_pronoun
from summarizer.grounding.readers.lexicon.name_words import HONORIFICS
from summarizer.grounding.readers.numbers import Number
from summarizer.grounding.reading import Reading

_PERSONAL = re.compile(r"\b(?:he|she|him|his|her|hers|himself|herself)\b", re.IGNORECASE)
_NOT_POSSESSED = frozenset(
    "a an the and or but as at by for from in into of on to with that who when if while".split()
)
# "The judge ... her", "a trader ... his": the sentence says itself whose.
_SOMEBODY = re.compile(
    r"\b(?:the|an?|one|every|each|another)\s(?:[\w’'-]+\s){0,3}?(?:"
    + "|".join(sorted(HONORIFICS))
    + r"|official|head|critic|expert|student|man|woman|boy|girl|child|nurse|witness|manager|owner|founder|"
    r"author|leader|member|worker|teacher|driver|farmer|trader|buyer|lawyer|doctor|player|coach|scientist|researcher|"
    r"patient|victim|defendant|resident|neighbou?r|voter|candidate|partner|artist|writer|singer|actor)\b",
    re.IGNORECASE,
)
_THING = re.compile(r"(?:the|an?|most|some|many|all|no)\s\w", re.IGNORECASE)
# What may stand before the subject: "But in both years, only". "Of the 41 residents, most" says of whom.
_OPENING = (
    r"(?:(?:but|and|yet|so),? )?"
    r"(?:(?:by|in|on|at|for|from|with|without|after|before|during|since|until|under|over|across|within|even|"
    r"this|last) [^,]{1,50}, )?"
)
_BEFORE_COUNT = re.compile(
    rf"{_OPENING}(?:(?:only|just|about|some|nearly|almost|around|roughly|at least|at most|up to|more than|"
    r"fewer than|less than|well over|over|exactly|another|a further|all(?: but)?|the other|the remaining|"
    r"the last|the first|the|these|nur|etwa|rund|mindestens|die anderen|die übrigen|sólo|solo|unos|unas|"
    r"seulement|environ|les autres) )*",
    re.IGNORECASE,
)
_COUNTING = frozenset({"quantity", "fraction", "single"})
_PART_OF = re.compile(
    r"\s*of (?:them|these|those|it|that|whom|which|the (?:total|two|rest))\b", re.IGNORECASE
)
_PART = re.compile(
    rf"{_OPENING}(?:(?:only|just|almost|nearly) )?"
    r"(?:the (?:two|others?|former|latter|rest|remainder|same)|both|others|another|some|many|most|a few|few|"
    r"several|none|neither|either|all|each|half|part|one)(?=,| )",
    re.IGNORECASE,
)
# Words for what another sentence says.
_POINTS_BACK = re.compile(
    r"^(?:of|in|among|with|without|for|after|before|by|on|at|under|until|till|since|from|to|beyond|despite|"
    r"besides) (?:it|its|them|their|they|then|that|those|these)\b"
    r"|^(?:in|under|by|with) the (?:first|second|third|latter|former|other|same)\b,"
    r"|\b(?:above|below|beyond|before|after|until|since|by|from) (?:that|then)\b"
    r"(?! (?:of|the|an?|which|when)\b)"
    r"|^[^\d]*\b(?:that|those) (?:date|line|level|point|figure|sum|amount|limit|threshold|total)s?\b"
    r"|\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten) others\b"
    r"|^(?:aus|nach|laut|in|mit|bei|für|von|seit|auf) (?:ihre[rmn]|seine[rmn]|diese[rmn]|deren|dessen)\b"
    r"|^(?:dort|dabei|damit|dazu|davon|deshalb|deren|dessen|sus?|allí|según (?:él|ella|ellos)|leurs?|son|sa|"
    r"ses|(?:selon|d['’]après) (?:lui|elles?|eux))\b"
    r"|[»”\"],? \w+-(?:t-)?(?:ils?|elles?)\b|^据[他她其]|[”」][他她](?:们)?[说表]",
    re.IGNORECASE,
)
_WHOLLY_QUOTED = 0.9


@dataclass(frozen=True, slots=True)
class Proposition:
    """What a sentence states, in words that stand alone, and the sentences (from 1) that bear it out."""

    text: str
    sentences: tuple[int, ...]


def stand_alone(index: ArticleIndex, people: People, candidate: Candidate) -> Proposition | None:
    """Return what the candidate states without leaning on other sentences, or None where it does."""
    text = lead_in_removed(index, candidate.text, candidate.number)
    if _is_bare_quotation(text, index.language) or _POINTS_BACK.search(text):
        return None
    whole = Proposition(text, (candidate.number,))
    named = _with_name(index, people, whole)
    counted = _with_noun(index, named) if named else None
    return None if counted is None or leans(counted.text, index.language) else counted


def lacks_noun(text: str, language: str) -> bool:
    """Whether `text` is about a part of something that it does not name: "Only three had signed."."""
    return _bare_count(text, language) is not None or _is_bare_part(text)


def _with_name(index: ArticleIndex, people: People, whole: Proposition) -> Proposition | None:
    """Put in who is meant by the first personal pronoun that the sentence itself does not explain."""
    span = _unexplained(people, whole.text, index.language)
    if span is None:
        return whole
    start, end = span
    pronoun = whole.text[start:end]
    meant = people.meant(whole.sentences[0] - 1, pronoun)
    if meant is None:
        return None
    name = meant.name
    if _is_possessive(pronoun, whole.text[end:]):
        name += "’s" if "’" in index.article.text else "'s"
    text = whole.text[:start] + name + whole.text[end:]
    return _first_supported(index, text, whole.sentences, (meant.sentence + 1, *whole.sentences))


def _unexplained(people: People, text: str, language: str) -> tuple[int, int] | None:
    """Return where the first pronoun stands that needs a name: the head, a speaker, "her firm"."""
    reading = Reading(text, language)
    if leans(text, language):
        head = re.match(r"\w+", text)
        return head.span() if head else None
    told = [
        (said.speaker, text.find(said.speaker, said.start, said.end))
        for said in reading.attributions
        if said.speaker is not None and not _quoted(reading, said.start)
    ]
    for speaker, at in told:
        if at >= 0 and is_pronoun(speaker) and not _says_who(people, reading, speaker, at):
            return at, at + len(speaker)
    for pronoun in _PERSONAL.finditer(text) if language == "en" else ():
        at = pronoun.start()
        if _quoted(reading, at):
            continue
        said_by_another = any(0 <= place < at and not is_pronoun(speaker) for speaker, place in told)
        explained = said_by_another or _names_somebody(people, reading, at) or _SOMEBODY.search(text, 0, at)
        return None if explained else pronoun.span()
    return None


def _says_who(people: People, reading: Reading, speaker: str, at: int) -> bool:
    """Whether a speaker that is a pronoun at the place `at` is explained by what stands before it."""
    if speaker.lower() in {"it", "they"}:  # "The company shipped less, it said"
        return _THING.match(reading.text, 0, at) is not None or any(name.end <= at for name in reading.names)
    return _names_somebody(people, reading, at)


def _names_somebody(people: People, reading: Reading, before: int) -> bool:
    """Whether a person is named outside quotations, ahead of the place `before`."""
    return any(
        name.end <= before and people.may_be(name) and not _quoted(reading, name.start)
        for name in reading.names
    )


def _quoted(reading: Reading, at: int) -> bool:
    return any(quote.start <= at < quote.end for quote in reading.quotations)


def _is_possessive(pronoun: str, rest: str) -> bool:
    """Whether the pronoun says whose what follows is: "her firm", not "voted with her"."""
    following = re.match(r"\s+([\w’'-]+)", rest)
    if pronoun.lower() == "his":
        return True
    if pronoun.lower() != "her" or following is None:
        return False
    return following[1].lower() not in _NOT_POSSESSED and not begins_finite(following[1])


def _with_noun(index: ArticleIndex, whole: Proposition) -> Proposition | None:
    """Say of what "Only three" are three, where the sentence before counts one thing and no more."""
    count = _bare_count(whole.text, index.language)
    if count is None:
        return None if _is_bare_part(whole.text) else whole
    number = whole.sentences[-1]
    counted = _counted_before(index, number, count)
    if counted is None:
        return None
    rest = whole.text[count.end :]
    part = _PART_OF.match(rest)
    text = f"{whole.text[: count.end]} of the {counted}{rest[part.end() :] if part else rest}"
    return _first_supported(index, text, (number - 1, *whole.sentences))


def _bare_count(text: str, language: str) -> Number | None:
    """Return the number that `text` begins with, if it counts what only another sentence names."""
    count = next(iter(Reading(text, language).numbers), None)
    if count is None or count.kind not in _COUNTING or count.unit not in {None, "%"}:
        return None
    if not _BEFORE_COUNT.fullmatch(text, 0, count.start):
        return None
    rest = text[count.end :].lstrip()
    if _PART_OF.match(rest):
        return count
    uncounted = count.noun is None or (count.kind == "single" and count.noun.endswith("s"))
    return count if uncounted and (begins_finite(rest) or count.noun is not None) else None


def _is_bare_part(text: str) -> bool:
    part = _PART.match(text)
    if part is None:
        return False
    rest = text[part.end() :]
    return rest.startswith(",") or begins_finite(rest) or _PART_OF.match(rest) is not None


def _counted_before(index: ArticleIndex, number: int, count: Number) -> str | None:
    """Return the only things that the sentence before counts, as "22 buyers", if more than `count`."""
    if number < 2 or count.unit is not None:  # noqa: PLR2004 - there is none before the first
        return None
    article, place = index.article, number - 1
    if "\n" in article.text[article.sentences[place - 1].end : article.sentences[place].start]:
        return None
    before = index.sentences[place - 1]
    counted = {
        f"{other.text.lower()} {other.noun}": other.value
        for other in before.numbers
        if other.noun and other.kind == "quantity" and other.noun.endswith("s")
    }
    things, value = next(iter(counted.items()), ("", 0.0))
    return things if len(counted) == 1 and value > count.value and things in before.text.lower() else None


def _is_bare_quotation(text: str, language: str) -> bool:
    """Whether `text` is somebody's own words without a word about who says them."""
    reading = Reading(text, language)
    quoted = sum(quote.end - quote.start for quote in reading.quotations)
    return quoted > _WHOLLY_QUOTED * len(text) and not reading.attributions


def _first_supported(index: ArticleIndex, text: str, *evidence: tuple[int, ...]) -> Proposition | None:
    """Return `text` with the first of the given sets of sentences that bears it out, or None."""
    for sentences in evidence:
        if supported(index, text, sentences):
            return Proposition(text, tuple(dict.fromkeys(sentences)))
    return None
