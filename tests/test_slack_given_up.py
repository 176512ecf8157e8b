"""A job whose answer does not get through is tried again, later and later; then whoever waits is told."""

import time
from pathlib import Path

import pytest
from slack_bot import Running, at_work, buttons, prepared, running, shown
from slack_summaries import AtOnce, Paused
from test_slack_restart import HOUR_S, PAGE, leave_behind

from summarizer.config import load_slack_settings
from summarizer.slack.jobs import Job, Place
from summarizer.slack.keeper import Keeper
from summarizer.slack.outbox import Outbox
from summarizer.slack.pool import Pool
from summarizer.slack.post import Post, web_client
from summarizer.slack.reply import Office
from summarizer.store.bot import BotState

IN_VAIN = (
    f":x: No highlights of <{PAGE}/0|courier.example>: "
    "I got no answer through. Ask again if it still matters."
)


def jobs_left(bot: Running) -> list[tuple[object, ...]]:
    return bot.sql("SELECT key FROM slack_jobs WHERE owner IS NOT NULL")


def test_a_job_of_three_hours_ago_is_given_up_where_it_was_to_be_answered(tmp_path: Path) -> None:
    with prepared(tmp_path) as bot:
        (placeholder,) = leave_behind(bot)
        bot.sql("UPDATE slack_jobs SET lease_until = 0, at = at - ?", 3 * HOUR_S + 60)
        with at_work(bot, summarizes=(summarizes := AtOnce())):
            bot.slack.wait_for(lambda: jobs_left(bot) == [])
        (message,) = bot.slack.messages("C0NEWS")
        assert (message.ts, message.text) == (placeholder, IN_VAIN)
        assert summarizes.asked == []


def test_a_private_job_whose_time_is_over_is_given_up_in_a_direct_message(tmp_path: Path) -> None:
    with prepared(tmp_path) as bot:
        leave_behind(bot, private=True, response_url=bot.slack.response_url("C0NEWS", "U0EDITOR"))
        bot.sql("UPDATE slack_jobs SET lease_until = 0, at = at - 1760")
        with at_work(bot, summarizes=AtOnce()):
            bot.slack.wait_for(lambda: bot.slack.messages("U0EDITOR"))
        assert [message.text for message in bot.slack.messages("U0EDITOR")] == [IN_VAIN]
        assert bot.slack.calls_of("response_url") == []
        assert jobs_left(bot) == []


@pytest.mark.parametrize(("lapses", "text"), [(6, "Velden shuts its bridge"), (7, IN_VAIN)])
def test_a_job_is_given_up_when_it_lapsed_seven_times(tmp_path: Path, lapses: int, text: str) -> None:
    """It may be what ends the bots that take it up."""
    with prepared(tmp_path) as bot:
        leave_behind(bot)
        bot.sql("UPDATE slack_jobs SET lease_until = 1, attempts = ?", lapses - 1)
        with at_work(bot, summarizes=AtOnce()):
            bot.slack.wait_for(lambda: jobs_left(bot) == [])
        (message,) = bot.slack.messages("C0NEWS")
        assert message.text.startswith(text)


def test_a_job_that_is_given_up_is_told_in_a_direct_message_where_slack_takes_no_change(
    tmp_path: Path,
) -> None:
    with prepared(tmp_path) as bot:
        leave_behind(bot)
        bot.sql("UPDATE slack_jobs SET lease_until = 0, at = at - ?", 3 * HOUR_S + 60)
        bot.slack.fail("chat.update", error="internal_error")
        with at_work(bot, summarizes=AtOnce()):
            bot.slack.wait_for(lambda: bot.slack.messages("U0EDITOR"))
        assert [message.text for message in bot.slack.messages("U0EDITOR")] == [IN_VAIN]
        assert jobs_left(bot) == []


def test_a_length_that_is_given_up_leaves_the_answer_as_it_was(tmp_path: Path) -> None:
    with prepared(tmp_path, grace_s=0.05) as bot:
        with at_work(bot, summarizes=AtOnce()):
            bot.ask(f"<{PAGE}/0>")
            first = bot.answer()
            before = shown(first)
            bot.settle()
        with Paused() as summarizes, at_work(bot, summarizes=summarizes):
            bot.press("shorter", first)
            bot.slack.wait_for(lambda: summarizes.asked)
        bot.sql("UPDATE slack_jobs SET at = at - ? WHERE owner IS NOT NULL", 3 * HOUR_S + 60)
        with at_work(bot, summarizes=AtOnce()):
            bot.slack.wait_for(lambda: jobs_left(bot) == [])
        (again,) = bot.slack.messages("C0NEWS")
        assert (again.ts, shown(again)) == (first.ts, before)
        assert "shorter" in buttons(again)
        assert [message.text for message in bot.slack.ephemerals("C0NEWS")] == [IN_VAIN]


