"""Split the publisher's own highlights off a page, so that no engine copies them."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from summarizer.extraction.highlight_boxes import MAX_CLIMB, Find, in_box
from summarizer.extraction.highlight_lines import (
    MAX_ITEM_CHARS,
    MAX_ITEMS,
    NEAR_TOP_CHARS,
    PROSE_CHARS,
    strip_bullet,
    text_of,
)
from summarizer.extraction.highlight_shapes import find_in_named, find_under
from summarizer.extraction.labels import LabelStrength, label_strength, may_hold_label

MIN_ITEM_CHARS = 3
_MOST_LABELS = 20  # looked at: more are a list of sections, or an attack
_MAX_RESIDUE = 60
_OVERLAP = 0.5
_OVERLAP_IN_BOX = 0.3  # under a label that says what its element holds

_OUTSIDE = frozenset({"nav", "footer", "form", "head", "script", "style", "noscript", "template", "button"})
_SIDE_NAME = re.compile(r"sidebar|widget|related|promo|recirc|trending|most-?read|newsletter", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]{4,}|\d+|[\u3040-\u30ff\u3400-\u9fff]{2}")


def take_from_tree(tree: Any, markup: str) -> tuple[str, ...]:
    """Take the highlights and their labels out of `tree`, and return their items in order."""
    if not may_hold_label(markup):
        return ()
    taken: list[str] = []
    labels = list(islice(_labels(tree), _MOST_LABELS))
    named = list(islice(_named(tree), _MOST_LABELS))
    for finder, found in ((find_under, labels), (find_in_named, named)):
        for node, strength in found:
            if node.getroottree().getroot() is not tree or _is_outside(node):
                continue
            find = finder(node)
            if find is not None and _accepts(find, strength, tree):
                taken.extend(map(strip_bullet, find.items))
                _remove(find)
    return tuple(dict.fromkeys(taken))


def _labels(tree: Any) -> Iterator[tuple[Any, LabelStrength]]:
    for element in tree.iter():
        if not isinstance(element.tag, str):
            continue
        for text, owner in ((element.text, element), (element.tail, element.getparent())):
            if not text or text.isspace() or owner is None:
                continue
            strength = label_strength(text.strip())
            if strength:
                yield owner, strength


def _named(tree: Any) -> Iterator[tuple[Any, LabelStrength]]:
    for element in tree.xpath("//*[@aria-label]"):
        if strength := label_strength(element.get("aria-label")):
            yield element, strength


def _is_outside(node: Any) -> bool:
    """Return whether `node` stands in what holds no highlights; a button may be the label of what it opens."""
    button = node if node.tag == "button" else next(node.iterancestors("button"), None)
    if button is not None and label_strength(text_of(button)) and not _is_in_row(button):
        node = button.getparent()
    return node.tag in _OUTSIDE or next(node.iterancestors(*_OUTSIDE), None) is not None


def _is_in_row(button: Any) -> bool:
    """Return whether `button` stands among others, as those of a menu and of tabs do."""
    return any(beside.tag == "button" and beside is not button for beside in button.getparent())


def _accepts(find: Find, strength: LabelStrength, tree: Any) -> bool:
    items = find.items
    if not 1 <= len(items) <= MAX_ITEMS or any(
        not MIN_ITEM_CHARS <= len(item) <= MAX_ITEM_CHARS for item in items
    ):
        return False
    boxed, is_list = in_box(find.label), find.shape == "list"
    if is_list and len(items) == 1 and not (boxed or strength == "strong"):
        return False
    if not boxed and (strength == "weak" or not is_list) and not _is_near_top(find.label):
        return False
    if boxed and not is_list and strength == "weak" and not _is_near_top(find.label):
        return False
    if find.shape in {"box", "points", "digest"} and not _is_digest_of(find, strength, tree, boxed=boxed):
        return False
    return not _is_doubtful(find) or _overlap(find, tree) >= _OVERLAP


def _is_digest_of(find: Find, strength: LabelStrength, tree: Any, *, boxed: bool) -> bool:
    """Return whether items that no markup makes such are told again by more prose behind them."""
    last = find.elements[-1] if find.elements else find.label
    if _prose_length(last.xpath("following::p")) < sum(map(len, find.items)):
        return False
    if find.shape == "points" and strength == "weak" and not find.ruled:
        return False
    sure = find.shape == "box" and (boxed or strength == "strong")
    return _overlap(find, tree) >= (_OVERLAP_IN_BOX if sure else _OVERLAP)


def _is_near_top(label: Any) -> bool:
    """Return whether little prose stands before `label`, and more of it after."""
    outside = "[not(ancestor::nav or ancestor::footer or ancestor::aside)]"
    before = _prose_length(label.xpath(f"preceding::p{outside}"))
    return before <= NEAR_TOP_CHARS and before < _prose_length(label.xpath(f"following::p{outside}"))


def _prose_length(paragraphs: list[Any]) -> int:
    lengths = (len(text_of(paragraph)) for paragraph in paragraphs)
    return sum(length for length in lengths if length >= PROSE_CHARS)


def _is_doubtful(find: Find) -> bool:
    """Return whether the items may be links to other stories, or stand beside the article."""
    links = [link for element in find.elements or (find.label,) for link in element.iter("a")]
    away = [link for link in links if not (link.get("href") or "#").startswith("#")]
    if away and sum(len(text_of(link)) for link in away) > sum(map(len, find.items)) / 2:
        return True
    for element in (find.label, *find.label.iterancestors()):
        if element.tag in {"article", "main"}:
            return False
        if element.tag == "aside" or _SIDE_NAME.search(f"{element.get('class', '')} {element.get('id', '')}"):
            return True
    return False


def _overlap(find: Find, tree: Any) -> float:
    """Return which share of the items' longer words the page's paragraphs hold: on average, of points the least."""
    own = {element for top in (find.label, *find.elements) for element in top.iter()}
    prose = " ".join(text_of(paragraph) for paragraph in tree.iter("p") if paragraph not in own)
    known = set(_WORD.findall(prose.lower()))
    shares = []
    for item in find.items:
        words = set(_WORD.findall(item.lower()))
        shares.append(len(words & known) / len(words) if words else 0.0)
    return min(shares) if find.shape == "points" else sum(shares) / len(shares)


def _remove(find: Find) -> None:
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
    for _ in range(MAX_CLIMB):
        parent = box.getparent() if box is not None else None
        if (
            parent is None
            or box.tag in {"article", "main", "body", "html"}
            or len(text_of(box)) > _MAX_RESIDUE
        ):
            return
        box.drop_tree()
        box = parent
