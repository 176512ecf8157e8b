"""Small results of eval runs, with every kind of thing that a report shows, and the page of them, parsed."""

from collections.abc import Sequence

import lxml.html
import samples
from lxml.html import HtmlElement

from summarizer.evals.compare import Comparison
from summarizer.evals.report.page import render_page
from summarizer.evals.result import (
    ArticleResult,
    Faithfulness,
    FaithfulnessResult,
    GoldLabel,
    Match,
    MustNotAsserted,
    Result,
    Veto,
)
from summarizer.evals.scores import METRICS
from summarizer.evals.systems import DEGENERATE, SHUFFLED
from summarizer.schema import Claim, Evidence, Highlight, Reason, Support

SUPPORTED = Support(label="supported", score=0.97)


def scores(value: float = 0.5, **others: float) -> dict[str, float]:
    """Return all scores, alike but for those named."""
    return {**dict.fromkeys(METRICS, value), **others}


def highlight(identity: str, text: str, quote: str = "", support: Support = SUPPORTED) -> Highlight:
    """Return a highlight that rests on `quote`, its own text by default."""
    evidence = Evidence(start=0, end=len(quote or text), quote=quote or text)
    return Highlight(id=identity, text=text, evidence=(evidence,), support=support)


def claim(identity: str, text: str, speaker: str | None = None, verb: str | None = None) -> Claim:
    """Return a plain claim."""
    return Claim(
        id=identity, text=text, type="event", speaker=speaker, reporting_verb=verb, voice="asserts",
        polarity="affirmative", modality="hedged", quantities=(), entities=(), time=None, place=None,
        checkworthiness="check_worthy", evidence=(Evidence(start=0, end=len(text), quote=text),),
        support=SUPPORTED,
    )  # fmt: skip


def gold(identity: str, text: str, importance: str | None = None, evidence: str = "") -> GoldLabel:
    """Return a gold label that rests on `evidence`, its own text by default."""
    return GoldLabel(id=identity, text=text, importance=importance, evidence=(evidence or text,))


def ferry() -> ArticleResult:
    """Return an article with a match, a miss, an extra and a vetoed pair, of highlights and claims."""
    doubt = Support(label="partial", score=0.4, reasons=(Reason(code="number_missing", detail="41"),))
    return ArticleResult(
        id="ferry",
        title="Ferry line cuts winter sailings",
        language="en",
        genre="local",
        gold_sha256="f" * 64,
        scores=scores(0.6, coverage=0.75),
        counts={"split": 0, "merged": 0, "duplicate": 0, "missed": 0, "extra": 1, "must_not": 0},
        highlights=(
            highlight("h1", "Sailings fall from 14 to 9.", "It will cut its sailings from 14 to 9 a week."),
            highlight("h2", "The ferry carried 41 passengers.", "It carried 21 passengers.", doubt),
        ),
        claims=(claim("c1", "The port was not told.", "Ines Calder", "said"), claim("c2", "Zinc is cheap.")),
        gold_highlights=(
            gold("h1", "Norvik cuts sailings from 14 to 9.", "must"),
            gold("h2", "The ferry carried 21 passengers.", "should", "It carried 21 passengers."),
            gold("h3", "The council may pay.", "may"),
        ),
        gold_claims=(gold("c1", "The port had not been told."),),
        matches=(Match(item="h1", label="h1", likeness=0.83), Match(item="c1", label="c1", likeness=0.9)),
        vetoes=(Veto(item="h2", label="h2", reason="number"),),
    )


def plant() -> ArticleResult:
    """Return an Arabic article that could not be summarized."""
    return ArticleResult(
        id="plant",
        title="محطة تحلية جديدة في رأس النوارس",
        language="ar",
        genre="industry",
        gold_sha256="a" * 64,
        error="The model failed: 500 from the server.",
        scores=scores(0.0),
        gold_highlights=(gold("h1", "تبدأ المحطة الضخ في يوليو.", "must"),),
        gold_claims=(gold("c1", "طاقة المحطة ١٥٠ ألف متر مكعب."),),
    )


def mine() -> ArticleResult:
    """Return an article that asserts a must-not claim and whose labels do not fit its text."""
    return ArticleResult(
        id="mine",
        title="Zinc mine to close in March",
        language="en",
        genre="trade press",
        gold_sha256="c" * 64,
        warnings=("The article was cut at 30,000 characters.",),
        unplaced=("words that are not there",),
        scores=scores(0.9),
        counts={"must_not": 1},
        highlights=(highlight("h1", "The mine will close in March."),),
        claims=(),
        gold_highlights=(gold("h1", "The mine will close in March.", "must"),),
        gold_claims=(),
        matches=(Match(item="h1", label="h1", likeness=1.0),),
        must_not=(
            MustNotAsserted(label="m1", text="The mine has closed.", item="h1", flagged=False),
            MustNotAsserted(label="m2", text="The mine is sold.", item="h1", flagged=True),
        ),
    )


