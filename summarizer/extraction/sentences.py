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
_LONGEST_TITLE = 12  # and what stands before it: nothing else need be searched
_ODD_SPACE = re.compile(r"[^\S ]")
_INITIAL = re.compile(r"(?:^|[^\w.])[^\W\d_](?:\.[ -]?[^\W\d_])*\.$")
_ARABIC_INITIAL = re.compile(r"(?:^|\s)[ء-ي]\.$")
_CUT_ACRONYM = re.compile(r"(?:^|[^\w.])(?:[^\W\d_]\.[-‐]?)*[^\W\d_]\.$")
_ORDINAL = re.compile(r"(?:^|[\s(])\d{1,2}\.$")
_GERMAN_STREET = re.compile(r"[Ss]tr\.$")
_FRENCH_BEFORE_FIGURE = re.compile(r"(?<!\w)(?:janv|févr|avr|juill|sept|oct|nov|déc|art)\.$")
_SPANISH_BEFORE_FIGURE = re.compile(r"(?<!\w)aprox\.$", re.IGNORECASE)
_SPANISH_TITLE = re.compile(r"(?<!\w)Mons\.$")
_QUOTE_END = re.compile(r"[\"”’»」』]$")
_HINDI_SHORT = re.compile(
    # "रु. 500", "मो. शमी", and letters in a row: "50 कि.मी. दूर", "बी.जे.पी. ने"
    r"(?:^|[\s(])(?:(?:रु|रू|मो|स्व|डा|नं|लि|प्रा|कि|मी|सेमी|किमी)|[ऀ-ॣ]{1,4}\.(?:[ऀ-ॣ]{1,4}\.)*[ऀ-ॣ]{1,4})\.$"
)
_CLOCK = re.compile(r"(?<!\w)[ap]\.m\.$", re.IGNORECASE)
# What goes on about an hour: "8 p.m. Tuesday", "5 p.m. Jan. 3", "9 a.m. EDT", "4 p.m. New York time".
_OF_THE_HOUR = re.compile(
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?\b(?![’']s)|(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\.|"
    r"(?:(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?|January|February|March|April|May|June|July|"
    r"August|September|October|November|December) \d|"
    r"(?:[CEMP][SD]?T|A[CEKW]?[SD]T|NZ[SD]T|[BHIJK]ST|[CEW]ES?T|GMT|UTC|MSK|SGT|HKT|PKT|SAST|[CEW]AT|WIB)\b|"
    r"(?:Eastern|Central|Mountain|Pacific)(?:[.,;)]|$)|"
    r"(?P<place>[^\W\d_a-z][\w.’'-]*)(?: [^\W\d_a-z][\w.’'-]*){0,2} [Tt]ime\b(?! (?:is|was|has|had|will)\b))"
)
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
    # From the full stop on, which is found sooner than a word.
    "en": re.compile(
        r"\.(?:(?<=\b(?:me|no)\.)|(?<=\b(?:May|art|ill|ore|rep|etc)\.))\s+(?=[A-Z\"“])",
    ),
    "es": re.compile(
        rf"[.!?…][{_CLOSING}]?\s+(?=[¿¡])|\b(?:no|mar)\.\s+(?=[A-ZÁÉÍÓÚÑ«“])"
        # A name may follow: "el embajador de EE.UU. Juan Silva"
        rf"|\bEE\. ?UU\.\s+(?=(?:{'|'.join(sorted(FUNCTION_WORDS['es'])).title()})\b)"
    ),
    "fr": re.compile(r"\bart\.\s+(?=[A-ZÀÉÈÊÎÔÇ«“])"),
    # Before a figure: after a word that is too long for an abbreviation, and is none of the long ones.
    "de": re.compile(
        r"(?<!\w)(?!abzgl|bezgl|einschl|ausschl|insges|verst|vergl|zuzügl|mindest|höchst|\w*nr\b|\w*str\b)[^\W\d_]{5,}[.!?][“«\"]?\s+(?=\d)",
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
    if _TITLES.search(before, max(len(before) - _LONGEST_TITLE, 0)):
        return True
    if not spaced and _CUT_ACRONYM.search(before):
        return True
    if language in {"fr", "ru", "nl"} and _INITIAL.search(before):
        return True
    rule = _OF_LANGUAGE.get(language)
    return rule is not None and rule(before, after)


def _german(before: str, after: str) -> bool:
    if after[0].isdigit() and _GERMAN_STREET.search(before):
        return True
    return bool(_ORDINAL.search(before)) and _starts_with_content(after, "de")


def _starts_with_content(after: str, language: str) -> bool:
    """Return whether `after` starts with a capital word that is no function word, such as "The"."""
    first = re.match(r"\w+", after)
    if first is None:
        return False
    return first[0][0].isupper() and first[0].lower() not in FUNCTION_WORDS[language]


def _english(before: str, after: str) -> bool:
    if _CLOCK.search(before) and (hour := _OF_THE_HOUR.match(after)):
        # "5 p.m. This time he stayed."
        return not hour["place"] or _starts_with_content(after, "en")
    return bool(_EXCLAIMED_QUOTE_END.search(before) and _ENGLISH_SPEECH.match(after))


def _french(before: str, after: str) -> bool:
    return after[0].isdigit() and bool(_FRENCH_BEFORE_FIGURE.search(before))


def _spanish(before: str, after: str) -> bool:
    if _SPANISH_TITLE.search(before):
        return _starts_with_content(after, "es")  # not "en Mons. El alcalde"
    return after[0].isdigit() and bool(_SPANISH_BEFORE_FIGURE.search(before))


def _hindi(before: str, after: str) -> bool:  # noqa: ARG001 - the rules share a signature
    return bool(_HINDI_SHORT.search(before))


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
    "es": _spanish,
    "fr": _french,
    "hi": _hindi,
    "ja": _japanese,
    "ko": _korean,
    "zh": _chinese,
}
