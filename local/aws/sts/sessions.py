"""The sessions of roles that jobs assumed with their identity tokens. moto's own credentials never expire."""
import time

import settings

_ends = {}  # access key id -> seconds since the epoch


def begin(access_key, seconds):
    """Returns the length of the session: the requested one, unless a test (local/github/identity.ts) wants it to expire."""
    wanted = settings.DIR / "session-seconds"
    lasts = int(wanted.read_text()) if wanted.exists() else seconds
    _ends[access_key] = time.time() + lasts
    return lasts


def is_known(access_key):
    return access_key in _ends


def has_ended(access_key):
    return _ends.get(access_key, float("inf")) <= time.time()
