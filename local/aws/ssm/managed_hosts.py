"""The parts of SSM that moto only pretends: Run Command and the fleet of managed instances."""
import re
import time
from datetime import datetime

from moto.core.responses import ActionResult, EmptyResult
from moto.ec2.models import ec2_backends
from moto.ec2.utils import filter_reservations
from moto.ssm.exceptions import SSMException
from moto.ssm.models import SimpleSystemManagerBackend as Ssm
from moto.ssm.responses import SimpleSystemManagerResponse as SsmApi

import faults
import settings
from ssm.run_command import LiveCommand

PLUGIN = "aws:runShellScript"
RATES = {"max_concurrency": "[1-9][0-9]*|[1-9][0-9]?%|100%", "max_errors": "[1-9][0-9]*|0|[1-9]?[0-9]%|100%"}


def registered(account, region):
    """Instances whose agent has connected at least once, with their PingStatus."""
    ec2, found = ec2_backends[account][region], {}
    for instance in ec2.all_instances():
        profile = ec2.iam_instance_profile_associations.get(instance.id)
        if not profile or not profile.iam_instance_profile.roles:
            continue
        up = instance.state == "running" and time.time() - instance.up_at >= settings.AGENT
        stopped = (settings.DIR / "stopped-agents" / instance.id).exists()
        online = up and not stopped and not faults.wanted("ssm", "agent", "offline", instance.id)
        if online:
            instance.seen = time.time()
        if hasattr(instance, "seen") and instance.state in ("running", "stopping", "stopped"):
            found[instance.id] = (instance, "Online" if online else "ConnectionLost")
    return found


def online(account, region):
    return {i for i, (_, status) in registered(account, region).items() if status == "Online"}


def scripted(documents, name, given):
    """The commands of a document of the account, with its parameters checked and inserted."""
    if name not in documents:
        raise SSMException("InvalidDocument", f"Document with name {name} does not exist.")
    content = documents[name].get_default_version().content_json
    rules = content.get("parameters", {})
    values = {key: rule.get("default") for key, rule in rules.items()} | {key: value[0] for key, value in given.items()}
    for key, value in values.items():
        if key not in rules or value is None or not re.search(rules[key].get("allowedPattern", ""), value):
            raise SSMException("InvalidParameters", f"Parameter {key} is not what the document {name} allows.")
    [step] = content["mainSteps"]
    lines = [re.sub(r"{{ *(\w+) *}}", lambda found: values[found[1]], line) for line in step["inputs"]["runCommand"]]
    return {"commands": lines, "executionTimeout": [step["inputs"].get("timeoutSeconds", "3600")]}


def send_command(self, *, document_name, instance_ids, targets, parameters, timeout_seconds, comment="", **rest):
    if document_name != "AWS-RunShellScript":
        parameters = scripted(self._documents, document_name, parameters)
    if timeout_seconds is not None and timeout_seconds < 30:
        raise SSMException("ValidationException", "timeoutSeconds must be greater than or equal to 30")
    if not parameters.get("commands"):
        raise SSMException("InvalidParameters", 'Parameter "commands" is required')
    if sum(len(line) + 1 for values in parameters.values() for line in values) > 64 * 1024:
        raise SSMException("MaxDocumentSizeExceeded", "The size limit of a document is 64 KB.")
    if len(comment or "") > 100:
        raise SSMException("ValidationException", "Member must have length less than or equal to 100")
    if bad := [name for name, rule in RATES.items() if not re.fullmatch(rule, rest[name])]:
        raise SSMException("ValidationException", f"{bad[0]}: Member must satisfy regular expression pattern: {RATES[bad[0]]}")
    if len(instance_ids) > 50:
        raise SSMException("ValidationException", "Member must have length less than or equal to 50")
    ready = online(self.account_id, self.region_name)
    ids = list(instance_ids) + [v for t in targets if t["Key"].lower() == "instanceids" for v in t["Values"]]
    if bad := [i for i in ids if i not in ready]:
        raise SSMException("InvalidInstanceId", f"Instances [[{', '.join(bad)}]] not in a valid state for account {self.account_id}")
    if tags := {t["Key"]: t["Values"] for t in targets if t["Key"].startswith("tag")}:
        found = filter_reservations(ec2_backends[self.account_id][self.region_name].all_reservations(), tags)
        ids += [i.id for r in found for i in r.instances if i.id in ready]
    command = LiveCommand(account_id=self.account_id, backend_region=self.region_name, document_name=document_name,
                          instance_ids=list(dict.fromkeys(ids)), targets=targets, parameters=parameters,
                          timeout_seconds=timeout_seconds, comment=comment, **rest)
    self._commands.append(command)
    return command


