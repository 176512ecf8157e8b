"""Which addresses are fetched from, and that a connection goes nowhere else."""

import ipaddress

import pytest
from web_site import NEWS, Site, raw

from summarizer import FetchError
from summarizer.fetch import read_source
from summarizer.fetch.addresses import IPAddress, is_public
from summarizer.fetch.web import fetch

LOOPBACK = ipaddress.ip_address("127.0.0.1")
ODD_SPELLINGS = (
    "127.0.0.1 127.1 2130706433 0x7f.1 127。0。0。1 0 localhost [::1] [::] [::ffff:127.0.0.1] [::127.0.0.1] "
    "[64:ff9b::7f00:1] 169.254.169.254 2852039166 0xa9fea9fe [::ffff:a9fe:a9fe] [fe80::1%lo] 10.0.0.1"
).split()
CLOSED = (
    "10.0.0.1 172.16.0.1 192.168.1.1 100.64.0.1 100.100.100.200 168.63.129.16 169.254.169.254 127.9.9.9 0.0.0.0 "
    "224.0.0.1 240.0.0.1 255.255.255.255 192.0.2.1 ::1 :: fc00::1 fd00:ec2::254 fe80::1 fec0::1 ff02::1 "
    "2002:0a00:1:: ::ffff:8.8.8.8 ::10.0.0.1 64:ff9b::a9fe:a9fe 2001:0:1::1 2001:db8::1"
).split()


@pytest.mark.parametrize(("url", "message"), [
    *((url, "only http and https") for url in ("file:///etc/passwd", "ftp://x/", "data://x")),
    *((url, "not a valid address") for url in ("http://0177.0.0.1/", "http://a:b:c/", "http://[::1")),
    *((f"http://127.0.0.1:{port}/", f"not a valid address: {port} is no port") for port in (0, 65536, 99999999)),
    *((f"http://{host}/", "user name or password") for host in ("me@127.0.0.1", "x:80@[::1]", "127.0.0.1\\@x")),
])  # fmt: skip
def test_only_plain_http_and_https_are_fetched(site: Site, url: str, message: str) -> None:
    with pytest.raises(FetchError, match=message):
        read_source(url)
    with pytest.raises(FetchError, match=message):  # nor does a redirect lead there
        site.get(raw(b"", f"Location: {url}", status=302))


@pytest.mark.parametrize("host", ODD_SPELLINGS)
def test_address_off_the_open_internet_is_refused(site: Site, host: str) -> None:
    with pytest.raises(FetchError, match=r"inside a private or special network.*--allow-private-hosts"):
        read_source(site.at(host))
    assert site.requests == []


@pytest.mark.parametrize("host", ODD_SPELLINGS[::2])
def test_redirect_off_the_open_internet_is_refused(site: Site, host: str) -> None:
    site.replies["/"] = raw(b"", f"Location: {site.at(host)}", status=302)
    first = iter([True])
    with pytest.raises(FetchError, match="inside a private or special network"):
        fetch(site.at("127.0.0.1"), allowed=lambda address: next(first, False) or is_public(address))
    assert len(site.requests) == 1


@pytest.mark.parametrize("address", CLOSED)
def test_closed_network_is_not_public(address: str) -> None:
    assert not is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize("address", ["93.184.215.14", "2606:4700:4700::1111", "64:ff9b::808:808"])
def test_open_internet_is_public(address: str) -> None:
    assert is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize("host", ["127.0.0.1", "2130706433", "localhost"])
def test_private_hosts_can_be_allowed(site: Site, host: str) -> None:
    assert read_source(site.at(host), allow_private_hosts=True).content == NEWS


def test_name_with_one_private_address_is_refused(site: Site) -> None:
    both = [LOOPBACK, ipaddress.ip_address("10.0.0.1")]
    with pytest.raises(FetchError, match=r"news\.example is at 10\.0\.0\.1"):
        fetch(site.at("news.example"), resolver=lambda *_: both, allowed=lambda address: address == LOOPBACK)
    assert site.requests == []


def test_connection_goes_to_the_address_that_was_checked(site: Site) -> None:
    """A name that resolves to another address the second time leads nowhere else."""
    answers = [[LOOPBACK], [ipaddress.ip_address("127.0.0.2")]]
    checked: list[IPAddress] = []
    page = fetch(
        site.at("news.example"),
        resolver=lambda *_: answers.pop(0),
        allowed=lambda address: not checked.append(address),
    )
    assert (page.content, page.url) == (NEWS, site.at("news.example"))
    assert (checked, len(answers)) == ([LOOPBACK], 1)
    assert site.requests[0][1]["Host"] == f"news.example:{site.server_port}"


def test_next_address_of_a_name_is_tried(site: Site) -> None:
    both = [ipaddress.ip_address("::1"), LOOPBACK]
    assert fetch(site.at("news.example"), resolver=lambda *_: both, allow_private_hosts=True).content == NEWS


def test_proxy_of_the_environment_is_ignored(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    assert site.get().content == NEWS
