"""The day on which a page says that it was published.

Only what a page says of itself counts: its metadata, the time in its byline, its address. A date in
its text is a date of the story.
"""

import json
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_to_datetime
from itertools import chain, pairwise, takewhile
from typing import Any

from summarizer.extraction.blocks import squeeze
from summarizer.extraction.tree import json_scripts
from summarizer.grounding.readers.dates import read_dates

_META_NAMES = ("name", "property", "itemprop", "http-equiv")  # the attributes that say what a <meta> tells
# What they say, without "og:" in front.
_META = frozenset(
    """
    article:published_time article:published article:published_date article:publicationdate article:post_date
    article.published article_date_original published_time published-date published_date publisheddate
    publish_time publish_date publish-date publishdate publication_date date_published date-published
    datepublished dateposted pubdate pub_date pdate ptime rbpubdate bt:pubdate rnews:datepublished
    parsely-pub-date sailthru.date shareaholic:article_published_time cxenseparse:recs:publishtime
    mediator_published_time originalpublicationdate citation_publication_date regdate release_date
    dc.date.issued dc.date.publication dcterms.issued
    """.split()
)
_VAGUE_META = frozenset(  # they may tell of the last change
    """
    date displaydate created datecreated date_created content_create_date article.created citation_date
    dc.date dc:date dc.created dc:created dc.date.created dcterms.date dcterms.created
    """.split()
)
_ARTICLE = re.compile(r"(?:Article|Posting|Report)$")
_OTHER_WORK = re.compile(r"(?:Page|Review|Recipe|HowTo|CreativeWork)$")
_WHOLE = ("@graph", "mainEntity", "mainEntityOfPage")  # where JSON-LD goes on about the page itself
_BROKEN_JSON = re.compile(r'"datePublished"\s*:\s*"([^"]{8,40})"')
_MARKED = re.compile(
    r"\b(?:pub-?date|(?:date-?)?published|(?:entry|post|article|publish)-(?:date|time)|dateline)\b"
)
_UPDATE = re.compile(
    r"updat|modif|correct|edited|aktualisiert|geändert|mis à jour|actuali|aggiorna|atualiza|bijgewerkt"
    r"|обновлено|更新",
    re.IGNORECASE,
)
_APART = re.compile(
    r"\b(?:comments?|related|recommend\w*|teasers?|sidebar|most-?read|popular|trending)\b", re.IGNORECASE
)
_APART_TAGS = frozenset({"aside", "nav", "footer", "form", "li"})
_PROSE_CHARS = 150
_BEFORE, _BEHIND = 2, 5  # lines beside the headline that may tell the day
_ISO = re.compile(r"\s*(\d{4})-?([01]\d)-?([0-3]\d)(?!\d)")
_IN_ADDRESS = re.compile(
    r"[/_-]((?:19|20)\d\d)(?:([/_-])([01]?\d)\2([0-3]?\d)|([01]\d)([0-3]\d))(?=[/_.?#-]|$)"
)
# Filled in where nothing is known: the first day of Unix, of SQL Server, of the calendar.
_NO_DAY = frozenset({date(1970, 1, 1), date(1900, 1, 1), date(1, 1, 1)})
_EARLIEST = date(1600, 1, 1)
_LONGEST = 80


def read_published(tree: Any, url: str | None, title: str | None) -> str | None:
    """Return the ISO date of publication, by what the page in `tree` says of itself, or None.

    Where its address names the day before or after, that is the day where its writers are. `title` is
    the headline: the last resort is a date in a line beside it.
    """
    stated, addressed = _stated(tree, title), _in_address(url)
    if stated is None or (addressed is not None and abs(stated - addressed) <= timedelta(days=1)):
        stated = addressed
    return stated.isoformat() if stated else None


def read_day(said: str, language: str) -> str | None:
    """Return the ISO date of the day that `said` names beyond doubt, in `language`, or None."""
    day = _day(said, language)
    return day.isoformat() if day else None


def _stated(tree: Any, title: str | None) -> date | None:
    language = str(tree.get("lang") or "en")[:2].lower()
    said = chain(
        _in_meta(tree, _META),
        _in_json(tree),
        _in_meta(tree, _VAGUE_META),
        _in_byline(tree),
        _beside_headline(tree, title),
    )
    return next(filter(None, (_day(value, language) for value in said)), None)


def _in_meta(tree: Any, wanted: frozenset[str]) -> Iterator[str]:
    for meta in tree.iter("meta"):
        names = filter(None, map(meta.get, _META_NAMES))
        if any(name.lower().removeprefix("og:") in wanted for name in names):
            yield meta.get("content", "")


