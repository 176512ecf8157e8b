"""The report in a real browser: it filters, sorts and opens, loads nothing, and fits a phone."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import eval_results
import pytest
import test_render_browser
from in_browser import wait_until
from playwright.sync_api import Browser, Page

from summarizer.evals.compare import compare
from summarizer.evals.report.page import render_page
from summarizer.evals.result import Result

pytestmark = pytest.mark.browser

Open = Callable[..., Page]
DESK, PHONE = {"width": 1400, "height": 900}, {"width": 390, "height": 844}
browser = test_render_browser.browser


@pytest.fixture
def open_page(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Open a report; at the end, fail on console messages, script errors and requests."""
    troubles: list[str] = []
    file = tmp_path / "report.html"
    contexts = []

    def opened(
        results: Sequence[Result] = (eval_results.result(),),
        base: Result | None = None,
        anchor: str = "",
        **options: object,
    ) -> Page:
        comparisons = [compare(base, results[0], margin=0.05)] if base else []
        file.write_text(render_page(results, comparisons, base), encoding="utf-8")
        context = browser.new_context(**{"viewport": DESK, **options})
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: troubles.append(message.text))
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.on(
            "request", lambda request: request.url.startswith(file.as_uri()) or troubles.append(request.url)
        )
        page.goto(file.as_uri() + anchor)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert troubles == []


def shown(page: Page) -> list[str]:
    """Return the ids of the articles in sight, in order."""
    return [text.split(" ")[0] for text in page.locator(".entry:visible .facts").all_inner_texts()]


def test_all_articles_are_there_the_worst_first(open_page: Open) -> None:
    page = open_page()
    assert shown(page) == ["plant", "ferry", "mine"]
    assert page.locator("#state").inner_text() == "3 shown"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("council may", ["ferry"]),
        ("ZINC", ["ferry", "mine"]),
        ("محطة", ["plant"]),
        ("words that are not there", ["mine"]),
        ("nowhere", []),
    ],
)
def test_search_finds_words_anywhere_in_an_entry(open_page: Open, words: str, found: list[str]) -> None:
    page = open_page()
    page.fill("#search", words)
    assert shown(page) == found
    assert page.locator("#state").inner_text() == f"{len(found)} of 3 shown"
    assert page.locator("#none").is_visible() == (not found)


def test_search_forgives_accents(open_page: Open) -> None:
    article = eval_results.ferry().model_copy(update={"title": "Terres rares : l'usine de Léville"})
    page = open_page([eval_results.result((article,))])
    page.fill("#search", "leville")
    assert shown(page) == ["ferry"]


def test_language_and_genre_filter_together_and_clear_brings_all_back(open_page: Open) -> None:
    page = open_page()
    page.select_option("#language", label="English (2)")
    assert shown(page) == ["ferry", "mine"]
    page.select_option("#genre", "local")
    assert shown(page) == ["ferry"]
    page.click("text=Clear")
    page.locator(".entry:not([hidden])").nth(2).wait_for(state="attached")


@pytest.mark.parametrize(
    ("only", "found"),
    [
        (["missed"], ["plant", "ferry"]),
        (["faulty"], ["mine"]),
        (["failed"], ["plant"]),
        (["failed", "faulty"], ["plant", "mine"]),
        (["differs"], ["ferry", "mine"]),
    ],
)
def test_only_those_with_something_wrong(open_page: Open, only: list[str], found: list[str]) -> None:
    page = open_page(base=eval_results.baseline())
    for what in only:
        page.check(f"[name=only][value={what}]")
    assert shown(page) == found


@pytest.mark.parametrize(
    ("key", "order"),
    [
        ("-overall", ["mine", "ferry", "plant"]),
        ("title", ["ferry", "mine", "plant"]),
        ("-missed", ["plant", "ferry", "mine"]),
        ("score0", ["plant", "ferry", "mine"]),
        ("moved", ["plant", "mine", "ferry"]),
        ("-moved", ["ferry", "mine", "plant"]),
    ],
)
def test_sorting(open_page: Open, key: str, order: list[str]) -> None:
    page = open_page(base=eval_results.baseline())
    page.select_option("#sort", key)
    assert shown(page) == order
    page.select_option("#sort", "overall")
    assert shown(page) == ["plant", "ferry", "mine"]


def test_runs_are_told_apart_by_the_system_filter(open_page: Open) -> None:
    page = open_page([eval_results.result(), eval_results.baseline().model_copy(update={"system": "llm"})])
    assert len(shown(page)) == 6
    page.select_option("#system", label="llm")
    assert page.locator(".entry:visible .facts", has_text="llm").count() == 3


def test_an_entry_opens_by_keyboard(open_page: Open) -> None:
    page = open_page()
    page.focus(".entry >> nth=1 >> summary")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    assert page.locator(".entry[open] .pair").first.is_visible()


