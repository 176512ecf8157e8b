"""Listeners for everything Slack delivers: read it, write it down, acknowledge.

With `process_before_response` Bolt answers Slack when a listener returns; each returns as soon
as what was asked is in the database, and an error makes Slack deliver it again. Signatures are
checked by Bolt, within five minutes of their time, before anything here runs.
"""

import logging
import re
import time
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from slack_bolt import Ack, App, BoltContext, BoltResponse
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.logger.messages import warning_token_skipped

from summarizer.config import SlackSettings
from summarizer.errors import StoreError
from summarizer.slack import answer as say
from summarizer.slack import dialogs
from summarizer.slack.account import Account
from summarizer.slack.bot import Asked, Bot, Closing
from summarizer.slack.buttons import Buttons, Press
from summarizer.slack.jobs import Place, once
from summarizer.slack.links import links_of_message, read_wish
from summarizer.slack.manifest import COMMAND, SHORTCUT

logger = logging.getLogger(__name__)

NOT_NOW = "I cannot take this just now. Try again in a minute."
NO_LINK = "There is no link to an article in that message."
_READ = frozenset({None, "file_share", "thread_broadcast"})  # subtypes of messages that people write
Body = Mapping[str, Any]


def bolt_app(slack: SlackSettings, account: Account) -> App:
    """Return a Bolt app without listeners, for whom `account` says the token is.

    Bolt would ask Slack itself at the first delivery, and lose that one where Slack does not answer.
    """
    token = slack.bot_token.get_secret_value() if slack.bot_token else None
    who = AuthorizeResult(
        enterprise_id=None,
        team_id=account.team_id,
        bot_user_id=account.user,
        bot_id=account.bot,
        bot_token=token,
    )
    bolt_logger = logging.getLogger("summarizer.slack.bolt")
    bolt_logger.addFilter(_expected)
    return App(
        logger=bolt_logger,
        authorize=lambda: who,
        signing_secret=slack.signing_secret.get_secret_value() if slack.signing_secret else "",
        process_before_response=True,
    )


def _expected(record: logging.LogRecord) -> bool:
    """Leave out what Bolt says of SLACK_BOT_TOKEN in the environment: we read it, not Bolt."""
    return record.getMessage() != warning_token_skipped()


def listen(app: App, bot: Bot, buttons: Buttons, name: str) -> None:
    """Give `app` its listeners; `name` is the bot's own, for the help."""
    _listen_to_messages(app, bot, name)
    _listen_to_commands(app, bot, buttons, name)
    _listen_to_buttons(app, buttons)
    _listen_to_dialogs(app, bot, buttons)

    @app.event("app_home_opened")
    def opened(context: BoltContext, event: Body) -> None:
        if event.get("tab") == "home":
            buttons.home(str(context.team_id), str(event["user"]))

    @app.error
    def failed(error: Exception, body: Body) -> BoltResponse:
        """Have an event delivered again; tell whoever used a command, which Slack does not repeat."""
        if isinstance(error, Closing | StoreError):
            logger.warning("Not taken: %s", str(error) or "the bot is closing")
        else:
            logger.error("A listener failed", exc_info=error)
        return BoltResponse(status=200, body=NOT_NOW) if "command" in body else BoltResponse(status=503)


def _listen_to_messages(app: App, bot: Bot, name: str) -> None:
    def heard(context: BoltContext, body: Body, event: Body) -> None:
        """Answer the links of a message that people write; one without a link gets the help."""
        if event.get("bot_id") or event.get("subtype") not in _READ or not event.get("user"):
            return
        place = Place(channel=event["channel"], thread=event.get("thread_ts") or event["ts"])
        wish = read_wish(str(event.get("text") or ""))
        links = wish.links or links_of_message({"blocks": event.get("blocks")})
        asked = Asked(
            event=str(body["event_id"]),
            team=str(context.team_id),
            user=str(event["user"]),
            place=place,
            links=links,
            highlights=wish.highlights,
            message=once(place.channel, event["ts"]),  # an edit is another event of the same message
            unclear=wish.misses_a_number,
        )
        if links:
            bot.ask(asked)
        elif not event.get("edited") and _first(bot, asked):
            bot.office.tell(place, asked.user, say.usage(name))

    @app.event("app_mention")
    def mentioned(context: BoltContext, body: Body, event: Body) -> None:
        heard(context, body, event)

    @app.event("message")
    def written(context: BoltContext, body: Body, event: Body) -> None:
        if event.get("channel_type") == "im":
            heard(context, body, event)


