"""Where a redirect leads, how many are followed, and what goes along."""

import pytest
from web_site import NEWS, Site, raw

from summarizer import FetchError


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirect_leads_to_the_page_and_takes_no_cookie_along(site: Site, status: int) -> None:
    page = site.get(raw(b"", "Location: ..#top", "Set-Cookie: a=b", status=status), "/old/")
    assert (page.content, page.name, page.url) == (NEWS, site.at("127.0.0.1", "/old/"), site.at("127.0.0.1"))
    assert [path for path, _ in site.requests] == ["/old/", "/"]
    assert "Cookie" not in site.requests[1][1]


def test_redirect_in_utf_8_is_followed(site: Site) -> None:
    site.replies["/s%C3%BCd"] = site.replies["/"]
    assert site.get(raw(b"", "Location: /süd", status=302), "/old").content == NEWS


def test_five_redirects_are_followed_and_six_are_not(site: Site) -> None:
    for hop in range(1, 7):
        site.replies[f"/{hop}"] = raw(b"", f"Location: /{hop - 1 or ''}", status=302)
    assert site.get(path="/5").content == NEWS
    with pytest.raises(FetchError, match=r"more than 5 redirects\. Save"):
        site.get(path="/6")
    assert len(site.requests) == 6 + 6


def test_a_site_that_redirects_until_it_gets_its_cookie_back_is_told_of(site: Site) -> None:
    again = raw(b"", "Location: /", "Set-Cookie: seen=1", status=302)
    with pytest.raises(
        FetchError, match=r"5 redirects, and the site may .* its cookie .* Save the page from your"
    ):
        site.get(again)
