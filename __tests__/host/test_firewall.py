"""A port is open, closed or unknown, by the rules that the tools show."""

from __future__ import annotations


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
