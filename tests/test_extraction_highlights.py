"""Which boxes are the publisher's own highlights, and which only look like them."""

import pytest
from extraction_pages import BODY, COST, FARES, ITEMS, TEXT, TITLE, article, paragraphs, read, removed

from summarizer.fetch.page import MediaType

BOXES = {
    "a heading and a list": f"<h2>@</h2>{ITEMS}",
    "a bold paragraph and a list": f"<p><strong>@</strong></p>{ITEMS}",
    "bullets in paragraphs": f"<p><b>@:</b></p><p>• {COST}</p><p>• {FARES}</p>",
    "bullets behind line breaks": f"<p><b>@</b><br>• {COST}<br>• {FARES}</p>",
    "an aside": f"<aside><h3>@</h3>{ITEMS}</aside>",
    "prose in a box": f'<aside class="summary"><h3>@</h3>{paragraphs(COST, FARES)}</aside>',
    "details": f"<details><summary>@</summary>{ITEMS}</details>",
    "a list of links into the page": f'<h4>@</h4><ul><li><a href="#a">{COST}</a></li><li><a href="#b">{FARES}</a></li></ul>',
    "a list of links that repeat the text": f'<h4>@</h4><ul><li><a href="/a">{COST}</a></li><li><a href="/b">{FARES}</a></li></ul>',
    "a table": f"<table><tr><th>@</th></tr><tr><td>{COST}</td></tr><tr><td>{FARES}</td></tr></table>",
    "a heading and a table": f"<h2>@</h2><table><tr><td>{COST}</td></tr><tr><td>{FARES}</td></tr></table>",
    "text of a bare div": f"<div>@{ITEMS}</div>",
    "divs in a div": f'<div class="key-points"><div>@</div><div>{COST}</div><div>{FARES}</div></div>',
    "a definition list": f"<dl><dt>@</dt><dd>{COST}</dd><dd>{FARES}</dd></dl>",
    "the first item of the list": f"<ul><li><b>@</b></li><li>{COST}</li><li>{FARES}</li></ul>",
    "dashes behind line breaks in a box": f'<div class="card"><div>🧊</div><div><b><strong>@</strong></b><br>– {COST}<br>– {FARES}</div></div>',
    "line breaks behind bare text": f"<div>@<br>- {COST}<br>- {FARES}</div>",
    "middle dots behind line breaks": f"<p><strong>@</strong><br>・{COST}<br>・{FARES}</p>",
    "lines of a cell": f"<table><tr><td><font><b>@</b></font></td></tr><tr><td><font>• {COST}<br>• {FARES}</font></td></tr></table>",
    "signs in divs": f'<div class="summary"><div>@</div><div><span>■</span> {COST}</div><div><span>■</span> {FARES}</div></div>',
    "all in one paragraph": f"<p>@ • {COST} • {FARES}</p>",
}
LABELS = "Highlights|Key points|KEY TAKEAWAYS|At a glance:|In brief|TL;DR|Das Wichtigste in Kürze|Auf einen Blick|Puntos clave|En resumen|L’essentiel|En bref|要点|この記事のポイント|أبرز النقاط|मुख्य बातें|The short version|Five key takeaways|The ruling in brief|核心提示|أبرز ما في الخبر|Eckpunkte"


@pytest.mark.parametrize(
    ("label", "box"),
    [(label, BOXES["a heading and a list"]) for label in LABELS.split("|")]
    + [(label, box) for label in ("Highlights", "Key points") for box in BOXES.values()],
)
def test_highlights_of_any_label_and_shape_are_kept_apart(label: str, box: str) -> None:
    found = read(article(box.replace("@", label), paragraphs(*BODY))).article
    assert (found.publisher_highlights, found.text) == ((COST, FARES), TEXT)


def test_highlights_amid_text_that_only_line_breaks_part_are_kept_apart() -> None:
    lines = f"<b>The short version</b><br>\n• {COST}<br>\n• {FARES}<br>\n<br>\n"
    found = read(article(f"<div>{'<br><br>'.join(BODY[:2])}<br><br>{lines}{BODY[2]}</div>")).article
    assert (found.publisher_highlights, found.text) == ((COST, FARES), TEXT)


BUTTONS = {
    "in a heading": f"<h3><button aria-expanded='true'>@</button></h3>{ITEMS}",
    "in a header": f"<section><header><button type='button'>@ <svg></svg></button></header><div>{ITEMS}</div></section>",
    "alone": f"<button>@</button>{ITEMS}",
    "with a span": f"<div><button><span>@</span></button><div>{ITEMS}</div></div>",
}


@pytest.mark.parametrize("label", ["Key points", "Highlights"])
@pytest.mark.parametrize("box", BUTTONS.values(), ids=BUTTONS)
def test_a_button_may_be_the_label_of_the_list_that_it_opens(box: str, label: str) -> None:
    found = read(article(box.replace("@", label), paragraphs(*BODY))).article
    assert (found.publisher_highlights, found.text) == ((COST, FARES), TEXT)


