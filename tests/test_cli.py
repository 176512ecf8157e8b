"""The command line: what is printed where, and with which exit code it ends."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from command import PAGES, summarizer

PAGE = PAGES / "rare-earths.html"
TEXT = PAGES / "ferry-strike.txt"
LEAKY_PAGE = PAGE.with_name("quarterly-results.html")
DEAD_SERVER = "http://127.0.0.1:9/v1"


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


def test_a_secret_in_the_config_file_is_not_repeated_when_its_name_is_misspelt(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text('apikey = "sk-very-secret"\n')
    done = summarizer("run", PAGE, "--verbose")
    assert done.returncode == 2
    assert "very-secret" not in done.stderr


def test_prompts_are_listed_with_their_hashes_and_shown() -> None:
    listed = summarizer("prompts", "list").stdout
    assert re.search(r"^default +v\d+ +sha256:[0-9a-f]{12} ", listed, re.MULTILINE)
    assert "purpose" in summarizer("prompts", "show", "default").stdout


def test_the_cache_is_shown_and_cleared() -> None:
    assert "0 answers" in summarizer("cache", "info").stdout
    assert summarizer("cache", "clear").stdout == "Forgot 0 answers.\n"


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
