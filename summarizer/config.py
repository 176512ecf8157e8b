"""Frozen settings, and the only reader of the environment.

Flags over environment over config file over defaults. The config file is TOML with the
field names below as keys; it lies in the user's config folder, or where
SUMMARIZER_CONFIG points.
"""

import os
import re
import tomllib
from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any, ClassVar, Literal, TypeVar

import platformdirs
from pydantic import AfterValidator, AliasChoices, Field, SecretStr, ValidationError
from pydantic_settings import (
    BaseSettings,
    EnvSettingsSource,
    InitSettingsSource,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
)

from summarizer.errors import ConfigError, told

EngineChoice = Literal["auto", "llm", "extractive"]
DEFAULT_MODEL = "gpt-5-mini"
LANGUAGE = r"^[a-z]{2,3}(-[A-Za-z0-9]+)*$"
MOST_HIGHLIGHTS = 15
_TABLE = "The README has a table of them."
# What Kubernetes sets for a service that is called summarizer or summarizer-slack: none of it is a setting.
_OF_A_SERVICE = re.compile(r"_SERVICE_(?:HOST|PORT)|_PORT_[0-9]|_PORT=[a-z]+://")


def config_file() -> Path:
    """Return where the config file is looked for; it must exist only where SUMMARIZER_CONFIG names it."""
    named = os.environ.get("SUMMARIZER_CONFIG")
    return Path(named).expanduser() if named else platformdirs.user_config_path("summarizer") / "config.toml"


def github_step_summary() -> Path | None:
    """Return the file that GitHub shows as a step's summary, or None outside its Actions."""
    named = os.environ.get("GITHUB_STEP_SUMMARY")
    return Path(named) if named else None


class _Layered(BaseSettings):
    """Settings by flags over environment over the config file over defaults."""

    model_config = SettingsConfigDict(
        frozen=True,
        extra="forbid",
        populate_by_name=True,
        env_ignore_empty=True,
        hide_input_in_errors=True,  # a misspelt setting may hold the key
    )
    table: ClassVar[str | None] = None  # of the config file; None is what stands above all tables
    not_ours: ClassVar[frozenset[str]] = frozenset()  # fields whose variables others have named
    their_prefix: ClassVar[str]  # of those variables
    apart: ClassVar[tuple[str, ...]] = ()  # prefixes, longer than ours, of other settings

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003 - pydantic-settings passes it by name
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Order the sources: flags, environment, config file.

        The bare names of the aliased fields are no variables of ours: an API_KEY in the
        environment is some other program's secret.
        """
        if isinstance(env_settings, EnvSettingsSource):
            ours = {k: v for k, v in env_settings.env_vars.items() if k not in cls.not_ours}
            env_settings.env_vars = ours
        return init_settings, env_settings, InitSettingsSource(settings_cls, _from_file(cls.table))


def _from_file(table: str | None) -> dict[str, Any]:
    """Return one table of the config file, or what stands above all those that are known."""
    file = config_file()
    if not file.is_file():
        return {}
    values = tomllib.loads(file.read_text(encoding="utf-8"))
    slack = values.pop("slack", {})
    if not isinstance(slack, dict):
        raise ValueError("slack must be a table: [slack]")  # noqa: TRY004 - the file is wrong, not the call
    return slack if table == "slack" else values


def _language_code(value: str) -> str:
    if not re.fullmatch(LANGUAGE, value):
        raise ValueError("must be a language code such as en, de or pt-BR")
    return value


LanguageCode = Annotated[str, AfterValidator(_language_code)]


class Settings(_Layered):
    """Everything a user may choose. Each field is read from SUMMARIZER_<FIELD>, too."""

    model_config = SettingsConfigDict(env_prefix="SUMMARIZER_")
    not_ours, their_prefix = frozenset({"api_key", "base_url"}), "OPENAI_"
    apart = ("SUMMARIZER_SLACK_",)

    engine: EngineChoice = "auto"
    # The model and its server
    model: str = DEFAULT_MODEL
    base_url: str | None = Field(None, validation_alias=AliasChoices("base_url", "OPENAI_BASE_URL"))
    api_key: SecretStr | None = Field(None, validation_alias=AliasChoices("api_key", "OPENAI_API_KEY"))
    temperature: float | None = Field(None, ge=0, le=2)
    timeout_s: float = Field(120, gt=0, description="One request to the model.")
    deadline_s: float = Field(600, gt=0, description="All requests of one article, waits included.")
    max_output_tokens: int = Field(6000, ge=256)
    context_tokens: int = Field(24_000, ge=500, description="Article tokens per call; longer ones are split.")
    repair: bool = True
    # House style
    prompt: str = "default"
    highlights: int = Field(5, ge=1, le=MOST_HIGHLIGHTS)
    max_words: int = Field(30, ge=5, le=100, description="Words in one highlight.")
    language: LanguageCode | None = Field(None, description="Of the output.")
    tone: str = Field("neutral and factual", max_length=200)
    claims: bool = True
    # Reading sources
    allow_private_hosts: bool = False
    filter_boilerplate: bool = True
    # The cache
    cache: bool = True
    cache_dir: Path = Field(default_factory=lambda: platformdirs.user_cache_path("summarizer"))

    @property
    def uses_llm(self) -> bool:
        """Whether the LLM engine is in force."""
        return self.engine == "llm" or (self.engine == "auto" and self.llm_configured)

    @property
    def llm_configured(self) -> bool:
        """Whether `engine = "auto"` means the LLM: a key or a server address is set."""
        return self.api_key is not None or self.base_url is not None


class SlackSettings(_Layered):
    """What the Slack bot needs beside `Settings`: its tokens, and its bounds.

    Read from SUMMARIZER_SLACK_<FIELD>, the three secrets from the names that Slack's own tools
    use, and from the table [slack] of the config file.
    """

    model_config = SettingsConfigDict(env_prefix="SUMMARIZER_SLACK_")
    table = "slack"
    not_ours, their_prefix = frozenset({"bot_token", "app_token", "signing_secret"}), "SLACK_"

    bot_token: SecretStr | None = Field(
        None, validation_alias=AliasChoices("bot_token", "SLACK_BOT_TOKEN"), description="xoxb-…"
    )
    app_token: SecretStr | None = Field(
        None,
        validation_alias=AliasChoices("app_token", "SLACK_APP_TOKEN"),
        description="xapp-…: Socket Mode.",
    )
    signing_secret: SecretStr | None = Field(
        None,
        validation_alias=AliasChoices("signing_secret", "SLACK_SIGNING_SECRET"),
        description="HTTP mode.",
    )
    api_url: str = Field(
        "https://slack.com/api/",
        pattern="^https?://.",
        description="Of the Web API; another one for GovSlack.",
    )
    store: str | None = Field(None, description="SQLAlchemy URL; None is a SQLite file of the user's.")
    workers: int = Field(2, ge=1, le=64, description="Articles read at the same time.")
    queue: int = Field(50, ge=1, description="Articles that may wait.")
    deadline_s: float = Field(180, gt=0, description="One article, from its start to its answer.")
    grace_s: float = Field(30, ge=0, description="How long a shutdown waits for articles in hand.")
    pace_s: float = Field(1.0, ge=0, description="Between two messages in one channel.")
    links_per_user: int = Field(10, ge=1, description="Links a minute.")
    links_per_workspace: int = Field(60, ge=1, description="Links a minute.")
    keep_days: float = Field(30, gt=0, description="How long an answer's buttons work.")

    @property
    def store_url(self) -> str:
        """The database in force."""
        return self.store or f"sqlite:///{platformdirs.user_data_path('summarizer') / 'slack.sqlite'}"

    @property
    def secrets(self) -> tuple[str, ...]:
        """Every secret that is set, for whoever must keep them out of what is printed."""
        held = (self.bot_token, self.app_token, self.signing_secret)
        return tuple(secret.get_secret_value() for secret in held if secret)


L = TypeVar("L", bound=_Layered)


def load_settings(**flags: Any) -> Settings:
    """Return the settings in force; `flags` that are None count as not given.

    Raises ConfigError that names the wrong setting. A variable SUMMARIZER_… that sets nothing is one,
    as an unknown key of the config file is.
    """
    return _load(Settings, flags)


def load_slack_settings(**flags: Any) -> SlackSettings:
    """Return the Slack bot's settings in force, as `load_settings` does."""
    return _load(SlackSettings, flags)


