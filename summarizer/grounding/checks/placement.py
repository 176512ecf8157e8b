"""Check that a fact of an item was not fetched from elsewhere in the article to another's place.

"He fled in 2020" where the article has 2020 in another sentence and "fled in 2022" in this one. What
stands around a number, date or name of the item is compared with what stands around it in the
article, and around the others of its kind there: where one that the item leaves out fits much
better, or two fit better crossed, they are not where the article has them.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations, compress
from operator import not_
from typing import NamedTuple

from summarizer.grounding.checks.clauses import LINKS
from summarizer.grounding.checks.facts import UNSURE_MARGIN, Sort, Spot, sorts_of, spots_of
from summarizer.grounding.index import ArticleIndex
from summarizer.grounding.reading import Reading
from summarizer.schema import Reason

_ITEM_HALF, _ARTICLE_HALF = 5.0, 8.0  # words over which the weight of what stands around a fact halves
# Chosen on the development half of tests/data/mutations, as the margins of `facts` are.
_CROSSED_MARGIN = 0.1
_ELSEWHERE = 1.5
_EVERYWHERE = 12  # sentences; a fact with words in more stands near the evidence or is not looked for
_PARTS = re.compile(r"[,;:()—–](?=\s|$)|\s\(|\s(?:" + "|".join(sorted(LINKS)) + r")\s")
_ELIDED = frozenset({"one", "ones"})  # "with clear ones"


_Word = tuple[str, int, float]  # a stem of content, its step in the text, what covering it counts


class _Setting(NamedTuple):
    """A fact of the item, and how much each stem around it says of its place there, 1 in all."""

    spot: Spot
    around: dict[str, float]


def check(item: Reading, evidence: Sequence[Reading], article: ArticleIndex) -> Iterator[Reason]:
    """Yield each number, date or name in whose place the article has another."""
    near = _near(evidence, article)
    words = _content_words(item, article)
    for sort in sorts_of(item, article):
        spots = spots_of(item, sort.read(item))
        if spots:
            mine = [_Setting(spot, _surroundings(spot, words)) for spot in spots]
            yield from _misplaced(mine, sort, near, evidence, article)


def _misplaced(
    mine: Sequence[_Setting],
    sort: Sort,
    near: Sequence[Reading],
    evidence: Sequence[Reading],
    article: ArticleIndex,
) -> Iterator[Reason]:
    """Yield the first of the facts of a sort that does not stand where the article has it, if any."""
    near = [one for one in near if one in evidence or _may_fit(mine, one)]
    there = [spot for reading in near for spot in spots_of(reading, sort.read(reading))]
    alike = [[sort.same(one.spot.fact, other.fact) for other in there] for one in mine]
    rivals = list(compress(there, map(not_, map(any, zip(*alike, strict=True)))))
    if not rivals and len(mine) == 1:
        return
    found = [list(compress(there, same)) for same in alike]
    known: dict[int, Sequence[Spot]] = {}

    def own(number: int) -> Sequence[Spot]:
        if number not in known:
            known[number] = _own_spots(mine[number].spot, sort, found[number], near, article)
        return known[number]

    for number, one in enumerate(mine if rivals else ()):
        comparable = _comparable(one, rivals, found[number], sort)
        places = own(number) if comparable else ()
        rival = _better_placed(one, comparable, places, evidence, sort) if places else None
        if rival is not None:
            yield Reason(code=sort.code, detail=f"{one.spot.fact.text} (article: {rival.fact.text})")
            return
    yield from _crossed(mine, own, sort)


def _better_placed(
    one: _Setting,
    comparable: Sequence[tuple[Spot, float, float]],
    places: Sequence[Spot],
    evidence: Sequence[Reading],
    sort: Sort,
) -> Spot | None:
    """Return the first rival that fits clearly better than the fact at any of its own places."""
    spot, around = one
    best = max(_fit(around, place) for place in places)
    homes = [place.reading for place in places]
    stated = any(reading in homes for reading in evidence)
    for rival, margin, fit in comparable:
        gain = fit - best
        if gain <= margin:
            continue
        if any(_is_told(spot, place) for place in places) and not _is_told(spot, rival):
            continue  # "in 71 with amber goggles and in 74 with clear ones": what is left out is shared
        if rival.reading in homes:
            if margin == UNSURE_MARGIN:
                continue  # "Ann Lee, who is with Acme, said": one explains the other
        elif (stated and gain <= margin * _ELSEWHERE) or any(
            fit - _fit(around, other) <= margin for other in sort.stand_ins(spot.fact, rival.reading)
        ):
            continue
        return rival
    return None


def _comparable(
    one: _Setting, rivals: Sequence[Spot], found: Sequence[Spot], sort: Sort
) -> list[tuple[Spot, float, float]]:
    """Return each rival that may fit better than the fact's own places, by what it has to, and its fit.

    Those `found` near the evidence are places of its own, the rest are looked for only where a rival
    fits better than these.
    """
    comparable, best = [], None
    for rival in rivals:
        margin = sort.margin(one.spot.fact, rival.fact)
        if margin is not None and (fit := _fit(one.around, rival)) > margin:
            if best is None:
                best = max([_fit(one.around, place) for place in found], default=0.0)
            if fit - best > margin:
                comparable.append((rival, margin, fit))
    return comparable


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


def _may_fit(mine: Sequence[_Setting], reading: Reading) -> bool:
    """Tell whether enough of what stands around a fact is in a sentence for a place there to count."""
    has = reading.content.__contains__
    return any(sum(compress(around.values(), map(has, around))) > _CROSSED_MARGIN for _, around in mine)


def _crossed(mine: Sequence[_Setting], own: Callable[[int], Sequence[Spot]], sort: Sort) -> Iterator[Reason]:
    """Yield the first two facts of which each fits better where the other stands."""

    def best(fact: int, places: int) -> float:
        return max([_fit(mine[fact].around, place) for place in own(places)])

    for one, two in combinations(range(len(mine)), 2):
        first, second = mine[one].spot, mine[two].spot
        if sort.margin(first.fact, second.fact) is None or sort.same(first.fact, second.fact):
            continue
        if not own(one) or not own(two):
            continue
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


def _own_spots(
    spot: Spot, sort: Sort, found: Sequence[Spot], near: Sequence[Reading], article: ArticleIndex
) -> Sequence[Spot]:
    """Return where the article has the fact: as `found` near the evidence, and wherever its words stand."""
    words, own = spot.reading.columns, slice(spot.first, spot.after)
    stems = set(compress(words.stems[own], map(not_, words.functions[own])))
    if sort.code == "number_missing":
        stems = {stem for stem in stems if stem[:1].isdecimal()} or stems  # "5" of "5 million"
    places = set().union(*[article.postings.get(stem, ()) for stem in stems])
    if len(places) > _EVERYWHERE:
        return found
    everywhere = list(found)
    for place in sorted(places):
        reading = article.sentences[place]
        if reading not in near:
            same = [fact for fact in sort.read(reading) if sort.same(spot.fact, fact)]
            everywhere += spots_of(reading, same)
    return everywhere


def _content_words(item: Reading, article: ArticleIndex) -> list[_Word]:
    """Return the words of an item that carry content."""
    stems, carries = item.columns.stems, list(map(not_, item.columns.functions))
    content = list(compress(stems, carries))
    return list(zip(content, compress(item.steps, carries), map(article.weight, content), strict=True))


def _surroundings(spot: Spot, words: Sequence[_Word]) -> dict[str, float]:
    """Return how much each stem around a fact says of its place, 1 in all."""
    found: dict[str, float] = {}
    _, reading, first, after = spot
    own, steps = reading.columns.stems[first:after], reading.steps
    start, end = steps[first], steps[after - 1]
    for stem, at, weight in words:
        if stem not in own:
            off = start - at if at < start else at - end
            says = weight * 0.5 ** (off / _ITEM_HALF)
            if stem not in found or says > found[stem]:
                found[stem] = says
    total = sum(found.values())
    return {stem: says / total for stem, says in found.items()}


def _fit(around: dict[str, float], spot: Spot) -> float:
    """Return how well a place of the article agrees with what stands around a fact of the item, 0..1."""
    _, reading, first, after = spot
    stems, steps = reading.columns.stems, reading.steps
    start, end = steps[first], steps[after - 1]
    nearest: dict[str, int] = {}
    for stem, at in compress(zip(stems, steps, strict=True), map(around.__contains__, stems)):
        off = start - at if at < start else at - end  # not above 0 within the fact
        if off > 0 and (stem not in nearest or off < nearest[stem]):
            nearest[stem] = off
    total = 0.0
    for stem in around if nearest else ():  # in their order, so that sums come out the same
        if stem in nearest:
            total += around[stem] * 0.5 ** (nearest[stem] / _ARTICLE_HALF)
    return total