def _in_json(tree: Any) -> Iterator[str]:
    """Yield the dates of JSON-LD, those of articles first."""
    works: list[dict[str, Any]] = []
    broken: list[str] = []
    for script in json_scripts(tree):
        try:
            works += _works(json.loads(script.text or ""))
        except (ValueError, RecursionError):
            broken += _BROKEN_JSON.findall(script.text or "")
    for kind in (_ARTICLE, _OTHER_WORK):
        for work in works:
            types = work.get("@type")
            if any(kind.search(str(name)) for name in (types if isinstance(types, list) else [types])):
                yield str(work["datePublished"])
    yield from broken


def _works(data: Any) -> Iterator[dict[str, Any]]:
    """Yield what has a date of publication, without what the page only is about or links to."""
    if isinstance(data, list):
        for part in data:
            yield from _works(part)
    elif isinstance(data, dict):
        if "datePublished" in data:
            yield data
        for key in _WHOLE:
            yield from _works(data.get(key))


def _in_byline(tree: Any) -> Iterator[str]:
    """Yield the times that are marked as the article's, then those between its headline and its text."""
    near: list[str] = []
    headed = ended = False
    for element in tree.iter("h1", "p", "time", "abbr", "span", "div"):
        marked = _is_marked(element)
        if element.tag == "h1":
            headed = True
        elif element.tag == "p" and headed and len(element.text_content()) > _PROSE_CHARS:
            ended = True
        elif (marked or element.tag == "time") and not (_is_apart(element) or _tells_update(element)):
            if marked:
                yield _said(element)
            elif not ended and (headed or _in_header(element)):
                near.append(_said(element))
    yield from near


def _beside_headline(tree: Any, title: str | None) -> Iterator[str]:
    """Yield the lines just before and behind the headline, as pages have them that mark nothing."""
    body = tree.find(".//body")
    if body is None or not title:
        return
    lines = [line for text in body.itertext() if (line := squeeze(text))]
    at = next((i for i, line in enumerate(lines) if line == title), None)
    if at is None:
        return
    behind = takewhile(lambda line: len(line) <= _PROSE_CHARS, lines[at + 1 : at + 1 + _BEHIND])
    for before, line in pairwise(("", *lines[max(at - _BEFORE, 0) : at], *behind)):
        if not (_UPDATE.search(line) or _UPDATE.search(before[-_LONGEST:]) or line.endswith((".", "!", "?"))):
            yield line


def _said(element: Any) -> str:
    """Return the date in the attribute of a <time> or the like, else its text."""
    stated = (element.get(name) for name in ("datetime", "content", "title"))
    return next(filter(None, stated), None) or str(element.text_content())


def _is_marked(element: Any) -> bool:
    if element.get("itemprop") == "datePublished" or "pubdate" in element.attrib:
        return True
    return _MARKED.search(element.get("class", "").lower()) is not None


def _in_header(element: Any) -> bool:
    """Whether a headline stands in the same header."""
    return any(header.find(".//h1") is not None for header in element.iterancestors("header"))


def _is_apart(element: Any) -> bool:
    """Whether `element` stands in what is no part of the article, or in a sentence of it."""
    for above in element.iterancestors():
        if above.tag in _APART_TAGS or _APART.search(f"{above.get('class', '')} {above.get('id', '')}"):
            return True
        if above.tag == "p" and len(above.text_content()) > _PROSE_CHARS:
            return True
        if "Comment" in above.get("itemtype", ""):
            return True
    return False


def _tells_update(element: Any) -> bool:
    """Whether the date is that of a change: it says so, or the words just before it do."""
    parent, before = element.getparent(), element.getprevious()
    words = (before.tail if before is not None else parent.text if parent is not None else "") or ""
    if not words.strip() and before is not None:
        words = before.text_content()
    own = f"{element.get('class', '')} {element.get('itemprop', '')} {element.text_content()}"
    return _UPDATE.search(f"{own} {words[-_LONGEST:]}") is not None


def _day(said: str, language: str) -> date | None:
    """Return the day that `said` names beyond doubt and that may be one of publication."""
    if len(said) > _LONGEST:
        return None  # more than a date
    try:
        if iso := _ISO.match(said):
            return _plausible(date(int(iso[1]), int(iso[2]), int(iso[3])))
        found = next((d for d in read_dates(said, language) if d.year and d.month and d.day), None)
        if found is not None:
            return (
                None
                if found.swappable
                else _plausible(date(found.year or 0, found.month or 0, found.day or 0))
            )
        return _plausible(parsedate_to_datetime(said).date())
    except (ValueError, TypeError):
        return None


def _in_address(url: str | None) -> date | None:
    for found in _IN_ADDRESS.finditer(url or ""):
        try:
            if day := _plausible(date(int(found[1]), int(found[3] or found[5]), int(found[4] or found[6]))):
                return day
        except ValueError:
            continue
    return None


def _plausible(day: date) -> date | None:
    tomorrow = datetime.now(UTC).date() + timedelta(days=1)  # it may be there already
    return day if _EARLIEST <= day <= tomorrow and day not in _NO_DAY else None
