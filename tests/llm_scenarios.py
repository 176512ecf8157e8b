"""The exchanges with a model that are recorded once and replayed ever after: which, and how.

Used by `record_cassettes.py`, which makes the cassettes, and `test_llm_cassettes.py`, which
replays them. A request is found again by its method, path and body, whatever the host.
"""

import json
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from fault_server import FaultServer, status

from summarizer.config import load_settings
from summarizer.engines import Proposal
from summarizer.engines.llm import LlmEngine
from summarizer.extraction import extract
from summarizer.fetch import read_source
from summarizer.schema import Article

ROOT = Path(__file__).parent.parent
PAGES = ROOT / "eval" / "pages"
CASSETTES = ROOT / "cassettes"
MODEL = "gpt-5-mini"
# Nothing listens here: in a replay no request may get out.
NOWHERE = "http://127.0.0.1:9/v1"
ANSWERED_BY_HAND_S = 12 * 3600


@dataclass(frozen=True, slots=True)
class Scenario:
    """A run to record: a page, settings of its own, and whether a limited server stands between."""

    name: str
    page: Path
    settings: dict[str, Any] = field(default_factory=dict)
    limited_server: bool = False

    @property
    def cassette(self) -> Path:
        """The file that holds its exchanges."""
        return CASSETTES / f"{self.name}.yaml"


def scenarios() -> list[Scenario]:
    """Return all scenarios: every sample page, and two runs of the first one out of the ordinary."""
    pages = sorted(PAGES.glob("*.html"))
    plain = [Scenario(f"plain-{page.stem}", page) for page in pages]
    if not pages:
        return plain
    return [
        *plain,
        Scenario("long", pages[0], {"highlights": 4, "context_tokens": 500}),
        Scenario("local-server", pages[0], {"highlights": 2, "claims": False}, limited_server=True),
    ]


def article_of(scenario: Scenario) -> Article:
    """Return the article of the scenario's page."""
    return extract(read_source(str(scenario.page))).article


def run(scenario: Scenario, base_url: str, **flags: Any) -> Proposal:
    """Return what the engine proposes with the model at `base_url`."""
    settings = load_settings(
        engine="llm", base_url=base_url, model=MODEL, cache=False, **{**flags, **scenario.settings}
    )
    return LlmEngine(settings, sleep=lambda _: None).propose(article_of(scenario))


@contextmanager
def limited_server(target: str) -> Iterator[str]:
    """Give the address of a local server that fails at json_schema and passes the rest on to `target`."""

    def step(handler: Any, body: dict[str, Any]) -> None:
        if (body.get("response_format") or {}).get("type") == "json_schema":
            status(500, "Internal Server Error")(handler, body)
            return
        request = urllib.request.Request(  # noqa: S310 - the address of our own endpoint
            f"{target.rstrip('/')}/chat/completions",
            data=json.dumps(body).encode(),
            headers={
                "content-type": "application/json",
                "authorization": handler.headers.get("authorization", ""),
            },
        )
        with urllib.request.urlopen(request, timeout=ANSWERED_BY_HAND_S) as reply:  # noqa: S310
            handler.send_bytes(reply.status, reply.read(), "application/json")

    with FaultServer() as server:
        server.always = step
        yield server.url
