"""Find numbers in Chinese, Japanese and Korean: figures with 万 and 亿, Chinese figures, 三分之一."""

import re
from collections.abc import Iterator

from summarizer.grounding.readers.digits import parse_digits
from summarizer.grounding.readers.lexicon.number_words import Bound
from summarizer.grounding.readers.lexicon.units import ONLY_IN, SURFACES
from summarizer.grounding.readers.number_parts import Kind, Number

_SCALES = {
    "十": 10, "百": 100, "千": 1000, "万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8, "兆": 10**12, "만": 10**4, "억": 10**8,
    "조": 10**12, "천": 1000, "百万": 10**6, "千万": 10**7,
}  # fmt: skip
_DIGITS = {figure: value for value, figure in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2, "兩": 2}
_COUNTERS = "人名个個位家次件只条條所座天岁歲元円年倍吨公米户例间間台辆枚份本杯度种種项項场場分点點周週小度"
_BOUNDS: dict[str, Bound] = {
    "约": "about", "約": "about", "大约": "about", "近": "under", "将近": "under", "超过": "over", "超過": "over", "逾": "over",
    "至少": "over", "多达": "under", "最多": "under", "不到": "under", "약": "about",
}  # fmt: skip
_SYMBOL = 4  # characters of a unit in Latin letters, such as "GWh"
_UNITS = sorted(
    (
        surface
        for surface in SURFACES
        if surface not in ONLY_IN and (not surface.isascii() or len(surface) <= _SYMBOL)
    ),
    key=len,
    reverse=True,
)
_UNIT = re.compile("|".join(map(re.escape, _UNITS)))
_NUMBER = re.compile(
    r"(?P<bound>大约|约|約|将近|近|超过|超過|逾|至少|多达|最多|不到|약)?"
    r"(?P<prefix>US\$|[$€£¥₩])?(?P<minus>(?<![\w)])-)?"
    r"(?:百分之(?P<percent>[〇零一二三四五六七八九十百两点點]+|\d+(?:\.\d+)?)"
    r"|(?P<below>[二两三四五六七八九十]{1,2}|\d{1,3})分(?:之|の)(?P<above>[一二两三四五六七八九]|\d{1,2})"
    r"|(?P<half>一半|半数|半分)"
    r"|(?P<figures>\d+(?:[.,]\d+)*)\s?(?P<scale>(?:[十百千천]?[万萬亿億兆만억조]|[百千])+)?(?P<more>(?:\d+(?:[.,]\d+)*(?:[十百千천]?[万萬亿億만억]|千))*)"
    r"|(?P<ordinal>第)(?P<rank>[一二三四五六七八九十百]+|\d+)"
    r"|(?P<chinese>[〇零一二两兩三四五六七八九十百千万萬亿億兆]+))"
    r"(?P<after>多|余|餘)?"
)
_MORE = re.compile(r"(\d+(?:[.,]\d+)*)([十百千]?[万萬亿億만억]|千)")


def find_unspaced_numbers(text: str, language: str) -> Iterator[Number]:
    """Yield the numbers in order; `text` has plain signs."""
    for match in _NUMBER.finditer(text):
        value = _value(match, language)
        if value is None:
            continue
        start, end = match.start(), match.end()
        bound_text = match.group("bound")
        start += len(bound_text or "")
        unit_match = _UNIT.match(text, end + (text[end : end + 1] == " "))
        if match.group("chinese") and not _is_number(match, text, unit_match is not None):
            continue
        unit = SURFACES[unit_match.group()] if unit_match else None
        if match.group("percent"):
            unit = "%"
        elif match.group("prefix"):
            unit = SURFACES[match.group("prefix")]
        elif unit_match:
            end = unit_match.end()
        bound: Bound | None = _BOUNDS[bound_text] if bound_text else "over" if match.group("after") else None
        kind: Kind = "quantity"
        if match.group("ordinal"):
            kind = "ordinal"
        elif match.group("below") or match.group("half"):
            kind = "fraction"
        yield Number(
            text[start:end],
            start,
            end,
            value,
            unit=unit,
            approximate=bound is not None,
            bound=bound,
            kind=kind,
        )


def _value(match: re.Match[str], language: str) -> float | None:
    sign = -1 if match.group("minus") else 1
    if match.group("half"):
        return 0.5
    if match.group("below"):
        above, below = _chinese(match.group("above")), _chinese(match.group("below"))
        return above / below if above and below else None
    for name in ("percent", "rank", "chinese"):
        if match.group(name):
            return _chinese(match.group(name))
    value = parse_digits(match.group("figures"), language)
    if value is None:
        return None
    for char in match.group("scale") or "":
        value *= _SCALES[char]
    for figures, scale in _MORE.findall(match.group("more") or ""):
        more = parse_digits(figures, language) or 0
        for char in scale:
            more *= _SCALES[char]
        value += more
    return sign * value


def _is_number(match: re.Match[str], text: str, has_unit: bool) -> bool:
    """Tell Chinese figures that count from those inside words ("一般", "万一")."""
    figures = match.group("chinese")
    if figures[0] in "百千万萬亿億兆" or (figures == "一" and not has_unit):
        return False
    return has_unit or len(figures) > 1 or text[match.end() : match.end() + 1] in _COUNTERS


def _chinese(figures: str) -> float | None:
    """Return the value of Chinese figures: 三千二百万, 二十五, 二〇二四, 五点二."""
    if figures.replace(".", "").isdecimal():
        return float(figures)
    whole, _, part = figures.replace("點", "点").partition("点")
    if part:
        digits = "".join(str(_DIGITS[char]) for char in part if char in _DIGITS)
        return (_chinese(whole) or 0) + float(f"0.{digits or 0}")
    if not any(char in _SCALES for char in whole):
        return float("".join(str(_DIGITS[char]) for char in whole)) if whole else None
    total = section = digit = 0
    for char in whole:
        if char in _DIGITS:
            digit = _DIGITS[char]
        elif _SCALES[char] >= 10**4:
            total = (
                (total + section + digit) * _SCALES[char]
                if not section + digit
                else total + (section + digit) * _SCALES[char]
            )
            section = digit = 0
        else:
            section += max(digit, 1) * _SCALES[char]
            digit = 0
    return float(total + section + digit)
