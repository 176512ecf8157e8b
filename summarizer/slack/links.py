"""Read the links and the number of highlights out of what a person wrote in Slack.

Slack writes a link as `<url>` or `<url|label>` and escapes `&`, `<` and `>`; in code, and behind a
slash command, an address stands as it was typed.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from summarizer.config import MOST_HIGHLIGHTS
from summarizer.render.slack_blocks import length
from summarizer.render.wording import http_url

_MARKED = re.compile(r"<([^<>|]+)(?:\|[^<>]*)?>")
_BARE = re.compile(r"https?://[^\s<>|]+", re.IGNORECASE)
_NUMBER = re.compile(r"[0-9]{1,2}")
_AFTER = ".,;:!?'\"”’»)]}*_~`"
_PAIRS = {")": "(", "]": "[", "}": "{"}
_LONGEST = 2_000  # in UTF-16 units; a dialog that offers one holds 3,000


@dataclass(frozen=True, slots=True)
class Wish:
    """What a text asks for: links in order, each once, and how many highlights, where it says so."""

    links: tuple[str, ...]
    highlights: int | None = None


def read_wish(text: str) -> Wish:
    """Return what `text`, as Slack delivers it, asks for.

    A number counts only when it stands alone beside links and mentions: "@bot <https://…> 3".
    """
    links: list[str] = []

    def take(found: re.Match[str]) -> str:
        links.extend(_address(unescape(found[1])))
        return " "

    rest = _MARKED.sub(take, text)
    bare = [_trimmed(unescape(found)) for found in _BARE.findall(rest)]
    links += [url for found in bare for url in _address(found)]
    words = _BARE.sub(" ", rest).split()
    highlights = int(words[0]) if len(words) == 1 and _NUMBER.fullmatch(words[0]) else 0
    return Wish(tuple(dict.fromkeys(links)), highlights if 1 <= highlights <= MOST_HIGHLIGHTS else None)


def links_of_message(message: Mapping[str, Any]) -> tuple[str, ...]:
    """Return every link of a message: of its text, its blocks and what is attached to it."""
    links = list(read_wish(str(message.get("text") or "")).links)
    for part in _parts(message.get("blocks")):
        if part.get("type") == "link":
            links += _address(str(part.get("url") or ""))
        elif isinstance(part.get("text"), str) and part.get("type") == "mrkdwn":
            links += read_wish(part["text"]).links
    for attached in message.get("attachments") or ():
        if isinstance(attached, Mapping):
            names = ("from_url", "title_link", "original_url")
            address = next((attached[name] for name in names if attached.get(name)), "")
            links += _address(unescape(str(address)))
    return tuple(dict.fromkeys(links))


def unescape(text: str) -> str:
    """Undo Slack's escaping of three characters."""
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def _parts(value: object) -> Iterator[Mapping[str, Any]]:
    if isinstance(value, Mapping):
        yield value
        for inner in value.values():
            yield from _parts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _parts(inner)


def _address(text: str) -> tuple[str, ...]:
    url = http_url(text.strip())
    return (url,) if url and length(url) <= _LONGEST else ()


def _trimmed(url: str) -> str:
    """Return a bare address without the brackets and the punctuation of the sentence around it."""
    url = re.split("[<>]", url, maxsplit=1)[0]
    while url and url[-1] in _AFTER:
        opener = _PAIRS.get(url[-1])
        if opener and url.count(opener) >= url.count(url[-1]):
            break
        url = url[:-1]
    return url
