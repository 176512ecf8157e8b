"""Take out of the body what is no part of the article, and say by which rule.

The rules are those that the false positives of the 181 development pages ask for, and the
same lines in the other languages of the news. Each looks at whole blocks that are short:
what a writer says inside a paragraph is the article's own.
"""

import re
from collections.abc import Sequence
from itertools import takewhile

from summarizer.extraction.blocks import Block
from summarizer.extraction.inserts import Plugs, mark_lines_about, mark_pull_quotes
from summarizer.extraction.notes import is_note, note_at_end
from summarizer.schema import RemovedLine

# A block longer than this is prose, whatever it starts with.
_LONGEST = 320
_HEADLINE_PLACES = 3
_HEADLINE_LIKENESS = 85
_MOST_DANGLING = 3
_DANGLING_WORDS = 8
_DANGLING_CHARS = 80
_TEASER_WORDS = 25
_SHOUTED_WORDS = 7

_NETWORK = r"(?:twitter|facebook|instagram|youtube|linkedin|telegram|whatsapp|tiktok|threads|bluesky|mastodon|weibo|x\b)"
_MONTH = (
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mär|mai|okt|dez|ene|abr|ago|dic|janv|févr|avr|juin|juil|août"
    r"|gen|mag|giu|lug|set|ott|fev|out|mrt|mei)\w*\.?"
)
# Names in a row, with no verb among them: "Ann Lee in St. Paul and Bob Ash", not "CRISPR cut the levels".
_NAMED = r"(?>(?-i:(?:[A-Z]\w{0,2}\.)+|[^\W\d_a-zß-ÿ][\w'’-]*))"
_AMONG_NAMES = (
    r"(?-i:and|in|for|from|of|at|the|by|with|our|staff|de|da|do|dos|du|del|della|di|la|le|van|von|der|den|ter|bin|al|el"
    r"|additional|[Rr]eporting|[Ww]riting|[Ee]diting|edited|written)"
)
_NAMES = rf"{_NAMED}(?:(?:, ?|[/&]| & | )(?:{_NAMED}|{_AMONG_NAMES}\b))*+"
# Each is matched at the start of a block.
_STARTS: dict[str, str] = {
    "related": (
        r"(?:read (?:more|also|next)|related(?: \w+)?|see (?:more|also)|also (?:read|see)|more|more (?:on|from)\b[^:]{0,60}"
        r"|watch|don['’]t miss|lesen sie auch|mehr zum thema|auch interessant|(?:à )?lire aussi|à voir aussi|lee también"
        r"|lea también|también te puede interesar|te puede interesar|leggi anche(?: su)?|potrebbe interessarti"
        r"|leia (?:também|mais)|veja também|lees ook|lees meer|читайте также|см\. также|関連記事|あわせて読みたい|合わせて読みたい"
        r"|相关阅读|相關閱讀|延伸阅读|延伸閱讀|관련 ?기사|اقرأ أيضا|اقرأ أيضًا|اقرأ المزيد|यह भी पढ़ें|ये भी पढ़ें|इसे भी पढ़ें)\s*[:：|｜]"
        r"|(?-i:READ|WATCH|LISTEN|SEE)\s*[:：|｜–—]\s*(?=\S)|(?:read|lesen|lire|leer|leggi|leia|lees|पढ़ें)\s*[|｜]\s*(?=\S)"
        r"|(?:上一篇|下一篇|上一條|下一條)\s*[:：]|(?-i:(?:RELATED (?:STORIES|ARTICLES|NEWS|CONTENT|LINKS|READING)|READ MORE|MORE STORIES)\b)"
        r"|also on [\w.]+\.com\b|(?:click|tap) here (?:to|for)\b|you can view our .{0,40} here\.?$|explore further$"
    ),
    "newsletter": (
        r"(?:sign up (?:for|to|here)\b[^.]{0,80}(?:newsletter|e-?mails?\b|inbox|briefing|alerts|updates)|sign up:|subscribe (?:to|now|today)|subscribe$|click here to subscribe"
        r"|get (?:the |our |all |your )?[^.]{0,80}(?:newsletter|in your inbox|to your inbox|delivered (?:[^.]{0,20}\byour\b|daily|weekly|every))"
        r"|(?:enjoying|enjoyed|liking|loving) (?:the|this|our|what)\b[^.]{0,60}\?|get (?:our|the) [^.]{0,60}\b(?:every|each) \w+day\b"
        r"|get access to|start your day with|join our (?:newsletter|free)|thanks for (?:signing up|subscribing)"
        r"|get (?:the |our |your )?[^.]{0,60}\b(?:morning|evening|daily|weekly|weekend|breakfast|free) (?:e-?mails?|briefings?|bulletins?|digest)(?:$|[.!]\W*(?:$|enter|sign|just|no spam))"
        r"|keep an eye on your inbox|(?:there was an error|an error (?:has )?occurred)(?:\W*$|[.,!]? (?:please|while|submitting|processing|signing|with your))|enter your email|you['’]re (?:all )?signed up"
        r"|abonnieren sie|(?:jetzt |zum )?(?:newsletter|メルマガ|ニュースレター)\s*(?:[:：|]|$|(?:jetzt )?(?:abonnier|anmeld|bestell|sign[- ]?up\b|subscri(?:be\b|ption\W*$))|登録|に登録|の登録)|inscrivez-vous|abonnez-vous|recevez (?:notre|la)|suscríbete|suscríbase"
        r"|regístrate|recibe (?:nuestro|las)|iscriviti|abbonati|assine (?:a|nossa|o)|inscreva-se|cadastre-se|receba (?:a|nossa)"
        r"|schrijf je in|abonneer|meld je aan|подпишитесь|подписывайтесь|[订訂][阅閱](?:我们|我們|本[刊报報站]|电子|電子|新闻|新聞|邮件|郵件|\W*$)"
        r"|اشترك(?:وا)? (?:الآن|في (?:نشرتنا|النشرة|قناتنا))|सब्सक्राइब)"
        r"|[^.]{0,60}newsletter$"
    ),
    "follow": (
        rf"(?:(?:follow|find|join|subscribe)\b[^.]{{0,90}}|like (?:us|me|our (?:[\w -]{{1,30}} )?page|@\w+)\b[^.,]{{0,90}}|like {_NAMES} )\bon {_NETWORK}|follow (?:us|@\w+|him|her|them)\b|folgen sie uns"
        r"|suivez-nous|síguenos|seguici|siga-nos|siga o|volg ons|フォロー(?:(?:する)?(?!\w)|して(?:ください|下さい|ね|(?!\w))|はこちら)|关注我们|關注我們|تابعنا|हमें फॉलो|हमसे जुड़ें"
        r"|get (?:the )?[\w ]{2,30} (?:app|on the go)\b|download (?:the|our) [\w ]{0,30}app\b|listen to \w+ live"
    ),
    "share": (
        r"(?:share (?:this|on|via|it|the (?:article|story|post|page|link|news))\b|share$|spread the word|like this (?:story|article|post)\?|tell your friends"
        r"|e-?mail this|print (?:this|article)|printer(?:-friendly)? version|order reprints|partagez|compart[ea](?: (?:est[ae]|el art|la not|en (?:tus |las )?(?:redes|facebook|twitter|whatsapp))|$)"
        r"|condividi|compartilhe\b|deel (?:dit|deze)|delen$|シェア(?:する)?(?!\w)|分享到|分享至|शेयर करें|شارك(?:وا)? (?:هذا |هذه )?(?:المقال|الخبر|الصفحة|المنشور|على|عبر)|شارك$).{0,90}$"
        r"|(?:artikel |beitrag )?(?:teilen|partager|compartir|compartilhar|поделиться)\b[^.,]{0,60}$"
    ),
    "comments": (
        r"(?:comments?|\d+ comments?|leave a (?:reply|comment)|post a comment|add a comment|join the (?:conversation|discussion)"
        r"|tell us what you think|what do you think\?|view comments|comments are closed|kommentare?|kommentar schreiben"
        r"|schreiben sie einen kommentar|commentaires?|laisser un commentaire|comentarios?|deja (?:un comentario|una respuesta)"
        r"|commenti|lascia un commento|comentários?|deixe (?:um comentário|uma resposta)|reacties?|reageer|geef een reactie"
        r"|комментарии|оставить комментарий|コメント|评论|評論|发表评论|التعليقات|टिप्पणी|댓글)\s*[.…:*(\d)]*$"
        r"|your email address will not be published|required fields are marked|atenção: comentários|save my name, email"
    ),
    "tags": (
        r"(?:tags?|filed under|categor(?:y|ies)|topics?|keywords|schlagwörter|schlagworte|stichwörter|themen|mots[- ]clés"
        r"|étiquettes|etiquetas|categorías?|tag|categorie|categorias?|trefwoorden|теги|タグ|标签|標籤|关键词|關鍵詞|الوسوم|टैग)\s*(?:[:：|]|$)"
    ),
    "copyright": (
        rf"(?:copyright(?: (?:[\d©ⓒ(]|{_NAMES}(?:\W*(?:$|\d|(?:all )?rights)|[.;:]|,? (?:its|or)\b))|\s*(?:[:：©ⓒ|]|\(c\)|by\b|all rights|$))|©|ⓒ|\(c\) ?(?:\d{{4}}|copyright)|all rights reserved|alle rechte vorbehalten|tous droits réservés"
        r"|todos los derechos|tutti i diritti|todos os direitos|alle rechten|все права защищены|無断転載|版权所有|版權所有"
        r"|this copy is for your personal|this material may not be published)"
    ),
    "caption": (
        r"(?:image|photo|picture|video|media) (?:source|caption|credit)s?\s*, ?(?-i:[A-Z©]).{0,200}$|(?:(?:photos?|photograph|image|picture|pic|foto|fotos|bild|fotografía|imagen|photo credit|crédit(?:s)? photo"
        r"|(?:photo|image|picture) (?:credit|source|courtesy)|credit|bildquelle|fotoquelle|fotocredit|crédito|créditos|caption"
        r"|写真|図|图|圖|图片来源|圖片來源|صورة|फोटो)\s*(?:[:：©/|]|by\s+(?-i:[A-Z])).{0,160}"
        r"|(?:source|quelle|fuente|fonte|bron|источник|来源|來源|出典)\s*[:：].{0,80})$"
    ),
    "credits": (
        rf"\(?(?:reporting|additional reporting|writing|editing) by (?:(?:the |our )?(?:staff(?: \w+)?|{_NAMES}))(?:\W*$|[.;:)])"
        rf"|(?:the )?associated press (?:writers?|reporters?) {_NAMES}(?:\W*$|[.;:)]| contributed\b)"
        r"|(?:[A-Z][\w.’'-]*,? (?:and |und |et |y )?(?:[Nn]ews[’'] )?){2,12}contributed (?:reporting\b|(?:to )?this (?:\w+ )?(?:report|article|story)\b|(?:to )?(?:the )?(?:report|article|story)\W*$)"
        r"|[（(]?(?:责任编辑|責任編輯|责编|校对|编辑|編輯|審核|审核)\s*[:：].{1,30}$|write to (?-i:[A-Z]).{0,60}(?:@|\bat\b)|reach the reporters?\b|have a tip\?|email [A-Z].{0,80}@"
        r"|(?:contact (?:the )?(?:reporter|author|writer|us)|[\w.]+ may be reached)\b.{0,80}@"
    ),
    "dateline": (
        rf"(?:(?:published|updated|posted|last (?:updated|modified)|first published)\b(?: (?:at|on))?\s*[:：]?\s*)?"
        rf"(?:\w+[.,]*,?\s+)?(?:{_MONTH} \d{{1,2}},? \d{{4}}|\d{{1,2}}\.?(?: de)? {_MONTH}(?: de)? \d{{4}}"
        r"|\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{2,4})[\s,|•·–-]*(?:(?:às|at|um|à|a las|alle)?\s*\d{1,2}[:.h]\d\d)?"
        r"(?:\s*[ap]\.?m\.?)?(?:\s*[A-Z]{2,4})?$"
        r"|updated at \d.{0,40}$|\d{1,2}[- ]min(?:ute)?s?(?: read)?$|(?:reading time|lesezeit|temps de lecture"
        r"|tiempo de lectura|tempo di lettura|tempo de leitura|leestijd)\b.{0,30}$|기사입력 ?:.{0,40}$"
    ),
    "promotion": (
        r"click here\b|if you (?:buy|purchase) (?:something|anything)\b|we may (?:earn|get) (?:a|an) .{0,30}commission"
        r"|this (?:text|article|content|information|material) is (?:provided )?for (?:general )?information(?:al)?(?: purposes)? only\b"
        r"|(?:nothing|neither) [^.]{0,80}\b(?:investment|financial) advice\b"
        r"|this is an? (?:signed |personal )?opinion\b|(?:the )?(?:views|opinions) expressed (?:here|in this)\b|免责声明|免責聲明|disclaimer\s*:|广告$|廣告$|広告$|реклама$|إعلان$|advert$"
        r"|if you enjoyed this article|advertisement$|anzeige$|publicité$|publicidad$|pubblicità$|publicidade$|advertentie$"
        r"|(?:story|article) continues(?: below.{0,40}|\W*)$|\[/?button\b|https?://\S+$|[\w.+-]+@[\w-]+\.[\w.]+$"
        r"|(?:www\.)?\w+\.(?:com|org|net|co\.uk)/\S*$"
    ),
}
_RULE = re.compile(
    r"[\[(>»→►▶•*\s]{0,4}(?:" + "|".join(f"(?P<{rule}>{start})" for rule, start in _STARTS.items()) + ")",
    re.IGNORECASE,
)
# Whole lines: a program wrote the publisher's highlights. They are looked at only where one of the names stands.
_MACHINES = ("AI", "KI", "IA", "rtificial", "utomated", "achine", "ChatGPT", "人工智能", "人工知能")
_BY_MACHINE = r"ai|artificial intelligence|chatgpt|generative ai|automated|machine|a large language model"
_DIGEST = r"(?:article |news |story )?(?:summary|summaries|highlights|takeaways|key (?:points|takeaways)|bullet points|synopsis|overview)"
_MACHINE_MADE = re.compile(
    rf"(?:this |the )?(?:{_BY_MACHINE})[- ](?:generated|assisted|written|created|made|powered) {_DIGEST}(?:$|[.,;:|(–—-]+ ?(?:and |but |then )?(?:reviewed|checked|edited|verified|approved|fact|may contain|mistakes|powered|based|learn more)\b.{{0,80}}$)"
    rf"|(?:this |the |these )?{_DIGEST} (?:(?:was|were|is|are|has been|have been) )?(?:generated|created|written|produced|made|compiled|summari[sz]ed) (?:by|with|using)(?: the help of)? (?:an? )?(?:{_BY_MACHINE})\b.{{0,100}}$"
    r"|(?:ki-generierte|von (?:einer )?ki (?:erstellte|generierte)) (?:zusammenfassung|kurzfassung)\b.{0,60}$|(?:diese )?zusammenfassung (?:wurde )?(?:mit|von) (?:hilfe )?(?:(?:einer|von) )?(?:künstlicher intelligenz|ki)\b.{0,80}$"
    r"|(?:ce )?résumé (?:a été )?(?:généré|créé|réalisé) (?:par|avec|à l['’]aide de) (?:une |l['’])?(?:ia|intelligence artificielle)\b.{0,80}$|(?:este )?resum(?:en|o) (?:fue |foi )?(?:generado|gerado|creado|criado|elaborado) (?:por|con|com) (?:una |la |a )?(?:ia|inteligencia artificial|inteligência artificial)\b.{0,80}$"
    r"|(?:(?:本|此|该)?(?:摘要|要点|总结)(?:由|为)\s?(?:ai|人工智能)\s?(?:自动)?生成|(?:この)?要約は(?:ai|人工知能)).{0,40}$",
    re.IGNORECASE,
)
_CREDIT_END = re.compile(
    r"(?:\((?:photo|image|credit|foto|bild)\b[^)]{2,80}\)|[|/(©]\s*(?:getty images|ap photo|reuters|afp|dpa|epa|shutterstock)\b.{0,30}"
    r"|\((?:getty images|ap|reuters|afp|dpa)(?:[/ ][^)]{0,40})?\)|\bsource: wikip\w+"
    r"|[.!?…»”\"。] ?(?:photo(?:graph)?|image|picture|illustration|foto|fotografía|imagen|bild|تصوير|صورة|عدسة)(?: by | ?[:：/©] ?| courtesy ).{2,80}"
    r"|[.!?…»”\"] (?:photo|foto) (?-i:[A-ZÀ-Þ])[^.!?]{1,40}/[^.!?]{2,40}|[.!?…»”\"] ?/ ?(?-i:[A-ZÀ-Þ])[^.!?]{2,40}"
    r"|(?:资料图片?|資料圖片?|本[网報报]圖?图?|供[图圖]|[\u4e00-\u9fff]{2,4} ?[摄攝]|撮影|提供)[）)]?)\s*$",
    re.IGNORECASE,
)
_TAIL_HEADING = re.compile(
    r"(?:updates to this page|page history|you (?:may|might) (?:also )?(?:like|be interested)|more (?:from|on|in|stories|news)\b|most (?:read|popular|viewed)"
    r"|popular (?:on|now|stories)|trending|recommended|related\b|don['’]t miss|read (?:more|next|also)|latest (?:news|stories)"
    r"|editor['’]?s['’]? picks|mehr zum thema|das könnte sie auch|meistgelesen|auch interessant|à lire aussi|sur le même sujet"
    r"|les plus lus|te puede interesar|más leídas|lo más leído|noticias relacionadas|leggi anche|potrebbe interessarti|i più letti"
    r"|leia (?:também|mais)|mais lidas|notícias relacionadas|lees ook|meest gelezen|читайте также|関連記事|人気記事|相关阅读|相關閱讀"
    r"|延伸阅读|推荐阅读|اقرأ أيضا|مواضيع ذات صلة|यह भी पढ़ें|관련 ?기사)[^.!?]{0,60}[.…:：]*$",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?…。！？।؟:：]['\"”’»」』)\]]*$")
_LOWER = re.compile(r"[a-z]")
_SHOUT = re.compile(r"[A-Z]{2,}")
_NOT_WORD = re.compile(r"[\W_]+")
_IN_WORD = re.compile(r"[^\W_]")
_READ_BY = r"\b(?:read|reading|subscribed? to|following) "
_ASKED = re.compile(rf"{_READ_BY}.*\?", re.IGNORECASE)


def filter_blocks(
    blocks: list[Block], title: str | None, names: Sequence[str] = (), authors: Sequence[str] = ()
) -> tuple[list[Block], list[RemovedLine]]:
    """Return the blocks of the article, and the lines that are none of it, in their order.

    `title`, `names` and `authors` are what the page calls itself, its site and its writers: a repeated
    headline, an offer of the site at the end of a paragraph and a word on the author are no part of
    the article.
    """
    rules: list[str | None] = [_rule_of(block) for block in blocks]
    _mark_advertising(blocks, rules, names)
    _mark_headline(blocks, rules, title)
    mark_lines_about(blocks, rules, authors)
    mark_pull_quotes(blocks, rules)
    blocks, cuts = _cut(blocks, rules, names)
    _mark_tail(blocks, rules)
    _keep_notes(blocks, rules)
    kept = [block for block, rule in zip(blocks, rules, strict=True) if rule is None]
    removed: list[RemovedLine] = []
    for index, (block, rule) in enumerate(zip(blocks, rules, strict=True)):
        if index in cuts:
            removed.append(cuts[index])
        elif rule:
            removed.append(RemovedLine(text=block.text, rule=rule))
    return kept, removed


def _cut(
    blocks: list[Block], rules: list[str | None], names: Sequence[str]
) -> tuple[list[Block], dict[int, RemovedLine]]:
    """Cut paragraphs that are the article's in part; return the blocks and what was cut.

    Off the end comes what the site says of itself, off the start who the author is before a note.
    """
    plugs, cuts, left = Plugs(names), dict[int, RemovedLine](), list(blocks)
    for index, block in enumerate(blocks):
        if rules[index] == "author" and (note := note_at_end(block.text)):
            cut, text = block.text.removesuffix(note).rstrip(), note
            cuts[index] = RemovedLine(text=cut, rule="author")
        elif rules[index] is None and block.kind in {"paragraph", "item", "quote"}:
            text, cut = plugs.cut(block.text)
            if not cut:
                continue
            cuts[index] = RemovedLine(text=cut, rule="promotion")
        else:
            continue
        left[index] = Block(block.kind, text)
        rules[index] = None if text else "promotion"
    return left, cuts


def _rule_of(block: Block) -> str | None:
    text = block.text
    if len(text) > _LONGEST or block.kind == "row":
        return None
    if not _IN_WORD.search(text):
        return "separator"
    found = _RULE.match(text)
    if found is not None:
        return found.lastgroup
    if any(name in text for name in _MACHINES) and _MACHINE_MADE.match(text):
        return "promotion"
    if block.kind != "heading" and not _SENTENCE_END.search(text):
        if _CREDIT_END.search(text):
            return "caption"
        if (
            block.kind == "paragraph"
            and not _LOWER.search(text)
            and len(_SHOUT.findall(text)) >= _SHOUTED_WORDS
        ):
            return "promotion"
    return None


def _mark_advertising(blocks: list[Block], rules: list[str | None], names: Sequence[str]) -> None:
    """Mark short paragraphs that ask who reads the site: "Are you reading The Ledger? You should."."""
    asking = [
        index
        for index, block in enumerate(blocks)
        if rules[index] is None
        and len(block.text) <= _LONGEST
        and "?" in block.text
        and _ASKED.search(block.text)
    ]
    if not names or not asking:
        return
    asked = re.compile(rf"{_READ_BY}(?:{'|'.join(map(re.escape, names))})\s*\?", re.IGNORECASE)
    for index in asking:
        if asked.search(blocks[index].text):
            rules[index] = "promotion"


def _mark_headline(blocks: list[Block], rules: list[str | None], title: str | None) -> None:
    """Mark the headline where the body repeats it."""
    from rapidfuzz import fuzz

    wanted = _folded(title or "")
    for index, block in enumerate(blocks[:_HEADLINE_PLACES]):
        if block.kind == "title":
            rules[index] = "headline"
        elif wanted and len(block.text) <= _LONGEST:
            line = _folded(block.text)
            if line == wanted or (line and fuzz.ratio(line, wanted) >= _HEADLINE_LIKENESS):
                rules[index] = "headline"


def _folded(text: str) -> str:
    return _NOT_WORD.sub(" ", text).strip().casefold()


def _mark_tail(blocks: list[Block], rules: list[str | None]) -> None:
    """Mark what follows the last paragraph: teasers under a heading, headings over nothing."""
    for index in range(len(blocks) - 1, 0, -1):
        if rules[index] is None and not _is_teaser(blocks[index]):
            break
        if _TAIL_HEADING.match(blocks[index].text) and len(blocks[index].text) <= _LONGEST:
            for later in range(index, len(blocks)):
                rules[later] = rules[later] or "related"
    left = [index for index, rule in enumerate(rules) if rule is None]
    while len(left) > 1 and blocks[left[-1]].kind == "heading":
        rules[left.pop()] = "dangling heading"
    # Without headings of its own, plain text shows them as short last lines, after an ended sentence.
    dangling = list(takewhile(lambda i: _is_dangling(blocks[i]), reversed(left)))
    if not dangling or len(dangling) > _MOST_DANGLING or len(dangling) == len(left):
        return
    if _SENTENCE_END.search(blocks[left[-1 - len(dangling)]].text):
        for index in dangling:
            rules[index] = "dangling heading"


def _keep_notes(blocks: list[Block], rules: list[str | None]) -> None:
    """Unmark the notes behind the last paragraph: they only look like promotion or like a loose end."""
    for index in range(len(blocks) - 1, 0, -1):
        if is_note(blocks[index].text):
            rules[index] = None
        elif rules[index] is None and len(blocks[index].text) >= _DANGLING_CHARS:
            break


def _is_teaser(block: Block) -> bool:
    short = block.kind != "row" and len(block.text.split()) <= _TEASER_WORDS
    return short and not _SENTENCE_END.search(block.text.rstrip(":…"))


def _is_dangling(block: Block) -> bool:
    if block.kind not in {"paragraph", "heading"} or len(block.text) > _DANGLING_CHARS:
        return False
    return len(block.text.split()) <= _DANGLING_WORDS and not _SENTENCE_END.search(block.text)
