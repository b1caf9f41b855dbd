"""Machines that are virtual: qemu, with a disk of its own over the prepared one (local/vm/disk), in the cloud's network.

Each has a folder machines/INSTANCE-ID in the cloud's: disk.qcow2, address, console.log and pid.
"""
import base64
import json
import os
import shutil
import signal
import subprocess
import threading
import time

import settings

VM = settings.VM
MEMORY_MIB = 1536
STOP_SECONDS = 600  # under emulation, beside other work; EC2 forces a stop that takes long, too
_boots = {}  # instance id -> argv of qemu, as long as the machine is to be on


def folder(instance_id):
    return settings.DIR / "machines" / instance_id


def launch(instance_id, address, volume_size, hop_limit):
    if hop_limit != 1:
        raise NotImplementedError("the metadata service of a virtual machine answers the machine alone")
    home = folder(instance_id)
    home.mkdir(parents=True)
    image = ["qemu-img", "create", "-q", "-f", "qcow2", "-F", "qcow2", "-b", VM["disk"], home / "disk.qcow2", f"{max(volume_size, 8)}G"]
    subprocess.run(image, check=True)
    (home / "address").write_text(address)
    start(instance_id)


def start(instance_id):
    _boots[instance_id] = qemu(folder(instance_id))
    threading.Thread(target=keep, args=(instance_id,), daemon=True).start()
    wait_until_up(instance_id)


def keep(instance_id):
    """Runs the machine while it should be on: after a power loss it boots again, as with EC2's automatic recovery."""
    home = folder(instance_id)
    environment = {**os.environ, "BRIDGE": VM["bridge"]}
    while argv := _boots.get(instance_id):
        # The machine dies with the thread that started it: this thread lives as long as the machine should run.
        mortal = ["setpriv", "--pdeathsig", "KILL", *argv]
        with open(home / "qemu.log", "ab") as log:
            subprocess.run(mortal, env=environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log, check=False)
        time.sleep(0.5)


NETWORK = """\
[Match]
Name=eth0
[Network]
Address={address}/24
Gateway={gateway}
"""


def qemu(home):
    """argv of a machine. After a power loss, its disk has what the guest had flushed, and possibly not the rest."""
    address = (home / "address").read_text()
    name = f"ip-{address.replace('.', '-')}"
    mac = "02:00:" + ":".join(f"{int(part):02x}" for part in address.split("."))
    slow = "systemd.default_timeout_start_sec=900 systemd.default_device_timeout_sec=900 mitigations=off"  # emulated, beside other work
    kernel = f"root=/dev/vda ro console=ttyS0 net.ifnames=0 panic=5 systemd.hostname={name} {slow}"
    return [
        "nice", "-n", "10", "qemu-system-x86_64",
        "-machine", f"q35,accel={VM['accelerator']}", "-cpu", "host" if VM["accelerator"] == "kvm" else "max",
        "-smp", "2", "-m", str(MEMORY_MIB), "-nodefaults", "-no-user-config", "-display", "none",
        "-kernel", VM["kernel"], "-initrd", VM["initrd"], "-append", kernel,
        "-drive", f"file={home / 'disk.qcow2'},if=virtio,cache=writeback",
        "-netdev", f"tap,id=net,script={VM['joinBridge']},downscript=no", "-device", f"virtio-net-pci,netdev=net,mac={mac}",
        "-device", "virtio-rng-pci",
        "-chardev", f"file,id=console,path={home / 'console.log'},append=on", "-serial", "chardev:console",
        "-pidfile", str(home / "pid"),
        *credential("network.network.10-local-cloud", NETWORK.format(address=address, gateway=settings.GATEWAY)),
        *credential("local-cloud", json.dumps(given())),
    ]


def credential(name, text):
    """https://systemd.io/CREDENTIALS: passed in the firmware's tables."""
    encoded = base64.b64encode(text.encode()).decode()
    return ["-smbios", f"type=11,value=io.systemd.credential.binary:{name}={encoded}"]


def given():
    """What the machine reads at boot (local/vm/guest)."""
    certificates = {file.parent.name: file.read_text() for file in (settings.DIR / "host" / "certs.d").glob("*/ca.crt")}
    return {"gateway": settings.GATEWAY, "metadata": f"{settings.GATEWAY}:{settings.METADATA_PORT}", "certificates": certificates}


def inside(instance_id, *argv):
    """argv that runs argv on the machine, as root."""
    return [VM["inside"], (folder(instance_id) / "address").read_text(), *argv]


def boot_id(instance_id):
    """Different after each boot; None while the machine does not answer."""
    argv = inside(instance_id, "cat", "/proc/sys/kernel/random/boot_id")
    asked = subprocess.run(argv, stdin=subprocess.DEVNULL, capture_output=True, text=True)
    return asked.stdout.strip() if asked.returncode == 0 else None


def wait_until_up(instance_id, earlier=None):
    """Waits until the machine has booted, after the boot `earlier` if that is given."""
    while instance_id in _boots:
        if boot_id(instance_id) not in (None, earlier):
            return
        time.sleep(0.5)


def reboot(instance_id):
    earlier = boot_id(instance_id)
    subprocess.run(inside(instance_id, "systemctl", "reboot"), stdin=subprocess.DEVNULL, check=False)
    wait_until_up(instance_id, earlier)


def stop(instance_id):
    _boots.pop(instance_id, None)
    subprocess.run(inside(instance_id, "systemctl", "poweroff"), stdin=subprocess.DEVNULL, check=False)
    end = time.monotonic() + STOP_SECONDS
    while running(instance_id) and time.monotonic() < end:
        time.sleep(0.2)
    cut(instance_id)


def terminate(instance_id):
    _boots.pop(instance_id, None)
    cut(instance_id)
    shutil.rmtree(folder(instance_id), ignore_errors=True)


def running(instance_id):
    """The process of the machine; qemu removes the file when it exits normally."""
    try:
        return int((folder(instance_id) / "pid").read_text())
    except (FileNotFoundError, ValueError):
        return None


def cut(instance_id):
    """Cuts the power."""
    if pid := running(instance_id):
        try:
            os.kill(pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        (folder(instance_id) / "pid").unlink(missing_ok=True)
