"use strict";
exports.id = 6058;
exports.ids = [6058];
exports.modules = {

/***/ 6058:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   restart: () => (/* binding */ restart)
/* harmony export */ });
/* harmony import */ var _shared_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7512);
/* harmony import */ var _request_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1680);
/* harmony import */ var _rollback_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8705);



// src/domain/order/restart-order.ts
function restartOrder(spec) {
	return {
		...(0,_request_js__WEBPACK_IMPORTED_MODULE_1__.o)("restart", spec),
		...(0,_shared_js__WEBPACK_IMPORTED_MODULE_0__.Pt)(spec),
		base: spec.base
	};
}
// src/commands/restart.ts
async function restart(asked) {
	return (0,_shared_js__WEBPACK_IMPORTED_MODULE_0__.Fn)(asked, _shared_js__WEBPACK_IMPORTED_MODULE_0__.In, async (ctx) => {
		const { progress } = ctx;
		const since = ctx.clock.now();
		const { plans, record } = await progress.step("Check what is live", () => (0,_shared_js__WEBPACK_IMPORTED_MODULE_0__.bt)(ctx, _shared_js__WEBPACK_IMPORTED_MODULE_0__.Yt));
		const prepared = await progress.step("Prepare the host", () => (0,_shared_js__WEBPACK_IMPORTED_MODULE_0__.i)((0,_shared_js__WEBPACK_IMPORTED_MODULE_0__.b)(ctx, record), {
			plans,
			record,
			spec: ctx.config.spec
		}));
		const { hosts } = prepared;
		if (record) ctx.deployment.start((0,_shared_js__WEBPACK_IMPORTED_MODULE_0__.r)(ctx, {
			...record,
			name: record.release
		}, since));
		return conclude(ctx, {
			hosts,
			record,
			results: await progress.step(`Restart ${record?.release ?? "the live release"} on ${(0,_request_js__WEBPACK_IMPORTED_MODULE_1__.d)(hosts.map(({ id }) => id))}`, () => restartOnHosts(ctx, prepared, record), _shared_js__WEBPACK_IMPORTED_MODULE_0__.hn),
			since
		});
	});
}
function restartOnHosts(ctx, { hosts, avoid }, record) {
	const hostIds = hosts.map(({ id }) => id);
	const { release = "*", login } = record ?? {};
	return (0,_shared_js__WEBPACK_IMPORTED_MODULE_0__.K)(ctx, [release], (base) => {
		const order = restartOrder({
			...(0,_shared_js__WEBPACK_IMPORTED_MODULE_0__._t)(ctx),
			...(0,_shared_js__WEBPACK_IMPORTED_MODULE_0__.gt)(ctx, avoid),
			ownRegistry: login,
			base
		});
		return (0,_shared_js__WEBPACK_IMPORTED_MODULE_0__.q)(ctx, {
			hostIds,
			order,
			concurrency: ctx.config.maxConcurrency,
			live: record
		}, base.join(" "));
	});
}
async function conclude(ctx, restarted) {
	const { hosts, record, results, since } = restarted;
	const served = await provenRelease(ctx, restarted);
	if (served === void 0) return failRestart(ctx, restarted);
	const semver = record?.release === served.name ? record.semver : void 0;
	ctx.deployment.start((0,_shared_js__WEBPACK_IMPORTED_MODULE_0__.r)(ctx, {
		...served,
		semver
	}, since));
	const attempt = (0,_shared_js__WEBPACK_IMPORTED_MODULE_0__.x)(ctx, {
		release: served.name,
		commit: served.commit,
		semver,
		outcome: "restarted",
		cause: "",
		since,
		results
	});
	const live = {
		served,
		semver,
		hostIds: hosts.map(({ id }) => id),
		previous: record?.release ?? "",
		fingerprint: void 0,
		artifact: void 0,
		results
	};
	await ctx.progress.step("Record the restart", () => record?.release === served.name ? (0,_shared_js__WEBPACK_IMPORTED_MODULE_0__.T)(ctx, record, {
		results,
		attempt
	}) : (0,_shared_js__WEBPACK_IMPORTED_MODULE_0__.w)(ctx, live, {
		record,
		attempt
	}));
	await (0,_shared_js__WEBPACK_IMPORTED_MODULE_0__.y)(ctx, served.route, hosts, record);
	await (0,_shared_js__WEBPACK_IMPORTED_MODULE_0__.tt)(ctx, served.route, hosts, record);
	return (0,_rollback_js__WEBPACK_IMPORTED_MODULE_2__.n)(ctx.config, {
		hosts,
		results,
		served,
		semver
	});
}
async function provenRelease({ config, records }, { record, results }) {
	const told = (0,_shared_js__WEBPACK_IMPORTED_MODULE_0__.yn)(results);
	if (told === void 0) return void 0;
	return (0,_shared_js__WEBPACK_IMPORTED_MODULE_0__.pt)(told, told.name === record?.release ? [record] : await records.history(config.service, 100));
}
async function failRestart(ctx, { hosts, record, results, since }) {
	const failed = (0,_shared_js__WEBPACK_IMPORTED_MODULE_0__.bn)(results);
	const { cause = "not-serving" } = failed;
	const { release = "", commit = "", semver } = record ?? {};
	await (0,_shared_js__WEBPACK_IMPORTED_MODULE_0__.S)(ctx, record, (0,_shared_js__WEBPACK_IMPORTED_MODULE_0__.x)(ctx, {
		release,
		commit,
		semver,
		outcome: "failed",
		cause,
		since,
		results
	}));
	return (0,_rollback_js__WEBPACK_IMPORTED_MODULE_2__.t)(ctx.config, {
		deed: "restart",
		hosts,
		results,
		failed,
		record
	});
}



