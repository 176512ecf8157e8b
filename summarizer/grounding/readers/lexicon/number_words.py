"""Number words of each language: cardinals, scales, ordinals, fractions, and words that mark a bound."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Bound = Literal["about", "over", "under"]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The number words of one language, all in lower case.

    `parts` are denominators ("third" is 3), `bounds` the phrases before a number that mark
    it as rounded, `bounds_after` those behind it. `articles` stand for 1 before a scale or a
    part only. `joins` link the two ends of a range; after a word of `between`, `ands` do.
    """

    cardinals: Mapping[str, int] = field(default_factory=dict)
    scales: Mapping[str, int] = field(default_factory=dict)
    ordinals: Mapping[str, int] = field(default_factory=dict)
    parts: Mapping[str, int] = field(default_factory=dict)
    halves: frozenset[str] = frozenset()
    of: frozenset[str] = frozenset()
    multiples: Mapping[str, float] = field(default_factory=dict)
    vague: Mapping[str, int] = field(default_factory=dict)
    articles: frozenset[str] = frozenset()
    ands: frozenset[str] = frozenset()
    joins: frozenset[str] = frozenset()
    between: frozenset[str] = frozenset()
    minus: frozenset[str] = frozenset({"minus"})
    bounds: Mapping[str, Bound] = field(default_factory=dict)
    bounds_after: Mapping[str, Bound] = field(default_factory=dict)


def _count(words: str, start: int = 0, step: int = 1) -> dict[str, int]:
    """Count the words from `start` on; words joined by "|" share a number, "_" has none."""
    pairs = enumerate(words.split())
    return {word: start + step * index for index, group in pairs for word in group.split("|") if word != "_"}


def _scale(**powers: str) -> dict[str, int]:
    """Map each word to ten to the power that its keyword names ("e6")."""
    return {word: 10 ** int(power[1:]) for power, words in powers.items() for word in words.split()}


def _mark(about: str, over: str, under: str) -> dict[str, Bound]:
    kinds: tuple[tuple[Bound, str], ...] = (("about", about), ("over", over), ("under", under))
    return {phrase.strip(): bound for bound, phrases in kinds for phrase in phrases.split(",")}


_ENGLISH = Vocabulary(
    cardinals={
        **_count(
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
            "sixteen seventeen eighteen nineteen"
        ),
        **_count("twenty thirty forty|fourty fifty sixty seventy eighty ninety", 20, 10),
    },
    scales={
        **_scale(
            e2="hundred", e3="thousand k", e5="lakh lakhs lac", e6="million millions mn mln mio m mm",
            e7="crore crores cr", e9="billion billions bn bln b", e12="trillion trillions tn trn",
            e15="quadrillion",
        ),
        "dozen": 12,
    },
    ordinals={
        **_count(
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
            "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth", 1,
        ),
        **_count("twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth", 20, 10),
        "hundredth": 100, "thousandth": 1000, "millionth": 10**6,
    },
    parts={
        **_count("third fourth|quarter fifth sixth seventh eighth ninth tenth", 3),
        **_count("thirds fourths|quarters fifths sixths sevenths eighths ninths tenths", 3),
    },
    halves=frozenset({"half"}),
    of=frozenset({"of"}),
    multiples={
        "twice": 2, "double": 2, "doubled": 2, "doubles": 2, "doubling": 2, "twofold": 2, "thrice": 3,
        "triple": 3, "tripled": 3, "triples": 3, "tripling": 3, "treble": 3, "trebled": 3, "trebling": 3,
        "threefold": 3, "quadruple": 4, "quadrupled": 4, "quadrupling": 4, "fourfold": 4, "fivefold": 5,
        "quintupled": 5, "sixfold": 6, "sevenfold": 7, "eightfold": 8, "ninefold": 9, "tenfold": 10,
        "halved": 0.5, "halve": 0.5, "halves": 0.5, "halving": 0.5,
    },
    vague={"dozens": 12, **_scale(e1="tens", e2="hundreds", e3="thousands", e6="millions", e9="billions", e12="trillions")},
    articles=frozenset({"a", "an"}),
    ands=frozenset({"and"}),
    joins=frozenset({"to", "or"}),
    between=frozenset({"between"}),
    minus=frozenset({"minus", "negative"}),
    bounds=_mark(
        "about, around, approximately, approx, roughly, some, circa, ca, c, close to, estimated, an estimated, "
        "in the region of, just about, near, in the order of, on the order of, or so, somewhere around, an average of",
        "more than, over, above, at least, upwards of, in excess of, just over, well over, slightly more than, "
        "no less than, no fewer than, not less than, exceeding, exceeds, exceeded, exceed, greater than, "
        "a minimum of, just above, beyond, a little over, surpassed, surpassing, topped, just more than, "
        "comfortably over, well above, well more than, a little more than, north of",
        "nearly, almost, less than, fewer than, under, below, up to, as many as, as much as, at most, "
        "no more than, not more than, just under, just below, a maximum of, slightly less than, little less than, "
        "just short of, nearing, approaching, virtually, well under, maximum of, just less than",
    ),
    bounds_after=_mark("or so, odd, ish", "or more, plus, and more, and up, and over, and above, or older, or over", "or less, or fewer, or under, or younger"),
)  # fmt: skip

