"""Get a page by HTTP, from the open internet only, within bounds of size and time."""

import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from email.message import Message
from http import HTTPStatus
from typing import TYPE_CHECKING

from summarizer import __version__
from summarizer.errors import FetchError
from summarizer.fetch.addresses import IPAddress, is_public, resolve
from summarizer.fetch.page import MAX_BYTES, MediaType, Page, refuse_binary, remedy

if TYPE_CHECKING:
    import httpcore2
    import httpx2

    from summarizer.fetch.connection import Deadline, Resolver

MAX_REDIRECTS = 5
TIMEOUT_S = 20.0
_PORTS = range(1, 65_536)
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_HEADERS = (
    (b"User-Agent", f"Mozilla/5.0 (compatible; summarizer/{__version__})".encode()),
    (b"Accept", b"text/html,application/xhtml+xml,text/markdown;q=0.9,text/plain;q=0.9,*/*;q=0.1"),
    (b"Accept-Encoding", b"gzip, deflate"),
    (b"Accept-Language", b"*"),
    (b"Connection", b"close"),
)
_MEDIA_TYPES: Mapping[str, MediaType | None] = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/plain": "text",
    "text/markdown": "markdown",
    "text/x-markdown": "markdown",
    "text/xml": None,
    "application/xml": None,
    "application/octet-stream": None,
    "": None,
}
_GZIP = b"\x1f"  # the first of its two first bytes, which may come apart
_SAVE_IT = "Save the page from your browser and pass the file."
_STATUS_ADVICE = {
    401: f"the page asks for a login (401). {_SAVE_IT}",
    402: f"the page is behind a paywall (402). {_SAVE_IT}",
    403: f"the site refuses programs (403). {_SAVE_IT}",
    451: f"the page is withheld for legal reasons (451). If you can see it: {_SAVE_IT.lower()}",
    404: "there is no such page (404). Check the address.",
    410: "the page was taken down (410). Look for another copy.",
    429: f"the site gets too many requests (429). Try again later, or: {_SAVE_IT.lower()}",
}


@dataclass(frozen=True, slots=True)
class _Redirect:
    address: "httpx2.URL"
    sets_cookie: bool


def fetch(
    url: str,
    *,
    allow_private_hosts: bool = False,
    timeout_s: float = TIMEOUT_S,
    resolver: "Resolver" = resolve,
    allowed: Callable[[IPAddress], bool] = is_public,
) -> Page:
    """Return the page at `url`, an http or https address.

    At most MAX_REDIRECTS redirects, MAX_BYTES decompressed, `timeout_s` in all. Each hop is
    resolved once by `resolver`, and refused unless all its addresses are `allowed`. Proxy
    settings of the environment are ignored and no cookie is kept. Raises FetchError.
    """
    import httpcore2
    import httpx2

    from summarizer.fetch.connection import Deadline, GuardedBackend
    from summarizer.fetch.faults import told

    deadline = Deadline(timeout_s)
    backend = GuardedBackend(deadline, resolver, (lambda _: True) if allow_private_hosts else allowed)
    address = _parse(url)
    try:
        with httpcore2.ConnectionPool(
            ssl_context=httpx2.create_ssl_context(trust_env=False), network_backend=backend
        ) as pool:
            cookies = False
            for _ in range(MAX_REDIRECTS + 1):
                answer = _get(pool, address, url, deadline)
                if isinstance(answer, Page):
                    return answer
                address, cookies = answer.address, cookies or answer.sets_cookie
    except (TimeoutError, httpcore2.TimeoutException) as err:
        raise FetchError(
            f"Cannot read {url}: no complete answer within {timeout_s:g} s. Try again, or: {_SAVE_IT.lower()}"
        ) from err
    except (OSError, httpcore2.NetworkError, httpcore2.ProtocolError) as err:
        raise FetchError(f"Cannot read {url}: {told(err, address.host)}") from err
    why = ", and the site may go on until it gets its cookie back, which is not kept here" if cookies else ""
    raise FetchError(f"Cannot read {url}: more than {MAX_REDIRECTS} redirects{why}. {_SAVE_IT}")


def _parse(url: str, base: "httpx2.URL | None" = None) -> "httpx2.URL":
    """Return the address that `url` names, seen from `base` when a page there redirects to it."""
    import httpx2

    name = f"The redirect from {base}" if base else url
    try:
        address = base.join(url) if base else httpx2.URL(url)
        port = address.port
    except (httpx2.InvalidURL, ValueError) as err:
        raise FetchError(f"{name} is not a valid address: {str(err).rstrip('.')}.") from err
    if port is not None and port not in _PORTS:
        raise FetchError(f"{name} is not a valid address: {port} is no port. Ports end at {_PORTS[-1]}.")
    if address.scheme not in {"http", "https"} or not address.raw_host:
        raise FetchError(f"Cannot read {url}: only http and https addresses can be fetched.")
    if address.userinfo:
        raise FetchError(
            f"Addresses with a user name or password are refused; take it out of {address.host}."
        )
    return address.copy_with(fragment=None)


