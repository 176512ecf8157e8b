"""One self-contained HTML page: verdicts, scoreboard, comparisons, and each article with what matched."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from statistics import fmean

from summarizer.evals.compare import Comparison
from summarizer.evals.report import words
from summarizer.evals.report.entries import Entry, entries
from summarizer.evals.report.plots import Place, across, forest, scoreboard_panels, strip_panels
from summarizer.evals.report.scoreboard import LABELS, Row, number, rows
from summarizer.evals.result import FaithfulnessResult, Result
from summarizer.evals.scores import HEADLINE, METRICS
from summarizer.render.self_contained import render_self_contained


def render_page(
    results: Sequence[Result | FaithfulnessResult], comparisons: Sequence[Comparison], base: Result | None
) -> str:
    """Return the whole report on `results`, the one under test first; it loads nothing.

    With `base`, each article is set against the baseline's. Nothing is compared that is not
    passed in: `comparisons` come from `compare`.
    """
    runs = [result for result in results if isinstance(result, Result)]
    named = list(zip(_names(runs), runs, strict=True))
    shown = entries(named, base)
    board = _board(named, base)
    return render_self_contained(
        __package__,
        results=named,
        verified=[result for result in results if isinstance(result, FaithfulnessResult)],
        suites=list(dict.fromkeys(result.suite for result in results)),
        base=base,
        judged=[*map(words.of_comparison, comparisons), *map(words.of_run, results)],
        board=board,
        panels=list(scoreboard_panels([(row, kind) for row, kind, _ in board])),
        comparisons=[(one, forest(one), f"comparison-{n}") for n, one in enumerate(comparisons, 1)],
        strips=list(strip_panels(_places(named, shown))),
        entries=shown,
        languages=_counted(entry.article.language for entry in shown),
        genres=_counted(entry.article.genre for entry in shown),
        means=_means(named),
        words=words,
        metrics={name: (LABELS[name], METRICS[name]) for name in HEADLINE},
        number=number,
        across=across,
    )


def _names(results: Sequence[Result]) -> list[str]:
    """Return what to call each run: its system, and more of it where two would be called the same."""
    names = [words.system_name(result) for result in results]
    for told in zip(*map(_told, results), strict=True):
        often = Counter(names)
        names = [
            f"{name}, {more}" if often[name] > 1 and more else name
            for name, more in zip(names, told, strict=True)
        ]
    return [f"{name} #{n}" if names.count(name) > 1 else name for n, name in enumerate(names, 1)]


def _told(result: Result) -> tuple[str, ...]:
    return result.suite, "+".join(result.splits), result.prompt or "", result.code_version


def _board(named: Sequence[tuple[str, Result]], base: Result | None) -> list[tuple[Row, str, str]]:
    """Return all systems, each once, with how they are drawn and their split: runs, baseline, yardsticks."""
    runs, others = [], []
    own_systems = {result.system for _, result in named}
    for name, result in named:
        own, *references = rows(result)
        splits = ", ".join(result.splits)
        runs.append((replace(own, name=name), "own", splits))
        others += [(row, name, splits) for row in references if row.name not in own_systems]
    if base is not None and all(base is not result for _, result in named):
        own = next(iter(rows(base)))
        runs.append((replace(own, name=f"baseline: {own.name}"), "base", ", ".join(base.splits)))
    once = {(row.name, row.cells): (row, name, splits) for row, name, splits in others}
    often = Counter(row.name for row, _, _ in once.values())
    yardsticks = [
        (replace(row, name=f"{row.name} ({name})") if often[row.name] > 1 else row, "other", splits)
        for row, name, splits in once.values()
    ]
    return [*runs, *sorted(yardsticks, key=lambda one: -fmean(cell.mean for cell in one[0].cells))]


def _places(named: Sequence[tuple[str, Result]], shown: Sequence[Entry]) -> list[tuple[str, list[Place]]]:
    return [
        (name, [Place(f"#{e.anchor}", e.title, e.article.scores) for e in shown if e.system == system])
        for system, (name, _) in enumerate(named)
    ]


def _means(named: Sequence[tuple[str, Result]]) -> list[dict[str, float]]:
    """Return each run's mean of each headline metric, by the metric's label."""
    return [
        {LABELS[metric]: fmean(result.values(metric)) if result.articles else 0.0 for metric in HEADLINE}
        for _, result in named
    ]


def _counted(values: Iterable[str]) -> list[tuple[str, int]]:
    return sorted(Counter(values).items())
