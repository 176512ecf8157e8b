"""Take out of a page what no reader of it sees: instructions to a model can be hidden there."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from summarizer.extraction.blocks import squeeze
from summarizer.extraction.labels import label_strength
from summarizer.schema import RemovedLine

_HIDING = re.compile(
    r"(?:^|[;{\s])(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)"
    r"|clip\s*:\s*rect\((?:\s*[01](?:px)?\s*,?){4}\)|clip-path\s*:\s*inset\(\s*(?:50|100)%"
    r"|(?:text-indent|left|top|right|bottom|margin-left|margin-top)\s*:\s*-(?:\d{4,}(?:\.\d+)?px|\d{3,}(?:\.\d+)?(?:em|rem|pt|v[wh]|%)))",
    re.IGNORECASE,
)
# What stands in it may have a size of its own; where it declares one, it is left.
_NO_SIZE = re.compile(
    r"(?:^|[;{\s])font-size\s*:\s*0(?:\.0+)?(?:px|em|rem|pt|%)?\s*(?:[;!]|$)", re.IGNORECASE
)
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_MAY_HIDE = re.compile(r":\s*(?:none|hidden|collapse|rect|inset|-\d{3,})\b|font-size\s*:\s*0")
_MAY_HIDE_IN_ANY_CASE = re.compile(_MAY_HIDE.pattern, re.IGNORECASE)  # takes twice as long
_SHOWING = re.compile(r"\b(?:display|visibility|position|font-size)\s*:", re.IGNORECASE)
_PLAIN_SELECTOR = re.compile(r"(?:[a-z][a-z0-9]*)?([.#])([\w-]+)", re.IGNORECASE)
_LONGEST_STYLE = 300_000
# What pages call text that only a screen reader reads out: it explains a control or a picture.
_READ_OUT = frozenset(
    "sr-only visually-hidden visuallyhidden screen-reader-text screen-reader-only screenreader-text "
    "element-invisible a11y-hidden assistive-text".split()
)
_SPARED = frozenset({"html", "body", "head", "script", "style", "noscript", "template", "svg", "img"})
_HOLDERS = ("p", "div", "td", "font", "section", "article")
_INLINE = ("a", "b", "strong", "em", "i", "span", "font", "br")
_LEAST_VISIBLE_CHARS = 200  # of prose; a page that shows less shows its text by script
_SENTENCE = re.compile(r"\S.{15,}[.!?…。！？।؟][\"'”’»」』)]*$")
_LEAST_PROSE_CHARS = 80
_MOST_LOGGED = 20
_MOST_VALUES = 20


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
    for element, _ in holding:
        element.drop_tree()
    return tuple(RemovedLine(text=text, rule="hidden") for text in dict.fromkeys(lines[:_MOST_LOGGED]))


def _shows_enough(tree: Any, hidden: Mapping[Any, str]) -> bool:
    """Return whether the page holds some prose that is not `hidden`."""
    shown = 0
    for element in tree.iter(*_HOLDERS):
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
    for element in tree.xpath("//@style/.. | //@hidden/.. | //@aria-hidden/.."):
        style = element.get("style", "")
        named = element.get("aria-hidden") == "true" or element.get("hidden", "until-found") != "until-found"
        if named or _HIDING.search(style) or (_NO_SIZE.search(style) and not _sizes_within(element)):
            yield element
    classes = set(tree.xpath("//@class", smart_strings=False))
    yield from _read_out(tree, classes)
    sheets = [
        sheet.text or "" for sheet in tree.iter("style") if sheet.get("media", "all") in {"all", "screen", ""}
    ]
    names = {name for text in sheets if len(text) <= _LONGEST_STYLE for name in _hiding_names(text)}
    if not names:
        return
    for kind, sign in (("class", "."), ("id", "#")):
        values = classes if kind == "class" else set(tree.xpath("//@id", smart_strings=False))
        used = {value: names.intersection(sign + name for name in value.split()) for value in values}
        hidden = [
            v for v, hiding in used.items() if hiding and not any(_shows(text, hiding) for text in sheets)
        ]
        yield from _with(tree, kind, hidden)


def _read_out(tree: Any, classes: Iterable[str]) -> Iterator[Any]:
    named = [value for value in classes if not _READ_OUT.isdisjoint(value.lower().split())]
    yield from (element for element in _with(tree, "class", named) if not _is_of_use(element))


def _with(tree: Any, kind: str, values: list[str]) -> Iterator[Any]:
    """Yield the elements whose attribute `kind` has one of `values`, in one search for many of them."""
    for start in range(0, len(values), _MOST_VALUES):
        wanted = {f"v{number}": value for number, value in enumerate(values[start : start + _MOST_VALUES])}
        yield from tree.xpath(f"//*[{' or '.join(f'@{kind}=${name}' for name in wanted)}]", **wanted)


def _is_of_use(element: Any) -> bool:
    """Return whether what is only read out tells of the article: its headline, its day, its highlights."""
    return element.tag in {"h1", "time"} or label_strength(squeeze(element.text_content())) is not None


def _sizes_within(element: Any) -> bool:
    return any("font-size" in style for style in element.xpath(".//*/@style", smart_strings=False))


def _hiding_names(sheet: str) -> Iterator[str]:
    """Yield the classes (`.name`) and ids (`#name`) that the style `sheet` hides on every screen."""
    depth, passed = 0, 0
    plain = sheet.isascii()
    for sign in _MAY_HIDE.finditer(sheet.lower()) if plain else _MAY_HIDE_IN_ANY_CASE.finditer(sheet):
        depth += sheet.count("{", passed, sign.start()) - sheet.count("}", passed, sign.start())
        passed = sign.start()
        opened = sheet.rfind("{", 0, passed)
        declared = sheet[opened + 1 : sheet.find("}", passed)]
        if depth == 1 and (_HIDING.search(declared) or _NO_SIZE.search(declared)):
            for selector in _COMMENT.sub("", sheet[sheet.rfind("}", 0, opened) + 1 : opened]).split(","):
                name = _PLAIN_SELECTOR.fullmatch(selector.strip())
                if name:
                    yield name[1] + name[2]


def _shows(sheet: str, names: Iterable[str]) -> bool:
    """Return whether the style `sheet` says elsewhere how any of `names` is shown."""
    for name in names:
        for rule in re.finditer(rf"{re.escape(name)}(?![\w-])[^{{}}]*\{{([^{{}}]*)\}}", sheet):
            if _SHOWING.search(rule[1]) and not (_HIDING.search(rule[1]) or _NO_SIZE.search(rule[1])):
                return True
    return False