_GERMAN = Vocabulary(
    cardinals={
        **_count(
            "null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn "
            "sechzehn siebzehn achtzehn neunzehn"
        ),
        **_count("zwanzig dreißig|dreissig vierzig fünfzig sechzig siebzig achtzig neunzig", 20, 10),
        "zweier": 2, "dreier": 3, "beiden": 2, "beide": 2,
    },
    scales=_scale(
        e2="hundert", e3="tausend tsd", e6="million millionen mio", e9="milliarde milliarden mrd",
        e12="billion billionen bio",
    ) | {"dutzend": 12},
    ordinals={
        stem + ending: value
        for stem, value in _count(
            "erst zweit dritt viert fünft sechst siebt|siebent acht neunt zehnt elft zwölft", 1
        ).items()
        for ending in ("e", "er", "en", "es", "em")
    },
    parts={
        **_count("drittel viertel fünftel sechstel siebtel achtel neuntel zehntel", 3),
    },
    halves=frozenset({"halb", "halbe", "halben", "halber", "halbes", "hälfte"}),
    of=frozenset({"der", "des", "von", "aller", "dieser"}),
    multiples={
        "doppelt": 2, "doppelte": 2, "doppelten": 2, "verdoppelt": 2, "verdoppelte": 2, "verdoppelten": 2,
        "verdoppeln": 2, "zweimal": 2, "dreimal": 3, "viermal": 4, "fünfmal": 5, "zehnmal": 10, "zweifach": 2,
        "dreifach": 3, "dreifache": 3, "verdreifacht": 3, "verdreifachte": 3, "verdreifachen": 3,
        "vervierfacht": 4, "vervierfachte": 4, "zehnfache": 10, "halbiert": 0.5, "halbierte": 0.5, "halbieren": 0.5,
    },
    vague={"dutzende": 12, "dutzenden": 12, **_scale(e2="hunderte hunderten", e3="tausende tausenden", e6="millionen", e9="milliarden")},
    articles=frozenset({"ein", "eine", "einer", "einem", "einen"}),
    ands=frozenset({"und"}),
    joins=frozenset({"bis", "oder"}),
    between=frozenset({"zwischen"}),
    bounds=_mark(
        "etwa, rund, ungefähr, circa, ca, zirka, um die, an die, gut",
        "mehr als, über, mindestens, wenigstens, gut, knapp über, nicht weniger als",
        "fast, beinahe, knapp, nahezu, weniger als, unter, bis zu, höchstens, maximal, nicht mehr als, knapp unter",
    ),
    bounds_after=_mark("oder so", "oder mehr", "oder weniger"),
)  # fmt: skip

_SPANISH = Vocabulary(
    cardinals={
        **_count(
            "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince "
            "dieciséis|dieciseis diecisiete dieciocho diecinueve veinte veintiuno|veintiún|veintiuna "
            "veintidós|veintidos veintitrés|veintitres veinticuatro veinticinco veintiséis|veintiseis "
            "veintisiete veintiocho veintinueve"
        ),
        **_count("treinta cuarenta cincuenta sesenta setenta ochenta noventa cien|ciento", 30, 10),
        **_count(
            "doscientos|doscientas trescientos|trescientas cuatrocientos|cuatrocientas quinientos|quinientas "
            "seiscientos|seiscientas setecientos|setecientas ochocientos|ochocientas novecientos|novecientas",
            200, 100,
        ),
        "ambos": 2, "ambas": 2,
    },
    scales=_scale(e3="mil", e6="millón millon millones mill", e12="billón billones") | {"docena": 12},
    ordinals={
        stem + ending: value
        for stem, value in _count("primer segund tercer cuart quint sext séptim octav noven décim", 1).items()
        for ending in ("o", "a", "os", "as", *(("",) if stem in {"primer", "tercer"} else ()))
    },
    parts={**_count("tercio cuarto quinto sexto", 3), **_count("tercios cuartos quintos sextos", 3), "décima": 10},
    halves=frozenset({"medio", "media", "mitad"}),
    of=frozenset({"de", "del"}),
    multiples={
        "doble": 2, "duplicó": 2, "duplicar": 2, "duplicado": 2, "duplicaron": 2, "duplica": 2, "triple": 3,
        "triplicó": 3, "triplicar": 3, "triplicado": 3, "triplicaron": 3, "cuádruple": 4,
    },
    vague={"decenas": 10, "docenas": 12, **_scale(e2="cientos centenares", e3="miles", e6="millones")},
    articles=frozenset({"un", "una"}),
    ands=frozenset({"y", "e"}),
    joins=frozenset({"a", "o", "u"}),
    between=frozenset({"entre"}),
    minus=frozenset({"menos"}),
    bounds=_mark(
        "unos, unas, cerca de, alrededor de, aproximadamente, en torno a, cosa de, aproximado de, unos cuantos",
        "más de, al menos, por lo menos, como mínimo, superior a, por encima de, no menos de",
        "casi, menos de, hasta, como máximo, no más de, inferior a, por debajo de",
    ),
    bounds_after=_mark("o así", "o más", "o menos"),
)  # fmt: skip

