"""JUnit XML: each article, each check of a run and each metric of a comparison is a test case.

A case keeps its id from run to run: `summarizer.eval.SUITE`, then `SUITE.SYSTEM` and the article,
`SUITE.SYSTEM.check` and the threshold, or `SUITE.SYSTEM.comparison` and the metric. Figures stand in
messages and properties only.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from summarizer.evals.compare import Comparison, MetricComparison
from summarizer.evals.report.scoreboard import LABELS, number
from summarizer.evals.report.words import difference
from summarizer.evals.result import ArticleResult, Result
from summarizer.evals.verdicts import checks
from summarizer.render.text import plain

_NOT_IN_XML = re.compile("[\ufffe\uffff]")  # what `plain` leaves and XML 1.0 forbids


@dataclass(frozen=True, slots=True)
class _Case:
    """A test case; at most one of `error` and `failure` says what is wrong, a line each."""

    classname: str
    name: str
    error: str = ""
    failure: str = ""
    properties: tuple[tuple[str, str], ...] = ()


def render_junit(result: Result, comparison: Comparison | None) -> str:
    """Return a run and, where there is one, its comparison with another as one JUnit test suite."""
    system = f"{result.suite}.{result.system}"
    cases = [_of_article(article, system) for article in result.articles]
    cases += _of_checks(result, f"{system}.check")
    if comparison is not None:
        cases += _of_comparison(comparison, f"{system}.comparison")
    counts = {
        "tests": str(len(cases)),
        "failures": str(sum(bool(case.failure) for case in cases)),
        "errors": str(sum(bool(case.error) for case in cases)),
    }
    root = Element("testsuites", counts)
    suite = SubElement(root, "testsuite", {"name": _clean(f"summarizer.eval.{result.suite}"), **counts})
    _add_properties(suite, _run_properties(result))
    for case in cases:
        _add_case(suite, case)
    indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}'


def _of_article(article: ArticleResult, system: str) -> _Case:
    asserted = [f"Asserts what nobody may: “{one.text}”" for one in article.must_not if not one.flagged]
    unplaced = [f"This gold evidence is not in the article: “{quote}”" for quote in article.unplaced]
    return _Case(
        classname=system,
        name=article.id,
        error=article.error or "",
        failure="" if article.error else "\n".join(asserted + unplaced),
        properties=tuple((name, f"{score:.4f}") for name, score in article.scores.items()),
    )


def _of_checks(result: Result, classname: str) -> Iterator[_Case]:
    """Yield one case for each ceiling, threshold and degenerate system, whether it is passed or not."""
    for name in dict.fromkeys((*checks(result), *result.failures)):
        yield _Case(classname, name, failure=result.failures.get(name, ""))


def _of_comparison(comparison: Comparison, classname: str) -> Iterator[_Case]:
    for name, metric in comparison.metrics.items():
        said = _told(name, metric)
        failure = said if metric.verdict == "worse" else ""
        if metric.holds is False:
            failure = f"{said} Not shown to be within the margin of {comparison.margin:g}."
        yield _Case(
            classname,
            name,
            failure=failure,
            properties=(("base", f"{metric.base:.4f}"), ("head", f"{metric.head:.4f}"), ("told", said)),
        )
    yield _Case(classname, "faults", failure="\n".join(comparison.faults))


def _told(name: str, metric: MetricComparison) -> str:
    return (
        f"{LABELS[name]} {metric.verdict}: base {number(metric.base)}, head {number(metric.head)}, "
        f"difference {difference(metric.difference.interval)}, p {metric.p_holm:.3f}."
    )


def _run_properties(result: Result) -> Sequence[tuple[str, str]]:
    known = {
        "system": result.system,
        "model": result.model,
        "prompt": result.prompt,
        "prompt_sha256": result.prompt_sha256,
        "splits": " ".join(result.splits),
        "code_version": result.code_version,
        "metrics_sha256": result.metrics_sha256,
        "gold_sha256": result.gold_sha256,
    }
    return [(name, value) for name, value in known.items() if value]


def _add_case(suite: Element, case: _Case) -> None:
    element = SubElement(suite, "testcase", {"classname": _clean(case.classname), "name": _clean(case.name)})
    _add_properties(element, case.properties)
    for kind, wrong in (("error", case.error), ("failure", case.failure)):
        if wrong:
            message = _clean(wrong)
            SubElement(element, kind, {"message": " ".join(message.split())}).text = message


def _add_properties(parent: Element, properties: Sequence[tuple[str, str]]) -> None:
    if properties:
        group = SubElement(parent, "properties")
        for name, value in properties:
            SubElement(group, "property", {"name": _clean(name), "value": _clean(value)})


def _clean(text: str) -> str:
    """Return `text` without characters that XML cannot hold."""
    return _NOT_IN_XML.sub("", plain(text))
