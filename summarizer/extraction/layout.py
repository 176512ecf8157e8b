"""Show trafilatura where the prose stands on pages that lay it out in tables or in bare divs."""

import re
from collections import Counter
from collections.abc import Iterable
from typing import Any

from summarizer.extraction.blocks import squeeze
from summarizer.schema import RemovedLine

# A paragraph of prose is as long as that, and this many of them make an article.
_PROSE_CHARS = 80
_LEAST_PARAGRAPHS = 3
_LEAST_CHARS = 400
_LONGEST_CAPTION = 300
_CAPTION_TABLES = "//table[contains(@class, 'caption')]"  # as Blogger writes them, and older systems
_MOST_DIVS = 5_000
_SENTENCE_END = re.compile(r"[.!?…。！？।؟][\"'”’»」』)]*$")
_TABLE_PARTS = frozenset({"table", "tbody", "thead", "tfoot", "tr", "td", "th"})
_BLOCKS = _TABLE_PARTS | {
    *(
        "div",
        "p",
        "ul",
        "ol",
        "dl",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "blockquote",
        "pre",
        "figure",
        "form",
    ),
    *(
        "section",
        "article",
        "main",
        "header",
        "footer",
        "nav",
        "aside",
        "button",
        "input",
        "textarea",
        "iframe",
    ),
}
_HOLDERS = frozenset({"div", "section", "main", "body"})
_INNER_HEADINGS = frozenset({"span", "b", "strong"})


def lay_open(tree: Any) -> tuple[RemovedLine, ...]:
    """Make what holds the prose an <article>, where the page has it in a table or in divs.

    Tables that only put a caption under a picture are taken out, and the captions returned.
    """
    captions = tuple(_take_captions(tree.xpath(_CAPTION_TABLES)))
    if tree.find(".//article") is not None:
        return captions
    paragraphs = [p for p in tree.iter("p") if len(_text(p)) >= _PROSE_CHARS]
    if any(next(p.iterancestors("td"), None) is not None for p in paragraphs[:20]):
        return captions + _open_table(paragraphs)
    if sum(len(_text(p)) for p in paragraphs) < _LEAST_CHARS:
        _open_divs(tree)
    return captions


def _open_table(paragraphs: list[Any]) -> tuple[RemovedLine, ...]:
    """Turn the tables around the prose into divs: it is no data."""
    counts = Counter(p.getparent() for p in paragraphs)
    holder, most = counts.most_common(1)[0]
    cell = holder if holder.tag == "td" else next(holder.iterancestors("td"), None)
    if cell is None or most < _LEAST_PARAGRAPHS or most * 2 < len(paragraphs):
        return ()
    captions = tuple(_take_captions(cell.iter("table")))
    for element in (holder, *holder.iterancestors()):
        if element.tag in _TABLE_PARTS:
            element.tag = "div"
    holder.tag = "article"
    return captions


def _take_captions(tables: Iterable[Any]) -> list[RemovedLine]:
    """Take out those of `tables` that only put a caption under a picture."""
    taken = []
    for table in list(tables):
        text = _text(table)
        if table.find(".//img") is not None and len(text) <= _LONGEST_CAPTION and table.find(".//p") is None:
            table.drop_tree()
            taken.extend([RemovedLine(text=text, rule="caption")] if text else [])
    return taken


def _open_divs(tree: Any) -> None:
    """Turn the divs that are paragraphs into such, where the prose of the page stands in them."""
    leaves = [div for div in tree.iter("div") if not any(child.tag in _BLOCKS for child in div)][:_MOST_DIVS]
    weights: Counter[Any] = Counter()
    counts: Counter[Any] = Counter()
    for leaf in leaves:
        text, holder = _text(leaf), leaf.getparent()
        if holder is not None and len(text) >= _PROSE_CHARS and _SENTENCE_END.search(text):
            weights[holder] += len(text)
            counts[holder] += 1
    if not weights:
        return
    holder, weight = weights.most_common(1)[0]
    if counts[holder] < _LEAST_PARAGRAPHS or weight < _LEAST_CHARS or holder.tag not in _HOLDERS:
        return
    for leaf in leaves:
        if leaf.getparent() is holder and _text(leaf):
            leaf.tag = "h3" if _is_heading(leaf) else "p"
    if holder.tag != "body":
        holder.tag = "article"


def _is_heading(leaf: Any) -> bool:
    """Return whether `leaf` holds but one inline element, set apart, which ends no sentence."""
    text = _text(leaf)
    styled = len(leaf) == 1 and leaf[0].tag in _INNER_HEADINGS and _text(leaf[0]) == text
    return styled and len(text) < _PROSE_CHARS and not text.endswith((":", ".", "”", "»", "」"))


def _text(element: Any) -> str:
    return squeeze("".join(element.itertext()))
