"""Tie every proposed item to the article and say how far the article bears it out.

Pure: no I/O, no model. What a draft asserts about its own evidence is a hint, not a fact.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from summarizer.grounding.index import ArticleIndex
from summarizer.grounding.readers.dates import describe_time
from summarizer.grounding.readers.numbers import to_quantities
from summarizer.grounding.reading import Reading
from summarizer.grounding.score import judge
from summarizer.schema import Article, Claim, Draft, DraftClaim, Evidence, Highlight, Support

__all__ = ["ArticleIndex", "Grounded", "ground", "ground_item"]

_WHERE = re.compile(
    r"\b(?:in|at|near|outside|across|throughout|off|nach|bei|en|à|dans|em|na|no|nel|nella)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_RANK = {"supported": 2, "partial": 1, "unsupported": 0}


@dataclass(frozen=True, slots=True)
class Grounded:
    """A draft's items, each with its evidence and how well that supports it."""

    highlights: tuple[Highlight, ...]
    claims: tuple[Claim, ...]


def ground(draft: Draft, article: Article | ArticleIndex) -> Grounded:
    """Return every item of `draft`, none left out, tied to `article` and judged.

    An index is worth making once where several drafts of one article are grounded.

    Sentence numbers that the article does not have are ignored; where the rest do not
    support an item, the whole article is searched for better evidence.
    """
    index = article if isinstance(article, ArticleIndex) else ArticleIndex(article)
    highlights = []
    for number, item in enumerate(draft.highlights, 1):
        evidence, support = ground_item(item.text, item.sentences, index)
        highlights.append(Highlight(id=f"h{number}", text=item.text, evidence=evidence, support=support))
    claims = [_claim(f"c{number}", item, index) for number, item in enumerate(draft.claims, 1)]
    return Grounded(tuple(highlights), tuple(claims))


def ground_item(
    text: str, sentences: Iterable[int], index: ArticleIndex, speaker: str | None = None
) -> tuple[tuple[Evidence, ...], Support]:
    """Return the evidence for one item and its support.

    `sentences` are numbers from 1; `speaker` is checked too when it is given.
    """
    item = Reading(text, index.language)
    pointed = sorted({number - 1 for number in sentences if 1 <= number <= len(index.sentences)})
    best: tuple[Sequence[int], Support] = (pointed, _judge(item, pointed, index, speaker))
    if best[1].label != "supported":
        found = sorted(index.search(item))
        for further in (found, sorted({*pointed, *found})) if pointed else (found,):
            if further == pointed:
                continue
            support = _judge(item, further, index, speaker)
            if _better(support, best[1]):
                best = (further, support)
    if any(reason.code == "no_evidence" for reason in best[1].reasons):
        return (), best[1]
    return tuple(_evidence(place, index) for place in best[0]), best[1]


def _better(support: Support, other: Support) -> bool:
    return (_RANK[support.label], support.score) > (_RANK[other.label], other.score)


def _judge(item: Reading, places: Sequence[int], index: ArticleIndex, speaker: str | None) -> Support:
    return judge(item, [index.sentences[place] for place in places], index, speaker)


def _evidence(place: int, index: ArticleIndex) -> Evidence:
    span = index.article.sentences[place]
    return Evidence(start=span.start, end=span.end, quote=index.article.text[span.start : span.end])


def _claim(identity: str, item: DraftClaim, index: ArticleIndex) -> Claim:
    evidence, support = ground_item(item.text, item.sentences, index, item.speaker)
    reading = Reading(item.text, index.language)
    negative = any(cue.kind == "negation" for cue in reading.cues)
    places = (name for name in reading.names if name.kind == "place")
    place = next((name.text for name in places if _WHERE.search(item.text[: name.start])), None)
    return Claim(
        id=identity,
        text=item.text,
        type=item.type,
        speaker=item.speaker,
        reporting_verb=item.reporting_verb,
        voice=item.voice,
        polarity="negative" if negative else "affirmative",
        modality=item.modality,
        quantities=to_quantities(reading.numbers),
        entities=tuple(dict.fromkeys(name.text for name in reading.names)),
        time=describe_time(item.text, reading.dates),
        place=place,
        checkworthiness=item.checkworthiness,
        evidence=evidence,
        support=support,
    )
