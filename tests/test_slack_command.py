"""`summarizer slack` and what `doctor` says of it, as processes of their own."""

import json
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from command import summarizer
from fake_slack import FakeSlack
from fake_slack_payloads import mention
from slack_bot import PACE_S, buttons, pages

from summarizer.store.bot import BotState, Correction


def environment(slack: FakeSlack) -> dict[str, str]:
    """Return the variables that configure the bot for `slack`."""
    return {
        "SLACK_BOT_TOKEN": slack.bot_token,
        "SLACK_APP_TOKEN": slack.app_token,
        "SLACK_SIGNING_SECRET": slack.signing_secret,
        "SUMMARIZER_SLACK_API_URL": slack.api_url,
        "SUMMARIZER_SLACK_PACE_S": str(PACE_S * 1.1),
        "SUMMARIZER_ENGINE": "extractive",
        "SUMMARIZER_ALLOW_PRIVATE_HOSTS": "true",
    }


@pytest.fixture
def slack() -> Iterator[FakeSlack]:
    with FakeSlack(pace_s=PACE_S) as server:
        yield server


@contextmanager
def process(
    slack: FakeSlack, monkeypatch: pytest.MonkeyPatch, *args: str
) -> Iterator[tuple["subprocess.Popen[str]", list[str]]]:
    """Run the bot until it listens; yields it and the lines of its standard error so far."""
    for name, value in environment(slack).items():
        monkeypatch.setenv(name, value)
    command = [sys.executable, "-m", "summarizer", "slack", *args]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as bot:  # noqa: S603 - our own
        lines: list[str] = []
        assert bot.stderr is not None
        for line in bot.stderr:
            lines.append(line)
            if "Listening" in line:
                break
        try:
            yield bot, lines
        finally:
            bot.kill()


@pytest.mark.parametrize(
    ("number", "code", "args"), [(signal.SIGTERM, 0, ()), (signal.SIGINT, 130, ("--http", "0"))]
)
def test_the_bot_answers_until_it_is_told_to_stop(
    slack: FakeSlack,
    monkeypatch: pytest.MonkeyPatch,
    number: signal.Signals,
    code: int,
    args: tuple[str, ...],
) -> None:
    with pages() as site, process(slack, monkeypatch, *args) as (bot, lines):
        body = mention(f"<@U0BOT> <{site.article}>")
        if args:
            url = re.search(r"http://\S+/slack/events", lines[-1])
            assert url is not None
            slack.deliver_http(url[0], body)
        else:
            slack.socket.deliver(body, type="events_api")
        slack.wait_for(lambda: any(map(buttons, slack.messages("C0NEWS"))), timeout_s=20)
        bot.send_signal(number)
        _, rest = bot.communicate(timeout=20)
        assert bot.returncode == code
        log = "".join(lines) + rest
        assert "Stopping: finishing what is in hand." in log
        assert "0 jobs handed back" in log
        assert not [secret for secret in environment(slack).values() if secret[:3] == "xox" and secret in log]


@pytest.mark.parametrize(
    ("missing", "args", "advice"),
    [
        ("SLACK_BOT_TOKEN", (), "set SLACK_BOT_TOKEN (xoxb-…). "),
        ("SLACK_APP_TOKEN", (), "set SLACK_APP_TOKEN (xapp-…), or use --http PORT. "),
        ("SLACK_SIGNING_SECRET", ("--http", "0"), "set SLACK_SIGNING_SECRET"),
    ],
)
def test_a_missing_token_is_named(slack: FakeSlack, missing: str, args: tuple[str, ...], advice: str) -> None:
    held = {name: value for name, value in environment(slack).items() if name != missing}
    done = summarizer("slack", *args, env=held)
    assert done.returncode == 2
    assert advice in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_a_token_that_slack_refuses_is_named_and_not_shown(slack: FakeSlack) -> None:
    wrong = "xoxb-" + "1-2-abcdef"
    done = summarizer("slack", env=environment(slack) | {"SLACK_BOT_TOKEN": wrong})
    assert done.returncode == 2
    assert "Slack refuses SLACK_BOT_TOKEN (invalid_auth)" in done.stderr
    assert wrong not in done.stderr


