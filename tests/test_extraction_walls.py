"""Which short pages are no article, in the languages of the news, and which only speak of what such pages say."""

import pytest
from extraction_pages import article, paragraphs, read

from summarizer import NoArticleError
from summarizer.extraction.walls import word_count

# A teaser, and what stands behind it in place of the rest.
PAYWALLS = {
    "en": ("The council sold the old shed on Tuesday for more than anybody had hoped.", "Sign up or log in to keep reading this story."),
    "de": ("Der Stadtrat hat am Dienstag den alten Schuppen für viel Geld verkauft.", "Haben Sie schon ein Abo? Dann bitte anmelden und diesen Artikel lesen."),
    "fr": ("Le conseil a vendu mardi le vieux hangar pour une somme que nul n'espérait.", "Connectez-vous pour poursuivre la lecture. Article réservé à nos abonnés."),
    "es": ("El concejo vendió el martes la vieja nave por más de lo que se esperaba.", "Inicie sesión para seguir con este artículo, exclusivo para socios."),
    "it": ("Il consiglio ha venduto martedì il vecchio capannone a un buon prezzo.", "Accedi per continuare. Contenuto riservato agli abbonati."),
    "pt": ("A câmara vendeu na terça-feira o velho armazém por um bom preço à cidade.", "Faça login para ler o resto. Conteúdo exclusivo para assinantes."),
    "nl": ("De raad heeft dinsdag de oude loods verkocht voor meer dan was gehoopt.", "Log in om dit artikel te lezen. Alleen voor abonnees."),
    "ru": ("Совет во вторник продал старый сарай дороже, чем надеялись жители города.", "Войдите, чтобы дочитать материал. Доступно по подписке."),
    "ja": ("市議会は火曜日、古い倉庫を予想より高い値段で売ることを決めた。町の人々は驚いた。", "ログインすると記事の続きをお読みいただけます。"),
    "zh": ("市议会周二决定以高于预期的价格出售旧仓库，居民们对此感到十分惊讶。", "请先登录，付费后可阅读全文。"),
    "ko": ("시의회는 화요일 오래된 창고를 예상보다 비싼 값에 팔기로 했다. 주민들은 놀랐다.", "로그인 후 기사 전체를 이용하실 수 있습니다."),
    "ar": ("باع المجلس يوم الثلاثاء المخزن القديم بثمن أعلى مما كان يأمله سكان المدينة.", "لمواصلة القراءة يرجى تسجيل الدخول إلى حسابك."),
    "hi": ("नगर परिषद ने मंगलवार को पुराना गोदाम उम्मीद से ज़्यादा दाम पर बेच दिया।", "आगे पढ़ने के लिए लॉग इन करें या सदस्यता लें।"),
}  # fmt: skip


@pytest.mark.parametrize(("teaser", "wall"), PAYWALLS.values(), ids=PAYWALLS)
def test_a_teaser_before_a_wall_is_refused_in_any_language(teaser: str, wall: str) -> None:
    with pytest.raises(
        NoArticleError, match=r"shows a login or subscription wall, with \d+ words of .* pass the file"
    ):
        read(article(paragraphs(teaser, wall)))
    assert teaser in read(article(paragraphs(teaser, teaser[::-1]))).article.text


CONSENT = {
    "de": ("Mit Werbung weiterlesen", "Nutzen Sie die Seite gratis mit Werbung. Wir und unsere 90 Partner verarbeiten personenbezogene Daten. Oder wählen Sie das Pur-Abo ohne Tracking."),
    "es": ("Tu privacidad nos importa", "Nosotros y nuestros 90 socios guardamos información en un dispositivo. Puedes aceptar y continuar, o rechazar y pagar por navegar sin cookies."),
    "fr": ("Avec votre accord", "Nous et nos 90 partenaires lisons des données sur votre appareil. Vous pouvez tout accepter, continuer sans accepter ou vous abonner."),
    "it": ("Il tuo consenso", "Noi e i nostri 90 partner usiamo informazioni su un dispositivo. Puoi accettare e continuare, oppure rifiutare e abbonarti."),
    "pt": ("A sua privacidade", "Nós e os nossos 90 parceiros guardamos informações num dispositivo. Pode aceitar e continuar ou recusar e assinar."),
    "nl": ("Jouw privacy", "Wij en onze 90 partners bewaren informatie op een apparaat. Je kunt akkoord en doorgaan kiezen, of weigeren en betalen."),
    "ru": ("Мы используем cookie", "Мы и наши 90 партнеров храним файлы cookie на вашем устройстве. Вы можете принять все или отказаться от рекламы."),
    "zh": ("关于Cookie", "我们和合作伙伴使用 cookie 在您的设备上存储信息，您可以全部接受，也可以更改设置，不同意则无法继续浏览本网站。"),
}  # fmt: skip


