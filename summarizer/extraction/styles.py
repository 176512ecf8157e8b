"""How a style of CSS keeps a text that stands on the page from the eyes of every reader."""

import re
from collections.abc import Mapping
from typing import Literal

# The property that hides. What "display" stands for hides for good; a script or a pointer may undo
# "opacity", "height" and "transform"; what stands in the element may set its own "font-size" and "color".
Hiding = Literal["display", "opacity", "height", "transform", "font-size", "color"]
SUREST_FIRST: tuple[Hiding, ...] = ("display", "font-size", "color", "height", "transform", "opacity")
PASSING = frozenset({"opacity", "height", "transform"})
INHERITED = frozenset({"font-size", "color"})
# What in another rule, or in another element's style, takes it back.
_SHOWN_AGAIN: dict[Hiding, re.Pattern[str]] = {
    "display": re.compile(r"\b(?:display|visibility|position|font-size)\s*:"),
    "opacity": re.compile(r"(?<![\w-])(?:opacity|animation|transition)[\w-]*\s*:"),
    "height": re.compile(
        r"(?<![\w-])(?:(?:max-|min-)?(?:height|width)|overflow|display|animation)[\w-]*\s*:"
    ),
    "transform": re.compile(r"(?<![\w-])(?:transform|scale|animation|transition)[\w-]*\s*:"),
    "font-size": re.compile(r"(?<![\w-])(?:font|font-size|display|visibility|position)\s*:"),
    "color": re.compile(r"(?<![\w-])(?:color|background|background-(?:color|image))\s*:"),
}
_AWAY = re.compile(
    r"(?:^|[;{\s])(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)"
    r"|clip\s*:\s*rect\((?:\s*[01](?:px)?\s*,?){4}\)|clip-path\s*:\s*inset\(\s*(?:50|100)%"
    r"|(?:text-indent|left|top|right|bottom|margin-left|margin-top)\s*:\s*-(?:\d{4,}(?:\.\d+)?px|\d{3,}(?:\.\d+)?(?:em|rem|pt|v[wh]|%)))"
)
# What most styles hold nothing of: they need no closer look, and a search for a plain word is quick.
_MAY_BE_AWAY = re.compile(r":\s*(?:none|hidden|collapse|rect|inset|-\d{3,})")
_MAY_BE_TINY = re.compile(
    r"font(?:-size\s*:\s*(?:[0.]|[12](?:\.\d+)?p|1?\d(?:\.\d+)?%)|\s*:[^;]*\b[0-2](?!\d))"
)
_MAY_BE_CLEAR = re.compile(r"color\s*:\s*(?:transparent|rgba?\(|#(?:\w{4}|\w{8})\b)")
_COLOUR = re.compile(r"(?<![\w-])color\s*:")
_MOVES = re.compile(r"transition|animation|will-change")
_PAINTED = re.compile(
    r"text-(?:fill-color|stroke|shadow(?!\s*:\s*none))|clip\s*:\s*text|url\(|gradient|image-set"
)
_SCALED_AWAY = re.compile(r"scale[xy]?\(\s*0(?:\.0+)?\s*[,)]")
_SIZE = re.compile(r"(\d+|\d*\.\d+)(px|pt|r?em|%|)")
_MOST_UNSEEN = {"px": 2.0, "pt": 1.5, "em": 0.125, "rem": 0.125, "%": 12.5, "": 0.0}  # 2 of 16 pixels
_FLAT = re.compile(r"0(?:\.0+)?[a-z%]*|[12]px")
_FAINTEST = 0.05
_HEX = re.compile(r"#(?:([0-9a-f]{6}(?:[0-9a-f]{2})?)|([0-9a-f]{3,4}))(?![\w-])")
_RGB = re.compile(r"rgba?\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)\s*(?:[,/]\s*(\d*\.?\d+)(%?)\s*)?\)")
_NAMED = re.compile(r"(?<![\w-])(?:white|black|transparent)(?![\w-])")
_NAMED_COLOURS = {"white": (255, 255, 255, 1.0), "black": (0, 0, 0, 1.0), "transparent": (0, 0, 0, 0.0)}
_NO_COLOUR = re.compile(r"inherit|initial|unset|revert|currentcolor|var\(|none")
_WHITE = (255, 255, 255, 1.0)
_LEAST_APART = 6  # of 255, in each channel: a contrast of 1.05 to 1


