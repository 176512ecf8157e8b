"""Cut an article at every edge of evidence, so that spans that overlap or cross nest cleanly."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count, pairwise

from summarizer.schema import Evidence

_PARAGRAPH_BREAK = re.compile(r"\n[^\S\n]*\n\s*")


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a paragraph that the same items rest on from end to end.

    `number` counts the segments of the whole article, from 0.
    `items` are positions in the list given to `split`; `ends` are those of them with
    evidence that stops where the segment does.
    """

    number: int
    text: str
    items: tuple[int, ...]
    ends: tuple[int, ...]


def split(text: str, evidence: Sequence[Sequence[Evidence]]) -> list[list[Segment]]:
    """Return the paragraphs of `text` as segments; `evidence` holds that of each item.

    Joined, the segments of a paragraph are the paragraph. What lies outside `text` is ignored.
    """
    spans = sorted(
        (*tight, item)
        for item, places in enumerate(evidence)
        for place in places
        if (tight := _tightened(text, place))
    )
    numbers = count()
    return [list(_segments(text, start, end, spans, numbers)) for start, end in _paragraphs(text)]


def _tightened(text: str, span: Evidence) -> tuple[int, int] | None:
    """Return the span without the space at its edges, or None where it covers nothing."""
    quote = text[span.start : span.end]
    if not quote.strip():
        return None
    start = span.start + len(quote) - len(quote.lstrip())
    return start, start + len(quote.strip())


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for gap in _PARAGRAPH_BREAK.finditer(text):
        if gap.start() > start:
            yield start, gap.start()
        start = gap.end()
    if start < len(text):
        yield start, len(text)


def _segments(
    text: str, start: int, end: int, spans: list[tuple[int, int, int]], numbers: Iterator[int]
) -> Iterator[Segment]:
    inside = [span for span in spans if span[0] < end and span[1] > start]
    edges = {start, end}
    for span in inside:
        edges.update(edge for edge in span[:2] if start < edge < end)
    for left, right in pairwise(sorted(edges)):
        items = sorted({item for first, last, item in inside if first <= left and right <= last})
        ends = sorted({item for _, last, item in inside if last == right})
        yield Segment(next(numbers), text[left:right], tuple(items), tuple(ends))
