"""A stand-in for a CDN before a real Caddy: an nginx that takes visitors by HTTP and HTTPS, asks the host by HTTPS from addresses of its own, and
adds what it knows of a visitor to whatever the visitor says, as Cloudflare and CloudFront do.
https://developers.cloudflare.com/fundamentals/reference/http-headers/
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from __tests__.host.edge.test_shared_port import get, serving, told
from __tests__.host.support.caddy_bed import route_of
from __tests__.host.support.nginx_bed import nginx, visit
from __tests__.host.support.patience import until
from __tests__.host.support.ports import free_port
from host.http.dial import Unreachable
from host.http.http1 import Answer
from host.model.doors import Doors
from host.model.tls import Tls

SHOP, OFFICE = "shop.example.com", "office.example.com"
HTTP, HTTPS = free_port(), free_port()
VISITOR, STRANGER, CDN = "127.0.0.9", "127.0.0.10", "127.77.0.5"
BEHIND = route_of(HTTP, tls=Tls("internal", HTTPS), trusted=("127.77.0.0/16",))
ROUTES = {
    "shop.production": BEHIND._replace(domains=(SHOP,)),
    "office.production": BEHIND._replace(domains=(OFFICE,), doors=Doors(allow_from=(f"{VISITOR}/32",))),
}
LIES = {"X-Forwarded-For": f"6.6.6.6, {VISITOR}", "X-Forwarded-Proto": "gopher", "CF-Connecting-IP": VISITOR, "X-Real-IP": VISITOR}
SITE = f"""server {{
    listen PLAIN;
    listen SECURE ssl;
    ssl_certificate /etc/ssl/cdn.crt;
    ssl_certificate_key /etc/ssl/cdn.key;
    location / {{
        proxy_pass https://127.0.0.1:{HTTPS};
        proxy_bind {CDN};
        proxy_http_version 1.1;
        proxy_ssl_server_name on;
        proxy_ssl_name $host;
        proxy_set_header Host $host;
        proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
        proxy_set_header X-Forwarded-Proto $scheme;
        proxy_set_header CF-Connecting-IP $remote_addr;
    }}
}}"""


class Cdn(NamedTuple):
    """The ports at which it takes visitors."""

    plain: int
    secure: int


@pytest.fixture(scope="module")
def cdn(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cdn]:
    folder, one = tmp_path_factory.mktemp("cdn"), Cdn(free_port(), free_port())
    site = SITE.replace("PLAIN", str(one.plain)).replace("SECURE", str(one.secure))
    with serving(folder, ROUTES), nginx(Path(folder) / "nginx", site, one.secure):
        for name in (SHOP, OFFICE):
            until(lambda name=name: _is_certified(name))  # type: ignore[misc]
        yield one


def _is_certified(name: str) -> bool:
    try:
        return visit(HTTPS, name).status > 0
    except (Unreachable, OSError):
        return False


def heard(answer: Answer) -> tuple[str, str, str | None]:
    """What the application hears of a visitor: address, scheme, and what the CDN calls the address."""
    headers = told(answer)["headers"]
    return headers["X-Forwarded-For"], headers["X-Forwarded-Proto"], headers.get("CF-Connecting-IP")


def test_the_application_gets_the_visitors_address_instead_of_the_cdns(cdn: Cdn) -> None:
    assert heard(visit(cdn.secure, SHOP, source=STRANGER, headers=LIES)) == (STRANGER, "https", None)


def test_the_application_learns_that_the_visitor_used_http(cdn: Cdn) -> None:
    assert heard(get(cdn.plain, host=SHOP, source=STRANGER, headers=LIES)) == (STRANGER, "http", None)


@pytest.mark.usefixtures("cdn")
def test_a_visitor_that_bypasses_the_cdn_is_not_trusted() -> None:
    assert heard(visit(HTTPS, SHOP, source=STRANGER, headers=LIES)) == (STRANGER, "https", None)


def test_access_rules_apply_to_the_visitors_address(cdn: Cdn) -> None:
    by_cdn = [visit(cdn.secure, OFFICE, source=source, headers=LIES).status for source in (VISITOR, STRANGER)]
    past_it = [visit(HTTPS, OFFICE, source=source, headers=LIES).status for source in (VISITOR, STRANGER)]
    assert (by_cdn, past_it) == ([200, 403], [200, 403])
