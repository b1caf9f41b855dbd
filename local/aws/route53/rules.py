"""Rules of Route 53 that moto does not enforce: a batch is applied completely or not at all, and all servers know it only after a while."""
import copy
import itertools
import time

from moto.core.responses import ActionResult
from moto.core.utils import utcnow
from moto.route53.exceptions import Route53ClientError
from moto.route53.models import RecordSet, Route53Backend
from moto.route53.responses import Route53

import settings

_numbers = itertools.count(1)
_since = {}  # id of a change -> when it was made
_change = Route53.change_resource_record_sets


class InvalidChangeBatch(Route53ClientError):
    """The parts of the error's message: https://docs.aws.amazon.com/Route53/latest/APIReference/API_ChangeResourceRecordSets.html"""

    def __init__(self, messages):
        super().__init__("InvalidChangeBatch", f"[{', '.join(messages)}]")


def change_resource_record_sets(self, zoneid, change_list):
    """Applies all changes to a copy, which replaces the original if each of them succeeds."""
    zone = self.get_hosted_zone(zoneid)
    sets, wrong = list(zone.rrsets), []
    for change in copy.deepcopy(change_list):
        problem = _problem(sets, zone, change["Action"], wanted := _record_set(change["ResourceRecordSet"]))
        if problem:
            wrong.append(problem)
            continue
        sets = [one for one in sets if _key(one) != _key(wanted)]
        if change["Action"] != "DELETE":
            sets.append(wanted)
    wrong += _conflicts(sets, zone)
    if wrong:
        raise InvalidChangeBatch(wrong)
    zone.rrsets = sets


def _record_set(given):
    name = given["Name"].lower().rstrip(".").replace("*", "\\052") + "."
    values = [record["Value"] for record in given.get("ResourceRecords") or []]
    return RecordSet({**given, "Name": name, "ResourceRecords": values})


def _key(one):
    return one.name.rstrip("."), one.type, one.set_identifier


def _problem(sets, zone, action, wanted):
    """Why one change fails, or None."""
    what = f"[name='{wanted.name}', type='{wanted.type}']"
    there = next((one for one in sets if _key(one) == _key(wanted)), None)
    if not f".{wanted.name}".endswith(f".{zone.name}"):
        return f"RRSet with DNS name {wanted.name} is not permitted in zone {zone.name}"
    if action == "CREATE" and there:
        return f"Tried to create resource record set {what} but it already exists"
    if action == "DELETE" and not there:
        return f"Tried to delete resource record set {what} but it was not found"
    if action == "DELETE" and _content(there) != _content(wanted):
        return f"Tried to delete resource record set {what} but the values provided do not match the current values"
    if action == "DELETE" and wanted.name == zone.name and wanted.type in ("NS", "SOA"):
        return f"A HostedZone must contain at least one {wanted.type} record for the zone itself."
    return None


def _content(one):
    return int(one.ttl or 0), sorted(one.records or []), one.alias_target


def _conflicts(sets, zone):
    """RFC 1034, section 3.6.2: a name with a CNAME has no other records."""
    names = {one.name for one in sets if one.type == "CNAME"}
    both = sorted(name for name in names if any(one.name == name and one.type != "CNAME" for one in sets))
    words = "is not permitted as it conflicts with other records with the same DNS name in zone"
    return [f"RRSet of type CNAME with DNS name {name} {words} {zone.name}" for name in both]


def answer_to_change(self):
    """With its own id, and not yet known to all servers."""
    _change(self)
    number = f"/change/C{next(_numbers):013d}"
    _since[number.rsplit("/", 1)[-1]] = time.monotonic()
    return ActionResult({"ChangeInfo": {"Id": number, "Status": "PENDING", "SubmittedAt": utcnow()}})


def get_change(self):
    number = self._get_param("Id").rsplit("/", 1)[-1]
    if number not in _since:
        raise Route53ClientError("NoSuchChange", f"Could not find resource with ID: {number}")
    pending = time.monotonic() - _since[number] < settings.LAG
    return ActionResult({"ChangeInfo": {"Id": f"/change/{number}", "Status": "PENDING" if pending else "INSYNC", "SubmittedAt": utcnow()}})


Route53Backend.change_resource_record_sets = change_resource_record_sets
Route53.change_resource_record_sets = answer_to_change
Route53.get_change = get_change
