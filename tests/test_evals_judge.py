"""The LLM judge: asked for every item, corrected for its error, and without a vote once it changed."""

import json
from pathlib import Path
from typing import Any

import pytest
from eval_gold import write_gold
from fault_server import FaultServer, answer

from summarizer.errors import EvalError, ModelError
from summarizer.evals.gold import load_gold
from summarizer.evals.judge import Calibration, ask, calibrate, judge_settings, judged, read_calibration
from summarizer.evals.suite import Suite, load_suite
from summarizer.evals.systems import read_article
from summarizer.prompting import load

ROOT = Path(__file__).parent.parent
PROMPT = load("judge").sha256
CALIBRATED = Calibration(
    model="m", prompt_sha256=PROMPT, true=100, true_called_true=90, false=100, false_called_false=80
)


def verdicts(**said: bool) -> str:
    return json.dumps({"verdicts": [{"id": name, "supported": value} for name, value in said.items()]})


def test_the_share_is_corrected_for_hits_and_misses() -> None:
    """It calls 62 of 100 supported; with 90 % and 80 % right that stands for (.62 + .8 - 1) / .7."""
    found = judged([True] * 62 + [False] * 38, "m", CALIBRATED)
    assert found.raw == 0.62
    assert found.corrected == pytest.approx(0.6)
    assert found.low is not None
    assert found.high is not None
    assert found.low < 0.6 < found.high
    assert found.may_gate


@pytest.mark.parametrize(
    ("model", "calibration", "told"),
    [
        ("other", CALIBRATED, "model changed"),
        ("m", CALIBRATED.model_copy(update={"prompt_sha256": "old"}), "prompt changed"),
        ("m", None, "never calibrated"),
        ("m", CALIBRATED.model_copy(update={"true_called_true": 25}), "better than chance"),
    ],
)
def test_a_judge_that_is_not_the_calibrated_one_decides_nothing(
    model: str, calibration: Calibration | None, told: str
) -> None:
    found = judged([True, False], model, calibration)
    assert not found.may_gate
    assert found.corrected is None
    assert told in found.note


def test_calibration_counts_right_verdicts_on_true_and_false_statements(tmp_path: Path) -> None:
    gold = load_gold(write_gold(tmp_path), ["dev"])

    def always_supported(handler: Any, body: dict[str, Any]) -> None:
        asked = body["messages"][1]["content"].split("Here are the statements")[1].count('"id"')
        answer(verdicts(**{f"s{n}": True for n in range(1, asked + 1)}))(handler, body)

    with FaultServer() as server:
        server.always = always_supported
        found = calibrate(gold, judge_settings("m", server.url), tmp_path / "cassettes", "record")
    assert (found.true, found.true_called_true) == (3, 3)
    assert (found.false, found.false_called_false) == (1, 0)
    again = calibrate(gold, judge_settings("m", server.url), tmp_path / "cassettes", "replay")
    assert again == found
    with pytest.raises((EvalError, ModelError)):
        calibrate(gold, judge_settings("another", server.url), tmp_path / "cassettes", "replay")


def test_a_verdict_that_is_left_out_is_asked_for_again_and_then_an_error(tmp_path: Path) -> None:
    article = read_article(write_gold(tmp_path) / "articles" / "ferry.txt")
    with FaultServer() as server:
        server.always = answer(verdicts(a=True))
        settings = judge_settings("m", server.url)
        with pytest.raises(ModelError, match="no verdict on b"):
            ask(article, {"a": "One.", "b": "Two."}, settings)
        assert len(server.requests) == 2
        assert ask(article, {}, settings) == {}


def test_the_project_s_own_judge_is_the_calibrated_one() -> None:
    """A new prompt or model needs a calibration of its own: `summarizer eval judge judged --record`."""
    suite = load_suite(str(ROOT / "eval" / "suites" / "judged.toml"))
    assert isinstance(suite, Suite)
    assert suite.judge is not None
    assert suite.calibration_file is not None
    calibration = read_calibration(suite.calibration_file)
    assert judged([True, False], suite.judge.model, calibration).may_gate
    gold = load_gold(suite.gold_folder, ["dev"])[:2]
    settings = judge_settings(suite.judge.model, suite.judge.base_url)
    found = calibrate(gold, settings, suite.cassette_folder / "calibration", "replay")
    assert (found.true, found.false) == (18, 12)
