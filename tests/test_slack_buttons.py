"""The answer and its buttons: what each opens, changes, shares or keeps."""

import json
from pathlib import Path

import pytest
from fake_slack import Message
from fake_slack_interactions import view_submission
from slack_bot import Running, buttons, running, shown

from summarizer.config import Settings
from summarizer.errors import ModelError
from summarizer.pipeline import Source, summarize
from summarizer.schema import Summary
from summarizer.store.bot import BotState


def private_answer(bot: Running) -> Message:
    """Ask by slash command and return the answer."""
    bot.command(bot.pages.article)
    return bot.slack.wait_for(
        lambda: [message for message in bot.slack.ephemerals("C0NEWS") if buttons(message)]
    )[0]


def edited(bot: Running, times: int) -> Message:
    """Wait until the first answer was edited so often and has its buttons."""
    return bot.slack.wait_for(lambda: [each for each in bot.answers() if each.edited == times])[0]


def test_an_answer_has_its_title_linked_its_highlights_its_buttons_and_its_colophon(tmp_path: Path) -> None:
    with running(tmp_path) as bot:
        bot.ask()
        message = bot.answer()
        title, about, *highlights, actions, made = message.blocks
        assert title["text"]["text"].startswith(f"*<{bot.pages.article}|")
        assert "11 March 2025" in about["elements"][0]["text"]
        assert about["elements"][0]["text"].endswith(" · 5 supported by the article")
        assert [block["text"]["text"][:2] for block in highlights] == ["• "] * 5
        assert [each["action_id"] for each in actions["elements"]] == [
            "claims", "evidence", "shorter", "longer", "wrong",
        ]  # fmt: skip
        line = made["elements"][0]["text"]
        assert line.startswith("extracts, no model used · extractive engine · ")
        assert ("link", bot.pages.article) in [notice[:2] for notice in bot.slack.notified]


def test_evidence_opens_a_dialog_with_the_articles_own_words(tmp_path: Path) -> None:
    with running(tmp_path) as bot:
        bot.ask()
        bot.press("Evidence", bot.answer())
        view = bot.opened()
        assert view["title"]["text"] == "Evidence"
        assert shown(view).count("• ") == 5
        assert shown(view).count("\n>") >= 5


def test_claims_opens_a_dialog_with_every_claim(tmp_path: Path) -> None:
    with running(tmp_path) as bot:
        bot.ask()
        message = bot.answer()
        label = next(name for name in buttons(message) if name.startswith("Claims ("))
        bot.press(label, message)
        view = bot.opened()
        assert shown(view).count("• ") == int(label.removeprefix("Claims (").rstrip(")").split(",")[0])


def test_shorter_and_longer_change_the_answer_where_it_stands_without_reading_the_page_again(
    tmp_path: Path,
) -> None:
    with running(tmp_path) as bot:
        bot.ask()
        first = bot.answer()
        bot.press("Shorter", first)
        shorter = edited(bot, 3)  # a note in between
        assert shown(shorter).count("• ") == 3
        bot.press("Longer", shorter)
        assert shown(edited(bot, 5)).count("• ") == 5
        assert len(bot.slack.messages("C0NEWS")) == 1
        assert bot.pages.paths == ["/rare-earths.html"]


def test_a_revision_that_fails_leaves_the_answer_as_it_was_and_says_why(tmp_path: Path) -> None:
    def moody(source: Source, settings: Settings) -> Summary:
        if settings.highlights == 7:
            raise ModelError("the model is out to lunch.")
        return summarize(source, settings)

    with running(tmp_path, summarizes=moody) as bot:
        bot.ask()
        first = bot.answer()
        bot.press("Longer", first)
        again = edited(bot, 3)
        assert shown(again) == shown(first)
        (told,) = bot.slack.wait_for(lambda: bot.slack.ephemerals("C0NEWS"))
        assert told.text.endswith("the model is out to lunch.")
        bot.press("Shorter", again)
        assert shown(edited(bot, 5)).count("• ") == 3


