"use strict";
exports.id = 29;
exports.ids = [29];
exports.modules = {

/***/ 5546:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ unlessMissing),
/* harmony export */   i: () => (/* binding */ pages),
/* harmony export */   n: () => (/* binding */ isNamed),
/* harmony export */   r: () => (/* binding */ isThrottled),
/* harmony export */   t: () => (/* binding */ aws)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5914);

// src/adapters/aws-errors.ts
const DENIED = [
	"AccessDenied",
	"AccessDeniedException",
	"UnauthorizedOperation",
	"Client.UnauthorizedOperation",
	"NotAuthorized"
];
const EXPIRED = [
	"ExpiredToken",
	"ExpiredTokenException",
	"RequestExpired",
	"TokenRefreshRequired"
];
const NOT_ACCEPTED = [
	"InvalidClientTokenId",
	"UnrecognizedClientException",
	"AuthFailure",
	"SignatureDoesNotMatch",
	"IncompleteSignature"
];
const THROTTLED = [
	"ThrottlingException",
	"Throttling",
	"RequestLimitExceeded",
	"TooManyRequestsException",
	"RateExceeded"
];
/** Whether an AWS error has one of these names. */
function isNamed(error, ...names) {
	return error instanceof Error && names.includes(error.name);
}
function isThrottled(error) {
	return isNamed(error, ...THROTTLED);
}
/** Awaits a call to AWS. `action` is its IAM name, such as `ec2:RunInstances`; a refusal becomes a `DeployError` that names it. */
async function aws(action, answer) {
	try {
		return await answer;
	} catch (cause) {
		throw translated(action, cause) ?? cause;
	}
}
/** Like `aws`, but an error with one of these names means that the thing is not there. */
async function unlessMissing(action, answer, ...names) {
	try {
		return await aws(action, answer);
	} catch (error) {
		if (isNamed(error, ...names)) return void 0;
		throw error;
	}
}
/** The items of all pages. */
async function pages(action, all, pick) {
	const found = [];
	await aws(action, (async () => {
		for await (const page of all) found.push(...pick(page) ?? []);
	})());
	return found;
}
function translated(action, cause) {
	if (isNamed(cause, ...DENIED)) return denied(action, cause);
	if (isNamed(cause, ...EXPIRED)) return expired(action, cause);
	if (isNamed(cause, "CredentialsProviderError")) return noCredentials(cause);
	if (isNamed(cause, ...NOT_ACCEPTED)) return notAccepted(cause);
}
function denied(action, cause) {
	const asked = /not authorized to perform:? ([a-z0-9-]+:[A-Za-z]+)/.exec(cause.message)?.[1] ?? action;
	const resource = /on resource:? (arn:[^\s,]+[^\s,.])/.exec(cause.message)?.[1];
	return new _errors_js__WEBPACK_IMPORTED_MODULE_0__.n("not-allowed", `AWS refused ${asked}${resource ? ` on ${resource}` : ""} to the role of this run.`, {
		next: `Allow ${asked} in the policy of the runner's role; docs/iam/setup.yaml has the whole policy.`,
		cause
	});
}
function expired(action, cause) {
	return new _errors_js__WEBPACK_IMPORTED_MODULE_0__.n("credentials-expired", `The AWS credentials expired before ${action}.`, {
		next: "Set a longer role-duration-seconds in the step aws-actions/configure-aws-credentials.",
		cause
	});
}
function noCredentials(cause) {
	return new _errors_js__WEBPACK_IMPORTED_MODULE_0__.n("no-credentials", "No AWS credentials were found.", {
		next: "Add aws-actions/configure-aws-credentials before this step, with role-to-assume, and give the job `permissions: id-token: write`.",
		cause
	});
}
function notAccepted(cause) {
	return new _errors_js__WEBPACK_IMPORTED_MODULE_0__.n("credentials-refused", `AWS does not accept the credentials of this run: ${cause.message}`, {
		next: "Check that role-to-assume (or the access key) belongs to an account where the input aws-region is enabled, and that no older AWS_* variables of the job stand in its way.",
		cause
	});
}



/***/ }),

/***/ 29:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   httpRegistry: () => (/* binding */ httpRegistry)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5914);
/* harmony import */ var _aws_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5546);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_2__);



