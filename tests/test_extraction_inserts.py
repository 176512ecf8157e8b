"""What a publication says of itself amid an article is taken out; what only sounds like it stays."""

import pytest
from command import PAGES
from extraction_pages import BODY, SITE, TEXT, TITLE, article, paragraphs, read, removed, with_line

from summarizer.extraction import extract
from summarizer.fetch import read_source

PLUGS = """Not a subscriber yet? Take a three-week trial.|Found this useful? Forward it to a colleague.|Subscribe for free.|Sign up for our briefing, every weekday.
The Harwick Gazette has covered the bridge since 2019. Is your council reading us? Subscribe for free.|The Gazette first revealed the plan in March 2024. Sign up for the Gazette.
The Harwick Gazette was the only publication to predict the closure.|If your office isn’t reading The Harwick Gazette, forward this post.|Noch kein Abo? Jetzt kostenlos testen.|¿Aún no eres suscriptor? Suscríbete aquí.|Pas encore abonné ? Essayez gratuitement."""
OWN_NAMES = SITE + '<meta name="author" content="Ada Poe">'


@pytest.mark.parametrize("plug", PLUGS.replace("\n", "|").split("|"))
def test_what_a_site_says_of_itself_is_cut_off_the_end_of_a_paragraph_or_taken_out(plug: str) -> None:
    alone = read(with_line(plug))
    behind = read(article(paragraphs(BODY[0], f"{BODY[1]} {plug}", BODY[2]), head=SITE))
    assert alone.article.text == behind.article.text == TEXT
    assert ("promotion", plug) in removed(behind)


@pytest.mark.parametrize(
    "line",
    [
        "As The Harwick Gazette first reported in May, the bridge has rusted through.",
        "The Harwick Gazette was first to report that the bridge had rusted through.",
        "Residents can sign up for the walk at the town hall. It is free.",
        "“Is nobody reading us? Subscribe for free,” said the mayor of the paper’s offer.",
        "The Borough Times has covered the bridge since 2019.",
    ],
)
def test_a_sentence_that_tells_more_than_of_the_site_stays(line: str) -> None:
    assert line in read(with_line(line)).article.text


def test_a_word_on_the_author_is_taken_out_at_the_end_alone() -> None:
    word = "Ada Poe teaches history in Harwick. She owns no boats."
    told = "Ada Poe teaches history in Harwick, and was at the bridge when it was closed to all the cars."
    found = read(article(paragraphs(told, *BODY * 2, word), head=OWN_NAMES))
    assert removed(found)[-1] == ("author", word)
    assert found.article.text.startswith(told)


def test_a_note_behind_a_word_on_the_author_stays() -> None:
    word, note = "Ada Poe teaches history in Harwick.", "The views expressed here are her own."
    found = read(article(paragraphs(*BODY * 2, f"{word} {note}"), head=OWN_NAMES))
    assert removed(found)[-1] == ("author", word)
    assert found.article.text.endswith(f"\n\n{note}")


def test_a_pulled_quote_and_its_speaker_are_taken_out_once_they_are_told() -> None:
    said = "The bridge will stand, and the town will pay for it gladly."
    told = f"“{said}” the mayor told the council. “But not this year.”"
    found = read(article(paragraphs(BODY[0], f"“{said}”", "Anna Lind, mayor", told, *BODY[1:])))
    assert found.article.text == "\n\n".join([BODY[0], told, *BODY[1:]])
    assert [rule for rule, _ in removed(found)] == ["headline", "pull quote", "pull quote"]


def test_byline_date_and_section_before_the_text_are_taken_out() -> None:
    top = {"kicker": "TOWN POLICY", "byline": "By Ada Poe in Harwick", "dateline": "Ada Poe, Harwick | Published 27 June 2025"}  # fmt: skip
    found = read(article(paragraphs(*top.values(), *BODY)))
    assert found.article.text == TEXT
    assert removed(found)[1:] == list(top.items())


def test_the_label_above_the_headline_of_a_sample_page_is_taken_out() -> None:
    found = extract(read_source(str(PAGES / "hospital-trial.html")))
    assert found.article.text.startswith("Goggles that filter out blue light")
    assert ("kicker", "Research") in removed(found)


@pytest.mark.parametrize("label", ["<p>Research</p>", "<h4>Research</h4>", "<div><p>Research</p></div>"])
def test_a_label_is_a_kicker_above_the_headline_and_text_below_it(label: str) -> None:
    above = read(article(paragraphs(*BODY)).replace("<h1>", f"{label}<h1>"))
    assert above.article.text == TEXT
    assert removed(above) == [("kicker", "Research"), ("headline", TITLE)]
    assert read(article("<p>Research</p>", paragraphs(*BODY))).article.text == f"Research\n\n{TEXT}"


def test_a_sentence_above_the_headline_is_no_kicker() -> None:
    said = "The council met again."
    page = article(paragraphs(*BODY)).replace("<h1>", f"<p>{said}</p><h1>")
    assert read(page).article.text == f"{said}\n\n{TEXT}"


def test_a_word_on_the_author_is_taken_out_where_only_the_byline_names_her() -> None:
    word = "About the author: Ada Poe is a reporter for the Gazette."
    found = read(article(paragraphs("By Ada Poe", *BODY, word)))
    assert found.article.text == TEXT
    assert removed(found)[-1] == ("author", word)


def test_a_pulled_quote_that_is_marked_as_such_needs_no_full_stop() -> None:
    pulled = "the work would cost $4.2 million and take two years"
    found = read(
        article(paragraphs(BODY[0]), f'<blockquote class="pull">{pulled}</blockquote>', paragraphs(*BODY[1:]))
    )
    assert found.article.text == TEXT
    assert ("pull quote", pulled) in removed(found)


def test_a_quotation_that_stands_nowhere_else_stays() -> None:
    quoted = "We shall miss the old bridge, rust and all"
    found = read(article(paragraphs(BODY[0]), f"<blockquote>{quoted}</blockquote>", paragraphs(*BODY[1:])))
    assert quoted in found.article.text


@pytest.mark.parametrize("name", ["sr-only", "visually-hidden", "a screen-reader-text b"])
def test_what_only_a_screen_reader_reads_out_is_taken_out(name: str) -> None:
    sent = f'<p>{BODY[0]} <span class="{name}">Opens in a new window</span></p><p class="{name}">End of the first advert.</p>'
    found = read(article(sent, paragraphs(*BODY[1:])))
    assert found.article.text == TEXT
    assert ("hidden", "End of the first advert.") in removed(found)
