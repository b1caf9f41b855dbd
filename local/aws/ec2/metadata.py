"""The instance metadata service (IMDSv2 only) of all hosts, which it distinguishes by source address."""
import base64
import json
import secrets
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from moto.ec2.models import ec2_backends

import principals
import settings

_tokens = {}


def instance_at(address):
    for instance in ec2_backends[settings.ACCOUNT][settings.REGION].all_instances():
        if instance.address == address and instance.state in ("pending", "running", "stopping"):
            return instance
    return None


def iso(seconds):
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(seconds))


def tree(instance):
    """path below /latest/ -> text"""
    zone, region = instance.availability_zone, settings.REGION
    profile, role = principals.profile_and_role(instance.id)
    meta = {
        "instance-id": instance.id, "instance-type": instance.instance_type, "ami-id": instance.image_id,
        "hostname": instance.private_dns_name, "local-hostname": instance.private_dns_name,
        "local-ipv4": instance.address, "public-ipv4": instance.public_ip or "", "mac": "02:00:00:00:00:01",
        "placement/region": region, "placement/availability-zone": zone, "services/domain": "amazonaws.com",
    }
    if role:
        meta["iam/info"] = json.dumps({"Code": "Success", "InstanceProfileArn": profile.arn, "InstanceProfileId": profile.id})
        meta["iam/security-credentials"] = role.name
        meta[f"iam/security-credentials/{role.name}"] = json.dumps({
            "Code": "Success", "Type": "AWS-HMAC", "LastUpdated": iso(time.time()), "Expiration": iso(time.time() + 6 * 3600),
            "AccessKeyId": principals.host_key(instance.id), "SecretAccessKey": "host-secret", "Token": f"session-of-{instance.id}"})
    identity = {
        "instanceId": instance.id, "region": region, "availabilityZone": zone, "accountId": settings.ACCOUNT,
        "architecture": instance.architecture, "instanceType": instance.instance_type, "imageId": instance.image_id,
        "privateIp": instance.address, "version": "2017-09-30",
    }
    found = {f"meta-data/{name}": text for name, text in meta.items()}
    found["dynamic/instance-identity/document"] = json.dumps(identity)
    if instance.user_data:
        found["user-data"] = base64.b64decode(str(instance.user_data)).decode(errors="replace")
    return found


class Metadata(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version, sys_version = "EC2ws", ""

    def reply(self, status, text=""):
        data = text.encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def do_PUT(self):
        lifetime = self.headers.get("X-aws-ec2-metadata-token-ttl-seconds", "")
        forwarded = self.headers.get("X-Forwarded-For")
        if self.path != "/latest/api/token" or not lifetime.isdigit() or not 0 < int(lifetime) <= 21600 or forwarded:
            return self.reply(400)
        token = secrets.token_urlsafe(42)
        _tokens[self.client_address[0], token] = time.time() + int(lifetime)
        return self.reply(200, token)

    def do_GET(self):
        instance = instance_at(self.client_address[0])
        token = self.headers.get("X-aws-ec2-metadata-token")
        if _tokens.get((self.client_address[0], token), 0) < time.time():
            return self.reply(401)
        text = tree(instance).get(self.path.removeprefix("/latest/").rstrip("/")) if instance else None
        return self.reply(404) if text is None else self.reply(200, text)

    def log_message(self, *_):
        pass


class Server(ThreadingHTTPServer):
    request_queue_size = 128  # more hosts than five ask at once


def serve():
    Server((settings.GATEWAY, settings.METADATA_PORT), Metadata).serve_forever()
