"""Packs the host program: `script/tool python -m scripts.bundle.pack FOLDER` prints {"bootstrap", "sha256", "packed"} as JSON.

`packed` is base64 of bzip2 of the minified texts of all modules, each behind its path and a line break, with NUL between them. bzip2 makes it
a seventh smaller than deflate does, as it knows all of the text at once.
"""

from __future__ import annotations

import base64
import bz2
import hashlib
import json
import sys
from pathlib import Path

from scripts.bundle.minify import minify, shared

BOOTSTRAP = "bootstrap.py"
START = "from host.unattended.main import unattended\nfrom host.unpack import use"
"""The command line of the program itself, and what `unpack` makes the package start with."""


def pack(folder: Path) -> dict[str, str]:
    """The program whose package is `folder`."""
    sources = {path.relative_to(folder.parent).as_posix(): path.read_text() for path in sorted(folder.rglob("*.py"))}
    known = shared((*sources.values(), START))
    files = {path: minify(source, known) for path, source in sources.items()}
    # A tab takes two characters of JSON.
    bootstrap = files.pop(f"{folder.name}/{BOOTSTRAP}").replace("\t", " ")
    packed = bz2.compress("\0".join(f"{path}\n{text}" for path, text in files.items()).encode())
    return {"bootstrap": bootstrap, "sha256": hashlib.sha256(packed).hexdigest(), "packed": base64.b64encode(packed).decode()}


if __name__ == "__main__":
    json.dump(pack(Path(sys.argv[1]).resolve()), sys.stdout)
