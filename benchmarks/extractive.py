"""Compare what the extractive engine's highlights hold of good bullets with what lead-N holds.

The reference is the clean bullets of the mutation set (ten an article, written before the
engine). Per article: the share of their content stems (recall), the share of the chosen
text's stems that some bullet has (precision), and F1, at the same number of sentences.

    python benchmarks/extractive.py [dev|heldout]
"""

import json
import sys
from pathlib import Path
from statistics import mean

from cut_output import end_with_the_reader

from summarizer.config import load_settings
from summarizer.engines.extractive import ExtractiveEngine
from summarizer.extraction.sentences import split
from summarizer.grounding.reading import Reading
from summarizer.schema import Article

MUTATIONS = Path(__file__).parent.parent / "tests" / "data" / "mutations"


def main() -> None:
    """Print both systems' scores side by side."""
    part = sys.argv[1] if len(sys.argv) > 1 else "dev"
    engine = ExtractiveEngine(load_settings(engine="extractive"))
    rows = []
    for path in sorted(MUTATIONS.glob("*.json")):
        data = json.loads(path.read_text(encoding="utf-8"))
        if data["split"] != part:
            continue
        fields = {name: data[name] for name in ("language", "title", "published", "text")}
        article = Article(**fields, sentences=split(data["text"], data["language"]))
        chosen = [h.text for h in engine.propose(article).draft.highlights]
        lead = [article.sentence(i) for i in range(min(len(chosen), len(article.sentences)))]
        gold = stems(" ".join(b["text"] for b in data["bullets"]), data["language"])
        rows.append(
            (data["id"], *score(chosen, gold, data["language"]), *score(lead, gold, data["language"]))
        )
        print(f"{rows[-1][0]:<40}", " ".join(f"{value:.3f}" for value in rows[-1][1:]))
    means = [mean(column) for column in list(zip(*rows, strict=True))[1:]]
    print(f"{'mean (extractive R P F1, lead R P F1)':<40}", " ".join(f"{value:.3f}" for value in means))


def score(texts: list[str], gold: frozenset[str], language: str) -> tuple[float, float, float]:
    """Return recall, precision and F1 of content stems."""
    found = stems(" ".join(texts), language)
    recall, precision = len(found & gold) / len(gold), len(found & gold) / max(len(found), 1)
    return recall, precision, 2 * recall * precision / max(recall + precision, 1e-9)


def stems(text: str, language: str) -> frozenset[str]:
    """Return the content stems of `text`."""
    return frozenset(word.stem for word in Reading(text, language).words if not word.function)


if __name__ == "__main__":
    end_with_the_reader()
    main()
