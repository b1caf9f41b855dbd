"""PEM, the text form of certificates and keys: RFC 7468. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

MARK = re.compile(r"-----(BEGIN|END) ([A-Z0-9 ]+)-----")


class Block(NamedTuple):
    """`body`: what lies between two marks; `whole`: with them."""

    label: str
    body: str
    whole: str


def blocks(text: str) -> Iterator[Block]:
    """The complete blocks in a text, wherever their marks are in its lines. Looks at each character once, whatever the text is."""
    begun: re.Match[str] | None = None
    for mark in MARK.finditer(text):
        if begun and mark[1] == "END" and mark[2] == begun[2]:
            yield Block(mark[2], text[begun.end() : mark.start()], text[begun.start() : mark.end()])
        begun = mark if mark[1] == "BEGIN" else None
