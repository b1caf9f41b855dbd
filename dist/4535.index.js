"use strict";
exports.id = 4535;
exports.ids = [4535];
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

/***/ 4535:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   connectAttestations: () => (/* binding */ connectAttestations),
/* harmony export */   connectBundleVerifier: () => (/* binding */ connectBundleVerifier)
/* harmony export */ });
/* harmony import */ var _start_packages_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8987);
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8675);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1516);
/* harmony import */ var _requests_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7215);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_4___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_4__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_5___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_5__);






// src/adapters/github/attestations.ts
var SOURCE = "GitHub";
/** Page size: GitHub's maximum. */
var PAGE = 100;
/** A bundle is any object: its signature decides what counts. */
var ATTESTATIONS = (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.x)({ attestations: (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.Yn)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.x)({ bundle: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.p)({}) }), PAGE) });
/**
* Bundles that GitHub stores for a digest: https://docs.github.com/en/rest/repos/attestations. A failure here only disqualifies this source:
* the registry may have the attestation.
*/
async function bundlesOnGithub(spec, digest) {
	if (spec.token === void 0 || spec.token === "") return [];
	const found = [];
	try {
		for await (const { attestations } of (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.Bn)(spec, questionOf(digest))) found.push(...attestations.map(({ bundle }) => ({
			source: SOURCE,
			text: JSON.stringify(bundle)
		})));
		return found;
	} catch (error) {
		return (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.Hn)(error) === 404 ? found : [...found, {
			source: SOURCE,
			text: "",
			fault: faultOf(error)
		}];
	}
}
function questionOf(digest) {
	return {
		route: "GET /repos/{owner}/{repo}/attestations/{subject_digest}",
		parameters: {
			subject_digest: digest,
			per_page: PAGE
		},
		answer: ATTESTATIONS,
		seconds: 20
	};
}
function faultOf(error) {
	const status = (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.Hn)(error);
	return status === void 0 ? "its answer is not a list of attestations" : `it refuses to say (HTTP ${status}); the job needs attestations: read`;
}
// src/adapters/registry/referrers.ts
/** Anyone who can push can add any number of pages. */
var MOST_PAGES = 100;
var REFERRERS = (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.x)({ manifests: (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.Yn)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.x)({
	digest: _manifest_js__WEBPACK_IMPORTED_MODULE_2__.t,
	artifactType: (0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)((0,_start_packages_js__WEBPACK_IMPORTED_MODULE_0__.A)(), "")
}), 2e4) });
/**
* Uses the referrers API, page by page; in a registry without it, the tag that replaces it. No answer of a registry is an
* error here. https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#listing-referrers
*/
async function* referrersOf(query) {
	const from = `referrers/${query.digest}`;
	try {
		let reply = await list(query, from);
		if (reply.status === 404 || reply.status === 405) reply = await list(query, `manifests/${query.digest.replace(":", "-")}`);
		if (reply.status === 404) return;
		for (let page = 1;; page += 1) {
			const next = nextOf(query, reply);
			yield pageOf(query, reply);
			if (next === void 0) return;
			if (page === MOST_PAGES) return yield {
				manifests: [],
				fault: `more refers to ${query.digest} than ${MOST_PAGES} pages list`
			};
			reply = await list(query, next);
		}
	} catch (error) {
		if (!(error instanceof _start_js__WEBPACK_IMPORTED_MODULE_1__.sr)) throw error;
		yield {
			manifests: [],
			fault: error.message
		};
	}
}
function list({ session, limit }, path) {
	return session.ask(path, {
		headers: { accept: _requests_js__WEBPACK_IMPORTED_MODULE_3__.c },
		limit
	});
}
function pageOf({ digest: subject, type }, reply) {
	if (!reply.ok) return {
		manifests: [],
		fault: `the registry does not list the attestations of ${subject}: ${(0,_requests_js__WEBPACK_IMPORTED_MODULE_3__.o)(reply)}`
	};
	const listed = (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.Zn)(REFERRERS, reply.bytes.toString());
	if (listed === void 0) return {
		manifests: [],
		fault: `its list of referrers of ${subject} is not an image index`
	};
	return { manifests: listed.manifests.filter(({ artifactType }) => type.test(artifactType)).map((entry) => entry.digest) };
}
/** The next page, always in the same registry, even if the link names another server: RFC 8288. */
function nextOf({ repository, digest: subject }, { ok, headers }) {
	const link = ok ? /<([^<>]*)>\s*;\s*rel="?next"?/.exec(headers.get("link") ?? "")?.[1] : void 0;
	const base = `https://registry/v2/${repository}/referrers/${subject}`;
	const next = link === void 0 ? null : URL.parse(link, base);
	return next === null ? void 0 : `/.${next.pathname}${next.search}`;
}
// src/adapters/registry/attestations.ts
/** https://github.com/sigstore/cosign/blob/main/specs/BUNDLE_SPEC.md: versions 0.1 to 0.3 and later */
var BUNDLE = /^application\/vnd\.dev\.sigstore\.bundle(\.v\d+\.\d+)?\+json(;version=\d+\.\d+)?$/;
/** An index of the largest images has about 10 KB, a bundle 10 to 100 KB; GitHub's limit for a signed statement is 16 MB. */
var MANIFEST_LIMIT = 4 * 2 ** 20;
var BUNDLE_LIMIT = 16 * 2 ** 20;
/** Bundles read in parallel. */
var AT_ONCE = 50;
/** Bundles to read at most. Anyone who can push can add any number. */
var MOST_BUNDLES = 1e3;
/** The text of the manifest with this digest. */
async function manifestText(spec, { image, credentials }, digest) {
	const reply = await (0,_requests_js__WEBPACK_IMPORTED_MODULE_3__.r)(spec, image, credentials).ask(`manifests/${digest}`, {
		headers: { accept: _requests_js__WEBPACK_IMPORTED_MODULE_3__.s },
		limit: MANIFEST_LIMIT
	});
	if (reply.ok && (0,_requests_js__WEBPACK_IMPORTED_MODULE_3__.t)(reply.bytes) === digest) return reply.bytes.toString();
	const reason = reply.ok ? `it returns ${(0,_requests_js__WEBPACK_IMPORTED_MODULE_3__.t)(reply.bytes)} instead` : (0,_requests_js__WEBPACK_IMPORTED_MODULE_3__.o)(reply);
	throw new _start_js__WEBPACK_IMPORTED_MODULE_1__.sr("pull-failed", `${image.registry}/${image.repository} did not return ${digest}: ${reason}`, { hint: "Check the input image, and that the role of this run can pull from this repository (docs/iam/setup.yaml)." });
}
/** In batches, so that a reader who has found a match need not load the rest. */
async function* readBundles(spec, place, digests) {
	const { image, credentials } = place;
	const session = (0,_requests_js__WEBPACK_IMPORTED_MODULE_3__.r)(spec, image, credentials);
	const fault = (words) => ({
		source: image.registry,
		text: "",
		fault: words
	});
	const seen = /* @__PURE__ */ new Set();
	for (const digest of new Set(digests)) for await (const page of referrersOf({
		session,
		repository: image.repository,
		digest,
		type: BUNDLE,
		limit: MANIFEST_LIMIT
	})) {
		for (const some of chunks(page.manifests.filter((one) => !seen.has(one)))) {
			if (seen.size >= MOST_BUNDLES) return yield [fault(`the image has more than ${MOST_BUNDLES} attestations`)];
			for (const one of some) seen.add(one);
			yield await Promise.all(some.map((one) => bundleOf(session, one)));
		}
		if (page.fault !== void 0) yield [fault(page.fault)];
	}
}
function chunks(all) {
	const different = [...new Set(all)];
	return Array.from({ length: Math.ceil(different.length / AT_ONCE) }, (_, at) => different.slice(at * AT_ONCE, (at + 1) * AT_ONCE));
}
/** The first layer of an artifact. Its media type is the artifact's. */
async function bundleOf(session, digest) {
	const source = `attestation ${digest.slice(0, 15)}`;
	try {
		const [layer] = (0,_manifest_js__WEBPACK_IMPORTED_MODULE_2__.o)((await exactly(session, `manifests/${digest}`, digest)).toString())?.layers ?? [];
		if (layer === void 0 || !BUNDLE.test(layer.mediaType ?? "")) return {
			source,
			text: "",
			fault: "it has no layer that is a Sigstore bundle"
		};
		return {
			source,
			text: (await exactly(session, `blobs/${layer.digest}`, layer.digest)).toString()
		};
	} catch (error) {
		if (!(error instanceof _start_js__WEBPACK_IMPORTED_MODULE_1__.sr)) throw error;
		return {
			source,
			text: "",
			fault: error.message
		};
	}
}
async function exactly(session, path, digest) {
	const manifest = path.startsWith("manifests/");
	const headers = { accept: manifest ? _requests_js__WEBPACK_IMPORTED_MODULE_3__.l : "*/*" };
	const reply = await session.ask(path, {
		headers,
		limit: manifest ? MANIFEST_LIMIT : BUNDLE_LIMIT
	});
	if (!reply.ok) throw new _start_js__WEBPACK_IMPORTED_MODULE_1__.sr("pull-failed", (0,_requests_js__WEBPACK_IMPORTED_MODULE_3__.o)(reply));
	if ((0,_requests_js__WEBPACK_IMPORTED_MODULE_3__.t)(reply.bytes) !== digest) throw new _start_js__WEBPACK_IMPORTED_MODULE_1__.sr("pull-failed", `its bytes do not match its digest`);
	return reply.bytes;
}
// src/connect/proof.ts
function connectAttestations(github, clock) {
	const registry = {
		fetch,
		clock
	};
	return {
		manifest: (place, digest) => manifestText(registry, place, digest),
		inRegistry: async (place, digests) => readBundles(registry, place, digests),
		onGithub: async (digests) => (await Promise.all(digests.map((digest) => bundlesOnGithub(github, digest)))).flat()
	};
}
/** `trustedRoot`: absolute path of a file; `undefined`: Sigstore's public instance. */
async function connectBundleVerifier(trustedRoot) {
	const [{ sigstoreVerifier }, { publicRoot, rootsFrom }] = await Promise.all([Promise.all(/* import() */[__webpack_require__.e(9253), __webpack_require__.e(5964)]).then(__webpack_require__.bind(__webpack_require__, 5964)), Promise.all(/* import() */[__webpack_require__.e(9253), __webpack_require__.e(3482)]).then(__webpack_require__.bind(__webpack_require__, 1101))]);
	return sigstoreVerifier(async () => trustedRoot === void 0 ? publicRoot(await ownFolder()) : rootsFrom(trustedRoot));
}
/** The runner empties RUNNER_TEMP after each job. */
function ownFolder() {
	return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_5__.mkdtemp)(`${process.env["RUNNER_TEMP"] ?? (0,node_os__WEBPACK_IMPORTED_MODULE_4__.tmpdir)()}/docker-to-ec2-root-`);
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