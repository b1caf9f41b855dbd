"""ECR's basic scanning: it finds in an image what its label `vulnerabilities` lists, `NAME:SEVERITY:PACKAGE:VERSION`, a line each."""
import json
import time

from moto.ecr.exceptions import ImageNotFoundException, ScanNotFoundException
from moto.ecr.models import ECRBackend

from ecr.repositories import is_asked, manifest
import settings

LABEL = "vulnerabilities"
SECONDS = 3
"""Seconds from the push to the scan's result."""


def describe_image_scan_findings(self, registry_id, repository_name, image_id):
    repository = self._get_repository(repository_name, registry_id)
    image = next((image for image in repository.images if is_asked(image_id, image)), None)
    if image is None:
        raise ImageNotFoundException(str(image_id), repository_name, settings.ACCOUNT)
    config = json.loads(image.image_manifest).get("config")
    if config is None or not repository.image_scanning_configuration["scanOnPush"]:
        raise ScanNotFoundException(str(image_id), repository_name, settings.ACCOUNT)
    answer = {
        "registryId": settings.ACCOUNT,
        "repositoryName": repository_name,
        "imageId": {"imageDigest": image.get_image_digest()},
    }
    if time.time() < image.image_pushed_at + SECONDS:
        return {**answer, "imageScanStatus": {"status": "IN_PROGRESS"}}
    found = findings(json.loads(manifest(config["digest"])))
    return {**answer, "imageScanStatus": {"status": "COMPLETE"}, "imageScanFindings": {"findings": found}}


def findings(config):
    labels = config.get("config", {}).get("Labels") or {}
    return [finding(*line.split(":")) for line in labels.get(LABEL, "").split() if line]


def finding(name, severity, package, version):
    attributes = {"package_name": package, "package_version": version}
    return {"name": name, "severity": severity, "attributes": [{"key": key, "value": value} for key, value in attributes.items()]}


ECRBackend.describe_image_scan_findings = describe_image_scan_findings
