"""Markdown: the scoreboard and the verdict, for a terminal, a README or a GitHub step summary."""

import math
import re
from collections.abc import Mapping, Sequence

from summarizer.evals.agreement import Agreement
from summarizer.evals.compare import Comparison
from summarizer.evals.judge import Judged
from summarizer.evals.matching import EVIDENCE_WEIGHT, THRESHOLD
from summarizer.evals.pairs import Fit
from summarizer.evals.report.scoreboard import LABELS, Row, headline, heads, number, rows, shown
from summarizer.evals.result import Faithfulness, FaithfulnessResult, Result
from summarizer.evals.scores import HEADLINE
from summarizer.evals.selftest import LEAST_NOTICED, MUST_NOTICE, Noticed
from summarizer.evals.statistics import Interval
from summarizer.render.text import plain

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>|#~!&])")


def render_result(result: Result | FaithfulnessResult) -> str:
    """Return a run's scoreboard or figures, what it falls short of, and the articles that failed."""
    if isinstance(result, FaithfulnessResult):
        about = f"the verifier on labelled texts (gold: {', '.join(result.splits)})"
        figures = render_faithfulness(result.rows, [*result.failures.values()])
        return f"**{escaped(result.suite)}**: {about}\n\n{figures}"
    articles = len(result.articles)
    lines = [
        f"**{escaped(result.suite)}**: {articles} articles ({', '.join(result.splits)})"
        + (f", prompt {escaped(result.prompt)} {str(result.prompt_sha256)[:8]}" if result.prompt else "")
        + (f", {result.repeats} repeats" if result.repeats > 1 else ""),
        "",
        *scoreboard([*rows(result)]),
        "",
        _claims_line(result),
    ]
    if result.repeats > 1:
        lines += ["", _flicker_line(result)]
    if result.judged is not None:
        lines += ["", _judge_line(result.judged)]
    if failed := [article for article in result.articles if article.error is not None]:
        lines += [
            "",
            *(f"- {escaped(article.id)} failed: {escaped(article.error or '')}" for article in failed),
        ]
    if result.failures:
        lines += ["", "**FAILED**", "", *(f"- {escaped(failure)}" for failure in result.failures.values())]
    return "\n".join(lines)


def scoreboard(table: Sequence[Row]) -> list[str]:
    """Return rows of systems against headline metrics: mean and 95 % bootstrap interval over articles."""
    return [
        f"| system | articles | {' | '.join(heads())} | must-not |",
        f"| --- | --- | {' | '.join('---' for _ in heads())} | --- |",
        *(
            f"| {'**' + escaped(row.name) + '**' if row.own else escaped(row.name)} | {row.articles} | "
            f"{' | '.join(map(shown, row.cells))} | {'' if row.must_not is None else row.must_not} |"
            for row in table
        ),
    ]


def render_comparison(comparison: Comparison) -> str:
    """Return the verdict, the figures behind it, and what was left out."""
    lines = [
        f"**{escaped(headline(comparison))}**",
        "",
        f"{escaped(comparison.head)} against {escaped(comparison.base)}, paired over "
        f"{len(comparison.articles)} articles; p by sign-flip permutation, corrected by Holm.",
        "",
        "| metric | base | head | difference | p | detectable | verdict |",
        "| --- | --- | --- | --- | --- | --- | --- |",
    ]
    for name, metric in comparison.metrics.items():
        found = metric.difference
        reach = "none" if math.isinf(found.detectable) else f"±{number(found.detectable)}"
        lines.append(
            f"| {LABELS[name]} | {number(metric.base)} | {number(metric.head)} | {shown(found.interval)} | "
            f"{metric.p_holm:.3f} | {reach} | {metric.verdict}{_margin(metric.holds)} |"
        )
    lines += [
        "",
        "“Detectable” is the smallest true difference that these articles would show in 4 of 5 tries.",
    ]
    if comparison.margin is not None:
        shown_all = all(metric.holds for metric in comparison.metrics.values())
        lines += [
            "",
            f"Shown to be no more than {comparison.margin:g} worse: {'yes' if shown_all else 'no'}.",
        ]
    if comparison.faults:
        lines += ["", *(f"- {escaped(fault)}" for fault in comparison.faults)]
    for what, names in (
        ("Left out, since their gold has changed", comparison.changed_gold),
        ("Only in base", comparison.only_base),
        ("Only in head", comparison.only_head),
    ):
        if names:
            lines += ["", f"{what}: {escaped(', '.join(names))}."]
    return "\n".join(lines)


