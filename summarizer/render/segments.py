"""Cut an article at every edge of evidence, so that spans that overlap or cross nest cleanly."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from summarizer.schema import Evidence

_PARAGRAPH_BREAK = re.compile(r"\n[^\S\n]*\n\s*")


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a paragraph that the same items rest on from end to end.

    `number` counts the segments that are evidence, from 0; it is None for the others.
    `items` are positions in the list given to `split`; `ends` are those of them with
    evidence that stops where the segment does.
    """

    text: str
    number: int | None = None
    items: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()


def split(text: str, evidence: Sequence[Sequence[Evidence]]) -> list[list[Segment]]:
    """Return the paragraphs of `text` as segments; `evidence` holds that of each item.

    Joined, the segments of a paragraph are the paragraph. What lies outside `text` is ignored.
    """
    spans = [
        (max(0, span.start), min(span.end, len(text)), item)
        for item, spans in enumerate(evidence)
        for span in spans
    ]
    spans = sorted(span for span in spans if span[0] < span[1])
    paragraphs = []
    count = 0
    for start, end in _paragraphs(text):
        inside = [span for span in spans if span[0] < end and span[1] > start]
        paragraph = []
        for segment in _segments(text, start, end, inside):
            numbered = segment
            if segment.items:
                numbered = Segment(segment.text, count, segment.items, segment.ends)
                count += 1
            paragraph.append(numbered)
        paragraphs.append(paragraph)
    return paragraphs


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for gap in _PARAGRAPH_BREAK.finditer(text):
        if gap.start() > start:
            yield start, gap.start()
        start = gap.end()
    if start < len(text):
        yield start, len(text)


def _segments(text: str, start: int, end: int, spans: list[tuple[int, int, int]]) -> Iterator[Segment]:
    edges = {start, end}
    for span in spans:
        edges.update(edge for edge in span[:2] if start < edge < end)
    for left, right in pairwise(sorted(edges)):
        items = sorted({item for first, last, item in spans if first <= left and right <= last})
        ends = sorted({item for first, last, item in spans if first < right == last})
        yield Segment(text[left:right], items=tuple(items), ends=tuple(ends))
