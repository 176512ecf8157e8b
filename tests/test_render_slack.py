"""Slack messages: within every limit, and unable to call anybody."""

import json
import re
from typing import Any

import arbitrary_summaries
import pytest
import samples

from summarizer.render import render
from summarizer.render.slack import slack_messages
from summarizer.render.slack_blocks import escape
from summarizer.schema import Reason, Summary, Support

# Slack's own limits, and the total that is known to be accepted.
BLOCKS, SECTION, HEADER, ELEMENTS, TEXT, TOTAL = 50, 3_000, 150, 10, 4_000, 9_500


def texts(block: dict[str, Any]) -> list[dict[str, Any]]:
    return [block["text"]] if "text" in block else block.get("elements", [])


def assert_within_limits(messages: list[dict[str, Any]]) -> None:
    for message in messages:
        assert set(message) == {"text", "blocks"}
        assert 0 < len(message["text"]) <= TEXT
        assert 0 < len(message["blocks"]) <= BLOCKS
        assert len(json.dumps(message["blocks"], ensure_ascii=False)) <= TOTAL
        for block in message["blocks"]:
            assert len(block.get("elements", [])) <= ELEMENTS
            for text in texts(block):
                assert 0 < len(text["text"]) <= (HEADER if block["type"] == "header" else SECTION)


@arbitrary_summaries.given_any_summary
def test_messages_obey_the_limits(summary: Summary) -> None:
    assert_within_limits(json.loads(render(summary, "slack")))


def huge(character: str) -> Summary:
    """Return a summary of 300 items, each with 20 reasons, and every text of it far too long."""
    long = f"{character * 4_000} {character * 4_000}"
    summary = samples.summary()
    doubt = Support(label="partial", score=0.5, reasons=(Reason(code="name_missing", detail=long),) * 20)
    return summary.model_copy(
        update={
            "article": summary.article.model_copy(update={"title": long, "site": long, "authors": (long,)}),
            "highlights": tuple(
                highlight.model_copy(update={"id": f"h{n}", "text": f"{n} {long}", "support": support})
                for n in range(50)
                for highlight in summary.highlights[:2]
                for support in (highlight.support, doubt)
            ),
            "claims": tuple(
                claim.model_copy(update={"text": f"{n} {long}", "speaker": long, "time": long})
                for n in range(25)
                for claim in summary.claims
            ),
            "run": summary.run.model_copy(update={"model": long, "warnings": (long,) * 60}),
        }
    )


@pytest.mark.parametrize("character", ["x", "&", "字", "😀", "\x1b", '"', "\\"])
def test_a_huge_summary_overflows_into_further_messages(character: str) -> None:
    messages = slack_messages(huge(character))
    assert_within_limits(messages)
    if character != "\x1b":
        shown = "\n".join(
            text["text"] for message in messages for block in message["blocks"] for text in texts(block)
        )
        assert shown.count("\n• ") == 300


def test_further_messages_say_what_they_continue() -> None:
    messages = slack_messages(huge("x"))
    title = "x" * 149 + "…"
    assert messages[0]["text"].startswith(f"{title}\n• 0 xxx")
    assert messages[1]["text"] == f"{title} (2 of {len(messages)})"


@arbitrary_summaries.given_any_summary
def test_nothing_but_the_articles_own_address_is_a_link_or_a_mention(summary: Summary) -> None:
    for message in json.loads(render(summary, "slack")):
        for text in [message, *(text for block in message["blocks"] for text in texts(block))]:
            for found in re.findall("<[^>]*>?", text["text"]):
                assert found == f"<{escape(summary.article.url or '')}|Open the article>"
            assert not re.search("&(?!(?:amp|lt|gt);)", text["text"])
            assert text.get("type") != "mrkdwn" or text["verbatim"] is True


@pytest.mark.parametrize(
    ("url", "linked"),
    [
        ("https://courier.example/a?b=1&c=2", "<https://courier.example/a?b=1&amp;c=2|Open the article>"),
        ("https://courier.example/a|b", None),
        ("https://courier.example/a>b", None),
        ("javascript:alert(1)", None),
        ("https://courier.example/" + "a" * 3_000, None),
    ],
)
def test_the_article_is_linked_only_by_an_address_that_cannot_break_the_link(
    url: str, linked: str | None
) -> None:
    article = samples.article().model_copy(
        update={"url": url, "site": None, "published": None, "authors": ()}
    )
    (message,) = slack_messages(samples.summary().model_copy(update={"article": article}))
    about = message["blocks"][1]
    assert (about["elements"][0]["text"] if about["type"] == "context" else None) == linked


def test_exactly_the_three_special_characters_are_escaped() -> None:
    assert escape("<!channel> R&D *b* @here &amp;\n\x1b") == "&lt;!channel&gt; R&amp;D *b* @here &amp;amp;"


def test_doubtful_items_stand_below_a_divider_with_their_reasons() -> None:
    (message,) = slack_messages(samples.summary())
    kinds = [block["type"] for block in message["blocks"]]
    assert kinds == ["header", "context", "section", "section", "divider", "section", *["context"] * 3]
    doubtful = message["blocks"][5]["text"]["text"]
    assert doubtful.startswith(
        ":warning: *Check before use*\n"
        "• Repairs will cost 2.9 million euros.\n"
        "   Only partly supported by the article.\n"
        "   – The passage it rests on does not give this number: “2.9 million euros”.\n"
    )
    assert "Repairs will cost" not in message["text"]


def test_reasons_left_out_are_counted() -> None:
    assert "– and 15 more reasons" in json.dumps(slack_messages(huge("x")), ensure_ascii=False)
