"""Tell a page that holds no article, and say what it holds instead.

Only a short text is suspected: real articles mention cookies, subscriptions and JavaScript
too. The bounds leave every one of the 181 development pages in.
"""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from summarizer.errors import NoArticleError
from summarizer.extraction.blocks import Block, squeeze

LEAST_WORDS = 12
SUSPECT_CHARS = 1500  # more text than the longest teaser that is refused
_STUB_WORDS = 60
_TEASER_WORDS = 150
_ERROR_WORDS = 120
_SENTENCE_CHARS = 25
_LEAST_PROSE = 0.1
_MOST_LINKS = 0.6

_SAVE_IT = "Open it in a browser, save the page or copy its text, and pass the file."

_SCRIPT = re.compile(
    r"(?:enable|activate|turn on|requires?|needs?|without|disabled?|switch on)\s+(?:your browser['’]?s )?java ?script"
    r"|java ?script (?:is |to be |has been |must be |appears to be )?(?:not )?(?:enabled|disabled|required|turned off|deactivated|needed)"
    r"|java ?script (?:zu )?aktivieren|aktivieren sie (?:bitte )?java ?script|activ(?:er|ez) (?:le )?java ?script"
    r"|(?:active|activa|activar|habilite|habilita|habilitar|ative|abilita(?:re)?|attiva(?:re)?) (?:o |el |il )?java ?script"
    r"|schakel java ?script|включите java ?script|java ?scriptを有効|启用 ?java ?script|啟用 ?java ?script|تفعيل جافا ?سكريبت"
    r"|जावास्क्रिप्ट सक्षम",
    re.IGNORECASE,
)
_COOKIES = re.compile(
    r"(?:we|our (?:site|website)|this (?:site|website)|and our (?:\d+ )?partners)\b.{0,40}\buses? cookies|accept (?:all )?cookies"
    r"|cookie (?:policy|settings|preferences|consent|notice)|manage (?:your )?(?:cookies|preferences|consent)|we value your privacy"
    r"|reject all|accept all|personali[sz]ed (?:ads|advertising|content)|store and/or access information|legitimate interest"
    r"|alle cookies akzeptieren|cookies (?:zulassen|zustimmen)|wir (?:und unsere partner )?verwenden cookies|datenschutzeinstellungen"
    r"|accepter (?:les|et|tout)|nous (?:et nos partenaires )?utilisons des cookies|aceptar (?:todas las |todo|las )?cookies"
    r"|utilizamos cookies|usamos cookies|accetta (?:tutti i |i )?cookie|utilizziamo (?:i )?cookie|aceitar (?:todos os )?cookies"
    r"|alle cookies accepteren|wij gebruiken cookies|クッキー|接受所有|使用 ?cookie",
    re.IGNORECASE,
)
# What such a notice calls itself, alone in a heading or a title.
_NOTICE_HEADING = re.compile(
    r"(?:we|this (?:web)?site|our (?:web)?site|[\w-]+\.[\w.-]{2,}) uses? cookies\b.{0,60}|we (?:value|respect|care about) your privacy"
    r"|(?:about |manage |accept |allow |choose )?(?:your |our |the use of )?(?:cookies?|privacy|consent|data)(?:(?:,| and| &) (?:your )?(?:cookies?|privacy|data))?"
    r"(?: (?:polic(?:y|ies)|settings?|preferences?(?: cent(?:er|re))?|consent|notice|choices?|options|information|matters|is important to us"
    r"|(?:on|at) [\w. ’'-]{2,40}))?|your (?:privacy|data|choice),? your (?:choice|control|data|privacy)|before you (?:continue|go on)\b.{0,40}"
    r"|.{0,30}\basks? for your consent\b.{0,40}"
    r"|wir (?:verwenden|nutzen|setzen) cookies\b.{0,40}|(?:wir (?:respektieren|schätzen) )?ihre privatsphäre\b.{0,40}|cookie-?(?:einstellungen|hinweis\w*|richtlinie\w*|zustimmung)"
    r"|datenschutz(?:-?(?:einstellungen|hinweis\w*))?|privatsphäre-?einstellungen|(?:ihre )?einwilligung"
    r"|nous utilisons des cookies\b.{0,40}|(?:nous respectons |le respect de )?votre vie privée\b.{0,40}|(?:gestion|paramètres|paramétrage|utilisation) des (?:cookies|traceurs)|vos (?:cookies|choix|préférences)\b.{0,40}"
    r"|(?:utilizamos|usamos) cookies\b.{0,40}|(?:valoramos|respetamos|valorizamos|respeitamos) (?:su|tu|a sua) (?:privacidad|privacidade)|su privacidad\b.{0,40}|a sua privacidade\b.{0,40}"
    r"|(?:política|configuración|aviso|preferencias|preferências|definições) de cookies|utilizziamo i? ?cookie\b.{0,40}|la (?:tua|vostra) privacy\b.{0,40}|(?:informativa|preferenze|impostazioni) (?:sui|dei) cookie"
    r"|(?:wij|we) gebruiken cookies\b.{0,40}|(?:jouw|uw|je) privacy\b.{0,40}|cookie-?(?:instellingen|voorkeuren)|クッキー(?:について|の使用|ポリシー)?|(?:関于|关于)?cookie(?:の使用|について|设置|政策)?",
    re.IGNORECASE,
)
_CONSENT = re.compile(
    r"\b(?:consent\w*|your (?:device|browser|choices?|preferences|settings|privacy|experience|agreement)|our (?:\d+ )?(?:partners|vendors)|personali[sz]ed?|tailored"
    r"|accept\w*|agree\w*|opt(?:ing)?[- ]out|reject\w*|withdraw\w*|settings|preferences|personal data|use data|ads|advertis\w+|measure audiences|legitimate interest|(?:which|these|following) purposes"
    r"|einwillig\w+|zustimm\w+|(?:ihrem|deinem) gerät|unsere partner|widerrufen|einstellungen|werbung|personalisier\w+|akzeptier\w+|ablehn\w+|personenbezogen\w+"
    r"|consentement|votre appareil|nos (?:\d+ )?partenaires|accept(?:er|ez)|refuse[rz]|paramétr\w+|préférences|publicités?|personnalis\w+|vos choix"
    r"|consentimi?ento|(?:su|tu|o seu) dispositivo|(?:nuestros|nossos) (?:\d+ )?(?:socios|parceiros)|acept\w+|aceit\w+|rechaz\w+|recus\w+|preferencias|preferências|publicidade?|personali[sz]ad\w+"
    r"|consenso|(?:tuo|vostro) dispositivo|nostri (?:\d+ )?partner|accett\w+|rifiut\w+|preferenze|pubblicità|personalizzat\w+"
    r"|toestemming|(?:jouw|uw|je) apparaat|onze (?:\d+ )?partners|accepte\w+|weiger\w+|voorkeuren|instellingen|advertenties|gepersonaliseerde?)\b|同意|広告|设备|個人情報|偏好",
    re.IGNORECASE,
)
_TO_THE_READER = re.compile(
    r"\b(?:we|us|our|you|your|wir|uns\w*|ihr\w*|nous|vous|notre|nos|votre|vos|nuestr[oa]s?|usted|tus?|noi|nostr[aeio]|vostr[aeio]|tu[oai]|noss[oa]s?|seus?|sua"
    r"|wij|onze|uw|jouw)\b|当サイト|您|我们",
    re.IGNORECASE,
)
_WORDS_A_CONSENT = 30  # a text that speaks of consent less often speaks of something else, too
_TITLE_END = re.compile(r"\s+[-–—|·:»]\s+[^-–—|·:»]*$")
_PAYWALL = re.compile(
    r"(?:subscribe|sign up|register|log ?in|sign in|join)(?: now| today)? (?:to|and) (?:continue|keep|read|unlock|view|access|see)\b"
    r"|to (?:continue|keep) reading|continue reading (?:with|for|by)|to read (?:the (?:full|rest)|this) (?:article|story)?"
    r"|already (?:a (?:subscriber|member)|have an account|subscribed|registered)|(?:for|to) (?:our )?(?:paying )?subscribers only"
    r"|subscriber[- ]only|exclusive (?:to|for) (?:our )?(?:subscribers|members)|(?:is|are) (?:only )?(?:available|reserved) (?:only )?"
    r"(?:to|for) (?:our )?(?:\w+ )?(?:subscribers|members)|(?:you['’]ve|you have) (?:reached|read|used) (?:your|all|the) .{0,40}(?:limit|free"
    r"|articles)|unlock (?:this|the) (?:article|story|content)|start your free trial|create (?:a |your )?(?:free )?account to"
    r"|jetzt weiterlesen|weiterlesen mit|um weiterzulesen|(?:nur|exklusiv) für abonnenten|bereits abonnent|jetzt abonnieren"
    r"|(?:article |contenu )?réservé(?:e|s)? aux abonnés|déjà abonné|(?:la suite|l['’]article) est réservé|pour lire la suite"
    r"|solo para suscriptores|exclusivo para (?:suscriptores|assinantes)|suscríbete para|para seguir leyendo|ya (?:eres|soy) suscriptor"
    r"|riservat[oi] agli abbonati|per continuare a leggere|sei già abbonato|para continuar lendo|já é assinante"
    r"|alleen voor abonnees|om verder te lezen|al abonnee|только для подписчиков|有料会員限定|この記事は有料|会員限定|続きを読むには"
    r"|会员专享|订阅后阅读|登录后查看|登入後|للمشتركين فقط|केवल सदस्यों के लिए",
    re.IGNORECASE | re.DOTALL,
)
_ERROR = re.compile(
    r"\W*(?:error\W*|http\W*|fehler\W*|erreur\W*)?(?:40[0134]|410|429|50[0234])\b\W*(?:$|error|not found|page|file|forbidden|unauthorized"
    r"|gone|bad|service|gateway|internal|access|nicht|seite|página|pagina|oops|sorry|too many)"
    r"|\W*(?:(?:oops|sorry|uh[- ]oh)\W{0,4})?(?:(?:the |this )?(?:page|article|story|file|site)(?: you.{0,40})? (?:(?:was |is |could |can ?)?not"
    r"(?: be)? found|cannot be found|can['’]t be found|does(?:n['’]t| not) exist|no longer exists|is (?:no longer|not|un)\s?available"
    r"|has (?:been (?:re)?moved|expired))|we can(?:['’]t|not| not) find)"
    r"|\W*(?:not found|access (?:to this page has been )?denied|forbidden|just a moment|attention required|are you (?:a )?(?:human|robot)"
    r"|verif(?:y|ying) (?:that )?you are (?:a )?human|checking your browser|pardon our interruption|service unavailable|bad gateway"
    r"|internal server error|something went wrong|security check|captcha|robot check|too many requests|temporarily unavailable"
    r"|seite nicht gefunden|die seite .{0,40}nicht gefunden|page introuvable|page non trouvée|página no encontrada|pagina non trovata"
    r"|página não encontrada|pagina niet gevonden|страница не найдена|ページが見つかりません|页面不存在|找不到(?:网页|頁面|页面)"
    r"|الصفحة غير موجودة|पृष्ठ नहीं मिला)",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_EAST_ASIAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*(?:\s|$)|[。！？।؟]")


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
    if sum(len(block.text) for block in kept) <= SUSPECT_CHARS:
        _refuse_stub(name, found, kept, seen)
    if _prose_share(kept) < _LEAST_PROSE and _linked_share(kept, seen.links()) > _MOST_LINKS:
        raise NoArticleError(
            f"{name} holds only headings or links, no sentences. Pass the address of one article, or its text."
        )


def _refuse_stub(name: str, found: Sequence[Block], kept: Sequence[Block], seen: Seen) -> None:
    text = "\n".join(block.text for block in found)
    words = word_count("\n".join(block.text for block in kept))
    if words < _ERROR_WORDS and any(_ERROR.match(line) for line in _first_lines(seen, found)):
        raise NoArticleError(f"{name} is an error page, not an article. Check the address. {_SAVE_IT}")
    if _SCRIPT.search(seen.text if words < _STUB_WORDS else "") or (
        words < _ERROR_WORDS and _SCRIPT.search(text)
    ):
        raise NoArticleError(f"{name} shows its text only with JavaScript, which is not run here. {_SAVE_IT}")
    named = words < _ERROR_WORDS and len({match.lower() for match in _COOKIES.findall(text or seen.text)}) > 1
    if named or _asks_consent(text, seen):
        raise NoArticleError(f"{name} shows a cookie notice in place of an article. {_SAVE_IT}")
    walled = _PAYWALL.search(f"{text} {seen.text}" if words < _STUB_WORDS else text)
    if (walled and words < _TEASER_WORDS) or (seen.paid and words < _STUB_WORDS):
        raise NoArticleError(
            f"{name} shows a login or subscription wall, with {words} words of the article. {_SAVE_IT}"
        )
    if words < LEAST_WORDS:
        held = f"only {words} words" if words else "no text"
        raise NoArticleError(f"{name} holds {held} of an article. {_SAVE_IT}")


def _asks_consent(text: str, seen: Seen) -> bool:
    """Return whether the page is headed as a notice about cookies, and its text asks the reader for consent.

    An article about cookies has a headline that says more, and tells of others.
    """
    title = seen.title or ""
    headings = (title, _TITLE_END.sub("", title), *seen.headings)
    if not any(_NOTICE_HEADING.fullmatch(squeeze(heading).rstrip(".!?:")) for heading in headings):
        return False
    consents = [match.lower() for match in _CONSENT.findall(text)]
    often = len(consents) * _WORDS_A_CONSENT >= word_count(text)
    return len(set(consents)) > 1 and often and _TO_THE_READER.search(text) is not None


def _first_lines(seen: Seen, found: Sequence[Block]) -> list[str]:
    return [seen.title or "", seen.text.strip()[:200], *(block.text for block in found[:2])]


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
