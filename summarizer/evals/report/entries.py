"""One article of a run as the page shows it: pairs, misses, extras, and what differs from a baseline."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from summarizer.evals.report.words import metric_name, veto
from summarizer.evals.result import ArticleResult, GoldLabel, MustNotAsserted, Result, overall
from summarizer.evals.scores import HEADLINE, METRICS
from summarizer.render import wording
from summarizer.render.reasons import explain
from summarizer.render.text import one_line
from summarizer.schema import Claim, Highlight

Item = Highlight | Claim

_SEEN = 0.005
_PLAIN_ID = re.compile(r"[a-z0-9][a-z0-9-]*")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


@dataclass(frozen=True, slots=True)
class Side:
    """A gold label or a system's item. `quotes` are its evidence; `verbatim` when that is its very text."""

    id: str
    text: str
    quotes: tuple[str, ...]
    verbatim: bool
    importance: str = ""
    notes: tuple[str, ...] = ()
    doubt: str = ""
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pair:
    """A gold label beside an item: how alike, or, where it may not match, why."""

    gold: Side
    said: Side
    likeness: float = 0.0
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Highlights or claims. With `difference`, the items that only one of two runs has."""

    name: str
    pairs: tuple[Pair, ...]
    vetoed: tuple[Pair, ...]
    missed: tuple[Side, ...]
    extra: tuple[Side, ...]
    total_gold: int
    total_said: int
    only_base: tuple[Side, ...] = ()
    only_head: tuple[Side, ...] = ()


@dataclass(frozen=True, slots=True)
class Score:
    """A score, and the baseline's where the two can be compared."""

    name: str
    meaning: str
    value: float
    headline: bool
    base: float | None
    flicker: float | None

    @property
    def moved(self) -> float:
        """How far it is from the baseline; 0 without one."""
        return 0.0 if self.base is None else self.value - self.base

    @property
    def way(self) -> str:
        """Better or worse than the baseline, or neither as far as two places show."""
        return "" if abs(self.moved) < _SEEN else "better" if self.moved > 0 else "worse"


@dataclass(frozen=True, slots=True)
class Entry:
    """An article of one run. `base_note` says why scores or items are not set against the baseline's.

    `system` is the run's place among the runs shown; `base` is the baseline's article, or None.
    """

    anchor: str
    system: int
    system_name: str
    article: ArticleResult
    overall: float
    scores: tuple[Score, ...]
    groups: tuple[Group, ...]
    asserted: tuple[tuple[MustNotAsserted, str], ...]
    base: ArticleResult | None
    base_note: str

    @property
    def language(self) -> str | None:
        """The article's language code, if it is one."""
        return self.article.language if _LANGUAGE.fullmatch(self.article.language) else None

    @property
    def title(self) -> str:
        """The title on one line; the id where there is none."""
        return one_line(self.article.title) or self.article.id

    @property
    def missed(self) -> int:
        """How many gold highlights and claims have no match."""
        return sum(len(group.missed) for group in self.groups)

    @property
    def faulty(self) -> int:
        """How many must-not claims are asserted as if they were good."""
        return len({one.label for one, _ in self.asserted if not one.flagged})

    @property
    def comparable(self) -> bool:
        """Whether its scores can be set against a baseline's."""
        return self.base is not None and all(score.base is not None for score in self.scores)

    @property
    def moved(self) -> float:
        """How far the mean of the headline scores is from the baseline's."""
        moves = [score.moved for score in self.scores if score.headline]
        return sum(moves) / len(moves) if moves else 0.0

    @property
    def shifted(self) -> bool:
        """Whether the mean of the headline scores moved as far as two places show."""
        return self.comparable and abs(self.moved) >= _SEEN

    @property
    def changed(self) -> list[Score]:
        """The headline scores that moved."""
        return [score for score in self.scores if score.headline and score.way]

    @property
    def differs(self) -> bool:
        """Whether anything differs from the baseline."""
        items = any(group.only_base or group.only_head for group in self.groups)
        error = self.base is not None and self.base.error != self.article.error
        return items or error or any(score.way for score in self.scores)


def entries(results: Sequence[tuple[str, Result]], base: Result | None) -> list[Entry]:
    """Return every article of every run, by its name: first those that failed, then the worst first."""
    found = [
        entry
        for number, (name, result) in enumerate(results)
        for entry in _of_result(number, name, result, base)
    ]
    return sorted(found, key=lambda entry: (entry.article.error is None, entry.overall))


