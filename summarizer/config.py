"""Frozen settings, and the only reader of the environment.

Flags over environment over config file over defaults. The config file is TOML with the
field names below as keys; it lies in the user's config folder, or where
SUMMARIZER_CONFIG points.
"""

import os
from pathlib import Path
from typing import Any, Literal

import platformdirs
from pydantic import AliasChoices, Field, SecretStr, ValidationError
from pydantic_settings import (
    BaseSettings,
    EnvSettingsSource,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

from summarizer.errors import ConfigError, told

EngineChoice = Literal["auto", "llm", "extractive"]
DEFAULT_MODEL = "gpt-5-mini"


def config_file() -> Path:
    """Return where the config file is looked for; it must exist only where SUMMARIZER_CONFIG names it."""
    named = os.environ.get("SUMMARIZER_CONFIG")
    return Path(named).expanduser() if named else platformdirs.user_config_path("summarizer") / "config.toml"


def github_step_summary() -> Path | None:
    """Return the file that GitHub shows as a step's summary, or None outside its Actions."""
    named = os.environ.get("GITHUB_STEP_SUMMARY")
    return Path(named) if named else None


class Settings(BaseSettings):
    """Everything a user may choose. Each field is read from SUMMARIZER_<FIELD>, too."""

    model_config = SettingsConfigDict(
        env_prefix="SUMMARIZER_",
        frozen=True,
        extra="forbid",
        populate_by_name=True,
        env_ignore_empty=True,
        hide_input_in_errors=True,  # a misspelt setting may hold the key
    )

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
    highlights: int = Field(5, ge=1, le=15)
    max_words: int = Field(30, ge=5, le=100, description="Words in one highlight.")
    language: str | None = Field(None, pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]+)*$", description="Of the output.")
    tone: str = Field("neutral and factual", max_length=200)
    claims: bool = True
    # Reading sources
    allow_private_hosts: bool = False
    filter_boilerplate: bool = True
    # The cache
    cache: bool = True
    cache_dir: Path = Field(default_factory=lambda: platformdirs.user_cache_path("summarizer"))

    @property
    def llm_configured(self) -> bool:
        """Whether `engine = "auto"` means the LLM: a key or a server address is set."""
        return self.api_key is not None or self.base_url is not None

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
            ours = {k: v for k, v in env_settings.env_vars.items() if k not in {"api_key", "base_url"}}
            env_settings.env_vars = ours
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls, config_file())


def load_settings(**flags: Any) -> Settings:
    """Return the settings in force; `flags` that are None count as not given.

    Raises ConfigError that names the wrong setting.
    """
    file = config_file()
    try:
        if os.environ.get("SUMMARIZER_CONFIG") and (file.is_dir() or not file.exists()):
            raise ConfigError(f"There is no config file {file}. Mend or unset SUMMARIZER_CONFIG.")
        return Settings(**{name: value for name, value in flags.items() if value is not None})
    except ValidationError as err:
        wrong = "; ".join(f"{'.'.join(map(str, e['loc']))}: {told(e)}" for e in err.errors())
        raise ConfigError(
            f"Wrong setting ({wrong}), in the flags, the SUMMARIZER_ variables or {file}. "
            "The README has a table of them."
        ) from err
    except (OSError, ValueError) as err:  # the TOML file itself
        raise ConfigError(f"Cannot read {file}: {getattr(err, 'strerror', None) or err}.") from err
