"""A small article, and the ways to put it on a page and to read it."""

from summarizer.extraction import extract
from summarizer.fetch import Page
from summarizer.fetch.page import MediaType
from summarizer.schema import Extraction

TITLE = "Harwick to rebuild its bridge"
BODY = (
    "The Harwick council approved a plan on Tuesday to rebuild the Tern Street bridge, which was closed in March.",
    "Mayor Anna Lind said the work would cost $4.2 million and take two years, more than the council had hoped.",
    "Finance chief Omar Haddad warned that bus fares may rise next year if the city collects less in taxes.",
)
TEXT = "\n\n".join(BODY)
COST, FARES = "The bridge will cost $4.2 million.", "Bus fares may rise next year."
ITEMS = f"<ul><li>{COST}</li><li>{FARES}</li></ul>"
SITE = '<meta property="og:site_name" content="The Harwick Gazette">'


def paragraphs(*texts: str) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def article(*parts: str, head: str = "") -> str:
    return f"<html><head><title>{TITLE}</title>{head}</head><body><article><h1>{TITLE}</h1>{''.join(parts)}</article></body></html>"


def page_of(content: str | bytes, media_type: MediaType | None = "html", **about: str | None) -> Page:
    sent = content.encode() if isinstance(content, str) else content
    return Page(sent, about.get("url"), "page", media_type, about.get("charset"))


def read(content: str | bytes, media_type: MediaType | None = "html", **about: str | None) -> Extraction:
    return extract(page_of(content, media_type, **about))


def removed(extraction: Extraction) -> list[tuple[str, str]]:
    return [(line.rule, line.text) for line in extraction.removed]


def with_line(line: str) -> str:
    return article(paragraphs(BODY[0], line, *BODY[1:]), head=SITE)
