"""Every way to ask the bot: mention, direct message, slash command, message shortcut, App Home."""

import time
from pathlib import Path

import pytest
from fake_slack_interactions import action, shortcut, view_submission
from fake_slack_payloads import direct_message, home_opened, mention
from slack_bot import Running, buttons, running, shown
from slack_summaries import AtOnce, summary_of

from summarizer.config import load_settings
from summarizer.slack.dialogs import read_settings
from summarizer.slack.jobs import Workspace
from summarizer.store.bot import BotState


def choose(bot: Running, text: str) -> dict[str, object]:
    """Choose "Summarize this link" of a message with `text` and return that message."""
    message = {"text": text, "ts": "1790000000.000100", "user": "U0EDITOR"}
    url = bot.slack.response_url("C0NEWS", "U0EDITOR")
    trigger = bot.slack.trigger()
    bot.deliver(shortcut(message, "summarize_link", trigger_id=trigger, response_url=url))
    return message


@pytest.mark.parametrize("socket", [False, True])
def test_a_mention_with_a_link_is_answered_in_its_thread(tmp_path: Path, socket: bool) -> None:
    with running(tmp_path, socket=socket) as bot:
        ts = bot.ask()
        message = bot.answer()
        assert message.thread_ts == ts
        assert "Meng Fanying emphasized" in shown(message)
        assert message.edited == 1  # the placeholder became the answer
        assert bot.slack.warnings == []
        assert bot.slack.rate_limited == 0
        assert bot.pages.paths == ["/rare-earths.html"]


def test_a_mention_within_a_thread_is_answered_there(tmp_path: Path) -> None:
    with running(tmp_path) as bot:
        bot.ask(thread_ts="1790000000.000100")
        assert bot.answer().thread_ts == "1790000000.000100"


def test_each_link_of_a_mention_has_an_answer_of_its_own(tmp_path: Path) -> None:
    with running(tmp_path) as bot:
        bot.ask(f"<@U0BOT> <{bot.pages.article}> and <{bot.pages.url}/harbour-vote.html|that>")
        answers = bot.slack.wait_for(lambda: len(bot.answers()) == 2 and bot.answers())
        assert len({message.text.splitlines()[0] for message in answers}) == 2


def test_a_mention_without_a_link_is_told_how_to_ask(tmp_path: Path) -> None:
    with running(tmp_path) as bot:
        bot.ask("<@U0BOT> hello")
        (told,) = bot.slack.wait_for(lambda: bot.slack.ephemerals("C0NEWS"))
        assert "Give me a link to a news article" in told.text
        assert told.ephemeral_to == "U0EDITOR"
        assert bot.slack.messages("C0NEWS") == []


def test_a_direct_message_with_a_link_is_answered(tmp_path: Path) -> None:
    with running(tmp_path) as bot:
        channel = bot.slack.direct("U0EDITOR")
        bot.deliver(direct_message(f"<{bot.pages.article}|an article> 3", channel=channel))
        assert shown(bot.answer(channel)).count("• ") == 3


def test_a_direct_message_without_a_link_is_told_how_to_ask(tmp_path: Path) -> None:
    with running(tmp_path) as bot:
        channel = bot.slack.direct("U0EDITOR")
        bot.deliver(direct_message("help", channel=channel))
        (told,) = bot.slack.wait_for(lambda: bot.slack.messages(channel))
        assert "Give me a link to a news article" in told.text


@pytest.mark.parametrize("socket", [False, True])
def test_the_slash_command_answers_one_person_alone(tmp_path: Path, socket: bool) -> None:
    with running(tmp_path, socket=socket) as bot:
        bot.command(f"{bot.pages.article} 2")
        (told,) = bot.slack.wait_for(
            lambda: [message for message in bot.slack.ephemerals("C0NEWS") if buttons(message)]
        )
        assert told.ephemeral_to == "U0EDITOR"
        assert shown(told).count("• ") == 2
        assert "Share to channel" in buttons(told)
        assert bot.slack.messages("C0NEWS") == []


