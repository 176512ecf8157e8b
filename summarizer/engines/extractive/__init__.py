"""The engine without a model: chooses sentences by rule. Deterministic; no key, no network, no download."""

from summarizer.config import Settings
from summarizer.engines import Proposal
from summarizer.engines.extractive.claims import find_claims
from summarizer.engines.extractive.highlights import choose_highlights
from summarizer.engines.extractive.sentences import read_candidates
from summarizer.grounding.index import ArticleIndex
from summarizer.schema import Article, Draft

NO_TRANSLATION = "The extractive engine cannot translate: its output is in the article's language."


class ExtractiveEngine:
    """Highlights by position and salience, claims by the readers that grounding uses."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings

    def propose(self, article: Article) -> Proposal:
        """Return highlights and claims in the article's own words. Never fails."""
        index = ArticleIndex(article)
        candidates = read_candidates(index)
        asked = self.settings.language
        translated = asked is not None and asked.split("-")[0] != index.language
        return Proposal(
            Draft(
                highlights=choose_highlights(
                    index, candidates, count=self.settings.highlights, max_words=self.settings.max_words
                ),
                claims=find_claims(index, candidates) if self.settings.claims else (),
            ),
            warnings=(NO_TRANSLATION,) if translated else (),
        )
