"""What every test shares: a clean environment, folders of its own, and servers that several files ask for."""

import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from fault_server import FaultServer
from web_site import Site


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


@pytest.fixture
def server() -> Iterator[FaultServer]:
    """Serve a model that answers as its script says."""
    with FaultServer() as running:
        yield running


@pytest.fixture
def site() -> Iterator[Site]:
    """Serve web pages that answer as their replies say."""
    with Site() as server:
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield server
        server.closing.set()
        server.shutdown()
