"""Take out of a page what no reader of it sees: instructions to a model can be hidden there."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain
from typing import Any

from summarizer.extraction.blocks import squeeze
from summarizer.extraction.highlight_boxes import LISTS
from summarizer.extraction.highlight_lines import text_of
from summarizer.extraction.labels import label_strength
from summarizer.extraction.styles import INHERITED, PASSING, SUREST_FIRST, Hiding, hiding, shows_again
from summarizer.schema import RemovedLine

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_PLAIN_SELECTOR = re.compile(r"\s*+(?:[a-z][a-z0-9]*+)?+([.#][\w-]++)\s*+", re.IGNORECASE)
_TO_BRACE = re.compile(
    r"(?![\w-])[^{}]*+(?:\{(?:([^{}]*+)\})?)?"
)  # behind a name: what its rule declares, if it is one
_LONGEST_STYLE = 300_000
# What pages call text that only a screen reader reads out: it explains a control or a picture.
_READ_OUT = frozenset(
    "sr-only visually-hidden visuallyhidden screen-reader-text screen-reader-only screenreader-text "
    "element-invisible a11y-hidden assistive-text".split()
)
_SPARED = frozenset({"html", "body", "head", "script", "style", "noscript", "template", "svg", "img"})
_EVERY = "descendant-or-self::*"  # quicker than "//", which looks at the texts, too
_MARKED = f"{_EVERY}/@style/.. | {_EVERY}/@hidden/.. | {_EVERY}/@aria-hidden/.."
_HOLDERS = ("div", "td", "font", "section", "article")
_INLINE = ("a", "b", "strong", "em", "i", "span", "font", "br")
_LEAST_VISIBLE_CHARS = 200  # of prose; a page that shows less shows its text by script
_SENTENCE = re.compile(r"\S.{15,}[.!?…。！？।؟][\"'”’»」』)]*$")
_LEAST_PROSE_CHARS = 80
_MOST_LOGGED = 20
_MOST_CLASSES = 20
# What may lie behind a text, or put it on a picture. A style sheet of another file may do all of it.
_MAY_LIE_BEHIND = re.compile(
    r"background(?!(?:-color)?\s*:\s*(?:#fff(?:fff)?|white|none|transparent)\s*(?:[;!}]|$))"
    r"|position\s*:|grid|color-scheme|@import|margin[\w-]*\s*:[^;}]*-\d"
)


def take_hidden(tree: Any) -> tuple[RemovedLine, ...]:
    """Take the hidden elements out of `tree`, and return what of it would stand among its prose.

    Hidden is what the page's own markup says is: the attributes `hidden` and `aria-hidden`, the styles,
    inline or of a plain class or id, that show nothing, and the classes for screen readers. A page that
    hides all but next to nothing is left as it is: a script shows it.
    """
    found = {e: text for e in _hidden(tree) if e.tag not in _SPARED and (text := squeeze(e.text_content()))}
    holding = [
        (e, text) for e, text in found.items() if not any(above in found for above in e.iterancestors())
    ]
    if not holding or not _shows_enough(tree, found):
        return ()
    lines = [text for element, text in holding if _SENTENCE.match(text) and _is_among_prose(element)]
    labels = [label for element, _ in holding if (label := _label_of(element, found)) is not None]
    removed = (
        *(RemovedLine(text=text, rule="hidden") for text in dict.fromkeys(lines[:_MOST_LOGGED])),
        *(RemovedLine(text=text_of(label), rule="dangling heading") for label in labels),
    )
    for element in (*(element for element, _ in holding), *labels):
        element.drop_tree()
    return removed


def _label_of(element: Any, hidden: Mapping[Any, str]) -> Any:
    """Return the label among prose over the list in `element`, or None if it has another one under it."""
    if next(element.iter(*LISTS), None) is None:
        return None
    holder = element
    while (parent := holder.getparent()) is not None and _is_filled_by(parent, holder):
        holder = parent
    label = holder.getprevious()
    if label is None or label in hidden or (label.tail or "").strip() or not label_strength(text_of(label)):
        return None
    after = next((beside for beside in holder.itersiblings() if beside not in hidden), None)
    labels_more = after is not None and next(after.iter(*LISTS), None) is not None
    return None if labels_more or not _is_among_prose(label) else label


def _is_filled_by(parent: Any, child: Any) -> bool:
    alone = child.getprevious() is None and child.getnext() is None
    return alone and not (parent.text or "").strip() and not (child.tail or "").strip()


def _shows_enough(tree: Any, hidden: Mapping[Any, str]) -> bool:
    """Return whether the page holds some prose that is not `hidden`."""
    shown = 0
    for element in chain(tree.iter("p"), tree.iter(*_HOLDERS)):
        texts = [element.text or ""]
        for inner in element.iterchildren(*_INLINE):
            texts.extend(("" if inner.tag == "a" else inner.text or "", inner.tail or ""))
        prose = len(squeeze("".join(texts)))
        if prose >= _LEAST_PROSE_CHARS and not any(e in hidden for e in (element, *element.iterancestors())):
            shown += prose
            if shown >= _LEAST_VISIBLE_CHARS:
                return True
    return False


def _is_among_prose(element: Any) -> bool:
    """Return whether a paragraph of prose stands beside `element` or what holds it."""
    holder = element.getparent()
    beside = () if holder is None else (*holder.iterchildren("p"), *holder.itersiblings("p"))
    return any(p is not element and len(squeeze(p.text_content())) >= _LEAST_PROSE_CHARS for p in beside)


def _hidden(tree: Any) -> Iterator[Any]:
    texts = [
        sheet.text or "" for sheet in tree.iter("style") if sheet.get("media", "all") in {"all", "screen", ""}
    ]
    sheets = _Sheets(tuple(texts), _is_white(tree, texts))
    classes = set(tree.xpath(f"{_EVERY}/@class", smart_strings=False))
    yield from _read_out(tree, classes)
    passing = []
    for element, how in chain(_marked(tree, sheets), _named(tree, classes, sheets)):
        if how in PASSING:
            passing.append(element)
        elif how not in INHERITED or not _is_set_within(element, how, sheets):
            yield element
    # What a script fades in may be all of an article; what is hidden in one is a small part of it.
    if passing and 2 * sum(map(_size, passing)) < sum(map(_size, tree.iter("p"))):
        yield from passing


def _size(element: Any) -> int:
    return len(squeeze(element.text_content()))


@dataclass(frozen=True, slots=True)
class _Sheets:
    """The style sheets of a page, and whether it is white wherever text stands."""

    texts: tuple[str, ...]
    white: bool
    _known: dict[tuple[str, Hiding], bool] = field(default_factory=dict)

    def hiding_names(self, used: frozenset[str]) -> dict[str, Hiding]:
        """Return which of the `used` classes (`.name`) and ids (`#name`) every screen hides, and by what."""
        names: dict[str, Hiding] = {}
        for sheet in self.texts:
            if len(sheet) <= _LONGEST_STYLE:
                for name, how in _hiding_names(sheet, used, white_page=self.white):
                    names[name] = _surest([how, names.get(name, how)])
        return names

    def show(self, name: str, hidden_by: Hiding) -> bool:
        """Return whether a rule says elsewhere how `name` is shown."""
        if (name, hidden_by) not in self._known:
            self._known[name, hidden_by] = any(
                shows_again(declared.lower(), hidden_by, white_page=self.white)
                for sheet in self.texts
                for declared in _declared_behind(name, sheet)
            )
        return self._known[name, hidden_by]


def _declared_behind(name: str, sheet: str) -> Iterator[str]:
    """Yield what each rule of `sheet` declares in whose selectors the class or id `name` stands."""
    at = sheet.find(name)
    while at >= 0:
        found = _TO_BRACE.match(sheet, at + len(name))
        if found and found[1] is not None:
            yield found[1]
        at = sheet.find(name, found.end() if found else at + 1)  # up to there all have the same rule


def _surest(ways: list[Hiding]) -> Hiding:
    return min(ways, key=SUREST_FIRST.index)


def _marked(tree: Any, sheets: _Sheets) -> Iterator[tuple[Any, Hiding]]:
    """Yield the elements that an attribute of their own hides, and by what."""
    hidden_by: dict[str, Hiding | None] = {}
    for element in tree.xpath(_MARKED):
        style = element.get("style", "")
        if style not in hidden_by:
            hidden_by[style] = hiding(style.lower(), white_page=sheets.white)
        how = hidden_by[style]
        if element.get("aria-hidden") == "true" or element.get("hidden", "until-found") != "until-found":
            how = "display"
        if how:
            yield element, how


def _named(tree: Any, classes: Iterable[str], sheets: _Sheets) -> Iterator[tuple[Any, Hiding]]:
    """Yield the elements that one of the `sheets` hides by their class or id, and by what."""
    if not sheets.texts:
        return
    ids = set(tree.xpath(f"{_EVERY}/@id", smart_strings=False))
    of_classes = ("." + name for name in set(" ".join(classes).split()))
    names = sheets.hiding_names(frozenset(chain(of_classes, ("#" + value.strip() for value in ids))))
    if not names:
        return
    signed_by = {
        "class": {value: ["." + name for name in value.split()] for value in classes},
        "id": {value: ["#" + value.strip()] for value in ids},
    }
    for kind, used in signed_by.items():
        hidden_by = {
            value: _surest([names[name] for name in signed if name in names])
            for value, signed in used.items()
            if not names.keys().isdisjoint(signed)
        }
        hidden = {
            value for value, how in hidden_by.items() if not _are_shown(used[value], how, names, sheets)
        }
        for element in _with(tree, kind, hidden):
            how = hidden_by[element.get(kind)]
            style = element.get("style", "").lower()
            if how == "display" or not shows_again(style, how, white_page=sheets.white):
                yield element, how


def _are_shown(signed: list[str], hidden_by: Hiding, names: Mapping[str, Hiding], sheets: _Sheets) -> bool:
    """Return whether a rule shows what bears all of `signed`, of which some of `names` hide it.

    What passes may be undone by a class that a script sets beside it: ".reveal" and ".visible".
    """
    return any(
        sheets.show(name, names.get(name, hidden_by))
        for name in signed
        if name in names or hidden_by in PASSING
    )


def _is_set_within(element: Any, prop: Hiding, sheets: _Sheets) -> bool:
    """Return whether something in `element` may set `prop` for itself; where it holds much, it may."""
    word = "font" if prop == "font-size" else "color"
    if any(word in style.lower() for style in element.xpath(".//*/@style", smart_strings=False)):
        return True
    if not sheets.texts:
        return False
    names = {name for value in element.xpath(".//*/@class", smart_strings=False) for name in value.split()}
    return len(names) > _MOST_CLASSES or any(sheets.show(f".{name}", prop) for name in names)


def _is_white(tree: Any, sheets: Iterable[str]) -> bool:
    """Return whether nothing but the white of the window can lie behind the text of the page."""
    if any("stylesheet" in link.get("rel", "").lower() for link in tree.iter("link")):
        return False
    if any(map(_MAY_LIE_BEHIND.search, map(str.lower, sheets))):
        return False
    if tree.xpath("//@bgcolor | //@background | //meta[@name='color-scheme']"):
        return False
    return not any(_MAY_LIE_BEHIND.search(s.lower()) for s in tree.xpath("//@style", smart_strings=False))


def _read_out(tree: Any, classes: Iterable[str]) -> Iterator[Any]:
    if _READ_OUT.isdisjoint(" ".join(classes).lower().split()):
        return
    named = {value for value in classes if not _READ_OUT.isdisjoint(value.lower().split())}
    yield from (element for element in _with(tree, "class", named) if not _is_of_use(element))


def _with(tree: Any, kind: str, values: set[str]) -> list[Any]:
    """Return the elements whose attribute `kind` has one of `values`."""
    return [element for element in tree.iter("*") if element.get(kind) in values] if values else []


def _is_of_use(element: Any) -> bool:
    """Return whether what is only read out tells of the article: its headline, its day, its highlights."""
    return element.tag in {"h1", "time"} or label_strength(squeeze(element.text_content())) is not None


def _hiding_names(sheet: str, used: frozenset[str], *, white_page: bool) -> Iterator[tuple[str, Hiding]]:
    """Yield the classes and ids among `used` that the style `sheet` hides on every screen, and by what."""
    depth = 0
    for rule in sheet.split("}"):
        opened = rule.count("{")
        if opened != 1:
            depth = max(depth + opened - 1, 0)
        elif depth == 0:
            selectors, _, declared = rule.partition("{")
            if "/*" in selectors:
                selectors = _COMMENT.sub("", selectors)
            found = map(_PLAIN_SELECTOR.fullmatch, selectors.split(","))
            names = [name[1] for name in found if name and name[1] in used]
            if names and (how := hiding(declared.lower(), white_page=white_page)):
                yield from ((name, how) for name in names)
