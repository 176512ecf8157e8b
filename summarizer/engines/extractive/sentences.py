"""Which sentences of an article can be used at all, and what is known of each."""

import re
from dataclasses import dataclass

from summarizer.engines.extractive.leaning import leans
from summarizer.grounding.index import ArticleIndex
from summarizer.grounding.reading import Reading

_PRONOUN = re.compile(r"\b(?:he|she|his|her|they|their)\b")
# The publication speaking of itself or to its readers.
PROMOTION = re.compile(
    r"\b(?:subscrib\w+|sign up|newsletter|"
    r"our (?:readers?|coverage|reporting|team|podcast|app|site|website|analysis)|"
    r"(?:are|have) you\b|click here|read (?:more|our)|follow us|join us|download|"
    r"abonnieren\w*|suscr[ií]b\w+|abonnez|inscrivez)\b|"
    r"订阅|关注我们|購読",
    re.IGNORECASE,
)
# Orders to the machines that read the page: no news, and nothing to repeat.
_ORDER = re.compile(
    r"\b(?:AI|LLM|artificial intelligence|language model|automated|chat\s?bot)s?"
    r"(?: (?:system|assistant|model|reader|agent|tool)s?)?\b.{0,80}\b(?:must|should|shall|ignore)\b"
    r"|\bignore (?:all |any )?(?:previous|prior|other) (?:instructions|rules)",
    re.IGNORECASE,
)
# The publication correcting itself: that is no news.
_CORRECTION = re.compile(
    r"^(?:correction|clarification|erratum|editor['’]s note|korrektur|berichtigung|richtigstellung|"
    r"rectificatif|corrección|fe de errores|rettifica|errata|更正|订正|訂正)\b[^.!?]{0,40}[:：–—]"
    r"|\b(?:earlier|previous|original) version of this (?:article|story|report|page|text|post)\b"
    r"|\b(?:this|the) (?:article|story|report|text|headline|page) (?:was|has been) "
    r"(?:amended|corrected|updated|changed|edited)\b"
    r"|\bin einer (?:früheren|vorigen|ersten) (?:version|fassung)\b"
    r"|\bversion (?:précédente|antérieure) de cet article\b|\bversión anterior de est[ea]\b"
    r"|\bversione precedente di quest",
    re.IGNORECASE,
)
FIRST_PERSON = re.compile(
    r"\b(?:I|[Ww]e|[Oo]ur|us|[Mm]y|[Ww]ir|[Uu]nser\w*|[Nn]ous|[Nn]otre|[Nn]osotros|[Nn]uestr\w+)\b"
)
_ENDING = re.compile(r"[.!。！।؟…؛][\"'”’»›」』)\]]*$")
_QUESTION = re.compile(r"[?？؟][\"'”’»›」』)\]]*$")
# What a publication does in its own articles.
_VOICE = (
    r"(?:has (?:seen|learned|found|reported|asked)|can (?:reveal|report)|could not|understands|suggests?|"
    r"argues?|believes?|thinks|says|writes|reports|reported|asked|recommends|notes)\b"
)
MIN_WORDS = 5
MAX_CHARACTERS = 2_000  # more is no sentence, but a text without full stops


@dataclass(frozen=True, slots=True)
class Candidate:
    """One sentence that may be used; `number` counts from 1, the rest from 0."""

    number: int
    paragraph: int
    place: int  # within its paragraph
    reading: Reading
    leaning: bool  # begins with a pronoun or the like
    own_voice: bool  # the publication speaks for itself: "we", or by its name

    @property
    def text(self) -> str:
        """The sentence as it stands in the article."""
        return self.reading.text


def read_candidates(index: ArticleIndex) -> tuple[Candidate, ...]:
    """Return the usable sentences, each once: no headings, questions, promotion, corrections or fragments."""
    article = index.article
    found, corrections, paragraph, place, inside_quote = [], set(), 0, 0, False
    seen: set[str] = set()
    for i, span in enumerate(article.sentences):
        if i and "\n" in article.text[article.sentences[i - 1].end : span.start]:
            paragraph, place, inside_quote = paragraph + 1, 0, False
        elif i:
            place += 1
        if span.end - span.start > MAX_CHARACTERS:
            inside_quote = False
            continue
        reading = index.sentences[i]
        if _CORRECTION.search(reading.text):
            corrections.add(paragraph)
        continued, inside_quote = inside_quote, _leaves_quote_open(reading.text, inside_quote)
        if continued or inside_quote or reading.text in seen or not usable(reading, article.site):
            continue
        seen.add(reading.text)
        leaning = leans(reading.text, index.language) or _leans_within(reading)
        outside = _outside_quotes(reading)
        own_voice = bool(FIRST_PERSON.search(outside)) or _speaks(article.site, outside)
        found.append(Candidate(i + 1, paragraph, place, reading, leaning, own_voice))
    return tuple(candidate for candidate in found if candidate.paragraph not in corrections)


def _speaks(site: str | None, text: str) -> bool:
    """Whether the publication acts in `text`: not in "she told The Pigeon", "as The Pigeon reported"."""
    before = r"(?<!told )(?<!to )(?<!with )(?<!by )(?<!for )(?<![Aa]s )"
    return bool(site) and re.search(rf"{before}\b{re.escape(site or '')} {_VOICE}", text) is not None


def _leans_within(reading: Reading) -> bool:
    """Whether a pronoun stands before every name that could explain it."""
    found = _PRONOUN.search(reading.text)
    return found is not None and not any(name.end <= found.start() for name in reading.names)


def usable(reading: Reading, site: str | None) -> bool:
    """Whether the sentence is one, and speaks of the news rather than of the publication."""
    text = reading.text
    if len(reading.words) < MIN_WORDS or not _ENDING.search(text) or _QUESTION.search(text):
        return False
    outside = _outside_quotes(reading)
    if PROMOTION.search(outside) or _ORDER.search(outside):
        return False
    return not (
        site
        and site in outside
        and re.search(r"\b(?:read|follow|visit|join|trust)\w*\b", outside, re.IGNORECASE)
    )


def _outside_quotes(reading: Reading) -> str:
    parts, at = [], 0
    for quotation in reading.quotations:
        parts.append(reading.text[at : quotation.start])
        at = max(at, quotation.end)
    return " ".join((*parts, reading.text[at:]))


def _leaves_quote_open(text: str, open_before: bool) -> bool:
    """Whether a quotation runs on past this sentence; straight marks are ambiguous and not counted."""
    depth = int(open_before)
    for mark in text:
        if mark in "“„«「『":
            depth += 1
        elif mark in "”»」』":
            depth = max(0, depth - 1)
    return depth > 0
