"""JUnit XML of a run: well formed whatever comes in, with ids that stay."""

from xml.etree import ElementTree as ET

import eval_results
import pytest
import samples

from summarizer.evals.compare import compare
from summarizer.evals.report.junit import render_junit
from summarizer.evals.result import Result
from summarizer.evals.verdicts import failures


def parsed(xml: str) -> ET.Element:
    return ET.fromstring(xml)  # noqa: S314 - our own


def cases(xml: str) -> dict[tuple[str, str], ET.Element]:
    return {(case.get("classname", ""), case.get("name", "")): case for case in parsed(xml).iter("testcase")}


def article_case(result: Result, name: str) -> ET.Element:
    return cases(render_junit(result, None))["regression.extractive", name]


def judged(result: Result) -> Result:
    """Return the result with what it really falls short of."""
    return result.model_copy(update={"failures": dict(failures(result))})


def test_there_is_one_suite_named_after_the_run() -> None:
    root = parsed(render_junit(eval_results.result(), None))
    assert [suite.get("name") for suite in root.findall("testsuite")] == ["summarizer.eval.regression"]


def test_an_article_that_failed_is_an_error() -> None:
    case = article_case(eval_results.result(), "plant")
    assert [child.get("message") for child in case.findall("error")] == [
        "The model failed: 500 from the server."
    ]
    assert case.find("failure") is None


def test_what_is_asserted_or_not_in_the_text_is_a_failure_and_what_was_set_apart_is_none() -> None:
    (failure,) = article_case(eval_results.result(), "mine").findall("failure")
    assert (failure.text or "").splitlines() == [
        "Asserts what nobody may: “The mine has closed.”",
        "This gold evidence is not in the article: “words that are not there”",
    ]


def test_a_good_article_passes_with_its_scores() -> None:
    case = article_case(eval_results.result(), "ferry")
    assert [child.tag for child in case] == ["properties"]
    assert {p.get("name"): p.get("value") for p in case.iter("property")}["coverage"] == "0.7500"


def test_each_check_is_a_case_whether_it_holds_or_not() -> None:
    run = judged(eval_results.result(thresholds={"coverage": 0.9, "claim_f1": 0.1, "errors": 0}))
    found = cases(render_junit(run, None))
    checks = {
        name: case.find("failure") is not None
        for (group, name), case in found.items()
        if group.endswith(".check")
    }
    assert checks == {
        "errors": True,
        "unplaced": True,
        "must_not": True,
        "coverage": True,
        "claim_f1": False,
        "beats lead-3": False,
        "beats copy-all": False,
        "beats empty": False,
        "beats shuffled evidence": False,
    }


def test_a_degenerate_system_that_outranks_the_real_one_fails_its_case() -> None:
    run = eval_results.result()
    best = {article.id: eval_results.scores(1.0) for article in run.articles}
    run = judged(run.model_copy(update={"references": {**run.references, "copy-all": best}}))
    found = cases(render_junit(run, None))
    assert found["regression.extractive.check", "beats copy-all"].find("failure") is not None


def test_a_check_that_is_no_longer_made_keeps_its_case() -> None:
    found = cases(render_junit(eval_results.result(failures={"speed": "Took 12.5 s of 20."}), None))
    assert found["regression.extractive.check", "speed"].find("failure") is not None


def test_ids_do_not_depend_on_what_was_scored() -> None:
    before, after = eval_results.many(), eval_results.many(shift=0.2)
    one = judged(before.model_copy(update={"thresholds": {"coverage": 0.9}}))
    other = judged(after.model_copy(update={"thresholds": {"coverage": 0.1}}))
    assert list(cases(render_junit(one, compare(after, before)))) == list(
        cases(render_junit(other, compare(before, after)))
    )


def test_a_metric_that_is_worse_fails_with_its_figures() -> None:
    comparison = compare(eval_results.many(shift=0.2), eval_results.many())
    case = cases(render_junit(eval_results.many(), comparison))[
        "regression.extractive.comparison", "coverage"
    ]
    (failure,) = case.findall("failure")
    assert (
        failure.get("message") == "coverage worse: base .61, head .41, difference −.20 [−.20, −.20], p 0.003."
    )


def test_a_better_run_fails_no_metric() -> None:
    comparison = compare(eval_results.many(), eval_results.many(shift=0.2))
    found = cases(render_junit(eval_results.many(), comparison))
    assert not [
        name
        for (group, name), case in found.items()
        if group.endswith("comparison") and len(case.findall("failure"))
    ]


def test_a_margin_that_is_not_shown_fails_the_metric() -> None:
    base = eval_results.many()
    last = base.articles[-1].model_copy(update={"scores": eval_results.scores(0.0)})
    head = base.model_copy(update={"articles": (*base.articles[:-1], last)})
    case = cases(render_junit(head, compare(base, head, margin=0.01)))[
        "regression.extractive.comparison", "coverage"
    ]
    (failure,) = case.findall("failure")
    assert "Not shown to be within the margin of 0.01." in (failure.text or "")


def test_new_faults_are_a_case_of_their_own() -> None:
    base = eval_results.result()
    good = base.articles[2].model_copy(update={"must_not": ()})
    comparison = compare(base.model_copy(update={"articles": (*base.articles[:2], good)}), base)
    case = cases(render_junit(base, comparison))["regression.extractive.comparison", "faults"]
    assert "The mine has closed." in (case.findtext("failure") or "")


def test_the_counts_agree_with_the_cases() -> None:
    xml = render_junit(judged(eval_results.result()), compare(eval_results.baseline(), eval_results.result()))
    (suite,) = parsed(xml).findall("testsuite")
    assert suite.get("tests") == str(len(cases(xml)))
    assert suite.get("errors") == str(len(list(suite.iter("error"))))
    assert suite.get("failures") == str(len(list(suite.iter("failure"))))


@pytest.mark.parametrize("bad", ["\x00", "\x1b[31m", "\ufffe", "\uffff", "\ud800", "\x0b", "]]>"])
def test_no_character_breaks_the_xml(bad: str) -> None:
    broken = eval_results.plant().model_copy(update={"error": f"a{bad}b"})
    (case,) = [
        case
        for (_, name), case in cases(render_junit(eval_results.result((broken,)), None)).items()
        if name == "plant"
    ]
    message = case.find("error").get("message")
    assert message.startswith("a")
    assert message.endswith("b")


def test_hostile_text_stays_text() -> None:
    run = eval_results.hostile()
    root = parsed(render_junit(run, compare(run, run)))
    assert {element.tag for element in root.iter()} <= {
        "testsuites", "testsuite", "testcase", "properties", "property", "error", "failure",
    }  # fmt: skip
    assert samples.HOSTILE[0] in root.find("testsuite").get("name")
