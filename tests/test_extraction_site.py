"""What a page is taken to call its site."""

import pytest
from extraction_pages import BODY, SITE, TITLE, paragraphs, read

ADDRESS = "https://www.harwick.example/bridge"


def site(title: str, head: str = "", headline: str = f"<h1>{TITLE}</h1>") -> str | None:
    sent = f"<head><title>{title}</title>{head}</head><body>{headline}{paragraphs(*BODY)}</body>"
    return read(sent, url=ADDRESS).article.site


@pytest.mark.parametrize("joint", [" | ", " - ", " – ", " — ", " · ", " » ", "_", "--", "｜"])
def test_a_site_is_named_behind_the_headline_in_the_title(joint: str) -> None:
    assert site(f"{TITLE}{joint}The Harwick Gazette") == "The Harwick Gazette"


@pytest.mark.parametrize("joint", [" | ", " - ", " · ", ": ", " :: "])
def test_a_site_is_named_before_the_headline_in_the_title(joint: str) -> None:
    assert site(f"The Harwick Gazette{joint}{TITLE}") == "The Harwick Gazette"


def test_the_last_part_behind_the_headline_names_the_site() -> None:
    assert site(f"{TITLE} | Politics | The Harwick Gazette") == "The Harwick Gazette"


def test_a_headline_with_a_full_stop_is_no_name() -> None:
    headline = "Harwick pays $4.2m for its bridge"
    assert site(f"{headline} | Ledger & Line", headline=f"<h1>{headline}</h1>") == "Ledger & Line"


@pytest.mark.parametrize(
    "headline",
    ['<h1>The Gazette</h1><meta property="og:title" content="{}">', "<font><b>{}</b></font>"],
    ids=["in og:title", "without a mark"],
)
def test_the_headline_is_known_by_the_page(headline: str) -> None:
    assert site(f"{TITLE} - Harwick Now", headline=headline.format(TITLE)) == "Harwick Now"


def test_the_name_in_the_logo_is_no_headline() -> None:
    logo = f'<h1>Harwick Now</h1><meta property="og:title" content="{TITLE}">'
    assert site(f"Harwick Now - {TITLE}", headline=logo) == "Harwick Now"


def test_a_site_that_the_page_states_is_believed() -> None:
    assert site(f"{TITLE} | Politics", head=SITE) == "The Harwick Gazette"


@pytest.mark.parametrize(
    ("title", "headline"),
    [
        (TITLE, TITLE),
        ("Harwick to rebuild its bridge - what it costs", "Harwick to rebuild its bridge - what it costs"),
        ("Harwick to rebuild its bridge - and a tunnel", "A bridge and a tunnel for Harwick"),
        (f"{TITLE} | {'And so much more of what you should know ' * 2}", TITLE),
    ],
    ids=["no name", "part of the headline", "no such headline", "too long"],
)
def test_without_a_name_the_site_is_its_host(title: str, headline: str) -> None:
    assert site(title, headline=f"<h1>{headline}</h1>") == "harwick.example"


def test_a_title_of_joints_alone_is_no_burden() -> None:
    assert site("- " * 50_000) == "harwick.example"
