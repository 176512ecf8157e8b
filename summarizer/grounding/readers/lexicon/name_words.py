"""Words that make, mark or exclude proper names."""

import re

# Words that may stand in lower case inside a name.
CONNECTORS = frozenset(
    "of de da do dos das del della dello dei degli di du des la le les van von der den ter ten zu zum zur af av "
    "bin bint ibn al el e y i the for".split()
)
# Connectors that join only after an organisation's or office's word: "Bank of England", "University of the Arts".
OF = frozenset("of de da do del della di du des la le the for".split())

# Before a person's name; taken off before names are compared.
HONORIFICS = frozenset(
    "mr mrs ms miss mx dr prof professor sir dame lord lady rev reverend fr rabbi imam sheikh "
    "president vice-president premier chancellor minister secretary senator sen representative rep congressman "
    "congresswoman governor gov mayor councillor councilor ambassador judge justice king queen prince princess pope "
    "archbishop bishop cardinal gen colonel col captain capt maj lieutenant lt sergeant sgt admiral "
    "commander commissioner chairman chairwoman chairperson chair ceo cfo coo director chief executive officer "
    "spokesman spokeswoman spokesperson detective inspector sheriff attorney deputy "
    "analyst economist kc qc mp mep obe mbe cbe phd md jr sr "
    "herr frau doktor präsident präsidentin minister ministerin kanzler kanzlerin bürgermeister bürgermeisterin "
    "bundeskanzler bundeskanzlerin bundespräsident ministerpräsident ministerpräsidentin sprecher sprecherin chef chefin "
    "vorsitzende vorsitzender professorin direktor direktorin geschäftsführer geschäftsführerin "
    "señor señora sr sra don doña presidente presidenta ministro ministra alcalde alcaldesa director directora portavoz "
    "monsieur madame mme m mlle président présidente ministre maire directeur directrice "
    "signor signora senhor senhora meneer mevrouw г-н г-жа президент министр мэр премьер-министр губернатор глава директор".split()
)

ORGANISATION_WORDS = frozenset(
    "inc corp corporation co company ltd limited llc plc group holding holdings ag gmbh se sa spa nv bv ab asa oy kk "
    "ministry department university college school institute institution academy hospital clinic bank fund court "
    "party congress parliament senate council commission committee agency authority administration association "
    "federation union league club foundation society organization organisation board bureau office service services "
    "police army navy force forces guard press news times post journal gazette tribune herald guardian airlines airways "
    "motors industries systems technologies energy steel mining partners capital ventures trust network alliance "
    "museum library theatre theater orchestra church team centre center laboratory laboratories exchange exchanges "
    "government house assembly tribunal cooperative co-op insurance airport ministerium universität institut "
    "gesellschaft verband partei gericht amt behörde bundesamt bundesbank bundestag bundesrat stiftung verein kommission "
    "ministerio universidad banco partido tribunal comisión instituto asociación empresa gobierno congreso senado "
    "ministère université banque parti commission association société gouvernement assemblée "
    "ministero università banca partito ministério universidade министерство университет банк партия".split()
)

# What the names of sports clubs end in: the club goes by the word before it.
CLUB_WORDS = frozenset("rovers united athletic town city wanderers albion county rangers hotspur fc".split())

PLACE_WORDS = frozenset(
    "river lake sea ocean mount mountain mountains street avenue road square city county province region state states "
    "island islands bay valley coast peninsula desert forest park district village town bridge harbour harbor port "
    "canal strait gulf beach hills north south east west northern southern eastern western central straße platz "
    "kingdom republic territory basin plateau mine".split()
)

# Capitalised in English, yet dates and no names of anyone.
CALENDAR = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug "
    "sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri "
    "sat sun christmas easter ramadan "
    "januar februar märz mai juni juli oktober dezember montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag".split()
)

