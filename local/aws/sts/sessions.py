"""The sessions of roles that jobs took by their identity tokens. moto's own credentials never end."""
import time

import settings

_ends = {}  # access key id -> seconds since the epoch


def begin(access_key, seconds):
    """Gives how long the session lasts: as asked for, unless a test (local/github/identity.ts) wants to see its end."""
    wanted = settings.DIR / "session-seconds"
    lasts = int(wanted.read_text()) if wanted.exists() else seconds
    _ends[access_key] = time.time() + lasts
    return lasts


def is_known(access_key):
    return access_key in _ends


def has_ended(access_key):
    return _ends.get(access_key, float("inf")) <= time.time()