_FRENCH = Vocabulary(
    cardinals={
        **_count(
            "zéro _ deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize"
        ),
        **_count("vingt trente quarante cinquante soixante|_ septante octante|huitante nonante", 20, 10),
        "vingts": 20,
    },
    scales=_scale(
        e2="cent cents", e3="mille", e6="million millions mio", e9="milliard milliards mrd mds md",
        e12="billion billions",
    ) | {"douzaine": 12},
    ordinals={
        "premier": 1, "première": 1, "premiers": 1, "premières": 1, "second": 2, "seconde": 2,
        **_count(
            "deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième onzième douzième", 2
        ),
    },
    parts={"tiers": 3, "quart": 4, "quarts": 4, "cinquième": 5, "cinquièmes": 5, "dixième": 10, "dixièmes": 10},
    halves=frozenset({"demi", "demie", "moitié"}),
    of=frozenset({"de", "des", "du", "d"}),
    multiples={
        "double": 2, "doublé": 2, "doubler": 2, "doublent": 2, "triple": 3, "triplé": 3,
        "tripler": 3, "quadruplé": 4, "quadrupler": 4,
    },
    vague={"dizaines": 10, "douzaines": 12, **_scale(e2="centaines", e3="milliers", e6="millions", e9="milliards")},
    articles=frozenset({"un", "une"}),
    ands=frozenset({"et"}),
    joins=frozenset({"à", "ou"}),
    between=frozenset({"entre"}),
    minus=frozenset({"moins"}),
    bounds=_mark(
        "environ, autour de, à peu près, quelque, aux alentours de, approximativement, une moyenne de",
        "plus de, plus d, au moins, supérieur à, au-dessus de, pas moins de, plus que",
        "près de, presque, moins de, moins d, jusqu à, au plus, quasiment, inférieur à, pas plus de, au maximum",
    ),
    bounds_after=_mark("environ", "ou plus, et plus", "ou moins"),
)  # fmt: skip

# Languages of which we read figures with their scales, and no spelled-out numbers.
_SCALES_ONLY = {
    "it": _scale(e3="mila mille", e6="milione milioni mln", e9="miliardo miliardi mld", e12="bilione bilioni"),
    "pt": _scale(e3="mil", e6="milhão milhões mi", e9="bilhão bilhões bi", e12="trilhão trilhões"),
    "nl": _scale(e3="duizend", e6="miljoen mln", e9="miljard mld", e12="biljoen"),
    "ru": _scale(
        e3="тыс тысяч тысяча тысячи тысячу", e6="млн миллион миллиона миллионов", e9="млрд миллиард миллиарда миллиардов",
        e12="трлн триллион триллиона триллионов",
    ),
    "ar": _scale(e3="ألف آلاف", e6="مليون ملايين", e9="مليار مليارات", e12="تريليون"),
    "hi": _scale(
        e2="सौ", e3="हजार हज़ार", e5="लाख", e6="मिलियन", e7="करोड़ करोड़", e9="अरब बिलियन", e11="खरब"
    ),
}  # fmt: skip

VOCABULARIES: Mapping[str, Vocabulary] = {
    "en": _ENGLISH,
    "de": _GERMAN,
    "es": _SPANISH,
    "fr": _FRENCH,
    **{language: Vocabulary(scales=scales) for language, scales in _SCALES_ONLY.items()},
}
