"""What is read as the article on a page, what is taken out of it and why, and which pages are refused."""

import json
import time

import pytest
from command import PAGES, summarizer
from extraction_pages import (
    BODY,
    COST,
    FARES,
    ITEMS,
    SITE,
    TEXT,
    TITLE,
    article,
    page_of,
    paragraphs,
    read,
    removed,
    with_line,
)

from summarizer import NoArticleError
from summarizer.extraction import extract
from summarizer.extraction.isolation import is_intricate, read_apart
from summarizer.fetch import read_source


@pytest.mark.parametrize(
    ("name", "first", "last", "items", "foreign"),
    [
        ("ferry-strike.txt", "Ferry crews on", "Wednesday, 25 June.", (), ""),
        ("harbour-vote.html", "Councillors agreed", "2.40pm on 15 May.", ("Councillors voted 15 to 14 to sell the old fish quay to Bramley Keel Homes for £11.4 million.", "The plan allows 212 homes, 48 of them at reduced rents.", "City officers and the boatyard owners disagree about what moving the yard will cost.", "Work cannot start before the flood agency has given its opinion."), "Key takeaways|Enjoying the Ledger|council notes every Friday|Dewi Sandoe|Only paying members|a history in eight|number 17 bus|3 min read|Powered by"),
        ("hospital-trial.html", "Goggles that", "wearing clear ones.", ("The goggles did not reduce delirium among 612 older patients who had hip surgery.", "Wearing them was associated with 41 minutes more sleep a night.", "An independent geriatrician warned that the sleep result might be due to chance."), "At a glance|Photograph:|Register free|hand-washing|Topics:"),
        ("quarterly-results.html", "The gearbox maker", "on 6 November.", ("Revenue rose 12.4% to 486 million euros in the second quarter.", "Orders fell 9% and the company lowered its guidance for the year.", "About 240 jobs may go at the plant in Velm, without compulsory layoffs before 2027."), "Key points|Read more|Mira Tolland|Accept all|Reporting by|for information only|Krone steady|Log in|Morning note"),
        ("rare-earths.html", "Baogang Group, the state-owned conglomerate", "closed before then.", ("Baogang Group, the state-owned steel and rare earth producer, has enlarged its processing capacity at the Baiyun Obo mine.", "Chairman Meng Fanying stressed the company’s commitment to China’s rare earth lead at the National People’s Congress.", "The group is moving into magnets, hydrogen storage and rare earth steel rather than selling only raw material.", "It also has roles in high-speed rail and hydrogen pipeline projects.", "A consultant expects buyers outside China to stay dependent for years, though she says her figures are rough."), "Highlights|Pass it on|Leave a Comment|email address|Source: MMM|CATEGORIES|terbium|Monday Brief|reading MAGNET|investment advice"),
    ],
)  # fmt: skip
def test_a_sample_page_gives_its_body_alone(
    name: str, first: str, last: str, items: tuple[str, ...], foreign: str
) -> None:
    around = foreign.split("|") if foreign else []
    found = extract(read_source(str(PAGES / name))).article
    assert found.publisher_highlights == items
    assert first in found.text[:60]
    assert found.text.endswith(last)
    assert [phrase for phrase in (*items, *around) if phrase in found.text] == []
    source = (PAGES / name).read_text(encoding="utf-8")
    assert [phrase for phrase in around if phrase not in source] == []


