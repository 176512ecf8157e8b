"""Check that words in quotation marks stand in the article as they are quoted."""

import re
from collections.abc import Iterable, Iterator, Sequence

from summarizer.grounding.index import ArticleIndex
from summarizer.grounding.reading import Reading
from summarizer.schema import Reason

# Where a quotation may leave something out or put something in.
_CUT = re.compile(r"\s*(?:\.\.\.+|…|\[[^\]]*\]|\(\.\.\.\)|\(…\))\s*")
_INNER_MARKS = re.compile(r"[“”„«»「」『』\"]|(?<!\w)['‘‚]|['’](?!\w)")
_EDGES = " ,.;:!?—–-。，、！？"
_AROUND = " \n\u00a0,.;:!?—–-()[]\"'“”„«»‘’。，"
_SHOWN = 60


def check(item: Reading, evidence: Sequence[Reading], article: ArticleIndex) -> Iterator[Reason]:
    """Yield each quotation that is not verbatim.

    Typography and the point or comma inside the marks are forgiven; what "…" or "[…]" sets
    apart must follow in order.
    """
    for quotation in item.quotations:
        if not _stands(quotation.text, evidence, article):
            text = quotation.text
            yield Reason(
                code="quote_altered", detail=text if len(text) <= _SHOWN else f"{text[:_SHOWN].rstrip()}…"
            )


def _stands(quote: str, evidence: Sequence[Reading], article: ArticleIndex) -> bool:
    """Tell whether the parts of `quote` stand in the article, one after the other."""
    parts = _stripped(_CUT.split(quote))
    if len(parts) == 1 and any(_holds(reading.text, parts[0]) for reading in evidence):
        return True
    if _in_order(parts, article):
        return True
    inner = _stripped(piece for part in parts for piece in _INNER_MARKS.split(part))
    return inner != parts and _in_order(inner, article)


def _stripped(pieces: Iterable[str]) -> list[str]:
    return [piece for piece in (one.strip(_EDGES) for one in pieces) if piece]


def _holds(text: str, part: str) -> bool:
    """Tell whether `part` stands in `text` letter for letter, cut at the ends of words."""
    start = text.find(part)
    return start >= 0 and not (
        text[max(start - 1, 0) : start] + text[start + len(part) : start + len(part) + 1]
    ).strip(_AROUND)


def _in_order(parts: Sequence[str], article: ArticleIndex) -> bool:
    end = 0
    for part in parts:
        span = article.locate(part)
        if span is None or span.start < end:
            return False
        end = span.end
    return True
