"""A bounded pool that has jobs answered: each within a deadline, none forgotten when it closes."""

import logging
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Future, InvalidStateError, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Literal, get_args

from summarizer.config import SlackSettings
from summarizer.errors import FetchError, ModelError, StoreError, SummarizerError
from summarizer.schema import Summary
from summarizer.slack import answer as say
from summarizer.slack.jobs import Job
from summarizer.slack.reply import Office, Outcome, Reply, log_failure
from summarizer.store.bot import LEASE_S

logger = logging.getLogger(__name__)

CLOSING_S = 10.0
Stage = Literal["waiting", "running", "answering"]


class HandedBack(Exception):  # noqa: N818 - it says what is the matter
    """The bot ends before the job does."""


@dataclass(slots=True)
class _InHand:
    """A job this bot holds, the reply to it, how often it lapsed before, and the summary to come."""

    job: Job
    reply: Reply
    attempts: int
    told: bool  # its position in the queue
    stage: Stage = "waiting"
    thought: "Future[Summary]" = field(default_factory=Future)


class Pool:
    """Runs `slack.workers` jobs at a time; `think` makes a job's summary."""

    def __init__(self, slack: SlackSettings, office: Office, think: Callable[[Job], Summary]) -> None:
        self._slack = slack
        self._office = office
        self._think = think
        self._threads = ThreadPoolExecutor(slack.workers, thread_name_prefix="job")
        # What outlives its deadline cannot be stopped, only kept from becoming many.
        self._thinking = threading.BoundedSemaphore(2 * slack.workers)
        self._changed = threading.Condition()
        self._in_hand: dict[str, _InHand] = {}

    def load(self) -> dict[str, int]:
        """Return how many jobs are at each stage."""
        with self._changed:
            stages = [held.stage for held in self._in_hand.values()]
        return {stage: stages.count(stage) for stage in get_args(Stage)}

    def held(self) -> list[str]:
        """Return the keys of the jobs in hand."""
        with self._changed:
            return list(self._in_hand)

    def begin(self, job: Job, shown: Sequence[str] = (), attempts: int = 0) -> str:
        """Queue a job, and let the channel know unless it is `shown` there; return what stands meanwhile."""
        with self._changed:
            busy = len(self._at("waiting")) + len(self._at("running"))
            position = max(0, busy - self._slack.workers + 1)
            reply = Reply(job, self._office, shown)
            held = _InHand(job, reply, attempts, told=position > 0)
            self._in_hand[job.key] = held
            text = say.holding(job.url, position, revising=job.revises is not None)
            if not shown and (job.revises or not job.place.private):
                reply.hold(text)
        with suppress(RuntimeError):  # the pool was closed this moment: the job is handed back
            self._threads.submit(self._work, held)
        return text

    def close(self) -> None:
        """Finish what is in hand within the grace, and leave word where the rest is to be answered."""
        self._threads.shutdown(wait=False, cancel_futures=True)
        with self._changed:
            waiting = self._at("waiting")
            self._changed.wait_for(lambda: not self._at("running"), self._slack.grace_s)
            running = self._at("running")
        for held in (*running, *waiting):
            with suppress(InvalidStateError):
                held.thought.set_exception(HandedBack())
                if not held.job.place.private:
                    held.reply.hold(say.restarting(held.job.url))
        self._office.outbox.close(CLOSING_S)

    def _at(self, stage: Stage) -> list[_InHand]:
        return [held for held in self._in_hand.values() if held.stage == stage]

    def _work(self, held: _InHand) -> None:
        """Have one link answered, on a thread of the pool."""
        job, started = held.job, time.monotonic()
        with self._changed:
            held.stage = "running"
        if held.told and not job.place.private:
            held.reply.hold(say.holding(job.url, revising=job.revises is not None))
        try:
            outcome = self._outcome(held)
        except HandedBack:
            return
        _log(job, outcome, time.monotonic() - started)
        delivery = held.reply.deliver(outcome)
        with self._changed:
            held.stage = "answering"
            self._changed.notify_all()
        delivery.add_done_callback(lambda done: self._let_go(held, done))

    def _outcome(self, held: _InHand) -> Outcome:
        """Wait for the summary, or for what is to be said instead. Raises HandedBack."""
        deadline = time.monotonic() + self._slack.deadline_s
        threading.Thread(target=self._make, args=(held, deadline), name="think", daemon=True).start()
        try:
            error = held.thought.exception(self._slack.deadline_s)
        except TimeoutError:
            error = ModelError(f"it took longer than {self._slack.deadline_s:.0f} s. Try it again later.")
            with suppress(InvalidStateError):
                held.thought.set_exception(error)
        match error:
            case None:
                return held.thought.result()
            case SummarizerError():
                return error
            case HandedBack():
                raise error
        logger.error("Job %s failed on %s", held.job.key, say.host_of(held.job.url), exc_info=error)
        return ModelError("something went wrong in me, not in the page. Whoever runs me finds it in my log.")

    def _make(self, held: _InHand, deadline: float) -> None:
        """Make the summary on a thread of its own, so that a deadline or a shutdown need not wait for it."""
        if not self._thinking.acquire(timeout=max(0.0, deadline - time.monotonic())):
            return
        try:
            if not held.thought.done():
                summary = self._think(held.job)
                with suppress(InvalidStateError):
                    held.thought.set_result(summary)
        except Exception as err:  # noqa: BLE001 - whoever waits for it gets it
            with suppress(InvalidStateError):
                held.thought.set_exception(err)
        finally:
            self._thinking.release()

    def _let_go(self, held: _InHand, delivery: "Future[None]") -> None:
        """Forget a job: it is done, or it is tried again later and later."""
        if log_failure(delivery, f"The answer of job {held.job.key} does not stand yet"):
            try:
                self._office.state.postpone(held.job.key, LEASE_S * 2**held.attempts)
            except StoreError as err:  # then it is tried when its lease ends
                logger.error("%s", err)  # noqa: TRY400 - the message says it all
        with self._changed:
            self._in_hand.pop(held.job.key, None)
            self._changed.notify_all()


def _log(job: Job, outcome: Outcome, seconds: float) -> None:
    """Say what came of a job: for whom, where, and what is wrong, if anything is."""
    level, what = logging.INFO, "answered"
    if isinstance(outcome, SummarizerError):
        level, what = logging.WARNING, f"{type(outcome).__name__}: {outcome}"
        if isinstance(outcome, FetchError) and outcome.__cause__:  # in the system's words: they are not told
            what += f" ({outcome.__cause__})"
    where = f"{job.team}/{job.place.channel} for {job.user}"
    logger.log(level, "Job %s: %s in %s, %.1f s: %s", job.key, say.host_of(job.url), where, seconds, what)
