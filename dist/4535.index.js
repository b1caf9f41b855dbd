"use strict";
exports.id = 4535;
exports.ids = [4535];
exports.modules = {

/***/ 4535:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   connectAttestations: () => (/* binding */ connectAttestations),
/* harmony export */   connectBundleVerifier: () => (/* binding */ connectBundleVerifier)
/* harmony export */ });
/* harmony import */ var _inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8752);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1216);
/* harmony import */ var _shared_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7512);
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9969);
/* harmony import */ var _requests_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7215);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_5___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_5__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_6___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_6__);







// src/adapters/github/attestations.ts
var SOURCE = "GitHub";
var ATTESTATIONS = (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)({ attestations: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_1__.Pt)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)({ bundle: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.m)({}) }), 100) });
async function bundlesOnGithub(spec, digest) {
	if (spec.token === void 0 || spec.token === "") return [];
	const found = [];
	try {
		for await (const { attestations } of (0,_shared_js__WEBPACK_IMPORTED_MODULE_2__.Bn)(spec, questionOf(digest))) found.push(...attestations.map(({ bundle }) => ({
			source: SOURCE,
			text: JSON.stringify(bundle)
		})));
		return found;
	} catch (error) {
		return (0,_shared_js__WEBPACK_IMPORTED_MODULE_2__.Un)(error) === 404 ? found : [...found, {
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
			per_page: 100
		},
		answer: ATTESTATIONS,
		seconds: 20
	};
}
function faultOf(error) {
	if ((0,_shared_js__WEBPACK_IMPORTED_MODULE_2__.Vn)(error)) return "it throttles the token";
	const status = (0,_shared_js__WEBPACK_IMPORTED_MODULE_2__.Un)(error);
	return status === void 0 ? "its answer is not a list of attestations" : `it refuses to say (HTTP ${status}); the job needs attestations: read`;
}
// src/adapters/registry/referrers.ts
var MOST_PAGES = 100;
var REFERRERS = (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)({ manifests: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_1__.Pt)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)({
	digest: _shared_js__WEBPACK_IMPORTED_MODULE_2__.Jn,
	artifactType: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.C)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.M)(), "")
}), 2e4) });
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
		if (!(error instanceof _start_js__WEBPACK_IMPORTED_MODULE_3__.mt)) throw error;
		yield {
			manifests: [],
			fault: error.message
		};
	}
}
function list({ session, limit }, path) {
	return session.ask(path, {
		headers: { accept: _requests_js__WEBPACK_IMPORTED_MODULE_4__.c },
		limit
	});
}
function pageOf({ digest: subject, type }, reply) {
	if (!reply.ok) return {
		manifests: [],
		fault: `the registry does not list the attestations of ${subject}: ${(0,_requests_js__WEBPACK_IMPORTED_MODULE_4__.o)(reply)}`
	};
	const listed = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_1__.It)(REFERRERS, reply.bytes.toString());
	if (listed === void 0) return {
		manifests: [],
		fault: `its list of referrers of ${subject} is not an image index`
	};
	return { manifests: listed.manifests.filter(({ artifactType }) => type.test(artifactType)).map((entry) => entry.digest) };
}
function nextOf({ repository, digest: subject }, { ok, headers }) {
	const link = ok ? /<([^<>]*)>\s*;\s*rel="?next"?/.exec(headers.get("link") ?? "")?.[1] : void 0;
	const base = `https://registry/v2/${repository}/referrers/${subject}`;
	const next = link === void 0 ? null : URL.parse(link, base);
	return next === null ? void 0 : `/.${next.pathname}${next.search}`;
}
// src/adapters/registry/attestations.ts
var BUNDLE = /^application\/vnd\.dev\.sigstore\.bundle(\.v\d+\.\d+)?\+json(;version=\d+\.\d+)?$/;
var MANIFEST_LIMIT = 4 * 2 ** 20;
var BUNDLE_LIMIT = 16 * 2 ** 20;
var AT_ONCE = 50;
var MOST_BUNDLES = 1e3;
async function manifestText(spec, { image, credentials }, digest) {
	const reply = await (0,_requests_js__WEBPACK_IMPORTED_MODULE_4__.r)(spec, image, credentials).ask(`manifests/${digest}`, {
		headers: { accept: _requests_js__WEBPACK_IMPORTED_MODULE_4__.s },
		limit: MANIFEST_LIMIT
	});
	if (reply.ok && (0,_requests_js__WEBPACK_IMPORTED_MODULE_4__.t)(reply.bytes) === digest) return reply.bytes.toString();
	const reason = reply.ok ? `it returns ${(0,_requests_js__WEBPACK_IMPORTED_MODULE_4__.t)(reply.bytes)} instead` : (0,_requests_js__WEBPACK_IMPORTED_MODULE_4__.o)(reply);
	throw new _start_js__WEBPACK_IMPORTED_MODULE_3__.mt("pull-failed", `${image.registry}/${image.repository} did not return ${digest}: ${reason}`, { hint: "Check the input image, and that the role of this run can pull from this repository (docs/iam/setup.yaml)." });
}
async function* readBundles(spec, place, digests) {
	const { image, credentials } = place;
	const session = (0,_requests_js__WEBPACK_IMPORTED_MODULE_4__.r)(spec, image, credentials);
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
async function bundleOf(session, digest) {
	const source = `attestation ${digest.slice(0, 15)}`;
	try {
		const [layer] = (0,_shared_js__WEBPACK_IMPORTED_MODULE_2__.Qn)((await exactly(session, `manifests/${digest}`, digest)).toString())?.layers ?? [];
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
		if (!(error instanceof _start_js__WEBPACK_IMPORTED_MODULE_3__.mt)) throw error;
		return {
			source,
			text: "",
			fault: error.message
		};
	}
}
async function exactly(session, path, digest) {
	const manifest = path.startsWith("manifests/");
	const headers = { accept: manifest ? _requests_js__WEBPACK_IMPORTED_MODULE_4__.l : "*/*" };
	const reply = await session.ask(path, {
		headers,
		limit: manifest ? MANIFEST_LIMIT : BUNDLE_LIMIT
	});
	if (!reply.ok) throw new _start_js__WEBPACK_IMPORTED_MODULE_3__.mt("pull-failed", (0,_requests_js__WEBPACK_IMPORTED_MODULE_4__.o)(reply));
	if ((0,_requests_js__WEBPACK_IMPORTED_MODULE_4__.t)(reply.bytes) !== digest) throw new _start_js__WEBPACK_IMPORTED_MODULE_3__.mt("pull-failed", `its bytes do not match its digest`);
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
async function connectBundleVerifier(trustedRoot) {
	const [{ sigstoreVerifier }, { publicRoot, rootsFrom }] = await Promise.all([Promise.all(/* import() */[__webpack_require__.e(9253), __webpack_require__.e(5964)]).then(__webpack_require__.bind(__webpack_require__, 5964)), Promise.all(/* import() */[__webpack_require__.e(9253), __webpack_require__.e(3482)]).then(__webpack_require__.bind(__webpack_require__, 1101))]);
	return sigstoreVerifier(async () => trustedRoot === void 0 ? publicRoot(await ownFolder()) : rootsFrom(trustedRoot));
}
function ownFolder() {
	return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_6__.mkdtemp)(`${process.env["RUNNER_TEMP"] ?? (0,node_os__WEBPACK_IMPORTED_MODULE_5__.tmpdir)()}/docker-to-ec2-root-`);
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
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9969);
/* harmony import */ var _request_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1680);
/* harmony import */ var _inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8752);
/* harmony import */ var _shared_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7512);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1216);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_5___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_5__);






