"""The doctor tells what works, what does not, and never a secret."""

from pathlib import Path

import pytest
from command import PAGES, summarizer

PAGE = PAGES / "rare-earths.html"


DEAD_SERVER = "http://127.0.0.1:9/v1"


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
