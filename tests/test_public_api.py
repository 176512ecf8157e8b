"""The Python API: the names users import, and what they get back."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from command import PAGES

import summarizer
from summarizer import Article, NoArticleError, Page, extract, load_settings, summarize, verify
from summarizer.schema import Span, Summary

PAGE = PAGES / "rare-earths.html"
ROOT = Path(__file__).parent.parent


def test_public_names_are_pinned() -> None:
    assert sorted(summarizer.__all__) == [
        "Article", "Claim", "ConfigError", "Evidence", "Extraction", "FetchError", "Highlight", "ModelError",
        "NoArticleError", "Page", "Settings", "SummarizerError", "Summary", "Support", "extract",
        "load_settings", "summarize", "verify",
    ]  # fmt: skip
    assert all(getattr(summarizer, name) for name in summarizer.__all__)


def test_the_functions_stay_functions_when_their_modules_are_imported() -> None:
    code = "import summarizer.pipeline, summarizer; from summarizer import extract; assert callable(extract)"
    subprocess.run([sys.executable, "-c", code], check=True)  # noqa: S603


def test_a_summary_survives_its_own_json() -> None:
    summary = summarize(PAGE, load_settings(engine="extractive"))
    assert Summary.model_validate_json(summary.model_dump_json()) == summary


def test_a_page_in_memory_and_an_article_are_sources_too() -> None:
    page = Page(content=PAGE.read_bytes(), url=None, name="upload", media_type="html", charset=None)
    article = extract(page).article
    settings = load_settings(engine="extractive")
    assert summarize(page, settings).highlights == summarize(article, settings).highlights


def test_the_extractive_engine_is_deterministic() -> None:
    settings = load_settings(engine="extractive")
    first, second = (summarize(PAGE, settings) for _ in range(2))
    assert (first.highlights, first.claims) == (second.highlights, second.claims)


def test_verify_without_bullets_needs_the_publishers() -> None:
    text = "The council voted 5 to 4 on Monday."
    article = Article(text=text, language="en", sentences=(Span(start=0, end=len(text)),))
    with pytest.raises(NoArticleError, match="bullets in a file"):
        verify(article)
    assert [h.support.label for h in verify(article, ["The council voted 5 to 4."]).highlights] == [
        "supported"
    ]


def test_the_prompts_ship_in_the_wheel(tmp_path: Path) -> None:
    """A user's wheel holds the prompts, the page's template and the marker for type checkers."""
    build = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "-q",
        "--no-deps",
        "--no-build-isolation",
        "-w",
        tmp_path,
        ROOT,
    ]
    subprocess.run(build, check=True)  # noqa: S603
    names = zipfile.ZipFile(next(tmp_path.glob("*.whl"))).namelist()
    for needed in ("summarizer/_prompts/default.md", "summarizer/py.typed", "summarizer/render/page.html.j2"):
        assert needed in names
