"""Masks secrets in text that leaves this host, in any common encoding."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any, Callable, NamedTuple

MASK = "***"
# Shorter lines, leaves and encodings occur in ordinary text too often.
LEAST = 4
LEAST_DIGITS = 6

ESCAPES = {"\n": "n", "\r": "r", "\t": "t", "\b": "b", "\f": "f"}
ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;"}
# A character of base64, also of its URL and JSON forms.
SIX_BITS = r"(?:%2[BbFf]|\\?[A-Za-z0-9+/_-])"


class Span(NamedTuple):
    """A span of a text; its end is exclusive."""

    start: int
    end: int


class Needle(NamedTuple):
    """What to search for: a part of a value, the words in it, and its encodings."""

    part: str
    words: tuple[str, ...]
    forms: tuple[str, ...]


class Squeezed(NamedTuple):
    """A text without white space, because `base64` breaks lines, and the original position of each character."""

    text: str
    places: tuple[int, ...]


def masked(text: str, values: Iterable[str]) -> str:
    """The text with `***` in place of every value.

    Finds a value in plain text, in JSON (even escaped repeatedly), in a URL, in HTML, in hexadecimal, and in base64:
    in either alphabet, at any offset, wrapped or not. Also its lines and, if it is JSON, the
    texts and long numbers in it, and values cut by an end of the text.
    """
    return _covered(text, _found(text, values))


def masked_lines(lines: Sequence[str], values: Iterable[str]) -> list[str]:
    """Like `masked`, of lines that stay apart: a value that goes over several has its `***` in each."""
    if not lines:
        return []
    text = "\n".join(lines)
    return _covered(text, _found(text, values), lambda part: "\n".join([MASK] * (part.count("\n") + 1))).split("\n")


def _found(text: str, values: Iterable[str]) -> list[Span]:
    squeezed = _squeezed(text)
    found = ((*_spelled(text, one), *_encoded(squeezed, one), *_cut(text, one.part)) for one in _needles(tuple(values)))
    return sorted(span for spans in found for span in spans)


@lru_cache(maxsize=4)
def _needles(values: tuple[str, ...]) -> tuple[Needle, ...]:
    """Cached, because a log is masked line by line."""
    parts = dict.fromkeys(part for value in values for part in parts_of(value))
    return tuple(Needle(part, tuple(re.findall("[A-Za-z0-9]+", part)), _forms(part)) for part in parts)


def parts_of(value: str) -> Iterator[str]:
    """The parts of a value to mask: all of it, its lines, and the leaves of its JSON."""
    bare = value.strip()
    if not bare:
        return
    yield value
    yield bare
    # As in messages of Docker and others, which join lines into one, and lose each NUL on their way.
    yield " ".join(bare.replace("\0", "").split())
    yield from (line.strip() for line in bare.splitlines() if len(line.strip()) >= LEAST)
    if bare[0] in '{["':
        yield from _leaves(bare)


def _leaves(text: str) -> Iterator[str]:
    try:
        left = [json.loads(text)]
    except (ValueError, RecursionError):
        return
    while left:
        node: Any = left.pop()
        if isinstance(node, (dict, list)):
            left.extend(node.values() if isinstance(node, dict) else node)
        elif isinstance(node, str) and len(node.strip()) >= LEAST:
            yield node.strip()
        elif isinstance(node, (int, float)) and len(str(node)) >= LEAST_DIGITS:
            yield str(node)


def _spelled(text: str, needle: Needle) -> Iterator[Span]:
    """In plain text, or with everything except letters and digits escaped."""
    part = needle.part
    if needle.words == (part,):
        yield from _literal(text, part)
        return
    # Words are never escaped, and escaping shortens nothing, so most patterns are unnecessary.
    if len(part) > len(text) or not all(word in text for word in needle.words):
        return
    pattern = re.compile("".join(_spelling(*token) for token in re.findall(r"(\\*)([^\\]?)", part)))
    found = pattern.search(text)
    while found:
        yield Span(*found.span())
        found = pattern.search(text, found.start() + 1)


def _spelling(slashes: str, char: str) -> str:
    """A pattern for a character and the backslashes before it: escaping three times turns one into eight. It matches a run of these
    in only one way, and is bounded; otherwise a search could take forever."""
    if slashes:
        run = rf"(?:\\{{{len(slashes)},{8 * len(slashes) + 7}}}|(?i:%5C){{{len(slashes)}}})"
        return f"{run}(?:{'|'.join((*_raw(char), *_escaped(char)))})" if char else run
    if char.isascii() and char.isalnum():
        return char
    if not char:
        return ""
    return rf"(?:\\{{0,7}}(?:{'|'.join(_raw(char))})|\\{{1,8}}(?:{'|'.join(_escaped(char))}))"


def _raw(char: str) -> Iterator[str]:
    # A URL inside another one is encoded twice.
    yield "(?i:" + "".join(f"%(?:25)*{byte:02X}" for byte in char.encode(errors="surrogatepass")) + ")"
    yield f"&\\#0*{ord(char)};|(?i:&\\#x0*{ord(char):x};)"
    if char == " ":
        yield r"\+"
    if char in ENTITIES:
        yield ENTITIES[char]
    # Last: `%` starts its own encoding.
    yield re.escape(char)


def _escaped(char: str) -> Iterator[str]:
    units = char.encode("utf-16-be", errors="surrogatepass").hex()
    yield r"\\{1,8}".join(f"(?i:u{units[at : at + 4]})" for at in range(0, len(units), 4))
    if ord(char) < 256:
        yield f"(?i:x{ord(char):02x})"
    if char in ESCAPES:
        yield ESCAPES[char]


def _encoded(squeezed: Squeezed, needle: Needle) -> Iterator[Span]:
    """In hexadecimal and base64; for the latter including the neighboring characters, which encode some of its bits."""
    for form in needle.forms:
        yield from (_widened(squeezed, span) for span in _literal(squeezed.text, form))


def _forms(part: str) -> tuple[str, ...]:
    data = part.encode(errors="surrogatepass")
    forms = {data.hex(), data.hex().upper(), *(form for shift in range(3) for form in _base64(data, shift))}
    return tuple(form for form in forms if len(form) >= LEAST)


def _base64(data: bytes, shift: int) -> Iterator[str]:
    """The part of the encoding that does not depend on the surrounding text, `shift` bytes after a multiple of three."""
    whole = base64.b64encode(bytes(shift) + data).decode()
    form = whole[(0, 2, 3)[shift] : (shift + len(data)) * 8 // 6]
    yield form
    yield form.replace("+", "-").replace("/", "_")
    yield form.replace("/", "\\/")
    yield form.replace("+", "%2B").replace("/", "%2F")
    yield form.replace("+", "%2b").replace("/", "%2f")


def _widened(squeezed: Squeezed, span: Span) -> Span:
    text, places = squeezed
    before = re.search(f"{SIX_BITS}$", text[max(0, span.start - 3) : span.start])
    after = re.match(f"{SIX_BITS}?(?:=|%3[Dd]){{0,2}}", text[span.end : span.end + 9])
    start = span.start - (len(before[0]) if before else 0)
    end = span.end + (len(after[0]) if after else 0)
    return Span(places[start], places[end - 1] + 1)


def _squeezed(text: str) -> Squeezed:
    """A line end inside JSON is two characters."""
    gaps = [found.span() for found in re.finditer(r"(?:\s|\\[nr])+", text)]
    kept = list(zip((0, *(end for _, end in gaps)), (*(start for start, _ in gaps), len(text))))
    return Squeezed("".join(text[start:end] for start, end in kept), tuple(at for span in kept for at in range(*span)))


def _cut(text: str, part: str) -> Iterator[Span]:
    """The end of the part at the start of the text, its start at the end of the text, or a middle part that is the whole text; at least a quarter of
    the part, because many words end like the start of a secret."""
    least = max(LEAST, len(part) // 4)
    head, tail = text[:least], text[-least:]
    if len(head) < least:
        return
    if text in part:
        yield Span(0, len(text))
    for found in _literal(part, head):
        if text.startswith(part[found.start :]):
            yield Span(0, len(part) - found.start)
    for found in _literal(part, tail):
        if text.endswith(part[: found.end]):
            yield Span(len(text) - found.end, len(text))


def _literal(text: str, form: str) -> Iterator[Span]:
    """Every occurrence, including overlapping ones."""
    at = text.find(form)
    while at >= 0:
        yield Span(at, at + len(form))
        at = text.find(form, at + 1)


def _covered(text: str, spans: list[Span], cover: Callable[[str], str] = lambda _: MASK) -> str:
    merged: list[Span] = []
    for span in spans:
        if merged and span.start <= merged[-1].end:
            merged[-1] = merged[-1]._replace(end=max(merged[-1].end, span.end))
        else:
            merged.append(span)
    pieces: list[str] = []
    end = 0
    for span in merged:
        pieces += (text[end : span.start], cover(text[span.start : span.end]))
        end = span.end
    return "".join((*pieces, text[end:]))
