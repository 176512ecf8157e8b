"""The report as one HTML page: complete, closed to what comes in, readable without its script."""

import base64
import hashlib
from itertools import pairwise

import eval_results
import pytest
import samples
from eval_results import page, said
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml.html import HtmlElement

from summarizer.evals.compare import Comparison, compare
from summarizer.evals.result import ArticleResult

# Every element and attribute that our templates make. Anything else came from the text.
PLACED = {
    "class", "x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "width", "height", "text-anchor", "aria-hidden",
}  # fmt: skip
ALLOWED = {
    "html": {"lang"}, "head": set(), "meta": {"charset", "http-equiv", "content", "name"}, "style": set(),
    "script": set(), "noscript": set(), "body": set(), "header": set(), "main": set(), "footer": set(),
    "section": {"class", "id", "aria-label", "aria-labelledby"}, "div": {"class", "id"},
    "h1": set(), "h2": {"id"}, "h3": set(), "h4": {"class"},
    "p": {"class", "id", "hidden", "dir", "lang"}, "span": {"class", "aria-hidden", "dir", "lang"},
    "bdi": set(), "b": {"class"}, "small": set(), "q": {"dir", "lang"}, "blockquote": {"dir", "lang"},
    "ul": {"class"}, "li": {"dir"}, "dl": set(), "dt": set(), "dd": set(), "a": {"class", "href", "tabindex"},
    "table": {"class", "id"}, "caption": set(), "thead": set(), "tbody": set(), "tr": {"class"},
    "th": {"scope", "title"}, "td": {"class", "data-label"}, "figure": {"class"}, "figcaption": set(),
    "svg": PLACED | {"role", "aria-label"}, "g": PLACED, "line": PLACED, "rect": PLACED, "circle": PLACED,
    "text": PLACED, "title": set(),
    "form": {"class", "id", "hidden"}, "label": {"class"}, "fieldset": set(), "legend": set(),
    "input": {"type", "id", "name", "value", "placeholder", "autocomplete"}, "select": {"id"},
    "option": {"value"}, "output": {"id", "for"}, "button": {"type", "id"}, "summary": set(),
    "details": {
        "class", "data-system", "data-language", "data-genre", "data-title", "data-overall", "data-missed",
        "data-faulty", "data-failed", "data-moved", "data-differs", *(f"data-score{n}" for n in range(6)),
    },
}  # fmt: skip


def assert_only_ours(root: HtmlElement) -> None:
    ids = root.xpath("//@id")
    assert len(ids) == len(set(ids))
    for element in root.iter():
        assert element.tag in ALLOWED
        assert set(element.attrib) <= ALLOWED[element.tag]
    for href in root.xpath("//@href"):
        assert href.startswith("#")
        assert href[1:] in ids


@pytest.mark.parametrize("with_base", [True, False])
def test_no_hostile_text_becomes_an_element_an_attribute_or_a_link(with_base: bool) -> None:
    run = eval_results.hostile()
    other = run.model_copy(update={"articles": (*run.articles[:1], eval_results.ferry())})
    root = page(
        run,
        eval_results.result(),
        comparisons=[compare(other, run, margin=0.1)],
        base=other if with_base else None,
    )
    assert_only_ours(root)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=40), st.text(max_size=40))
def test_no_text_at_all_becomes_markup(one: str, other: str) -> None:
    article = eval_results.ferry().model_copy(
        update={
            "id": one,
            "title": other,
            "language": one,
            "genre": other,
            "error": other or None,
            "warnings": (one,),
        }
    )
    assert_only_ours(page(eval_results.result((article,), suite=one, system=other)))


def test_hostile_text_is_shown_letter_for_letter() -> None:
    text = said(page(eval_results.hostile()))
    assert samples.HOSTILE[0] in text
    assert "{{ 7*7 }}" in text
    assert "\x1b" not in text
    assert "\u202e" not in text


@pytest.mark.parametrize("element", ["style", "script"])
def test_the_policy_lets_only_our_own_style_and_script_apply(element: str) -> None:
    root = page(eval_results.hostile())
    (policy,) = root.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    (content,) = root.xpath(f"//{element}")
    digest = base64.b64encode(hashlib.sha256(content.text.encode()).digest()).decode()
    assert policy.startswith("default-src 'none'; ")
    assert f"{element}-src 'sha256-{digest}';" in policy


def test_every_article_is_there_the_failed_and_the_worst_first() -> None:
    root = page()
    assert [one.get("id") for one in root.find_class("body")] == ["a1-plant", "a1-ferry", "a1-mine"]


def test_without_a_baseline_nothing_is_set_against_one() -> None:
    root = page()
    assert not root.find_class("diff")
    assert not root.xpath("//select[@id='sort']/option[contains(@value, 'moved')]")


def verdict(comparison: Comparison) -> list[str]:
    root = page(comparisons=[comparison])
    return [said(part) for part in root.find_class("verdict")[0].iter("h2", "p")]


def test_a_better_run_is_called_better_with_the_smallest_difference_that_would_show() -> None:
    base = eval_results.many()
    head = [
        article.model_copy(
            update={"scores": eval_results.scores(article.scores["coverage"] + 0.1 + n % 2 / 50)}
        )
        for n, article in enumerate(base.articles)
    ]
    about, title, sentences, reach = verdict(compare(base, base.model_copy(update={"articles": tuple(head)})))
    assert about == "regression (extractive) against another run of it"
    assert title == "▲ Better"
    assert (
        "Coverage rose by .11, from .41 to .52 (95 % interval of the difference +.11 to +.12)." in sentences
    )
    assert reach.startswith(
        "The smallest true difference that these 12 articles would show in 4 of 5 tries: ±.01 in coverage"
    )


