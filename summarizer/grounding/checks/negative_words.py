"""Find what says no without a "not": "refused", "impossible", "jobless"."""

import re
from collections.abc import Sequence
from functools import lru_cache

from summarizer.grounding.checks.clauses import Analysis
from summarizer.grounding.readers.lexicon.opposites import NEGATIVE
from summarizer.grounding.readers.stems import lemma

_NEGATIVE_FORM = re.compile(
    r"un(?!der|i|ti|less|cl|a$|o$)\w{3}|non-|dis(?:agre|allow|approv|appear|band|contin|qualif|regard|solv|charg|connect)"
    r"|in(?:activ|accur|complet|capab|eligib|adequ|suffic|valid|visib|abil|conclus)|im(?:possib|probab|proper)|il(?:leg|lic)"
    r"|ir(?:regul|relev)|(?!unless|never)\w+less$"
)
NEGATIVE_STEMS = frozenset(lemma(word, "en") for word in NEGATIVE)
_NEAR = 5  # words
_SHARED_WORDS = 2  # around what is denied on either side


@lru_cache(maxsize=4096)
def says_no(stem: str) -> bool:
    """Tell whether a word says no by itself, by a list or by how it is made: "refuse", "illegal"."""
    return stem in NEGATIVE_STEMS or _NEGATIVE_FORM.match(stem) is not None


def is_negative(analysis: Analysis) -> bool:
    """Tell whether anything in the text says no, in whatever form."""
    return any(cue.kind == "negation" for cue in analysis.cues) or any(map(says_no, analysis.lemmas))


def is_denied_otherwise(item: Analysis, token: int, evidence: Sequence[Analysis]) -> bool:
    """Tell whether the evidence says no to the same thing in other words: "rejected", "failed to"."""
    around = {
        item.lemmas[i] for i in range(max(token - 8, 0), min(token + 9, len(item.lemmas))) if item.content[i]
    }
    own = {cue.start for cue in item.negated[token]}
    rest = (i for i in range(len(item.tokens)) if i != token and item.tokens[i].start not in own)
    repeated = {item.lemmas[i] for i in rest if item.content[i]}
    for sentence in evidence:
        if not is_negative(sentence):
            continue
        for place, stem in enumerate(sentence.lemmas):
            if stem in repeated:
                continue  # the item says that no itself
            if says_no(stem) or place in sentence.negated:
                near = {
                    sentence.lemmas[i] for i in range(max(place - 6, 0), min(place + 7, len(sentence.lemmas)))
                }
                if len(near & around) >= _SHARED_WORDS or (near & around and len(around) <= _SHARED_WORDS):
                    return True
    return False


def is_denied_near(analysis: Analysis, place: int, sentence: Analysis) -> bool:
    """Tell whether a word that says no stands close to the word at `place`, in its clause.

    One that `sentence`, of the evidence, has too stands there for something else: "the drug prevents".
    """
    near = range(max(place - _NEAR, 0), min(place + _NEAR + 1, len(analysis.lemmas)))
    own = analysis.segments[place]
    denied = (cue for cue in analysis.cues if cue.kind == "negation")
    if any(
        analysis.segment_at(cue.start) == own
        and (cue.sense in {"not", "deny"} or not analysis.stems_of(cue).issubset(sentence.lemmas))
        for cue in denied
    ):
        return True
    return any(
        (
            (says_no(analysis.lemmas[i]) and analysis.lemmas[i] not in sentence.lemmas)
            or analysis.tokens[i].lower.endswith("n't")
        )
        and analysis.segments[i] == own
        for i in near
    )
