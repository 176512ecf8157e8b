"""A site that cannot be read is told of in plain words; what the system said is kept for the log."""

import errno
import socket
import ssl
import struct

import pytest
from web_site import Handler, Reply, Site

from summarizer import FetchError
from summarizer.fetch.addresses import IPAddress
from summarizer.fetch.web import fetch

URL = "https://news.example/a"


def failing(error: OSError) -> list[IPAddress]:
    raise error


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (socket.gaierror(socket.EAI_NONAME, "Name or service not known"), "there is no host news.example. Check the address."),
        (
            socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution"),
            "the name news.example cannot be looked up just now. Check the connection, or try again later.",
        ),
        (OSError(errno.ENETUNREACH, "Network is unreachable"), "the site cannot be reached. Check the address and the connection."),
        (OSError(errno.EMFILE, "Too many open files"), "the connection failed. Check the address and the connection."),
        (
            ssl.SSLCertVerificationError(1, "certificate verify failed: self-signed certificate (_ssl.c:1006)"),
            "the certificate of news.example is not valid. Check the address.",
        ),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, OSError) else "",
)  # fmt: skip
def test_what_the_system_says_is_told_in_plain_words(error: OSError, words: str) -> None:
    with pytest.raises(FetchError) as caught:
        fetch(URL, resolver=lambda *_: failing(error))
    assert str(caught.value) == f"Cannot read {URL}: {words}"
    assert caught.value.__cause__ is error


def test_a_site_where_nobody_listens_refuses(site: Site) -> None:
    site.server_close()
    with pytest.raises(
        FetchError, match=r": the site refuses the connection\. Check the address, or try"
    ) as caught:
        site.get()
    assert str(caught.value.__cause__) == f"[Errno {errno.ECONNREFUSED}] Connection refused"


def reset(handler: Handler) -> None:
    handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    handler.connection.close()


@pytest.mark.parametrize(
    ("reply", "words"),
    [
        (reset, "the site broke the connection off"),
        (lambda handler: handler.wfile.write(b"hello\r\n\r\n"), "the answer is broken off or garbled"),
        (lambda _: None, "the answer is broken off or garbled"),
    ],
    ids=["reset", "no HTTP", "nothing"],
)
def test_an_answer_that_breaks_off_is_told_in_plain_words(site: Site, reply: Reply, words: str) -> None:
    with pytest.raises(FetchError) as caught:
        site.get(reply)
    address = site.at("127.0.0.1")
    assert str(caught.value) == f"Cannot read {address}: {words}. Check the address and the connection."


def test_https_where_there_is_none_is_told_in_plain_words(site: Site) -> None:
    address = site.at("127.0.0.1").replace("http:", "https:")
    with pytest.raises(
        FetchError, match=r": no secure connection to 127\.0\.0\.1 can be made\. Check the address\.$"
    ):
        fetch(address, allow_private_hosts=True)


def test_a_name_that_cannot_be_one_is_no_host() -> None:
    name = f"{'a' * 64}.example"
    with pytest.raises(FetchError, match=rf": there is no host {name}\. Check the address\.$"):
        fetch(f"http://{name}/")
