"""Tell whether a sentence begins with a word that only the sentence before it explains."""

import re

# Of each language, the openings that point back. A capital after "Das" or "Die" is the noun itself.
_OPENINGS = {
    "en": (
        r"(?:he|she|they|his|her|their|its|both|neither|then|so|such|hers|theirs|him|them)\b"
        r"|it(?:['’]s|['’]ll|['’]d)?\b(?! (?:is|was|will be) (?:\d|\w+ (?:that|who|whether|"
        r"to)\b)| takes? | emerged that)"
        r"|there(?!(?:['’]s| is| are| was| were| has| have| had| will| would| may| could| can| remains?)\b)\b"
        r"|here\b(?!['’]s| is| are)"
        r"|(?:this|these|that|those)\b(?! (?:week|weekend|month|year|spring|summer|autumn|fall|"
        r"winter|morning|"
        r"afternoon|evening|time|day|days|season|century|decade|who|which)\b| (?:January|"
        r"February|March|April|May|"
        r"June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|"
        r"Friday|Saturday|"
        r"Sunday)\b)"
        r"|(?:of|in|among|with|for|after|by|on|at) (?:those|these|them|this|that)\b(?! (?:week|month|year)\b)"
    ),
    "de": (
        r"(?:er|sie|ihre?[mnrs]?|seine?[mnrs]?|dies(?:e[mnrs]?)?|jene[mnrs]?|letztere[mnrs]?|"
        r"beide|deren|dessen|dort|"
        r"dabei|damit|dazu|davon|dafür|dagegen|darüber|darauf|daraufhin|danach|daran|darin|darum|"
        r"daher|deshalb|deswegen|"
        r"demnach|dadurch|hierzu|dann|denen|ihm|ihn|ihnen|solche[mnrs]?)\b(?! (?:Woche|Jahr|"
        r"Jahres|Monat|Tage))"
        r"|es\b(?! (?:gibt|gab|geht um|ist \d|war \d|handelt))"
        r"|(?:das|die|der|den|dem) (?:ist|war|hat|hatte|wird|wurde|soll|sei|kann|könnte|muss|"
        r"gilt|geht|sagten?|teilten?|"
        r"erklärten?|berichteten?|meldeten?|bestätigten?|kündigten?|betonten?|zeigt|zeigte|ergab|"
        r"ergibt|gab|gibt|reicht|"
        r"bedeutet|macht|sieht|sah|führt|führte|heißt|hieß|liegt|lag|steht|stand|kommt|kam|"
        r"entspricht|entsprach|folgt|"
        r"bleibt|blieb|würde|dürfte|darf|will|wollte|haben|hatten|sind|waren|wollen|werden)\b"
        r"|das [a-zäöüß]+te? (?-i:[a-zäöüß]|\d)"
    ),
    "es": (
        r"(?:él|ella|ellos|ellas|ello|est[ea]|esto|est[oa]s|es[ea]|eso|es[oa]s|aquel(?:l[oa]s?)?|"
        r"sus?|suy[oa]s?|ambos|ambas|"
        r"dich[oa]s?|allí|ahí|así|entonces|lo|la(?= (?:ha|había|hizo|dijo|acusó|calificó)\b)|"
        r"se l[oae]s?|les?(?= )|según (?:él|ella|ellos|ellas))\b"
        r"(?! (?:semana|lunes|martes|miércoles|jueves|viernes|sábado|domingo|año|mes|que\b))"
    ),
    "fr": (
        r"(?:il(?! (?:y a|faut|s['’]agit|est (?:interdit|possible|prévu|temps)|pleut))|elles?|"
        r"ils|cela|ceci|ça|celui|celle|"
        r"ceux|celles|ces?t?(?:te)?|son|sa|ses|leurs?|lui|eux|tous deux|toutes deux|là|ainsi|puis|alors|y)\b"
        r"(?! (?:semaine|matin|soir|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|année|"
        r"mois|été|hiver|que\b))"
        r"|c['’](?:est|était)\b(?! (?:en|à|dans|le \d))"
    ),
    "it": (
        r"(?:egli|ella|esso|essa|essi|esse|lui|lei|loro|questo|questa|questi|queste|quello|"
        r"quella|quelli|quelle|ciò|"
        r"su[oa]|suoi|sue|entrambi|entrambe|lì|così|ne|lo ha)\b"
        r"(?! (?:settimana|mattina|sera|anno|mese))"
    ),
    "pt": (
        r"(?:eles?|elas?|isso|isto|aquilo|ess[ea]s?|est[ea]s?|aquel[ea]s?|seus?|suas?|del[ea]s?|"
        r"ambos|ambas|assim|então|"
        r"ali|lá|segundo el[ea]s?)\b"
        r"(?! (?:semana|ano|mês|segunda|terça|quarta|quinta|sexta|sábado|domingo))"
    ),
    "nl": (
        r"(?:hij|zij|ze|hun|haar|dit|deze|daar|daarom|daarmee|daarna|daarbij|daardoor|beide|"
        r"zijn (?=\w+ \w))\b(?! (?:week|maand|jaar))"
        r"|(?:dat|die)(?= [a-z]+t\b)"
    ),
    "ru": (
        r"(?:он|она|оно|они|его|её|ее|их|это|эт(?:от|а|и|ого|ой|их|ому)|т(?:ам|акой|акая|акие|"
        r"ам)|тогда|поэтому|оба|обе)\b"
    ),
    "zh": r"[他她它这這其]|此(?!外)|对此|對此|据此|據此",
    "ja": r"(?:これ|それ|あれ|この|その|ここ|そこ|彼|同氏)",
    "ar": r"[وف]?(?:هو|هي|هم|هذا|هذه|ذلك|تلك|هؤلاء|هناك)\b",
    "hi": r"(?:यह|ये|वह|वे|उन्होंने|उसने|इस|इन|उस|उनके|उनकी|उनका|उसके|उसकी|इसके|इससे|वहां)(?=\s)",
}  # fmt: skip
_PATTERNS = {language: re.compile(opening, re.IGNORECASE) for language, opening in _OPENINGS.items()}


def leans(text: str, language: str) -> bool:
    """Whether `text` begins with a word that only the sentence before it explains."""
    pattern = _PATTERNS.get(language)
    return bool(pattern and pattern.match(text))
