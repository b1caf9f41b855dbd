"""CloudFormation as moto plays it, but for lists: an item that is AWS::NoValue is left out there, too."""
from moto.cloudformation import parsing

clean = parsing.clean_json


def clean_json(resource, resources):
    cleaned = clean(resource, resources)
    return [item for item in cleaned if item is not None] if isinstance(resource, list) else cleaned


parsing.clean_json = clean_json