def get_command_invocation(self, command_id, instance_id, plugin_name):
    for command in self._commands:
        if command.command_id == command_id and time.time() - command.born >= settings.LAG:
            return dict(command.get_invocation(instance_id, plugin_name))  # as it is now: it changes while it is written out
    raise SSMException("InvocationDoesNotExist", "")


def describe_instance_information(self):
    given = {f["Key"]: f["Values"] for f in self._get_param("Filters", [])}
    found = []
    for iid, (instance, status) in registered(self.current_account, self.region).items():
        tags = {f"tag:{t['key']}": t["value"] for t in instance.get_tags()}
        facts = {"InstanceIds": iid, "PingStatus": status, "PlatformTypes": "Linux", **tags}
        if all(facts.get(k) in v for k, v in given.items()):
            found.append({"InstanceId": iid, "PingStatus": status, "LastPingDateTime": instance.seen,
                          "AgentVersion": "3.3.0.0", "IsLatestVersion": True, "PlatformType": "Linux",
                          "PlatformName": "Debian GNU/Linux", "PlatformVersion": "12", "ResourceType": "EC2Instance",
                          "IPAddress": instance.private_ip, "ComputerName": instance.private_dns_name})
    return ActionResult({"InstanceInformationList": found})


def list_command_invocations(self):
    command_id, iid = self._get_param("CommandId"), self._get_param("InstanceId")
    size, begin = int(self._get_param("MaxResults") or 50), int(self._get_param("NextToken") or 0)
    if not 1 <= size <= 50:
        raise SSMException("ValidationException", "maxResults must be between 1 and 50")
    if command_id and not any(command.command_id == command_id for command in self.ssm_backend._commands):
        raise SSMException("InvalidCommandId", "")
    filters, rows = {f["key"]: f["value"] for f in self._get_param("Filters", [])}, []
    if bad := filters.keys() - {"InvokedAfter"}:
        raise SSMException("InvalidFilterKey", f"The local cloud does not filter by {', '.join(bad)}.")
    since = datetime.fromisoformat(filters.get("InvokedAfter", "1970-01-01T00:00:00Z").replace("Z", "+00:00")).timestamp()
    for command in self.ssm_backend._commands:
        for inv in command.invocations if since <= command.born <= time.time() - settings.LAG else []:
            if command_id in (None, command.command_id) and iid in (None, inv["InstanceId"]):
                rows.append({**inv, "RequestedDateTime": command.requested_date_time,
                             "CommandPlugins": [detail(inv)] if self._get_param("Details") else []})
    more = {"NextToken": str(begin + size)} if len(rows) > begin + size else {}
    return ActionResult({"CommandInvocations": rows[begin:begin + size], **more})


def detail(inv):
    text = inv["StandardOutputContent"]
    if inv["StandardErrorContent"]:
        text += "\n----------ERROR-------\n" + inv["StandardErrorContent"]
    return {"Name": PLUGIN, "Status": inv["Status"], "StatusDetails": inv["StatusDetails"],
            "ResponseCode": inv["ResponseCode"], "Output": text[:2500]}


def cancel_command(self):
    self.ssm_backend.get_command_by_id(self._get_param("CommandId")).cancel(self._get_param("InstanceIds", []))
    return EmptyResult()


Ssm.send_command, Ssm.get_command_invocation = send_command, get_command_invocation
SsmApi.describe_instance_information, SsmApi.cancel_command = describe_instance_information, cancel_command
SsmApi.list_command_invocations = list_command_invocations
