"""The first code that runs on a host. Its short text is part of each command:

`exec python3 -I -S -c 'BOOTSTRAP' "$0" SHA256 SIZE PART PARTS`

The file $0 ends with SIZE characters of base 85, not counting line breaks: part number PART (from 0) of the program's PARTS, or an order if PARTS
is 0. They come from that file because a here-document needs room in /tmp. Pythons older than 3.9 must parse this text, too, to refuse.
"""

import gc
import os
import struct
import sys
import time
import zlib

HOMES = ("/var/lib/docker-to-ec2/program", "/run/docker-to-ec2/program")
"""Folders of programs, each in a subfolder named by its hash. A reboot empties those below /run: they are for a disk that is full or read-only."""

DIGITS = bytes(code for code in range(33, 127) if code not in (34, 38, 39, 60, 62, 92, 96, 123, 125))
"""85 digits that neither a shell nor JSON nor SSM escapes: no quote, backslash, backtick, brace, ampersand or angle bracket."""


def start(script: str, sha256: str, size: int, part: int, parts: int) -> None:
    """Stores a part of the program with this hash, unless the program is here, or carries out an order with it."""
    began = time.monotonic()
    # Imports create many objects, and no garbage.
    gc.set_threshold(50_000)
    os.umask(0o077)
    with open(script) as file:
        data = file.read().replace("\n", "")[-size:]
    folder = found(sha256)
    if parts:
        if not folder:
            take(data, sha256, part, parts)
        answer({"outcome": "ready" if found(sha256) else "kept"})
        return
    if not folder:
        refuse("program-missing", "the program " + sha256 + " does not lie on this host")
    sys.path.insert(0, folder)
    try:
        from host.main import main
    except (ModuleNotFoundError, FileNotFoundError):
        # A removal of the host's last service takes the program along.
        if found(sha256):
            raise
        refuse("program-missing", "the program " + sha256 + " was removed from this host")

    main(zlib.decompress(decoded(data)).decode(), began)


def found(sha256: str) -> str:
    """The folder of a complete program; "" if there is none."""
    for home in HOMES:
        folder = home + "/" + sha256
        if whole(folder):
            touch(folder)
            return folder
    return ""


def whole(folder: str) -> bool:
    """Whether all files are as they were unpacked, by this Python: `sums` starts with the sum of its other lines; each of these has a file's
    sum and path."""
    try:
        with open(folder + "/sums") as file:
            total, _, lines = file.read().partition("\n")
        sums = [line.split(" ", 1) for line in lines.splitlines()]
        is_compiled = sys.implementation.cache_tag in lines
        return (
            is_compiled and total == sum_of(lines.encode()) and all(sum_of(content(folder + "/" + path)) == wanted for wanted, path in sums)
        )
    except (OSError, ValueError):
        return False


def sum_of(data: bytes) -> str:
    """A check sum, in eight hexadecimal digits: it finds damage, not attacks."""
    return "%08x" % zlib.crc32(data)


def content(path: str) -> bytes:
    """The bytes of a file. Raises `OSError`."""
    with open(path, "rb") as file:
        return file.read()


def touch(folder: str) -> None:
    """Keeps the most recently used ones."""
    try:
        os.utime(folder, None)
    except OSError:
        pass


def take(data: str, sha256: str, part: int, parts: int) -> None:
    """Stores a part of the program; after the last one, unpacks it."""
    problems = []
    lost = False
    for home in HOMES:
        try:
            os.makedirs(home, 0o700, exist_ok=True)
            if part < parts - 1:
                keep(data, home + "/" + sha256 + ".%d" % part)
            else:
                unpack(kept(sha256, part) + data, sha256, home)
            return
        except OSError as error:
            lost = lost or isinstance(error, FileNotFoundError)
            problems.append("%s: %s" % (home, error))
    # Another delivery of the same program may have been faster, and removed the parts.
    if not found(sha256):
        if lost:
            # So did a removal of the host's last service.
            refuse("program-missing", "parts of the program were removed from this host: " + ", ".join(problems))
        refuse("host-unfit", "no room for the host program: " + ", ".join(problems))


def keep(data: str, path: str) -> None:
    """Stores a part of the program, all of it or nothing. Raises `OSError`."""
    with open("%s.%d" % (path, os.getpid()), "w") as file:
        file.write(data)
    os.replace(file.name, path)


def kept(sha256: str, parts: int) -> str:
    """The text of the parts up to this one. Raises `OSError` if one is gone."""
    paths = [[home + "/" + sha256 + ".%d" % part for home in HOMES] for part in range(parts)]
    return "".join(content(next(filter(os.path.exists, places), places[0])).decode() for places in paths)


def unpack(program: str, sha256: str, home: str) -> None:
    """Installs the program below `home`. Raises `OSError` if that fails."""
    import builtins
    import bz2
    import hashlib

    packed = decoded(program)
    if hashlib.sha256(packed).hexdigest() != sha256:
        refuse("program-failed", "the host program arrived damaged")
    files = dict(text.split("\n", 1) for text in bz2.decompress(packed).decode().split("\0"))
    module = type(sys)("host.unpack")
    # With its module name: a minifier that sees a bare `exec` shortens no name.
    builtins.exec(compile(files["host/unpack.py"], "host/unpack.py", "exec"), module.__dict__)
    module.unpack(files, sha256, home, whole)


def decoded(text: str) -> bytes:
    """Decodes base 85: five digits are four bytes, and n + 1 digits at the end are n bytes."""
    spare = -len(text) % 5
    values = bytes(max(0, DIGITS.find(code)) for code in range(256))
    digits = iter((text.encode() + DIGITS[-1:] * spare).translate(values))
    words = [(((a * 85 + b) * 85 + c) * 85 + d) * 85 + e for a, b, c, d, e in zip(digits, digits, digits, digits, digits)]
    return struct.pack(">%dI" % len(words), *words)[: len(words) * 4 - spare]


def refuse(cause: str, detail: str) -> None:
    """Ends with a result like the program's own."""
    answer({"outcome": "failed", "cause": cause, "detail": detail})
    sys.exit(1)


def answer(result: "dict[str, str]") -> None:
    """Writes a result as JSON, even if Python lacks that module."""
    sys.stdout.write("{" + ", ".join(quoted(name) + ": " + quoted(text) for name, text in result.items()) + "}\n")


def quoted(text: str) -> str:
    """A JSON string, without a quote or a backslash in this code."""
    plain = (c if 32 <= ord(c) < 127 and ord(c) not in (34, 92) else "%cu%04x" % (92, min(ord(c), 0xFFFD)) for c in text)
    return "%c%s%c" % (34, "".join(plain), 34)


if __name__ == "__main__":
    if sys.version_info < (3, 9):
        refuse("host-unfit", "python3 is Python %d.%d: install Python 3.9 or newer on the host" % sys.version_info[:2])
    try:
        start(sys.argv[1], sys.argv[2], *map(int, sys.argv[3:]))
    except ModuleNotFoundError as error:
        if (error.name or "host").split(".")[0] == "host":
            refuse("program-failed", repr(error))
        refuse("host-unfit", "python3 lacks its module %s: install the whole standard library of Python on the host" % error.name)
    except Exception as error:
        refuse("program-failed", repr(error))
