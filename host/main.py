"""Reads an order, carries it out under the service's lock, and publishes the result."""

from __future__ import annotations

import os
import sys
import time
from typing import TYPE_CHECKING, Callable

from host.model.failure import Failure, disk_cause
from host.model.json import Json
from host.model.order import Order
from host.order import read_order
from host.report import Result, as_json, failed, publish
from host.run import Run
from host.state import reserve
from host.state.folders import make_folders
from host.state.locks import LockHeld, order_locked
from host.state.paths import Paths
from host.store import fence, load_canary, load_result, refuse_outrun, save_result, save_stop
from host.unattended.program_home import refuse_removed

if TYPE_CHECKING:
    from host.release.attempt import Attempt


def main(text: str, began: float | None = None) -> None:
    """Carries out the order in a JSON text. Writes the result to stdout, as one line of JSON, and the end of the log; the exit code is 0 or 1."""
    began = time.monotonic() if began is None else began
    os.umask(0o077)
    out = _own_stdout()
    try:
        answer, log = carry_out(read_order(text), Paths(), began)
    except Failure as failure:
        answer, log = _plain(failure), ""
    except Exception as error:
        answer, log = _defect(error)
    publish(out, answer, log)
    sys.exit(1 if answer["outcome"] == "failed" else 0)


def _own_stdout() -> int:
    """The agent's stdout. From here on it gets only the result: neither a library's output nor a child's."""
    out = os.dup(1)
    null = os.open(os.devnull, os.O_RDWR)
    for file in (0, 1, 2):
        os.dup2(null, file)
    return out


def _plain(failure: Failure) -> Json:
    return as_json(failed(failure, Result("failed")), (), ())


def _defect(error: Exception) -> tuple[Json, str]:
    """A defect of this program must not look like silence."""
    import traceback

    return _plain(_unforeseen(error)), traceback.format_exc()


def _unforeseen(error: Exception) -> Failure:
    """An unexpected error is a defect of this program, unless Docker refused, or the disk is full or fails."""
    from host.docker import DockerError

    if isinstance(error, DockerError):
        return Failure("docker-failed", error.words)
    if isinstance(error, LockHeld):
        return Failure("lock-held", "another deploy on this host holds the lock of all services")
    if isinstance(error, OSError) and (cause := disk_cause(error)):
        return Failure(cause, str(error))
    return Failure("program-failed", repr(error))


def carry_out(order: Order, paths: Paths, began: float) -> tuple[Json, str]:
    """The answer to an order, and its log. Raises `Failure` if it is refused at once."""
    if order.verb == "status":
        from host.verbs.status import status

        return status(order, paths, began), ""
    if order.verb == "logs":
        from host.verbs.logs import logs

        return logs(order, paths, began), ""
    if order.verb == "remove":
        return _remove(order, paths, began), ""
    return _change(order, paths, began)


def _remove(order: Order, paths: Paths, began: float) -> Json:
    from host.verbs.remove import engine, remove, remove_files

    try:
        daemon = engine()
        return remove(Run(order, paths, began, daemon)) if daemon else remove_files(paths, order)
    except LockHeld as held:
        raise Failure("lock-held", f"a deploy of {order.service} holds the lock: {held}") from held


def _change(order: Order, paths: Paths, began: float) -> tuple[Json, str]:
    """Changes what serves. Answers a repeated order without carrying it out again, as soon as the first one has ended."""
    _abort_early(order, paths)
    run = Run(order, paths, began)
    run.step("lock")
    try:
        with order_locked(paths, order.service, order.id, order.lock_timeout, order.run_url, refuse_removed):
            return _locked(run)
    except LockHeld as held:
        raise Failure("lock-held", f"another deploy of {order.service} holds the lock: {held}") from held


def _locked(run: Run) -> tuple[Json, str]:
    """The answer to an order that has the service's lock."""
    order, paths = run.order, run.paths
    fence(paths, order.service, order.token)
    make_folders(paths, order.service)
    earlier = load_result(paths, order.service, order.id)
    if earlier:
        return {**earlier, "replayed": True}, ""
    freed = order.verb == "rollback" and reserve.release(paths)
    run.open_log()
    if freed:
        run.say("the disk is nearly full; the rollback gets the room that is kept for it")
    return _work(run), run.log_text()


def _abort_early(order: Order, paths: Paths) -> None:
    """A canary to abort loses its traffic, and an order that bakes learns that it has to end, before anything waits for the lock."""
    if order.verb != "canary" or order.action != "abort":
        return
    refuse_outrun(paths, order.service, order.token)
    running = load_canary(paths, order.service)
    if running and running.id == order.canary_id:
        from host.canaries.canary import set_share

        set_share(paths, order.service, 0)
    save_stop(paths, order.service, order.canary_id, order.cause, order.detail)


def _work(run: Run) -> Json:
    """The result of an order, stored so that it can be repeated. An observation is not stored: it is carried out again."""
    if run.order.verb != "canary":
        from host.verbs import ahead

        ahead.ask(run)
    from host.release.attempt import Attempt

    attempt = Attempt()
    result = _result(run, attempt)
    result = result._replace(findings=(*result.findings, *run.findings))
    run.end_step()
    answer = {**as_json(result, run.steps, run.secret_values), "cost": cost()}
    if run.order.action != "observe":
        _keep(run, answer)
        reserve.keep(run.paths, run.key)
    return answer


def _keep(run: Run, answer: Json) -> None:
    """If the disk cannot store a result, it is still returned; a repeated order is then carried out twice."""
    try:
        save_result(run.paths, run.key, run.order.id, answer)
    except OSError as error:
        run.say(f"the result could not be stored: {error.strerror}")


def cost() -> Json:
    """This process's use of the host so far: CPU in milliseconds, and peak memory in KiB."""
    import resource

    used = resource.getrusage(resource.RUSAGE_SELF)
    return {"cpuMs": round((used.ru_utime + used.ru_stime) * 1000), "memoryKb": used.ru_maxrss}


def _result(run: Run, attempt: Attempt) -> Result:
    from host.canaries.canary import Ended
    from host.release.attempt import with_serving

    try:
        return _verb(run.order.verb)(run, attempt)
    except Ended as failure:
        return with_serving(run, failed(failure, Result("failed", rolled_back=True)))
    except Exception as error:
        return _taken_back(run, attempt, _failure_of(run, error))


def _failure_of(run: Run, error: Exception) -> Failure:
    """The failure for the runner; the log shows where a defect is."""
    failure = error if isinstance(error, Failure) else _unforeseen(error)
    if failure.cause == "program-failed":
        import traceback

        run.say("".join(traceback.format_exception(type(error), error, error.__traceback__)))
    return failure


def _taken_back(run: Run, attempt: Attempt, failure: Failure) -> Result:
    """Reverts the order's changes. If that fails, too, the runner still gets the original cause."""
    from host.release.attempt import take_back

    try:
        return take_back(run, attempt, failure)
    except Exception as error:
        run.say(f"not everything could be undone; the next deploy does it: {_failure_of(run, error)}")
        return failed(failure, Result("failed"))


def _verb(name: str) -> Callable[[Run, Attempt], Result]:
    if name == "deploy":
        from host.verbs.deploy import deploy

        return deploy
    if name == "rollback":
        from host.verbs.rollback import rollback

        return rollback
    if name == "restart":
        from host.verbs.restart import restart

        return restart
    from host.verbs.canary import act

    return act