def test_an_app_level_token_that_slack_refuses_is_named_and_not_shown(slack: FakeSlack) -> None:
    done = summarizer("slack", env=environment(slack) | {"SLACK_APP_TOKEN": "xapp-1-wrong"})
    assert done.returncode == 2
    assert done.stderr.splitlines()[-1].endswith("Slack refuses SLACK_APP_TOKEN (invalid_auth).")
    assert "xapp-1-wrong" not in done.stderr


def test_a_database_that_cannot_be_opened_is_named(slack: FakeSlack) -> None:
    store = {"SUMMARIZER_SLACK_STORE": "sqlite:////dev/null/slack.sqlite"}
    done = summarizer("slack", env=environment(slack) | store)
    assert done.returncode == 2
    assert "The bot's database cannot be opened: " in done.stderr


def test_a_port_in_use_is_named(slack: FakeSlack) -> None:
    port = slack.api_url.split(":")[2].split("/")[0]
    done = summarizer("slack", "--http", port, env=environment(slack))
    assert done.returncode == 2
    assert f"Cannot listen on 127.0.0.1:{port}" in done.stderr


def test_the_manifest_asks_for_what_the_bot_uses() -> None:
    made = json.loads(summarizer("slack", "manifest").stdout)
    assert made["oauth_config"]["scopes"]["bot"] == [
        "app_mentions:read", "chat:write", "commands", "im:history", "users:read",
    ]  # fmt: skip
    assert made["settings"]["event_subscriptions"] == {
        "bot_events": ["app_home_opened", "app_mention", "message.im"]
    }
    assert made["settings"]["socket_mode_enabled"] is True
    assert made["features"]["slash_commands"][0]["command"] == "/summarize"
    assert made["features"]["shortcuts"][0]["callback_id"] == "summarize_link"
    assert made["features"]["app_home"]["messages_tab_read_only_enabled"] is False


def test_the_manifest_for_http_says_where_the_bot_is_reached() -> None:
    made = json.loads(summarizer("slack", "manifest", "--url", "https://bot.example/").stdout)
    address = "https://bot.example/slack/events"
    assert made["settings"]["event_subscriptions"]["request_url"] == address
    assert made["settings"]["interactivity"]["request_url"] == address
    assert made["features"]["slash_commands"][0]["url"] == address
    assert made["settings"]["socket_mode_enabled"] is False
    assert summarizer("slack", "manifest", "--url", "http://bot.example").returncode == 2


def test_corrections_are_printed_one_a_line(tmp_path: Path) -> None:
    state = BotState.open(f"sqlite:///{tmp_path / 'slack.sqlite'}")
    state.add_correction(Correction("V1", "T1", "U1", "https://a.example/", "It rose.", "It fell.", 0.0))
    state.close()
    done = summarizer("slack", "corrections")
    assert json.loads(done.stdout) == {
        "id": "V1",
        "team": "T1",
        "user": "U1",
        "url": "https://a.example/",
        "item": "It rose.",
        "correction": "It fell.",
        "title": None,
        "at": "1970-01-01T00:00:00+00:00",
    }


def test_where_there_are_no_corrections_there_is_no_line(tmp_path: Path) -> None:
    done = summarizer("slack", "corrections")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "There are no corrections.\n")
    assert summarizer("slack", "corrections", "--out", tmp_path / "corrections.jsonl").returncode == 0
    assert (tmp_path / "corrections.jsonl").read_bytes() == b""


def test_doctor_says_whom_slack_takes_the_bot_for(slack: FakeSlack) -> None:
    done = summarizer("doctor", env=environment(slack))
    assert done.returncode == 0
    assert "slack        summarizer in " in done.stdout
    assert "Socket Mode: Slack takes the app-level token" in done.stdout
    assert not [value for value in list(environment(slack).values())[:3] if value in done.stdout]


