"""Measure grounding: mutations caught, agreement with labelled data, speed.

    python benchmarks/grounding.py [--faithfulness DIR] [--misses]

Mutations and paraphrases are those of tests/mutation_cases.py, judged as `summarizer verify` does:
no sentence numbers given. DIR holds JSON lines as benchmarks/faithfulness.py reads them. Speed is CPU
time on texts made by seed, so that nothing is remembered from before, and as a ratio to two things
done in the same run: casefold and split of the same text, and rapidfuzz's best sentence for each item.
"""

import argparse
import random
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import product
from pathlib import Path
from statistics import fmean

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent / "tests")]

from cut_output import end_with_the_reader  # noqa: E402
from faithfulness import report  # noqa: E402
from mutation_cases import PARAPHRASES, Case, Set, Verdict, load, verdicts  # noqa: E402

from summarizer.grounding import ground  # noqa: E402
from summarizer.schema import Article, Draft, DraftHighlight, Span  # noqa: E402

SETS: tuple[Set, ...] = ("seeded", "written")
GOALS = {"seeded": "at least 97 %", "written": "no goal: opposites, plans made deeds and exchanged roles too"}
ROUNDS = 5
LONG_WORDS, LONG_ITEMS = 20_000, 200
NORMAL_WORDS, NORMAL_ITEMS = 800, 15
_SWAPPED = re.compile(r"\b[a-z]{5,}\b")


def report_mutations(*, misses: bool) -> None:
    """Print the share of mutations caught and of true bullets flagged, by set, split, kind and language."""
    for which, part in product(SETS, ("dev", "heldout")):
        found = list(verdicts(part, which))
        clean, mutated = ([v for v in found if (v.kind is None) == own] for own in (True, False))
        print(f"mutations, {which}, {part}: {len(clean)} true bullets, {len(mutated)} mutations")
        print(f"  caught  {1 - share_wrong(mutated):7.2%}  ({GOALS[which]})")
        print(f"  flagged {share_wrong(clean):7.2%}  (at most 5 %)")
        print_shares("caught by kind", mutated, lambda v: str(v.kind))
        if part == "heldout":
            continue  # its items stay unseen
        print_shares("caught by language", mutated, lambda v: v.language)
        print_shares("flagged by language", clean, lambda v: v.language)
        if misses:
            for verdict in filter(lambda v: v.wrong, found):
                print_miss(verdict)


def report_paraphrases(*, misses: bool) -> None:
    """Print the same of bullets that are worded freely, of the seeded mutations alone."""
    for part in ("dev", "heldout"):
        found = list(verdicts(part, "seeded", PARAPHRASES))
        clean, mutated = ([v for v in found if (v.kind is None) == own] for own in (True, False))
        print(f"paraphrases, {part}: {len(clean)} true bullets, {len(mutated)} mutations")
        print(f"  caught  {1 - share_wrong(mutated):7.2%}")
        print(f"  flagged {share_wrong(clean):7.2%}")
        for verdict in filter(lambda v: v.wrong, found) if misses and part == "dev" else ():
            print_miss(verdict)


def share_wrong(found: Sequence[Verdict]) -> float:
    """Return the share of wrong verdicts."""
    return fmean(verdict.wrong for verdict in found)


def print_shares(title: str, found: Sequence[Verdict], key: Callable[[Verdict], str]) -> None:
    """Print (not wrong or flagged)/all for each group of `found`."""
    every = Counter(map(key, found))
    counted = Counter(key(v) for v in found if v.item.support.label != "supported")
    print(
        f"  {title}: " + ", ".join(f"{name} {counted[name]}/{total}" for name, total in sorted(every.items()))
    )


def print_miss(verdict: Verdict) -> None:
    """Print one wrong verdict of the development split."""
    reasons = "; ".join(f"{reason.code}: {reason.detail}" for reason in verdict.item.support.reasons)
    print(f"  [{verdict.language} {verdict.kind or 'CLEAN'}] {verdict.item.text}  -- {reasons}")


