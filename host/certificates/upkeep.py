"""Certificates while nobody deploys: the proxy renews them, and this stores them for the next host."""

from __future__ import annotations

from host.certificates import kept
from host.edge import stored
from host.model.release import Route
from host.state.paths import Paths, services


def keep_all(paths: Paths) -> None:
    """Stores new certificates of all services that have stored some before; returns warnings about failures."""
    for key in services(paths):
        route, region = stored.stored(paths, key), kept.region_of(paths, key)
        if not isinstance(route, Route) or not region:
            continue
        try:
            for finding in kept.keep(paths, kept.names_of(key, route), region):
                print(f"{key}: {finding.detail}. {finding.hint}", flush=True)
        except OSError as error:
            print(f"{key}: {error}", flush=True)
