"""The certificates of an ACME authority's own servers."""

from __future__ import annotations

import subprocess
from pathlib import Path


def make_certificates(folder: Path, address: str) -> None:
    """A root for the authority's directory, and the directory's certificate from it, with all that RFC 5280 asks for: Python 3.13 insists."""
    curve = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes")
    signs = ("-addext", "keyUsage=critical,keyCertSign")
    (folder / "front.ext").write_text(f"subjectAltName=IP:{address}\nauthorityKeyIdentifier=keyid\n")
    commands = (
        ("req", "-x509", *curve, *signs, "-days", "30", "-subj", "/CN=test authority", "-keyout", "root.key", "-out", "root.pem"),
        ("req", *curve, "-subj", "/CN=directory", "-keyout", "front.key", "-out", "front.csr"),
        ("x509", "-req", "-in", "front.csr", "-CA", "root.pem", "-CAkey", "root.key", "-CAcreateserial", "-days", "30", "-extfile", "front.ext",
         "-out", "front.pem"),
    )  # fmt: skip
    for command in commands:
        subprocess.run(["openssl", *command], check=True, capture_output=True, cwd=folder)
