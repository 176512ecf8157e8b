"""While the bot ends, or its database is down, nothing is taken and nobody is left without a word."""

from pathlib import Path

import pytest
from fake_slack_payloads import mention
from slack_bot import Running, at_work, ending, prepared, running
from slack_summaries import AtOnce, Paused
from test_slack_delivery import out_of_reach

PAGE = "https://courier.example"
NOT_NOW = "I cannot take this just now. Try again in a minute."
BOTH = pytest.mark.parametrize("socket", [False, True], ids=["http", "socket"])


def told(bot: Running) -> list[str]:
    return [message.text for message in bot.slack.ephemerals("C0NEWS")]


@BOTH
def test_an_event_that_comes_while_the_bot_ends_is_left_to_the_next_one(tmp_path: Path, socket: bool) -> None:
    again, body = AtOnce(), mention(f"<{PAGE}/late>")
    with prepared(tmp_path) as bot:
        with Paused() as summarizes, ending(bot, summarizes, socket=socket):
            assert bot.deliver(body, **({"wait_s": 0.3} if socket else {}))[0] == 503
        assert len(bot.slack.messages("C0NEWS")) == 1
        with at_work(bot, socket=socket, summarizes=again):
            assert bot.deliver(body, retry=1)[0] == 200
            bot.slack.wait_for(lambda: len(bot.answers()) == 2)
        assert summarizes.asked == [f"{PAGE}/in-hand"]
        assert again.asked == [f"{PAGE}/late"]


@BOTH
def test_a_command_while_the_bot_ends_is_told_to_come_again(tmp_path: Path, socket: bool) -> None:
    """Slack does not deliver it again."""
    with prepared(tmp_path) as bot, Paused() as summarizes, ending(bot, summarizes, socket=socket):
        bot.command(f"{PAGE}/late")
        bot.slack.wait_for(lambda: told(bot) == [NOT_NOW])


def test_a_command_while_the_database_is_down_is_told_to_come_again(tmp_path: Path) -> None:
    (folder := tmp_path / "kept").mkdir()
    store = f"sqlite:///{folder / 'slack.sqlite'}"
    with running(tmp_path, summarizes=AtOnce(), store=store) as bot:
        with out_of_reach(folder):
            bot.command(f"{PAGE}/a")
            bot.slack.wait_for(lambda: told(bot) == [NOT_NOW])
        bot.command(f"{PAGE}/a")
        bot.slack.wait_for(lambda: len(told(bot)) == 3)  # with the note that it is read, and the answer


def test_the_lease_of_an_article_in_hand_is_renewed_until_the_bot_has_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Or another bot would answer it, too: a grace may be longer than a lease."""
    monkeypatch.setattr("summarizer.slack.keeper.LEASE_S", 0.06)  # and with it how often it is renewed
    with prepared(tmp_path) as bot, Paused() as summarizes, ending(bot, summarizes):
        bot.sql("UPDATE slack_jobs SET lease_until = 1")
        bot.slack.wait_for(lambda: bot.sql("SELECT lease_until > 1 FROM slack_jobs") == [(1,)], 3)
