"""Hypothesis strategies: summaries with any text, hostile text included, in every field."""

from collections.abc import Callable
from typing import get_args

import samples
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from summarizer.schema import (
    Article,
    Checkworthiness,
    Claim,
    ClaimType,
    Evidence,
    Highlight,
    Modality,
    Polarity,
    Quantity,
    Reason,
    ReasonCode,
    Run,
    Span,
    Summary,
    Support,
    SupportLabel,
    Usage,
    Voice,
)

MARKUP = (
    *samples.HOSTILE,
    "&amp;",
    "<!--",
    "*a* _b_ ~c~",
    "1. one",
    "- two",
    "# three",
    "> four",
    "www.evil.example",
    "a@evil.example",
    "\r\n",
    "\n\n",
    "\n \n",
    "\x85",
    "\x9b",
    "\u202e",
    "\ufeff",
    "😀",
    "e\u0301",
)
texts = st.lists(st.text(max_size=12) | st.sampled_from(MARKUP), max_size=4).map("".join)
ids = texts.map("h".__add__)
maybe = st.none() | texts
urls = st.sampled_from(
    [
        None,
        "javascript:alert(1)",
        "https://[",
        "https://courier.example/a b",
        'https://courier.example/"><img src=x>',
        "https://courier.example/a_(b)?c=<d>|e&copy;=1",
        "http://courier.example/",
    ]
)
quantities = st.builds(Quantity, text=texts, value=st.floats(), high=st.none() | st.floats())
supports = st.builds(
    Support,
    label=st.sampled_from(get_args(SupportLabel)),
    score=st.floats(0, 1),
    reasons=st.lists(
        st.builds(Reason, code=st.sampled_from(get_args(ReasonCode)), detail=texts), max_size=2
    ).map(tuple),
)


@st.composite
def evidence(draw: st.DrawFn, text: str) -> tuple[Evidence, ...]:
    """Return up to three slices of `text` that may nest, overlap and cross those of other items."""
    found = []
    for _ in range(draw(st.integers(0, 3))):
        start = draw(st.integers(0, len(text)))
        end = draw(st.integers(start, len(text)))
        found.append(Evidence(start=start, end=end, quote=text[start:end]))
    return tuple(found)


@st.composite
def claims(draw: st.DrawFn, text: str) -> Claim:
    """Return a claim on `text`."""
    return Claim(
        id=draw(ids),
        text=draw(texts),
        type=draw(st.sampled_from(get_args(ClaimType))),
        speaker=draw(maybe),
        reporting_verb=draw(maybe),
        voice=draw(st.sampled_from(get_args(Voice))),
        polarity=draw(st.sampled_from(get_args(Polarity))),
        modality=draw(st.sampled_from(get_args(Modality))),
        quantities=tuple(draw(st.lists(quantities, max_size=2))),
        entities=(),
        time=draw(maybe),
        place=draw(maybe),
        checkworthiness=draw(st.sampled_from(get_args(Checkworthiness))),
        evidence=draw(evidence(text)),
        support=draw(supports),
    )


@st.composite
def summaries(draw: st.DrawFn) -> Summary:
    """Return a summary; only its offsets make sense."""
    text = draw(st.lists(texts, min_size=1, max_size=5).map("\n\n".join))
    highlights = st.builds(Highlight, id=ids, text=texts, evidence=evidence(text), support=supports)
    return Summary(
        article=Article(
            url=draw(urls),
            title=draw(maybe),
            authors=tuple(draw(st.lists(texts, max_size=2))),
            published=draw(maybe),
            site=draw(maybe),
            language=draw(st.sampled_from([None, "en", "ar", "zh", '"><b>'])),
            text=text,
            sentences=(Span(start=0, end=len(text)),),
            publisher_highlights=tuple(draw(st.lists(texts, max_size=2))),
        ),
        highlights=tuple(draw(st.lists(highlights, max_size=4))),
        claims=tuple(draw(st.lists(claims(text), max_size=4))),
        run=Run(
            engine=draw(st.sampled_from(["llm", "extractive", "verify"])),
            model=draw(maybe),
            prompt=draw(maybe),
            prompt_sha256=draw(maybe),
            usage=Usage(requests=draw(st.integers(0, 3)), input_tokens=10, output_tokens=3),
            duration_s=draw(st.floats(0, 1000)),
            cached=draw(st.booleans()),
            warnings=tuple(draw(st.lists(texts, max_size=2))),
        ),
    )


def given_any_summary(test: Callable[[Summary], None]) -> Callable[[], None]:
    """Run `test` on arbitrary summaries, however slow the machine is."""
    patient = settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    return patient(given(summaries())(test))
