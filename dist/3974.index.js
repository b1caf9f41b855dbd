"use strict";
exports.id = 3974;
exports.ids = [3974];
exports.modules = {

/***/ 5914:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ unlessMissing),
/* harmony export */   i: () => (/* binding */ pages),
/* harmony export */   n: () => (/* binding */ isNamed),
/* harmony export */   r: () => (/* binding */ isUnavailable),
/* harmony export */   t: () => (/* binding */ aws)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8675);

// src/adapters/aws/errors.ts
var DENIED = [
	"AccessDenied",
	"AccessDeniedException",
	"UnauthorizedOperation",
	"Client.UnauthorizedOperation",
	"NotAuthorized"
];
var EXPIRED = [
	"ExpiredToken",
	"ExpiredTokenException",
	"RequestExpired",
	"TokenRefreshRequired"
];
var NOT_ACCEPTED = [
	"InvalidClientTokenId",
	"UnrecognizedClientException",
	"AuthFailure",
	"SignatureDoesNotMatch",
	"IncompleteSignature"
];
var UNAVAILABLE = "aws-unavailable";
var THROTTLED = [
	"ThrottlingException",
	"Throttling",
	"RequestLimitExceeded",
	"TooManyRequestsException",
	"RateExceeded",
	"PriorRequestNotComplete"
];
var OUT_OF_ORDER = [
	"InternalFailure",
	"InternalError",
	"InternalServerError",
	"InternalServiceError",
	"ServiceFailure",
	"ServerException"
];
var NO_ANSWER = [
	"ServiceUnavailable",
	"ServiceUnavailableException",
	"Unavailable",
	"IDPCommunicationError",
	"IDPCommunicationErrorException",
	"RequestTimeout",
	"RequestTimeoutException",
	"TimeoutError"
];
var NO_CONNECTION = [
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
/** Whether AWS was out of reach or failed, also after all retries. */
function isUnavailable(error) {
	return error instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.sr && error.code === UNAVAILABLE;
}
/** Awaits a call to AWS. `action` is its IAM name, such as `ec2:RunInstances`; a refusal becomes a `DeployError` that names it. */
async function aws(action, answer) {
	try {
		return await answer;
	} catch (cause) {
		throw translated(action, cause) ?? cause;
	}
}
/** Like `aws`, but an error with one of these names means that the resource does not exist. */
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
	if (isNoAnswerOfAws(cause)) return notAws(action, cause);
}
/** The SDK could not read the answer, such as the HTML of a proxy. It keeps the answer in a hidden field. */
function isNoAnswerOfAws(cause) {
	return cause instanceof Error && "$response" in cause && cause.message.includes("Deserialization error");
}
function notAws(action, cause) {
	const { statusCode = "unknown" } = cause.$response;
	return new _start_js__WEBPACK_IMPORTED_MODULE_0__.sr(UNAVAILABLE, `The answer to ${action} did not come from AWS (HTTP status ${statusCode}).`, {
		hint: "Check the input aws-region, and that no proxy between the runner and AWS answers instead of it. Then run this again: it continues from what is there.",
		cause
	});
}
function isDisconnected(cause) {
	return cause instanceof Error && "code" in cause && NO_CONNECTION.includes(String(cause.code));
}
function unavailable(action, cause) {
	return new _start_js__WEBPACK_IMPORTED_MODULE_0__.sr(UNAVAILABLE, `AWS failed ${action} several times: ${cause.name}: ${cause.message}`, {
		hint: "Run this again: it continues from what is there. If AWS keeps failing, see https://health.aws.amazon.com.",
		cause
	});
}
function denied(action, cause) {
	const asked = /not authorized to perform:? ([a-z0-9-]+:[A-Za-z]+)/.exec(cause.message)?.[1] ?? action;
	const resource = /on resource:? (arn:[^\s,]+[^\s,.])/.exec(cause.message)?.[1];
	return new _start_js__WEBPACK_IMPORTED_MODULE_0__.sr("not-allowed", `AWS refused ${asked}${resource ? ` on ${resource}` : ""} to the role of this run.`, {
		hint: `Allow ${asked} in the policy of the runner's role. docs/iam/setup.yaml has the whole policy.`,
		cause
	});
}
function expired(action, cause) {
	return new _start_js__WEBPACK_IMPORTED_MODULE_0__.sr("credentials-expired", `The AWS credentials expired before ${action}.`, {
		hint: "Set the input role-to-assume, whose credentials the action renews, or get credentials that last longer in the earlier step.",
		cause
	});
}
function noCredentials(cause) {
	return new _start_js__WEBPACK_IMPORTED_MODULE_0__.sr("no-credentials", "No AWS credentials were found.", {
		hint: "Set the input role-to-assume, and give the job `permissions: id-token: write`. If it is set to a variable, that variable is empty here.",
		cause
	});
}
function notAccepted(cause) {
	return new _start_js__WEBPACK_IMPORTED_MODULE_0__.sr("credentials-refused", `AWS does not accept the credentials of this run: ${cause.message}`, {
		hint: "Check that the input aws-region is enabled in the account of role-to-assume (or the access key), and that no old AWS_* variables of the job interfere.",
		cause
	});
}



