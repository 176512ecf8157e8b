"""What a page says of itself, with what is hostile or plainly wrong left out."""

import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from summarizer.extraction.blocks import squeeze
from summarizer.extraction.decode import clean
from summarizer.extraction.published import read_published

_LONGEST = {"title": 400, "site": 120, "author": 100}
_MOST_AUTHORS = 12
_MAX_ADDRESS = 2000
_NO_AUTHOR = re.compile(r"https?://|www\.|@|[<>{}]|^\W*$|\d{4}", re.IGNORECASE)
_LEADING_BY = re.compile(r"^(?:by|von|por|par|di|door|от)\s+", re.IGNORECASE)
_HOST = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+")
_JOINT = re.compile(r"\s+[-–—|·•»]\s+|\s*(?:[|｜_]|--)\s*")
_FIRST_JOINT = re.compile(rf"{_JOINT.pattern}|\s*::?\s+")  # "Brine Notes: the headline"
_LONGEST_NAME = 50
_SUFFIX = re.compile(r"\s+[-–—|·:»]\s+")


@dataclass(frozen=True, slots=True)
class Metadata:
    """Title, authors, ISO date, site name and address of an article."""

    title: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    site: str | None = None
    url: str | None = None


def read_metadata(document: Any, tree: Any, url: str | None) -> Metadata:
    """Return the metadata in a page's `tree` and in trafilatura's `document` of it, fetched from `url`."""
    site, address = _site(document.sitename, tree), _address(document.url, url)
    title = _title(document.title, site)
    return Metadata(
        title=title,
        authors=read_authors(document.author),
        published=read_published(tree, address, title),
        site=site,
        url=address,
    )


def read_title(value: Any) -> str | None:
    """Return the title that `value` is, on one line, or None if it is none."""
    return _text(value, "title")


def read_authors(value: Any) -> tuple[str, ...]:
    """Return the names of people in `value`, which parts them by semicolons."""
    if not isinstance(value, str):
        return ()
    names = (_LEADING_BY.sub("", squeeze(clean(name))) for name in value.split(";"))
    fit = (name for name in names if name and len(name) <= _LONGEST["author"] and not _NO_AUTHOR.search(name))
    return tuple(dict.fromkeys(fit))[:_MOST_AUTHORS]


def _text(value: Any, kind: str) -> str | None:
    if not isinstance(value, str):
        return None
    return squeeze(clean(value))[: _LONGEST[kind]].strip() or None


def _site(value: Any, tree: Any) -> str | None:
    """Return the site's name; where the page states none, what its <title> has beside the headline.

    Trafilatura's guess, which that replaces, is the host or a part of the <title> that has a full stop.
    """
    site = _text(value, "site")
    whole = squeeze(tree.findtext(".//title") or "")[: _LONGEST["title"] + _LONGEST_NAME]
    if site and not _HOST.fullmatch(site) and not ("." in site and site in whole):
        return site
    behind = [(whole[: joint.start()], _JOINT.split(whole)[-1]) for joint in _JOINT.finditer(whole)]
    before = [(whole[joint.end() :], whole[: joint.start()]) for joint in _FIRST_JOINT.finditer(whole)]
    headlines = _headlines(tree, whole) if behind or before else set()
    for headline, name in (*behind, *before):
        if headline in headlines and 0 < len(name) <= _LONGEST_NAME and name not in headlines:
            return name
    return site


def _headlines(tree: Any, title: str) -> set[str]:
    """Return what may be the headline that is a part of the <title>, by the surest mark that the page has."""
    for path in ("//meta[@property='og:title']", "//h1", "//body//*[not(*)]"):
        found = {squeeze(element.get("content") or element.text_content()) for element in tree.xpath(path)}
        if any(headline and headline in title for headline in found):
            return found
    return set()


def _title(value: Any, site: str | None) -> str | None:
    title = read_title(value)
    if not title or not site:
        return title
    parts = list(_SUFFIX.finditer(title))
    if parts and title[parts[-1].end() :].casefold() == site.casefold():
        return title[: parts[-1].start()]
    return title


def _address(canonical: Any, url: str | None) -> str | None:
    """Return the page's own address of itself if it may be believed, else `url`."""
    if not isinstance(canonical, str) or len(canonical) > _MAX_ADDRESS:
        return url
    try:
        named, fetched = urlsplit(clean(canonical).strip()), urlsplit(url or "")
        honest = named.scheme in {"http", "https"} and named.hostname and not named.username
        same = url is None or _host(named.hostname) == _host(fetched.hostname)
    except ValueError:
        return url
    return named.geturl() if honest and same else url


def _host(host: str | None) -> str:
    return (host or "").lower().removeprefix("www.")
