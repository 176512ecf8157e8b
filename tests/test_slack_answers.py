"""A link in Slack becomes an answer in its thread, and nothing that Slack refuses or warns of."""

from pathlib import Path

import pytest
from fake_slack_payloads import direct_message
from slack_bot import buttons, running, shown


@pytest.mark.parametrize("socket", [False, True])
def test_a_mention_with_a_link_is_answered_in_its_thread(tmp_path: Path, socket: bool) -> None:
    with running(tmp_path, socket=socket) as bot:
        ts = bot.ask()
        message = bot.answer()
        assert message.thread_ts == ts
        assert "Meng Fanying emphasized" in shown(message)
        assert message.edited == 1  # the placeholder became the answer
        assert list(dict.fromkeys(b["action_id"] for b in buttons(message).values())) == [
            "claims", "evidence", "shorter", "longer", "wrong",
        ]  # fmt: skip
        assert "extractive engine" in shown(message)
        assert "extracts, no model used" in shown(message)
        assert bot.slack.warnings == []
        assert bot.slack.rate_limited == 0
        assert bot.pages.paths == ["/rare-earths.html"]


def test_a_direct_message_with_a_link_is_answered(tmp_path: Path) -> None:
    with running(tmp_path) as bot:
        channel = bot.slack.direct("U0EDITOR")
        bot.deliver(direct_message(f"<{bot.pages.article}|an article> 3", channel=channel))
        assert shown(bot.answer(channel)).count("• ") == 3
