"""ROUGE recall (Lin 2004) with a tokenizer for every script.

Recall within a length limit follows what readers find covered; precision and F1 hardly do. It
says nothing about truth: a dropped "not" costs next to nothing here.
"""

import unicodedata
from collections import Counter
from collections.abc import Sequence

import regex
from rapidfuzz.distance import LCSseq

# A character of a script without spaces is a token; elsewhere a run of letters, marks and digits is.
_SCRIPTS = r"\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}"
_UNSPACED = regex.compile(rf"[{_SCRIPTS}]")
_TOKEN = regex.compile(rf"[{_SCRIPTS}]|[\p{{L}}\p{{M}}\p{{N}}--[{_SCRIPTS}]]+", regex.V1)


def tokens(text: str) -> list[str]:
    """Return the words of `text`, compatibility forms and letter case folded."""
    return _TOKEN.findall(unicodedata.normalize("NFKC", text).casefold())


def word_count(text: str) -> int:
    """Return about how many words `text` has; two characters count as a word in scripts without spaces."""
    found = tokens(text)
    unspaced = sum(_UNSPACED.fullmatch(token) is not None for token in found)
    return len(found) - unspaced + (unspaced + 1) // 2


def rouge_n(system: Sequence[str], gold: Sequence[str], n: int) -> float:
    """Return the share of the gold's runs of `n` tokens that the system has, 0..1.

    Runs do not cross from one text to the next. 0 when the gold has none.
    """
    wanted, held = _runs(gold, n), _runs(system, n)
    total = wanted.total()
    return (wanted & held).total() / total if total else 0.0


def rouge_l(system: Sequence[str], gold: Sequence[str]) -> float:
    """Return the share of the gold's tokens in the union of its longest common subsequences, 0..1.

    The summary-level form of the paper: each gold text against every text of the system.
    """
    said = [tokens(text) for text in system]
    found = total = 0
    for wanted in map(tokens, gold):
        total += len(wanted)
        kept: set[int] = set()
        for one in said:
            blocks = LCSseq.opcodes(wanted, one)
            kept |= {i for op in blocks if op.tag == "equal" for i in range(op.src_start, op.src_end)}
        found += len(kept)
    return found / total if total else 0.0


def _runs(texts: Sequence[str], n: int) -> Counter[tuple[str, ...]]:
    runs: Counter[tuple[str, ...]] = Counter()
    for text in texts:
        words = tokens(text)
        runs.update(zip(*(words[i:] for i in range(n)), strict=False))
    return runs
