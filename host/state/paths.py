"""Where the state of this host is."""

from __future__ import annotations

import os
import re
from typing import NamedTuple

from host.model.reader import SERVICE


class Paths(NamedTuple):
    """Paths. `state` is durable; `run` is in memory, so a reboot empties it: a canary's share does not survive one."""

    state: str = "/var/lib/docker-to-ec2"
    run: str = "/run/docker-to-ec2"

    def service(self, key: str) -> str:
        """The folder with the stored state of a service."""
        return f"{self.state}/services/{key}"

    def lock(self, key: str) -> str:
        """The lock of a service: one order at a time."""
        return f"{self.service(key)}/lock"

    def release(self, key: str, name: str) -> str:
        """The document of a verified release."""
        return f"{self.service(key)}/releases/{name}.json"

    def result(self, key: str, order_id: str) -> str:
        """The result of an order."""
        return f"{self.service(key)}/results/{order_id}.json"

    def route(self, key: str) -> str:
        """The route of a service."""
        return f"{self.state}/proxy/routes/{key}.json"

    def next_route(self, key: str) -> str:
        """The route that counts as soon as its address is in the live file; only during a switch, or after one was killed."""
        return f"{self.state}/proxy/routes/{key}.next"

    def token(self, key: str) -> str:
        """The highest token of any order so far. It outlives the service: a later one comes with a higher one."""
        return f"{self.state}/tokens/{key}"

    @property
    def readback(self) -> str:
        """The secret of the host's read-backs. Only root and the proxy can read it."""
        return f"{self.state}/proxy/state/readback.key"

    def live(self, key: str) -> str:
        """The address that the proxy dials, which it reads at each request."""
        return f"{self.state}/proxy/state/{key}.live"

    def sleep(self, key: str) -> str:
        """Whether a service that can sleep is `asleep` or `awake`, which the proxy reads at each request. It survives a reboot."""
        return f"{self.state}/proxy/state/{key}.sleep"

    @property
    def waker(self) -> str:
        """The socket at which the proxy waits for a service to wake."""
        return f"{self.run}/proxy/wake.sock"

    def assets(self, key: str) -> str:
        """The folder of the asset files of a service's kept releases, which the proxy reads."""
        return f"{self.state}/proxy/state/assets/{key}"

    def split(self, key: str) -> str:
        """The threshold of a canary: `0`, or eight hexadecimal digits."""
        return f"{self.run}/proxy/{key}.split"

    def canary_address(self, key: str) -> str:
        """The address that the proxy dials for a canary."""
        return f"{self.run}/proxy/{key}.canary"


def services(paths: Paths) -> tuple[str, ...]:
    """The keys of all services of this host, sorted, without folders of others, such as `lost+found` of a disk. Raises `OSError` if the disk does not
    tell: none must then seem to be there."""
    try:
        with os.scandir(f"{paths.state}/services") as found:
            return tuple(sorted(one.name for one in found if one.is_dir() and re.fullmatch(SERVICE, one.name)))
    except (FileNotFoundError, NotADirectoryError):
        return ()
