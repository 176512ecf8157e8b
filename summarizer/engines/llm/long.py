"""Articles too long for one call: split at paragraphs, and one draft made of the parts' drafts."""

import math
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from summarizer.engines.llm.validate import fold
from summarizer.schema import Article, Draft, DraftClaim, DraftHighlight

# Characters to a token, on the safe side: see `benchmarks` in the closing note of the figures.
_CHARS_PER_TOKEN = (
    (re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]"), 0.8),
    (re.compile(r"[\u0900-\u0dff\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff]"), 1.2),
    (re.compile(r"[\u0370-\u06ff]"), 2.0),
)
_CHARS_PER_TOKEN_ELSE = 3.0
_LABEL_TOKENS = 4  # "[123] " and the line's end
_SIMILAR = 88.0
_FEWEST_PER_PART = 2


def tokens(text: str) -> int:
    """Return about how many tokens `text` is to a model, rather too many than too few."""
    total, rest = 0.0, len(text)
    for script, chars in _CHARS_PER_TOKEN:
        count = len(script.findall(text))
        total += count / chars
        rest -= count
    return math.ceil(total + rest / _CHARS_PER_TOKEN_ELSE)


def split(article: Article, budget: int) -> list[range]:
    """Return the parts of `article` as ranges of sentence numbers (from 1), each within `budget` tokens.

    Parts end at paragraphs and are about equally long; a paragraph above the budget is split at
    sentences, and a sentence above it is a part of its own.
    """
    costs = [tokens(article.sentence(i)) + _LABEL_TOKENS for i in range(len(article.sentences))]
    total = sum(costs)
    target = total / math.ceil(total / budget) if total else budget
    parts: list[range] = []
    start, spent = 0, 0
    for piece in _pieces(article, costs, budget):
        cost = sum(costs[piece.start : piece.stop])
        if spent and (spent + cost > budget or spent + cost / 2 > target):
            parts.append(range(start + 1, piece.start + 1))
            start, spent = piece.start, 0
        spent += cost
    if spent:
        parts.append(range(start + 1, len(costs) + 1))
    return parts


def share(highlights: int, parts: int) -> int:
    """Return how many highlights to ask of each part, so that there is a choice among all."""
    if parts <= 1:
        return highlights
    return min(highlights, max(_FEWEST_PER_PART, math.ceil(2 * highlights / parts)))


def merge(drafts: Sequence[Draft], highlights: int) -> Draft:
    """Return one draft: the best `highlights` over all parts, and every claim once.

    A part's own order ranks its highlights; the first part, where the news is, counts double.
    """
    kept: list[DraftHighlight] = []
    for item in _ranked(drafts):
        if not any(_same(item, other) for other in kept):
            kept.append(item)
    claims: list[DraftClaim] = []
    for claim in (claim for draft in drafts for claim in draft.claims):
        if not any(_same(claim, other) for other in claims):
            claims.append(claim)
    return Draft(highlights=tuple(kept[:highlights]), claims=tuple(claims))


def _ranked(drafts: Sequence[Draft]) -> list[DraftHighlight]:
    places = [
        ((rank / 2 if part == 0 else rank, part), item)
        for part, draft in enumerate(drafts)
        for rank, item in enumerate(draft.highlights)
    ]
    return [item for _, item in sorted(places, key=lambda place: place[0])]


def _same(item: DraftHighlight | DraftClaim, other: DraftHighlight | DraftClaim) -> bool:
    """Whether two items say the same: nearly the same words, and the very same numbers."""
    from rapidfuzz.fuzz import token_sort_ratio

    if _figures(item.text) != _figures(other.text):
        return False
    return token_sort_ratio(fold(item.text), fold(other.text)) >= _SIMILAR


def _figures(text: str) -> list[str]:
    return sorted(re.findall(r"\d+(?:[.,]\d+)*", text))


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