@pytest.mark.parametrize(("heading", "text"), CONSENT.values(), ids=CONSENT)
def test_a_consent_wall_is_refused_in_any_language(heading: str, text: str) -> None:
    with pytest.raises(
        NoArticleError, match=r"shows a cookie notice in place of an article\. .* pass the file"
    ):
        read(f"<title>Gazette</title><h1>{heading}</h1>{paragraphs(text)}")


ERRORS = """Seite existiert nicht|Diese Seite wurde leider verlegt oder gelöscht. Bitte nutzen Sie die Suche oben auf der Seite.
Cette page n’existe plus|Elle a sans doute été déplacée. Revenez à la page de garde pour trouver ce que vous cherchez.
La página que buscas no existe|Puede que la hayamos movido. Vuelve a la portada o usa el buscador de arriba.
La pagina che cerchi non è più disponibile|Forse è stata spostata. Torna alla prima pagina oppure usa la ricerca.
Esta página não existe|Talvez tenha mudado de lugar. Volte para a capa ou use a busca no alto do site.
Deze pagina bestaat niet|Misschien is ze verplaatst. Ga terug naar de voorpagina of zoek het bovenaan op.
Такая страница не существует|Возможно, она переехала. Вернитесь на главную или найдите материал через поиск.
お探しのページは見つかりませんでした|移動または削除された可能性があります。トップへ戻り、検索をお試しください。
您访问的页面不存在|它可能已经移动或者被删除。请返回首页，或者使用上方的搜索功能查找内容。
요청하신 페이지를 찾을 수 없습니다|주소가 바뀌었거나 지워졌을 수 있습니다. 첫 화면으로 돌아가 다시 찾아 주시기 바랍니다.
الصفحة المطلوبة غير موجودة|ربما نقلت أو حذفت. عد إلى الصفحة الرئيسية أو استخدم البحث أعلاه لتجد ما تريد قراءته.
यह पेज मौजूद नहीं है|शायद इसे हटा दिया गया है। मुख्य पृष्ठ पर लौटें या ऊपर दी गई खोज का उपयोग करके देखें।"""


@pytest.mark.parametrize("page", ERRORS.split("\n"), ids=lambda page: page.split("|")[0])
def test_an_error_page_is_refused_in_any_language(page: str) -> None:
    heading, text = page.split("|")
    with pytest.raises(NoArticleError, match=r"is an error page, not an article\. Check the address\."):
        read(f"<title>{heading}</title><h1>404</h1>{paragraphs(f'{heading}. {text}')}")


NOTICES = {
    "is a sign-in page, not an article": "<title>Log in | The Gazette</title><h1>Welcome back!</h1><p>Use the email address that you gave us when you joined, or the account of one of these services. We never share what you tell us.</p><label>Password</label>",
    "asks to turn an ad blocker off": "<title>Gazette</title><h1>You use an adblocker</h1><p>Please turn off your ad blocker to continue reading. Advertising is what pays for the work of our reporters.</p>",
    "withheld for legal reasons (451)": "<title>Gazette</title><h1>451: Unavailable for legal reasons</h1><p>It seems that you want to read this site from within the European Union, whose data protection rules we do not follow, so that we cannot let you in.</p>",
    "holds only 1 word of an article": "<p>Nothing.</p>",
}  # fmt: skip


@pytest.mark.parametrize(("said", "content"), NOTICES.items(), ids=NOTICES)
def test_what_a_page_is_in_place_of_an_article_is_told_with_what_to_do(said: str, content: str) -> None:
    with pytest.raises(NoArticleError) as refusal:
        read(content)
    assert said in str(refusal.value)
    assert str(refusal.value).endswith("pass the file.")


