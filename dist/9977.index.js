"use strict";
exports.id = 9977;
exports.ids = [9977];
exports.modules = {

/***/ 5011:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ unlessMissing),
/* harmony export */   i: () => (/* binding */ pages),
/* harmony export */   n: () => (/* binding */ isNamed),
/* harmony export */   r: () => (/* binding */ isUnavailable),
/* harmony export */   t: () => (/* binding */ aws)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2793);

// src/adapters/aws/errors.ts
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
const UNAVAILABLE = "aws-unavailable";
const THROTTLED = [
	"ThrottlingException",
	"Throttling",
	"RequestLimitExceeded",
	"TooManyRequestsException",
	"RateExceeded"
];
const OUT_OF_ORDER = [
	"InternalFailure",
	"InternalError",
	"InternalServerError",
	"InternalServiceError",
	"ServiceFailure",
	"ServerException"
];
const NO_ANSWER = [
	"ServiceUnavailable",
	"ServiceUnavailableException",
	"Unavailable",
	"RequestTimeout",
	"RequestTimeoutException",
	"TimeoutError"
];
const NO_CONNECTION = [
	"ECONNREFUSED",
	"ECONNRESET",
	"EPIPE",
	"ETIMEDOUT",
	"EAI_AGAIN"
];
/** Whether an AWS error has one of these names. */
function isNamed(error, ...names) {
	return error instanceof Error && names.includes(error.name);
}
/** Whether AWS could not be asked, or did not carry out what it was asked for, until the client gave up asking again. */
function isUnavailable(error) {
	return error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__.n && error.code === UNAVAILABLE;
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
	if (isNamed(cause, ...THROTTLED, ...OUT_OF_ORDER, ...NO_ANSWER) || isDisconnected(cause)) return unavailable(action, cause);
}
function isDisconnected(cause) {
	return cause instanceof Error && "code" in cause && NO_CONNECTION.includes(String(cause.code));
}
function unavailable(action, cause) {
	return new _errors_js__WEBPACK_IMPORTED_MODULE_0__.n(UNAVAILABLE, `AWS did not carry out ${action}, and was asked again in vain: ${cause.name}: ${cause.message}`, {
		hint: "Run this again: the next run goes on from what is there. If it stays so, see https://health.aws.amazon.com.",
		cause
	});
}
function denied(action, cause) {
	const asked = /not authorized to perform:? ([a-z0-9-]+:[A-Za-z]+)/.exec(cause.message)?.[1] ?? action;
	const resource = /on resource:? (arn:[^\s,]+[^\s,.])/.exec(cause.message)?.[1];
	return new _errors_js__WEBPACK_IMPORTED_MODULE_0__.n("not-allowed", `AWS refused ${asked}${resource ? ` on ${resource}` : ""} to the role of this run.`, {
		hint: `Allow ${asked} in the policy of the runner's role; docs/iam/setup.yaml has the whole policy.`,
		cause
	});
}
function expired(action, cause) {
	return new _errors_js__WEBPACK_IMPORTED_MODULE_0__.n("credentials-expired", `The AWS credentials expired before ${action}.`, {
		hint: "Set a longer role-duration-seconds in the step aws-actions/configure-aws-credentials.",
		cause
	});
}
function noCredentials(cause) {
	return new _errors_js__WEBPACK_IMPORTED_MODULE_0__.n("no-credentials", "No AWS credentials were found.", {
		hint: "Add aws-actions/configure-aws-credentials before this step, with role-to-assume, and give the job `permissions: id-token: write`.",
		cause
	});
}
function notAccepted(cause) {
	return new _errors_js__WEBPACK_IMPORTED_MODULE_0__.n("credentials-refused", `AWS does not accept the credentials of this run: ${cause.message}`, {
		hint: "Check that role-to-assume (or the access key) belongs to an account where the input aws-region is enabled, and that no older AWS_* variables of the job stand in its way.",
		cause
	});
}



/***/ }),

/***/ 9977:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   httpRegistry: () => (/* binding */ httpRegistry)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2793);
/* harmony import */ var _requests_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7376);