LINES = {
    "headline": [TITLE, "Harwick to rebuild its bridge!"],
    "share": ["Share this story on Facebook", "Like this article? Tell a friend!", "Artikel teilen", "E-mail this story | Printer version", "Compartir en Facebook", "シェアする", "شارك هذا المقال"],
    "newsletter": ["Sign up for our morning newsletter", "Enjoying the Gazette?", "Get our council notes every Friday. No spam.", "Get the Gazette's morning email. Enter your email address.", "There was an error. Please try again.", "Jetzt Newsletter abonnieren", "Newsletter sign up", "订阅我们的邮件", "اشترك في النشرة البريدية"],
    "follow": ["Follow Anna Pell on Twitter", "Like us on Facebook", "Like The Harwick Gazette on Facebook for more", "フォローする", "Folgen Sie uns auf Instagram"],
    "related": ["Related: Ferry crews walk out", "READ MORE: Rents rise again", "READ | Ferry crews walk out", "Read | Rents rise again", "Lesen Sie auch: Mehr Busse", "À lire aussi : le pont", "相关阅读：大桥", "上一篇：大桥"],
    "caption": ["Photo: Dewi Sandoe", "Image source, Dewi Sandoe", "Image caption, The bridge at dusk", "Photo by Dewi Sandoe", "The bridge at dusk (Photo: Dewi Sandoe)", "The bridge at dusk | Reuters", "Quelle: Stadt Harwick", "The ponds, seen from the north. Photo by reader Ada Poe", "Le pont, lundi. Photo L’Écho / Ada Poe", "企业的包装车间。本网资料图"],
    "credits": ["Reporting by Lucien Abara; editing by Petra Sloane", "(Reporting by J. R. Ash in St. Paul, with reporting by Ada de la Poe, editing by Ed Fox.)", "Additional reporting by the Harwick Gazette", "Reporting by Ann Lee Our Standards: the Gazette’s code", "Associated Press writers Ann Lee and Bob Ash in Velm contributed to this report.", "Sam Roe and Ada Poe contributed to this report."],
    "comments": ["Leave a comment", "12 comments", "Your email address will not be published."],
    "tags": ["Tags: bridges, buses", "Filed under: News"],
    "copyright": ["Copyright 2025 The Harwick Gazette", "© 2025 Harwick Media", "Copyright The Gazette", "Copyright Harwick Media, Inc. All rights reserved."],
    "dateline": ["Updated May 5, 2025 10:15 am", "5 min read"],
    "promotion": ["Advertisement", "AI-generated summary, reviewed by an editor", "This summary was written by AI and may contain mistakes.", "KI-generierte Zusammenfassung", "Résumé généré par l’IA", "Story continues below", "Is your boss reading The Harwick Gazette? He should.", "This text is for information only."],
    "navigation": ["Longs | Flats | Scrap | Trade policy | Freight"],
    "separator": ["* * *"],
}  # fmt: skip


@pytest.mark.parametrize(("rule", "line"), [(rule, line) for rule, lines in LINES.items() for line in lines])
def test_boilerplate_is_taken_out_and_logged_unless_it_is_to_be_kept(rule: str, line: str) -> None:
    page = page_of(with_line(line))
    filtered, whole = extract(page), extract(page, filter_boilerplate=False)
    assert (rule, line) in removed(filtered)
    assert filtered.article.text == TEXT
    assert line in whole.article.text.split("\n\n")
    assert whole.removed == ()


PROSE = """Share prices fell by 5% on Monday.|Share the road, police told drivers on Monday.|Teilen wollen die Parteien die Macht nicht, sagte Weber.
Compartir la carga es justo, dijo el ministro.|Like Obama, Lind announced her bid on Twitter.|There was an error in the count, officials said.
An error occurred in the control room, investigators said.|Copyright law must change, the minister said.|Photos by drones showed that the dam had broken.
Newsletters cost the council $4,000 a year.|Get the parcels delivered by Friday, the minister told the post office.|Write to your councillor at once, she urged.
Poor planning contributed to the story of the bridge.|Story continues to grip the town, said the Gazette.|Related costs rose by 5%.
Comments made by the mayor angered residents.|Tags were found on 40 sheep.|More than 400 people follow the Gazette.|Updated figures show that rents rose.
اشترك عشرات الجنود في المعركة قرب الحدود.|شارك آلاف المتظاهرين في مسيرة يوم الجمعة.|シェアは30%に達したと同社は発表した。|フォローアップ会合が東京で開かれた。|订阅人数上升了百分之五，公司表示。
AI-generated summaries mislead readers, a study found on Monday.|Read the plan, she urged the council.|Get the daily emails under control, the mayor told the clerks.|Image sources of this kind are rare, the museum said.
Associated Press reporters saw 20 tents on the quay.|Reporting by two local papers led the council to open an inquiry.|Reporting by J. Poe led the council to act.
Writing by hand helps pupils, a study found.|Editing by CRISPR halved the protein in mice.|Newsletter subscribers rose to 1.2 million, the Gazette said.|Newsletter subscription prices rose by 5%.
Like other mayors she told of the plan on X before the council met.|Like many posts on Facebook, the claim had no source.|Copyright Office clerks counted 400 claims in May.
フォローする人は百万人に上ると同社は発表した。|シェアする人が増えたと同社は発表した。
Related: """ + ("so the clerk wrote in the margin of the plan, " * 8 + "and nobody asked why.")


@pytest.mark.parametrize("line", PROSE.replace("\n", "|").split("|"))
def test_prose_that_only_begins_like_boilerplate_stays(line: str) -> None:
    found = read(with_line(line))
    assert found.article.text == TEXT.replace(BODY[0], f"{BODY[0]}\n\n{line}")


def test_teasers_after_the_last_paragraph_are_taken_out() -> None:
    teasers = ["Most read", "Otter seen in canal", "Bakery wins prize"]
    found = read("\n\n".join([TITLE, TEXT, *teasers]), "text")
    assert found.article.text == TEXT
    assert removed(found) == [("related", line) for line in teasers]