def _of_result(number: int, name: str, result: Result, base: Result | None) -> Iterator[Entry]:
    compared = base is not None and base is not result
    before = {article.id: article for article in base.articles} if base is not None and compared else {}
    same_measure = base is not None and base.metrics_sha256 == result.metrics_sha256
    taken: set[str] = set()
    for place, article in enumerate(result.articles):
        theirs = before.get(article.id)
        note = _base_note(article, theirs, same_measure=same_measure) if compared else ""
        plain = _PLAIN_ID.fullmatch(article.id) and article.id not in taken
        taken.add(article.id)
        said: tuple[Item, ...] = (*article.highlights, *article.claims)
        items = {item.id: item.text for item in said}
        yield Entry(
            # A dot stands in no plain id, so that the two kinds of anchors never meet.
            anchor=f"a{number + 1}-{article.id}" if plain else f"a{number + 1}.{place + 1}",
            system=number,
            system_name=name,
            article=article,
            overall=overall([[article.scores[metric]] for metric in HEADLINE]),
            scores=tuple(_scores(article, None if note else theirs)),
            groups=(
                _group("Highlights", article, article.highlights, article.gold_highlights, theirs),
                _group("Claims", article, article.claims, article.gold_claims, theirs),
            ),
            asserted=tuple((one, items.get(one.item, "")) for one in article.must_not),
            base=theirs,
            base_note=note,
        )


def _base_note(article: ArticleResult, base: ArticleResult | None, *, same_measure: bool) -> str:
    if base is None:
        return "The baseline does not have this article."
    if base.gold_sha256 != article.gold_sha256:
        return "Its gold labels have changed since the baseline: scores are not compared."
    return "" if same_measure else "The baseline was scored by other code: scores are not compared."


def _scores(article: ArticleResult, base: ArticleResult | None) -> Iterator[Score]:
    for metric, meaning in METRICS.items():
        if metric in article.scores:
            yield Score(
                name=metric_name(metric),
                meaning=meaning,
                value=article.scores[metric],
                headline=metric in HEADLINE,
                base=base.scores.get(metric) if base else None,
                flicker=article.flicker.get(metric),
            )


def _group(
    name: str,
    article: ArticleResult,
    items: Sequence[Item],
    labels: Sequence[GoldLabel],
    base: ArticleResult | None,
) -> Group:
    said = {item.id: _said(item) for item in items}
    gold = {label.id: _gold(label, article.unplaced) for label in labels}
    matches = [m for m in article.matches if m.item in said and m.label in gold]
    vetoes = [v for v in article.vetoes if v.item in said and v.label in gold]
    taken, covered = {m.item for m in matches}, {m.label for m in matches}
    order = {label: place for place, label in enumerate(gold)}
    only_base, only_head = _apart(name, items, base)
    return Group(
        name=name,
        pairs=tuple(
            Pair(gold[m.label], said[m.item], likeness=m.likeness)
            for m in sorted(matches, key=lambda m: order[m.label])
        ),
        vetoed=tuple(Pair(gold[v.label], said[v.item], reason=veto(v.reason)) for v in vetoes),
        missed=tuple(label for name, label in gold.items() if name not in covered),
        extra=tuple(item for name, item in said.items() if name not in taken),
        total_gold=len(gold),
        total_said=len(said),
        only_base=only_base,
        only_head=only_head,
    )


def _apart(
    name: str, items: Sequence[Item], base: ArticleResult | None
) -> tuple[tuple[Side, ...], tuple[Side, ...]]:
    """Return what only the baseline says, and what only the head does; the same words are the same item."""
    if base is None:
        return (), ()
    theirs: Sequence[Item] = base.highlights if name == "Highlights" else base.claims
    before, after = _by_words(theirs), _by_words(items)
    return (
        tuple(_said(item) for words, item in before.items() if words not in after),
        tuple(_said(item) for words, item in after.items() if words not in before),
    )


def _by_words(items: Sequence[Item]) -> Mapping[str, Item]:
    return {one_line(item.text): item for item in items}


def _gold(label: GoldLabel, unplaced: Sequence[str]) -> Side:
    return Side(
        id=label.id,
        text=label.text,
        quotes=label.evidence,
        verbatim=_is_verbatim(label.text, label.evidence) and label.evidence[0] not in unplaced,
        importance=label.importance or "",
        notes=label.notes,
    )


def _said(item: Item) -> Side:
    quotes = tuple(evidence.quote for evidence in item.evidence)
    return Side(
        id=item.id,
        text=item.text,
        quotes=quotes,
        verbatim=_is_verbatim(item.text, quotes),
        notes=wording.claim_notes(item),
        doubt="" if item.support.label == "supported" else wording.verdict(item.support),
        reasons=tuple(explain(reason) for reason in item.support.reasons),
    )


def _is_verbatim(text: str, quotes: Sequence[str]) -> bool:
    return len(quotes) == 1 and one_line(quotes[0]) == one_line(text)
