"""The signs that open the lines of a highlights box, and the boxes among the blocks of a text."""

import re
from itertools import takewhile
from typing import Any

from summarizer.extraction.blocks import Block, squeeze
from summarizer.extraction.labels import inline_label, label_strength

MAX_ITEMS = 15
MAX_ITEM_CHARS = 600
# A weak label counts only while less than this much prose stands before it: a standfirst and an
# opening paragraph of the 181 development pages together.
NEAR_TOP_CHARS = 700
PROSE_CHARS = 80
_SIGNS = "•‣▪▫●○◦■□◆◇▶►▸▹✓✔✅➤⁃∙"
# The middle dots, of which the wide one is Japanese, stand inside names, too; the dashes in any text.
BULLET = re.compile(rf"^\s*(?:[{_SIGNS}·・･→➔➜]|[*–—―-](?!\d)|\d{{1,2}}[.)、．](?!\d))\ufe0f?\s*(?=\S)")
BULLET_SIGN = re.compile(rf"\s*[{_SIGNS}]\ufe0f?\s*")
# "Label • one • two", all in one block.
_RUN_ON = re.compile(
    rf"(?P<label>[^{_SIGNS}]{{2,50}}?)\s*(?P<items>(?:[{_SIGNS}]|(?<=\s)[·・･–—](?=\s?\S)).+)", re.DOTALL
)
_MAY_RUN_ON = re.compile(rf"[{_SIGNS}·・･–—]")
_RUN_ON_SIGN = re.compile(rf"(?:^|\s*)[{_SIGNS}]\s*|(?:^|\s)[·・･–—]\s*")
_PARTING = frozenset(
    "br hr p div section article aside header footer blockquote figure figcaption details summary "
    "h1 h2 h3 h4 h5 h6 ul ol menu li dl dt dd table caption thead tbody tfoot tr td th".split()
)


def strip_bullet(line: str) -> str:
    """Return `line` without the sign that makes an item of it."""
    return squeeze(BULLET.sub("", line))


def strip_bullets(lines: list[str]) -> tuple[str, ...]:
    """Return `lines` without the signs."""
    return tuple(strip_bullet(line) for line in lines)


def text_of(element: Any) -> str:
    """Return all text in `element`, squeezed, with a space where a browser begins a new line or cell."""
    if not len(element) or next(element.iterdescendants(*_PARTING), None) is None:
        return squeeze("".join(element.itertext()))
    parts: list[str] = []
    stack: list[tuple[Any, bool]] = [(element, False)]
    while stack:
        node, left = stack.pop()
        space = " " if node.tag in _PARTING else ""
        if left:
            parts.append(f"{space}{node.tail or ''}")
            continue
        parts.append(f"{space}{node.text or ''}")
        if node is not element:
            stack.append((node, True))
        stack.extend((child, False) for child in reversed(node))
    return squeeze("".join(parts))


def lines_of(element: Any) -> list[str]:
    """Return the lines of `element`: parted by <br>, block children and bullet signs."""
    parts: list[str] = []
    for node in element.iter():
        if node is not element and node.tag in {"br", "p", "div", "li"}:
            parts.append("\n")
        parts.append(re.sub(r"\s+", " ", node.text or "") if isinstance(node.tag, str) else "")
        if node is not element:
            parts.append(re.sub(r"\s+", " ", node.tail or ""))
    text = BULLET_SIGN.sub(lambda sign: "\n" + sign[0].strip() + " ", "".join(parts))
    return [squeeze(line) for line in text.split("\n") if line.strip()]


def is_bulleted(element: Any) -> bool:
    """Return whether each line of `element` opens with a sign."""
    lines = lines_of(element)
    return bool(lines) and all(BULLET.match(line) for line in lines)


def take_from_blocks(blocks: list[Block]) -> tuple[tuple[str, ...], list[Block]]:
    """Return the highlights among the blocks of a text, and the blocks without them."""
    taken: list[str] = []
    kept: list[Block] = []
    before, after = 0, sum(_prose(block) for block in blocks)
    index = 0
    while index < len(blocks):
        block = blocks[index]
        near_top = before <= NEAR_TOP_CHARS and before < after
        items, end = _items_under(blocks, index, near_top=near_top)
        if not items:
            kept.append(block)
        taken.extend(items)
        for passed in blocks[index:end]:
            before, after = before + _prose(passed), after - _prose(passed)
        index = end
    return tuple(taken), kept


def _prose(block: Block) -> int:
    return len(block.text) if len(block.text) >= PROSE_CHARS and not _is_item(block) else 0


def _items_under(blocks: list[Block], index: int, *, near_top: bool) -> tuple[tuple[str, ...], int]:
    """Return the highlights whose label is block `index`, if it is one, and where they end."""
    block, end = blocks[index], index + 1
    if block.kind not in {"heading", "title", "paragraph"}:
        return (), end
    strength = label_strength(block.text)
    run_on = _RUN_ON.fullmatch(block.text) if strength is None and _MAY_RUN_ON.search(block.text) else None
    if run_on and (label := label_strength(run_on["label"])) and (label == "strong" or near_top):
        items = tuple(squeeze(item) for item in _RUN_ON_SIGN.split(run_on["items"]) if item.strip())
        if 1 < len(items) <= MAX_ITEMS and max(map(len, items)) <= MAX_ITEM_CHARS and end < len(blocks):
            return items, end
    if strength == "strong" or (strength and near_top):
        below = list(takewhile(_is_item, blocks[end : end + MAX_ITEMS]))
        if len(below) >= (1 if strength == "strong" else 2) and (end + len(below) < len(blocks) or index > 0):
            return tuple(strip_bullet(item.text) for item in below), end + len(below)
    inline = inline_label(block.text) if near_top and block.kind == "paragraph" else None
    if inline and inline[0] == "strong" and len(inline[1]) <= MAX_ITEM_CHARS and end < len(blocks):
        return (inline[1],), end
    return (), end


def _is_item(block: Block) -> bool:
    return block.kind == "item" or (block.kind == "paragraph" and BULLET.match(block.text) is not None)