def test_a_list_under_a_row_of_buttons_stays_in_the_text() -> None:
    tabs = "<button>Comments</button><button>Highlights</button>"
    found = read(article(f"<div>{tabs}{ITEMS}</div>", paragraphs(*BODY))).article
    assert (found.publisher_highlights, found.text) == ((), f"{COST}\n\n{FARES}\n\n{TEXT}")


def test_lines_behind_a_bold_label_need_no_sign_to_be_highlights() -> None:
    found = read(article(f"<p><b>Key points</b><br>{COST}<br>{FARES}</p>", paragraphs(*BODY))).article
    assert (found.publisher_highlights, found.text) == ((COST, FARES), TEXT)


def test_an_item_keeps_the_figure_that_it_starts_with() -> None:
    items = "<ul><li>4.2 million dollars will be spent.</li><li>-5% is the change of fares.</li></ul>"
    found = read(article(f"<h2>Key points</h2>{items}", paragraphs(*BODY))).article
    assert found.publisher_highlights == ("4.2 million dollars will be spent.", "-5% is the change of fares.")


PARTED = {
    "a line break": f"<li><b>Cost</b><br>{COST}</li>",
    "paragraphs": f"<li><p>Cost</p><p>{COST}</p></li>",
    "divs": f"<li><div>Cost</div><div><span>{COST}</span></div></li>",
    "a div before text": f"<li><div>Cost</div>{COST}</li>",
    "a nested list": f"<li>Cost<ul><li>{COST}</li></ul></li>",
}


@pytest.mark.parametrize("item", PARTED.values(), ids=PARTED)
def test_the_lines_of_an_item_are_parted_by_a_space(item: str) -> None:
    found = read(article(f"<h2>Key points</h2><ul>{item}<li>{FARES}</li></ul>", paragraphs(*BODY))).article
    assert found.publisher_highlights == (f"Cost {COST}", FARES)


@pytest.mark.parametrize(
    "box",
    ["<h2>Key points</h2><ul><li>@</li><li>$</li></ul>", "<table><tr><th>Key points</th></tr><tr><td>@</td></tr><tr><td>$</td></tr></table>"],
    ids=["list", "table"],
)  # fmt: skip
def test_no_space_parts_what_only_its_type_sets_apart(box: str) -> None:
    item = "The <b>18</b>th bridge cuts CO<i>x</i> by <b>4</b>%."
    markup = box.replace("@", item).replace("$", FARES)
    found = read(article(markup, paragraphs(*BODY))).article
    assert found.publisher_highlights == ("The 18th bridge cuts COx by 4%.", FARES)


@pytest.mark.parametrize(
    ("content", "media_type", "items"),
    [
        (f"Key points\n\n• {COST}\n• {FARES}", "text", (COST, FARES)),
        (f"## TL;DR\n\n- {COST}\n- {FARES}", "markdown", (COST, FARES)),
        (f"TL;DR: {COST}", "text", (COST,)),
        (f"要点 ・{COST} ・{FARES}", "text", (COST, FARES)),
    ],
)
def test_highlights_in_plain_text_are_kept_apart(
    content: str, media_type: MediaType, items: tuple[str, ...]
) -> None:
    found = read(f"{TITLE}\n\n{content}\n\n{TEXT}", media_type).article
    assert (found.publisher_highlights, found.text) == (items, TEXT)


@pytest.mark.parametrize(
    "parts",
    [
        (paragraphs(*BODY * 3), f"<h2>Highlights</h2>{ITEMS}", paragraphs(BODY[0])),
        (f"<h2>What was agreed</h2>{ITEMS}", paragraphs(*BODY)),
        (f"<h2>Highlights</h2>{paragraphs(COST)}", paragraphs(*BODY)),
        ("<aside><h2>Highlights</h2><ul><li><a href=/1>Otter seen in canal</a></li><li><a href=/2>Bakery wins prize</a></li></ul></aside>", paragraphs(*BODY)),
        (paragraphs(*BODY), "</article><aside><h2>Highlights</h2><ul><li>Otter seen in canal.</li><li>Bakery wins prize.</li></ul></aside>"),
    ],
    ids=["far below the top", "another heading", "a section of prose", "links to other stories", "news beside the article"],
)  # fmt: skip
def test_what_only_looks_like_highlights_is_none(parts: tuple[str, ...]) -> None:
    assert read(article(*parts)).article.publisher_highlights == ()


