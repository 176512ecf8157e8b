"""The bot: takes links in, has each read and answered, and loses none of them.

A job is written down before Slack is told that it arrived, runs on a bounded pool, and is struck
off when its answer stands in Slack. Whatever ends the bot in between, or keeps the answer out, the
job's lease runs out and this bot, or another on the same database, takes it over.
"""

import logging
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from summarizer.config import Settings, SlackSettings
from summarizer.errors import FetchError, StoreError
from summarizer.pipeline import Source
from summarizer.schema import Summary
from summarizer.slack import answer as say
from summarizer.slack.jobs import Job, Kept, Place, Workspace, once
from summarizer.slack.keeper import MINUTE_S, Keeper
from summarizer.slack.pool import Pool
from summarizer.slack.reply import Office
from summarizer.store.bot import AskedBefore

logger = logging.getLogger(__name__)

MOST_LINKS = 5  # of one message
Summarize = Callable[[Source, Settings], Summary]


class Closing(Exception):  # noqa: N818 - it says what is the matter
    """The bot takes nothing more: Slack is to deliver it again, to whoever is there then."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Who asks for which links, where.

    `event` tells one delivery from another. `message` is what several may be about, an edit say: a link
    of it is answered once. `revises` is the id of the answer to be made shorter or longer. `unclear`
    says that there is more to the wish than could be followed: whoever asks is told what can.
    """

    event: str
    team: str
    user: str
    place: Place
    links: tuple[str, ...]
    highlights: int | None = None
    message: str | None = None
    revises: str | None = None
    unclear: bool = False


class Bot:
    """Answers links from `start` to `close`. `office` writes to Slack and remembers."""

    def __init__(
        self, settings: Settings, slack: SlackSettings, office: Office, summarize: Summarize
    ) -> None:
        self.settings = settings
        self.slack = slack
        self.office = office
        self.pool = Pool(slack, office, self._think)
        self._summarize = summarize
        self._keeper = Keeper(office, self.pool, slack.keep_days)
        self._asking = threading.Lock()  # or several deliveries at once would pass the limits
        self._closing = threading.Event()

    def start(self) -> None:
        """Take over what was left undone, and watch over leases from now on."""
        self._keeper.start()

    def problem(self) -> str | None:
        """Return why the bot takes nothing, or None where it does."""
        if self._closing.is_set():
            return "closing"
        try:
            self.office.state.check()
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
        jobs = self._jobs(asked, workspace)
        with self._asking:
            refused, taken = self._admit(asked, jobs, workspace)
            if taken or asked.revises is None:  # a button that was pressed in vain is still there
                stored = [job.stored() for job in taken]
                new = self.office.state.record(asked.event, stored, owner=self.office.owner)
                if new is None:
                    logger.info("%s was delivered again", asked.event)
                    return []
                taken = [job for job in taken if job.key in {kept.key for kept in new}]
            begun = [self.pool.begin(job) for job in taken]
        notes = [say.number_allowed(taken[0].highlights)] if asked.unclear and taken else []
        if refused + notes and (asked.revises or not asked.place.private):
            self.office.tell(asked.place, asked.user, "\n".join(refused + notes))
        return refused + begun + notes

    def close(self) -> int:
        """End: finish what is in hand within the grace, hand the rest back; return how many those are."""
        self._closing.set()
        self._keeper.retire()
        self.pool.close()
        self._keeper.close()
        left = self.office.state.hand_all_back(self.office.owner)
        logger.info("Closed; %d jobs handed back", left)
        return left

    def _jobs(self, asked: Asked, workspace: Workspace) -> list[Job]:
        """Return a job for each link."""
        chosen = workspace.over(self.settings)
        return [
            Job(
                key=once(asked.message or asked.event, url),
                team=asked.team,
                user=asked.user,
                place=asked.place,
                url=url,
                highlights=asked.highlights or chosen.highlights,
                revises=asked.revises,
            )
            for url in asked.links
        ]

    def _admit(self, asked: Asked, jobs: Sequence[Job], workspace: Workspace) -> tuple[list[str], list[Job]]:
        """Return why some jobs are not taken, in mrkdwn, and those that are.

        Those that the same message asked for before are neither.
        """
        keys, since = [job.key for job in jobs], time.time() - MINUTE_S
        before = self.office.state.asked_before(keys, asked.team, asked.user, since)
        jobs = [job for job in jobs if job.key not in before.known]
        allowed = [job for job in jobs if workspace.allows(say.host_of(job.url))]
        room, reason = self._room(before)
        taken = allowed[:room]
        refused = []
        if foreign := [job.url for job in jobs if job not in allowed]:
            refused.append(f"{say.named_links(foreign)}: not among the sites that I may read here.")
        if over := [job.url for job in allowed[room:]]:
            refused.append(f"{reason} Not taken: {say.named_links(over)}.")
        return refused, taken

    def _room(self, before: AskedBefore) -> tuple[int, str]:
        """Return how many links may be taken now, and what to say of those that are not."""
        slack = self.slack
        mine, ours = slack.links_per_user - before.by_user, slack.links_per_workspace - before.by_team
        in_hand = sum(self.pool.load().values())  # answers that are still to be sent count, too
        links = say.counted(slack.links_per_user, "link")
        rooms = [
            (MOST_LINKS, f"I take {MOST_LINKS} links at a time."),
            (mine, f"You may ask for {links} a minute; try again in a minute."),
            (ours, "Too many links in this workspace; try again in a minute."),
            (
                slack.queue + slack.workers - in_hand,
                f"Busy, {say.counted(slack.queue, 'article')} may wait; try again in a few minutes.",
            ),
        ]
        room, reason = min(rooms, key=lambda each: each[0])
        return max(room, 0), reason

    def _think(self, job: Job) -> Summary:
        """Make the summary of a job. Raises what `summarize` raises."""
        source: Source = job.url
        if job.revises and (earlier := Kept.read(self.office.state.answer(job.revises, job.team))):
            source = earlier.summary.article
        workspace = self.workspace(job.team)
        chosen = workspace.over(self.settings)
        deadline_s = min(chosen.deadline_s, self.slack.deadline_s)
        settings = chosen.model_copy(update={"highlights": job.highlights, "deadline_s": deadline_s})
        summary = self._summarize(source, settings)
        if not workspace.allows(say.host_of(summary.article.url or job.url)):
            raise FetchError("The link leads to another site, which I may not read here.")
        return summary
