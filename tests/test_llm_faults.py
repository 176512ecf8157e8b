"""Every way a model's server can fail, played by a scripted server on loopback."""

import json
import socket
import traceback
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from fault_server import FaultServer, Step, answer, cut, drip, drop, echo_422, raw, stall, status
from llm_cases import HARBOUR, Waits, content, engine, harbour, settings

from summarizer.engines.llm import LlmEngine
from summarizer.errors import ConfigError, ModelError

GOOD = content()
KEY = "sk-secret-0123456789"


def within_200(error: object, **besides: object) -> Step:
    """Return a step that answers 200 with nothing but an error in it, as gateways do."""
    return raw(json.dumps({"error": error, **besides}).encode())


@pytest.mark.parametrize(
    "fault",
    [
        *(status(code) for code in (408, 409, 429, 502, 503, 504)),
        *(within_200({"message": "Upstream failed.", "code": code}) for code in (408, 409, 429, 502, "503")),
        within_200({"message": "Upstream failed.", "code": 502}, choices=[]),
        drop,
        cut,
    ],
    ids=[
        *("408", "409", "429", "502", "503", "504"),
        *("408 in 200", "409 in 200", "429 in 200", "502 in 200", "503 as text in 200"),
        *("502 beside no choices", "drop", "cut"),
    ],
)
def test_a_passing_fault_is_tried_again(server: FaultServer, fault: Step) -> None:
    server.script(fault, answer(GOOD))
    proposal = engine(server).propose(harbour())
    assert proposal.draft.highlights[0].text == HARBOUR[0]
    assert server.formats == ["json_schema", "json_schema"]


def test_waits_grow_and_have_jitter(server: FaultServer) -> None:
    server.script(*[status(503)] * 4, answer(GOOD))
    waits = Waits()
    engine(server, waits).propose(harbour())
    assert [0.5 * 2**n <= wait <= 2**n for n, wait in enumerate(waits)] == [True] * 4
    assert len({wait / 2**n for n, wait in enumerate(waits)}) == 4


def test_retry_after_in_seconds_is_honoured(server: FaultServer) -> None:
    server.script(status(429, headers={"Retry-After": "7"}), answer(GOOD))
    waits = Waits()
    engine(server, waits).propose(harbour())
    assert waits == [7.0]


def test_retry_after_as_a_date_is_honoured(server: FaultServer) -> None:
    at = format_datetime(datetime.now(UTC) + timedelta(seconds=30), usegmt=True)
    server.script(status(503, headers={"Retry-After": at}), answer(GOOD))
    waits = Waits()
    engine(server, waits).propose(harbour())
    assert 20 < waits[0] <= 30


def test_a_wait_beyond_the_deadline_is_not_begun(server: FaultServer) -> None:
    server.script(status(429, headers={"Retry-After": "3600"}), answer(GOOD))
    waits = Waits()
    with pytest.raises(ModelError, match="asks to wait 3600 s") as failed:
        engine(server, waits).propose(harbour())
    assert (waits, failed.value.retryable, len(server.requests)) == ([], True, 1)


def test_a_lasting_fault_ends_after_five_tries(server: FaultServer) -> None:
    server.always = status(503)
    with pytest.raises(ModelError, match="503") as failed:
        engine(server).propose(harbour())
    assert (failed.value.retryable, len(server.requests)) == (True, 5)


@pytest.mark.parametrize(
    ("code", "advice"),
    [
        (400, "Check the model's name and the settings"),
        (401, "Check OPENAI_API_KEY"),
        (403, "may not use the model tester"),
        (404, "no model 'tester'"),
    ],
)
def test_a_lasting_refusal_is_not_retried_and_says_what_to_do(
    server: FaultServer, code: int, advice: str
) -> None:
    server.script(status(code))
    with pytest.raises(ModelError, match=advice) as failed:
        engine(server).propose(harbour())
    assert (failed.value.retryable, len(server.requests)) == (False, 1)


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (
            {"message": "The  plan\nhas lapsed.", "code": 402},
            r"402\. .*no credit.* said: The plan has lapsed\.$",
        ),
        (
            {"message": f"Bad key {KEY}", "code": 403},
            r"answered 403\. .*Check OPENAI_API_KEY and the model\.$",
        ),
        ({"message": "Bad key sk-s***6789", "code": 401}, r"answered 401\. .*Check OPENAI_API_KEY\.$"),
        ({"message": "Overloaded.", "type": "busy"}, r"with an error\. .* The server said: Overloaded\.$"),
        ({"message": "Overloaded.", "code": "busy"}, r"with an error\. .* The server said: Overloaded\.$"),
        ({"message": "Fine.", "code": 200}, r"with an error\. .* The server said: Fine\.$"),
        ({"message": "So long. " * 99, "code": None}, r"with an error\. .* said: .{190,200}$"),
        ({"message": f"Not read: {HARBOUR[0]}"}, r"with an error\. Check the model and the base URL\.$"),
        ("No such endpoint.", r"with an error\. .* The server said: No such endpoint\.$"),
        ({}, "holds no message"),
        (None, "holds no message"),
        ([502], "holds no message"),
    ],
)
def test_an_error_in_an_answer_200_is_told_and_not_retried(
    server: FaultServer, error: object, message: str
) -> None:
    server.script(within_200(error))
    with pytest.raises(ModelError, match=message) as failed:
        engine(server, api_key=KEY).propose(harbour())
    assert (failed.value.retryable, len(server.requests)) == (False, 1)


