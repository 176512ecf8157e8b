"""Rows of figures, for every form of report: systems against metrics, base against head."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from summarizer.evals.compare import Comparison
from summarizer.evals.result import Result
from summarizer.evals.scores import HEADLINE
from summarizer.evals.statistics import Interval, interval

LABELS = {
    "coverage": "coverage",
    "highlight_f1": "highlight F1",
    "claim_f1": "claim F1",
    "claim_fields": "claim fields",
    "evidence_f1": "evidence F1",
    "supported": "supported",
}


@dataclass(frozen=True, slots=True)
class Row:
    """A system and the intervals of its headline metrics; `own` marks the system under test."""

    name: str
    articles: int
    cells: tuple[Interval, ...]
    must_not: int | None
    own: bool = False


def rows(result: Result) -> Iterator[Row]:
    """Yield the system itself, then each reference."""
    cells = tuple(interval(result.values(metric)) for metric in HEADLINE)
    name = f"{result.system}{f' ({result.model})' if result.model else ''}"
    yield Row(name, len(result.articles), cells, result.count("must_not"), own=True)
    for reference in result.references:
        values = [result.reference_values(reference, metric) for metric in HEADLINE]
        if values[0]:
            yield Row(reference, len(values[0]), tuple(map(interval, values)), None)


def heads() -> Sequence[str]:
    """Return the headings of the metrics."""
    return [LABELS[metric] for metric in HEADLINE]


def shown(cell: Interval) -> str:
    """Return a mean with its interval: `.48 [.41, .55]`."""
    return f"{number(cell.mean)} [{number(cell.low)}, {number(cell.high)}]"


def number(value: float) -> str:
    """Return a score to two places without the leading zero."""
    text = f"{value:.2f}"
    return text.replace("0.", ".", 1) if abs(value) < 1 else text


def headline(comparison: Comparison) -> str:
    """Return the verdict as a sentence."""
    if comparison.identical and comparison.verdict == "inconclusive":
        return "INCONCLUSIVE: both runs say the very same of every article"
    named = {
        verdict: [LABELS[m] for m, c in comparison.metrics.items() if c.verdict == verdict]
        for verdict in ("better", "worse")
    }
    if comparison.verdict == "inconclusive":
        return "INCONCLUSIVE: no headline metric differs by more than chance explains"
    reasons = [f"{', '.join(names)} {verdict}" for verdict, names in named.items() if names]
    reasons += [f"{len(comparison.faults)} fault(s)"] if comparison.faults else []
    return f"{comparison.verdict.upper()}: {'; '.join(reasons)}"