/***/ }),

/***/ 1516:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ platformOf),
/* harmony export */   i: () => (/* binding */ platform),
/* harmony export */   n: () => (/* binding */ isDigest),
/* harmony export */   o: () => (/* binding */ readManifest),
/* harmony export */   r: () => (/* binding */ isRecord),
/* harmony export */   t: () => (/* binding */ digest)
/* harmony export */ });
/* harmony import */ var _start_packages_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8987);
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8675);


// src/domain/image/manifest.ts
/** The only algorithm by which hosts pull: https://github.com/opencontainers/image-spec/blob/v1.1.1/descriptor.md#digests */
var digest = (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.w)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.A)(), (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.E)(/^sha256:[0-9a-f]{64}$/));
/** More than any image has, and few enough to query a registry about each. */
var MOST_ENTRIES = 64;
var MOST_LAYERS = 1e3;
/** The lists of a manifest contain objects. */
var DEEPEST = 8;
/** Fields of an image. A manifest with these and the fields of an index is ambiguous: its reader decides. */
var OF_IMAGES = [
	"config",
	"layers",
	"fsLayers"
];
/** Whether a registry returned something that can be a digest. */
function isDigest(text) {
	return (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.u)(digest, text);
}
/** Platform of an image. `undefined`: it does not say, so any host may choose it. */
var platform = (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.x)({
	os: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)(_start_js__WEBPACK_IMPORTED_MODULE_1__.Jn),
	architecture: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)(_start_js__WEBPACK_IMPORTED_MODULE_1__.Jn)
});
/** `urls`: where to find a layer that no registry has, such as the base of Windows images. `size`: bytes. */
var blob = (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.x)({
	digest,
	size: _start_js__WEBPACK_IMPORTED_MODULE_1__.Gn,
	mediaType: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.A)()),
	urls: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.t)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.A)()))
});
var KIND = "vnd.docker.reference.type";
var entry = (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.x)({
	digest,
	platform: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.y)(platform),
	annotations: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.y)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.x)({ [KIND]: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.A)()) }))
});
/** For an index: its images. https://github.com/opencontainers/image-spec/blob/v1.1.1/image-index.md */
var MANIFEST = (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.x)({
	config: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)(blob),
	layers: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.w)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.t)(blob), (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.m)(MOST_LAYERS))),
	manifests: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.w)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.t)(entry), (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.m)(MOST_ENTRIES)))
});
/** `undefined` for something that is no manifest, is larger than any image, or is ambiguous to a host. */
function readManifest(text) {
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.Zn)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.w)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.N)(), (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.r)((value) => isUnambiguous(text, value)), MANIFEST), text);
}
/** `linux/amd64`; `undefined` if it does not say. */
function platformOf(one) {
	return one?.os === void 0 || one.architecture === void 0 ? void 0 : `${one.os}/${one.architecture}`;
}
/** Whether an entry describes an image instead of being one: https://docs.docker.com/build/metadata/attestations/attestation-storage/ */
function isRecord({ platform: of, annotations }) {
	return annotations?.[KIND] === "attestation-manifest" && platformOf(of) === "unknown/unknown";
}
/**
* Whether a manifest is unambiguous: no object in it has two fields of one name, and it is not both an index and an image. Docker ignores the case
* of names, and of duplicates it takes the last, or merges them: https://pkg.go.dev/encoding/json#Unmarshal
*/
function isUnambiguous(text, value) {
	return (text.match(/"[^"\\]*(?:\\.[^"\\]*)*"\s*:?/g) ?? []).filter((one) => one.endsWith(":")).length === namesIn(value, DEEPEST) && isOneKind(value);
}
/** A schema whose fields are all optional also accepts lists. */
function isOneKind(value) {
	if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
	return !("manifests" in value) || OF_IMAGES.every((name) => !(name in value));
}
/** The distinct names of fields, object by object; NaN if the nesting is deeper than in any manifest. */
function namesIn(value, depth) {
	if (typeof value !== "object" || value === null) return 0;
	if (depth === 0) return NaN;
	const names = Array.isArray(value) ? [] : Object.keys(value).map((name) => name.normalize("NFKC").toLowerCase());
	return Object.values(value).reduce((sum, item) => sum + namesIn(item, depth - 1), new Set(names).size);
}



/***/ }),

