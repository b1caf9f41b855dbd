"use strict";
exports.id = 1101;
exports.ids = [1101];
exports.modules = {

/***/ 3482:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   dnsLookups: () => (/* binding */ dnsLookups)
/* harmony export */ });
/* harmony import */ var node_dns_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1553);
/* harmony import */ var node_dns_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_dns_promises__WEBPACK_IMPORTED_MODULE_0__);

// src/adapters/dns/lookups.ts
var NOTHING = ["ENOTFOUND", "ENODATA"];
var CNAMES = 8;
var PATIENCE = {
	timeout: 2e3,
	tries: 2
};
function dnsLookups({ servers, patience = PATIENCE } = {}) {
	const at = (them) => {
		const resolver = new node_dns_promises__WEBPACK_IMPORTED_MODULE_0__.Resolver(patience);
		if (them !== void 0) resolver.setServers([...them]);
		return resolver;
	};
	const asking = {
		usual: at(servers),
		at
	};
	return {
		addresses: (name) => addresses(asking, name),
		caaRecords: (name) => caaRecords(asking.usual, name)
	};
}
async function addresses(asking, name, cnames = CNAMES) {
	try {
		const own = await closest(asking, name);
		const [v4, v6, [target]] = await Promise.all([
			unlessNothing(own.resolve4(name)),
			unlessNothing(own.resolve6(name)),
			unlessNothing(own.resolveCname(name))
		]);
		const found = [...v4, ...v6];
		return found.length > 0 || target === void 0 || cnames === 0 ? {
			kind: "known",
			addresses: found
		} : await addresses(asking, target, cnames - 1);
	} catch (error) {
		return {
			kind: "unknown",
			reason: codeOf(error) || String(error)
		};
	}
}
async function closest(asking, name) {
	const { usual } = asking;
	for (const above of namesAbove(name)) {
		const servers = await unlessNothing(usual.resolveNs(above));
		if (servers.length > 0) return await authoritative(asking, servers, above) ?? usual;
	}
	return usual;
}
async function authoritative({ usual, at }, servers, zone) {
	const all = (await Promise.all(servers.slice(0, 4).map((server) => unlessNothing(usual.resolve4(server))))).flat();
	if (all.length === 0) return void 0;
	const resolver = at([...new Set(all)]);
	return await resolver.resolveSoa(zone).then(() => true, () => false) ? resolver : void 0;
}
async function caaRecords(usual, name) {
	for (const above of namesAbove(name.replace(/^\*\./, ""))) {
		const found = (await usual.resolveCaa(above).catch(() => [])).flatMap(recordsIn);
		if (found.length > 0) return found;
	}
	return [];
}
function recordsIn(answer) {
	return Object.entries(answer).filter(([tag]) => tag !== "critical" && tag !== "type").map(([tag, value]) => ({
		tag,
		value: String(value)
	}));
}
function namesAbove(name) {
	const labels = name.split(".");
	return labels.map((_, at) => labels.slice(at).join("."));
}
async function unlessNothing(answer) {
	try {
		return await answer;
	} catch (error) {
		if (NOTHING.includes(codeOf(error))) return [];
		throw error;
	}
}
function codeOf(error) {
	return typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";
}



/***/ })

};
;