"""Small words by which a reporting verb's subject, object and content are told apart."""

AUXILIARIES = frozenset(
    """
    has have had also later then previously repeatedly once recently again did not would will could may
    might does do himself herself itself publicly themselves today yesterday hat haben hatte hatten auch
    ha han había a ont avait è tem heeft never even always often still monday tuesday wednesday thursday
    friday saturday sunday
    """.split()
)
BOUNDARIES = frozenset(
    """
    that but and while when because as if which where after before since so or although though until
    whereas what how why dass aber und während wenn weil que pero y mientras cuando mais et lorsque che
    ma dat maar en что но и whether wie como comme
    """.split()
)
PREPOSITIONS = {
    language: frozenset(words.split())
    for language, words in {
        "en": "of for at from in with on by to about into over under near as",
        "de": "von für bei aus in mit an auf zu im am beim vom zum",
        "es": "de del para en con por a al",
        "fr": "de du des pour à dans avec par au aux d en",
        "it": "di del della per da a in con al",
        "pt": "de do da para em com por no na ao",
        "nl": "van voor met bij uit in aan op",
        "ru": "в на из от по с о",
    }.items()
}
DETERMINERS = {
    language: frozenset(words.split())
    for language, words in {
        "en": "the a an his her its their this that these those some many several one two three both most other another every",
        "de": "der die das ein eine einer ihr ihre sein seine des dem den",
        "es": "el la los las un una su sus",
        "fr": "le la les un une son sa ses",
        "it": "il lo la gli i le un uno una",
        "pt": "o a os as um uma seu sua",
        "nl": "het een de",
        "ru": "",
    }.items()
}
PASSIVE = frozenset("was were been being is are be wurde wurden fue fueron été".split())
SAYS = frozenset(
    """
    said says sagte sagten sagt betonte erklärte dijo dice afirmó dit disse diz zei zegt сказал заявил
    заявила сказала
    déclaré affirmé expliqué indiqué estimé annoncé précisé ajouté assuré déclare affirme explique indique précise
    assure declaró señaló explicó aseguró indicó añadió anunció afirma asegura explica
    """.split()
)
GERMAN_JOINS = frozenset(["von", "der", "des", "für", "und", "vom"])
NOUNS_TOO = frozenset(
    """
    claim claims comments promises warning states posts state urges notes reports finds shows estimates
    thought hopes fears projects adds forecast report
    """.split()
)
JOINS = frozenset("and but y pero et mais und aber e ma en и".split())
TELLING = frozenset(["told", "tells", "tell", "telling", "assured", "assures", "reminded", "vertelde"])