/***/ 3974:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   httpRegistry: () => (/* binding */ httpRegistry)
/* harmony export */ });
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1516);
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8675);
/* harmony import */ var _requests_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7215);



// src/adapters/registry/blob-copy.ts
/**
* fetch buffers a whole request body in case of a redirect, unless both of these rule one out:
* https://fetch.spec.whatwg.org/#http-network-or-cache-fetch
*/
var NOT_KEPT = {
	window: null,
	redirect: "error"
};
/** Blobs copied in parallel. */
var LANES = 3;
/** A transfer without any data for this long is aborted. */
var SILENCE_MS = 6e4;
/** Copies each blob once, several in parallel. The first failure fails the copy. */
async function copyBlobs(copying, blobs) {
	const waiting = [...new Map(blobs.map((blob) => [blob.digest, blob])).values()];
	const lane = async () => {
		for (let blob = waiting.shift(); blob !== void 0; blob = waiting.shift()) await copyBlob(copying, blob);
	};
	try {
		await Promise.all(Array.from({ length: LANES }, lane));
	} catch (error) {
		waiting.length = 0;
		throw copying.order.signal.aborted ? new _start_js__WEBPACK_IMPORTED_MODULE_1__.or() : error;
	}
}
async function copyBlob(copying, { digest, size }) {
	const { to, order, copied } = copying;
	if (order.signal.aborted) throw new _start_js__WEBPACK_IMPORTED_MODULE_1__.or();
	if ((await to.ask(`blobs/${digest}`, { method: "HEAD" })).ok) return void (copied.there += 1);
	if (await mount(copying, digest)) return void (copied.mounted += 1);
	await send(copying, {
		digest,
		size
	});
	copied.sent += 1;
	copied.bytes += size;
}
/** A registry that does not mount starts an upload instead, which expires. */
async function mount({ to, order }, digest) {
	const { image } = order.from;
	if (image.registry !== order.to.image.registry) return false;
	const query = new URLSearchParams({
		mount: digest,
		from: image.repository
	});
	return (await to.ask(`blobs/uploads/?${query.toString()}`, { method: "POST" })).status === 201;
}
/** Streams a blob from registry to registry; the second one compares it with the digest. Each attempt is a new upload. */
async function send(copying, part) {
	const { spec, order } = copying;
	const { ok, image, ...reply } = await (0,_requests_js__WEBPACK_IMPORTED_MODULE_2__.n)(spec.clock, () => stream(copying, part)).catch((error) => {
		throw (0,_requests_js__WEBPACK_IMPORTED_MODULE_2__.i)(`${order.from.image.registry} or ${order.to.image.registry}`, error);
	});
	if (!ok) throw failed(image, `the blob ${part.digest} could not be copied: ${(0,_requests_js__WEBPACK_IMPORTED_MODULE_2__.o)(reply)}`);
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
		return await answered(await to.open((0,_requests_js__WEBPACK_IMPORTED_MODULE_2__.a)(location, digest), {
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
/** A large layer has no time limit while its data keeps coming. */
function silence(cancel) {
	const stop = new AbortController();
	const giveUp = () => stop.abort(Object.assign(/* @__PURE__ */ new Error(`no data for ${SILENCE_MS / 1e3} s`), { name: "TimeoutError" }));
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
	return new _start_js__WEBPACK_IMPORTED_MODULE_1__.sr("copy-failed", `${registry}/${repository}: ${reason}`, { hint: "Check that the role of this run can pull from one repository and push to the other (docs/iam/setup.yaml), and run this again." });
}
// src/adapters/registry/copy.ts
var ACCEPT = { accept: _requests_js__WEBPACK_IMPORTED_MODULE_2__.s };
/**
* Copies the image of a digest: blobs first, then the manifests that name them, the tag last, so that the copy is never incomplete.
* https://github.com/opencontainers/distribution-spec/blob/main/spec.md#push
*/
async function copyImage(spec, order) {
	const { image } = order.from;
	const from = (0,_requests_js__WEBPACK_IMPORTED_MODULE_2__.r)(spec, image, order.from.credentials);
	const to = (0,_requests_js__WEBPACK_IMPORTED_MODULE_2__.r)(spec, order.to.image, order.to.credentials);
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
/** Resolves a tag or digest by hashing the actual content. */
async function digestAt(session, reference) {
	const reply = await session.ask(`manifests/${reference}`, { headers: ACCEPT });
	return reply.ok ? (0,_requests_js__WEBPACK_IMPORTED_MODULE_2__.t)(reply.bytes) : void 0;
}
async function copyManifest(copying, digest, reference) {
	const { from, to, order } = copying;
	const source = await from.ask(`manifests/${digest}`, { headers: ACCEPT });
	if (!source.ok) throw failed(order.from.image, `${digest} cannot be read: ${(0,_requests_js__WEBPACK_IMPORTED_MODULE_2__.o)(source)}`);
	if ((0,_requests_js__WEBPACK_IMPORTED_MODULE_2__.t)(source.bytes) !== digest) throw failed(order.from.image, `the registry returns ${(0,_requests_js__WEBPACK_IMPORTED_MODULE_2__.t)(source.bytes)} for ${digest}`);
	const manifest = (0,_manifest_js__WEBPACK_IMPORTED_MODULE_0__.o)(source.bytes.toString());
	if (manifest === void 0) throw failed(order.from.image, `the registry returns no manifest for ${digest}`);
	for (const part of manifest.manifests ?? []) if (await digestAt(to, part.digest) !== part.digest) await copyManifest(copying, part.digest, part.digest);
	await copyBlobs(copying, [...manifest.config ? [manifest.config] : [], ...manifest.layers ?? []].filter(({ urls = [] }) => urls.length === 0));
	const type = source.headers.get("content-type") ?? "application/vnd.oci.image.manifest.v1+json";
	const put = await to.ask(`manifests/${reference}`, {
		method: "PUT",
		headers: { "content-type": type },
		body: source.bytes
	});
	if (!put.ok && await digestAt(to, reference) !== digest) throw failed(order.to.image, `it does not accept ${reference}: ${(0,_requests_js__WEBPACK_IMPORTED_MODULE_2__.o)(put)}`);
}
// src/adapters/registry/registry.ts
/** Works with any registry that implements https://github.com/opencontainers/distribution-spec/blob/main/spec.md. */
function httpRegistry(spec) {
	return {
		async inspect(image, credentials) {
			const get = registryGet(spec, image, credentials);
			const answer = await get(`manifests/${image.digest ?? image.tag ?? "latest"}`, _requests_js__WEBPACK_IMPORTED_MODULE_2__.s);
			if (!answer.ok) throw unreadable(image, answer);
			const manifest = (0,_manifest_js__WEBPACK_IMPORTED_MODULE_0__.o)(answer.text);
			if (manifest === void 0 || !(0,_manifest_js__WEBPACK_IMPORTED_MODULE_0__.n)(answer.digest)) throw noImage(image);
			const [told, bytes] = await Promise.all([configurationOf(manifest, get, image), sizeOf(manifest, get)]);
			return {
				digest: image.digest ?? answer.digest,
				...told,
				bytes
			};
		},
		async tag(image, tag, credentials) {
			const session = (0,_requests_js__WEBPACK_IMPORTED_MODULE_2__.r)(spec, image, credentials);
			const found = await session.ask(`manifests/${image.digest ?? image.tag ?? "latest"}`, { headers: { accept: _requests_js__WEBPACK_IMPORTED_MODULE_2__.s } });
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
			throw new _start_js__WEBPACK_IMPORTED_MODULE_1__.sr("push-failed", `${image.registry} answers HTTP ${put.status} for the tag ${tag}: ${words}`);
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
	const session = (0,_requests_js__WEBPACK_IMPORTED_MODULE_2__.r)(spec, image, credentials);
	return async (path, accept) => {
		const { ok, status, headers, bytes } = await session.ask(path, { headers: { accept } });
		return {
			ok,
			status,
			text: bytes.toString(),
			digest: headers.get("docker-content-digest") ?? (0,_requests_js__WEBPACK_IMPORTED_MODULE_2__.t)(bytes)
		};
	};
}
/** For an index, only the platforms: each of its images has its own configuration. */
async function configurationOf(manifest, get, image) {
	if (manifest.manifests) return { platforms: [...new Set(manifest.manifests.flatMap(({ platform }) => platformName(platform)))] };
	if (!manifest.config) throw noImage(image);
	const answer = await get(`blobs/${manifest.config.digest}`, "*/*");
	if (!answer.ok) throw unreadable(image, answer);
	const configuration = (0,_requests_js__WEBPACK_IMPORTED_MODULE_2__.d)(answer.text);
	if (configuration === void 0) throw noImage(image);
	const { config, ...platform } = configuration;
	return {
		platforms: platformName(platform),
		volumes: Object.keys(config?.Volumes ?? {})
	};
}
function layersOf({ layers = [] } = {}) {
	return layers.reduce((sum, { size }) => sum + size, 0);
}
/** For an index, the size of its largest image. An unreadable one counts as 0: the size only decides whether a pull is attempted. */
async function sizeOf({ layers, manifests }, get) {
	if (!manifests) return layersOf({ layers });
	const images = manifests.filter(({ platform }) => platformName(platform).length > 0);
	const answers = await Promise.all(images.map(({ digest }) => get(`manifests/${digest}`, _requests_js__WEBPACK_IMPORTED_MODULE_2__.u)));
	return Math.max(0, ...answers.filter(({ ok }) => ok).map(({ text }) => layersOf((0,_manifest_js__WEBPACK_IMPORTED_MODULE_0__.o)(text))));
}
/** An index lists attestations as `unknown/unknown`. */
function platformName(platform) {
	const name = (0,_manifest_js__WEBPACK_IMPORTED_MODULE_0__.a)(platform);
	return name === void 0 || name.startsWith("unknown/") ? [] : [name];
}
function noImage(image) {
	return new _start_js__WEBPACK_IMPORTED_MODULE_1__.sr("image-not-found", `${spell(image)} is not an image.`, { hint: "Check the input image." });
}
function unreadable(image, { status, text }) {
	const name = spell(image);
	if (status === 404) return new _start_js__WEBPACK_IMPORTED_MODULE_1__.sr("image-not-found", `${name} does not exist.`, { hint: "Check the input image: registry, repository, tag." });
	if (status === 401 || status === 403) return new _start_js__WEBPACK_IMPORTED_MODULE_1__.sr("pull-denied", `${image.registry} does not show ${name} (HTTP ${status}): the image is private or does not exist.`, { hint: "Use a public image or one in this account's ECR, and check the name." });
	if (status === 429) return new _start_js__WEBPACK_IMPORTED_MODULE_1__.sr("pull-failed", `${image.registry} limits the rate of pulls.`, { hint: "Copy the image to ECR, or use public.ecr.aws." });
	return new _start_js__WEBPACK_IMPORTED_MODULE_1__.sr("pull-failed", `${image.registry} answers HTTP ${status} for ${name}: ${text.slice(0, 300)}`, { hint: "Try again later." });
}
function spell({ registry, repository, tag, digest }) {
	return `${registry}/${repository}${tag === void 0 ? "" : `:${tag}`}${digest === void 0 ? "" : `@${digest}`}`;
}



/***/ }),

/***/ 7215:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ uploadOf),
/* harmony export */   c: () => (/* binding */ OCI_INDEX),
/* harmony export */   d: () => (/* binding */ readConfiguration),
/* harmony export */   i: () => (/* binding */ unreached),
/* harmony export */   l: () => (/* binding */ OCI_MANIFEST),
/* harmony export */   n: () => (/* binding */ patiently),
/* harmony export */   o: () => (/* binding */ words),
/* harmony export */   r: () => (/* binding */ registrySession),
/* harmony export */   s: () => (/* binding */ ANY_MANIFEST),
/* harmony export */   t: () => (/* binding */ digestOf),
/* harmony export */   u: () => (/* binding */ ONE_PLATFORM)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8675);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5914);
/* harmony import */ var _start_packages_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8987);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1516);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_4___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_4__);





