"""Settings: where they come from, and which are refused."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from summarizer.config import Settings, load_settings
from summarizer.errors import ConfigError


def test_settings_do_not_change() -> None:
    with pytest.raises(ValidationError):
        load_settings().highlights = 3  # type: ignore[misc]


@pytest.mark.parametrize(
    ("variable", "value", "configured"),
    [
        ("OPENAI_API_KEY", "k", True),
        ("OPENAI_BASE_URL", "http://h/v1", True),
        ("SUMMARIZER_MODEL", "m", False),
    ],
)
def test_a_key_or_a_server_makes_the_llm_the_automatic_engine(
    monkeypatch: pytest.MonkeyPatch, variable: str, value: str, *, configured: bool
) -> None:
    monkeypatch.setenv(variable, value)
    assert load_settings().llm_configured is configured


def test_the_key_is_never_shown() -> None:
    assert "secret" not in repr(load_settings(api_key="secret"))


def test_an_empty_variable_counts_as_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "")
    assert not load_settings().llm_configured


@pytest.mark.parametrize(
    "flags", [{"highlights": 0}, {"language": "../x"}, {"temperature": 9}, {"no_such": 1}]
)
def test_a_wrong_setting_is_named(flags: dict[str, object]) -> None:
    with pytest.raises(ConfigError, match=next(iter(flags))):
        load_settings(**flags)


def test_an_unknown_key_in_the_config_file_is_refused(tmp_path: Path) -> None:
    """A misspelt setting must not be ignored in silence."""
    (tmp_path / "config.toml").write_text("higlights = 3\n")
    with pytest.raises(ConfigError, match="higlights"):
        load_settings()


@pytest.mark.parametrize(
    ("variable", "meant"),
    [
        ("SUMMARIZER_HIGLIGHTS", "SUMMARIZER_HIGHLIGHTS"),
        ("SUMMARIZER_CONFG", "SUMMARIZER_CONFIG"),
        ("SUMMARIZER_API_KEY", "OPENAI_API_KEY"),
        ("summarizer_modle", "SUMMARIZER_MODEL"),
    ],
)
def test_a_variable_that_sets_nothing_is_refused_with_the_nearest_that_does(
    monkeypatch: pytest.MonkeyPatch, variable: str, meant: str
) -> None:
    monkeypatch.setenv(variable, "sk-0123")
    with pytest.raises(ConfigError) as caught:
        load_settings()
    assert str(caught.value).startswith(
        f"Wrong setting ({variable.upper()}: there is no such variable, did you mean {meant}?). Mend or unset it."
    )
    assert "sk-0123" not in str(caught.value)


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("SUMMARIZER_SERVICE_HOST", "10.0.0.1"),
        ("SUMMARIZER_PORT", "tcp://10.0.0.1:3000"),
        ("SUMMARIZER_SLACK_WORKRS", "3"),
        ("SUMMARIZER_HIGLIGHTS", ""),
    ],
)
def test_what_kubernetes_sets_what_is_the_bots_and_what_is_empty_are_no_settings_of_these(
    monkeypatch: pytest.MonkeyPatch, variable: str, value: str
) -> None:
    monkeypatch.setenv(variable, value)
    assert load_settings().highlights == 5


def test_each_variable_of_the_settings_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    chosen = {"engine": "llm", "language": "de", "highlights": "7", "max_words": "40", "temperature": "1"}
    for name, field in Settings.model_fields.items():
        prefix = "OPENAI_" if name in Settings.not_ours else "SUMMARIZER_"
        monkeypatch.setenv(
            f"{prefix}{name.upper()}", "no" if field.annotation is bool else chosen.get(name, "500")
        )
    held = load_settings()
    assert (held.highlights, held.engine, held.cache, held.base_url) == (7, "llm", False, "500")


@pytest.mark.parametrize("name", ["confg.toml", "."])
def test_a_config_file_that_is_named_must_be_there(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str
) -> None:
    monkeypatch.setenv("SUMMARIZER_CONFIG", str(tmp_path / name))
    with pytest.raises(ConfigError, match=r"There is no config file .*\. Mend or unset SUMMARIZER_CONFIG\."):
        load_settings()


@pytest.mark.parametrize("content", [b"highlights = = 2", b'tone = "\xff"'])
def test_a_config_file_that_cannot_be_read_is_named(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "config.toml").write_bytes(content)
    with pytest.raises(ConfigError, match=r"Cannot read .*config\.toml"):
        load_settings()


def test_the_users_own_config_file_need_not_exist(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("SUMMARIZER_CONFIG")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "none"))
    assert load_settings().highlights == 5


@pytest.mark.parametrize("name", ["API_KEY", "BASE_URL", "api_key", "base_url"])
def test_another_programs_variable_is_not_taken(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, "other")
    settings = load_settings()
    assert (settings.api_key, settings.base_url) == (None, None)