# First names common enough to tell a person from a firm: a guess at the kind, nothing more.
# Words that open a sentence in front of a name or without one.
_ENGLISH_FUNCTION = (
    "a an the this that these those it its he she they we you i his her their our your my who what when where why how "
    "which while whether if unless although though because since as at in on of off for from to with without within by "
    "about above across after against along amid among around before behind below beneath beside besides between beyond "
    "but despite down during except inside into like near onto out outside over past per through throughout toward "
    "towards under until up upon via and or nor so yet then than there here now not no never none nothing nobody some "
    "any all both each every either neither many much more most few fewer several other others another such same own "
    "one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred hundreds thousand "
    "thousands million millions billion billions dozens half first second third last next is are was were be been being "
    "am do does did done has have had having can could may might must shall should will would ought let get got also "
    "too very just only even still already again once ever always often sometimes soon later earlier today tomorrow "
    "yesterday tonight meanwhile however moreover furthermore therefore thus hence instead otherwise nevertheless "
    "nonetheless indeed perhaps maybe yes oh well "
    "under-fire nearly almost roughly approximately asked given based compared thanks due using following including "
    "excluding unlike whereas whoever whatever whenever wherever less least everyone everybody someone somebody anyone "
    "anything everything something"
)
FUNCTION: dict[str, frozenset[str]] = {
    language: frozenset(words.split())
    for language, words in {
        "en": _ENGLISH_FUNCTION,
        "de": "der die das den dem des ein eine einen einem einer eines und oder aber denn im am beim zum zur von vom mit nach seit "
        "bei aus auf für gegen ohne um durch über unter vor hinter neben zwischen während wegen trotz laut wie als wenn dass "
        "weil da doch noch auch nur schon sie er es wir ihr ihre sein seine diese dieser dieses dort hier so dann viele einige mehrere beide alle keine kein man nun damit dabei",
        "es": "el la los las un una unos unas y o pero en de del al con por para según sin sobre tras desde hasta entre durante "
        "ante este esta estos estas ese esa su sus él ella ellos lo se que cuando como si no también aunque",
        "fr": "un une le la les au d' l' une des du et ou mais à aux avec par pour selon sans sous sur dans chez entre depuis pendant après avant "
        "ce cette ces cet son sa ses leur leurs il elle ils elles on nous vous je qui quand comme lorsque alors",
        "it": "il la lo i gli uno e ma di da in su per tra fra nel nella nei nelle del della dei delle al alla dal dalla sul sulla "
        "questo questa questi suo sua",
        "pt": "o os a as um uma no na nos nas do dos das ao pelo pela em com por seu",
        "nl": "de het een en of maar in op van voor met aan bij naar uit over door tot na sinds deze dit die dat hij zij ze wij",
        "ru": "в на с по из от до за о об к у и или но а не что как это этот эта эти он она они мы вы я его их",
    }.items()
}

# Other words that often open a sentence: there, one of these alone is no name.
ORDINARY = frozenset(
    "interior defence defense environment environmental labour labor agriculture transport education culture economy "
    "prime vice deputy attorney interim acting lieutenant finance foreign justice home "
    "people police officials experts scientists researchers analysts critics supporters opponents residents workers "
    "employees staff students teachers doctors nurses patients drivers passengers customers consumers investors "
    "shareholders lawyers prosecutors judges lawmakers politicians voters farmers fishermen firefighters soldiers troops "
    "rebels protesters activists campaigners journalists reporters authorities inspectors engineers builders owners "
    "tenants landlords neighbours neighbors parents children women men girls boys families couples members leaders "
    "ministers councillors councilors negotiators delegates regulators economists historians witnesses victims survivors "
    "volunteers visitors tourists players fans coaches readers users developers companies firms banks shops stores "
    "schools hospitals universities governments countries nations cities towns villages homes houses buildings roads "
    "bridges trains buses planes ships cars trucks prices rents wages salaries costs sales profits losses revenue "
    "revenues earnings shares stocks bonds rates taxes fees fines exports imports inflation growth demand supply output "
    "production unemployment spending investment trade business industry work jobs money cash debt data figures results "
    "reports studies tests trials surveys polls votes elections talks negotiations plans rules laws bills measures "
    "reforms changes cuts strikes protests floods storms fires rain snow wind heat water food oil gas coal power energy "
    "steel rice wheat milk bread meat fish bees birds trees crops construction weather health safety security research "
    "science technology traffic tickets tolls bus train tram rail ferry electricity solar nuclear critics' state local "
    "national federal public private new old young big small large long short high low good bad great early late top "
    "senior junior former current recent heavy free open full total annual monthly weekly daily additional average "
    "annually net gross overall domestic foreign international global regional city town county council court company "
    "firm bank government parliament ministry minister president mayor governor judge jury union club team school "
    "university hospital airport station museum library theatre park river lake island village street road bridge "
    "building house home factory plant mine farm store shop market price cost rent wage tax rate fee share stock "
    "profit loss report study survey poll vote election deal agreement contract law bill rule plan project program "
    "programme scheme proposal decision ruling verdict sentence trial case charge investigation inquiry accident crash "
    "fire flood storm attack strike protest war peace ceasefire election campaign meeting summit conference talks "
    "nearly almost roughly around approximately around less least asked according given based compared thanks due "
    "under-fire long-term short-term part parts number numbers percent per cent sources source officers officer man "
    "woman child boy girl father mother son daughter brother sister husband wife everyone everybody someone somebody "
    "anyone anything everything something work works engine engines battery batteries chips software hardware robots "
    "satellites rockets vaccines drugs medicines treatment treatments disease infections cancer malaria measles "
    "artists writers musicians actors directors singers audiences painters curators chefs bakers brewers growers "
    "winemakers beekeepers hikers climbers cyclists pedestrians commuters motorists truckers sailors pilots crews "
    "emergency rescue rescuers divers archaeologists biologists astronomers geologists "
    "annual".split()
)
ORDINARY_ENDINGS = (
    "ing", "ings", "ed", "ly", "tion", "tions", "sion", "sions", "ment", "ments", "ness", "ity", "ities", "ance", "ances",
    "ence", "ences", "ists", "ist", "ers", "ors", "ants", "ents", "ians", "ism", "ship", "ships", "hood", "ous", "ful",
    "less", "able", "ible", "ive", "ical", "ies", "ees", "ures", "ages", "ives",
)  # fmt: skip

