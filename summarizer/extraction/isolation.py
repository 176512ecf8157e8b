"""Read a large or intricate page in a process of its own, which can be stopped.

Parsing and extraction run in C for seconds at a time and cannot be interrupted from within,
so what may take long runs outside. An ordinary page does not: a process costs half a second.
"""

import json
import subprocess
import sys
from dataclasses import asdict

from summarizer.errors import NoArticleError
from summarizer.fetch import Page
from summarizer.schema import Extraction

# The largest of the 181 development pages has 1.5 MB, the one with the most tags 3,200.
LARGE_BYTES = 1_500_000
MANY_TAGS = 6_000
TIME_LIMIT_S = 20.0
MEMORY_LIMIT_BYTES = 3 << 30
_REFUSED = 4


def is_intricate(page: Page) -> bool:
    """Return whether `page` may take seconds to read."""
    return len(page.content) > LARGE_BYTES or page.content.count(b"<") > MANY_TAGS


def read_apart(page: Page, *, filter_boilerplate: bool, time_limit_s: float = TIME_LIMIT_S) -> Extraction:
    """Return what `reader.read` returns, from a process that is stopped after `time_limit_s`."""
    about = {**asdict(page), "content": None}
    head = json.dumps({"page": about, "filter_boilerplate": filter_boilerplate}).encode()
    try:
        done = subprocess.run(
            [sys.executable, "-m", "summarizer.extraction.isolation"],
            input=head + b"\n" + page.content,
            capture_output=True,
            timeout=time_limit_s,
            check=False,
        )
    except subprocess.TimeoutExpired as err:
        raise NoArticleError(_too_much(page.name, f"not read after {time_limit_s:g} s")) from err
    if done.returncode == 0:
        return Extraction.model_validate_json(done.stdout)
    if done.returncode == _REFUSED:
        raise NoArticleError(done.stdout.decode())
    raise NoArticleError(_too_much(page.name, "reading it needs too much memory or fails"))


def _too_much(name: str, what: str) -> str:
    return f"{name} is too large or too intricate: {what}. Save the article's text and pass the .txt file."


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limit
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_LIMIT_BYTES, MEMORY_LIMIT_BYTES))


def main() -> int:
    """Read a page from standard input, and print its extraction or why there is none."""
    from summarizer.extraction.reader import read

    _limit_memory()
    head = json.loads(sys.stdin.buffer.readline())
    page = Page(**{**head["page"], "content": sys.stdin.buffer.read()})
    try:
        extraction = read(page, filter_boilerplate=head["filter_boilerplate"])
    except NoArticleError as err:
        sys.stdout.buffer.write(str(err).encode())
        return _REFUSED
    sys.stdout.buffer.write(extraction.model_dump_json().encode())
    return 0


if __name__ == "__main__":
    sys.exit(main())
