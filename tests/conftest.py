"""What every test shares: a clean environment, and folders of its own."""

import os
from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def clean_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No setting of the machine reaches a test, and no test writes outside its own folder."""
    for name in list(os.environ):
        if name.startswith(("SUMMARIZER_", "OPENAI_", "SLACK_")) or name.lower().endswith("_proxy"):
            monkeypatch.delenv(name)
    (tmp_path / "config.toml").touch()
    monkeypatch.setenv("SUMMARIZER_CONFIG", str(tmp_path / "config.toml"))
    monkeypatch.setenv("SUMMARIZER_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setenv("SUMMARIZER_SLACK_STORE", f"sqlite:///{tmp_path / 'slack.sqlite'}")
    monkeypatch.setenv("NO_COLOR", "1")
