"""Whose token it is, and what it may do: asked of Slack before the bot starts, and by the doctor."""

from dataclasses import dataclass
from http import HTTPStatus

from slack_sdk.errors import SlackApiError, SlackClientError

from summarizer.config import SlackSettings
from summarizer.errors import ConfigError
from summarizer.slack.manifest import SCOPES
from summarizer.slack.post import web_client

NOBODY = "The Slack bot needs its token: set SLACK_BOT_TOKEN (xoxb-…). The README says where to find it."
_REFUSED = "Slack refuses SLACK_BOT_TOKEN ({code}). Copy it anew from the app's page, OAuth & Permissions."


@dataclass(frozen=True, slots=True)
class Account:
    """The bot's names and ids, and the scopes that its token lacks."""

    name: str
    user: str
    bot: str
    team: str
    team_id: str
    missing: tuple[str, ...]


def connect(slack: SlackSettings) -> Account:
    """Ask Slack whose token it is. Raises ConfigError where there is none, or Slack does not take it."""
    if slack.bot_token is None:
        raise ConfigError(NOBODY)
    try:
        answer = web_client(slack).auth_test()
    except SlackApiError as err:
        if err.response.status_code != HTTPStatus.OK:
            raise ConfigError(
                f"Slack answers {err.response.status_code} at {slack.api_url}. Try again."
            ) from err
        raise ConfigError(_REFUSED.format(code=err.response["error"])) from err
    except (SlackClientError, OSError) as err:
        raise ConfigError(f"Slack cannot be reached at {slack.api_url}: {err}. Try again.") from err
    headers = {name.lower(): value for name, value in answer.headers.items()}
    granted = {scope.strip() for scope in str(headers.get("x-oauth-scopes", "")).split(",")}
    return Account(
        name=str(answer["user"]),
        user=str(answer["user_id"]),
        bot=str(answer.get("bot_id")),
        team=str(answer["team"]),
        team_id=str(answer["team_id"]),
        missing=tuple(scope for scope in SCOPES if scope not in granted),
    )


def socket_problem(slack: SlackSettings) -> str | None:
    """Return why Socket Mode cannot be used, or None where Slack takes the app-level token."""
    if slack.app_token is None:
        return "SLACK_APP_TOKEN is not set"
    try:
        web_client(slack, retries=False).apps_connections_open(app_token=slack.app_token.get_secret_value())
    except SlackApiError as err:
        return f"Slack refuses SLACK_APP_TOKEN ({err.response['error']})"
    except (SlackClientError, OSError) as err:
        return f"Slack cannot be reached: {err}"
    return None
