"""What Slack delivers is done once, however often it comes and to whichever bot; what fails is done later."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from fake_slack_payloads import direct_message, mention, shortcut, view_submission
from slack_bot import Running, at_work, buttons, prepared, running, shown
from slack_summaries import AtOnce, Paused

from summarizer.store.bot import BotState

BOTH = pytest.mark.parametrize("socket", [False, True], ids=["http", "socket"])


def link(name: str) -> str:
    return f"https://courier.example/{name}"


@contextmanager
def out_of_reach(folder: Path) -> Iterator[None]:
    """Take the folder with the database away for a while."""
    away = folder.rename(folder.with_name("away"))
    try:
        yield
    finally:
        away.rename(folder)


def assert_answered_once_each(bot: Running, asked: list[str], *names: str) -> None:
    """Ask once more, to see that nothing is on its way, then count: one worker does all in order."""
    bot.ask(f"<{link('last')}>")
    titles = [*map(link, names), link("last")]
    bot.slack.wait_for(lambda: len(bot.answers()) >= len(titles))
    bot.slack.wait_for(lambda: link("last") in asked)
    assert asked == titles
    assert len(bot.slack.messages("C0NEWS")) == len(titles)
    assert bot.slack.warnings == []


@pytest.fixture(scope="module")
def bot_of_all(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """One bot for all that must leave no trace."""
    folder = tmp_path_factory.mktemp("delivery")
    (folder / "config.toml").touch()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SUMMARIZER_CONFIG", str(folder / "config.toml"))
        with running(folder, summarizes=AtOnce(), workers=1, links_per_user=1_000) as bot:
            yield bot


@BOTH
def test_an_event_that_comes_three_times_is_answered_once(tmp_path: Path, socket: bool) -> None:
    summarizes = AtOnce()
    with running(tmp_path, socket=socket, summarizes=summarizes, workers=1) as bot:
        body = mention(f"<{link('a')}>")
        assert bot.deliver(body)[0] == 200
        assert bot.deliver(body, retry=1)[0] == 200
        assert bot.deliver(body, retry=2)[0] == 200
        assert_answered_once_each(bot, summarizes.asked, "a")


def test_three_deliveries_at_the_same_time_are_answered_once(tmp_path: Path) -> None:
    summarizes = AtOnce()
    with running(tmp_path, summarizes=summarizes, workers=1) as bot:
        body = mention(f"<{link('a')}>")
        threads = [threading.Thread(target=bot.deliver, args=(body,)) for _ in range(3)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert_answered_once_each(bot, summarizes.asked, "a")


def test_a_retry_that_comes_to_another_bot_is_answered_once(tmp_path: Path) -> None:
    summarizes = AtOnce()
    with running(tmp_path, summarizes=summarizes, workers=1) as bot:
        second = bot.another()
        with at_work(second, summarizes=summarizes):
            body = mention(f"<{link('a')}>")
            bot.deliver(body)
            bot.answer()
            assert second.deliver(body, retry=1)[0] == 200
            assert_answered_once_each(second, summarizes.asked, "a")


def test_a_retry_after_a_restart_is_not_answered_again(tmp_path: Path) -> None:
    summarizes = AtOnce()
    with prepared(tmp_path, workers=1) as bot:
        body = mention(f"<{link('a')}>")
        with at_work(bot, summarizes=summarizes):
            bot.deliver(body)
            bot.answer()
        with at_work(bot, summarizes=summarizes):
            assert bot.deliver(body, retry=2)[0] == 200
            assert_answered_once_each(bot, summarizes.asked, "a")


@BOTH
def test_what_could_not_be_written_down_is_not_acknowledged_and_done_on_retry(
    tmp_path: Path, socket: bool
) -> None:
    (folder := tmp_path / "kept").mkdir()
    summarizes = AtOnce()
    store = f"sqlite:///{folder / 'slack.sqlite'}"
    with running(tmp_path, socket=socket, summarizes=summarizes, workers=1, store=store) as bot:
        body = mention(f"<{link('a')}>")
        with out_of_reach(folder):
            assert bot.deliver(body, **({"wait_s": 0.3} if socket else {}))[0] == 503
        assert bot.deliver(body, retry=1)[0] == 200
        assert_answered_once_each(bot, summarizes.asked, "a")


def test_a_delivery_is_not_lost_because_slack_does_not_say_who_the_bot_is(tmp_path: Path) -> None:
    """Bolt asks that at the first delivery unless it knows, and answers 200 when Slack does not tell."""
    with running(tmp_path, summarizes=AtOnce()) as bot:
        bot.slack.fail("auth.test", error="internal_error", times=3)
        event = mention(f"<{link('a')}>")
        if bot.deliver(event)[0] != 200:
            bot.deliver(event, retry=1)
        bot.slack.wait_for(bot.answers, 1)


def test_a_command_that_comes_twice_is_answered_once(tmp_path: Path) -> None:
    summarizes = AtOnce()
    with running(tmp_path, summarizes=summarizes, workers=1) as bot:
        body = bot.commanding(link("a"))
        bot.deliver(body)
        assert bot.deliver(body) == (200, "")
        bot.command(link("last"))
        bot.slack.wait_for(lambda: len([m for m in bot.slack.ephemerals("C0NEWS") if buttons(m)]) == 2)
        assert summarizes.asked == [link("a"), link("last")]


def test_a_shortcut_that_comes_twice_is_answered_once(tmp_path: Path) -> None:
    summarizes = AtOnce()
    with running(tmp_path, summarizes=summarizes, workers=1) as bot:
        said = bot.slack.say("C0NEWS", f"<{link('a')}>")
        body = shortcut(said, "summarize_link", trigger_id=bot.slack.trigger())
        bot.deliver(body)
        bot.deliver(body)
        assert_answered_once_each(bot, summarizes.asked, "a")


def test_a_choice_that_is_submitted_twice_is_answered_once(tmp_path: Path) -> None:
    summarizes = AtOnce()
    with running(tmp_path, summarizes=summarizes, workers=1) as bot:
        said = bot.slack.say("C0NEWS", f"<{link('a')}> <{link('b')}>")
        bot.deliver(shortcut(said, "summarize_link", trigger_id=bot.slack.trigger()))
        chosen = view_submission(bot.opened(), {"link": {"link": "1"}})
        bot.deliver(chosen)
        bot.deliver(chosen)
        assert_answered_once_each(bot, summarizes.asked, "b")


@pytest.mark.parametrize("action", ["shorter", "longer"])
def test_a_button_that_is_pressed_twice_acts_once(tmp_path: Path, action: str) -> None:
    summarizes = AtOnce()
    with running(tmp_path, summarizes=summarizes, workers=1) as bot:
        bot.ask(f"<{link('a')}>")
        message = bot.answer()
        bot.press(action, message)
        bot.press(action, message)
        bot.ask(f"<{link('last')}>")
        bot.slack.wait_for(lambda: len(bot.answers()) == 2)
        assert summarizes.asked == [link("a"), link("a"), link("last")]


def test_an_answer_is_shared_once_however_often_the_button_is_pressed(tmp_path: Path) -> None:
    with running(tmp_path, summarizes=AtOnce()) as bot:
        bot.command(link("a"))
        private = bot.slack.wait_for(lambda: [m for m in bot.slack.ephemerals("C0NEWS") if buttons(m)])[0]
        body = bot.pressing("share", private)
        bot.deliver(body)
        bot.deliver(body)
        bot.press("share", private)
        assert "Shared by <@U0EDITOR>" in shown(bot.answer())
        bot.ask(f"<{link('last')}>")
        bot.slack.wait_for(lambda: len(bot.answers()) >= 2)
        assert len(bot.slack.messages("C0NEWS")) == 2


def test_a_correction_that_is_submitted_twice_is_kept_once(tmp_path: Path) -> None:
    with running(tmp_path, summarizes=AtOnce()) as bot:
        bot.ask(f"<{link('a')}>")
        bot.press("wrong", bot.answer())
        body = view_submission(
            bot.opened(), {"item": {"item": "h1"}, "correction": {"correction": "It was 13 to 9."}}
        )
        bot.deliver(body)
        bot.deliver(body)
        state = BotState.open(bot.store)
        assert [kept.correction for kept in state.corrections()] == ["It was 13 to 9."]
        state.close()


@pytest.mark.parametrize(
    "event",
    [
        mention(f"<{link('a')}>", user="U0BOT", bot_id="B0BOT"),
        mention(f"<{link('a')}>", bot_id="B0OTHER"),
        mention(f"<{link('a')}>", bot_id="B0OTHER", subtype="bot_message"),
        direct_message(f"<{link('a')}>", user="U0BOT", channel="D0EDITOR", bot_id="B0BOT"),
        direct_message(f"<{link('a')}>", bot_id="B0OTHER", subtype="bot_message"),
        direct_message(f"<{link('a')}>", subtype="message_changed"),
        direct_message(f"<{link('a')}>", subtype="message_deleted"),
        direct_message(f"<{link('a')}>", subtype="channel_join"),
    ],
    ids=[
        "own mention", "a bot's mention", "bot_message", "own direct", "a bot's direct", "edit", "deletion", "join",
    ],
)  # fmt: skip
def test_what_no_person_wrote_is_acknowledged_and_not_answered(
    bot_of_all: Running, event: dict[str, Any]
) -> None:
    before = len(bot_of_all.slack.messages("C0NEWS"))
    assert bot_of_all.deliver(event)[0] == 200
    ts = bot_of_all.ask(f"<{link('later')}>")  # one worker does all in order
    bot_of_all.slack.wait_for(lambda: ts in {message.thread_ts for message in bot_of_all.answers()})
    assert len(bot_of_all.slack.messages("C0NEWS")) == before + 1
    assert bot_of_all.slack.messages("U0EDITOR") == []


def test_a_mention_that_is_edited_is_not_answered_again(tmp_path: Path) -> None:
    """Slack then fires another event, with an id of its own."""
    summarizes = AtOnce()
    with running(tmp_path, summarizes=summarizes, workers=1) as bot:
        ts = bot.ask(f"<{link('a')}>")
        bot.answer()
        edited = mention(f"please <{link('a')}>", ts=ts)
        edited["event"]["edited"] = {"user": "U0EDITOR", "ts": "1790000000.000100"}
        assert bot.deliver(edited)[0] == 200
        assert_answered_once_each(bot, summarizes.asked, "a")


def test_a_link_that_an_edit_adds_is_answered_and_those_before_it_not_again(tmp_path: Path) -> None:
    summarizes = AtOnce()
    with running(tmp_path, summarizes=summarizes, workers=1) as bot:
        ts = bot.ask(f"<{link('a')}>")
        edited = mention(f"<{link('a')}> <{link('b')}>", ts=ts)
        edited["event"]["edited"] = {"user": "U0EDITOR", "ts": "1790000000.000100"}
        assert bot.deliver(edited)[0] == 200
        assert_answered_once_each(bot, summarizes.asked, "a", "b")


@BOTH
def test_slack_is_acknowledged_long_before_the_article_is_read(tmp_path: Path, socket: bool) -> None:
    with Paused() as summarizes, running(tmp_path, socket=socket, summarizes=summarizes) as bot:
        begun = time.monotonic()
        for number in range(6):  # more than there are workers
            bot.ask(f"<{link(str(number))}>", user=f"U{number}")
        assert time.monotonic() - begun < 2
        summarizes.go.set()
        bot.slack.wait_for(lambda: len(bot.answers()) == 6)


@BOTH
def test_slack_is_acknowledged_while_it_takes_no_message(tmp_path: Path, socket: bool) -> None:
    with running(tmp_path, socket=socket, summarizes=AtOnce()) as bot:
        bot.slack.delay("chat.postMessage", 1.0)
        begun = time.monotonic()
        bot.ask(f"<{link('a')}>")
        bot.command(link("b"))
        assert time.monotonic() - begun < 0.9
        bot.answer()


@pytest.mark.parametrize("reason", ["refresh_requested", "warning"])
def test_a_bot_that_slack_disconnects_comes_back_and_answers(tmp_path: Path, reason: str) -> None:
    with running(tmp_path, socket=True, summarizes=AtOnce()) as bot:
        before = len(bot.slack.calls_of("apps.connections.open"))
        bot.slack.socket.disconnect(reason)
        bot.slack.wait_for(lambda: len(bot.slack.calls_of("apps.connections.open")) > before)
        assert bot.slack.socket.deliver(mention(f"<{link('a')}>"), wait_s=8) is not None
        bot.answer()
        assert bot.slack.warnings == []
