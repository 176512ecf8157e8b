"""The HTML page in a real browser: evidence lights up, nothing else runs or loads."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import samples
from in_browser import wait_until
from playwright.sync_api import Browser, Page, sync_playwright

from summarizer.render import render
from summarizer.schema import Summary

pytestmark = pytest.mark.browser

Open = Callable[..., Page]
WIDE, PHONE = {"width": 1280, "height": 400}, {"width": 390, "height": 844}
# WCAG contrast of every piece of text on the first opaque background behind it: the worst one.
CONTRASTS = """() => {
  const channels = (color) => color.match(/[\\d.]+/g).map(Number);
  const light = (color) => {
    const [r, g, b] = channels(color).slice(0, 3)
      .map((c) => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = (element) => {
    for (let e = element; e; e = e.parentElement) {
      const color = getComputedStyle(e).backgroundColor;
      if (channels(color)[3] !== 0) return color;
    }
    return "rgb(255, 255, 255)";
  };
  const found = [];
  for (const element of document.querySelectorAll("body *:not(script)"))
    if ([...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim())) {
      const pair = [light(getComputedStyle(element).color), light(behind(element))];
      found.push((Math.max(...pair) + 0.05) / (Math.min(...pair) + 0.05));
    }
  return Math.min(...found);
}"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    executable = shutil.which("chromium")
    if executable is None:
        missing = "no chromium in PATH; on Debian: apt-get install chromium"
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(missing)
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox"])
        yield running
        running.close()


@pytest.fixture
def open_page(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Open a summary's page; at the end, fail on console messages, script errors and requests."""
    troubles: list[str] = []
    file = tmp_path / "page.html"
    contexts = []

    def opened(summary: Summary, **options: object) -> Page:
        file.write_text(render(summary, "html"), encoding="utf-8")
        context = browser.new_context(**{"viewport": WIDE, "reduced_motion": "reduce", **options})
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: troubles.append(message.text))
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.on("request", lambda request: request.url == file.as_uri() or troubles.append(request.url))
        page.goto(file.as_uri())
        return page

    yield opened
    for context in contexts:
        context.close()
    assert troubles == []


def item(page: Page, label: str) -> str:
    """Return a selector of the item with that id."""
    number = page.locator(".item", has=page.get_by_text(label, exact=True)).get_attribute("data-item")
    return f".item[data-item='{number}']"


def lit(page: Page) -> str:
    return "".join(page.locator(".ev.lit").all_text_contents())


@pytest.mark.parametrize(
    ("label", "evidence"),
    [
        ("h1", samples.SENTENCES[0] + samples.SENTENCES[1]),
        ("c1", samples.SENTENCES[3]),
        ("c2", "a bridge that 4,200 people cross every day,” said Ada Brandt"),
        ("c3", "said Ada Brandt, the mayor. Repairs may cost 2.6 million euros."),
        ("h3", samples.SENTENCES[4]),
    ],
)
def test_focus_on_an_item_lights_the_whole_of_its_evidence(
    open_page: Open, label: str, evidence: str
) -> None:
    page = open_page(samples.summary())
    page.focus(f"{item(page, label)} .jump")
    assert lit(page) == evidence


def test_the_pointer_lights_evidence_and_leaves_what_has_focus(open_page: Open) -> None:
    page = open_page(samples.summary())
    page.focus(f"{item(page, 'c2')} .jump")
    page.hover(f"{item(page, 'c1')} .text")
    assert lit(page) == samples.SENTENCES[3]
    page.hover("h1")
    assert lit(page) == "a bridge that 4,200 people cross every day,” said Ada Brandt"


def test_evidence_out_of_sight_is_scrolled_to_while_the_items_stay(open_page: Open) -> None:
    page = open_page(samples.summary(), viewport={"width": 1280, "height": 260})
    last = page.locator(".ev").last
    jump = page.locator(".item .jump").last
    jump.scroll_into_view_if_needed()
    before = jump.bounding_box()
    jump.focus()
    wait_until(page, "document.querySelector('.source-text').scrollTop > 0")
    box = last.bounding_box()
    assert box
    assert 0 <= box["y"] <= 260 - box["height"]
    assert jump.bounding_box() == before


def test_on_a_phone_focus_does_not_scroll_away_but_the_link_does(open_page: Open) -> None:
    page = open_page(samples.summary(), viewport=PHONE)
    page.focus(f"{item(page, 'h1')} .jump")
    assert page.evaluate("scrollY") == 0
    page.click(f"{item(page, 'h1')} .jump")
    wait_until(page, "scrollY > 0")
    assert lit(page) == samples.SENTENCES[0] + samples.SENTENCES[1]
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]


def test_clicking_evidence_goes_through_the_items_that_rest_on_it(open_page: Open) -> None:
    page = open_page(samples.summary())
    shared = page.get_by_text("said Ada Brandt", exact=True)
    focused = []
    for _ in range(4):
        shared.click()
        focused.append(page.evaluate("document.activeElement.querySelector('.id').textContent"))
    assert focused == ["c1", "c2", "c3", "c1"]
    assert page.locator(".item.lit .id").all_text_contents() == ["c1", "c2", "c3"]


def test_everything_is_reached_by_keyboard_with_visible_focus(open_page: Open) -> None:
    page = open_page(samples.summary())
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.ev')"):
            break
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.querySelector('.id').textContent") == "h1"


def test_hostile_text_runs_nothing(open_page: Open) -> None:
    page = open_page(samples.hostile())
    for jump in page.locator(".jump").all():
        jump.hover()
    assert page.evaluate("window.hacked") is None
    assert page.locator("img, svg, iframe").count() == 0
    assert page.title() == samples.HOSTILE[0]


def test_the_policy_stops_even_markup_that_got_in(browser: Browser) -> None:
    """The second wall: were a handler written into the page, it would still not run."""
    page = browser.new_page()
    page.set_content(render(samples.summary(), "html"))
    with page.expect_console_message(lambda message: "Content Security Policy" in message.text):
        page.evaluate("document.body.insertAdjacentHTML('beforeend', '<b onclick=\"window.hacked=1\">x</b>')")
        page.evaluate("document.body.lastElementChild.click()")
    assert page.evaluate("window.hacked") is None
    page.close()


def test_without_script_links_lead_to_the_evidence(open_page: Open) -> None:
    page = open_page(samples.summary(), java_script_enabled=False)
    page.click(f"{item(page, 'c1')} .jump")
    target = page.locator(".ev:target")
    assert target.text_content() == "“We are not gambling with "


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_all_text_has_a_contrast_of_at_least_4_5(open_page: Open, scheme: str) -> None:
    page = open_page(samples.summary(), color_scheme=scheme)
    assert page.evaluate(CONTRASTS) >= 4.5
    page.focus(f"{item(page, 'c1')} .jump")
    assert page.evaluate(CONTRASTS) >= 4.5


def test_right_to_left_text_begins_at_the_right(open_page: Open) -> None:
    page = open_page(samples.arabic())
    direction = "e => getComputedStyle(e).direction"
    assert page.locator("#article p").evaluate(direction) == "rtl"
    assert page.locator(".item .text").evaluate(direction) == "rtl"


def test_print_shows_article_and_items_in_full(open_page: Open) -> None:
    page = open_page(samples.summary())
    page.emulate_media(media="print")
    clipped = "e => e.scrollHeight > e.clientHeight"
    assert not page.locator(".items").evaluate(clipped)
    assert not page.locator(".source-text").evaluate(clipped)
