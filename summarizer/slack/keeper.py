"""Watch over leases: renew those of jobs in hand, take over jobs that nobody holds, forget what is old."""

import logging
import threading
import time

from pydantic import ValidationError

from summarizer.errors import StoreError
from summarizer.slack.jobs import Job
from summarizer.slack.pool import Pool
from summarizer.slack.reply import Office, Reply
from summarizer.store.bot import LEASE_S, StoredJob

logger = logging.getLogger(__name__)

MOST_ATTEMPTS = 6  # the last one about an hour after the first
GIVEN_UP_S = 3 * 3600.0
PRIVATE_GIVEN_UP_S = 1700.0  # a response_url is good for 30 minutes
MINUTE_S, DAY_S = 60.0, 24 * 3600.0


class Keeper:
    """Works from `start` to `close` on a thread of its own; `retire` ends the taking over before."""

    def __init__(self, office: Office, pool: Pool, keep_days: float) -> None:
        self._office = office
        self._pool = pool
        self._keep_days = keep_days
        self._retired = threading.Event()
        self._closed = threading.Event()
        self._thread = threading.Thread(target=self._keep, name="keeper", daemon=True)

    def start(self) -> None:
        """Take over what was left undone, and go on."""
        self._thread.start()

    def retire(self) -> None:
        """Take nothing over any more; leases are still renewed."""
        self._retired.set()

    def close(self) -> None:
        """Renew nothing any more."""
        self._retired.set()
        self._closed.set()
        if self._thread.is_alive():
            self._thread.join(LEASE_S)

    def _keep(self) -> None:
        while True:
            try:
                self._keep_once()
            except StoreError as err:
                logger.error("%s", err)  # noqa: TRY400 - the message says it all
            except Exception:
                logger.exception("Leases could not be watched over; it is tried again")
            if self._closed.wait(LEASE_S / 3):
                return

    def _keep_once(self) -> None:
        state = self._office.state
        state.renew(self._pool.held(), self._office.owner)
        if self._retired.is_set():
            return
        for stored in state.take_over(self._office.owner):
            self._resume(stored)
        state.forget(time.time() - self._keep_days * DAY_S)

    def _resume(self, stored: StoredJob) -> None:
        if stored.key in self._pool.held():
            return
        try:
            job = Job.model_validate_json(stored.request)
        except ValidationError:
            logger.exception("Job %s cannot be read and is given up", stored.key)
            self._office.state.finish(stored.key)
            return
        age_s = time.time() - stored.at
        too_old = age_s > (PRIVATE_GIVEN_UP_S if job.place.private else GIVEN_UP_S)
        if too_old or stored.attempts > MOST_ATTEMPTS:
            minutes = age_s // MINUTE_S
            logger.warning("Job %s is given up: %d minutes, %d attempts", job.key, minutes, stored.attempts)
            Reply(job, self._office, stored.shown).give_up()
            return
        logger.info("Job %s goes on", job.key)
        self._pool.begin(job, stored.shown, stored.attempts)
