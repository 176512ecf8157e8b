"""The picture of a Slack answer in docs/: drawn from the blocks that the bot makes today."""

import json
import os
import runpy
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, sync_playwright

DOCS = Path(__file__).parent.parent / "docs"
BLOCKS = DOCS / "slack-answer.json"
STALE = "The picture is out of date: run `python docs/draw_slack_answer.py`, look at docs/slack-answer.png, commit both."
# What is wider than its place, or out of the page to the right.
CUT_OFF = """() => [...document.querySelectorAll("body *")]
  .filter((e) => e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).display !== "inline"
    || e.getBoundingClientRect().right > document.documentElement.clientWidth)
  .map((e) => e.outerHTML.slice(0, 80))"""


@pytest.fixture(scope="module")
def program() -> dict[str, Any]:
    """Give the names of the program that draws."""
    return runpy.run_path(str(DOCS / "draw_slack_answer.py"))


@pytest.fixture(scope="module")
def drawn() -> dict[str, Any]:
    what: dict[str, Any] = json.loads(BLOCKS.read_text(encoding="utf-8"))
    return what


def test_the_blocks_drawn_are_those_the_bot_makes_today(
    program: dict[str, Any], drawn: dict[str, Any]
) -> None:
    assert drawn == program["shown"](), STALE


def test_what_was_drawn_has_buttons_and_evidence(drawn: dict[str, Any]) -> None:
    assert "actions" in [block["type"] for block in drawn["messages"][-1]["blocks"]]
    assert any(block["text"]["text"].startswith(">") for block in drawn["dialog"]["blocks"])


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("*bold* _italic_ ~gone~ `code`", "<p><b>bold</b> <i>italic</i> <s>gone</s> <code>code</code></p>"),
        ("2*3*4 snake_case_name a~b", "<p>2*3*4 snake_case_name a~b</p>"),
        ("• one\n>said &lt;so&gt;\n>twice", "<p>• one</p><blockquote>said &lt;so&gt;\ntwice</blockquote>"),
        ("*<https://a.example/x_y_z|Day &amp; night>*", '<p><b><a href="https://a.example/x_y_z">Day &amp; night</a></b></p>'),
        (":warning: <@U0SUMMARIZER> :unknown:", '<p>⚠️ <span class="mention">@summarizer</span> :unknown:</p>'),
        ('"&lt;b onclick=x&gt;" & <i>', '<p>&#34;&lt;b onclick=x&gt;&#34; &amp; <a href="i">i</a></p>'),
    ],
)  # fmt: skip
def test_mrkdwn_is_drawn_as_slack_reads_it(program: dict[str, Any], text: str, html: str) -> None:
    assert str(program["mrkdwn"](text)) == html


@pytest.fixture(scope="module")
def tab() -> Iterator[Page]:
    executable = shutil.which("chromium")
    if executable is None:
        missing = "no chromium in PATH; on Debian: apt-get install chromium"
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(missing)
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox"])
        yield running.new_page(viewport={"width": 1200, "height": 100})
        running.close()


@pytest.mark.browser
def test_the_page_of_the_picture_loads_nothing_and_cuts_nothing_off(
    tab: Page, program: dict[str, Any], drawn: dict[str, Any], tmp_path: Path
) -> None:
    troubles: list[str] = []
    file = tmp_path / "answer.html"
    file.write_text(program["page"](drawn), encoding="utf-8")
    tab.on("console", lambda message: troubles.append(message.text))
    tab.on("pageerror", lambda error: troubles.append(str(error)))
    tab.on("request", lambda request: request.url == file.as_uri() or troubles.append(request.url))
    tab.goto(file.as_uri())
    assert tab.evaluate(CUT_OFF) == []
    assert tab.locator(".button").count() == 6
    assert troubles == []
