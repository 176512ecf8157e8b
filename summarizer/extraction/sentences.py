"""Split text into sentences with offsets, in the languages of the news.

sentencex proposes the boundaries; the rules here take back those that a reader would not
make (after an ordinal, an initial, a quotation that its own sentence goes on after) and add
the few that it misses.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from summarizer.language import FUNCTION_WORDS
from summarizer.schema import Span

_PARAGRAPH_BREAK = re.compile(r"\n[^\S\n]*\n\s*")
_WINDOW = 10_000
_NEARBY = 80  # characters looked at on either side of a boundary
_CLOSING = "\"'”’»」』）)\\]"

# Abbreviations that a name or a number follows. Those that can end a sentence ("Inc.", "U.S.") are
# left to sentencex, which looks at the next word.
_TITLES = re.compile(
    r"(?:^|[\s(\[\"“‘«„¿¡])(?:Mr|Mrs|Ms|Messrs|Dr|Drs|Prof|Rev|Hon|Gen|Col|Lt|Maj|Capt|Cpl|Sgt|Adm|Sen|"
    r"Rep|Gov|Pres|Supt|Insp|St|Ste|Mt|Ft|Nos?|Figs?|Art|Vol|approx|Approx|ca|vs|Sr|Sra|Srta|Dra|Ud|Uds|pág|págs|núm|Nr|Bsp|Hr|Fr|M|MM|Mme|"
    r"Mlle|Me|sig|dott|avv|Dhr|dhr|mr|ir|Bijv|bijv|Т\. ?[ек]|т\. ?[ек]|ул|им|डॉ|श्री|श्रीमती|प्रो|पं|सुश्री)\.$"
)
_ODD_SPACE = re.compile(r"[^\S ]")
_INITIAL = re.compile(r"(?:^|[^\w.])[^\W\d_](?:\.[ -]?[^\W\d_])*\.$")
_ARABIC_INITIAL = re.compile(r"(?:^|\s)[ء-ي]\.$")
_CUT_ACRONYM = re.compile(r"(?:^|[^\w.])(?:[^\W\d_]\.[-‐]?)*[^\W\d_]\.$")
_ORDINAL = re.compile(r"(?:^|[\s(])\d{1,2}\.$")
_QUOTE_END = re.compile(r"[\"”’»」』]$")
_EXCLAIMED_QUOTE_END = re.compile(r"[?!][\"”’]$")
_JAPANESE_PARTICLE = re.compile(
    r"(?:と(?!ころ|ても|にかく|もあれ|はいえ)|って|など|を|が|に(?!わか)|の(?!ち)|は(?!い)|も(?!う|し|っと)|で(?!も|す|は))"
)
_CHINESE_SPEECH = re.compile(
    r"[^，。！？“「]{0,12}?(?:说|表示|称|指出|强调|认为|补充|写道|问道|回答|說|稱|強調|認為|補充)"
)
_ENGLISH_SPEECH = re.compile(
    r"(?:[\w.’'-]+ ){1,4}"
    r"(?:said|says|asked|asks|told|added|wrote|writes|replied|shouted|cried|tweeted|posted|joked)\b"
)
# Where sentencex misses an end: before an opening mark, and after words that it takes for abbreviations.
_MISSED = {
    "en": re.compile(r"\b(?:May|me|no|art|ill|ore|rep|etc)\.\s+(?=[A-Z\"“])"),
    "es": re.compile(rf"[.!?…][{_CLOSING}]?\s+(?=[¿¡])|\b(?:no|mar)\.\s+(?=[A-ZÁÉÍÓÚÑ«“])"),
    "fr": re.compile(r"\bart\.\s+(?=[A-ZÀÉÈÊÎÔÇ«“])"),
    # Before a figure: after a word that is too long for an abbreviation, and is none of the long ones.
    "de": re.compile(
        r"(?<!\w)(?!abzgl|bezgl|einschl|ausschl|insges|verst|vergl|zuzügl|mindest|höchst|\w*nr\b)[^\W\d_]{5,}[.!?][“«\"]?\s+(?=\d)",
        re.IGNORECASE,
    ),
    "zh": re.compile(r"[。！？](?=\d)"),
    "ja": re.compile(r"[。！？](?=\d)"),
}
_LIST_NUMBER = re.compile(r"\s*\(?\d{1,2}[.)]\s*")
_OPENING_QUOTES, _CLOSING_QUOTES = "“「『", "”」』"


def split(text: str, language: str) -> tuple[Span, ...]:
    """Return the sentences of `text`, in order; together they hold all of it but space.

    No sentence crosses a blank line or has space around it. `language` is an ISO 639-1
    code; of one that is not known, English rules hold.
    """
    spans = []
    start = 0
    for gap in [*_PARAGRAPH_BREAK.finditer(text), None]:
        end = gap.start() if gap else len(text)
        paragraph = text[start:end]
        bounds = [*_boundaries(paragraph, language), len(paragraph)]
        for left, right in pairwise(bounds):
            sentence = paragraph[left:right]
            lead = len(sentence) - len(sentence.lstrip())
            body = len(sentence.strip())
            if body:
                spans.append(Span(start=start + left + lead, end=start + left + lead + body))
        start = gap.end() if gap else end
    return tuple(spans)


def _boundaries(paragraph: str, language: str) -> list[int]:
    """Return where the sentences of `paragraph` start, 0 first."""
    proposed = set(_proposed(paragraph, language))
    if language in _MISSED:
        missed = (match.end() for match in _MISSED[language].finditer(paragraph))
        proposed.update(
            end for end in missed if language not in {"zh", "ja"} or not _in_quote(paragraph[:end])
        )
    starts = [0]
    for start in sorted(proposed - {0}):
        before = paragraph[max(starts[-1], start - _NEARBY) : start]
        after = paragraph[start : start + _NEARBY]
        numbered = len(starts) == 1 and _LIST_NUMBER.fullmatch(paragraph[:start])
        if not numbered and not _belongs_together(before, after, language):
            starts.append(start)
    return starts


def _in_quote(before: str) -> bool:
    return sum(map(before.count, _OPENING_QUOTES)) > sum(map(before.count, _CLOSING_QUOTES))


def _proposed(paragraph: str, language: str) -> Iterator[int]:
    r"""Yield sentencex's boundaries; in windows, since it takes quadratic time over "!!!!".

    It panics at a space of several bytes behind an initial ("B\xa0."), so every space is made a plain one.
    """
    import sentencex

    paragraph = _ODD_SPACE.sub(" ", paragraph)
    start = 0
    while start < len(paragraph):
        window = paragraph[start : start + _WINDOW]
        found = [
            start + boundary["start_index"]
            for boundary in sentencex.get_sentence_boundaries(language, window)
        ]
        yield from found
        if start + _WINDOW >= len(paragraph):
            return
        # The last sentence of a window is read again, whole; one without an end is cut at a space.
        last = max(found, default=start)
        start = last if last > start else start + (window.rfind(" ") + 1 or _WINDOW)
        yield start


def _belongs_together(before: str, after: str, language: str) -> bool:
    """Return whether the boundary between `before` and `after` is none."""
    spaced = before != before.rstrip() or after[:1].isspace()
    before, after = before.rstrip(), after.lstrip()
    if not before or not after:
        return True
    if after[0].islower() or after[0] in "-‐,;:":
        return True
    if _TITLES.search(before):
        return True
    if not spaced and _CUT_ACRONYM.search(before):
        return True
    if language in {"fr", "ru", "nl"} and _INITIAL.search(before):
        return True
    rule = _OF_LANGUAGE.get(language)
    return rule is not None and rule(before, after)


def _german(before: str, after: str) -> bool:
    first = re.match(r"\w+", after)
    if not first or not _ORDINAL.search(before):
        return False
    return first[0][0].isupper() and first[0].lower() not in FUNCTION_WORDS["de"]


def _english(before: str, after: str) -> bool:
    return bool(_EXCLAIMED_QUOTE_END.search(before) and _ENGLISH_SPEECH.match(after))


def _japanese(before: str, after: str) -> bool:
    return bool(_QUOTE_END.search(before) and _JAPANESE_PARTICLE.match(after))


def _chinese(before: str, after: str) -> bool:
    return bool(_QUOTE_END.search(before) and _CHINESE_SPEECH.match(after))


def _korean(before: str, after: str) -> bool:
    return bool(_QUOTE_END.search(before) and re.match(r"(?:이?라[고며는]|고 |며 |라는|는 )", after))


def _arabic(before: str, after: str) -> bool:  # noqa: ARG001 - the rules share a signature
    return bool(_ARABIC_INITIAL.search(before))


_OF_LANGUAGE = {
    "ar": _arabic,
    "de": _german,
    "en": _english,
    "ja": _japanese,
    "ko": _korean,
    "zh": _chinese,
}
