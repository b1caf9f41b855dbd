"""iam:SimulatePrincipalPolicy for roles. Conditions count as met."""
from moto.core.responses import ActionResult
from moto.iam.exceptions import NotFoundException
from moto.iam.responses import IamResponse

import principals


def simulate_principal_policy(self):
    source = self._get_param("PolicySourceArn")
    role = next((role for role in self.backend.roles.values() if role.arn == source), None)
    if role is None:
        raise NotFoundException(f"The entity {source} cannot be found.")
    documents = principals.documents_of(role)
    asked = [(action, resource) for action in self._get_param("ActionNames", []) for resource in self._get_param("ResourceArns", ["*"])]
    return ActionResult({"EvaluationResults": [evaluated(documents, *one) for one in asked], "IsTruncated": False})


def evaluated(documents, action, resource):
    statements = [s for document in documents for s in principals.listed(document["Statement"])]
    effects = {s["Effect"] for s in statements if principals.statement_covers(s, action, resource)}
    decision = "explicitDeny" if "Deny" in effects else "allowed" if "Allow" in effects else "implicitDeny"
    return {"EvalActionName": action, "EvalResourceName": resource, "EvalDecision": decision, "MatchedStatements": [], "MissingContextValues": []}


IamResponse.simulate_principal_policy = simulate_principal_policy
