"""Split the publisher's own highlights off a page, so that no engine copies them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, takewhile
from typing import Any

from summarizer.extraction.blocks import Block, squeeze
from summarizer.extraction.labels import LabelStrength, inline_label, label_strength, may_hold_label

MAX_ITEMS = 15
MIN_ITEM_CHARS = 3
MAX_ITEM_CHARS = 600
# A weak label counts only while less than this much prose stands before it: a standfirst and an
# opening paragraph of the 181 development pages together.
NEAR_TOP_CHARS = 700
_PROSE_CHARS = 80
_MAX_CLIMB = 3
_MOST_LABELS = 20  # looked at: more are a list of sections, or an attack
_MAX_RESIDUE = 60
_OVERLAP = 0.5

_LISTS = frozenset({"ul", "ol", "dl", "menu"})
_TABLES = frozenset({"table", "tbody", "thead", "tfoot"})
_INLINE = frozenset({"strong", "b", "em", "i", "span", "u", "font", "mark", "big", "small", "a"})
_OUTSIDE = frozenset({"nav", "footer", "form", "head", "script", "style", "noscript", "template", "button"})
_BOX_TAGS = frozenset({"aside", "details"})
_BOX_ROLES = frozenset({"note", "doc-abstract", "doc-tip", "complementary"})
_BOX_NAME = re.compile(
    r"highlight|key[-_ ]?(?:point|takeaway|fact|finding)|takeaway|summary|tl-?dr|glance|in-?brief|abstract|bullets?"
    r"|zusammenfassung|kurz|resum|essenti|sintesi|samenvatting|callout|call-?out|(?:^|[-_ ])(?:box|note|panel)(?:$|[-_ ])",
    re.IGNORECASE,
)
_SIDE_NAME = re.compile(r"sidebar|widget|related|promo|recirc|trending|most-?read|newsletter", re.IGNORECASE)
_BULLET = re.compile(r"^\s*(?:[•‣▪●◦■►▸✓✔➤·*–—-]|\d{1,2}[.)])\s*(?=\S)")
_BULLET_SIGN = re.compile(r"\s*[•‣▪●◦■►▸✓✔➤]\s*")
_WORD = re.compile(r"[^\W_]{4,}|\d+|[\u3040-\u30ff\u3400-\u9fff]{2}")


@dataclass(frozen=True, slots=True)
class _Find:
    """A label, the elements under it, and what they say."""

    label: Any
    elements: tuple[Any, ...]
    items: tuple[str, ...]
    is_list: bool


def take_from_tree(tree: Any, markup: str) -> tuple[str, ...]:
    """Take the highlights and their labels out of `tree`, and return their items in order."""
    if not may_hold_label(markup):
        return ()
    taken: list[str] = []
    for node, strength in list(islice(_labels(tree), _MOST_LABELS)):
        if node.getroottree().getroot() is not tree or _is_outside(node):
            continue
        find = _find(node)
        if find is not None and _accepts(find, strength, tree):
            taken.extend(find.items)
            _remove(find)
    return tuple(dict.fromkeys(taken))


def _labels(tree: Any) -> Iterator[tuple[Any, LabelStrength]]:
    for element in tree.iter():
        if not isinstance(element.tag, str):
            continue
        for text, owner in ((element.text, element), (element.tail, element.getparent())):
            strength = label_strength(text.strip()) if text and owner is not None else None
            if strength:
                yield owner, strength


def _is_outside(node: Any) -> bool:
    return node.tag in _OUTSIDE or next(node.iterancestors(*_OUTSIDE), None) is not None


def _find(node: Any) -> _Find | None:
    """Return what stands under the label in `node`, or None if that is not like highlights."""
    label = node
    if label_strength(_text(label)):
        while (parent := label.getparent()) is not None and _text(parent) == _text(label):
            label = parent
    elif not (node.text and label_strength(node.text.strip())):
        return None
    if label is node and not label_strength(_text(node)):
        return _after_bare_text(node)
    if (label.tag in _INLINE and (label.tail or "").strip()) or _is_inline_in_paragraph(label):
        return _after_inline(label)
    for _ in range(_MAX_CLIMB):
        following = [element for element in label.itersiblings() if _text(element)]
        if (label.tail or "").strip():
            return None
        if following:
            return _under(label, following)
        parent = label.getparent()
        if parent is None or _text(parent) != _text(label):
            return None
        label = parent
    return None


def _is_inline_in_paragraph(label: Any) -> bool:
    parent = label.getparent()
    return label.tag in _INLINE and parent is not None and parent.tag == "p"


def _after_bare_text(box: Any) -> _Find | None:
    """Handle `<div>Key points<ul>…</ul></div>`: the label is text of the box itself."""
    following = [element for element in box if _text(element)]
    if not following or following[0].tag not in _LISTS:
        return None
    return _Find(box, (following[0],), _list_items(following[0]), is_list=True)


def _after_inline(label: Any) -> _Find | None:
    """Handle a bold label in a paragraph of its own items, parted by bullets or line breaks."""
    paragraph = label.getparent()
    if paragraph is None or (paragraph.text or "").strip():
        return None
    lines = [line for line in _lines(paragraph) if line]
    if not lines or not label_strength(lines[0].split(":")[0]):
        found = inline_label(" ".join(lines)) if paragraph.tag == "p" else None
        return _Find(paragraph, (), (found[1],), is_list=False) if found else None
    if len(lines) == 1:
        found = inline_label(lines[0])
        return _Find(paragraph, (), (found[1],), is_list=False) if found and paragraph.tag == "p" else None
    if not all(_BULLET.match(line) for line in lines[1:]):
        return None
    return _Find(paragraph, (), _strip_bullets(lines[1:]), is_list=True)


def _is_bulleted(element: Any) -> bool:
    lines = _lines(element)
    return bool(lines) and all(_BULLET.match(line) for line in lines)


def _rows(following: list[Any]) -> tuple[str, ...]:
    """Return the text of each row of a table, or of each element."""
    rows = (
        row for element in following for row in (element.iter("tr") if element.tag in _TABLES else (element,))
    )
    return tuple(squeeze(" ".join(row.itertext())) for row in rows)


def _under(label: Any, following: list[Any]) -> _Find | None:
    """Read the items in the elements that follow a label."""
    if label.tag in {"dt", "tr", "thead", "caption", "li"}:
        return _Find(label, tuple(following), _rows(following), is_list=True)
    first = following[0]
    core = first
    while core.tag not in _LISTS | _TABLES and len(core) and not (core.text or "").strip():
        inner = [element for element in core if _text(element)]
        if len(inner) != 1 or (inner[0].tail or "").strip() or inner[0].tag in _INLINE:
            break
        core = inner[0]
    if core.tag in _LISTS:
        return _Find(label, (first,), _list_items(core), is_list=True)
    if core.tag in _TABLES:
        return _Find(
            label, (first,), tuple(_text(row) for row in core.iter("tr") if _text(row)), is_list=True
        )
    bulleted = tuple(takewhile(_is_bulleted, following))
    if bulleted:
        lines = [line for element in bulleted for line in _lines(element)]
        return _Find(label, bulleted, _strip_bullets(lines), is_list=True)
    if not _in_box(label):
        return None
    parts = (
        [element for element in core if _text(element)]
        if core is not first or len(following) == 1
        else following
    )
    if not parts or any(element.tag in _INLINE for element in parts):
        parts = following
    return _Find(label, tuple(following), tuple(_text(element) for element in parts), is_list=False)


def _in_box(label: Any) -> bool:
    """Return whether one of the nearest containers of `label`, which starts them, is a box."""
    box = label.getparent()
    for _ in range(_MAX_CLIMB):
        if box is None or box.tag in {"article", "main", "body"} or not _text(box).startswith(_text(label)):
            return False
        named = _BOX_NAME.search(f"{box.get('class', '')} {box.get('id', '')}")
        if box.tag in _BOX_TAGS or box.get("role") in _BOX_ROLES or named:
            return True
        box = box.getparent()
    return False


def _accepts(find: _Find, strength: LabelStrength, tree: Any) -> bool:
    items = find.items
    if not 1 <= len(items) <= MAX_ITEMS or any(
        not MIN_ITEM_CHARS <= len(item) <= MAX_ITEM_CHARS for item in items
    ):
        return False
    boxed = _in_box(find.label)
    if find.is_list and len(items) == 1 and not (boxed or strength == "strong"):
        return False
    if not boxed and (strength == "weak" or not find.is_list) and not _is_near_top(find.label):
        return False
    if boxed and not find.is_list and strength == "weak" and not _is_near_top(find.label):
        return False
    return not _is_doubtful(find) or _overlap(find, tree) >= _OVERLAP


def _is_near_top(label: Any) -> bool:
    """Return whether little prose stands before `label`, and more of it after."""
    outside = "[not(ancestor::nav or ancestor::footer or ancestor::aside)]"
    before = _prose_length(label.xpath(f"preceding::p{outside}"))
    return before <= NEAR_TOP_CHARS and before < _prose_length(label.xpath(f"following::p{outside}"))


def _prose_length(paragraphs: list[Any]) -> int:
    lengths = (len(_text(paragraph)) for paragraph in paragraphs)
    return sum(length for length in lengths if length >= _PROSE_CHARS)


def _is_doubtful(find: _Find) -> bool:
    """Return whether the items may be links to other stories, or stand beside the article."""
    links = [link for element in find.elements for link in element.iter("a")]
    away = [link for link in links if not (link.get("href") or "#").startswith("#")]
    if away and sum(len(_text(link)) for link in away) > sum(map(len, find.items)) / 2:
        return True
    for element in (find.label, *find.label.iterancestors()):
        if element.tag in {"article", "main"}:
            return False
        if element.tag == "aside" or _SIDE_NAME.search(f"{element.get('class', '')} {element.get('id', '')}"):
            return True
    return False


def _overlap(find: _Find, tree: Any) -> float:
    """Return which share of the items' longer words the page's paragraphs hold, on average."""
    own = {element for top in (find.label, *find.elements) for element in top.iter()}
    prose = " ".join(_text(paragraph) for paragraph in tree.iter("p") if paragraph not in own)
    known = set(_WORD.findall(prose.lower()))
    shares = []
    for item in find.items:
        words = set(_WORD.findall(item.lower()))
        shares.append(len(words & known) / len(words) if words else 0.0)
    return sum(shares) / len(shares)


def _remove(find: _Find) -> None:
    """Take the find out of its tree, and a box that is left with next to nothing."""
    box = find.label.getparent()
    if find.elements and find.elements[0].getparent() is find.label:
        box, find.label.text = find.label, None
        elements: tuple[Any, ...] = find.elements
    else:
        elements = (find.label, *find.elements)
    for element in elements:
        if element.getparent() is not None:
            element.drop_tree()
    for _ in range(_MAX_CLIMB):
        parent = box.getparent() if box is not None else None
        if parent is None or box.tag in {"article", "main", "body", "html"} or len(_text(box)) > _MAX_RESIDUE:
            return
        box.drop_tree()
        box = parent


def _list_items(element: Any) -> tuple[str, ...]:
    items = [item for item in element if item.tag in {"li", "dd"}] or list(element)
    return tuple(text for item in items if (text := _strip_bullet(_text(item))))


def _lines(element: Any) -> list[str]:
    """Return the lines of `element`: parted by <br>, block children and bullet signs."""
    parts: list[str] = []
    for node in element.iter():
        if node is not element and node.tag in {"br", "p", "div", "li"}:
            parts.append("\n")
        parts.append(re.sub(r"\s+", " ", node.text or "") if isinstance(node.tag, str) else "")
        if node is not element:
            parts.append(re.sub(r"\s+", " ", node.tail or ""))
    text = _BULLET_SIGN.sub(lambda sign: "\n" + sign[0].strip() + " ", "".join(parts))
    return [squeeze(line) for line in text.split("\n") if line.strip()]


def _strip_bullets(lines: list[str]) -> tuple[str, ...]:
    return tuple(_strip_bullet(line) for line in lines)


def _strip_bullet(line: str) -> str:
    return squeeze(_BULLET.sub("", line))


def _text(element: Any) -> str:
    return squeeze("".join(element.itertext()))


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
    return len(block.text) if len(block.text) >= _PROSE_CHARS and not _is_item(block) else 0


def _items_under(blocks: list[Block], index: int, *, near_top: bool) -> tuple[tuple[str, ...], int]:
    """Return the highlights whose label is block `index`, if it is one, and where they end."""
    block, end = blocks[index], index + 1
    if block.kind not in {"heading", "title", "paragraph"}:
        return (), end
    strength = label_strength(block.text)
    if strength == "strong" or (strength and near_top):
        items = tuple(takewhile(_is_item, blocks[end : end + MAX_ITEMS]))
        if len(items) >= (1 if strength == "strong" else 2) and end + len(items) < len(blocks):
            return tuple(_strip_bullet(item.text) for item in items), end + len(items)
    inline = inline_label(block.text) if near_top and block.kind == "paragraph" else None
    if inline and inline[0] == "strong" and len(inline[1]) <= MAX_ITEM_CHARS and end < len(blocks):
        return (inline[1],), end
    return (), end


def _is_item(block: Block) -> bool:
    return block.kind == "item" or (block.kind == "paragraph" and _BULLET.match(block.text) is not None)
