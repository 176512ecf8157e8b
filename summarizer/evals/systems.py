"""The systems that are scored: the program's engines, the publisher, and yardsticks to stand beside them.

Every system is an `Engine`: it proposes a draft, which is grounded like any other.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from summarizer.config import Settings
from summarizer.engines import Engine, Proposal
from summarizer.engines.extractive import ExtractiveEngine
from summarizer.errors import EvalError
from summarizer.extraction import extract
from summarizer.fetch import read_source
from summarizer.grounding.readers.words import read_words
from summarizer.schema import Article, Draft, DraftClaim, DraftHighlight

if TYPE_CHECKING:
    from collections.abc import Iterable

YARDSTICK_CLAIMS = 20  # about as many as a careful reader finds in a news article
LEAD_FEW = 3


def read_article(page: Path) -> Article:
    """Return the article on a saved page, as the program extracts it by default.

    Raises FetchError or NoArticleError.
    """
    return extract(read_source(str(page))).article


class Llm:
    """The LLM engine without its cache, and without waiting between tries: a recording does not recover.

    Nothing is remembered of the server from one article to the next, or recordings would hang on their order.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def propose(self, article: Article) -> Proposal:
        """Return the model's draft."""
        from summarizer.engines.llm import LlmEngine
        from summarizer.engines.llm.manner import Memory

        return LlmEngine(self._settings, sleep=lambda _: None, memory=Memory()).propose(article)


class Publisher:
    """The page's own highlights; no claims."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def propose(self, article: Article) -> Proposal:
        """Return what the publisher put above the article."""
        texts = article.publisher_highlights
        return Proposal(
            Draft(highlights=tuple(DraftHighlight(text=text, sentences=()) for text in texts), claims=())
        )


class Lead:
    """The first sentences: as many highlights as asked for, and more as claims."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def propose(self, article: Article) -> Proposal:
        """Return the first sentences, as they are."""
        return _sentences(article, range(self._settings.highlights), range(YARDSTICK_CLAIMS))


class LeadFew:
    """The first three sentences, for highlights and for claims."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def propose(self, article: Article) -> Proposal:
        """Return the first three sentences, as they are."""
        return _sentences(article, range(LEAD_FEW), range(LEAD_FEW))


class CopyAll:
    """Every sentence of the article, for highlights and for claims."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    @staticmethod
    def of(article: Article) -> Draft:
        """Return the whole article as a draft."""
        every = range(len(article.sentences))
        return _sentences(article, every, every).draft

    def propose(self, article: Article) -> Proposal:
        """Return the whole article."""
        return Proposal(self.of(article))


class Empty:
    """Nothing at all."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def propose(self, article: Article) -> Proposal:  # noqa: ARG002 - every engine takes one
        """Return an empty draft."""
        return Proposal(Draft(highlights=(), claims=()))


class TextRank:
    """TextRank (Mihalcea and Tarau 2004) as sumy has it, on our sentences and words."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def propose(self, article: Article) -> Proposal:
        """Return the sentences that most others resemble, in article order."""
        ranked = _rank(article)
        return _sentences(
            article, sorted(ranked[: self._settings.highlights]), sorted(ranked[:YARDSTICK_CLAIMS])
        )


SYSTEMS: Mapping[str, Callable[[Settings], Engine]] = {
    "extractive": ExtractiveEngine,
    "llm": Llm,
    "publisher": Publisher,
    "lead": Lead,
    "textrank": TextRank,
    "lead-3": LeadFew,
    "copy-all": CopyAll,
    "empty": Empty,
}
# Always scored beside the real system; `shuffled evidence` is made of its own output.
DEGENERATE = ("lead-3", "copy-all", "empty")
SHUFFLED = "shuffled evidence"
ANNOTATORS = "annotators"  # either against the other: the ceiling


def _sentences(article: Article, highlights: "Iterable[int]", claims: "Iterable[int]") -> Proposal:
    there = range(len(article.sentences))
    return Proposal(
        Draft(
            highlights=tuple(
                DraftHighlight(text=article.sentence(i), sentences=(i + 1,)) for i in highlights if i in there
            ),
            claims=tuple(_claim(article.sentence(i), i + 1) for i in claims if i in there),
        )
    )


def _claim(text: str, number: int) -> DraftClaim:
    """Return a sentence as a claim of the commonest kind."""
    return DraftClaim(
        text=text,
        sentences=(number,),
        type="event",
        speaker=None,
        reporting_verb=None,
        voice="asserts",
        modality="asserted",
        checkworthiness="check_worthy",
    )


class _Words:
    """What sumy asks of a tokenizer and a stemmer, without a download."""

    def __init__(self, language: str) -> None:
        self.language = language

    def to_words(self, sentence: str) -> tuple[str, ...]:
        """Return the stems of the words that carry content."""
        return tuple(word.stem for word in read_words(sentence, self.language) if not word.function)


def _rank(article: Article) -> list[int]:
    """Return the numbers of the article's sentences, from 0, the most central first."""
    try:
        from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
        from sumy.summarizers.text_rank import TextRankSummarizer
    except ImportError as err:
        raise EvalError("TextRank needs sumy: pip install '.[eval]' in the program's folder.") from err
    words = _Words(article.language or "en")
    sentences = [Sentence(article.sentence(i), words) for i in range(len(article.sentences))]
    if len(sentences) < 2:  # noqa: PLR2004 - nothing to compare
        return list(range(len(sentences)))
    ratings = TextRankSummarizer().rate_sentences(ObjectDocumentModel([Paragraph(sentences)]))
    return sorted(range(len(sentences)), key=lambda i: (-ratings[sentences[i]], i))
