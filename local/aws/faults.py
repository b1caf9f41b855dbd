"""Faults that a test has ordered in faults.json; read again for each request.

Each is {service, operation, kind: throttle | 500 | error | delay | hold | offline | twice | dies, times?, seconds?, code?,
message?, delay?, match?}: `times` limits how often it strikes, `seconds` how long after it first struck,
`match` ({name: value}) by parameters, whose names may stand anywhere in the request. `hold` keeps the request
until other faults are ordered, and then lets it pass. `offline`, `twice` and `dies` belong to the operation `agent`
of the service `ssm`, and match by InstanceId.
"""
import json
import threading
import time

import settings

_lock = threading.Lock()
_file = settings.DIR / "faults.json"
_loaded = (None, [])


def _current():
    global _loaded
    try:
        text = _file.read_text()
    except FileNotFoundError:
        text = "[]"
    if text != _loaded[0]:
        _loaded = (text, [{"struck": 0, "first": None, **fault} for fault in json.loads(text)])
    return _loaded[1]


def pairs(params, names=()):
    """(names, value) of everything in a request: nested, in lists, or written as Filter.1.Value.2"""
    if isinstance(params, dict):
        for key, value in params.items():
            yield from pairs(value, (*names, *key.split(".")))
    elif isinstance(params, list):
        for value in params:
            yield from pairs(value, names)
    else:
        yield names, str(params)


def _matches(fault, params):
    found = list(pairs(params))
    return all(any(name in names and value == str(wanted) for names, value in found) for name, wanted in fault.get("match", {}).items())


def strike(service, operation, params, kinds=("throttle", "500", "error", "delay", "hold")):
    """The fault for this request, or None."""
    with _lock:
        for fault in _current():
            if (fault["service"], fault["operation"]) != (service, operation) or fault["kind"] not in kinds:
                continue
            if not _matches(fault, params) or fault["struck"] >= fault.get("times", float("inf")):
                continue
            if fault["first"] and time.time() - fault["first"] > fault.get("seconds", float("inf")):
                continue
            fault["struck"] += 1
            fault["first"] = fault["first"] or time.time()
            return fault
    return None


def _ordered(fault):
    with _lock:
        return any(fault is one for one in _current())


def wait(fault):
    """Waits for the fault's delay; a file reports a held request to the test."""
    time.sleep(fault.get("delay", 0))
    if fault["kind"] == "hold":
        (settings.DIR / f"held-{fault['order']}").touch()
        while _ordered(fault):
            time.sleep(0.02)


def wanted(service, operation, kind, instance_id):
    return strike(service, operation, {"InstanceId": instance_id}, (kind,)) is not None