// src/adapters/registry/blob-copy.ts
/** fetch keeps all of a body that it sends for the case of a redirect, except where both of these rule one out: https://fetch.spec.whatwg.org/#http-network-or-cache-fetch */
const NOT_KEPT = {
	window: null,
	redirect: "error"
};
/** Blobs on their way at the same time. */
const LANES = 3;
/** A blob of which nothing came for so long is given up. */
const SILENCE_MS = 6e4;
/** Each blob once, some at a time. The first failure is the copy's. */
async function copyBlobs(copying, blobs) {
	const waiting = [...new Map(blobs.map((blob) => [blob.digest, blob])).values()];
	const lane = async () => {
		for (let blob = waiting.shift(); blob !== void 0; blob = waiting.shift()) await copyBlob(copying, blob);
	};
	try {
		await Promise.all(Array.from({ length: LANES }, lane));
	} catch (error) {
		waiting.length = 0;
		throw copying.order.signal.aborted ? new _errors_js__WEBPACK_IMPORTED_MODULE_0__.t() : error;
	}
}
async function copyBlob(copying, { digest, size }) {
	const { to, order, copied } = copying;
	if (order.signal.aborted) throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__.t();
	if ((await to.ask(`blobs/${digest}`, { method: "HEAD" })).ok) return void (copied.there += 1);
	if (await mount(copying, digest)) return void (copied.mounted += 1);
	await send(copying, {
		digest,
		size
	});
	copied.sent += 1;
	copied.bytes += size;
}
/** A registry that does not mount begins an upload instead, which expires. */
async function mount({ to, order }, digest) {
	const { image } = order.from;
	if (image.registry !== order.to.image.registry) return false;
	const query = new URLSearchParams({
		mount: digest,
		from: image.repository
	});
	return (await to.ask(`blobs/uploads/?${query.toString()}`, { method: "POST" })).status === 201;
}
/** From registry to registry, in one piece, which the second one compares with the digest. Each attempt is an upload of its own. */
async function send(copying, part) {
	const { spec, order } = copying;
	const { ok, image, ...reply } = await (0,_requests_js__WEBPACK_IMPORTED_MODULE_1__.n)(spec.clock, () => stream(copying, part)).catch((error) => {
		throw (0,_requests_js__WEBPACK_IMPORTED_MODULE_1__.i)(`${order.from.image.registry} or ${order.to.image.registry}`, error);
	});
	if (!ok) throw failed(image, `the blob ${part.digest} does not go through: ${(0,_requests_js__WEBPACK_IMPORTED_MODULE_1__.o)(reply)}`);
}
async function stream({ from, to, order }, { digest, size }) {
	const begun = await to.ask("blobs/uploads/", { method: "POST" });
	const location = begun.headers.get("location");
	if (begun.status !== 202 || location === null) return {
		...begun,
		ok: false,
		image: order.to.image
	};
	const quiet = silence(order.signal);
	try {
		const source = await from.open(`blobs/${digest}`, { signal: quiet.signal });
		if (!source.ok || !source.body) return await answered(source, order.from.image);
		return await answered(await to.open((0,_requests_js__WEBPACK_IMPORTED_MODULE_1__.a)(location, digest), {
			method: "PUT",
			headers: {
				"content-type": "application/octet-stream",
				"content-length": String(size)
			},
			body: source.body.pipeThrough(quiet.heard),
			duplex: "half",
			...NOT_KEPT,
			signal: quiet.signal
		}), order.to.image);
	} finally {
		quiet.end();
	}
}
async function answered(response, image) {
	return {
		ok: response.ok,
		status: response.status,
		bytes: Buffer.from(await response.arrayBuffer()),
		image
	};
}
/** A large layer may take its time as long as it keeps coming. */
function silence(cancel) {
	const stop = new AbortController();
	const giveUp = () => stop.abort(Object.assign(/* @__PURE__ */ new Error(`nothing came for ${SILENCE_MS / 1e3} s`), { name: "TimeoutError" }));
	const timer = setTimeout(giveUp, SILENCE_MS);
	const heard = new TransformStream({ transform(chunk, next) {
		timer.refresh();
		next.enqueue(chunk);
	} });
	return {
		signal: AbortSignal.any([cancel, stop.signal]),
		heard,
		end: () => clearTimeout(timer)
	};
}
function failed({ registry, repository }, reason) {
	return new _errors_js__WEBPACK_IMPORTED_MODULE_0__.n("copy-failed", `${registry}/${repository}: ${reason}`, { hint: "Check that the role of this run may pull from the one repository and push to the other (docs/iam/setup.yaml), and run this again." });
}
// src/adapters/registry/copy.ts
const ACCEPT = { accept: _requests_js__WEBPACK_IMPORTED_MODULE_1__.s };
/**
* Copies what a digest stands for: blobs first, then the manifests that name them, the tag last, so that nothing is ever there in part.
* https://github.com/opencontainers/distribution-spec/blob/main/spec.md#push
*/
async function copyImage(spec, order) {
	const { image } = order.from;
	const from = (0,_requests_js__WEBPACK_IMPORTED_MODULE_1__.r)(spec, image, order.from.credentials);
	const to = (0,_requests_js__WEBPACK_IMPORTED_MODULE_1__.r)(spec, order.to.image, order.to.credentials);
	const copying = {
		spec,
		from,
		to,
		order,
		copied: {
			sent: 0,
			mounted: 0,
			there: 0,
			bytes: 0
		}
	};
	const { digest = "" } = image;
	const tag = order.to.image.tag ?? digest;
	if (await digestAt(to, tag) !== digest) {
		await copyManifest(copying, digest, tag);
		const arrived = await digestAt(to, tag);
		if (arrived !== digest) throw failed(order.to.image, `its tag stands for ${arrived ?? "nothing"} instead of ${digest}`);
	}
	return copying.copied;
}
/** What a tag or digest stands for: the hash of what is really there. */
async function digestAt(session, reference) {
	const reply = await session.ask(`manifests/${reference}`, { headers: ACCEPT });
	return reply.ok ? (0,_requests_js__WEBPACK_IMPORTED_MODULE_1__.t)(reply.bytes) : void 0;
}
async function copyManifest(copying, digest, reference) {
	const { from, to, order } = copying;
	const source = await from.ask(`manifests/${digest}`, { headers: ACCEPT });
	if (!source.ok) throw failed(order.from.image, `${digest} cannot be read: ${(0,_requests_js__WEBPACK_IMPORTED_MODULE_1__.o)(source)}`);
	if ((0,_requests_js__WEBPACK_IMPORTED_MODULE_1__.t)(source.bytes) !== digest) throw failed(order.from.image, `the registry gives ${(0,_requests_js__WEBPACK_IMPORTED_MODULE_1__.t)(source.bytes)} for ${digest}`);
	const manifest = JSON.parse(source.bytes.toString());
	for (const part of manifest.manifests ?? []) if (await digestAt(to, part.digest) !== part.digest) await copyManifest(copying, part.digest, part.digest);
	await copyBlobs(copying, [...manifest.config ? [manifest.config] : [], ...manifest.layers ?? []].filter(({ urls = [] }) => urls.length === 0));
	const type = source.headers.get("content-type") ?? "application/vnd.oci.image.manifest.v1+json";
	const put = await to.ask(`manifests/${reference}`, {
		method: "PUT",
		headers: { "content-type": type },
		body: source.bytes
	});
	if (!put.ok && await digestAt(to, reference) !== digest) throw failed(order.to.image, `it does not take ${reference}: ${(0,_requests_js__WEBPACK_IMPORTED_MODULE_1__.o)(put)}`);
}
// src/adapters/registry/registry.ts
/** Speaks https://github.com/opencontainers/distribution-spec/blob/main/spec.md with any registry. */
function httpRegistry(spec) {
	return {
		async inspect(image, credentials) {
			const get = registryGet(spec, image, credentials);
			const answer = await get(`manifests/${image.digest ?? image.tag ?? "latest"}`, _requests_js__WEBPACK_IMPORTED_MODULE_1__.s);
			if (!answer.ok) throw unreadable(image, answer);
			const manifest = JSON.parse(answer.text);
			const [told, bytes] = await Promise.all([configurationOf(manifest, get, image), sizeOf(manifest, get)]);
			return {
				digest: image.digest ?? answer.digest,
				...told,
				bytes
			};
		},
		async tag(image, tag, credentials) {
			const session = (0,_requests_js__WEBPACK_IMPORTED_MODULE_1__.r)(spec, image, credentials);
			const found = await session.ask(`manifests/${image.digest ?? image.tag ?? "latest"}`, { headers: { accept: _requests_js__WEBPACK_IMPORTED_MODULE_1__.s } });
			if (!found.ok) throw unreadable(image, {
				status: found.status,
				text: found.bytes.toString()
			});
			const headers = { "content-type": found.headers.get("content-type") ?? "" };
			const put = await session.ask(`manifests/${tag}`, {
				method: "PUT",
				headers,
				body: found.bytes
			});
			if (put.ok) return;
			const words = put.bytes.toString().slice(0, 300);
			throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__.n("push-failed", `${image.registry} answers HTTP ${put.status} for the tag ${tag}: ${words}`);
		},
		copy: (from, to, signal) => copyImage(spec, {
			from,
			to,
			signal
		})
	};
}
/** Reads below `/v2/<repository>/`. */
function registryGet(spec, image, credentials) {
	const session = (0,_requests_js__WEBPACK_IMPORTED_MODULE_1__.r)(spec, image, credentials);
	return async (path, accept) => {
		const { ok, status, headers, bytes } = await session.ask(path, { headers: { accept } });
		return {
			ok,
			status,
			text: bytes.toString(),
			digest: headers.get("docker-content-digest") ?? (0,_requests_js__WEBPACK_IMPORTED_MODULE_1__.t)(bytes)
		};
	};
}
/** Of an index, nothing but the platforms: each of its images has a configuration of its own. */
async function configurationOf(manifest, get, image) {
	if (manifest.manifests) return { platforms: [...new Set(manifest.manifests.flatMap(({ platform }) => platformName(platform)))] };
	if (!manifest.config) throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__.n("image-not-found", `${spell(image)} is not an image.`, { hint: "Check the input image." });
	const answer = await get(`blobs/${manifest.config.digest}`, "*/*");
	if (!answer.ok) throw unreadable(image, answer);
	const { config, ...platform } = JSON.parse(answer.text);
	return {
		platforms: platformName(platform),
		volumes: Object.keys(config?.Volumes ?? {})
	};
}
/** Of an index, the largest of its images. What cannot be read counts as 0: the size only decides whether a pull is tried. */
async function sizeOf({ layers, manifests }, get) {
	if (!manifests) return (layers ?? []).reduce((sum, { size }) => sum + size, 0);
	const images = manifests.filter(({ platform }) => platformName(platform).length > 0);
	const answers = await Promise.all(images.map(({ digest }) => get(`manifests/${digest}`, _requests_js__WEBPACK_IMPORTED_MODULE_1__.l)));
	const sizes = await Promise.all(answers.filter(({ ok }) => ok).map(({ text }) => sizeOf(JSON.parse(text), get)));
	return Math.max(0, ...sizes);
}
/** Attestations stand in an index as `unknown/unknown`. */
function platformName({ os, architecture } = {}) {
	return os === void 0 || architecture === void 0 || os === "unknown" ? [] : [`${os}/${architecture}`];
}
function unreadable(image, { status, text }) {
	const name = spell(image);
	if (status === 404) return new _errors_js__WEBPACK_IMPORTED_MODULE_0__.n("image-not-found", `${name} does not exist.`, { hint: "Check the input image: registry, repository, tag." });
	if (status === 401 || status === 403) return new _errors_js__WEBPACK_IMPORTED_MODULE_0__.n("pull-denied", `${image.registry} does not show ${name} (HTTP ${status}): it is private, or does not exist.`, { hint: "Use a public image or one in this account's ECR, and check its name." });
	if (status === 429) return new _errors_js__WEBPACK_IMPORTED_MODULE_0__.n("pull-failed", `${image.registry} limits the rate of pulls.`, { hint: "Copy the image to ECR, or use public.ecr.aws." });
	return new _errors_js__WEBPACK_IMPORTED_MODULE_0__.n("pull-failed", `${image.registry} answers HTTP ${status} for ${name}: ${text.slice(0, 300)}`, { hint: "Try again later." });
}
function spell({ registry, repository, tag, digest }) {
	return `${registry}/${repository}${tag === void 0 ? "" : `:${tag}`}${digest === void 0 ? "" : `@${digest}`}`;
}



