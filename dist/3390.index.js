"use strict";
exports.id = 3390;
exports.ids = [3390];
exports.modules = {

/***/ 3390:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   httpArtifacts: () => (/* binding */ httpArtifacts)
/* harmony export */ });
/* harmony import */ var _inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8752);
/* harmony import */ var _shared_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7512);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1216);
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9969);
/* harmony import */ var _requests_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7215);





// src/adapters/registry/artifacts.ts
var HINT = "Check that the role of this run may push to this repository (docs/iam/setup.yaml), and run this again. No host has received an order yet.";
var ACCEPT = { accept: _requests_js__WEBPACK_IMPORTED_MODULE_4__.s };
var EMPTY = {
	type: "application/vnd.oci.empty.v1+json",
	bytes: Buffer.from(JSON.stringify({}))
};
function httpArtifacts(spec) {
	return {
		put: (artifact, credentials) => putPatiently(spec.clock, artifact, (0,_requests_js__WEBPACK_IMPORTED_MODULE_4__.r)(spec, artifact, credentials)),
		read: (artifact, credentials) => read(artifact, (0,_requests_js__WEBPACK_IMPORTED_MODULE_4__.r)(spec, artifact, credentials))
	};
}
var PAUSES_MS = [
	250,
	1e3,
	2500
];
async function putPatiently(clock, artifact, session) {
	for (const pause of PAUSES_MS) {
		const kept = await put(artifact, session);
		if (kept !== "blob-unknown") return kept;
		await clock.sleep(pause);
	}
	const kept = await put(artifact, session);
	if (kept === "blob-unknown") throw new _start_js__WEBPACK_IMPORTED_MODULE_3__.mt("push-failed", `${nameOf(artifact)} cannot be pushed: its registry loses blobs`, { hint: HINT });
	return kept;
}
async function put(artifact, session) {
	const { tag, type, textType, text, subject, annotations } = artifact;
	const blobs = [EMPTY, {
		type: textType,
		bytes: Buffer.from(text)
	}];
	const [about, ...sent] = await Promise.all([subject === void 0 ? void 0 : descriptorOf(artifact, session, subject), ...blobs.map((blob) => sendBlob(artifact, session, blob.bytes))]);
	if (sent.includes("no-repository")) return { kind: "no-repository" };
	const [config, layer] = blobs.map((blob) => ({
		mediaType: blob.type,
		digest: (0,_requests_js__WEBPACK_IMPORTED_MODULE_4__.t)(blob.bytes),
		size: blob.bytes.length
	}));
	const manifest = {
		schemaVersion: 2,
		mediaType: _requests_js__WEBPACK_IMPORTED_MODULE_4__.l,
		artifactType: type,
		config,
		layers: [layer],
		subject: about,
		annotations
	};
	return putManifest(artifact, session, Buffer.from(JSON.stringify(manifest)), tag);
}
async function descriptorOf(artifact, session, digest) {
	const { ok, headers, bytes, ...reply } = await session.ask(`manifests/${digest}`, { headers: ACCEPT });
	if (reply.status === 404) return void 0;
	if (!ok) throw notKept(artifact, {
		...reply,
		bytes
	});
	return {
		mediaType: headers.get("content-type") ?? "application/vnd.oci.image.manifest.v1+json",
		digest,
		size: bytes.length
	};
}
async function sendBlob(artifact, session, bytes) {
	const digest = (0,_requests_js__WEBPACK_IMPORTED_MODULE_4__.t)(bytes);
	if ((await session.ask(`blobs/${digest}`, { method: "HEAD" })).ok) return "sent";
	const begun = await session.ask("blobs/uploads/", { method: "POST" });
	if (begun.status === 404) return "no-repository";
	const location = begun.headers.get("location");
	if (begun.status !== 202 || location === null) throw notKept(artifact, begun);
	const put = await session.ask((0,_requests_js__WEBPACK_IMPORTED_MODULE_4__.a)(location, digest), {
		method: "PUT",
		headers: { "content-type": "application/octet-stream" },
		body: bytes
	});
	if (!put.ok) throw notKept(artifact, put);
	return "sent";
}
async function putManifest(artifact, session, bytes, tag) {
	const own = (0,_requests_js__WEBPACK_IMPORTED_MODULE_4__.t)(bytes);
	const reply = await session.ask(`manifests/${tag}`, {
		method: "PUT",
		headers: { "content-type": _requests_js__WEBPACK_IMPORTED_MODULE_4__.l },
		body: bytes
	});
	if (reply.ok) return {
		kind: "kept",
		digest: own
	};
	if (reply.status < 500 && reply.bytes.includes("BLOB_UNKNOWN")) return "blob-unknown";
	const there = await session.ask(`manifests/${tag}`, { headers: ACCEPT });
	if (!there.ok) throw notKept(artifact, reply);
	return (0,_requests_js__WEBPACK_IMPORTED_MODULE_4__.t)(there.bytes) === own ? {
		kind: "kept",
		digest: own
	} : {
		kind: "taken",
		...purposeOf(there.bytes)
	};
}
var PURPOSE = (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)({
	artifactType: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.s)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.C)(_inputs_js__WEBPACK_IMPORTED_MODULE_2__.Nt), void 0),
	subject: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.s)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.C)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)({ digest: _shared_js__WEBPACK_IMPORTED_MODULE_1__.Jn })), void 0)
});
function purposeOf(manifest) {
	const { artifactType, subject } = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_2__.It)(PURPOSE, manifest.toString()) ?? {};
	return {
		type: artifactType,
		subject: subject?.digest
	};
}
async function read(image, session) {
	const manifest = await exactly(image, session, "manifests", image.digest ?? "");
	const { layers = [] } = (manifest && (0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.Qn)(manifest.toString())) ?? {};
	return (layers[0] && await exactly(image, session, "blobs", layers[0].digest))?.toString();
}
async function exactly(image, session, kind, digest) {
	const reply = await session.ask(`${kind}/${digest}`, { headers: kind === "manifests" ? ACCEPT : { accept: "*/*" } });
	if (reply.status === 404) return void 0;
	if (!reply.ok) throw unreadable(image, (0,_requests_js__WEBPACK_IMPORTED_MODULE_4__.o)(reply), reply.status);
	if ((0,_requests_js__WEBPACK_IMPORTED_MODULE_4__.t)(reply.bytes) !== digest) throw unreadable(image, `it returns ${(0,_requests_js__WEBPACK_IMPORTED_MODULE_4__.t)(reply.bytes)} for ${digest}`);
	return reply.bytes;
}
function unreadable({ registry, repository, digest }, reason, status = 0) {
	return new _start_js__WEBPACK_IMPORTED_MODULE_3__.mt(status === 401 || status === 403 ? "pull-denied" : "pull-failed", `${registry}/${repository} did not return the specification ${digest ?? ""}: ${reason}`, { hint: "Check that the role of this run can pull from this repository (docs/iam/setup.yaml), and run this again." });
}
function notKept(artifact, reply) {
	const code = reply.status === 401 || reply.status === 403 ? "push-denied" : "push-failed";
	return new _start_js__WEBPACK_IMPORTED_MODULE_3__.mt(code, `${nameOf(artifact)} cannot be pushed: ${(0,_requests_js__WEBPACK_IMPORTED_MODULE_4__.o)(reply)}`, { hint: HINT });
}
function nameOf({ registry, repository, tag }) {
	return `${registry}/${repository}:${tag}`;
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