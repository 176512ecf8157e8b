"""The labels under which publishers print their own highlights."""

import re
from typing import Literal

LabelStrength = Literal["strong", "weak"]

# Strong: says "a digest of this article" wherever it stands.
_STRONG_BY_LANGUAGE = {
    "en": """key points|key takeaways|key takeaway|key facts|key findings|key highlights|key messages|key insights|
        takeaways|main takeaways|top takeaways|quick takeaways|takeaway|main points|top points|story points|main highlights|
        story highlights|article highlights|news highlights|top highlights|tl;dr|tldr|tl dr|tl/dr|the gist|quick read|
        quick summary|quick take|quick takes|in a nutshell|in short|in 30 seconds|in 60 seconds|article summary|story summary|
        ai summary|ai-generated summary|executive summary|summary box|story at a glance|this story at a glance|what to know|
        what you need to know|things to know|bullet points|fast facts|need to know|points to note|key points to know|
        summary of key points|highlights of this story|key takeaways from this story|key takeaways from this article|
        the short version|short version|the essentials|points in brief|quick facts|main takeaway|key details|
        key developments|key lessons|what you should know|summary of findings|this article in brief|
        this story in brief|the report in brief|the story in brief|the story in short|bullet summary|
        five-second summary|30-second summary|the quick version|the takeaways in brief|main findings|key conclusions""",
    "de": """das wichtigste|das wichtigste in kürze|das wichtigste auf einen blick|das wichtigste zusammengefasst|
        das wichtigste zum thema|auf einen blick|kernpunkte|kernaussagen|die wichtigsten punkte|die wichtigsten fakten|
        die wichtigsten erkenntnisse|wichtigste punkte|die kernpunkte|die wichtigsten punkte im überblick|
        kurz zusammengefasst|kurz und knapp|darum geht's|
        in aller kürze|das wichtigste vorab|eckpunkte|die eckpunkte|kurz und bündig|auf den punkt gebracht|
        darum geht es|fakten im überblick|die fakten im überblick|die kernpunkte im überblick|
        das wichtigste in 30 sekunden|die wichtigsten fakten im überblick|zentrale punkte|die zentralen punkte|
        stichpunkte|key points""",
    "es": """puntos clave|puntos principales|puntos destacados|claves|las claves|los puntos clave|claves de la noticia|
        lo más importante|lo importante|lo esencial|lo que debes saber|ideas clave|ideas principales|aspectos clave|
        aspectos destacados|principales conclusiones|
        en claves|lo más relevante|datos clave|lo fundamental|en 30 segundos|resumen de la noticia|
        resumen del artículo|lo que hay que saber|los datos clave|los puntos principales|lo esencial de la noticia|
        las claves del día|las claves del caso""",
    "fr": """points clés|les points clés|points clé|points essentiels|les points essentiels|points forts|les points forts|
        points à retenir|les points à retenir|l'essentiel|l'essentiel à retenir|ce qu'il faut retenir|à retenir|
        ce qu'il faut savoir|à savoir|les infos à retenir|
        points-clés|les points-clés|en 30 secondes|en deux mots|résumé de l'article|l'essentiel en bref|
        l'info en bref|ce que vous devez savoir|chiffres clés|les clés de l'info|les points principaux|
        points principaux|l'article en bref|le résumé de l'article""",
    "it": """punti chiave|i punti chiave|punti salienti|i punti salienti|punti principali|i punti principali|
        i punti in breve|in pillole|l'essenziale|da sapere|cosa sapere|le cose da sapere|
        i fatti in breve|in due parole|le cose principali|la notizia in breve|i fatti principali|in 30 secondi""",
    "pt": """pontos-chave|pontos chave|pontos principais|principais pontos|os principais pontos|principais destaques|
        o mais importante|o essencial|o que saber|o que você precisa saber|ideias-chave|
        destaques da notícia|resumo da notícia|em 30 segundos|pontos essenciais|os pontos principais|os pontos-chave|
        o que precisa de saber""",
    "nl": """belangrijkste punten|de belangrijkste punten|voornaamste punten|belangrijkste bevindingen|kernpunten|
        de kernpunten|het belangrijkste|dit moet je weten|in één oogopslag|de belangrijkste feiten|
        de kern|in een notendop|de kern van het nieuws|hoofdpunten|de hoofdpunten""",
    "zh": """要点|要點|重点|重點|核心要点|核心要點|要点速览|要點速覽|重点摘要|重點摘要|文章要点|文章要點|关键要点|
        關鍵要點|划重点|一文看懂|本文要点|本文要點|内容要点|
        核心提示|提要|新闻提要|新聞提要|本文提要|新闻要点|新聞要點|本文摘要|内容摘要|內容摘要|全文摘要|摘要速览|一分钟速览|要闻速览|懒人包|懶人包|重點整理|重点整理|重點一覽|看点|看點|核心看点|核心内容|
        关键信息|速读|快读|划重点""",
    "ja": """ポイント|この記事のポイント|記事のポイント|主なポイント|3行まとめ|三行まとめ|要点まとめ|記事の要点|3つのポイント|
        要旨|本記事のポイント|記事のまとめ|この記事のまとめ|この記事の要点|この記事の要約|記事の要約|ニュースのポイント|ここがポイント|3点まとめ|早わかり|この記事でわかること|主な内容""",
    "ar": """أبرز النقاط|النقاط الرئيسية|النقاط الأساسية|النقاط البارزة|أهم النقاط|أهم ما جاء|باختصار|نقاط رئيسية|
        أبرز المحاور|في نقاط|أهم ما في الخبر|النقاط المهمة|أبرز ما في الخبر|أبرز ما جاء|خلاصة الخبر|نقاط سريعة|
        ملخص سريع|النقاط الرئيسة|أهم المحاور|أبرز المعلومات""",
    "hi": """मुख्य बातें|मुख्य बिंदु|मुख्य बिन्दु|मुख्य अंश|खास बातें|अहम बातें|प्रमुख बिंदु|प्रमुख बातें|महत्वपूर्ण बिंदु|
        मुख्य निष्कर्ष|
        खबर की मुख्य बातें|खास बिंदु|प्रमुख अंश""",
    "ru": """главное|ключевые моменты|ключевые тезисы|ключевые выводы|основные тезисы|основные моменты|
        самое важное|самое главное|главные тезисы|коротко о главном|главное за минуту""",
    "tr": """öne çıkanlar|önemli noktalar|haberin özeti""",
    "pl": """najważniejsze informacje|najważniejsze punkty|kluczowe informacje|najważniejsze wnioski""",
    "sv": """det viktigaste|viktigaste punkterna|nyckelpunkter""",
    "id": """poin penting|poin utama|intisari""",
    "ko": """핵심 요약|핵심요약|핵심 포인트|주요 내용|기사 요약|
        핵심|세줄 요약|세 줄 요약|3줄 요약|한줄 요약|주요 포인트""",
}
# Weak: may head an ordinary section as well, so it counts only before the body or in a box.
_WEAK_BY_LANGUAGE = {
    "en": """highlights|the highlights|at a glance|in brief|summary|overview|abstract|briefly|synopsis|in summary|news in brief|
        what we know|what we know so far|key events|the latest|recap|wrap-up|rundown|the facts|findings""",
    "de": """zusammenfassung|in kürze|kurzgefasst|kurz gefasst|kurzfassung|überblick|im überblick|höhepunkte|zusammengefasst|
        kompakt|kurzüberblick|im fokus|die fakten|fazit""",
    "es": """resumen|en resumen|en breve|en síntesis|en pocas palabras|de un vistazo|destacados|lo destacado|lo más destacado|
        síntesis|lo último|balance|sumario""",
    "fr": """résumé|en bref|en résumé|en un coup d'œil|synthèse|faits saillants|les faits saillants|sommaire|
        le résumé|les faits|ce que l'on sait|repères|en clair""",
    "it": """in breve|in sintesi|riassunto|riepilogo|sintesi|in evidenza""",
    "pt": """resumo|em resumo|em síntese|em destaque|destaques|num relance|em poucas palavras""",
    "nl": """samenvatting|in het kort|kort samengevat|hoogtepunten|kortom|in 't kort""",
    "zh": """摘要|概要|概述|概览|亮点|亮點|内容提要|內容提要|总结|總結|导读|導讀|速览|速覽""",
    "ja": """まとめ|要約|要点|ハイライト|
        概要|ポイント解説""",
    "ar": """ملخص|الملخص|ملخص المقال|ملخص الخبر|نظرة سريعة|أبرز ما ورد|موجز|الموجز|الخلاصة|
        خلاصة|المختصر|بإيجاز|في سطور""",
    "hi": """सारांश|संक्षेप में|एक नज़र में|एक नजर में|हाइलाइट्स""",
    "ru": """итоги|кратко|коротко|резюме|вкратце""",
    "tr": """özet|kısaca""",
    "pl": """w skrócie|podsumowanie""",
    "sv": """i korthet|sammanfattning""",
    "id": """ringkasan|sekilas""",
    "ko": """요약|하이라이트|한눈에 보기""",
}