def test_a_lasting_fault_in_answers_200_ends_after_five_tries(server: FaultServer) -> None:
    server.always = within_200({"message": "Upstream failed.", "code": 502}, usage={"prompt_tokens": 3})
    with pytest.raises(
        ModelError, match=r"502\. .* said: Upstream failed\. \(5 requests tried; 15 tok"
    ) as failed:
        engine(server).propose(harbour())
    assert (failed.value.retryable, len(server.requests)) == (True, 5)


def test_a_format_refused_in_an_answer_200_steps_down(server: FaultServer) -> None:
    server.script(within_200({"message": "response_format is not supported", "code": 400}), answer(GOOD))
    assert engine(server).propose(harbour()).draft.claims
    assert server.formats == ["json_schema", "json_object"]


def test_an_error_beside_an_answer_does_not_cost_it(server: FaultServer) -> None:
    choices = [{"index": 0, "message": {"role": "assistant", "content": GOOD}, "finish_reason": "stop"}]
    server.script(within_200({"message": "The log is full.", "code": 500}, choices=choices))
    assert engine(server).propose(harbour()).draft.claims


def test_a_spent_quota_is_not_retried(server: FaultServer) -> None:
    server.script(status(429, "You exceeded your current quota.", kind="insufficient_quota"))
    with pytest.raises(ModelError, match="billing") as failed:
        engine(server).propose(harbour())
    assert (failed.value.retryable, len(server.requests)) == (False, 1)


def test_the_servers_own_words_are_passed_on(server: FaultServer) -> None:
    server.script(status(400, "Invalid 'temperature': 1.7 is greater than 1."))
    with pytest.raises(ModelError, match=r"'temperature': 1\.7 is greater than 1\."):
        engine(server, temperature=1.7).propose(harbour())


def test_a_refusal_is_not_retried(server: FaultServer) -> None:
    server.script(answer(None, refusal="I would rather not."))
    with pytest.raises(ModelError, match="refused"):
        engine(server).propose(harbour())
    assert len(server.requests) == 1


def test_a_content_filter_is_not_retried(server: FaultServer) -> None:
    server.script(answer(GOOD[:20], finish="content_filter"))
    with pytest.raises(ModelError, match="content filter"):
        engine(server).propose(harbour())
    assert len(server.requests) == 1


def test_a_truncated_answer_is_asked_for_with_twice_the_limit(server: FaultServer) -> None:
    server.script(answer(GOOD[:40], finish="length"), answer(GOOD))
    assert engine(server, max_output_tokens=1000).propose(harbour()).draft.claims
    assert [received.body["max_tokens"] for received in server.requests] == [1000, 2000]


def test_an_answer_truncated_twice_names_the_setting(server: FaultServer) -> None:
    server.script(*[answer(GOOD[:40], finish="length")] * 2)
    with pytest.raises(ModelError, match=r"2000 tokens.*SUMMARIZER_MAX_OUTPUT_TOKENS"):
        engine(server, max_output_tokens=1000).propose(harbour())
    assert len(server.requests) == 2


def test_a_silent_server_times_out(server: FaultServer) -> None:
    server.script(stall(5), answer(GOOD))
    assert engine(server, timeout_s=0.2).propose(harbour()).draft.claims
    assert len(server.requests) == 2


def test_a_server_that_is_always_silent_is_an_error(server: FaultServer) -> None:
    server.always = stall(5)
    with pytest.raises(ModelError, match="SUMMARIZER_TIMEOUT_S") as failed:
        engine(server, timeout_s=0.05).propose(harbour())
    assert failed.value.retryable


def test_one_deadline_holds_for_all_requests(server: FaultServer) -> None:
    """The third try would begin after the deadline, so it is never made."""
    server.always = stall(5)
    with pytest.raises(ModelError):
        LlmEngine(settings(server, timeout_s=0.2, deadline_s=1), sleep=lambda _: None).propose(harbour())
    assert len(server.requests) < 5


def test_an_answer_that_drips_ends_at_the_deadline(server: FaultServer) -> None:
    """Each read is in time, so only the deadline can end it."""
    server.script(drip(0.02))
    with pytest.raises(ModelError, match="deadline"):
        engine(server, timeout_s=5, deadline_s=0.3).propose(harbour())


