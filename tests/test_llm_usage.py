"""What was asked and what it cost is counted, in vain or not."""

import json
import socket

import pytest
from fault_server import FaultServer, answer, drop, status
from llm_cases import content, engine, harbour, highlight

from summarizer.config import load_settings
from summarizer.engines.llm.client import Client, Deadline
from summarizer.errors import ModelError

GOOD = content()


def test_usage_counts_all_that_was_sent_over_retries_and_re_asks(server: FaultServer) -> None:
    """A fault tells of no tokens, but it went over the wire; the answer that was asked for again counts."""
    wrong = json.dumps({"highlights": [{"sentences": [99], "text": "No."}], "claims": []})
    server.script(status(503), answer(wrong, usage=(100, 20)), drop, answer(GOOD, usage=(150, 30)))
    usage = engine(server).propose(harbour()).usage
    assert (usage.requests, usage.input_tokens, usage.output_tokens) == (4, 250, 50)


def test_usage_counts_a_truncated_answer_and_a_step_down(server: FaultServer) -> None:
    server.script(
        status(400, "response_format"), answer(GOOD[:40], finish="length", usage=(7, 5)), answer(GOOD)
    )
    usage = engine(server).propose(harbour()).usage
    assert (usage.requests, usage.input_tokens, usage.output_tokens) == (3, 107, 25)


def test_usage_counts_a_repair_round_that_failed(server: FaultServer) -> None:
    server.script(
        answer(content([highlight("The bridge closes for 81 months.", 1)])), status(503), status(400)
    )
    proposal = engine(server, repair=True).propose(harbour())
    assert (proposal.usage.requests, proposal.usage.input_tokens, len(server.requests)) == (3, 100, 3)
    assert "The repair round failed" in proposal.warnings[-1]


def test_an_error_tells_what_was_tried_in_vain(server: FaultServer) -> None:
    server.script(status(503), answer("I see.", usage=(3000, 9)), *[status(503)] * 5)
    with pytest.raises(ModelError, match=r"503\..* \(7 requests tried; 3,000 tokens in, 9 out\)$"):
        engine(server).propose(harbour())
    assert len(server.requests) == 7


def test_an_error_at_the_first_request_does_not_count(server: FaultServer) -> None:
    server.script(status(401))
    with pytest.raises(ModelError) as failed:
        engine(server).propose(harbour())
    assert "tried" not in str(failed.value)


def test_what_no_server_got_is_tried_but_not_sent() -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        url = f"http://127.0.0.1:{free.getsockname()[1]}/v1"
    client = Client(load_settings(base_url=url), Deadline(60), sleep=lambda _: None)
    with client, pytest.raises(ModelError):
        client.complete({"messages": []})
    assert (client.tally.tries, client.tally.requests) == (5, 0)


def test_a_server_that_tells_no_usage_is_tolerated(server: FaultServer) -> None:
    server.script(answer(GOOD, usage=None))
    usage = engine(server).propose(harbour()).usage
    assert (usage.requests, usage.input_tokens, usage.output_tokens) == (1, 0, 0)
