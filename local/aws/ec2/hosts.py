"""The machines behind EC2 instances, and their addresses. `settings` decides whether a machine is a container or a virtual machine."""
import itertools
import subprocess
import threading

import settings

if settings.VM:
    from ec2 import virtual_machines as machines
else:
    from ec2 import containers as machines

launch, start, stop, terminate = machines.launch, machines.start, machines.stop, machines.terminate
reboot, wait_until_up = machines.reboot, machines.wait_until_up

_numbers = itertools.count(10)
_elastic = itertools.count(200)
_prefix = settings.GATEWAY.rsplit(".", 1)[0]
_lock = threading.Lock()


def new_address():
    with _lock:
        return f"{_prefix}.{next(_numbers)}"


def new_elastic_address():
    with _lock:
        return f"{_prefix}.{next(_elastic)}"


# A gratuitous ARP request. EC2 moves an address at once; here, other machines would use their ARP cache.
ANNOUNCE = """
import socket, sys
card = socket.socket(socket.AF_PACKET, socket.SOCK_RAW)
card.bind(("eth0", 0))
mac, address = card.getsockname()[4], socket.inet_aton(sys.argv[1])
card.send(b"\\xff" * 6 + mac + bytes.fromhex("08060001080006040001") + mac + address + bytes(6) + address)
"""


def inside(instance_id, *argv):
    done = subprocess.run(machines.inside(instance_id, *argv), stdin=subprocess.DEVNULL, capture_output=True, text=True)
    if done.returncode:
        print(f"{instance_id} {' '.join(argv)}: {done.stderr.strip()}", flush=True)


def add_address(instance_id, address):
    """A restart loses it; the machine asks the metadata service at boot and adds it again."""
    inside(instance_id, "ip", "address", "replace", f"{address}/32", "dev", "eth0")
    inside(instance_id, "python3", "-c", ANNOUNCE, address)


def remove_address(instance_id, address):
    inside(instance_id, "ip", "address", "del", f"{address}/32", "dev", "eth0")


def shell(instance_id, *argv, env=()):
    """argv that runs argv on the host with an environment like the SSM agent's: without HOME."""
    return machines.inside(
        instance_id, "env", "-i",
        "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
        f"AWS_ENDPOINT_URL={settings.ENDPOINT}", *env, *argv,
    )
