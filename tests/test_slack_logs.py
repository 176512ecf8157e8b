"""Nothing that opens a door is in any line of the log, at any level, on any error."""

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO
from pathlib import Path

import pytest
from fake_slack import FakeSlack
from fake_slack_interactions import action, shortcut
from fake_slack_payloads import home_opened
from slack_bot import Running, buttons, running
from slack_summaries import AtOnce, Failing

from summarizer.config import load_slack_settings
from summarizer.errors import ConfigError, ModelError
from summarizer.slack.account import connect
from summarizer.slack.logs import HIDDEN, Hiding

PAGE = "https://courier.example/a"


@contextmanager
def logged(*secrets: str) -> Iterator[StringIO]:
    """Log at DEBUG as `summarizer slack --verbose` does."""
    root, text = logging.getLogger(), StringIO()
    handler, level = logging.StreamHandler(text), root.level
    handler.setFormatter(Hiding(secrets))
    handler.addFilter(lambda record: not record.name.startswith("websockets"))  # that is the fake
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    try:
        yield text
    finally:
        root.removeHandler(handler)
        root.setLevel(level)


def use(bot: Running) -> None:
    """Do what sends the bot response_urls and triggers, twice as Slack does, and let calls go wrong."""
    slack = bot.slack
    command = bot.commanding(PAGE)
    bot.deliver(command)
    bot.deliver(command)
    private = slack.wait_for(lambda: [m for m in slack.ephemerals("C0NEWS") if buttons(m)])[0]
    for name in ("claims", "evidence", "wrong"):
        bot.press(name, private)
    bot.opened(3)
    slack.fail("response_url", status=400, error="invalid_blocks", times=2)
    bot.press("shorter", private)
    slack.fail("views.open", error="expired_trigger_id")
    bot.press("claims", private)
    bot.press("share", private)
    said = {"text": f"<{PAGE}/1> <{PAGE}/2>", "ts": "1790000000.000100"}
    url = slack.response_url("C0NEWS", "U0EDITOR")
    bot.deliver(shortcut(said, "summarize_link", trigger_id=slack.trigger(), response_url=url))
    said["text"] = f"<{PAGE}/1>"
    bot.deliver(shortcut(said, "summarize_link", trigger_id=slack.trigger(), response_url=url))
    soon = {} if bot.url else {"wait_s": 0.3}  # nobody acknowledges these
    bot.deliver(shortcut(said, "unknown", trigger_id=slack.trigger(), response_url=url), **soon)
    bot.deliver(action("unknown", "x", trigger_id=slack.trigger(), response_url=url), **soon)
    bot.deliver(home_opened())
    bot.ask(f"<{PAGE}/3>")
    slack.wait_for(lambda: len(bot.answers()) >= 3)


def assert_none_is_in(text: str, secrets: list[str]) -> None:
    assert len(text) > 1_000
    for secret in secrets:
        assert not [line[:300] for line in text.splitlines() if secret in line]


@pytest.mark.parametrize("kind", ["tokens", "response_urls", "triggers"])
@pytest.mark.parametrize("socket", [False, True], ids=["http", "socket"])
def test_no_secret_is_logged(
    texts: dict[bool, tuple[str, dict[str, list[str]]]], socket: bool, kind: str
) -> None:
    text, secrets = texts[socket]
    assert len(secrets[kind]) > 1
    assert_none_is_in(text, secrets[kind])


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> dict[bool, tuple[str, dict[str, list[str]]]]:
    """Return what was logged over HTTP and in Socket Mode, and all that opens a door in it."""
    folder = tmp_path_factory.mktemp("logs")
    (folder / "config.toml").touch()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SUMMARIZER_CONFIG", str(folder / "config.toml"))
        return {socket: log_of_use(folder / str(socket), socket=socket) for socket in (False, True)}


def log_of_use(folder: Path, *, socket: bool) -> tuple[str, dict[str, list[str]]]:
    folder.mkdir()
    with running(folder, socket=socket, summarizes=AtOnce(), links_per_user=100) as bot:
        slack = bot.slack
        tokens = [slack.bot_token, slack.app_token, slack.signing_secret]
        with logged(*tokens) as text:
            use(bot)
            if socket:
                slack.socket.disconnect()
                slack.wait_for(lambda: len(slack.calls_of("apps.connections.open")) > 1)
                bot.ask(f"<{PAGE}/4>")
    return text.getvalue(), {
        "tokens": tokens,
        "response_urls": list(slack.hooks),
        "triggers": list(slack.triggers),
    }


