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
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5914);
/* harmony import */ var _requests_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7215);


// src/adapters/registry/artifacts.ts
const ACCEPT = { accept: _requests_js__WEBPACK_IMPORTED_MODULE_1__.s };
/** An artifact has no configuration, and says so in two bytes: https://github.com/opencontainers/image-spec/blob/v1.1.1/manifest.md#guidance-for-an-empty-descriptor */
const EMPTY = {
	type: "application/vnd.oci.empty.v1+json",
	bytes: Buffer.from(JSON.stringify({}))
};
/** Artifacts of any registry that knows version 1.1 of OCI's specifications, as ECR does. */
function httpArtifacts(spec) {
	return {
		put: (artifact, credentials) => put(artifact, (0,_requests_js__WEBPACK_IMPORTED_MODULE_1__.r)(spec, artifact, credentials)),
		read: (artifact, credentials) => read(artifact, (0,_requests_js__WEBPACK_IMPORTED_MODULE_1__.r)(spec, artifact, credentials))
	};
}
/** Blobs first, then the manifest that names them. */
async function put(artifact, session) {
	const { tag, type, textType, text, subject } = artifact;
	const blobs = [EMPTY, {
		type: textType,
		bytes: Buffer.from(text)
	}];
	const [about, ...sent] = await Promise.all([subject === void 0 ? void 0 : descriptorOf(artifact, session, subject), ...blobs.map((blob) => sendBlob(artifact, session, blob.bytes))]);
	if (sent.includes("no-repository")) return { kind: "no-repository" };
	const [config, layer] = blobs.map((blob) => ({
		mediaType: blob.type,
		digest: (0,_requests_js__WEBPACK_IMPORTED_MODULE_1__.t)(blob.bytes),
		size: blob.bytes.length
	}));
	const manifest = {
		schemaVersion: 2,
		mediaType: _requests_js__WEBPACK_IMPORTED_MODULE_1__.l,
		artifactType: type,
		config,
		layers: [layer],
		subject: about
	};
	return {
		kind: "kept",
		digest: await putManifest(artifact, session, Buffer.from(JSON.stringify(manifest)), tag)
	};
}
/** How the image stands in the manifests of its artifacts. One that somebody deleted is no subject: hosts may have it still. */
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
	const digest = (0,_requests_js__WEBPACK_IMPORTED_MODULE_1__.t)(bytes);
	if ((await session.ask(`blobs/${digest}`, { method: "HEAD" })).ok) return "sent";
	const begun = await session.ask("blobs/uploads/", { method: "POST" });
	if (begun.status === 404) return "no-repository";
	const location = begun.headers.get("location");
	if (begun.status !== 202 || location === null) throw notKept(artifact, begun);
	const put = await session.ask((0,_requests_js__WEBPACK_IMPORTED_MODULE_1__.a)(location, digest), {
		method: "PUT",
		headers: { "content-type": "application/octet-stream" },
		body: bytes
	});
	if (!put.ok) throw notKept(artifact, put);
	return "sent";
}
async function putManifest(artifact, session, bytes, tag) {
	const digest = (0,_requests_js__WEBPACK_IMPORTED_MODULE_1__.t)(bytes);
	const reply = await session.ask(`manifests/${tag}`, {
		method: "PUT",
		headers: { "content-type": _requests_js__WEBPACK_IMPORTED_MODULE_1__.l },
		body: bytes
	});
	if (reply.ok) return digest;
	const there = await session.ask(`manifests/${tag}`, { headers: ACCEPT });
	if (!there.ok) throw notKept(artifact, reply);
	if ((0,_requests_js__WEBPACK_IMPORTED_MODULE_1__.t)(there.bytes) === digest) return digest;
	throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__.n("tag-exists", `${nameOf(artifact)} is there already, and is not the specification of this release.`, { hint: "Find out who put it there: no run of this action did. Delete the tag, and run this again." });
}
async function read(image, session) {
	const manifest = await exactly(image, session, "manifests", image.digest ?? "");
	const { layers = [] } = (manifest && (0,_requests_js__WEBPACK_IMPORTED_MODULE_1__.p)(manifest.toString())) ?? {};
	return (layers[0] && await exactly(image, session, "blobs", layers[0].digest))?.toString();
}
/** What a digest stands for; `undefined` where it is gone. */
async function exactly(image, session, kind, digest) {
	const reply = await session.ask(`${kind}/${digest}`, { headers: kind === "manifests" ? ACCEPT : { accept: "*/*" } });
	if (reply.status === 404) return void 0;
	if (!reply.ok) throw unreadable(image, (0,_requests_js__WEBPACK_IMPORTED_MODULE_1__.o)(reply), reply.status);
	if ((0,_requests_js__WEBPACK_IMPORTED_MODULE_1__.t)(reply.bytes) !== digest) throw unreadable(image, `it gives ${(0,_requests_js__WEBPACK_IMPORTED_MODULE_1__.t)(reply.bytes)} for ${digest}`);
	return reply.bytes;
}
function unreadable({ registry, repository, digest }, reason, status = 0) {
	return new _errors_js__WEBPACK_IMPORTED_MODULE_0__.n(status === 401 || status === 403 ? "pull-denied" : "pull-failed", `${registry}/${repository} does not give the specification ${digest ?? ""}: ${reason}`, { hint: "Check that the role of this run may pull from this repository (docs/iam/setup.yaml), and run this again." });
}
function notKept(artifact, reply) {
	const code = reply.status === 401 || reply.status === 403 ? "push-denied" : "push-failed";
	return new _errors_js__WEBPACK_IMPORTED_MODULE_0__.n(code, `${nameOf(artifact)} cannot be pushed: ${(0,_requests_js__WEBPACK_IMPORTED_MODULE_1__.o)(reply)}`, { hint: "Check that the role of this run may push to this repository (docs/iam/setup.yaml), and run this again: no host was told anything yet." });
}
function nameOf({ registry, repository, tag }) {
	return `${registry}/${repository}:${tag}`;
}



/***/ })

};
;