@pytest.mark.parametrize(("attempts", "wait_s"), [(0, 60), (1, 120), (5, 1_920)])
def test_an_answer_that_slack_does_not_take_is_tried_again_later_and_later(
    tmp_path: Path, attempts: int, wait_s: float
) -> None:
    with prepared(tmp_path) as bot:
        leave_behind(bot)
        bot.sql("UPDATE slack_jobs SET lease_until = 0, attempts = ?", attempts)
        bot.slack.fail("chat.update", error="internal_error")
        with at_work(bot, summarizes=AtOnce()):
            bot.slack.wait_for(lambda: bot.slack.calls_of("chat.update"))
            bot.settle()
            ((until,),) = bot.sql("SELECT lease_until FROM slack_jobs")
        assert until - time.time() == pytest.approx(wait_s, abs=10)


@pytest.mark.parametrize("private", [False, True])
def test_a_job_that_another_bot_took_over_is_left_to_it(
    tmp_path: Path, private: bool, caplog: pytest.LogCaptureFixture
) -> None:
    with Paused() as summarizes, running(tmp_path, summarizes=summarizes) as bot:
        if private:
            bot.command(f"{PAGE}/0")
        else:
            bot.ask(f"<{PAGE}/0>")
            bot.slack.wait_for(lambda: "[]" not in str(bot.sql("SELECT shown FROM slack_jobs")))
        bot.slack.wait_for(lambda: summarizes.asked)
        bot.sql("UPDATE slack_jobs SET owner = 'another'")
        said = len(bot.slack.calls)
        summarizes.go.set()
        bot.settle()
        assert len(bot.slack.calls) == said
        assert len(jobs_left(bot)) == 1
        assert [record for record in caplog.records if "was taken over" in record.getMessage()]


def test_a_job_that_comes_back_to_the_bot_that_holds_it_is_not_begun_again(tmp_path: Path) -> None:
    """It was cut off for a while, and another bot that took the job over then fell over."""
    summarizes = AtOnce()
    with Paused() as paused, prepared(tmp_path) as bot:
        state = BotState.open(bot.store)
        slack = load_slack_settings(bot_token=bot.slack.bot_token, api_url=bot.slack.api_url, deadline_s=5)
        office = Office(state, Post(web_client(slack), 0.02), Outbox(0.02))

        def think(job: Job) -> object:
            summarizes.asked.append(job.url)
            return paused(job.url, None)  # type: ignore[arg-type]

        pool = Pool(slack, office, think)  # type: ignore[arg-type]
        place = Place(channel="C0NEWS", thread="1790000000.000100")
        job = Job(key="k", team=bot.slack.team, user="U0EDITOR", place=place, url=f"{PAGE}/0", highlights=5)
        state.record("Ev1", [job.stored()], owner=office.owner)
        pool.begin(job)
        bot.slack.wait_for(lambda: summarizes.asked)
        bot.sql("UPDATE slack_jobs SET owner = 'another', lease_until = 1")
        keeper = Keeper(office, pool, keep_days=30)
        keeper.start()
        bot.slack.wait_for(lambda: bot.sql("SELECT owner FROM slack_jobs") == [(office.owner,)])
        paused.go.set()
        bot.slack.wait_for(lambda: bot.answers() and not pool.held())
        keeper.close()
        pool.close()
        state.close()
        assert summarizes.asked == [f"{PAGE}/0"]
        assert len(bot.slack.messages("C0NEWS")) == 1


def test_a_length_of_an_answer_that_cannot_be_read_any_more_ends_with_a_word(tmp_path: Path) -> None:
    """Another version of the bot may have kept it; the job must not come back for ever."""
    with prepared(tmp_path, grace_s=0.05) as bot:
        with at_work(bot, summarizes=AtOnce()):
            bot.ask(f"<{PAGE}/0>")
            first = bot.answer()
            bot.settle()
        with Paused() as summarizes, at_work(bot, summarizes=summarizes):
            bot.press("shorter", first)
            bot.slack.wait_for(lambda: summarizes.asked)
        bot.sql("UPDATE slack_answers SET summary = '{}'")
        bot.sql("UPDATE slack_jobs SET at = at - ? WHERE owner IS NOT NULL", 3 * HOUR_S + 60)
        with at_work(bot, summarizes=AtOnce()):
            bot.slack.wait_for(lambda: jobs_left(bot) == [], 2)
        (message,) = bot.slack.messages("C0NEWS")
        assert message.text == IN_VAIN
