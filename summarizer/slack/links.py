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
_NUMBER = re.compile(r"[0-9]{1,3}")
_AFTER = ".,;:!?'\"”’»)]}*_~`"
_AROUND = f"([{{“‘«{_AFTER}"
_PAIRS = {")": "(", "]": "[", "}": "{"}
_LONGEST = 2_000  # in UTF-16 units; a dialog that offers one holds 3,000


@dataclass(frozen=True, slots=True)
class Wish:
    """What a text asks for: links in order, each once, and how many highlights, where it says so.

    `unclear` are the words that may have been meant for that and could not be followed.
    """

    links: tuple[str, ...]
    highlights: int | None = None
    unclear: tuple[str, ...] = ()

    @property
    def misses_a_number(self) -> bool:
        """Whether the unclear words begin with a number: elsewhere they are mere talk."""
        first = self.unclear[0] if self.unclear else ""
        return any(map(str.isdigit, first)) and not any(map(str.isalpha, first))


def read_wish(text: str) -> Wish:
    """Return what `text`, as Slack delivers it, asks for.

    A number counts only when it stands alone beside links and mentions: "@bot <https://…> 3". One
    that is too large or too small stands for the nearest that can be given.
    """
    links: list[str] = []

    def take(found: re.Match[str]) -> str:
        links.extend(_address(unescape(found[1])))
        return " "

    rest = _MARKED.sub(take, text)
    bare = [_trimmed(unescape(found)) for found in _BARE.findall(rest)]
    links += [url for found in bare for url in _address(found)]
    words = tuple(filter(None, (word.strip(_AROUND) for word in _BARE.sub(" ", rest).split())))
    unique = tuple(dict.fromkeys(links))
    if len(words) != 1 or not _NUMBER.fullmatch(words[0]):
        return Wish(unique, None, words)
    number = int(words[0])
    given = min(max(number, 1), MOST_HIGHLIGHTS)
    return Wish(unique, given, () if given == number else words)


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
