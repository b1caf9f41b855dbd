"use strict";
exports.id = 4535;
exports.ids = [4535];
exports.modules = {

/***/ 1516:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ isObject),
/* harmony export */   r: () => (/* binding */ parsed),
/* harmony export */   t: () => (/* binding */ contentsOf)
/* harmony export */ });
// src/domain/provenance/manifest.ts
/** More than any image has, and few enough to ask a registry about each. */
const MOST_ENTRIES = 64;
/** An index has objects in the lists of its entries. */
const DEEPEST = 8;
const DIGEST = /^sha256:[0-9a-f]{64}$/;
/** https://docs.docker.com/build/metadata/attestations/attestation-storage/ */
const RECORD = "attestation-manifest";
/** What no Linux host takes for its own. */
const NO_HOST = [
	"linux/loong64",
	"linux/mips64le",
	"linux/ppc64le",
	"linux/riscv64",
	"linux/s390x",
	"unknown/unknown",
	"windows/amd64"
];
/**
* What hosts of a platform never choose, as it is usually spelled. All else they may: other spellings are the same to them (`linux/x86_64`), and where
* nothing better is there they run the 32 bits of their architecture: https://pkg.go.dev/github.com/containerd/platforms
*/
const NEVER_CHOSEN = {
	"linux/amd64": [
		...NO_HOST,
		"linux/arm64",
		"linux/arm"
	],
	"linux/arm64": [
		...NO_HOST,
		"linux/amd64",
		"linux/386"
	]
};
/** Fields of an image. What has them beside those of an index is one or the other, as its reader likes. */
const OF_IMAGES = [
	"config",
	"layers",
	"fsLayers"
];
/**
* `text`: the manifest that `digest` was seen to be the hash of. Anything but an index is the one choice. `undefined` where it is neither, has more
* entries than an image has, or may be read otherwise by a host.
*/
function contentsOf(digest, text, platform) {
	const manifest = parsed(text);
	if (!isObject(manifest)) return void 0;
	const { manifests } = manifest;
	if (manifests === void 0) return {
		choices: [digest],
		buildRecords: []
	};
	if (!Array.isArray(manifests) || manifests.length > MOST_ENTRIES) return void 0;
	if (OF_IMAGES.some((name) => name in manifest) || !isUnambiguous(text, manifest)) return void 0;
	const entries = manifests.map(entryOf);
	if (!entries.every((entry) => entry !== void 0)) return void 0;
	return {
		choices: entries.filter(({ record }) => !record).filter((image) => !NEVER_CHOSEN[platform].includes(image.platform ?? "")).map((image) => image.digest),
		buildRecords: entries.filter(({ record }) => record).map((entry) => entry.digest)
	};
}
function entryOf(value) {
	if (!isObject(value) || typeof value["digest"] !== "string" || !DIGEST.test(value["digest"])) return void 0;
	const { platform, annotations } = value;
	const { os, architecture } = isObject(platform) ? platform : {};
	const kind = isObject(annotations) ? annotations["vnd.docker.reference.type"] : void 0;
	const name = typeof os === "string" && typeof architecture === "string" ? `${os}/${architecture}` : void 0;
	return {
		digest: value["digest"],
		platform: name,
		record: kind === RECORD && name === "unknown/unknown"
	};
}
/**
* Whether no object of a JSON document has two fields of one name. Docker takes names for equal that differ only in case, and of equal ones the last, or
* what comes of merging them: https://pkg.go.dev/encoding/json#Unmarshal
*/
function isUnambiguous(text, value) {
	return (text.match(/"[^"\\]*(?:\\.[^"\\]*)*"\s*:?/g) ?? []).filter((one) => one.endsWith(":")).length === namesIn(value, DEEPEST);
}
/** The different names of fields, object by object; NaN for what is nested deeper than an index. */
function namesIn(value, depth) {
	if (typeof value !== "object" || value === null) return 0;
	if (depth === 0) return NaN;
	const names = Array.isArray(value) ? [] : Object.keys(value).map((name) => name.normalize("NFKC").toLowerCase());
	return Object.values(value).reduce((sum, item) => sum + namesIn(item, depth - 1), new Set(names).size);
}
function parsed(text) {
	try {
		return JSON.parse(text);
	} catch {
		return;
	}
}
function isObject(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}



/***/ }),

/***/ 4535:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   connectAttestations: () => (/* binding */ connectAttestations),
/* harmony export */   connectBundleVerifier: () => (/* binding */ connectBundleVerifier)
/* harmony export */ });
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1516);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5914);
/* harmony import */ var _requests_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7215);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_3___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_3__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_4___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_4__);





