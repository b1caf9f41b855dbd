"""The name servers that Docker asks from the networks of containers."""

from __future__ import annotations

import pytest

from host.machine.name_servers import told_to_docker, told_to_resolver


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", ()),
        ("{", ()),
        ('["172.17.0.1"]', ()),
        ('{"dns": "172.17.0.1"}', ()),
        ('{"dns": []}', ()),
        ('{"dns": ["172.17.0.1", "10.0.0.2", "172.17.0.1"], "live-restore": true}', ("10.0.0.2", "172.17.0.1")),
        ('{"dns": [5, null, "ns.example.com", "fd00::1", "10.0.0", "10.0.0.256", "10.0.0.3/24", "10.0.0.3 -j ACCEPT"]}', ()),
        ('{"dns": ["0.0.0.0", "127.0.0.1", "169.254.169.254", "224.0.0.1", "255.255.255.255"]}', ()),
    ],
)
def test_reads_dockers_configuration(text: str, told: tuple[str, ...]) -> None:
    assert told_to_docker(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", ()),
        ("# nameserver 10.0.0.2\nsearch ec2.internal\nnameserver\noptions edns0\n", ()),
        ("nameserver 127.0.0.53\nnameserver fd00::2\n", ()),
        ("nameserver 10.0.0.9\n nameserver\t10.0.0.2 # of the VPC\n", ("10.0.0.2", "10.0.0.9")),
    ],
)
def test_reads_the_resolvers_file(text: str, told: tuple[str, ...]) -> None:
    assert told_to_resolver(text) == told
