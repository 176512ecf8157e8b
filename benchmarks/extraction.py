"""Measure extraction against bare trafilatura: `python benchmarks/extraction.py DATA_DIR`.

DATA_DIR holds the article-extraction-benchmark: `html/<id>.html.gz` and `ground-truth.json`.
The score is that benchmark's own: precision, recall and F1 over 4-grams of words, averaged
over the pages. Both sides read the same bytes; every page is timed on one side and at once on the
other, in turns, so that a busy machine slows both alike. Trafilatura gets the settings that we use,
metadata included; our side also decodes, splits highlights off, filters and finds the sentences.
"""

import argparse
import gzip
import json
import logging
import re
import statistics
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from cut_output import end_with_the_reader

from summarizer.errors import NoArticleError
from summarizer.extraction import extract
from summarizer.fetch import Page

GRAM = 4
_TOKEN = re.compile(r"\w+", re.UNICODE | re.MULTILINE | re.IGNORECASE | re.DOTALL)

Read = Callable[[bytes], str]


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """Return how often each run of four words occurs; a shorter text is one shingle."""
    tokens = _TOKEN.findall(text or "")
    grams: Counter[tuple[str, ...]] = Counter()
    for start in range(max(1, len(tokens) - GRAM + 1)):
        grams[tuple(tokens[start : start + GRAM])] += 1
    return grams


def precision_recall(truth: str, found: str) -> tuple[float, float]:
    """Return the precision and recall of one page, as article-extraction-benchmark defines them."""
    expected, got = shingles(truth), shingles(found)
    shared = sum((expected & got).values())
    extra, missed = got.total() - shared, expected.total() - shared
    if not shared:
        perfect = not extra and not missed
        return float(perfect or not extra), float(perfect or not missed)
    return shared / (shared + extra), shared / (shared + missed)


def read_ours(content: bytes) -> str:
    """Return the body as our own extraction finds it."""
    try:
        return extract(Page(content, None, "page", "html", "utf-8")).article.text
    except NoArticleError as err:
        print(f"refused: {err}")
        return ""


def read_bare(content: bytes) -> str:
    """Return the body as trafilatura alone finds it."""
    from trafilatura import bare_extraction

    document = bare_extraction(content, fast=True, include_comments=False, with_metadata=True)
    return document.text or "" if document is not None and not isinstance(document, dict) else ""


def score(truths: list[str], found: list[str]) -> tuple[float, float, float]:
    """Return F1, precision and recall over all pages."""
    pairs = [precision_recall(truth, text) for truth, text in zip(truths, found, strict=True)]
    precision = statistics.fmean(pair[0] for pair in pairs)
    recall = statistics.fmean(pair[1] for pair in pairs)
    return 2 * precision * recall / (precision + recall), precision, recall


def main() -> None:
    """Print both sides of one run."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("data", type=Path, help="folder with html/ and ground-truth.json")
    parser.add_argument("--rounds", type=int, default=3, help="timed rounds over all pages (default 3)")
    options = parser.parse_args()
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    truth = json.loads((options.data / "ground-truth.json").read_text())
    names = sorted(truth)
    pages = [gzip.decompress((options.data / "html" / f"{name}.html.gz").read_bytes()) for name in names]
    sides: dict[str, Read] = {"trafilatura": read_bare, "summarizer": read_ours}
    texts: dict[str, list[str]] = {side: [read(page) for page in pages] for side, read in sides.items()}
    seconds = dict.fromkeys(sides, 0.0)
    for turn in range(options.rounds):
        for number, page in enumerate(pages):
            order = list(sides) if (turn + number) % 2 else list(reversed(sides))
            for side in order:
                started = time.process_time()
                sides[side](page)
                seconds[side] += time.process_time() - started
    print(f"{len(pages)} pages, {options.rounds} timed rounds, CPU time\n")
    print(f"{'':12} {'F1':>6} {'P':>6} {'R':>6} {'pages/s':>8}")
    for side in sides:
        f1, precision, recall = score([truth[name]["articleBody"] for name in names], texts[side])
        speed = options.rounds * len(pages) / seconds[side]
        print(f"{side:12} {f1:6.4f} {precision:6.4f} {recall:6.4f} {speed:8.1f}")
    print(f"\nspeed ratio {seconds['trafilatura'] / seconds['summarizer']:.3f} (at least 0.8 is wanted)")


if __name__ == "__main__":
    end_with_the_reader()
    main()
