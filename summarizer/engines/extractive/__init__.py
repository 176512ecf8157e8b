"""The engine without a model: chooses sentences by rule. Deterministic; no key, no network, no download."""

from summarizer.config import Settings
from summarizer.engines import Proposal
from summarizer.engines.extractive.claims import find_claims
from summarizer.engines.extractive.highlights import choose_highlights
from summarizer.engines.extractive.sentences import read_candidates
from summarizer.grounding.index import ArticleIndex
from summarizer.schema import Article, Draft

MAX_SENTENCES = 5_000  # a book of 100,000 words; reading more would take longer than anybody waits
NO_TRANSLATION = "The extractive engine cannot translate: its output is in the article's language."
ONLY_THE_FIRST = "Only the first {:,} of the article's {:,} sentences were considered."


class ExtractiveEngine:
    """Highlights by position and salience, claims by the readers that grounding uses."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings

    def propose(self, article: Article) -> Proposal:
        """Return highlights and claims in the article's own words. Never fails."""
        index = ArticleIndex(_bounded(article))
        candidates = read_candidates(index)
        asked = self.settings.language
        translated = asked is not None and asked.split("-")[0] != index.language
        choice = choose_highlights(
            index,
            candidates,
            count=self.settings.highlights,
            max_words=self.settings.max_words,
            strict="max_words" in self.settings.model_fields_set,
        )
        warnings = [NO_TRANSLATION] if translated else []
        if len(article.sentences) > MAX_SENTENCES:
            warnings.append(ONLY_THE_FIRST.format(MAX_SENTENCES, len(article.sentences)))
        return Proposal(
            Draft(
                highlights=choice.highlights,
                claims=find_claims(index, candidates) if self.settings.claims else (),
            ),
            warnings=(*warnings, *choice.warnings),
        )


def _bounded(article: Article) -> Article:
    """Return the article with no more sentences than are considered; its text and offsets stay."""
    if len(article.sentences) <= MAX_SENTENCES:
        return article
    return article.model_copy(update={"sentences": article.sentences[:MAX_SENTENCES]})