NOTE = "<p><em>AI-generated summary, reviewed by editors</em></p>"
LOOSE = {
    "a note before the list": f"<h3>Key points</h3>{NOTE}{ITEMS}",
    "a note of a sentence": f"<h3>Key points</h3><p>Written by AI and checked by an editor.</p>{ITEMS}",
    "a note in a div": f"<h3>Key points</h3><div>{NOTE}<div>{ITEMS}</div></div>",
    "a note in a box": f'<aside class="summary"><h3>Key points</h3>{NOTE}{ITEMS}</aside>',
    "a note under a weak label": f"<h3>Summary</h3>{NOTE}{ITEMS}",
    "a lead-in": f"<h3>Key points</h3><p>What to know in a minute:</p>{ITEMS}",
    "divs with spans in a div": f'<h3>Key points</h3><div class="list"><div class="item"><span>{COST}</span></div><div class="item"><svg></svg><span>{FARES}</span></div></div>',
    "divs in two divs": f"<h3>Key points</h3><div><div><div>{COST}</div><div>{FARES}</div></div></div>",
    "divs with spans": f'<h3>Key points</h3><div class="item"><span>{COST}</span></div><div class="item"><span>{FARES}</span></div>',
}  # fmt: skip


@pytest.mark.parametrize("box", LOOSE.values(), ids=LOOSE)
def test_highlights_are_kept_apart_behind_a_note_and_in_divs(box: str) -> None:
    found = read(article(box, paragraphs(*BODY))).article
    assert (found.publisher_highlights, found.text) == ((COST, FARES), TEXT)


THIRD = "The work takes two years."


@pytest.mark.parametrize("holder", ["@", "<div>@</div>"], ids=["beside the label", "in a div"])
def test_two_lists_under_one_label_are_highlights(holder: str) -> None:
    lists = holder.replace("@", f"{ITEMS}<ul><li>{THIRD}</li></ul>")
    found = read(article(f"<h3>Key points</h3>{lists}", paragraphs(*BODY))).article
    assert (found.publisher_highlights, found.text) == ((COST, FARES, THIRD), TEXT)


@pytest.mark.parametrize(
    "behind", ["<li><a href=/1>Otter seen in canal, and not for the first time</a></li>", "<li>Velm</li><li>Pell</li>"]
)  # fmt: skip
def test_an_unlike_list_behind_the_highlights_is_none_of_them(behind: str) -> None:
    found = read(article(f"<h3>Key points</h3>{ITEMS}<ul>{behind}</ul>", paragraphs(*BODY))).article
    assert found.publisher_highlights == (COST, FARES)


@pytest.mark.parametrize(
    "hidden",
    ["<ul aria-hidden='true'>@</ul>", "<ul style='display:none'>@</ul>", "<div hidden><ul>@</ul></div>", "<div><div hidden><ul>@</ul></div></div>", "<ul hidden>@</ul><ul hidden>@</ul>"],
)  # fmt: skip
def test_a_label_over_a_hidden_list_goes_with_it(hidden: str) -> None:
    items = f"<li>{COST}</li><li>{FARES}</li>"
    found = read(article(f"<h3>Key points</h3>{hidden.replace('@', items)}", paragraphs(*BODY * 2)))
    assert (found.article.publisher_highlights, found.article.text) == ((), f"{TEXT}\n\n{TEXT}")
    assert ("dangling heading", "Key points") in removed(found)


@pytest.mark.parametrize(
    "menu",
    ["<nav><a href=/1>Highlights</a><ul hidden><li>Otter</li></ul></nav>", "<h3 hidden>Highlights</h3><ul hidden><li>Otter</li></ul>"],
    ids=["a menu", "a hidden label"],
)  # fmt: skip
def test_the_label_of_another_hidden_list_is_no_heading_of_the_text(menu: str) -> None:
    found = read(article(*paragraphs(*BODY)).replace("<article>", f"{menu}<article>"))
    assert found.article.text == TEXT
    assert removed(found) == [("headline", TITLE)]


def test_a_label_keeps_the_list_that_is_shown_beside_a_hidden_one() -> None:
    hidden = "<ul hidden><li>Otter seen in canal.</li></ul>"
    found = read(article(f"<h3>Key points</h3>{hidden}{ITEMS}", paragraphs(*BODY))).article
    assert (found.publisher_highlights, found.text) == ((COST, FARES), TEXT)


