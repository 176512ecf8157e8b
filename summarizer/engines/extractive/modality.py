"""Tell in what mood a claim is made: stated, doubted, foretold or on condition."""

import re

from summarizer.grounding.readers.attribution import Attribution
from summarizer.grounding.readers.cues import Cue
from summarizer.grounding.reading import Reading
from summarizer.schema import Modality

# Of the words for what is intended: those by which somebody says that he will do it. To demand, to try or to
# have agreed is a fact.
_WILL_DO = re.compile(
    r"(?:plan|aim|intend|hop(?:e|ing)|want|vow|pledg|promis|prepar|ready to|would like to|"
    r"will|woll|beabsichtig|hoff|streb|möcht|geplant|kündig|ankündig|angekündigt|plane|prev[éi]|pretend|quier|quer|"
    r"esper|busca|prévo|envisag|compt|veu|voul|souhait|espèr|entend|cherche|prevede|vuol|vogl|progett|intend|planej|"
    r"wil|gepland|beoog|hoop|планир|намер|собира|хоч|хот|计划|計劃|打算|拟|擬|希望|力争|旨在|"
    r"計画|予定|方針|目指|意向|يعتزم|تعتزم|يخطط|تخطط|ينوي|تنوي|योजना|चाह)",
    re.IGNORECASE,
)
_NOUNS = re.compile(
    r"(?:plans?|hopes?|promises?|offers?|requests?|demands?|claims?|attempts?|proposals?|drafts?|speculation|"
    r"allegations?|accusations?|suspicions?|suspicion of|predictions?|forecasts?|outlook|risks?|urges?)",
    re.IGNORECASE,
)
_BEFORE_NOUN = re.compile(
    r"(?:\b(?:the|an?|this|that|these|those|its|his|her|their|no|of|for|against|on|in|with|by|from|about|any|some|"
    r"such|new|budget|original|rejected|dropped|criticised|criticized|under|to)|['’]s|s['’])\s(?:\w+\s)?$",
    re.IGNORECASE,
)
_PART_OF_NAME = re.compile(r"\b(?:the|an?|its|his|her|their|of|at|than|as)\s(?:\w+\s)?$", re.IGNORECASE)
_ASKED = re.compile(
    r"\b(?:say|said|says|ask(?:ed|s)?|know[ns]?|decided?|clear|see|tell|told|answer(?:ed)?|wonder\w*|unclear)\b"
    r"[^,;]{0,25}\b(?:when|whether|if|how|where|what|why)\b[^,;]*$",
    re.IGNORECASE,
)
_NOT = re.compile(r"\s*(?:not\b|n['’]t\b)", re.IGNORECASE)


def read_modality(reading: Reading, said: Attribution | None) -> Modality:
    """Return the mood of what is claimed, not of saying it."""
    cues = [cue for cue in reading.cues if _counts(reading.text, cue)]
    if said is not None and said.content[1] - said.content[0] > len(said.verb):
        inside = [cue for cue in cues if said.content[0] <= cue.start < said.content[1]]
        cues = inside or [cue for cue in cues if cue.kind == "condition"]
    kinds = {cue.kind for cue in cues}
    if "condition" in kinds:
        return "conditional"
    if any(cue.kind == "hedge" and cue.sense in {"possible", "alleged"} for cue in cues):
        return "hedged"
    planned = any(cue.sense == "planned" for cue in cues)
    return "predicted" if planned or "prediction" in kinds else "asserted"


def _counts(text: str, cue: Cue) -> bool:
    """Whether a cue says something of the claim: "plans to build", not "against the plan"."""
    before, after = text[: cue.start], text[cue.end :]
    words = cue.text.lower()
    to = words.endswith(" to") or re.match(r"\s+to\b", after) is not None
    if cue.kind == "negation" or cue.sense == "proposed":
        return False
    if _NOUNS.fullmatch(words) and not to and _BEFORE_NOUN.search(before):
        return False
    if cue.kind in {"prediction", "condition"} and _ASKED.search(before + cue.text):
        return False
    if cue.sense == "planned":
        english = words.isascii() and re.match(r"(?:plan|want|hope|promis|pledg|vow|aim|prepar)", words)
        return bool(_WILL_DO.match(words)) and (to or not english)
    if words == "expected" and _PART_OF_NAME.search(before):
        return False
    if words == "could":
        return _NOT.match(after) is None
    return words not in {"should", "sollte", "sollten"}
