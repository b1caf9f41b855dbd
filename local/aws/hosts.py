"""The machines behind EC2 instances: containers, each with its own Docker daemon. Names are instance ids."""
import itertools
import subprocess
import threading
import time

import settings

PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"

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


def docker(*argv, check=False):
    done = subprocess.run([settings.DOCKER, *argv], stdin=subprocess.DEVNULL, capture_output=True, text=True)
    if done.returncode:
        print(f"docker {' '.join(argv)}: {done.stderr.strip()}", flush=True)
        if check:
            raise RuntimeError(done.stderr)
    return done


def launch(instance_id, address, volume_size):
    local = settings.DIR / "host"
    docker(
        "run", "--detach", "--name", instance_id, "--hostname", f"ip-{address.replace('.', '-')}",
        "--label", f"docker-to-ec2.cloud={settings.CLOUD}", "--network", settings.NETWORK, "--ip", address,
        *settings.HOST_FLAGS,
        # As on every host with systemd: what lies there is gone after a reboot.
        "--tmpfs", "/run:exec,mode=755",
        "--volume", "/var/lib/docker",
        "--volume", f"{local}/init:/opt/boot/init:ro",
        "--volume", f"{local}/certs.d:/etc/docker/certs.d:ro",
        "--volume", f"{settings.NEWER_DOCKER}:/opt/newer-docker:ro",
        "--env", f"PATH={PATH}:/opt/test/bin",
        "--env", f"METADATA={settings.GATEWAY}:{settings.METADATA_PORT}",
        "--env", f"AWS_ENDPOINT_URL={settings.ENDPOINT}",
        *(["--env", f"DISK_KIND={settings.DISKS}", "--env", f"DISK_GIB={volume_size}"] if settings.DISKS else []),
        "--entrypoint", "/opt/boot/init",
        settings.HOST_IMAGE,
    )


def start(instance_id):
    docker("start", instance_id)


def stop(instance_id):
    docker("stop", "--time", "10", instance_id)


def reboot(instance_id):
    docker("restart", "--time", "10", instance_id)


def wait_until_up(instance_id):
    """Until the machine has booted, as an agent that a reboot takes away for a while."""
    for _ in range(100):
        if docker("inspect", "--format", "{{.State.Running}}", instance_id).stdout.strip() != "false":
            return
        time.sleep(0.1)


def terminate(instance_id):
    docker("rm", "--force", "--volumes", instance_id)


# A gratuitous ARP request. EC2 moves an address at once; here, others would look for it where it was until they forget.
ANNOUNCE = """
import socket, sys
card = socket.socket(socket.AF_PACKET, socket.SOCK_RAW)
card.bind(("eth0", 0))
mac, address = card.getsockname()[4], socket.inet_aton(sys.argv[1])
card.send(b"\\xff" * 6 + mac + bytes.fromhex("08060001080006040001") + mac + address + bytes(6) + address)
"""


def add_address(instance_id, address):
    """A restart loses it; the host's init asks the metadata service and adds it again."""
    docker("exec", instance_id, "ip", "address", "replace", f"{address}/32", "dev", "eth0")
    docker("exec", instance_id, "python3", "-c", ANNOUNCE, address)


def remove_address(instance_id, address):
    docker("exec", instance_id, "ip", "address", "del", f"{address}/32", "dev", "eth0")


def shell(instance_id, *argv, env=()):
    """argv that runs argv on the host with an environment like the SSM agent's: without HOME."""
    return [
        settings.DOCKER, "exec", "--interactive", instance_id, "env", "-i",
        f"PATH={PATH}",
        f"AWS_ENDPOINT_URL={settings.ENDPOINT}", *env, *argv,
    ]
