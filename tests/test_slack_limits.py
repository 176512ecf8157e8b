"""No article makes a mention, a link or a message of its own in Slack, and none is too large for it."""

import html
from pathlib import Path
from typing import Any

import pytest
import samples
from fake_slack import Message
from fake_slack_interactions import action, shortcut
from slack_bot import Running, buttons, running, shown
from slack_summaries import AtOnce, Failing, Paused

from summarizer.errors import FetchError
from summarizer.pipeline import Source
from summarizer.schema import Highlight, Reason, Summary, Support

PAGE = "https://courier.example/a"
HOSTILE = (
    "<!channel>", "<@U0ADMIN>", "<https://evil.example|click>", "&lt;!here&gt;", "<!subteam^S0DESK>", "<#C0NEWS>",
    "*bold* _it_ ~no~", "`code` ```more```", "<!date^1392734382^{date}^https://evil.example|now>", "https://evil.example",
    "\u202egnp.exe\u202c", "> quote\n\n• bullet",
)  # fmt: skip


def page(words: tuple[str, ...]) -> str:
    """Return the page of an article whose every text has these words in it."""
    said = " ".join(map(html.escape, words))
    paragraphs = "".join(
        f"<p>The council of Velden {verb} {html.escape(word)} on Tuesday, which {number * 100} people had asked "
        f"for since {2000 + number}. Its mayor called {html.escape(word)} a fair answer to a hard question.</p>"
        for number, (verb, word) in enumerate(zip(["dropped", "chose", "heard"] * 4, words, strict=True), 2)
    )
    return (
        f'<html lang="en"><head><title>{said}</title><meta property="og:title" content="{said}">'
        f'<meta property="og:site_name" content="{said}"><meta name="author" content="{said}"></head>'
        f"<body><article><h1>{said}</h1>{paragraphs}</article></body></html>"
    )


def large(characters: int = 1_000, label: Any = "partial") -> Summary:
    """Return a summary of 15 highlights of that length, each with reasons as long as itself."""
    reasons = (Reason(code="number_missing", detail="9 " * 400),) * 6
    highlights = tuple(
        Highlight(
            id=f"h{number}",
            text=f"Highlight {number:02} ".ljust(characters, "x"),
            evidence=(samples.evidence(samples.SENTENCES[0]),),
            support=Support(label=label, score=0.5, reasons=() if label == "supported" else reasons),
        )
        for number in range(15)
    )
    return samples.summary().model_copy(update={"highlights": highlights})


def made(summary: Summary) -> AtOnce:
    return AtOnce(lambda _: summary)


def links_and_mentions(bot: Running) -> set[tuple[str, str]]:
    """Return whom and what the bot would have called or linked to so far, without the labels."""
    return {(kind, target) for kind, target, *_ in bot.slack.notified}


def assert_each_is_shown_once(messages: list[Message]) -> None:
    words = "\n".join(shown(message) if message.blocks else message.text for message in messages)
    assert [words.count(f"Highlight {number:02}") for number in range(15)] == [1] * 15


def assert_slack_has_nothing_to_object(bot: Running) -> None:
    assert bot.slack.warnings == []
    assert bot.slack.rate_limited == 0
    assert [call for call in bot.slack.calls if call.answer != "ok"] == []


def test_no_page_calls_anybody_or_links_elsewhere(tmp_path: Path) -> None:
    with running(tmp_path) as bot:
        bot.pages.own["/hostile"] = page(HOSTILE)
        address = f"{bot.pages.url}/hostile"
        bot.ask(f"<{address}> 15")
        message = bot.answer()
        for number, dialog in enumerate(("claims", "evidence", "wrong"), 1):
            bot.press(dialog, message)
            bot.opened(number)
        assert links_and_mentions(bot) == {("link", address)}
        assert "&lt;!channel&gt;" in message.text
        assert "\u202e" not in shown(message)
        assert_slack_has_nothing_to_object(bot)


def test_no_model_calls_anybody_or_links_elsewhere(tmp_path: Path) -> None:
    with running(tmp_path, summarizes=made(samples.hostile())) as bot:
        bot.ask(f"<{PAGE}>")
        message = bot.answer()
        for number, dialog in enumerate(("claims", "evidence", "wrong"), 1):
            bot.press(dialog, message)
            bot.opened(number)
        assert links_and_mentions(bot) == {("link", PAGE)}  # of the placeholder
        assert_slack_has_nothing_to_object(bot)