LEDE = f"{BODY[0]} The vote was 9 to 4, and it ended a row of six years."
PLAIN = {
    "divs in a div of any name": f'<div class="zx9"><div>@</div><div>{COST}</div><div>{FARES}</div></div>',
    "divs in a div without a name": f"<div><div><b>@</b></div><div>{COST}</div><div>{FARES}</div></div>",
    "divs under a heading": f"<div><h2>@</h2><div>{COST}</div><div>{FARES}</div></div>",
    "divs in a section": f"<section><h3>@</h3><div>{COST}</div><div>{FARES}</div></section>",
    "paragraphs in a section": f"<section><h3>@</h3>{paragraphs(COST, FARES)}</section>",
    "arrows in divs": f"<div><div>@</div><div><div><span>→</span><div>{COST}</div></div><div><span>→</span><div>{FARES}</div></div></div></div>",
    "lines in an aside": f"<aside><b>@</b><br>{COST}<br>{FARES}</aside>",
    "lines in a div": f"<div class='box'><b>@</b><br>{COST}<br>{FARES}</div>",
    "lines behind bare text": f"<div>@<br>{COST}<br>{FARES}</div>",
    "divs behind bare text": f"<div>@<div>{COST}</div><div>{FARES}</div></div>",
    "a list for each item": f"<p><b>@</b></p><ul><li>{COST}</li></ul><ul><li>{FARES}</li></ul>",
    "a named section": f'<section aria-label="@">{ITEMS}</section>',
    "a named list": f"<ul aria-label='@'><li>{COST}</li><li>{FARES}</li></ul>",
    "a heading for screen readers": f'<h2 class="visually-hidden">@</h2>{ITEMS}',
    "paragraphs that a rule ends": f"<h2>@</h2>{paragraphs(COST, FARES)}<hr>",
}


@pytest.mark.parametrize("label", ["Key points", "At-a-glance", "Highlights"])
@pytest.mark.parametrize("box", PLAIN.values(), ids=PLAIN)
def test_highlights_are_kept_apart_that_only_what_holds_them_marks_as_such(box: str, label: str) -> None:
    found = read(article(box.replace("@", label), paragraphs(*BODY))).article
    assert (found.publisher_highlights, found.text) == ((COST, FARES), TEXT)


def test_short_points_before_a_longer_first_paragraph_are_highlights() -> None:
    found = read(
        article(f"<h2>Key points</h2>{paragraphs(COST, FARES)}", paragraphs(LEDE, *BODY[1:]))
    ).article
    assert (found.publisher_highlights, found.text) == ((COST, FARES), TEXT.replace(BODY[0], LEDE))


def test_the_paragraph_under_tldr_is_a_highlight() -> None:
    digest = f"{COST} The mayor said that the work would take two years, and {FARES[0].lower()}{FARES[1:]}"
    found = read(article(f"<h3>tl;dr</h3>{paragraphs(digest)}", paragraphs(*BODY))).article
    assert (found.publisher_highlights, found.text) == ((digest,), TEXT)


SECTION = "Anna Berg opens the fair with a concert on Friday, and a regatta follows on Saturday."
SECTIONS = {
    "a longer heading": f"<h2>Highlights of the season</h2>{paragraphs(SECTION)}",
    "a section of prose": f"<section><h2>Highlights</h2>{paragraphs(SECTION, SECTION.replace('fair', 'ball'))}</section>",
    "a part of the body": f"<h2>What to know</h2>{paragraphs(COST, FARES)}",
    "a short first paragraph": f"<h2>Key points</h2>{paragraphs(COST, FARES, 'Nobody in the town of Harwick is glad of it, it seems, but for the ferryman and two of his sons.')}",
    "long paragraphs in a section": f"<section><h2>Key points</h2>{paragraphs(f'{SECTION} ' * 3, f'{SECTION} ' * 4)}</section>",
    "a section with sections": f"<section><h2>Key points</h2><div><h3>Cost</h3><p>{COST}</p></div><div><h3>Fares</h3><p>{FARES}</p></div></section>",
    "a sentence before a list": f"<h2>Key points</h2><p>{SECTION}</p><ul><li>{COST}</li><li>{FARES}</li></ul>",
    "a line before a list under a weak label": f"<h2>Summary</h2><p>What the mayor said:</p>{ITEMS}",
    "text beside divs": f"<h2>Key points</h2><div>{SECTION}<div>{COST}</div><div>{FARES}</div></div>",
    "a heading before a list": f"<h2>What to know</h2><h3>Cost</h3><ul><li>{COST}</li><li>{FARES}</li></ul>",
    "divs that the text does not tell again": f"<h2>Key points</h2><div><div>{SECTION}</div><div>Otters swim in the canal.</div></div>",
    "a named menu": '<section aria-label="Highlights"><ul><li><a href=/1>Otter seen in canal</a></li><li><a href=/2>Bakery wins prize</a></li></ul></section>',
}  # fmt: skip


@pytest.mark.parametrize("section", SECTIONS.values(), ids=SECTIONS)
def test_an_ordinary_section_stays_in_the_text(section: str) -> None:
    found = read(article(section, paragraphs(*BODY))).article
    assert found.publisher_highlights == ()
    assert found.text.endswith(TEXT)


def test_a_section_that_holds_the_whole_text_is_no_box() -> None:
    found = read(article(f"<section><h2>Key points</h2>{paragraphs(*BODY)}</section>")).article
    assert (found.publisher_highlights, found.text) == ((), f"Key points\n\n{TEXT}")
