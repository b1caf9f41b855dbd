"""The decisions of the cloud's owner (local/cloud.ts): addresses, paths and delays, from a JSON file."""
import json
import os
from pathlib import Path

_given = json.loads(Path(os.environ["LOCAL_CLOUD_CONFIG"]).read_text())

CLOUD = _given["id"]
DIR = Path(_given["dir"])
GATEWAY = _given["gateway"]
NETWORK = _given["network"]
DOCKER = _given["docker"]
HOST_IMAGE = _given["hostImage"]
HOST_FLAGS = _given["hostFlags"]
REGISTRY = _given["registry"]
REGISTRY_STORAGE = DIR / "registry" / "docker" / "registry" / "v2"
REGISTRY_SOCKET = DIR / "registry.sock"
SECRET = _given["secret"]
DISKS = _given["disks"]  # the file system of a host's disk, which has the size of its volume; None for none of its own
READY = _given["ready"]  # what a new host's Docker already has; None for nothing
NEWER_DOCKER = _given["newerDocker"]
VM = _given.get("vm")  # what virtual machines are made of; None: hosts are containers

AWS_PORT, METADATA_PORT, GATE_PORT, DNS_PORT = 4000, 4001, 4002, 53
ENDPOINT = f"http://{GATEWAY}:{AWS_PORT}"
ACCOUNT = "123456789012"
REGION = _given["region"]

BOOT = _given["delays"]["boot"]  # seconds an instance stays pending, stopping or shutting-down
AGENT = _given["delays"]["agent"]  # seconds from running to PingStatus Online
LAG = _given["delays"]["lag"]  # seconds in which GetCommandInvocation says InvocationDoesNotExist, and the list of invocations is empty
