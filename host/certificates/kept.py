"""Certificates and accounts from an authority, stored encrypted in Parameter Store: a host that replaces another one gets them
before a name leads to it, and requests nothing that exists. Only the role of the service's hosts can read and write them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from host.aws.calls import Access, access, ask
from host.aws.imds import AwsRefused, credentials
from host.aws.parallel import side_by_side
from host.certificates import storage
from host.certificates.pair import prove, read_pair
from host.edge.routes.route import certified
from host.model.failure import Failure, Finding
from host.model.json import Json
from host.model.release import Route
from host.order import parsed
from host.state.files import read, write
from host.state.paths import Paths

FOLDER = "kept-certificates"
ACCOUNT = "_account"
"""No host name starts like this."""
MOST_PARAMETERS = 10
"""https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_GetParameters.html"""
MOST_BYTES = 8192
"""Limit of an advanced parameter, which costs 0.05 USD a month; up to 4,096 it is a standard one, and free. Measured ones have about 3,000."""
MOST_UNPACKED = 1 << 18


class Names(NamedTuple):
    """What a service gets from an authority: certificates for these names, with the account of an address, "" for none."""

    service: str
    names: tuple[str, ...]
    email: str


def names_of(service: str, route: Route) -> Names:
    """What a service gets from an authority, by its route."""
    return Names(service, tuple(sorted(certified(route))) if route.tls.source == "acme" else (), route.tls.email)


def parameter(service: str, name: str) -> str:
    """The parameter for a name; `service`: such as `web.production`."""
    return f"/docker-to-ec2/{service.replace('.', '/')}/{FOLDER}/{storage.safe(name)}"


def restore(paths: Paths, wanted: Names, region: str) -> tuple[str, ...]:
    """Brings the certificates that this host lacks; returns their names. Raises `AwsRefused` and `OSError`."""
    missing = [name for name in wanted.names if not storage.certificate(paths, name)]
    if not missing:
        return ()
    places = {parameter(wanted.service, name): name for name in (*missing, ACCOUNT)}
    found = _fetched(access("ssm", region, credentials()), tuple(places))
    files = {places[place]: unpacked(value) for place, value in found.items()}
    usable = {name: some for name, some in files.items() if name == ACCOUNT or proven(name, some)}
    for some in usable.values():
        storage.put(paths, some)
    return tuple(sorted(usable.keys() - {ACCOUNT}))


def keep(paths: Paths, wanted: Names, region: str) -> tuple[Finding, ...]:
    """Stores what is new since the last time; returns warnings about failures. Raises `OSError`."""
    if not wanted.names:
        return ()
    before = parsed(read(_stored_path(paths, wanted.service))).get("stored")
    stored = dict(before) if isinstance(before, dict) else {}
    due = {place: value for place, value in _values(paths, wanted).items() if stored.get(place) != _digest(value)}
    if not due:
        return ()
    found = tuple(_sent(due, region, stored))
    write(_stored_path(paths, wanted.service), json.dumps({"region": region, "stored": stored}))
    return found


def region_of(paths: Paths, service: str) -> str:
    """Where a service's certificates were last stored; "" for nowhere."""
    region = parsed(read(_stored_path(paths, service))).get("region")
    return region if isinstance(region, str) else ""


def _stored_path(paths: Paths, service: str) -> str:
    return f"{paths.service(service)}/kept.json"


def _values(paths: Paths, wanted: Names) -> Mapping[str, str]:
    files = {name: some for name in wanted.names if proven(name, some := storage.certificate(paths, name))}
    accounts = storage.accounts(paths, wanted.email)
    return {parameter(wanted.service, name): packed(some) for name, some in {**files, ACCOUNT: accounts}.items() if some}


def proven(name: str, files: Mapping[str, str]) -> bool:
    """Whether files are a valid certificate with its key: the proxy may be replacing one after the other."""
    try:
        prove(read_pair("\n".join(files.values())), [name])
        return len(files) == 3
    except Failure:
        return False


def _sent(values: Mapping[str, str], region: str, stored: dict[str, str]) -> Iterable[Finding]:
    """Notes in `stored` what was accepted, and returns warnings about the rest."""
    hint = "Allow the host's role ssm:PutParameter there (see docs/iam/setup.yaml); until then, a new host requests new certificates."
    try:
        reach = access("ssm", region, credentials())
        for place, value in values.items():
            _put(reach, place, value)
            stored[place] = _digest(value)
    except AwsRefused as error:
        yield Finding("certificates-not-kept", f"the certificates could not be stored in Parameter Store: {error}", hint, fatal=False)


def _put(reach: Access, place: str, value: str) -> None:
    if len(value) > MOST_BYTES:
        raise AwsRefused("TooLarge", f"{place} would have {len(value)} bytes, and takes {MOST_BYTES}")
    tier = "Intelligent-Tiering"
    ask(reach, "AmazonSSM.PutParameter", {"Name": place, "Value": value, "Type": "SecureString", "Overwrite": True, "Tier": tier})


def _fetched(reach: Access, places: Sequence[str]) -> Mapping[str, str]:
    """The values of the parameters that exist."""
    tens = [places[at : at + MOST_PARAMETERS] for at in range(0, len(places), MOST_PARAMETERS)]
    answers = side_by_side(lambda some: ask(reach, "AmazonSSM.GetParameters", {"Names": list(some), "WithDecryption": True}), tens)
    found: list[Json] = [one for said in answers for one in said.get("Parameters") or ()]
    return {str(one["Name"]): str(one["Value"]) for one in found}


def packed(files: Mapping[str, str]) -> str:
    """Files as a parameter's text."""
    import base64
    import zlib

    return base64.b64encode(zlib.compress(json.dumps(files, sort_keys=True).encode(), 9)).decode()


def unpacked(value: str) -> Mapping[str, str]:
    """The files in a parameter's text; empty if it is damaged."""
    import base64
    import zlib

    try:
        text = zlib.decompressobj().decompress(base64.b64decode(value, validate=True), MOST_UNPACKED)
        files = parsed(text.decode())
    except (ValueError, zlib.error):
        return {}
    return {name: content for name, content in files.items() if isinstance(content, str)}


def _digest(value: str) -> str:
    import hashlib

    return hashlib.sha256(value.encode()).hexdigest()