def test_a_huge_answer_is_not_read_to_its_end(server: FaultServer) -> None:
    server.script(answer(" " * 9_000_000))
    with pytest.raises(ModelError, match="larger than 8 MB"):
        engine(server).propose(harbour())


def test_no_server_at_all_says_where_it_was_looked_for() -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        url = f"http://127.0.0.1:{free.getsockname()[1]}/v1"
    with FaultServer() as other, pytest.raises(ModelError, match=r"Is the server running") as failed:
        engine(other, base_url=url).propose(harbour())
    assert url in str(failed.value)
    assert failed.value.retryable


@pytest.mark.parametrize(
    ("step", "message"),
    [
        (raw(b"<html>Welcome</html>", "text/html"), "OpenAI-compatible"),
        (raw(b"{not json"), "OpenAI-compatible"),
        (raw(b"[]"), "OpenAI-compatible"),
        (raw(b'{"choices": []}'), "no message"),
        (raw(b'{"choices": null}'), "no message"),
        (raw(b'{"choices": [{"message": {"content": 7}}]}'), "no text"),
    ],
)
def test_an_answer_of_another_protocol_is_an_error(server: FaultServer, step: Step, message: str) -> None:
    server.script(step)
    with pytest.raises(ModelError, match=message):
        engine(server).propose(harbour())
    assert len(server.requests) == 1


def test_garbage_in_every_mode_is_an_error(server: FaultServer) -> None:
    server.always = answer("I am sorry, I cannot see any article here.")
    with pytest.raises(ModelError, match="not in the form asked for"):
        engine(server).propose(harbour())
    assert server.formats == ["json_schema", "json_object", None, None]


@pytest.mark.parametrize(
    "step",
    [echo_422, status(400, HARBOUR[0]), status(500, f"Traceback: {HARBOUR[0]}"), answer("What?")],
    ids=["422", "400", "500", "garbage"],
)
def test_no_error_repeats_the_article_or_the_key(
    server: FaultServer, step: Step, capfd: pytest.CaptureFixture[str]
) -> None:
    """Neither the message nor a traceback, as `--verbose` prints it, nor anything on stderr."""
    server.always = step
    with pytest.raises(ModelError) as failed:
        engine(server, api_key=KEY).propose(harbour())
    printed = "".join(traceback.format_exception(failed.value)) + capfd.readouterr().err
    assert [part for part in (*HARBOUR, KEY, "harbour bridge") if part in printed] == []


def test_a_refused_key_is_not_repeated(server: FaultServer) -> None:
    server.script(status(401, "Incorrect API key provided: sk-se***6789."))
    with pytest.raises(ModelError) as failed:
        engine(server, api_key=KEY).propose(harbour())
    assert "sk-se" not in str(failed.value)


@pytest.mark.parametrize("key", ["sk-ключ", "sk-a\nb"])
def test_an_impossible_key_is_a_wrong_setting(server: FaultServer, key: str) -> None:
    with pytest.raises(ConfigError, match="OPENAI_API_KEY") as failed:
        engine(server, api_key=key).propose(harbour())
    assert key not in str(failed.value)


def test_a_base_url_without_a_scheme_is_a_wrong_setting(server: FaultServer) -> None:
    with pytest.raises(ConfigError, match="http://"):
        engine(server, base_url="localhost:8000").propose(harbour())


@pytest.mark.parametrize("said", ["Not found.", "Nothing at /v1/chat/completions?key=hid+den for me:hid+den"])
@pytest.mark.parametrize("base_url", ["//me:hid+den@{}", "//{}?key=hid+den&v=2", "//{}#hid+den"])
def test_a_secret_in_the_base_url_is_not_shown(server: FaultServer, base_url: str, said: str) -> None:
    """Neither by the message nor by a traceback, as `--verbose` prints it, whatever the server says."""
    server.script(status(404, said))
    asked = engine(server, base_url="http:" + base_url.format(server.url.removeprefix("http://")))
    with pytest.raises(ModelError) as failed:
        asked.propose(harbour())
    printed = "".join(traceback.format_exception(failed.value))
    assert "404" in printed
    assert "hid+den" not in printed


@pytest.mark.parametrize(
    "base_url", ["localhost:8000?key=hidden", "me:hidden@localhost", "http://me:hidden@h:port"]
)
def test_a_wrong_base_url_is_named_without_its_secrets(server: FaultServer, base_url: str) -> None:
    with pytest.raises(ConfigError, match="base URL") as failed:
        engine(server, base_url=base_url).propose(harbour())
    assert "hidden" not in "".join(traceback.format_exception(failed.value))


def test_a_query_in_the_base_url_goes_with_each_request(server: FaultServer) -> None:
    server.script(answer(GOOD))
    engine(server, base_url=f"{server.url}?key=hidden&v=2").propose(harbour())
    assert server.requests[0].path == "/v1/chat/completions?key=hidden&v=2"
