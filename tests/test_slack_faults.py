"""Slack refuses, stumbles or is slow, and people are answered all the same, or told what to do."""

from pathlib import Path
from typing import Any

import pytest
from fake_slack import Message
from fake_slack_interactions import shortcut
from slack_bot import Running, at_work, buttons, prepared, running, shown
from slack_summaries import AtOnce, Paused, summary_of
from test_slack_limits import assert_each_is_shown_once, large

from summarizer.errors import FetchError
from summarizer.pipeline import Source
from summarizer.schema import Summary
from summarizer.slack.answer import failed

PAGE = "https://courier.example/a"
FAULTS: list[dict[str, Any]] = [
    {"status": 429, "headers": {"Retry-After": "0"}},
    {"status": 500},
    {"status": 502},
    {"status": 503},
    {"status": 504},
    {"drop": True},
]
INVITE = "I may not write in <#{}> ({}). Invite me there with /invite, then ask again."


def private_answers(bot: Running, channel: str = "C0NEWS") -> list[Message]:
    """Wait for what was answered to one person alone, and return its messages."""
    bot.slack.wait_for(lambda: any(buttons(message) for message in bot.slack.ephemerals(channel)))
    bot.settle()
    return bot.slack.ephemerals(channel)


@pytest.mark.parametrize("method", ["chat.postMessage", "chat.update"])
def test_a_call_that_slack_fails_is_made_again_whatever_the_fault(tmp_path: Path, method: str) -> None:
    """One channel for each fault: they wait at the same time."""
    with running(tmp_path, summarizes=AtOnce(), workers=8) as bot:
        channels = [f"C{number}" for number in range(len(FAULTS))]
        for channel, fault in zip(channels, FAULTS, strict=True):
            bot.slack.add_channel(channel)
            bot.slack.fail(method, **fault)
        for channel in channels:
            bot.ask(f"<{PAGE}>", channel=channel)
        answers = [bot.answer(channel) for channel in channels]
        assert [bot.slack.messages(channel) for channel in channels] == [[answer] for answer in answers]
        assert [answer.edited for answer in answers] == [1] * len(FAULTS)
        assert len(bot.slack.calls_of(method)) == 2 * len(FAULTS)


@pytest.mark.parametrize("fault", [{"status": 500}, {"drop": True}], ids=["500", "dropped"])
def test_a_private_answer_that_slack_fails_is_sent_again(tmp_path: Path, fault: dict[str, Any]) -> None:
    with running(tmp_path, summarizes=AtOnce()) as bot:
        bot.slack.fail("response_url", **fault)
        bot.command(PAGE)
        assert len([message for message in private_answers(bot) if buttons(message)]) == 1


def test_an_answer_that_slack_does_not_take_is_given_after_a_restart(tmp_path: Path) -> None:
    with prepared(tmp_path) as bot:
        with at_work(bot, summarizes=AtOnce()):
            bot.slack.fail("chat.update", error="internal_error")
            bot.ask(f"<{PAGE}>")
            bot.slack.wait_for(lambda: bot.slack.calls_of("chat.update"))
            bot.settle()
            (placeholder,) = bot.slack.messages("C0NEWS")
        with at_work(bot, summarizes=AtOnce()):
            assert bot.answer().ts == placeholder.ts
            assert len(bot.slack.messages("C0NEWS")) == 1


def test_an_answer_is_posted_where_somebody_deleted_the_placeholder(tmp_path: Path) -> None:
    with Paused() as summarizes, running(tmp_path, summarizes=summarizes) as bot:
        ts = bot.ask(f"<{PAGE}>")
        bot.slack.wait_for(lambda: bot.slack.messages("C0NEWS"))
        bot.slack.channels["C0NEWS"].messages.clear()
        summarizes.go.set()
        assert bot.answer().thread_ts == ts


def test_many_links_in_one_channel_are_never_too_fast_for_slack(tmp_path: Path) -> None:
    with running(tmp_path, summarizes=AtOnce(), links_per_user=100, workers=8) as bot:
        for _ in range(4):
            bot.ask(" ".join(f"<{PAGE}/{number}>" for number in range(7)))  # two more than are taken
        bot.slack.wait_for(lambda: len(bot.answers()) == 20)
        bot.slack.wait_for(lambda: len(bot.slack.ephemerals("C0NEWS")) == 4)
        assert bot.slack.rate_limited == 0
        assert bot.slack.warnings == []


