"""The bot: takes links in, has each read and answered, and loses none of them.

A job is written down before Slack is told that it arrived, runs on a bounded pool, and is struck
off when its answer stands in Slack. Whatever ends the bot in between, or keeps the answer out, the
job's lease runs out and this bot, or another on the same database, takes it over.
"""

import logging
import secrets
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Future, InvalidStateError, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Literal, get_args

from pydantic import ValidationError

from summarizer.config import Settings, SlackSettings
from summarizer.errors import ModelError, StoreError, SummarizerError
from summarizer.pipeline import Source
from summarizer.schema import Summary
from summarizer.slack import answer as say
from summarizer.slack.jobs import Job, Place, Workspace, once
from summarizer.slack.reply import Office, Outcome, Reply, log_failure
from summarizer.store.bot import LEASE_S, StoredAnswer, StoredJob

logger = logging.getLogger(__name__)

MOST_LINKS = 5  # of one message
GIVEN_UP_S = 3600.0
PRIVATE_GIVEN_UP_S = 1700.0  # a response_url is good for 30 minutes
CLOSING_S = 10.0
MINUTE_S, DAY_S = 60.0, 24 * 3600.0
Summarize = Callable[[Source, Settings], Summary]
Stage = Literal["waiting", "running", "answering"]


class Closing(Exception):  # noqa: N818 - it says what is the matter
    """The bot takes nothing more: Slack is to deliver it again, to whoever is there then."""


class HandedBack(Exception):  # noqa: N818
    """The bot ends before the job does."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Who asks for which links, where.

    `event` tells one delivery from another. `message` is what several may be about, an edit say: a link
    of it is answered once. `revises` is the answer that is to be made shorter or longer.
    """

    event: str
    team: str
    user: str
    place: Place
    links: tuple[str, ...]
    highlights: int | None = None
    message: str | None = None
    revises: StoredAnswer | None = None


@dataclass(slots=True)
class _InHand:
    """A job this bot holds, the reply to it, and the summary to come."""

    job: Job
    reply: Reply
    told: bool  # its position in the queue
    stage: Stage = "waiting"
    thought: "Future[Summary]" = field(default_factory=Future)


