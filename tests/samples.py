"""A summary with everything a form has to cope with, over an article of our own invention."""

from summarizer.schema import (
    Article,
    Claim,
    Evidence,
    Highlight,
    Quantity,
    Reason,
    Run,
    Span,
    Summary,
    Support,
    Usage,
)

PARAGRAPHS = (
    (
        "The harbour town of Velden will close its old swing bridge to lorries from 1 September, the council "
        "decided on Tuesday night. The vote was 14 to 9."
    ),
    (
        "Engineers found cracks in 3 of the bridge's 12 girders in May. “We are not gambling with a bridge "
        "that 4,200 people cross every day,” said Ada Brandt, the mayor. Repairs may cost 2.6 million euros."
    ),
    (
        "Hauliers object. Jonas Ek, who runs a fish depot on the east quay, said the detour of 19 kilometres "
        "would add about 40 minutes to each trip. The council has not promised him any money."
    ),
    "If the state pays half, work could begin in March & end before the <autumn> storms.",
)
TEXT = "\n\n".join(PARAGRAPHS)
SENTENCES = (
    (
        "The harbour town of Velden will close its old swing bridge to lorries from 1 September, the council "
        "decided on Tuesday night."
    ),
    "The vote was 14 to 9.",
    "Engineers found cracks in 3 of the bridge's 12 girders in May.",
    "“We are not gambling with a bridge that 4,200 people cross every day,” said Ada Brandt, the mayor.",
    "Repairs may cost 2.6 million euros.",
    "Hauliers object.",
    (
        "Jonas Ek, who runs a fish depot on the east quay, said the detour of 19 kilometres would add about "
        "40 minutes to each trip."
    ),
    "The council has not promised him any money.",
    "If the state pays half, work could begin in March & end before the <autumn> storms.",
)
SUPPORTED = Support(label="supported", score=0.97)


def evidence(quote: str, text: str = TEXT) -> Evidence:
    """Return the evidence that `quote` is where it first stands in `text`."""
    start = text.index(quote)
    return Evidence(start=start, end=start + len(quote), quote=quote)


def article() -> Article:
    """Return the invented article."""
    spans = (evidence(sentence) for sentence in SENTENCES)
    return Article(
        url="https://courier.example/velden/bridge?id=7&from=home",
        title="Velden shuts its bridge to lorries",
        authors=("Mina Sole", "R. T. Okafor"),
        published="2026-06-09",
        site="The Velden Courier",
        language="en",
        text=TEXT,
        sentences=tuple(Span(start=span.start, end=span.end) for span in spans),
        publisher_highlights=("Bridge closed to lorries", "Hauliers <b>angry</b>"),
    )


def highlights() -> tuple[Highlight, ...]:
    """Return two supported highlights, a partial and an unsupported one."""
    return (
        Highlight(
            id="h1",
            text="Velden's council voted 14 to 9 to close the old swing bridge to lorries from 1 September.",
            evidence=(evidence(SENTENCES[0]), evidence(SENTENCES[1])),
            support=SUPPORTED,
        ),
        Highlight(
            id="h2",
            text="Engineers found cracks in three of the bridge's 12 girders in May.",
            evidence=(evidence(SENTENCES[2]),),
            support=SUPPORTED,
        ),
        Highlight(
            id="h3",
            text="Repairs will cost 2.9 million euros.",
            evidence=(evidence(SENTENCES[4]),),
            support=Support(
                label="partial",
                score=0.48,
                reasons=(
                    Reason(code="number_missing", detail="2.9 million euros"),
                    Reason(code="modality_changed", detail="will (article: may)"),
                ),
            ),
        ),
        Highlight(
            id="h4",
            text="The ferry company welcomed the decision.",
            evidence=(),
            support=Support(
                label="unsupported", score=0.04, reasons=(Reason(code="no_evidence", detail=""),)
            ),
        ),
    )