@pytest.mark.parametrize(
    ("channel", "code"), [("C0PUBLIC", "not_in_channel"), ("C0PRIVATE", "channel_not_found")]
)
def test_where_the_bot_may_not_write_it_says_so_in_a_direct_message(
    tmp_path: Path, channel: str, code: str
) -> None:
    with running(tmp_path, summarizes=AtOnce()) as bot:
        said = {"text": f"<{PAGE}>", "ts": "1790000000.000100", "user": "U0ADMIN"}
        bot.deliver(shortcut(said, "summarize_link", channel=channel, trigger_id=bot.slack.trigger()))
        bot.slack.wait_for(lambda: bot.slack.messages("U0EDITOR"))
        bot.settle()
        assert [message.text for message in bot.slack.messages("U0EDITOR")] == [INVITE.format(channel, code)]
        assert bot.slack.warnings == []


@pytest.mark.parametrize("channel", ["C0NEWS", "C0PUBLIC", "C0PRIVATE"])
def test_the_command_is_answered_in_every_channel(tmp_path: Path, channel: str) -> None:
    with running(tmp_path, summarizes=AtOnce()) as bot:
        bot.command(PAGE, channel=channel)
        *_, answer = private_answers(bot, channel)
        assert answer.ephemeral_to == "U0EDITOR"
        assert "Velden's council voted 14 to 9" in shown(answer)
        assert bot.slack.messages("U0EDITOR") == []
        assert bot.slack.warnings == []


def test_what_cannot_be_shared_says_so_privately_and_can_be_once_the_bot_is_invited(tmp_path: Path) -> None:
    with running(tmp_path, summarizes=AtOnce()) as bot:
        bot.command(PAGE, channel="C0PUBLIC")
        *_, answer = private_answers(bot, "C0PUBLIC")
        bot.press("share", answer, "C0PUBLIC")
        told = INVITE.format("C0PUBLIC", "not_in_channel")
        bot.slack.wait_for(lambda: told in [message.text for message in bot.slack.ephemerals("C0PUBLIC")])
        assert answer in bot.slack.ephemerals("C0PUBLIC")
        bot.slack.channels["C0PUBLIC"].members.add(bot.slack.bot_user)
        bot.press("share", answer, "C0PUBLIC")
        assert "Shared by <@U0EDITOR>" in shown(bot.answer("C0PUBLIC"))
        bot.slack.wait_for(lambda: answer not in bot.slack.ephemerals("C0PUBLIC"))


@pytest.mark.parametrize("refused", [0, 1, 2, 8])
def test_a_private_answer_uses_its_response_url_no_more_than_slack_lets_it(
    tmp_path: Path, refused: int
) -> None:
    """Also where Slack does not take the blocks, for whatever reason."""
    with running(tmp_path, summarizes=AtOnce(lambda _: large())) as bot:
        bot.slack.fail("response_url", status=400, error="invalid_blocks", times=refused)
        bot.command(PAGE)
        bot.slack.wait_for(lambda: bot.slack.calls_of("response_url"))
        bot.settle()
        assert "used_url" not in [call.answer for call in bot.slack.calls]
        assert len(bot.slack.calls_of("response_url")) <= 5
        assert bot.slack.rate_limited == 0


def test_a_private_answer_that_was_cut_short_is_shared_whole(tmp_path: Path) -> None:
    with running(tmp_path, summarizes=AtOnce(lambda _: large())) as bot:
        bot.command(PAGE)
        *_, last = private_answers(bot)
        assert "There is more than a private answer holds" in shown(last)
        bot.press("share", last)
        bot.answer()
        assert_each_is_shown_once(bot.slack.messages("C0NEWS"))
        assert bot.slack.rate_limited == 0


