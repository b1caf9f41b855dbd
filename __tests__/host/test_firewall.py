"""A port is open, closed or unknown, by the rules that the tools show."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Callable

import pytest

from host.firewall import verdict
from host.packets import Packet

PACKET = Packet(80, "eth0", "10.0.0.7")
OPEN = ":INPUT ACCEPT [0:0]"
SHUT = ":INPUT DROP [0:0]"


def filter_table(*lines: str) -> str:
    return "\n".join(("*filter", *lines, "COMMIT", ""))


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ((OPEN,), "open"),
        ((SHUT,), "closed"),
        ((SHUT, "-A INPUT -p tcp -m tcp --dport 80 -j ACCEPT"), "open"),
        ((SHUT, "-A INPUT -p tcp -m tcp --dport 81 -j ACCEPT"), "closed"),
        ((SHUT, "-A INPUT -p udp -m udp --dport 80 -j ACCEPT"), "closed"),
        ((SHUT, "-A INPUT -p tcp -m tcp --dport 79:90 -j ACCEPT"), "open"),
        ((SHUT, "-A INPUT -p tcp -m tcp --dport 81: -j ACCEPT"), "closed"),
        ((SHUT, "-A INPUT -p tcp -m multiport --dports 22,80,443 -j ACCEPT"), "open"),
        ((SHUT, "-A INPUT -p tcp -m multiport --dports 22,8000:9000 -j ACCEPT"), "closed"),
        ((SHUT, "-A INPUT -p tcp -m multiport ! --dports 22,443 -j ACCEPT"), "open"),
        ((SHUT, "-A INPUT -i lo -j ACCEPT"), "closed"),
        ((SHUT, "-A INPUT ! -i lo -j ACCEPT"), "open"),
        ((SHUT, "-A INPUT -i eth+ -j ACCEPT"), "open"),
        ((SHUT, "-A INPUT -i eth1 -j ACCEPT"), "closed"),
        ((SHUT, "-A INPUT -s 10.0.0.0/8 -j ACCEPT"), "unknown"),
        ((SHUT, "-A INPUT -s 0.0.0.0/0 -j ACCEPT"), "open"),
        ((SHUT, "-A INPUT -s 127.0.0.0/8 -j ACCEPT"), "closed"),
        ((SHUT, "-A INPUT ! -s 203.0.113.9/32 -j ACCEPT"), "unknown"),
        ((SHUT, "-A INPUT -d 10.0.0.7/32 -j ACCEPT"), "open"),
        ((SHUT, "-A INPUT -d 10.0.0.8/32 -j ACCEPT"), "closed"),
        ((OPEN, "-A INPUT -d 224.0.0.251/32 -j DROP"), "open"),
        ((SHUT, "-A INPUT -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT"), "closed"),
        ((SHUT, "-A INPUT -m state --state NEW -m tcp -p tcp --dport 80 -j ACCEPT"), "open"),
        ((OPEN, "-A INPUT -m conntrack ! --ctstate RELATED,ESTABLISHED -j DROP"), "closed"),
        ((OPEN, "-A INPUT -p tcp -m tcp ! --tcp-flags FIN,SYN,RST,ACK SYN -m conntrack --ctstate NEW -j DROP"), "open"),
        ((OPEN, "-A INPUT -p tcp -m tcp --tcp-flags FIN,SYN FIN,SYN -j DROP"), "open"),
        ((OPEN, "-A INPUT -p tcp -m tcp --tcp-flags FIN,SYN,RST,PSH,ACK,URG NONE -j DROP"), "open"),
        ((OPEN, "-A INPUT -p tcp -m tcp --tcp-flags FIN,SYN,RST,ACK SYN -j REJECT --reject-with tcp-reset"), "closed"),
        ((SHUT, "-A INPUT -p tcp -m tcp --sport 1024:65535 --dport 80 -j ACCEPT"), "open"),
        ((SHUT, "-A INPUT -p tcp -m tcp --sport 53 -j ACCEPT"), "closed"),
        ((SHUT, '-A INPUT -m limit --limit 3/min -j LOG --log-prefix "[BLOCK] "', "-A INPUT -p tcp --dport 80 -j ACCEPT"), "open"),
        ((OPEN, '-A INPUT -p tcp -m comment --comment "not -j ACCEPT, ! \\"yet\\"" -j DROP'), "closed"),
        (
            (OPEN, "-A INPUT -p tcp -m recent --update --seconds 30 --hitcount 6 --name DEFAULT --mask 255.255.255.255 --rsource -j DROP"),
            "open",
        ),
        ((OPEN, "-A INPUT -m set --match-set blocked src -j DROP"), "unknown"),
        ((OPEN, "-A INPUT -m set --match-set blocked src -j DROP", "-A INPUT -j DROP"), "closed"),
        ((OPEN, "-A INPUT -j NFQUEUE --queue-num 1"), "unknown"),
        ((SHUT, ":f2b - [0:0]", "-A INPUT -j f2b", "-A INPUT -p tcp --dport 80 -j ACCEPT", "-A f2b -j RETURN"), "open"),
        ((SHUT, ":web - [0:0]", "-A INPUT -p tcp -j web", "-A web -p tcp --dport 80 -j ACCEPT"), "open"),
        ((OPEN, ":web - [0:0]", "-A INPUT -p tcp -g web", "-A INPUT -j DROP", "-A web -p tcp --dport 443 -j ACCEPT"), "open"),
        ((OPEN, ":web - [0:0]", "-A INPUT -p tcp -j web", "-A INPUT -j DROP", "-A web -p tcp --dport 443 -j ACCEPT"), "closed"),
        ((OPEN, ":a - [0:0]", ":b - [0:0]", "-A INPUT -j a", "-A a -j b", "-A b -j a", "-A b -j DROP"), "closed"),
        ((OPEN, ":FORWARD DROP [0:0]", ":OUTPUT DROP [0:0]", "-A FORWARD -j DROP"), "open"),
    ],
)
def test_rules_of_iptables(lines: tuple[str, ...], expected: str) -> None:
    assert verdict(filter_table(*lines), "", PACKET) == expected


def test_every_table_must_let_it_in() -> None:
    mangle = "*mangle\n:PREROUTING ACCEPT [0:0]\n-A PREROUTING -p tcp -m tcp --dport 80 -j DROP\nCOMMIT\n"
    assert verdict(filter_table(OPEN), "", PACKET) == "open"
    assert verdict(mangle + filter_table(OPEN), "", PACKET) == "closed"
    assert verdict("*nat\n:PREROUTING ACCEPT [0:0]\n-A PREROUTING -p tcp -j DNAT --to-destination 10.0.0.9\nCOMMIT\n", "", PACKET) == "open"


def test_no_rules_at_all() -> None:
    assert verdict("", "", PACKET) == "open"


RULESETS = Path(__file__).parent / "rulesets"
"""As the tools printed them: ufw, firewalld with both of its backends, an nftables.conf. What they let in was tried with connections."""


@pytest.mark.parametrize(
    ("ruleset", "expected"),
    [
        ("ufw.iptables", {"open": [22, 80, 443, 2222], "closed": [81, 8082, 9000], "unknown": [8081]}),
        ("firewalld.iptables", {"open": [22, 80], "closed": [81, 443, 2222, 9000]}),
        ("firewalld.json", {"open": [22, 80], "closed": [81, 443, 2222, 8082, 9000], "unknown": [8081]}),
        (
            "nftables.json",
            {
                "open": [22, 80, 443, 445, 7005, 8000, 8050, 8081, 9002, 9004, 9006, 9007, 9008, 9009, 10000],
                "closed": [81, 444, 2222, 7001, 8099, 9003, 9005],
                "unknown": [9000, 9001],
            },
        ),
    ],
)
def test_rules_of_the_firewalls_that_are_in_use(ruleset: str, expected: dict[str, list[int]]) -> None:
    text = (RULESETS / ruleset).read_text()
    texts = (text, "") if ruleset.endswith(".iptables") else ("", text)
    found: dict[str, list[int]] = {}
    for port in sorted(port for ports in expected.values() for port in ports):
        found.setdefault(verdict(*texts, Packet(port, "eth0", "172.17.0.2")), []).append(port)
    assert found == expected


def nft(*rules: list[dict[str, object]], family: str = "inet", policy: str = "accept") -> str:
    place = {"family": family, "table": "filter"}
    chain = {**place, "name": "in", "type": "filter", "hook": "input", "prio": 0, "policy": policy}
    return json.dumps({"nftables": [{"chain": chain}, *({"rule": {**place, "chain": "in", "expr": rule}} for rule in rules)]})


def dport(right: object, op: str = "==") -> dict[str, object]:
    return {"match": {"op": op, "left": {"payload": {"protocol": "tcp", "field": "dport"}}, "right": right}}


DROPPED: dict[str, object] = {"drop": None}


@pytest.mark.parametrize(
    ("rules", "expected"),
    [
        ([[dport(80), DROPPED]], "closed"),
        ([[dport(80, "!="), DROPPED]], "open"),
        ([[dport({"set": [22, {"range": [79, 81]}]}), DROPPED]], "closed"),
        ([[dport({"set": [22, {"elem": {"val": 80, "counter": {"packets": 0}}}]}), {"counter": {}}, DROPPED]], "closed"),
        ([[dport({"range": [81, 90]}), DROPPED]], "open"),
        ([[dport(79, ">"), DROPPED]], "unknown"),
        ([[dport("@not-here"), DROPPED]], "open"),
        ([[{"match": {"op": "==", "left": {"payload": {"protocol": "udp", "field": "dport"}}, "right": 80}}, DROPPED]], "open"),
        ([[{"match": {"op": "==", "left": {"meta": {"key": "mark"}}, "right": 7}}, DROPPED]], "unknown"),
        ([[{"xt": None}, DROPPED]], "unknown"),
        ([[{"something": "new"}, DROPPED]], "unknown"),
        ([[{"limit": {"rate": 5, "per": "second"}}, {"accept": None}], [DROPPED]], "open"),
        ([[{"limit": {"rate": 5, "per": "second", "inv": True}}, DROPPED]], "open"),
        ([[{"jump": {"target": "missing"}}], [DROPPED]], "closed"),
    ],
)
def test_rules_of_nftables(rules: list[list[dict[str, object]]], expected: str) -> None:
    assert verdict("", nft(*rules), PACKET) == expected


def test_tables_that_iptables_shows_are_not_read_twice() -> None:
    rules = nft([{"xt": None}, DROPPED], family="ip")
    assert verdict("", rules, PACKET) == "unknown"
    assert verdict(filter_table(OPEN), rules, PACKET) == "open"


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


def test_what_the_kernel_does(apart: Callable[[str, int], str]) -> None:
    chance = random.Random(4)
    met = set()
    for _ in range(20):
        rules = random_rules(chance)
        happens = apart(rules, 80)
        assert verdict(rules, "", PACKET) == happens, rules
        met.add(happens)
    assert met == {"open", "closed"}
