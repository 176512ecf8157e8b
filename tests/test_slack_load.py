"""Under load and in trouble every link is answered or its asker is told why not: none is lost, none done twice."""

import re
import sqlite3
import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from fake_slack import FakeSlack
from fake_slack_payloads import mention
from slack_bot import Running, buttons, running, shown
from slack_summaries import AtOnce, Failing, Paused, summary_of

from summarizer.errors import ConfigError, FetchError, ModelError, NoArticleError
from summarizer.pipeline import Source
from summarizer.schema import Summary

PAGE = "https://courier.example"


def named(number: int | str) -> str:
    return f"<{PAGE}/{number}|courier.example>"


def crowd(slack: FakeSlack, users: int, channels: int) -> list[str]:
    """Let so many people, U0 and so on, into so many new channels; return those."""
    slack.users |= {f"U{number}": {**slack.users["U0EDITOR"], "id": f"U{number}"} for number in range(users)}
    for number in range(channels):
        slack.add_channel(f"C{number}")
    return [f"C{number}" for number in range(channels)]


def told(bot: Running, channel: str = "C0NEWS") -> list[str]:
    return [message.text for message in bot.slack.ephemerals(channel)]


def minutes_pass(store: str) -> None:
    """Let all that was asked so far have been asked two minutes earlier."""
    with sqlite3.connect(store.removeprefix("sqlite:///")) as database:
        database.execute("UPDATE slack_jobs SET at = at - 120")
    database.close()


def words_in(bot: Running, number: int) -> list[str]:
    """Wait for so many messages in the channel and return their texts."""
    bot.slack.wait_for(lambda: len(bot.slack.messages("C0NEWS")) == number)
    return [message.text for message in bot.slack.messages("C0NEWS")]


