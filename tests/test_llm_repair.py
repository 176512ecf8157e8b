"""The repair round: items that fail grounding go back once, and only what then passes is taken."""

import json
from pathlib import Path
from typing import Any

import pytest
from fault_server import FaultServer, answer, status
from llm_cases import HARBOUR, cache_in, claim, content, engine, harbour, highlight

GOOD = highlight("Velden's council voted to close the old harbour bridge for 18 months.", 1)
BAD = highlight("Velden's council voted to close the old harbour bridge for 81 months.", 1)
GOOD_CLAIM = claim("Repairs may cost 2.6 million euros.", 3)
BAD_CLAIM = claim("Repairs may cost 6.2 million euros.", 3)


def mended(highlights: list[Any], claims: list[Any] | None = None) -> str:
    """Return the model's answer to the repair request."""
    return json.dumps({"highlights": highlights, "claims": claims or []})


def texts(proposal: Any) -> list[str]:
    """Return the texts of all items."""
    return [item.text for item in (*proposal.draft.highlights, *proposal.draft.claims)]


def test_what_passes_is_not_sent_back(server: FaultServer) -> None:
    server.script(answer(content([GOOD], [GOOD_CLAIM])))
    assert engine(server, repair=True).propose(harbour()).usage.requests == 1


def test_what_fails_goes_back_together_with_the_reasons(server: FaultServer) -> None:
    server.script(
        answer(content([GOOD, BAD], [BAD_CLAIM])),
        answer(mended([{**GOOD, "text": HARBOUR[0], "id": "h2"}], [{**GOOD_CLAIM, "id": "c1"}])),
    )
    proposal = engine(server, repair=True).propose(harbour())
    assert texts(proposal) == [GOOD["text"], HARBOUR[0], GOOD_CLAIM["text"]]
    assert (proposal.usage.requests, proposal.warnings) == (2, ())
    sent = server.requests[1].body["messages"][1]["content"]
    assert '"id": "h2"' in sent
    assert '"id": "c1"' in sent
    assert '"id": "h1"' not in sent
    assert "81" in sent.split('"findings"')[1]
    assert f"[1] {HARBOUR[0]}" in sent


def test_only_the_sentences_concerned_are_shown(server: FaultServer) -> None:
    """The cited sentence and its neighbours: the fourth has nothing to do with it."""
    server.script(answer(content([BAD], [GOOD_CLAIM])), answer(mended([{**GOOD, "id": "h1"}])))
    engine(server, repair=True).propose(harbour())
    sent = server.requests[1].body["messages"][1]["content"]
    assert "[2]" in sent
    assert "[4]" not in sent


@pytest.mark.parametrize(
    "returned",
    [
        {**BAD, "id": "h1"},
        {**BAD, "text": "The bridge of Velden will be closed for 99 months.", "id": "h1"},
        {**GOOD, "id": "h7"},
        {**GOOD, "sentences": [77], "id": "h1"},
        {**GOOD, "text": "", "id": "h1"},
        {"id": "h1"},
    ],
    ids=["same", "worse", "other id", "no such sentence", "empty", "no item"],
)
def test_what_still_fails_stays_as_it_was(server: FaultServer, returned: Any) -> None:
    server.script(answer(content([BAD], [GOOD_CLAIM])), answer(mended([returned])))
    proposal = engine(server, repair=True).propose(harbour())
    assert texts(proposal) == [BAD["text"], GOOD_CLAIM["text"]]
    assert len(server.requests) == 2


def test_a_repair_that_repeats_another_item_is_not_taken(server: FaultServer) -> None:
    server.script(answer(content([GOOD, BAD], [GOOD_CLAIM])), answer(mended([{**GOOD, "id": "h2"}])))
    assert texts(engine(server, repair=True).propose(harbour()))[:2] == [GOOD["text"], BAD["text"]]


@pytest.mark.parametrize(
    "failure", [status(401), answer("What?"), answer(None, refusal="No."), answer("{}", finish="length")]
)
def test_a_repair_round_that_fails_is_a_warning(server: FaultServer, failure: Any) -> None:
    server.script(answer(content([BAD], [GOOD_CLAIM])), failure)
    server.always = answer("What?")
    proposal = engine(server, repair=True).propose(harbour())
    assert texts(proposal) == [BAD["text"], GOOD_CLAIM["text"]]
    assert [warning.startswith("The repair round failed") for warning in proposal.warnings] == [True]


def test_one_request_at_most_is_spent_on_repair(server: FaultServer) -> None:
    server.script(answer(content([BAD], [GOOD_CLAIM])))
    server.always = answer("What?")
    assert engine(server, repair=True).propose(harbour()).usage.requests == 2


def test_repair_can_be_switched_off(server: FaultServer) -> None:
    server.script(answer(content([BAD], [GOOD_CLAIM])))
    assert texts(engine(server, repair=False).propose(harbour()))[0] == BAD["text"]
    assert len(server.requests) == 1


def test_another_language_is_no_fault_to_repair(server: FaultServer) -> None:
    """Words of two languages cannot be compared, so a second try would not help."""
    german = highlight("Der Stadtrat von Velden hat beschlossen, die alte Hafenbrücke zu schließen.", 1)
    server.script(answer(content([german], [GOOD_CLAIM])))
    assert engine(server, repair=True, language="de").propose(harbour()).usage.requests == 1


def test_without_claims_only_highlights_go_back(server: FaultServer) -> None:
    server.script(
        answer(json.dumps({"highlights": [BAD]})), answer(json.dumps({"highlights": [{**GOOD, "id": "h1"}]}))
    )
    assert texts(engine(server, repair=True, claims=False).propose(harbour())) == [GOOD["text"]]
    schema = server.requests[1].body["response_format"]["json_schema"]["schema"]
    assert list(schema["properties"]) == ["highlights"]


def test_the_repair_is_cached_too(server: FaultServer, tmp_path: Path) -> None:
    server.script(answer(content([BAD], [GOOD_CLAIM])), answer(mended([{**GOOD, "id": "h1"}])))
    first = engine(server, repair=True, **cache_in(tmp_path)).propose(harbour())
    again = engine(server, repair=True, **cache_in(tmp_path)).propose(harbour())
    assert (again.draft, again.cached, again.usage.requests) == (first.draft, True, 0)
    assert len(server.requests) == 2
