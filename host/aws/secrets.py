"""Secrets, read with the host's own role. Until Docker gets them, they are only in this program's memory."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Union

from host.aws.calls import Access, access, ask
from host.aws.imds import AwsRefused, credentials
from host.aws.parallel import side_by_side
from host.model.failure import Failure
from host.model.json import Json
from host.model.release import Secret

SSM = "ssm:"
MANAGER = "secretsmanager:"

# https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_GetParameters.html
MOST_PARAMETERS = 10

DENIED = ("AccessDenied", "not authorized")
MISSING = ("ParameterNotFound", "ParameterVersionNotFound", "ResourceNotFound")
# How Parameter Store and Secrets Manager report a key that the role cannot use.
KEY_DENIED = ("kms:Decrypt", "ciphertext refers to", "Access to KMS")


Found = Union[Secret, Failure]
Reach = Mapping[str, Access]


def read(sources: Mapping[str, str], region: str) -> Mapping[str, Secret]:
    """The values by variable, from sources such as `ssm:/path`, `secretsmanager:name` or `secretsmanager:name#key`.

    Reads all in parallel. Raises Failure: secret-denied, secret-missing or secret-failed; its detail names
    every affected source.
    """
    if not sources:
        return {}
    for name, source in sources.items():
        if not source.startswith((SSM, MANAGER)):
            raise Failure("secret-failed", f"{name}: not a valid source")
    places = tuple(dict.fromkeys(_place(source) for source in sources.values()))
    found = _found(places, region)
    return _all({name: _keyed(source, found[_place(source)]) for name, source in sources.items()})


def _place(source: str) -> str:
    """A source without its key: several keys of one secret need one request."""
    return source if source.startswith(SSM) else source.partition("#")[0]


def _found(places: tuple[str, ...], region: str) -> Mapping[str, Found]:
    """Requests ten parameters at a time. A single refused one fails all ten, and a missing one comes
    without a reason: these are requested one by one, to find out what is wrong with which."""
    reach = _reach(places, region)
    parameters = [place for place in places if place.startswith(SSM)]
    tens = [tuple(parameters[at : at + MOST_PARAMETERS]) for at in range(0, len(parameters), MOST_PARAMETERS)]
    secrets = [(place,) for place in places if place.startswith(MANAGER)]
    found = _merged(side_by_side(lambda some: _some(reach, some), [*tens, *secrets]))
    left = [place for place in places if place not in found]
    return {**found, **_merged(side_by_side(lambda place: {place: _one(reach, place)}, left))}


def _reach(places: Iterable[str], region: str) -> Reach:
    """Access by the kind of source."""
    try:
        own = credentials()
        return {kind: access(kind.rstrip(":"), region, own) for kind in {_kind(place) for place in places}}
    except AwsRefused as error:
        raise Failure("secret-failed", f"the credentials of the host's role: {error.words}") from error


def _some(reach: Reach, places: tuple[str, ...]) -> Mapping[str, Found]:
    if _kind(places[0]) == MANAGER:
        return {place: _one(reach, place) for place in places}
    payload = {"Names": [place[len(SSM) :] for place in places], "WithDecryption": True}
    try:
        said = ask(reach[SSM], "AmazonSSM.GetParameters", payload)
    except AwsRefused as error:
        # If all ten failed without an answer, ten more requests would only take ten times longer.
        return {place: _failure(place, error) for place in places} if error.code == "Unreachable" else {}
    found = {name: _parameter(one) for one in said.get("Parameters") or () for name in _names(one)}
    return {place: found[place] for place in places if place in found}


def _names(parameter: Json) -> Iterable[str]:
    """A parameter's name or ARN, each possibly with a selector such as `:3` or `:label`."""
    selector = parameter.get("Selector") or ""
    return (f"{SSM}{name}{selector}" for name in (parameter.get("Name"), parameter.get("ARN")) if name)


def _one(reach: Reach, place: str) -> Found:
    kind = _kind(place)
    name = place[len(kind) :]
    try:
        if kind == SSM:
            said = ask(reach[kind], "AmazonSSM.GetParameter", {"Name": name, "WithDecryption": True})
            found = _parameter(said.get("Parameter") or {})
        else:
            said = ask(reach[kind], "secretsmanager.GetSecretValue", {"SecretId": name})
            found = Secret(str(said.get("SecretString") or ""), str(said.get("VersionId", "")))
    except AwsRefused as error:
        return _failure(place, error)
    return found if found.value else Failure("secret-missing", f"{place} contains no text")


def _parameter(said: Json) -> Secret:
    return Secret(str(said.get("Value", "")), str(said.get("Version", "")))


def _failure(place: str, error: AwsRefused) -> Failure:
    if any(sign in f"{error.code} {error.words}" for sign in DENIED):
        return Failure("secret-denied", f"{place}: the host's role lacks {_lacking(place, error.words)}")
    if error.code.startswith(MISSING):
        return Failure("secret-missing", f"{place} does not exist")
    return Failure("secret-failed", f"{place}: {error.code}: {error.words}")


def _lacking(place: str, words: str) -> str:
    if any(sign in words for sign in KEY_DENIED):
        return f"kms:Decrypt on the key of {place}"
    name = place[len(_kind(place)) :]
    if _kind(place) == MANAGER:
        return f"secretsmanager:GetSecretValue on {name}"
    arn = name if name.startswith("arn:") else f"parameter/{name.lstrip('/')}"
    return f"ssm:GetParameter on {arn}"


def _kind(place: str) -> str:
    return SSM if place.startswith(SSM) else MANAGER


def _keyed(source: str, found: Found) -> Found:
    """The value of a key in the secret's JSON, if the source names one; as JSON if it is not text."""
    key = "" if source.startswith(SSM) else source.partition("#")[2]
    if not key or isinstance(found, Failure):
        return found
    try:
        value = json.loads(found.value)[key]
    except (ValueError, LookupError, TypeError):
        return Failure("secret-missing", f"{source}: no such key in its JSON")
    return found._replace(value=value if isinstance(value, str) else json.dumps(value))


def _merged(some: Iterable[Mapping[str, Found]]) -> Mapping[str, Found]:
    return {place: found for one in some for place, found in one.items()}


def _all(found: Mapping[str, Found]) -> Mapping[str, Secret]:
    failures = [one for one in found.values() if isinstance(one, Failure)]
    if failures:
        cause = failures[0].cause
        details = dict.fromkeys(failure.detail for failure in failures if failure.cause == cause)
        raise Failure(cause, "; ".join(details))
    return {name: one for name, one in found.items() if isinstance(one, Secret)}
