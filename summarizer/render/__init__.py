"""Put a `Summary` or an `Extraction` into words an editor, a program or Slack can read.

Pure: data in, text out. Article, items, model name and warnings are hostile input: no form
lets them make links, markup, scripts, mentions or terminal controls.
"""

from typing import Literal

from summarizer.schema import Extraction, Summary

Form = Literal["markdown", "text", "json", "html", "slack"]
ExtractionForm = Literal["text", "markdown", "json"]


def render(summary: Summary, form: Form, *, compact: bool = False) -> str:
    """Return `summary` in `form`, ending without a line break.

    `compact` puts JSON on a single line and changes no other form. "slack" is a JSON list
    of messages, each `{"text": …, "blocks": […]}`, to be posted in order.
    """
    match form:
        case "markdown":
            from summarizer.render.markdown import render_markdown

            return render_markdown(summary)
        case "text":
            from summarizer.render.terminal import render_text

            return render_text(summary)
        case "json":
            from summarizer.render.json_contract import render_json

            return render_json(summary, compact=compact)
        case "html":
            from summarizer.render.page import render_html

            return render_html(summary)
        case "slack":
            from summarizer.render.slack import render_slack

            return render_slack(summary)


def render_extraction(extraction: Extraction, form: ExtractionForm) -> str:
    """Return the article's body ("text"), a readable page of it ("markdown"), or everything ("json")."""
    match form:
        case "text":
            from summarizer.render.text import plain

            return plain(extraction.article.text)
        case "markdown":
            from summarizer.render.markdown import render_article

            return render_article(extraction.article)
        case "json":
            from summarizer.render.json_contract import render_json

            return render_json(extraction)
