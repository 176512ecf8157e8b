"""Tell whether a verb reports speech, and whether its subject stands before or after it."""

from summarizer.grounding.readers.lexicon.phrases import BOUNDARIES, JOINS, NOUNS_TOO, SAYS
from summarizer.grounding.readers.lexicon.reporting import PRONOUNS
from summarizer.grounding.readers.noun_phrases import FINITE, QUOTE_CLOSES, STOP
from summarizer.grounding.readers.subjects import Subjects

_MAX_INVERTED_REST = 8
_NOUNS = NOUNS_TOO | {"pledges"}
_OPENINGS = (BOUNDARIES - JOINS) | {"than"}  # "when asked", "as reported"


class Reports(Subjects):
    """Judges a word of one text that may be a reporting verb by the words around it."""

    def _may_report(self, index: int, before: int, previous: str, following: str) -> bool:
        """Tell a reporting verb from a participle, a noun, and a verb of another meaning."""
        verb = self._tokens[index].lower
        if before < 0:  # "Reported revenue fell", "Asked in May about"; German "Versicherte sollen"
            return self._language not in {"en", "de"} or (verb in SAYS and self._language == "en")
        if self._gaps[before + 1].isspace():
            if previous in _OPENINGS:
                return False
            if verb.endswith("ing") and previous in self._prepositions:  # "such as suggesting a change"
                return False
        if verb in _NOUNS and (
            previous.endswith(("'s", "’s")) or (previous in JOINS and "," in self._gaps[before])
        ):
            return False  # "the ministry's claim", "access, and pledges to"
        return not (verb == "went" and following != "on") and following != "out"

    def _inverts(self, index: int, gap: str) -> bool:
        """Tell ", said X." from "X, the mayor, said …"."""
        if index + 1 >= len(self._tokens) or not self._gaps[index + 1].isspace():
            return False
        following = self._tokens[index + 1]
        alone = index + 2 >= len(self._tokens) or not self._gaps[index + 2].isspace()
        if following.lower in PRONOUNS and not alone and not QUOTE_CLOSES.search(gap):
            return False  # "Ann Lee, the mayor, said she told …"
        if QUOTE_CLOSES.search(gap) and self._names_between(index + 1, self._phrase_end(index + 1)):
            return True  # "…", said lung specialist Henrik Baas
        stop = self._phrase_end(index + 1)
        if not (
            following.text[0].isupper() or following.lower in self._determiners or following.lower in PRONOUNS
        ):
            return self._names_somebody(index, stop)
        if QUOTE_CLOSES.search(gap):
            return True
        if self._tokens[index].lower not in SAYS and not self._german:
            return False
        if self._goes_on(stop):
            return False
        rest = self._tokens[index + 1 : stop]
        return (
            not any(map(self._is_verb, range(index + 2, stop)))
            and len(rest) <= _MAX_INVERTED_REST
            and not any(FINITE.match(token.lower) for token in rest)
        )

    def _names_somebody(self, index: int, stop: int) -> bool:
        """Tell ", said study author Ann Lee." from ", said costs at Acme would rise."."""
        names = self._names_between(index + 1, stop)
        ends = stop >= len(self._tokens) or STOP.search(self._gaps[stop]) is not None
        return (
            self._tokens[index].lower in SAYS
            and bool(names)
            and ends
            and names[-1].end == self._tokens[stop - 1].end
            and not any(map(self._is_verb, range(index + 1, stop)))
        )

    def _goes_on(self, stop: int) -> bool:
        """Tell "X, a firm, said an engine that ran hotter had failed": a verb follows what "that" begins."""
        if (
            stop >= len(self._tokens)
            or not self._gaps[stop].isspace()
            or self._tokens[stop].lower not in self._that
        ):
            return False
        for index in range(stop + 1, len(self._tokens)):
            if STOP.search(self._gaps[index]):
                return False
            if FINITE.match(self._tokens[index].lower) and not self._tokens[index].lower.endswith("ed"):
                return True
        return False
