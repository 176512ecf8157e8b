"""Claims as schema.org `Claim` in JSON-LD, for a page's head."""

from typing import Any

from summarizer.render.authors import author
from summarizer.render.json_contract import dump_json
from summarizer.render.wording import arrange, http_url
from summarizer.schema import Article, Claim, Summary

# Legal JSON escapes, so that no text can close the script element; `dump_json` sees to U+2028 and U+2029.
_ESCAPES = {ord(char): f"\\u{ord(char):04x}" for char in "<>&"}


def claims_jsonld(summary: Summary) -> str | None:
    """Return the supported claims as JSON-LD that is safe inside `<script>`; None when there are none.

    No `ClaimReview`: that would be a verdict, and we say only what the article supports.
    """
    claims = arrange(summary).claims
    if not claims:
        return None
    appearance = _appearance(summary.article)
    graph = [_claim(claim, appearance, summary.article.site) for claim in claims]
    data = {"@context": "https://schema.org", "@graph": graph}
    return dump_json(data, indent=1).translate(_ESCAPES)


def _claim(claim: Claim, appearance: dict[str, Any], site: str | None) -> dict[str, Any]:
    data: dict[str, Any] = {"@type": "Claim", "text": claim.text, "appearance": appearance}
    if claim.speaker and (named := author(claim.speaker, site)):
        data["author"] = named
    return data


def _appearance(article: Article) -> dict[str, Any]:
    known = {"url": http_url(article.url), "headline": article.title, "datePublished": article.published}
    return {"@type": "NewsArticle", **{key: value for key, value in known.items() if value}}
