"""Read one page into an article: the steps in their order."""

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

from summarizer.extraction.blocks import Block, blocks_of_text, blocks_of_tree, squeeze
from summarizer.extraction.boilerplate import filter_blocks
from summarizer.extraction.decode import clean_references, decode, is_misread
from summarizer.extraction.front_matter import take_front_matter
from summarizer.extraction.hidden import take_hidden
from summarizer.extraction.highlight_lines import take_from_blocks
from summarizer.extraction.highlights import take_from_tree
from summarizer.extraction.inserts import names_of_site
from summarizer.extraction.layout import lay_open
from summarizer.extraction.metadata import Metadata, read_metadata
from summarizer.extraction.notes import take_in_notes
from summarizer.extraction.sentences import split
from summarizer.extraction.tree import parse
from summarizer.extraction.typeset import write_plain
from summarizer.extraction.walls import SUSPECT_CHARS, Seen, refuse_empty, refuse_non_article
from summarizer.fetch import Page
from summarizer.fetch.page import looks_like_html
from summarizer.language import detect
from summarizer.schema import Article, Extraction

if TYPE_CHECKING:
    from trafilatura.settings import Document

# An empty element, or any that is closed: not "<3 this", nor "<Mark> said".
_OPENS_WITH_TAG = re.compile(
    r"\s*<(?:(?:img|br|hr)(?=[\s/>])|([a-z][a-z0-9-]*)(?=[\s>]).*?</\1\s*>)", re.IGNORECASE | re.DOTALL
)
_LOOKS_LIKE_MARKDOWN = re.compile(r"^#{1,6} \S", re.MULTILINE)
_PAID = re.compile(r'"isAccessibleForFree"\s*:\s*"?false', re.IGNORECASE)
_MISREAD = (
    "Many characters could not be read: the text is in another charset than it says or than was guessed. "
    "Save it as UTF-8, or copy it from a browser into a .txt file, and pass that file."
)
_LONGEST_HEADLINE = 200
# A format that is none: htmldate, which would guess from the body's text, gives up before it searches.
_NO_DATE_SEARCH = {"outputformat": "-"}
_LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}(?=$|[-_])")


def read(page: Page, *, filter_boilerplate: bool) -> Extraction:
    """Return the article on `page`; NoArticleError if it holds none."""
    markup = decode(page.content, page.charset, html=page.media_type in {"html", None})
    refuse_empty(page.name, markup)
    if page.media_type == "html" or (page.media_type != "markdown" and _is_html(markup)):
        return _read_html(page, markup, filter_boilerplate=filter_boilerplate)
    return _read_text(page, markup, filter_boilerplate=filter_boilerplate)


def _is_html(markup: str) -> bool:
    return looks_like_html(markup) or _OPENS_WITH_TAG.match(markup) is not None


def _read_html(page: Page, markup: str, *, filter_boilerplate: bool) -> Extraction:
    from trafilatura import bare_extraction

    markup = clean_references(markup)
    tree, warnings = parse(markup)
    hidden = take_hidden(tree)
    struck = write_plain(tree, markup)
    captions = lay_open(tree)
    take_in_notes(tree)
    highlights = take_from_tree(tree, markup)
    document = cast(
        "Document | None",
        bare_extraction(
            tree,
            url=page.url,
            fast=True,
            include_comments=False,
            with_metadata=True,
            output_format="xml",
            date_extraction_params=_NO_DATE_SEARCH,
        ),
    )
    blocks = blocks_of_tree(document.body) if document is not None else []
    # What trafilatura's clean-up made plain: "TL;DR: …" in one paragraph, a label out of a broken box.
    more_highlights, blocks = take_from_blocks(blocks)
    highlights = tuple(dict.fromkeys((*highlights, *more_highlights)))
    metadata = read_metadata(document, tree, page.url) if document is not None else Metadata(url=page.url)
    names = names_of_site(tree.findtext(".//title"), metadata.title, metadata.site)
    kept, removed = filter_blocks(blocks, metadata.title, names, metadata.authors)
    seen = _seen(tree, markup, blocks)
    refuse_non_article(page.name, blocks, kept, seen)
    if seen.paid:
        warnings = (*warnings, "The page says that it is not free: the text may be only the beginning.")
    article = _article(kept if filter_boilerplate else blocks, metadata, highlights, tree.get("lang"))
    return Extraction(
        article=article,
        removed=(*hidden, *struck, *captions, *(removed if filter_boilerplate else ())),
        warnings=(*warnings, *_misreading(article.text)),
    )


