"""Errands run in their channel's order and at its pace, and no channel waits for another."""

import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError
from itertools import pairwise

import pytest

from summarizer.slack.outbox import SENDERS, Outbox

SOON_S = 5.0


@pytest.fixture
def outbox() -> Iterator[Outbox]:
    made = Outbox(pace_s=0.05)
    yield made
    made.close(SOON_S)


def raising(error: Exception) -> Callable[[], None]:
    def errand() -> None:
        raise error

    return errand


def test_an_errands_result_reaches_whoever_asked(outbox: Outbox) -> None:
    assert outbox.send("C1", lambda: "1790000000.000100").result(SOON_S) == "1790000000.000100"


def test_an_errands_error_reaches_whoever_asked(outbox: Outbox) -> None:
    error = OSError("Slack is down")
    assert outbox.send("C1", raising(error)).exception(SOON_S) is error


def test_a_failed_errand_holds_up_none_after_it(outbox: Outbox) -> None:
    outbox.send("C1", raising(OSError()))
    assert outbox.send("C1", lambda: 2).result(SOON_S) == 2


def test_errands_of_a_channel_run_in_the_order_they_were_sent(outbox: Outbox) -> None:
    done: list[int] = []
    sent = [outbox.send("C1", lambda number=number: done.append(number)) for number in range(8)]
    sent[-1].result(SOON_S)
    assert done == list(range(8))


def test_between_errands_of_a_channel_is_the_pace(outbox: Outbox) -> None:
    spans: list[tuple[float, float]] = []

    def errand() -> None:
        begun = time.monotonic()
        time.sleep(0.02)
        spans.append((begun, time.monotonic()))

    for sent in [outbox.send("C1", errand) for _ in range(4)]:
        sent.result(SOON_S)
    pauses = [begun - ended for (_, ended), (begun, _) in pairwise(spans)]
    assert min(pauses) >= 0.05


def test_the_pace_holds_for_a_channel_that_had_nothing_to_send_for_a_moment(outbox: Outbox) -> None:
    first = outbox.send("C1", time.monotonic).result(SOON_S)
    time.sleep(0.01)
    assert outbox.send("C1", time.monotonic).result(SOON_S) - first >= 0.05


def test_a_channel_that_rested_is_sent_to_at_once() -> None:
    outbox = Outbox(pace_s=30)
    begun = time.monotonic()
    outbox.send("C1", lambda: None).result(SOON_S)
    outbox.send("C2", lambda: None).result(SOON_S)
    assert time.monotonic() - begun < 3
    outbox.close(SOON_S)


def test_a_slow_channel_holds_up_no_other(outbox: Outbox) -> None:
    go = threading.Event()
    slow = [outbox.send(f"C{number}", lambda: go.wait(SOON_S)) for number in range(SENDERS - 1)]
    assert outbox.send("C9", lambda: "there").result(SOON_S) == "there"
    assert not any(sent.done() for sent in slow)
    go.set()


def test_many_errands_of_one_channel_take_one_sender_only() -> None:
    outbox = Outbox(pace_s=0)
    go = threading.Event()
    for _ in range(SENDERS * 2):
        outbox.send("C1", lambda: go.wait(SOON_S))
    assert outbox.send("C2", lambda: "there").result(SOON_S) == "there"
    go.set()
    outbox.close(SOON_S)


def test_only_one_errand_of_a_channel_runs_at_a_time() -> None:
    outbox = Outbox(pace_s=0)
    running, most = [], []

    def errand() -> None:
        running.append(1)
        most.append(len(running))
        time.sleep(0.001)
        running.pop()

    for sent in [outbox.send("C1", errand) for _ in range(50)]:
        sent.result(SOON_S)
    assert max(most) == 1
    outbox.close(SOON_S)


def test_an_errand_may_send_another_to_its_own_channel(outbox: Outbox) -> None:
    inner = outbox.send("C1", lambda: outbox.send("C1", lambda: "later")).result(SOON_S)
    assert inner.result(SOON_S) == "later"


def test_what_was_cancelled_before_its_turn_is_not_done(outbox: Outbox) -> None:
    go, done = threading.Event(), []
    outbox.send("C1", lambda: go.wait(SOON_S))
    cancelled = outbox.send("C1", lambda: done.append("cancelled"))
    last = outbox.send("C1", lambda: done.append("last"))
    assert cancelled.cancel()
    go.set()
    last.result(SOON_S)
    assert done == ["last"]


def test_closing_sends_what_waits() -> None:
    outbox = Outbox(pace_s=0.02)
    sent = [outbox.send("C1", lambda number=number: number) for number in range(5)]
    outbox.close(SOON_S)
    assert [future.result(0) for future in sent] == [0, 1, 2, 3, 4]


def test_closing_cancels_what_cannot_be_sent_in_time() -> None:
    outbox = Outbox(pace_s=60)
    first, second = outbox.send("C1", lambda: "sent"), outbox.send("C1", lambda: "late")
    begun = time.monotonic()
    outbox.close(0.05)
    assert time.monotonic() - begun < 3
    assert first.result(0) == "sent"
    assert second.cancelled()


def test_closing_does_not_wait_longer_for_an_errand_that_hangs() -> None:
    outbox = Outbox(pace_s=0)
    go, begun = threading.Event(), threading.Event()
    hanging = outbox.send("C1", lambda: begun.set() or go.wait(SOON_S))
    begun.wait(SOON_S)
    outbox.close(0.05)
    assert not hanging.done()
    go.set()
    assert hanging.result(SOON_S) is True


def test_a_closed_outbox_takes_nothing() -> None:
    outbox = Outbox(pace_s=0)
    outbox.close(0)
    late = outbox.send("C1", lambda: None)
    with pytest.raises(CancelledError):
        late.result(0)


def test_a_closed_outbox_leaves_no_thread_behind() -> None:
    before = set(threading.enumerate())
    outbox = Outbox(pace_s=0)
    outbox.send("C1", lambda: None)
    outbox.close(SOON_S)
    for thread in set(threading.enumerate()) - before:
        thread.join(SOON_S)
        assert not thread.is_alive()
