export const id = 496;
export const ids = [496];
export const modules = {

/***/ 4496:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   destroy: () => (/* binding */ destroy)
/* harmony export */ });
/* harmony import */ var _release_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2079);
/* harmony import */ var _observe_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5270);
/* harmony import */ var _service_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8201);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1375);
/* harmony import */ var _provision_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8733);





// src/commands/destroy.ts
/** Removes what was created for the service, in the order in which AWS lets go of it; on a host of others, only the service's own containers. */
async function destroy(ctx) {
	const { progress, config } = ctx;
	const hosts = await progress.step("Observe", async () => {
		const [found] = await Promise.all([(0,_observe_js__WEBPACK_IMPORTED_MODULE_1__.n)(ctx), (0,_observe_js__WEBPACK_IMPORTED_MODULE_1__.t)(ctx)]);
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
	const own = hosts.filter(({ managed }) => managed).map(({ id }) => id);
	if (own.length === 0) return;
	const others = (await records.list()).filter((record) => own.includes(record.hostId) && !(0,_release_js__WEBPACK_IMPORTED_MODULE_0__.t)(record, config.service));
	if (others.length === 0) return;
	const names = others.map((record) => `${record.service} (${record.environment})`).join(", ");
	throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__.n("refused", `the host ${own.join(", ")} also serves ${names}`, { next: `Destroy or move ${names} first.` });
}
async function removeFrom(ctx, host) {
	if (host.managed) {
		await ctx.hosts.terminate(host.id);
		await untilGone(ctx, host.id);
		return [`instance ${host.id}`];
	}
	await (0,_provision_js__WEBPACK_IMPORTED_MODULE_4__.n)(ctx, host);
	const key = (0,_service_js__WEBPACK_IMPORTED_MODULE_2__.c)(ctx.config.service);
	const payload = [["service", key], ["region", ctx.config.region]];
	const answer = await ctx.remote.run({
		hostId: host.id,
		verb: "remove",
		payload,
		comment: `docker-to-ec2: remove ${key}`,
		timeout: 300
	}, ctx.signal);
	const result = (0,_observe_js__WEBPACK_IMPORTED_MODULE_1__.i)(answer.stdout);
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
async function removeRest({ config, networks, hostRoles, records, repositories }, note) {
	const { service, region } = config;
	for (const address of await networks.releaseAddresses(service)) note(`address ${address}`);
	for (const group of await networks.removeSecurityGroups(service)) note(`security group ${group}`);
	note(...await hostRoles.remove(service, region));
	const record = await records.remove(service);
	if (record !== void 0) note(`parameter ${record}`);
	if (config.destroyRepository && await repositories.remove(config.image.repository)) note(`repository ${config.image.repository}`);
}



/***/ })

};
