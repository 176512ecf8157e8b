"""Check that a fact of an item was not fetched from elsewhere in the article to another's place.

"He fled in 2020" where the article has 2020 in another sentence and "fled in 2022" in this one. What
stands around a number, date or name of the item is compared with what stands around it in the
article, and around the others of its kind there: where one that the item leaves out fits much
better, or two fit better crossed, they are not where the article has them.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations, compress
from operator import attrgetter, not_
from typing import NamedTuple, Protocol

from summarizer.grounding.checks.amounts import are_equal
from summarizer.grounding.checks.anaphora import stand_ins_for
from summarizer.grounding.checks.clauses import LINKS, analyse
from summarizer.grounding.checks.namebook import book_of
from summarizer.grounding.index import ArticleIndex
from summarizer.grounding.readers.aliases import form, is_adjective, matches
from summarizer.grounding.readers.dates import Date
from summarizer.grounding.readers.names import Name
from summarizer.grounding.readers.numbers import Number
from summarizer.grounding.reading import Reading
from summarizer.schema import Reason, ReasonCode

_ITEM_HALF, _ARTICLE_HALF = 5.0, 8.0  # words over which the weight of what stands around a fact halves
# Chosen on the development half of tests/data/mutations.
_MARGIN = 0.12
_UNSURE_MARGIN = 0.4  # for a name whose kind is not known
_CROSSED_MARGIN = 0.1
_ELSEWHERE = 1.5
_EVERYWHERE = 12  # sentences; a fact with words in more stands near the evidence or is not looked for
_PARTS = re.compile(r"[,;:()—–](?=\s|$)|\s\(|\s(?:" + "|".join(sorted(LINKS)) + r")\s")
_ELIDED = frozenset({"one", "ones"})  # "with clear ones"
_date_parts = attrgetter(
    "year", "month", "day", "weekday", "quarter", "relative", "period", "offset", "clock"
)


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
class _Sort:
    """One kind of fact: how to read it, when two are the same, when they rival each other."""

    code: ReasonCode
    read: Callable[[Reading], Sequence[Fact]]
    same: Callable[[Fact, Fact], bool]
    margin: Callable[[Fact, Fact], float | None]  # None where the two are of different kinds
    stand_ins: Callable[[Fact, Reading], Iterable[Spot]] = lambda _fact, _reading: ()  # "she", "the company"


def check(item: Reading, evidence: Sequence[Reading], article: ArticleIndex) -> Iterator[Reason]:
    """Yield each number, date or name in whose place the article has another."""
    near = _near(evidence, article)
    for sort in (_numbers(), _dates(), *([_names(article)] if item.names else ())):
        facts = sort.read(item)
        if facts:
            yield from _misplaced(list(spots_of(item, facts)), sort, near, evidence, article)


def _misplaced(
    spots: Sequence[Spot],
    sort: _Sort,
    near: Sequence[Reading],
    evidence: Sequence[Reading],
    article: ArticleIndex,
) -> Iterator[Reason]:
    around = [_surroundings(spot, article) for spot in spots]
    near = [one for one in near if one in evidence or _may_fit(around, one)]
    there = [spot for reading in near for spot in spots_of(reading, sort.read(reading))]
    alike = [[sort.same(spot.fact, other.fact) for other in there] for spot in spots]
    rivals = [other for other, *same in zip(there, *alike, strict=True) if not any(same)]

    @cache
    def own(number: int) -> Sequence[Spot]:
        return _own_spots(spots[number], sort, list(compress(there, alike[number])), near, article)

    for number, (spot, context) in enumerate(zip(spots, around, strict=True)):
        comparable = list(_comparable(spot, context, rivals, sort))
        places = own(number) if comparable else ()
        if not places:
            continue
        best = max(_fit(context, place) for place in places)
        homes = [place.reading for place in places]
        stated = any(one in homes for one in evidence)
        for rival, margin, fit in comparable:
            gain = fit - best
            if gain <= margin:
                continue
            if any(_is_told(spot, place) for place in places) and not _is_told(spot, rival):
                continue  # "in 71 with amber goggles and in 74 with clear ones": what is left out is shared
            if rival.reading in homes:
                if margin == _UNSURE_MARGIN:
                    continue  # "Ann Lee, who is with Acme, said": one explains the other
            elif (stated and gain <= margin * _ELSEWHERE) or any(
                fit - _fit(context, other) <= margin for other in sort.stand_ins(spot.fact, rival.reading)
            ):
                continue
            yield Reason(code=sort.code, detail=f"{spot.fact.text} (article: {rival.fact.text})")
            return
    yield from _crossed(spots, around, own, sort)


def _comparable(
    spot: Spot, context: dict[str, float], rivals: Sequence[Spot], sort: _Sort
) -> Iterator[tuple[Spot, float, float]]:
    """Yield each rival that may fit better than the fact's own places, by what it has to, and its fit."""
    for rival in rivals:
        margin = sort.margin(spot.fact, rival.fact)
        if margin is not None and (fit := _fit(context, rival)) > margin:
            yield rival, margin, fit


