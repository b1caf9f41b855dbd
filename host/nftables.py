"""Reads the rules of `nft -j list ruleset` for one packet: libnftables-json(5), nft(8). Pure."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Callable, Final, NamedTuple

from host.model import Json
from host.packets import (
    ANYTHING,
    ON,
    Chains,
    Packet,
    Rule,
    all_of,
    any_of,
    by_device,
    from_block,
    from_ports,
    negated,
    to_block,
)

Test = Callable[[Any], "bool | None"]

FAMILIES: Final = ("ip", "inet")
ENTRANCES: Final = ("prerouting", "input")
ENDS: Final = {"accept": "accept", "drop": "drop", "reject": "drop", "return": "return", "continue": "continue"}
OTHER_PROTOCOLS: Final = ("ip6", "icmp", "icmpv6", "udp", "udplite", "sctp", "dccp", "arp", "igmp", "ah", "esp")
FACTS: Final[Mapping[str, tuple[Any, ...]]] = {
    "meta l4proto": ("tcp", 6),
    "ip protocol": ("tcp", 6),
    "meta nfproto": ("ipv4", 2),
    "meta protocol": ("ip",),
    "meta pkttype": ("host", "unicast"),
    "ct state": ("new",),
    "ct direction": ("original",),
    "ct status": (),
    "fib daddr type": ("local",),
}
"""What is so for every first packet of a connection over IPv4."""
ALIASES: Final = {"th dport": "tcp dport", "th sport": "tcp sport", "meta iif": "meta iifname"}
PASSING: Final = ("counter", "log", "mangle", "notrack", "quota", "ct helper", "secmark", "comment")


class Ruleset(NamedTuple):
    """A packet, and the elements of the named sets and maps by `family table @name`."""

    packet: Packet
    sets: Mapping[str, Sequence[Any]]


def chains(text: str, packet: Packet, iptables: str) -> Chains:
    """The chains that a packet for this host goes through, named `family table chain`; those that iptables-save shows are left out."""
    entries = json.loads(text)["nftables"] if text.strip() else []
    named = [entry[kind] for entry in entries for kind in ("set", "map") if kind in entry]
    ruleset = Ruleset(packet, {_key(one, "@" + one["name"]): one.get("elem", ()) for one in named})
    rules: dict[str, list[Rule]] = {}
    for rule in (entry["rule"] for entry in entries if "rule" in entry):
        rules.setdefault(_key(rule, rule["chain"]), []).extend(_rules(ruleset, rule))
    begun = [entry["chain"] for entry in entries if "chain" in entry and _begins(entry["chain"], iptables)]
    return Chains(rules, {_key(chain, chain["name"]): frozenset((chain.get("policy", "accept"),)) for chain in begun})


def _begins(chain: Json, iptables: str) -> bool:
    shown = chain["family"] == "ip" and f"*{chain['table']}\n" in iptables
    filters = chain.get("type") == "filter" and chain.get("hook") in ENTRANCES
    return filters and chain["family"] in FAMILIES and not shown


def _key(entry: Json, name: str) -> str:
    return f"{entry['family']} {entry['table']} {name}"


def _rules(ruleset: Ruleset, rule: Json) -> Iterator[Rule]:
    """A rule as rules with one end each: a verdict map has many."""
    fits: list[bool | None] = []
    for statement in rule.get("expr", ()):
        ((kind, content),) = statement.items()
        if kind == "vmap":
            test = _test(ruleset.packet, _name(content["key"]))
            for element, end in _elements(ruleset, rule, content["data"]):
                yield _end(rule, end, all_of((*fits, _is_one(test, element))))
            return
        if kind in ENDS or kind in ("jump", "goto"):
            yield _end(rule, statement, all_of(fits))
            return
        if kind in ("queue", "xt"):
            yield Rule(None, ANYTHING)
            return
        fits.append(_holds(ruleset, rule, kind, content))


def _end(rule: Json, statement: Json, fits: bool | None) -> Rule:
    ((kind, content),) = statement.items()
    if kind in ENDS:
        return Rule(fits, frozenset((ENDS[kind],)))
    return Rule(fits, ON, _key(rule, content["target"]), kind == "goto")


def _holds(ruleset: Ruleset, rule: Json, kind: str, content: Any) -> bool | None:
    """Whether a statement lets the packet go on to the next one; a limit is not reached by a visitor who does not come too often."""
    if kind == "match":
        return _matches(ruleset, rule, content)
    if kind == "limit":
        return not (isinstance(content, dict) and content.get("inv"))
    return True if kind in PASSING else None


def _matches(ruleset: Ruleset, rule: Json, content: Json) -> bool | None:
    left, op, right = content["left"], content["op"], content["right"]
    if isinstance(left, dict) and left.get("payload", {}).get("protocol") in OTHER_PROTOCOLS:
        return False
    if isinstance(left, dict) and "&" in left:
        return negated(_has_flags(left["&"], right), op == "!=")
    if op not in ("==", "!=", "in"):
        return None
    test = _test(ruleset.packet, _name(left))
    return negated(any_of(_is_one(test, element) for element in _elements(ruleset, rule, right)), op == "!=")


def _elements(ruleset: Ruleset, rule: Json, right: Any) -> Sequence[Any]:
    """The elements of a set, anonymous or named; a single value is a set of one."""
    if isinstance(right, str) and right.startswith("@"):
        return ruleset.sets.get(_key(rule, right), ())
    if isinstance(right, dict) and "set" in right:
        elements: Sequence[Any] = right["set"]
        return elements
    return right if isinstance(right, list) else (right,)


def _is_one(test: Test, element: Any) -> bool | None:
    """Whether the packet's value is an element, or in the range that it stands for."""
    if isinstance(element, dict) and "elem" in element:
        return _is_one(test, element["elem"]["val"])
    return True if element == "*" else test(element)


