"""What happens to certificates while nobody deploys: the proxy renews them, and here they are stored for the host that comes after this one."""

from __future__ import annotations

from host.certificates import kept
from host.edge import stored
from host.state import Paths, services


def keep_all(paths: Paths) -> None:
    """Stores those of all services that are new, for as long as each has stored some before; says what could not be stored."""
    for key in services(paths):
        route, region = stored.stored(paths, key), kept.region_of(paths, key)
        if route is None or not region:
            continue
        try:
            for finding in kept.keep(paths, kept.names_of(key, route), region):
                print(f"{key}: {finding.detail}. {finding.hint}", flush=True)
        except OSError as error:
            print(f"{key}: {error}", flush=True)
