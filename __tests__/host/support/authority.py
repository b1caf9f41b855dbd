"""Certificates of an authority of the test's own, made by openssl."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple


class Issued(NamedTuple):
    """A certificate and its key, as PEM."""

    certificate: str
    key: str


class Authority(NamedTuple):
    """What signs; `folder` is where openssl works."""

    folder: Path
    own: Issued

    def issue(self, *names: str, days: int = 90, purpose: str = "serverAuth", own: Sequence[str] = ()) -> Issued:
        """A certificate for these names, which ends `days` from now; with 0 it has ended."""
        extensions = [f"subjectAltName={','.join(f'DNS:{name}' for name in names)}"] if names else []
        return _signed(self, names[0] if names else "nobody", [*extensions, f"extendedKeyUsage={purpose}", *own], days)

    def intermediate(self) -> Authority:
        """An authority that this one vouches for."""
        folder = self.folder / "intermediate"
        folder.mkdir()
        return Authority(folder, _signed(self, "intermediate", ["basicConstraints=critical,CA:true"], 365))


def authority(folder: Path, name: str = "root") -> Authority:
    """An authority that nobody vouches for."""
    _openssl(folder, "req", "-x509", *NEW_KEY, "-keyout", "own.key", "-out", "own.crt", "-days", "365", "-subj", f"/CN={name}")
    return Authority(folder, Issued((folder / "own.crt").read_text(), (folder / "own.key").read_text()))


NEW_KEY = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes")


def _signed(by: Authority, name: str, extensions: Sequence[str], days: int) -> Issued:
    folder = by.folder
    (folder / "by.crt").write_text(by.own.certificate)
    (folder / "by.key").write_text(by.own.key)
    (folder / "extensions").write_text("\n".join(extensions))
    _openssl(folder, "req", *NEW_KEY, "-keyout", "new.key", "-out", "new.csr", "-subj", f"/CN={name}")
    signing = ["-CA", "by.crt", "-CAkey", "by.key", "-CAcreateserial", "-extfile", "extensions", "-days", str(days)]
    _openssl(folder, "x509", "-req", "-in", "new.csr", "-out", "new.crt", *signing)
    if days == 0:
        time.sleep(1.1)  # Its times are whole seconds, and OpenSSL 3.5 makes none that ends before it begins.
    return Issued((folder / "new.crt").read_text(), (folder / "new.key").read_text())


def _openssl(folder: Path, *words: str) -> None:
    subprocess.run(["openssl", *words], cwd=folder, check=True, capture_output=True)
