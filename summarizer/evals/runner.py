"""Run a suite: read each article, let the system speak, ground it, score it, and score the yardsticks too."""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from itertools import chain
from multiprocessing import get_context
from pathlib import Path
from statistics import fmean, pstdev
from typing import Protocol

from summarizer.config import Settings, load_settings
from summarizer.engines import Proposal
from summarizer.errors import EvalError, SummarizerError
from summarizer.evals.agreement import annotations, annotator_scores
from summarizer.evals.gold import GoldArticle, GoldClaim, GoldHighlight, load_gold, place
from summarizer.evals.judge import ask, judge_settings, judged, read_calibration
from summarizer.evals.matching import Alignment
from summarizer.evals.replay import Mode, exchanges
from summarizer.evals.result import (
    ArticleResult,
    GoldLabel,
    Match,
    MustNotAsserted,
    Result,
    Veto,
    code_sha256,
    metrics_sha256,
)
from summarizer.evals.scores import House, Scored, failed, score
from summarizer.evals.statement import Statements, of_items, with_shuffled_evidence
from summarizer.evals.suite import JudgeSettings, Suite
from summarizer.evals.systems import ANNOTATORS, DEGENERATE, SHUFFLED, SYSTEMS, read_article
from summarizer.evals.verdicts import failures
from summarizer.grounding import Grounded, ground
from summarizer.grounding.index import ArticleIndex
from summarizer.pipeline import NO_KEY
from summarizer.schema import Article

Progress = Callable[[int, int, str], None]


class _Named(Protocol):
    """An item or a label."""

    @property
    def id(self) -> str: ...


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What comes back for one article; `proposal` is None where there is none."""

    article: ArticleResult
    references: dict[str, dict[str, float]]
    missed: int = 0
    proposal: Proposal | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """How a suite is run: where answers come from, how often, in how many processes, which articles."""

    mode: Mode = "live"
    repeats: int = 1
    workers: int = 1
    only: tuple[str, ...] = ()


def run(suite: Suite, plan: Plan = Plan(), progress: Progress | None = None) -> Result:
    """Return the result of `suite`, every article in it: one that fails scores 0 and keeps its error.

    Mode "replay" answers from the suite's cassettes alone; raises EvalError when a request is not
    in them, and when gold or suite are wrong. `only` names articles to run instead of all.
    """
    gold = _chosen(suite, plan)
    if suite.engine == "llm" and plan.mode != "replay" and not suite_settings(suite).llm_configured:
        raise EvalError(NO_KEY)
    outcomes = []
    for outcome in _outcomes(suite, gold, plan):
        outcomes.append(outcome)
        if progress:
            progress(len(outcomes), len(gold), outcome.article.id)
    if suite.engine == "publisher":  # a page without a box of highlights has no publisher to score
        outcomes = [o for o in outcomes if o.article.error or o.article.highlights]
        if not outcomes:
            raise EvalError("No article of the suite has highlights of the publisher's own.")
    if missed := [outcome.article.id for outcome in outcomes if outcome.missed]:
        raise EvalError(
            f"Not recorded: a request of {', '.join(missed)}. Record it with "
            f"`summarizer eval run {suite.given} --record {' '.join(f'--only {name}' for name in missed)}`."
        )
    result = _result(suite, gold, outcomes, plan.repeats)
    return result.model_copy(update={"partial": bool(plan.only)})


def _chosen(suite: Suite, plan: Plan) -> list[GoldArticle]:
    """Return the articles of the suite's splits that it, and the plan, name."""
    gold = load_gold(suite.gold_folder, suite.splits)
    if suite.articles:
        known = {article.id for article in load_gold(suite.gold_folder)}
        if unknown := sorted(set(suite.articles) - known):
            raise EvalError(f"The suite {suite.file} names no article of its gold: {', '.join(unknown)}.")
        gold = [article for article in gold if article.id in suite.articles]
    if plan.only:
        if unknown := sorted(set(plan.only) - {article.id for article in gold}):
            there = ", ".join(article.id for article in gold)
            raise EvalError(f"No such article in the suite: {', '.join(unknown)}. It has {there}.")
        gold = [article for article in gold if article.id in plan.only]
    return gold


def _outcomes(suite: Suite, gold: Sequence[GoldArticle], plan: Plan) -> Iterator[_Outcome]:
    work = partial(run_article, suite, plan)
    if plan.workers == 1:
        yield from map(work, gold)
        return
    with ProcessPoolExecutor(min(plan.workers, len(gold)), mp_context=get_context("spawn")) as pool:
        yield from pool.map(work, gold)


