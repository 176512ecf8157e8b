"""What the LLM engine accepts of an answer, what goes back to the model, and what is left out."""

from typing import Any

import pytest
from fault_server import FaultServer, answer
from llm_cases import HARBOUR, WRONG, claim, content, engine, harbour, highlight

from summarizer.errors import ModelError

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
    ],
)
def test_fences_thoughts_and_chatter_around_the_answer_are_tolerated(
    server: FaultServer, wrapped: str
) -> None:
    server.script(answer(wrapped.replace("{}", content())))
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


@pytest.mark.parametrize("text", ["\ud800 half", "[" * 100_000, '{"highlights": ' + "[" * 100_000])
def test_hostile_answers_are_errors_not_crashes(server: FaultServer, text: str) -> None:
    server.always = answer(text)
    with pytest.raises(ModelError, match="not in the form asked for"):
        engine(server).propose(harbour())


def test_half_characters_in_an_item_are_no_crash(server: FaultServer) -> None:
    """A lone surrogate cannot be printed or hashed, so the item must not get through."""
    server.always = answer(content([highlight("Half \ud800 character.", 1)]))
    with pytest.raises(ModelError):
        engine(server).propose(harbour())
