"""The facts whose places are compared, by sort: numbers, dates, names.

A sort says when two facts are the same and when one may have taken the other's place.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from operator import attrgetter
from typing import NamedTuple, Protocol

from summarizer.grounding.checks.amounts import are_equal
from summarizer.grounding.checks.anaphora import stand_ins_for
from summarizer.grounding.checks.clauses import analyse
from summarizer.grounding.checks.namebook import book_of
from summarizer.grounding.index import ArticleIndex
from summarizer.grounding.readers.aliases import form, is_adjective, matches
from summarizer.grounding.readers.dates import Date
from summarizer.grounding.readers.names import Name
from summarizer.grounding.readers.numbers import Number
from summarizer.grounding.reading import Reading
from summarizer.schema import ReasonCode

_date_parts = attrgetter(
    "year", "month", "day", "weekday", "quarter", "relative", "period", "offset", "clock"
)
# How much better a rival must fit. Chosen on the development half of tests/data/mutations.
_MARGIN = 0.12
UNSURE_MARGIN = 0.4  # for a name whose kind is not known


class Fact(Protocol):
    """A number, date or name where it stands in a text."""

    @property
    def text(self) -> str:
        """The words."""
        ...

    @property
    def start(self) -> int:
        """Where they begin."""
        ...

    @property
    def end(self) -> int:
        """Where they end."""
        ...


class Spot(NamedTuple):
    """A fact where it stands: words `first` up to `after` of a reading."""

    fact: Fact
    reading: Reading
    first: int
    after: int


@dataclass(frozen=True, slots=True)
class Sort:
    """One kind of fact: how to read it, when two are the same, when they rival each other."""

    code: ReasonCode
    read: Callable[[Reading], Sequence[Fact]]
    same: Callable[[Fact, Fact], bool]
    margin: Callable[[Fact, Fact], float | None]  # None where the two are of different kinds
    stand_ins: Callable[[Fact, Reading], Iterable[Spot]] = lambda _fact, _reading: ()  # "she", "the company"


def spots_of(reading: Reading, facts: Sequence[Fact]) -> list[Spot]:
    """Return where each of `facts` stands among the words of `reading`."""
    found: list[Spot] = []
    if not facts:
        return found
    starts, ends = reading.columns.starts, reading.columns.ends
    for fact in facts:
        first = bisect_right(ends, fact.start)
        after = bisect_left(starts, fact.end, first)
        if first < after:
            found.append(Spot(fact, reading, first, after))
    return found


def sorts_of(item: Reading, article: ArticleIndex) -> Iterator[Sort]:
    """Yield the sorts of facts to look for in an item."""
    yield _numbers()
    yield _dates()
    if item.names:
        yield _names(article)


@cache
def _numbers() -> Sort:
    def margin(mine: Number, other: Number) -> float | None:
        alike = mine.unit == other.unit if mine.unit or other.unit else mine.kind == other.kind
        return _MARGIN if alike else None

    return Sort("number_missing", lambda r: [n for n in r.numbers if n.kind != "code"], are_equal, margin)  # type: ignore[arg-type]


@cache
def _dates() -> Sort:
    def same(mine: Date, other: Date) -> bool:
        both = zip(_date_parts(mine), _date_parts(other), strict=True)
        apart = [(one, two) for one, two in both if one != two]
        return all(one is None for one, _ in apart) or all(two is None for _, two in apart)

    def margin(mine: Date, other: Date) -> float | None:
        for one, two in zip(_date_parts(mine), _date_parts(other), strict=True):
            if one is not None and two is not None:
                return _MARGIN
        return None

    return Sort("date_missing", lambda r: r.dates, same, margin)  # type: ignore[arg-type]


def _names(article: ArticleIndex) -> Sort:
    book = book_of(article)
    site = (article.article.site or "").casefold()

    def same(mine: Name, other: Name) -> bool:
        one, two = form(mine.text), form(other.text)
        return matches(one, [two], article.language) or book.are_one(one, two)

    def margin(mine: Name, other: Name) -> float | None:
        if not (book.is_sure(mine) and book.is_sure(other)) or is_adjective(mine.text) != is_adjective(
            other.text
        ):
            return None
        alike = {book.kind(mine), book.kind(other)}
        if alike == {"unknown", "place"} or other.text.casefold() == site:
            return None
        if "unknown" in alike:
            return UNSURE_MARGIN if (" " in mine.text) == (" " in other.text) else None
        return _MARGIN if len(alike) == 1 else None

    def stand_ins(mine: Name, reading: Reading) -> Iterable[Spot]:
        tokens = analyse(reading.text, article.language).tokens
        return spots_of(reading, stand_ins_for(book.kind(mine), tokens, reading.names))

    return Sort("name_missing", lambda r: r.names, same, margin, stand_ins)  # type: ignore[arg-type]