// src/adapters/registry/manifests.ts
var OCI_INDEX = "application/vnd.oci.image.index.v1+json";
var INDEXES = [OCI_INDEX, "application/vnd.docker.distribution.manifest.list.v2+json"];
var OCI_MANIFEST = "application/vnd.oci.image.manifest.v1+json";
var MANIFESTS = [OCI_MANIFEST, "application/vnd.docker.distribution.manifest.v2+json"];
var ONE_PLATFORM = MANIFESTS.join(", ");
var ANY_MANIFEST = [...INDEXES, ...MANIFESTS].join(", ");
var configuration = (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.S)({
	..._shared_js__WEBPACK_IMPORTED_MODULE_3__.Xn.entries,
	config: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.b)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.S)({ Volumes: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.b)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.D)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.M)(), (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.F)())) }))
});
function readConfiguration(text) {
	return (0,_inputs_js__WEBPACK_IMPORTED_MODULE_4__.It)(configuration, text);
}
function readToken(text) {
	const found = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_4__.It)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.S)({
		token: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.C)(bearer),
		access_token: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.C)(bearer)
	}), text);
	return found?.token ?? found?.access_token;
}
var bearer = (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.E)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.M)(), (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_2__.O)(/^[\x21-\x7e]+$/));
// src/adapters/registry/requests.ts
var TIMEOUT_MS = 3e4;
var PAUSES_MS = [
	250,
	1e3,
	2500
];
function digestOf(bytes) {
	return `sha256:${(0,node_crypto__WEBPACK_IMPORTED_MODULE_5__.createHash)("sha256").update(bytes).digest("hex")}`;
}
function uploadOf(location, digest) {
	return `${location}${location.includes("?") ? "&" : "?"}digest=${encodeURIComponent(digest)}`;
}
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
var LARGEST = 8 * 2 ** 20;
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
async function upTo(limit, { body }, host) {
	const chunks = [];
	let length = 0;
	for await (const chunk of body ?? []) {
		length += chunk.length;
		if (length > limit) throw new _start_js__WEBPACK_IMPORTED_MODULE_0__.mt("pull-failed", `${host} answers with more than ${limit} bytes`, { hint: "Find out what is there: no part of an image that the action reads is this large." });
		chunks.push(chunk);
	}
	return Buffer.concat(chunks);
}
function unreached(host, cause) {
	if (cause instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.pt || cause instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.mt) return cause;
	const reason = cause instanceof Error && cause.cause instanceof Error ? cause.cause.message : String(cause);
	return new _start_js__WEBPACK_IMPORTED_MODULE_0__.mt("pull-failed", `${host} cannot be reached: ${reason}`, {
		hint: "Check the name of the registry, and that this runner reaches it.",
		cause
	});
}
var TOO_MANY_REQUESTS = 429;
async function patiently(clock, attempt) {
	for (const pause of PAUSES_MS) {
		const reply = await attempt().catch((error) => {
			if ((0,_request_js__WEBPACK_IMPORTED_MODULE_1__.O)(error, "TimeoutError", "AbortError") || error instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.mt || error instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.pt) throw error;
		});
		if (reply && reply.status < 500 && reply.status !== TOO_MANY_REQUESTS) return reply;
		await clock.sleep(pause);
	}
	return attempt();
}
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