"""Markdown an editor can paste into a CMS: clean bullets first, the evidence in a section below."""

import re
from collections.abc import Iterator
from itertools import chain
from urllib.parse import quote

from summarizer.render import wording
from summarizer.render.reasons import explain
from summarizer.render.text import QUOTE_LIMIT, one_line, shorten
from summarizer.render.wording import Item
from summarizer.schema import Article, Summary

# Whatever makes markup anywhere in a line: emphasis, code, links, images, HTML, tables, template tags, and
# what GitHub and linkifiers take for a bare address (https://, example.com, a@b).
_SPECIAL = re.compile(r"[\\`*_\[\]<~|#{@]|&(?=#?\w+;)|(?<=/)/|(?<=\w)\.(?=[^\W\d_]{2})")
_LINE_START = re.compile(r"^(\d*)([-+=>.)])")  # lists, quotes, underlined headings
_URL_SAFE = "!#$%&'+,-./:=?@~"
_TITLE_LIMIT = 80


def escape(text: str) -> str:
    """Return `text` on one line, written so that Markdown shows it letter for letter."""
    line = _SPECIAL.sub(r"\\\g<0>", one_line(text))
    return _LINE_START.sub(r"\1\\\2", line)


def render_markdown(summary: Summary) -> str:
    """Return the summary as Markdown."""
    return "\n".join(_lines(summary)).rstrip("\n")


def render_article(article: Article) -> str:
    """Return the article alone as Markdown: title, source, publisher's highlights, body."""
    lines = list(_heading(article))
    if article.publisher_highlights:
        lines += ["## The publisher's own highlights", ""]
        lines += [*(f"- {escape(text)}" for text in article.publisher_highlights), "", "## Article", ""]
    lines += [
        f"{escape(paragraph)}\n" for paragraph in re.split(r"\n\s*\n", article.text) if paragraph.strip()
    ]
    return "\n".join(lines).rstrip("\n")


def _lines(summary: Summary) -> Iterator[str]:
    items = wording.arrange(summary)
    yield from _heading(summary.article)
    yield from (f"- {escape(item.text)}" for item in items.highlights)
    if not items.highlights:
        yield f"*{wording.NO_HIGHLIGHT}*"
    yield ""
    if items.claims:
        yield from (f"## {wording.CLAIMS}", "", *(f"- {_labelled(claim)}" for claim in items.claims), "")
    if items.doubtful:
        yield from (f"## {wording.DOUBTFUL}", "")
        for item in items.doubtful:
            yield from _doubtful_item(item)
        yield ""
    if items.good:
        yield from ("## Evidence", "")
        yield from chain.from_iterable(map(_evidence, items.good))
    yield from ("---", "", *_footer(summary))


def _heading(article: Article) -> Iterator[str]:
    title, url = escape(wording.title(article)), wording.http_url(article.url)
    # Percent-encoded, so that no character of the address can end the link
    yield f"# [{title}]({quote(url, safe=_URL_SAFE)})" if url else f"# {title}"
    yield ""
    if source := wording.source(article):
        yield from (f"*{escape(' · '.join(source))}*", "")


def _labelled(item: Item) -> str:
    line = f"**{escape(item.id)}** {escape(item.text)}"
    notes = escape("; ".join(wording.claim_notes(item)))
    return f"{line} *({notes})*" if notes else line


def _doubtful_item(item: Item) -> Iterator[str]:
    notes = wording.claim_notes(item)
    yield f"- **{escape(item.id)}** {escape(item.text)}" + (
        f" *({escape('; '.join(notes))})*" if notes else ""
    )
    yield f"  - **{wording.verdict(item.support)}.**"
    yield from (f"  - {escape(explain(reason))}" for reason in item.support.reasons)
    for evidence in item.evidence:
        yield f"  - Closest in the article: {escape(shorten(evidence.quote, QUOTE_LIMIT))}"


def _evidence(item: Item) -> Iterator[str]:
    yield from (f"**{escape(item.id)}** {escape(shorten(item.text, _TITLE_LIMIT))}", "")
    for evidence in item.evidence:
        yield from (f"> {escape(shorten(evidence.quote, QUOTE_LIMIT))}", "")


def _footer(summary: Summary) -> Iterator[str]:
    words = (wording.colophon(summary.run), wording.figures(summary.run))
    yield f"*{escape(' '.join(part for part in words if part))}*"
    if summary.run.warnings:
        yield ""
    yield from (f"- Warning: {escape(warning)}" for warning in summary.run.warnings)