class Bot:
    """Answers links from `start` to `close`. `office` writes to Slack and remembers."""

    def __init__(
        self, settings: Settings, slack: SlackSettings, office: Office, summarize: Summarize
    ) -> None:
        self.settings = settings
        self.slack = slack
        self.office = office
        self._summarize = summarize
        self._owner = secrets.token_hex(8)
        self._pool = ThreadPoolExecutor(slack.workers, thread_name_prefix="job")
        self._changed = threading.Condition()
        self._in_hand: dict[str, _InHand] = {}
        self._closing = threading.Event()
        self._keeper = threading.Thread(target=self._keep, name="keeper", daemon=True)

    def start(self) -> None:
        """Take over what was left undone, and watch over leases from now on."""
        self._keeper.start()

    def load(self) -> dict[str, int]:
        """Return how many jobs are at each stage."""
        with self._changed:
            stages = [held.stage for held in self._in_hand.values()]
        return {stage: stages.count(stage) for stage in get_args(Stage)}

    def problem(self) -> str | None:
        """Return why the bot takes nothing, or None where it does."""
        if self._closing.is_set():
            return "closing"
        try:
            self.office.state.links_since(time.time(), "")
        except StoreError as err:
            return str(err)
        return None

    def workspace(self, team: str) -> Workspace:
        """Return what the workspace chose."""
        chosen = self.office.state.workspace(team)
        return Workspace.model_validate_json(chosen) if chosen else Workspace()

    def ask(self, asked: Asked) -> list[str]:
        """Write the links down as jobs and begin; return what is to be said at once, in mrkdwn.

        In a channel the bot says it itself; behind a slash command the caller does. A delivery
        seen before is nothing new, and says nothing. Raises Closing, or StoreError where nothing
        was written down: Slack is to deliver it again.
        """
        if self._closing.is_set():
            raise Closing
        workspace = self.workspace(asked.team)
        taken: list[Job] = []
        refused: list[str] = []
        for url in asked.links:
            refusal = self._refusal(asked, url, len(taken), workspace)
            if refusal:
                refused.append(refusal)
            else:
                taken.append(self._job(asked, url, workspace))
        if taken or asked.revises is None:  # a button that was pressed in vain is still there
            jobs = [job.stored() for job in taken]
            new = self.office.state.record(asked.event, jobs, owner=self._owner)
            if new is None:
                logger.info("%s was delivered again", asked.event)
                return []
            keys = {job.key for job in new}
            taken = [job for job in taken if job.key in keys]
        if asked.revises or not asked.place.private:
            for text in refused:
                self.office.tell(asked.place, asked.user, text)
        return refused + [self._begin(job) for job in taken]

    def close(self) -> int:
        """End: finish what is in hand within the grace, hand the rest back; return how many those are."""
        self._closing.set()
        self._pool.shutdown(wait=False, cancel_futures=True)
        with self._changed:
            waiting = self._at("waiting")
            self._changed.wait_for(lambda: not self._at("running"), self.slack.grace_s)
            running = self._at("running")
        for held in (*running, *waiting):
            with suppress(InvalidStateError):
                held.thought.set_exception(HandedBack())
                if not held.job.place.private:
                    held.reply.hold(say.restarting(held.job.url))
        self.office.outbox.close(CLOSING_S)
        left = self.office.state.hand_all_back(self._owner)
        logger.info("Closed; %d jobs handed back", left)
        return left

    def _at(self, stage: Stage) -> list[_InHand]:
        return [held for held in self._in_hand.values() if held.stage == stage]

    def _refusal(self, asked: Asked, url: str, taken: int, workspace: Workspace) -> str | None:
        """Return why a link is not taken, or None where it is."""
        state, slack, since = self.office.state, self.slack, time.time() - MINUTE_S
        named = say.named_link(url)
        if taken >= MOST_LINKS:
            return f"I take {MOST_LINKS} links at a time; {named} was one too many."
        if not workspace.allows(say.host_of(url)):
            return f"{named} is not among the sites that this workspace lets me read."
        if state.links_since(since, asked.team, asked.user) + taken >= slack.links_per_user:
            return f"You may ask for {slack.links_per_user} links a minute. {named}: try it in a minute."
        if state.links_since(since, asked.team) + taken >= slack.links_per_workspace:
            return f"This workspace asks for many links just now. {named}: try it in a minute."
        if self.load()["waiting"] + taken >= slack.queue:
            return f"Busy: {slack.queue} articles are waiting. {named}: try it in a few minutes."
        return None

    def _job(self, asked: Asked, url: str, workspace: Workspace) -> Job:
        return Job(
            key=once(asked.message or asked.event, url),
            team=asked.team,
            user=asked.user,
            place=asked.place,
            url=url,
            highlights=asked.highlights or workspace.highlights or self.settings.highlights,
            revises=asked.revises.id if asked.revises else None,
        )

    def _begin(self, job: Job, shown: Sequence[str] = ()) -> str:
        """Queue a job, and let the channel know unless it is `shown` there; return what stands meanwhile."""
        with self._changed:
            ahead = len(self._at("waiting"))
            position = max(0, ahead + len(self._at("running")) - self.slack.workers + 1)
            held = _InHand(job, Reply(job, self.office, shown), told=position > 0)
            self._in_hand[job.key] = held
            text = say.holding(job.url, position, revising=job.revises is not None)
            if not shown and (job.revises or not job.place.private):
                held.reply.hold(text)
        with suppress(RuntimeError):  # the pool was closed this moment: the job is handed back
            self._pool.submit(self._work, held)
        return text

    def _work(self, held: _InHand) -> None:
        """Have one link answered, on a thread of the pool."""
        job, started = held.job, time.monotonic()
        with self._changed:
            held.stage = "running"
        if held.told and not job.place.private:
            held.reply.hold(say.holding(job.url, revising=job.revises is not None))
        threading.Thread(target=self._think, args=(held,), name="think", daemon=True).start()
        try:
            outcome = self._outcome(held)
        except HandedBack:
            return
        logger.info("Job %s: %s took %.1f s", job.key, say.host_of(job.url), time.monotonic() - started)
        delivery = held.reply.deliver(outcome, self._owner)
        with self._changed:
            held.stage = "answering"
            self._changed.notify_all()
        delivery.add_done_callback(lambda done: self._let_go(held, done))

    def _think(self, held: _InHand) -> None:
        """Summarize on a thread of its own, so that a deadline or a shutdown need not wait for it."""
        job = held.job
        try:
            source: Source = job.url
            if job.revises and (earlier := self.office.state.answer(job.revises, job.team)):
                source = Summary.model_validate_json(earlier.summary).article
            chosen = self.workspace(job.team).over(self.settings)
            deadline_s = min(chosen.deadline_s, self.slack.deadline_s)
            settings = chosen.model_copy(update={"highlights": job.highlights, "deadline_s": deadline_s})
            summary = self._summarize(source, settings)
        except Exception as err:  # noqa: BLE001 - whoever waits for it gets it
            with suppress(InvalidStateError):
                held.thought.set_exception(err)
        else:
            with suppress(InvalidStateError):
                held.thought.set_result(summary)

    def _outcome(self, held: _InHand) -> Outcome:
        """Wait for the summary, or for what is to be said instead. Raises HandedBack."""
        try:
            error = held.thought.exception(self.slack.deadline_s)
        except TimeoutError:
            return ModelError(f"it took longer than {self.slack.deadline_s:.0f} s. Try it again later.")
        match error:
            case None:
                return held.thought.result()
            case SummarizerError():
                return error
            case HandedBack():
                raise error
        logger.error("Job %s failed on %s", held.job.key, say.host_of(held.job.url), exc_info=error)
        return ModelError("something went wrong in me, not in the page. Whoever runs me finds it in my log.")

    def _let_go(self, held: _InHand, delivery: "Future[None]") -> None:
        """Forget a job: it is done, or its lease runs out and it is taken over."""
        log_failure(delivery, f"The answer of job {held.job.key} does not stand yet")
        with self._changed:
            self._in_hand.pop(held.job.key, None)
            self._changed.notify_all()

    def _keep(self) -> None:
        """Renew leases, take over what nobody holds, forget what is old, until the bot closes."""
        while True:
            try:
                self._keep_once()
            except StoreError as err:
                logger.error("%s", err)  # noqa: TRY400 - the message says it all
            except Exception:
                logger.exception("Leases could not be watched over; it is tried again")
            if self._closing.wait(LEASE_S / 3):
                return

    def _keep_once(self) -> None:
        state = self.office.state
        with self._changed:
            keys = list(self._in_hand)
        state.renew(keys, self._owner)
        for stored in state.take_over(self._owner):
            self._resume(stored)
        state.forget(time.time() - self.slack.keep_days * DAY_S)

    def _resume(self, stored: StoredJob) -> None:
        if stored.key in self._in_hand:
            return
        age_s = time.time() - stored.at
        try:
            job = Job.model_validate_json(stored.request)
        except ValidationError:
            logger.exception("Job %s cannot be read and is given up", stored.key)
            self.office.state.finish(stored.key)
            return
        if age_s > (PRIVATE_GIVEN_UP_S if job.place.private else GIVEN_UP_S):
            logger.warning("Job %s is %d minutes old and given up", job.key, age_s // MINUTE_S)
            self.office.state.finish(job.key)
            return
        logger.info("Job %s goes on", job.key)
        self._begin(job, stored.shown)
