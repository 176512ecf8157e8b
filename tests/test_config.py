"""Settings: where they come from, and which are refused."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from summarizer.config import load_settings
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
