"""Names of months, weekdays and relative days of each language."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Period = Literal["weekend", "week", "month", "quarter", "year", "decade"]


@dataclass(frozen=True, slots=True)
class Calendar:
    """The calendar words of one language, in lower case.

    `short` months count only beside a day or year. `loose` months are common words or names
    as well and need one of the words `before_month` before them. `days` are offsets of relative
    days, `periods` phrases such as "last week", `past` and `coming` what may stand beside a
    weekday or month, `of` what may stand between day, month and year, `to` what joins two days.
    """

    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    short: Mapping[str, int] = field(default_factory=dict)
    loose: frozenset[str] = frozenset()
    before_month: frozenset[str] = frozenset()
    days: Mapping[str, int] = field(default_factory=dict)
    periods: Mapping[str, tuple[Period, int]] = field(default_factory=dict)
    past: frozenset[str] = frozenset()
    coming: frozenset[str] = frozenset()
    quarters: Mapping[str, int] = field(default_factory=dict)
    clocks: Mapping[str, int] = field(default_factory=dict)
    of: tuple[str, ...] = ()
    to: tuple[str, ...] = ("-", "–", "/")


def _names(words: str, start: int) -> dict[str, int]:
    groups = enumerate(words.split(), start)
    return {word: index for index, group in groups for word in group.split("|")}


def _months(words: str) -> dict[str, int]:
    return _names(words, 1)


def _days(words: str) -> dict[str, int]:
    return _names(words, 0)


_PERIODS: tuple[tuple[Period, str], ...] = (
    ("weekend", "weekend"), ("week", "week"), ("month", "month"), ("quarter", "quarter"), ("year", "year"),
    ("decade", "decade"),
)  # fmt: skip
_ENGLISH_PERIODS: dict[str, tuple[Period, int]] = {
    phrase.format(word): (period, offset)
    for period, word in _PERIODS
    for offset, phrases in (
        (-1, "last {}|previous {}|prior {}|a {} ago"),
        (0, "this {}"),
        (1, "next {}|the coming {}"),
    )
    for phrase in phrases.split("|")
} | {"the end of the year": ("year", 0), "year end": ("year", 0), "the end of the month": ("month", 0)}


def _periods(lines: str) -> dict[str, tuple[Period, int]]:
    """Read "week: last | this | next", alternatives joined by "/"."""
    found: dict[str, tuple[Period, int]] = {}
    names = {name: period for period, name in _PERIODS}
    for line in lines.strip().splitlines():
        name, _, phrases = line.strip().partition(": ")
        for offset, alternatives in enumerate(phrases.split("|"), -1):
            for phrase in alternatives.split("/"):
                found[phrase.strip()] = (names[name], offset)
    return found


CALENDARS: Mapping[str, Calendar] = {
    "en": Calendar(
        months=_months(
            "january february march april may june july august september october november december"
        ),
        short=_months("jan feb mar apr _ jun jul aug sept|sep oct nov dec"),
        loose=frozenset({"march", "april", "may", "june", "august"}),
        before_month=frozenset(
            {"in", "since", "until", "till", "during", "late", "early", "mid", "last", "next", "this"}
        ),
        weekdays=_days("monday tuesday wednesday thursday friday saturday sunday"),
        days={
            "yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1, "last night": -1, "this morning": 0,
            "this afternoon": 0, "this evening": 0, "the day before yesterday": -2, "the day after tomorrow": 2,
        },
        periods=_ENGLISH_PERIODS,
        past=frozenset({"last", "past", "previous"}),
        coming=frozenset({"next", "coming"}),
        quarters=_names("first|1st second|2nd third|3rd fourth|4th", 1),
        clocks={"noon": 720, "midday": 720, "midnight": 0},
        of=("of", "the"),
        to=("-", "–", "/", "to", "and", "or"),
    ),
    "de": Calendar(
        months=_months(
            "januar|jänner februar märz|maerz april mai juni juli august september oktober november dezember"
        ),
        short=_months("jan feb mrz apr _ jun jul aug sept|sep okt nov dez"),
        loose=frozenset({"april", "august"}),
        before_month=frozenset({"im", "seit", "bis", "ende", "anfang", "mitte", "ab", "vom", "zum", "april", "august"}),
        weekdays=_days(
            "montag|montags|montagabend|montagmorgen dienstag|dienstags|dienstagabend|dienstagmorgen "
            "mittwoch|mittwochs|mittwochabend|mittwochmorgen donnerstag|donnerstags|donnerstagabend|donnerstagmorgen "
            "freitag|freitags|freitagabend|freitagmorgen samstag|samstags|samstagabend|sonnabend "
            "sonntag|sonntags|sonntagabend|sonntagmorgen"
        ),
        days={"gestern": -1, "heute": 0, "morgen": 1, "vorgestern": -2, "übermorgen": 2},
        periods=_periods("""
            week: letzte woche/vergangene woche/vorige woche/letzter woche/vergangener woche | diese woche/dieser woche | nächste woche/kommende woche/nächster woche
            month: letzten monat/vergangenen monat/vorigen monat | diesen monat/diesem monat | nächsten monat/kommenden monat
            year: letztes jahr/vergangenes jahr/letzten jahr/vergangenen jahr/voriges jahr/vorjahr/vor einem jahr | dieses jahr/diesem jahr/heuer/ende des jahres/jahresende | nächstes jahr/nächsten jahr/kommendes jahr/kommenden jahr
            quarter: letztes quartal/letzten quartal/vergangenen quartal | dieses quartal/diesem quartal | nächstes quartal/nächsten quartal/kommenden quartal
            weekend: letztes wochenende/vergangenen wochenende/letzten wochenende | dieses wochenende/diesem wochenende | nächstes wochenende/kommenden wochenende
        """),
        past=frozenset({"letzten", "letzter", "vergangenen", "vergangener", "vorigen"}),
        coming=frozenset({"nächsten", "nächster", "kommenden", "kommender"}),
        quarters=_names("erste|ersten|erstes|1. zweite|zweiten|zweites|2. dritte|dritten|drittes|3. vierte|vierten|viertes|4.", 1),
        clocks={"mitternacht": 0},
        to=("-", "–", "/", "bis", "und", "bis zum"),
    ),
    "es": Calendar(
        months=_months(
            "enero febrero marzo abril mayo junio julio agosto septiembre|setiembre octubre noviembre diciembre"
        ),
        weekdays=_days("lunes martes miércoles jueves viernes sábado|sábados domingo|domingos"),
        days={"ayer": -1, "hoy": 0, "mañana": 1, "anteayer": -2, "pasado mañana": 2, "anoche": -1, "esta mañana": 0},
        periods=_periods("""
            week: la semana pasada/la última semana | esta semana | la próxima semana/la semana próxima/la semana que viene
            month: el mes pasado | este mes | el próximo mes/el mes próximo/el mes que viene
            year: el año pasado/hace un año | este año/fin de año/finales de año/final de año | el próximo año/el año próximo/el año que viene
            weekend: el fin de semana pasado/el pasado fin de semana | este fin de semana | el próximo fin de semana
        """),
        past=frozenset({"pasado", "último"}),
        coming=frozenset({"próximo"}),
        quarters=_names("primer segundo tercer cuarto", 1),
        clocks={"mediodía": 720, "medianoche": 0},
        of=("de", "del"),
        to=("-", "–", "/", "y", "al", "a"),
    ),
    "fr": Calendar(
        months=_months(
            "janvier février|fevrier mars avril mai juin juillet août|aout septembre octobre novembre décembre"
        ),
        short=_months("janv févr _ avr _ _ juil _ sept oct nov déc"),
        loose=frozenset({"mars"}),
        before_month=frozenset({"en", "de", "depuis", "fin", "début", "mi", "mars", "avril", "du", "jusqu'en", "à", "avant", "après"}),
        weekdays=_days("lundi|lundis mardi|mardis mercredi|mercredis jeudi|jeudis vendredi|vendredis samedi|samedis dimanche|dimanches"),
        days={"hier": -1, "aujourd'hui": 0, "demain": 1, "avant-hier": -2, "après-demain": 2, "ce matin": 0, "ce soir": 0},
        periods=_periods("""
            week: la semaine dernière/la semaine passée | cette semaine | la semaine prochaine
            month: le mois dernier/le mois passé | ce mois-ci | le mois prochain
            year: l'an dernier/l'année dernière/l'an passé/l'année passée/il y a un an | cette année/la fin de l'année/fin d'année | l'an prochain/l'année prochaine
            weekend: le week-end dernier | ce week-end | le week-end prochain
        """),
        past=frozenset({"dernier", "passé"}),
        coming=frozenset({"prochain"}),
        quarters=_names("premier|1er deuxième|2e troisième|3e quatrième|4e", 1),
        clocks={"midi": 720, "minuit": 0},
        to=("-", "–", "/", "au", "et"),
    ),
    "it": Calendar(
        months=_months(
            "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre"
        ),
        weekdays=_days("lunedì martedì mercoledì giovedì venerdì sabato domenica"),
        days={"ieri": -1, "oggi": 0, "domani": 1},
        to=("-", "–", "/", "e", "al"),
    ),
    "pt": Calendar(
        months=_months(
            "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro"
        ),
        weekdays=_days("segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo"),
        days={"ontem": -1, "hoje": 0, "amanhã": 1},
        of=("de",),
        to=("-", "–", "/", "e", "a"),
    ),
    "nl": Calendar(
        months=_months("januari februari maart april mei juni juli augustus september oktober november december"),
        weekdays=_days("maandag dinsdag woensdag donderdag vrijdag zaterdag zondag"),
        days={"gisteren": -1, "vandaag": 0, "morgen": 1},
        to=("-", "–", "/", "en", "tot"),
    ),
    "ru": Calendar(
        months=_months(
            "января|январе|январь февраля|феврале|февраль марта|марте|март апреля|апреле|апрель мая|мае|май "
            "июня|июне|июнь июля|июле|июль августа|августе|август сентября|сентябре|сентябрь "
            "октября|октябре|октябрь ноября|ноябре|ноябрь декабря|декабре|декабрь"
        ),
        weekdays=_days("понедельник вторник среду|среда четверг пятницу|пятница субботу|суббота воскресенье"),
        days={"вчера": -1, "сегодня": 0, "завтра": 1},
    ),
    "ar": Calendar(
        months=_months("يناير فبراير مارس أبريل|إبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر"),
        weekdays=_days("الاثنين|الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد"),
        days={"أمس": -1, "اليوم": 0, "غدا": 1, "غدًا": 1},
    ),
    "hi": Calendar(
        months=_months(
            "जनवरी फरवरी|फ़रवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर|सितम्बर अक्टूबर|अक्तूबर नवंबर|नवम्बर दिसंबर|दिसम्बर"
        ),
        weekdays=_days("सोमवार मंगलवार बुधवार गुरुवार|बृहस्पतिवार शुक्रवार शनिवार रविवार"),
        days={"आज": 0},
    ),
}  # fmt: skip
