"""The reply to one job: what stands for it in Slack, from the placeholder to the answer."""

import logging
import secrets
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from slack_sdk.errors import SlackClientError

from summarizer.errors import ModelError, SummarizerError
from summarizer.render.slack_blocks import Message
from summarizer.schema import Summary
from summarizer.slack import answer as say
from summarizer.slack.jobs import Job, Kept, Place
from summarizer.slack.outbox import Outbox
from summarizer.slack.post import NotThere, Post
from summarizer.store.bot import BotState, StoredAnswer

if TYPE_CHECKING:
    from concurrent.futures import Future

logger = logging.getLogger(__name__)

Outcome = Summary | SummarizerError


@dataclass(frozen=True, slots=True)
class Office:
    """What replies are made with; `owner` is the bot that holds the leases of its jobs."""

    state: BotState
    post: Post
    outbox: Outbox
    owner: str = field(default_factory=lambda: secrets.token_hex(8))

    def tell(self, place: Place, user: str, text: str) -> None:
        """Tell one person something, when it is the channel's turn; a failure is logged only."""
        told = self.outbox.send(place.channel, lambda: self.post.whisper(place, user, text))
        told.add_done_callback(lambda done: log_failure(done, "Somebody could not be told something"))


class Reply:
    """The messages of one job, changed in their channel's order; `shown` are those that stand already."""

    def __init__(self, job: Job, office: Office, shown: Sequence[str] = ()) -> None:
        self._job = job
        self._office = office
        self._shown = tuple(shown)  # changed by errands of one channel, that is, by one at a time
        self._refused = False

    def hold(self, text: str) -> None:
        """Let `text` stand until the answer does, below an earlier answer if that is revised."""
        done = self._send(lambda: self._hold(text))
        done.add_done_callback(lambda done: log_failure(done, "A placeholder does not stand"))

    def deliver(self, outcome: Outcome) -> "Future[None]":
        """Put the answer, or what went wrong, in the placeholder's place, and strike the job off."""
        return self._send(lambda: self._deliver(outcome))

    def give_up(self) -> None:
        """Say that there will be no answer, in a direct message if need be, and strike the job off."""
        done = self._send(self._give_up)
        done.add_done_callback(lambda done: log_failure(done, "Nobody could be told of a job given up"))

    def _send(self, errand: Callable[[], None]) -> "Future[None]":
        return self._office.outbox.send(self._job.place.channel, lambda: self._do(errand))

    def _do(self, errand: Callable[[], None]) -> None:
        """Do an errand, unless another bot has taken the job over: then that one answers."""
        if self._office.state.holds(self._job.key, self._office.owner):
            errand()
        else:
            logger.warning("Job %s was taken over", self._job.key)

    def _hold(self, text: str) -> None:
        job, earlier = self._job, self._earlier()
        messages = [say.plain(text)]
        if earlier and not job.place.private:  # a response_url has few uses
            messages = say.answer(earlier.summary, earlier.id, job, note=text)
        self._put(messages)
        self._office.state.note_shown(job.key, self._shown)

    def _deliver(self, outcome: Outcome) -> None:
        job, earlier = self._job, self._earlier()
        if isinstance(outcome, Summary):
            self._put_answer(job, outcome)
        elif earlier is None:
            self._put([say.failed(job.url, outcome)])
        else:
            self._office.tell(job.place, job.user, say.failed(job.url, outcome)["text"])
            self._put_answer(earlier.job.model_copy(update={"place": job.place}), earlier.summary)
        self._office.state.finish(job.key)

    def _give_up(self) -> None:
        job, failure = (
            self._job,
            ModelError("I got no answer through. Ask again if it still matters."),
        )
        if not job.place.private:  # else its response_url is good no more
            with suppress(SlackClientError, OSError):
                self._deliver(failure)
                return
        self._office.state.finish(job.key)
        self._office.post.whisper(Place(channel=job.user), job.user, say.failed(job.url, failure)["text"])

    def _put_answer(self, job: Job, summary: Summary) -> None:
        place = job.place.model_copy(update={"response_url": None})  # it is nobody's business later
        request = job.model_copy(update={"revises": None, "place": place}).model_dump_json()
        kept = StoredAnswer(secrets.token_hex(8), job.team, request, summary.model_dump_json(), self._shown)
        self._office.state.keep_answer(kept)  # before its buttons can be pressed
        self._put(say.answer(summary, kept.id, job))
        self._office.state.note_answer_shown(kept.id, self._shown)

    def _put(self, messages: Sequence[Message]) -> None:
        if self._refused:
            return
        job = self._job
        try:
            self._shown = self._office.post.put(job.place, messages, self._shown)
        except NotThere as err:
            logger.info("Not in a channel: %s", err)
            self._refused = True
            self._office.post.whisper(job.place, job.user, say.invite(job.place.channel, str(err)))

    def _earlier(self) -> Kept | None:
        """Return the answer that is revised, whose messages are then those of this one.

        None where there is none, or it cannot be read any more; its messages are those all the same.
        """
        job = self._job
        stored = self._office.state.answer(job.revises, job.team) if job.revises else None
        if stored and not self._shown:  # all that was sent there before has been noted by now
            self._shown = stored.shown
        return Kept.read(stored)


def log_failure(done: "Future[Any]", what: str) -> bool:
    """Log `what` and the reason, and return True, where an errand failed."""
    if done.cancelled() or not (err := done.exception()):
        return False
    logger.error("%s: %s: %s", what, type(err).__name__, " ".join(str(err).split()))
    return True
