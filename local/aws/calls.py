"""Handles every AWS request: the principal, the ordered faults, the host's permissions, and a record."""
import calendar
import io
import json
import re
import time
from urllib.parse import parse_qs
from xml.sax.saxutils import escape

import faults
import rest
import principals
import settings
from sts import sessions

CREDENTIAL = re.compile(r"Credential=([^/]+)/\d+/([^/]+)/([^/]+)/aws4_request")
# The resource of an action, for actions whose resource a host's policy must name.
RESOURCES = {
    "ssm:GetParameter": lambda p: [parameter(p["Name"])],
    "ssm:PutParameter": lambda p: [parameter(p["Name"])],
    "ssm:GetParameters": lambda p: [parameter(name) for name in p["Names"]],
    "ssm:GetParametersByPath": lambda p: [parameter(p["Path"])],
    "secretsmanager:GetSecretValue": lambda p: [secret(p["SecretId"])],
}


def parameter(name):
    name = name if name.startswith("arn:") else f"arn:aws:ssm:{settings.REGION}:{settings.ACCOUNT}:parameter/{name.lstrip('/')}"
    return name.split(":parameter")[0] + ":parameter" + re.sub(r":[^:/]*$", "", name.split(":parameter", 1)[1])


def secret(name):
    """The ARN with the six random characters that a policy writes as -??????"""
    return name if name.startswith("arn:") else f"arn:aws:secretsmanager:{settings.REGION}:{settings.ACCOUNT}:secret:{name}-AbCdEf"


class Asked:
    """One request: principal, service, operation, params, and whether its protocol is JSON."""

    def __init__(self, environ, body):
        found = CREDENTIAL.search(environ.get("HTTP_AUTHORIZATION", ""))
        key, self.region, self.service = found.groups() if found else ("", settings.REGION, "")
        self.key, self.principal = key, principals.principal_of(key)
        self.signed = environ.get("HTTP_X_AMZ_DATE", "")
        target = environ.get("HTTP_X_AMZ_TARGET", "")
        self.json = bool(target)
        if target:
            self.operation, self.params = target.split(".")[-1], json.loads(body or b"{}")
        elif "form-urlencoded" in environ.get("CONTENT_TYPE", ""):
            form = {k: v[0] for k, v in parse_qs(body.decode(), keep_blank_values=True).items()}
            self.operation, self.params = form.pop("Action", ""), form
            self.service = self.service or ("sts" if "AssumeRole" in self.operation else "")
        else:
            self.operation, self.params = rest.asked(self.service, environ, body.decode(errors="replace"))

    def error(self, status, code, message):
        """(status, content type, body) in the format of this service's SDK"""
        if self.json:
            return status, "application/x-amz-json-1.1", json.dumps({"__type": code, "message": message})
        inner = f"<Code>{code}</Code><Message>{escape(message)}</Message>"
        if self.service == "ec2":
            return status, "text/xml", f"<Response><Errors><Error>{inner}</Error></Errors><RequestID>local</RequestID></Response>"
        return status, "text/xml", f"<ErrorResponse><Error><Type>Sender</Type>{inner}</Error><RequestId>local</RequestId></ErrorResponse>"

    def skew(self):
        """A signature is valid for five minutes before and after its time."""
        signed = self.signed and calendar.timegm(time.strptime(self.signed, "%Y%m%dT%H%M%SZ"))
        if not signed or abs(signed - time.time()) <= 300:
            return None
        now = time.strftime("%Y%m%dT%H%M%SZ", time.gmtime())
        words = f"expired: {self.signed} is now earlier than" if signed < time.time() else f"not yet current: {self.signed} is still later than"
        return self.error(403 if not self.json else 400, "InvalidSignatureException", f"Signature {words} {now}")

    def end(self):
        if not sessions.has_ended(self.key):
            return None
        code = "RequestExpired" if self.service == "ec2" else "ExpiredTokenException" if self.json else "ExpiredToken"
        return self.error(400 if self.json else 403, code, "The security token included in the request is expired")

    def fault(self):
        fault = self.principal != "observer" and faults.strike(self.service, self.operation, self.params)
        if not fault:
            return None
        faults.wait(fault)
        if fault["kind"] == "throttle":
            code = "RequestLimitExceeded" if self.service == "ec2" else "ThrottlingException"
            return self.error(503 if self.service == "ec2" else 400, code, "Rate exceeded")
        if fault["kind"] == "500":
            return self.error(500, "InternalFailure", "An internal error has occurred")
        if fault["kind"] == "error":
            return self.error(fault.get("status", 400), fault["code"], fault.get("message", fault["code"]))
        return None

    def denial(self):
        action = f"{self.service}:{self.operation}"
        if not self.principal.startswith("host:") or action == "sts:GetCallerIdentity":
            return None
        named = RESOURCES.get(action)
        for resource in named(self.params) if named else [None]:
            if not principals.allowed(self.principal, action, resource):
                code, status = ("UnauthorizedOperation", 403) if self.service == "ec2" else ("AccessDeniedException" if self.json else "AccessDenied", 400 if self.json else 403)
                return self.error(status, code, (
                    f"User: {principals.describe(self.principal)} is not authorized to perform: {action}"
                    f" on resource: {resource or '*'} because no identity-based policy allows the {action} action"))
        return None


class Requests:
    """WSGI middleware around moto"""

    def __init__(self, app):
        self.app = app
        self.calls = open(settings.DIR / "calls.jsonl", "a", buffering=1)  # noqa: SIM115 (as long as the server)

    def __call__(self, environ, start_response):
        body = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
        environ["wsgi.input"] = io.BytesIO(body)
        asked = Asked(environ, body)
        refusal = asked.skew() or asked.end() or asked.denial() or asked.fault()
        if refusal:
            status, kind, text = refusal
            self.record(asked, status)
            start_response(f"{status} Refused", [("Content-Type", kind), ("x-amzn-RequestId", "local")])
            return [text.encode()]

        def answered(status, headers, exc_info=None):
            self.record(asked, int(status.split()[0]))
            return start_response(status, headers, exc_info)

        return self.app(environ, answered)

    def record(self, asked, status):
        if asked.service and asked.principal != "observer":
            self.calls.write(json.dumps({
                "time": time.time(), "service": asked.service, "operation": asked.operation,
                "principal": asked.principal, "params": asked.params, "status": status}) + "\n")
