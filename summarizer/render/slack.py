"""Slack messages in Block Kit, within Slack's limits, that no article can turn into mentions or links."""

from collections.abc import Iterator

from summarizer.render import slack_blocks, wording
from summarizer.render.json_contract import dump_json
from summarizer.render.slack_blocks import (
    HEADER_LIMIT,
    ITEM_LIMIT,
    QUOTE_LIMIT,
    TEXT_LIMIT,
    Block,
    Message,
    context,
    cut,
    entry,
    joined,
    section,
    sections,
)
from summarizer.schema import Summary


def render_slack(summary: Summary) -> str:
    """Return the messages to post, in order, as a JSON list of `{"text": …, "blocks": […]}`."""
    return dump_json(slack_messages(summary), indent=2)


def slack_messages(summary: Summary) -> list[Message]:
    """Return the messages to post, in order; the first one begins with the title.

    `text` is what notifications and screen readers get: the title, at first with the highlights.
    """
    title = cut(wording.title(summary.article), HEADER_LIMIT)
    return slack_blocks.messages(title, notification(summary), _blocks(summary))


def notification(summary: Summary) -> str:
    """Return the title and the highlights that hold, as far as a notification takes them; escaped."""
    title = cut(wording.title(summary.article), HEADER_LIMIT)
    bullets = [f"• {cut(item.text, ITEM_LIMIT)}" for item in wording.arrange(summary).highlights]
    return joined([title, *bullets], TEXT_LIMIT)[0]


def _blocks(summary: Summary) -> Iterator[Block]:
    yield from _heading(summary)
    items = wording.arrange(summary)
    yield from sections([f"*{wording.HIGHLIGHTS}*", *map(entry, items.highlights)])
    if not items.highlights:
        yield section(wording.NO_HIGHLIGHT)
    if items.claims:
        yield from sections([f"*{wording.CLAIMS}*", *map(entry, items.claims)])
    if items.doubtful:
        yield {"type": "divider"}
        yield from sections([f":warning: *{wording.DOUBTFUL}*", *map(entry, items.doubtful)])
    yield from _footer(summary)


def _heading(summary: Summary) -> Iterator[Block]:
    article = summary.article
    title = cut(wording.title(article), HEADER_LIMIT)
    yield {"type": "header", "text": {"type": "plain_text", "text": title, "emoji": False}}
    about = [cut(part, QUOTE_LIMIT) for part in wording.source(article)]
    about += filter(None, [slack_blocks.link(article.url, "Open the article")])
    if about:
        yield context(" · ".join(about))


def _footer(summary: Summary) -> Iterator[Block]:
    run = summary.run
    lines = [
        wording.colophon(run),
        wording.figures(run) or "",
        *(f"Warning: {text}" for text in run.warnings),
    ]
    for line in filter(None, lines):
        yield context(cut(line, ITEM_LIMIT))