def test_doctor_names_scopes_that_are_missing(slack: FakeSlack) -> None:
    slack.scopes = slack.scopes - {"commands", "im:history"}
    done = summarizer("doctor", env=environment(slack))
    assert done.returncode == 2
    assert "missing scopes: commands, im:history" in done.stdout
    assert "install the app anew" in done.stderr


def test_doctor_names_tokens_that_slack_refuses(slack: FakeSlack) -> None:
    done = summarizer("doctor", env=environment(slack) | {"SLACK_APP_TOKEN": "xapp-1-wrong"})
    assert done.returncode == 0  # HTTP mode is still possible
    assert "Socket Mode: Slack refuses SLACK_APP_TOKEN (invalid_auth)" in done.stdout
    done = summarizer("doctor", env=environment(slack) | {"SLACK_BOT_TOKEN": "xoxb-wrong"})
    assert done.returncode == 2
    assert "Slack refuses SLACK_BOT_TOKEN (invalid_auth)" in done.stderr


def test_without_any_slack_token_doctor_is_content() -> None:
    done = summarizer("doctor")
    assert done.returncode == 0
    assert "slack        no token set" in done.stdout


def test_the_config_files_slack_table_is_read(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text('highlights = 3\n[slack]\nbot_token = "xoxb-1"\nworkers = 0\n')
    done = summarizer("slack")
    assert done.returncode == 2
    assert "workers" in done.stderr
    assert "xoxb-1" not in done.stderr


@pytest.mark.parametrize(
    ("args", "advice"),
    [
        (("--http", "99999"), "Invalid value for '--http'"),
        (("--host", "127.0.0.2"), "--host is where HTTP is served: pass --http PORT, too."),
    ],
)
def test_an_address_that_cannot_be_served_at_is_named(
    slack: FakeSlack, args: tuple[str, ...], advice: str
) -> None:
    done = summarizer("slack", *args, env=environment(slack))
    assert done.returncode == 2
    assert advice in done.stderr
    assert "Traceback" not in done.stderr


def test_an_api_address_that_is_none_is_a_wrong_setting(slack: FakeSlack) -> None:
    done = summarizer("slack", env=environment(slack) | {"SUMMARIZER_SLACK_API_URL": "slack.com"})
    assert done.returncode == 2
    assert "api_url" in done.stderr
    assert "the table [slack] of" in done.stderr


def test_doctor_says_where_the_bots_database_is_and_what_it_holds(slack: FakeSlack, tmp_path: Path) -> None:
    assert "slack.sqlite, not made yet" in summarizer("doctor", env=environment(slack)).stdout
    BotState.open(f"sqlite:///{tmp_path / 'slack.sqlite'}").close()
    assert "slack.sqlite, 0 corrections" in summarizer("doctor", env=environment(slack)).stdout
    broken = {"SUMMARIZER_SLACK_STORE": "postgresql://me:hidden@127.0.0.1:9/x"}
    done = summarizer("doctor", env=environment(slack) | broken)
    assert done.returncode == 2
    assert "hidden" not in done.stdout + done.stderr


def test_a_wrong_signature_is_warned_of_and_what_it_came_with_is_not_logged(
    slack: FakeSlack, monkeypatch: pytest.MonkeyPatch
) -> None:
    with process(slack, monkeypatch, "--http", "0") as (bot, lines):
        url = re.search(r"http://\S+/slack/events", lines[-1])
        assert url is not None
        for _ in range(2):
            status, _ = slack.deliver_http(url[0], mention("a confidential tip"), secret="another")  # noqa: S106
            assert status == 401
        bot.send_signal(signal.SIGTERM)
        _, rest = bot.communicate(timeout=20)
        assert rest.count("Refused: a signature") == 1
        assert "confidential" not in rest