// src/adapters/registry-requests.ts
const TIMEOUT_MS = 3e4;
/** Between attempts, when the network or the registry fails. */
const PAUSES_MS = [
	250,
	1e3,
	2500
];
/** Reads below `/v2/<repository>/`, with whatever authorization the registry asks for. */
function registryGet(spec, image, credentials) {
	const host = image.registry === "docker.io" ? "registry-1.docker.io" : image.registry;
	let authorization;
	return async (path, accept) => {
		const url = `https://${host}/v2/${image.repository}/${path}`;
		let reply = await request(spec, url, {
			accept,
			authorization
		});
		const challenge = reply.headers.get("www-authenticate");
		if (reply.status === 401 && challenge !== null && authorization === void 0) {
			authorization = await authorize(spec, challenge, credentials);
			if (authorization !== void 0) reply = await request(spec, url, {
				accept,
				authorization
			});
		}
		const { ok, status, text } = reply;
		return {
			ok,
			status,
			text,
			digest: reply.headers.get("docker-content-digest") ?? `sha256:${(0,node_crypto__WEBPACK_IMPORTED_MODULE_2__.createHash)("sha256").update(text).digest("hex")}`
		};
	};
}
async function request({ fetch, clock }, url, { accept, authorization }) {
	const headers = {
		accept,
		...authorization !== void 0 && { authorization }
	};
	const attempt = async () => {
		const response = await fetch(url, {
			headers,
			signal: AbortSignal.timeout(TIMEOUT_MS)
		});
		return {
			ok: response.ok,
			status: response.status,
			headers: response.headers,
			text: await response.text()
		};
	};
	try {
		return await patiently(clock, attempt);
	} catch (cause) {
		if (cause instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__.t) throw cause;
		const reason = cause instanceof Error && cause.cause instanceof Error ? cause.cause.message : String(cause);
		throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__.n("pull-failed", `${new URL(url).host} cannot be reached: ${reason}`, {
			next: "Check the registry in the input image.",
			cause
		});
	}
}
/** Tries again what may pass by itself: a connection that breaks, a registry that fails. Not silence: that has taken long enough. */
async function patiently(clock, attempt) {
	for (const pause of PAUSES_MS) {
		const reply = await attempt().catch((error) => {
			if ((0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_1__.n)(error, "TimeoutError")) throw error;
		});
		if (reply && reply.status < 500) return reply;
		await clock.sleep(pause);
	}
	return attempt();
}
/** https://distribution.github.io/distribution/spec/auth/token/ */
async function authorize(spec, challenge, credentials) {
	const basic = credentials && `Basic ${Buffer.from(`${credentials.username}:${credentials.password}`).toString("base64")}`;
	if (/^basic\b/i.test(challenge)) return basic;
	const { realm, ...scope } = Object.fromEntries([...challenge.matchAll(/(\w+)="([^"]*)"/g)].map(([, key = "", value = ""]) => [key, value]));
	if (realm === void 0 || !realm.startsWith("https://")) return void 0;
	const reply = await request(spec, `${realm}?${new URLSearchParams(scope).toString()}`, {
		accept: "application/json",
		authorization: basic
	});
	if (!reply.ok) return void 0;
	const { token, access_token } = JSON.parse(reply.text);
	return `Bearer ${token ?? access_token ?? ""}`;
}
// src/adapters/http-registry.ts
const INDEXES = ["application/vnd.oci.image.index.v1+json", "application/vnd.docker.distribution.manifest.list.v2+json"];
const MANIFESTS = ["application/vnd.oci.image.manifest.v1+json", "application/vnd.docker.distribution.manifest.v2+json"];
/** Speaks https://github.com/opencontainers/distribution-spec/blob/main/spec.md with any registry. */
function httpRegistry(spec) {
	return { async inspect(image, credentials) {
		const get = registryGet(spec, image, credentials);
		const answer = await get(`manifests/${image.digest ?? image.tag ?? "latest"}`, [...INDEXES, ...MANIFESTS].join(", "));
		if (!answer.ok) throw unreadable(image, answer);
		const manifest = JSON.parse(answer.text);
		const [platforms, bytes] = await Promise.all([platformsOf(manifest, get, image), sizeOf(manifest, get)]);
		return {
			digest: image.digest ?? answer.digest,
			platforms,
			bytes
		};
	} };
}
async function platformsOf(manifest, get, image) {
	if (manifest.manifests) return [...new Set(manifest.manifests.flatMap(({ platform }) => platformName(platform)))];
	if (!manifest.config) throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__.n("image-not-found", `${spell(image)} is not an image.`, { next: "Check the input image." });
	const answer = await get(`blobs/${manifest.config.digest}`, "*/*");
	if (!answer.ok) throw unreadable(image, answer);
	return platformName(JSON.parse(answer.text));
}
/** Of an index, the largest of its images. What cannot be read counts as 0: the size only decides whether a pull is tried. */
async function sizeOf({ layers, manifests }, get) {
	if (!manifests) return (layers ?? []).reduce((sum, { size }) => sum + size, 0);
	const images = manifests.filter(({ platform }) => platformName(platform).length > 0);
	const answers = await Promise.all(images.map(({ digest }) => get(`manifests/${digest}`, MANIFESTS.join(", "))));
	const sizes = await Promise.all(answers.filter(({ ok }) => ok).map(({ text }) => sizeOf(JSON.parse(text), get)));
	return Math.max(0, ...sizes);
}
/** Attestations stand in an index as `unknown/unknown`. */
function platformName({ os, architecture } = {}) {
	return os === void 0 || architecture === void 0 || os === "unknown" ? [] : [`${os}/${architecture}`];
}
function unreadable(image, { status, text }) {
	const name = spell(image);
	if (status === 404) return new _errors_js__WEBPACK_IMPORTED_MODULE_0__.n("image-not-found", `${name} does not exist.`, { next: "Check the input image: registry, repository, tag." });
	if (status === 401 || status === 403) return new _errors_js__WEBPACK_IMPORTED_MODULE_0__.n("pull-denied", `${image.registry} does not show ${name} (HTTP ${status}): it is private, or does not exist.`, { next: "Use a public image or one in this account's ECR, and check its name." });
	if (status === 429) return new _errors_js__WEBPACK_IMPORTED_MODULE_0__.n("pull-failed", `${image.registry} limits the rate of pulls.`, { next: "Copy the image to ECR, or use public.ecr.aws." });
	return new _errors_js__WEBPACK_IMPORTED_MODULE_0__.n("pull-failed", `${image.registry} answers HTTP ${status} for ${name}: ${text.slice(0, 300)}`, { next: "Try again later." });
}
function spell({ registry, repository, tag, digest }) {
	return `${registry}/${repository}${tag === void 0 ? "" : `:${tag}`}${digest === void 0 ? "" : `@${digest}`}`;
}



/***/ })

};
;