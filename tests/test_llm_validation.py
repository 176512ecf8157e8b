"""What the LLM engine accepts of an answer, what goes back to the model, and what is left out."""

from typing import Any

import pytest
from fault_server import FaultServer, Step, answer, cut, drip, status
from llm_cases import HARBOUR, WRONG, claim, content, engine, harbour, highlight

from summarizer.errors import ModelError

SPOKEN = content(claims=[claim("The mayor wrote ```{no}``` in her note.", 2)])
CLAIM = claim("Repairs may cost 2.6 million euros.", 3)
SECOND = highlight("Ada Brandt said that Velden could not wait.", 2)


@pytest.mark.parametrize(
    "wrapped",
    [
        "```json\n{}\n```",
        "<think>The bridge {closes}.</think>\n{}",
        "Let me see.</think>{}",
        "Here you are:\n{}\nAnything else?",
        "<think>```json {{}}``` is wrong</think>```\n{}\n```",
        "```json\n{}\n```\nNote: {numbers} are sentence numbers.",
        "A {short} note first.\n```\n{}\n```",
        "Use ``` for {code}:\n```json\n{}",
        "Here is {the} answer: {}",
        "{}\nEach {number} counts from 1.",
        'Not {"an": "answer"}, but {} it is.',
        '<think>First {"highlights": []}.</think>So {here} it is: {}',
    ],
)
def test_fences_thoughts_and_chatter_around_the_answer_are_tolerated(
    server: FaultServer, wrapped: str
) -> None:
    server.script(answer(wrapped.replace("{}", SPOKEN)))
    assert engine(server).propose(harbour()).draft.highlights[0].text == HARBOUR[0]
    assert server.formats == ["json_schema"]


def test_a_wrong_answer_goes_back_once_with_the_reasons(server: FaultServer) -> None:
    server.script(answer(WRONG), answer(content()))
    proposal = engine(server).propose(harbour())
    first, second = (received.body["messages"] for received in server.requests)
    assert second[:2] == first
    assert second[2] == {"role": "assistant", "content": WRONG}
    assert "highlight 1 (“The bridge closes.”) points to sentence 9" in second[3]["content"]
    assert "list of claims is empty" in second[3]["content"]
    assert "pydantic.dev" not in second[3]["content"]
    assert (len(second), proposal.warnings) == (4, ())


@pytest.mark.parametrize(
    ("highlights", "claims", "kept", "warning"),
    [
        ([SECOND, highlight("No.", 9)], [CLAIM], (1, 1), "which it was not shown; it was left out"),
        ([SECOND, highlight("No.", 0, 4)], [CLAIM], (2, 1), "was not shown; the number was ignored"),
        ([SECOND, highlight("No.")], [CLAIM], (1, 1), "names no sentence it rests on; it was left out"),
        ([SECOND, highlight("  ", 1)], [CLAIM], (1, 1), "highlight 2 has no text; it was left out"),
        ([SECOND, SECOND], [CLAIM], (1, 1), "highlight 2 repeats highlight 1; it was left out"),
        ([SECOND, {"text": "No."}], [CLAIM], (1, 1), "is not as asked for (sentences); it was left out"),
        ([SECOND, "No."], [CLAIM], (1, 1), "is not as asked for (no object); it was left out"),
        ([SECOND], [CLAIM, claim("It was big.", 1, type="news")], (1, 1), "2 is not as asked for (type)"),
        ([SECOND], [], (1, 0), "list of claims is empty"),
        ([], [CLAIM], (0, 1), "list of highlights is empty"),
        ([highlight(f"Fact {n}.", 1) for n in range(4)], [CLAIM], (3, 1), "the last 1 were left out"),
        ([SECOND], [claim(f"Fact {n}.", 1) for n in range(33)], (1, 30), "the last 3 were left out"),
        ([highlight("word " * 40, 1)], [CLAIM], (1, 1), "has 40 words, more than 30; it was kept"),
    ],
)  # fmt: skip
def test_what_is_valid_is_kept_and_the_rest_reported(
    server: FaultServer, highlights: Any, claims: Any, kept: tuple[int, int], warning: str
) -> None:
    server.script(*[answer(content(highlights, claims))] * 2)
    proposal = engine(server, highlights=3).propose(harbour())
    assert (len(proposal.draft.highlights), len(proposal.draft.claims)) == kept
    assert [warning in told for told in proposal.warnings] == [True]
    assert len(server.requests) == 2


def test_nothing_valid_at_all_is_an_error(server: FaultServer) -> None:
    server.script(answer(WRONG), answer(WRONG))
    with pytest.raises(ModelError, match="points to sentence 9"):
        engine(server).propose(harbour())
    assert server.formats == ["json_schema"] * 2


