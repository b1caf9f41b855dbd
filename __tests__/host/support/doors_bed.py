"""Doors of a service at a real Caddy, beside a neighbour without any."""

from __future__ import annotations

from base64 import b64encode
from pathlib import Path
from typing import Any

from __tests__.host.edge.test_shared_port import serving
from __tests__.host.support.caddy_bed import KEY, route_of
from __tests__.host.support.ports import free_port
from host.model.doors import Accounts, Doors
from host.model.release import Health

PAGE = Health("/health", "200-399", "", 60, 1)
HOSTILE = "<p>{env.PATH} {http.request.header.X-Lie} {file./etc/passwd} \\{x\\} }{ {{a}} \\ {</p>"
TIMMY, ANNE = (
    "$2a$04$HPWFYcFt5mINogaqOP8ZMuV.9e8BhXctF2whaK6WsXQjXmiaP1cZ6",
    "$2a$04$2c01DhUom9DFsCRGppAH/.HsLJE/VNcX/WfXwXQCtNepys2.GzGIq",
)
"""Of `sesame` and of `o:p€n`, of the least cost that there is: `caddy hash-password --bcrypt-cost 4`."""
LOCKED = Doors(
    basic_auth="ssm:/web/production/door",
    accounts=Accounts("ssm:/web/production/door", "3", (f"timmy:{TIMMY}", f"{{env.PATH}} \\{{:{ANNE}")),
)
ALL = LOCKED._replace(
    allow_from=("127.0.0.0/29", "2001:db8::/32"),
    maintenance=True,
    maintenance_page=HOSTILE,
    error_pages=(("502", HOSTILE), ("504", "late")),
    request_timeout=30,
    max_body=1000,
    access_log=True,
)


def basic(user: str, password: str) -> dict[str, str]:
    return {"Authorization": f"Basic {b64encode(f'{user}:{password}'.encode()).decode()}"}


def guarded(folder: Path, guard: Doors, **more: Any) -> Any:
    """Two services on a port: `web` with these doors, and `api`, under a name of its own, without any."""
    port = free_port()
    routes = {KEY: route_of(port, doors=guard, **more), "api.production": route_of(port, domains=("api",))}
    return port, serving(folder, routes)
