"""Requests of services with methods and paths instead of operation names."""
import re
from urllib.parse import parse_qsl
from xml.etree import ElementTree

# https://docs.aws.amazon.com/Route53/latest/APIReference/API_Operations_Amazon_Route_53.html
ROUTE53 = {
    ("GET", r"/hostedzone/?"): "ListHostedZones",
    ("GET", r"/hostedzone/(?P<Id>[^/]+)"): "GetHostedZone",
    ("GET", r"/hostedzone/(?P<HostedZoneId>[^/]+)/rrset/?"): "ListResourceRecordSets",
    ("POST", r"/hostedzone/(?P<HostedZoneId>[^/]+)/rrset/?"): "ChangeResourceRecordSets",
    ("GET", r"/change/(?P<Id>[^/]+)"): "GetChange",
}


def asked(service, environ, body):
    """(operation, params) of a request"""
    method, path = environ["REQUEST_METHOD"], environ["PATH_INFO"]
    query = environ.get("QUERY_STRING", "")
    if service == "route53":
        for (verb, pattern), operation in ROUTE53.items():
            found = re.fullmatch("/2013-04-01" + pattern, path)
            if found and verb == method:
                return operation, {**dict(parse_qsl(query)), **found.groupdict(), **_document(body)}
    return f"{method} {path}", {"query": query, "body": body}


def _document(body):
    return _value(ElementTree.fromstring(body)) if body else {}


def _value(node):
    """An element as JSON: a list is an element in the plural, with members of one name."""
    if not len(node):
        return node.text or ""
    names = [child.tag.rsplit("}", 1)[-1] for child in node]
    if node.tag.rsplit("}", 1)[-1] in ("Changes", "ResourceRecords"):
        return [_value(child) for child in node]
    return {name: _value(child) for name, child in zip(names, node)}
