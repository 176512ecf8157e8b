"""What a publication puts among the paragraphs of an article about itself, its writers and its offers.

Each of these rules needs more than the line alone: the names of the site and of the authors, the
place of the line, or the rest of the text.
"""

import re
from collections.abc import Sequence
from functools import cached_property

from summarizer.extraction.blocks import SENTENCE_GAP, Block

_SENTENCE_END = re.compile(r"[.!?…。！？।؟:：][\"'”’»」』)\]]*$")
_QUOTED = re.compile(r"[\"“”«»„「」]")
_LONGEST_PLUG = 320
_LONGEST_LINE = 160
_TOP_PLACES = 5
_LAST_PLACES = 3
_PROSE_CHARS = 80
_KICKER_WORDS = 5
_NAME_CHARS = range(3, 50)
_PULLED_CHARS = range(25, 260)
_SPEAKER_WORDS = 10
_NEWSLETTER = r"\b(?:newsletters?|briefing|bulletin|alerts?|e-?mails?|inbox|updates|(?:every|each) (?:morning|week|day|\w*day)\b|daily|weekly)\b"
# Whole sentences: each is enough to make a plug of the end of a paragraph.
_OFFER = re.compile(
    r"(?:subscribe|register|sign up|join)(?: now| today| here| for free| free)+\W*$|subscribe (?:to|for) (?:us|our)\b"
    rf"|(?:subscribe|register|sign up) (?:to|for)\b[^.]{{0,80}}{_NEWSLETTER}"
    r"|not (?:yet )?an? (?:[\w-]+ ){0,3}?(?:subscriber|member|reader)(?: yet)?\?|(?:already|new) (?:a )?(?:subscriber|member)\?"
    r"|(?:take|start|get|begin|try) (?:a|an|your|our|us|it)\b[^.]{0,50}\b(?:free|trial)\b|become an? (?:\w+ ){0,2}(?:member|subscriber|supporter)\b"
    r"|(?:found|find|enjoyed|enjoying|enjoy|liked|like) (?:this|our|the|what)\b[^.?]{0,40}\?$"
    r"|(?:forward|share|send) (?:it|this)(?: \w+)? (?:to|with) (?:a|an|your) (?:friends?|colleagues?|network|team)\b"
    r"|(?:is|are|does|do|isn['’]t|aren['’]t|if)\b[^?.]{0,80}\b(?:read|reading|subscribed to|following) us\b[^.]{0,60}"
    r"|noch kein(?:e[rn]?)? abo\w*|noch nicht abonniert|jetzt (?:kostenlos |gratis |neu )?(?:abonnieren|testen|anmelden|registrieren)\b|abonnieren sie (?:unser|den|die)\w*"
    r"|empfehlen sie (?:uns|den|diesen)\b[^.]{0,40}weiter|pas encore abonnée?|abonnez-vous\b|inscrivez-vous\b|recevez (?:notre|nos|chaque)\b|essayez gratuitement"
    r"|¿(?:aún|todavía) no (?:eres|es|estás?) suscri\w+|suscríb(?:ete|ase)\b|apúnt(?:ate|ese)\b|recib[ea] (?:nuestr\w+|cada|gratis)\b|comparte (?:este|esta)\b"
    r"|non sei (?:ancora )?abbonato|abbonati\b|iscriviti\b|ainda não é assinante|assine (?:já|agora|a|o)\b|inscreva-se\b|nog geen (?:abonnee|lid)|(?:meld|schrijf) (?:je|u) (?:nu )?(?:aan|in)\b"
    r"|还没有?订阅|立即订阅|马上订阅|[欢歡]迎[订訂][阅閱]|ご購読はこちら|会員登録はこちら|اشترك الآن|لم تشترك بعد",
    re.IGNORECASE,
)
# Only behind or before one of those.
_ASIDE = re.compile(
    r"(?:start|begin|click|read|join|register|sign up|subscribe|apply|see) (?:here|now|free)\W*$|it(?:['’]s| is) free\W*$|no spam\W*$|forward (?:it|this)\b"
    r"|(?:tell|ask) a (?:friend|colleague)\W*$|here(?:['’]s| is) how\W*$|hier (?:klicken|anmelden|entlang)\W*$|(?:par )?ici\W*$|aquí\W*$|cancel any ?time\W*$",
    re.IGNORECASE,
)
_COVERED = (
    r"(?:has|have) (?:been )?(?:covering|covered|following|followed|reporting on|reported on|writing about|written about|tracking|tracked|investigating|investigated)\b"
    r"[^.]*\b(?:since|for (?:more than |over |nearly |almost )?[\w-]+ (?:years|months|decades))\b"
)
_FIRST = r"(?:(?:was|were|is|are) (?:the )?(?:first|only)\b|(?:first|exclusively) (?:revealed|reported|disclosed|broke|exposed|told)\b)"
_BYLINE = re.compile(r"(?:by|par|von|por|di|door)\s+(?-i:[A-ZÀ-Þ])\S*(?:\s+\S+){0,12}$", re.IGNORECASE)
_BYLINE_NAME = re.compile(
    r"\w+\s+((?-i:[A-ZÀ-Þ])[\w.'’-]+(?:\s+(?:(?:de|van|von|der|da|di|la)\s+)*(?-i:[A-ZÀ-Þ])[\w.'’-]+){1,3})",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"^about the (?:author|writer)\s*[:：.–—-]?\s*", re.IGNORECASE)
