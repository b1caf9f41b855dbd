"use strict";
exports.id = 151;
exports.ids = [151];
exports.modules = {

/***/ 8151:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   destroy: () => (/* binding */ destroy)
/* harmony export */ });
/* harmony import */ var _observe_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4685);
/* harmony import */ var _release_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2844);
/* harmony import */ var _service_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9734);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5914);
/* harmony import */ var _with_lease_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6434);





// src/commands/destroy.ts
/** Removes what was created for the service, in the order in which AWS lets go of it; on a host of others, only the service's own containers. */
async function destroy(ctx) {
	return (0,_with_lease_js__WEBPACK_IMPORTED_MODULE_4__.t)(ctx, () => destroyHolding(ctx));
}
async function destroyHolding(ctx) {
	const { progress, config } = ctx;
	const hosts = await progress.step("Observe", async () => {
		const [found] = await Promise.all([(0,_observe_js__WEBPACK_IMPORTED_MODULE_0__.n)(ctx), (0,_observe_js__WEBPACK_IMPORTED_MODULE_0__.t)(ctx)]);
		await refuseSharedHosts(ctx, found);
		return found;
	});
	const removed = [];
	const note = (...lines) => {
		removed.push(...lines);
		for (const line of lines) progress.info(`Removed ${line}`);
	};
	await progress.step("Remove the service from its hosts", async () => {
		for (const host of hosts) note(...await removeFrom(ctx, host));
	});
	await progress.step("Remove what belongs to it", () => removeRest(ctx, note));
	const name = `${config.service.name} (${config.service.environment})`;
	return {
		outcome: "destroyed",
		headline: removed.length === 0 ? `${name}: nothing was left to remove` : `${name}: removed ${removed.length} resources`,
		outputs: {},
		facts: [],
		removed
	};
}
/** A host that this action made for one service may have been given others since, by `instance-id`; they must not go down with it. */
async function refuseSharedHosts({ config, records }, hosts) {
	const own = hosts.filter((host) => (0,_observe_js__WEBPACK_IMPORTED_MODULE_0__.l)(host, config.service)).map(({ id }) => id);
	if (own.length === 0) return;
	const others = (await records.list()).filter((record) => own.includes(record.hostId) && !(0,_release_js__WEBPACK_IMPORTED_MODULE_1__.t)(record, config.service));
	if (others.length === 0) return;
	const names = others.map((record) => `${record.service} (${record.environment})`).join(", ");
	throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__.n("refused", `the host ${own.join(", ")} also serves ${names}`, { next: `Destroy or move ${names} first.` });
}
async function removeFrom(ctx, host) {
	if ((0,_observe_js__WEBPACK_IMPORTED_MODULE_0__.l)(host, ctx.config.service)) {
		await ctx.hosts.terminate(host.id);
		await untilGone(ctx, host.id);
		return [`instance ${host.id}`];
	}
	await (0,_with_lease_js__WEBPACK_IMPORTED_MODULE_4__.r)(ctx, host);
	const key = (0,_service_js__WEBPACK_IMPORTED_MODULE_2__.u)(ctx.config.service);
	const payload = [["service", key], ["region", ctx.config.region]];
	const answer = await ctx.remote.run({
		hostId: host.id,
		verb: "remove",
		payload,
		comment: `docker-to-ec2: remove ${key}`,
		timeout: 300
	}, ctx.signal);
	const result = (0,_observe_js__WEBPACK_IMPORTED_MODULE_0__.a)(answer.stdout);
	if (!result) throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__.n("script-failed", `${host.id} did not remove ${key}: ${answer.stderr || answer.stdout}`, { next: "Run destroy again." });
	return result.removed;
}
/** The address and the security group are free only when the instance is terminated. */
async function untilGone({ hosts, clock, config, progress }, id) {
	const since = clock.now();
	for (let state = await hosts.state(id); state !== "terminated"; state = await hosts.state(id)) {
		if (clock.now() - since > config.hostTimeout * 1e3) throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__.n("host-timeout", `${id} is still ${state} after ${config.hostTimeout} s`, { next: "Run destroy again; it goes on where it stopped." });
		progress.waiting(`${id} to terminate (${state})`, since);
		await clock.sleep(2e3);
	}
}
async function removeRest({ config, networks, hostRoles, records, repositories, lease }, note) {
	const { service, region } = config;
	for (const address of await networks.releaseAddresses(service)) note(`address ${address}`);
	for (const group of await networks.removeSecurityGroups(service)) note(`security group ${group}`);
	note(...await hostRoles.remove(service, region));
	await lease.clear(service);
	const record = await records.remove(service);
	if (record !== void 0) note(`parameter ${record}`);
	if (config.destroyRepository && await repositories.remove(config.image.repository)) note(`repository ${config.image.repository}`);
}



/***/ }),

/***/ 2844:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ parseRecord),
/* harmony export */   r: () => (/* binding */ releaseName),
/* harmony export */   t: () => (/* binding */ ofService)
/* harmony export */ });
/* harmony import */ var _sorted_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7916);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);


// src/domain/release.ts
/**
* Names a release. What decides whether a container must be started anew goes into the hash: digest, run configuration, port, and what counts as healthy.
* Time limits do not.
*/
function releaseName(commit, digest, run, health, httpPort) {
	const identity = [
		digest,
		run.port,
		run.args,
		(0,_sorted_js__WEBPACK_IMPORTED_MODULE_1__.t)(run.env),
		(0,_sorted_js__WEBPACK_IMPORTED_MODULE_1__.t)(run.secrets),
		run.volumes,
		run.memoryBytes ?? null,
		run.cpus ?? null,
		run.user ?? null,
		health.path,
		health.codes,
		health.host ?? null,
		httpPort
	];
	return `${commit.slice(0, 8)}-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256").update(JSON.stringify(identity)).digest("hex").slice(0, 8)}`;
}
/** Reads a stored record; `undefined` for anything that is not one (written by hand, truncated, by a later version). */
function parseRecord(text) {
	try {
		const record = JSON.parse(text);
		return record.schema === 1 && typeof record.release === "string" && typeof record.digest === "string" && record.attempt !== void 0 ? record : void 0;
	} catch {
		return;
	}
}
function ofService(record, service) {
	return record.service === service.name && record.environment === service.environment;
}



/***/ })

};
;