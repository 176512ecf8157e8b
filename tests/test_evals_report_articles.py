"""An article in the HTML report: what was matched, missed and said besides, and what differs from a baseline."""

import eval_results
import pytest
from eval_results import page, said
from lxml.html import HtmlElement


def entry(root: HtmlElement, name: str) -> HtmlElement:
    return root.get_element_by_id(f"a1-{name}").getparent()


def group(root: HtmlElement, article: str, heading: str) -> HtmlElement:
    (found,) = [
        one for one in entry(root, article).find_class("group") if said(one.find("h3")).startswith(heading)
    ]
    return found


def below(element: HtmlElement, heading: str) -> str:
    """Return what stands under the subheading that begins so."""
    (found,) = [one for one in element.iter("h4") if said(one).startswith(heading)]
    return said(found.getnext())


def test_a_matched_pair_stands_side_by_side_with_evidence_and_likeness() -> None:
    pair = group(page(), "ferry", "Highlights").find_class("pair")[0]
    gold, likeness, system = [said(side) for side in pair]
    assert gold == "Gold h1 · must Norvik cuts sailings from 14 to 9. Word for word from the article."
    assert likeness == ".83 alike"
    assert system == "System h1 Sailings fall from 14 to 9. It will cut its sailings from 14 to 9 a week."


def test_misses_extras_and_vetoes_are_shown_apart() -> None:
    highlights = group(page(), "ferry", "Highlights")
    assert said(highlights.find("h3")) == "Highlights 1 of 3 gold matched; the system has 2"
    missed = below(highlights, "Missed")
    assert "The ferry carried 21 passengers." in missed
    assert "The council may pay." in missed
    assert "Norvik" not in missed
    extra = below(highlights, "Extra")
    assert "The ferry carried 41 passengers." in extra
    assert "Only partly supported by the article" in extra
    assert "does not give this number: “41”." in extra
    assert "They give different numbers." in below(highlights, "Alike, and yet not the same")


def test_claims_are_shown_with_their_fields() -> None:
    claims = group(page(), "ferry", "Claims")
    assert "event · Ines Calder said · hedged · worth checking" in said(claims.find_class("pair")[0])
    assert "Zinc is cheap." in below(claims, "Extra")


def test_an_id_that_a_highlight_and_a_claim_share_leads_to_each_its_own() -> None:
    """Ids are unique among highlights and among claims, not over both."""
    claims = (eval_results.claim("c1", "The port was not told."),)
    labels = (eval_results.gold("h1", "The port had not been told."),)
    matches = (*eval_results.ferry().matches[:1], eval_results.Match(item="c1", label="h1", likeness=0.9))
    article = eval_results.ferry().model_copy(
        update={"claims": claims, "gold_claims": labels, "matches": matches}
    )
    root = page(eval_results.result((article,)))
    assert said(group(root, "ferry", "Highlights").find("h3")).startswith("Highlights 1 of 3")
    assert said(group(root, "ferry", "Claims").find("h3")).startswith("Claims 1 of 1")


def test_what_went_wrong_stands_first_in_an_entry() -> None:
    root = page()
    assert "It failed, so it scores 0: The model failed: 500 from the server." in said(entry(root, "plant"))
    mine = said(entry(root, "mine"))
    assert "Says what nobody may The mine has closed." in mine
    assert "set apart as doubtful The mine is sold." in mine
    assert "Warning: The article was cut at 30,000 characters." in mine
    assert "not in the article as extracted: words that are not there" in mine
    assert mine.index("Says what nobody may") < mine.index("Matched")


def test_a_must_not_claim_that_two_items_state_counts_once() -> None:
    twice = (*eval_results.mine().must_not, eval_results.mine().must_not[0])
    root = page(eval_results.result((eval_results.mine().model_copy(update={"must_not": twice}),)))
    assert "1 must-not" in said(entry(root, "mine").find_class("facts")[0])


def test_gold_that_is_not_in_the_text_is_not_called_its_words() -> None:
    label = eval_results.gold("h1", "words that are not there", "must")
    root = page(eval_results.result((eval_results.mine().model_copy(update={"gold_highlights": (label,)}),)))
    assert "Word for word" not in said(group(root, "mine", "Highlights").find_class("gold")[0])


def test_marks_in_the_list_say_what_to_look_at() -> None:
    root = page()
    facts = {name: said(entry(root, name).find_class("facts")[0]) for name in ("plant", "mine", "ferry")}
    assert facts == {
        "plant": "plant · ar · industry failed 2 missed",
        "mine": "mine · en · trade press 1 must-not gold not in the text",
        "ferry": "ferry · en · local 2 missed",
    }


def test_the_diff_lists_what_only_one_run_says_and_the_scores_that_moved() -> None:
    run, base = eval_results.result(), eval_results.baseline()
    diff = group(page(run, base=base), "ferry", "Against the baseline")
    assert "Nobody called the harbour master." in below(diff, "Highlights only in the baseline")
    assert "The ferry carried 41 passengers." in below(diff, "Highlights only in this run")
    assert "coverage .50 → .75 (+.25)" in said(diff)
    assert "Sailings fall" not in said(diff)
    assert "+.12 on the baseline" in said(entry(page(run, base=base), "ferry").find_class("facts")[0])


def test_an_article_that_stays_as_it_was_says_so() -> None:
    run = eval_results.result()
    diff = group(page(run, base=run.model_copy()), "ferry", "Against the baseline")
    assert "No score and no item differs." in said(diff)


@pytest.mark.parametrize(
    ("change", "note"),
    [
        (
            {"gold_sha256": "0" * 64},
            "Its gold labels have changed since the baseline: scores are not compared.",
        ),
        ({"id": "other"}, "The baseline does not have this article."),
    ],
)
def test_what_cannot_be_compared_is_not(change: dict[str, str], note: str) -> None:
    base = eval_results.result((eval_results.baseline().articles[0].model_copy(update=change),))
    diff = group(page(eval_results.result(), base=base), "ferry", "Against the baseline")
    assert note in said(diff)
    assert "→" not in said(diff)


def test_scores_of_other_code_are_not_compared() -> None:
    base = eval_results.baseline().model_copy(update={"metrics_sha256": "9" * 64})
    diff = group(page(eval_results.result(), base=base), "ferry", "Against the baseline")
    assert "scored by other code" in said(diff)
    assert "→" not in said(diff)
    assert "Nobody called the harbour master." in below(diff, "Highlights only in the baseline")


def test_text_says_its_language_and_finds_its_direction() -> None:
    root = page()
    arabic = entry(root, "plant").find_class("title")[0]
    assert (arabic.get("lang"), arabic.get("dir")) == ("ar", "auto")
    labels = entry(root, "plant").find_class("text")
    assert {(one.get("lang"), one.get("dir")) for one in labels} == {("ar", "auto")}
    assert not root.xpath("//details//*[@lang='x']")


def test_repeats_show_how_far_each_score_scatters() -> None:
    article = eval_results.ferry().model_copy(update={"flicker": eval_results.scores(0.03)})
    scores = entry(page(eval_results.result((article,), repeats=3)), "ferry").find_class("scores")[0]
    assert said(scores.find("tbody")[0]) == "Coverage .75 .03"
