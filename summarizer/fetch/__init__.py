"""Read the bytes of a source: a web address, a file, or standard input."""

import sys
from pathlib import Path
from typing import BinaryIO

from summarizer.errors import FetchError
from summarizer.fetch.page import MAX_BYTES, MediaType, Page, refuse_binary

__all__ = ["Page", "read_source"]

_SUFFIXES: dict[str, MediaType] = {
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
}


def read_source(source: str, *, allow_private_hosts: bool = False, stdin: BinaryIO | None = None) -> Page:
    """Return what `source` holds: an http(s) URL, a path, or "-" for `stdin`.

    Raises FetchError, whose message says what to do next.
    """
    if source == "-":
        if stdin is None and sys.stdin is None:  # closed by the shell: <&-
            raise FetchError("Standard input is closed. Pass a file, a web address, or text through a pipe.")
        return _page(_bounded((stdin or sys.stdin.buffer).read(MAX_BYTES + 1), "standard input"), "-", None)
    scheme, separator, _ = source.partition("://")
    if separator and scheme.isalnum():
        from summarizer.fetch.web import fetch

        return fetch(source, allow_private_hosts=allow_private_hosts)
    return _read_file(source)


def _read_file(source: str) -> Page:
    if not source.strip():
        raise FetchError("No source was named. Pass a file, a web address, or - for standard input.")
    path = Path(source)
    try:
        with path.expanduser().open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except FileNotFoundError as err:
        hint = " For a web address, write https:// in front." if "." in source else ""
        raise FetchError(f"There is no file {source}.{hint}") from err
    except IsADirectoryError as err:
        raise FetchError(f"{source} is a folder. Name the files in it.") from err
    except (OSError, ValueError, RuntimeError) as err:
        reason = getattr(err, "strerror", None) or str(err)
        raise FetchError(f"Cannot read {source}: {reason.rstrip('.')}.") from err
    return _page(_bounded(content, source), source, _SUFFIXES.get(path.suffix.lower()))


def _bounded(content: bytes, name: str) -> bytes:
    if len(content) > MAX_BYTES:
        raise FetchError(f"{name} is larger than {MAX_BYTES // 1_000_000} MB. Pass the article's text alone.")
    return content


def _page(content: bytes, name: str, media_type: MediaType | None) -> Page:
    refuse_binary(content, "Standard input" if name == "-" else name)
    return Page(content=content, url=None, name=name, media_type=media_type)
