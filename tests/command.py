"""Run the real command in a process of its own, as a user does."""

import os
import subprocess
import sys
from pathlib import Path

PAGES = Path(__file__).parent.parent / "eval" / "pages"


def summarizer(
    *args: str | Path, stdin: str = "", env: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run `summarizer ARGS` and return its exit code and output."""
    return subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-m", "summarizer", *map(str, args)],
        input=stdin,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
        env={**os.environ, "PYTHONIOENCODING": "utf-8", **(env or {})},
    )
