"""Tell a page that holds no article, and say what it holds instead.

Only a short text is suspected: real articles mention cookies, subscriptions and JavaScript
too. The bounds leave every one of the 181 development pages in.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from summarizer.errors import NoArticleError
from summarizer.extraction.blocks import Block, squeeze
from summarizer.extraction.wall_words import Sign, words_of

LEAST_WORDS = 12
SUSPECT_CHARS = 1500  # more text than the longest teaser that is refused
_STUB_WORDS = 60
_TEASER_WORDS = 150
_ERROR_WORDS = 120
_SENTENCE_CHARS = 25
_PROSE_CHARS = 80
_LEAST_PROSE = 0.1
_MOST_LINKS = 0.6
_MOSTLY_TOLD = 2 / 3  # of what stands under a heading like a wall’s is told to nobody in particular
_WORDS_A_CONSENT = 30  # a text that speaks of consent less often speaks of something else, too

_SAVE_IT = "Open it in a browser, save the page or copy its text, and pass the file."

# What a site says to the reader whom it does not let in.
_TURNED_AWAY: dict[Sign, str] = {
    "robot": f"asks its reader to prove to be no robot, in place of an article. {_SAVE_IT}",
    "maintenance": f"says that its site is down for maintenance. Try again later. {_SAVE_IT}",
    "rate limit": f"says that it was asked for too often. Try again in some minutes. {_SAVE_IT}",
    "session": f"says that a session has expired, in place of an article. {_SAVE_IT}",
    "region": f"says that it is not shown in the region that it was fetched from. {_SAVE_IT}",
}

_TITLE_JOINT = re.compile(r"\s+[-–—|·:»]\s+")
# The vowel signs of Indic scripts are no letters to `re`, but part of a word.
_WORD = re.compile(r"[^\W_]+(?:[\u0900-\u0963\u0971-\u0dff]+[^\W_]*)*(?:['’.-][^\W_]+)*")
_EAST_ASIAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*(?:\s|$)|[。！？।؟]")
_SENTENCE_GAP = re.compile(r"(?<=[.!?…])[\"'”’»)\]]*\s+|(?<=[。！？।؟])|\n")
# What somebody is quoted as saying; the name of a button is shorter.
_QUOTED = re.compile(r"[\"“”„«‹「『][^\"“”„«»‹›「」『』\n]{12,300}[\"”“»›」』]")
_NOT_WORD = "\"'“”‘’„«»「」『』()[]{}<>*#|·•–—-_.,:;!¡?¿…→› \t\r\n"


@dataclass(frozen=True, slots=True)
class Seen:
    """What a source shows: its title, all its visible text, its links, whether it calls itself paid.

    `headings` are those that stand over everything: of the first rank, else the first one. `links`
    are the texts of its links; they are asked for only when there are no sentences.
    """

    title: str | None
    text: str
    headings: tuple[str, ...] = ()
    paid: bool = False
    links: Callable[[], frozenset[str]] = frozenset


def word_count(text: str) -> int:
    """Return the number of words; two Chinese or Japanese characters count as one."""
    east_asian = len(_EAST_ASIAN.findall(text))
    return len(_WORD.findall(_EAST_ASIAN.sub(" ", text))) + east_asian // 2


def refuse_empty(name: str, text: str) -> None:
    """Raise NoArticleError if there is no text."""
    if not text.strip():
        raise NoArticleError(f"{name} is empty. Check the source, or save the page and pass the file.")


def refuse_non_article(name: str, found: Sequence[Block], kept: Sequence[Block], seen: Seen) -> None:
    """Raise NoArticleError if the blocks `kept` of those `found` in `name` are no article."""
    if sum(len(block.text) for block in kept) <= SUSPECT_CHARS and (stub := _stub(found, kept, seen)):
        raise NoArticleError(f"{name} {stub}")
    if _prose_share(kept) < _LEAST_PROSE and _linked_share(kept, seen.links()) > _MOST_LINKS:
        raise NoArticleError(
            f"{name} holds only headings or links, no sentences. Pass the address of one article, or its text."
        )


def _stub(found: Sequence[Block], kept: Sequence[Block], seen: Seen) -> str | None:
    """Return what a page of little text is in place of an article, and what to do, or None if it is one."""
    text = "\n".join(block.text for block in found)
    words = word_count("\n".join(block.text for block in kept))
    shown = f"{words} word{'' if words == 1 else 's'}"
    if words < _ERROR_WORDS and (fault := _turned_away(found, seen) or _fault(found, seen)):
        return fault
    if words_of("script").search(seen.text if words < _STUB_WORDS else "") or (
        words < _ERROR_WORDS and words_of("script").search(text)
    ):
        return f"shows its text only with JavaScript, which is not run here. {_SAVE_IT}"
    if words < _ERROR_WORDS and _asks_to_unblock(text or seen.text):
        return f"asks to turn an ad blocker off, in place of an article. {_SAVE_IT}"
    if (words < _ERROR_WORDS and _names_cookies(text or seen.text)) or _asks_consent(text, seen):
        return f"shows a cookie notice in place of an article. {_SAVE_IT}"
    if words < _ERROR_WORDS and _asks_to_sign_in(text, seen):
        return f"is a sign-in page, not an article. {_SAVE_IT}"
    walled = words < _TEASER_WORDS and _is_walled(found)
    if walled or (words < _STUB_WORDS and (seen.paid or any(_walls(seen.text)))):
        return f"shows a login or subscription wall, with {shown} of the article. {_SAVE_IT}"
    if words < LEAST_WORDS:
        return f"holds {f'only {shown}' if words else 'no text'} of an article. {_SAVE_IT}"
    return None


def _turned_away(found: Sequence[Block], seen: Seen) -> str | None:
    """Return what the site says to a reader whom it does not let in, and what to do, or None.

    An article about such pages may be headed like one, but it reports, or most of it is told to nobody.
    """
    first = (*_headings(seen), seen.text[:200], *(block.text for block in found[:2]))
    sentences = [part.lstrip(_NOT_WORD) for line in first for part in _SENTENCE_GAP.split(line) if part]
    for sign, said in _TURNED_AWAY.items():
        if any(words_of(sign).match(sentence) for sentence in sentences):
            return None if _reports(found, seen, sign) else said
    return None


def _reports(found: Sequence[Block], seen: Seen, sign: Sign) -> bool:
    """Return whether what stands under the headings reports, or is for the most part not said to the reader."""
    text = "\n".join(block.text for block in found)
    for heading in _headings(seen):
        text = text.removeprefix(heading)
    sentences = _SENTENCE_GAP.split(_QUOTED.sub(" ", text))
    told = (s for s in sentences if not any(words_of(each).search(s) for each in ("reader", "asked", sign)))
    return _is_reported(text) or sum(map(len, told)) > _MOSTLY_TOLD * sum(map(len, sentences))


def _fault(found: Sequence[Block], seen: Seen) -> str | None:
    """Return what the server says in place of an article, if its first lines or headings say so."""
    first = (seen.title, *seen.headings, seen.text[:200], *(block.text for block in found[:2]))
    lines = [(line or "").lstrip(_NOT_WORD) for line in first]
    if any(words_of("withheld").match(line) for line in lines):
        return (
            "says that the page is withheld for legal reasons (451) where it was fetched. "
            f"If you can see it: {_SAVE_IT[0].lower()}{_SAVE_IT[1:]}"
        )
    if any(words_of("error").match(line) for line in lines):
        return f"is an error page, not an article. Check the address. {_SAVE_IT}"
    return None


def _asks_to_unblock(text: str) -> bool:
    own = _QUOTED.sub(" ", text)
    asks = words_of("ad blocker").search(own) and words_of("unblock").search(own)
    return bool(asks) and not _is_reported(text)


def _names_cookies(text: str) -> bool:
    """Return whether a short `text` has two of the formulas of a cookie notice, and reports nothing."""
    named = {match.lower() for match in words_of("cookies").findall(_QUOTED.sub(" ", text))}
    return len(named) > 1 and not _is_reported(text)


def _asks_consent(text: str, seen: Seen) -> bool:
    """Return whether the page is headed as a notice about cookies, and its text asks the reader for consent.

    An article about cookies has a headline that says more, and tells of others.
    """
    if not any(words_of("notice").fullmatch(squeeze(heading).rstrip(".!?:")) for heading in _headings(seen)):
        return False
    consents = [match.lower() for match in words_of("consent").findall(text)]
    often = len(consents) * _WORDS_A_CONSENT >= word_count(text)
    return len(set(consents)) > 1 and often and words_of("reader").search(text) is not None


def _asks_to_sign_in(text: str, seen: Seen) -> bool:
    """Return whether the page is headed as a form for an account, and asks for what such a form does."""
    headed = any(
        words_of("sign-in").fullmatch(squeeze(heading).strip(_NOT_WORD)) for heading in _headings(seen)
    )
    return headed and words_of("account").search(seen.text) is not None and not _is_reported(text)


def _headings(seen: Seen) -> tuple[str, ...]:
    """Return the title, its parts beside the site's name, and the headings."""
    title = seen.title or ""
    return (title, *_TITLE_JOINT.split(title), *seen.headings)


