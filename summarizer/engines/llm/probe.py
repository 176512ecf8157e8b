"""Ask a model's server whether it is there, without sending it anything."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from summarizer.config import Settings
from summarizer.engines.llm.client import OPENAI
from summarizer.engines.llm.connection import open_http, read_address, shown
from summarizer.errors import ConfigError

if TYPE_CHECKING:
    import httpx2

TIMEOUT_S = 5.0
_REFUSED = frozenset({401, 403})


@dataclass(frozen=True, slots=True)
class ServerStatus:
    """Whether a server answers, and whether it lists the model.

    `model_listed` is None when the server gives no list; `problem` is None when it is reachable.
    """

    url: str
    reachable: bool
    model_listed: bool | None = None
    problem: str | None = None


def probe(settings: Settings, *, timeout_s: float = TIMEOUT_S) -> ServerStatus:
    """Return what GET /models tells of the configured server; never raises for the server's failures.

    Raises ConfigError when the environment's proxy or certificates cannot be used.
    """
    import httpx2

    url = shown(settings.base_url or OPENAI)
    key = settings.api_key.get_secret_value() if settings.api_key else "none"
    try:
        address = read_address(settings.base_url or OPENAI)
    except ConfigError as err:
        return ServerStatus(url, reachable=False, problem=str(err))
    with open_http(httpx2.Client, timeout=timeout_s) as client:
        try:
            response = client.get(
                f"{address.url.rstrip('/')}/models",
                params=address.query,
                headers={"Authorization": f"Bearer {key}"},
            )
        except (httpx2.HTTPError, httpx2.InvalidURL, ValueError) as err:
            return ServerStatus(url, reachable=False, problem=f"no answer ({type(err).__name__})")
    if response.status_code in _REFUSED:
        return ServerStatus(url, reachable=False, problem="the key was refused: check OPENAI_API_KEY")
    if response.is_server_error:
        return ServerStatus(url, reachable=False, problem=f"it answered {response.status_code}")
    return ServerStatus(url, reachable=True, model_listed=_listed(response, settings.model))


def _listed(response: "httpx2.Response", model: str) -> bool | None:
    """Return whether the list in `response` names `model`; None when it is no list."""
    try:
        return model in {entry["id"] for entry in response.json()["data"]}
    except (ValueError, TypeError, LookupError):
        return None
