"""Articles too long for one call: split at paragraphs, and one draft made of the parts' drafts."""

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TypeVar

from summarizer.engines.llm.validate import fold
from summarizer.grounding.readers.cues import read_cues
from summarizer.schema import Article, Draft, DraftClaim, DraftHighlight

Item = TypeVar("Item", DraftHighlight, DraftClaim)

# Characters to a token, on the safe side: no fewer tokens than cl100k counts for one news text in
# each of 14 languages and 9 scripts, and for 172 of 178 news pages (the others are results tables
# and chat spelling, .76 of the count at worst). English comes out at about 1.6 times its count.
_ASCII_CHARS_PER_TOKEN = 3.0
_CYRILLIC_CHARS_PER_TOKEN = 1.8
_OTHER_CHARS_PER_TOKEN = 0.8
_CYRILLIC = re.compile(r"[\u0400-\u052f]+")
_ASCII = re.compile(r"[\x00-\x7f]+")
_LABEL_TOKENS = 4  # "[123] " and the line's end
_SIMILAR = 88.0
_FEWEST_PER_PART = 2


def tokens(text: str) -> int:
    """Return about how many tokens `text` is to a model, rather too many than too few."""
    ascii_chars = sum(map(len, _ASCII.findall(text)))
    cyrillic_chars = sum(map(len, _CYRILLIC.findall(text)))
    return math.ceil(
        ascii_chars / _ASCII_CHARS_PER_TOKEN
        + cyrillic_chars / _CYRILLIC_CHARS_PER_TOKEN
        + (len(text) - ascii_chars - cyrillic_chars) / _OTHER_CHARS_PER_TOKEN
    )


def split(article: Article, budget: int) -> list[range]:
    """Return the parts of `article` as ranges of sentence numbers (from 1), each within `budget` tokens.

    Parts end at paragraphs and are about equally long; a paragraph above the budget is split at
    sentences, and a sentence above it is a part of its own. No sentences, no parts.
    """
    if not article.sentences:
        return []
    costs = [tokens(article.sentence(i)) + _LABEL_TOKENS for i in range(len(article.sentences))]
    pieces = [(piece, sum(costs[piece.start : piece.stop])) for piece in _pieces(article, costs, budget)]
    count = math.ceil(sum(costs) / budget)
    while True:
        parts = _even(pieces, sum(costs) / count)
        if all(len(part) == 1 or sum(cost for _, cost in part) <= budget for part in parts):
            return [range(part[0][0].start + 1, part[-1][0].stop + 1) for part in parts]
        count += 1


def _even(pieces: Sequence[tuple[range, int]], target: float) -> list[list[tuple[range, int]]]:
    """Return runs of `pieces` of about `target` tokens: each goes where its middle falls."""
    parts: dict[int, list[tuple[range, int]]] = {}
    before = 0
    for piece, cost in pieces:
        parts.setdefault(int((before + cost / 2) // target), []).append((piece, cost))
        before += cost
    return list(parts.values())


def share(highlights: int, parts: int) -> int:
    """Return how many highlights to ask of each part, so that there is a choice among all."""
    if parts <= 1:
        return highlights
    return min(highlights, max(_FEWEST_PER_PART, math.ceil(2 * highlights / parts)))


def merge(drafts: Sequence[Draft], highlights: int, language: str) -> Draft:
    """Return one draft: the best `highlights` over all parts, and every claim once.

    A part's own order ranks its highlights; the first part, where the news is, counts double.
    """
    claims = (claim for draft in drafts for claim in draft.claims)
    return Draft(
        highlights=tuple(_distinct(_ranked(drafts), language)[:highlights]),
        claims=tuple(_distinct(claims, language)),
    )


def _ranked(drafts: Sequence[Draft]) -> list[DraftHighlight]:
    places = [
        ((rank / 2 if part == 0 else rank, part), item)
        for part, draft in enumerate(drafts)
        for rank, item in enumerate(draft.highlights)
    ]
    return [item for _, item in sorted(places, key=lambda place: place[0])]


def _distinct(items: Iterable[Item], language: str) -> list[Item]:
    """Return the first of items that say the same: nearly the same words, and no other figure or "not"."""
    from rapidfuzz.fuzz import token_sort_ratio

    kept: list[Item] = []
    seen: list[tuple[str, object]] = []
    for item in items:
        words, marks = fold(item.text), _marks(item.text, language)
        if not any(marks == other and token_sort_ratio(words, text) >= _SIMILAR for text, other in seen):
            kept.append(item)
            seen.append((words, marks))
    return kept


def _marks(text: str, language: str) -> tuple[list[str], list[tuple[str, str]]]:
    """Return the figures, and the words that negate or hedge, of `text`: one of them changes its meaning."""
    figures = sorted(re.findall(r"\d+(?:[.,]\d+)*", text))
    return figures, sorted((cue.kind, cue.sense) for cue in read_cues(text, language))


def _pieces(article: Article, costs: list[int], budget: int) -> Iterator[range]:
    """Yield what is not to be split: paragraphs, or the sentences of one above the budget."""
    spans = article.sentences
    breaks = [
        index
        for index, (left, right) in enumerate(pairwise(spans), start=1)
        if "\n\n" in article.text[left.end : right.start]
    ]
    for start, stop in pairwise([0, *breaks, len(spans)]):
        if sum(costs[start:stop]) <= budget:
            yield range(start, stop)
        else:
            yield from (range(index, index + 1) for index in range(start, stop))