def test_no_secret_is_logged_with_an_error(tmp_path: Path) -> None:
    with running(tmp_path, summarizes=Failing(RuntimeError("xoxb-1-2-abc"))) as bot, logged() as text:
        bot.ask(f"<{PAGE}>")
        bot.settle()
    (line,) = [line for line in text.getvalue().splitlines() if "RuntimeError" in line]
    assert line == f"    RuntimeError: {HIDDEN}"


@pytest.mark.parametrize(
    "line",
    [
        "xoxb-12-34-abCD", "xoxp-1-abc", "xoxe.xoxp-1-abc", "xapp-1-A0-2-abc", "wss://wss.example/link/?ticket=abc-1&app_id=2",
        "https://hooks.slack.com/commands/T0/1/abc", "https://hooks.slack.com/actions/T0/1/abc",
        '{"response_url": "https://hooks.slack.com/commands/T0/1/abc", "text": ""}',
"https:\\/\\/hooks.slack.com\\/commands\\/T0\\/1\\/abc",
        '{"trigger_id":"13345224609.738474920.8088930838d88f008e0abc"}',
    ],
)  # fmt: skip
def test_what_looks_like_a_secret_is_hidden_though_nobody_named_it(line: str) -> None:
    record = logging.LogRecord("x", logging.INFO, "", 0, "before %s after", (line,), None)
    text = Hiding().format(record)
    assert "abc" not in text.lower().replace(HIDDEN, "")
    assert "before" in text


def test_a_named_secret_is_hidden_in_an_error_too() -> None:
    err = RuntimeError("5ec7e7")
    record = logging.LogRecord("x", logging.ERROR, "", 0, "failed", (), (type(err), err, None))
    assert Hiding(["5ec7e7"]).format(record).endswith(f"failed\n    RuntimeError: {HIDDEN}")


def test_a_token_that_slack_refuses_is_not_in_what_is_said(tmp_path: Path) -> None:
    del tmp_path
    with FakeSlack() as slack, pytest.raises(ConfigError) as refused:
        connect(load_slack_settings(bot_token="xoxb-1-2-wrong", api_url=slack.api_url))  # noqa: S106
    assert re.search("invalid_auth", str(refused.value))
    assert "wrong" not in str(refused.value)


def job_lines(bot: Running, text: StringIO) -> list[str]:
    """Wait until every job is done and return what was logged of them, without time and duration."""
    bot.settle()
    lines = [
        line.split(" ", 2)[2] for line in text.getvalue().splitlines() if "summarizer.slack.pool: " in line
    ]
    return [re.sub(r"Job \w+|[0-9.]+ s", "…", line) for line in lines]


@pytest.mark.parametrize(
    ("summarizes", "line"),
    [
        (
            AtOnce(),
            "INFO summarizer.slack.pool: …: courier.example in T0ONE/C0NEWS for U0EDITOR, …: answered",
        ),
        (
            Failing(ModelError("No answer. Try again.")),
            "WARNING summarizer.slack.pool: …: courier.example in T0ONE/C0NEWS for U0EDITOR, …: "
            "ModelError: No answer. Try again.",
        ),
    ],
    ids=["answered", "failed"],
)
def test_the_log_says_what_came_of_each_job_for_whom_and_where(
    tmp_path: Path, summarizes: AtOnce, line: str
) -> None:
    with running(tmp_path, summarizes=summarizes) as bot, logged() as text:
        bot.ask(f"<{PAGE}>")
        assert job_lines(bot, text) == [line]


def test_what_is_wrong_with_the_settings_is_told_to_the_log_alone(tmp_path: Path) -> None:
    with running(tmp_path, summarizes=Failing(ConfigError("Set OPENAI_API_KEY."))) as bot, logged() as text:
        bot.ask(f"<{PAGE}>")
        (line,) = job_lines(bot, text)
        assert line.endswith("ConfigError: Set OPENAI_API_KEY.")
        assert "OPENAI_API_KEY" not in bot.slack.messages("C0NEWS")[0].text


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r", "\u2028", "\x85"])
def test_what_was_written_elsewhere_begins_no_line_of_the_log(line_break: str) -> None:
    record = logging.LogRecord(
        "x", logging.INFO, "", 0, "%s", (f"a{line_break}2026-01-01 ERROR forged",), None
    )
    first, second = Hiding().format(record).split("\n")
    assert first.endswith("INFO x: a")
    assert second == "    2026-01-01 ERROR forged"


def test_no_line_of_the_log_commands_the_terminal() -> None:
    record = logging.LogRecord("x", logging.INFO, "", 0, "%s", ("a\x1b[2J\x07\u202eb",), None)
    assert Hiding().format(record).endswith("INFO x: a[2Jb")
