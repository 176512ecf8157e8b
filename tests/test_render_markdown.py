"""Markdown: pastes clean, and shows hostile text letter for letter."""

import re

import arbitrary_summaries
import pytest
import samples
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from summarizer.render import render, render_extraction
from summarizer.render.markdown import escape
from summarizer.render.text import one_line
from summarizer.schema import Extraction, Summary

PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
# What our own layout makes. Images, code, HTML, tables, rules inside text and the like are not among it.
PAIRED = ("heading", "paragraph", "em", "strong", "bullet_list", "list_item", "blockquote", "link")
OURS = {"inline", "text", "hr", *(f"{name}_{edge}" for name in PAIRED for edge in ("open", "close"))}


def tokens(markdown: str) -> list[Token]:
    found = PARSER.parse(markdown)
    return [*found, *(child for token in found for child in token.children or ())]


def shown(markdown: str) -> str:
    return "".join(token.content for token in tokens(markdown) if token.type == "text")


@arbitrary_summaries.given_any_summary
def test_no_text_becomes_markup(summary: Summary) -> None:
    for token in tokens(render(summary, "markdown")):
        assert token.type in OURS
    assert sum(token.type == "hr" for token in tokens(render(summary, "markdown"))) == 1


@arbitrary_summaries.given_any_summary
def test_only_the_title_is_linked_and_only_to_the_web(summary: Summary) -> None:
    links = [token for token in tokens(render(summary, "markdown")) if token.type == "link_open"]
    assert len(links) <= 1
    for link in links:
        assert re.match("https?://courier.example/", str(link.attrs["href"]))


@settings(deadline=None)
@given(st.lists(arbitrary_summaries.texts).map("".join))
@example("+ plus")
@example("12) twelve")
@example("== title ==")
@example("trailing backslash \\")
@example("# hash #")
@example("`a``b```")
def test_escaped_text_is_shown_letter_for_letter(text: str) -> None:
    for start in ("", "- ", "> ", "# "):
        assert shown(start + escape(text)).strip() == one_line(text)


@pytest.mark.parametrize(
    "address", ["https://evil.example", "www.evil.example", "evil.example", "a@evil.example", "//evil"]
)
def test_no_bare_address_is_left_for_a_site_to_link(address: str) -> None:
    """GitHub and many CMS link addresses by themselves; a backslash inside keeps them from it."""
    assert not re.search(r"//|www\.|\w@\w|\w\.\w\w", escape(address))


def test_links_and_emphasis_are_escaped() -> None:
    assert escape("![a](b) *c* `d` <e>") == r"!\[a\](b) \*c\* \`d\` \<e>"


@pytest.mark.parametrize(
    "text", ["Rents rose 4.5% in the U.S., R&D by 1/3 (up to $5).", "He said: “No!” – it's “over”; 3 > 2"]
)
def test_ordinary_text_stays_clean(text: str) -> None:
    assert escape(text) == text


def test_the_highlights_come_first_as_bare_bullets() -> None:
    lines = render(samples.summary(), "markdown").split("\n")
    assert lines[:7] == [
        "# [Velden shuts its bridge to lorries](https://courier.example/velden/bridge?id=7&from=home)",
        "",
        "*The Velden Courier · 9 June 2026 · Mina Sole, R. T. Okafor*",
        "",
        "- Velden's council voted 14 to 9 to close the old swing bridge to lorries from 1 September.",
        "- Engineers found cracks in three of the bridge's 12 girders in May.",
        "",
    ]


def test_the_evidence_of_each_supported_item_is_quoted_under_its_id() -> None:
    section = render(samples.summary(), "markdown").split("## Evidence")[1]
    assert re.findall(r"^\*\*(\w+)\*\*", section, re.MULTILINE) == ["h1", "h2", "c1", "c2", "c3"]
    assert "**h2** Engineers found cracks" in section
    assert "\n> Engineers found cracks in 3 of the bridge's 12 girders in May.\n" in section


def test_an_extracted_article_keeps_its_paragraphs_and_shows_them_letter_for_letter() -> None:
    markdown = render_extraction(Extraction(article=samples.article()), "markdown")
    body = PARSER.parse(markdown.split("## Article")[1])
    assert [token.content for token in body if token.type == "inline"][:3] == list(samples.PARAGRAPHS[:3])
    assert shown(markdown).endswith(samples.PARAGRAPHS[3])
