"""What a page that is open still asks for, and the release that serves does not have, in Caddy's words. Pure.

The copies lie in a folder for each kept release, which has the paths as the application sees them. `*` stands for the release, and whatever a visitor
writes is taken literally, so nobody can choose one. https://caddyserver.com/docs/json/apps/http/servers/routes/match/file/
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from host.model.json import Json
from host.model.release import Route


def asked_for(route: Route) -> Json:
    """The requests that are answered from a copy where the application answers 404. A read-back is told what the application itself says."""
    return {"method": ["GET", "HEAD"], "path": [f"{route.assets}/*"], "vars": {"{http.vars.asked}": [""]}}


def instead(key: str) -> Mapping[str, Any]:
    """What becomes of an answer with 404: the file of the release that was copied last, or else the answer as it is. No handler here is a subroute,
    so the counters see one request, as ever."""
    root = f"/state/assets/{key}"
    newest = {"root": root, "try_files": ["*{http.request.uri.path}"], "try_policy": "most_recently_modified"}
    file = {"handler": "file_server", "root": root, "index_names": [], "canonical_uris": False, "pass_thru": True}
    found = {"match": [{"file": newest}], "handle": [{"handler": "rewrite", "uri": "{http.matchers.file.relative}"}, file]}
    return {"handle_response": [{"match": {"status_code": [404]}, "routes": [found, {"handle": [{"handler": "copy_response"}]}]}]}