def test_the_keyboard_goes_from_the_controls_to_the_entries(open_page: Open) -> None:
    """The dots of the plots are no stops on the way: the list holds the same."""
    page = open_page()
    page.focus("#search")
    page.keyboard.press("Shift+Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.focus("#toggle")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.entry').dataset.title").startswith("محطة")


def test_all_in_sight_open_and_close(open_page: Open) -> None:
    page = open_page()
    page.select_option("#language", "en")
    page.click("#toggle")
    assert page.locator(".entry[open]").count() == 2
    assert page.locator("#toggle").inner_text() == "Close all"
    page.click("#toggle")
    assert page.locator(".entry[open]").count() == 0


def test_a_dot_opens_its_article_even_when_filtered_out(open_page: Open) -> None:
    page = open_page()
    page.fill("#search", "mine")
    page.click("#articles .plot a[href='#a1-ferry'] >> nth=0")
    page.wait_for_selector(".entry[open]:visible #a1-ferry")


def test_an_address_with_an_anchor_opens_the_article(open_page: Open) -> None:
    page = open_page(anchor="#a1-mine")
    assert page.locator(".entry[open] .body").get_attribute("id") == "a1-mine"
    wait_until(page, "document.querySelector('.entry[open] .title').getBoundingClientRect().top >= 0")


@pytest.mark.parametrize("anchor", ["#%", "#nowhere", "#search"])
def test_an_anchor_that_is_no_article_does_no_harm(open_page: Open, anchor: str) -> None:
    assert open_page(anchor=anchor).locator(".entry[open]").count() == 0


def test_without_script_entries_still_open_and_no_control_is_dead(open_page: Open) -> None:
    page = open_page(java_script_enabled=False)
    assert page.locator("#controls").is_hidden()
    page.click(".entry >> nth=1 >> summary")
    assert page.locator("#a1-ferry").get_by_text("Missed: gold without a match").first.is_visible()


def test_hostile_text_runs_nothing(open_page: Open) -> None:
    page = open_page([eval_results.hostile()], base=eval_results.hostile().model_copy())
    page.click("#toggle")
    for entry in page.locator(".entry").all():
        entry.hover()
    assert page.evaluate("window.hacked") is None
    assert page.locator("img, iframe").count() == 0
    languages = page.locator("#language option").all()
    page.select_option("#language", languages[-1].get_attribute("value"))
    assert len(shown(page)) == 1


def test_the_policy_stops_even_markup_that_got_in(browser: Browser) -> None:
    """The second wall: were a handler written into the page, it would still not run."""
    page = browser.new_page()
    page.set_content(render_page([eval_results.result()], [], None))
    with page.expect_console_message(lambda message: "Content Security Policy" in message.text):
        page.evaluate("document.body.insertAdjacentHTML('beforeend', '<b onclick=\"window.hacked=1\">x</b>')")
        page.evaluate("document.body.lastElementChild.click()")
    assert page.evaluate("window.hacked") is None
    page.close()


@pytest.mark.parametrize("viewport", [PHONE, DESK, {"width": 800, "height": 900}])
@pytest.mark.parametrize("run", [eval_results.result(), eval_results.hostile()])
def test_nothing_makes_the_page_wider_than_its_window(
    open_page: Open, run: Result, viewport: dict[str, int]
) -> None:
    page = open_page([run, eval_results.result()], base=run.model_copy(), viewport=viewport)
    page.click("#toggle")
    assert page.evaluate("document.documentElement.scrollWidth") == viewport["width"]


def test_a_page_without_articles_is_no_trouble_to_its_script(open_page: Open) -> None:
    """The fixture fails on any error; the table of figures fits a phone like all others."""
    page = open_page([eval_results.faithfulness()], viewport=PHONE)
    assert page.locator("tbody tr").inner_text().split()[:4] == ["gold", "9", "0.826", "0.750"]
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]


def test_letters_in_plots_keep_their_size_on_a_phone(open_page: Open) -> None:
    page = open_page(viewport=PHONE)
    heights = page.locator(".plot text").evaluate_all(
        "all => all.map((e) => e.getBoundingClientRect().height)"
    )
    assert min(heights) > 11


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_all_text_has_a_contrast_of_at_least_4_5(open_page: Open, scheme: str) -> None:
    page = open_page(base=eval_results.baseline(), color_scheme=scheme)
    page.click("#toggle")
    assert page.evaluate(test_render_browser.CONTRASTS) >= 4.5


def test_right_to_left_text_begins_at_the_right(open_page: Open) -> None:
    page = open_page(anchor="#a1-plant")
    direction = "e => getComputedStyle(e).direction"
    assert page.locator("#a1-plant .text").first.evaluate(direction) == "rtl"
    assert page.locator("#a1-ferry .text").first.evaluate(direction) == "ltr"


def test_print_leaves_out_the_controls_and_keeps_what_is_open(open_page: Open) -> None:
    page = open_page(anchor="#a1-ferry")
    page.emulate_media(media="print")
    assert page.locator("#controls").is_hidden()
    assert page.locator("#a1-ferry .pair").first.is_visible()