def test_a_private_answer_is_made_shorter_with_the_response_url_of_the_button(tmp_path: Path) -> None:
    def make(source: Source) -> Summary:
        return large() if isinstance(source, str) else summary_of(source)

    with running(tmp_path, summarizes=AtOnce(make)) as bot:
        bot.command(PAGE)
        *_, last = private_answers(bot)
        bot.press("shorter", last)
        bot.settle()
        assert {call.answer for call in bot.slack.calls_of("response_url")} == {"ok"}
        assert [hook.uses <= 5 for hook in bot.slack.hooks.values()] == [True, True]


def test_an_answer_is_shown_to_no_other_workspace(tmp_path: Path) -> None:
    with running(tmp_path, summarizes=AtOnce()) as bot:
        bot.ask(f"<{PAGE}>")
        body = bot.pressing("claims", bot.answer())
        body["team"]["id"] = body["user"]["team_id"] = "T0OTHER"
        bot.deliver(body)
        bot.slack.wait_for(lambda: bot.slack.ephemerals("C0NEWS"))
        (told,) = bot.slack.ephemerals("C0NEWS")
        assert told.text == "I do not keep this answer any more. Give me the link again."
        assert bot.slack.views == {}


def test_an_answer_that_could_not_be_kept_is_given_after_a_restart(tmp_path: Path) -> None:
    """Its buttons would not work, so it does not stand before it is kept."""
    (folder := tmp_path / "kept").mkdir()
    with prepared(tmp_path, store=f"sqlite:///{folder / 'slack.sqlite'}") as bot:
        with Paused() as summarizes, at_work(bot, summarizes=summarizes):
            bot.ask(f"<{PAGE}>")
            (placeholder,) = bot.slack.wait_for(lambda: bot.slack.messages("C0NEWS"))
            bot.slack.wait_for(lambda: summarizes.asked)
            away = folder.rename(tmp_path / "away")
            summarizes.go.set()
            bot.settle()
            away.rename(folder)
            assert bot.answers() == []
        with at_work(bot, summarizes=AtOnce()):
            assert bot.answer().thread_ts == placeholder.thread_ts


@pytest.mark.parametrize(
    "code", ["restricted_action", "restricted_action_read_only_channel", "is_archived", "no_permission", "thread_not_found"]
)  # fmt: skip
def test_where_an_invitation_would_not_help_none_is_asked_for(tmp_path: Path, code: str) -> None:
    """Slack refuses a word to one person alone there, too."""
    with running(tmp_path, summarizes=AtOnce()) as bot:
        for method in ("chat.postMessage", "chat.postEphemeral"):
            bot.slack.fail(method, error=code)
        bot.ask(f"<{PAGE}>")
        bot.slack.wait_for(lambda: bot.slack.calls_of("chat.postEphemeral"))
        bot.settle()
        assert [message.text for message in bot.slack.messages("U0EDITOR")] == [
            f"I may not write in <#C0NEWS> ({code})."
        ]


def test_a_private_answer_has_three_parts_at_most(tmp_path: Path) -> None:
    with running(tmp_path, summarizes=AtOnce(lambda _: large())) as bot:
        bot.command(PAGE)
        placeholder, *parts = private_answers(bot)
        assert placeholder.text.startswith(":hourglass_flowing_sand: Reading ")
        assert len(parts) == 3


def test_a_private_answer_that_is_made_over_is_one_line_meanwhile(tmp_path: Path) -> None:
    """A response_url has few uses, and a long answer would take them."""
    with Paused() as summarizes, running(tmp_path, summarizes=summarizes) as bot:
        summarizes.go.set()
        bot.command(PAGE)
        *_, answer = private_answers(bot)
        summarizes.go.clear()
        bot.press("shorter", answer)
        bot.slack.wait_for(lambda: len(bot.slack.calls_of("response_url")) == 2)
        assert shown(bot.slack.calls_of("response_url")[-1].params) == (
            f":hourglass_flowing_sand: Going over <{PAGE}|courier.example> …"
        )
        summarizes.go.set()


def test_an_address_inside_a_network_is_not_told_to_a_channel() -> None:
    err = FetchError(
        "wiki.example is at 10.0.0.1, inside a network; if you trust it, pass --allow-private-hosts."
    )
    said = failed("https://wiki.example/plan", err)["text"]
    assert "inside a private or special network" in said
    assert "10.0.0.1" not in said
    assert "--allow" not in said