@pytest.mark.parametrize("text", ["", "help", "not a link", "ftp://example.com/a"])
def test_the_slash_command_without_a_link_is_told_how_to_ask(tmp_path: Path, text: str) -> None:
    with running(tmp_path) as bot:
        bot.command(text)
        (told,) = bot.slack.wait_for(lambda: bot.slack.ephemerals("C0NEWS"))
        assert "`/summarize https://… 3`" in told.text


def test_the_shortcut_answers_in_the_thread_of_the_message(tmp_path: Path) -> None:
    with running(tmp_path) as bot:
        message = choose(bot, f"Look: <{bot.pages.article}|rare earths>")
        assert bot.answer().thread_ts == message["ts"]


def test_the_shortcut_asks_which_of_several_links_is_meant(tmp_path: Path) -> None:
    with running(tmp_path) as bot:
        message = choose(bot, f"<{bot.pages.url}/none.html> or <{bot.pages.article}>")
        view = bot.opened()
        assert view["title"]["text"] == "Summarize"
        (asked,) = view["blocks"]
        assert [option["text"]["text"] for option in asked["element"]["options"]] == [
            f"{bot.pages.url}/none.html",
            bot.pages.article,
        ]
        bot.deliver(view_submission(view, {"link": {"link": "1"}}))
        assert bot.answer().thread_ts == message["ts"]
        assert bot.pages.paths == ["/rare-earths.html"]


def test_the_shortcut_says_when_there_is_no_link(tmp_path: Path) -> None:
    with running(tmp_path) as bot:
        choose(bot, "nothing <mailto:a@example.com|here>")
        (told,) = bot.slack.wait_for(lambda: bot.slack.ephemerals("C0NEWS"))
        assert told.text == "There is no link to an article in that message."


def test_the_app_home_shows_help_and_settings(tmp_path: Path) -> None:
    with running(tmp_path) as bot:
        bot.deliver(home_opened("U0EDITOR"))
        view = bot.slack.wait_for(lambda: bot.slack.homes.get("U0EDITOR"))
        assert "`@summarizer https://…`" in shown(view)
        assert "Engine: extractive · Highlights: 5 · Language: the article’s · Sites: all" in shown(view)


def open_settings(bot: Running, user: str) -> dict[str, object]:
    bot.deliver(home_opened(user))
    home = bot.slack.wait_for(lambda: bot.slack.homes.get(user))
    button = buttons(home)["Change settings"]
    bot.deliver(action(button["action_id"], view=home, user=user, trigger_id=bot.slack.trigger()))
    return bot.opened()


def test_an_admin_changes_what_the_workspace_gets(tmp_path: Path) -> None:
    with running(tmp_path) as bot:
        view = open_settings(bot, "U0ADMIN")
        values = {
            "engine": {"engine": "extractive"},
            "highlights": {"highlights": "2"},
            "language": {"language": None},
            "domains": {"domains": "127.0.0.1\nhttps://News.Example/front"},
        }
        bot.deliver(view_submission(view, values, user="U0ADMIN"))
        bot.slack.wait_for(lambda: "Highlights: 2" in shown(bot.slack.homes["U0ADMIN"]))
        assert "Sites: 127.0.0.1, news.example" in shown(bot.slack.homes["U0ADMIN"])
        bot.ask()
        assert shown(bot.answer()).count("• ") == 2
        bot.deliver(mention("<@U0BOT> <https://other.example/a>", channel="C0NEWS", user="U0EDITOR"))
        (told,) = bot.slack.wait_for(lambda: bot.slack.ephemerals("C0NEWS"))
        assert told.text.endswith(": not among the sites that I may read here.")


def test_who_is_no_admin_cannot_change_settings(tmp_path: Path) -> None:
    with running(tmp_path) as bot:
        view = open_settings(bot, "U0EDITOR")
        assert shown(view) == "Only admins of the workspace may change its settings."
        assert not view["submit"]


def typed(**values: str | None) -> dict[str, object]:
    """Return the state of the settings dialog with these values typed."""
    engine = values.pop("engine", None)
    names = ("highlights", "language", "domains")
    return {name: {name: {"value": values.get(name)}} for name in names} | {
        "engine": {"engine": {"selected_option": engine and {"value": engine}}}
    }


