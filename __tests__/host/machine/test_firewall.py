"""A port is shut where the rules of a firewall let nobody in, and not where they might."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Callable

import pytest

from host.machine.firewall import is_shut, of_iptables, of_nft, shuts, untranslated

OPEN = ":INPUT ACCEPT [0:0]"
SHUT = ":INPUT DROP [0:0]"


def filter_table(*lines: str) -> str:
    return "\n".join(("*filter", *lines, "COMMIT", ""))


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ((OPEN,), False),
        ((SHUT,), True),
        ((SHUT, "-A INPUT -p tcp -m tcp --dport 80 -j ACCEPT"), False),
        ((SHUT, "-A INPUT -p tcp -m tcp --dport 81 -j ACCEPT"), True),
        ((SHUT, "-A INPUT -p tcp -m tcp --dport 8080 -j ACCEPT"), True),
        ((SHUT, "-A INPUT -p udp -m udp --dport 80 -j ACCEPT"), True),
        ((SHUT, "-A INPUT ! -p udp -j ACCEPT"), False),
        ((SHUT, "-A INPUT -p tcp -m tcp --dport 79:90 -j ACCEPT"), False),
        ((SHUT, "-A INPUT -p tcp -m tcp --dport 81: -j ACCEPT"), True),
        ((SHUT, "-A INPUT -p tcp -m tcp --dport :81 -j ACCEPT"), False),
        ((SHUT, "-A INPUT -p tcp -m multiport --dports 22,80,443 -j ACCEPT"), False),
        ((SHUT, "-A INPUT -p tcp -m multiport --dports 22,8000:9000 -j ACCEPT"), True),
        ((SHUT, "-A INPUT -p tcp -m multiport ! --dports 22,443 -j ACCEPT"), False),
        ((SHUT, "-A INPUT -p tcp -m multiport ! --dports 22,80 -j ACCEPT"), False),  # it is, and nobody is warned
        ((SHUT, "-A INPUT -i lo -j ACCEPT"), True),
        ((SHUT, "-A INPUT ! -i lo -j ACCEPT"), False),
        ((SHUT, "-A INPUT -i eth0 -j ACCEPT"), False),
        ((SHUT, "-A INPUT -s 10.0.0.0/8 -j ACCEPT"), False),
        ((SHUT, "-A INPUT -s 10.0.0.0/8 -p tcp -m tcp --dport 22 -j ACCEPT"), True),
        ((OPEN, "-A INPUT -d 224.0.0.251/32 -j DROP"), False),
        ((SHUT, "-A INPUT -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT"), True),
        ((SHUT, "-A INPUT -m state --state RELATED,ESTABLISHED -j ACCEPT"), True),
        ((SHUT, "-A INPUT -m state --state NEW -m tcp -p tcp --dport 80 -j ACCEPT"), False),
        ((OPEN, "-A INPUT -m conntrack --ctstate INVALID -j DROP"), False),
        ((OPEN, "-A INPUT -p tcp -m tcp --tcp-flags FIN,SYN FIN,SYN -j DROP"), False),
        ((OPEN, "-A INPUT -p tcp -m tcp --dport 80 -j REJECT --reject-with tcp-reset"), True),
        ((OPEN, "-A INPUT -p tcp -m tcp --dport 81 -j REJECT --reject-with tcp-reset"), False),
        ((OPEN, "-A INPUT -p tcp -m tcp --dport 22 -j ACCEPT", "-A INPUT -j REJECT --reject-with icmp-host-prohibited"), True),
        ((OPEN, "-A INPUT -p tcp -m tcp --dport 80 -j ACCEPT", "-A INPUT -j REJECT --reject-with icmp-host-prohibited"), False),
        ((SHUT, '-A INPUT -m limit --limit 3/min -j LOG --log-prefix "[BLOCK] "'), True),
        ((OPEN, '-A INPUT -p tcp -m comment --comment "not -j ACCEPT, ! \\"yet\\"" -j DROP'), True),
        ((SHUT, '-A INPUT -p udp -m comment --comment "--dport 80" -j ACCEPT'), True),
        ((OPEN, "-A INPUT -m set --match-set blocked src -j DROP"), False),
        ((OPEN, "-A INPUT -m set --match-set blocked src -j DROP", "-A INPUT -j DROP"), True),
        ((OPEN, "-A INPUT -j NFQUEUE --queue-num 1"), False),
        ((SHUT, ":f2b - [0:0]", "-A INPUT -j f2b", "-A f2b -j RETURN", "-A f2b -j ACCEPT"), True),
        ((SHUT, ":web - [0:0]", "-A INPUT -p tcp -j web", "-A web -p tcp -m tcp --dport 80 -j ACCEPT"), False),
        ((OPEN, ":web - [0:0]", "-A INPUT -p tcp -j web", "-A INPUT -j DROP", "-A web -p tcp -m tcp --dport 443 -j ACCEPT"), True),
        ((OPEN, ":bad - [0:0]", "-A INPUT -s 192.0.2.9/32 -j bad", "-A bad -j DROP"), False),
        ((OPEN, ":a - [0:0]", ":b - [0:0]", "-A INPUT -j a", "-A a -j b", "-A b -j a", "-A b -j DROP"), False),
        ((OPEN, ":FORWARD DROP [0:0]", ":OUTPUT DROP [0:0]", "-A FORWARD -j DROP"), False),
    ],
)
def test_reads_rules_of_iptables(lines: tuple[str, ...], expected: bool) -> None:
    nat = "*nat\n:PREROUTING ACCEPT [0:0]\n:INPUT DROP [0:0]\n-A INPUT -j DROP\nCOMMIT\n"
    assert is_shut(of_iptables(nat + filter_table(*lines)), 80) is expected


def test_no_port_is_closed_without_rules() -> None:
    assert not is_shut(of_iptables(""), 80)
    assert not is_shut(of_nft(""), 80)


RULESETS = Path(__file__).parent / "rulesets"
"""As the tools printed them: ufw, firewalld with both of its backends, an nftables.conf. What they let in was tried with connections."""


@pytest.mark.parametrize(
    ("ruleset", "is_open", "is_closed"),
    [
        ("ufw.iptables", [22, 80, 443, 2222, 8081], [81, 8082, 9000]),
        ("firewalld.iptables", [22, 80], [81, 443, 2222, 9000]),
        ("firewalld.nft", [22, 80, 8081], [81, 443, 2222, 8082, 9000]),
        # It asks for too much: nobody is warned.
        ("nftables.nft", [22, 80, 443, 445, 7005, 8000, 8050, 8081, 9000, 9001, 9002, 9004, 9006, 9007, 9008, 9009, 10000], []),
    ],
)
def test_reads_rules_of_common_firewalls(ruleset: str, is_open: list[int], is_closed: list[int]) -> None:
    read = of_iptables if ruleset.endswith(".iptables") else of_nft
    rules = read((RULESETS / ruleset).read_text())
    assert {port: is_shut(rules, port) for port in (*is_open, *is_closed)} == {
        **dict.fromkeys(is_open, False),
        **dict.fromkeys(is_closed, True),
    }


def nft(*rules: str, policy: str = "accept") -> str:
    lines = "".join(f"\t\t{rule}\n" for rule in (f"type filter hook input priority filter; policy {policy};", *rules))
    return f"table inet filter {{\n\tchain web {{\n\t\ttcp dport 443 accept\n\t}}\n\n\tchain in {{\n{lines}\t}}\n}}\n"


@pytest.mark.parametrize(
    ("rules", "expected"),
    [
        (["tcp dport 80 drop"], True),
        (["tcp dport != 80 drop"], False),
        (["tcp dport { 22, 79-81 } counter packets 0 bytes 0 reject with tcp reset"], True),
        (["tcp dport { 22, 81-90 } drop"], False),
        (["tcp dport @ports drop"], False),
        (["tcp dport @ports accept", "drop"], False),
        (["tcp dport 22 accept", "drop"], True),
        (
            ["udp dport 80 accept", 'iifname "lo" accept', "ct state established,related accept", "ip6 nexthdr ipv6-icmp accept", "drop"],
            True,
        ),
        (["ct state { established, related } accept", "meta l4proto { icmp, ipv6-icmp } accept", 'drop comment "accept"'], True),
        (["ct state vmap { invalid : drop, established : accept, related : accept }", "drop"], True),
        (["ct state vmap { new : accept }", "drop"], False),
        (["tcp dport vmap { 443 : drop, 80 : accept }", "drop"], False),
        (["ct state new tcp dport 80 accept", "drop"], False),
        (["meta mark 0x7 drop"], False),
        (["jump web", "drop"], True),
        (["goto web", "accept"], False),
        (["jump missing", "drop"], False),
        (["queue to 1", "drop"], False),
    ],
)
def test_reads_rules_of_nftables(rules: list[str], expected: bool) -> None:
    assert is_shut(of_nft(nft(*rules)), 80) is expected


def test_reads_a_policy_of_nftables() -> None:
    assert is_shut(of_nft(nft(policy="drop")), 80)
    assert is_shut(of_nft(nft("tcp dport 22 accept", "jump web", policy="drop")), 80)
    assert not is_shut(of_nft(nft("tcp dport 80 accept", policy="drop")), 80)


def test_asks_the_tools_of_this_machine() -> None:
    assert shuts(80) is False


@pytest.fixture
def apart() -> Iterator[Callable[[str, int], str]]:
    """Two network namespaces with a wire between them: sets rules in one, and tries a connection from the other."""
    here, there = (f"fw-{os.getpid()}-{side}" for side in "ab")
    try:
        for command in (
            f"netns add {here}",
            f"netns add {there}",
            f"link add eth0 netns {here} type veth peer name eth0 netns {there}",
            f"-n {here} address add 10.0.0.6/24 dev eth0",
            f"-n {there} address add 10.0.0.7/24 dev eth0",
            f"-n {here} link set eth0 up",
            f"-n {there} link set eth0 up",
        ):
            subprocess.run(["ip", *command.split()], check=True)
        yield lambda rules, port: try_connection(here, there, rules, port)
    finally:
        for namespace in (here, there):
            subprocess.run(["ip", "netns", "delete", namespace], check=False)


def try_connection(here: str, there: str, rules: str, port: int) -> str:
    """A port that is not let in says nothing, one that is refuses, for nobody listens."""
    subprocess.run(["ip", "netns", "exec", there, "iptables-restore"], input=rules, text=True, check=True)
    attempt = f"socket.create_connection(('10.0.0.7', {port}), 0.2)"
    code = f"import socket\ntry: {attempt}\nexcept OSError as error: print(type(error).__name__)"
    tried = subprocess.run(
        ["ip", "netns", "exec", here, sys.executable, "-I", "-S", "-c", code], capture_output=True, text=True, check=True
    )
    return {"ConnectionRefusedError": "open", "timeout": "closed", "TimeoutError": "closed"}[tried.stdout.strip()]


CONDITIONS = (
    "-p tcp -m tcp --dport 80",
    "-p tcp -m multiport --dports 79:85,443",
    "-p tcp -m multiport ! --dports 80",
    "-p udp -m udp --dport 80",
    "-p tcp -m tcp --sport 1024:65535",
    "-p tcp -m tcp --tcp-flags FIN,SYN,RST,ACK SYN",
    "-p tcp -m tcp ! --tcp-flags SYN,ACK SYN",
    "-i eth0",
    "! -i eth+",
    "-d 10.0.0.0/24",
    "! -d 10.0.0.7/32",
    "-m conntrack --ctstate NEW",
    "-m conntrack --ctstate RELATED,ESTABLISHED",
    "-m addrtype --dst-type LOCAL",
    "-m limit --limit 100/sec",
    "",
)


def random_rules(chance: random.Random) -> str:
    lines = [f":INPUT {chance.choice(('ACCEPT', 'DROP'))} [0:0]", ":one - [0:0]", ":two - [0:0]"]
    for chain, deeper in (("INPUT", ["-j one", "-g one"]), ("one", ["-j two", "-g two"]), ("two", [])):
        targets = ["-j ACCEPT", "-j DROP", "-j RETURN", "-j LOG", *deeper, *deeper]
        lines += [f"-A {chain} {chance.choice(CONDITIONS)} {chance.choice(targets)}" for _ in range(4)]
    return filter_table(*lines)


def test_a_port_that_is_reported_as_closed_is_closed_in_the_kernel(apart: Callable[[str, int], str]) -> None:
    chance = random.Random(4)
    met = set()
    for _ in range(20):
        rules = random_rules(chance)
        shut, happens = is_shut(of_iptables(rules), 80), apart(rules, 80)
        assert not shut or happens == "closed", rules
        met.add((shut, happens))
    assert {(True, "closed"), (False, "open")} <= met


@pytest.mark.parametrize(
    "rule",
    [
        "-A POSTROUTING -s 172.29.0.0/26 ! -o d2e-0123456789a -j MASQUERADE",
        "-A POSTROUTING -s 172.16.0.0/12 -o eth0 -j SNAT --to-source 10.0.0.4",
        "-A POSTROUTING -o eth0 -j MASQUERADE",
        "-A POSTROUTING ! -s 10.0.0.0/8 -o eth0 -j MASQUERADE",
        '\t\toifname != "d2e-0123456789a" ip saddr 172.29.0.0/26 counter packets 0 bytes 0 masquerade',
        '\t\toifname != "d2e-0123456789a" ip saddr 172.29.0.0/26 counter packets 0 bytes 0 masquerade comment "MASQUERADE"',
        '\t\toifname "eth0" masquerade',
        "\t\tip saddr @inside snat to 10.0.0.4",
    ],
)
def test_a_rule_of_nat_lets_containers_out(rule: str) -> None:
    assert untranslated(f"*nat\n{rule}\nCOMMIT\n", ["172.29.0.0/26"]) == ()


@pytest.mark.parametrize(
    "rule",
    [
        "",
        ":POSTROUTING ACCEPT [0:0]",
        "-A POSTROUTING -s 172.17.0.0/16 ! -o docker0 -j MASQUERADE",
        "-A POSTROUTING -s 172.29.0.64/26 ! -o d2e-0123456789a -j MASQUERADE",
        '-A POSTROUTING -m comment --comment "was -j MASQUERADE" -j RETURN',
        "-A DOCKER -s 172.29.0.0/26 -j RETURN",
        '\t\toifname != "docker0" ip saddr 172.17.0.0/16 counter packets 0 bytes 0 masquerade',
    ],
)
def test_without_a_rule_of_nat_containers_are_cut_off(rule: str) -> None:
    assert untranslated(f"*nat\n{rule}\nCOMMIT\n", ["172.29.0.0/26"]) == ("172.29.0.0/26",)
