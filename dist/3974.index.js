"use strict";
exports.id = 3974;
exports.ids = [3974];
exports.modules = {

/***/ 3974:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   httpRegistry: () => (/* binding */ httpRegistry)
/* harmony export */ });
/* harmony import */ var _shared_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7512);
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9969);
/* harmony import */ var _requests_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7215);



// src/adapters/registry/blob-copy.ts
var NOT_KEPT = {
	window: null,
	redirect: "error"
};
var LANES = 3;
var SILENCE_MS = 6e4;
async function copyBlobs(copying, blobs) {
	const waiting = [...new Map(blobs.map((blob) => [blob.digest, blob])).values()];
	const lane = async () => {
		for (let blob = waiting.shift(); blob !== void 0; blob = waiting.shift()) await copyBlob(copying, blob);
	};
	try {
		await Promise.all(Array.from({ length: LANES }, lane));
	} catch (error) {
		waiting.length = 0;
		throw copying.order.signal.aborted ? new _start_js__WEBPACK_IMPORTED_MODULE_1__.pt() : error;
	}
}
async function copyBlob(copying, { digest, size }) {
	const { to, order, copied } = copying;
	if (order.signal.aborted) throw new _start_js__WEBPACK_IMPORTED_MODULE_1__.pt();
	if ((await to.ask(`blobs/${digest}`, { method: "HEAD" })).ok) return void (copied.there += 1);
	if (await mount(copying, digest)) return void (copied.mounted += 1);
	await send(copying, {
		digest,
		size
	});
	copied.sent += 1;
	copied.bytes += size;
}
async function mount({ to, order }, digest) {
	const { image } = order.from;
	if (image.registry !== order.to.image.registry) return false;
	const query = new URLSearchParams({
		mount: digest,
		from: image.repository
	});
	return (await to.ask(`blobs/uploads/?${query.toString()}`, { method: "POST" })).status === 201;
}
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
	return new _start_js__WEBPACK_IMPORTED_MODULE_1__.mt("copy-failed", `${registry}/${repository}: ${reason}`, { hint: "Check that the role of this run can pull from one repository and push to the other (docs/iam/setup.yaml), and run this again." });
}
// src/adapters/registry/copy.ts
var ACCEPT = { accept: _requests_js__WEBPACK_IMPORTED_MODULE_2__.s };
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
async function digestAt(session, reference) {
	const reply = await session.ask(`manifests/${reference}`, { headers: ACCEPT });
	return reply.ok ? (0,_requests_js__WEBPACK_IMPORTED_MODULE_2__.t)(reply.bytes) : void 0;
}
async function copyManifest(copying, digest, reference) {
	const { from, to, order } = copying;
	const source = await from.ask(`manifests/${digest}`, { headers: ACCEPT });
	if (!source.ok) throw failed(order.from.image, `${digest} cannot be read: ${(0,_requests_js__WEBPACK_IMPORTED_MODULE_2__.o)(source)}`);
	if ((0,_requests_js__WEBPACK_IMPORTED_MODULE_2__.t)(source.bytes) !== digest) throw failed(order.from.image, `the registry returns ${(0,_requests_js__WEBPACK_IMPORTED_MODULE_2__.t)(source.bytes)} for ${digest}`);
	const manifest = (0,_shared_js__WEBPACK_IMPORTED_MODULE_0__.Qn)(source.bytes.toString());
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
function httpRegistry(spec) {
	return {
		async inspect(image, credentials) {
			const get = registryGet(spec, image, credentials);
			const answer = await get(`manifests/${image.digest ?? image.tag ?? "latest"}`, _requests_js__WEBPACK_IMPORTED_MODULE_2__.s);
			if (!answer.ok) throw unreadable(image, answer);
			const manifest = (0,_shared_js__WEBPACK_IMPORTED_MODULE_0__.Qn)(answer.text);
			if (manifest === void 0 || !(0,_shared_js__WEBPACK_IMPORTED_MODULE_0__.Yn)(answer.digest)) throw noImage(image);
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
			throw new _start_js__WEBPACK_IMPORTED_MODULE_1__.mt("push-failed", `${image.registry} answers HTTP ${put.status} for the tag ${tag}: ${words}`);
		},
		copy: (from, to, signal) => copyImage(spec, {
			from,
			to,
			signal
		})
	};
}
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
async function sizeOf({ layers, manifests }, get) {
	if (!manifests) return layersOf({ layers });
	const images = manifests.filter(({ platform }) => platformName(platform).length > 0);
	const answers = await Promise.all(images.map(({ digest }) => get(`manifests/${digest}`, _requests_js__WEBPACK_IMPORTED_MODULE_2__.u)));
	return Math.max(0, ...answers.filter(({ ok }) => ok).map(({ text }) => layersOf((0,_shared_js__WEBPACK_IMPORTED_MODULE_0__.Qn)(text))));
}
function platformName(platform) {
	const name = (0,_shared_js__WEBPACK_IMPORTED_MODULE_0__.Zn)(platform);
	return name === void 0 || name.startsWith("unknown/") ? [] : [name];
}
function noImage(image) {
	return new _start_js__WEBPACK_IMPORTED_MODULE_1__.mt("image-not-found", `${spell(image)} is not an image.`, { hint: "Check the input image." });
}
function unreadable(image, { status, text }) {
	const name = spell(image);
	if (status === 404) return new _start_js__WEBPACK_IMPORTED_MODULE_1__.mt("image-not-found", `${name} does not exist.`, { hint: "Check the input image: registry, repository, tag." });
	if (status === 401 || status === 403) return new _start_js__WEBPACK_IMPORTED_MODULE_1__.mt("pull-denied", `${image.registry} does not show ${name} (HTTP ${status}): the image is private or does not exist.`, { hint: "Use a public image or one in this account's ECR, and check the name." });
	if (status === 429) return new _start_js__WEBPACK_IMPORTED_MODULE_1__.mt("pull-failed", `${image.registry} limits the rate of pulls.`, { hint: "Copy the image to ECR, or use public.ecr.aws." });
	return new _start_js__WEBPACK_IMPORTED_MODULE_1__.mt("pull-failed", `${image.registry} answers HTTP ${status} for ${name}: ${text.slice(0, 300)}`, { hint: "Try again later." });
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