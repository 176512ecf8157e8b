"""What may be asked at once, what is in hand and how long an article takes is bounded, under races, too."""

import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from fake_slack_payloads import mention
from slack_bot import running, shown
from slack_summaries import AtOnce, Paused, summary_of
from test_slack_load import PAGE, named, told

from summarizer.config import Settings
from summarizer.pipeline import Source
from summarizer.schema import Summary


def test_deliveries_at_the_same_moment_do_not_pass_the_limit_together(tmp_path: Path) -> None:
    together = threading.Barrier(12)
    with running(tmp_path, summarizes=AtOnce(), links_per_user=3) as bot:

        def ask(number: int) -> int:
            body = mention(f"<{PAGE}/{number}>")
            together.wait(5)
            return bot.deliver(body)[0]

        with ThreadPoolExecutor(12) as pool:
            assert list(pool.map(ask, range(12))) == [200] * 12
        bot.slack.wait_for(lambda: len(told(bot)) == 9)
        bot.settle()
        assert len(bot.answers()) == len(bot.slack.messages("C0NEWS")) == 3


def test_of_a_message_with_hundreds_of_links_five_are_answered_and_one_word_is_said_of_the_others(
    tmp_path: Path,
) -> None:
    with running(tmp_path, summarizes=AtOnce()) as bot:
        bot.ask(" ".join(f"<{PAGE}/{number}>" for number in range(400)))
        bot.slack.wait_for(lambda: len(bot.answers()) == 5 and told(bot))
        bot.settle()
        assert len(bot.slack.messages("C0NEWS")) == 5
        first_ones = ", ".join(named(number) for number in range(5, 10))
        assert told(bot) == [f"I take 5 links at a time. Not taken: {first_ones}, 390 more."]


def test_answers_that_are_still_to_be_sent_take_room_in_the_queue(tmp_path: Path) -> None:
    """Or what is read faster than Slack takes it would pile up."""
    with running(tmp_path, summarizes=AtOnce(), workers=1, queue=1) as bot:
        bot.slack.delay("chat.update", 0.5)
        bot.ask(f"<{PAGE}/0> <{PAGE}/1>")
        bot.slack.wait_for(lambda: bot.get("/healthz")[1]["answering"] == 2)
        bot.ask(f"<{PAGE}/2>")
        bot.slack.wait_for(lambda: told(bot))
        assert told(bot) == [f"Busy, 1 article may wait; try again in a few minutes. Not taken: {named(2)}."]
        bot.slack.wait_for(lambda: len(bot.answers()) == 2)


def test_who_asks_for_more_than_there_is_room_for_has_the_first_links_answered(tmp_path: Path) -> None:
    with Paused() as summarizes, running(tmp_path, summarizes=summarizes, workers=2, queue=1) as bot:
        bot.ask(" ".join(f"<{PAGE}/{number}>" for number in range(5)))
        bot.slack.wait_for(lambda: told(bot))
        assert told(bot) == [
            f"Busy, 1 article may wait; try again in a few minutes. Not taken: {named(3)}, {named(4)}."
        ]
        summarizes.go.set()
        bot.slack.wait_for(lambda: len(bot.answers()) == 3)


def test_articles_that_outlive_their_deadline_do_not_become_many(tmp_path: Path) -> None:
    """A thread that hangs cannot be stopped; when they end, others are read again."""
    with Paused() as summarizes, running(tmp_path, summarizes=summarizes, workers=1, deadline_s=0.2) as bot:
        bot.ask(" ".join(f"<{PAGE}/{number}>" for number in range(5)))
        bot.slack.wait_for(lambda: [m.text[:3] for m in bot.slack.messages("C0NEWS")] == [":x:"] * 5)
        assert summarizes.asked == [f"{PAGE}/0", f"{PAGE}/1"]
        summarizes.go.set()
        bot.ask(f"<{PAGE}/5>")
        assert f"{PAGE}/5|" in shown(bot.answer())


@pytest.mark.parametrize(("general_s", "slack_s"), [(7, 9), (9, 7)])
def test_an_article_has_the_shorter_of_two_deadlines(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, general_s: float, slack_s: float
) -> None:
    monkeypatch.setenv("SUMMARIZER_DEADLINE_S", str(general_s))
    given: list[float] = []

    def make(source: Source, settings: Settings) -> Summary:
        given.append(settings.deadline_s)
        return summary_of(source)

    with running(tmp_path, summarizes=make, deadline_s=slack_s) as bot:
        bot.ask(f"<{PAGE}/0>")
        bot.answer()
        assert given == [7]
