"""The accounts of a service: hashes that Caddy makes from a secret, which is only in memory here."""

from __future__ import annotations

import re

from host import docker
from host.docker.fed import fed
from host.edge.container import proxies
from host.edge.container.proxies import Host
from host.model.doors import HASH, Accounts
from host.model.failure import Failure
from host.model.json import Json
from host.model.release import Secret
from host.state.files import PROXY

NAME = "docker-to-ec2-hash"
"""Prefix of the container's name, before the service: other services can run theirs at the same time."""
COST = "10"
"""bcrypt's cost. A comparison takes about 60 ms: slow for guessing, and too fast for guesses to keep a small host busy."""
LONGEST = 72
"""bcrypt's limit for a password, in bytes."""
MOST = 20


def hashed(host: Host, key: str, source: str, secret: Secret) -> Accounts:
    """The accounts in a secret with lines `user:password`. Raises `Failure` `secret-failed`, without quoting the secret."""
    pairs = parsed(source, secret.value)
    image = _image(host)
    return Accounts(source, secret.version, tuple(f"{user}:{_hash(host, f'{NAME}.{key}', image, password)}" for user, password in pairs))


def parsed(source: str, text: str) -> tuple[tuple[str, str], ...]:
    """Users and passwords, in the order of the lines. Raises `Failure`, which names the line."""
    lines = [(number, line.rstrip("\r")) for number, line in enumerate(text.split("\n"), 1) if line.strip()]
    pairs = tuple(_pair(source, number, line) for number, line in lines)
    if not pairs or len(pairs) > MOST or len(dict(pairs)) < len(pairs):
        raise Failure("secret-failed", f"{source}: expected 1 to {MOST} lines user:password, each user once")
    return pairs


def _pair(source: str, number: int, line: str) -> tuple[str, str]:
    user, _, password = line.partition(":")
    if not user or not password or not line.isprintable() or len(password.encode()) > LONGEST:
        words = f"expected user:password without control characters, and a password of {LONGEST} bytes at most"
        raise Failure("secret-failed", f"{source}: line {number}: {words}")
    return user, password


def _image(host: Host) -> str:
    """The image of the running proxy, or of the future one."""
    images = [one.image for one in proxies.running(host)]
    if images:
        return images[0]
    host.bring(host.plan)
    return host.plan.image


def _hash(host: Host, name: str, image: str, password: str) -> str:
    try:
        said = fed(host.docker, name, _spec(image), f"{password}\n").split()
    except docker.DockerError as error:
        raise Failure("proxy-failed", f"the password could not be hashed: {error.words}") from error
    if len(said) != 1 or not re.fullmatch(HASH, said[0]):
        raise Failure("proxy-failed", f"{image} cannot hash passwords; it needs caddy hash-password with --bcrypt-cost")
    return said[0]


def _spec(image: str) -> Json:
    """A container without any rights, of which nothing remains."""
    return {
        "Image": image,
        "User": f"{PROXY}:{PROXY}",
        "Cmd": ["caddy", "hash-password", "--bcrypt-cost", COST],
        "Labels": {"docker-to-ec2": "hash"},
        "HostConfig": {
            "NetworkMode": "none",
            "CapDrop": ["ALL"],
            "CapAdd": ["NET_BIND_SERVICE"],
            "SecurityOpt": ["no-new-privileges"],
            "ReadonlyRootfs": True,
            "LogConfig": {"Type": "none"},
        },
    }