def _name(left: Any) -> str:
    """An expression in short, such as `tcp dport` or `meta iifname`; "" for what is not understood."""
    if not isinstance(left, dict) or len(left) != 1:
        return ""
    ((kind, content),) = left.items()
    if kind == "payload":
        return f"{content.get('protocol')} {content.get('field')}"
    if kind == "fib":
        return f"fib {' '.join(content.get('flags', ()))} {content.get('result')}"
    return f"{kind} {content.get('key')}" if kind in ("meta", "ct") else ""


def _test(packet: Packet, name: str) -> Test:
    """The question whether the packet's value of an expression is an element of a set, or is in a range that stands for elements."""
    if name in FACTS:
        return lambda element: element in FACTS[name]
    tests: Mapping[str, Test] = {
        "tcp dport": lambda element: _port(element, lambda low, high: low <= packet.port <= high),
        "tcp sport": lambda element: _port(element, from_ports),
        "ip saddr": lambda element: _block(element, from_block),
        "ip daddr": lambda element: _block(element, lambda block: to_block(packet, block)),
        "meta iifname": lambda element: by_device(packet, str(element), "*"),
    }
    return tests.get(ALIASES.get(name, name), _unknown)


def _unknown(_: Any) -> None:
    return None


def _port(element: Any, test: Callable[[int, int], bool | None]) -> bool | None:
    low, high = element["range"] if isinstance(element, dict) and "range" in element else (element, element)
    return test(low, high) if isinstance(low, int) and isinstance(high, int) else None


def _block(element: Any, test: Callable[[str], bool | None]) -> bool | None:
    if isinstance(element, dict) and "prefix" in element:
        return test(f"{element['prefix']['addr']}/{element['prefix']['len']}")
    return test(element) if isinstance(element, str) and element[0].isdigit() else None


def _has_flags(masked: Sequence[Any], wanted: Any) -> bool | None:
    """Of the flags of TCP, this packet has `syn` alone."""
    if masked[0] != {"payload": {"protocol": "tcp", "field": "flags"}}:
        return None
    mask = masked[1] if isinstance(masked[1], list) else [masked[1]]
    has = {"syn"} & set(mask)
    return has == set(wanted if isinstance(wanted, list) else [wanted]) if wanted != 0 else not has
