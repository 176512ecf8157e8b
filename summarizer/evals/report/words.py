"""Verdicts in plain words: what changed, how sure that is, and what these articles could not have shown."""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from summarizer.evals.compare import Comparison, MetricComparison
from summarizer.evals.report.scoreboard import LABELS, number
from summarizer.evals.result import FaithfulnessResult, Result
from summarizer.evals.statistics import Interval

_NAMES = {"rouge1": "ROUGE-1", "rouge2": "ROUGE-2", "rouge_l": "ROUGE-L"}
VETOES = {
    "number": "They give different numbers",
    "date": "They give different dates",
    "name": "They name different people, places or bodies",
    "negation": "One denies what the other affirms",
    "roles": "Who did what to whom differs",
    "speaker": "They have different people say it",
}
_TITLES = {"better": "Better", "worse": "Worse", "inconclusive": "The data cannot tell"}


@dataclass(frozen=True, slots=True)
class Judged:
    """A verdict as the page opens with it: whom it is about, a word or two, and the sentences behind it.

    `tone` is "better", "worse" or "inconclusive"; `listed` are what counts against it, one by one;
    `reach` is what the data could and could not have shown.
    """

    about: str
    tone: str
    title: str
    sentences: tuple[str, ...]
    listed: tuple[str, ...] = ()
    reach: str = ""


def of_run(result: Result | FaithfulnessResult) -> Judged:
    """Say whether a run reaches what its suite asks of it."""
    if isinstance(result, FaithfulnessResult):
        about = f"{result.suite}: verifier"
        files = _count(len(result.rows), "file")
        over = f"{_count(sum(row.rows for row in result.rows), 'labelled text')} of {files}."
    else:
        about = f"{result.suite}: {system_name(result)}"
        over = f"{_count(len(result.articles), 'article')}, {result.count('errors') or 'none'} failed."
    if not result.failures:
        title = "Meets its thresholds" if result.thresholds else "Nothing wrong by its suite"
        return Judged(about, "better", title, (over,))
    title = f"Falls short in {_count(len(result.failures), 'respect')}"
    return Judged(about, "worse", title, (over,), tuple(result.failures.values()))


def of_comparison(comparison: Comparison) -> Judged:
    """Say what differs between two runs, and what would have gone unnoticed."""
    verdict = comparison.verdict
    title = _TITLES[verdict]
    same = comparison.identical and verdict == "inconclusive"
    if same:
        title = "No change"
    same_name = comparison.head == comparison.base
    return Judged(
        about=f"{comparison.head} against {'another run of it' if same_name else comparison.base}",
        tone=verdict,
        title=title,
        sentences=tuple(_sentences(comparison)),
        listed=comparison.faults,
        reach="" if same else _detectable(comparison),
    )


def _sentences(comparison: Comparison) -> Iterator[str]:
    over = _count(len(comparison.articles), "article")
    if comparison.identical and comparison.verdict == "inconclusive":
        yield f"Both runs say the very same of {over}."
        return
    if comparison.faults:
        yield f"Worse for the {_count(len(comparison.faults), 'fault')} below, whatever the means say."
    moved = [name for name, metric in comparison.metrics.items() if metric.verdict != "inconclusive"]
    for place, name in enumerate(moved):
        yield _moved(name, comparison.metrics[name], spelt_out=not place)
    still = [LABELS[name] for name in comparison.metrics if name not in moved]
    if moved and still:
        yield f"No change beyond chance in {_listed(still)}."
    elif still:
        yield f"Over {over}, no headline metric differs by more than chance explains."
    if comparison.margin is not None:
        yield _within(comparison, comparison.margin)


def _moved(name: str, metric: MetricComparison, *, spelt_out: bool) -> str:
    way = "rose" if metric.verdict == "better" else "fell"
    found = metric.difference.interval
    what = "95\xa0% interval of the difference " if spelt_out else ""
    return (
        f"{sentence_case(LABELS[name])} {way} by {number(abs(found.mean))}, from {number(metric.base)} to "
        f"{number(metric.head)} ({what}{signed(found.low)} to {signed(found.high)})."
    )


def _detectable(comparison: Comparison) -> str:
    found = {name: metric.difference.detectable for name, metric in comparison.metrics.items()}
    if any(math.isinf(least) for least in found.values()):
        return "With one article, no difference can be told from chance, however large."
    told = _listed([f"{reach(least)} in {LABELS[name]}" for name, least in found.items() if least])
    over = _count(len(comparison.articles), "article")
    if not told:
        return "The articles do not differ in how they changed, so there is no scatter to measure."
    return f"The smallest true difference that these {over} would show in 4 of 5 tries: {told}."


def _within(comparison: Comparison, margin: float) -> str:
    short = [LABELS[name] for name, metric in comparison.metrics.items() if metric.holds is False]
    if short:
        return f"Not shown to stay within the margin of {number(margin)}: {_listed(short)}."
    return f"Every headline metric is shown to be no more than {number(margin)} worse."


def system_name(result: Result) -> str:
    """Return the system with its model, where it has one."""
    return f"{result.system} ({result.model})" if result.model else result.system


def metric_name(metric: str) -> str:
    """Return what a metric is called in a report."""
    return LABELS.get(metric) or _NAMES.get(metric) or metric.replace("_", " ")


def signed(value: float) -> str:
    """Return a difference to two places with its sign, a true minus among them."""
    text = number(abs(value))
    if text == ".00":
        return text
    return f"{'+' if value > 0 else '−'}{text}"


def reach(detectable: float) -> str:
    """Return the smallest detectable difference; with one article, or without scatter, there is none."""
    if math.isinf(detectable) or not detectable:
        return "none"
    return f"±{number(detectable)}" if number(detectable) != ".00" else "under .01"


def difference(found: Interval) -> str:
    """Return a mean difference with its interval: `+.04 [−.01, +.09]`."""
    return f"{signed(found.mean)} [{signed(found.low)}, {signed(found.high)}]"


def veto(reason: str) -> str:
    """Return why a pair may not match, as a sentence."""
    return f"{VETOES.get(reason, reason)}."


def sentence_case(text: str) -> str:
    """Return `text` with its first letter in upper case."""
    return text[:1].upper() + text[1:]


def _listed(names: Iterable[str]) -> str:
    *most, last = [*names] or [""]
    return f"{', '.join(most)} and {last}" if most else last


def _count(number_of: int, noun: str) -> str:
    return f"{number_of} {noun}{'' if number_of == 1 else 's'}"
