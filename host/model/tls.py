"""HTTPS settings of a service."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Tls(NamedTuple):
    """`source` of the certificates: `off`, `acme`, `internal` for the host's own authority, or the reference of a secret with
    the service's own. `port`: for HTTPS; `redirect`: HTTP redirects there. `hsts`: for how many seconds browsers use only HTTPS, None for no header.
    `redirect_domains`: names that redirect to the first of the route's domains, even without HTTPS.

    For `acme`: `directory`: the authority's address, "" for Let's Encrypt; `email` and `account`, a reference to the secret of an external account
    binding, are "" for none; `challenge`: `http` for answers on ports 80 and 443, or `dns` for records in Route 53."""

    source: str = "off"
    port: int = 443
    redirect: bool = True
    hsts: int | None = None
    redirect_domains: tuple[str, ...] = ()
    directory: str = ""
    email: str = ""
    account: str = ""
    challenge: str = "http"

    @property
    def own(self) -> str:
        """The reference of the secret with the service's own certificate; "" for none."""
        return self.source if ":" in self.source else ""

    @property
    def on(self) -> bool:
        """Whether the service uses HTTPS."""
        return self.source != "off"


NO_TLS = Tls()


class ProxySecrets(NamedTuple):
    """The secrets that the proxy has for a service: their versions, by input, and whether the service's own certificate has
    changed."""

    versions: Mapping[str, str]
    exchanged: bool


NO_SECRETS = ProxySecrets({}, False)