/***/ }),

/***/ 7376:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ uploadOf),
/* harmony export */   c: () => (/* binding */ OCI_MANIFEST),
/* harmony export */   i: () => (/* binding */ unreached),
/* harmony export */   l: () => (/* binding */ ONE_PLATFORM),
/* harmony export */   n: () => (/* binding */ patiently),
/* harmony export */   o: () => (/* binding */ words),
/* harmony export */   r: () => (/* binding */ registrySession),
/* harmony export */   s: () => (/* binding */ ANY_MANIFEST),
/* harmony export */   t: () => (/* binding */ digestOf)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2793);
/* harmony import */ var _errors2_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5011);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_2__);



// src/adapters/registry/manifests.ts
/** Media types by which registries tell an image of several platforms from one of a single platform. */
const INDEXES = ["application/vnd.oci.image.index.v1+json", "application/vnd.docker.distribution.manifest.list.v2+json"];
const OCI_MANIFEST = "application/vnd.oci.image.manifest.v1+json";
const MANIFESTS = [OCI_MANIFEST, "application/vnd.docker.distribution.manifest.v2+json"];
/** The header `accept` for an image of a single platform, and for one of any kind. */
const ONE_PLATFORM = MANIFESTS.join(", ");
const ANY_MANIFEST = [...INDEXES, ...MANIFESTS].join(", ");
// src/adapters/registry/requests.ts
const TIMEOUT_MS = 3e4;
/** Between attempts, when the network or the registry fails. */
const PAUSES_MS = [
	250,
	1e3,
	2500
];
function digestOf(bytes) {
	return `sha256:${(0,node_crypto__WEBPACK_IMPORTED_MODULE_2__.createHash)("sha256").update(bytes).digest("hex")}`;
}
/** Where the upload of a blob ends; the address that the registry named may have a query of its own. */
function uploadOf(location, digest) {
	return `${location}${location.includes("?") ? "&" : "?"}digest=${encodeURIComponent(digest)}`;
}
/** How a registry answered, for who reads of it. */
function words({ status, bytes }) {
	return `HTTP ${status} ${bytes.toString().slice(0, 300)}`.trim();
}
function registrySession(spec, { registry, repository }, credentials) {
	const origin = `https://${registry === "docker.io" ? "registry-1.docker.io" : registry}`;
	const base = `${origin}/v2/${repository}/`;
	let authorization;
	let asking;
	const open = (path, init) => {
		const url = new URL(path, base);
		const own = authorization !== void 0 && url.origin === origin ? { authorization } : {};
		return spec.fetch(url.href, {
			...init,
			headers: {
				...init.headers,
				...own
			}
		});
	};
	const once = (path, asked) => whole(spec, registry, (signal) => open(path, {
		...asked,
		signal
	}));
	return {
		open,
		async ask(path, asked = {}) {
			const known = authorization;
			const reply = await once(path, asked);
			const challenge = reply.headers.get("www-authenticate");
			if (reply.status !== 401 || challenge === null || known !== void 0) return reply;
			authorization = await (asking ??= authorize(spec, challenge, credentials));
			return authorization === void 0 ? reply : once(path, asked);
		}
	};
}
/** A redirect to a blob store drops the authorization, as fetch does across origins. */
async function whole({ clock }, host, send) {
	const attempt = async () => {
		const response = await send(AbortSignal.timeout(TIMEOUT_MS));
		const { ok, status, headers } = response;
		return {
			ok,
			status,
			headers,
			bytes: Buffer.from(await response.arrayBuffer())
		};
	};
	try {
		return await patiently(clock, attempt);
	} catch (cause) {
		throw unreached(host, cause);
	}
}
/** What a request that got no answer means to the user. */
function unreached(host, cause) {
	if (cause instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__.t || cause instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__.n) return cause;
	const reason = cause instanceof Error && cause.cause instanceof Error ? cause.cause.message : String(cause);
	return new _errors_js__WEBPACK_IMPORTED_MODULE_0__.n("pull-failed", `${host} cannot be reached: ${reason}`, {
		hint: "Check the name of the registry, and that this runner reaches it.",
		cause
	});
}
/** Tries again what may pass by itself: a connection that breaks, a registry that fails. Not silence: that has taken long enough. */
async function patiently(clock, attempt) {
	for (const pause of PAUSES_MS) {
		const reply = await attempt().catch((error) => {
			if ((0,_errors2_js__WEBPACK_IMPORTED_MODULE_1__.n)(error, "TimeoutError", "AbortError") || error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__.n || error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__.t) throw error;
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
	const headers = {
		accept: "application/json",
		...basic !== void 0 && { authorization: basic }
	};
	const url = `${realm}?${new URLSearchParams(scope).toString()}`;
	const reply = await whole(spec, new URL(realm).host, (signal) => spec.fetch(url, {
		headers,
		signal
	}));
	if (!reply.ok) return void 0;
	const { token, access_token } = JSON.parse(reply.bytes.toString());
	return `Bearer ${token ?? access_token ?? ""}`;
}



/***/ })

};
;