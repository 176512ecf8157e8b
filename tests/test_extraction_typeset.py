"""What a page says by raised, lowered and struck type is told in plain text without falsifying a word or a figure."""

import pytest
from extraction_pages import BODY, TEXT, article, page_of, paragraphs, read, removed

from summarizer.extraction import extract

NOTES = {
    "behind a figure": "The plan has 140<sup>1</sup> flats.",
    "linked": 'The plan has 140<sup><a href="#fn1">1</a></sup> flats.',
    "in a link": 'The plan has 140<a href="#fn1" class="ref"><sup>1</sup></a> flats.',
    "a link alone": 'The plan has 140<a href="#fn1">1</a> flats.',
    "in brackets": "The plan has 140<sup>[12]</sup> flats.",
    "styled": 'The plan has 140<span style="font-size:70%; vertical-align: super">3</span> flats.',
    "a letter": "The plan has 140<sup>b</sup> flats.",
    "an asterisk": "The plan has 140 flats<sup>*</sup>.",
    "behind a full stop": "The plan has 140 flats.<sup>2</sup>",
    "two": "The plan has 140 flats<sup>1</sup><sup>,</sup><sup>2</sup>.",
    "a list": "The plan has 140 flats<sup>1, 2</sup>.",
    "behind a space": "The plan has 140 flats <sup>4</sup>.",
    "on a dagger": "The plan<sup>†</sup> has 140 flats.",
}


@pytest.mark.parametrize("sent", NOTES.values(), ids=NOTES)
def test_the_mark_of_a_footnote_is_no_part_of_the_text(sent: str) -> None:
    assert read(article(paragraphs(*BODY, sent))).article.text == f"{TEXT}\n\nThe plan has 140 flats."


RAISED = """The shed opened in 1971<sup>2</sup>.=The shed opened in 1971.|It ended.<sup>3</sup>Then rain came.=It ended. Then rain came.|About 10<sup>6</sup> cells grew.=About 10⁶ cells grew.
It holds 1.5 × 10<sup>−3</sup> grams.=It holds 1.5 × 10⁻³ grams.|Each has 40 m<sup>2</sup> of floor.=Each has 40 m² of floor.|A fall of 9.8 m/s<sup>2</sup> was met.=A fall of 9.8 m/s² was met.
They solved x<sup>2</sup> + y<sup>n</sup>.=They solved x² + yⁿ.|Air has CO<sub>2</sub> in it.=Air has CO2 in it.|A figure of 10<sub>2</sub> is two.=A figure of 10₂ is two.|It lost Ca<sup>2+</sup> ions.=It lost Ca²⁺ ions.
They dated it by <sup>14</sup>C alone.=They dated it by ¹⁴C alone.|The 1<sup>st</sup> and 5<sup>e</sup> won.=The 1st and 5e won.|M<sup>me</sup> Roy saw n<sup>o</sup> 5.=Mme Roy saw nº 5.|A Brisk<sup>TM</sup> pump failed.=A Brisk™ pump failed.
It has 3<sup>1</sup>/<sub>4</sub> acres.=It has 3¼ acres.|It has 2 <sup>3</sup>&frasl;<sub>7</sub> acres.=It has 2 3/7 acres.|It has 5<sup>3</sup>/<sub>7</sub> acres.=It has 5 3/7 acres.|Add <sup>1</sup><span>/</span><sub>2</sub> a cup.=Add ½ a cup.
It costs $4<sup>99</sup> now.=It costs $4.99 now.|It cost $140<sup>12</sup> then.=It cost $140 then.|It was 20<sup>o</sup>C inside.=It was 20°C inside.|See Table <a href="#t1">1</a> below.=See Table 1 below."""


@pytest.mark.parametrize("case", RAISED.replace("\n", "|").split("|"))
def test_raised_and_lowered_type_is_written_so_that_it_is_not_misread(case: str) -> None:
    sent, _, told = case.rpartition("=")
    assert read(article(paragraphs(*BODY, sent))).article.text == f"{TEXT}\n\n{told}"


@pytest.mark.parametrize(("language", "told"), [("es", "La 5ª y el 1º."), ("en", "La 5 y el 1º.")])
def test_a_raised_letter_is_an_ordinal_where_the_language_has_such(language: str, told: str) -> None:
    page = article(paragraphs(*BODY, "La 5<sup>a</sup> y el 1<sup>o</sup>."))
    assert read(page.replace("<html>", f'<html lang="{language}">')).article.text.endswith(told)


@pytest.mark.parametrize("struck", ["<del>@</del>", "<s>@</s>", "<strike>@</strike>", '<span style="text-decoration: line-through">@</span>'])  # fmt: skip
def test_struck_text_is_taken_out_and_logged_and_what_replaces_it_stays(struck: str) -> None:
    sent = f"It went for {struck.replace('@', '£2.4 million')} <ins>£4.2 million</ins>, she said."
    page = page_of(article(paragraphs(*BODY, sent)))
    for found in (extract(page), extract(page, filter_boilerplate=False)):
        assert found.article.text.endswith("\n\nIt went for £4.2 million, she said.")
        assert ("deleted", "£2.4 million") in removed(found)


def test_struck_text_leaves_no_space_before_a_comma() -> None:
    sent = "It went <del>for little</del>, she said."
    assert read(article(paragraphs(*BODY, sent))).article.text.endswith("\n\nIt went, she said.")


def test_a_tag_that_is_never_closed_strikes_no_article() -> None:
    assert read(article(f"<s>{paragraphs(*BODY * 4)}")).article.text.startswith(TEXT)
