"""ECR's rules for a plain registry, which the TLS front asks about each request.

Passwords come from GetAuthorizationToken, a repository must exist, a host's role must allow the pull, and
a tag of an immutable repository stays. Manifests that are pushed under a tag come here whole (their digest
decides whether an immutable tag would change), and so do questions for what refers to a manifest, which the
registry does not know of; everything else only to be admitted.
"""
import base64
import fnmatch
import hashlib
import http.client
import json
import re
import socket
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from ecr import repositories
import faults
import principals
import settings

OCI_INDEX = "application/vnd.oci.image.index.v1+json"
PATH = re.compile(r"/v2/(?P<name>.+)/(?P<kind>manifests|blobs|tags|referrers)/(?P<reference>.*)")


class Refused(Exception):
    def __init__(self, status, code, message):
        super().__init__(message)
        self.status, self.body = status, json.dumps({"errors": [{"code": code, "message": message}]})


class Upstream(http.client.HTTPConnection):
    def connect(self):
        self.sock = socket.socket(socket.AF_UNIX)
        self.sock.connect(str(settings.REGISTRY_SOCKET))


def meet_fault(registry, method, path):
    """Tests order them for the services `registry` and `public-registry`, operations `pull` and `push`."""
    found = PATH.fullmatch(path.split("?")[0])
    operation = "pull" if method in ("GET", "HEAD") else "push"
    fault = found and faults.strike(registry, operation, {"repository": found["name"], "reference": found["reference"]})
    if not fault:
        return
    faults.wait(fault)
    if fault["kind"] not in ("delay", "hold"):
        raise Refused(fault.get("status", 500), fault.get("code", "UNKNOWN"), fault.get("message", "the registry is out of order"))


def caller(authorization):
    """The principal to whom ECR gave this password."""
    try:
        user, password = base64.b64decode((authorization or "").removeprefix("Basic ")).decode().split(":", 1)
    except ValueError:
        user, password = "", ""
    principal, _, secret = password.rpartition(".")
    if user != "AWS" or secret != settings.SECRET:
        raise Refused(401, "UNAUTHORIZED", "Not Authorized")
    return principal.replace("/", ":")


def admit(method, path, authorization):
    """Raises Refused, or returns the repository and the parts of the path."""
    principal = caller(authorization)
    found = PATH.fullmatch(path.split("?")[0])
    if not found:
        return None, None
    name = found["name"]
    repository = repositories.repository(name)
    if not repository:
        raise Refused(404, "NAME_UNKNOWN", f"The repository with name '{name}' does not exist in the registry with id '{settings.ACCOUNT}'")
    reading = method in ("GET", "HEAD")
    action = "ecr:PutImage" if not reading else "ecr:BatchGetImage" if found["kind"] in ("manifests", "referrers") else "ecr:GetDownloadUrlForLayer"
    if not principals.allowed(principal, action, repository.arn):
        raise Refused(403, "DENIED", f"User: {principals.describe(principal)} is not authorized to perform: {action} on resource: {repository.arn}")
    return repository, found


def immutable(repository, tag):
    mode = repository.image_tag_mutability
    excluded = [f["filter"] for f in repository.image_tag_mutability_exclusion_filters or []]
    matched = any(fnmatch.fnmatchcase(tag, pattern) for pattern in excluded)
    return matched if mode == "MUTABLE_WITH_EXCLUSION" else mode.startswith("IMMUTABLE") and not matched


def check_tag(repository, tag, manifest):
    if not repository or tag.startswith("sha256:") or not immutable(repository, tag):
        return
    there = repositories.digest_of_tag(repository.name, tag)
    if there and there != "sha256:" + hashlib.sha256(manifest).hexdigest():
        raise Refused(400, "TAG_INVALID", f"The image tag '{tag}' already exists in the '{repository.name}' repository and cannot be overwritten because the tag is immutable.")


class Gate(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def reply(self, status, body=b"", headers=()):
        self.send_response(status)
        for name, value in headers:
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def refuse(self, refused):
        challenge = [("WWW-Authenticate", f'Basic realm="https://{settings.REGISTRY}/",service="ecr.amazonaws.com"')]
        headers = [("Content-Type", "application/json"), *(challenge if refused.status == 401 else [])]
        self.reply(refused.status, refused.body.encode(), headers)

    def do_GET(self):
        if self.path.startswith("/v2/"):
            return self.list_referrers()
        method, path = self.headers["X-Forwarded-Method"], self.headers["X-Forwarded-Uri"]
        try:
            if self.path == "/public":
                meet_fault("public-registry", method, path)
            else:
                admit(method, path, self.headers["Authorization"])
                meet_fault("registry", method, path)
            self.reply(200)
        except Refused as refused:
            self.refuse(refused)

    def list_referrers(self):
        """https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#listing-referrers"""
        try:
            repository, found = admit("GET", self.path, self.headers["Authorization"])
            meet_fault("registry", "GET", self.path)
        except Refused as refused:
            return self.refuse(refused)
        index = {"schemaVersion": 2, "mediaType": OCI_INDEX, "manifests": repositories.referrers(repository.name, found["reference"].split("?")[0])}
        return self.reply(200, json.dumps(index).encode(), [("Content-Type", OCI_INDEX)])

    def do_PUT(self):
        manifest = self.rfile.read(int(self.headers["Content-Length"] or 0))
        try:
            repository, found = admit("PUT", self.path, self.headers["Authorization"])
            meet_fault("registry", "PUT", self.path)
            check_tag(repository, found["reference"] if found else "", manifest)
        except Refused as refused:
            return self.refuse(refused)
        upstream = Upstream("localhost")
        upstream.request("PUT", self.path, manifest, {"Content-Type": self.headers["Content-Type"]})
        answer = upstream.getresponse()
        body = answer.read()
        kept = ("content-type", "location", "docker-content-digest", "docker-distribution-api-version")
        headers = [(k, v) for k, v in answer.getheaders() if k.lower() in kept]
        subject = json.loads(manifest).get("subject") if answer.status == 201 else None
        return self.reply(answer.status, body, [*headers, *([("OCI-Subject", subject["digest"])] if subject else [])])

    def log_message(self, *_):
        pass


def serve():
    ThreadingHTTPServer((settings.GATEWAY, settings.GATE_PORT), Gate).serve_forever()