def test_no_private_answer_calls_anybody_or_links_elsewhere(tmp_path: Path) -> None:
    with running(tmp_path, summarizes=made(samples.hostile())) as bot:
        bot.command(PAGE)
        bot.slack.wait_for(lambda: [m for m in bot.slack.ephemerals("C0NEWS") if buttons(m)])
        assert links_and_mentions(bot) == {("link", PAGE)}


def test_no_error_calls_anybody_or_links_elsewhere(tmp_path: Path) -> None:
    error = FetchError(f"The server says {' '.join(HOSTILE)}.")
    with running(tmp_path, summarizes=Failing(error)) as bot:
        bot.ask(f"<{PAGE}>")
        bot.settle()
        (message,) = bot.slack.messages("C0NEWS")
        assert "The server says &lt;!channel&gt; &lt;@U0ADMIN&gt;" in message.text
        assert links_and_mentions(bot) == {("link", PAGE)}
        assert_slack_has_nothing_to_object(bot)


def test_an_address_is_fetched_as_it_was_before_slack_escaped_it(tmp_path: Path) -> None:
    with running(tmp_path) as bot:
        bot.pages.own["/a?x=1&y=2"] = page(("nothing",) * 12)
        bot.ask(f"<@U0BOT> <{bot.pages.url}/a?x=1&amp;y=2|the article>")
        bot.answer()
        assert bot.pages.paths == ["/a?x=1&y=2"]
        assert links_and_mentions(bot) == {("link", f"{bot.pages.url}/a?x=1&y=2")}


def test_addresses_in_code_or_in_a_sentence_are_fetched_without_what_is_around_them(tmp_path: Path) -> None:
    summarizes = AtOnce()
    with running(tmp_path, summarizes=summarizes, workers=1) as bot:
        bot.ask(f"`{PAGE}/1` see {PAGE}/2. ({PAGE}/3)\n```\n{PAGE}/4\n```_{PAGE}/5_,")
        bot.slack.wait_for(lambda: len(bot.answers()) == 5)
        assert summarizes.asked == [f"{PAGE}/{number}" for number in range(1, 6)]


@pytest.mark.parametrize(
    ("characters", "label", "parts"),
    [(150, "supported", 1), (900, "supported", 2), (1_000, "partial", 5), (3_001, "partial", 5)],
)
def test_a_large_answer_goes_on_in_its_thread_and_shows_each_highlight_once(
    tmp_path: Path, characters: int, label: str, parts: int
) -> None:
    with running(tmp_path, summarizes=made(large(characters, label))) as bot:
        ts = bot.ask(f"<{PAGE}>")
        bot.answer()
        messages = bot.slack.messages("C0NEWS")
        assert len(messages) == parts
        assert {message.thread_ts for message in messages} == {ts}
        assert_each_is_shown_once(messages)
        assert [bool(buttons(message)) for message in messages] == [False] * (parts - 1) + [True]
        assert_slack_has_nothing_to_object(bot)


def test_an_answer_of_more_than_fifty_blocks_goes_on_in_its_thread(tmp_path: Path) -> None:
    summary = large(100, "supported")
    run = summary.run.model_copy(update={"warnings": tuple(f"Warning {number:02}." for number in range(70))})
    with running(tmp_path, summarizes=made(summary.model_copy(update={"run": run}))) as bot:
        bot.ask(f"<{PAGE}>")
        bot.answer()
        bot.slack.wait_for(lambda: len(bot.slack.messages("C0NEWS")) == 2)
        words = "\n".join(map(shown, bot.slack.messages("C0NEWS")))
        assert [words.count(f"Warning {number:02}.") for number in range(70)] == [1] * 70
        assert_slack_has_nothing_to_object(bot)


@pytest.mark.parametrize("at_once", [False, True])
def test_a_shorter_answer_leaves_nothing_of_a_longer_one(tmp_path: Path, at_once: bool) -> None:
    """However early the button was pressed: it appears before the bot hears that it stands."""

    def make(source: Source) -> Summary:
        return large() if isinstance(source, str) else samples.summary()

    with running(tmp_path, summarizes=AtOnce(make)) as bot:
        bot.ask(f"<{PAGE}>")
        message = bot.answer()
        if not at_once:
            bot.settle()
        bot.press("shorter", message)
        bot.settle()
        (message,) = bot.slack.messages("C0NEWS")
        assert "Velden's council voted 14 to 9" in shown(message)
        assert_slack_has_nothing_to_object(bot)


