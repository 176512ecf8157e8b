"""Verbs and phrases that say who said something, by language."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Verbs that report speech whatever follows.
SAYING: dict[str, frozenset[str]] = {
    "en": _words(
        "said says say saying told tells tell stated stating emphasized emphasised emphasizes emphasises "
        "emphasizing emphasising stressed stresses stressing warned warns warn warning denied denies deny announced "
        "announces announcing argued argues argue arguing insisted insists insist promised promises claimed claims claim "
        "claiming explained explains explaining remarked commented comments wrote writes tweeted "
        "acknowledged acknowledges admitted admits confirmed confirms testified underlined underlines underscored "
        "reiterated reiterates asserted asserts contended contends cautioned cautions conceded "
        "concedes quipped replied boasted complained complains alleged alleges lamented urged urges "
        "pledged pledges vowed vows praised criticized criticised criticizes condemned welcomed hailed"
    ),
    "de": _words(
        "sagte sagt sagten sagen gesagt erklärte erklärt erklärten betonte betont betonten teilte mitteilte mitgeteilt "
        "berichtete berichtet berichteten meinte meint warnte warnt warnten behauptete behauptet kündigte ankündigte "
        "bestätigte bestätigt bestritt dementierte versicherte versicherten forderte kritisierte lobte schrieb schreibt "
        "äußerte unterstrich"
    ),
    "es": _words(
        "dijo dice dijeron dicen dicho afirmó afirma afirmaron afirman declaró declara declararon explicó explica aseguró "
        "asegura aseguraron advirtió advierte anunció anuncia anunciaron señaló señala subrayó subraya destacó destaca "
        "informó informa informaron negó confirmó sostuvo sostiene agregó añadió manifestó reiteró insistió criticó denunció denuncia "
        "denunciaron reconoció reconoce opinó opina indicó calcula calculó contó reclamó respondió lamentó admitió"
    ),
    "fr": _words(
        "dit disent déclaré déclare déclarent affirmé affirme affirment expliqué explique annoncé annonce annoncent souligné "
        "souligne averti avertit assuré assure indiqué indique précisé précise estimé estime ajouté ajoute insisté insiste "
        "confirmé confirme nié nie dénoncé promis regretté reconnu répondu lancé martelé plaidé ironisé résumé tranché "
        "répond lance rappelé rappelle dément démenti réclame reproche jugé juge évoque évoquent évoqué"
    ),
    "it": _words(
        "detto dice dicono dichiarato dichiara affermato afferma spiegato spiega annunciato annuncia sottolineato "
        "sottolinea avvertito avverte aggiunto aggiunge confermato negato assicurato disse dichiarò affermò"
    ),
    "pt": _words(
        "disse diz disseram dizem afirmou afirma afirmaram declarou explicou anunciou destacou alertou garantiu "
        "acrescentou confirmou negou informou ressaltou sublinhou"
    ),
    "nl": _words(
        "zei zegt zeiden zeggen gezegd verklaarde verklaart benadrukte benadrukt waarschuwde waarschuwt meldde meldt "
        "stelde stelt bevestigde ontkende kondigde vertelde"
    ),
    "ru": _words(
        "сказал сказала сказали заявил заявила заявили сообщил сообщила сообщили подчеркнул подчеркнула отметил отметила "
        "объявил объявила предупредил предупредила утверждает утверждал рассказал рассказала добавил добавила говорит"
    ),
}

# Verbs that report speech only before "that" or beside a quotation, or behind the words said.
SOMETIMES_SAYING: dict[str, frozenset[str]] = {
    "en": _words(
        "added adds noted notes reported reports found finds showed shows show suggested suggests predicted predicts "
        "estimated estimates believes believed thinks thought expects expected hopes hoped observed observes concluded "
        "concludes revealed reveals indicated indicates disclosed suggesting adding noting asked ordered ruled agreed "
        "calculated calculates projected projects reckons feared fears joked continued went called responded answered "
        "proposed demanded concurs concurred declared declares maintained maintains recalled recalls posted dismissed states"
    ),
    "de": _words(
        "hieß ergänzte fügte glaubt glaubte rechnet hofft fand zeigte zeigt ergab schätzt schätzte meldete meldet"
    ),
    "es": _words("cree considera estima espera reveló indicó mostró estimó consideró apuntó"),
    "fr": _words("croit pense espère révélé révèle montre montré considère rapporté rapporte"),
}

# The words after these name the speaker; what else the sentence holds is what was said.
ACCORDING: dict[str, tuple[str, ...]] = {
    "en": ("according to", "in the words of", "in the view of", "in the opinion of", "as per"),
    "de": ("laut", "nach angaben", "nach aussage", "nach auskunft", "nach darstellung", "so"),
    "es": ("según", "de acuerdo con", "a juicio de", "en palabras de"),
    "fr": ("selon", "d'après", "pour"),
    "it": ("secondo",),
    "pt": ("segundo", "de acordo com", "conforme"),
    "nl": ("volgens",),
    "ru": ("по словам", "по данным", "согласно", "по мнению"),
}

THAT: dict[str, frozenset[str]] = {
    "en": _words("that"),
    "de": _words("dass daß"),
    "es": _words("que"),
    "fr": _words("que qu'il qu'elle qu'ils qu'elles qu'un qu'une"),
    "it": _words("che"),
    "pt": _words("que"),
    "nl": _words("dat"),
    "ru": _words("что"),
}

# Pronouns that stand for a speaker named before.
PRONOUNS = _words(
    "he she they it we i who er sie es wir él ella ellos ellas il elle ils elles lui lei loro ele ela eles hij zij ze "
    "он она они 他 她 他们 她们 彼 彼女"
)

# Words that point at what was said, and at nobody who says it.
POINTERS = _words(
    "that this these those such das dies dieses so lo así eso esto cela ça ciò isso dit dat это"
)

# Verbs after which stands what somebody holds, not what is known.
OPINION: dict[str, frozenset[str]] = {
    "en": _words(
        "argued argues argue insisted insists claimed claims claim warned warns denied denies alleged alleges contended "
        "contends asserted asserts believes believed thinks thought hopes hoped fears feared predicted predicts suggested "
        "suggests emphasized emphasised emphasizes stressed stresses promised promises complained criticized criticised "
        "praised maintained cautioned boasted accused reckons urged view according estimates"
    ),
    "de": _words(
        "behauptete behauptet warnte warnt meinte meint betonte betont kritisierte forderte glaubt hofft bestritt"
    ),
    "es": _words("advirtió advierte sostuvo sostiene aseguró negó cree considera criticó insistió"),
    "fr": _words("averti avertit affirmé affirme estimé estime assuré dénoncé nié croit pense"),
}

# Words that stand for almost any other, by language: an item may have them where the article has its own.
LIGHT: dict[str, frozenset[str]] = {
    "en": frozenset(
        "make get give take go come keep put do let become begin start see find want use show bring hold turn "
        "call add lead leave face remain set run move something anything nothing anyone everyone nobody other now "
        "then still yet already far also just only even back up down out off over away few part way thing time "
        "according put point insist".split()
    ),
    "de": frozenset(
        "machen geben nehmen gehen kommen bleiben stehen liegen bringen halten setzen stellen lassen zeigen sehen "
        "finden führen werden würden etwas jetzt noch schon bereits auch nur wieder bislang bisher laut".split()
    ),
    "es": frozenset(
        "hacer dar tomar ir venir quedar poner llevar dejar seguir mostrar ver encontrar tener haber algo nada "
        "ahora ya todavía aún también solo sólo según".split()
    ),
    "fr": frozenset(
        "faire donner prendre aller venir rester mettre porter laisser montrer voir trouver tenir avoir quelque "
        "maintenant déjà encore aussi seulement selon mis mise met".split()
    ),
}

# What a study does: beside words that are somebody's anyway, no further doubt.
FINDINGS = frozenset("suggest suggests suggested indicate indicates indicated".split())
