"""Which addresses of the internet a stranger's link may lead us to."""

import ipaddress
import socket
import threading

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address

_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
_IPV4_COMPATIBLE = ipaddress.IPv6Network("::/96")
# Azure's metadata and DNS service: a public address that answers only inside Azure.
_METADATA = frozenset({ipaddress.ip_address("168.63.129.16")})


def is_public(address: IPAddress) -> bool:
    """Return whether `address` belongs to the open internet.

    Private, loopback, link-local, shared (CGNAT), multicast, reserved and metadata addresses
    do not, nor do IPv6 forms that wrap an IPv4 address, except NAT64 of a public one.
    """
    if isinstance(address, ipaddress.IPv6Address):
        if address in _NAT64:
            return is_public(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
        wrapped = address.ipv4_mapped or address.sixtofour or address.teredo
        if wrapped or address in _IPV4_COMPATIBLE or address.is_site_local:
            return False
    unfit = (
        address.is_private
        or address.is_loopback
        or address.is_link_local
        or address.is_multicast
        or address.is_reserved
        or address.is_unspecified
    )
    return address.is_global and not unfit and address not in _METADATA


def resolve(host: str, timeout_s: float) -> list[IPAddress]:
    """Return the addresses of `host`, asking the system's resolver once.

    Raises OSError when there is none, TimeoutError when it takes longer than `timeout_s`:
    getaddrinfo has no limit of its own, so a thread that is left behind waits for it.
    """
    answers: list[list[IPAddress] | OSError] = []

    def ask() -> None:
        try:
            found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
            unique = dict.fromkeys(str(info[4][0]) for info in found)
            answers.append([ipaddress.ip_address(address) for address in unique])
        except (OSError, UnicodeError, ValueError) as err:
            unknown = socket.gaierror(socket.EAI_NONAME, str(err))  # no name at all
            answers.append(err if isinstance(err, OSError) else unknown)

    thread = threading.Thread(target=ask, name="resolver", daemon=True)
    thread.start()
    thread.join(timeout_s)
    if not answers:
        raise TimeoutError(f"no answer about {host} within {timeout_s:.0f} s")
    answer = answers[0]
    if isinstance(answer, OSError):
        raise answer
    return answer
