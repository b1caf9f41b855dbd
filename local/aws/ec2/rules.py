"""Rules of EC2 that moto does not enforce, and that a clean teardown or launch must obey."""
from moto.ec2.exceptions import EC2ClientError
from moto.ec2.models.elastic_ip_addresses import ElasticAddressBackend
from moto.ec2.models.instances import InstanceBackend
from moto.ec2.models.security_groups import SecurityGroupBackend
from moto.ec2.responses import instances as api
from moto.iam.exceptions import NotFoundException

_find_profile = api.filter_iam_instance_profiles
_run = InstanceBackend.run_instances
_delete_group = SecurityGroupBackend._delete_security_group
_release = ElasticAddressBackend.release_address


def find_profile(*args, **kwargs):
    try:
        return _find_profile(*args, **kwargs)
    except NotFoundException:
        arn, name = kwargs.get("iam_instance_profile_arn"), kwargs.get("iam_instance_profile_name")
        field, what = ("arn", "ARN") if arn else ("name", "name")
        raise EC2ClientError(
            "InvalidParameterValue",
            f"Value ({arn or name}) for parameter iamInstanceProfile.{field} is invalid. Invalid IAM Instance Profile {what}",
        ) from None


def tag_network_interfaces(self, *args, **kwargs):
    tags = (kwargs.get("tags") or {}).get("network-interface", {})
    reservation = _run(self, *args, **kwargs)
    for instance in reservation.instances:
        for interface in instance.nics.values():
            interface.add_tags(tags)
    return reservation


def refuse_group_in_use(self, vpc_id, group_id):
    for instance in self.all_instances():
        held = [*instance.security_groups, *(group for nic in instance.nics.values() for group in nic.group_set)]
        if instance.state != "terminated" and any(group.id == group_id for group in held):
            raise EC2ClientError("DependencyViolation", f"resource {group_id} has a dependent object")
    return _delete_group(self, vpc_id, group_id)


def refuse_address_in_use(self, address=None, allocation_id=None):
    held = self.address_by_ip([address]) if address else self.address_by_allocation([allocation_id])
    if held[0].association_id:
        raise EC2ClientError("InvalidIPAddress.InUse", f"Address {held[0].public_ip} is in use.")
    return _release(self, address, allocation_id)


api.filter_iam_instance_profiles = find_profile
InstanceBackend.run_instances = tag_network_interfaces
SecurityGroupBackend._delete_security_group = refuse_group_in_use
ElasticAddressBackend.release_address = refuse_address_in_use