def test_data_that_cannot_tell_are_said_to() -> None:
    before, after = eval_results.ferry(), eval_results.ferry().model_copy(update={"highlights": ()})
    _, title, sentences, reach = verdict(
        compare(eval_results.result((before,)), eval_results.result((after,)))
    )
    assert title == "◆ The data cannot tell"
    assert "no headline metric differs by more than chance explains" in sentences
    assert reach == "With one article, no difference can be told from chance, however large."


def test_the_very_same_is_no_change() -> None:
    run = eval_results.result()
    assert verdict(compare(run, run))[1:] == ["◆ No change", "Both runs say the very same of 3 articles."]


def test_a_new_fault_makes_it_worse_and_is_named() -> None:
    run = eval_results.result()
    good = run.articles[2].model_copy(update={"must_not": ()})
    root = page(
        run, comparisons=[compare(run.model_copy(update={"articles": (*run.articles[:2], good)}), run)]
    )
    first = root.find_class("verdict")[0]
    assert said(first.find("h2")) == "▼ Worse"
    assert "mine asserts what nobody may: “The mine has closed.”" in said(first.find("ul"))


def test_a_run_that_falls_short_says_in_what() -> None:
    root = page(eval_results.result(failures={"coverage": "coverage is 0.100, below 0.5."}))
    (only,) = root.find_class("verdict")
    assert said(only.find("h2")) == "▼ Falls short in 1 respect"
    assert said(only.find("ul")) == "coverage is 0.100, below 0.5."


def test_every_system_is_in_the_scoreboard_and_its_plots() -> None:
    root = page(base=eval_results.baseline())
    systems = [said(row.find("th")) for row in root.get_element_by_id("scoreboard").find("tbody")]
    assert systems == [
        "extractive",
        "baseline: extractive",
        "lead",
        "lead-3",
        "copy-all",
        "empty",
        "shuffled evidence",
    ]
    for plot in root.xpath("//svg[@role='img']"):
        assert [said(text) for text in plot.find_class("name")] == systems
    assert said(root.get_element_by_id("scoreboard").find("tbody")[2]).startswith("lead 3 .30 .30–.30")


def test_a_dot_stands_where_its_score_is() -> None:
    """The axis leaves 1.5 % free at either side."""
    plot = page().xpath("//svg[@role='img']")[0]
    assert plot.xpath(".//g[@class='mark other'][1]/circle/@cx") == ["30.60%"]


def test_the_forest_has_zero_the_margin_and_what_would_go_unnoticed() -> None:
    base = eval_results.many()
    head = [
        article.model_copy(
            update={"scores": eval_results.scores(article.scores["coverage"] + (0.04 if n % 2 else 0))}
        )
        for n, article in enumerate(base.articles)
    ]
    comparison = compare(base, base.model_copy(update={"articles": tuple(head)}), margin=0.05)
    (forest,) = page(comparisons=[comparison]).xpath("//figure[@class='forest']/svg")
    assert forest.xpath(".//line[@class='zero']/@x1") == ["50.00%"]
    assert forest.xpath(".//line[@class='margin']/@x1") == ["1.50%"]
    assert len(forest.find_class("band")) == 6
    assert forest.xpath("(.//circle)[1]/@cx") == ["69.40%"]
    assert "coverage +.02" in forest.get("aria-label")


def test_each_dot_of_the_strips_leads_to_its_article() -> None:
    root = page()
    for strip in root.xpath("//section[@id='articles']//figure/svg"):
        assert sorted(strip.xpath(".//a/@href")) == ["#a1-ferry", "#a1-mine", "#a1-plant"]


def anchors(*articles: ArticleResult) -> list[str]:
    return sorted(one.get("id") for one in page(eval_results.result(articles)).find_class("body"))


def test_an_anchor_is_the_articles_id_where_that_can_be_one() -> None:
    odd = eval_results.ferry().model_copy(update={"id": "Fähre <1>"})
    assert anchors(eval_results.ferry(), odd, eval_results.ferry()) == ["a1-ferry", "a1.2", "a1.3"]


def test_what_is_no_language_code_is_no_lang() -> None:
    odd = eval_results.ferry().model_copy(update={"language": 'en" onclick="'})
    assert not page(eval_results.result((odd,))).xpath("//body//@lang")


def test_two_runs_of_one_system_are_told_apart() -> None:
    again = eval_results.baseline().model_copy(update={"suite": "nightly"})
    root = page(eval_results.result(), again)
    assert [said(option) for option in root.get_element_by_id("system")] == [
        "all", "extractive, regression", "extractive, nightly",
    ]  # fmt: skip
    assert len(root.find_class("entry")) == 6
    assert root.get_element_by_id("a2-ferry") is not None


def test_headings_descend_without_a_gap() -> None:
    root = page(
        comparisons=[compare(eval_results.baseline(), eval_results.result())], base=eval_results.baseline()
    )
    levels = [int(one.tag[1]) for one in root.iter("h1", "h2", "h3", "h4")]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_without_script_there_are_no_dead_controls() -> None:
    root = page()
    assert "hidden" in root.get_element_by_id("controls").attrib
    assert all(one.tag == "details" for one in root.find_class("entry"))


def test_a_run_without_articles_makes_a_page() -> None:
    assert not page(eval_results.result(())).find_class("entry")
