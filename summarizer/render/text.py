"""Plain text for a terminal or a file."""

import re
from collections.abc import Iterable, Iterator

from summarizer.render import wording
from summarizer.render.reasons import explain
from summarizer.render.wording import Item
from summarizer.schema import Summary

QUOTE_LIMIT = 400
_LINE_BREAK = re.compile("\r\n?|[\v\f\x85\u2028\u2029]")
_UNSAFE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f"  # C0 and C1 controls, ESC and CSI among them; tab and line feed stay
    "\u202a-\u202e\u2066-\u2069"  # embeddings, overrides and isolates that reorder what is seen
    "\ud800-\udfff]"  # lone surrogates, which no encoding takes
)


def plain(text: str) -> str:
    """Return `text` without what could command a terminal or reorder a line; line breaks become LF."""
    return _UNSAFE.sub("", _LINE_BREAK.sub("\n", text))


def render_text(summary: Summary) -> str:
    """Return the summary as plain text, one item a line, its evidence indented below it."""
    return plain("\n".join(_lines(summary)).rstrip("\n"))


def _lines(summary: Summary) -> Iterator[str]:
    article = summary.article
    yield wording.title(article)
    yield from filter(None, [" · ".join(wording.source(article)), wording.http_url(article.url)])
    yield from ("", wording.HIGHLIGHTS.upper(), "")
    items = wording.arrange(summary)
    if not items.highlights:
        yield from (wording.NO_HIGHLIGHT, "")
    yield from _items(items.highlights)
    if items.claims:
        yield from (wording.CLAIMS.upper(), "")
        yield from _items(items.claims)
    if items.doubtful:
        yield from (wording.DOUBTFUL.upper(), "")
        yield from _items(items.doubtful)
    yield from ("---", wording.colophon(summary.run))
    yield from filter(None, [wording.figures(summary.run)])
    yield from (f"Warning: {wording.one_line(warning)}" for warning in summary.run.warnings)


def _items(items: Iterable[Item]) -> Iterator[str]:
    for item in items:
        yield f"• {wording.one_line(item.text)}"
        if notes := wording.claim_notes(item):
            yield f"  [{'; '.join(notes)}]"
        doubtful = item.support.label != "supported"
        if doubtful:
            yield f"  {wording.verdict(item.support)}."
            yield from (f"  - {explain(reason)}" for reason in item.support.reasons)
        if doubtful and item.evidence:
            yield "  Closest in the article:"
        yield from (f"    > {wording.shorten(evidence.quote, QUOTE_LIMIT)}" for evidence in item.evidence)
        yield ""
