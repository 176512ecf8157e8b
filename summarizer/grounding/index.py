"""One article, indexed once: its sentences read, its words weighed, its names collected."""

from functools import cached_property

from summarizer.grounding.reading import Reading
from summarizer.grounding.readers.names import Name
from summarizer.schema import Article, Span


class ArticleIndex:
    """What grounding asks of an article again and again; nothing is computed before it is asked for."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.language = article.language or "en"

    @cached_property
    def sentences(self) -> tuple[Reading, ...]:
        """The article's sentences, read; index i is `article.sentences[i]`."""
        return tuple(Reading(self.article.sentence(i), self.language) for i in range(len(self.article.sentences)))

    @cached_property
    def names(self) -> tuple[Name, ...]:
        """Every name of the article, in order; offsets are those of its sentence."""
        return tuple(name for sentence in self.sentences for name in sentence.names)

    @cached_property
    def idf(self) -> dict[str, float]:
        """Weight of each stem: rarer in the article's sentences is heavier."""
        raise NotImplementedError

    def search(self, item: Reading, limit: int = 3) -> tuple[int, ...]:
        """Return the indices of the sentences that best cover `item`, best first."""
        raise NotImplementedError

    def locate(self, quote: str) -> Span | None:
        """Return where `quote` stands in the article, typography forgiven, or None."""
        raise NotImplementedError
