"""Networks and volumes of this program, found by their labels."""

from __future__ import annotations

from collections.abc import Mapping

from host.docker.engine import ACT, Docker, call, fetched, fetched_list, filters, made
from host.http.http1 import quoted
from host.model.container import Network
from host.model.json import Json

LABEL = "docker-to-ec2"
BRIDGE_NAME = "com.docker.network.bridge.name"
"""https://docs.docker.com/engine/network/drivers/bridge/#options"""
SIZES = 20.0
"""Seconds: callers wait at most a minute for sizes, and use what they have."""


def networks(docker: Docker) -> tuple[Network, ...]:
    """The networks for slots."""
    listed = fetched_list(docker, "/networks", filters(label=[f"{LABEL}=network"]))
    return tuple(_network(one) for one in listed)


def create_network(docker: Docker, network: Network, gateway: str, ip_range: str) -> str:
    """Creates a network and returns its id. Docker chooses addresses from `ip_range`, a CIDR inside of its subnet.

    Raises DockerError: 409 if the name is taken, 400 or 403 if the subnet overlaps another network's.
    """
    payload = {
        "Name": network.name,
        "Driver": "bridge",
        "EnableIPv6": False,
        "Options": {BRIDGE_NAME: network.bridge},
        # Needed up to API 1.43, where names were not unique; later versions ignore it.
        "CheckDuplicate": True,
        "Labels": {LABEL: "network", f"{LABEL}.service": network.service},
        "IPAM": {"Config": [{"Subnet": network.subnet, "Gateway": gateway, "IPRange": ip_range}]},
    }
    return made(docker, "/networks/create", payload)


def remove_network(docker: Docker, name: str) -> bool:
    """Removes a network; False if it is missing or in use."""
    answer = call(docker, "DELETE", f"/networks/{quoted(name)}", fine=(403, 404, 409), timeout=ACT)
    return answer.status < 300


def create_volume(docker: Docker, name: str, labels: Mapping[str, str]) -> None:
    """Creates a volume; an existing one stays as it is."""
    call(docker, "POST", "/volumes/create", payload={"Name": name, "Labels": labels}, timeout=ACT)


def volumes(docker: Docker, label: str) -> tuple[str, ...]:
    """The names of the volumes with a label such as `key` or `key=value`."""
    listed = fetched(docker, "/volumes", filters(label=[label]))
    return tuple(sorted(one["Name"] for one in listed.get("Volumes") or ()))


def volume_owners(docker: Docker, label: str) -> Mapping[str, str]:
    """The value of a label by volume, of those that have it."""
    listed = fetched(docker, "/volumes", filters(label=[label]))
    return {one["Name"]: one["Labels"][label] for one in listed.get("Volumes") or ()}


def remove_volume(docker: Docker, name: str) -> bool:
    """Removes a volume with its data; False if it is missing or in use."""
    answer = call(docker, "DELETE", f"/volumes/{quoted(name)}", fine=(404, 409), timeout=ACT)
    return answer.status < 300


def volume_sizes(docker: Docker) -> Mapping[str, int]:
    """Bytes by volume, without volumes of unknown size.

    Docker reads all their files; before API 1.42, which lacks `type`, also its own.
    """
    used = fetched(docker, "/system/df", {"type": "volume"}, timeout=SIZES).get("Volumes") or ()
    return {one["Name"]: _size(one) for one in used if _size(one) >= 0}


def _network(one: Json) -> Network:
    label, option = (one.get("Labels") or {}).get, (one.get("Options") or {}).get
    return Network(one["Name"], _subnet(one), label(f"{LABEL}.service", ""), option(BRIDGE_NAME, ""))


def _subnet(network: Json) -> str:
    configured = (network.get("IPAM") or {}).get("Config") or ()
    subnets = [one.get("Subnet", "") for one in configured]
    return next((subnet for subnet in subnets if "." in subnet), "")


def _size(volume: Json) -> int:
    return int((volume.get("UsageData") or {}).get("Size", -1))
