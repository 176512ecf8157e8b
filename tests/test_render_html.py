"""The HTML page: complete, well formed, and closed to whatever the article brings along."""

import base64
import hashlib
import json
import re

import arbitrary_summaries
import lxml.html
import pytest
import samples

from summarizer.render import render
from summarizer.render.segments import Segment, split
from summarizer.render.text import plain
from summarizer.schema import Article, Evidence, Summary

# Every element and attribute that our template makes. Anything else came from the text.
ALLOWED = {
    "html": {"lang"},
    "head": set(),
    "meta": {"charset", "http-equiv", "content", "name"},
    "title": set(),
    "style": set(),
    "script": {"type"},
    "body": set(),
    "header": set(),
    "main": set(),
    "section": {"class", "id", "tabindex", "aria-label", "aria-labelledby"},
    "h1": {"dir", "lang"},
    "h2": {"id"},
    "p": {"class", "id", "dir", "lang"},
    "bdi": set(),
    "span": {"class", "aria-hidden"},
    "ul": {"class", "lang"},
    "li": {"class", "id", "tabindex", "data-item", "dir"},
    "div": {"class"},
    "a": {
        "class", "id", "href", "rel", "draggable", "data-items", "data-ends",
        "aria-describedby", "aria-controls",
    },
    "details": {"class", "open"},
    "summary": set(),
    "blockquote": {"dir", "lang"},
    "footer": set(),
    "article": {"id", "dir", "lang"},
}  # fmt: skip


def page(summary: Summary) -> lxml.html.HtmlElement:
    return lxml.html.document_fromstring(render(summary, "html"))


def squeezed(text: str) -> str:
    return "".join(text.split())


@arbitrary_summaries.given_any_summary
def test_the_article_column_holds_the_article_and_nothing_else(summary: Summary) -> None:
    column = page(summary).get_element_by_id("article")
    assert squeezed(column.text_content()) == squeezed(plain(summary.article.text))


@arbitrary_summaries.given_any_summary
def test_no_text_becomes_an_element_an_attribute_or_a_link(summary: Summary) -> None:
    ids: set[str] = set()
    for element in page(summary).iter():
        assert element.tag in ALLOWED
        assert set(element.attrib) <= ALLOWED[element.tag]
        if element.tag == "a" and not element.get("href").startswith("#"):
            assert element.get("href") == summary.article.url
            assert re.match("https?://", element.get("href"))
        if "id" in element.attrib:
            assert element.get("id") not in ids
            ids.add(element.get("id"))


@arbitrary_summaries.given_any_summary
def test_every_item_is_shown_once_in_its_group(summary: Summary) -> None:
    items = page(summary).xpath("//li[@data-item]")
    shown = [squeezed(item.find_class("text")[0].text_content()) for item in items]
    everything = (*summary.highlights, *summary.claims)
    assert sorted(shown) == sorted(squeezed(plain(item.text)) for item in everything)
    for item in items:
        doubtful = item.xpath("ancestor::section[contains(@class, 'doubtful')]")
        assert bool(doubtful) == ("supported" not in item.get("class").split())


@arbitrary_summaries.given_any_summary
def test_jsonld_parses_and_lists_the_supported_claims(summary: Summary) -> None:
    scripts = page(summary).xpath("//script[@type='application/ld+json']")
    texts = [claim["text"] for script in scripts for claim in json.loads(script.text)["@graph"]]
    assert texts == [claim.text for claim in summary.claims if claim.support.label == "supported"]


def test_every_reference_to_an_id_leads_somewhere() -> None:
    root = page(samples.summary())
    ids = set(root.xpath("//@id"))
    for value in root.xpath("//@aria-describedby | //@aria-controls | //@aria-labelledby"):
        assert set(value.split()) <= ids
    assert {href[1:] for href in root.xpath("//a/@href") if href.startswith("#")} <= ids


@pytest.mark.parametrize("element", ["style", "script"])
def test_the_policy_lets_only_our_own_style_and_script_apply(element: str) -> None:
    root = page(samples.hostile())
    (policy,) = root.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    (content,) = root.xpath(f"//{element}[not(@type)]")
    digest = base64.b64encode(hashlib.sha256(content.text.encode()).digest()).decode()
    assert policy.startswith("default-src 'none'; ")
    assert f"{element}-src 'sha256-{digest}';" in policy


@pytest.mark.parametrize(
    ("language", "direction", "lang"),
    [("ar", "rtl", ["ar"]), ("fa-AF", "rtl", ["fa-AF"]), ("en", "ltr", ["en"]), (None, "auto", [])],
)
def test_the_article_says_its_language_and_direction(
    language: str | None, direction: str, lang: list[str]
) -> None:
    article = samples.article().model_copy(update={"language": language})
    column = page(samples.summary().model_copy(update={"article": article})).get_element_by_id("article")
    assert column.get("dir") == direction
    assert column.xpath("@lang") == lang


def test_headings_descend_without_a_gap() -> None:
    assert page(samples.summary()).xpath("//*[self::h1 or self::h2 or self::h3]/text()") == [
        "Velden shuts its bridge to lorries",
        "Highlights",
        "Claims",
        "Check before use",
        "The article",
    ]


def test_the_publishers_own_highlights_are_closed_away() -> None:
    (details,) = page(samples.summary()).find_class("publisher")
    assert "open" not in details.attrib
    assert [item.text for item in details.iter("li")] == ["Bridge closed to lorries", "Hauliers <b>angry</b>"]


def test_without_a_supported_highlight_the_page_says_so() -> None:
    summary = samples.summary().model_copy(update={"highlights": samples.highlights()[2:]})
    assert page(summary).find_class("none")[0].text == "No highlight is fully supported by the article."


def span(start: int, end: int) -> Evidence:
    return Evidence(start=start, end=end, quote="")


def test_spans_that_nest_overlap_and_cross_are_cut_at_every_edge() -> None:
    #       0123456789
    text = "abcdefghij"
    evidence = [[span(0, 6)], [span(2, 4)], [span(5, 9)]]
    assert split(text, evidence) == [
        [
            Segment(0, "ab", (0,), ()),
            Segment(1, "cd", (0, 1), (1,)),
            Segment(2, "e", (0,), ()),
            Segment(3, "f", (0, 2), (0,)),
            Segment(4, "ghi", (2,), (2,)),
            Segment(5, "j", (), ()),
        ]
    ]


def test_a_span_over_a_paragraph_break_covers_both_paragraphs() -> None:
    assert split("one\n\ntwo", [[span(1, 7)]]) == [
        [Segment(0, "o", (), ()), Segment(1, "ne", (0,), ())],
        [Segment(2, "tw", (0,), (0,)), Segment(3, "o", (), ())],
    ]


@pytest.mark.parametrize("outside", [span(3, 3), span(2, 1), span(9, 12)])
def test_spans_that_cover_nothing_are_ignored(outside: Evidence) -> None:
    assert split("abc", [[outside]]) == [[Segment(0, "abc", (), ())]]


@pytest.mark.parametrize("loose", [span(0, 6), span(0, 4), span(1, 5)])
def test_space_around_a_span_does_not_count(loose: Evidence) -> None:
    """Else a span that ends in the gap between paragraphs would have no end to put its label on."""
    assert split("  ab  \n\n", [[loose]])[0][1] == Segment(1, "ab", (0,), (0,))


def test_an_empty_article_makes_an_empty_column() -> None:
    summary = samples.arabic().model_copy(update={"article": Article(text="", sentences=())})
    assert page(summary).get_element_by_id("article").text_content().strip() == ""