_DATED = re.compile(
    r"\b(?:published|updated|posted|publiée?|mise? à jour|veröffentlicht|aktualisiert|publicado|actualizado|atualizado|pubblicato|aggiornato|gepubliceerd|bijgewerkt)\b.*\d",
    re.IGNORECASE,
)
_KICKER = re.compile(r"[A-ZÀ-Þ0-9 &'’/-]{3,40}|\w[\w '’-]{1,25}(?: [·•›>/|] \w[\w '’-]{1,25}){1,3}")
_MENU = re.compile(r"(?:[^|.!?。]{1,30}\|){3,}[^|.!?。]{1,30}")
_TITLE_GAPS = " \t-–—|｜_·•:»«"


def names_of_site(page_title: str | None, headline: str | None, site: str | None) -> tuple[str, ...]:
    """Return what a page calls its site: `site`, and what its title holds beside the headline."""
    names = [site or ""]
    if page_title and headline and headline in page_title:
        names.extend(part.strip(_TITLE_GAPS).removesuffix(" Online") for part in page_title.split(headline))
    return tuple(dict.fromkeys(name for name in names if len(name) in _NAME_CHARS))


class Plugs:
    """Cuts the sentences off a paragraph's end in which a site of these names speaks of itself."""

    def __init__(self, names: Sequence[str]) -> None:
        """Keep the site's `names`."""
        self._names = names
        self._lasts = [name.split()[-1].casefold() for name in names if name.strip()]

    def cut(self, text: str) -> tuple[str, str]:
        """Return `text` without its plug, and the plug, empty where there is none."""
        plug: list[str] = []
        certain, left = False, text.rstrip()
        for start in reversed([0, *(gap.end() for gap in SENTENCE_GAP.finditer(text))]):
            sentence = left[start:].lstrip()
            if not sentence:
                continue
            if _QUOTED.search(sentence):
                break
            offered = bool(_OFFER.match(sentence) or self._names_itself(sentence))
            if not (offered or _ASIDE.match(sentence)):
                break
            certain = certain or offered
            plug.insert(0, sentence)
            left = left[:start].rstrip()
        # A bare "Start here." in front of the offers is none of them.
        if not certain or len(" ".join(plug)) > _LONGEST_PLUG:
            return text, ""
        return left, " ".join(plug)

    def _names_itself(self, sentence: str) -> bool:
        """Return whether `sentence` is an offer that calls the site by name."""
        folded = sentence.casefold()
        return any(last in folded for last in self._lasts) and self._own_offer.match(sentence) is not None

    @cached_property
    def _own_offer(self) -> re.Pattern[str]:
        """What the site offers by name: built when a sentence has one, since that takes milliseconds."""
        own = "(?:the )?(?:" + "|".join(re.escape(name.removeprefix("The ")) for name in self._names) + ")"
        lasts = [re.escape(name.split()[-1]) for name in self._names if len(name.split()) > 1]
        own = f"(?:{own}|the (?:{'|'.join(lasts)}))" if lasts else own
        return re.compile(
            rf"{own} (?:{_COVERED}|{_FIRST})(?!.*\bthat\b)"
            rf"|(?:subscribe|register|sign up) (?:to|for) (?:our )?{own}\b"
            rf"|(?:is|are|does|do|isn['’]t|aren['’]t|if)\b[^?.]{{0,80}}\b(?:read|reading|subscribed to|following) {own}\b",
            re.IGNORECASE,
        )


