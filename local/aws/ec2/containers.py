"""Machines that are containers, each with its own Docker daemon. Names are instance ids."""
import http.client
import json
import socket
import subprocess
import time

import settings

PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"


def docker(*argv, check=False):
    done = subprocess.run([settings.DOCKER, *argv], stdin=subprocess.DEVNULL, capture_output=True, text=True)
    if done.returncode:
        print(f"docker {' '.join(argv)}: {done.stderr.strip()}", flush=True)
        if check:
            raise RuntimeError(done.stderr)
    return done


def is_running(instance_id):
    """Asks the daemon itself, before each command: to start its client takes 30 times as long. None for a machine that is gone."""
    asked = http.client.HTTPConnection("docker")
    with socket.socket(socket.AF_UNIX) as asked.sock:
        asked.sock.connect("/var/run/docker.sock")
        asked.request("GET", f"/containers/{instance_id}/json")
        answer = asked.getresponse()
        return json.load(answer)["State"]["Running"] if answer.status == 200 else None


def launch(instance_id, address, volume_size, hop_limit):
    local = settings.DIR / "host"
    docker(
        "create", "--name", instance_id, "--hostname", f"ip-{address.replace('.', '-')}",
        "--label", f"docker-to-ec2.cloud={settings.CLOUD}", "--network", settings.NETWORK, "--ip", address,
        *settings.HOST_FLAGS,
        # As on every host with systemd: a reboot empties this folder.
        "--tmpfs", "/run:exec,mode=755",
        "--volume", "/var/lib/docker",
        "--volume", f"{local}/init:/opt/boot/init:ro",
        "--volume", f"{local}/certs.d:/etc/docker/certs.d:ro",
        "--volume", f"{settings.NEWER_DOCKER}:/opt/newer-docker:ro",
        "--volume", f"{local}/preload:/opt/test/preload:ro",
        # For tests; an agent's command does not find programs in the last folder.
        "--env", f"PATH={PATH}:/opt/test/bin",
        "--env", f"METADATA={settings.GATEWAY}:{settings.METADATA_PORT}",
        "--env", f"AWS_ENDPOINT_URL={settings.ENDPOINT}",
        "--env", f"HOP_LIMIT={hop_limit}",
        *(["--env", f"DISK_KIND={settings.DISKS}", "--env", f"DISK_GIB={volume_size}"] if settings.DISKS else []),
        "--entrypoint", "/opt/boot/init",
        settings.HOST_IMAGE,
    )
    if settings.READY:
        volume = docker("inspect", "--format", "{{range .Mounts}}{{if eq .Destination \"/var/lib/docker\"}}{{.Source}}{{end}}{{end}}", instance_id, check=True)
        # Links cost next to nothing, and Docker never changes the files of a layer.
        subprocess.run(["cp", "--archive", "--link", f"{settings.READY}/.", volume.stdout.strip()], check=True)
    start(instance_id)


def start(instance_id):
    docker("start", instance_id)


def stop(instance_id):
    docker("stop", "--time", "300", instance_id)


def reboot(instance_id):
    docker("restart", "--time", "300", instance_id)


def wait_until_up(instance_id):
    """Waits until the machine has booted, like an agent that a reboot interrupts."""
    for _ in range(1000):
        if is_running(instance_id) is not False:
            return
        time.sleep(0.1)


def terminate(instance_id):
    docker("rm", "--force", "--volumes", instance_id)


def inside(instance_id, *argv):
    """argv that runs argv on the machine, as root. A booting machine first gets its disks."""
    return [settings.DOCKER, "exec", "--interactive", instance_id, "sh", "-c", 'until [ -e /run/booted ]; do sleep 0.1; done; exec "$@"', "sh", *argv]
