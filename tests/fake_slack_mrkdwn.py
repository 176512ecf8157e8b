"""What a text notifies and links when Slack reads it as mrkdwn.

`<!channel>` and the like are read wherever mrkdwn stands, verbatim or not, also in code; escaped, they
are text. Bare addresses become links only where a text object is not verbatim. plain_text is not read.
"""

import html
import re
from collections.abc import Iterator
from typing import Any

Notice = tuple[str, ...]

_SIGN = re.compile(r"<(?P<entity>[^<>]+)>|(?P<bare>(?:https?://|www\.)[^\s<>|]+)", re.IGNORECASE)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_BROADCASTS = {"!channel": "channel", "!here": "here", "!everyone": "everyone", "!group": "channel"}
_RICH = {"user": "user_id", "usergroup": "usergroup_id", "channel": "channel_id", "broadcast": "range"}


def read_message(params: dict[str, Any]) -> list[Notice]:
    """Return what a message notifies and links, its fallback text first."""
    blocks = params.get("blocks") or []
    bare = not blocks and params.get("parse") != "none"
    return [*read_text(str(params.get("text") or ""), autolink=bare), *read_blocks(blocks)]


def read_text(text: str, *, autolink: bool) -> Iterator[Notice]:
    """Read one text, with bare addresses if they become links."""
    for sign in _SIGN.finditer(text):
        if bare := sign["bare"]:
            if autolink:
                yield "autolink", html.unescape(bare).rstrip(".,;:!?)]}'\"*_~`")
        else:
            yield from _entity(sign["entity"])


def read_blocks(value: Any) -> Iterator[Notice]:
    """Read every text object in blocks, as deep as they nest."""
    if isinstance(value, list):
        for part in value:
            yield from read_blocks(part)
    elif isinstance(value, dict):
        kind = value.get("type")
        if kind in {"mrkdwn", "markdown"} and isinstance(value.get("text"), str):
            yield from read_text(value["text"], autolink=not value.get("verbatim"))
        elif kind in _RICH and isinstance(value.get(_RICH[kind]), str):
            yield str(kind), value[_RICH[kind]]
        elif kind == "link" and isinstance(value.get("url"), str):
            yield "link", value["url"], value.get("text") or ""
        else:
            yield from read_blocks(list(value.values()))


def _entity(entity: str) -> Iterator[Notice]:
    target, _, label = entity.partition("|")
    if target in _BROADCASTS:
        yield "broadcast", _BROADCASTS[target]
    elif target.startswith("!subteam^"):
        yield "usergroup", target.removeprefix("!subteam^")
    elif target.startswith("!date^"):
        if link := "^".join(target.split("^")[3:]):
            yield "link", html.unescape(link), html.unescape(label)
    elif re.fullmatch(r"@[UW][A-Z0-9]+", target):
        yield "user", target[1:]
    elif re.fullmatch(r"#[CDG][A-Z0-9]+", target):
        yield "channel", target[1:]
    elif _SCHEME.match(target):
        yield "link", html.unescape(target), html.unescape(label)