def _read_text(page: Page, text: str, *, filter_boilerplate: bool) -> Extraction:
    about, text = take_front_matter(text)
    markdown = page.media_type == "markdown" or _LOOKS_LIKE_MARKDOWN.search(text) is not None
    blocks = blocks_of_text(text, markdown=markdown)
    highlights, blocks = take_from_blocks(blocks)
    title, blocks = _take_title(blocks, about.title)
    metadata = replace(about, title=title, url=page.url)
    kept, removed = filter_blocks(blocks, title, authors=metadata.authors)
    refuse_non_article(page.name, blocks, kept, Seen(title, ""))
    article = _article(kept if filter_boilerplate else blocks, metadata, highlights, None)
    return Extraction(
        article=article,
        removed=tuple(removed) if filter_boilerplate else (),
        warnings=_misreading(article.text),
    )


def _misreading(text: str) -> tuple[str, ...]:
    return (_MISREAD,) if is_misread(text) else ()


def _seen(tree: Any, markup: str, blocks: list[Block]) -> Seen:
    """Return what the page shows; its whole text only where little of it is an article."""

    def links() -> frozenset[str]:
        return frozenset(squeeze(link.text_content()) for link in tree.iter("a"))

    title = tree.findtext(".//title")
    if sum(len(block.text) for block in blocks) > SUSPECT_CHARS:
        return Seen(title, "", links=links)
    shown = tree.xpath(
        "//body/descendant::text()[not(parent::script or parent::style or ancestor::template)]",
        smart_strings=False,
    )
    headings = tree.xpath("//h1") or tree.xpath("(//h2 | //h3 | //h4)[1]")
    return Seen(
        title,
        squeeze(" ".join(shown)),
        headings=tuple(squeeze(heading.text_content()) for heading in headings),
        paid=_PAID.search(markup) is not None,
        links=links,
    )


def _take_title(blocks: list[Block], stated: str | None) -> tuple[str | None, list[Block]]:
    """Return the title, `stated` or the headline that a text starts with, and the blocks but for it."""
    if stated:
        repeated = blocks and blocks[0].text.casefold() == stated.casefold()
        return stated, blocks[1:] if repeated else blocks
    if len(blocks) > 1 and (blocks[0].kind == "heading" or _is_headline(blocks[0].text)):
        return blocks[0].text, blocks[1:]
    return None, blocks


def _is_headline(line: str) -> bool:
    worded = re.search(r"\w", line) is not None  # "* * *" is no headline
    return worded and len(line) <= _LONGEST_HEADLINE and not re.search(r"[.!?。！？।:;,]$", line)


def _article(
    blocks: list[Block], metadata: Metadata, highlights: tuple[str, ...], declared_language: str | None
) -> Article:
    text = "\n\n".join(block.text for block in blocks)
    language = _language(declared_language, text)
    return Article(
        url=metadata.url,
        title=metadata.title,
        authors=metadata.authors,
        published=metadata.published,
        site=metadata.site,
        language=language,
        text=text,
        sentences=split(text, language or "en"),
        publisher_highlights=highlights,
    )


def _language(declared: Any, text: str) -> str | None:
    """Return the language that the page declares unless its text is plainly in another."""
    detected = detect(text)
    if detected is not None or not isinstance(declared, str):
        return detected
    tag = _LANGUAGE_TAG.match(declared.strip())
    return tag[0].lower() if tag else None
