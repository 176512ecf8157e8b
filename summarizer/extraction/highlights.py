"""Split the publisher's own highlights off a page, so that no engine copies them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, takewhile
from typing import Any

from summarizer.extraction.blocks import squeeze
from summarizer.extraction.highlight_lines import (
    BULLET,
    MAX_ITEM_CHARS,
    MAX_ITEMS,
    NEAR_TOP_CHARS,
    PROSE_CHARS,
    is_bulleted,
    lines_of,
    strip_bullet,
    strip_bullets,
    text_of,
)
from summarizer.extraction.labels import LabelStrength, inline_label, label_strength, may_hold_label

MIN_ITEM_CHARS = 3
_MAX_CLIMB = 3
_MOST_LABELS = 20  # looked at: more are a list of sections, or an attack
_MAX_RESIDUE = 60
_LEAST_LINES = 2
_LONGEST_PLAIN_LINE = 200
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
_BOX_STYLE = re.compile(r"\b(?:border|background)[a-z-]*\s*:\s*(?!none|0|transparent|inherit)", re.IGNORECASE)
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
    if label_strength(text_of(label)):
        while (parent := label.getparent()) is not None and text_of(parent) == text_of(label):
            label = parent
    elif not (node.text and label_strength(node.text.strip())):
        return None
    if label is node and not label_strength(text_of(node)):
        return _after_bare_text(node)
    _gather_lines(label)
    if (label.tag in _INLINE and (label.tail or "").strip()) or _is_inline_in_paragraph(label):
        return _after_inline(label)
    for _ in range(_MAX_CLIMB):
        following = [element for element in label.itersiblings() if text_of(element)]
        if (label.tail or "").strip():
            return None
        if following:
            return _under(label, following)
        parent = label.getparent()
        if parent is None or text_of(parent) != text_of(label):
            return None
        label = parent
    return None


def _is_inline_in_paragraph(label: Any) -> bool:
    parent = label.getparent()
    return label.tag in _INLINE and parent is not None and parent.tag == "p"


def _gather_lines(label: Any) -> None:
    """Put an inline `label` and the bulleted lines behind it, parted by <br>, into a paragraph of their own."""
    parent = label.getparent()
    if label.tag not in _INLINE or parent is None or parent.tag == "p":
        return
    run: list[Any] = []
    end, breaks, line = 0, 0, ""
    for node in label.itersiblings():
        if node.tag == "br":
            breaks += 1
            if line.strip() and not BULLET.match(line):
                break
            end = len(run) if line.strip() else end
            line = ""
        elif node.tag in _INLINE and breaks:
            line += "".join(node.itertext())
        else:
            break
        run.append(node)
        line += node.tail or ""
    end = len(run) if BULLET.match(line) else end
    lines = sum(bool(BULLET.match(node.tail or "")) for node in run[:end] if node.tag == "br")
    if lines >= _LEAST_LINES and not (label.tail or "").strip(" \t\r\n:："):
        paragraph = label.makeelement("p")
        label.addprevious(paragraph)
        paragraph.extend([label, *run[:end]])


def _after_bare_text(box: Any) -> _Find | None:
    """Handle `<div>Key points<ul>…</ul></div>`: the label is text of the box itself."""
    following = [element for element in box if text_of(element)]
    lines = lines_of(box)
    if (
        len(lines) > _LEAST_LINES
        and label_strength(lines[0])
        and all(BULLET.match(line) for line in lines[1:])
    ):
        return _Find(box, (), strip_bullets(lines[1:]), is_list=True)
    if not following or following[0].tag not in _LISTS:
        return None
    return _Find(box, (following[0],), _list_items(following[0]), is_list=True)


def _after_inline(label: Any) -> _Find | None:
    """Handle a bold label in a paragraph of its own items, parted by bullets or line breaks."""
    paragraph = label.getparent()
    if paragraph is None or (paragraph.text or "").strip():
        return None
    lines = [line for line in lines_of(paragraph) if line]
    if not lines or not label_strength(lines[0].split(":")[0]):
        found = inline_label(" ".join(lines)) if paragraph.tag == "p" else None
        return _Find(paragraph, (), (found[1],), is_list=False) if found else None
    if len(lines) == 1:
        found = inline_label(lines[0])
        return _Find(paragraph, (), (found[1],), is_list=False) if found and paragraph.tag == "p" else None
    if any(BULLET.match(line) for line in lines[1:]) and not all(BULLET.match(line) for line in lines[1:]):
        return None
    bulleted = BULLET.match(lines[1]) is not None
    if not bulleted and (
        paragraph.tag != "p" or len(lines) <= _LEAST_LINES or max(map(len, lines)) > _LONGEST_PLAIN_LINE
    ):
        return None
    return _Find(paragraph, (), strip_bullets(lines[1:]), is_list=bulleted)


def _rows(following: list[Any]) -> tuple[str, ...]:
    """Return the text of each row of a table, or of each element."""
    rows = (
        row for element in following for row in (element.iter("tr") if element.tag in _TABLES else (element,))
    )
    return tuple(item for row in rows for item in _items_of_row(row))


def _items_of_row(row: Any) -> tuple[str, ...]:
    lines = lines_of(row)
    if len(lines) > 1 and all(BULLET.match(line) for line in lines):
        return strip_bullets(lines)
    if (inner := next((element for element in row.iter("ul", "ol")), None)) is not None:
        return _list_items(inner)
    return (squeeze(" ".join(row.itertext())),)


def _under(label: Any, following: list[Any]) -> _Find | None:
    """Read the items in the elements that follow a label."""
    if label.tag in {"dt", "tr", "thead", "caption", "li"}:
        return _Find(label, tuple(following), _rows(following), is_list=True)
    first = following[0]
    core = first
    while core.tag not in _LISTS | _TABLES and len(core) and not (core.text or "").strip():
        inner = [element for element in core if text_of(element)]
        if len(inner) != 1 or (inner[0].tail or "").strip() or inner[0].tag in _INLINE:
            break
        core = inner[0]
    if core.tag in _LISTS:
        return _Find(label, (first,), _list_items(core), is_list=True)
    if core.tag in _TABLES:
        return _Find(label, (first,), _rows([core]), is_list=True)
    bulleted = tuple(takewhile(is_bulleted, following))
    if bulleted:
        lines = [line for element in bulleted for line in lines_of(element)]
        return _Find(label, bulleted, strip_bullets(lines), is_list=True)
    if not _in_box(label):
        return None
    parts = (
        [element for element in core if text_of(element)]
        if core is not first or len(following) == 1
        else following
    )
    if not parts or any(element.tag in _INLINE for element in parts):
        parts = following
    return _Find(label, tuple(following), tuple(text_of(element) for element in parts), is_list=False)


def _in_box(label: Any) -> bool:
    """Return whether one of the nearest containers of `label`, which starts them, is a box."""
    box = label.getparent()
    for _ in range(_MAX_CLIMB):
        if (
            box is None
            or box.tag in {"article", "main", "body"}
            or not text_of(box).startswith(text_of(label))
        ):
            return False
        named = _BOX_NAME.search(f"{box.get('class', '')} {box.get('id', '')}")
        if box.tag in _BOX_TAGS or box.get("role") in _BOX_ROLES or named:
            return True
        if box.tag != "p" and (_BOX_STYLE.search(box.get("style", "")) or box.get("bgcolor")):
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
    lengths = (len(text_of(paragraph)) for paragraph in paragraphs)
    return sum(length for length in lengths if length >= PROSE_CHARS)


def _is_doubtful(find: _Find) -> bool:
    """Return whether the items may be links to other stories, or stand beside the article."""
    links = [link for element in find.elements for link in element.iter("a")]
    away = [link for link in links if not (link.get("href") or "#").startswith("#")]
    if away and sum(len(text_of(link)) for link in away) > sum(map(len, find.items)) / 2:
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
    prose = " ".join(text_of(paragraph) for paragraph in tree.iter("p") if paragraph not in own)
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
        if (
            parent is None
            or box.tag in {"article", "main", "body", "html"}
            or len(text_of(box)) > _MAX_RESIDUE
        ):
            return
        box.drop_tree()
        box = parent


def _list_items(element: Any) -> tuple[str, ...]:
    items = [item for item in element if item.tag in {"li", "dd"}] or list(element)
    return tuple(text for item in items if (text := strip_bullet(text_of(item))))