def _is_told(spot: Spot, place: Spot) -> bool:
    """Tell whether the item has all of the part of a sentence in which a fact stands, not just the fact."""
    text, words = place.reading.text, place.reading.columns
    start = max((match.end() for match in _PARTS.finditer(text, 0, place.fact.start)), default=0)
    end = next((match.start() for match in _PARTS.finditer(text, place.fact.end)), len(text))
    part = {
        words.stems[at]
        for at, begins in enumerate(words.starts)
        if start <= begins < end
        and not (place.first <= at < place.after or words.functions[at] or words.norms[at] in _ELIDED)
    }
    return bool(part) and part.issubset(spot.reading.columns.stems)


def _may_fit(around: Sequence[dict[str, float]], reading: Reading) -> bool:
    """Tell whether enough of what stands around a fact is in a sentence for a place there to count."""
    content = reading.content
    for context in around:
        if sum([weight for stem, weight in context.items() if stem in content]) > _CROSSED_MARGIN:
            return True
    return False


def _crossed(
    spots: Sequence[Spot],
    around: Sequence[dict[str, float]],
    own: Callable[[int], Sequence[Spot]],
    sort: _Sort,
) -> Iterator[Reason]:
    """Yield the first two facts of which each fits better where the other stands."""
    for one, two in combinations(range(len(spots)), 2):
        first, second = spots[one], spots[two]
        if sort.margin(first.fact, second.fact) is None or sort.same(first.fact, second.fact):
            continue
        if not own(one) or not own(two):
            continue

        def best(context: int, places: int) -> float:
            return max(_fit(around[context], place) for place in own(places))

        straight, crossed = best(one, one), best(one, two)
        if crossed <= straight:
            continue
        also_straight, also_crossed = best(two, two), best(two, one)
        better = crossed + also_crossed > straight + also_straight + _CROSSED_MARGIN
        if also_crossed > also_straight and better:
            yield Reason(code="roles_swapped", detail=f"{first.fact.text}, {second.fact.text}")
            return


def _near(evidence: Sequence[Reading], article: ArticleIndex) -> list[Reading]:
    """Return the evidence and the sentences just before and after, in order."""
    places = [place for sentence in evidence if (place := article.place_of(sentence)) is not None]
    around = sorted({near for place in places for near in (place - 1, place, place + 1)})
    return [article.sentences[i] for i in around if 0 <= i < len(article.sentences)] or list(evidence)


def spots_of(reading: Reading, facts: Sequence[Fact]) -> Iterator[Spot]:
    """Yield where each of `facts` stands among the words of `reading`."""
    for fact in facts:
        first = bisect_right(reading.columns.ends, fact.start)
        after = bisect_left(reading.columns.starts, fact.end, first)
        if first < after:
            yield Spot(fact, reading, first, after)


