"""The shapes in which pages set their own highlights: what stands under a label, and its items."""

from itertools import takewhile
from typing import Any

from summarizer.extraction.highlight_boxes import (
    INLINE,
    LEAST_LINES,
    LISTS,
    LONGEST_PLAIN_LINE,
    MAX_CLIMB,
    PLAIN_BOXES,
    TABLES,
    Find,
    are_plain,
    digest,
    in_box,
    in_divs,
    in_plain_box,
    is_note_on_digest,
    points,
)
from summarizer.extraction.highlight_lines import (
    BULLET,
    is_bulleted,
    lines_of,
    strip_bullet,
    strip_bullets,
    text_of,
)
from summarizer.extraction.labels import inline_label, label_strength

_LEAST_LIKENESS = 0.4  # of the first list's mean length has an item of those behind it


def find_under(node: Any) -> Find | None:
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
    follower = label.getnext()
    broken = label.tag in INLINE and follower is not None and follower.tag == "br"
    if broken or (label.tag in INLINE and (label.tail or "").strip()) or _is_inline_in_paragraph(label):
        return _after_inline(label)
    for _ in range(MAX_CLIMB):
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


def find_in_named(element: Any) -> Find | None:
    """Return the items in an element that an attribute labels, if it holds nothing else."""
    if element.tag in LISTS:
        return Find(element, (), _list_items(element), "list")
    inner = next(element.iter(*LISTS), None)
    if inner is not None and text_of(inner) == text_of(element):
        return Find(element, (), _list_items(inner), "list")
    parts = [child for child in element if text_of(child)]
    items = tuple(text_of(part) for part in parts)
    if inner is not None or not are_plain(parts, items) or len(items) < LEAST_LINES:
        return None
    return Find(element, (), items, "box")


def _is_inline_in_paragraph(label: Any) -> bool:
    parent = label.getparent()
    return label.tag in INLINE and parent is not None and parent.tag == "p"


def _gather_lines(label: Any) -> None:
    """Put an inline `label` and the bulleted lines behind it, parted by <br>, into their own paragraph."""
    parent = label.getparent()
    if label.tag not in INLINE or parent is None or parent.tag == "p":
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
        elif node.tag in INLINE and breaks:
            line += "".join(node.itertext())
        else:
            break
        run.append(node)
        line += node.tail or ""
    end = len(run) if BULLET.match(line) else end
    lines = sum(bool(BULLET.match(node.tail or "")) for node in run[:end] if node.tag == "br")
    if lines >= LEAST_LINES and not (label.tail or "").strip(" \t\r\n:："):
        paragraph = label.makeelement("p")
        label.addprevious(paragraph)
        paragraph.extend([label, *run[:end]])


def _after_bare_text(box: Any) -> Find | None:
    """Handle `<div>Key points<ul>…</ul></div>`: the label is text of the box itself."""
    following = [element for element in box if text_of(element)]
    lines = lines_of(box)
    if (
        len(lines) > LEAST_LINES
        and label_strength(lines[0])
        and all(BULLET.match(line) for line in lines[1:])
    ):
        return Find(box, (), strip_bullets(lines[1:]), "list")
    if following and following[0].tag in LISTS:
        return Find(box, (following[0],), _list_items(following[0]), "list")
    if box.tag not in PLAIN_BOXES or not label_strength(lines[0]):
        return None
    if not following or all(element.tag in INLINE for element in following):
        plain = len(lines) > LEAST_LINES and max(map(len, lines)) <= LONGEST_PLAIN_LINE
        return Find(box, (), tuple(lines[1:]), "box") if plain else None
    items = tuple(text_of(element) for element in following)
    untold = any((element.tail or "").strip() for element in following)
    return Find(box, tuple(following), items, "box") if are_plain(following, items) and not untold else None


def _after_inline(label: Any) -> Find | None:
    """Handle a bold label in an element of its own items, parted by bullets or line breaks."""
    holder = label.getparent()
    if holder is None or (holder.text or "").strip():
        return None
    lines = [line for line in lines_of(holder) if line]
    if not lines or not label_strength(lines[0].split(":")[0]):
        found = inline_label(" ".join(lines)) if holder.tag == "p" else None
        return Find(holder, (), (found[1],), "text") if found else None
    if len(lines) == 1:
        found = inline_label(lines[0])
        return Find(holder, (), (found[1],), "text") if found and holder.tag == "p" else None
    if any(BULLET.match(line) for line in lines[1:]) and not all(BULLET.match(line) for line in lines[1:]):
        return None
    if BULLET.match(lines[1]) is not None:
        return Find(holder, (), strip_bullets(lines[1:]), "list")
    if len(lines) <= LEAST_LINES or max(map(len, lines)) > LONGEST_PLAIN_LINE:
        return None
    if holder.tag == "p":
        return Find(holder, (), tuple(lines[1:]), "text")
    alone = holder.tag in PLAIN_BOXES and all(child.tag == "br" or child.tag in INLINE for child in holder)
    return Find(holder, (), tuple(lines[1:]), "box") if alone else None


