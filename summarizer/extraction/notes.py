"""What a publisher says at the end of a text about the whole of it: satire, fiction, paid for, an opinion.

A reader must know it, and it often stands apart from the article's other paragraphs.
"""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from typing import Any

from summarizer.extraction.blocks import SENTENCE_GAP, squeeze

_TEXT = r"(?:article|story|post|piece|text|page|content|column|feature|essay|deal|video|review)"
_MADE_UP = r"(?:made[ -]up|invented|fictitious|fictional|imaginary)"
_SATIRE = rf"(?:satir\w+|parod\w+|spoof|humou?r|fiction|{_MADE_UP})"
_PARTNER = r"(?:in (?:\w+ )?(?:partnership|association|collaboration|cooperation) with|on behalf of)"
_FORMS = (
    rf"(?:[^.!?]{{1,60}} is an? (?:\w+ )?|this (?:{_TEXT} )?is (?:an? )?(?:(?:work|piece) of )?){_SATIRE}\b",
    rf"[^.!?]{{1,80}}\b(?:are|is) (?:\w+ly )?{_MADE_UP}\W*(?:[.!]|$)",
    rf"this (?:\w+ )?{_TEXT} (?:is|was|has been) (?:sponsored|paid for|funded|brought to you) by\b",
    rf"this (?:\w+ )?{_TEXT} (?:is|was|has been) \w+ {_PARTNER}\b",
    rf"this (?:{_TEXT} )?is an? (?:advert\w*|(?:sponsored|paid|promotional|advertising) {_TEXT})\b",
    r"(?:the |all )?(?:views|opinions)(?: and (?:views|opinions))? expressed\b",
    r"(?:the |all )?(?:views|opinions) are (?:those of|his|her|their|my|mine)\b",
    r"this is an? (?:signed |personal |guest )?opinion\b",
    rf"this {_TEXT} (?:is|reflects|represents|expresses) (?:the|an?) (?:\w+ )?(?:view|opinion)s?\b",
    r"dieser (?:text|artikel|beitrag) ist (?:eine? )?(?:satire|glosse|frei erfunden|anzeige|werbung)\b",
    r"[^.!?]{1,80}\bsind frei erfunden|(?:dieser|der) (?:text|artikel|beitrag) gibt .{0,30}\bmeinung\b",
    r"(?:ceci|cet article|ce texte) est (?:une? )?(?:\w+ )?(?:satir|parodi|fiction|sponsorisé)",
    r"les (?:opinions|propos|points de vue) exprimée?s|las opiniones (?:expresadas|vertidas)",
    r"este (?:artículo|texto|contenido) es (?:una? )?(?:sátira|satíric|parodia|ficción|.{0,10}patrocinado)",
    r"le opinioni espresse|as opiniões expressas|de meningen in dit",
    r"questo (?:articolo|testo) è (?:una? )?(?:satira|satiric|parodia|sponsorizzato)",
    r"este (?:artigo|texto) é (?:uma? )?(?:sátira|satíric|paródia|ficção|patrocinado)",
    r"dit (?:artikel|stuk|verhaal) is (?:een )?(?:satire|parodie|fictie|verzonnen|gesponsord)",
    r"(?:本文|文中|本故事)[^。]{0,12}(?:虚构|虛構|讽刺|諷刺)|(?:本文|文章)[^。]{0,8}代表作者",
    r"(?:この|本)(?:記事|物語|コラム|作品)は、?(?:フィクション|風刺|虚構|広告)",
)
_NOTE = re.compile(
    r"\W{0,3}(?:(?:editor['’]s note|note|disclaimer|disclosure|hinweis)\s*[:：]\s*)?(?:"
    + "|".join(_FORMS)
    + ")",
    re.IGNORECASE,
)
_ENDED = re.compile(r"[.!。][)\]\"”’]*$")  # a teaser does not
_LONGEST = 320
_NEAR = 30  # elements behind the article
_PROSE = "//p[string-length(.) >= 80]"
_FOREIGN_TAGS = frozenset({"aside", "nav", "form", "article"})
_FOREIGN = re.compile(
    r"\b(?:comments?|disqus|related|teasers?|more|promo\w*|newsletters?|recommend\w*|popular|subscri\w*)(?:\b|_)",
    re.IGNORECASE,
)
# A note on something else that is for sale or to be read.
_PLUG = re.compile(
    r"\b(?:sign up|subscribe|newsletter|our review|read (?:more|our)|novel|film|book|series|show)\b",
    re.IGNORECASE,
)


def is_note(text: str) -> bool:
    """Return whether `text` says of the text before it what it is."""
    return len(text) <= _LONGEST and bool(_ENDED.search(text) and _NOTE.match(text))


def note_at_end(text: str) -> str:
    """Return the note that `text` ends with, behind at least a sentence; empty where there is none."""
    starts = (gap.end() for gap in SENTENCE_GAP.finditer(text))
    return next((text[start:] for start in starts if is_note(text[start:])), "")


def take_in_notes(tree: Any) -> None:
    """Move the notes that stand behind the holder of the article's paragraphs to its end, as paragraphs."""
    paragraphs = tree.xpath(_PROSE)
    if not paragraphs:
        return
    holder = Counter(p.getparent() for p in paragraphs).most_common(1)[0][0]
    taken: set[str] = set()
    around = {holder, *holder.iterancestors()}
    for element in [*islice(_behind(holder), _NEAR)]:
        text = squeeze(element.text_content())
        if (
            is_note(text)
            and text not in taken
            and not _PLUG.search(text)
            and not any(_is_foreign(e) for e in element.iterancestors() if e not in around)
        ):
            taken.add(text)
            element.drop_tree()
            note = holder.makeelement("p")
            note.text = text
            holder.append(note)


def _behind(holder: Any) -> Iterator[Any]:
    """Yield the innermost elements that stand behind `holder` and may be paragraphs, in document order."""
    for above in (holder, *holder.iterancestors()):
        for beside in above.itersiblings():
            for element in beside.iter("p", "div", "small"):
                if next(element.iterdescendants("p", "div", "small"), None) is None:
                    yield element


def _is_foreign(element: Any) -> bool:
    """Return whether `element` holds comments, other articles, or what stands at the foot of every page."""
    if element.tag == "footer":
        return not any(above.tag in {"article", "main"} for above in element.iterancestors())
    named = f"{element.get('class', '')} {element.get('id', '')}"
    return element.tag in _FOREIGN_TAGS or _FOREIGN.search(named) is not None
