"""Take out of a page what no reader of it sees: instructions to a model can be hidden there."""

import re
from collections.abc import Iterator
from typing import Any

from summarizer.extraction.blocks import squeeze
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
_NESTED = re.compile(r"@[^{};]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}")
_RULE = re.compile(r"([^{}]{1,500})\{([^{}]{1,2000})\}")
_PLAIN_SELECTOR = re.compile(r"(?:[a-z][a-z0-9]*)?([.#])([\w-]+)", re.IGNORECASE)
_LONGEST_STYLE = 300_000
_SPARED = frozenset({"html", "body", "head", "script", "style", "noscript", "template", "svg", "img"})
_LEAST_VISIBLE_CHARS = 200  # a page that shows less shows its text by script
_SENTENCE = re.compile(r"\S.{15,}[.!?…。！？।؟][\"'”’»」』)]*$")
_LEAST_PROSE_CHARS = 80
_MOST_LOGGED = 20


def take_hidden(tree: Any) -> tuple[RemovedLine, ...]:
    """Take the hidden elements out of `tree`, and return what of it would stand among its prose.

    Hidden is what the page's own markup says is: the attributes `hidden` and `aria-hidden`, and the
    styles, inline or of a plain class or id, that show nothing. A page that hides all but next to
    nothing is left as it is: a script shows it.
    """
    found = {element for element in _hidden(tree) if element.tag not in _SPARED}
    outermost = [element for element in found if not any(above in found for above in element.iterancestors())]
    holding = [(element, text) for element in outermost if (text := squeeze(element.text_content()))]
    if not holding:
        return ()
    shown = sum(len(squeeze(body.text_content())) for body in tree.iter("body"))
    shown -= sum(len(squeeze(code.text or "")) for code in tree.iterfind(".//body//script"))
    if shown - sum(len(text) for _, text in holding) < _LEAST_VISIBLE_CHARS:
        return ()
    lines = [text for element, text in holding if _SENTENCE.match(text) and _is_among_prose(element)]
    for element, _ in holding:
        element.drop_tree()
    return tuple(RemovedLine(text=text, rule="hidden") for text in dict.fromkeys(lines[:_MOST_LOGGED]))


def _is_among_prose(element: Any) -> bool:
    """Return whether a paragraph of prose stands beside `element` or what holds it."""
    holder = element.getparent()
    beside = () if holder is None else (*holder.iterchildren("p"), *holder.itersiblings("p"))
    return any(p is not element and len(squeeze(p.text_content())) >= _LEAST_PROSE_CHARS for p in beside)


def _hidden(tree: Any) -> Iterator[Any]:
    yield from tree.iterfind('.//*[@aria-hidden="true"]')
    for element in tree.iterfind(".//*[@hidden]"):
        if element.get("hidden") != "until-found":
            yield element
    for element in tree.iterfind(".//*[@style]"):
        style = element.get("style")
        if _HIDING.search(style) or (_NO_SIZE.search(style) and not _sizes_within(element)):
            yield element
    names = _hiding_names(tree)
    if names:
        for element in tree.iterfind(".//*[@class]"):
            if not names.isdisjoint(f".{name}" for name in element.get("class").split()):
                yield element
        for element in tree.iterfind(".//*[@id]"):
            if f"#{element.get('id')}" in names:
                yield element


def _sizes_within(element: Any) -> bool:
    return any("font-size" in inner.get("style") for inner in element.iterfind(".//*[@style]"))


def _hiding_names(tree: Any) -> frozenset[str]:
    """Return the classes (`.name`) and ids (`#name`) that the page's own styles hide on every screen."""
    names: set[str] = set()
    for sheet in tree.iter("style"):
        text = sheet.text or ""
        if len(text) > _LONGEST_STYLE or sheet.get("media", "all") not in {"all", "screen", ""}:
            continue
        for selectors, declared in _RULE.findall(_NESTED.sub("", _COMMENT.sub("", text))):
            hides = _HIDING.search(declared) or _NO_SIZE.search(declared)
            for selector in selectors.split(","):
                plain = _PLAIN_SELECTOR.fullmatch(selector.strip())
                if plain:
                    (names.add if hides else names.discard)(plain[1] + plain[2])
    return frozenset(names)