def result(articles: Sequence[ArticleResult] | None = None, **fields: object) -> Result:
    """Return a run over the three articles, with a yardstick and the degenerate systems."""
    shown = tuple(articles) if articles is not None else (ferry(), plant(), mine())
    plain = {
        "suite": "regression",
        "system": "extractive",
        "splits": ("dev",),
        "code_version": "0.1.0",
        "code_sha256": "1" * 64,
        "metrics_sha256": "2" * 64,
        "gold_sha256": "3" * 64,
        "articles": shown,
        "references": {
            name: {article.id: scores(value) for article in shown}
            for name, value in (("lead", 0.3), *((name, 0.1) for name in (*DEGENERATE, SHUFFLED)))
        },
    }
    return Result.model_validate({**plain, **fields})


def baseline() -> Result:
    """Return an earlier run: other highlights in one article, lower scores in all."""
    before = ferry().model_copy(
        update={
            "scores": scores(0.5, coverage=0.5),
            "highlights": (ferry().highlights[0], highlight("h2", "Nobody called the harbour master.")),
            "vetoes": (),
        }
    )
    others = (plant(), mine().model_copy(update={"scores": scores(0.8)}))
    return result((before, *others))


def many(count: int = 12, shift: float = 0.0) -> Result:
    """Return a run over so many articles whose scores rise from .3; `shift` moves all of them."""
    articles = [
        ferry().model_copy(
            update={
                "id": f"article-{n:02}",
                "title": f"Article {n:02}",
                "scores": scores(0.3 + n / 50 + shift),
            }
        )
        for n in range(count)
    ]
    return result(articles)


def hostile() -> Result:
    """Return a run with something hostile in every field that is text."""
    script, mention, link, control, comment = samples.HOSTILE
    everything = " ".join(samples.HOSTILE)
    attribute = f'x" onfocus="window.hacked=1" data-x="{script}'
    said = highlight(
        f"h1{script}",
        script,
        everything,
        Support(label="partial", score=0.1, reasons=(Reason(code="quote_altered", detail=script),)),
    )
    extra = highlight(f"h2{attribute}", comment, control)
    stated = claim(attribute, everything, script, link)
    article = ArticleResult(
        id=attribute,
        title=everything,
        language=attribute,
        genre=attribute,
        gold_sha256="f" * 64,
        warnings=samples.HOSTILE,
        unplaced=samples.HOSTILE,
        scores=scores(0.4),
        flicker=scores(0.1),
        counts={script: 1},
        highlights=(said, extra),
        claims=(stated,),
        gold_highlights=(gold(script, everything, attribute, control), gold("h2", script, "must", mention)),
        gold_claims=(gold(comment, script, None, link),),
        matches=(Match(item=said.id, label=script, likeness=0.7),),
        vetoes=(Veto(item=extra.id, label="h2", reason=script),),
        must_not=(MustNotAsserted(label=script, text=everything, item=said.id, flagged=False),),
    )
    failed = plant().model_copy(update={"id": script, "title": control, "error": everything})
    return result(
        (article, failed),
        suite=script,
        system=everything,
        model=attribute,
        prompt=comment,
        prompt_sha256=script,
        settings={script: attribute},
        failures={text: text for text in samples.HOSTILE},
        code_version=script,
        references={script: {article.id: scores(), failed.id: scores()}},
    )


def faithfulness(name: str = "gold", **fields: object) -> FaithfulnessResult:
    """Return a run of the verifier over one file of labelled texts."""
    row = Faithfulness(
        name=name, rows=9, auc=0.8264, balanced_accuracy=0.75, threshold=0.5, caught=0.48, flagged=0.19
    )
    plain = {
        "suite": "faithfulness",
        "splits": ("dev", "test"),
        "code_version": "0.1.0",
        "code_sha256": "1" * 64,
        "rows": (row,),
    }
    return FaithfulnessResult.model_validate({**plain, **fields})


def page(
    *results: Result | FaithfulnessResult, comparisons: Sequence[Comparison] = (), base: Result | None = None
) -> HtmlElement:
    """Return the report on `results`, or on a plain run."""
    return lxml.html.document_fromstring(render_page(results or (result(),), comparisons, base))


def said(element: HtmlElement) -> str:
    """Return what an element says, on one line."""
    return " ".join(element.text_content().split())