def claims() -> tuple[Claim, ...]:
    """Return claims whose evidence nests in, overlaps and crosses that of others."""
    return (
        Claim(
            id="c1",
            text="Ada Brandt said Velden is not gambling with a bridge that 4,200 people cross every day.",
            type="opinion",
            speaker="Ada Brandt",
            reporting_verb="said",
            voice="quotes",
            polarity="negative",
            modality="asserted",
            quantities=(Quantity(text="4,200 people", value=4200, unit="people"),),
            entities=("Ada Brandt", "Velden"),
            time="every day",
            place="Velden",
            checkworthiness="minor",
            evidence=(evidence(SENTENCES[3]),),
            support=SUPPORTED,
        ),
        Claim(
            id="c2",
            text="4,200 people cross the bridge in Velden every day.",
            type="quantity",
            speaker="Ada Brandt",
            reporting_verb="said",
            voice="paraphrases",
            polarity="affirmative",
            modality="asserted",
            quantities=(Quantity(text="4,200 people", value=4200, unit="people"),),
            entities=("Velden",),
            time="every day",
            place="Velden",
            checkworthiness="check_worthy",
            evidence=(evidence("a bridge that 4,200 people cross every day,” said Ada Brandt"),),
            support=SUPPORTED,
        ),
        Claim(
            id="c3",
            text="The repairs to the bridge in Velden may cost 2.6 million euros.",
            type="prediction",
            speaker=None,
            reporting_verb=None,
            voice="asserts",
            polarity="affirmative",
            modality="hedged",
            quantities=(Quantity(text="2.6 million euros", value=2.6e6, unit="EUR"),),
            entities=("Velden",),
            time=None,
            place=None,
            checkworthiness="check_worthy",
            evidence=(evidence("said Ada Brandt, the mayor. Repairs may cost 2.6 million euros."),),
            support=SUPPORTED,
        ),
        Claim(
            id="c4",
            text="The council has promised Jonas Ek money.",
            type="event",
            speaker=None,
            reporting_verb=None,
            voice="asserts",
            polarity="affirmative",
            modality="asserted",
            quantities=(),
            entities=("Jonas Ek",),
            time=None,
            place=None,
            checkworthiness="check_worthy",
            evidence=(evidence(SENTENCES[7]),),
            support=Support(
                label="unsupported",
                score=0.2,
                reasons=(Reason(code="negation_dropped", detail="(article: not)"),),
            ),
        ),
    )


def summary() -> Summary:
    """Return the summary that a language model made of the article."""
    return Summary(
        article=article(),
        highlights=highlights(),
        claims=claims(),
        run=Run(
            engine="llm",
            model="gpt-5-mini",
            prompt="default",
            prompt_sha256="4be1c0ffee" + "0" * 54,
            usage=Usage(requests=2, input_tokens=2310, output_tokens=640),
            duration_s=4.25,
            warnings=("One claim pointed to sentence 31, which does not exist; it was left out.",),
        ),
    )


HOSTILE = (
    "</script></style><img src=x onerror=\"window.hacked=1\"><svg onload='window.hacked=1'>",
    "<!channel> <@U012ABCDE> <https://evil.example|click> @here #general https://evil.example",
    "![image](https://evil.example/x.png) [link](javascript:alert(1)) <b>bold</b> # no heading",
    "\x1b[31mred\x1b[0m \x9b2J \u202egnihton\u202c {{ 7*7 }} {% raw %} `code` | a | b |",
    "'; --><!--<script>window.hacked=1</script> ]]> &lt;b&gt; \u2028 \x00 \"quoted\" 'single'",
)


def hostile() -> Summary:
    """Return a summary with something hostile in every field that is text."""
    script, mention, link, control, comment = HOSTILE
    text = "\n\n".join(HOSTILE)
    whole = Evidence(start=0, end=len(text), quote=text)
    reason = Reason(code="quote_altered", detail=script)
    doubt = Support(label="partial", score=0.5, reasons=(reason,))
    return Summary(
        article=Article(
            url="javascript:window.hacked=1",
            title=script,
            authors=(link, mention),
            published=script,
            site=comment,
            language='en" onmouseover="window.hacked=1',
            text=text,
            sentences=(Span(start=0, end=len(text)),),
            publisher_highlights=HOSTILE,
        ),
        highlights=tuple(
            Highlight(
                id=f"h{n}{script}", text=words, evidence=(whole,), support=SUPPORTED if n % 2 else doubt
            )
            for n, words in enumerate(HOSTILE)
        ),
        claims=tuple(
            claim.model_copy(
                update={
                    "text": words,
                    "speaker": script,
                    "reporting_verb": link,
                    "time": control,
                    "place": mention,
                    "quantities": (Quantity(text=comment, value=1),),
                    "evidence": (evidence(words, text),),
                }
            )
            for claim, words in zip(claims(), HOSTILE, strict=False)
        ),
        run=Run(engine="llm", model=script, prompt=link, prompt_sha256=mention, warnings=HOSTILE),
    )


def arabic() -> Summary:
    """Return a summary of an article that is read from right to left."""
    first = "أغلقت بلدية وادي النخيل الجسر القديم أمام الشاحنات يوم الثلاثاء."
    second = "وقال رئيس البلدية سامر حداد إن الترميم قد يكلف 2.6 مليون دينار."
    text = f"{first} {second}"
    return Summary(
        article=Article(
            title="وادي النخيل تغلق جسرها",
            language="ar",
            text=text,
            sentences=tuple(
                Span(start=span.start, end=span.end)
                for span in (evidence(first, text), evidence(second, text))
            ),
        ),
        highlights=(
            Highlight(
                id="h1",
                text="بلدية وادي النخيل تغلق الجسر القديم أمام الشاحنات.",
                evidence=(evidence(first, text),),
                support=SUPPORTED,
            ),
        ),
        claims=(),
        run=Run(engine="extractive"),
    )
