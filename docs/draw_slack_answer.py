# ruff: noqa: INP001 - a program beside what it draws, no package
"""Draw what the Slack bot answers, from the very blocks it would post: `python docs/draw_slack_answer.py`.

Writes slack-answer.json, the blocks, and slack-answer.png, a picture of them; needs Debian's chromium.
The answer is a model's, replayed from its recording, so that every run gives the same. Slack itself has
no part in it: the look is an imitation in our own CSS.
"""

import json
import os
import re
import shutil
import sys
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from summarizer import summarize
from summarizer.errors import EvalError
from summarizer.evals.replay import exchanges
from summarizer.evals.runner import cassette_of, suite_settings
from summarizer.evals.suite import Suite, load_suite
from summarizer.schema import Summary
from summarizer.slack.answer import answer
from summarizer.slack.dialogs import items_view
from summarizer.slack.jobs import Job, Place

HERE = Path(__file__).parent
SUITE = HERE.parent / "eval" / "suites" / "llm-replay.toml"
ARTICLE = "ip03-chip-fab-delay"
BLOCKS, PICTURE, TEMPLATE = HERE / "slack-answer.json", HERE / "slack-answer.png", "slack-answer.html.j2"
DURATION_S = 21.4  # a replay takes no time
WIDTH = 1200
# Who is mentioned in what is drawn, and the emoji that the bot uses.
BOT = "U0SUMMARIZER"
NAMES = {BOT: "summarizer"}
EMOJI = {
    "arrows_counterclockwise": "🔄",
    "hourglass": "⌛",
    "hourglass_flowing_sand": "⏳",
    "warning": "⚠️",
    "x": "❌",
}
DRAWN = {"actions", "context", "divider", "header", "section"}
# Slack's mrkdwn: https://docs.slack.dev/messaging/formatting-message-text
_MARKS = re.compile(
    r"<(?P<target>[^<>|\n]+)(?:\|(?P<label>[^<>\n]*))?>"
    r"|`(?P<code>[^`\n]+)`"
    r"|:(?P<emoji>[a-z0-9_+-]+):"
    r"|(?<![\w*])\*(?P<b>[^\s*](?:[^*\n]*[^\s*])?)\*(?![\w*])"
    r"|(?<!\w)_(?P<i>[^\s_](?:[^_\n]*[^\s_])?)_(?!\w)"
    r"|(?<![\w~])~(?P<s>[^\s~](?:[^~\n]*[^\s~])?)~(?![\w~])"
)


def recorded_summary() -> Summary:
    """Return what the program makes of the article when the recorded model answers.

    Raises ModelError or EvalError when a request is no longer the recorded one.
    """
    suite = load_suite(str(SUITE))
    if not isinstance(suite, Suite):
        raise TypeError(f"{SUITE} holds no recorded answers.")
    with exchanges(cassette_of(suite, ARTICLE), "replay") as wire:
        made = summarize(suite.gold_folder / "articles" / f"{ARTICLE}.html", suite_settings(suite))
    if wire.missed:  # of the repair round, whose failure the engine forgives
        raise EvalError(f"Record {ARTICLE} anew: `summarizer eval run llm-replay --record --only {ARTICLE}`.")
    return made.model_copy(update={"run": made.run.model_copy(update={"duration_s": DURATION_S})})


def shown() -> dict[str, Any]:
    """Return the link asked about, the messages that answer it in a thread, and the evidence dialog."""
    summary = recorded_summary()
    url = summary.article.url or ""
    place = Place(channel="C0NEWSROOM", thread="1767000000.000100")
    job = Job(key="j1", team="T1", user="U0EDITOR", place=place, url=url, highlights=5)
    return {
        "url": url,
        "messages": answer(summary, "a1", job),
        "dialog": items_view(summary, "a1", "evidence"),
    }


def page(what: dict[str, Any]) -> str:
    """Return `what` was shown as a page of HTML that loads nothing and runs nothing."""
    blocks = [block for part in (*what["messages"], what["dialog"]) for block in part["blocks"]]
    if unknown := {block["type"] for block in blocks} - DRAWN:
        raise NotImplementedError(f"Teach {TEMPLATE} to draw {', '.join(sorted(unknown))}.")
    environment = Environment(
        loader=FileSystemLoader(HERE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["mrkdwn"] = mrkdwn
    request = f"<@{BOT}> <{what['url']}>"
    return environment.get_template(TEMPLATE).render(**what, request=request, width=WIDTH)


def mrkdwn(text: str) -> Markup:
    """Return mrkdwn as HTML: lines that begin with ">" as quotes, the others as they are."""
    parts = []
    for quoted, lines in groupby(text.split("\n"), key=lambda line: line.startswith(">")):
        form = Markup("<blockquote>{}</blockquote>") if quoted else Markup("<p>{}</p>")
        parts.append(form.format(Markup("\n").join(_marked(line[quoted:]) for line in lines)))
    return Markup().join(parts)


def _marked(text: str) -> Markup:
    return Markup().join(_pieces(text))


def _pieces(text: str) -> Iterator[Markup]:
    end = 0
    for found in _MARKS.finditer(text):
        yield _plain(text[end : found.start()])
        yield _mark(found)
        end = found.end()
    yield _plain(text[end:])


def _mark(found: re.Match[str]) -> Markup:
    kind, inside = next((name, held) for name, held in found.groupdict().items() if held is not None)
    if kind == "emoji":
        return escape(EMOJI.get(inside, found.group()))
    if kind == "code":
        return Markup("<code>{}</code>").format(_plain(inside))
    if kind == "target" and inside.startswith("@"):
        return Markup('<span class="mention">@{}</span>').format(NAMES.get(inside[1:], inside[1:]))
    if kind == "target":
        return Markup('<a href="{}">{}</a>').format(_plain(inside), _plain(found["label"] or inside))
    return Markup("<{0}>{1}</{0}>").format(Markup(kind), _marked(inside))  # noqa: S704 - b, i or s


def _plain(text: str) -> Markup:
    """Return text in HTML's escapes instead of Slack's, which are three of them."""
    for char, name in (("<", "&lt;"), (">", "&gt;"), ("&", "&amp;")):
        text = text.replace(name, char)
    return escape(text)


def draw(html: str, file: Path) -> None:
    """Write a picture of the whole page to `file`."""
    from playwright.sync_api import sync_playwright

    executable = shutil.which("chromium")
    if executable is None:
        sys.exit("No chromium in PATH; on Debian: apt-get install chromium fonts-lato fonts-noto-color-emoji")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox"])
        tab = browser.new_page(viewport={"width": WIDTH, "height": 100})
        tab.set_content(html)
        tab.screenshot(path=file, full_page=True)
        browser.close()


def main() -> None:
    """Write the blocks and their picture."""
    os.environ["SUMMARIZER_CONFIG"] = os.devnull  # nothing of the machine's own settings
    what = shown()
    draw(page(what), PICTURE)
    BLOCKS.write_text(json.dumps(what, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
