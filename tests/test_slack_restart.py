"""Whatever ends a bot, its jobs do not end with it: they are finished, or whoever comes next does them, once."""

import re
import socket
import sqlite3
import threading
import time
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from fake_slack_payloads import mention
from slack_bot import Running, at_work, buttons, prepared, shown
from slack_sdk import WebClient
from slack_summaries import AtOnce, Paused
from test_slack_command import process

from summarizer.slack.jobs import Job, Place
from summarizer.store.bot import BotState

PAGE = "https://courier.example"
HOUR_S = 3600.0


def restarting(number: int) -> str:
    name = f"<{PAGE}/{number}|courier.example>"
    return f":arrows_counterclockwise: I am being restarted. {name} is answered when I am back."


def change_jobs(bot: Running, what: str) -> None:
    """Change every job in the database, as time or a crash would."""
    database = sqlite3.connect(bot.store.removeprefix("sqlite:///"))
    with database:
        database.execute(f"UPDATE slack_jobs SET {what}")  # noqa: S608 - ours
    database.close()


def shown_of_jobs(bot: Running) -> list[str]:
    """Return the messages that the database knows of, job by job."""
    database = sqlite3.connect(bot.store.removeprefix("sqlite:///"))
    rows = database.execute("SELECT shown FROM slack_jobs").fetchall()
    database.close()
    return [shown.strip("[]") for (shown,) in rows] or [""]


def leave_behind(bot: Running, count: int = 1, **place: Any) -> list[str]:
    """Write down jobs as a bot does that then crashes, each with its placeholder; return those."""
    client = WebClient(bot.slack.bot_token, base_url=bot.slack.api_url)
    state = BotState.open(bot.store)
    shown: list[str] = []
    for number in range(count):
        where = Place(**{"channel": "C0NEWS", "thread": "1790000000.000100", **place})
        if not where.private:
            time.sleep(bot.slack.pace_s * 1.1)
            stand = client.chat_postMessage(channel="C0NEWS", text="Reading …", thread_ts=where.thread)
            shown.append(str(stand["ts"]))
        job = Job(
            key=f"Ev{number}:0",
            team=bot.slack.team,
            user="U0EDITOR",
            place=where,
            url=f"{PAGE}/{number}",
            highlights=5,
        )
        state.record(f"Ev{number}", [replace(job.stored(), shown=tuple(shown[-1:]))], owner="crashed")
    state.close()
    return shown


def test_an_article_in_hand_is_finished_within_the_grace(tmp_path: Path) -> None:
    with Paused() as summarizes, prepared(tmp_path, grace_s=5) as bot:
        with at_work(bot, summarizes=summarizes):
            bot.ask(f"<{PAGE}/0>")
            bot.slack.wait_for(lambda: summarizes.asked)
            threading.Timer(0.1, summarizes.go.set).start()
        assert len(bot.answers()) == 1
        assert bot.slack.messages("C0NEWS") == bot.answers()
        with at_work(bot, summarizes=(again := AtOnce())):
            bot.ask(f"<{PAGE}/1>")
            bot.slack.wait_for(lambda: len(bot.answers()) == 2)
        assert again.asked == [f"{PAGE}/1"]


def test_what_is_not_finished_or_not_begun_is_handed_back_and_answered_in_the_same_messages(
    tmp_path: Path,
) -> None:
    with Paused() as summarizes, prepared(tmp_path, grace_s=0.05, workers=1) as bot:
        with at_work(bot, summarizes=summarizes):
            bot.ask(" ".join(f"<{PAGE}/{number}>" for number in range(3)))
            bot.slack.wait_for(lambda: summarizes.asked and len(bot.slack.messages("C0NEWS")) == 3)
        left = bot.slack.messages("C0NEWS")
        assert [message.text for message in left] == [restarting(number) for number in range(3)]
        with at_work(bot, summarizes=AtOnce()):
            bot.slack.wait_for(lambda: len(bot.answers()) == 3)
        assert [message.ts for message in bot.slack.messages("C0NEWS")] == [message.ts for message in left]
        assert [f"{PAGE}/{number}|" in shown(message) for number, message in enumerate(bot.answers())] == [
            True
        ] * 3
        assert bot.slack.warnings == []
        assert bot.slack.rate_limited == 0


