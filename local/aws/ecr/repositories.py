"""ECR's API over a real registry: its images are those that were really pushed, read from the registry's storage."""
import base64
import json
import shutil
import time

from moto.core.responses import ActionResult
from moto.ecr.models import ECRBackend, Image, Repository, ecr_backends
from moto.ecr.responses import ECRResponse

import principals
import settings

OCI_MANIFEST = "application/vnd.oci.image.manifest.v1+json"


def repository(name):
    return ecr_backends[settings.ACCOUNT][settings.REGION].repositories.get(name)


def folder(name):
    return settings.REGISTRY_STORAGE / "repositories" / name


def digest_of_tag(name, tag):
    link = folder(name) / "_manifests" / "tags" / tag / "current" / "link"
    return link.read_text() if link.exists() else None


def manifest(digest):
    code = digest.removeprefix("sha256:")
    return (settings.REGISTRY_STORAGE / "blobs" / "sha256" / code[:2] / code / "data").read_text()


def referrers(name, subject):
    """Descriptors of the artifacts whose subject is this digest."""
    found = []
    for link in (folder(name) / "_manifests" / "revisions" / "sha256").glob("*/link"):
        text = manifest(link.read_text())
        parsed = json.loads(text)
        if parsed.get("subject", {}).get("digest") == subject:
            kind = parsed.get("artifactType") or parsed["config"]["mediaType"]
            found.append({"mediaType": parsed["mediaType"], "digest": link.read_text(), "size": len(text), "artifactType": kind})
    return found


class PushedImage(Image):
    __module__ = Image.__module__  # moto's metaclass reads the service name out of it

    def get_image_size_in_bytes(self):
        parsed = json.loads(self.image_manifest)
        return sum(part["size"] for part in [*parsed.get("layers", []), parsed.get("config", {"size": 0})])


def pushed(self):
    """Every manifest in the repository with its tags, oldest first."""
    tags = {}
    for tag in sorted((folder(self.name) / "_manifests" / "tags").glob("*")):
        tags.setdefault(digest_of_tag(self.name, tag.name), []).append(tag.name)
    images = []
    for link in (folder(self.name) / "_manifests" / "revisions" / "sha256").glob("*/link"):
        digest = link.read_text()
        text = manifest(digest)
        names = tags.get(digest, [])
        kind = json.loads(text).get("mediaType", OCI_MANIFEST)
        image = PushedImage(self.account_id, names[0] if names else None, text, self.name, kind, digest)
        image.image_tags, image.image_pushed_at = names, link.stat().st_mtime
        images.append(image)
    return sorted(images, key=lambda image: image.image_pushed_at)


Repository.images = property(pushed, lambda *_: None)
Repository.uri = property(lambda self: f"{settings.REGISTRY}/{self.name}", lambda *_: None)
_delete_repository, _create_repository = ECRBackend.delete_repository, ECRBackend.create_repository


def create_repository(self, repository_name, *args, **kwargs):
    """Already contains the layers of the public base image, as after an earlier build: pushing them takes seconds."""
    created = _create_repository(self, repository_name, *args, **kwargs)
    for layers in (settings.REGISTRY_STORAGE / "repositories" / "public").rglob("_layers"):
        shutil.copytree(layers, folder(repository_name) / "_layers", dirs_exist_ok=True)
    return created


def delete_repository(self, repository_name, registry_id=None, force=False):
    deleted = _delete_repository(self, repository_name, registry_id, force)
    shutil.rmtree(folder(repository_name), ignore_errors=True)
    return deleted


def batch_get_image(self, repository_name, registry_id=None, image_ids=None):
    """Each image with the requested tag: moto returns its first one."""
    images = self._get_repository(repository_name, registry_id).images
    found = [(asked, image) for asked in image_ids for image in images if is_asked(asked, image)]
    missing = [asked for asked in image_ids if not any(is_asked(asked, image) for image in images)]
    return {
        "images": [
            {
                "registryId": settings.ACCOUNT,
                "repositoryName": repository_name,
                "imageId": {**asked, "imageDigest": image.get_image_digest()},
                "imageManifest": image.image_manifest,
            }
            for asked, image in found
        ],
        "failures": [{"imageId": asked, "failureCode": "ImageNotFound"} for asked in missing],
    }


def is_asked(asked, image):
    return asked.get("imageTag") in image.image_tags or asked.get("imageDigest") == image.get_image_digest()


def batch_delete_image(self, repository_name, registry_id=None, image_ids=None):
    repo = self._get_repository(repository_name, registry_id)
    answer = {"imageIds": [], "failures": []}
    for wanted in image_ids or []:
        found = [i for i in repo.images if wanted.get("imageDigest") == i.image_digest or wanted.get("imageTag") in i.image_tags]
        if not found:
            answer["failures"].append({"imageId": wanted, "failureCode": "ImageNotFound", "failureReason": "Requested image not found"})
            continue
        image = found[0]
        tags = [wanted["imageTag"]] if "imageTag" in wanted else image.image_tags
        for tag in tags:
            shutil.rmtree(folder(repo.name) / "_manifests" / "tags" / tag)
        if set(tags) == set(image.image_tags):
            shutil.rmtree(folder(repo.name) / "_manifests" / "revisions" / "sha256" / image.image_digest.removeprefix("sha256:"))
        answer["imageIds"] += [{"imageDigest": image.image_digest, "imageTag": tag} for tag in tags] or [{"imageDigest": image.image_digest}]
    return answer


def password_of(principal):
    return f"{principal.replace(':', '/')}.{settings.SECRET}"  # the AWS CLI allows no colon in it


def get_authorization_token(self):
    password = password_of(principals.principal_of(self.access_key))
    return ActionResult({"authorizationData": [{
        "authorizationToken": base64.b64encode(f"AWS:{password}".encode()).decode(),
        "expiresAt": time.time() + 43200, "proxyEndpoint": f"https://{settings.REGISTRY}"}]})


ECRBackend.create_repository, ECRBackend.delete_repository = create_repository, delete_repository
ECRBackend.batch_delete_image = batch_delete_image
ECRBackend.batch_get_image = batch_get_image
ECRResponse.get_authorization_token = get_authorization_token