@pytest.mark.parametrize(("count", "queue"), [(200, 500), (80, 5)], ids=["room for all", "a short queue"])
def test_hundreds_of_links_at_once_are_each_answered_or_refused_once(
    tmp_path: Path, count: int, queue: int
) -> None:
    settings = {"workers": 8, "queue": queue, "links_per_user": 200, "links_per_workspace": 1_000}
    with running(tmp_path, summarizes=AtOnce(), **settings) as bot:
        channels = crowd(bot.slack, 20, 20)

        def ask(number: int) -> int:
            links = " ".join(f"<{PAGE}/{number * 5 + offset}>" for offset in range(5))
            body = mention(links, channel=channels[number % 20], user=f"U{number % 7}")
            return bot.deliver(body)[0]  # a TimeoutError where it takes three seconds

        with ThreadPoolExecutor(40) as pool:
            assert set(pool.map(ask, range(count // 5))) == {200}
        bot.settle()
        bot.slack.wait_for(lambda: len(found(bot, channels)) >= count)
        assert Counter(found(bot, channels)) == Counter(range(count))
        assert bot.slack.rate_limited == 0
        assert bot.slack.warnings == []


def found(bot: Running, channels: list[str]) -> list[int]:
    """Return the numbers of the links that were answered, or of which somebody was told."""
    answers = [shown(message).split("|")[0] for name in channels for message in bot.answers(name)]
    refused = [text for name in channels for text in told(bot, name) if text.startswith("Busy, ")]
    numbers = [re.findall(rf"{PAGE}/(\d+)", text) for text in answers + refused]
    return [int(number) for named_in_one in numbers for number in named_in_one]


def test_a_full_queue_says_busy_and_forgets_nothing_that_was_taken(tmp_path: Path) -> None:
    with Paused() as summarizes, running(tmp_path, summarizes=summarizes, workers=1, queue=2) as bot:
        bot.ask(f"<{PAGE}/0>")
        bot.slack.wait_for(lambda: summarizes.asked)
        bot.ask(" ".join(f"<{PAGE}/{number}>" for number in (1, 2, 3, 4)))
        bot.slack.wait_for(lambda: told(bot))
        assert told(bot) == [
            f"Busy, 2 articles may wait; try again in a few minutes. Not taken: {named(3)}, {named(4)}."
        ]
        summarizes.go.set()
        bot.slack.wait_for(lambda: len(bot.answers()) == 3)
        assert summarizes.asked == [f"{PAGE}/{number}" for number in (0, 1, 2)]


def test_a_full_queue_says_busy_behind_the_command_too(tmp_path: Path) -> None:
    with Paused() as summarizes, running(tmp_path, summarizes=summarizes, workers=1, queue=1) as bot:
        bot.command(f"{PAGE}/0")
        bot.slack.wait_for(lambda: summarizes.asked)
        bot.command(f"{PAGE}/1")
        bot.command(f"{PAGE}/2")
        assert told(bot) == [
            f":hourglass_flowing_sand: Reading {named(0)} …",
            f":hourglass: Busy, position 1. Then I read {named(1)}.",
            f"Busy, 1 article may wait; try again in a few minutes. Not taken: {named(2)}.",
        ]
        summarizes.go.set()


@pytest.mark.parametrize("at_once", [False, True])
def test_who_has_to_wait_is_told_the_position(tmp_path: Path, at_once: bool) -> None:
    """However many links come in before the first of them is begun."""
    with Paused() as summarizes, running(tmp_path, summarizes=summarizes, workers=1) as bot:
        links = [f"<{PAGE}/{number}>" for number in range(4)]
        for text in [" ".join(links)] if at_once else links:
            bot.ask(text)
            bot.slack.wait_for(lambda: summarizes.asked)
        assert words_in(bot, 4) == [
            f":hourglass_flowing_sand: Reading {named(0)} …",
            f":hourglass: Busy, position 1. Then I read {named(1)}.",
            f":hourglass: Busy, position 2. Then I read {named(2)}.",
            f":hourglass: Busy, position 3. Then I read {named(3)}.",
        ]
        summarizes.go.set()


def test_a_user_who_asks_too_much_is_told_so_and_nobody_else(tmp_path: Path) -> None:
    with running(tmp_path, summarizes=AtOnce(), links_per_user=2) as bot:
        bot.ask(f"<{PAGE}/0> <{PAGE}/1> <{PAGE}/2>")
        bot.ask(f"<{PAGE}/3>", user="U0ADMIN")
        bot.slack.wait_for(lambda: len(bot.answers()) == 3)
        bot.slack.wait_for(lambda: told(bot))
        assert told(bot) == [
            f"You may ask for 2 links a minute; try again in a minute. Not taken: {named(2)}."
        ]
        minutes_pass(bot.store)
        bot.ask(f"<{PAGE}/2>")
        bot.slack.wait_for(lambda: len(bot.answers()) == 4)


def test_a_workspace_that_asks_too_much_is_told_so(tmp_path: Path) -> None:
    with running(tmp_path, summarizes=AtOnce(), links_per_workspace=2) as bot:
        for number, user in enumerate(("U0EDITOR", "U0ADMIN", "U0EDITOR")):
            bot.ask(f"<{PAGE}/{number}>", user=user)
        bot.slack.wait_for(lambda: len(bot.answers()) == 2 and told(bot))
        assert told(bot) == [
            f"Too many links in this workspace; try again in a minute. Not taken: {named(2)}."
        ]


def test_a_message_with_too_many_links_is_answered_as_far_as_allowed(tmp_path: Path) -> None:
    with running(tmp_path, summarizes=AtOnce()) as bot:
        bot.ask(" ".join(f"<{PAGE}/{number}>" for number in range(6)))
        bot.slack.wait_for(lambda: len(bot.answers()) == 5 and told(bot))
        assert told(bot) == [f"I take 5 links at a time. Not taken: {named(5)}."]


def test_a_button_that_was_refused_works_a_minute_later(tmp_path: Path) -> None:
    with running(tmp_path, summarizes=AtOnce(), links_per_user=1) as bot:
        bot.ask(f"<{PAGE}/0>")
        message = bot.answer()
        bot.settle()
        bot.press("shorter", message)
        bot.slack.wait_for(lambda: told(bot))
        assert told(bot) == [
            f"You may ask for 1 link a minute; try again in a minute. Not taken: {named(0)}."
        ]
        minutes_pass(bot.store)
        bot.press("shorter", message)
        bot.slack.wait_for(
            lambda: bot.answer().edited == 3, 2
        )  # the answer, the placeholder, the shorter one


def test_an_article_that_takes_too_long_is_given_up_and_the_next_one_answered(tmp_path: Path) -> None:
    go = threading.Event()

    def make(source: Source) -> Summary:
        if str(source).endswith("/0"):
            go.wait(30)
        return summary_of(source)

    with running(tmp_path, summarizes=AtOnce(make), workers=1, deadline_s=0.6) as bot:
        bot.ask(f"<{PAGE}/0> <{PAGE}/1>")
        bot.answer()
        go.set()
        bot.settle()
        slow, answered = bot.slack.messages("C0NEWS")
        assert slow.text == f":x: No highlights of {named(0)}: it took longer than 1 s. Try it again later."
        assert f"{PAGE}/1|" in shown(answered)


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (ModelError("The model does not answer. Try again later."), "The model does not answer. Try again later."),
        (FetchError("No such host. Check the link."), "No such host. Check the link."),
        (NoArticleError("The page is a wall. Log in."), "The page is a wall. Log in."),
        (ConfigError("Set OPENAI_API_KEY."), "I am not set up rightly. Whoever runs me finds the reason in my log."),
        (RuntimeError("sk-0123 in /srv/app.py"), "something went wrong in me, not in the page. Whoever runs me finds it in my log."),
        (TimeoutError("read"), "something went wrong in me, not in the page. Whoever runs me finds it in my log."),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, BaseException) else "",
)  # fmt: skip
def test_what_went_wrong_is_told_in_words_with_what_to_do(
    tmp_path: Path, error: Exception, words: str, caplog: pytest.LogCaptureFixture
) -> None:
    with running(tmp_path, summarizes=Failing(error), deadline_s=2) as bot:
        bot.ask(f"<{PAGE}/0>")
        bot.slack.wait_for(lambda: [m for m in bot.slack.messages("C0NEWS") if m.edited], 1.5)
        (message,) = bot.slack.messages("C0NEWS")
        assert message.text == f":x: No highlights of {named(0)}: {words}"
        assert shown(message) == message.text
        assert buttons(message) == {}
        unexpected = "something went wrong" in words
        assert [type(error)] * unexpected == [r.exc_info[0] for r in caplog.records if r.exc_info]


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/nowhere", "/nowhere: there is no such page (404). Check the address."),
        (
            "/empty",
            "/empty holds no text of an article. Open it in a browser, save the page or copy its text, and pass the file.",
        ),
        (
            "",
            "Cannot read http://127.0.0.1:9/a: the site refuses the connection. Check the address, or try again later.",
        ),
    ],
    ids=["missing", "empty", "unreachable"],
)
def test_a_page_that_cannot_be_read_is_told_in_words(tmp_path: Path, path: str, words: str) -> None:
    with running(tmp_path) as bot:
        bot.pages.own["/empty"] = "<html><title>Nothing</title><body></body></html>"
        bot.ask(f"<{bot.pages.url}{path}>" if path else "<http://127.0.0.1:9/a>")
        bot.slack.wait_for(lambda: [m for m in bot.slack.messages("C0NEWS") if m.edited])
        (message,) = bot.slack.messages("C0NEWS")
        assert message.text.startswith(":x: No highlights of <http://127.0.0.1:")
        assert words in message.text
        assert "Traceback" not in message.text


def test_what_the_system_says_of_a_page_that_cannot_be_read_is_logged(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with running(tmp_path) as bot, caplog.at_level("WARNING"):
        bot.ask("<http://127.0.0.1:9/a>")
        bot.slack.wait_for(lambda: [m for m in bot.slack.messages("C0NEWS") if m.edited])
        assert "Errno" not in bot.slack.messages("C0NEWS")[0].text
        assert "try again later. ([Errno 111] Connection refused)" in caplog.text