/***/ }),

/***/ 8705:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ restartSuccess),
/* harmony export */   r: () => (/* binding */ rollbackSuccess),
/* harmony export */   t: () => (/* binding */ failureReport)
/* harmony export */ });
/* harmony import */ var _shared_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7512);
/* harmony import */ var _request_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1680);
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9969);



// src/report/pages/rollback.ts
function rollbackSuccess(config, served) {
	const { results, blocked = "" } = served;
	const report = success(config, served, {
		outcome: results.every((result) => result.outcome === "unchanged") ? "unchanged" : "rolled-back",
		verb: "serves again"
	});
	return {
		...report,
		facts: [
			...report.facts,
			["Rolled back from", (0,_shared_js__WEBPACK_IMPORTED_MODULE_0__.vn)(results)],
			...whatIsRefused(blocked)
		]
	};
}
function whatIsRefused(commit) {
	return commit === "" ? [] : [["Refused from now on", `commit ${(0,_shared_js__WEBPACK_IMPORTED_MODULE_0__.Kn)(commit)}, until a newer one comes, or allow-rolled-back: true`]];
}
function restartSuccess(config, served) {
	return success(config, served, {
		outcome: "restarted",
		verb: "was restarted"
	});
}
function success({ service }, { hosts, results, served, semver }, { outcome, verb }) {
	const placed = {
		hosts,
		results,
		release: {
			...served,
			semver
		},
		route: served.route
	};
	const lines = (0,_shared_js__WEBPACK_IMPORTED_MODULE_0__.A)(placed);
	return {
		outcome,
		headline: `${(0,_start_js__WEBPACK_IMPORTED_MODULE_2__.wt)(service)}: ${(0,_shared_js__WEBPACK_IMPORTED_MODULE_0__.F)(placed.release)} ${verb} ${(0,_shared_js__WEBPACK_IMPORTED_MODULE_0__.P)(lines)}`,
		outputs: (0,_shared_js__WEBPACK_IMPORTED_MODULE_0__.M)(placed),
		facts: (0,_shared_js__WEBPACK_IMPORTED_MODULE_0__.O)(placed),
		image: served.image,
		...(0,_shared_js__WEBPACK_IMPORTED_MODULE_0__.I)(lines),
		...(0,_shared_js__WEBPACK_IMPORTED_MODULE_0__.j)(results)
	};
}
function failureReport(config, { deed, hosts, results, failed, record }) {
	const { spec } = config;
	const failure = (0,_shared_js__WEBPACK_IMPORTED_MODULE_0__.L)(failed, {
		results,
		spec
	});
	const place = hosts.length > 1 ? ` on ${failed.hostId}` : "";
	const lines = (0,_shared_js__WEBPACK_IMPORTED_MODULE_0__.A)({
		hosts,
		results,
		route: record?.route ?? (0,_request_js__WEBPACK_IMPORTED_MODULE_1__.C)(spec)
	});
	return {
		outcome: "failed",
		headline: `${(0,_start_js__WEBPACK_IMPORTED_MODULE_2__.wt)(config.service)}: the ${deed} failed${place}`,
		outputs: {
			...(0,_shared_js__WEBPACK_IMPORTED_MODULE_0__.N)(lines),
			cause: failure.cause,
			"serving-digest": failed.serving,
			"previous-release": failed.previous
		},
		facts: (0,_shared_js__WEBPACK_IMPORTED_MODULE_0__.k)(hosts),
		...(0,_shared_js__WEBPACK_IMPORTED_MODULE_0__.I)(lines),
		...(0,_shared_js__WEBPACK_IMPORTED_MODULE_0__.j)(results),
		failure
	};
}



/***/ })

};
;