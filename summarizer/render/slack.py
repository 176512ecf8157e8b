"""Slack messages in Block Kit, within Slack's limits, that no article can turn into mentions or links."""

from collections.abc import Iterable, Iterator
from typing import Any

from summarizer.render import wording
from summarizer.render.json_contract import dump_json
from summarizer.render.reasons import explain
from summarizer.render.text import one_line
from summarizer.render.wording import Item
from summarizer.schema import Summary

Block = dict[str, Any]

BLOCKS_LIMIT = 50
SECTION_LIMIT = 3_000
HEADER_LIMIT = 150
# Undocumented: Slack took 9,597 characters of blocks and refused 11,341 (bolt-js #2867, #2509).
MESSAGE_LIMIT = 9_000
_TEXT_LIMIT = 3_000
_ITEM_LIMIT = 1_000  # with notes, reasons and quote, an entry stays below a section
_QUOTE_LIMIT = 240
_REASONS_SHOWN = 5
_ESCAPES = {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;"}


def escape(text: str) -> str:
    """Return `text` on one line, with the three characters escaped that Slack gives meaning to."""
    return one_line(text).translate(_ESCAPES)


def render_slack(summary: Summary) -> str:
    """Return the messages to post, in order, as a JSON list of `{"text": …, "blocks": […]}`."""
    return dump_json(slack_messages(summary), indent=2)


def slack_messages(summary: Summary) -> list[dict[str, Any]]:
    """Return the messages to post, in order; the first one begins with the title.

    `text` is what notifications and screen readers get: the title, at first with the highlights.
    """
    title = _cut(wording.title(summary.article), HEADER_LIMIT)
    bullets = [f"• {_cut(item.text, _ITEM_LIMIT)}" for item in wording.arrange(summary).highlights]
    fallback = _joined([title, *bullets], _TEXT_LIMIT)[0]
    packed = list(_packed(_blocks(summary)))
    texts = [fallback, *(f"{title} ({number} of {len(packed)})" for number in range(2, len(packed) + 1))]
    return [{"text": text, "blocks": blocks} for text, blocks in zip(texts, packed, strict=True)]


def _blocks(summary: Summary) -> Iterator[Block]:
    yield from _heading(summary)
    items = wording.arrange(summary)
    yield from _sections([f"*{wording.HIGHLIGHTS}*", *map(_entry, items.highlights)])
    if not items.highlights:
        yield _section(wording.NO_HIGHLIGHT)
    if items.claims:
        yield from _sections([f"*{wording.CLAIMS}*", *map(_entry, items.claims)])
    if items.doubtful:
        yield {"type": "divider"}
        yield from _sections([f":warning: *{wording.DOUBTFUL}*", *map(_entry, items.doubtful)])
    yield from _footer(summary)


def _heading(summary: Summary) -> Iterator[Block]:
    article = summary.article
    title, url = wording.title(article), wording.http_url(article.url)
    yield {
        "type": "header",
        "text": {"type": "plain_text", "text": _cut(title, HEADER_LIMIT), "emoji": False},
    }
    about = [_cut(part, _QUOTE_LIMIT) for part in wording.source(article)]
    if url and not set(url) & set("<>|") and len(url) < SECTION_LIMIT // 2:
        about.append(f"<{escape(url)}|Open the article>")
    if about:
        yield _context(" · ".join(about))


def _footer(summary: Summary) -> Iterator[Block]:
    run = summary.run
    lines = [
        wording.colophon(run),
        wording.figures(run) or "",
        *(f"Warning: {text}" for text in run.warnings),
    ]
    for line in filter(None, lines):
        yield _context(_cut(line, _ITEM_LIMIT))


def _entry(item: Item) -> str:
    lines = [f"• {_cut(item.text, _ITEM_LIMIT)}"]
    if notes := wording.claim_notes(item):
        lines.append(f"   _{_cut('; '.join(notes), _QUOTE_LIMIT)}_")
    doubtful = item.support.label != "supported"
    if doubtful:
        lines.append(f"   {wording.verdict(item.support)}.")
        reasons = item.support.reasons
        lines += [f"   – {_cut(explain(reason), _QUOTE_LIMIT)}" for reason in reasons[:_REASONS_SHOWN]]
        if len(reasons) > _REASONS_SHOWN:
            lines.append(f"   – and {len(reasons) - _REASONS_SHOWN} more reasons")
    if item.evidence:
        quotes = " […] ".join(evidence.quote for evidence in item.evidence)
        lead = "Closest: " if doubtful else ""
        lines.append(f">{lead}{_cut(quotes, _QUOTE_LIMIT)}")
    return "\n".join(lines)


def _sections(entries: list[str]) -> list[Block]:
    return [_section(text) for text in _joined(entries, SECTION_LIMIT)]


def _joined(entries: list[str], limit: int) -> list[str]:
    """Join entries, none of them longer than `limit`, by line breaks into as few texts as they need."""
    texts = [entries[0]]
    for entry in entries[1:]:
        longer = f"{texts[-1]}\n{entry}"
        if _length(longer) <= limit:
            texts[-1] = longer
        else:
            texts.append(entry)
    return texts


def _section(text: str) -> Block:
    return {"type": "section", "text": _mrkdwn(text)}


def _context(text: str) -> Block:
    return {"type": "context", "elements": [_mrkdwn(text)]}


def _mrkdwn(text: str) -> dict[str, Any]:
    return {"type": "mrkdwn", "text": text, "verbatim": True}  # verbatim: bare addresses and #names stay text


def _packed(blocks: Iterable[Block]) -> Iterator[list[Block]]:
    """Deal blocks out to as few messages as the limits allow."""
    message: list[Block] = []
    size = 0
    for block in blocks:
        cost = _length(dump_json(block, indent=None)) + 2
        if message and (len(message) == BLOCKS_LIMIT or size + cost > MESSAGE_LIMIT):
            yield message
            message, size = [], 0
        message.append(block)
        size += cost
    yield message


def _cut(text: str, limit: int) -> str:
    """Return `text` escaped and at most `limit` long, never cut inside an escape."""
    escaped = escape(text)
    if _length(escaped) <= limit:
        return escaped
    kept, size = [], 1  # the ellipsis
    for char in one_line(text):
        size += _length(escaped_char := _ESCAPES.get(ord(char), char))
        if size > limit:
            break
        kept.append(escaped_char)
    return "".join(kept).rstrip() + "…"


def _length(text: str) -> int:
    """Count as JavaScript does, the most cautious reading of Slack's limits."""
    return len(text.encode("utf-16-le", errors="surrogatepass")) // 2