def _is_walled(blocks: Sequence[Block]) -> bool:
    """Return whether a sentence asks to pay or to log in, and the article does not go on behind it."""
    if len(blocks) == 1:  # trafilatura runs the paragraphs of the shortest pages together
        blocks = [Block("paragraph", sentence) for sentence in _SENTENCE_GAP.split(blocks[0].text)]
    walls = [any(_walls(block.text)) for block in blocks]
    if not any(walls):
        return False
    told = [not wall and _is_told(block) for wall, block in zip(walls, blocks, strict=True)]
    return any(wall and not (any(told[:i]) and any(told[i + 1 :])) for i, wall in enumerate(walls))


def _walls(text: str) -> Iterator[str]:
    """Yield the sentences of `text` that ask to pay or to log in; what people are told to have said is none."""
    for sentence in _SENTENCE_GAP.split(_QUOTED.sub(" ", text)):
        if sentence and words_of("paywall").search(sentence) and not words_of("reported").search(sentence):
            yield sentence


def _is_told(block: Block) -> bool:
    """Return whether `block` is a paragraph of an article: long, of sentences, not addressed to the reader."""
    own = _QUOTED.sub(" ", block.text)
    length = len(block.text) + len(_EAST_ASIAN.findall(block.text))
    told = length >= _PROSE_CHARS and _SENTENCE_END.search(block.text)
    return bool(told) and not words_of("reader").search(own)


def _is_reported(text: str) -> bool:
    return words_of("reported").search(_QUOTED.sub(" ", text)) is not None


def _prose_share(blocks: Sequence[Block]) -> float:
    """Return which share of the text stands in blocks with sentences, or in tables."""
    prose = sum(
        len(block.text)
        for block in blocks
        if block.kind == "row" or (len(block.text) >= _SENTENCE_CHARS and _SENTENCE_END.search(block.text))
    )
    return prose / max(1, sum(len(block.text) for block in blocks))


def _linked_share(blocks: Sequence[Block], links: frozenset[str]) -> float:
    """Return which share of the words also stands in links: headlines may be strung together in one block."""
    words = Counter(word for block in blocks for word in _WORD.findall(block.text))
    linked = Counter(word for link in links for word in _WORD.findall(link))
    return (words & linked).total() / max(1, words.total())
