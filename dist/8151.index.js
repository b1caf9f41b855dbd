"use strict";
exports.id = 8151;
exports.ids = [8151];
exports.modules = {

/***/ 8151:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   destroy: () => (/* reexport safe */ _destroy2_js__WEBPACK_IMPORTED_MODULE_0__.t)
/* harmony export */ });
/* harmony import */ var _destroy2_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1009);



/***/ }),

/***/ 1009:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ destroy)
/* harmony export */ });
/* harmony import */ var _request_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1680);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1216);
/* harmony import */ var _shared_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7512);
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9969);




// src/commands/destroy.ts
async function destroy(ctx) {
	return (0,_shared_js__WEBPACK_IMPORTED_MODULE_2__.Fn)(ctx, {
		..._shared_js__WEBPACK_IMPORTED_MODULE_2__.In,
		isLast: true
	}, destroyHolding);
}
async function destroyHolding(ctx) {
	const { progress, config } = ctx;
	const ending = await progress.step("Check what is live", () => clearedEnding(ctx));
	const removed = [];
	const note = (...lines) => {
		removed.push(...lines);
		for (const line of lines) progress.info(`Removed ${line}`);
	};
	await progress.step("Remove its DNS records", async () => note(...await (0,_shared_js__WEBPACK_IMPORTED_MODULE_2__.nt)(ctx, await namesToRemove(ctx))));
	await progress.step("Remove the service from its hosts", async () => note(...await removeHosts(ctx, ending)));
	const kept = await progress.step("Remove what belongs to the service", () => removeRest(ctx, ending, note));
	const name = (0,_start_js__WEBPACK_IMPORTED_MODULE_3__.wt)(config.service);
	return {
		outcome: "destroyed",
		headline: removed.length === 0 ? `${name}: nothing to remove` : `${name}: removed ${removed.length} resources`,
		outputs: {},
		facts: kept === void 0 ? [] : [["Kept", `repository ${kept} with its images; destroy-repository: true removes it`]],
		removed
	};
}
async function namesToRemove({ config, records }) {
	const record = await records.read(config.service);
	return {
		names: [],
		had: [.../* @__PURE__ */ new Set([...config.spec.domains, ...record ? (0,_request_js__WEBPACK_IMPORTED_MODULE_0__.x)(record.route) : []])],
		to: (0,_shared_js__WEBPACK_IMPORTED_MODULE_2__.It)([]),
		record,
		proxied: false
	};
}
async function clearedEnding(ctx) {
	const { service } = ctx.config;
	const hosts = await (0,_shared_js__WEBPACK_IMPORTED_MODULE_2__.xt)(ctx);
	const own = hosts.filter((host) => (0,_request_js__WEBPACK_IMPORTED_MODULE_0__.p)(host, service));
	(0,_start_js__WEBPACK_IMPORTED_MODULE_3__.ht)((0,_shared_js__WEBPACK_IMPORTED_MODULE_2__.zt)(await hostsBeside(ctx, own)));
	const record = await ctx.records.read(service);
	const { preview } = ctx.config;
	(0,_start_js__WEBPACK_IMPORTED_MODULE_3__.ht)(await (preview ? (0,_shared_js__WEBPACK_IMPORTED_MODULE_2__.Ct)(ctx, record, preview) : (0,_shared_js__WEBPACK_IMPORTED_MODULE_2__.St)(ctx, record, own)));
	(0,_start_js__WEBPACK_IMPORTED_MODULE_3__.ht)(preview && ((0,_shared_js__WEBPACK_IMPORTED_MODULE_2__.Rt)(preview, {
		record,
		own: own.map(({ id }) => id)
	}) ?? (0,_shared_js__WEBPACK_IMPORTED_MODULE_2__.Ht)(record, preview)));
	(0,_start_js__WEBPACK_IMPORTED_MODULE_3__.ht)((0,_inputs_js__WEBPACK_IMPORTED_MODULE_1__.S)(record, ctx.clock.now()));
	const [clearance, repository] = await Promise.all([(0,_shared_js__WEBPACK_IMPORTED_MODULE_2__.B)(ctx, own, record), (0,_shared_js__WEBPACK_IMPORTED_MODULE_2__.z)(ctx)]);
	if ("kind" in clearance) throw (0,_start_js__WEBPACK_IMPORTED_MODULE_3__.vt)(clearance);
	return {
		clearance,
		others: hosts.filter((host) => !own.includes(host)),
		repository,
		record
	};
}
async function hostsBeside({ config, hosts }, own) {
	if (config.host.instanceId === void 0) return [];
	return (await hosts.find(config.service)).filter((host) => (0,_request_js__WEBPACK_IMPORTED_MODULE_0__.p)(host, config.service)).map(({ id }) => id).filter((id) => own.every((one) => one.id !== id));
}
async function removeHosts(ctx, { clearance, others, record }) {
	const { hosts: own } = clearance;
	await Promise.all(own.map((host) => ctx.hosts.terminate(host)));
	for (const { id } of own) await (0,_shared_js__WEBPACK_IMPORTED_MODULE_2__.f)(ctx, id, GONE);
	return [...own.map(({ id }) => `instance ${id}`), ...others.length === 0 ? [] : await removeFrom(ctx, others, record)];
}
var REMOVAL = 300;
async function removeFrom(ctx, hosts, record) {
	await (0,_shared_js__WEBPACK_IMPORTED_MODULE_2__.p)(ctx, hosts);
	const volumeData = ctx.config.preview ? ["discarded"] : [];
	const order = {
		...(0,_request_js__WEBPACK_IMPORTED_MODULE_0__.o)("remove", (0,_shared_js__WEBPACK_IMPORTED_MODULE_2__._t)(ctx)),
		volumeData
	};
	const hostIds = hosts.map(({ id }) => id);
	const timeout = REMOVAL + (0,_shared_js__WEBPACK_IMPORTED_MODULE_2__.on)(record);
	return (await (0,_shared_js__WEBPACK_IMPORTED_MODULE_2__.Nn)(ctx, {
		hostIds,
		order,
		timeout,
		continueOnError: true,
		read: _shared_js__WEBPACK_IMPORTED_MODULE_2__._n
	})).flatMap((answer) => removedBy(ctx, answer));
}
function removedBy(ctx, answer) {
	const { progress, config, permit } = ctx;
	const { hostId, result } = answer;
	if (result === void 0) {
		const failed = (0,_shared_js__WEBPACK_IMPORTED_MODULE_2__.Y)(answer, (0,_shared_js__WEBPACK_IMPORTED_MODULE_2__.gn)(answer.stdout));
		if (failed.cause === "lease-lost") throw permit.lose(`${hostId} has received orders from a later run`);
		throw (0,_shared_js__WEBPACK_IMPORTED_MODULE_2__.J)(ctx, failed, `did not remove ${(0,_start_js__WEBPACK_IMPORTED_MODULE_3__.wt)(config.service)}`);
	}
	for (const warning of (0,_shared_js__WEBPACK_IMPORTED_MODULE_2__.Z)([{
		hostId,
		findings: result.findings
	}])) progress.warn(warning);
	for (const volume of result.kept) progress.info(`Kept the volume ${volume} on ${hostId}`);
	return result.removed;
}
var GONE = {
	reached: (state) => state === "terminated",
	what: "to terminate",
	hint: "Run destroy again: it continues where it stopped."
};
async function removeRest({ config, networks, hostRoles, records, repositories }, { clearance, repository: cleared }, note) {
	const { service, region } = config;
	for (const address of await networks.releaseAddresses(service, clearance)) note(`address ${address}`);
	for (const group of await networks.removeSecurityGroups(service, clearance)) note(`security group ${group}`);
	if (config.preview === void 0) note(...await hostRoles.remove(service, region, clearance));
	for (const parameter of await records.remove(service)) note(`parameter ${parameter}`);
	const { repository } = config.image;
	if (cleared && await repositories.remove(cleared, service)) {
		note(`repository ${repository}`);
		return;
	}
	if (!await repositories.untag(repository, (0,_inputs_js__WEBPACK_IMPORTED_MODULE_1__.xt)(service))) return void 0;
	note(`tag ${repository}:${(0,_inputs_js__WEBPACK_IMPORTED_MODULE_1__.xt)(service)}`);
	return repository;
}



/***/ })

};
;