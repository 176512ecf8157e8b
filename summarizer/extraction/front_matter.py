"""The front matter of a text or of Markdown: what it says of itself between two lines of dashes."""

import re
from typing import Any

from summarizer.extraction.metadata import Metadata, read_authors, read_title
from summarizer.extraction.published import read_day
from summarizer.language import detect

_FRONT_MATTER = re.compile(r"---[^\S\n]*\n(.{1,10000}?\n)(?:---|\.\.\.)[^\S\n]*(?:\n|\Z)", re.DOTALL)
_LINE = re.compile(r"(?:[A-Za-z][\w.-]*(?: [\w.-]+)?\s*:(?:\s.*)?|[ \t]+\S.*|- .*|#.*|\s*)$")
_PAIR = re.compile(r"^([A-Za-z][\w .-]*?)\s*:[^\S\n]+(\S.*?)\s*$", re.MULTILINE)
_NOT_IN_KEY = re.compile(r"[^a-z]")
_AUTHORS = ("author", "authors", "byline", "by")
_DAYS = tuple(
    "date published publishedat publisheddate datepublished publishdate pubdate publicationdate".split()
)
# One of these is there; "Note: …" between two lines of dashes is a part of the article.
_TELLING = frozenset(
    {"title", *_AUTHORS, *_DAYS, "layout", "tags", "slug", "draft", "description", "categories"}
)
_SEVERAL = re.compile(r"\s*,\s*(?:and\s+)?|\s+(?:and|&)\s+")


def take_front_matter(text: str) -> tuple[Metadata, str]:
    """Return what the front matter says that `text` starts with, if it does, and the text behind it."""
    found = _FRONT_MATTER.match(text)
    if found is None or not all(map(_LINE.match, found[1].split("\n"))):
        return Metadata(), text
    said = _said(found[1])
    if _TELLING.isdisjoint(said):
        return Metadata(), text
    body = text[found.end() :]
    days = (read_day(day, detect(body) or "en") for key in _DAYS if isinstance(day := said.get(key), str))
    about = Metadata(
        title=read_title(said.get("title")),
        authors=next((authors for key in _AUTHORS if (authors := _authors(said.get(key)))), ()),
        published=next(filter(None, days), None),
    )
    return about, body


def _said(head: str) -> dict[str, Any]:
    """Return the values of `head`, by the letters of their keys: "pub_date" is pubdate."""
    import yaml

    try:
        said = yaml.load(head, Loader=yaml.BaseLoader)  # noqa: S506 - it makes nothing but text, lists and dicts
    except (yaml.YAMLError, RecursionError):
        said = dict(_PAIR.findall(head))  # "title: Lind: we cannot wait"
    pairs = said.items() if isinstance(said, dict) else ()
    return {_NOT_IN_KEY.sub("", str(key).lower()): value for key, value in pairs}


def _authors(value: Any) -> tuple[str, ...]:
    """Return the names in a list or a line, which is parted where that gives nothing but full names."""
    if isinstance(value, list):
        return read_authors(";".join(name for name in value if isinstance(name, str)))
    if not isinstance(value, str):
        return ()
    names = _SEVERAL.split(value)
    apart = all(" " in name and all(word[0].isupper() for word in name.split()) for name in names)
    return read_authors(";".join(names) if apart else value)
