"""Find dates in Chinese, Japanese and Korean, which set no space between words."""

import re
from collections.abc import Iterator

from summarizer.grounding.readers.date_parts import Date, is_day_of_month

UNSPACED = frozenset({"zh", "ja", "ko"})

_FIGURES = {figure: value for value, figure in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0}
_NUMBER = r"\d{1,2}|[一二三四五六七八九十]{1,3}"
_DAY = re.compile(
    rf"(?:(?P<year>\d{{4}}|[〇零○一二三四五六七八九]{{4}})\s?[年년]\s?)?(?:(?P<month>{_NUMBER})\s?[月월]\s?)?"
    rf"(?:(?P<day>{_NUMBER})\s?[日号號일](?![间間圓元本]))?"
)
_SLASHED = re.compile(r"(?<![\d./-])(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?![\d/-])")
_WEEKDAY = re.compile(r"(?:星期|礼拜|禮拜|周|週)([一二三四五六日天])|([月火水木金土日])曜日?")
_WEEKDAYS = {"一": 0, "月": 0, "二": 1, "火": 1, "三": 2, "水": 2, "四": 3, "木": 3, "五": 4, "金": 4, "六": 5, "土": 5, "日": 6, "天": 6}  # fmt: skip
_RELATIVE = {
    "昨天": -1, "昨日": -1, "今天": 0, "今日": 0, "本日": 0, "明天": 1, "明日": 1, "前天": -2, "后天": 2, "어제": -1,
    "오늘": 0, "내일": 1,
}  # fmt: skip
_PERIODS = {
    **dict.fromkeys(("上周", "上週", "上星期", "先週"), ("week", -1)),
    **dict.fromkeys(("本周", "本週", "这周", "今週"), ("week", 0)),
    **dict.fromkeys(("下周", "下週", "下星期", "来週"), ("week", 1)),
    **dict.fromkeys(("上月", "上个月", "上個月", "先月"), ("month", -1)),
    **dict.fromkeys(("本月", "这个月", "今月"), ("month", 0)),
    **dict.fromkeys(("下月", "下个月", "下個月", "来月"), ("month", 1)),
    **dict.fromkeys(("去年", "昨年"), ("year", -1)),
    **dict.fromkeys(("今年", "本年"), ("year", 0)),
    **dict.fromkeys(("明年", "来年"), ("year", 1)),
}
_PHRASE = re.compile("|".join(sorted((*_RELATIVE, *_PERIODS), key=len, reverse=True)))
_QUARTER = re.compile(r"第?([一二三四1-4])(?:季度|四半期|季|분기)")
_CLOCK = re.compile(
    r"(?:(上午|早上|凌晨|午前|오전)|(下午|晚上|晚|午後|오후))?(\d{1,2})(?:[:：]([0-5]\d)(?!\d)|[点點時时시](?![间間])(?:(\d{1,2})分|半)?)"
)


def find_unspaced_dates(text: str, language: str) -> Iterator[Date]:
    """Yield what may be a date; what comes earlier is surer."""
    for match in _SLASHED.finditer(text):
        year, month, day = map(int, match.groups())
        if is_day_of_month(day, month):
            yield Date(match.group(), *match.span(), year, month, day)
    for match in _WEEKDAY.finditer(text):
        yield Date(match.group(), *match.span(), weekday=_WEEKDAYS[match.group(1) or match.group(2)])
    for match in _DAY.finditer(text):
        if match.group() and (match.group("year") or match.group("month") or match.group("day")):
            yield from _day(match, language)
    for match in _QUARTER.finditer(text):
        yield Date(match.group(), *match.span(), quarter=_figure(match.group(1)))
    for match in _PHRASE.finditer(text):
        phrase = match.group()
        if phrase in _RELATIVE:
            yield Date(phrase, *match.span(), relative=_RELATIVE[phrase])
        else:
            period, offset = _PERIODS[phrase]
            yield Date(phrase, *match.span(), period=period, offset=offset)  # type: ignore[arg-type]
    yield from _clocks(text)


def _day(match: re.Match[str], language: str) -> Iterator[Date]:
    year, month, day = (match.group(name) and _figure(match.group(name)) for name in ("year", "month", "day"))
    if month is None and year is None and language == "ko":
        return  # "3일" is three days as well
    whole = is_day_of_month(day or 1, month or 1) if month or day else True
    if whole:
        text = match.group().rstrip()
        yield Date(text, match.start(), match.start() + len(text), year or None, month or None, day or None)


def _clocks(text: str) -> Iterator[Date]:
    for match in _CLOCK.finditer(text):
        morning, evening, hour, minute, part = match.groups()
        half = 30 if match.group().endswith("半") else 0
        minutes = int(hour) * 60 + int(minute or part or half)
        if evening and int(hour) < 12:  # noqa: PLR2004 - noon
            minutes += 720
        if minutes <= 24 * 60:
            twelve = not (morning or evening) and 1 <= int(hour) <= 12  # noqa: PLR2004 - noon
            yield Date(match.group(), *match.span(), clock=minutes % (24 * 60), twelve=twelve)


def _figure(figures: str) -> int:
    """Return the value of figures, or of Chinese ones: 二〇二四, 十二, 三十一."""
    if figures.isdecimal():
        return int(figures)
    if "十" in figures:
        tens, _, units = figures.partition("十")
        return (_FIGURES.get(tens, 1) * 10) + (_FIGURES.get(units, 0))
    value = 0
    for figure in figures:
        value = value * 10 + _FIGURES[figure]
    return value
