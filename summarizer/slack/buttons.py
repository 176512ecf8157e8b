"""What the buttons below an answer do, the dialogs they open, and the App Home.

The trigger that Slack gives for a dialog is good for three seconds: dialogs are opened without
waiting for their turn, on threads of their own, so that Slack is acknowledged at once.
"""

import json
import logging
import time
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, Literal

from slack_sdk import WebClient

from summarizer.render import wording
from summarizer.slack import answer as say
from summarizer.slack import dialogs
from summarizer.slack.bot import Asked, Bot
from summarizer.slack.corrections import correction_id
from summarizer.slack.home import home_view
from summarizer.slack.jobs import Kept, Place, Workspace, revised
from summarizer.slack.post import NotThere
from summarizer.slack.reply import log_failure
from summarizer.store.bot import Correction, StoredAnswer

logger = logging.getLogger(__name__)

GONE = "I do not keep this answer any more. Give me the link again."
NOT_ADMIN = "Only admins of the workspace may change its settings."
DIALOGS = 4


@dataclass(frozen=True, slots=True)
class Press:
    """Who pressed a button where; `place` answers that person alone, `trigger` opens a dialog."""

    team: str
    user: str
    place: Place
    trigger: str


class Buttons:
    """Reacts to presses and dialogs until `close`. `client` opens dialogs; `name` is the bot's own."""

    def __init__(self, bot: Bot, client: WebClient, name: str) -> None:
        self._bot = bot
        self._office = bot.office
        self._client = client
        self._name = name
        self._threads = ThreadPoolExecutor(DIALOGS, thread_name_prefix="dialog")

    def close(self) -> None:
        """Let what is under way end."""
        self._threads.shutdown(cancel_futures=True)

    def show(self, what: dialogs.Shown, answer_id: str, press: Press) -> None:
        """Open the claims or the evidence of an answer."""
        if kept := self._kept(answer_id, press):
            self._open(dialogs.items_view(kept.summary, kept.id, what), press)

    def turn(self, value: str, view: Mapping[str, Any], press: Press) -> None:
        """Show another page of the claims or the evidence."""
        wanted = json.loads(value)
        if kept := self._kept(str(view["private_metadata"]), press):
            page = dialogs.items_view(kept.summary, kept.id, wanted["shown"], int(wanted["page"]))
            self._soon(press, lambda: self._client.views_update(view_id=view["id"], view=page))

    def revise(self, way: Literal["shorter", "longer"], answer_id: str, press: Press) -> None:
        """Ask for the same answer with fewer or more highlights, in the same place."""
        kept = self._kept(answer_id, press)
        if kept is None:
            return
        job = kept.job
        place = press.place if job.place.private else job.place
        self._bot.ask(
            Asked(
                event=f"revise:{kept.id}",
                team=press.team,
                user=press.user,
                place=place,
                links=(job.url,),
                highlights=revised(job.highlights, way),
                revises=kept.id,
            )
        )

    def share(self, answer_id: str, press: Press) -> None:
        """Post a private answer for everybody in the channel, once."""
        if kept := self._kept(answer_id, press):
            done = self._office.outbox.send(press.place.channel, lambda: self._share(kept, press))
            done.add_done_callback(lambda done: log_failure(done, "An answer could not be shared"))

    def doubt(self, answer_id: str, press: Press) -> None:
        """Open the dialog that takes a correction."""
        if kept := self._kept(answer_id, press):
            self._open(dialogs.correction_view(kept.summary, kept.id), press)

    def correct(self, view: Mapping[str, Any], team: str, user: str) -> dialogs.View:
        """Keep a correction; return what the dialog shows next."""
        kept = Kept.read(self._office.state.answer(str(view["private_metadata"]), team))
        values = view["state"]["values"]
        chosen = (values.get("item", {}).get("item", {}).get("selected_option") or {}).get("value")
        items = wording.arrange(kept.summary).all if kept else ()
        self._office.state.add_correction(
            Correction(
                id=correction_id(str(view["private_metadata"]), str(view["id"])),
                team=team,
                user=user,
                url=kept.job.url if kept else "",
                item=next((item.text for item in items if item.id == chosen), ""),
                correction=str(values["correction"]["correction"]["value"] or ""),
                at=time.time(),
            )
        )
        return dialogs.thanks_view()

    def choose(self, links: tuple[str, ...], place: Place, press: Press) -> None:
        """Open the dialog that asks which of a message's links is to be answered at `place`."""
        self._open(dialogs.choice_view(links, place), press)

    def home(self, team: str, user: str) -> None:
        """Publish the App Home of a user."""

        def publish() -> None:
            view = home_view(
                self._name, self._bot.workspace(team), self._bot.settings, self._bot.slack.keep_days
            )
            self._client.views_publish(user_id=user, view=view)

        done = self._office.outbox.send(f"home of {user}", publish)
        done.add_done_callback(lambda done: log_failure(done, "An App Home could not be published"))

    def settings(self, press: Press) -> None:
        """Open the workspace's settings for who may change them."""

        def show() -> None:
            profile = self._client.users_info(user=press.user)["user"]
            if any(profile.get(name) for name in ("is_admin", "is_owner", "is_primary_owner")):
                view = dialogs.settings_view(self._bot.workspace(press.team), self._bot.settings)
            else:
                view = dialogs.notice_view("Settings", NOT_ADMIN)
            self._client.views_open(trigger_id=press.trigger, view=view)

        self._soon(press, show)

    def save_settings(self, view: Mapping[str, Any], team: str, user: str) -> dict[str, str]:
        """Keep a workspace's settings; return what is wrong with them, by block.

        Slack shows the dialog to nobody but the admin for whom it was opened.
        """
        chosen = dialogs.read_settings(view["state"]["values"], self._bot.settings)
        if not isinstance(chosen, Workspace):
            return chosen
        self._office.state.set_workspace(team, chosen.model_dump_json())
        self.home(team, user)
        return {}

    def _share(self, kept: Kept, press: Press) -> None:
        shared_id = f"{kept.id}s"
        if self._office.state.answer(shared_id, press.team):  # pressed twice
            return
        public = Place(channel=press.place.channel, thread=press.place.thread)
        job = kept.job.model_copy(update={"place": public})
        made = say.answer(kept.summary, shared_id, job, shared_by=press.user)
        try:
            stand = self._office.post.put(public, made)
        except NotThere as err:
            self._office.post.whisper(press.place, press.user, say.invite(public.channel, str(err)))
            return
        self._office.state.keep_answer(
            StoredAnswer(shared_id, press.team, job.model_dump_json(), kept.summary.model_dump_json(), stand)
        )
        self._office.post.remove(press.place)

    def _kept(self, answer_id: str, press: Press) -> Kept | None:
        kept = Kept.read(self._office.state.answer(answer_id, press.team))
        if kept is None:
            self._office.tell(press.place, press.user, GONE)
        return kept

    def _open(self, view: dialogs.View, press: Press) -> None:
        self._soon(press, lambda: self._client.views_open(trigger_id=press.trigger, view=view))

    def _soon(self, press: Press, work: Callable[[], object]) -> None:
        done = self._threads.submit(work)
        done.add_done_callback(lambda done: log_failure(done, f"No dialog for {press.user}"))