@pytest.mark.parametrize("error", ["msg_blocks_too_long", "invalid_blocks", "msg_too_long"])
def test_what_slack_finds_too_long_is_sent_in_parts(tmp_path: Path, error: str) -> None:
    with running(tmp_path, summarizes=made(large(400, "supported"))) as bot:
        bot.slack.fail("chat.update", error=error)
        ts = bot.ask(f"<{PAGE}>")
        bot.answer()
        messages = bot.slack.messages("C0NEWS")
        assert len(messages) == 2
        assert {message.thread_ts for message in messages} == {ts}
        assert_each_is_shown_once(messages)
        assert bot.slack.warnings == []
        assert bot.slack.rate_limited == 0


def test_a_further_part_that_slack_finds_too_long_is_sent_in_parts_too(tmp_path: Path) -> None:
    with Paused() as summarizes, running(tmp_path, summarizes=summarizes) as bot:
        summarizes.make = lambda _: large()
        bot.ask(f"<{PAGE}>")
        bot.slack.wait_for(lambda: bot.slack.messages("C0NEWS"))
        bot.slack.fail("chat.postMessage", error="msg_blocks_too_long")
        summarizes.go.set()
        bot.answer()
        assert_each_is_shown_once(bot.slack.messages("C0NEWS"))
        assert bot.slack.rate_limited == 0


def test_a_placeholder_of_which_slack_does_not_take_the_blocks_is_sent_as_text(tmp_path: Path) -> None:
    with Paused() as summarizes, running(tmp_path, summarizes=summarizes) as bot:
        bot.slack.fail("chat.postMessage", error="invalid_blocks")
        bot.ask(f"<{PAGE}>")
        (message,) = bot.slack.wait_for(lambda: bot.slack.messages("C0NEWS"))
        assert message.text == f":hourglass_flowing_sand: Reading <{PAGE}|courier.example> …"
        assert message.blocks == []
        summarizes.go.set()
        assert bot.answer().ts == message.ts


def many_claims(count: int, words: str = "") -> Summary:
    claim = samples.claims()[0]
    claims = tuple(
        claim.model_copy(update={"id": f"c{number}", "text": f"Claim {number:03} {words}"})
        for number in range(count)
    )
    return samples.summary().model_copy(update={"claims": claims})


@pytest.mark.parametrize(("count", "words"), [(300, ""), (100, "<&> " * 100)], ids=["short", "long"])
def test_hundreds_of_claims_are_paged_through_and_each_is_shown_once(
    tmp_path: Path, count: int, words: str
) -> None:
    """Views are limited in blocks, and in characters."""
    with running(tmp_path, summarizes=made(many_claims(count, words))) as bot:
        bot.ask(f"<{PAGE}>")
        bot.press("claims", bot.answer())
        pages = [bot.opened()]
        while turn := buttons(pages[-1]).get("page:next"):
            pages.append(turned(bot, pages[-1], turn))
        assert len(pages) > 2
        text = "\n".join(map(shown, pages))
        assert [text.count(f"Claim {number:03}") for number in range(count)] == [1] * count
        first, *_, last = pages
        assert "Previous" not in " ".join(buttons(first))
        back = turned(bot, last, buttons(last)["page:previous"])
        assert shown(back) == shown(pages[-2])
        assert_slack_has_nothing_to_object(bot)


def turned(bot: Running, view: dict[str, Any], turn: dict[str, Any]) -> dict[str, Any]:
    """Press a button of the dialog and return what it shows then."""
    trigger = bot.slack.trigger(view_id=view["id"])
    bot.deliver(action(turn["action_id"], turn["value"], view=view, trigger_id=trigger))
    bot.slack.wait_for(lambda: bot.slack.views[view["id"]]["hash"] != view["hash"])
    return bot.slack.views[view["id"]]


def test_a_correction_of_one_of_hundreds_of_items_can_be_sent(tmp_path: Path) -> None:
    with running(tmp_path, summarizes=made(many_claims(300))) as bot:
        bot.ask(f"<{PAGE}>")
        bot.press("wrong", bot.answer())
        assert len(bot.opened()["blocks"][0]["element"]["options"]) == 100
        assert_slack_has_nothing_to_object(bot)


@pytest.mark.parametrize("letters", ["a" * 1_900, "я" * 600, "я" * 1_900, "😀" * 900])
def test_links_of_any_letters_and_length_can_be_chosen_from(tmp_path: Path, letters: str) -> None:
    with running(tmp_path, summarizes=AtOnce()) as bot:
        said = bot.slack.say("C0NEWS", f"<{PAGE}/1/{letters}> <{PAGE}/2/{letters}>")
        bot.deliver(shortcut(said, "summarize_link", trigger_id=bot.slack.trigger()))
        bot.opened()
        assert_slack_has_nothing_to_object(bot)
