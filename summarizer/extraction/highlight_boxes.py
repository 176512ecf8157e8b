"""What holds a publisher's highlights together where no list does: a box, or that they are short points."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Any, Literal

from summarizer.extraction.highlight_lines import MAX_ITEM_CHARS, MAX_ITEMS, text_of
from summarizer.extraction.labels import is_digest_label

MAX_CLIMB = 3
LEAST_LINES = 2
LONGEST_PLAIN_LINE = 200
LISTS = frozenset({"ul", "ol", "dl", "menu"})
TABLES = frozenset({"table", "tbody", "thead", "tfoot"})
INLINE = frozenset({"strong", "b", "em", "i", "span", "u", "font", "mark", "big", "small", "a"})
PLAIN_BOXES = frozenset({"div", "section", "aside", "td", "blockquote", "details"})
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6", "article", "main", "figure", "form")
# Of a run of plain paragraphs that nothing holds together: one sentence each, and the first paragraph
# behind them, the body's, is longer by far.
_LONGEST_POINT = 120
_LEAST_BODY_CHARS = 120
_BODY_RATIO = 1.3
_MOST_POINTS = 7
_LEAST_SHARE, _MOST_SHARE = 0.6, 1.25  # of the others' mean length has the last one

_LONGEST_NOTE = 100
_MACHINE = re.compile(r"\b(?:AI|KI|IA|ChatGPT|[Aa]rtificial|[Aa]utomated|[Mm]achine)\b|人工智能|人工知能")
_BOX_TAGS = frozenset({"aside", "details"})
_BOX_ROLES = frozenset({"note", "doc-abstract", "doc-tip", "complementary"})
_BOX_NAME = re.compile(
    r"highlight|key[-_ ]?(?:point|takeaway|fact|finding)|takeaway|summary|tl-?dr|glance|in-?brief|abstract"
    r"|bullets?|zusammenfassung|kurz|resum|essenti|sintesi|samenvatting|callout|call-?out"
    r"|(?:^|[-_ ])(?:box|note|panel)(?:$|[-_ ])",
    re.IGNORECASE,
)
_BOX_STYLE = re.compile(r"\b(?:border|background)[a-z-]*\s*:\s*(?!none|0|transparent|inherit)", re.IGNORECASE)
_INNER_END = re.compile(r"[.!?…][\"'”’»)]*\s+(?=[A-ZÀ-ÖØ-ÞА-ЯЁ])|[。！？।؟](?=.)")

_ENDED = re.compile(r"[.!?…。！？।؟][\"'”’»」』)]*$")

Shape = Literal["list", "text", "box", "points", "digest"]


@dataclass(frozen=True, slots=True)
class Find:
    """A label, the elements under it, and what they say.

    `shape` says what makes items of them: the marks of a list; a box that is named as one, or lines in a
    paragraph of their own ("text"); an element that holds nothing else ("box"); no more than that they
    are short ("points"); a label that announces one paragraph ("digest"). `ruled` points end at a rule.
    """

    label: Any
    elements: tuple[Any, ...]
    items: tuple[str, ...]
    shape: Shape
    ruled: bool = False


def in_box(label: Any) -> bool:
    """Return whether one of the nearest containers of `label`, which starts them, is a box."""
    box = label.getparent()
    for _ in range(MAX_CLIMB):
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


def in_plain_box(label: Any, following: list[Any], parts: list[Any]) -> Find | None:
    """Read the short texts that share an element with their label and with nothing else."""
    box = label.getparent()
    items = tuple(text_of(part) for part in parts)
    if (
        box is None
        or box.tag not in PLAIN_BOXES
        or len(_bare(text_of(box))) != _bare_length((label, *following))
        or not are_plain(parts, items)
    ):
        return None
    return Find(label, tuple(following), items, "box") if len(items) > 1 else None


def _bare(text: str) -> str:
    return text.replace(" ", "")


def _bare_length(elements: Sequence[Any]) -> int:
    return sum(len(_bare(text_of(element))) for element in elements)


def are_plain(parts: Sequence[Any], items: Sequence[str]) -> bool:
    """Return whether the `items` that the elements `parts` say are short texts, no sections or rows."""
    if not 1 <= len(items) <= MAX_ITEMS or max(map(len, items)) > LONGEST_PLAIN_LINE:
        return False
    foreign = (*_HEADINGS, *LISTS, *TABLES)
    return not any(
        part.tag in INLINE or part.tag in foreign or next(part.iter(*foreign), None) is not None
        for part in parts
    )


def in_divs(label: Any, following: list[Any], inner: list[Any]) -> Find | None:
    """Read items that are divs: the `inner` ones that make up the first element, or a run of one class."""
    first, name = following[0], following[0].get("class")
    run = list(takewhile(lambda element: element.tag == "div" and element.get("class") == name, following))
    if first.tag == "div" and len(inner) > 1 and len(_bare(text_of(first))) == _bare_length(inner):
        elements, parts = [first], inner
    elif name and len(run) < len(following):
        elements, parts = run, run
    else:
        return None
    items = tuple(text_of(part) for part in parts)
    of_divs = all(part.tag == "div" and next(part.iter("p"), None) is None for part in parts)
    if not of_divs or len(items) < LEAST_LINES or not are_plain(parts, items):
        return None
    return Find(label, tuple(elements), items, "box")


def is_note_on_digest(element: Any, *, sure: bool) -> bool:
    """Return whether `element` tells who wrote the highlights or leads up to them, and no news.

    Under a label that is not `sure` only a line on a machine is such: "AI-generated, reviewed by editors".
    """
    said = text_of(element)
    if element.tag in {*_HEADINGS, *LISTS, *TABLES} or not 0 < len(said) <= _LONGEST_NOTE:
        return False
    return (sure and not _ENDED.search(said)) or _MACHINE.search(said) is not None


def digest(label: Any, first: Any) -> Find | None:
    """Read the one paragraph that a label such as "TL;DR" announces."""
    said = text_of(first)
    if first.tag != "p" or not is_digest_label(text_of(label)) or len(said) > MAX_ITEM_CHARS:
        return None
    return Find(label, (first,), (said,), "digest")


def points(label: Any) -> Find | None:
    """Read a run of short paragraphs of one sentence each, which a rule or a long paragraph ends."""
    run: list[Any] = []
    ruled = False
    for element in label.itersiblings():
        said = text_of(element)
        if element.tag == "hr":
            ruled = True
            break
        if said and (element.tag != "p" or len(said) > _LONGEST_POINT or _INNER_END.search(said)):
            longest = max((len(text_of(point)) for point in run), default=0)
            if element.tag != "p" or len(said) < max(_LEAST_BODY_CHARS, _BODY_RATIO * longest):
                return None
            break
        if said:
            run.append(element)
    else:
        return None
    items = tuple(map(text_of, run))
    if not LEAST_LINES <= len(run) <= _MOST_POINTS or not (ruled or _is_even(items)):
        return None
    return Find(label, tuple(run), items, "points", ruled=ruled)


def _is_even(items: Sequence[str]) -> bool:
    """Return whether the last of the `items` is like the others, and not the body's short first paragraph."""
    *others, last = items
    mean = sum(map(len, others)) / len(others)
    unlike = bool(_ENDED.search(last)) != bool(_ENDED.search(others[-1]))
    return not unlike and mean * _LEAST_SHARE <= len(last) <= mean * _MOST_SHARE
