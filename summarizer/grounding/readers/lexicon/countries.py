"""Countries, their adjectives and inhabitants, and large places: each line is one thing, said in many ways."""

# Name first, then what else stands for it. Compared in lower case, without diacritics.
_COUNTRIES = """
afghanistan|afghan|afghans
albania|albanian|albanians
algeria|algerian|algerians
argentina|argentine|argentines|argentinian|argentinians
armenia|armenian|armenians
australia|australian|australians
austria|austrian|austrians
azerbaijan|azerbaijani|azerbaijanis
bahrain|bahraini|bahrainis
bangladesh|bangladeshi|bangladeshis
belarus|belarusian|belarusians
belgium|belgian|belgians
bolivia|bolivian|bolivians
bosnia|bosnian|bosnians|bosnia and herzegovina
botswana|motswana|batswana
brazil|brazilian|brazilians
bulgaria|bulgarian|bulgarians
cambodia|cambodian|cambodians
cameroon|cameroonian|cameroonians
canada|canadian|canadians
chad|chadian|chadians
chile|chilean|chileans
china|chinese|prc|people's republic of china
colombia|colombian|colombians
congo|congolese|drc|democratic republic of congo|democratic republic of the congo
costa rica|costa rican|costa ricans
croatia|croatian|croatians|croat|croats
cuba|cuban|cubans
cyprus|cypriot|cypriots
czech republic|czechia|czech|czechs
denmark|danish|dane|danes
ecuador|ecuadorian|ecuadorians
egypt|egyptian|egyptians
estonia|estonian|estonians
ethiopia|ethiopian|ethiopians
european union|eu|europe|european|europeans
fiji|fijian|fijians
finland|finnish|finn|finns
france|french|frenchman|frenchwoman
georgia|georgian|georgians
germany|german|germans
ghana|ghanaian|ghanaians
greece|greek|greeks
guatemala|guatemalan|guatemalans
haiti|haitian|haitians
hungary|hungarian|hungarians
iceland|icelandic|icelander|icelanders
india|indian|indians
indonesia|indonesian|indonesians
iran|iranian|iranians
iraq|iraqi|iraqis
ireland|irish|irishman
israel|israeli|israelis
italy|italian|italians
ivory coast|cote d'ivoire|ivorian|ivorians
jamaica|jamaican|jamaicans
japan|japanese
jordan|jordanian|jordanians
kazakhstan|kazakh|kazakhs|kazakhstani
kenya|kenyan|kenyans
kuwait|kuwaiti|kuwaitis
kyrgyzstan|kyrgyz
laos|laotian|laotians|lao
latvia|latvian|latvians
lebanon|lebanese
libya|libyan|libyans
lithuania|lithuanian|lithuanians
luxembourg|luxembourgish
madagascar|malagasy
malawi|malawian|malawians
malaysia|malaysian|malaysians
mali|malian|malians
malta|maltese
mexico|mexican|mexicans
moldova|moldovan|moldovans
mongolia|mongolian|mongolians
morocco|moroccan|moroccans
mozambique|mozambican|mozambicans
myanmar|burma|burmese
namibia|namibian|namibians
nepal|nepali|nepalese|nepalis
netherlands|dutch|holland|the netherlands
new zealand|new zealander|new zealanders
nicaragua|nicaraguan|nicaraguans
niger|nigerien
nigeria|nigerian|nigerians
north korea|north korean|north koreans
norway|norwegian|norwegians
oman|omani|omanis
pakistan|pakistani|pakistanis
palestine|palestinian|palestinians
panama|panamanian|panamanians
paraguay|paraguayan|paraguayans
peru|peruvian|peruvians
philippines|philippine|filipino|filipinos|filipina
poland|polish|pole|poles
portugal|portuguese
qatar|qatari|qataris
romania|romanian|romanians
russia|russian|russians|russian federation
rwanda|rwandan|rwandans
saudi arabia|saudi|saudis|saudi arabian
scotland|scottish|scot|scots
senegal|senegalese
serbia|serbian|serbians|serb|serbs
singapore|singaporean|singaporeans
slovakia|slovak|slovaks
slovenia|slovenian|slovenians
somalia|somali|somalis
south africa|south african|south africans
south korea|south korean|south koreans
spain|spanish|spaniard|spaniards
sri lanka|sri lankan|sri lankans
sudan|sudanese
sweden|swedish|swede|swedes
switzerland|swiss
syria|syrian|syrians
taiwan|taiwanese
tanzania|tanzanian|tanzanians
thailand|thai|thais
tunisia|tunisian|tunisians
turkey|turkish|turk|turks|turkiye
uganda|ugandan|ugandans
ukraine|ukrainian|ukrainians
united arab emirates|uae|emirati|emiratis|u.a.e.
united kingdom|uk|u.k.|britain|british|great britain|briton|britons
united nations|un|u.n.
united states|us|u.s.|usa|u.s.a.|america|american|americans|united states of america|the states
uruguay|uruguayan|uruguayans
uzbekistan|uzbek|uzbeks
venezuela|venezuelan|venezuelans
vietnam|vietnamese
wales|welsh|welshman
yemen|yemeni|yemenis
zambia|zambian|zambians
zimbabwe|zimbabwean|zimbabweans
africa|african|africans
asia|asian|asians
england|english|englishman
korea|korean|koreans
catalonia|catalan|catalans
quebec|quebecois
bavaria|bavarian|bavarians
tibet|tibetan|tibetans
arctic
antarctica|antarctic
"""

ALIASES: dict[str, str] = {
    alias: line.split("|")[0] for line in _COUNTRIES.split("\n") if line for alias in line.split("|")
}

# Other names of a country that say no more of whose something is than the first does.
COUNTRY_NOUNS = frozenset(
    "uk u.k. us u.s. usa u.s.a. america britain holland england czechia prc drc".split()
)

# A capital that stands for its government, or a city of an institution.
CAPITALS: dict[str, str] = {
    "beijing": "china",
    "washington": "united states",
    "moscow": "russia",
    "kremlin": "russia",
    "london": "united kingdom",
    "paris": "france",
    "berlin": "germany",
    "tokyo": "japan",
    "brussels": "european union",
    "kyiv": "ukraine",
    "kiev": "ukraine",
    "delhi": "india",
    "new delhi": "india",
    "tehran": "iran",
    "ankara": "turkey",
    "seoul": "south korea",
    "pyongyang": "north korea",
    "canberra": "australia",
    "ottawa": "canada",
    "madrid": "spain",
    "rome": "italy",
    "warsaw": "poland",
    "oslo": "norway",
    "stockholm": "sweden",
    "copenhagen": "denmark",
    "helsinki": "finland",
    "dublin": "ireland",
    "lisbon": "portugal",
    "athens": "greece",
    "vienna": "austria",
    "cairo": "egypt",
    "nairobi": "kenya",
    "jakarta": "indonesia",
    "hanoi": "vietnam",
    "riyadh": "saudi arabia",
    "jerusalem": "israel",
}
