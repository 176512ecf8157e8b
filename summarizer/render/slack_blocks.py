"""The pieces of Slack messages and dialogs: Block Kit within Slack's limits, and hostile text escaped.

Lengths are counted in UTF-16 units, as JavaScript does: the most cautious reading of Slack's limits.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from summarizer.render import wording
from summarizer.render.json_contract import dump_json
from summarizer.render.reasons import explain
from summarizer.render.text import one_line, shorten
from summarizer.render.wording import Item

Block = dict[str, Any]
Message = dict[str, Any]  # {"text": …, "blocks": […]}

BLOCKS_LIMIT = 50
SECTION_LIMIT = 3_000
HEADER_LIMIT = 150
# Undocumented: Slack took 9,597 characters of blocks and refused 11,341 (bolt-js #2867, #2509).
MESSAGE_LIMIT = 9_000
TEXT_LIMIT = 3_000
ITEM_LIMIT = 1_000  # with notes, reasons and quote, an entry stays below a section
QUOTE_LIMIT = 240
_QUOTE_LEAST = 80  # of each piece of evidence
_REASONS_SHOWN = 5
_ESCAPES = {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;"}


def escape(text: str) -> str:
    """Return `text` on one line, with the three characters escaped that Slack gives meaning to."""
    return one_line(text).translate(_ESCAPES)


def cut(text: str, limit: int) -> str:
    """Return `text` escaped and at most `limit` long, never cut inside an escape."""
    escaped = escape(text)
    if length(escaped) <= limit:
        return escaped
    kept, size = [], 1  # the ellipsis
    for char in one_line(text):
        size += length(escaped_char := _ESCAPES.get(ord(char), char))
        if size > limit:
            break
        kept.append(escaped_char)
    return "".join(kept).rstrip() + "…"


def length(text: str) -> int:
    """Count UTF-16 units."""
    return len(text.encode("utf-16-le", errors="surrogatepass")) // 2


def link(url: str | None, label: str) -> str | None:
    """Return a link to `url` named `label`, which is escaped text; None for what is no web address."""
    address = wording.http_url(url)
    if address is None or set(address) & set("<>|") or length(address) >= SECTION_LIMIT // 2:
        return None
    return f"<{escape(address)}|{label}>"


def entry(item: Item, *, quoted: bool = True) -> str:
    """Return an item as a bullet: its notes, what is wrong with it, and its evidence if `quoted`."""
    lines = [f"• {cut(item.text, ITEM_LIMIT)}"]
    if notes := wording.claim_notes(item):
        lines.append(f"   _{cut('; '.join(notes), QUOTE_LIMIT)}_")
    doubtful = item.support.label != "supported"
    if doubtful:
        lines.append(f"   {wording.verdict(item.support)}.")
        reasons = item.support.reasons
        lines += [f"   – {cut(explain(reason), QUOTE_LIMIT)}" for reason in reasons[:_REASONS_SHOWN]]
        if len(reasons) > _REASONS_SHOWN:
            lines.append(f"   – and {len(reasons) - _REASONS_SHOWN} more reasons")
    if quoted and item.evidence:
        lead = "Closest: " if doubtful else ""
        lines.append(f">{lead}{cut(_quotes(item), QUOTE_LIMIT)}")
    return "\n".join(lines)


def _quotes(item: Item) -> str:
    """Return the evidence in one line; where it is long, something of each piece."""
    whole = " […] ".join(evidence.quote for evidence in item.evidence)
    if length(whole) <= QUOTE_LIMIT:
        return whole
    share = max(QUOTE_LIMIT // len(item.evidence), _QUOTE_LEAST)
    return " […] ".join(shorten(evidence.quote, share) for evidence in item.evidence)


def sections(entries: list[str]) -> list[Block]:
    """Return as few sections as hold the `entries`, none of them longer than a section may be."""
    return [section(text) for text in joined(entries, SECTION_LIMIT)]


def section(text: str) -> Block:
    """Return a section of mrkdwn that Slack does not fold away behind "See more"."""
    return {"type": "section", "text": _mrkdwn(text), "expand": True}


def context(text: str) -> Block:
    """Return a line of small print in mrkdwn."""
    return {"type": "context", "elements": [_mrkdwn(text)]}


def button(label: str, action: str, value: str | None = None) -> Block:
    """Return a button; `label` is ours."""
    text = {"type": "plain_text", "text": label, "emoji": False}
    return {"type": "button", "action_id": action, "text": text} | ({"value": value} if value else {})


def _mrkdwn(text: str) -> dict[str, Any]:
    return {"type": "mrkdwn", "text": text, "verbatim": True}  # verbatim: bare addresses and #names stay text


def joined(entries: list[str], limit: int) -> list[str]:
    """Join entries, none of them longer than `limit`, by line breaks into as few texts as they need."""
    texts = [entries[0]]
    for text in entries[1:]:
        longer = f"{texts[-1]}\n{text}"
        if length(longer) <= limit:
            texts[-1] = longer
        else:
            texts.append(text)
    return texts


def packed(
    blocks: Iterable[Block], *, most: int = BLOCKS_LIMIT, limit: int = MESSAGE_LIMIT
) -> Iterator[list[Block]]:
    """Deal blocks out in order, at most `most` blocks and `limit` characters of JSON at a time."""
    message: list[Block] = []
    size = 0
    for block in blocks:
        cost = length(dump_json(block, indent=None)) + 2
        if message and (len(message) == most or size + cost > limit):
            yield message
            message, size = [], 0
        message.append(block)
        size += cost
    yield message


def messages(title: str, text: str, blocks: Iterable[Block]) -> list[Message]:
    """Return the messages that hold `blocks`, in order; `text` stands for the first, `title` for the others.

    Both are escaped text; notifications and screen readers get them.
    """
    parts = list(packed(blocks))
    texts = [text, *(f"{title} ({number} of {len(parts)})" for number in range(2, len(parts) + 1))]
    return [{"text": text, "blocks": blocks} for text, blocks in zip(texts, parts, strict=True)]
