"""What all commands share: shared options, errors as one line, a spinner, writing results."""

import errno
import os
import re
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, TextIO

import typer

from summarizer.errors import (
    ConfigError,
    EvalError,
    FetchError,
    ModelError,
    NoArticleError,
    StoreError,
    SummarizerError,
    without_prefix,
)

EXIT_CODES: dict[type[SummarizerError], int] = {
    ConfigError: 2,
    FetchError: 3,
    NoArticleError: 4,
    ModelError: 5,
    EvalError: 6,
    StoreError: 2,
}
JUDGED_AND_FAILED = 1
FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO})
_USER = re.compile(r"//[^/@\s]*@")  # a user name and password in an address

Verbose = Annotated[bool, typer.Option("--verbose", help="On an error, print the traceback too.")]
AllowPrivateHosts = Annotated[
    bool | None,
    typer.Option(
        "--allow-private-hosts", help="Fetch from private and loopback addresses too.", show_default=False
    ),
]
KeepBoilerplate = Annotated[
    bool, typer.Option("--keep-boilerplate", help="Leave captions, share prompts and the like in the body.")
]
Out = Annotated[
    Path | None, typer.Option("--out", metavar="FILE", help="Write the result to FILE.", show_default=False)
]


def say(message: str) -> None:
    """Print a line on standard error, made safe for a terminal."""
    from summarizer.render.text import plain

    _tell(f"{plain(message)}\n")


def print_line(line: str) -> None:
    """Print a line on standard output."""
    _print(f"{line}\n")


def report(err: SummarizerError, verbose: bool, source: str | None = None) -> int:
    """Print `err` as one line on standard error and return its exit code."""
    if verbose:
        import traceback

        _tell("".join(traceback.format_exception(err)))
    line = " ".join(str(err).split())
    source = _USER.sub("//", source) if source else source
    say(f"summarizer: {source}: {line}" if source and source not in line else f"summarizer: {line}")
    return next(code for kind, code in EXIT_CODES.items() if isinstance(err, kind))


def report_usage(err: typer.TyperException) -> int:
    """Print what typer says is wrong with the arguments as one line, and return the exit code.

    The help that it shows where nothing was asked for is printed as it is.
    """
    from summarizer.render.text import one_line

    context: typer.Context | None = getattr(err, "ctx", None)
    if context is not None and err.message == context.get_help():
        _tell(f"{err.message}\n")
    else:
        command = "summarizer" if context is None else context.command_path
        say(f"summarizer: {_USER.sub('//', one_line(_usage_error(err)))} See `{command} --help`.")
    return err.exit_code


def _usage_error(err: typer.TyperException) -> str:
    """Return what is wrong as whole sentences."""
    if isinstance(err, typer.BadParameter):
        err.message = without_prefix(err.message)
    if near := getattr(err, "possibilities", None):
        return f"{err.message}. Did you mean {' or '.join(near)}?"
    text = err.format_message()
    return text if text.endswith((".", "?")) else f"{text}."


@contextmanager
def exiting(verbose: bool) -> Iterator[None]:
    """Turn an error of ours into one line and an exit code."""
    try:
        yield
    except SummarizerError as err:
        raise typer.Exit(report(err, verbose)) from err


@contextmanager
def spinner(message: str) -> Iterator[Callable[[str], None]]:
    """Show what is being done on standard error while it is a terminal; yields `update(message)`."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.text import Text

    from summarizer.render.text import plain

    with Console(stderr=True).status(Text(plain(message))) as status:
        yield lambda text: status.update(Text(plain(f"{message}: {text}")))


def require_slack() -> None:
    """Raise ConfigError unless the libraries of the Slack bot are installed."""
    from importlib.util import find_spec

    if not find_spec("slack_bolt") or not find_spec("cheroot"):
        raise ConfigError(
            "The Slack bot needs two more libraries: pip install '.[slack]' in the program's folder."
        )


def write_result(text: str, out: Path | None) -> None:
    """Print `text`, or put it in the file `out`: whole or not at all. Its last line ends, if it has one."""
    if text and not text.endswith("\n"):
        text += "\n"
    if out is None:
        _print(text)
        return
    try:
        target = out.resolve()
        if target.exists() and not target.is_file():  # a device, a pipe; a folder is refused
            target.write_text(text, encoding="utf-8")
            return
        target.parent.mkdir(parents=True, exist_ok=True)
        _replace(target, text)
    except OSError as err:
        raise ConfigError(f"Cannot write {out}: {err.strerror}. Choose another --out.") from err


def _replace(target: Path, text: str) -> None:
    """Put `text` in place of a regular file, by way of another beside it."""
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=target.parent, delete=False) as part:
        part.write(text)
    try:
        Path(part.name).chmod(0o666 & ~_umask())
        Path(part.name).replace(target)
    except OSError:
        Path(part.name).unlink(missing_ok=True)
        raise


def _print(text: str) -> None:
    if sys.stdout is None:  # closed by the shell: >&-
        raise unprintable(OSError(errno.EBADF, os.strerror(errno.EBADF)))
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(text.encode("utf-8", errors="replace"))
        sys.stdout.buffer.flush()
    except BrokenPipeError:  # the reader, `head` say, has seen enough
        _forsake(sys.stdout)
    except OSError as err:
        raise unprintable(err) from err


def _tell(text: str) -> None:
    """Print `text` on standard error; where that fails nobody can be told."""
    try:
        typer.echo(text, err=True, nl=False)
    except OSError:
        _forsake(sys.stderr)


def unprintable(err: OSError) -> ConfigError:
    """Return the error to end with when standard output cannot be written to."""
    _forsake(sys.stdout)
    return ConfigError(f"Cannot write to standard output: {err.strerror}. Send the result elsewhere.")


def _forsake(stream: TextIO | None) -> None:
    """Let what is still to be written to `stream` go nowhere, or Python would fail at it when it ends."""
    if stream is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
