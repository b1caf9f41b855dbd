"""Working Elastic IP addresses: addresses of the cloud's network, added to the machine."""
from moto.ec2.models.elastic_ip_addresses import ElasticAddress, ElasticAddressBackend
from moto.ec2.models.elastic_network_interfaces import NetworkInterface

from ec2 import hosts
from ec2.instances import later

_init = ElasticAddress.__init__
_associate, _disassociate = ElasticAddressBackend.associate_address, ElasticAddressBackend.disassociate_address


def create(self, ec2_backend, domain, address=None, tags=None):
    _init(self, ec2_backend, domain, address or hosts.new_elastic_address(), tags)


def associate(self, *args, **kwargs):
    address = _associate(self, *args, **kwargs)
    if address.instance and address.instance.launched:
        hosts.add_address(address.instance.id, address.public_ip)
    return address


def disassociate(self, address=None, association_id=None):
    held = self.address_by_ip([address]) if address else self.address_by_association([association_id])
    instance, public_ip = held[0].instance, held[0].public_ip
    _disassociate(self, address, association_id)
    if instance and instance.launched and instance._state.name == "running":
        later(0, hosts.remove_address, instance.id, public_ip)


def association(self):
    """Amazon owns an address that AWS only lends."""
    found = _association(self)
    return found if not found or "associationId" in found else {**found, "ipOwnerId": "amazon"}


_association = NetworkInterface.association.fget
NetworkInterface.association = property(association)
ElasticAddress.__init__ = create
ElasticAddressBackend.associate_address, ElasticAddressBackend.disassociate_address = associate, disassociate
