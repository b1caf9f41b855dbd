"""Whether the host's own firewall blocks a TCP port, and whether containers still get out. Does not see filters outside of the host, such as security
groups.

The results are only warnings, so it knows only the usual conditions. If a rule has any other, such as the
visitor's address, the port counts as open.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from host.machine import tool
from host.machine.blocks import holds

TOOL_TIMEOUT = 5.0
"""Seconds."""

ENDS = ("accept", "drop", "reject", "return")
COMMENT = r'(?<!-m )(--|--log-)?\b(comment|prefix) ("(\\.|[^"\\])*"|\S+)'
PORTS = r"(?<!! )--dports? (\S+)|(?:tcp|th) dport ([\d,-]+)"
TRANSLATES = r"-j (masquerade|snat)|(?<!\S)(masquerade|snat)(?!\S)"
ANY = r"-m \w+|-p (tcp|all)|counter packets \d+ bytes \d+"
"""Conditions that every new connection meets."""
OTHER = (
    r"(?<!! )(-i|iif|iifname) \"?lo\b|(?<!! )-p (?!tcp|all)|--(ct)?state (?!\S*new)|ct (state|status) (?!.*new)"
    r"|(l4proto|protocol) (?!\S*tcp)|nfproto ipv6|\b(udp|icmp|icmpv6|ip6|sctp) \w"
)
"""Conditions that no new TCP connection from outside meets."""


class Rule(NamedTuple):
    """`conditions` in the tool's output format; `end` is one of `ENDS`, or a chain to go through."""

    conditions: str
    end: str


class Rules(NamedTuple):
    """Rules by chain. The kernel starts with the chains in `entrances`; the last rule of those is their policy."""

    chains: Mapping[str, Sequence[Rule]]
    entrances: Sequence[str]


def shuts(port: int) -> bool:
    """Whether the rules of iptables-save or nft block a port for everyone; False if neither tool exists."""
    return is_shut(of_iptables(_shown("iptables-save")), port) or is_shut(of_nft(_shown("nft", "list", "ruleset")), port)


def cut_off(subnets: Iterable[str]) -> tuple[str, ...]:
    """The subnets of containers that no rule of NAT gives an address of the host, so that nothing beyond it answers them; none if no tool exists.
    Docker makes these rules when it starts. A reload of a firewall, or `nft flush ruleset`, removes them:
    https://github.com/moby/moby/issues/12294"""
    told = [text for text in (_shown("iptables-save", "-t", "nat"), _shown("nft", "list", "ruleset")) if text]
    return untranslated("\n".join(told), subnets) if told else ()


def untranslated(text: str, subnets: Iterable[str]) -> tuple[str, ...]:
    """The subnets without a rule for their source addresses, in the text of `iptables-save` or `nft list ruleset`."""
    rules = [line for line in re.sub(COMMENT, "", text).lower().splitlines() if re.search(TRANSLATES, line)]
    return tuple(subnet for subnet in subnets if not any(_translates(rule, subnet) for rule in rules))


def _translates(rule: str, subnet: str) -> bool:
    """A condition that is not one block of sources may hold."""
    named = re.search(r"(?<!! )(?:-s|saddr) ([\d./]+)(?!\S)", rule)
    return named is None or holds(named[1], subnet)


def _shown(*argv: str) -> str:
    """A tool's output; "" if it is not installed or fails."""
    try:
        ran = tool.run(*argv, timeout=TOOL_TIMEOUT)
    except (OSError, TimeoutError):
        return ""
    return ran.out if ran and ran.code == 0 else ""


def of_iptables(text: str) -> Rules:
    """The table `filter` in the text of `iptables-save`."""
    table = re.sub(COMMENT, "", text).partition("*filter\n")[2].partition("COMMIT")[0].lower()
    chains: dict[str, list[Rule]] = {name: [] for name in re.findall(r"^:(\S+)", table, re.M)}
    for chain, conditions, end in re.findall(r"^-a (\S+)(.*) -[jg] (?!log|nflog)(\S+)", table, re.M):
        chains[chain].append(Rule(conditions, end))
    for policy in re.findall(r"^:input (\w+)", table, re.M):
        chains["input"].append(Rule("", policy))
    return Rules(chains, ["input"] if chains else [])


def of_nft(text: str) -> Rules:
    """The tables in the text of `nft list ruleset`."""
    text = re.sub(r"\{ ([^{}:\n]*) \}", lambda found: found[1].replace(", ", ","), re.sub(COMMENT, "", text))
    chains = {}
    entrances = []
    for table, body in re.findall(r"^table ((?:ip|inet) \S+) \{\n(.*?)^\}", text, re.M | re.S):
        for name, lines in re.findall(r"^\tchain (\S+) \{\n(.*?)^\t\}", body, re.M | re.S):
            rules = re.findall(r"^\t(.*vmap.*|.*?)[\t ](accept|drop|reject|return|queue|(?:jump|goto) \S+|\})(?!\S)", lines, re.M)
            policy = re.findall(r"type filter hook input .*policy (\w+)", lines)
            chains[f"{table} {name}"] = [Rule(conditions, re.sub("jump|goto", table, end)) for conditions, end in rules] + [
                Rule("", end) for end in policy
            ]
            entrances += [f"{table} {name}"] * len(policy)
    return Rules(chains, entrances)


def is_shut(rules: Rules, port: int) -> bool:
    """Whether every new connection to the port is dropped or rejected."""
    return any(_ends(rules.chains, name, port, ()) <= {"drop", "reject"} for name in rules.entrances)


def _ends(chains: Mapping[str, Sequence[Rule]], name: str, port: int, above: tuple[str, ...]) -> set[str]:
    """The possible ends of a chain, including `return` at its end. An unknown chain can end in any way."""
    if name in above or name not in chains:
        return {"accept", "return"}
    met: set[str] = set()
    for conditions, end in chains[name]:
        fits = _fits(conditions, port)
        if fits is False:
            continue
        ends = {end} if end in ENDS else _ends(chains, end, port, (*above, name))
        goes_on = end not in ENDS and "return" in ends
        met |= ends - {"return"} if goes_on else ends
        if fits and not goes_on:
            return met
    return met | {"return"}


def _fits(conditions: str, port: int) -> bool | None:
    """Whether a rule matches the connection; None: maybe."""
    named = re.search(PORTS, conditions)
    if re.search(OTHER, conditions) or (named and not _has(named[1] or named[2], port)):
        return False
    return None if re.sub(f"{PORTS}|{ANY}", "", conditions).strip() else True


def _has(ports: str, port: int) -> bool:
    """Whether ports such as `22,8000:8100` include one of them."""
    ranges = (re.split("[:-]", part) for part in ports.split(","))
    return any(int(ends[0] or 0) <= port <= int(ends[-1] or 65535) for ends in ranges)
