"""Tell the language of a text by its script and its function words.

Knows en de es fr it pt nl ru ar hi by their words and zh ja ko by their script; other
languages, and texts too short to tell, are None.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from types import MappingProxyType

SAMPLE_CHARS = 3000

_WORDS: dict[str, str] = {
    "en": """
        a about above after again against all also although always am among an and another any are
        around as at be because been before being below between both but by can cannot could did do does
        doing down during each either else ever every few for from further had has have having he her
        here hers herself him himself his how however i if in into is it its itself just least less many
        may me might mine more most much must my myself neither never no nor not now of off often on
        once one only onto or other others our ours ourselves out over own per rather same shall she
        should since so some still such than that the their theirs them themselves then there these they
        this those though through thus to too toward towards under until up upon us very was we were
        what when where whether which while who whom whose why will with within without would yet you
        your yours yourself
    """,
    "de": """
        aber alle allem allen aller alles als also am an ander andere anderen anderer anderes auch auf
        aus bei beim bin bis bist da dabei dadurch dafür dagegen daher damit dann daran darauf daraus
        darin darum darüber das dass dasselbe davon davor dazu dein deine dem den denen denn der deren
        des deshalb dessen die dies diese diesem diesen dieser dieses doch dort du durch ein eine einem
        einen einer eines einige er es etwas euch für gegen habe haben hat hatte hatten hier hinter ich
        ihm ihn ihnen ihr ihre ihrem ihren ihrer im in indem ins ist ja jede jedem jeden jeder jedes
        jedoch jener kann kein keine keinem keinen keiner können könnte man manche mehr mein meine mich
        mir mit muss müssen nach nachdem nicht nichts noch nun nur ob obwohl oder ohne schon sehr sei
        sein seine seinem seinen seiner seit selbst sich sie sind so sobald sogar solche soll sollen
        sollte sondern sonst sowie um und uns unser unsere unter viel vom von vor wann war waren warum
        was weder weil weiter welche welcher wenn wer werde werden wie wieder will wir wird wo worden
        wurde wurden während würde zu zum zur zwar zwischen über
    """,
    "es": """
        a al algo algunas algunos ante antes aquel aquella aquellos aunque aún bajo cada casi como con
        contra cual cuando cuya cuyo de del desde donde dos durante e el ella ellas ellos en entre era
        eran es esa esas ese eso esos esta estaba estado estar estas este esto estos está están fue
        fueron ha haber había habían han hasta hay incluso la las le les lo los luego me mediante mi
        mientras mis mucha muchas mucho muchos muy más ni no nos nosotros nuestra nuestro nuestros o os
        otra otras otro otros para pero poco por porque pues que quien quienes qué se sea según ser si
        sido sin sino sobre solo son su sus sí también tan tanto te tiene tienen toda todas todo todos
        tras tu tus un una unas uno unos usted ustedes vosotros y ya yo él
    """,
    "fr": """
        afin ai aient ainsi alors après au aucun aucune aujourd'hui auquel aussi autre autres aux
        avaient avait avant avec avoir c ce ceci cela celle celles celui ces cet cette ceux chaque chez
        comme comment contre d dans de depuis des donc dont du durant déjà elle elles en encore entre
        est et eu eux fut grâce hors ici il ils j je jusqu l la laquelle le lequel les lesquels leur
        leurs lors lorsque lui là m ma mais malgré me mes moi moins mon même n ne ni non nos notre nous
        on ont ou outre où par parce parmi pas pendant peu peut peuvent plus plusieurs pour pourquoi
        puis puisque qu quand que quel quelle quelles quels qui quoi s sa sans se selon sera ses si soit
        son sont sous sur t ta tandis tant te tes toi ton tous tout toute toutes trop très tu un une
        vers voici vos votre vous y à étaient était été être
    """,
    "it": """
        a abbia abbiamo ad agli ai al alcune alcuni alla alle allo altra altre altri altro anche ancora
        avere aveva avevano c che chi ci cioè col come con contro cosa così cui d da dagli dai dal dalla
        dalle dallo degli dei del dell della delle dello dentro di dopo dove due durante e ed era erano
        essere fa fino fra fu già gli ha hanno i il in infatti invece io l la le lei li lo loro lui ma
        me mentre mi mia mie mio molti molto ne negli nei nel nell nella nelle nello no noi non nostra
        nostro o ogni oltre oppure per perché però più poi possono prima proprio può qual quale quali
        quando quanto quella quelle quelli quello quest questa queste questi questo qui quindi sarà se
        secondo sempre senza si sia sono sotto stata state stati stato su sua sue sugli sui sul sull
        sulla sulle suo suoi tra tu tutta tutte tutti tutto un una uno verso vi voi è
    """,
    "pt": """
        a ainda algumas alguns ao aos apenas após aquela aquele aqueles as até cada com como contra cuja
        cujo da das de dela delas dele deles depois desde dessa desse desta deste disso do dos durante e
        ela elas ele eles em embora enquanto entre era eram essa essas esse esses esta estas estava este
        estes está estão eu foi for foram havia há isso isto já lhe lhes logo mais mas me mesma mesmo
        meu minha muita muito muitos na nas nem nenhum nessa nesse nesta neste no nos nossa nosso num
        numa não nós o onde os ou outra outras outro outros para pela pelas pelo pelos pode podem por
        porque porém quais qual quando quanto que quem se segundo seja sem sempre ser será seu seus sido
        sob sobre sua suas são só também tanto te tem tinha toda todas todo todos tu tudo têm um uma
        umas uns você vocês à às é
    """,
    "nl": """
        aan af al alle alleen als altijd ander andere anderen bij binnen daar daarbij daardoor daarmee
        daarna daarom dan dat de deze die dit doch doen door dus een eens en er erg even ge geen had
        hadden heb hebben heeft hem het hier hij hoe hun ik in indien is ja je jou jouw jullie kan kon
        kunnen maar mag me meer men met mij mijn moet moeten na naar naast niet niets noch nog nu of om
        omdat onder ons onze ook op over sinds te tegen tegenover tot totdat tussen u uit uw vaak van
        vanaf veel via voor vooral waar waaraan waarbij waardoor waarin waarmee waarop wanneer waren was
        wat wel welke werd werden wie wij worden wordt zal ze zei zelf zich zij zijn zo zoals zonder zou
        zouden
    """,
    "ru": """
        а без более больше бы был была были было быть в вам вас весь во вот все всего всех вы где да
        даже два для до другие другой его ее если есть еще ещё же за здесь и из или им их к как какой
        когда которая которого которое которые который кто ли либо между менее меня мне может мы на над
        надо нас не него нее нет ни них но ну о об один однако он она они оно от очень перед по под
        после потом потому почему при про с сам свои своих свой себе себя со так также такие такой там
        то того тоже только том тут ты у уже хотя чего чем через что чтобы эта эти это этого этой этом
        этот я
    """,
    "ar": """
        أ أثناء أحد أكثر ألا أما أمام أن أنا أنت أنه أنها أو أول أي أيضا أيضاً إذ إذا إلا إلى إن إنه
        إنها الآن التي الذي الذين اللذين بأن بسبب بعد بعض بل به بها بين تحت تكون ثم جدا حتى حول حيث حين
        خلال دون ذلك سوف عبر عدم على عليه عليها عن عند عندما عنه غير فإن فقط فهو في فيه فيها قبل قد كان
        كانت كل كلا كما كيف لأن لا لدى لذلك لقد لكن لكنه لم لن له لها ليس ليست ما مثل مع من منذ منه منها
        نحن نحو هؤلاء هذا هذه هل هم هنا هناك هو هي و وأن وإن وفي وقد وكان وكانت ولا ولم ومن وهو وهي يكون
    """,
    "hi": """
        अगर अत अपना अपनी अपने अब अभी आदि आप इन इनका इनके इस इसका इसकी इसके इसमें इससे इसी उन उनका उनकी
        उनके उन्हें उन्होंने उस उसका उसकी उसके उसने उसे एक एवं ऐसा ऐसी ऐसे और कई कब कर करके करता करती
        करते करना करने का कि किन्तु किया किसी की कुछ के केवल को कोई कौन क्या क्यों गई गए गया गयी चाहिए
        जब जबकि जहाँ जहां जा जाता जाती जाते जाना जाने जिन जिस जिसका जिसके जिसमें जिसे जैसा जैसे जो तक
        तथा तब तो था थी थीं थे दिया दी दो द्वारा न नहीं ने पर परंतु फिर बहुत बात बाद बारे भी मगर मुझे
        में मैं यदि यह यहाँ यहां या ये रहा रही रहे लिए लेकिन व वह वहां वाला वाली वाले वे वो सकता सकती
        सकते सब सभी साथ से हम हमारे ही हुआ हुई हुए है हैं हो होगा होता होती होते होना होने
    """,
    "zh": """
        一个 不 与 之 也 了 于 从 他 他们 以 会 但 但是 你 其 则 到 又 及 可以 向 和 因为 在 她 她们
        如果 它 它们 对 对于 将 就 已 已经 并 并且 很 我 我们 或 所以 把 是 更 最 没有 的 等 而 被 还 这
        这些 那 那些 都
    """,
    "ja": """
        あっ あり ある い いる おり か から が こと この これ さ し しかし する ず その た ため だ て で
        と という として な ない なっ など なり なる に について によって により による の は へ また
        まで も もの や よう より られ れ を
    """,
    "ko": """
        것 그 그러나 그리고 까지 대한 대해 되는 된 등 때문에 또는 또한 및 보다 부터 수 없다 에게 에서
        위해 으로 이 이번 있는 있다 저 지난 하는 하지만 한 할
    """,
}

FUNCTION_WORDS: Mapping[str, frozenset[str]] = MappingProxyType(
    {language: frozenset(words.split()) for language, words in _WORDS.items()}
)
"""The words of each language, in lower case, that say nothing by themselves."""

_LATIN = ("en", "de", "es", "fr", "it", "pt", "nl")
_SCRIPTS = {
    "latin": re.compile(r"[À-ɏ]"),
    "kana": re.compile(r"[\u3040-\u30ff]"),
    "han": re.compile(r"[\u3400-\u9fff]"),
    "hangul": re.compile(r"[\uac00-\ud7af]"),
    "ru": re.compile(r"[\u0400-\u04ff]"),
    "ar": re.compile(r"[\u0600-\u06ff]"),
    "hi": re.compile(r"[\u0900-\u097f]"),
}
# Letters of neighbours that share the script: Polish, Czech, Turkish, Romanian, Scandinavian;
# Ukrainian, Serbian; Persian, Urdu; Marathi.
_FOREIGN_LETTERS = {
    "latin": re.compile("[ąęłżśćńźčřšžůěďťňőűğışșşțţăåøæđ]"),
    "ru": re.compile("[іїєґўјњљћђџѓќ]"),
    "ar": re.compile("[پچژگکیٹڈڑےں]"),
    "hi": re.compile("ळ"),
}
_ASCII = re.compile(r"[\0-\x7f]+")
_NO_LETTERS = bytes(code for code in range(128) if not chr(code).isalpha())
_WORD = re.compile(r"[^\W\d_]+")
# Running text of the seven Latin languages has 35 to 55 % function words and headlines about 20;
# the other Latin languages tried (Polish, Czech, Turkish, Indonesian, Swedish, Romanian) stay under 15.
_LEAST_SHARE = 0.16
_KANA_SHARE = 0.06  # of Japanese letters; Chinese articles that name Japanese firms stay under it


def detect(text: str) -> str | None:
    """Return the ISO 639-1 code of the language most of `text` is in, or None if it can't be told."""
    sample = text[:SAMPLE_CHARS]
    others = "" if sample.isascii() else _ASCII.sub("", sample)
    letters = {name: len(pattern.findall(others)) for name, pattern in _SCRIPTS.items()}
    letters["latin"] += len(sample.encode("ascii", errors="ignore").translate(None, _NO_LETTERS))
    east_asian = letters["kana"] + letters["han"]
    # A character of these scripts is worth about two Latin letters of a word.
    weights = letters | {"han": 2 * east_asian, "hangul": 2 * letters["hangul"], "kana": 0}
    script = max(weights, key=lambda name: weights[name])
    if not weights[script]:
        return None
    if script == "han":
        return "ja" if letters["kana"] > _KANA_SHARE * east_asian else "zh"
    if script == "hangul":
        return "ko"
    if len(_FOREIGN_LETTERS[script].findall(others.lower())) > letters[script] / 100:
        return None
    return _detect_latin(sample) if script == "latin" else script


@cache
def _homes() -> Mapping[str, Sequence[str]]:
    """Return for each function word the Latin languages that have it, in their order."""
    every = {word for language in _LATIN for word in FUNCTION_WORDS[language]}
    return {word: [language for language in _LATIN if word in FUNCTION_WORDS[language]] for word in every}


def _detect_latin(sample: str) -> str | None:
    words = Counter(_WORD.findall(sample.lower()))
    if not words:
        return None
    hits = dict.fromkeys(_LATIN, 0)
    scores = dict.fromkeys(_LATIN, 0.0)
    homes_of = _homes()
    for word in filter(homes_of.__contains__, words):
        homes, count = homes_of[word], words[word]
        for language in homes:
            hits[language] += count
            scores[language] += count / len(homes)
    best = max(_LATIN, key=lambda language: scores[language])
    runner_up = max(scores[language] for language in _LATIN if language != best)
    enough = hits[best] >= max(2, _LEAST_SHARE * words.total())
    return best if enough and scores[best] > runner_up else None
