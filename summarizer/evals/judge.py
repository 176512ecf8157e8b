"""An LLM judge of faithfulness: off by default, corrected for its measured error, and gagged when it changes.

Calibration asks the judge about the gold: highlights, which are true, and must-not claims, which are
not. Its hit rates there correct what it says of a system (Rogan and Gladen 1978). A judge whose
prompt or model is not the calibrated one is reported and never decides anything.
"""

import random
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from pydantic import Field, ValidationError

from summarizer.config import Settings, load_settings
from summarizer.engines.llm.judge import PROMPT, judge
from summarizer.errors import EvalError
from summarizer.evals.gold import GoldArticle
from summarizer.evals.replay import Mode, exchanges
from summarizer.evals.statistics import RESAMPLES, SEED
from summarizer.evals.systems import read_article
from summarizer.prompting import load
from summarizer.schema import Article, Record

LEAST_SKILL = 0.1  # of both hit rates together above chance: below it, there is nothing to correct with


class Calibration(Record):
    """How a judge does on statements whose truth people told: counts, and which judge it was."""

    model: str
    prompt_sha256: str
    true: int = Field(ge=1)
    true_called_true: int = Field(ge=0)
    false: int = Field(ge=1)
    false_called_false: int = Field(ge=0)

    @property
    def sensitivity(self) -> float:
        """Share of true statements that it calls supported."""
        return self.true_called_true / self.true

    @property
    def specificity(self) -> float:
        """Share of false statements that it does not."""
        return self.false_called_false / self.false


class Judged(Record):
    """What the judge says of a run: the raw share of supported highlights, and corrected with its interval.

    `may_gate` is False, and `note` says why, when the calibration is of another judge.
    """

    items: int
    raw: float
    corrected: float | None = None
    low: float | None = None
    high: float | None = None
    may_gate: bool = False
    note: str = ""


def ask(article: Article, statements: Mapping[str, str], settings: Settings) -> dict[str, bool]:
    """Return the judge's verdicts on `statements`; nothing is asked when there are none."""
    return judge(article, statements, settings, sleep=lambda _: None) if statements else {}


def judge_settings(model: str, base_url: str | None) -> Settings:
    """Return the settings of the judge's requests."""
    return load_settings(engine="llm", model=model, base_url=base_url, cache=False)


def calibrate(gold: Sequence[GoldArticle], settings: Settings, cassettes: Path, mode: Mode) -> Calibration:
    """Return how the judge does on the gold's highlights and must-not claims.

    They are shown mixed, under ids that tell nothing. Raises EvalError on a replay miss.
    """
    counts = {True: [0, 0], False: [0, 0]}
    for one in gold:
        true, false = one.labels.highlights, one.labels.must_not
        mixed = [*((label.text, True) for label in true), *((label.text, False) for label in false)]
        random.Random(one.id).shuffle(mixed)  # noqa: S311 - no secret
        with exchanges(cassettes / f"{one.id}.yaml", mode) as wire:
            texts = {f"s{n}": text for n, (text, _) in enumerate(mixed, 1)}
            verdicts = ask(read_article(one.page), texts, settings)
        if wire.missed:
            raise EvalError(f"Not recorded: the judge on {one.id}. Record it with --record.")
        for n, (_, truth) in enumerate(mixed, 1):
            counts[truth][0] += 1
            counts[truth][1] += verdicts[f"s{n}"] == truth
    return Calibration(
        model=settings.model,
        prompt_sha256=load(PROMPT).sha256,
        true=counts[True][0],
        true_called_true=counts[True][1],
        false=counts[False][0],
        false_called_false=counts[False][1],
    )


def read_calibration(file: Path) -> Calibration | None:
    """Return the calibration in `file`, or None when there is none; raises EvalError when it is wrong."""
    try:
        return Calibration.model_validate_json(file.read_bytes())
    except FileNotFoundError:
        return None
    except (OSError, ValidationError) as err:
        raise EvalError(f"Cannot read the judge's calibration in {file}; make it anew.") from err


def judged(verdicts: Sequence[bool], model: str, calibration: Calibration | None) -> Judged:
    """Return what the judge says of a run, corrected where its error is known.

    θ = (p + q0 - 1) / (q0 + q1 - 1), with q1 its sensitivity and q0 its specificity; the 95 %
    interval draws all three shares anew.
    """
    n = len(verdicts)
    raw = sum(verdicts) / n if n else 0.0
    if calibration is None:
        return Judged(items=n, raw=raw, note="The judge was never calibrated: its word decides nothing.")
    changed = [
        what
        for what, now, then in (
            ("model", model, calibration.model),
            ("prompt", load(PROMPT).sha256, calibration.prompt_sha256),
        )
        if now != then
    ]
    if changed:
        note = f"The judge's {' and '.join(changed)} changed since its calibration: its word decides nothing."
        return Judged(items=n, raw=raw, note=note)
    skill = calibration.sensitivity + calibration.specificity - 1
    if not n or skill < LEAST_SKILL:
        return Judged(
            items=n, raw=raw, note="The judge is hardly better than chance: its word decides nothing."
        )
    draws = np.random.default_rng(SEED)
    p = draws.binomial(n, raw, RESAMPLES) / n
    q1 = draws.binomial(calibration.true, calibration.sensitivity, RESAMPLES) / calibration.true
    q0 = draws.binomial(calibration.false, calibration.specificity, RESAMPLES) / calibration.false
    able = q0 + q1 - 1 > LEAST_SKILL
    low, high = np.percentile(np.clip((p + q0 - 1)[able] / (q0 + q1 - 1)[able], 0, 1), [2.5, 97.5])
    theta = (raw + calibration.specificity - 1) / skill
    return Judged(
        items=n,
        raw=raw,
        corrected=min(1.0, max(0.0, theta)),
        low=float(low),
        high=float(high),
        may_gate=True,
    )