TURNED_AWAY = {
    "asks its reader to prove to be no robot": [
        ("Are you a robot?", "We've detected odd traffic from the network that you use. To go on, tick the box below and let us know that you are human. Please make sure that your browser runs JavaScript and takes cookies."),
        ("Gazette - Are you a robot?", "Tick the box to go on reading. If the box does not show, look at the settings of your browser, or ask whoever runs your network."),
        ("We have detected unusual activity from your network", "Please tick the box below to go on. Should it not show, your browser may keep our scripts from loading, which we need in order to let you in."),
        ("Press and hold to confirm you are human", "Reference ID 71c0. Press the button until the bar is full. Contact desk@gazette.example if the bar stays empty."),
        ("Bitte bestätigen Sie, dass Sie kein Roboter sind", "Klicken Sie dazu auf das Feld unten. Falls es nicht erscheint, lassen Sie in Ihrem Browser bitte Skripte und Cookies zu."),
        ("请验证您不是机器人", "请点击下面的方框继续浏览。如果方框没有出现，请检查您的浏览器设置，并允许本站的脚本运行。"),
    ],
    "says that its site is down for maintenance": [
        ("We'll be back soon!", "Sorry for the trouble: our engineers are at work on the site at this hour. If you need us, write to the desk, and we will answer as soon as we can."),
        ("The Gazette", "Sorry, but we are performing some maintenance tonight. Come back in an hour, and all that you are used to will be in its place again."),
        ("Scheduled maintenance", "Our site is closed from two to four in the night while we move it to new machines. Thank you for your patience."),
        ("Wartungsarbeiten", "Unsere Seite wird gerade auf neue Rechner gebracht. Bitte schauen Sie in einer Stunde wieder vorbei, wir danken für Ihre Geduld."),
        ("ただいまメンテナンス中です", "ご不便をおかけして申し訳ありません。作業は朝の五時に終わる予定です。しばらくしてからもう一度お試しください。"),
    ],
    "says that it was asked for too often": [
        ("Rate limit exceeded", "More pages were asked for from this address than we allow in a minute. Please wait for a while before you ask for the next one."),
        ("The Gazette", "You have made too many requests. Wait for ten minutes, and do not reload the page before that, or you will have to wait for longer."),
    ],
    "says that a session has expired": [
        ("Your session has expired", "To keep your account safe we end each visit after an hour. Go back to the first page to begin a new one where you left off."),
        ("Ihre Sitzung ist abgelaufen", "Aus Gründen der Sicherheit endet jeder Besuch nach einer Stunde. Gehen Sie bitte zurück zur ersten Seite, um neu zu beginnen."),
    ],
    "says that it is not shown in the region": [
        ("Sorry, this content is not available in your region.", "The rights to the pictures are sold for a few countries alone. Our help page tells you more about where they can be seen."),
        ("This video is currently unavailable in your country", "We hold no rights to show it where you are. Look at our help page, which tells you where it can be seen."),
    ],
    "shows a cookie notice in place of an article": [
        ("Willkommen bei der Gazette", "Wählen Sie, wie Sie die Gazette nutzen möchten. Mit Werbung weiterlesen: So lesen Sie alles wie bisher. Ohne Werbung lesen Sie für vier Euro im Monat."),
        ("Willkommen", "Wir und bis zu 90 Drittanbieter lesen mit. Ihre Zustimmung ist jederzeit widerrufbar, am Fuß jeder Seite der Gazette und ohne Angabe von Gründen."),
    ],
}  # fmt: skip


@pytest.mark.parametrize(
    ("said", "heading", "text"), [(said, *page) for said, pages in TURNED_AWAY.items() for page in pages]
)
def test_a_page_that_does_not_let_its_reader_in_is_refused(said: str, heading: str, text: str) -> None:
    with pytest.raises(NoArticleError, match=f"{said}.* Open it in a browser, .* pass the file"):
        read(f"<title>{heading}</title><main><h1>{heading}</h1>{paragraphs(text)}</main>")


