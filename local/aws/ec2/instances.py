"""EC2 instances with a life cycle, as on AWS: pending, running, stopping, stopped, shutting-down, terminated.

Replaces parts of moto: states change with a delay, a machine (hosts.py) stands behind each instance, its
addresses are the machine's own, and RunInstances is idempotent by ClientToken.
"""
import threading
import time

from moto.ec2.exceptions import EC2ClientError
from moto.ec2.models.elastic_network_interfaces import NetworkInterface
from moto.ec2.models.iam_instance_profile import IamInstanceProfileAssociationBackend as Associations
from moto.ec2.models.instances import Instance, InstanceBackend, InstanceState
from moto.ec2.utils import filter_dict_attribute_mapping

from ec2 import hosts
import settings

NOT_YET = float("inf")


def later(seconds, fn, *args):
    timer = threading.Timer(seconds, fn, args)
    timer.daemon = True
    timer.start()


def volume_size(instance):
    sizes = [device.size for _, device in instance.get_block_device_mapping if device.size]
    return sizes[0] if sizes else 8


def settle(instance, passing, name, code):
    """Ends a transitional state, unless another call (such as terminate while pending) has overtaken it."""
    if instance._state.code != passing:
        return
    if name == "running":
        if instance.launched:
            hosts.start(instance.id)
        else:
            instance.launched = True
            hosts.launch(instance.id, instance.address, volume_size(instance), instance.metadata_options.http_put_response_hop_limit)
    elif name == "stopped":
        hosts.stop(instance.id)
    elif instance.launched:
        hosts.terminate(instance.id)
    if instance._state.code == passing:
        instance._state, instance.up_at = InstanceState(name, code), time.time()
    elif name == "running" and instance._state.name in ("shutting-down", "terminated"):
        hosts.terminate(instance.id)


def begin(instance, via, via_code, name, code):
    instance._state, instance.up_at = InstanceState(via, via_code), NOT_YET
    later(settings.BOOT, settle, instance, via_code, name, code)


_init, _start, _stop, _terminate = Instance.__init__, Instance.start, Instance.stop, Instance.terminate


def create(self, *args, **kwargs):
    self.address, self.launched = hosts.new_address(), False
    _init(self, *args, **kwargs)
    primary = self.nics[0]
    primary.private_ip_address = self.address
    primary.private_ip_addresses = [{"Primary": True, "PrivateIpAddress": self.address}]
    primary.delete_on_termination = True
    # On AWS, the groups of an instance are those of its primary network interface.
    self.security_groups = list(primary.group_set)
    if primary.public_ip:
        primary.public_ip = self.address
    begin(self, "pending", 0, "running", 16)


def start(self):
    if self._state.name != "stopped":
        if self._state.name in ("running", "pending"):
            return self._state
        raise EC2ClientError("IncorrectInstanceState", f"The instance '{self.id}' is not in a state from which it can be started.")
    elastic = self.nics[0].public_ip if elastic_of(self) else None
    previous = _start(self)
    self.nics[0].public_ip = elastic or self.nics[0].public_ip
    begin(self, "pending", 0, "running", 16)
    return previous


def stop(self):
    if self._state.name in ("stopped", "stopping"):
        return self._state
    elastic = self.nics[0].public_ip if elastic_of(self) else None
    previous = _stop(self)
    self.nics[0].public_ip = elastic or self.nics[0].public_ip
    begin(self, "stopping", 64, "stopped", 80)
    return previous


def terminate(self):
    if self._state.name in ("shutting-down", "terminated"):
        return self._state
    for address in elastic_of(self):
        self.ec2_backend.disassociate_address(address=address.public_ip)
    previous = _terminate(self)
    begin(self, "shutting-down", 32, "terminated", 48)
    return previous


def reboot(self):
    self.up_at = NOT_YET

    def restart():
        hosts.reboot(self.id)
        if self._state.name == "running":
            self.up_at = time.time()

    later(0, restart)


def elastic_of(instance):
    return [address for address in instance.ec2_backend.addresses if address.instance is instance]


Instance.__init__, Instance.start, Instance.stop = create, start, stop
Instance.terminate, Instance.reboot = terminate, reboot


def automatic_address(self):
    """The public address that AWS lends: here the machine's own."""
    if str(self.public_ip_auto_assign).lower() == "true" and self.instance:
        self.public_ip = self.instance.address


_check = NetworkInterface.check_auto_public_ip
NetworkInterface.check_auto_public_ip = lambda self: automatic_address(self) if self.instance else _check(self)


filter_dict_attribute_mapping["client-token"] = "client_token"
_run, _associate = InstanceBackend.run_instances, Associations.associate_iam_instance_profile
_launching = threading.Lock()


def run_once_per_token(self, *args, **kwargs):
    token, asked = kwargs.get("client_token"), repr((args, kwargs))
    if token in (None, "ABCDE"):  # "ABCDE" is moto's stand-in for none
        return _run(self, *args, **kwargs)
    with _launching:
        seen = self.__dict__.setdefault("_client_tokens", {})
        if token in seen and seen[token][0] != asked:
            raise EC2ClientError(
                "IdempotentParameterMismatch",
                "Arguments on this idempotent request are inconsistent with arguments used in previous request(s).",
            )
        if token not in seen:
            seen[token] = asked, _run(self, *args, **kwargs)
        return seen[token][1]


def associate_once(self, instance_id, **kwargs):
    return self.iam_instance_profile_associations.get(instance_id) or _associate(self, instance_id=instance_id, **kwargs)


InstanceBackend.run_instances = run_once_per_token
Associations.associate_iam_instance_profile = associate_once