@pytest.mark.parametrize(
    "hostile",
    [
        "<div>" * 20_000, "<b>" * 20_000, "<table><tr><td>" * 3_000, "<ul><li>" * 3_000, "<b>Key points</b>" * 6_000,
        f"<style>.x{{display:none}}{'.x ' * 80_000}</style><p class=x>Hidden.</p>",
    ],
    ids=["divs", "bold", "tables", "lists", "labels", "selectors"],
)  # fmt: skip
def test_a_page_that_repeats_without_end_is_read_in_bounded_time(hostile: str) -> None:
    start = time.monotonic()
    assert TEXT in read(hostile + paragraphs(*BODY)).article.text
    assert time.monotonic() - start < 10


def test_a_page_that_takes_too_long_is_stopped_and_says_what_to_do() -> None:
    table = page_of(f"<table>{'<tr><td>1</td><td>2</td></tr>' * 100_000}</table>{paragraphs(*BODY)}")
    assert is_intricate(table)
    start = time.monotonic()
    with pytest.raises(NoArticleError, match=r"^page is too large .* not read after 1 s\. Save the"):
        read_apart(table, filter_boilerplate=True, time_limit_s=1)
    assert time.monotonic() - start < 5


def test_an_intricate_page_is_read_and_refused_like_any_other() -> None:
    many = "<i></i>" * 7_000
    whole = page_of(article(many, paragraphs(BODY[0], "Share this story", *BODY[1:])))
    assert is_intricate(whole)
    assert removed(extract(whole)) == [("headline", TITLE), ("share", "Share this story")]
    with pytest.raises(NoArticleError, match="page is an error page"):
        extract(page_of(f"<title>404 Not Found</title>{many}<p>Gone.</p>"))


WALLS = {
    "is empty": " \n\t ",
    "holds no text of an article": "<html><body></body></html>",
    "holds only 3 words of an article": "<p>Nothing here yet.</p>",
    "shows its text only with JavaScript": "<div id=root></div><noscript>You need to enable JavaScript to run this app.</noscript>",
    "shows a cookie notice": "<h1>We value your privacy</h1><p>We and our 80 partners use cookies.</p><button>Accept all</button>",
    "login or subscription wall, with 11 words": "<h1>Sign in</h1><p>Sign in to continue reading. Already have an account?</p><form><input type=password></form>",
    "login or subscription wall, with 19 words": f"<h1>{TITLE}</h1>{paragraphs(BODY[0], 'Subscribe to continue reading.')}",
    "is an error page": "<title>404 Not Found</title><h1>Page not found</h1><p>The page does not exist or has been moved.</p>",
    "holds only headings or links": "".join(f"<h3><a href=/{n}>Otter number {n} seen in canal</a></h3>" for n in range(9)),
}  # fmt: skip


@pytest.mark.parametrize(("said", "content"), WALLS.items())
def test_a_page_without_an_article_is_refused_with_what_it_is_and_what_to_do(said: str, content: str) -> None:
    with pytest.raises(NoArticleError) as refusal:
        read(content)
    assert said in str(refusal.value)
    assert str(refusal.value).startswith("page ")
    assert any(advice in str(refusal.value) for advice in ("pass the file", "Pass the address"))


def test_a_refusal_ends_the_command_with_code_4() -> None:
    done = summarizer("extract", "-", stdin=WALLS["is an error page"])
    assert (done.returncode, done.stdout) == (4, "")
    assert done.stderr.startswith("summarizer: - is an error page, not an article. Check the address.")


CONSENT = "To give you the best experience, we and our partners store and read data on your device. You can accept this or choose which purposes you allow, and change your mind at any time."
COOKIE_WALLS = [
    (f"<title>The Gazette</title><h1>We use cookies</h1>{paragraphs(CONSENT)}"),
    (f"<title>Cookie consent – The Gazette</title>{paragraphs(CONSENT)}"),
    (f"<title>The Gazette</title><h2>Cookies on the Gazette</h2>{paragraphs(CONSENT, 'You find these settings at the foot of each page, whenever you want to look at them again.')}"),
    ("<h1>Before you continue</h1><p>We use data to deliver our services and to protect them. If you agree, we will also use it to develop new services and to show you ads.</p>"),
    ("<h1>Cookies</h1><p>Wir und unsere Partner speichern Informationen auf Ihrem Gerät. Sie können Ihre Einwilligung jederzeit widerrufen.</p>"),
    ("<h1>Gestion des cookies</h1><p>Nous et nos partenaires stockons des informations sur votre appareil. Vous pouvez retirer votre consentement à tout moment.</p>"),
    ("<h1>Utilizamos cookies</h1><p>Nosotros y nuestros socios guardamos datos en su dispositivo. Puede aceptar o rechazar este uso cuando quiera.</p>"),
]  # fmt: skip