def run_article(suite: Suite, plan: Plan, gold: GoldArticle) -> _Outcome:
    """Return how the suite's system and all yardsticks do on one article."""
    try:
        article = read_article(gold.page)
    except SummarizerError as err:
        return _Outcome(_failure(gold, err), _no_references(suite))
    index = ArticleIndex(article)
    house = House(suite.highlights, suite.max_words)
    settings = suite_settings(suite)
    spoken: list[tuple[Proposal, Grounded]] = []
    missed = 0
    error: SummarizerError | None = None
    for repeat in range(plan.repeats):
        with exchanges(cassette_of(suite, gold.id, repeat), plan.mode) as wire:
            try:
                proposal = SYSTEMS[suite.engine](settings).propose(article)
                spoken.append((proposal, ground(proposal.draft, index)))
            except SummarizerError as err:
                error = err
        missed += wire.missed
    references = {
        name: score(_say(name, settings, article, index), gold.labels, index, house).scores
        for name in _reference_names(suite)
        if name not in {SHUFFLED, ANNOTATORS}
    }
    if ANNOTATORS in _reference_names(suite):
        both = annotations(suite.gold_folder, gold.id)
        if both:  # what was labelled once has no second annotator
            references[ANNOTATORS] = annotator_scores(*both, index, house)
    if error is not None or not spoken:
        return _Outcome(_failure(gold, error), {**references, SHUFFLED: failed()[0]}, missed)
    said = [of_items(grounded.highlights, grounded.claims, index) for _, grounded in spoken]
    scored = [score(one, gold.labels, index, house) for one in said]
    verdicts: dict[str, bool] = {}
    if suite.judge is not None:
        with exchanges(cassette_of(suite, f"{gold.id}.judge"), plan.mode) as wire:
            try:
                verdicts = _judged(suite.judge, article, spoken[0][1])
            except SummarizerError as err:
                error = err
        missed += wire.missed
    references[SHUFFLED] = score(with_shuffled_evidence(said[0]), gold.labels, index, house).scores
    done = _article_result(gold, index, spoken[0], scored).model_copy(update={"verdicts": verdicts})
    if error is not None:  # the judge's
        done = done.model_copy(update={"warnings": (*done.warnings, f"The judge failed. {error}")})
    return _Outcome(done, references, missed, spoken[0][0])


def _judged(judge: JudgeSettings, article: Article, grounded: Grounded) -> dict[str, bool]:
    texts = {highlight.id: highlight.text for highlight in grounded.highlights}
    return ask(article, texts, judge_settings(judge.model, judge.base_url))


def cassette_of(suite: Suite, article: str, repeat: int = 0) -> Path:
    """Return the file of an article's recorded exchanges; each repeat has its own."""
    return suite.cassette_folder / f"{article}{f'.{repeat + 1}' if repeat else ''}.yaml"


def suite_settings(suite: Suite) -> Settings:
    """Return the suite's settings: what the user's environment says of style does not count."""
    return load_settings(
        engine="llm" if suite.engine == "llm" else "extractive",
        model=suite.model,
        base_url=suite.base_url,
        prompt=suite.prompt,
        timeout_s=suite.timeout_s,
        deadline_s=5 * suite.timeout_s,
        highlights=suite.highlights,
        max_words=suite.max_words
        if "max_words" in suite.model_fields_set
        else None,  # asked for, or the default
        cache=False,
        **_FIXED,
    )


_FIXED = {
    "claims": True,
    "repair": True,
    "filter_boilerplate": True,
    "tone": Settings.model_fields["tone"].default,
    "max_output_tokens": Settings.model_fields["max_output_tokens"].default,
    "context_tokens": Settings.model_fields["context_tokens"].default,
}


def _reference_names(suite: Suite) -> list[str]:
    doubly = [ANNOTATORS] if (suite.gold_folder / "annotations").is_dir() else []
    return [name for name in (*suite.references, *DEGENERATE, SHUFFLED, *doubly) if name != suite.engine]


def _no_references(suite: Suite) -> dict[str, dict[str, float]]:
    return {name: failed()[0] for name in _reference_names(suite) if name != ANNOTATORS}


def _say(name: str, settings: Settings, article: Article, index: ArticleIndex) -> Statements:
    grounded = ground(SYSTEMS[name](settings).propose(article).draft, index)
    return of_items(grounded.highlights, grounded.claims, index)


def _failure(gold: GoldArticle, err: SummarizerError | None) -> ArticleResult:
    scores, counts = failed()
    return ArticleResult(
        id=gold.id,
        title=gold.id,
        language=gold.labels.language,
        genre=gold.labels.genre,
        gold_sha256=gold.labels.sha256,
        error=" ".join(str(err).split()),
        scores=scores,
        counts=counts,
        gold_highlights=tuple(map(_shown, gold.labels.highlights)),
        gold_claims=tuple(map(_shown, gold.labels.claims)),
    )