def test_a_private_answer_is_revised_privately(tmp_path: Path) -> None:
    with running(tmp_path) as bot:
        bot.press("Shorter", private_answer(bot))
        bot.slack.wait_for(
            lambda: [m for m in bot.slack.ephemerals("C0NEWS") if buttons(m) and shown(m).count("• ") == 3]
        )
        assert bot.slack.messages("C0NEWS") == []


def test_share_posts_a_private_answer_for_all_and_takes_it_back(tmp_path: Path) -> None:
    with running(tmp_path) as bot:
        alone = private_answer(bot)
        bot.press("Share to channel", alone)
        shared = bot.answer()
        assert "Shared by <@U0EDITOR>" in shown(shared)
        assert "Share to channel" not in buttons(shared)
        bot.slack.wait_for(lambda: not any(map(buttons, bot.slack.ephemerals("C0NEWS"))))
        bot.press("Shorter", shared)
        assert shown(edited(bot, 2)).count("• ") == 3


def test_share_where_the_bot_is_no_member_asks_to_be_invited(tmp_path: Path) -> None:
    with running(tmp_path) as bot:
        bot.command(bot.pages.article, channel="C0PRIVATE")
        (alone,) = bot.slack.wait_for(
            lambda: [message for message in bot.slack.ephemerals("C0PRIVATE") if buttons(message)]
        )
        bot.press("Share to channel", alone, channel="C0PRIVATE")
        told = bot.slack.wait_for(
            lambda: [m for m in bot.slack.ephemerals("C0PRIVATE") if "Invite me there" in m.text]
        )
        assert told[0].ephemeral_to == "U0EDITOR"
        assert any(map(buttons, bot.slack.ephemerals("C0PRIVATE")))  # the answer is still there


def test_wrong_takes_a_correction_and_keeps_it_for_review(tmp_path: Path) -> None:
    with running(tmp_path) as bot:
        bot.ask()
        bot.press("Wrong?", bot.answer())
        view = bot.opened()
        item, correction = view["blocks"]
        assert item["optional"] is True
        assert correction["element"]["multiline"] is True
        values = {"item": {"item": "h2"}, "correction": {"correction": "It was <!channel> 2025, not 2026."}}
        bot.deliver(view_submission(view, values))
        bot.slack.wait_for(lambda: "kept for review" in json.dumps(list(bot.slack.views.values())))
        state = BotState.open(bot.store)
        (kept,) = state.corrections()
        state.close()
        assert (kept.user, kept.url) == ("U0EDITOR", bot.pages.article)
        assert kept.item in shown(bot.answer())
        assert kept.correction == "It was <!channel> 2025, not 2026."


def test_a_button_of_an_answer_that_is_kept_no_more_says_so(tmp_path: Path) -> None:
    with running(tmp_path) as bot:
        bot.ask()
        message = bot.answer()
        state = BotState.open(bot.store)
        state.forget(answers_before=1e12)
        state.close()
        bot.press("Evidence", message)
        (told,) = bot.slack.wait_for(lambda: bot.slack.ephemerals("C0NEWS"))
        assert told.text == "I do not keep this answer any more. Give me the link again."


@pytest.mark.parametrize("action", ["claims", "evidence", "shorter", "longer", "wrong"])
def test_a_button_of_an_answer_that_cannot_be_read_says_that_it_is_kept_no_more(
    tmp_path: Path, action: str
) -> None:
    """Another version of the bot may have kept it."""
    with running(tmp_path) as bot:
        bot.ask()
        message = bot.answer()
        bot.settle()
        bot.sql("UPDATE slack_answers SET summary = '{}'")
        bot.press(action, message)
        (told,) = bot.slack.wait_for(lambda: bot.slack.ephemerals("C0NEWS"))
        assert told.text == "I do not keep this answer any more. Give me the link again."
