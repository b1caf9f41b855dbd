"""Reads the rules of `iptables-save` for one packet: iptables(8), iptables-extensions(8). Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

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

TABLES: Final = ("raw", "mangle", "filter", "security")
ENTRANCES: Final = ("PREROUTING", "INPUT")
ENDS: Final = {"ACCEPT": "accept", "DROP": "drop", "REJECT": "drop", "TARPIT": "drop", "RETURN": "return"}
PASSING: Final = (
    *("", "LOG", "NFLOG", "ULOG", "MARK", "CONNMARK", "CT", "NOTRACK", "SET", "TCPMSS", "TTL", "DSCP", "TOS", "CLASSIFY"),
    *("AUDIT", "TRACE", "SECMARK", "CONNSECMARK", "CHECKSUM"),
)
"""Targets after which the next rule is looked at; a rule without one only counts."""
HOLDS: Final = (
    *("-m", "-4", "--comment", "--syn", "--limit", "--limit-burst", "--set", "--name", "--mask", "--rsource", "--seconds"),
    *("--hitcount", "--connlimit-upto", "--connlimit-mask", "--connlimit-saddr", "--hashlimit-upto", "--hashlimit-burst"),
    *("--hashlimit-mode", "--hashlimit-name", "--hashlimit-srcmask"),
)
"""Options that say nothing about the packet, or hold for a visitor who does not come too often."""
HOLDS_NOT: Final = ("-f", "--icmp-type", "--rcheck", "--update", "--hashlimit-above", "--connlimit-above")


class Option(NamedTuple):
    """An option of a rule, such as `! -s 10.0.0.0/8`."""

    name: str
    values: tuple[str, ...]
    negate: bool


def chains(text: str, packet: Packet) -> Chains:
    """The chains that a packet for this host goes through. Chains are named `table CHAIN`."""
    rules: dict[str, list[Rule]] = {}
    bases: dict[str, frozenset[str]] = {}
    table = ""
    for line in text.splitlines():
        if line.startswith("*"):
            table = line[1:].strip()
        elif line.startswith(":"):
            name, policy = line[1:].split()[:2]
            rules.setdefault(f"{table} {name}", [])
            if table in TABLES and name in ENTRANCES and policy != "-":
                bases[f"{table} {name}"] = frozenset((ENDS.get(policy, "drop"),))
        elif line.startswith("-A "):
            options = tuple(_options(line))
            rules.setdefault(f"{table} {options[0].values[0]}", []).append(_rule(table, options[1:], packet))
    return Chains({name: [_resolved(rule, rules) for rule in chain] for name, chain in rules.items()}, bases)


def _resolved(rule: Rule, rules: dict[str, list[Rule]]) -> Rule:
    """A target that is no chain and is not known may do anything."""
    return rule._replace(chain="", leads=ANYTHING) if rule.chain and rule.chain not in rules else rule


def _options(line: str) -> Iterator[Option]:
    """The options of a rule in their order, each with the words that follow it; `!` stands before an option."""
    import shlex

    words = shlex.split(line)
    starts = [index for index, word in enumerate(words) if _is_name(word)]
    for start, end in zip(starts, (*starts[1:], len(words) + 1)):
        negate = start > 0 and words[start - 1] == "!"
        values = tuple(word for word in words[start + 1 : end] if word != "!")
        yield Option(words[start], values, negate)


def _is_name(word: str) -> bool:
    return len(word) > 1 and word[0] == "-" and not word[1].isdigit()


def _rule(table: str, options: Sequence[Option], packet: Packet) -> Rule:
    names = [option.name for option in options]
    at = next((index for index, name in enumerate(names) if name in ("-j", "-g")), len(options))
    target = options[at].values[0] if at < len(options) else ""
    fits = all_of(negated(_holds(option, packet), option.negate) for option in options[:at])
    if target in ENDS:
        return Rule(fits, frozenset((ENDS[target],)))
    if target in PASSING:
        return Rule(fits, ON)
    return Rule(fits, ON, f"{table} {target}", names[at] == "-g")


def _holds(option: Option, packet: Packet) -> bool | None:
    """Whether what an option asks for is so for the packet; None where that is not known."""
    if option.name in HOLDS:
        return True
    if option.name in HOLDS_NOT:
        return False
    value = option.values[0] if option.values else ""
    if option.name == "-p":
        return value in ("tcp", "6", "all", "0")
    if option.name == "-i":
        return by_device(packet, value, "+")
    if option.name in ("-s", "-d"):
        return from_block(value) if option.name == "-s" else to_block(packet, value)
    if option.name in ("--dport", "--dports", "--ports"):
        return any(low <= packet.port <= high for low, high in _ports(value))
    if option.name in ("--sport", "--sports"):
        return any_of(from_ports(low, high) for low, high in _ports(value))
    if option.name in ("--ctstate", "--state"):
        return "NEW" in value.split(",")
    if option.name == "--tcp-flags":
        return _has_flags(*option.values)
    if option.name in ("--dst-type", "--src-type", "--pkt-type"):
        return value.lower() == {"--dst-type": "local", "--src-type": "unicast", "--pkt-type": "unicast"}[option.name]
    return None


def _ports(value: str) -> Iterator[tuple[int, int]]:
    for part in value.split(","):
        low, colon, high = part.partition(":")
        yield int(low or 0), int(high or 65535) if colon else int(low)


def _has_flags(mask: str, wanted: str) -> bool:
    looked_at = {"SYN"} if mask == "ALL" or "SYN" in mask.split(",") else set()
    return looked_at == set(wanted.split(",")) - {"NONE"}
