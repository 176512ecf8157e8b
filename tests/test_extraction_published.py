"""On which day a page says that it was published."""

import json
from datetime import UTC, datetime, timedelta

import pytest

from summarizer.extraction import extract
from summarizer.fetch import Page

TITLE = "Harwick to rebuild its bridge"
PROSE = (
    "<p>The Harwick council approved a plan on Tuesday to rebuild the Tern Street bridge, which was closed in March. "
    "The bridge was built in 1998 and opened on 6 May 1998 by the mayor of the day, as a plate on it says.</p>"
    "<p>Mayor Anna Lind said the work would cost $4.2 million and take two years, more than the council had hoped.</p>"
)
DAY = "2025-05-06"


def published(*, head: str = "", byline: str = "", after: str = "", url: str | None = None) -> str | None:
    body = f"<article><h1>{TITLE}</h1>{byline}{PROSE}{after}</article>"
    content = f"<html><head><title>{TITLE}</title>{head}</head><body>{body}</body></html>"
    return extract(Page(content.encode(), url, "page", "html")).article.published


def meta(name: str, value: str) -> str:
    return f'<meta property="{name}" content="{value}">'


def json_ld(*data: object) -> str:
    return "".join(f'<script type="application/ld+json">{json.dumps(part)}</script>' for part in data)


def work(kind: object, day: str = DAY, **more: object) -> dict[str, object]:
    return {"@type": kind, "datePublished": day, **more}


@pytest.mark.parametrize(
    "said",
    ["2025-05-06", "2025-05-06T23:30:00-05:00", "20250506", "2025-05-06 07:00", "Tue, 06 May 2025 05:00:00 GMT", "May 6, 2025 10:15 AM", "6 May 2025", "2025/05/06"],
)  # fmt: skip
def test_the_day_in_the_metadata_is_taken_however_it_is_written(said: str) -> None:
    assert published(head=meta("article:published_time", said)) == DAY


@pytest.mark.parametrize(
    "data",
    [
        work("NewsArticle"),
        work(["Article", "ReportageNewsArticle"]),
        [{"@type": "BreadcrumbList"}, work("BlogPosting")],
        {"@graph": [work("WebPage", "2025-05-01"), work("NewsArticle")]},
        {"@type": "WebPage", "mainEntity": work("NewsArticle", about=work("Book", "1998-05-06"))},
        work("ClaimReview", itemReviewed=work("CreativeWork", "1998-05-06")),
    ],
)
def test_the_day_in_json_ld_is_that_of_the_page_itself(data: object) -> None:
    assert published(head=json_ld(work("Movie", "1998-05-06"), data)) == DAY


def test_the_day_is_read_in_json_ld_with_a_slip_in_it() -> None:
    assert published(head=json_ld(work("NewsArticle")).replace("}", ",}")) == DAY


@pytest.mark.parametrize(
    "byline",
    [
        '<p>By Ada Poe, <time datetime="2025-05-06T05:00:00Z">yesterday</time></p>',
        "<p>By Ada Poe, <time>6 May 2025</time></p>",
        '<time class="updated" datetime="2025-05-09">9 May</time><time class="entry-date published" datetime="2025-05-06">6 May</time>',
        '<p>Last updated <time datetime="2025-05-09">9 May</time>, first published <time datetime="2025-05-06">6 May</time></p>',
        '<aside><time datetime="2025-04-01">1 April</time></aside><div><time datetime="2025-05-06">6 May</time></div>',
        '<abbr class="published" title="2025-05-06">Tuesday</abbr>',
        '<span itemprop="datePublished" content="2025-05-06">Tuesday</span>',
        '<span class="article-publish-date">May 6, 2025, 9:02 AM</span>',
    ],
)  # fmt: skip
def test_the_day_in_the_byline_is_taken(byline: str) -> None:
    assert published(byline=byline) == DAY


@pytest.mark.parametrize(
    ("before", "behind"),
    [
        ('<font size="1">Nickel / Tuesday, May 6, 2025 / 08:12 Harwick</font><br>', ""),
        ("", "<p><i>By Ada Poe</i> | 6 May 2025</p>"),
        ("", "<div>May 6, 2025</div><div>Updated: May 9, 2025</div>"),
    ],
)
def test_the_day_in_a_line_beside_the_headline_is_taken_where_nothing_is_marked(
    before: str, behind: str
) -> None:
    page = (
        f"<html><head><title>{TITLE}</title></head><body>{before}<b>{TITLE}</b>{behind}{PROSE}</body></html>"
    )
    assert extract(Page(page.encode(), None, "page", "html")).article.published == DAY


@pytest.mark.parametrize(
    "path", ["2025/05/06/bridge", "bridge-2025-05-06", "2025-05-06/bridge.html", "bridge-20250506/"]
)
def test_the_day_in_the_address_is_taken(path: str) -> None:
    assert published(url=f"https://harwick.example/{path}") == DAY


def test_the_day_in_the_address_is_that_where_the_writers_are() -> None:
    head = meta("article:published_time", "2025-05-07T02:00:00Z")
    assert published(head=head, url="https://harwick.example/2025/05/06/bridge") == DAY


def test_a_day_in_the_address_that_the_page_denies_is_one_of_the_story() -> None:
    head = meta("article:published_time", "2025-05-06")
    assert published(head=head, url="https://harwick.example/the-storm-of-1998-05-06") == DAY


@pytest.mark.parametrize(
    ("where", "said"),
    [
        ("after", "<p>It was renovated on 3 June 2004 and again on 12/03/2011.</p>"),
        ("after", '<p>The bridge, which opened on <time datetime="1998-05-06">6 May 1998</time>, is closed.</p>'),
        ("after", '<ul class="related"><li><time class="published" datetime="2025-04-01">1 April</time> Ferries stop</li></ul>'),
        ("after", '<section id="comments"><time class="published" datetime="2025-05-08">8 May</time> Well done.</section>'),
        ("after", "<p>© 2024 The Harwick Gazette</p>"),
        ("byline", '<p>Updated <time datetime="2025-05-09">9 May</time></p>'),
        ("byline", "<p>By Ada Poe, <time>05/06/2025</time></p>"),
        ("byline", "<p>By Ada Poe, <time>6 May</time></p>"),
        ("byline", "<p>Updated <b>9 May 2025</b></p>"),
        ("byline", "<p>It opened on 6 May 1998.</p>"),
        ("head", meta("article:modified_time", "2025-05-09")),
        ("head", meta("description", "The bridge opened on 1998-05-06.")),
        ("head", meta("article:published_time", "1970-01-01T00:00:00Z")),
        ("head", meta("article:published_time", "2025-13-45")),
        ("head", meta("article:published_time", "2025")),
        ("head", meta("article:published_time", (datetime.now(UTC) + timedelta(days=9)).date().isoformat())),
        ("head", json_ld(work("Movie", "1998-05-06"), {"@type": "WebPage", "about": work("Article", "1998-05-06")})),
    ],
)  # fmt: skip
def test_no_day_is_guessed(where: str, said: str) -> None:
    assert published(**{where: said}) is None  # type: ignore[arg-type]
