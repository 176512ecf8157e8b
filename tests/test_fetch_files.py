"""What is read from files and standard input, and what is said of those that cannot be."""

import io
import re
from pathlib import Path

import pytest
from web_site import NEWS, Site, raw

from summarizer import FetchError, NoArticleError
from summarizer.extraction import extract
from summarizer.fetch import Page, read_source

SUFFIXES = {"a.html": "html", "a.HTM": "html", "a.txt": "text", "a.md": "markdown", "a": None}


@pytest.mark.parametrize(("name", "kind"), SUFFIXES.items())
def test_file_is_what_its_suffix_says(tmp_path: Path, name: str, kind: str | None) -> None:
    path = tmp_path / name
    path.write_bytes(NEWS)
    page = read_source(str(path))
    assert (page.content, page.url, page.name, page.media_type) == (NEWS, None, str(path), kind)


def test_dash_is_standard_input() -> None:
    assert read_source("-", stdin=io.BytesIO(NEWS)) == Page(NEWS, url=None, name="-", media_type=None)


@pytest.mark.parametrize(("source", "message"), [
    ("missing", r"There is no file missing\.$"),
    ("news.example/rents", "There is no file .* write https:// in front"),
    (".", "is a folder. Name the files in it"), ("", "No source was named"),
    ("a\0b", "Cannot read"),
    ("~nobody-by-this-name/a.txt", r"Cannot read .*[^.]\.$"),
])  # fmt: skip
def test_unreadable_file_says_why(source: str, message: str) -> None:
    with pytest.raises(FetchError, match=message):
        read_source(source)


def test_empty_source_says_that_it_is_empty(tmp_path: Path, site: Site) -> None:
    (tmp_path / "a.txt").touch()
    empty = raw(b"", "Content-Encoding: gzip")
    for page in (read_source(str(tmp_path / "a.txt")), read_source("-", stdin=io.BytesIO()), site.get(empty)):
        with pytest.raises(NoArticleError, match=f"^{re.escape(page.name)} is empty|nput is empty"):
            extract(page)