def _labels(table: dict[str, str]) -> dict[str, None]:
    return {label.strip(): None for row in table.values() for label in row.split("|")}


_STRENGTH: dict[str, LabelStrength] = {
    **dict.fromkeys(_labels(_WEAK_BY_LANGUAGE), "weak"),
    **dict.fromkeys(_labels(_STRONG_BY_LANGUAGE), "strong"),
}
# Of the strong ones, those under which one paragraph tells the whole.
_DIGESTS = frozenset(
    _labels(
        {
            "en": """tl;dr|tldr|tl dr|tl/dr|tl-dr|the gist|quick summary|article summary|story summary|ai summary|
                ai-generated summary|executive summary|in a nutshell|the short version|short version""",
            "others": """kurz zusammengefasst|resumen de la noticia|resumen del artículo|résumé de l'article|le résumé de l'article|
                en deux mots|la notizia in breve|resumo da notícia|in een notendop|本文摘要|内容摘要|內容摘要|全文摘要|この記事の要約|記事の要約|
                ملخص سريع|خلاصة الخبر|기사 요약|핵심 요약""",
        }
    )
)
_LONGEST = 60
_AROUND = " \t\r\n\xa0:：•·|–—-!.…*#_>\u200b\u200e\u200f⚡🔑📌✨💡📝👉✅🔍➡️[]()【】「」«»"
# What may stand before a label, and what makes one of "The ruling in brief".
_COUNTED = re.compile(
    r"(?:the|our|\d{1,2}|two|three|four|five|six|seven|drei|vier|fünf|tres|cuatro|cinco|trois|quatre|cinq|tre|quattro)\s+"
)
_IN_BRIEF = tuple(
    f" {ending}"
    for ending in (
        "in brief|at a glance|in short|in a nutshell|in bullet points|so far|in kürze|auf einen blick|im überblick|en breve"
        "|de un vistazo|en síntesis|en claves|en bref|en un coup d'œil|en résumé|in sintesi|em resumo|em síntese|in het kort"
    ).split("|")
)
_LAST_WORDS = frozenset(re.split("[ -]", label)[-1] for label in (*_STRENGTH, *_IN_BRIEF))
_SHORT_TEXT = re.compile(r">\s*+([^<>\s][^<>]{1,79}+)<")
_QUOTED = re.compile(r"[\"']([^\"'<>]{2,80})")
_INLINE_LABEL = re.compile(r"[\s\W_]{0,6}(?P<label>[^:：]{2,50}?)\s*[:：]\s*(?P<rest>\S.*)", re.DOTALL)


