"""A number of highlights that cannot be given, or words in its place: who asked is told what can."""

from pathlib import Path

import pytest
from slack_bot import Running, buttons, running, shown
from slack_summaries import AtOnce

from summarizer.config import Settings
from summarizer.pipeline import Source
from summarizer.schema import Summary
from summarizer.slack.jobs import Workspace
from summarizer.slack.links import read_wish
from summarizer.store.bot import BotState

PAGE = "https://courier.example/a"
ALLOWED = "Beside the link I understand one number alone, from 1 to 15: how many highlights to give. "


class Counting(AtOnce):
    """Summarizes at once; how many highlights were asked for is in `counts`."""

    def __init__(self) -> None:
        super().__init__()
        self.counts: list[int] = []

    def __call__(self, source: Source, settings: Settings) -> Summary:
        self.counts.append(settings.highlights)
        return super().__call__(source, settings)


def told(bot: Running) -> list[str]:
    """Wait for the answer of a command, and return what was said to one person before it."""
    said = bot.slack.ephemerals("C0NEWS")
    bot.slack.wait_for(lambda: any(map(buttons, bot.slack.ephemerals("C0NEWS"))))
    return [message.text for message in said if not buttons(message)]


@pytest.mark.parametrize(
    ("behind", "given"),
    [("99", 15), ("16", 15), ("0", 1), ("2026", 5), ("-3", 5), ("3.5", 5), ("please", 5), ("3 please", 5), ("3 4", 5)],
)  # fmt: skip
def test_what_is_no_number_of_highlights_behind_the_command_is_told_with_its_answer(
    tmp_path: Path, behind: str, given: int
) -> None:
    summarizes = Counting()
    with running(tmp_path, summarizes=summarizes) as bot:
        bot.command(f"{PAGE} {behind}")
        (said,) = told(bot)
        assert said.splitlines() == [
            f":hourglass_flowing_sand: Reading <{PAGE}|courier.example> …",
            f"{ALLOWED}This time I take {given}.",
        ]
        assert summarizes.counts == [given]


@pytest.mark.parametrize("behind", ["", "15", "3.", "(3)", "*3*", ".", "!"])
def test_behind_the_command_a_number_that_can_be_given_and_mere_marks_need_no_word(
    tmp_path: Path, behind: str
) -> None:
    with running(tmp_path, summarizes=AtOnce()) as bot:
        bot.command(f"{PAGE} {behind}")
        assert told(bot) == [f":hourglass_flowing_sand: Reading <{PAGE}|courier.example> …"]


@pytest.mark.parametrize("behind", ["99", "3 please"])
def test_who_mentions_the_bot_with_what_begins_with_such_a_number_is_told(
    tmp_path: Path, behind: str
) -> None:
    with running(tmp_path, summarizes=AtOnce()) as bot:
        bot.ask(f"<@U0BOT> <{PAGE}> {behind}")
        (told,) = bot.slack.wait_for(lambda: bot.slack.ephemerals("C0NEWS"))
        assert told.text.startswith(ALLOWED)
        assert told.ephemeral_to == "U0EDITOR"
        assert ALLOWED not in shown(bot.answer())


def test_talk_around_the_link_of_a_mention_is_nobodys_mistake(tmp_path: Path) -> None:
    with running(tmp_path, summarizes=AtOnce()) as bot:
        bot.ask(f"<@U0BOT> is this true? <{PAGE}> The 3 of you should know")
        bot.answer()
        bot.settle()
        assert bot.slack.ephemerals("C0NEWS") == []


def test_a_link_that_is_refused_is_told_alone(tmp_path: Path) -> None:
    with running(tmp_path, summarizes=AtOnce()) as bot:
        state = BotState.open(bot.store)
        state.set_workspace(bot.slack.team, Workspace(domains=("a.example",)).model_dump_json())
        state.close()
        bot.command(f"{PAGE} 99")
        (told,) = bot.slack.wait_for(lambda: bot.slack.ephemerals("C0NEWS"))
        assert told.text.endswith("not among the sites that I may read here.")


@pytest.mark.parametrize(
    ("text", "unclear"),
    [("3 4", ("3", "4")), ("16", ("16",)), ("“please”, now.", ("please", "now")), ("9999", ("9999",)), ("15", ())],
)  # fmt: skip
def test_words_beside_the_links_that_give_no_number_are_unclear(text: str, unclear: tuple[str, ...]) -> None:
    assert read_wish(f"<@U0BOT> <{PAGE}> {text}").unclear == unclear