@pytest.mark.parametrize("content", COOKIE_WALLS)
def test_a_notice_whose_heading_alone_names_cookies_is_refused(content: str) -> None:
    with pytest.raises(NoArticleError, match="shows a cookie notice"):
        read(content)


COOKIE_NEWS = [
    ("Google drops its plan to end cookies", "Google will keep third-party cookies, it said on Monday. Users can choose their settings. Advertisers and their partners agree, but privacy groups said that consent was not enough."),
    ("Cookies: what the new rules mean for you", "You will soon see fewer consent banners. The Commission proposed on Wednesday that your browser settings decide which data sites may store on your device, and that they respect your choices."),
    ("Privacy", "The regulator fined the chain $2 million on Tuesday because it had shared the addresses of 40,000 customers with three brokers. Our reporter saw the letter in which it did not accept the decision."),
    ("Harwick bans cookies", "The Harwick council voted on Tuesday to ban cookies and other sweets in its schools from May. Parents have to give their consent to a birthday cake, the mayor said."),
]  # fmt: skip


@pytest.mark.parametrize(("headline", "body"), COOKIE_NEWS)
def test_a_short_article_about_cookies_is_read_beside_a_cookie_notice(headline: str, body: str) -> None:
    banner = "<div role=dialog><h2>We value your privacy</h2><button>Accept all</button></div>"
    content = f"<title>{headline} – The Gazette</title>{banner}<article><h1>{headline}</h1>{paragraphs(body)}</article>"
    assert body in read(content).article.text


def test_an_article_about_walls_and_cookies_is_read() -> None:
    said = "Sites that show a cookie notice, ask readers to accept all cookies, require JavaScript or tell them to subscribe to continue reading lost."
    content = article(paragraphs(*BODY * 3, said)).replace(
        TITLE, "Access denied: how Harwick lost its readers"
    )
    assert read(content).article.text.endswith(said)


def test_an_article_that_calls_itself_paid_is_read_with_a_warning() -> None:
    paid = f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", "isAccessibleForFree": False})}</script>'
    warning = "The page says that it is not free: the text may be only the beginning."
    assert read(article(paragraphs(*BODY * 2), head=paid)).warnings == (warning,)


def test_metadata_is_what_the_page_says_of_itself() -> None:
    head = f'{SITE}<meta property="article:published_time" content="2025-05-06T05:00:00Z"><meta name="author" content="By Ada Poe"><link rel="canonical" href="https://www.harwick.example/bridge">'
    sent = f"<head>{head}<title>{TITLE} | The Harwick Gazette</title></head>{paragraphs(*BODY)}"
    found = read(sent, url="https://harwick.example/bridge?from=mail").article
    assert (found.title, found.site, found.authors) == (TITLE, "The Harwick Gazette", ("Ada Poe",))
    assert (found.published, found.url) == ("2025-05-06", "https://www.harwick.example/bridge")
    assert found.language == "en"


@pytest.mark.parametrize("named", ["https://evil.example/", "javascript:alert(1)", "https://a:b@harwick.example/"])  # fmt: skip
def test_a_page_cannot_pass_for_another_site(named: str) -> None:
    sent = article(paragraphs(*BODY), head=f'<link rel="canonical" href="{named}">')
    assert read(sent, url="https://harwick.example/b").article.url == "https://harwick.example/b"


def test_rows_of_a_table_and_items_of_a_list_are_lines_of_the_text() -> None:
    table = "<table><tr><th>Year</th><th>Cost</th></tr><tr><td>2024</td><td>$4m</td></tr></table>"
    found = read(article(paragraphs(*BODY), table, f"<h2>Next</h2>{ITEMS}", paragraphs(BODY[0]))).article
    assert found.text == "\n\n".join([*BODY, "Year | Cost", "2024 | $4m", "Next", COST, FARES, BODY[0]])


def test_a_figure_in_a_table_has_the_unit_of_its_heading() -> None:
    head = "<tr><th>Plant</th><th>Output (t)</th><th>Share [%]</th><th>Sales (€m)</th><th>Opened (year)</th></tr>"
    rows = "<tr><td>Velm</td><td>120,000</td><td>14</td><td>46.2</td><td>1998</td></tr><tr><td>Pell</td><td>n/a</td><td>2%</td><td></td><td>2004</td></tr>"
    found = read(article(paragraphs(*BODY), f"<table>{head}{rows}</table>", paragraphs(BODY[0]))).article
    assert found.text.split("\n\n")[3:-1] == [
        "Plant | Output (t) | Share [%] | Sales (€m) | Opened (year)",
        "Velm | 120,000 t | 14% | €46.2 m | 1998",
        "Pell | n/a | 2% | 2004",
    ]
