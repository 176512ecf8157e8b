"""Write what a page says by how it sets its type as plain text: raised, lowered and struck text."""

import re
from typing import Any

from summarizer.extraction.blocks import squeeze
from summarizer.extraction.superscripts import fraction_of, is_note, is_part, lowered, raised
from summarizer.schema import RemovedLine

_STRUCK = ("del", "s", "strike")
_STYLE = re.compile(
    r"vertical-align\s*:\s*(?P<place>super|sub)\b|text-decoration[a-z-]*\s*:[^;]*\bline-through"
)
_MARK_LINK = re.compile(r"href=[\"']?#[^>]{0,200}>\s*(?:\[?[\da-z]{1,3}\]?|[*†‡§]+)\s*<")
_TAGS = {"super": "sup", "sub": "sub", None: "del"}
_INLINE = frozenset(
    "a abbr b bdi big cite code em font i ins mark nobr q small span strong sub sup time u var".split()
)
_TOLD_IN = ("p", "li", "td", "dd", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "article")
_ENOUGH = 16  # characters before a mark, to tell what it is
_LONGEST_MARK = 24
_MOST_LOGGED = 20
_LONGEST_STRUCK = 1000  # more, and more than the half of a page, is a tag that was never closed
_SLASH = re.compile(r"\s*[/⁄∕]\s*")
_SLASH_AND_FIGURE = re.compile(r"\s*[/⁄∕]\s*(\d{1,3})(?![\d.,]*\d)")
_SENTENCE_END = re.compile(r"[.!?…。][\"'”’»)\]]*$")
_OPENING = ("$", "£", "€", "¥", "(", "[", "“", "‘", "«")
_CLOSING = (".", ",", ";", ":", "!", "?", ")", "。", "，", "、")


def write_plain(tree: Any, markup: str) -> tuple[RemovedLine, ...]:
    """Take footnotes' marks and struck text out of `tree`, and write powers and fractions out.

    Returns what was struck.
    """
    for element in list(tree.iter("span", "font")):
        if style := _STYLE.search(element.get("style", "")):
            element.tag = _TAGS[style["place"]]
    struck = _take_struck(tree)
    language = (tree.get("lang") or "")[:2].lower()
    for element in list(tree.iter("sup", "sub")):
        if element.getparent() is not None:
            _write(element, language)
    within = (link for link in tree.iter("a") if link.get("href", "").startswith("#"))
    marks = [(link, mark) for link in within if is_note(mark := squeeze(link.text_content()))]
    for link, mark in marks if marks and _MARK_LINK.search(markup) else ():
        before = _before(link)
        if before[-1:].strip(" [(") or (before.strip() and not mark.isalnum()):
            _drop(link, before)
    return struck


def _take_struck(tree: Any) -> tuple[RemovedLine, ...]:
    lines: list[str] = []
    for element in list(tree.iter(*_STRUCK)):
        if element.getparent() is None or element.getroottree().getroot() is not tree:
            continue
        text = squeeze(element.text_content())
        if len(text) > _LONGEST_STRUCK and 2 * len(text) > sum(
            len(p.text_content()) for p in tree.iter("p", "del")
        ):
            continue
        if text and next(element.iterancestors(*_TOLD_IN), None) is not None:
            lines.append(text)
        _drop(element, _before(element))
    return tuple(RemovedLine(text=text, rule="deleted") for text in dict.fromkeys(lines[:_MOST_LOGGED]))


def _write(element: Any, language: str) -> None:
    """Put in place of a <sup> or <sub> what it says; leave what says the same as plain text."""
    said = element.text_content()
    mark, before, after = squeeze(said), _before(element), _after(element)
    if not mark or len(mark) > _LONGEST_MARK:
        return
    if element.tag == "sub":
        plain = lowered(mark, before)
    elif mark.isdecimal() and (below := _take_below(element, before)):
        plain = fraction_of(mark, below, before)
    else:
        plain = raised(mark, before, after, linked=_is_linked(element, mark), language=language)
    if plain:
        for child in list(element):
            element.remove(child)
        element.text = plain
        element.drop_tag()
    elif plain is not None:
        link = next(element.iterancestors("a"), None)
        _drop(element, before, spaced=said != said.strip())
        if link is not None and not link.text_content().strip():
            link.drop_tree()


def _take_below(above: Any, before: str) -> str | None:
    """Take the slash and the figure under it, which make a fraction of a raised one, out of the tree."""
    tail, follower = above.tail or "", above.getnext()
    if found := _SLASH_AND_FIGURE.match(tail):
        if not is_part(found[1], before):
            return None
        above.tail = tail[found.end() :]
        return found[1]
    slash = None
    if not tail.strip() and follower is not None and _SLASH.fullmatch(follower.text_content()):
        slash, tail, follower = follower, f"/{follower.tail or ''}", follower.getnext()
    if follower is None or follower.tag not in {"sub", "sup"} or not _SLASH.fullmatch(tail):
        return None
    below = squeeze(follower.text_content())
    if not (below.isdecimal() and len(below) <= 3):  # noqa: PLR2004
        return None
    above.tail = None
    if slash is not None:
        slash.tail = None
        slash.drop_tree()
    follower.drop_tree()
    return str(below)


def _is_linked(element: Any, mark: str) -> bool:
    """Return whether a link holds `mark` and nothing else."""
    around = next(element.iterancestors("a"), None)
    links = [*element.iter("a"), *([around] if around is not None else [])]
    return any(squeeze(link.text_content()) == mark for link in links)


def _before(element: Any) -> str:
    """Return the last characters that stand before `element` in its line."""
    said, node = "", element
    while len(said) < _ENOUGH:
        previous, parent = node.getprevious(), node.getparent()
        if previous is None:
            if parent is None:
                break
            said = (parent.text or "")[-_ENOUGH:] + said
            node = parent
            if parent.tag not in _INLINE:
                break
        else:
            said = (previous.tail or "")[-_ENOUGH:] + said
            node = previous
            if previous.tag not in _INLINE:
                break
            said = previous.text_content()[-_ENOUGH:] + said
    return re.sub(r"\s+", " ", said)


def _after(element: Any) -> str:
    """Return the text behind `element` up to the next one, out of a link that it ends, too."""
    node = element
    while not (node.tail or "") and node.getnext() is None:
        parent = node.getparent()
        if parent is None or parent.tag not in _INLINE:
            break
        node = parent
    return re.sub(r"\s+", " ", (node.tail or "")[:_ENOUGH])


def _drop(element: Any, before: str, *, spaced: bool = False) -> None:
    """Take `element` out without gluing sentences together, or leaving a space before a comma."""
    tail = element.tail or ""
    after = tail or _after(element)
    if before.endswith(_OPENING):
        element.tail = tail.lstrip()
    elif before.endswith(" ") and after.lstrip().startswith(_CLOSING) and tail:
        element.tail = tail = tail.lstrip()
        _strip_end_before(element)
    elif after[:1].isalpha() and before[-1:].strip() and (spaced or _SENTENCE_END.search(before)):
        element.tail = f" {tail}"
    element.drop_tree()


def _strip_end_before(element: Any) -> None:
    previous, parent = element.getprevious(), element.getparent()
    if previous is not None:
        previous.tail = (previous.tail or "").rstrip()
    elif parent is not None:
        parent.text = (parent.text or "").rstrip()
