"""Files that an open page still requests and the live release no longer has, in Caddy's configuration. Pure.

The copies are in a folder for each kept release, with the application's paths. `*` stands for the release; anything that a visitor
sends is literal, so nobody can choose one. https://caddyserver.com/docs/json/apps/http/servers/routes/match/file/
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from host.model.json import Json
from host.model.release import Route


def asked_for(route: Route) -> Json:
    """The requests that a copy answers if the application answers 404. A read-back always gets the application's own answer."""
    return {"method": ["GET", "HEAD"], "path": [f"{route.assets}/*"], "vars": {"{http.vars.asked}": [""]}}


def instead(key: str) -> Mapping[str, Any]:
    """Replaces a 404 with the file of the most recently copied release, if there is one. No handler here is a subroute,
    so the counters see one request, as always."""
    root = f"/state/assets/{key}"
    newest = {"root": root, "try_files": ["*{http.request.uri.path}"], "try_policy": "most_recently_modified"}
    file = {"handler": "file_server", "root": root, "index_names": [], "canonical_uris": False, "pass_thru": True}
    found = {"match": [{"file": newest}], "handle": [{"handler": "rewrite", "uri": "{http.matchers.file.relative}"}, file]}
    return {"handle_response": [{"match": {"status_code": [404]}, "routes": [found, {"handle": [{"handler": "copy_response"}]}]}]}
