"""The whole program on one screen: source → page → article → draft → grounded summary.

These functions are the Python API; `from summarizer import summarize, extract, verify`.
"""

import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Literal

from summarizer.config import Settings, load_settings
from summarizer.engines import Engine
from summarizer.errors import ConfigError, NoArticleError
from summarizer.extraction import extract as extract_page
from summarizer.fetch import Page, read_source
from summarizer.grounding import ground
from summarizer.schema import Article, Draft, DraftHighlight, Extraction, Run, Summary

Source = str | Path | Page | Article
Progress = Callable[[str], None]

NO_MODEL_CONFIGURED = (
    "No model is configured, so the extractive engine was used. "
    "For the LLM, set OPENAI_API_KEY or OPENAI_BASE_URL."
)

NO_KEY = (
    "The LLM engine needs a key or a server: set OPENAI_API_KEY, or pass --base-url for a server of "
    "your own. Without either, --engine extractive does the job."
)


def extract(source: Source, settings: Settings | None = None) -> Extraction:
    """Return the article in `source`, and the lines that were taken out of its body.

    `source` is a URL, a path, "-" for standard input, a fetched `Page`, or an `Article`,
    which is returned as it is. Raises FetchError, NoArticleError or ConfigError.
    """
    settings = settings or load_settings()
    if isinstance(source, Article):
        return Extraction(article=source)
    if not isinstance(source, Page):
        source = read_source(str(source), allow_private_hosts=settings.allow_private_hosts)
    return extract_page(source, filter_boilerplate=settings.filter_boilerplate)


def summarize(
    source: Source, settings: Settings | None = None, *, progress: Progress | None = None
) -> Summary:
    """Return highlights and claims of the article in `source`, each checked against its text.

    `progress` is told, in a few words, what is being done. Raises what `extract` raises,
    and ModelError when the LLM engine is in force and fails: never a silent change of engine.
    """
    settings = settings or load_settings()
    tell = progress or (lambda _: None)
    started = time.perf_counter()
    name, engine = _choose_engine(settings, tell)
    tell("reading the source")
    extraction = extract(source, settings)
    tell("finding highlights and claims")
    proposal = engine.propose(extraction.article)
    grounded = ground(proposal.draft, extraction.article)
    notes = (NO_MODEL_CONFIGURED,) if name == "extractive" and settings.engine == "auto" else ()
    return Summary(
        article=extraction.article,
        highlights=grounded.highlights,
        claims=grounded.claims,
        run=Run(
            engine=name,
            model=proposal.model,
            prompt=proposal.prompt,
            prompt_sha256=proposal.prompt_sha256,
            usage=proposal.usage,
            duration_s=round(time.perf_counter() - started, 3),
            cached=proposal.cached,
            warnings=(*notes, *extraction.warnings, *proposal.warnings),
        ),
    )


def verify(source: Source, bullets: Sequence[str] | None = None, settings: Settings | None = None) -> Summary:
    """Return `bullets` as highlights, each checked against the article in `source`.

    Whose bullets they are does not matter; None stands for the publisher's own highlights,
    as found on the page. Raises what `extract` raises, and NoArticleError when None was
    given and the page has none.
    """
    started = time.perf_counter()
    extraction = extract(source, settings)
    article = extraction.article
    if bullets is None:
        bullets = article.publisher_highlights
        if not bullets:
            raise NoArticleError(
                "The page has no highlights of the publisher's own; pass bullets in a file instead."
            )
    draft = Draft(highlights=tuple(DraftHighlight(text=text, sentences=()) for text in bullets), claims=())
    grounded = ground(draft, article)
    run = Run(
        engine="verify", duration_s=round(time.perf_counter() - started, 3), warnings=extraction.warnings
    )
    return Summary(article=article, highlights=grounded.highlights, claims=(), run=run)


def _choose_engine(settings: Settings, tell: Progress) -> tuple[Literal["llm", "extractive"], Engine]:
    if settings.engine == "llm" and not settings.llm_configured:
        raise ConfigError(NO_KEY)
    if settings.uses_llm:
        from summarizer.engines.llm import LlmEngine

        return "llm", LlmEngine(settings, progress=tell)
    from summarizer.engines.extractive import ExtractiveEngine

    return "extractive", ExtractiveEngine(settings)
