"""Variables that set nothing, tokens that are missing or in each other's place: named before Slack is asked."""

from pathlib import Path

import pytest
from command import summarizer

from summarizer.config import SlackSettings, load_slack_settings
from summarizer.errors import ConfigError
from summarizer.slack.account import connect, require_tokens, socket_problem

BOT, APP = "xoxb-" + "1-2-abc", "xapp-" + "1-A-2-def"


@pytest.mark.parametrize(
    ("variable", "meant"),
    [
        ("SUMMARIZER_SLACK_WORKRS", "SUMMARIZER_SLACK_WORKERS"),
        ("SUMMARIZER_SLACK_LINK_PER_USER", "SUMMARIZER_SLACK_LINKS_PER_USER"),
        ("SUMMARIZER_SLACK_BOT_TOKEN", "SLACK_BOT_TOKEN"),
        ("SUMMARIZER_SLACK_SIGNING_SECERT", "SLACK_SIGNING_SECRET"),
    ],
)
def test_a_variable_that_sets_nothing_is_refused_with_the_nearest_that_does(
    monkeypatch: pytest.MonkeyPatch, variable: str, meant: str
) -> None:
    monkeypatch.setenv(variable, BOT)
    with pytest.raises(ConfigError) as caught:
        load_slack_settings()
    assert str(caught.value).startswith(
        f"Wrong setting ({variable}: there is no such variable, did you mean {meant}?). Mend or unset it."
    )
    assert BOT not in str(caught.value)


def test_every_variable_that_sets_nothing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUMMARIZER_SLACK_XYZZY", "1")
    monkeypatch.setenv("SUMMARIZER_SLACK_QUEU", "1")
    with pytest.raises(ConfigError, match=r"_QUEU: .* did you mean SUMMARIZER_SLACK_QUEUE\?; .*_XYZZY: there is no such variable\)"):  # fmt: skip
        load_slack_settings()


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("SUMMARIZER_SLACK_SERVICE_HOST", "10.0.0.1"),
        ("SUMMARIZER_SLACK_SERVICE_PORT_HTTP", "3000"),
        ("SUMMARIZER_SLACK_PORT", "tcp://10.0.0.1:3000"),
        ("SUMMARIZER_SLACK_BOT_PORT_3000_TCP_ADDR", "10.0.0.1"),
        ("SUMMARIZER_SLACK_WORKRS", ""),
    ],
)
def test_what_kubernetes_sets_for_a_service_and_what_is_empty_are_nobodys_settings(
    monkeypatch: pytest.MonkeyPatch, variable: str, value: str
) -> None:
    monkeypatch.setenv(variable, value)
    assert load_slack_settings().workers == 2


def test_each_variable_of_the_bot_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in SlackSettings.model_fields:
        prefix = "SLACK_" if name in SlackSettings.not_ours else "SUMMARIZER_SLACK_"
        monkeypatch.setenv(f"{prefix}{name.upper()}", "https://a.example" if name == "api_url" else "7")
    held = load_slack_settings()
    assert (held.workers, held.store, held.secrets) == (7, "7", ("7", "7", "7"))


def test_an_unknown_key_of_the_slack_table_is_refused_in_the_same_way(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text("[slack]\nworkrs = 3\nxyzzy = 1\n")
    with pytest.raises(ConfigError, match=r"workrs: there is no such key, did you mean workers\?; xyzzy: there is no such key\)"):  # fmt: skip
        load_slack_settings()


def test_the_bot_does_not_start_with_a_misspelt_variable_and_the_doctor_shows_the_rest() -> None:
    wrong = {"SUMMARIZER_SLACK_WORKRS": "4"}
    for command in ("slack", "doctor"):
        done = summarizer(command, env=wrong)
        assert done.returncode == 2
        assert "did you mean SUMMARIZER_SLACK_WORKERS?" in done.stderr
        assert len(done.stderr.splitlines()) == 1
    assert "slack        cannot be used" in done.stdout
    assert "versions     summarizer" in done.stdout


@pytest.mark.parametrize(
    ("http", "missing"),
    [
        (False, "set SLACK_BOT_TOKEN (xoxb-…) and SLACK_APP_TOKEN (xapp-…), or use --http PORT. "),
        (True, "set SLACK_BOT_TOKEN (xoxb-…) and SLACK_SIGNING_SECRET. "),
    ],
)
def test_all_tokens_that_are_missing_are_named_at_once(*, http: bool, missing: str) -> None:
    with pytest.raises(ConfigError) as caught:
        require_tokens(load_slack_settings(), http=http)
    assert missing in str(caught.value)


def test_the_command_names_all_tokens_that_are_missing_in_one_line() -> None:
    done = summarizer("slack")
    assert done.returncode == 2
    (line,) = done.stderr.splitlines()
    assert "SLACK_BOT_TOKEN" in line
    assert "SLACK_APP_TOKEN" in line


SWAPPED = "The tokens are swapped: SLACK_BOT_TOKEN begins with xapp- and SLACK_APP_TOKEN with xoxb-."
APP_FOR_BOT = "SLACK_BOT_TOKEN holds an app-level token (xapp-…); the bot's begins with xoxb-."
BOT_FOR_APP = "SLACK_APP_TOKEN holds a bot token (xoxb-…); the app-level one begins with xapp-."


@pytest.mark.parametrize(
    ("bot", "app", "words"), [(APP, BOT, SWAPPED), (APP, APP, APP_FOR_BOT), (BOT, BOT, BOT_FOR_APP)]
)
def test_a_token_in_the_others_place_is_told_in_one_line(bot: str, app: str, words: str) -> None:
    tokens = {"SLACK_BOT_TOKEN": bot, "SLACK_APP_TOKEN": app}
    done = summarizer("slack", env=tokens)
    assert done.returncode == 2
    assert done.stderr == f"summarizer: {words}\n"


def test_a_token_in_the_others_place_and_one_that_is_missing_are_told_together() -> None:
    with pytest.raises(ConfigError) as caught:
        require_tokens(load_slack_settings(bot_token=APP), http=False)
    assert str(caught.value).startswith(f"{APP_FOR_BOT} ")
    assert "set SLACK_APP_TOKEN (xapp-…)" in str(caught.value)


def test_the_doctor_tells_swapped_tokens_without_asking_slack() -> None:
    done = summarizer("doctor", env={"SLACK_BOT_TOKEN": APP, "SLACK_APP_TOKEN": BOT})
    assert done.returncode == 2
    assert done.stderr == f"summarizer: {SWAPPED}\n"
    with pytest.raises(ConfigError, match="holds an app-level token"):
        connect(load_slack_settings(bot_token=APP))
    assert socket_problem(load_slack_settings(app_token=BOT)) == BOT_FOR_APP.rstrip(".")


def test_over_http_the_app_level_token_is_of_no_matter() -> None:
    require_tokens(load_slack_settings(bot_token=BOT, app_token=BOT, signing_secret="s"), http=True)  # noqa: S106
