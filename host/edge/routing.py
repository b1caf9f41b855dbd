"""The proxy's configuration: whole, from the servers of all services. Pure."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

from host.model import Json

RUN = "/run/docker-to-ec2"
"""The proxy's memory-backed folder, as the proxy sees it."""
ADMIN = f"unix/{RUN}/admin.sock"
SHUTDOWN_DELAY = "2s"
"""How long a server that ends goes on answering, and asks its clients to come again on another connection."""

CLOSING: Json = {
    "match": [{"expression": "{http.shutting_down} == true"}],
    "handle": [{"handler": "headers", "response": {"set": {"Connection": ["close"]}}}],
}


def render(servers: Mapping[str, Json], generation: int = 0) -> Json:
    """The whole configuration. One that follows another must have another generation, which is 0 or 1.

    A reload closes idle keep-alive connections, and a request that is just then on its way is lost; unless the server counts as shutting
    down, which it does only while one of its listeners ends. So each has a socket of its own, which the next generation does not have.
    https://caddyserver.com/docs/json/apps/http/#shutdown_delay
    """
    return {
        "admin": {"listen": ADMIN, "config": {"persist": False}},
        "apps": {
            "http": {
                "metrics": {},
                "shutdown_delay": SHUTDOWN_DELAY,
                "servers": {key: _dressed(key, servers[key], generation) for key in sorted(servers)},
            }
        },
    }


def text(config: Json) -> str:
    """The configuration as it is written."""
    return json.dumps(config, separators=(",", ":"))


def _dressed(key: str, server: Json, generation: int) -> Json:
    listen = [*server["listen"], f"unix/{RUN}/{key}.{generation}.sock"]
    return {**server, "listen": listen, "routes": [CLOSING, *server["routes"]]}


def _bare(server: Json) -> Json:
    listen = [one for one in server["listen"] if not one.startswith(f"unix/{RUN}/")]
    return {**server, "listen": listen, "routes": [one for one in server["routes"] if one != CLOSING]}


def servers_of(config: Any) -> dict[str, Json]:
    """The services' servers that a configuration has, without what `render` added; those that are none left out."""
    return {key: _bare(server) for key, server in _dressed_in(config).items()}


def listeners(config: Any) -> tuple[str, ...]:
    """All that the servers of a configuration listen on, what `render` added, too."""
    return tuple(one for server in _dressed_in(config).values() for one in server["listen"])


def generation_of(config: Any) -> int:
    """The generation of a configuration, 0 where it has none."""
    return int(any(one.startswith("unix/") and one.endswith(".1.sock") for one in listeners(config)))


def _dressed_in(config: Any) -> dict[str, Json]:
    found = _at(config, "apps", "http", "servers")
    return {key: server for key, server in found.items() if is_server(server)} if isinstance(found, dict) else {}


def _at(value: Any, *names: str) -> Any:
    for name in names:
        value = value.get(name) if isinstance(value, dict) else None
    return value


def is_server(value: Any) -> bool:
    """Whether this is a server that can serve: it listens, and it has routes. What was cut off is none."""
    if not isinstance(value, dict):
        return False
    listen, routes = value.get("listen"), value.get("routes")
    return _all_of(listen, str) and _all_of(routes, dict)


def _all_of(value: Any, kind: type) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(one, kind) for one in value)


def ports(server: Json) -> frozenset[int]:
    """The TCP ports that a server listens on, such as of `:80`."""
    found = (re.search(r":([0-9]+)$", one) for one in server["listen"])
    return frozenset(int(one[1]) for one in found if one)


def service_on(servers: Mapping[str, Json], wanted: Iterable[int]) -> tuple[str, int] | None:
    """The service that one of these ports belongs to, and the port."""
    asked = frozenset(wanted)
    for key in sorted(servers):
        for port in sorted(asked & ports(servers[key])):
            return key, port
    return None
