"""Units and currencies: the words and signs that stand for them, and what a unit is made of."""

from collections.abc import Mapping

# code = factor dimension: surfaces. Surfaces are separated by commas; a surface with a capital
# or a sign is matched as it stands, the others in lower case.
_MEASURES = """
% = 1 percent: %, percent, per cent, pct, pc, prozent, v. h., por ciento, por cien, pour cent, procent, per cento, por cento, процент, процента, процентов, प्रतिशत, फीसदी, फ़ीसदी, في المئة, في المائة, بالمئة, بالمائة, percents
‰ = 0.1 percent: ‰, promille, per mille
percentage points = 1 points of percent: percentage point, percentage points, percent point, percent points, per cent points, % points, prozentpunkt, prozentpunkte, prozentpunkten, puntos porcentuales, punto porcentual, points de pourcentage, point de pourcentage, pp, ppt, ppts, percentage - point, % - punkte, % - punkten, % - point, % - points, 个百分点, 个百分点
basis points = 0.01 points of percent: basis point, basis points, bps, bp, basispunkte, basispunkten, puntos básicos, points de base
mm = 0.001 length: 毫米, millimetre, millimetres, millimeter, millimeters
cm = 0.01 length: 厘米, cm, centimetre, centimetres, centimeter, centimeters, zentimeter, centímetros, centimètres
m = 1 length: metre, metres, meter, meters, metern, metro, metros, mètre, mètres
km = 1000 length: 公里, 千米, キロメートル, キロ, 킬로미터, km, kms, kilometre, kilometres, kilometer, kilometers, kilometern, kilómetro, kilómetros, kilomètre, kilomètres, किलोमीटर
in = 0.0254 length: inch, inches
ft = 0.3048 length: ft, foot, feet
yd = 0.9144 length: yard, yards, yd, yds
mi = 1609.344 length: 英里, mile, miles, mi, meile, meilen, milla, millas
nmi = 1852 length: nautical mile, nautical miles
m² = 1 area: 平方米, m², m2, sqm, sq m, square metre, square metres, square meter, square meters, quadratmeter, metros cuadrados, mètres carrés
km² = 1e6 area: 平方公里, km², km2, sq km, square kilometre, square kilometres, square kilometer, square kilometers, quadratkilometer, kilómetros cuadrados, kilomètres carrés
ha = 1e4 area: 公顷, ha, hectare, hectares, hektar, hectárea, hectáreas
acre = 4046.856 area: acre, acres
sq ft = 0.092903 area: sq ft, sqft, square foot, square feet
sq mi = 2589988 area: square mile, square miles, sq mi
m³ = 1 volume: m³, m3, cubic metre, cubic metres, cubic meter, cubic meters, kubikmeter, metros cúbicos, mètres cubes
L = 0.001 volume: l, L, litre, litres, liter, liters, litern, litro, litros
mL = 1e-6 volume: ml, mL, millilitre, millilitres, milliliter, milliliters
gal = 0.003785 volume: gallon, gallons, gal
bbl = 0.158987 volume: barrel, barrels, bbl, bpd, barril, barriles, baril, barils
mg = 1e-6 mass: mg, milligram, milligrams
g = 0.001 mass: g, gram, grams, gramme, grammes, gramm, gramo, gramos
kg = 1 mass: 公斤, 千克, キログラム, kg, kgs, kilo, kilos, kilogram, kilograms, kilogramme, kilogrammes, kilogramm, kilogramo, kilogramos, किलोग्राम
t = 1000 mass: 吨, 噸, トン, 톤, tonne, tonnes, ton, tons, metric ton, metric tons, metric tonnes, tonnen, tonelada, toneladas, t
kt = 1e6 mass: kt, kiloton, kilotons, kilotonnes
Mt = 1e9 mass: Mt, megatonnes, megatons
lb = 0.453592 mass: lb, lbs
oz = 0.02835 mass: oz, ounce, ounces
W = 1 power: W, watt, watts
kW = 1e3 power: 千瓦, kW, KW, kilowatt, kilowatts
MW = 1e6 power: MW, megawatt, megawatts, megavatios, mégawatts
GW = 1e9 power: GW, gigawatt, gigawatts, gigavatios
TW = 1e12 power: TW, terawatt, terawatts
hp = 745.7 power: hp, bhp, horsepower, PS
kWh = 1e3 energy: kWh, kwh, KWh, kilowatt hours, kilowatt hour, kilowattstunde, kilowattstunden
MWh = 1e6 energy: MWh, megawatt hours, megawatt hour, megawattstunde, megawattstunden
GWh = 1e9 energy: GWh, gigawatt hours, gigawatt hour, gigawattstunden
TWh = 1e12 energy: TWh, terawatt hours, terawattstunden
kcal = 1 food energy: kcal, calorie, calories, kilokalorien
V = 1 voltage: V, volt, volts
kV = 1e3 voltage: kV, kilovolt, kilovolts
°C = 1 celsius: 摄氏度, 度, °C, ° C, ℃, C, degrees celsius, degree celsius, degrees centigrade, celsius, grad celsius, grados celsius, degrés celsius
°F = 1 fahrenheit: °F, ° F, ℉, F, degrees fahrenheit, degree fahrenheit, fahrenheit
° = 1 degrees: °, degree, degrees, grad, grados, degrés
km/h = 1 speed: km / h, kmh, kph, kilometres per hour, kilometers per hour, kilometres an hour, kilometers an hour, stundenkilometer, stundenkilometern, kilómetros por hora, kilomètres heure, km per hour
m/s = 3.6 speed: m / s, metres per second, meters per second
mph = 1.609344 speed: mph, miles per hour, miles an hour
kn = 1.852 speed: knot, knots
second = 1 time: seconds, sec, secs, sekunde, sekunden, segundos, secondes, s
minute = 60 time: 分钟, 分鐘, 分間, minute, minutes, min, mins, minuten, minuto, minutos, मिनट
hour = 3600 time: 小时, 小時, 時間, 시간, hour, hours, hr, hrs, stunde, stunden, hora, horas, heure, heures, घंटे, час, часов, часа
day = 86400 time: 天, 日間, day, days, tag, tage, tagen, día, días, jour, jours, दिन, дней, день, дня
week = 604800 time: week, weeks, woche, wochen, semana, semanas, semaine, semaines
month = 1 months: 个月, 個月, か月, カ月, ヶ月, 개월, month, months, monat, monate, monaten, mes, meses, mois, महीने, месяцев, месяца
year = 12 months: 年, 岁, 歲, 年間, 歳, 세, year, years, yr, yrs, jahr, jahre, jahren, jährige, jähriger, jährigen, año, años, an, ans, année, années, साल, лет, года, anni, anos, jaar, year - old, yo
decade = 120 months: decade, decades, jahrzehnte, jahrzehnten, décadas, décennies
KB = 1e3 data: KB, kB, kilobytes
MB = 1e6 data: MB, megabyte, megabytes
GB = 1e9 data: GB, gigabyte, gigabytes
TB = 1e12 data: TB, terabyte, terabytes
Mbps = 1e6 data rate: Mbps, megabits per second
Gbps = 1e9 data rate: Gbps, gigabits per second
Hz = 1 frequency: Hz, hertz
kHz = 1e3 frequency: kHz, kilohertz
MHz = 1e6 frequency: MHz, megahertz
GHz = 1e9 frequency: GHz, gigahertz
dB = 1 loudness: dB, decibel, decibels
USD = 1 USD: US$, U.S.$, USD, us dollar, us dollars, u.s. dollars, american dollars, us - dollar, us - dollars, dólares estadounidenses, 美元, 米ドル
EUR = 1 EUR: €, EUR, euro, euros,欧元, ユーロ, евро, यूरो
GBP = 1 GBP: £, GBP, pound sterling, pounds sterling, sterling, british pounds, quid, 英镑, ポンド
JPY = 1 JPY: JPY, JP¥, yen, yenes, 日元, 円
CNY = 1 CNY: CNY, RMB, CN¥, yuan, renminbi, yuanes, 元, 人民币, 元人民币
INR = 1 INR: ₹, INR, rupee, rupees, Rs, रुपये, रुपए
KRW = 1 KRW: ₩, KRW, won, 원, 韩元
RUB = 1 RUB: ₽, RUB, rouble, roubles, ruble, rubles, рублей, рубля, рубль
CHF = 1 CHF: CHF, swiss franc, swiss francs, schweizer franken, franken
AUD = 1 AUD: A$, AU$, AUD, australian dollar, australian dollars
CAD = 1 CAD: C$, CA$, CAD, canadian dollar, canadian dollars
HKD = 1 HKD: HK$, HKD, hong kong dollars, 港元
NZD = 1 NZD: NZ$, NZD, new zealand dollars
SGD = 1 SGD: S$, SGD, singapore dollars
TWD = 1 TWD: NT$, TWD, taiwan dollars, new taiwan dollars, 新台币
BRL = 1 BRL: R$, BRL, real, reais, reales
MXN = 1 MXN: MX$, MXN, mexican pesos, pesos mexicanos
peso = 1 peso: peso, pesos
franc = 1 franc: franc, francs
krone = 1 krone: SEK, NOK, DKK, krona, kronor, krone, kroner, kronen, swedish kronor, swedish crowns, norwegian kroner, norwegian crowns, danish kroner, danish crowns
CZK = 1 CZK: CZK, Kč, czech crown, czech crowns, koruna, korunas, korun
crown = 1 crown: crown, crowns
TRY = 1 TRY: ₺, TRY, lira, liras
ILS = 1 ILS: ₪, ILS, shekel, shekels
ZAR = 1 ZAR: ZAR, rand
NGN = 1 NGN: ₦, NGN, naira
THB = 1 THB: ฿, THB, baht
VND = 1 VND: ₫, VND, dong
UAH = 1 UAH: ₴, UAH, hryvnia
BTC = 1 BTC: ₿, BTC, bitcoin, bitcoins
$ = 1 $: $, dollar, dollars, dólar, dólares, dollar - a, bucks, डॉलर, دولار, доллар, доллара, долларов, ドル, 달러
¥ = 1 ¥: ¥
pound = 1 pound: pound, pounds, libras, livres, pfund
cent = 0.01 $: cent, cents, ¢
pence = 0.01 GBP: pence
times = 1 times: times, fold, x, mal, fois, veces, time, ×, 倍
people = 1 people: 人, 名, 명, 位
"""  # fmt: skip