def _listen_to_commands(app: App, bot: Bot, buttons: Buttons, name: str) -> None:
    @app.command(COMMAND)
    def commanded(ack: Ack, context: BoltContext, body: Body) -> None:
        wish = read_wish(str(body.get("text") or ""))
        if not wish.links:
            ack(say.usage(name))
            return
        place = Place(channel=body["channel_id"], private=True, response_url=body["response_url"])
        said = bot.ask(
            Asked(
                event=once("command", body["trigger_id"]),
                team=str(context.team_id),
                user=str(body["user_id"]),
                place=place,
                links=wish.links[:1],
                highlights=wish.highlights,
                unclear=bool(wish.unclear),
            )
        )
        if len(wish.links) > 1:
            said.append("I take one link behind the command; mention me to have several read.")
        ack("\n".join(said))

    @app.shortcut(SHORTCUT)
    def chosen(ack: Ack, context: BoltContext, body: Body) -> None:
        message = body["message"]
        links = links_of_message(message)
        press = _press(context, body)
        place = Place(channel=body["channel"]["id"], thread=message.get("thread_ts") or message["ts"])
        if not links:
            bot.office.tell(press.place, press.user, NO_LINK)
        elif len(links) == 1:
            key = once("shortcut", press.trigger)
            bot.ask(Asked(key, press.team, press.user, place, links))
        else:
            buttons.choose(links, place, press)
        ack()


def _listen_to_buttons(app: App, buttons: Buttons) -> None:
    presses: dict[str, Callable[[str, Press], None]] = {
        "claims": partial(buttons.show, "claims"),
        "evidence": partial(buttons.show, "evidence"),
        "shorter": partial(buttons.revise, "shorter"),
        "longer": partial(buttons.revise, "longer"),
        "share": buttons.share,
        "wrong": buttons.doubt,
    }

    @app.action(re.compile(f"^(?:{'|'.join(presses)})$"))
    def pressed(ack: Ack, context: BoltContext, body: Body, action: Body) -> None:
        presses[action["action_id"]](action["value"], _press(context, body))
        ack()

    @app.action(dialogs.PAGE_ACTIONS)
    def turn(ack: Ack, context: BoltContext, body: Body, action: Body) -> None:
        buttons.turn(action["value"], body["view"], _press(context, body))
        ack()

    @app.action(dialogs.SETTINGS)
    def settings(ack: Ack, context: BoltContext, body: Body) -> None:
        buttons.settings(_press(context, body))
        ack()


def _listen_to_dialogs(app: App, bot: Bot, buttons: Buttons) -> None:
    @app.view(dialogs.CHOOSE)
    def link_chosen(ack: Ack, context: BoltContext, body: Body, view: Body) -> None:
        place, link = dialogs.read_choice(view)
        key = once("view", view["id"])
        bot.ask(Asked(key, str(context.team_id), str(body["user"]["id"]), place, (link,)))
        ack()

    @app.view(dialogs.CORRECT)
    def corrected(ack: Ack, context: BoltContext, body: Body, view: Body) -> None:
        thanks = buttons.correct(view, str(context.team_id), str(body["user"]["id"]))
        ack(response_action="update", view=thanks)

    @app.view(dialogs.SETTINGS)
    def settings_chosen(ack: Ack, context: BoltContext, body: Body, view: Body) -> None:
        if wrong := buttons.save_settings(view, str(context.team_id), str(body["user"]["id"])):
            ack(response_action="errors", errors=wrong)
        else:
            ack()


def _first(bot: Bot, asked: Asked) -> bool:
    """Whether an event is delivered for the first time, and in a channel its user's first of this minute."""
    state, minute = bot.office.state, int(time.time() // 60)
    if state.record(asked.event) is None:
        return False
    if asked.place.channel.startswith("D"):
        return True
    first = state.record(f"help:{asked.team}:{asked.user}:{minute}") is not None
    if not first:
        logger.info("%s asked without a link again; no help this minute", asked.user)
    return first


def _press(context: BoltContext, body: Body) -> Press:
    """Return who pressed something where: in a dialog or the App Home there is no channel but the user's."""
    user = str(body["user"]["id"])
    message = body.get("message") or {}
    channel = (body.get("channel") or {}).get("id") or user
    place = Place(
        channel=str(channel),
        thread=message.get("thread_ts"),
        private=True,
        response_url=body.get("response_url"),
        pressed=True,
    )
    return Press(str(context.team_id), user, place, str(body.get("trigger_id") or ""))