_MOST_SPACES = 7
_SENTENCE_SIGN = re.compile(r"[^\w' -]")


def label_strength(text: str) -> LabelStrength | None:
    """Return how surely `text` alone is the label of a highlights box, or None if it is none."""
    if len(text) > _LONGEST + len(_AROUND):
        return None
    label = " ".join(text.strip(_AROUND).casefold().replace("’", "'").split())
    strength = _STRENGTH.get(label)
    if strength is None and "-" in label:
        label = label.replace("-", " ")
        strength = _STRENGTH.get(label)
    if strength is not None or " " not in label:
        return strength
    if label.endswith(_IN_BRIEF):
        return "weak" if label.count(" ") <= _MOST_SPACES and not _SENTENCE_SIGN.search(label) else None
    counted = _COUNTED.match(label)
    return _STRENGTH.get(label[counted.end() :]) if counted else None


def is_digest_label(text: str) -> bool:
    """Return whether the label `text` announces one paragraph that tells the whole."""
    return " ".join(text.strip(_AROUND).casefold().replace("’", "'").split()) in _DIGESTS


def inline_label(text: str) -> tuple[LabelStrength, str] | None:
    """Return the strength of the label that `text` opens with, up to a colon, and the rest."""
    found = _INLINE_LABEL.fullmatch(text)
    strength = label_strength(found["label"]) if found else None
    return (strength, found["rest"]) if found and strength else None


def may_hold_label(markup: str) -> bool:
    """Return whether any piece of text in `markup` is a label: cheap, and mostly False."""
    import html

    named = (found[1] for rest in markup.split("aria-label=")[1:] if (found := _QUOTED.match(rest)))
    for found in {*_SHORT_TEXT.findall(markup), *named}:
        text = html.unescape(found) if "&" in found else found
        # Most texts end in a word that no label ends in, which is quicker to see.
        if _last_word(text) in _LAST_WORDS and label_strength(text):
            return True
    return False


def _last_word(text: str) -> str:
    words = text.rstrip(_AROUND).rsplit(None, 1)
    return words[-1].rpartition("-")[2].casefold().replace("’", "'") if words else ""
