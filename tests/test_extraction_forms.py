"""HTML, Markdown and text are told apart; front matter is read and is no part of the body."""

import pytest
from extraction_pages import (
    BODY,
    TEXT,
    TITLE,
    article,
    page_of,
    paragraphs,
    read,
)

from summarizer.extraction import extract
from summarizer.fetch.page import MediaType


@pytest.mark.parametrize(
    ("content", "media_type"),
    [
        (f"{TITLE}\n\n{TEXT}", "text"),
        (f"{TITLE}\n{TEXT}".replace("\n\n", "\r\n"), "text"),
        (f"{TITLE}\n\n{TEXT}".replace(", ", ",\n"), "text"),
        (f"\ufeff# {TITLE}\n\n{TEXT}", None),
        (f"{TITLE}\n===\n\n{TEXT}".replace("$4.2", "**$4.2**").replace("Anna Lind", "[Anna Lind](https://lind.example)").replace("Finance", "> Finance"), "markdown"),
        (article(paragraphs(*BODY)), None),
        (f"<!-- saved --><title>{TITLE}</title>{paragraphs(*BODY)}", None),
    ],
    ids=["text", "a line each", "wrapped", "unnamed markdown", "markdown", "unnamed html", "commented html"],
)  # fmt: skip
def test_every_form_gives_the_same_title_and_text(content: str, media_type: MediaType | None) -> None:
    found = read(content, media_type).article
    assert (found.title, found.text) == (TITLE, TEXT)


@pytest.mark.parametrize(
    "first",
    [
        "<figure><img src=/b.jpg alt=''></figure>", "<ul class='menu'><li><a href=/>Home</a></li></ul>", "<span></span>", "<a href='/' title='x > y'></a>", "<table><tr><td></td></tr></table>",
        "<blockquote></blockquote>", "<ASIDE\n class=x>\n</ASIDE >", "<strong></strong>", "<nav></nav>", "<gazette-menu></gazette-menu>", "<img src=/b.jpg alt=''>", "<br/>", "<hr>",
    ],
)  # fmt: skip
@pytest.mark.parametrize("media_type", [None, "text"])
def test_html_is_known_by_whatever_tag_it_starts_with(first: str, media_type: MediaType | None) -> None:
    found = read(f"\n{first}<h1>{TITLE}</h1>{paragraphs(*BODY)}", media_type).article
    assert (found.title, found.text) == (TITLE, TEXT)


@pytest.mark.parametrize(
    "first",
    ["<3 this town, wrote Lind, who left it.", "<Mark> said that the bridge was shut.", "<ada> It is late.", "<https://harwick.example/a> has the plan.", "<b is less than c>, the clerk wrote.", "<Br-1> is the name of the road."],
)  # fmt: skip
def test_text_that_starts_with_an_angle_is_text(first: str) -> None:
    assert read(f"{first}\n\n{TEXT}", None).article.text == f"{first}\n\n{TEXT}"


FRONT = {
    "quoted": ('title: "Harwick to rebuild its bridge"\nauthor: Ada Poe\ndate: 2026-04-02', ("Ada Poe",), "2026-04-02"),
    "a list": ("layout: post\n# a draft\ntitle: Harwick to rebuild its bridge\nauthors:\n  - Ada Poe\n  - Sam Roe\ntags: [bridges, buses]\npub_date: 2 April 2026 10:00", ("Ada Poe", "Sam Roe"), "2026-04-02"),
    "in brackets": ("Title: 'Harwick to rebuild its bridge'\nAuthor: [Ada Poe, Sam Roe]\nDate: 2026-04-02T10:00:00Z\n", ("Ada Poe", "Sam Roe"), "2026-04-02"),
    "folded": ("title: >\n  Harwick to rebuild\n  its bridge\nbyline: By Ada Poe, Sam Roe and Jo McPell\npublished: 03/04/2026", ("Ada Poe", "Sam Roe", "Jo McPell"), None),
    "no day": ("title: Harwick to rebuild its bridge\nauthor: Department of Roads and Bridges\ndate: 2026-13-45", ("Department of Roads and Bridges",), None),
    "no yaml": ("title: Harwick to rebuild its bridge\ndescription: Lind: we wait: no more\ndate: 2026-04-02", (), "2026-04-02"),
}  # fmt: skip


@pytest.mark.parametrize(("front", "authors", "published"), FRONT.values(), ids=FRONT)
@pytest.mark.parametrize("behind", ["\n\n", f"\n\n# {TITLE}\n\n"], ids=["alone", "and a headline"])
@pytest.mark.parametrize("filtered", [True, False])
def test_front_matter_tells_title_authors_and_day_and_is_no_part_of_the_body(
    front: str, authors: tuple[str, ...], published: str | None, behind: str, filtered: bool
) -> None:
    page = page_of(f"---\n{front}\n---{behind}{TEXT}\n".replace("\n", "\r\n"), "markdown")
    found = extract(page, filter_boilerplate=filtered).article
    assert (found.title, found.text) == (TITLE, TEXT)
    assert (found.authors, found.published) == (authors, published)


def test_front_matter_without_a_title_leaves_the_headline() -> None:
    found = read(f"---\nauthor: Ada Poe\n---\n# {TITLE}\n\n{TEXT}", None).article
    assert (found.title, found.text, found.authors) == (TITLE, TEXT, ("Ada Poe",))


def test_a_heading_of_a_part_is_no_title_where_front_matter_tells_one() -> None:
    found = read(f"---\ntitle: {TITLE}\n---\n## The plan\n\n{TEXT}", "markdown").article
    assert (found.title, found.text) == (TITLE, f"The plan\n\n{TEXT}")


@pytest.mark.parametrize(
    "opening",
    [
        "---\n\nNote: the names of the ferry crew were changed.\n\n---",
        "---\ntitle: Harwick rebuilds\n\nThe council met late on Tuesday.\n\n---",
        "The clerk began at once.\n\n---\ntitle: Harwick rebuilds\n---",
        "---\ntitle: Harwick rebuilds",
    ],
    ids=["a note", "prose in it", "not at the start", "not closed"],
)
def test_what_stands_between_dashes_but_is_no_front_matter_is_read(opening: str) -> None:
    found = read(f"{opening}\n\n{TEXT}", "text").article
    assert [line for line in opening.split("\n") if len(line) > 3 and line not in found.text] == []
    assert found.title is None
