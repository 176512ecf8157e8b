"""Arguments that cannot be read, or have no effect, are told in one line."""

import pytest
from command import PAGES, summarizer

PAGE = PAGES / "rare-earths.html"


TEXT = PAGES / "ferry-strike.txt"


DEAD_SERVER = "http://127.0.0.1:9/v1"


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
