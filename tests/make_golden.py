"""Write the golden files anew, then look at what changed: `python tests/make_golden.py; git diff`."""

from pathlib import Path

import samples

from summarizer.render import render, render_extraction
from summarizer.schema import Extraction, RemovedLine, Summary

FOLDER = Path(__file__).parent / "data" / "golden"
SUMMARIES = {"bridge": samples.summary, "hostile": samples.hostile, "arabic": samples.arabic}
SUFFIXES = {"markdown": "md", "text": "txt", "json": "json", "html": "html", "slack": "slack.json"}


def extraction() -> Extraction:
    """Return the invented article as `extract` would."""
    removed = (RemovedLine(text="Share this on \x1b[1mFriendface", rule="share"),)
    return Extraction(article=samples.article(), removed=removed, warnings=("No author in the page.",))


def golden() -> dict[str, str]:
    """Return what each golden file has to hold."""
    pages = {
        f"{name}.{suffix}": _rendered(make(), form)
        for name, make in SUMMARIES.items()
        for form, suffix in SUFFIXES.items()
    }
    pages["bridge.line.json"] = render(samples.summary(), "json", compact=True)
    for form in ("markdown", "text", "json"):
        pages[f"extraction.{SUFFIXES[form]}"] = render_extraction(extraction(), form)  # type: ignore[arg-type]
    return pages


def _rendered(summary: Summary, form: str) -> str:
    return render(summary, form)  # type: ignore[arg-type]


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, page in golden().items():
        FOLDER.joinpath(name).write_text(page + "\n", encoding="utf-8", newline="")
