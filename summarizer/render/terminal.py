"""Plain text for a terminal or a file."""

from collections.abc import Iterable, Iterator

from summarizer.render import wording
from summarizer.render.reasons import explain
from summarizer.render.text import QUOTE_LIMIT, one_line, plain, shorten
from summarizer.render.wording import Item
from summarizer.schema import Summary


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
    yield from (f"Warning: {one_line(warning)}" for warning in summary.run.warnings)


def _items(items: Iterable[Item]) -> Iterator[str]:
    for item in items:
        yield f"• {one_line(item.text)}"
        if notes := wording.claim_notes(item):
            yield f"  [{'; '.join(notes)}]"
        doubtful = item.support.label != "supported"
        if doubtful:
            yield f"  {wording.verdict(item.support)}."
            yield from (f"  - {explain(reason)}" for reason in item.support.reasons)
        if doubtful and item.evidence:
            yield "  Closest in the article:"
        yield from (f"    > {shorten(evidence.quote, QUOTE_LIMIT)}" for evidence in item.evidence)
        yield ""