def test_a_private_answer_that_was_not_finished_is_given_by_the_next_bot(tmp_path: Path) -> None:
    with Paused() as summarizes, prepared(tmp_path, grace_s=0.05) as bot:
        with at_work(bot, summarizes=summarizes):
            bot.command(f"{PAGE}/0")
            bot.slack.wait_for(lambda: summarizes.asked)
        with at_work(bot, summarizes=AtOnce()):
            bot.slack.wait_for(lambda: any(map(buttons, bot.slack.ephemerals("C0NEWS"))))
            bot.settle()
        assert len(bot.slack.calls_of("response_url")) == 1
        assert bot.slack.messages("C0NEWS") == []


def test_a_length_that_was_not_finished_is_made_by_the_next_bot_in_the_same_message(tmp_path: Path) -> None:
    with Paused() as summarizes, prepared(tmp_path, grace_s=0.05) as bot:
        with at_work(bot, summarizes=AtOnce()):
            bot.ask(f"<{PAGE}/0>")
            first = bot.answer()
            bot.settle()
        with at_work(bot, summarizes=summarizes):
            bot.press("shorter", first)
            bot.slack.wait_for(lambda: summarizes.asked)
        (meanwhile,) = bot.slack.messages("C0NEWS")
        assert "I am being restarted" in shown(meanwhile)
        assert "Velden's council voted 14 to 9" in shown(meanwhile)
        with at_work(bot, summarizes=AtOnce()):
            assert bot.answer().ts == first.ts
        assert len(bot.slack.messages("C0NEWS")) == 1


def test_nobody_is_told_of_an_answer_that_is_there_that_it_is_still_to_come(tmp_path: Path) -> None:
    """Not even where the bot ends the moment the answer is sent."""
    with prepared(tmp_path) as bot:
        bot.slack.delay("chat.update", 0.3)
        with at_work(bot, summarizes=AtOnce()):
            bot.ask(f"<{PAGE}/0>")
            bot.slack.wait_for(lambda: bot.slack.calls_of("chat.update"))
        assert "Velden's council voted 14 to 9" in shown(bot.answer())


def test_what_a_crashed_bot_left_behind_is_answered_in_the_same_message(tmp_path: Path) -> None:
    with prepared(tmp_path) as bot:
        left = leave_behind(bot)
        change_jobs(bot, "lease_until = 0")
        with at_work(bot, summarizes=AtOnce()):
            assert bot.answer().ts == left[0]
        assert len(bot.slack.messages("C0NEWS")) == 1