@pytest.mark.parametrize(
    ("failures", "why"),
    [
        ([status(503)] * 5, "503"),
        ([status(400, "Your conversation grew too long.")], "Your conversation grew too long."),
        ([status(401)], "The key was not accepted."),
        ([cut] * 5, "No connection to"),
        ([answer(None, refusal="No.")], "The model refused to work on this article."),
        ([answer("{", finish="content_filter")], "content filter stopped the answer"),
        ([answer("{", finish="length")] * 2, "did not fit into"),
    ],
    ids=["503", "400", "401", "cut", "refusal", "content filter", "length"],
)
def test_a_re_ask_that_fails_does_not_cost_the_first_answer(
    server: FaultServer, failures: list[Step], why: str
) -> None:
    server.script(answer(content([SECOND, highlight("No.", 9), SECOND], [CLAIM])), *failures)
    proposal = engine(server).propose(harbour())
    assert [item.text for item in proposal.draft.highlights] == [SECOND["text"]]
    assert [item.text for item in proposal.draft.claims] == [CLAIM["text"]]
    *left_out, failed = proposal.warnings
    assert [warning.endswith("it was left out.") for warning in left_out] == [True, True]
    assert failed.startswith("Asking again failed, so only what is valid in the first answer was kept. ")
    assert why in failed
    assert proposal.usage.requests == len(server.requests) == 1 + len(failures)
    assert set(server.formats) == {"json_schema"}


@pytest.mark.parametrize(
    ("second", "kept"),
    [
        (content([], []), [SECOND["text"], HARBOUR[0], CLAIM["text"]]),
        (content([highlight("No.", 9)], []), [SECOND["text"], HARBOUR[0], CLAIM["text"]]),
        (content([], [CLAIM]), [SECOND["text"], HARBOUR[0], CLAIM["text"]]),
        (content([highlight(f"Fact {n}.", 1) for n in range(3)], []), ["Fact 0.", "Fact 1.", "Fact 2."]),
    ],
    ids=["empty", "worse", "without highlights", "no worse"],
)
def test_of_two_answers_with_faults_the_better_is_kept_the_second_if_equal(
    server: FaultServer, second: str, kept: list[str]
) -> None:
    first = content([SECOND, highlight(HARBOUR[0], 1), highlight("No.", 9)], [CLAIM])
    server.script(answer(first), answer(second))
    draft = engine(server).propose(harbour()).draft
    assert [item.text for item in (*draft.highlights, *draft.claims)] == kept


def test_a_re_ask_that_fails_after_nothing_valid_is_an_error(server: FaultServer) -> None:
    server.script(answer(WRONG), *[status(503)] * 5)
    with pytest.raises(
        ModelError, match=r"answered 503.*\(6 requests tried; 100 tokens in, 20 out\)"
    ) as failed:
        engine(server).propose(harbour())
    assert failed.value.retryable


def test_a_re_ask_that_is_not_answered_in_time_does_not_cost_the_first_answer(server: FaultServer) -> None:
    server.script(answer(content([SECOND, SECOND], [CLAIM])), drip(0.02))
    proposal = engine(server, deadline_s=3).propose(harbour())
    assert len(proposal.draft.highlights) == 1
    assert "by the deadline" in proposal.warnings[-1]


def test_a_huge_answer_to_a_re_ask_does_not_cost_the_first_one(server: FaultServer) -> None:
    server.script(answer(content([SECOND, SECOND], [CLAIM])), answer("No. " * 300_000))
    proposal = engine(server).propose(harbour())
    assert len(proposal.draft.highlights) == 1
    assert server.formats == ["json_schema"] * 2


def test_items_are_tidied_not_changed(server: FaultServer) -> None:
    messy = highlight("  The old\n bridge “closes”\u00a0for 18 months. ", 3, 1, 1)
    spoken = claim("It may cost 2.6 million euros.", 3, speaker="  ", reporting_verb="said")
    server.script(answer(content([messy], [spoken])))
    draft = engine(server).propose(harbour()).draft
    assert draft.highlights[0].model_dump() == {
        "text": "The old bridge “closes” for 18 months.",
        "sentences": (1, 3),
    }
    assert (draft.claims[0].speaker, draft.claims[0].reporting_verb) == (None, "said")


@pytest.mark.parametrize(
    "text",
    [
        "\ud800 half",
        "[" * 100_000,
        '{"highlights": ' + "[" * 100_000,
        '{"highlights":' * 60_000,
        '{ "highlights": [], ' * 40_000,
        "``` {" * 100_000,
        "{" + " " * 900_000,
        "{}" * 300_000 + "{",
    ],
    ids=["half", "lists", "lists in one", "nested", "open", "fences", "spaces", "empty"],
)
def test_hostile_answers_are_errors_not_crashes(server: FaultServer, text: str) -> None:
    server.always = answer(text)
    with pytest.raises(ModelError, match="not in the form asked for"):
        engine(server).propose(harbour())


def test_half_characters_in_an_item_are_no_crash(server: FaultServer) -> None:
    """A lone surrogate cannot be printed or hashed, so the item must not get through."""
    server.always = answer(content([highlight("Half \ud800 character.", 1)]))
    with pytest.raises(ModelError):
        engine(server).propose(harbour())
