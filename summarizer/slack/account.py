"""Whose token it is, and what it may do: asked of Slack before the bot starts, and by the doctor."""

from dataclasses import dataclass
from http import HTTPStatus

from pydantic import SecretStr
from slack_sdk.errors import SlackApiError, SlackClientError

from summarizer.config import SlackSettings
from summarizer.errors import ConfigError
from summarizer.slack.manifest import SCOPES
from summarizer.slack.post import web_client

_BOT, _APP, _SECRET = "SLACK_BOT_TOKEN (xoxb-…)", "SLACK_APP_TOKEN (xapp-…)", "SLACK_SIGNING_SECRET"
_UNSET = "The Slack bot cannot start yet: set {missing}. The README says where to find it."
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


def require_tokens(slack: SlackSettings, *, http: bool) -> None:
    """Raise ConfigError that names all tokens which are missing, and which stands in another's place."""
    problems = []
    if wrong := misplaced(slack, http=http):
        problems.append(f"{wrong}.")
    missing = [] if slack.bot_token else [_BOT]
    if http and slack.signing_secret is None:
        missing.append(_SECRET)
    if not http and slack.app_token is None:
        missing.append(f"{_APP}, or use --http PORT")
    if missing:
        problems.append(_UNSET.format(missing=" and ".join(missing)))
    if problems:
        raise ConfigError(" ".join(problems))


def misplaced(slack: SlackSettings, *, http: bool = False) -> str | None:
    """Return which token stands in the other's place, or None; over HTTP the app-level one is of no use."""
    app_for_bot = _begins(slack.bot_token, "xapp-")
    bot_for_app = _begins(slack.app_token, "xoxb-")
    if app_for_bot and bot_for_app:
        return "The tokens are swapped: SLACK_BOT_TOKEN begins with xapp- and SLACK_APP_TOKEN with xoxb-"
    if app_for_bot:
        return "SLACK_BOT_TOKEN holds an app-level token (xapp-…); the bot's begins with xoxb-"
    if bot_for_app and not http:
        return "SLACK_APP_TOKEN holds a bot token (xoxb-…); the app-level one begins with xapp-"
    return None


def _begins(token: SecretStr | None, start: str) -> bool:
    return token is not None and token.get_secret_value().startswith(start)


def connect(slack: SlackSettings) -> Account:
    """Ask Slack whose token it is. Raises ConfigError where there is none, or Slack does not take it."""
    if slack.bot_token is None:
        raise ConfigError(_UNSET.format(missing=_BOT))
    if wrong := misplaced(slack, http=True):
        raise ConfigError(f"{wrong}.")
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
    if wrong := misplaced(slack):
        return wrong
    try:
        web_client(slack, retries=False).apps_connections_open(app_token=slack.app_token.get_secret_value())
    except SlackApiError as err:
        return f"Slack refuses SLACK_APP_TOKEN ({err.response['error']})"
    except (SlackClientError, OSError) as err:
        return f"Slack cannot be reached: {err}"
    return None
