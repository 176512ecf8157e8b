"""Runs of a faithfulness suite: what they leave behind, and how that is reported."""

import json
from pathlib import Path

import eval_results
import lxml.html
import pytest
import samples
from command import summarizer
from eval_gold import write_gold
from eval_results import faithfulness, page, said
from test_evals_report_page import assert_only_ours

from summarizer.evals.report.markdown import render_result

RENTS = ["Rents rose 4.5% in May.", "Wages did not."]
ROWS = [
    {"doc": RENTS, "text": "Rents rose 4.5% in May.", "label": 1},
    {"doc": RENTS, "text": "Rents rose 5.4% in May.", "label": 0},
]
HEADS = ["Labelled texts", "Rows", "AUC", "Balanced accuracy", "False ones caught", "True ones flagged"]
RENTS_CELLS = ["rents", "2", "1.000", "1.000", "100.0 %", "0.0 %"]


@pytest.fixture
def ran(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Run a suite over a small gold and a file, of which the gold falls short; return the result."""
    monkeypatch.chdir(tmp_path)
    write_gold(tmp_path / "gold")
    (tmp_path / "rents.jsonl").write_text("\n".join(map(json.dumps, ROWS)), encoding="utf-8")
    suite = tmp_path / "verifier.toml"
    suite.write_text('kind = "faithfulness"\ngold = "gold"\n[thresholds]\ngold = 1.1\n', encoding="utf-8")
    done = summarizer("eval", "run", suite, "--data", "rents.jsonl", "--html", "run.html")
    assert (done.returncode, done.stderr) == (1, "Result: .eval/verifier.json\n")
    assert "| rents | 2 | 1.000 | 1.000 | 100.0% | 0.0% |" in done.stdout
    (tmp_path / "run.md").write_text(done.stdout, encoding="utf-8")
    return tmp_path / ".eval" / "verifier.json"


def test_the_report_in_markdown_is_what_the_run_said(ran: Path) -> None:
    done = summarizer("eval", "report", ran)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == Path("run.md").read_text(encoding="utf-8")
    assert done.stdout.startswith("**verifier**: the verifier on labelled texts (gold: dev)\n")
    assert "**FAILED**\n\n- gold: AUC " in done.stdout


def test_the_report_in_html_has_the_figures_of_each_file(ran: Path) -> None:
    done = summarizer("eval", "report", ran, "--format", "html")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == Path("run.html").read_text(encoding="utf-8")
    root = lxml.html.document_fromstring(done.stdout)
    (table,) = root.iter("table")
    assert [said(head) for head in table.iter("th") if head.get("scope") == "col"] == HEADS
    assert [said(cell) for cell in table.find("tbody")[1]] == RENTS_CELLS
    (verdict,) = root.find_class("verdict")
    assert said(verdict.find("h2")) == "▼ Falls short in 1 respect"
    assert said(verdict.find("ul")).startswith("gold: AUC ")


@pytest.mark.parametrize("args", [["compare", "{}", "{}"], ["compare", "{}", "--reference", "lead"], ["bless", "{}"]])  # fmt: skip
def test_what_needs_articles_says_in_a_line_where_to_look(ran: Path, args: list[str]) -> None:
    done = summarizer("eval", *(arg.format(ran) for arg in args))
    assert done.returncode == 6
    assert "`summarizer eval report " in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_result_of_an_older_version_says_to_run_it_again(tmp_path: Path) -> None:
    (tmp_path / "old.json").write_text('[{"name": "gold", "rows": 9, "auc": 0.8}]', encoding="utf-8")
    done = summarizer("eval", "report", tmp_path / "old.json")
    assert (done.returncode, "`summarizer eval run`" in done.stderr) == (6, True)


def test_both_kinds_of_results_stand_on_one_page() -> None:
    root = page(eval_results.result(), faithfulness())
    assert [said(one.find("h2")) for one in root.find_class("verdict")] == [
        "▲ Nothing wrong by its suite",
        "▲ Nothing wrong by its suite",
    ]
    assert len(root.find_class("entry")) == 3
    assert said(root.get_element_by_id("verifier-1")) == "faithfulness: the verifier on labelled texts"


def test_no_hostile_name_becomes_markup() -> None:
    script = " ".join(samples.HOSTILE)
    hostile = faithfulness(script, suite=script, failures={script: script}, code_version=script)
    assert_only_ours(page(hostile, faithfulness()))
    assert_only_ours(page(eval_results.result(), hostile))
    assert "<script>" not in render_result(hostile)
