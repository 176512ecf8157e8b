"""What the bot says: the answer with its buttons, and the short messages before it and instead of it.

Titles, items and reasons come from articles and models, and are escaped; links are made of
addresses that were checked to be one.
"""

from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

from summarizer.config import MOST_HIGHLIGHTS
from summarizer.errors import ConfigError, SummarizerError
from summarizer.pipeline import NO_MODEL_CONFIGURED
from summarizer.render import slack_blocks, wording
from summarizer.render.slack import notification
from summarizer.render.slack_blocks import (
    HEADER_LIMIT,
    ITEM_LIMIT,
    QUOTE_LIMIT,
    Block,
    Message,
    button,
    context,
    cut,
    entry,
    section,
)
from summarizer.schema import Run, Summary
from summarizer.slack.jobs import Job, revised

PRIVATE_PARTS = 3  # a response_url is good for five: a line before, and one try again
MOST_NAMED = 5
UNINVITED = frozenset({"not_in_channel", "channel_not_found"})
MORE_THAN_PRIVATE = "_There is more than a private answer holds: Share to channel shows all of it._"


def usage(name: str) -> str:
    """Return how to ask the bot of that name."""
    return (
        "Give me a link to a news article, and I answer with its highlights, each checked against the "
        "article's own words.\n"
        f"• Mention me in a channel I am in, or write to me: `@{cut(name, QUOTE_LIMIT)} https://…`; with `3` "
        f"behind the link I give three highlights, {MOST_HIGHLIGHTS} at most.\n"
        "• `/summarize https://… 3` answers you alone; you may share it then.\n"
        "• “Summarize this link” in the menu of a message answers in its thread."
    )


def number_allowed(given: int) -> str:
    """Return which number of highlights may be asked for, and how many are `given` where none was."""
    return (
        f"Beside the link I understand one number alone, from 1 to {MOST_HIGHLIGHTS}: how many highlights to "
        f"give. This time I take {given}."
    )


def invite(channel: str, code: str) -> str:
    """Return what to do where the bot may not write; `code` is Slack's own."""
    advice = " Invite me there with /invite, then ask again." if code in UNINVITED else ""
    return f"I may not write in <#{channel}> ({code}).{advice}"


def counted(number: int, noun: str) -> str:
    """Return "1 link", "2 links"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def named_links(urls: Sequence[str]) -> str:
    """Return the first few links, and how many more there are."""
    more = [f"{len(urls) - MOST_NAMED} more"] if len(urls) > MOST_NAMED else []
    return ", ".join([*map(named_link, urls[:MOST_NAMED]), *more])


def plain(text: str) -> Message:
    """Return a message of one paragraph; `text` is mrkdwn, escaped where it is not ours."""
    return {"text": text, "blocks": [section(text)]}


def named_link(url: str) -> str:
    """Return a link that shows its host, whatever the address is."""
    host = cut(host_of(url), QUOTE_LIMIT) or "the link"
    return slack_blocks.link(url, host) or host


def host_of(url: str) -> str:
    """Return the host of an address, or the empty string."""
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def holding(url: str, position: int = 0, *, revising: bool = False) -> str:
    """Return what stands in a channel until the answer does; `position` in the queue is 0 at its head."""
    if position:
        return f":hourglass: Busy, position {position}. Then I read {named_link(url)}."
    return f":hourglass_flowing_sand: {'Going over' if revising else 'Reading'} {named_link(url)} …"


def restarting(url: str) -> str:
    """Return what stands in a channel while no bot is there to answer."""
    return f":arrows_counterclockwise: I am being restarted. {named_link(url)} is answered when I am back."


def failed(url: str, err: SummarizerError) -> Message:
    """Return what stands in the place of an answer when there is none, and what to do next."""
    reason = str(err)
    if "--allow-private-hosts" in reason:  # it names an address inside that network
        reason = "The address is inside a private or special network, and I read the open web alone."
    elif "pass the file" in reason:
        reason += " (Files are read on the command line, not here.)"
    if isinstance(err, ConfigError):
        reason = "I am not set up rightly. Whoever runs me finds the reason in my log."
    return plain(f":x: No highlights of {named_link(url)}: {cut(reason, ITEM_LIMIT)}")


def answer(
    summary: Summary, answer_id: str, job: Job, *, note: str | None = None, shared_by: str | None = None
) -> list[Message]:
    """Return the messages that answer `job`, in order.

    `note`, ours, stands in the place of the buttons; `shared_by` is the user who made it public.
    """
    private = job.place.private
    title = cut(wording.title(summary.article), HEADER_LIMIT)
    end = [context(note)] if note else [_buttons(summary, answer_id, job)]
    end += _footer(summary.run)
    end += [context(f"Shared by <@{shared_by}>")] if shared_by else []
    made = slack_blocks.messages(title, notification(summary), [*_body(summary), *end])
    if private and len(made) > PRIVATE_PARTS:
        last = {**made[PRIVATE_PARTS - 1], "blocks": [section(MORE_THAN_PRIVATE), *end]}
        made = [*made[: PRIVATE_PARTS - 1], last]
    return made


def _body(summary: Summary) -> Iterator[Block]:
    article = summary.article
    title = cut(wording.title(article), HEADER_LIMIT)
    yield section(f"*{slack_blocks.link(article.url, title) or title}*")
    items = wording.arrange(summary)
    doubtful = [item for item in summary.highlights if item.support.label != "supported"]
    counted = f"{len(items.highlights)} supported by the article"
    counted += f", {len(doubtful)} to check" if doubtful else ""
    yield context(" · ".join([*(cut(part, QUOTE_LIMIT) for part in wording.source(article)), counted]))
    for item in items.highlights:
        yield section(entry(item, quoted=False))
    if not items.highlights:
        yield section(wording.NO_HIGHLIGHT)
    if doubtful:
        yield {"type": "divider"}
        yield section(f":warning: *{wording.DOUBTFUL}*")
    for item in doubtful:
        yield section(entry(item))


def _buttons(summary: Summary, answer_id: str, job: Job) -> Block:
    labels = {
        "claims": _claims_label(summary) if summary.claims else None,
        "evidence": "Evidence",
        "shorter": "Shorter" if revised(job.highlights, "shorter") < job.highlights else None,
        "longer": "Longer" if revised(job.highlights, "longer") > job.highlights else None,
        "share": "Share to channel" if job.place.private else None,
        "wrong": "Wrong?",
    }
    made = [button(label, action, answer_id) for action, label in labels.items() if label]
    return {"type": "actions", "elements": made}


def _claims_label(summary: Summary) -> str:
    doubtful = sum(claim.support.label != "supported" for claim in summary.claims)
    to_check = f", {doubtful} to check" if doubtful else ""
    return f"Claims ({len(summary.claims)}{to_check})"


def _footer(run: Run) -> list[Block]:
    llm = run.engine == "llm"
    parts = [
        "AI-generated, check before use" if llm else "extracts, no model used",
        f"LLM engine, {run.model}" if llm else f"{run.engine} engine",
        f"{run.duration_s:.1f} s" if run.duration_s else "",
    ]
    warnings = [f"Warning: {text}" for text in run.warnings if text != NO_MODEL_CONFIGURED]  # it is said
    return [context(cut(line, ITEM_LIMIT)) for line in (" · ".join(filter(None, parts)), *warnings)]
