"""The container that the proxy runs in, for the Engine API."""

from __future__ import annotations

import os
import re

from host.edge.container.proxies import LABEL, PROXY_LABEL
from host.edge.routes import routing
from host.edge.routes.handlers import DATA, RUN
from host.machine import oom
from host.model.json import Json
from host.state.files import PROXY, read
from host.state.paths import Paths

MOST_MEMORY = 1 << 30
TRUST = "/etc/ssl/certs:/etc/caddy/trust"
"""The proxy's additional certificate authorities, beside its image's bundle, as PEM files in the host's folder of that name."""
THREADS = 8192
"""Go ends the whole proxy if it cannot start a thread, and starts one for each file that is slow to read."""


def memory_limit(meminfo: str) -> int:
    """Memory limit of the proxy in bytes: half of the host's memory, up to what a hundred busy services need. `meminfo` is the
    text of /proc/meminfo."""
    total = re.search(r"^MemTotal:\s+(\d+) kB", meminfo, re.M)
    return min(MOST_MEMORY, int(total[1]) * 512) if total else MOST_MEMORY


def spec(image: str, paths: Paths) -> Json:
    """The proxy's container with this image. Not even an empty configuration opens a TCP port for the administration.

    It runs as its own user, without capabilities: `low_ports.open_up` lets it listen. `CapAdd` would give it none, because it is not root and must
    not gain privileges; but a program with a file capability, like the one in Caddy's official image, does not even start if it cannot get that
    capability: capabilities(7), "Safety checking for capability-dumb binaries".

    With `z`, Docker labels its folders for containers if SELinux confines these, and does nothing otherwise. That happens at each start,
    and later files get the label of their folder: so the proxy stays confined like any container.
    """
    state, run = paths.state, paths.run
    return {
        "Image": image,
        "User": f"{PROXY}:{PROXY}",
        "Cmd": ["caddy", "run", "--config", "/etc/caddy/caddy.json"],
        "Env": [
            f"XDG_DATA_HOME={DATA}",
            f"XDG_CONFIG_HOME={DATA}",
            f"CADDY_ADMIN={routing.ADMIN}",
            f"SSL_CERT_DIR={TRUST}",
            *_whereabouts(),
        ],
        "Labels": {LABEL: PROXY_LABEL},
        "HostConfig": {
            "NetworkMode": "host",
            "UsernsMode": "host",
            "RestartPolicy": {"Name": "unless-stopped"},
            "CapDrop": ["ALL"],
            "CapAdd": ["NET_BIND_SERVICE"],
            "SecurityOpt": ["no-new-privileges"],
            "ReadonlyRootfs": True,
            "Binds": [
                f"{state}/proxy:/etc/caddy:ro,z",
                f"{state}/proxy/state:/state:ro,z",
                f"{state}/proxy/data:{DATA}:z",
                f"{run}/proxy:{RUN}:ro,z",
            ],
            **_limits(),
        },
    }


def _limits() -> Json:
    return {
        "PidsLimit": THREADS,
        "Memory": memory_limit(read("/proc/meminfo")),
        "OomScoreAdj": oom.allowed(oom.PROXY, read("/proc/self/status")),
        "LogConfig": {"Type": "json-file", "Config": {"max-size": "10m", "max-file": "3"}},
    }


def _whereabouts() -> list[str]:
    """The proxy finds AWS's services and the credentials of the host's role in the same way as this program."""
    names = ("AWS_ENDPOINT_URL", "AWS_EC2_METADATA_SERVICE_ENDPOINT")
    return [f"{name}={value}" for name, value in sorted(os.environ.items()) if name.startswith(names)]
