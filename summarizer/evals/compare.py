"""Compare two runs, article by article: better, worse, or the data cannot tell."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from summarizer.errors import EvalError
from summarizer.evals.gold import GoldArticle, load_gold
from summarizer.evals.result import ArticleResult, Result, metrics_sha256
from summarizer.evals.scores import HEADLINE, House, score
from summarizer.evals.statement import of_items
from summarizer.evals.statistics import ALPHA, Difference, difference, holm
from summarizer.evals.systems import read_article
from summarizer.grounding.index import ArticleIndex

Verdict = Literal["better", "worse", "inconclusive"]


@dataclass(frozen=True, slots=True)
class MetricComparison:
    """One metric: means of base and head, the difference, its corrected p, and what that says.

    `holds` tells whether head is shown to be no worse than the margin allows; None without one.
    """

    base: float
    head: float
    difference: Difference
    p_holm: float
    verdict: Verdict
    holds: bool | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """All headline metrics over the articles that both runs have with the same gold.

    `faults` are what makes head worse whatever the means say: must-not claims it asserts and base
    does not, and articles that fail where they did not.
    """

    base: str
    head: str
    metrics: Mapping[str, MetricComparison]
    articles: tuple[str, ...]
    changed_gold: tuple[str, ...]
    only_base: tuple[str, ...]
    only_head: tuple[str, ...]
    faults: tuple[str, ...]
    identical: bool
    margin: float | None = None

    @property
    def verdict(self) -> Verdict:
        """Worse when anything is worse; better when something is and nothing is worse."""
        verdicts = {metric.verdict for metric in self.metrics.values()}
        if self.faults or "worse" in verdicts:
            return "worse"
        return "better" if "better" in verdicts else "inconclusive"

    @property
    def passes(self) -> bool:
        """Whether head may replace base: not worse, and within the margin where one is given."""
        return self.verdict != "worse" and all(m.holds is not False for m in self.metrics.values())


def compare(
    base: Result, head: Result, *, margin: float | None = None, gold: Path | None = None
) -> Comparison:
    """Return how `head` differs from `base`.

    With `margin`, each headline metric must also be shown to be no more than that below base (lower
    end of the 95 % interval). When the two were scored by different code, what they said is scored
    again by today's, against `gold`. Raises EvalError when nothing can be compared.
    """
    if base.metrics_sha256 != head.metrics_sha256:
        base, head = (_scored_again(result, gold) for result in (base, head))
    before = {article.id: article for article in base.articles}
    after = {article.id: article for article in head.articles}
    both = [name for name in after if name in before]
    changed = tuple(name for name in both if before[name].gold_sha256 != after[name].gold_sha256)
    same = tuple(name for name in both if name not in changed)
    if not same:
        raise EvalError(
            "The two results have no article with the same gold in common: nothing can be compared."
        )
    pairs = [(before[name], after[name]) for name in same]
    return Comparison(
        base=_name(base),
        head=_name(head),
        metrics=_metrics(pairs, margin),
        articles=same,
        changed_gold=changed,
        only_base=tuple(name for name in before if name not in after),
        only_head=tuple(name for name in after if name not in before),
        faults=tuple(fault for pair in pairs for fault in _faults(*pair)),
        identical=all(_said(one) == _said(other) for one, other in pairs),
        margin=margin,
    )


def compare_reference(result: Result, name: str) -> Comparison:
    """Return how the result's system differs from one of its references."""
    if name not in result.references:
        raise EvalError(f"The result has no reference {name!r}. It has: {', '.join(result.references)}.")
    scores = result.references[name]
    pairs = [
        (article.model_copy(update={"scores": scores[article.id], "error": None, "must_not": ()}), article)
        for article in result.articles
        if article.id in scores
    ]
    return Comparison(
        base=name,
        head=_name(result),
        metrics=_metrics(pairs, None),
        articles=tuple(article.id for _, article in pairs),
        changed_gold=(),
        only_base=(),
        only_head=(),
        faults=(),
        identical=False,
    )


def _metrics(
    pairs: Sequence[tuple[ArticleResult, ArticleResult]], margin: float | None
) -> dict[str, MetricComparison]:
    found = {
        metric: difference(
            [base.scores[metric] for base, _ in pairs],
            [head.scores[metric] for _, head in pairs],
            alpha=ALPHA / len(HEADLINE),
        )
        for metric in HEADLINE
    }
    corrected = holm({metric: one.p for metric, one in found.items()})
    return {
        metric: MetricComparison(
            base=sum(base.scores[metric] for base, _ in pairs) / len(pairs),
            head=sum(head.scores[metric] for _, head in pairs) / len(pairs),
            difference=one,
            p_holm=corrected[metric],
            verdict=_verdict(one, corrected[metric]),
            holds=None if margin is None else one.interval.low >= -margin,
        )
        for metric, one in found.items()
    }


def _verdict(found: Difference, p: float) -> Verdict:
    if p >= ALPHA:
        return "inconclusive"
    return "better" if found.interval.mean > 0 else "worse"


def _faults(base: ArticleResult, head: ArticleResult) -> list[str]:
    faults = []
    if head.error is not None and base.error is None:
        faults.append(f"{head.id} fails: {head.error}")
    known = {one.label for one in base.must_not if not one.flagged}
    for one in head.must_not:
        if not one.flagged and one.label not in known:
            known.add(one.label)
            faults.append(f"{head.id} asserts what nobody may: “{one.text}”")
    return faults


def _said(article: ArticleResult) -> object:
    return article.highlights, article.claims, article.error


def _name(result: Result) -> str:
    return f"{result.suite} ({result.system}{f', {result.model}' if result.model else ''})"


def _scored_again(result: Result, gold: Path | None) -> Result:
    """Return `result` as today's code scores it, without the articles whose gold has changed."""
    if gold is None:
        raise EvalError("The two results were scored by different code. Pass --gold to score both again.")
    if result.metrics_sha256 == metrics_sha256():
        return result
    labels = {article.id: article for article in load_gold(gold)}
    house = House(int(result.settings["highlights"] or 0), int(result.settings["max_words"] or 0))
    articles = tuple(_article_again(article, labels.get(article.id), house) for article in result.articles)
    return result.model_copy(update={"articles": articles, "metrics_sha256": metrics_sha256()})


def _article_again(article: ArticleResult, gold: GoldArticle | None, house: House) -> ArticleResult:
    if article.error is not None or gold is None or gold.labels.sha256 != article.gold_sha256:
        return article  # fails either way, or is left out of the comparison
    index = ArticleIndex(read_article(gold.page))
    scored = score(of_items(article.highlights, article.claims, index), gold.labels, index, house)
    return article.model_copy(update={"scores": scored.scores, "counts": scored.counts})
