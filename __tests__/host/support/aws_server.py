"""moto, with the rules of Route 53 that it lacks: `aws_server.py PORT`."""

from __future__ import annotations

import importlib
import runpy
import sys
import types
from pathlib import Path

FOLDER = Path(__file__).parents[3] / "local/aws"
# What the rules want to know of a local cloud: seconds until a change is known to all servers.
sys.modules["settings"] = types.SimpleNamespace(LAG=1)  # type: ignore[assignment]
runpy.run_path(str(FOLDER / "route53/rules.py"))
importlib.import_module("moto.server").main(["-H", "127.0.0.1", "-p", sys.argv[1]])
