"""Quotas of EC2, which moto's Service Quotas does not know, and the vCPUs of instances, which count against them."""
from moto.ec2.models.instances import Instance
from moto.servicequotas.models import ServiceQuotasBackend

_get = ServiceQuotasBackend.get_service_quota

STANDARD = "L-1216C47A"
"""On-Demand instances of the families A, C, D, H, I, M, R, T and Z."""
VCPUS = 64.0


def get_service_quota(self, service_code, quota_code):
    if (service_code, quota_code) != ("ec2", STANDARD):
        return _get(self, service_code, quota_code)
    return {"ServiceCode": "ec2", "QuotaCode": quota_code, "Value": VCPUS, "Unit": "None", "Adjustable": True}


ServiceQuotasBackend.get_service_quota = get_service_quota
Instance.cpu_options = {"CoreCount": 1, "ThreadsPerCore": 2}