def _get(
    pool: "httpcore2.ConnectionPool", address: "httpx2.URL", source: str, deadline: "Deadline"
) -> Page | _Redirect:
    """Return the page at `address`, or where it redirects to."""
    import httpcore2

    target = httpcore2.URL(
        scheme=address.raw_scheme, host=address.raw_host, port=address.port, target=address.raw_path
    )
    headers = [(b"Host", address.netloc), *_HEADERS]
    with pool.stream("GET", target, headers=headers) as response:
        fields = {_text(name).lower(): _text(value) for name, value in response.headers}
        if response.status in _REDIRECTS and fields.get("location"):
            return _Redirect(_parse(fields["location"], address), "set-cookie" in fields)
        _refuse_status(response.status, source)
        kind = _content_type(fields)
        _refuse_type(kind.get_content_type() if kind["content-type"] else "", source)
        content = _read(response.iter_stream(), fields.get("content-encoding", ""), source, deadline)
    refuse_binary(content, source)
    media_type = _MEDIA_TYPES[kind.get_content_type() if kind["content-type"] else ""]
    return Page(content, str(address), source, media_type, kind.get_content_charset())


def _text(field: bytes) -> str:
    """Return a header in words: some sites redirect to an address in UTF-8, where ASCII is the rule."""
    try:
        return field.decode()
    except UnicodeDecodeError:
        return field.decode("latin-1")


def _content_type(fields: Mapping[str, str]) -> Message:
    message = Message()
    if fields.get("content-type"):
        message["content-type"] = fields["content-type"]
    return message


def _refuse_status(status: int, source: str) -> None:
    if HTTPStatus.OK <= status < HTTPStatus.MULTIPLE_CHOICES:
        return
    broken = status >= HTTPStatus.INTERNAL_SERVER_ERROR
    trouble = "the site is in trouble" if broken else "the site answers with an error"
    advice = _STATUS_ADVICE.get(status, f"{trouble} ({status}). Try again later, or: {_SAVE_IT.lower()}")
    raise FetchError(f"Cannot read {source}: {advice}")


def _refuse_type(kind: str, source: str) -> None:
    if kind in _MEDIA_TYPES:
        return
    family, _, subtype = kind.partition("/")
    named = (
        "a PDF" if subtype == "pdf" else f"an image ({subtype})" if family == "image" else f"of type {kind}"
    )
    raise FetchError(f"{source} is {named}, not a page. {remedy(named)}")


def _read(stream: Iterable[bytes], encoding: str, source: str, deadline: "Deadline") -> bytes:
    """Return the decompressed body; FetchError as soon as it is larger than MAX_BYTES."""
    content = bytearray()
    for piece in _decompress(stream, encoding, source):
        deadline.remaining()
        content += piece
        if len(content) > MAX_BYTES:
            raise FetchError(
                f"{source} is larger than {MAX_BYTES // 1_000_000} MB. "
                "Save the article's text and pass the file."
            )
    return bytes(content)


def _decompress(stream: Iterable[bytes], encoding: str, source: str) -> Iterator[bytes]:
    """Yield the body in pieces of bounded size, however small its compressed form is."""
    codings = [coding.strip().lower() for coding in encoding.split(",") if coding.strip()]
    if not codings or codings == ["identity"]:
        yield from stream
        return
    if codings not in (["gzip"], ["x-gzip"], ["deflate"]):
        raise FetchError(f"{source} comes in a compression that was not asked for ({encoding}). {_SAVE_IT}")
    inflate = None
    damaged = f"{source} is damaged: its compression cannot be undone. Try again."
    try:
        for compressed in stream:
            data = compressed
            while data:
                if inflate is None or (inflate.eof and data.startswith(_GZIP)):  # gzip may come in parts
                    inflate = zlib.decompressobj(_window_bits(codings[0], data))
                elif inflate.eof:
                    return  # what follows the end is padding
                yield inflate.decompress(data, 65_536)
                data = inflate.unconsumed_tail or inflate.unused_data
        if inflate is not None:
            yield inflate.flush()
    except zlib.error as err:
        raise FetchError(damaged) from err
    if inflate is not None and not inflate.eof:
        raise FetchError(damaged)


def _window_bits(coding: str, start: bytes) -> int:
    if coding != "deflate":
        return zlib.MAX_WBITS | 16
    # "deflate" means zlib's format, whose first byte ends in 8 (RFC 1950), but some servers send the bare
    # stream, which never begins so: it would be a stored block with padding other than zeros (RFC 1951).
    return zlib.MAX_WBITS if start[0] & 0x0F == zlib.DEFLATED else -zlib.MAX_WBITS