NEWS = {
    "robots are told of": ("Are you a robot? Velm tests its readers", ("The library of Velm has put a test on its catalogue that keeps programs from taking out all of its books.", "Each reader ticks a box once a month, and two in a hundred have failed to prove that they are human.")),
    "robots are in the headline": ("Are you a robot?", ("The play of that name opens in Velm on Friday, with Ada Poe as the woman whom a machine will not let into her house.", "“Please confirm you are not a robot,” the door tells her for the whole of the second act.")),
    "a site is down": ("We'll be back soon", ("The cinema of Velm hung out a sign with these words on Monday, a day after water had come through its roof.", "“We’ll be back soon! We are performing some maintenance,” it reads, and the builders expect to be done in May.")),
    "too many requests": ("Too many requests", ("The food bank of Velm closed its doors for a week on Monday, since 900 families had asked for help in three days.", "Its rate limit of 40 parcels a day was exceeded for the first time in the nine years of its history.")),
    "sessions": ("Your session has expired: parliament cuts debates", ("Members of the parliament of Velm may speak for four minutes from May, and a screen tells them when time is up.", "“Your session has expired,” it will say in red letters.")),
    "regions": ("Not available in your region", ("The court in Velm ruled on Monday that a broadcaster may not shut out the readers of neighbouring countries.", "“Sorry, this content is not available in your region,” its site had told 40,000 of them since March.")),
    "choosing": ("Wie Verlage fragen", ("„Wählen Sie, wie Sie uns nutzen wollen“, so fragen in Velm seit Montag alle Zeitungen der Stadt ihre Leser.", "Wer nicht zahlt, liest mit Werbung weiter, und ein Fünftel der Leser hat nach vier Wochen gezahlt.")),
    "a wall is quoted": ("The Gazette opens its archive", ("The Gazette will open its whole archive to everyone on Monday, its publisher told the staff in a letter.", "“Subscribe to continue reading: nobody shall see these words again on our site,” Ada Poe wrote.", "The paper lost a fifth of its readers in two years, and the shares of its owner fell by 6%.")),
    "a wall is told of": ("The Gazette builds a wall", ("The Gazette will ask for money from Monday, its publisher told the staff in a letter of two pages.", "She said that people must register to read more than three articles in a month.")),
    "the article goes on": ("The Gazette builds a wall", ("The Gazette will ask for money from Monday, and has put up signs about it in all of its shops.", "The signs show what is for subscribers only.", "The paper lost a fifth of its readers in two years, and the shares of its owner, a bank in Velm, fell by 6% on the day that the plan was told.")),
    "ad blockers": ("Court allows ad blockers", ("A court in Velm ruled on Monday that a firm may sell its ad blocker, and need not disable it for anyone.", "The publishers of two papers had sued, and said that they would appeal.")),
    "Pur-Abo": ("Gericht prüft das Pur-Abo", ("Das Gericht in Velm prüft, ob Verlage ein Pur-Abo verkaufen dürfen, sagte ein Sprecher am Montag.", "Wer nicht zahlt, muss dort mit Werbung weiterlesen. Zwei Leser hatten geklagt.")),
    "signing in": ("Sign in", ("A sign in the old church of Velm tells who gave the bells, and when each of them was cast and hung.", "The account of the works, found on Monday, names eleven more, the vicar said.")),
}  # fmt: skip


@pytest.mark.parametrize(("headline", "told"), NEWS.values(), ids=NEWS)
def test_a_short_article_about_walls_is_read(headline: str, told: tuple[str, ...]) -> None:
    page = f"<title>{headline} – The Gazette</title><article><h1>{headline}</h1>{paragraphs(*told)}</article>"
    assert [part for part in told if part not in read(page).article.text] == []


def test_a_promise_behind_a_wall_is_no_article_that_goes_on() -> None:
    teaser = "The council sold the old shed on Tuesday for more than anybody in the town had ever hoped."
    offer = (
        "Get all that our newsroom writes, on each of your devices, for less than the price of a cup of tea."
    )
    with pytest.raises(NoArticleError, match="subscription wall"):
        read(article(paragraphs(teaser, "Subscribe to continue reading.", offer)))


@pytest.mark.parametrize(
    ("text", "words"), [("नगर परिषद ने मंगलवार को", 5), ("the mayor’s plan", 3), ("市議会", 1)]
)
def test_words_are_counted_as_readers_count_them(text: str, words: int) -> None:
    assert word_count(text) == words
