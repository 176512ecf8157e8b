"""Log lines for whoever is on call, and no secret in any of them."""

import logging
import re
import sys
from collections.abc import Iterable

from summarizer.render.text import plain

_SECRET = re.compile(
    r"""xox[a-z]-[\w-]+|xapp-[\w-]+  # tokens
    | (?<=ticket=)[\w%-]+  # of a socket
    | \d{6,}\.\d{6,}\.[0-9a-f]{16,}  # what opens a dialog
    | (?:commands|actions)(?:\\?/|%2F)[^\s"',}]+  # addresses that answer a user""",
    re.VERBOSE | re.IGNORECASE,
)
HIDDEN = "(hidden)"
# They log whole addresses, faults that are none, and what strangers send.
_SILENT = ("trafilatura", "htmldate", "slack_bolt.RequestVerification")


class Hiding(logging.Formatter):
    """Formats a record, traceback included, with `secrets` and what looks like one left out."""

    def __init__(self, secrets: Iterable[str] = ()) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")
        self._secrets = tuple(filter(None, secrets))

    def format(self, record: logging.LogRecord) -> str:
        """Return the line of `record`, and indented below it what further lines it has."""
        line = plain(super().format(record)).replace("\n", "\n    ")
        for secret in self._secrets:
            line = line.replace(secret, HIDDEN)
        return _SECRET.sub(HIDDEN, line)


def log_to_stderr(secrets: Iterable[str], *, verbose: bool) -> None:
    """Send what happens to standard error: INFO, or with `verbose` DEBUG too."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(Hiding(secrets))
    handler.addFilter(lambda record: not record.name.startswith(_SILENT))
    logging.basicConfig(level=logging.DEBUG if verbose else logging.INFO, handlers=[handler], force=True)
