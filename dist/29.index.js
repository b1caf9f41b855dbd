"use strict";
exports.id = 29;
exports.ids = [29];
exports.modules = {

/***/ 29:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   httpRegistry: () => (/* binding */ httpRegistry)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5914);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_1__);


// src/adapters/registry-requests.ts
const TIMEOUT_MS = 3e4;
/** Reads below `/v2/<repository>/`, with whatever authorization the registry asks for. */
function registryGet(fetch, image, credentials) {
	const host = image.registry === "docker.io" ? "registry-1.docker.io" : image.registry;
	let authorization;
	return async (path, accept) => {
		const url = `https://${host}/v2/${image.repository}/${path}`;
		let response = await request(fetch, url, {
			accept,
			authorization
		});
		const challenge = response.headers.get("www-authenticate");
		if (response.status === 401 && challenge !== null && authorization === void 0) {
			authorization = await authorize(fetch, challenge, credentials);
			if (authorization !== void 0) response = await request(fetch, url, {
				accept,
				authorization
			});
		}
		const text = await response.text();
		const digest = response.headers.get("docker-content-digest") ?? `sha256:${(0,node_crypto__WEBPACK_IMPORTED_MODULE_1__.createHash)("sha256").update(text).digest("hex")}`;
		return {
			ok: response.ok,
			status: response.status,
			text,
			digest
		};
	};
}
async function request(fetch, url, { accept, authorization }) {
	const headers = {
		accept,
		...authorization !== void 0 && { authorization }
	};
	try {
		return await fetch(url, {
			headers,
			signal: AbortSignal.timeout(TIMEOUT_MS)
		});
	} catch (cause) {
		const reason = cause instanceof Error && cause.cause instanceof Error ? cause.cause.message : String(cause);
		throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__.n("pull-failed", `${new URL(url).host} cannot be reached: ${reason}`, {
			next: "Check the registry in the input image.",
			cause
		});
	}
}
/** https://distribution.github.io/distribution/spec/auth/token/ */
async function authorize(fetch, challenge, credentials) {
	const basic = credentials && `Basic ${Buffer.from(`${credentials.username}:${credentials.password}`).toString("base64")}`;
	if (/^basic\b/i.test(challenge)) return basic;
	const { realm, ...scope } = Object.fromEntries([...challenge.matchAll(/(\w+)="([^"]*)"/g)].map(([, key = "", value = ""]) => [key, value]));
	if (realm === void 0 || !realm.startsWith("https://")) return void 0;
	const response = await request(fetch, `${realm}?${new URLSearchParams(scope).toString()}`, {
		accept: "application/json",
		authorization: basic
	});
	if (!response.ok) return void 0;
	const { token, access_token } = await response.json();
	return `Bearer ${token ?? access_token ?? ""}`;
}
// src/adapters/http-registry.ts
const INDEXES = ["application/vnd.oci.image.index.v1+json", "application/vnd.docker.distribution.manifest.list.v2+json"];
const MANIFESTS = ["application/vnd.oci.image.manifest.v1+json", "application/vnd.docker.distribution.manifest.v2+json"];
/** Speaks https://github.com/opencontainers/distribution-spec/blob/main/spec.md with any registry. */
function httpRegistry(fetch) {
	return { async inspect(image, credentials) {
		const get = registryGet(fetch, image, credentials);
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