def test_what_a_killed_bot_had_in_hand_is_answered_in_the_same_message(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A process of its own, ended as the kernel does it, while it waits for a page."""
    with prepared(tmp_path) as bot, socket.create_server(("127.0.0.1", 0)) as silent:
        monkeypatch.setenv("SUMMARIZER_SLACK_STORE", bot.store)
        page = f"http://127.0.0.1:{silent.getsockname()[1]}/a"
        with process(bot.slack, monkeypatch, "--http", "0") as (killed, lines):
            (url,) = re.findall(r"http://\S+/slack/events", lines[-1])
            bot.slack.deliver_http(url, mention(f"<{page}>"))
            bot.slack.wait_for(lambda: all(shown_of_jobs(bot)))
            killed.kill()
            killed.wait()
        (placeholder,) = bot.slack.messages("C0NEWS")
        change_jobs(bot, "lease_until = 0")
        with at_work(bot, summarizes=AtOnce()):
            assert bot.answer().ts == placeholder.ts
        assert len(bot.slack.messages("C0NEWS")) == 1


def test_a_job_that_cannot_be_read_holds_up_no_other(tmp_path: Path) -> None:
    """Another version of the bot may have written it."""
    with prepared(tmp_path) as bot:
        leave_behind(bot, 2)
        change_jobs(bot, "lease_until = 0")
        change_jobs(bot, "request = '{\"of\": \"another version\"}' WHERE key = 'Ev0:0'")
        with at_work(bot, summarizes=AtOnce()):
            assert f"{PAGE}/1|" in shown(bot.answer())


def test_what_another_bot_has_in_hand_is_left_to_it(tmp_path: Path) -> None:
    summarizes = AtOnce()
    with prepared(tmp_path) as bot:
        leave_behind(bot)
        with at_work(bot, summarizes=summarizes):
            bot.ask(f"<{PAGE}/1>")
            bot.answer()
        assert summarizes.asked == [f"{PAGE}/1"]


def test_what_was_answered_is_not_answered_again_by_the_next_bot(tmp_path: Path) -> None:
    summarizes = AtOnce()
    with prepared(tmp_path) as bot:
        with at_work(bot, summarizes=summarizes):
            bot.ask(f"<{PAGE}/0>")
            bot.answer()
            bot.settle()
        change_jobs(bot, "lease_until = 0")
        with at_work(bot, summarizes=summarizes):
            bot.ask(f"<{PAGE}/1>")
            bot.slack.wait_for(lambda: len(bot.answers()) == 2)
        assert summarizes.asked == [f"{PAGE}/0", f"{PAGE}/1"]


@pytest.mark.parametrize(
    ("age_s", "private", "done"),
    [
        (3 * HOUR_S - 60, False, True),
        (3 * HOUR_S + 60, False, False),
        (1_640, True, True),
        (1_760, True, False),
    ],
)
def test_what_nobody_waits_for_any_more_is_given_up(
    tmp_path: Path, age_s: float, private: bool, done: bool
) -> None:
    """A response_url is good for half an hour."""
    summarizes = AtOnce()
    with prepared(tmp_path, workers=1) as bot:
        url = bot.slack.response_url("C0NEWS", "U0EDITOR")
        leave_behind(bot, private=private, response_url=url if private else None)
        change_jobs(bot, f"lease_until = 0, at = at - {age_s}")
        with at_work(bot, summarizes=summarizes):
            bot.slack.wait_for(lambda: done <= len(summarizes.asked))
            bot.ask(f"<{PAGE}/1>")
            bot.slack.wait_for(lambda: f"{PAGE}/1" in summarizes.asked)
        assert summarizes.asked == [f"{PAGE}/0"] * done + [f"{PAGE}/1"]


def test_bots_that_start_at_the_same_time_share_what_was_left_behind(tmp_path: Path) -> None:
    summarizes = AtOnce()
    with prepared(tmp_path) as bot:
        leave_behind(bot, 8)
        change_jobs(bot, "lease_until = 0")
        bots = [bot.another() for _ in range(3)]
        with ExitStack() as stack:
            for each in bots:
                stack.enter_context(at_work(each, summarizes=summarizes))
            bot.slack.wait_for(lambda: len(bot.answers()) == 8)
        assert sorted(summarizes.asked) == [f"{PAGE}/{number}" for number in range(8)]
        assert len(bot.slack.messages("C0NEWS")) == 8


def test_bots_on_one_database_answer_each_event_once_whoever_gets_it(tmp_path: Path) -> None:
    summarizes = AtOnce()
    with prepared(tmp_path, links_per_user=100) as bot:
        bots = [bot.another() for _ in range(3)]
        with ExitStack() as stack:
            for each in bots:
                stack.enter_context(at_work(each, summarizes=summarizes))
            for number in range(6):
                channel = f"C{number}"
                bot.slack.add_channel(channel)
                body = mention(f"<{PAGE}/{number}>", channel=channel)
                assert [each.deliver(body)[0] for each in bots[number % 3 :] + bots[: number % 3]] == [
                    200
                ] * 3
            for each in bots:
                bot.slack.wait_for(lambda: len(summarizes.asked) >= 6)
                each.settle()
        assert sorted(summarizes.asked) == [f"{PAGE}/{number}" for number in range(6)]
        assert [len(bot.slack.messages(f"C{number}")) for number in range(6)] == [1] * 6


@pytest.mark.parametrize("action", ["shorter", "claims"])
def test_the_buttons_of_an_answer_work_with_whichever_bot_gets_the_press(tmp_path: Path, action: str) -> None:
    with prepared(tmp_path) as bot:
        with at_work(bot, summarizes=AtOnce()):
            bot.ask(f"<{PAGE}/0>")
            message = bot.answer()
            bot.settle()
        with at_work(bot, summarizes=AtOnce()):
            bot.press(action, message)
            bot.slack.wait_for(lambda: bot.slack.views or bot.answer().edited == 3)
