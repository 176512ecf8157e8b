"""Recorded exchanges with a model: made once, replayed ever after without a network (vcrpy).

A request is found again by its method, path and body, whatever the host; no key, host or version
is written down. Replay is strict: a request that was not recorded is an error, never a call.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from summarizer.errors import EvalError

Mode = Literal["replay", "record", "live"]


def _without_host(request: Any) -> Any:
    """Keep of a request what makes it the same one: no host, no key, no version of a library."""
    request.uri = "http://model" + request.path
    request.headers = {"content-type": "application/json"}
    return request


def _bare(response: Any) -> Any:
    response["headers"] = {"content-type": ["application/json"]}
    return response


# `httpx2` alone, which the model's client speaks, is listened to.
VCR_CONFIG: dict[str, Any] = {
    "match_on": ("method", "path", "body"),
    "before_record_request": _without_host,
    "before_record_response": _bare,
    "decode_compressed_response": True,
    "skip_patchers": ("httplib", "requests", "urllib3", "httplib2", "tornado", "aiohttp", "httpx"),
}


@dataclass(slots=True)
class Exchanges:
    """What went over the wire, as far as it was watched; `missed` requests have no recorded answer."""

    missed: int = 0


@contextmanager
def exchanges(cassette: Path, mode: Mode) -> Iterator[Exchanges]:
    """Replay `cassette`, or record it anew: it is replaced when every request of the block was answered.

    `missed` is known once the block has ended. Raises EvalError when vcrpy is not installed.
    """
    count = Exchanges()
    if mode == "live":
        yield count
        return
    try:
        from vcr import VCR
    except ImportError as err:
        raise EvalError(
            "Recorded exchanges need vcrpy: pip install '.[eval]' in the program's folder."
        ) from err
    seen: set[tuple[str, str]] = set()

    def watching(request: Any) -> Any:
        """Note a request: vcrpy shows each one here, those of the recording among them."""
        request = _without_host(request)
        seen.add(_identity(request))
        return request

    fresh = cassette.with_suffix(".new.yaml")
    if mode == "record":
        fresh.parent.mkdir(parents=True, exist_ok=True)
        fresh.unlink(missing_ok=True)
    vcr = VCR(
        record_mode="all" if mode == "record" else "none",
        **{**VCR_CONFIG, "before_record_request": watching},
    )
    try:
        with vcr.use_cassette(str(fresh if mode == "record" else cassette)) as tape:
            try:
                yield count
            finally:
                count.missed = len(seen - {_identity(request) for request in tape.requests})
        if fresh.exists() and not count.missed:
            fresh.replace(cassette)
    finally:
        fresh.unlink(missing_ok=True)


def _identity(request: Any) -> tuple[str, str]:
    body = request.body
    return request.path, body.decode() if isinstance(body, bytes) else str(body)
