"""Interrupts, readers that leave, full disks and closed streams end a command in order."""

import shlex
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from command import PAGES

from summarizer.pipeline import NO_MODEL_CONFIGURED

PAGE = PAGES / "rare-earths.html"


@pytest.fixture
def silent_server() -> Iterator[socket.socket]:
    """Give a server that takes connections and never answers."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(30)
        yield server


@pytest.fixture
def interruptible() -> Iterator[None]:
    """Let programs that are started here hear interrupts, even where these tests run in the background."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("interruptible")
def test_an_interrupt_exits_130(silent_server: socket.socket) -> None:
    url = f"http://127.0.0.1:{silent_server.getsockname()[1]}/"
    command = [sys.executable, "-m", "summarizer", "run", url, "--allow-private-hosts"]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)  # noqa: S603
    connection, _ = silent_server.accept()
    with connection:
        connection.recv(1)  # the request is out: an interrupt while modules load can get lost in Python
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=15)
    assert process.returncode == 130
    assert "Traceback" not in err


def in_shell(line: str) -> subprocess.CompletedProcess[str]:
    """Run a line of bash in which `summarizer` is our command."""
    script = f'summarizer() {{ {shlex.quote(sys.executable)} -m summarizer "$@"; }}\n{line}'
    return subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=False)  # noqa: S603, S607


PRINTING = [
    f"run {PAGE} --format json",
    f"extract {PAGE}",
    "doctor",
    "prompts show default",
    "cache info",
    "--version",
]


@pytest.mark.parametrize("command", PRINTING)
def test_a_reader_that_leaves_early_is_no_error(command: str) -> None:
    done = in_shell(f"summarizer {command} | head -c 1; exit ${{PIPESTATUS[0]}}")
    assert done.returncode == 0
    assert len(done.stdout) == 1
    assert done.stderr.replace(f"Note: {NO_MODEL_CONFIGURED}\n", "") == ""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is always full")
@pytest.mark.parametrize("command", [*PRINTING, "--help"])
def test_a_full_disk_is_an_error_of_one_line(command: str) -> None:
    done = in_shell(f"summarizer {command} >/dev/full")
    said = "summarizer: Cannot write to standard output: No space left on device. Send the result elsewhere."
    assert (done.returncode, done.stderr.splitlines()[-1]) == (2, said)
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("command", PRINTING)
def test_a_closed_standard_output_is_an_error_of_one_line(command: str) -> None:
    done = in_shell(f"summarizer {command} >&-")
    assert done.returncode == 2
    assert done.stderr.splitlines()[-1].startswith("summarizer: Cannot write to standard output: Bad file")
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("where", ["2>&-", "2>/dev/full"])
def test_an_error_that_cannot_be_shown_still_has_its_exit_code(where: str) -> None:
    done = in_shell(f"summarizer run missing.html --verbose {where}")
    assert (done.returncode, done.stdout, done.stderr) == (3, "", "")


def test_a_closed_standard_input_cannot_be_read() -> None:
    done = in_shell("summarizer run - <&-")
    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr.startswith("summarizer: -: Standard input is closed.")
