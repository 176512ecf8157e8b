"""The labels under which publishers print their own highlights."""

import re
from typing import Literal

LabelStrength = Literal["strong", "weak"]

# Strong: says "a digest of this article" wherever it stands. Weak: may head an ordinary section as
# well, so it counts only before the body or in a box.
_STRONG = (
    # en
    r"key (?:points|takeaways?|facts|findings|highlights|messages|insights)|(?:the )?(?:main |top |quick |article )?takeaways?"
    r"|(?:main|top|story|article|news) (?:points|highlights)|tl;?\s?dr|the gist|quick (?:read|summary|take)"
    r"|in (?:a nutshell|short|30 seconds|60 seconds)|(?:article|story|ai|ai-generated|executive) summary|summary box"
    r"|(?:this )?story at a glance|what to know|what you need to know|why it matters in brief|bullet points|fast facts"
    # de
    r"|das wichtigste(?: in kürze| auf einen blick| zusammengefasst| zum thema)?|auf einen blick|kernpunkte|kernaussagen"
    r"|die wichtigsten (?:punkte|fakten|erkenntnisse)|wichtigste (?:punkte|erkenntnisse)|zusammengefasst|kurz und knapp"
    # es
    r"|puntos (?:clave|principales|destacados)|(?:las |los )?claves(?: de la noticia)?|lo (?:más )?(?:importante|esencial)"
    r"|lo que debes saber|ideas (?:clave|principales)|aspectos (?:clave|destacados)"
    # fr
    r"|(?:les )?points (?:clés?|essentiels|forts|à retenir)|l[’']essentiel(?: à retenir)?|(?:ce qu[’']il faut|à) (?:retenir|savoir)"
    r"|les infos à retenir"
    # it
    r"|punti (?:chiave|salienti|principali)|(?:i )?punti in breve|da sapere|in pillole|l[’']essenziale"
    # pt
    r"|pontos[- ](?:chave|principais)|(?:os )?principais (?:pontos|destaques)|o (?:mais importante|essencial)|o que (?:você precisa )?saber"
    # nl
    r"|(?:de )?(?:belangrijkste|voornaamste) (?:punten|bevindingen|feiten)|kernpunten|het belangrijkste"
    r"|dit moet je weten|in één oogopslag"
    # zh
    r"|要点|要點|重点|重點|核心要点|要点速览|要點速覽|重点摘要|重點摘要|文章要点|关键要点|關鍵要點|划重点|一文看懂|本文要点"
    # ja
    r"|ポイント|要点まとめ|記事のポイント|この記事のポイント|3行まとめ|三行まとめ|主なポイント"
    # ar
    r"|أبرز النقاط|النقاط (?:الرئيسية|الأساسية|البارزة)|أهم النقاط|أهم ما جاء|باختصار"
    # hi
    r"|मुख्य (?:बातें|बिंदु|अंश|बिन्दु)|खास बातें|अहम बातें|प्रमुख बिंदु|महत्वपूर्ण बिंदु"
    # ru
    r"|главное|ключевые (?:моменты|тезисы|выводы)|основные (?:тезисы|моменты)|коротко"
    # ko
    r"|핵심 ?(?:요약|포인트)|주요 내용"
)
_WEAK = (
    r"(?:article |the )?highlights|at a glance|in brief|summary|overview|abstract|briefly|synopsis"
    r"|zusammenfassung|in kürze|kurz ?gefasst|kurzfassung|überblick|im überblick|höhepunkte"
    r"|resumen|en (?:resumen|breve|síntesis|pocas palabras)|de un vistazo|destacados|lo destacado"
    r"|résumé|en (?:bref|résumé|un coup d[’']œil)|synthèse|(?:les )?faits saillants|sommaire"
    r"|in (?:breve|sintesi)|riassunto|riepilogo|sintesi|in evidenza"
    r"|resumo|em (?:resumo|síntese|destaque)|destaques|num relance"
    r"|samenvatting|in het kort|kort samengevat|hoogtepunten|kortom"
    r"|摘要|概要|概述|概览|亮点|亮點|内容提要|內容提要|总结|總結|导读|速览|速覽"
    r"|まとめ|要約|要点|ハイライト|あらすじ"
    r"|ملخص|الملخص|ملخص المقال|نظرة سريعة|أبرز ما ورد|موجز|الخلاصة"
    r"|सारांश|संक्षेप में|एक नज़र में|एक नजर में|हाइलाइट्स|मुख्य समाचार बिंदु"
    r"|итоги|кратко|резюме|вкратце|요약|하이라이트"
)
_FRAME = r"[\s\W_]*(?:{})[\s\W_]*"
_STRONG_LABEL = re.compile(_FRAME.format(_STRONG), re.IGNORECASE)
_WEAK_LABEL = re.compile(_FRAME.format(_WEAK), re.IGNORECASE)
# "Key points: the mayor resigned." in one paragraph.
_INLINE_LABEL = re.compile(
    rf"[\s\W_]*(?P<label>{_STRONG}|{_WEAK})\s*[:：]\s*(?P<rest>\S.*)", re.IGNORECASE | re.DOTALL
)
_LONGEST = 60

# Whether any label may be in a page at all: cheap, and right for nearly every page without one.
IN_PAGE = re.compile(rf"[>\"'](?:[\s\W]|&\w+;)*(?:{_STRONG}|{_WEAK})(?:[\s\W]|&\w+;)*[<\"']", re.IGNORECASE)


def label_strength(text: str) -> LabelStrength | None:
    """Return how surely `text` alone is the label of a highlights box, or None if it is none."""
    if not text or len(text) > _LONGEST:
        return None
    if _STRONG_LABEL.fullmatch(text):
        return "strong"
    return "weak" if _WEAK_LABEL.fullmatch(text) else None


def inline_label(text: str) -> tuple[LabelStrength, str] | None:
    """Return the strength of the label that `text` opens with, up to a colon, and the rest."""
    found = _INLINE_LABEL.fullmatch(text)
    if found is None:
        return None
    strength = label_strength(found["label"])
    return (strength, found["rest"]) if strength else None
