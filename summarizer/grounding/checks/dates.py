"""Check that every date and time of an item agrees with a date of the evidence."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from summarizer.grounding.checks.calendar_days import published_day, resolve
from summarizer.grounding.checks.pairing import swapped
from summarizer.grounding.index import ArticleIndex
from summarizer.grounding.readers.dates import Date
from summarizer.grounding.reading import Reading
from summarizer.schema import Reason

_BOUND = re.compile(
    r"\b(since|until|till|by|seit|bis|desde|hasta|depuis|jusqu['’]en|jusqu['’]au)\s$", re.IGNORECASE
)
_LONGEST_BOUND = 10  # characters
_HALF_DAY = 12 * 60
_SENTENCES_BEFORE = 3  # whose year still holds


def check(item: Reading, evidence: Sequence[Reading], article: ArticleIndex) -> Iterator[Reason]:
    """Yield one reason for each date or time of day that no date of the evidence agrees with.

    The publication date resolves weekdays and relative days, and gives the year where the
    evidence names none.
    """
    if not item.dates:
        return
    published = published_day(article.article.published)
    stated = [one for sentence in evidence for one in sentence.dates]
    missing = [
        one for one in item.dates if not _is_borne_out(one, _left_for(one, item.dates, stated), published)
    ]
    if missing:
        years = _years_around(evidence, article)
        missing = [
            one for one in missing if not _has_year_of(one, stated, years) and not _is_number(one, evidence)
        ]
    for one in missing:
        yield Reason(code="date_missing", detail=_detail(one, stated))
    if not missing:
        yield from _otherwise_bounded(item, evidence)
    if not missing and len(item.dates) > 1:
        yield from _changed_places(item, evidence)


def _left_for(mine: Date, told: Sequence[Date], stated: Sequence[Date]) -> Sequence[Date]:
    """Return the dates of the evidence that may bear out `mine`.

    Where the evidence names weekdays, a weekday is not borne out by a day that the item has besides:
    "since 24 February, the firm said on Monday" of what it said on Tuesday.
    """
    if mine.weekday is None or mine.day is not None or all(theirs.weekday is None for theirs in stated):
        return stated
    others = [one for one in told if one is not mine and one.day is not None]
    return [theirs for theirs in stated if not any(_says_no_more(one, theirs) for one in others)]


def _is_borne_out(mine: Date, stated: Sequence[Date], published: date | None) -> bool:
    if any(_agrees(mine, theirs, published) for theirs in stated):
        return True
    # The year of publication goes without saying.
    return _is_year_only(mine) and published is not None and mine.year == published.year and _no_year(stated)


def _no_year(stated: Sequence[Date]) -> bool:
    return all(theirs.year is None for theirs in stated)


def _years_around(evidence: Sequence[Reading], article: ArticleIndex) -> frozenset[int]:
    """Return the years that the evidence and the sentences just before it name."""
    near = list(evidence)
    for place in map(article.place_of, evidence):
        if place is not None:
            near += article.sentences[max(0, place - _SENTENCES_BEFORE) : place]
    return frozenset(one.year for sentence in near for one in sentence.dates if one.year is not None)


def _has_year_of(mine: Date, stated: Sequence[Date], years: frozenset[int]) -> bool:
    """Tell whether the evidence gives the date but for its year, which stands close by."""
    if mine.year not in years:
        return False
    if _is_year_only(mine):
        return _no_year(stated)
    rest = mine._replace(year=None)
    return any(theirs.year is None and _says_no_more(rest, theirs) for theirs in stated)


def _agrees(mine: Date, theirs: Date, published: date | None) -> bool:
    """Tell whether all that `mine` states agrees with `theirs`."""
    if mine.clock is not None or theirs.clock is not None:
        return _same_time(mine, theirs)
    if _says_no_more(mine, theirs):
        return True
    if (
        mine.offset is not None
        and theirs.offset is not None
        and mine.period == theirs.period
        and mine.offset != theirs.offset
    ):
        return False
    meant = resolve(theirs, published)
    if (
        mine.weekday is not None
        and mine.day is None
        and any(days.first == days.last and days.first.weekday() == mine.weekday for days in meant)
        and (published is None or mine.offset is None or mine.offset == 0)
    ):
        return theirs.year is not None or theirs.weekday is None
    if mine.weekday is not None and theirs.weekday is not None and mine.weekday != theirs.weekday:
        return False
    if mine.year is None and theirs.year is None and not _shares_parts(mine, theirs):
        return False
    if mine.day is None and theirs.day is not None and theirs.month is None:
        return False  # "the 12th" is no word on the quarter
    return any(days.holds(other) for days in resolve(mine, published) for other in meant)


def _same_time(mine: Date, theirs: Date) -> bool:
    if mine.clock is None or theirs.clock is None:
        return False
    if mine.clock == theirs.clock:
        return True
    return (mine.twelve or theirs.twelve) and (mine.clock - theirs.clock) % _HALF_DAY == 0


def _says_no_more(mine: Date, theirs: Date) -> bool:
    """Tell whether each part that `mine` states is stated so by `theirs`."""
    if mine.decade and theirs.year is not None and not theirs.decade:
        return mine.year is not None and 0 <= theirs.year - mine.year < 10  # noqa: PLR2004 - a decade
    if theirs.decade and not mine.decade:
        return False
    if mine.offset is not None and theirs.offset is not None and mine.offset != theirs.offset:
        return False
    if mine.period is not None and mine.offset != theirs.offset:
        return False
    return _has_parts_of(mine, theirs) or (
        _may_be_turned(mine, theirs) and (mine.month, mine.day) == (theirs.day, theirs.month)
    )


def _has_parts_of(mine: Date, theirs: Date) -> bool:
    """Tell whether each part of a day or period that `mine` has is the same in `theirs`."""
    return (
        (mine.year is None or mine.year == theirs.year)
        and (mine.month is None or mine.month == theirs.month)
        and (mine.day is None or mine.day == theirs.day)
        and (mine.weekday is None or mine.weekday == theirs.weekday)
        and (mine.quarter is None or mine.quarter == theirs.quarter)
        and (mine.relative is None or mine.relative == theirs.relative)
        and (mine.period is None or mine.period == theirs.period)
    )


def _may_be_turned(mine: Date, theirs: Date) -> bool:
    return (mine.swappable or theirs.swappable) and mine.year in {None, theirs.year}


def _shares_parts(mine: Date, theirs: Date) -> bool:
    """Tell whether two dates without year may be compared: 7 May, and Tuesday of that week."""
    both_dated = mine.month is not None and theirs.month is not None
    return not both_dated or (mine.month == theirs.month and (mine.day is None or mine.day == theirs.day))


def _is_year_only(mine: Date) -> bool:
    return mine.year is not None and mine.month is None and mine.quarter is None and not mine.decade


def _is_number(mine: Date, evidence: Sequence[Reading]) -> bool:
    """Tell whether the evidence has the year as a bare figure that was read as a number."""
    return _is_year_only(mine) and any(
        number.value == mine.year and number.text.isdecimal()
        for sentence in evidence
        for number in sentence.numbers
    )


def _changed_places(item: Reading, evidence: Sequence[Reading]) -> Iterator[Reason]:
    pair = swapped(item, evidence, item.dates, lambda sentence: sentence.dates, _is_same)
    if pair is not None:
        yield Reason(code="date_missing", detail=item.text[pair[0].start : pair[1].end])


def _otherwise_bounded(item: Reading, evidence: Sequence[Reading]) -> Iterator[Reason]:
    """Yield "since 1908 (article: since 1971)" where the evidence has 1908 without that word before it."""
    stated = [(sentence, one) for sentence in evidence for one in sentence.dates]
    for mine in item.dates:
        bound = _bound(item, mine)
        if bound is None or not any(_is_same(mine, theirs) for _, theirs in stated):
            continue
        alike = [(sentence, one) for sentence, one in stated if _kind(one) == _kind(mine)]
        rivals = [one for sentence, one in alike if _bound(sentence, one) == bound]
        if rivals and not any(_is_same(mine, theirs) for theirs in rivals):
            detail = f"{bound} {mine.text} (article: {bound} {rivals[0].text})"
            yield Reason(code="date_missing", detail=detail)
            return


def _bound(reading: Reading, one: Date) -> str | None:
    """Return the word right before a date that makes it a beginning or an end."""
    found = _BOUND.search(reading.text, max(one.start - _LONGEST_BOUND, 0), one.start)
    return found[1].lower() if found else None


def _is_same(mine: Date, theirs: Date) -> bool:
    return (
        _same_time(mine, theirs)
        if mine.clock is not None
        else theirs.clock is None and _says_no_more(mine, theirs)
    )


def _detail(mine: Date, stated: Sequence[Date]) -> str:
    """Return the item's words, and the article's where only one date there can be meant."""
    rivals = [theirs for theirs in stated if _kind(theirs) == _kind(mine)]
    return f"{mine.text} (article: {rivals[0].text})" if len(rivals) == 1 else mine.text


def _kind(one: Date) -> tuple[bool, ...]:
    parts = (one.day, one.month, one.weekday, one.quarter, one.clock, one.relative, one.period)
    return tuple(part is not None for part in parts)
