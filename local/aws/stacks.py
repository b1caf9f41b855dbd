"""moto's CloudFormation with two fixes: drops list items that are AWS::NoValue, and stores policies as JSON."""
import json

from moto.cloudformation import parsing
from moto.iam.models import Role

clean = parsing.clean_json


def clean_json(resource, resources):
    cleaned = clean(resource, resources)
    return [item for item in cleaned if item is not None] if isinstance(resource, list) else cleaned


parsing.clean_json = clean_json


put_policy = Role.put_policy


def put_policy_as_json(self, policy_name, policy_json):
    """Documents in a template are objects; IAM stores and returns text."""
    put_policy(self, policy_name, policy_json if isinstance(policy_json, str) else json.dumps(policy_json))


Role.put_policy = put_policy_as_json