def hiding(style: str, *, white_page: bool = False) -> Hiding | None:
    """Return the property by which `style`, in lower case, shows no text, or None.

    On a `white_page`, which sets no other background anywhere, white text is unseen.
    """
    if _MAY_BE_AWAY.search(style) and _AWAY.search(style):
        return "display"
    if _MAY_BE_TINY.search(style) and _is_tiny(_declared(style)):
        return "font-size"
    if (white_page or "background" in style or _MAY_BE_CLEAR.search(style)) and (
        _COLOUR.search(style) and not _PAINTED.search(style) and _is_colourless(_declared(style), white_page)
    ):
        return "color"
    if ("overflow" not in style and "scale" not in style and "opacity" not in style) or _MOVES.search(style):
        return None
    if "overflow" in style and _is_flat(_declared(style)):
        return "height"
    if "scale" in style and _SCALED_AWAY.search(style):
        return "transform"
    # Beside a transform it is the first moment of a text that comes into view: "translateY(20px)".
    if "opacity" in style and "transform" not in style and _is_faint(_declared(style).get("opacity", "")):
        return "opacity"
    return None


def shows_again(style: str, hidden_by: Hiding, *, white_page: bool = False) -> bool:
    """Return whether `style`, in lower case, takes back what hides by `hidden_by`."""
    return _SHOWN_AGAIN[hidden_by].search(style) is not None and hiding(style, white_page=white_page) is None


def _declared(style: str) -> Mapping[str, str]:
    """Return the values of the properties in `style`; one that is `!important` wins, then the last."""
    values = {}
    for declaration in sorted(style.split(";"), key=lambda text: "!" in text):
        name, _, value = declaration.partition(":")
        values[name.strip()] = value.partition("!")[0].strip()
    return values


def _is_tiny(values: Mapping[str, str]) -> bool:
    # "font: 0/0 a" sets the size and the height of a line.
    sizes = [values["font-size"]] if "font-size" in values else values.get("font", "").split()
    found = [_SIZE.fullmatch(size.partition("/")[0]) for size in sizes]
    return any(size is not None and float(size[1]) <= _MOST_UNSEEN[size[2]] for size in found)


def _is_flat(values: Mapping[str, str]) -> bool:
    """Return whether the box has no room for a line, and cuts off what runs over."""
    if not any(values.get(name, "").startswith(("hidden", "clip")) for name in ("overflow", "overflow-y")):
        return False
    roomy = ("min-height", "padding", "padding-top", "padding-bottom")
    if any(not _FLAT.fullmatch(values.get(name, "0")) for name in roomy):
        return False
    return any(_FLAT.fullmatch(values.get(name, "")) for name in ("height", "max-height"))


def _is_faint(opacity: str) -> bool:
    number = opacity.removesuffix("%")
    try:
        return float(number) / (100 if number != opacity else 1) < _FAINTEST
    except ValueError:
        return False


def _is_colourless(values: Mapping[str, str], white_page: bool) -> bool:
    """Return whether the text is transparent or of the colour that it stands on."""
    text, behind = values.get("color", ""), values.get("background-color", values.get("background"))
    colour = _colour(text)
    if colour is not None and colour[3] < _FAINTEST:
        return True
    if behind is None:
        return white_page and colour == _WHITE
    if text == behind:
        return not _NO_COLOUR.match(text)
    ground = _colour(behind)
    if colour is None or ground is None or ground[3] < 1:
        return False
    return all(abs(a - b) <= _LEAST_APART for a, b in zip(colour[:3], ground[:3], strict=True))


def _colour(value: str) -> tuple[int, int, int, float] | None:
    """Return the red, green, blue and opacity of the colour in `value`, if they can be told."""
    if found := _RGB.search(value):
        alpha = float(found[4] or 1) / (100 if found[5] else 1)
        return int(found[1]), int(found[2]), int(found[3]), alpha
    if found := _HEX.search(value):
        digits = found[1] or "".join(digit * 2 for digit in found[2])
        red, green, blue, alpha = (int((digits + "ff")[at : at + 2], 16) for at in (0, 2, 4, 6))
        return red, green, blue, alpha / 255
    named = _NAMED.search(value)
    return _NAMED_COLOURS[named[0]] if named else None
