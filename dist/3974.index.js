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
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5914);
/* harmony import */ var _requests_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7215);


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
	const manifest = (0,_requests_js__WEBPACK_IMPORTED_MODULE_1__.p)(source.bytes.toString());
	if (manifest === void 0) throw failed(order.from.image, `the registry gives no manifest for ${digest}`);
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
			const manifest = (0,_requests_js__WEBPACK_IMPORTED_MODULE_1__.p)(answer.text);
			if (manifest === void 0 || !(0,_requests_js__WEBPACK_IMPORTED_MODULE_1__.d)(answer.digest)) throw noImage(image);
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
	if (!manifest.config) throw noImage(image);
	const answer = await get(`blobs/${manifest.config.digest}`, "*/*");
	if (!answer.ok) throw unreadable(image, answer);
	const configuration = (0,_requests_js__WEBPACK_IMPORTED_MODULE_1__.f)(answer.text);
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
/** Of an index, the largest of its images. What cannot be read counts as 0: the size only decides whether a pull is tried. */
async function sizeOf({ layers, manifests }, get) {
	if (!manifests) return layersOf({ layers });
	const images = manifests.filter(({ platform }) => platformName(platform).length > 0);
	const answers = await Promise.all(images.map(({ digest }) => get(`manifests/${digest}`, _requests_js__WEBPACK_IMPORTED_MODULE_1__.u)));
	return Math.max(0, ...answers.filter(({ ok }) => ok).map(({ text }) => layersOf((0,_requests_js__WEBPACK_IMPORTED_MODULE_1__.p)(text))));
}
/** Attestations stand in an index as `unknown/unknown`. */
function platformName({ os, architecture } = {}) {
	return os === void 0 || architecture === void 0 || os === "unknown" ? [] : [`${os}/${architecture}`];
}
function noImage(image) {
	return new _errors_js__WEBPACK_IMPORTED_MODULE_0__.n("image-not-found", `${spell(image)} is not an image.`, { hint: "Check the input image." });
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



/***/ })

};
;