"""Every error the program raises on purpose, split by what the caller does about it.

SummarizerError
├── ConfigError       settings or arguments are wrong: mend them
├── FetchError        the source cannot be read: another source, or save the page
├── NoArticleError    the source was read and holds no article
├── ModelError        the model did not give a usable answer
├── StoreError        what must be remembered cannot be: mend the database
└── EvalError         an eval cannot be run or compared: gold, suite, result or recording is wrong
"""

from collections.abc import Mapping
from typing import Any


class SummarizerError(Exception):
    """Something the user can act on; the message says how."""


class ConfigError(SummarizerError):
    """A setting, option or argument is wrong."""


class FetchError(SummarizerError):
    """The source (URL, file, standard input) could not be read."""


class NoArticleError(SummarizerError):
    """The source holds no article: empty, a wall, a script shell, an error page."""


class ModelError(SummarizerError):
    """The model failed; `retryable` tells whether the same call may work later."""

    def __init__(self, message: str, *, retryable: bool = False) -> None:
        super().__init__(message)
        self.retryable = retryable


class StoreError(SummarizerError):
    """The database that must not forget anything does not answer, or refuses."""


class EvalError(SummarizerError):
    """An eval run is invalid: its gold, suite, result or recorded exchanges are wrong or missing."""


def told(error: Mapping[str, Any]) -> str:
    """Return what pydantic says of one wrong value, in the words of whoever wrote it."""
    if error["type"] == "extra_forbidden":
        return "there is no such key"
    return without_prefix(str(error["msg"]))


def without_prefix(message: str) -> str:
    """Return a message of pydantic's without what only its own readers need: "Value error, …"."""
    return message.removeprefix("Value error, ").removeprefix("Input ")