def _rows(following: list[Any]) -> tuple[str, ...]:
    """Return the text of each row of a table, or of each element."""
    rows = (
        row for element in following for row in (element.iter("tr") if element.tag in TABLES else (element,))
    )
    return tuple(item for row in rows for item in _items_of_row(row))


def _items_of_row(row: Any) -> tuple[str, ...]:
    lines = lines_of(row)
    if len(lines) > 1 and all(BULLET.match(line) for line in lines):
        return strip_bullets(lines)
    if (inner := next((element for element in row.iter("ul", "ol")), None)) is not None:
        return _list_items(inner)
    return (text_of(row),)


def _under(label: Any, following: list[Any]) -> Find | None:
    """Read the items in the elements that follow a label."""
    if label.tag in {"dt", "tr", "thead", "caption", "li"}:
        return Find(label, tuple(following), _rows(following), "list")
    first = following[0]
    core = _core(first)
    inner = [element for element in core if text_of(element)]
    if lists := _lists(label, core, following, inner):
        return lists
    if core.tag in TABLES:
        return Find(label, (first,), _rows([core]), "list")
    bulleted = tuple(takewhile(is_bulleted, following))
    if bulleted:
        lines = [line for element in bulleted for line in lines_of(element)]
        return Find(label, bulleted, strip_bullets(lines), "list")
    parts = inner if core is not first or len(following) == 1 else following
    if not parts or any(element.tag in INLINE for element in parts):
        parts = following
    if noted := _behind_note(label, following) or _behind_note(label, inner):
        return noted
    if in_box(label):
        return Find(label, tuple(following), tuple(text_of(element) for element in parts), "text")
    return (
        in_plain_box(label, following, parts)
        or digest(label, first)
        or points(label)
        or in_divs(label, following, inner)
    )


def _core(element: Any) -> Any:
    """Return the list or table that `element` holds alone, else the innermost that holds all of its text."""
    core = element
    while core.tag not in LISTS | TABLES and len(core) and not (core.text or "").strip():
        inner = [child for child in core if text_of(child)]
        if len(inner) != 1 or (inner[0].tail or "").strip() or inner[0].tag in INLINE:
            break
        core = inner[0]
    return core


def _has_own_text(element: Any) -> bool:
    return bool((element.text or "").strip() or any((child.tail or "").strip() for child in element))


def _behind_note(label: Any, elements: list[Any]) -> Find | None:
    """Read the list behind a line on the highlights themselves: "AI-generated, reviewed by editors"."""
    if len(elements) < LEAST_LINES or (elements[0].tail or "").strip():
        return None
    boxed = in_box(label)
    sure = boxed or label_strength(text_of(label)) == "strong"
    core = _core(elements[1])
    if core.tag not in LISTS or not is_note_on_digest(elements[0], sure=sure):
        return None
    return Find(label, (elements[0], elements[1]), _list_items(core), "list" if boxed else "box")


def _lists(label: Any, core: Any, following: list[Any], inner: list[Any]) -> Find | None:
    """Read the list `core` and those behind it that are like it, or such lists if `core` is all of them."""
    if core.tag in LISTS and core is not following[0]:
        return Find(label, (following[0],), _list_items(core), "list")
    beside = following if core.tag in LISTS else inner
    lists = tuple(takewhile(lambda element: element.tag in LISTS and _is_like(element, beside[0]), beside))
    if core.tag not in LISTS and (not lists or len(lists) < len(inner) or _has_own_text(core)):
        return None
    lists = lists or (core,)
    return Find(label, lists, tuple(item for each in lists for item in _list_items(each)), "list")


def _is_like(later: Any, first: Any) -> bool:
    """Return whether the items of the `later` list are about as long as the first's, and not links alone."""
    items, known = _list_items(later), _list_items(first)
    if not items or not known:
        return False
    said, linked = sum(map(len, items)), sum(len(text_of(link)) for link in later.iter("a"))
    alike = said / len(items) >= _LEAST_LIKENESS * sum(map(len, known)) / len(known)
    return alike and (linked <= said / 2 or next(first.iter("a"), None) is not None)


def _list_items(element: Any) -> tuple[str, ...]:
    items = [item for item in element if item.tag in {"li", "dd"}] or list(element)
    return tuple(text for item in items if (text := strip_bullet(text_of(item))))
