"""Whether a service may sleep, by its route."""

from __future__ import annotations

from host.model.release import Reach, Route
from host.previews import asleep
from host.run import Run
from host.state.files import read, remove, write


def follow(run: Run, route: Reach) -> None:
    """From now on, the service can sleep if its route says so. Logs a failure: then it stays awake."""
    if not isinstance(route, Route) or not route.sleep:
        return remove(run.paths.sleep(run.key))
    try:
        if not read(run.paths.sleep(run.key)):
            write(run.paths.sleep(run.key), asleep.AWAKE)
        from host.previews import sleeper

        words = sleeper.ensure(run.paths)
    except OSError as error:
        words = str(error)
    if words:
        run.say(f"the service stays awake: {words}")
    return None