def mark_lines_about(blocks: list[Block], rules: list[str | None], authors: Sequence[str]) -> None:
    """Mark the byline, the date and the section before the text, menus, and who the author is after it."""
    top = next((i for i, block in enumerate(blocks) if len(block.text) >= _PROSE_CHARS), 0)
    headline = rules.index("headline") if "headline" in rules else 0
    for index, block in enumerate(blocks):
        text = block.text
        prose = block.kind in {"paragraph", "item"}
        if rules[index] or not (prose or index < headline) or len(text) > _LONGEST_LINE:
            continue
        if _MENU.fullmatch(text):
            rules[index] = "navigation"
        elif index < _TOP_PLACES and not _SENTENCE_END.search(text):
            if _BYLINE.match(text):
                rules[index] = "byline"
            elif _DATED.search(text):
                rules[index] = "dateline"
            elif len(text.split()) <= _KICKER_WORDS and (
                index < headline or (index < top and _KICKER.fullmatch(text))
            ):
                rules[index] = "kicker"
    bylines = (
        _BYLINE_NAME.match(block.text) for block, rule in zip(blocks, rules, strict=True) if rule == "byline"
    )
    named = tuple(name.casefold() for name in (*authors, *(found[1] for found in bylines if found)))
    left = [index for index, rule in enumerate(rules) if rule is None]
    for index in left[1:][-_LAST_PLACES:]:
        text = _ABOUT.sub("", blocks[index].text)
        if len(text) <= _LONGEST_PLUG and not _QUOTED.search(text) and text.casefold().startswith(named):
            rules[index] = "author"


def _is_set_apart(block: Block) -> bool:
    """Return whether `block` is marked as a quotation, and not whose words one is."""
    return block.kind == "quote" and not block.text.startswith(("—", "–", "-", "@"))


def mark_pull_quotes(blocks: list[Block], rules: list[str | None]) -> None:
    """Mark short blocks that say again what stands in a paragraph, and whose words they are."""
    plain = [_QUOTED.sub("", block.text) for block in blocks]
    whole = "\n".join(plain)
    for index, block in enumerate(blocks):
        said = plain[index].strip(" .!?…")
        if (
            rules[index]
            or block.kind not in {"paragraph", "quote"}
            or len(said) not in _PULLED_CHARS
            or not (_is_set_apart(block) or _SENTENCE_END.search(block.text) or _QUOTED.match(block.text))
        ):
            continue
        if whole.count(said) > 1 and any(said in text and len(text) > len(plain[index]) for text in plain):
            rules[index] = "pull quote"
            speaker = blocks[index + 1] if index + 1 < len(blocks) else block
            short = len(speaker.text.split()) <= _SPEAKER_WORDS and not _SENTENCE_END.search(speaker.text)
            if short and speaker.kind in {"paragraph", "quote"} and rules[index + 1] is None:
                rules[index + 1] = "pull quote"
