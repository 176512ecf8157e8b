"""Pairs of statements that people judged: the same fact or not. They set the threshold for a match.

`pairs.yaml` is a list of `{id, article, a: {text, evidence}, b: {…}, labels: [same, different]}`, one
label an annotator. The threshold is chosen on the pairs of dev articles on which the annotators
agree; how well the measure agrees with each annotator is told for dev and test apart.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean
from typing import Literal

import yaml
from pydantic import Field, TypeAdapter, ValidationError

from summarizer.errors import EvalError, told
from summarizer.evals import matching
from summarizer.evals.agreement import kappa
from summarizer.evals.gold import GoldArticle, Label, Split, Text, place
from summarizer.evals.statement import Statement
from summarizer.evals.systems import read_article
from summarizer.grounding.index import ArticleIndex
from summarizer.grounding.reading import Reading

Judgement = Literal["same", "different"]
STEPS = 20
WEIGHTS = (0.0, 0.1, 0.2, 0.3, 0.4, 0.5)


class Side(Label):
    """One statement of a pair and the words of the article it rests on."""

    text: Text
    evidence: tuple[Text, ...] = ()


class LabelledPair(Label):
    """Two statements about one article, and each annotator's judgement."""

    id: Text
    article: Text
    a: Side
    b: Side
    labels: tuple[Judgement, ...] = Field(min_length=2)


@dataclass(frozen=True, slots=True)
class Measured:
    """A pair as the measure sees it: likeness of words and of evidence (None without any), and a veto."""

    split: Split
    labels: tuple[Judgement, ...]
    words: float
    evidence: float | None
    veto: str | None

    def same(self, weight: float, threshold: float) -> bool:
        """Whether the two match at these settings."""
        return self.veto is None and matching.mixed(self.words, self.evidence, weight) >= threshold


@dataclass(frozen=True, slots=True)
class Fit:
    """How the measure agrees with people: accuracy, F1 of "same" and kappa, where they agree themselves.

    `between` is the annotators' own kappa; `vetoed` counts vetoes, `wrongly` those of pairs that
    people call the same.
    """

    pairs: int
    agreed: int
    accuracy: float
    f1: float
    kappa: float
    between: float
    vetoed: int
    wrongly: int


def load_pairs(file: Path) -> list[LabelledPair]:
    """Return the pairs in `file`; raises EvalError when they are missing or wrong."""
    try:
        data = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
        return TypeAdapter(list[LabelledPair]).validate_python(data)
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as err:
        raise EvalError(f"Cannot read the pairs in {file}: {err}") from err
    except ValidationError as err:
        first = err.errors()[0]
        raise EvalError(f"Wrong pairs in {file}: {'.'.join(map(str, first['loc']))}: {told(first)}.") from err


def measure(pairs: Sequence[LabelledPair], gold: Sequence[GoldArticle]) -> list[Measured]:
    """Return what the measure sees in each pair of the articles of `gold`."""
    known = {article.id: article for article in gold}
    indexes: dict[str, ArticleIndex] = {}
    found = []
    for pair in pairs:
        if pair.article not in known:
            continue
        if pair.article not in indexes:
            indexes[pair.article] = ArticleIndex(read_article(known[pair.article].page))
        index = indexes[pair.article]
        a, b = (_statement(side, index) for side in (pair.a, pair.b))
        found.append(
            Measured(
                split=known[pair.article].labels.split,
                labels=pair.labels,
                words=matching.shared_words(a.reading, b.reading, index),
                evidence=matching.shared_evidence(a, b),
                veto=matching.veto(a, b, index),
            )
        )
    return found


def _statement(side: Side, index: ArticleIndex) -> Statement:
    return Statement("", side.text, Reading(side.text, index.language), place(side.evidence, index).sentences)


def best_settings(measured: Sequence[Measured]) -> tuple[float, float]:
    """Return the evidence weight and threshold with the highest F1 of "same"; the middle one of equals."""
    agreed = [one for one in measured if len(set(one.labels)) == 1]
    scores: dict[tuple[float, float], float] = {
        (weight, step / STEPS): _f1(
            [(one.same(weight, step / STEPS), one.labels[0] == "same") for one in agreed]
        )
        for weight in WEIGHTS
        for step in range(1, STEPS)
    }
    top = max(scores.values())
    equal = [settings for settings, f1 in scores.items() if f1 == top]
    return equal[len(equal) // 2]


def fit(
    measured: Sequence[Measured],
    weight: float = matching.EVIDENCE_WEIGHT,
    threshold: float = matching.THRESHOLD,
) -> Fit:
    """Return how the measure agrees with people at these settings, today's by default."""
    agreed = [one for one in measured if len(set(one.labels)) == 1]
    told = [(one.same(weight, threshold), one.labels[0] == "same") for one in agreed]
    vetoed = [
        one for one in agreed if one.veto and matching.mixed(one.words, one.evidence, weight) >= threshold
    ]
    return Fit(
        pairs=len(measured),
        agreed=len(agreed),
        accuracy=fmean(mine == theirs for mine, theirs in told) if told else 0.0,
        f1=_f1(told),
        kappa=kappa([(str(mine), str(theirs)) for mine, theirs in told]),
        between=kappa([(one.labels[0], one.labels[1]) for one in measured]),
        vetoed=len(vetoed),
        wrongly=sum(one.labels[0] == "same" for one in vetoed),
    )


def by_split(measured: Sequence[Measured]) -> Mapping[Split, list[Measured]]:
    """Return the pairs of each split that has any."""
    return {s: list(_of(measured, s)) for s in ("dev", "test") if any(_of(measured, s))}


def _of(measured: Sequence[Measured], split: Split) -> Iterator[Measured]:
    return (one for one in measured if one.split == split)


def _f1(told: Sequence[tuple[bool, bool]]) -> float:
    both = sum(mine and theirs for mine, theirs in told)
    total = sum(mine for mine, _ in told) + sum(theirs for _, theirs in told)
    return 2 * both / total if total else 0.0
