"""The bot's HTTP server lets in what Slack signed just now, and says how it is; nothing else."""

import json
import threading
import time
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from fake_slack import encode, post
from fake_slack_payloads import mention, slash, url_verification
from slack_bot import Running, at_work, prepared, running
from slack_sdk.signature import SignatureVerifier
from slack_summaries import AtOnce, Paused

PAGE = "https://courier.example/a"
EVENT = {"event": mention(f"<{PAGE}>"), "form": slash(PAGE)}


@pytest.fixture(scope="module")
def bot(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """One bot for all that is refused: nothing of it may leave a trace."""
    folder = tmp_path_factory.mktemp("door")
    (folder / "config.toml").touch()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SUMMARIZER_CONFIG", str(folder / "config.toml"))
        with running(folder, summarizes=AtOnce(), links_per_user=1_000) as bot:
            yield bot


def signature(bot: Running, body: str, stamp: str) -> str:
    return str(SignatureVerifier(bot.slack.signing_secret).generate_signature(timestamp=stamp, body=body))


def sent(bot: Running, body: str, headers: dict[str, str]) -> int:
    kind = {"Content-Type": "application/json"}
    return post(bot.url, body.encode(), kind | headers, 3.0)[0]


def assert_nothing_was_done(bot: Running) -> None:
    """Ask for something else, to see that nothing else was on its way."""
    before = len(bot.slack.messages("C0NEWS"))
    ts = bot.ask(f"<{PAGE}>")
    bot.slack.wait_for(lambda: ts in {message.thread_ts for message in bot.answers()})
    assert len(bot.slack.messages("C0NEWS")) == before + 1
    assert bot.slack.ephemerals("C0NEWS") == []


@pytest.mark.parametrize("kind", ["event", "form"])
@pytest.mark.parametrize("off_s", [-301, 301])
def test_a_delivery_of_more_than_five_minutes_ago_or_ahead_is_refused(
    bot: Running, kind: str, off_s: int
) -> None:
    stamp = int(time.time()) + off_s + (2 if off_s > 0 else 0)
    assert bot.slack.deliver_http(bot.url, EVENT[kind], kind=kind, timestamp=stamp)[0] == 401
    assert_nothing_was_done(bot)


@pytest.mark.parametrize("off_s", [-297, 297])
def test_a_delivery_of_less_than_five_minutes_ago_or_ahead_is_taken(bot: Running, off_s: int) -> None:
    event = mention(f"<{PAGE}>")
    bot.slack.deliver_http(bot.url, event, timestamp=int(time.time()) + off_s)
    ts = event["event"]["ts"]
    bot.slack.wait_for(lambda: ts in {message.thread_ts for message in bot.answers()})


@pytest.mark.parametrize("kind", ["event", "form"])
def test_a_delivery_that_is_signed_with_another_secret_is_refused(bot: Running, kind: str) -> None:
    assert bot.slack.deliver_http(bot.url, EVENT[kind], kind=kind, secret="0" * 32)[0] == 401
    assert_nothing_was_done(bot)


@pytest.mark.parametrize("left_out", ["X-Slack-Signature", "X-Slack-Request-Timestamp"])
def test_a_delivery_without_signature_or_time_is_refused(bot: Running, left_out: str) -> None:
    body, stamp = encode(EVENT["event"], "event"), str(int(time.time()))
    headers = {"X-Slack-Request-Timestamp": stamp, "X-Slack-Signature": signature(bot, body, stamp)}
    del headers[left_out]
    assert sent(bot, body, headers) == 401
    assert_nothing_was_done(bot)


@pytest.mark.parametrize("made_up", ["v0=" + "0" * 64, "v0=", "", "v1=é"])
def test_a_made_up_signature_is_refused(bot: Running, made_up: str) -> None:
    stamp = str(int(time.time()))
    assert sent(bot, encode(EVENT["event"], "event"), stamped(stamp, made_up)) == 401
    assert_nothing_was_done(bot)


def stamped(stamp: str, signed: str) -> dict[str, str]:
    return {"X-Slack-Request-Timestamp": stamp, "X-Slack-Signature": signed}


@pytest.mark.parametrize("stamp", ["yesterday", "", "1e9", "9" * 5_000])
def test_a_time_that_is_none_is_refused(bot: Running, stamp: str, caplog: pytest.LogCaptureFixture) -> None:
    body = encode(EVENT["event"], "event")
    assert sent(bot, body, stamped(stamp, signature(bot, body, stamp))) == 401
    assert [record for record in caplog.records if record.exc_info] == []  # anybody can send it
    assert_nothing_was_done(bot)


def test_a_body_that_is_sent_again_with_another_time_is_refused(bot: Running) -> None:
    body, stamp = encode(EVENT["event"], "event"), str(int(time.time()))
    later = str(int(stamp) + 1)
    assert sent(bot, body, stamped(later, signature(bot, body, stamp))) == 401
    assert_nothing_was_done(bot)


def test_another_body_with_the_same_signature_is_refused(bot: Running) -> None:
    body, stamp = encode(EVENT["event"], "event"), str(int(time.time()))
    other = body.replace("U0EDITOR", "U0ADMIN")
    assert sent(bot, other, stamped(stamp, signature(bot, body, stamp))) == 401
    assert_nothing_was_done(bot)


def test_slack_is_told_that_the_address_is_the_bots(bot: Running) -> None:
    status, answer = bot.slack.deliver_http(bot.url, url_verification("a challenge"))
    assert (status, json.loads(answer)) == (200, {"challenge": "a challenge"})


def test_nobody_else_is_told_that_the_address_is_the_bots(bot: Running) -> None:
    status, answer = bot.slack.deliver_http(bot.url, url_verification("a challenge"), secret="0" * 32)
    assert status == 401
    assert "a challenge" not in answer


def test_a_body_that_is_larger_than_any_of_slacks_is_refused(bot: Running) -> None:
    connection = HTTPConnection("127.0.0.1", urlsplit(bot.url).port or 0, timeout=3)
    connection.putrequest("POST", "/slack/events")
    connection.putheader("Content-Type", "application/json")
    connection.putheader("Content-Length", str((1 << 20) + 1))
    connection.endheaders(b"{")
    assert connection.getresponse().status == 413
    connection.close()
    assert_nothing_was_done(bot)


@pytest.mark.parametrize("path", ["/", "/slack", "/slack/events/", "/slack/install", "/healthz/x"])
def test_an_unknown_path_is_not_found(bot: Running, path: str) -> None:
    assert bot.get(path)[0] == 404


def test_deliveries_come_by_post_only(bot: Running) -> None:
    assert bot.get("/slack/events")[0] == 404


def test_an_event_that_nobody_listens_to_is_no_failure_of_a_delivery(bot: Running) -> None:
    """Slack turns off the events of an app that fails too many deliveries."""
    body = mention("hello")
    body["event"] |= {"type": "message", "channel_type": "channel"}
    assert bot.slack.deliver_http(bot.url, body)[0] == 200


def test_health_counts_the_jobs(tmp_path: Path) -> None:
    with Paused() as summarizes, running(tmp_path, summarizes=summarizes, workers=1) as bot:
        assert bot.get("/healthz") == (200, {"status": "ok", "waiting": 0, "running": 0, "answering": 0})
        bot.ask(f"<{PAGE}/1> <{PAGE}/2> <{PAGE}/3>")
        bot.slack.wait_for(lambda: summarizes.asked)
        assert bot.get("/healthz") == (200, {"status": "ok", "waiting": 2, "running": 1, "answering": 0})
        summarizes.go.set()
        bot.slack.wait_for(lambda: len(bot.answers()) == 3)
        bot.slack.wait_for(lambda: bot.get("/healthz")[1]["answering"] == 0)
        assert bot.get("/healthz") == (200, {"status": "ok", "waiting": 0, "running": 0, "answering": 0})


def test_health_fails_while_the_database_does(tmp_path: Path) -> None:
    (folder := tmp_path / "kept").mkdir()
    with running(tmp_path, store=f"sqlite:///{folder / 'slack.sqlite'}", summarizes=AtOnce()) as bot:
        away = folder.rename(tmp_path / "away")
        status, answer = bot.get("/healthz")
        away.rename(folder)
        assert status == 503
        assert answer["status"].startswith("The bot's database failed: unable to open database file")
        assert bot.get("/healthz")[0] == 200


def test_health_fails_while_the_bot_finishes_what_is_in_hand(tmp_path: Path) -> None:
    """Whoever balances the load sends nothing more, and can tell an ending bot from one that fell over."""
    with Paused() as summarizes, prepared(tmp_path) as bot:
        seen: list[tuple[int, dict[str, Any]]] = []

        def watch() -> None:
            """Ask until the bot is no longer well, then let it finish."""
            try:
                while (answer := bot.get("/healthz"))[0] == 200:
                    time.sleep(0.01)
                seen.append(answer)
            except OSError as err:
                seen.append((0, {"status": str(err)}))
            finally:
                summarizes.go.set()

        with at_work(bot, summarizes=summarizes):
            bot.ask(f"<{PAGE}>")
            bot.slack.wait_for(lambda: summarizes.asked)
            watcher = threading.Thread(target=watch)
            watcher.start()
        watcher.join()
        assert seen == [(503, {"status": "closing", "waiting": 0, "running": 1, "answering": 0})]
        assert len(bot.answers()) == 1