// src/adapters/github/attestations.ts
/**
* Bundles that GitHub keeps of a digest: https://docs.github.com/en/rest/repos/attestations. Whatever keeps it from telling is a fault of one candidate:
* the registry may have what is needed.
*/
async function bundlesOnGithub({ token, repository, apiUrl }, digest) {
	const source = "GitHub";
	if (token === void 0 || token === "") return [];
	const { getOctokit } = await __webpack_require__.e(/* import() */ 8582).then(__webpack_require__.bind(__webpack_require__, 8582));
	const [owner = "", repo = ""] = repository.split("/");
	const request = {
		timeout: 1e4,
		signal: AbortSignal.timeout(1e4)
	};
	const route = "GET /repos/{owner}/{repo}/attestations/{subject_digest}";
	try {
		const { data } = await getOctokit(token, { baseUrl: apiUrl }).request(route, {
			owner,
			repo,
			subject_digest: digest,
			request
		});
		const attestations = (0,_manifest_js__WEBPACK_IMPORTED_MODULE_0__.n)(data) ? data["attestations"] : void 0;
		if (!Array.isArray(attestations)) return [{
			source,
			text: "",
			fault: "its answer is no list of attestations"
		}];
		return attestations.flatMap((one) => (0,_manifest_js__WEBPACK_IMPORTED_MODULE_0__.n)(one) && (0,_manifest_js__WEBPACK_IMPORTED_MODULE_0__.n)(one["bundle"]) ? [{
			source,
			text: JSON.stringify(one["bundle"])
		}] : []);
	} catch (error) {
		const status = (0,_manifest_js__WEBPACK_IMPORTED_MODULE_0__.n)(error) ? Number(error["status"]) : NaN;
		if (status === 404) return [];
		return [{
			source,
			text: "",
			fault: `it does not tell (HTTP ${status}); the job needs attestations: read`
		}];
	}
}
// src/adapters/registry/attestations.ts
/** https://github.com/sigstore/cosign/blob/main/specs/BUNDLE_SPEC.md: versions 0.1 to 0.3 and later */
const BUNDLE = /^application\/vnd\.dev\.sigstore\.bundle(\.v\d+\.\d+)?\+json(;version=\d+\.\d+)?$/;
/** An index of the largest images has some 10 KB; a bundle has 10 to 100 KB, and GitHub's limit for what it signs is 16 MB. */
const MANIFEST_LIMIT = 4 * 2 ** 20;
const BUNDLE_LIMIT = 16 * 2 ** 20;
/** Bundles that are looked at. Whoever can push can add any number. */
const MOST_BUNDLES = 50;
/** Lists of https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#listing-referrers */
async function readManifest(spec, { image, credentials }, digest) {
	const reply = await (0,_requests_js__WEBPACK_IMPORTED_MODULE_2__.r)(spec, image, credentials).ask(`manifests/${digest}`, {
		headers: { accept: _requests_js__WEBPACK_IMPORTED_MODULE_2__.s },
		limit: MANIFEST_LIMIT
	});
	if (reply.ok && (0,_requests_js__WEBPACK_IMPORTED_MODULE_2__.t)(reply.bytes) === digest) return reply.bytes.toString();
	const reason = reply.ok ? `it gives ${(0,_requests_js__WEBPACK_IMPORTED_MODULE_2__.t)(reply.bytes)} instead` : (0,_requests_js__WEBPACK_IMPORTED_MODULE_2__.o)(reply);
	throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__.n("pull-failed", `${image.registry}/${image.repository} does not give ${digest}: ${reason}`, { hint: "Check the input image, and that the role of this run may pull from this repository (docs/iam/setup.yaml)." });
}
async function readBundles(spec, { image, credentials }, digests) {
	const session = (0,_requests_js__WEBPACK_IMPORTED_MODULE_2__.r)(spec, image, credentials);
	const lists = await Promise.all(digests.map((digest) => referrers(session, digest)));
	const found = [...new Set(lists.flatMap(({ manifests }) => manifests))];
	const faults = lists.flatMap(({ fault }) => fault === void 0 ? [] : [{
		source: image.registry,
		text: "",
		fault
	}]);
	return [...await Promise.all(found.slice(0, MOST_BUNDLES).map((digest) => bundleOf(session, digest))), ...faults];
}
/** By the referrers API, and where a registry does not have it, by the tag that stands in for it. */
async function referrers(session, digest) {
	const asked = {
		headers: { accept: _requests_js__WEBPACK_IMPORTED_MODULE_2__.c },
		limit: MANIFEST_LIMIT
	};
	return attempt(async () => {
		const listed = await session.ask(`referrers/${digest}`, asked);
		const reply = listed.status === 404 || listed.status === 405 ? await session.ask(`manifests/${digest.replace(":", "-")}`, asked) : listed;
		if (reply.status === 404) return { manifests: [] };
		return reply.ok ? manifestsIn(reply.bytes.toString(), digest) : {
			manifests: [],
			fault: `the attestations of ${digest} are not listed: ${(0,_requests_js__WEBPACK_IMPORTED_MODULE_2__.o)(reply)}`
		};
	});
}
/** Nothing that a registry answers about attestations ends the run otherwise than as a refusal. */
async function attempt(read) {
	try {
		return await read();
	} catch (error) {
		if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__.n)) throw error;
		return {
			manifests: [],
			fault: error.message
		};
	}
}
function manifestsIn(text, digest) {
	const index = (0,_manifest_js__WEBPACK_IMPORTED_MODULE_0__.r)(text);
	const entries = (0,_manifest_js__WEBPACK_IMPORTED_MODULE_0__.n)(index) ? index["manifests"] : void 0;
	if (!Array.isArray(entries)) return {
		manifests: [],
		fault: `its list of what refers to ${digest} is no image index`
	};
	return { manifests: entries.flatMap((entry) => (0,_manifest_js__WEBPACK_IMPORTED_MODULE_0__.n)(entry) && isBundle(entry["artifactType"]) ? digestIn(entry) : []) };
}
function isBundle(type) {
	return typeof type === "string" && BUNDLE.test(type);
}
function digestIn({ digest }) {
	return typeof digest === "string" && /^sha256:[0-9a-f]{64}$/.test(digest) ? [digest] : [];
}
/** The one layer of an artifact, whose media type is the artifact's. */
async function bundleOf(session, digest) {
	const source = `attestation ${digest.slice(0, 15)}`;
	try {
		const manifest = (0,_manifest_js__WEBPACK_IMPORTED_MODULE_0__.r)((await exactly(session, `manifests/${digest}`, digest)).toString());
		const layers = (0,_manifest_js__WEBPACK_IMPORTED_MODULE_0__.n)(manifest) ? manifest["layers"] : void 0;
		const [layer] = Array.isArray(layers) ? layers : [];
		const [blob] = (0,_manifest_js__WEBPACK_IMPORTED_MODULE_0__.n)(layer) && isBundle(layer["mediaType"]) ? digestIn(layer) : [];
		if (blob === void 0) return {
			source,
			text: "",
			fault: "it has no layer that is a Sigstore bundle"
		};
		return {
			source,
			text: (await exactly(session, `blobs/${blob}`, blob)).toString()
		};
	} catch (error) {
		if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__.n)) throw error;
		return {
			source,
			text: "",
			fault: error.message
		};
	}
}
async function exactly(session, path, digest) {
	const manifest = path.startsWith("manifests/");
	const headers = { accept: manifest ? _requests_js__WEBPACK_IMPORTED_MODULE_2__.l : "*/*" };
	const reply = await session.ask(path, {
		headers,
		limit: manifest ? MANIFEST_LIMIT : BUNDLE_LIMIT
	});
	if (!reply.ok) throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__.n("pull-failed", (0,_requests_js__WEBPACK_IMPORTED_MODULE_2__.o)(reply));
	if ((0,_requests_js__WEBPACK_IMPORTED_MODULE_2__.t)(reply.bytes) !== digest) throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__.n("pull-failed", `it has other bytes than its digest says`);
	return reply.bytes;
}
// src/connect/proof.ts
function connectAttestations(github, clock) {
	const registry = {
		fetch,
		clock
	};
	return {
		manifest: (place, digest) => readManifest(registry, place, digest),
		inRegistry: (place, digests) => readBundles(registry, place, digests),
		onGithub: async (digests) => (await Promise.all(digests.map((digest) => bundlesOnGithub(github, digest)))).flat()
	};
}
/** `trustedRoot`: absolute path of a file; `undefined`: Sigstore's public instance. */
async function connectBundleVerifier(trustedRoot) {
	const [{ sigstoreVerifier }, { publicRoot, rootsFrom }] = await Promise.all([Promise.all(/* import() */[__webpack_require__.e(9253), __webpack_require__.e(5964)]).then(__webpack_require__.bind(__webpack_require__, 5964)), Promise.all(/* import() */[__webpack_require__.e(9253), __webpack_require__.e(3482)]).then(__webpack_require__.bind(__webpack_require__, 3482))]);
	return sigstoreVerifier(async () => trustedRoot === void 0 ? publicRoot(await ownFolder()) : rootsFrom(trustedRoot));
}
/** The runner empties RUNNER_TEMP after each job. */
function ownFolder() {
	return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_4__.mkdtemp)(`${process.env["RUNNER_TEMP"] ?? (0,node_os__WEBPACK_IMPORTED_MODULE_3__.tmpdir)()}/docker-to-ec2-root-`);
}



/***/ })

};
;