# Acronyms that are no name of anyone; an article may well spell them out.
COMMON_ACRONYMS = frozenset(
    "CEO CFO COO CTO TV AI GDP DNA RNA IPO IT PR HR OK AM PM IQ VIP PhD MBA HIV AIDS CO2 LED GPS USB PC SMS Q1 Q2 Q3 Q4 H1 H2 "
    "I A MP MPs MEP MEPs NGO NGOs SUV SUVs ID FAQ URL DIY CV UV LNG KI CO II III IV VI VII VIII IX XI EV EVs PLC LLC "
    "DM BIP EUR USD GBP CHF R&D M&A B2B MW GW TW kWh MWh GWh TWh KWh".split()
)

# Possessives inside a name: "National People's Congress".
INNER_POSSESSIVES = frozenset(
    "people women children men workers king queen veterans farmers teachers saint".split()
)

# German nouns are capitalised too: these, and nouns of these endings, are no names even side by side.
GERMAN_NOUNS = frozenset(
    "prozent euro millionen milliarden million milliarde tonnen kilometer meter hektar jahr jahre jahren uhr ende anfang "
    "mitte rund menschen stadt land staat regierung firma unternehmen konzern werk fabrik gericht gemeinde kreis rat "
    "stunden minuten tage tagen woche wochen monat monate monaten mal teil teile zahl fall fälle grund thema woche "
    "kinder frauen männer bürger arbeiter polizei feuerwehr schule schulen bahn auto autos strom wasser haus häuser "
    "herr frau dollar franken pfund liter grad quadratmeter kubikmeter megawatt gigawatt kilowattstunden mitarbeiter "
    "beschäftigte abgeordnete stimmen sitze plätze".split()
)
GERMAN_NOUN_ENDINGS = (
    "ung", "ungen", "heit", "heiten", "keit", "keiten", "schaft", "schaften", "tion", "tionen", "tät", "täten", "nis",
    "nisse", "tum", "ismus", "innen", "anz", "enz",
)  # fmt: skip

# German nouns that introduce the name behind them: "die Firma Siemens".
GERMAN_BEFORE_NAMES = frozenset(
    "firma konzern unternehmen hersteller autobauer stadt gemeinde dorf insel fluss partei verein zeitung sender bank "
    "reederei brauerei fluggesellschaft stiftung organisation gruppe universität bezirk landkreis".split()
)

# German writes an office as one word: "Verkehrsministerin Sabine Arendt" is Sabine Arendt.
GERMAN_OFFICE = re.compile(
    r"\w(?:minister|sprecher|chef|präsident|prasident|meister|leiter|direktor|forscher|professor|richter|kommissar|berater|vorstand)(?:in)?$"
    r"|(?:sekretär|sekretar|ökonom|okonom|volkswirt|analyst|manager|trainer|händler|handler|lehrer|landwirt|wissenschaftler|"
    r"geschäftsführer|geschaftsfuhrer|ingenieur|redakteur|autor|kapitän|kapitan|betriebsrat|betriebsrät|staatssekretär|förster)(?:in)?$"
    r"|\w(?:vorsitzende[rn]?|experte|expertin|anwalt|anwältin|anwaltin|gewerkschaft|konzern|ministerium|verband|behörde|behorde|amt)$"
)