// src/adapters/registry/manifests.ts
var OCI_INDEX = "application/vnd.oci.image.index.v1+json";
/** Media types by which registries distinguish a multi-platform image from one for a single platform. */
var INDEXES = [OCI_INDEX, "application/vnd.docker.distribution.manifest.list.v2+json"];
var OCI_MANIFEST = "application/vnd.oci.image.manifest.v1+json";
var MANIFESTS = [OCI_MANIFEST, "application/vnd.docker.distribution.manifest.v2+json"];
/** The header `accept` for an image of a single platform, and for one of any kind. */
var ONE_PLATFORM = MANIFESTS.join(", ");
var ANY_MANIFEST = [...INDEXES, ...MANIFESTS].join(", ");
/** The blob `config` of an image. https://github.com/opencontainers/image-spec/blob/main/config.md */
var configuration = (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_2__.x)({
	..._manifest_js__WEBPACK_IMPORTED_MODULE_3__.i.entries,
	config: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_2__.y)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_2__.x)({ Volumes: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_2__.y)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_2__.T)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_2__.A)(), (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_2__.N)())) }))
});
function readConfiguration(text) {
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.Zn)(configuration, text);
}
/** The token of https://distribution.github.io/distribution/spec/auth/token/, which goes into a header. */
function readToken(text) {
	const found = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.Zn)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_2__.x)({
		token: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_2__.S)(bearer),
		access_token: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_2__.S)(bearer)
	}), text);
	return found?.token ?? found?.access_token;
}
var bearer = (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_2__.w)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_2__.A)(), (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_2__.E)(/^[\x21-\x7e]+$/));
// src/adapters/registry/requests.ts
var TIMEOUT_MS = 3e4;
/** Pauses between attempts when the network or the registry fails. */
var PAUSES_MS = [
	250,
	1e3,
	2500
];
function digestOf(bytes) {
	return `sha256:${(0,node_crypto__WEBPACK_IMPORTED_MODULE_4__.createHash)("sha256").update(bytes).digest("hex")}`;
}
/** Where the upload of a blob ends; the address that the registry returned may already have a query. */
function uploadOf(location, digest) {
	return `${location}${location.includes("?") ? "&" : "?"}digest=${encodeURIComponent(digest)}`;
}
/** The registry's answer, for error messages. */
function words({ status, bytes }) {
	return `HTTP ${status} ${bytes.toString().slice(0, 300)}`.trim();
}
function registrySession(spec, { registry, repository }, credentials) {
	const { origin } = new URL(`https://${registry === "docker.io" ? "registry-1.docker.io" : registry}`);
	const base = `${origin}/v2/${repository}/`;
	const login = credentials?.registry === registry ? loginOf(credentials) : void 0;
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
	const once = (path, { limit, ...asked }) => whole(spec, {
		host: registry,
		limit
	}, (signal) => open(path, {
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
			authorization = await (asking ??= authorize(spec, {
				challenge,
				origin,
				login
			}));
			return authorization === void 0 ? reply : once(path, asked);
		}
	};
}
/**
* A registry takes manifests of up to 4 MiB, and other answers that are read as a whole are rarely larger:
* https://github.com/opencontainers/distribution-spec/blob/main/spec.md#pushing-manifests
*/
var LARGEST = 8 * 2 ** 20;
/** A redirect to a blob store drops the authorization, as fetch does across origins. */
async function whole({ clock }, { host, limit = LARGEST }, send) {
	const attempt = async () => {
		const response = await send(AbortSignal.timeout(TIMEOUT_MS));
		const { ok, status, headers } = response;
		return {
			ok,
			status,
			headers,
			bytes: await upTo(limit, response, host)
		};
	};
	try {
		return await patiently(clock, attempt);
	} catch (cause) {
		throw unreached(host, cause);
	}
}
/** Stops reading at the limit, whatever length the answer declares. */
async function upTo(limit, { body }, host) {
	const chunks = [];
	let length = 0;
	for await (const chunk of body ?? []) {
		length += chunk.length;
		if (length > limit) throw new _start_js__WEBPACK_IMPORTED_MODULE_0__.sr("pull-failed", `${host} answers with more than ${limit} bytes`, { hint: "Find out what is there: no part of an image that the action reads is this large." });
		chunks.push(chunk);
	}
	return Buffer.concat(chunks);
}
/** Explains a request without an answer to the user. */
function unreached(host, cause) {
	if (cause instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.or || cause instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.sr) return cause;
	const reason = cause instanceof Error && cause.cause instanceof Error ? cause.cause.message : String(cause);
	return new _start_js__WEBPACK_IMPORTED_MODULE_0__.sr("pull-failed", `${host} cannot be reached: ${reason}`, {
		hint: "Check the name of the registry, and that this runner reaches it.",
		cause
	});
}
/** Retries temporary failures: a broken connection, a failing registry. Not a timeout: that has taken long enough. */
async function patiently(clock, attempt) {
	for (const pause of PAUSES_MS) {
		const reply = await attempt().catch((error) => {
			if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_1__.n)(error, "TimeoutError", "AbortError") || error instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.sr || error instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.or) throw error;
		});
		if (reply && reply.status < 500) return reply;
		await clock.sleep(pause);
	}
	return attempt();
}
/** https://distribution.github.io/distribution/spec/auth/token/ */
async function authorize(spec, { challenge, origin, login }) {
	if (/^basic\b/i.test(challenge)) return login;
	const { realm = "", ...scope } = Object.fromEntries([...challenge.matchAll(/(\w+)="([^"]*)"/g)].map(([, key = "", value = ""]) => [key, value]));
	const url = URL.parse(`${realm}?${new URLSearchParams(scope).toString()}`);
	if (url?.protocol !== "https:") return void 0;
	const headers = {
		accept: "application/json",
		...login !== void 0 && url.origin === origin ? { authorization: login } : {}
	};
	const reply = await whole(spec, { host: url.host }, (signal) => spec.fetch(url.href, {
		headers,
		signal
	}));
	if (!reply.ok) return void 0;
	const token = readToken(reply.bytes.toString());
	return token && `Bearer ${token}`;
}
function loginOf({ username, password }) {
	return `Basic ${Buffer.from(`${username}:${password}`).toString("base64")}`;
}



/***/ })

};
;