def retold(sources: Sequence[Case], words: int, items: int, rng: random.Random) -> tuple[Article, Draft]:
    """Return an article of about `words` words and a draft of `items`, no sentence as it was.

    A third of the longer plain words is swapped for others of the same stock, an article's own and
    those of its bullets alike, so that lengths, names, numbers and most support stay as they come
    in news. One item in four is a false one.
    """
    stock = sorted({word for case in sources for word in _SWAPPED.findall(case.article.text)})
    text, spans, bullets, count = "", list[Span](), list[str](), 0
    while count < words:
        case = rng.choice(sources)
        told = {word: rng.choice(stock) for word in stock if rng.random() < 1 / 3}

        def retell(line: str, told: dict[str, str] = told) -> str:
            return _SWAPPED.sub(lambda m: told.get(m.group(), m.group()), line)

        bullets += map(retell, (*case.bullets * 3, *(text for _, text in case.mutations("seeded")[::5])))
        for sentence in map(retell, map(case.article.sentence, range(len(case.article.sentences)))):
            start = len(text) + bool(text)
            text = f"{text} {sentence}" if text else sentence
            spans.append(Span(start=start, end=len(text)))
            count += len(sentence.split())
            if count >= words:
                break
    chosen = tuple(DraftHighlight(text=rng.choice(bullets), sentences=()) for _ in range(items))
    return Article(text=text, language="en", sentences=tuple(spans)), Draft(highlights=chosen, claims=())


def seconds(action: Callable[[], object]) -> float:
    """Return the CPU seconds of one call."""
    started = time.process_time()
    action()
    return time.process_time() - started


def nearest_by_rapidfuzz(article: Article, draft: Draft) -> object:
    """Find the nearest sentence of each item as a fuzzy matcher does."""
    from rapidfuzz import fuzz, process

    sentences = [article.sentence(i) for i in range(len(article.sentences))]
    return [
        process.extractOne(item.text, sentences, scorer=fuzz.token_set_ratio) for item in draft.highlights
    ]


def report_speed() -> None:
    """Print CPU seconds, best of five, and what they are in terms of simpler work."""
    sources = [case for case in load() if case.part == "dev" and case.article.language == "en"]
    if not sources:
        print("speed: no articles to make texts from")
        return
    for name, words, items, limit in (
        ("normal", NORMAL_WORDS, NORMAL_ITEMS, 0.02),
        ("long", LONG_WORDS, LONG_ITEMS, 0.5),
    ):
        ours, split, fuzzy = [], [], []
        for seed in range(ROUNDS + 1):
            article, draft = retold(sources, words, items, random.Random(seed))  # noqa: S311 - no secret
            ours.append(seconds(lambda a=article, d=draft: ground(d, a)))  # type: ignore[misc]
            split.append(seconds(lambda a=article: [a.text.casefold().split() for _ in range(10)]) / 10)  # type: ignore[misc]
            fuzzy.append(seconds(lambda a=article, d=draft: nearest_by_rapidfuzz(a, d)))  # type: ignore[misc]
        best = min(ours[1:])  # the first warms up: imports, word lists
        print(
            f"speed, {name} article: {items} items, {words} words: {best * 1000:.1f} ms CPU (at most "
            f"{limit * 1000:.0f}); {best / min(split):.0f} times casefold+split of the text, "
            f"{best / min(fuzzy):.2f} times rapidfuzz's nearest sentences"
        )


def main() -> None:
    """Print all of it."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--faithfulness", type=Path, metavar="DIR", help="folder of labelled *.jsonl files")
    parser.add_argument("--misses", action="store_true", help="list the wrong verdicts of the split dev")
    options = parser.parse_args()
    report_speed()
    report_mutations(misses=options.misses)
    report_paraphrases(misses=options.misses)
    if options.faithfulness:
        report(sorted(options.faithfulness.glob("*.jsonl")))


if __name__ == "__main__":
    end_with_the_reader()
    main()
