"""The command line: what is printed where, and with which exit code it ends."""

import json
import re
import shlex
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from command import PAGES, summarizer

from summarizer.pipeline import NO_MODEL_CONFIGURED

PAGE = PAGES / "rare-earths.html"
TEXT = PAGES / "ferry-strike.txt"
LEAKY_PAGE = PAGE.with_name("quarterly-results.html")
DEAD_SERVER = "http://127.0.0.1:9/v1"


@pytest.fixture
def silent_server() -> Iterator[socket.socket]:
    """Give a server that takes connections and never answers."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(30)
        yield server


def test_help_imports_nothing_heavy() -> None:
    """`summarizer --help` is instant because no library behind a command is loaded for it."""
    heavy = [
        "openai",
        "instructor",
        "pydantic",
        "trafilatura",
        "sqlalchemy",
        "jinja2",
        "rich",
        "summarizer.pipeline",
    ]
    code = f"import sys, summarizer.cli; sys.exit(' '.join(m for m in {heavy} if m in sys.modules) or None)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)  # noqa: S603
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("command", ["run", "extract", "verify", "doctor", "prompts", "cache"])
def test_every_command_has_help(command: str) -> None:
    done = summarizer(command, "--help")
    assert done.returncode == 0
    assert "Usage:" in done.stdout


def test_run_prints_the_result_on_stdout_and_the_engine_note_on_stderr() -> None:
    done = summarizer("run", PAGE)
    assert done.returncode == 0
    assert "Meng Fanying" in done.stdout
    assert "extractive engine was used" in done.stderr
    assert "extractive engine was used" in done.stdout  # and in the output's own footer


def test_json_keeps_the_contract() -> None:
    summary = json.loads(summarizer("run", PAGE, "--format", "json", "--highlights", "4").stdout)
    assert list(summary) == ["schema_version", "article", "highlights", "claims", "run"]
    assert summary["schema_version"] == "1"
    assert set(summary["article"]) == {
        "url", "title", "authors", "published", "site", "language", "text", "text_sha256", "sentences",
        "publisher_highlights",
    }  # fmt: skip
    assert len(summary["highlights"]) == 4
    assert set(summary["highlights"][0]) == {"id", "text", "evidence", "support"}
    assert set(summary["run"]) == {
        "engine", "model", "prompt", "prompt_sha256", "usage", "duration_s", "cached", "warnings",
    }  # fmt: skip
    text = summary["article"]["text"]
    spans = [e for item in summary["highlights"] + summary["claims"] for e in item["evidence"]]
    assert spans
    assert all(text[e["start"] : e["end"]] == e["quote"] for e in spans)


def test_several_sources_print_one_json_object_a_line() -> None:
    done = summarizer("run", PAGE, TEXT, "--format", "json")
    assert [json.loads(line)["schema_version"] for line in done.stdout.splitlines()] == ["1", "1"]


def test_one_bad_source_does_not_stop_the_others() -> None:
    done = summarizer("run", "missing.html", TEXT, "--format", "json")
    assert done.returncode == 3
    assert json.loads(done.stdout)["highlights"]
    assert "missing.html" in done.stderr


def test_the_exit_code_of_several_failures_is_the_worst(tmp_path: Path) -> None:
    empty = tmp_path / "empty.html"
    empty.write_text("<html><body><p>Please enable JavaScript to continue.</p></body></html>")
    done = summarizer("run", empty, "missing.html")
    assert (done.returncode, done.stdout) == (4, "")


def test_claims_can_be_left_out() -> None:
    summary = json.loads(summarizer("run", PAGE, "--format", "json", "--no-claims").stdout)
    assert summary["claims"] == []
    assert summary["highlights"]


def test_a_page_comes_in_through_standard_input() -> None:
    done = summarizer("run", "-", "--format", "json", stdin=PAGE.read_text(encoding="utf-8"))
    assert json.loads(done.stdout)["article"]["title"]


def test_out_writes_the_file_and_nothing_to_stdout(tmp_path: Path) -> None:
    out = tmp_path / "deep" / "page.html"
    done = summarizer("run", PAGE, "--format", "html", "--out", out)
    assert (done.returncode, done.stdout) == (0, "")
    assert out.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert [path.name for path in out.parent.iterdir()] == ["page.html"]


@pytest.mark.parametrize(
    ("args", "code", "message"),
    [
        (("run", "--engine", "magic", str(PAGE)), 2, "magic"),
        (("run", "--highlights", "99", str(PAGE)), 2, "highlights"),
        (("run", "--engine", "llm", str(PAGE)), 2, "OPENAI_API_KEY"),
        (("run", "--format", "html", str(PAGE), str(TEXT)), 2, "one page"),
        (("run",), 2, "SOURCE"),
        (("verify", str(PAGE)), 2, "--publisher"),
        (("verify", str(PAGE), "--bullets", "missing.txt"), 2, "missing.txt"),
        (("verify", "-", "--bullets", "-"), 2, "standard input"),
        (("prompts", "show", "missing"), 2, "missing"),
        (("run", "missing.html"), 3, "missing.html"),
        (("run", "ftp://example.com/a"), 3, "http"),
        (("run", "http://127.0.0.1:9/a"), 3, "--allow-private-hosts"),
        (("verify", str(TEXT), "--publisher"), 4, "bullets in a file"),
        (("run", str(PAGE), "--engine", "llm", "--base-url", DEAD_SERVER, "--model", "m"), 5, "running"),
    ],
)
def test_a_failure_is_one_line_with_the_next_step(args: tuple[str, ...], code: int, message: str) -> None:
    done = summarizer(*args, env={"SUMMARIZER_DEADLINE_S": "3"})
    assert (done.returncode, done.stdout) == (code, "")
    assert message in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (
            ("run", "a.html", "--engin", "llm"),
            "No such option: --engin. Did you mean --engine? See `summarizer run --help`.",
        ),
        (("run", "a.html", "--xyz"), "No such option: --xyz. See `summarizer run --help`."),
        (
            ("extract", "a.html", "--format", "pdf"),
            "Invalid value for '--format': 'pdf' is not one of 'text', 'markdown', 'json'. See `summarizer extract --help`.",
        ),
        (
            ("run", "a.html", "--highlights", "x"),
            "Invalid value for '--highlights': should be a valid integer, unable to parse string as an integer. See `summarizer run --help`.",
        ),
        (("run",), "Missing argument 'SOURCE'. See `summarizer run --help`."),
        (("run", "a.html", "--out"), "Option '--out' requires an argument. See `summarizer --help`."),
        (("runn", "a.html"), "No such command 'runn'. Did you mean 'run'? See `summarizer --help`."),
        (("eval", "blss"), "No such command 'blss'. Did you mean 'bless'? See `summarizer eval --help`."),
        (
            ("extract", "a.html", "b.html"),
            "Got unexpected extra argument(s) (b.html). See `summarizer extract --help`.",
        ),
        (
            ("extract", "a.html", "https://me:hidden@a.example/"),
            "Got unexpected extra argument(s) (https://a.example/). See `summarizer extract --help`.",
        ),
        (
            ("run", "--\x1b[31m\nred"),
            "No such option: --\\x1b[31m\\x0ared. See `summarizer run --help`.",
        ),
    ],
)
def test_arguments_that_cannot_be_read_are_an_error_of_one_line(args: tuple[str, ...], said: str) -> None:
    done = summarizer(*args)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"summarizer: {said}\n")


@pytest.mark.parametrize(
    ("source", "meant"),
    [
        ("page.html", "page.html"),
        ("news/page", "news/page"),
        (str(PAGE), str(PAGE)),
        ("-", "-"),
        ("my page.html", "'my page.html'"),
        ("https://me:hidden@a.example/?a&b", "'https://a.example/?a&b'"),
        ("a\x1b[2J\n.html", "'a[2J .html'"),
    ],
)
def test_an_article_without_a_command_is_answered_with_the_command(source: str, meant: str) -> None:
    done = summarizer(source)
    said = f"No command was given. Did you mean `summarizer run {meant}`? See `summarizer --help`."
    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"summarizer: {said}\n")


@pytest.mark.parametrize("args", [(), ("eval",), ("cache",)])
def test_who_asks_for_nothing_is_shown_the_help(args: tuple[str, ...]) -> None:
    done = summarizer(*args)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("Usage: " + " ".join(("summarizer", *args)))
    assert "\nCommands:\n" in done.stderr


def test_verbose_shows_the_traceback() -> None:
    done = summarizer("run", "missing.html", "--verbose")
    assert done.returncode == 3
    assert "Traceback" in done.stderr


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"%PDF-1.7 the mayor said", "a PDF"),
        (b"PK\x03\x04 the mayor said", "an office document"),
        (b"\x7fELF\x02\x01\x01" + bytes(200), "a binary file"),
        (bytes(range(1, 256)), "a binary file"),
    ],
)
def test_bullets_in_a_file_that_is_no_text_are_refused(tmp_path: Path, content: bytes, what: str) -> None:
    bullets = tmp_path / "bullets"
    bullets.write_bytes(content)
    done = summarizer("verify", TEXT, "--bullets", bullets)
    assert (done.returncode, done.stdout) == (2, "")
    assert f"{what}, not a list of bullets" in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_page_in_place_of_the_bullets_is_refused_with_the_question_whether_they_were_swapped() -> None:
    done = summarizer("verify", TEXT, "--bullets", PAGE)
    question = "Did you swap the article and --bullets?"
    said = f"summarizer: {PAGE} is an HTML page, not a list of bullets. {question}\n"
    assert (done.returncode, done.stdout, done.stderr) == (2, "", said)


def test_verify_sets_the_wrong_bullet_apart(tmp_path: Path) -> None:
    """Of two bullets that differ in one name, the wrong one stands under "Check before use"."""
    bullets = tmp_path / "bullets.txt"
    extracted = summarizer("extract", TEXT).stdout
    sentence = re.split(r"(?<=[.!?])\s", extracted.split("\n\n")[1])[0]
    bullets.write_text(f"- {sentence}\n\n2. {sentence[:-1]}, said Olaf Ringdal-Vasquez.\n", encoding="utf-8")
    summary = json.loads(summarizer("verify", TEXT, "--bullets", bullets, "--format", "json").stdout)
    first, second = (h["support"]["label"] for h in summary["highlights"])
    assert first == "supported"
    assert second != "supported"
    assert summarizer("verify", TEXT, "--bullets", bullets, "--fail-on-unsupported").returncode == 1


def test_the_publishers_own_highlights_can_be_verified() -> None:
    summary = json.loads(summarizer("verify", PAGE, "--publisher", "--format", "json").stdout)
    assert [h["text"] for h in summary["highlights"]] == summary["article"]["publisher_highlights"]


def test_extract_shows_what_was_taken_out() -> None:
    extraction = json.loads(summarizer("extract", LEAKY_PAGE, "--format", "json").stdout)
    assert extraction["removed"]
    assert {"text", "rule"} == set(extraction["removed"][0])


def test_doctor_tells_what_works_and_never_the_key() -> None:
    done = summarizer("doctor", env={"OPENAI_API_KEY": "sk-very-secret", "OPENAI_BASE_URL": DEAD_SERVER})
    assert done.returncode == 5
    assert DEAD_SERVER in done.stdout
    assert "very-secret" not in done.stdout + done.stderr


@pytest.mark.parametrize(
    ("variable", "value", "message"),
    [
        ("ALL_PROXY", "socks5://127.0.0.1:9", "SOCKS"),
        ("ALL_PROXY", "gopher://me:hidden@127.0.0.1", "proxy"),
        ("SSL_CERT_FILE", "missing.pem", "SSL_CERT_FILE"),
        ("SSL_CERT_FILE", str(PAGE), "SSL_CERT_FILE"),
    ],
)
@pytest.mark.parametrize("args", [("doctor",), ("run", str(PAGE))])
def test_an_environment_that_no_connection_can_be_made_in_is_a_wrong_setting(
    args: tuple[str, ...], variable: str, value: str, message: str
) -> None:
    done = summarizer(*args, "--verbose", env={variable: value, "OPENAI_BASE_URL": "https://127.0.0.1:9/v1"})
    last = done.stderr.splitlines()[-1]
    assert done.returncode == 2
    assert last.startswith("summarizer: ")
    assert message in last
    assert "hidden" not in done.stdout + done.stderr
    plainly = summarizer(*args, env={variable: value, "OPENAI_BASE_URL": "https://127.0.0.1:9/v1"})
    assert plainly.stderr == f"{last}\n"


def test_a_secret_in_the_config_file_is_not_repeated_when_its_name_is_misspelt(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text('apikey = "sk-very-secret"\n')
    done = summarizer("run", PAGE, "--verbose")
    assert done.returncode == 2
    assert "very-secret" not in done.stderr


def test_doctor_without_a_model_is_fine() -> None:
    done = summarizer("doctor")
    assert done.returncode == 0
    assert "extractive" in done.stdout


@pytest.mark.parametrize(
    ("variable", "value", "said"),
    [
        ("SUMMARIZER_PROMPT", "nope", "There is no prompt 'nope'. There are: default, "),
        ("SUMMARIZER_PROMPT", "./nope.md", "There is no prompt file ./nope.md."),
        ("SUMMARIZER_CACHE_DIR", str(PAGE), f"The cache {PAGE}/cache.sqlite cannot be used: "),
    ],
)
def test_doctor_tells_of_a_prompt_or_a_cache_that_cannot_be_used_and_shows_the_rest(
    variable: str, value: str, said: str
) -> None:
    done = summarizer("doctor", env={variable: value})
    assert done.returncode == 2
    assert done.stderr.startswith(f"summarizer: {said}")
    assert done.stderr.count("\n") == 1
    assert "\nversions " in done.stdout


def test_doctor_does_not_mind_a_cache_that_is_off_and_a_prompt_in_a_file(tmp_path: Path) -> None:
    (tmp_path / "own.md").write_text(summarizer("prompts", "show", "default").stdout, encoding="utf-8")
    own = {"SUMMARIZER_PROMPT": str(tmp_path / "own.md")}
    done = summarizer("doctor", env={**own, "SUMMARIZER_CACHE": "false", "SUMMARIZER_CACHE_DIR": str(PAGE)})
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(
    ("flags", "unused"),
    [
        (("--model", "m", "--prompt", "nope"), "--model, --prompt"),
        (("--engine", "extractive", "--base-url", DEAD_SERVER), "--base-url"),
    ],
)
def test_flags_of_the_llm_that_the_extractive_engine_does_not_use_are_named(
    flags: tuple[str, ...], unused: str
) -> None:
    done = summarizer("run", TEXT, *flags)
    assert done.returncode == 0
    assert done.stderr.splitlines()[0] == f"Warning: No effect on the extractive engine: {unused}."


def test_settings_of_the_llm_that_the_extractive_engine_does_not_use_may_stand() -> None:
    env = {"SUMMARIZER_MODEL": "m", "OPENAI_BASE_URL": DEAD_SERVER, "SUMMARIZER_PROMPT": "own.md"}
    assert summarizer("run", TEXT, "--engine", "extractive", env=env).stderr == ""


def test_prompts_are_listed_with_their_hashes_and_shown() -> None:
    listed = summarizer("prompts", "list").stdout
    assert re.search(r"^default +v\d+ +sha256:[0-9a-f]{12} ", listed, re.MULTILINE)
    assert "purpose" in summarizer("prompts", "show", "default").stdout


def test_the_cache_is_shown_and_cleared() -> None:
    assert "0 answers" in summarizer("cache", "info").stdout
    assert summarizer("cache", "clear").stdout == "Forgot 0 answers.\n"


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


def test_flags_win_over_environment_over_config_file(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text("highlights = 2\nclaims = false\n")

    def count(*args: str, **env: str) -> int:
        done = summarizer("run", PAGE, "--format", "json", *args, env=env)
        return len(json.loads(done.stdout)["highlights"])

    assert count() == 2
    assert count(SUMMARIZER_HIGHLIGHTS="3") == 3
    assert count("--highlights", "4", SUMMARIZER_HIGHLIGHTS="3") == 4


def test_a_broken_config_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text("highlights = = 2\n")
    done = summarizer("run", PAGE)
    assert done.returncode == 2
    assert "config.toml" in done.stderr


def test_out_writes_through_a_link(tmp_path: Path) -> None:
    target, link = tmp_path / "target.txt", tmp_path / "link.txt"
    link.symlink_to(target)
    assert summarizer("run", TEXT, "--format", "text", "--out", link).returncode == 0
    assert link.is_symlink()
    assert target.read_text(encoding="utf-8").startswith("Island ferries")


def test_a_password_in_an_address_is_not_printed() -> None:
    assert "secret" not in summarizer("run", "http://user:secret@example.com/a").stderr
