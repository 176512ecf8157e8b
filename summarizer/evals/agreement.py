"""How far two annotators agree who labelled an article apart: the ceiling for any system.

The labels of one are scored as if a system had made them against those of the other, both ways
round, and the two are averaged.
"""

from collections.abc import Sequence
from pathlib import Path
from statistics import fmean
from typing import TypedDict

from summarizer.evals.gold import GoldArticle, Labels, read_labels
from summarizer.evals.matching import align
from summarizer.evals.scores import HEADLINE, House, score
from summarizer.evals.statement import of_labels
from summarizer.evals.statistics import interval
from summarizer.evals.systems import read_article
from summarizer.grounding.index import ArticleIndex

ANNOTATORS = ("a", "b")
KAPPA_FIELDS = ("type", "polarity", "modality")


class Agreement(TypedDict):
    """What `agreement.json` holds: means with intervals over articles, kappas, and each article's scores."""

    articles: int
    metrics: dict[str, list[float]]
    kappa: dict[str, float]
    scores: dict[str, dict[str, float]]


def annotations(folder: Path, article: str) -> tuple[Labels, Labels] | None:
    """Return both annotators' labels of an article, or None when it was not labelled twice."""
    files = [folder / "annotations" / name / f"{article}.yaml" for name in ANNOTATORS]
    if not all(file.is_file() for file in files):
        return None
    first, second = map(read_labels, files)
    return first, second


def annotator_scores(a: Labels, b: Labels, index: ArticleIndex, house: House) -> dict[str, float]:
    """Return the scores of either annotator against the other, averaged."""
    there = score(of_labels(a, index), b, index, house).scores
    back = score(of_labels(b, index), a, index, house).scores
    return {name: fmean((there[name], back[name])) for name in there}


def agreement(folder: Path, gold: Sequence[GoldArticle]) -> Agreement:
    """Return how far the annotators of `gold` agree; articles that were labelled once are left out."""
    scores: dict[str, dict[str, float]] = {}
    fields: dict[str, list[tuple[str, str]]] = {name: [] for name in KAPPA_FIELDS}
    for article in gold:
        both = annotations(folder, article.id)
        if both is None:
            continue
        index = ArticleIndex(read_article(article.page))
        scores[article.id] = annotator_scores(*both, index, House())
        left, right = (of_labels(labels, index).claims for labels in both)
        for pair in align(left, right, index).pairs:
            one, other = left[pair.system].fields, right[pair.gold].fields
            for name, values in fields.items():
                values.append((getattr(one, name), getattr(other, name)))
    metrics = {}
    for name in HEADLINE:
        found = interval([one[name] for one in scores.values()])
        metrics[name] = [round(value, 4) for value in (found.mean, found.low, found.high)]
    return {
        "articles": len(scores),
        "metrics": metrics,
        "kappa": {name: round(kappa(pairs), 4) for name, pairs in fields.items()},
        "scores": {i: {name: round(v, 4) for name, v in one.items()} for i, one in scores.items()},
    }


def kappa(pairs: Sequence[tuple[str, str]]) -> float:
    """Return Cohen's kappa (1960) of two raters' labels; 1 when both always say the same one thing."""
    if not pairs:
        return 0.0
    agreed = fmean(float(one == other) for one, other in pairs)
    labels = {label for pair in pairs for label in pair}
    chance = sum(
        fmean(float(one == label) for one, _ in pairs) * fmean(float(other == label) for _, other in pairs)
        for label in labels
    )
    return 1.0 if chance == 1 else (agreed - chance) / (1 - chance)