@pytest.mark.parametrize(
    ("values", "wrong"),
    [
        ({"engine": "llm"}, "engine"),
        ({"highlights": "16"}, "highlights"),
        ({"language": "German"}, "language"),
        ({"domains": "example.com nonsense"}, "domains"),
        ({"domains": "http://[::1"}, "domains"),
    ],
)
def test_settings_that_make_no_sense_are_refused_where_they_stand(values: dict[str, str], wrong: str) -> None:
    refused = read_settings(typed(**values), load_settings())
    assert isinstance(refused, dict)
    assert list(refused) == [wrong]


def test_settings_left_empty_are_those_of_whoever_runs_the_bot() -> None:
    assert read_settings(typed(), load_settings()) == Workspace()


@pytest.mark.parametrize(
    ("host", "allowed"),
    [
        ("example.com", True),
        ("www.EXAMPLE.com", True),
        ("badexample.com", False),
        ("example.com.evil.org", False),
        ("", False),
    ],
)
def test_a_domain_allows_itself_and_what_is_below_it(host: str, allowed: bool) -> None:
    assert Workspace(domains=("example.com",)).allows(host) is allowed


def only_from(bot: Running, *domains: str) -> None:
    """Let the workspace have chosen these domains."""
    state = BotState.open(bot.store)
    state.set_workspace(bot.slack.team, Workspace(domains=domains).model_dump_json())
    state.close()


def test_an_allowed_link_that_leads_to_another_site_is_not_answered(tmp_path: Path) -> None:
    elsewhere = AtOnce(lambda _: summary_of("https://other.example/a"))
    with running(tmp_path, summarizes=elsewhere) as bot:
        only_from(bot, "courier.example")
        bot.ask("<https://courier.example/a>")
        bot.settle()
        (message,) = bot.slack.messages("C0NEWS")
        assert message.text == (
            ":x: No highlights of <https://courier.example/a|courier.example>: "
            "The link leads to another site, which I may not read here."
        )


def test_the_links_of_a_message_that_are_not_allowed_are_refused_together_and_the_others_answered(
    tmp_path: Path,
) -> None:
    with running(tmp_path, summarizes=AtOnce()) as bot:
        only_from(bot, "courier.example")
        bot.ask("<https://a.example/1> <https://courier.example/a> <https://b.example/2>")
        (told,) = bot.slack.wait_for(lambda: bot.slack.ephemerals("C0NEWS"))
        assert told.text == (
            "<https://a.example/1|a.example>, <https://b.example/2|b.example>: "
            "not among the sites that I may read here."
        )
        assert "https://courier.example/a|" in shown(bot.answer())


def test_who_asks_for_nothing_again_and_again_gets_the_help_once_a_minute(tmp_path: Path) -> None:
    with running(tmp_path, summarizes=AtOnce()) as bot:
        minutes = {int(time.time() // 60)}
        for _ in range(5):
            bot.ask("<@U0BOT> hello")
        bot.ask("<@U0BOT> hello", user="U0ADMIN")
        minutes.add(int(time.time() // 60))
        bot.sql("UPDATE slack_seen SET event = event || ' earlier' WHERE event LIKE 'help:%'")
        bot.ask("<@U0BOT> hello")
        bot.slack.wait_for(
            lambda: [m.ephemeral_to for m in bot.slack.ephemerals("C0NEWS")][-2:] == ["U0ADMIN", "U0EDITOR"]
        )
        told = [message.ephemeral_to for message in bot.slack.ephemerals("C0NEWS")]
        assert told.count("U0ADMIN") == 1
        assert 2 <= told.count("U0EDITOR") <= 1 + len(minutes)


def test_a_page_that_calls_itself_by_its_name_without_www_is_of_the_same_site(tmp_path: Path) -> None:
    bare = AtOnce(lambda _: summary_of("https://courier.example/a"))
    with running(tmp_path, summarizes=bare) as bot:
        only_from(bot, "www.courier.example")
        bot.ask("<https://www.courier.example/a>")
        bot.settle()
        assert len(bot.answers()) == 1