def _article_result(
    gold: GoldArticle, index: ArticleIndex, spoken: tuple[Proposal, Grounded], scored: Sequence[Scored]
) -> ArticleResult:
    proposal, grounded = spoken
    first, article, labels = scored[0], index.article, gold.labels
    quotes = chain.from_iterable(
        label.evidence for label in chain[GoldHighlight | GoldClaim](labels.highlights, labels.claims)
    )
    wrong = {label.id: label for label in labels.must_not}
    return ArticleResult(
        id=gold.id,
        title=article.title or gold.id,
        language=labels.language,
        genre=labels.genre,
        gold_sha256=labels.sha256,
        text_sha256=article.text_sha256,
        warnings=proposal.warnings,
        unplaced=place(tuple(quotes), index).missing,
        scores={name: fmean(s.scores[name] for s in scored) for name in first.scores},
        flicker={name: pstdev([s.scores[name] for s in scored]) for name in first.scores}
        if len(scored) > 1
        else {},
        counts=first.counts,
        highlights=grounded.highlights,
        claims=grounded.claims,
        matches=(
            *_matches(first.highlights, grounded.highlights, labels.highlights),
            *_matches(first.claims, grounded.claims, labels.claims),
        ),
        vetoes=(
            *_vetoes(first.highlights, grounded.highlights, labels.highlights),
            *_vetoes(first.claims, grounded.claims, labels.claims),
        ),
        must_not=tuple(
            MustNotAsserted(
                label=a.must_not,
                text=wrong[a.must_not].text,
                why=wrong[a.must_not].why,
                item=a.item,
                flagged=a.flagged,
            )
            for a in first.asserted
        ),
        gold_highlights=tuple(map(_shown, labels.highlights)),
        gold_claims=tuple(map(_shown, labels.claims)),
    )


def _shown(label: GoldHighlight | GoldClaim) -> GoldLabel:
    importance = label.importance if isinstance(label, GoldHighlight) else None
    notes = _notes(label) if isinstance(label, GoldClaim) else ()
    return GoldLabel(
        id=label.id, text=label.text, importance=importance, evidence=label.evidence, notes=notes
    )


def _notes(claim: GoldClaim) -> tuple[str, ...]:
    notes = (
        claim.type,
        f"speaker: {claim.speaker}" if claim.speaker else None,
        claim.modality if claim.modality != "asserted" else None,
        "negative" if claim.polarity == "negative" else None,
        ", ".join(quantity.text for quantity in claim.quantities),
    )
    return tuple(note for note in notes if note)


def _matches(alignment: Alignment, said: Sequence[_Named], gold: Sequence[_Named]) -> Iterator[Match]:
    for pair in alignment.pairs:
        yield Match(item=said[pair.system].id, label=gold[pair.gold].id, likeness=round(pair.likeness, 4))


def _vetoes(alignment: Alignment, said: Sequence[_Named], gold: Sequence[_Named]) -> Iterator[Veto]:
    for (i, j), reason in alignment.vetoes.items():
        yield Veto(item=said[i].id, label=gold[j].id, reason=reason)


def _result(suite: Suite, gold: Sequence[GoldArticle], outcomes: Sequence[_Outcome], repeats: int) -> Result:
    from summarizer import __version__

    proposal = next((o.proposal for o in outcomes if o.proposal is not None), None)
    articles = tuple(outcome.article for outcome in outcomes)
    joined = "".join(article.labels.sha256 for article in gold)
    result = Result(
        suite=suite.name,
        system=suite.engine,
        splits=suite.splits,
        model=proposal.model if proposal else None,
        prompt=proposal.prompt if proposal else None,
        prompt_sha256=proposal.prompt_sha256 if proposal else None,
        settings={"highlights": suite.highlights, "max_words": suite.max_words},
        repeats=repeats,
        code_version=__version__,
        code_sha256=code_sha256(),
        metrics_sha256=metrics_sha256(),
        gold_sha256=hashlib.sha256(joined.encode()).hexdigest(),
        thresholds=suite.thresholds,
        articles=articles,
        references={
            name: {o.article.id: o.references[name] for o in outcomes if name in o.references}
            for name in _reference_names(suite)
        },
    )
    if suite.judge is not None and suite.calibration_file is not None:
        every = [verdict for article in articles for verdict in article.verdicts.values()]
        calibration = read_calibration(suite.calibration_file)
        result = result.model_copy(update={"judged": judged(every, suite.judge.model, calibration)})
    return result.model_copy(update={"failures": dict(failures(result))})
