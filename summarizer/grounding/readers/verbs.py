"""Tell English verbs by their form: those that help others, and the past."""

from summarizer.grounding.readers.lexicon.irregular import BASES

HAVE = frozenset({"has", "have", "had", "having"})
BE = frozenset("is are was were been being be am gets got get".split())
AUXILIARIES = HAVE | BE | frozenset("do does did to will would can could should may might must".split())
_NO_PASTS = frozenset("hundred red bed sacred naked shed united sled wicked biped".split())


def is_past(word: str) -> bool:
    """Tell whether `word`, in lower case, looks like the past of a verb."""
    return word in BASES or (word.endswith("ed") and not word.endswith("eed") and word not in _NO_PASTS)
