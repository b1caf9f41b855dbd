"""What a host has for the options of a container."""

from __future__ import annotations

from __tests__.host.support.samples import release
from host.machine.facts.kit import kit_for


def test_finds_what_docker_would_not_accept_as_a_device() -> None:
    asked = {"devices": [f"{path}:/dev/x:r" for path in ("/dev/zero", "/dev", "/dev/no-such-thing", "/etc/passwd", "/proc/self/mem")]}
    found = kit_for({}, release(spec=asked).process)
    assert found.missing == ("/dev/no-such-thing", "/etc/passwd", "/proc/self/mem")
    assert found.last_capability >= 37
