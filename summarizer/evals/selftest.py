"""Test the measures: spoil a perfect output in known ways, and see which scores notice.

The perfect output is the gold itself. A measure that does not fall when every "not" is turned round
cannot tell a good summary from a dangerous one.
"""

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import fmean

from summarizer.evals.falsify import Bullet, falsified
from summarizer.evals.gold import GoldArticle
from summarizer.evals.matching import align
from summarizer.evals.scores import HEADLINE, House, score
from summarizer.evals.statement import Statement, Statements, of_items, of_labels, with_shuffled_evidence
from summarizer.evals.systems import CopyAll, read_article
from summarizer.grounding import ground
from summarizer.grounding.index import ArticleIndex
from summarizer.grounding.reading import Reading

SHOWN = (*HEADLINE, "highlight_precision", "claim_precision", "rouge1", "rouge_l", "length", "count")
PADDING = 5  # sentences of another article
# What each way of spoiling must be noticed by, in at least so many articles of ten.
MUST_NOTICE: Mapping[str, tuple[str, ...]] = {
    "negate": ("highlight_f1", "claim_f1"),
    "change a number": ("highlight_f1", "claim_f1"),
    "change the speaker": ("claim_f1",),
    "exchange two names": ("claim_f1",),
    "say it twice": ("highlight_f1", "claim_f1"),
    "leave half out": ("highlight_f1", "claim_f1", "coverage"),
    "pad": ("highlight_f1", "claim_f1"),
    "copy the article": ("highlight_f1", "claim_f1"),
    "shuffle the evidence": ("evidence_f1",),
}
LEAST_NOTICED = 0.9
_OF_BOTH = frozenset({"evidence_f1", "supported"})
MEANING = ("negate", "change a number", "change the speaker", "exchange two names")


@dataclass(frozen=True, slots=True)
class Noticed:
    """One way of spoiling: in what share of the articles each score falls, 0..1.

    Only articles count in which it touches what the score looks at.

    `items` is the share of single spoilt items that no longer match their own label; None where
    items are not spoilt one by one.
    """

    articles: int
    scores: dict[str, float]
    items: float | None

    def enough(self, name: str) -> bool:
        """Whether the scores that must notice do."""
        return all(self.scores[metric] >= LEAST_NOTICED for metric in MUST_NOTICE[name])


def selftest(gold: Sequence[GoldArticle]) -> dict[str, Noticed]:
    """Return, for each way of spoiling, how often each score notices."""
    indexes = [ArticleIndex(read_article(article.page)) for article in gold]
    falls: dict[str, list[dict[str, bool]]] = {name: [] for name in MUST_NOTICE}
    unmatched: dict[str, list[bool]] = {name: [] for name in MEANING}
    for place, (article, index) in enumerate(zip(gold, indexes, strict=True)):
        perfect = of_labels(article.labels, index)
        house = House(highlights=len(perfect.highlights))
        best = score(perfect, article.labels, index, house).scores
        stranger = indexes[(place + 1) % len(indexes)]
        for name, spoilt in _spoilt(perfect, index, stranger):
            worse = score(spoilt, article.labels, index, house).scores
            touched = [metric for metric in SHOWN if _is_touched(metric, perfect, spoilt)]
            falls[name].append({metric: worse[metric] < best[metric] - 1e-9 for metric in touched})
            if name in MEANING:
                unmatched[name] += _unmatched(perfect, spoilt, index)
    return {
        name: Noticed(
            articles=len(seen),
            scores={metric: _share([one[metric] for one in seen if metric in one]) for metric in SHOWN},
            items=fmean(unmatched[name]) if unmatched.get(name) else None,
        )
        for name, seen in falls.items()
    }


def _is_touched(metric: str, perfect: Statements, spoilt: Statements) -> bool:
    """Whether what `metric` looks at was spoilt at all."""
    if metric.startswith("claim"):
        return spoilt.claims != perfect.claims
    return metric in _OF_BOTH or spoilt.highlights != perfect.highlights


def _share(flags: Sequence[bool]) -> float:
    return fmean(flags) if flags else 0.0


def _unmatched(perfect: Statements, spoilt: Statements, index: ArticleIndex) -> Iterator[bool]:
    """Yield for each spoilt item whether it no longer matches the label it was made of."""
    for before, after in (
        (perfect.highlights, spoilt.highlights),
        (perfect.claims, spoilt.claims),
    ):
        for label, item in zip(before, after, strict=True):
            if item.text != label.text:
                yield not align([item], [label], index).pairs


def _spoilt(
    perfect: Statements, index: ArticleIndex, stranger: ArticleIndex
) -> Iterator[tuple[str, Statements]]:
    """Yield the perfect output spoilt in each way that can be done to it."""
    for name, kind in zip(MEANING, ("negation", "number", "speaker", "roles"), strict=True):
        spoilt = _each(perfect, lambda item, kind=kind: _falsified(item, kind, index))  # type: ignore[misc]
        if spoilt != perfect:
            yield name, spoilt
    yield "say it twice", _lists(perfect, lambda items: (*items, *(replace(i, id=f"{i.id}'") for i in items)))
    yield "leave half out", _lists(perfect, lambda items: items[: len(items) // 2])
    foreign = tuple(
        _statement(stranger.article.sentence(i), f"x{i}", index)
        for i in range(min(PADDING, len(stranger.sentences)))
    )
    yield "pad", _lists(perfect, lambda items: (*items, *foreign))
    whole = ground(CopyAll.of(index.article), index.article)
    yield "copy the article", of_items(whole.highlights, whole.claims, index)
    yield "shuffle the evidence", with_shuffled_evidence(perfect)


def _lists(said: Statements, change: Callable[[tuple[Statement, ...]], tuple[Statement, ...]]) -> Statements:
    return Statements(change(said.highlights), change(said.claims))


def _each(said: Statements, change: Callable[[Statement], Statement]) -> Statements:
    return _lists(said, lambda items: tuple(map(change, items)))


def _falsified(item: Statement, kind: str, index: ArticleIndex) -> Statement:
    """Return `item` made false in one way, or as it is where that cannot be done."""
    rng = random.Random(item.text)  # noqa: S311 - no secret
    names: dict[str, list[str]] = {"person": [], "organisation": [], "place": []}
    for name in index.names:
        if name.kind in names and name.text not in names[name.kind]:
            names[name.kind].append(name.text)
    sentences = [sentence.text for sentence in index.sentences]
    text = falsified(kind, Bullet(item.text, index.language, names, sentences), rng)
    return item if text is None else _statement(text, item.id, index, item)


def _statement(text: str, name: str, index: ArticleIndex, like: Statement | None = None) -> Statement:
    reading = Reading(text, index.language)
    if like is None:
        return Statement(name, text, reading, frozenset())
    fields = like.fields
    if fields is not None and fields.speaker and fields.speaker not in text:  # the field goes with the text
        told = next((a.speaker for a in reading.attributions if a.speaker), fields.speaker)
        fields = replace(fields, speaker=told)
    return replace(like, text=text, reading=reading, fields=fields)
