"""The body as a list of blocks, from trafilatura's tree or from plain text and Markdown."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from summarizer.extraction.tables import rows_of

BlockKind = Literal["paragraph", "title", "heading", "item", "row", "quote"]

# What ends a sentence of a block, with the space behind; from the full stop on, which is found soonest.
SENTENCE_GAP = re.compile(r"[.!?…。！？](?:(?<=[。！？])|[\"'”’)]*\s+)")
_BLANK_LINE = re.compile(r"\n\s*\n")
_ENDED = re.compile(r"[.!?…。！？।:;”»\"]\s*$")
# Dashes longer than a hyphen open dialogue in many languages, so they are none.
_BULLET = re.compile(r"^\s*(?:[•‣▪●◦■►▸✓✔➤]\s*|[*·+-]\s+)(?=\S)")
_NUMBERED = re.compile(r"^\s*\d{1,2}[.)]\s+(?=\S)")
_WRAP_WIDTH = 100
_LEAST_WRAPPED = 45
_EAST_ASIAN = re.compile(r"[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]")
_EAST_ASIAN_BREAK = re.compile(
    r"(?<=[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef])\n(?=[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef])"
)
_MARKDOWN_HEADING = re.compile(r"^#{1,6}\s+(.*?)\s*#*$")
_MARKDOWN_SETEXT = re.compile(r"^(?:=+|-+)$")
_MARKDOWN_MARKUP = (
    (re.compile(r"!\[[^\]]*\]\([^)]*\)"), ""),
    (re.compile(r"\[([^\]]+)\]\([^)\s]*(?:\s+\"[^\"]*\")?\)"), r"\1"),
    (re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1"), r"\2"),
    (re.compile(r"(?<![\w*])\*(?=\S)([^*]+?)(?<=\S)\*(?![\w*])"), r"\1"),
    (re.compile(r"(?<!\w)_(?=\S)([^_]+?)(?<=\S)_(?!\w)"), r"\1"),
    (re.compile(r"`([^`]+)`"), r"\1"),
    (re.compile(r"<(https?://[^>\s]+)>"), r"\1"),
)


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading, list item or table row; `text` is a single line."""

    kind: BlockKind
    text: str


def squeeze(text: str) -> str:
    """Return `text` with every run of space as one space, and none around it."""
    return " ".join(text.split())


def blocks_of_tree(body: Any) -> list[Block]:
    """Return the blocks of the body that trafilatura extracted."""
    return [block for element in body for block in _blocks_of(element)]


def _blocks_of(element: Any) -> Iterator[Block]:
    if element.tag == "list":
        for item in element.iter("item"):
            yield from _lines(_own_text(item), "item")
    elif element.tag == "table":
        yield from (Block("row", row) for row in rows_of(element))
    elif element.tag == "quote":
        yield from _lines(_own_text(element), "quote")
    elif element.tag == "head":
        yield from _lines(" ".join(element.itertext()), "title" if element.get("rend") == "h1" else "heading")
    else:
        yield from _lines(_own_text(element), "paragraph")
    if element.tail and element.tail.strip():
        yield from _lines(element.tail, "paragraph")


def _own_text(element: Any) -> str:
    """Return the text of `element` without nested lists; line breaks and inner paragraphs as newlines."""
    if not len(element):
        return _unbroken(element.text)
    parts: list[str] = []
    stack: list[tuple[Any, bool]] = [(element, False)]
    while stack:
        node, left = stack.pop()
        if left:
            parts.append(("\n" if node.tag in {"p", "lb", "head"} else "") + (node.tail or ""))
            continue
        if node is not element:
            if node.tag in {"list", "table"}:
                parts.append(node.tail or "")
                continue
            stack.append((node, True))
            if node.tag in {"p", "lb", "head"}:
                parts.append("\n")
        parts.append(_unbroken(node.text))
        stack.extend((child, False) for child in reversed(node))
    return "".join(parts)


def _unbroken(text: str | None) -> str:
    return text.replace("\n", " ") if text else ""


def _lines(text: str, kind: BlockKind) -> Iterator[Block]:
    """Split `text` where a line break ends something; elsewhere a break is a space."""
    pending = ""
    for line in text.split("\n"):
        clean = squeeze(line)
        if not clean:
            continue
        if pending and not (_ENDED.search(pending) or _BULLET.match(clean)):
            pending = f"{pending} {clean}"
            continue
        if pending:
            yield _block(pending, kind)
        pending = clean
    if pending:
        yield _block(pending, kind)


def _block(line: str, kind: BlockKind) -> Block:
    bullet = _BULLET.match(line) if kind == "paragraph" and line[0] not in "*+-" else None
    return Block("item", line[bullet.end() :]) if bullet else Block(kind, line)


def blocks_of_text(text: str, *, markdown: bool) -> list[Block]:
    """Return the blocks of plain text or Markdown, paragraphs parted by blank lines.

    Where no line is blank, each line is a paragraph, unless lines look hard-wrapped.
    """
    text = text.strip()
    if not _BLANK_LINE.search(text) and not _hard_wrapped(text):
        text = text.replace("\n", "\n\n")
    found: list[Block] = []
    for chunk in _BLANK_LINE.split(text):
        found.extend(_blocks_of_chunk(chunk, markdown=markdown))
    return found


def _hard_wrapped(text: str) -> bool:
    lines = [line for line in text.strip().split("\n") if line.strip()]
    longest = max((len(line) + len(_EAST_ASIAN.findall(line)) for line in lines), default=0)
    return len(lines) > 1 and longest <= _WRAP_WIDTH and any(not _ENDED.search(line) for line in lines[:-1])


def _blocks_of_chunk(chunk: str, *, markdown: bool) -> Iterator[Block]:
    lines = [line.rstrip() for line in chunk.split("\n") if line.strip()]
    if markdown and len(lines) > 1 and _MARKDOWN_SETEXT.match(lines[1]):
        yield Block("heading", _plain(lines[0], markdown=markdown))
        lines = lines[2:]
    numbered = sum(_NUMBERED.match(line) is not None for line in lines) > 1
    pending: list[str] = []
    kind: BlockKind = "paragraph"
    for line in lines:
        heading = _MARKDOWN_HEADING.match(line)
        bullet = _BULLET.match(line)
        item = bullet or (numbered and _NUMBERED.match(line))
        if pending and (heading or item or not _goes_on(pending[-1])):
            yield Block(kind, _plain(_joined(pending), markdown=markdown))
            pending, kind = [], "paragraph"
        if heading:
            yield Block("heading", _plain(heading[1], markdown=markdown))
        else:
            pending.append(line[bullet.end() :] if bullet else line)
            kind = "item" if item else kind
    if pending:
        yield Block(kind, _plain(_joined(pending), markdown=markdown))


def _goes_on(line: str) -> bool:
    """Return whether `line` is so long that it was broken to fit, not to end."""
    return len(line) + len(_EAST_ASIAN.findall(line)) >= _LEAST_WRAPPED


def _joined(lines: list[str]) -> str:
    """Join the lines of a paragraph: with a space, except between Chinese or Japanese characters."""
    return _EAST_ASIAN_BREAK.sub("", "\n".join(line.strip() for line in lines))


def _plain(text: str, *, markdown: bool) -> str:
    text = squeeze(text)
    if markdown:
        text = text.removeprefix("> ")
        for pattern, replacement in _MARKDOWN_MARKUP:
            text = pattern.sub(replacement, text)
    return squeeze(text)