# Surfaces that mean something else in other languages, and those that need a large number.
ONLY_IN: Mapping[str, str] = {
    "an": "fr", "ans": "fr", "fois": "fr", "grad": "de", "tag": "de", "mal": "de", "mes": "es", "real": "pt",
    "reales": "es", "anos": "pt", "anni": "it", "jaar": "nl", "won": "en", "libras": "es", "meses": "es",
}  # fmt: skip
LARGE_ONLY = frozenset({"won", "rand", "dong", "real", "reales", "crown", "crowns"})

# What a sign or word may stand for; a bare dollar is no change of an Australian one.
_DOLLARS = {"USD", "AUD", "CAD", "HKD", "NZD", "SGD", "TWD", "MXN", "BRL"}
AMBIGUOUS: Mapping[str, frozenset[str]] = {
    "$": frozenset(_DOLLARS | {"peso"}),
    "¥": frozenset({"JPY", "CNY"}),
    "pound": frozenset({"GBP", "lb", "mass"}),
    "peso": frozenset({"MXN", "$"}),
    "franc": frozenset({"CHF"}),
    "crown": frozenset({"krone", "CZK"}),
    "degrees": frozenset({"celsius", "fahrenheit"}),
}
# The code that an editor reads where the text leaves it open.
PRINTED: Mapping[str, str] = {
    "$": "USD", "¥": "JPY", "pound": "GBP", "cent": "cents", "crown": "crowns", "year": "years", "month": "months", "week": "weeks",
    "day": "days", "hour": "hours", "minute": "minutes", "second": "seconds", "decade": "decades",
}  # fmt: skip


def _load() -> tuple[dict[str, tuple[str, float]], dict[str, str]]:
    measures: dict[str, tuple[str, float]] = {}
    surfaces: dict[str, str] = {}
    for line in _MEASURES.strip().splitlines():
        head, _, words = line.partition(": ")
        code, _, measure = head.partition(" = ")
        factor, _, dimension = measure.partition(" ")
        measures[code] = (dimension, float(factor))
        for surface in words.split(","):
            surfaces[surface.strip()] = code
    return measures, surfaces


# Code to (dimension, factor to its plain unit); surface to code.
MEASURES, SURFACES = _load()
CURRENCIES = frozenset(
    code
    for code, (dimension, factor) in MEASURES.items()
    if (dimension == code and code not in {"times", "people"})
)
