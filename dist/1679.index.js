"use strict";
exports.id = 1679;
exports.ids = [1679];
exports.modules = {

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



/***/ }),

/***/ 4669:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ removePreview),
/* harmony export */   r: () => (/* binding */ sweepReport),
/* harmony export */   t: () => (/* binding */ preview)
/* harmony export */ });
/* harmony import */ var _shared_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7512);
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9969);
/* harmony import */ var _put_comment_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6828);
/* harmony import */ var _destroy2_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1009);




// src/report/pages/preview.ts
function previewMarker(service) {
	return `<!-- docker-to-ec2 preview ${(0,_start_js__WEBPACK_IMPORTED_MODULE_1__.Nt)(service)} -->`;
}
function reportComment(config, previewed) {
	return previewed.report.failure === void 0 ? served$1(config, previewed) : notServed(config, previewed);
}
function served$1({ service, job }, { run, report, comparison, at }) {
	const repository = (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.S)(job);
	const { url = "", release = "" } = report.outputs;
	const since = (0,_shared_js__WEBPACK_IMPORTED_MODULE_0__.qn)({
		repository,
		commit: run.head
	}, run.base, comparison);
	const rows = [
		["Address", (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.c)((0,_start_js__WEBPACK_IMPORTED_MODULE_1__.d)(url), url)],
		["Commit", (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.c)((0,_start_js__WEBPACK_IMPORTED_MODULE_1__.i)((0,_shared_js__WEBPACK_IMPORTED_MODULE_0__.Kn)(run.head)), `${repository}/commit/${run.head}`)],
		["Release", (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.i)(release)],
		["Served since", (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.d)((0,_shared_js__WEBPACK_IMPORTED_MODULE_0__.An)(at))],
		["Changes", filesText(since.files)]
	].filter(([, cell]) => cell !== "");
	const text = (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.u)([
		`## 🔎 Preview of ${(0,_start_js__WEBPACK_IMPORTED_MODULE_1__.d)(service.name)}: ${(0,_start_js__WEBPACK_IMPORTED_MODULE_1__.c)((0,_start_js__WEBPACK_IMPORTED_MODULE_1__.d)(url), url)}`,
		(0,_start_js__WEBPACK_IMPORTED_MODULE_1__.m)(["", ""], rows),
		since.commits.length === 0 ? "" : (0,_shared_js__WEBPACK_IMPORTED_MODULE_0__.kn)(since.commits, since.compareUrl),
		`<sub>By ${(0,_start_js__WEBPACK_IMPORTED_MODULE_1__.c)("this run", (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.C)(job))}; the next push updates it. Closing the pull request removes the preview and its data.</sub>`
	]);
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.o)(text);
}
function filesText(files) {
	if (files === void 0) return "";
	const { count, all, added, removed, migrations } = files;
	const words = `${count}${all ? "" : " or more"} ${count === 1 ? "file" : "files"}, +${added} −${removed} lines`;
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.d)(migrations.length === 0 ? words : `${words}; ${migrations.length} look like migrations`);
}
function notServed({ service, job }, { run, report, at }) {
	const { sentence = "", state = "", hint } = report.failure ?? {};
	const verb = report.outcome === "refused" ? "was refused" : "failed";
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.u)([
		`## ✋ The preview of ${(0,_start_js__WEBPACK_IMPORTED_MODULE_1__.d)(service.name)} ${verb}`,
		(0,_start_js__WEBPACK_IMPORTED_MODULE_1__.f)(sentence.split("\n", 1)[0] ?? ""),
		state === "" ? "" : `**Now:** ${(0,_start_js__WEBPACK_IMPORTED_MODULE_1__.f)(state)}`,
		hint === void 0 ? "" : `**Next step:** ${(0,_start_js__WEBPACK_IMPORTED_MODULE_1__.f)(hint)}`,
		`<sub>Commit ${(0,_start_js__WEBPACK_IMPORTED_MODULE_1__.i)((0,_shared_js__WEBPACK_IMPORTED_MODULE_0__.Kn)(run.head))}, ${(0,_start_js__WEBPACK_IMPORTED_MODULE_1__.d)((0,_shared_js__WEBPACK_IMPORTED_MODULE_0__.An)(at))}, in ${(0,_start_js__WEBPACK_IMPORTED_MODULE_1__.c)("this run", (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.C)(job))}.</sub>`
	]);
}
function removedComment({ service, job }, { at, why }) {
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.u)([`## The preview of ${(0,_start_js__WEBPACK_IMPORTED_MODULE_1__.d)(service.name)} was removed`, `<sub>${(0,_start_js__WEBPACK_IMPORTED_MODULE_1__.d)(why)}, ${(0,_start_js__WEBPACK_IMPORTED_MODULE_1__.d)((0,_shared_js__WEBPACK_IMPORTED_MODULE_0__.An)(at))}, in ${(0,_start_js__WEBPACK_IMPORTED_MODULE_1__.c)("this run", (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.C)(job))}.</sub>`]);
}
function sweepReport({ service }, { swept, looked }) {
	const stay = looked - swept.length;
	const words = `removed ${swept.length} ${swept.length === 1 ? "preview" : "previews"}, ${stay === 1 ? "1 stays" : `${stay} stay`}`;
	return {
		outcome: swept.length === 0 ? "unchanged" : "destroyed",
		headline: `${service.name}: ${words}`,
		outputs: {},
		facts: [],
		removed: swept
	};
}
// src/commands/preview.ts
async function preview(ctx) {
	const { preview: run } = ctx.config;
	if (run === void 0) throw new Error("The configuration of a preview names its pull request.");
	return run.act === "serve" ? serve(ctx, run) : end(ctx, run);
}
var ATTEMPTS = 3;
async function end(ctx, run) {
	for (let attempt = 1;; attempt += 1) {
		const record = await ctx.records.read(ctx.config.service);
		if (await ctx.progress.step("Ask GitHub whether the pull request is closed", () => stateNow(ctx, run.number)) === "open") return stays(ctx, run);
		try {
			return await removeClosed(ctx, run, record);
		} catch (error) {
			if (attempt === ATTEMPTS || !await isDeployedSince(ctx, record)) throw error;
			ctx.progress.info(`${(0,_start_js__WEBPACK_IMPORTED_MODULE_1__.wt)(ctx.config.service)} was deployed in the meantime: deciding again`);
		}
	}
}
function stays({ config }, { number }) {
	return {
		outcome: "unchanged",
		headline: `${(0,_start_js__WEBPACK_IMPORTED_MODULE_1__.wt)(config.service)}: pull request ${number} is open, so its preview stays`,
		outputs: {},
		facts: []
	};
}
function removeClosed(ctx, run, record) {
	const removal = (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.tt)(run, record?.deployedAt ?? "");
	return removePreview({
		...ctx,
		config: {
			...ctx.config,
			preview: removal
		}
	}, removal, {
		why: "The pull request is closed",
		isTold: true
	});
}
async function isDeployedSince({ config, records }, before) {
	const now = await records.read(config.service);
	return now !== void 0 && now.deployedAt !== before?.deployedAt;
}
async function stateNow({ pullRequests }, number) {
	try {
		return (await pullRequests.read(number)).state;
	} catch (error) {
		throw (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.vt)({
			reason: `GitHub does not say whether pull request ${number} is still closed, so its preview stays: ${(0,_start_js__WEBPACK_IMPORTED_MODULE_1__._t)(error)}`,
			hint: "Run this again, or let command: sweep remove the preview. The job needs pull-requests: read, or write for the comment."
		});
	}
}
async function serve(ctx, run) {
	const report = await served(ctx, run);
	if (report.outcome === "cancelled" || report.failure?.cause === "superseded") return report;
	const comparison = (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.y)(report) && run.base !== "" ? await ctx.commits.compare(run.base, run.head) : void 0;
	await tell(ctx, run, reportComment(ctx.config, {
		run,
		report,
		comparison,
		at: new Date(ctx.clock.now()).toISOString()
	}));
	return report;
}
async function served(ctx, run) {
	try {
		await ctx.progress.step("Check that the host has room", () => assertRoom(ctx, run));
		return await (0,_shared_js__WEBPACK_IMPORTED_MODULE_0__.n)(withAnyCommit(ctx), ctx.config.spec, () => wantedOf(ctx, run));
	} catch (error) {
		return (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.dt)((0,_start_js__WEBPACK_IMPORTED_MODULE_1__.ft)(error), ctx.config.service);
	}
}
function withAnyCommit(ctx) {
	const { config } = ctx;
	return {
		...ctx,
		config: {
			...config,
			guards: {
				...config.guards,
				allowDowngrade: true
			}
		}
	};
}
async function assertRoom({ config, records }, run) {
	const [record, all] = await Promise.all([records.read(config.service), records.list()]);
	const hostId = config.host.instanceId ?? "";
	(0,_start_js__WEBPACK_IMPORTED_MODULE_1__.ht)((0,_shared_js__WEBPACK_IMPORTED_MODULE_0__.Ut)(record, run) ?? (0,_shared_js__WEBPACK_IMPORTED_MODULE_0__.Vt)(all.records, {
		preview: run,
		hostId,
		limit: run.limit
	}));
}
async function wantedOf(ctx, run) {
	const wanted = await (0,_shared_js__WEBPACK_IMPORTED_MODULE_0__.o)(ctx);
	(0,_start_js__WEBPACK_IMPORTED_MODULE_1__.ht)((0,_shared_js__WEBPACK_IMPORTED_MODULE_0__.Wt)(run, wanted, ctx.config.job.commit));
	return wanted;
}
async function removePreview(ctx, preview, { why, isTold }) {
	const record = await ctx.records.read(ctx.config.service);
	const report = await (0,_destroy2_js__WEBPACK_IMPORTED_MODULE_3__.t)(removing(ctx, record));
	if (isTold && report.removed?.length) await tell(ctx, preview, removedComment(ctx.config, {
		at: new Date(ctx.clock.now()).toISOString(),
		why
	}));
	return report;
}
function removing(ctx, record) {
	const { config } = ctx;
	const host = {
		...config.host,
		instanceId: record === void 0 ? config.host.instanceId : void 0
	};
	const destroyRepository = config.image.repository === (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.jt)(config.service);
	return {
		...ctx,
		config: {
			...config,
			command: "destroy",
			host,
			destroyRepository
		}
	};
}
async function tell(ctx, { number: pullRequest }, text) {
	const marker = previewMarker(ctx.config.service);
	await ctx.progress.step("Comment on the pull request", () => (0,_put_comment_js__WEBPACK_IMPORTED_MODULE_2__.t)(ctx, {
		pullRequest,
		marker,
		body: `${marker}\n\n${text}`,
		asked: "preview"
	}));
}



/***/ }),

/***/ 1679:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   preview: () => (/* reexport safe */ _preview_js__WEBPACK_IMPORTED_MODULE_0__.t)
/* harmony export */ });
/* harmony import */ var _preview_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4669);



/***/ }),

/***/ 6828:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ putComment)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9969);

// src/steps/record/put-comment.ts
async function putComment({ comments, progress }, { pullRequest, marker, body, asked }) {
	try {
		return await comments.put(pullRequest, marker, body);
	} catch (error) {
		if (error instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.pt) throw error;
		const reason = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__._t)(error);
		progress.warn(`${asked}: GitHub did not accept the comment: ${reason}. The job needs \`pull-requests: write\`. In a run for a fork, the token can only read.`);
		return;
	}
}



/***/ })

};
;