def _unknown_variables(kind: type[_Layered]) -> list[str]:
    """Return what to say of each variable that has the prefix of these settings and sets nothing."""
    prefix, names = kind.model_config["env_prefix"], kind.model_fields
    known = {
        name.upper(): f"{kind.their_prefix if name in kind.not_ours else prefix}{name.upper()}"
        for name in names
    }
    known["CONFIG"] = "SUMMARIZER_CONFIG"
    ours = {name.upper(): value for name, value in os.environ.items() if name.upper().startswith(prefix)}
    return [
        f"{name}: there is no such variable{_meant(name.removeprefix(prefix), known)}"
        for name, value in sorted(ours.items())
        if value
        and name not in known.values()
        and not name.startswith(kind.apart)
        and not _OF_A_SERVICE.search(f"{name}={value}")
    ]


def _meant(name: str, known: Mapping[str, str]) -> str:
    """Return the question whether the nearest of the `known` names was meant, if one is near."""
    near = get_close_matches(name, known, n=1)
    return f", did you mean {known[near[0]]}?" if near else ""


def _load(kind: type[L], flags: dict[str, Any]) -> L:
    file = config_file()
    if unknown := _unknown_variables(kind):
        raise ConfigError(f"Wrong setting ({'; '.join(unknown)}). Mend or unset it. {_TABLE}")
    try:
        if os.environ.get("SUMMARIZER_CONFIG") and (file.is_dir() or not file.exists()):
            raise ConfigError(f"There is no config file {file}. Mend or unset SUMMARIZER_CONFIG.")
        return kind(**{name: value for name, value in flags.items() if value is not None})
    except ValidationError as err:
        where = f"the table [{kind.table}] of {file}" if kind.table else file
        wrong = "; ".join(_wrong(error, kind) for error in err.errors())
        raise ConfigError(
            f"Wrong setting ({wrong}), in the flags, the SUMMARIZER_ variables or {where}. {_TABLE}"
        ) from err
    except (OSError, ValueError) as err:  # the TOML file itself
        raise ConfigError(f"Cannot read {file}: {getattr(err, 'strerror', None) or err}.") from err


def _wrong(error: Mapping[str, Any], kind: type[_Layered]) -> str:
    name = ".".join(map(str, error["loc"]))
    unknown = error["type"] == "extra_forbidden"
    return f"{name}: {told(error)}{_meant(name, {key: key for key in kind.model_fields}) if unknown else ''}"
