"""A publisher's closing note on what the text is belongs to it, wherever the page puts the note."""

import pytest
from command import PAGES
from extraction_pages import BODY, TEXT, TITLE, article, paragraphs, read, removed

from summarizer.extraction import extract
from summarizer.fetch import read_source

SATIRE = "The Pigeon is a satirical column. Lower Maudley, its council and its harpist are made up."
NOTES = [
    SATIRE, "This is satire.", "This story is a work of fiction.", "All names in this column are invented.", "Note: This article is a parody.",
    "This article was sponsored by Bramley Keel Homes.", "This post was produced in paid partnership with Dusklens.", "This is a sponsored article.",
    "The views expressed here are the author's own.", "Disclaimer: The views and opinions expressed in this article are those of the author.", "This is a signed opinion column. It does not express the view of our newsroom.",
    "Dieser Artikel ist eine Anzeige.", "Alle Personen sind frei erfunden.", "Ceci est une parodie.", "Este artículo es una sátira.", "Questo articolo è una parodia.", "Dit artikel is satire.", "本文纯属虚构。", "この記事はフィクションです。",
]  # fmt: skip


def page(behind: str, around: str = "main") -> str:
    """Return a page whose paragraphs have a holder of their own, with `behind` after it."""
    held = f'<h1>{TITLE}</h1><div class="entry-content">{paragraphs(*BODY)}</div>'
    return f"<title>{TITLE}</title><body><{around}>{held}{behind}</{around}></body>"


@pytest.mark.parametrize("note", NOTES)
def test_a_closing_note_is_the_last_paragraph_inside_and_behind_the_body(note: str) -> None:
    inside = read(article(paragraphs(*BODY, note)))
    behind = read(
        page(
            f'<div class="note"><div><em>{note}</em></div></div><div class="share"><p>Coo about it:</p></div>'
        )
    )
    apart = read(page(f"<footer><small>{note}</small></footer>", "article"))
    beside = read(page(f"<p>{note}</p>").replace(' class="entry-content"', ""))
    texts = {found.article.text for found in (inside, behind, apart, beside)}
    assert texts == {f"{TEXT}\n\n{note}"}


@pytest.mark.parametrize(
    "behind",
    [
        f'<div class="comments"><p>{SATIRE}</p></div>',
        f"<aside><p>{SATIRE}</p></aside>",
        f"<article><h2>Swan elected treasurer</h2><p>{SATIRE}</p></article>",
        "<p>Sponsored content</p>",
        "<div>Why this film is a satirical masterpiece</div><div>Figures are invented, says minister.</div>",
        "<p>The trial was paid for by the Sorrel Foundation.</p>",
    ],
    ids=["a comment", "an aside", "another article", "a label", "a teaser", "who paid for what is told"],
)
def test_what_is_no_note_on_this_text_stays_behind_it(behind: str) -> None:
    assert read(page(behind)).article.text == TEXT


def test_a_note_on_all_pages_of_a_site_is_no_part_of_an_article() -> None:
    sent = page("").replace("</body>", "<footer><p>The views expressed are not ours.</p></footer></body>")
    assert read(sent).article.text == TEXT


def test_such_a_line_before_the_text_is_taken_out() -> None:
    line = "This is a signed opinion column. It does not express the view of our newsroom."
    found = read(article(paragraphs(line, *BODY)))
    assert found.article.text == TEXT
    assert ("promotion", line) in removed(found)


def test_the_note_on_a_satirical_page_closes_its_text() -> None:
    path = PAGES.parent / "gold" / "articles" / "vr07-satire-parking.html"
    assert extract(read_source(str(path))).article.text.endswith(f"There is no parking.\n\n{SATIRE}")


@pytest.mark.parametrize(
    "behind",
    [
        '<section class="more-stories"><div><p>This is a sponsored post.</p></div></section>',
        '<div id="promo"><p>The Pigeon Weekly is a satirical newsletter: sign up for the next one.</p></div>',
        "<div><p>“Bank Job” is a satirical novel about a clerk. Read our review now.</p></div>",
    ],
    ids=["other stories", "promotion", "a book"],
)
def test_a_note_on_something_else_stays_behind(behind: str) -> None:
    assert read(page(behind)).article.text == TEXT


def test_a_note_that_stands_twice_is_taken_in_once() -> None:
    note = "This article is satire."
    assert read(page(f"<p>{note}</p><div><p>{note}</p></div>")).article.text == f"{TEXT}\n\n{note}"