def render_faithfulness(table: Sequence[Faithfulness], failures: Sequence[str]) -> str:
    """Return how the verifier does on each file, and what it falls short of."""
    lines = [
        "| labelled texts | rows | AUC | balanced accuracy | false ones caught | true ones flagged |",
        "| --- | --- | --- | --- | --- | --- |",
        *(
            f"| {escaped(row.name)} | {row.rows} | {row.auc:.3f} | {row.balanced_accuracy:.3f} | "
            f"{row.caught:.1%} | {row.flagged:.1%} |"
            for row in table
        ),
        "",
        "Balanced accuracy is at the threshold that is best on the other files.",
    ]
    if failures:
        lines += ["", "**FAILED**", "", *(f"- {escaped(failure)}" for failure in failures)]
    return "\n".join(lines)


def render_selftest(noticed: Mapping[str, Noticed]) -> str:
    """Return the share of articles in which each score falls, for each way of spoiling a perfect output."""
    metrics = next(iter(noticed.values())).scores
    names = " | ".join(LABELS.get(metric, metric.replace("_", " ")) for metric in metrics)
    lines = [
        f"| spoilt by | articles | {names} | items unmatched |",
        f"| --- | --- | {' | '.join('---' for _ in metrics)} | --- |",
    ]
    for name, one in noticed.items():
        cells = [
            f"**{share:.0%}**" if metric in MUST_NOTICE[name] else f"{share:.0%}"
            for metric, share in one.scores.items()
        ]
        items = "" if one.items is None else f"{one.items:.0%}"
        lines.append(f"| {name} | {one.articles} | {' | '.join(cells)} | {items} |")
    lines += ["", f"Share of articles in which a score falls; bold ones must in {LEAST_NOTICED:.0%}."]
    if missed := [name for name, one in noticed.items() if not one.enough(name)]:
        lines += ["", "**FAILED**", "", *(f"- {name} is not noticed enough" for name in missed)]
    return "\n".join(lines)


def render_fits(fits: Mapping[str, Fit], best: tuple[float, float] | None) -> str:
    """Return how the match agrees with people's judgement, by split."""
    lines = [
        "| split | pairs | agreed on | accuracy | F1 | kappa | people's kappa | vetoes | wrong ones |",
        "| --- | --- | --- | --- | --- | --- | --- | --- | --- |",
        *(
            f"| {name} | {one.pairs} | {one.agreed} | {one.accuracy:.3f} | {one.f1:.3f} | {one.kappa:.3f} | "
            f"{one.between:.3f} | {one.vetoed} | {one.wrongly} |"
            for name, one in fits.items()
        ),
        "",
        f"In force: evidence weighs {EVIDENCE_WEIGHT:g}, threshold {THRESHOLD:g}.",
    ]
    if best is not None:
        lines.append(f"Best on dev: evidence weighs {best[0]:g}, threshold {best[1]:g}.")
    return "\n".join(lines)


def render_agreement(found: Agreement) -> str:
    """Return how far two annotators agree, in the measures that systems are scored in."""
    cells = (shown(Interval(*found["metrics"][metric])) for metric in HEADLINE)
    kappas = ", ".join(f"{name} {value:.2f}" for name, value in found["kappa"].items())
    return "\n".join(
        [
            f"| | articles | {' | '.join(heads())} |",
            f"| --- | --- | {' | '.join('---' for _ in heads())} |",
            f"| either annotator against the other | {found['articles']} | {' | '.join(cells)} |",
            "",
            f"Cohen's kappa of the fields of matched claims: {kappas}.",
        ]
    )


def escaped(text: str) -> str:
    """Return text from outside so that it stays text in Markdown."""
    return _SPECIAL.sub(r"\\\1", " ".join(plain(text).split()))


def _margin(holds: bool | None) -> str:
    return "" if holds is None else ", within the margin" if holds else ", margin not shown"


def _claims_line(result: Result) -> str:
    return (
        f"Claims: {result.count('split')} split, {result.count('merged')} merged, "
        f"{result.count('duplicate')} duplicate, {result.count('missed')} missed, "
        f"{result.count('extra')} extra. "
        f"Must-not claims asserted: {result.count('must_not')}, set apart: "
        f"{sum(one.flagged for article in result.articles for one in article.must_not)}."
    )


def _judge_line(judge: Judged) -> str:
    told = f"LLM judge: calls {judge.raw:.1%} of {judge.items} highlights supported"
    if judge.corrected is None or judge.low is None or judge.high is None:
        return f"{told}. {judge.note}"
    return f"{told}; corrected for its error {judge.corrected:.1%} [{judge.low:.1%}, {judge.high:.1%}]."


def _flicker_line(result: Result) -> str:
    spreads = {
        name: sum(article.flicker.get(name, 0.0) for article in result.articles) / len(result.articles)
        for name in LABELS
    }
    told = ", ".join(f"{LABELS[name]} {number(spread)}" for name, spread in spreads.items())
    return f"Flicker (mean standard deviation of an article's repeats): {told}."
