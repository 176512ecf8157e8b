"""What readers look at to judge an answer, and what they say of it: evidence and corrections."""

import json
from pathlib import Path

import samples
from command import summarizer
from fake_slack_interactions import view_submission
from slack_bot import Running, running, shown

from summarizer.schema import Highlight, Summary, Support
from summarizer.slack.corrections import for_review
from summarizer.slack.dialogs import items_view
from summarizer.store.bot import BotState

TITLE = "Baogang Chairman Pledges Deeper State Backing as Baiyun Obo Capacity Grows"
NAMED, PROOF = samples.SENTENCES[3], samples.SENTENCES[4]


def resting_on(*quotes: str, text: str, label: str = "supported") -> Summary:
    """Return a summary of one highlight, `text`, with these quotes as its evidence."""
    support = Support.model_validate({"label": label, "score": 0.5})
    evidence = tuple(map(samples.evidence, quotes))
    item = Highlight(id="h1", text=text, evidence=evidence, support=support)
    return samples.summary().model_copy(update={"highlights": (item,), "claims": ()})


def quotes(summary: Summary) -> list[str]:
    """Return the quotes of the Evidence dialog, in order."""
    view = items_view(summary, "a1", "evidence")
    return [line[1:] for line in shown(view).splitlines() if line.startswith(">")]


def test_the_evidence_that_has_most_of_an_items_words_comes_first() -> None:
    """A sentence that shares only a name with the item looks like no proof at the top."""
    summary = resting_on(NAMED, PROOF, text="Repairs could cost 2.6 million euros, mayor Ada Brandt said.")
    assert quotes(summary) == [PROOF, NAMED]
    assert [evidence.quote for evidence in summary.highlights[0].evidence] == [NAMED, PROOF]


def test_words_of_many_sentences_weigh_less_than_those_of_one() -> None:
    """Each quote has two words of the item; the council and the bridge are all over the article."""
    decided, vote = samples.SENTENCES[:2]
    assert quotes(resting_on(decided, vote, text="The council voted 14 on the bridge.")) == [vote, decided]


def test_evidence_that_bears_as_much_stays_in_the_articles_order() -> None:
    first, second = samples.SENTENCES[5], samples.SENTENCES[1]
    assert quotes(resting_on(second, first, text="Something else happened.")) == [second, first]


def test_the_closest_words_of_a_doubtful_item_are_the_closest() -> None:
    summary = resting_on(
        NAMED, PROOF, text="Repairs will cost 2.9 million euros, Brandt said.", label="partial"
    )
    assert quotes(summary) == [f"Closest: {PROOF}", NAMED]


def correct(bot: Running) -> None:
    """Have a reader ask, and correct the first highlight."""
    bot.ask()
    bot.press("Wrong?", bot.answer())
    view = bot.opened()
    bot.deliver(view_submission(view, {"item": {"item": "h1"}, "correction": {"correction": "No."}}))
    bot.slack.wait_for(lambda: "kept for review" in json.dumps(list(bot.slack.views.values())))


def reviewed(bot: Running) -> list[dict[str, object]]:
    state = BotState.open(bot.store)
    found = list(for_review(state))
    state.close()
    return found


def test_corrections_are_printed_with_the_title_of_their_article(tmp_path: Path) -> None:
    with running(tmp_path) as bot:
        correct(bot)
        line = json.loads(summarizer("slack", "corrections").stdout)
        assert (line["title"], line["url"], line["correction"]) == (TITLE, bot.pages.article, "No.")
        assert bot.pages.paths == ["/rare-earths.html"]  # it was not read again


def test_a_correction_outlives_the_title_of_its_article(tmp_path: Path) -> None:
    with running(tmp_path) as bot:
        correct(bot)
        bot.settle()
        bot.sql("DELETE FROM slack_answers")
        (kept,) = reviewed(bot)
        assert (kept["title"], kept["url"]) == (None, bot.pages.article)


def test_the_same_correction_sent_twice_is_kept_once(tmp_path: Path) -> None:
    with running(tmp_path) as bot:
        bot.ask()
        bot.press("Wrong?", bot.answer())
        view = bot.opened()
        for _ in range(2):
            bot.deliver(view_submission(view, {"item": {"item": "h1"}, "correction": {"correction": "No."}}))
        assert len(reviewed(bot)) == 1