def _own_spots(
    spot: Spot, sort: _Sort, found: list[Spot], near: Sequence[Reading], article: ArticleIndex
) -> Sequence[Spot]:
    """Return where the article has the fact: as `found` near the evidence, and wherever its words stand."""
    words, own = spot.reading.columns, slice(spot.first, spot.after)
    stems = set(compress(words.stems[own], map(not_, words.functions[own])))
    if sort.code == "number_missing":
        stems = {stem for stem in stems if stem[:1].isdecimal()} or stems  # "5" of "5 million"
    places = sorted({place for stem in stems for place in article.postings.get(stem, ())})
    if len(places) > _EVERYWHERE:
        return found
    for reading in (article.sentences[place] for place in places):
        if reading not in near:
            found += [o for o in spots_of(reading, sort.read(reading)) if sort.same(spot.fact, o.fact)]
    return found


def _surroundings(spot: Spot, article: ArticleIndex) -> dict[str, float]:
    """Return how much each stem around a fact says of its place, 1 in all."""
    found: dict[str, float] = {}
    weight_of, words, steps = article.weight, spot.reading.columns, spot.reading.steps
    own = words.stems[spot.first : spot.after]
    start, end = steps[spot.first], steps[spot.after - 1]
    for stem, at, function in zip(words.stems, steps, words.functions, strict=True):
        if not function and stem not in own:
            off = start - at if at < start else at - end
            weight = weight_of(stem) * 0.5 ** (off / _ITEM_HALF)
            if weight > found.get(stem, 0.0):
                found[stem] = weight
    total = sum(found.values())
    return {stem: weight / total for stem, weight in found.items()}


def _fit(around: dict[str, float], spot: Spot) -> float:
    """Return how well a place of the article agrees with what stands around a fact of the item, 0..1."""
    steps = spot.reading.steps
    start, end = steps[spot.first], steps[spot.after - 1]
    nearest: dict[str, int] = {}
    for stem, at in zip(spot.reading.columns.stems, steps, strict=True):
        if stem in around:
            off = start - at if at < start else at - end  # not above 0 within the fact
            if 0 < off < nearest.get(stem, off + 1):
                nearest[stem] = off
    total = 0.0
    for stem in around if nearest else ():  # in their order, so that sums come out the same
        if stem in nearest:
            total += around[stem] * 0.5 ** (nearest[stem] / _ARTICLE_HALF)
    return total


@cache
def _numbers() -> _Sort:
    def margin(mine: Number, other: Number) -> float | None:
        alike = mine.unit == other.unit if mine.unit or other.unit else mine.kind == other.kind
        return _MARGIN if alike else None

    return _Sort("number_missing", lambda r: [n for n in r.numbers if n.kind != "code"], are_equal, margin)  # type: ignore[arg-type]


@cache
def _dates() -> _Sort:
    def same(mine: Date, other: Date) -> bool:
        both = list(zip(_date_parts(mine), _date_parts(other), strict=True))
        return all(one is None or one == two for one, two in both) or all(
            two is None or one == two for one, two in both
        )

    def margin(mine: Date, other: Date) -> float | None:
        both = zip(_date_parts(mine), _date_parts(other), strict=True)
        return _MARGIN if any(one is not None and two is not None for one, two in both) else None

    return _Sort("date_missing", lambda r: r.dates, same, margin)  # type: ignore[arg-type]


def _names(article: ArticleIndex) -> _Sort:
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
            return _UNSURE_MARGIN if (" " in mine.text) == (" " in other.text) else None
        return _MARGIN if len(alike) == 1 else None

    def stand_ins(mine: Name, reading: Reading) -> Iterable[Spot]:
        tokens = analyse(reading.text, article.language).tokens
        return spots_of(reading, stand_ins_for(book.kind(mine), tokens, reading.names))

    return _Sort("name_missing", lambda r: r.names, same, margin, stand_ins)  # type: ignore[arg-type]
