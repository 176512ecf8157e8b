"""What a single run must reach: its thresholds, and being better than systems that are no systems."""

from collections.abc import Iterator
from statistics import fmean

from summarizer.evals.result import Result, overall
from summarizer.evals.scores import HEADLINE, METRICS
from summarizer.evals.suite import CEILINGS, JUDGED
from summarizer.evals.systems import DEGENERATE, SHUFFLED


def failures(result: Result) -> Iterator[tuple[str, str]]:
    """Yield each check that a run fails, and in what: a sentence. Nothing when it passes.

    Counts (`errors`, `unplaced` evidence, `must_not` claims asserted) may not be above their
    ceiling, 0 unless the suite says otherwise; means may not be below their threshold.
    """
    for name, most in {**CEILINGS, **{k: v for k, v in result.thresholds.items() if k in CEILINGS}}.items():
        count = result.count(name)
        if count > most:
            yield name, f"{_COUNTED[name]}: {count}, and at most {most:g} may be."
    for name, least in result.thresholds.items():
        if name in METRICS and (mean := fmean(result.values(name))) < least:
            yield name, f"{name} is {mean:.3f}, below {least:g}."
    wanted, judge = result.thresholds.get(JUDGED), result.judged
    if wanted is not None and judge is not None and judge.may_gate and (judge.corrected or 0.0) < wanted:
        yield JUDGED, f"The judge calls {judge.corrected:.3f} of the highlights supported, below {wanted:g}."
    if result.system == "publisher":
        return  # it has no claims, and nobody's system to fail
    own = overall([result.values(metric) for metric in HEADLINE])
    for name in (*DEGENERATE, SHUFFLED):
        other = overall([result.reference_values(name, metric) for metric in HEADLINE])
        if other >= own:
            yield (
                beats(name),
                f"The degenerate system “{name}” ({other:.3f}) outranks the real one ({own:.3f}).",
            )


def checks(result: Result) -> tuple[str, ...]:
    """Return the names of all checks of a run, whether it passes them or not."""
    degenerate = [name for name in (*DEGENERATE, SHUFFLED) if name in result.references]
    return tuple(dict.fromkeys((*CEILINGS, *result.thresholds, *map(beats, degenerate))))


def beats(system: str) -> str:
    """Return the name of the check that a run outranks a degenerate system."""
    return f"beats {system}"


_COUNTED = {
    "errors": "Articles that failed",
    "unplaced": "Pieces of gold evidence that are not in the article as extracted",
    "must_not": "Must-not claims asserted",
}
