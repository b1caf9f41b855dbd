"""The principal of a request, and what the policies of a host's role allow it."""
import fnmatch
import json
import re
from urllib.parse import unquote

from moto.ec2.models import ec2_backends
from moto.iam.models import IAMBackend, iam_backends

import settings
from sts import sessions


policies_of_aws = IAMBackend._init_aws_policies
# moto would parse the policies of AWS for China, GovCloud and three more partitions, too.
IAMBackend._init_aws_policies = lambda self: policies_of_aws(self) if self.partition == "aws" else []

DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def host_key(instance_id):
    """The access key id of a host's role credentials: the instance id's 17 hexadecimal digits as 16 in base 36."""
    number, text = int(instance_id.removeprefix("i-"), 16), ""
    while len(text) < 16:
        number, digit = divmod(number, 36)
        text = DIGITS[digit] + text
    return "ASIA" + text


def principal_of(access_key):
    """'host:i-...' for credentials from the metadata service; 'assumed' for a role that a run assumed; 'observer' for a test; else 'runner'"""
    if access_key == "AKIALOCALOBSERVER000":
        return "observer"
    if sessions.is_known(access_key):
        return "runner"
    found = re.fullmatch(r"ASIA([0-9A-Z]{16})", access_key or "")
    if not found:
        return "runner"
    # moto's keys for a role are too large for 17 hexadecimal digits, except one in 27,000.
    number = int(found[1], 36)
    return f"host:i-{number:017x}" if number < 16**17 else "assumed"


def profile_and_role(instance_id):
    """The instance's current profile and its role; None for a missing one."""
    association = ec2_backends[settings.ACCOUNT][settings.REGION].iam_instance_profile_associations.get(instance_id)
    if not association:
        return None, None
    roles = association.iam_instance_profile.roles
    return association.iam_instance_profile, roles[0] if roles else None


def listed(value):
    return [value] if isinstance(value, (str, dict)) else list(value or [])


def like(pattern, text):
    """IAM's wildcards: only * and ?"""
    escaped = re.sub(r"[\[\]]", lambda m: f"[{m[0]}]", pattern)
    return fnmatch.fnmatchcase(text, escaped)


def statement_covers(statement, action, resource):
    if "Action" in statement:
        named = any(like(a.lower(), action.lower()) for a in listed(statement["Action"]))
    else:
        named = not any(like(a.lower(), action.lower()) for a in listed(statement.get("NotAction")))
    return named and (resource is None or any(like(r, resource) for r in listed(statement.get("Resource", "*"))))


def documents_of(role):
    """The policy documents, inline and attached, as objects."""
    attached = [document_of(policy) for policy in role.managed_policies.values()]
    return [json.loads(unquote(text)) if text.startswith("%7B") else json.loads(text) for text in [*role.policies.values(), *attached]]


def document_of(managed_policy):
    return next(v.document for v in managed_policy.versions if v.version_id == managed_policy.default_version_id)


def permits(documents, action, resource):
    statements = [s for document in documents for s in listed(document["Statement"])]
    covering = [s["Effect"] for s in statements if statement_covers(s, action, resource)]
    return "Allow" in covering and "Deny" not in covering


def allowed(principal, action, resource=None):
    """Whether a host's role allows the action; conditions count as met. Other principals can do everything.

    resource None asks for any resource at all.
    """
    if not principal.startswith("host:"):
        return True
    _, role = profile_and_role(principal.removeprefix("host:"))
    if not role or not permits(documents_of(role), action, resource):
        return False
    boundary = role.permissions_boundary_arn
    if not boundary:
        return True
    policy = iam_backends[settings.ACCOUNT]["aws"].managed_policies.get(boundary)
    return policy is None or permits([json.loads(document_of(policy))], action, resource)


def describe(principal):
    """The ARN for an error message"""
    if not principal.startswith("host:"):
        return f"arn:aws:sts::{settings.ACCOUNT}:assumed-role/{principal}/GitHubActions"
    instance_id = principal.removeprefix("host:")
    _, role = profile_and_role(instance_id)
    return f"arn:aws:sts::{settings.ACCOUNT}:assumed-role/{role.name if role else 'none'}/{instance_id}"
