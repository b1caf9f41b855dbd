"""One SSM command, really executed on the hosts, with the statuses, limits and kills of the real agent."""
import subprocess
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timezone
from math import ceil

from moto.ssm.models import Command

import faults
from ec2 import hosts
from ec2.instances import later

DONE = ("Success", "Failed", "TimedOut", "Cancelled")
REBOOT, KILLED = 194, 137
# As the real agent: the commands become a file, `sh -c FILE` runs it (so a shebang is honoured), as the
# leader of its own process group, which is what a timeout or a cancel kills with SIGKILL.
STAGE = (
    'mkdir -p "$0" && cd "$0" && cat >_script.sh && chmod 700 _script.sh && echo $$ >pid && cd "$1" '
    '&& echo begun >&2 && exec sh -c "$0/_script.sh" </dev/null'
)
BEGUN = b"begun\n"
WORKER_DIED = ("document process failed unexpectedly: ipc messaging received timeout signal , "
               "check [ssm-document-worker]/[ssm-session-worker] log for crash reason")


def stamp():
    return datetime.now(timezone.utc).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def share(text, total):
    """'3' or '25%' of total"""
    return ceil(total * int(text[:-1]) / 100) if text.endswith("%") else int(text)


class LiveCommand(Command):
    __module__ = Command.__module__  # moto's metaclass reads the service name out of it

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.born, self.lock, self.stop, self.failures = time.time(), threading.Lock(), set(), 0
        self.instance_ids = kwargs["instance_ids"]  # in the order asked for, which moto loses
        self.invocations.sort(key=lambda inv: self.instance_ids.index(inv["InstanceId"]))
        self.status = self.status_details = "Pending"
        self.completed_count = 0
        for inv in self.invocations:
            inv.update(ResponseCode=-1, Status="Pending", StatusDetails="Pending", DocumentVersion="$DEFAULT",
                       ExecutionStartDateTime="", ExecutionEndDateTime="", ExecutionElapsedTime="")
        if not self.invocations:
            self.status, self.status_details = "Success", "NoInstancesInTag"
        later(0.1, self.run_all)  # SendCommand itself answers Pending

    def _get_instance_ids_from_targets(self):  # moto's, with no Targets, returns every instance
        return []

    def run_all(self):
        """Starts with one host. Each finished host makes room for one more, up to MaxConcurrency at a time."""
        most, room = max(1, share(self.max_concurrency, len(self.invocations))), threading.Semaphore(1)
        with ThreadPoolExecutor(most) as pool:
            for at, inv in enumerate(self.invocations):
                room.acquire()
                pool.submit(self.run_one, inv).add_done_callback(lambda _, grows=at + 1 < most: room.release(2 if grows else 1))

    def first(self, key, default):
        return (self.parameters.get(key) or [default])[0] or default

    def home(self, inv):
        return f"/var/lib/amazon/ssm/{inv['InstanceId']}/document/orchestration/{self.command_id}/awsrunShellScript/0.awsrunShellScript"

    def run_one(self, inv):
        with self.lock:
            if inv["InstanceId"] in self.stop:
                return self.settle(inv, "Cancelled", "Cancelled", -1)
            if self.failures > share(self.max_errors, len(self.invocations)):
                return self.settle(inv, "Cancelled", "Terminated", -1)
            if time.time() - self.born > self.timeout_seconds + float(self.first("executionTimeout", "3600")):
                return self.settle(inv, "TimedOut", "DeliveryTimedOut", -1)
            inv.update(Status="InProgress", StatusDetails="InProgress", ExecutionStartDateTime=stamp())
            self.roll_up()
        start = time.time()
        if faults.wanted("ssm", "agent", "dies", inv["InstanceId"]):
            threading.Thread(target=self.execute, args=(inv,)).start()
            return self.die(inv)
        code, out, err, timed_out = self.execute(inv)
        if faults.wanted("ssm", "agent", "twice", inv["InstanceId"]):
            code, out, err, timed_out = self.execute(inv)
        while code == REBOOT and not timed_out:  # the agent's own signal: reboot, then run again
            hosts.reboot(inv["InstanceId"])
            code, out, err, timed_out = self.execute(inv)
        inv.update(StandardOutputContent=out.decode(errors="replace")[:24000],
                   StandardErrorContent=err.decode(errors="replace")[:8000],
                   ExecutionElapsedTime=f"PT{time.time() - start:.3f}S", ExecutionEndDateTime=stamp())
        with self.lock:
            if inv["InstanceId"] in self.stop:
                self.settle(inv, "Cancelled", "Cancelled", KILLED)
            elif timed_out or code == KILLED:
                self.settle(inv, "TimedOut", "ExecutionTimedOut", KILLED)
            else:
                word = "Failed" if code else "Success"
                self.settle(inv, word, word, code)

    def die(self, inv):
        """The agent's worker process ends, and the script goes on without it."""
        inv.update(StandardOutputContent=WORKER_DIED, ExecutionEndDateTime=stamp())
        with self.lock:
            self.settle(inv, "Failed", "Failed", 1)

    def execute(self, inv):
        """Runs the script on one host: exit code, stdout, stderr, and whether it ran out of time. One that goes down first gets it when it is up again."""
        while True:
            hosts.wait_until_up(inv["InstanceId"])
            code, out, err, timed_out = self.attempt(inv)
            went_down = code == KILLED or b"is not running" in err
            if timed_out or err.startswith(BEGUN) or not went_down or inv["InstanceId"] in self.stop:
                return code, out, err.removeprefix(BEGUN), timed_out

    def attempt(self, inv):
        argv = hosts.shell(
            inv["InstanceId"], "sh", "-c", STAGE, self.home(inv), self.first("workingDirectory", "/"),
            env=(f"AWS_SSM_INSTANCE_ID={inv['InstanceId']}", f"AWS_SSM_REGION_NAME={self.backend_region}"))
        proc = subprocess.Popen(argv, start_new_session=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        script = ("\n".join(self.parameters["commands"]) + "\n").encode()
        try:
            out, err = proc.communicate(script, timeout=float(self.first("executionTimeout", "3600")))
            return proc.returncode, out, err, False
        except subprocess.TimeoutExpired:
            self.kill(inv)
            out, err = proc.communicate()
            return proc.returncode, out, err, True

    def kill(self, inv):
        subprocess.run(hosts.shell(inv["InstanceId"], "sh", "-c", 'kill -9 -"$(cat "$0/pid")"', self.home(inv)), check=False)

    def settle(self, inv, status, details, code):  # the output is there before the status says so
        inv.update(ResponseCode=code, StatusDetails=details, Status=status)
        self.failures += details in ("Failed", "ExecutionTimedOut")
        self.roll_up()

    def roll_up(self):
        states = [i["Status"] for i in self.invocations]
        self.completed_count, self.error_count = sum(s in DONE for s in states), self.failures
        if self.completed_count < len(states):
            self.status = self.status_details = "Cancelling" if self.stop else "InProgress"
        elif self.stop:
            self.status = self.status_details = "Cancelled"
        elif self.failures:  # TimedOut only if every failure is one
            self.status = "Failed" if "Failed" in states else "TimedOut"
            over = self.failures > share(self.max_errors, len(states))
            self.status_details = "Incomplete" if not over else self.status.replace("Timed", "ExecutionTimed")
        else:
            self.status = self.status_details = "Success"

    def cancel(self, ids):
        with self.lock:
            live = [i for i in self.invocations if i["Status"] not in DONE and (not ids or i["InstanceId"] in ids)]
            self.stop |= {i["InstanceId"] for i in live}
            for inv in live:
                if inv["Status"] == "InProgress":
                    inv.update(Status="Cancelling", StatusDetails="Cancelling")
            if live:
                self.roll_up()
        for inv in live:
            if inv["Status"] == "Cancelling":
                self.kill(inv)
