"""Parse a page into one tree that every step shares."""

import json
import re
from typing import Any

from summarizer.errors import NoArticleError
from summarizer.extraction.decode import clean

_DOCTYPE = re.compile(r"^\s*(?:<\?xml[^>]*>\s*)?<!doctype[^>]*>", re.IGNORECASE)
_LONGEST_BROKEN_JSON = 4000
_LONGEST_META = 2000
_ESCAPED = re.compile(r"\\([\"\\])")
_TOO_DEEP = "ERR_RESOURCE_LIMIT"
_BLOCK_TAG = re.compile(
    r"</?(?:div|section|article|main|aside|blockquote|table|tbody|tr|td|ul|ol|center|figure|header|footer|form)\b[^>]*>",
    re.IGNORECASE,
)
_INLINE_TAG = re.compile(
    r"</?(?:span|font|b|i|em|strong|u|a|small|big|sup|sub|ins|del)\b[^>]*>", re.IGNORECASE
)


def parse(markup: str) -> tuple[Any, tuple[str, ...]]:
    """Return the lxml tree of `markup`, and warnings about what was lost.

    libxml2 drops what is nested more than 255 deep without a word; such a page is
    flattened first, which costs its layout but no text.
    """
    tree, too_deep = _parse(markup)
    warnings: tuple[str, ...] = ()
    if too_deep:
        flat = _INLINE_TAG.sub(" ", _BLOCK_TAG.sub("<p>", markup))
        tree, _ = _parse(flat)
        warnings = ("The page is nested too deeply; its layout was ignored.",)
    if tree is None:
        raise NoArticleError("The page holds no HTML that can be read. Pass its text as a .txt file.")
    _tame_metadata(tree)
    return tree, warnings


def json_scripts(tree: Any) -> list[Any]:
    """Return the scripts of `tree` that hold JSON-LD or the like, in document order."""
    return [script for script in tree.iter("script") if "+json" in script.get("type", "")]


def _tame_metadata(tree: Any) -> None:
    """Cut what trafilatura's patterns take quadratic time over: 80 KB of broken JSON-LD took 40 s.

    JSON-LD that is valid is written anew, its quotes and backslashes in the form that holds neither, and
    without the space between its parts, which trafilatura takes out one by one.
    """
    for script in json_scripts(tree):
        try:
            valid = json.dumps(json.loads(script.text or ""), ensure_ascii=False, separators=(",", ":"))
            script.text = clean(_ESCAPED.sub(lambda escaped: f"\\u{ord(escaped[1]):04x}", valid))
        except (ValueError, RecursionError):
            script.text = (script.text or "")[:_LONGEST_BROKEN_JSON]
    for meta in tree.iter("meta"):
        if len(meta.get("content", "")) > _LONGEST_META:
            meta.set("content", meta.get("content")[:_LONGEST_META])


def _parse(markup: str) -> tuple[Any, bool]:
    from lxml import etree, html

    parser = html.HTMLParser(
        collect_ids=False, default_doctype=False, encoding="utf-8", remove_comments=True, remove_pis=True
    )
    # Plain elements for every tag: lxml.html's own choice of class, by a Python call for each element
    # that is touched, takes 5 % of an extraction, and nothing here needs it.
    parser.set_element_class_lookup(
        etree.ElementDefaultClassLookup(
            element=html.HtmlElement,
            comment=html.HtmlComment,
            pi=html.HtmlProcessingInstruction,
            entity=html.HtmlEntity,
        )
    )
    try:
        tree = html.document_fromstring(_DOCTYPE.sub("", markup).encode(), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None, False
    return tree, any(entry.type_name == _TOO_DEEP for entry in parser.error_log)
