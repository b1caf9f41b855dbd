"""The AWS of a local cloud: moto with real instances, Run Command and registry. Started by local/cloud.ts."""
import ctypes
import functools
import gc
import signal
import threading

ctypes.CDLL(None).prctl(1, signal.SIGKILL)  # PR_SET_PDEATHSIG: not to outlive the cloud's owner
gc.disable()  # moto's data stays: to search it for garbage again and again takes almost half of the time until it answers

from botocore import loaders  # noqa: E402

loaders.create_loader = functools.cache(loaders.create_loader)  # each loader searches the folders of all services anew

from moto import backends  # noqa: E402
from moto.moto_server.werkzeug_app import DomainDispatcherApplication, MotoRequestHandler, create_backend_app  # noqa: E402
from werkzeug.serving import run_simple  # noqa: E402
from werkzeug.test import Client  # noqa: E402

from ec2 import addresses  # noqa: E402, F401
from ecr import repositories  # noqa: E402, F401
from ecr import proxy  # noqa: E402
from ecr import scanner  # noqa: E402, F401
from ec2 import metadata  # noqa: E402
from ec2 import quotas  # noqa: E402, F401
from ec2 import rules  # noqa: E402, F401
from iam import simulation  # noqa: E402, F401
from route53 import names  # noqa: E402
from route53 import rules as route53_rules  # noqa: E402, F401
import settings  # noqa: E402
from ssm import managed_hosts  # noqa: E402, F401
from sts import web_identity  # noqa: E402, F401
import stacks  # noqa: E402, F401
from calls import Requests  # noqa: E402


SERVICES = frozenset(backends.list_of_moto_modules())
backends.list_of_moto_modules = lambda: SERVICES  # moto searches its folder for them at each request


class QuietHandler(MotoRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_request(self, code="-", size="-"):
        pass


def warm_up(app):
    """moto loads a service at its first request; this request comes before a test's."""
    for service, action in (("sts", "GetCallerIdentity"), ("ec2", "DescribeInstances"), ("iam", "ListRoles")):
        scope = f"Credential=AKIALOCALOBSERVER000/20260101/{settings.REGION}/{service}/aws4_request"
        Client(app).post("/", data={"Action": action}, headers={"Authorization": f"AWS4-HMAC-SHA256 {scope}, Signature=0"})
    gc.freeze()
    gc.enable()


if __name__ == "__main__":
    aws = Requests(DomainDispatcherApplication(create_backend_app))
    for work in (metadata.serve, proxy.serve, names.serve, lambda: warm_up(aws)):
        threading.Thread(target=work, daemon=True).start()
    run_simple(settings.GATEWAY, settings.AWS_PORT, aws, threaded=True, request_handler=QuietHandler)
