"use strict";
exports.id = 6507;
exports.ids = [6507];
exports.modules = {

/***/ 1618:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ findNamed)
/* harmony export */ });
/* harmony import */ var _shared_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7512);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1216);


// src/steps/version/find-named.ts
async function findNamed(ctx, { service, records, version }) {
	const [history, tagged] = await Promise.all([records.history(service, 100), taggedWith(ctx, version)]);
	return (0,_shared_js__WEBPACK_IMPORTED_MODULE_0__.ut)({
		version,
		tagged,
		environment: service.environment
	}, history);
}
async function taggedWith({ config, commits }, version) {
	const { ref, commit } = config.job;
	if ((0,_inputs_js__WEBPACK_IMPORTED_MODULE_1__.H)(version)) return [];
	if ((0,_inputs_js__WEBPACK_IMPORTED_MODULE_1__.G)(ref) === version) return [commit];
	const tags = await commits.tags();
	return tags && (0,_shared_js__WEBPACK_IMPORTED_MODULE_0__.On)(tags, version);
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



/***/ }),

/***/ 6507:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   rollback: () => (/* binding */ rollback)
/* harmony export */ });
/* harmony import */ var _shared_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7512);
/* harmony import */ var _request_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1680);
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9969);
/* harmony import */ var _find_named_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1618);
/* harmony import */ var _rollback_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8705);





// src/commands/rollback.ts
async function rollback(unleased) {
	return (0,_shared_js__WEBPACK_IMPORTED_MODULE_0__.Fn)(unleased, _shared_js__WEBPACK_IMPORTED_MODULE_0__.In, async (ctx) => {
		const { progress } = ctx;
		const since = ctx.clock.now();
		const { plans, record } = await progress.step("Check what is live", () => (0,_shared_js__WEBPACK_IMPORTED_MODULE_0__.bt)(ctx, _shared_js__WEBPACK_IMPORTED_MODULE_0__.Yt));
		const asked = await askedRelease(ctx);
		const [prepared, history] = await Promise.all([progress.step("Prepare the host", () => (0,_shared_js__WEBPACK_IMPORTED_MODULE_0__.i)((0,_shared_js__WEBPACK_IMPORTED_MODULE_0__.b)(ctx, record), {
			plans,
			record,
			spec: ctx.config.spec
		})), ctx.records.history(ctx.config.service, 100)]);
		const way = await (0,_shared_js__WEBPACK_IMPORTED_MODULE_0__.W)(ctx, prepared, {
			record,
			asked
		});
		const hostIds = prepared.hosts.map(({ id }) => id);
		const results = await progress.step(`Roll back to ${way.target || "the last verified release"} on ${(0,_request_js__WEBPACK_IMPORTED_MODULE_1__.d)(hostIds)}`, () => (0,_shared_js__WEBPACK_IMPORTED_MODULE_0__.G)(ctx, prepared, way), _shared_js__WEBPACK_IMPORTED_MODULE_0__.hn);
		return conclude(ctx, {
			...prepared,
			asked,
			record,
			history,
			results,
			since
		});
	});
}
async function askedRelease(ctx) {
	const { release = "", versioning, service } = ctx.config;
	if (versioning.asked === void 0) return release;
	const found = await (0,_find_named_js__WEBPACK_IMPORTED_MODULE_3__.t)(ctx, {
		service,
		records: ctx.records,
		version: versioning.asked
	});
	if ("kind" in found) throw (0,_start_js__WEBPACK_IMPORTED_MODULE_2__.vt)(found);
	ctx.progress.info(`${versioning.asked} is release ${found.release}`);
	return found.release;
}
async function conclude(ctx, rolled) {
	const { hosts, record, history, results, since } = rolled;
	const proven = (0,_shared_js__WEBPACK_IMPORTED_MODULE_0__.yn)(results);
	const served = proven && (0,_shared_js__WEBPACK_IMPORTED_MODULE_0__.pt)(proven, history);
	const recorded = served && (0,_shared_js__WEBPACK_IMPORTED_MODULE_0__.ft)(served.name, history);
	const semver = recorded?.semver;
	const tried = served ?? {
		name: rolled.asked || "unknown",
		digest: "",
		commit: ""
	};
	if (results.some(({ outcome }) => outcome !== "unchanged")) ctx.deployment.start((0,_shared_js__WEBPACK_IMPORTED_MODULE_0__.r)(ctx, {
		...tried,
		semver
	}, since));
	if (served === void 0) return revertRollback(ctx, rolled);
	const { name: release, commit } = served;
	const attempt = (0,_shared_js__WEBPACK_IMPORTED_MODULE_0__.x)(ctx, {
		release,
		commit,
		semver,
		outcome: "rolled-back",
		cause: "",
		since,
		results
	});
	const left = record === void 0 || record.release === served.name ? {} : { blocked: record.commit };
	const live = {
		served,
		semver,
		hostIds: hosts.map(({ id }) => id),
		previous: (0,_shared_js__WEBPACK_IMPORTED_MODULE_0__.vn)(results),
		fingerprint: recorded?.fingerprint,
		artifact: recorded?.artifact,
		results
	};
	await ctx.progress.step("Record the release", () => (0,_shared_js__WEBPACK_IMPORTED_MODULE_0__.w)(ctx, live, {
		record,
		attempt,
		...left
	}));
	await (0,_shared_js__WEBPACK_IMPORTED_MODULE_0__.y)(ctx, served.route, hosts, record);
	await (0,_shared_js__WEBPACK_IMPORTED_MODULE_0__.tt)(ctx, served.route, hosts, record);
	warnOfMigrations(ctx, history, served.name);
	warnOfHttps(ctx, record, served);
	return (0,_rollback_js__WEBPACK_IMPORTED_MODULE_4__.r)(ctx.config, {
		hosts,
		results,
		served,
		semver,
		...left
	});
}
async function revertRollback(ctx, { asked, hosts, avoid, record, results, since }) {
	const failed = (0,_shared_js__WEBPACK_IMPORTED_MODULE_0__.bn)(results);
	const cause = failed.cause ?? "not-serving";
	const release = results.find(({ served }) => served)?.served?.name ?? "";
	const after = await (0,_shared_js__WEBPACK_IMPORTED_MODULE_0__.U)(ctx, {
		release,
		record,
		results,
		avoid
	});
	const attempt = (0,_shared_js__WEBPACK_IMPORTED_MODULE_0__.x)(ctx, {
		release: asked,
		commit: "",
		semver: void 0,
		outcome: "failed",
		cause,
		since,
		results: after
	});
	await (0,_shared_js__WEBPACK_IMPORTED_MODULE_0__.S)(ctx, record, attempt);
	return (0,_rollback_js__WEBPACK_IMPORTED_MODULE_4__.t)(ctx.config, {
		deed: "rollback",
		hosts,
		results: after,
		failed,
		record
	});
}
function warnOfMigrations(ctx, history, target) {
	const passed = (0,_shared_js__WEBPACK_IMPORTED_MODULE_0__.dt)(target, history);
	if (passed.length > 0) ctx.progress.warn(`Rolled back past ${passed.join(", ")}, marked as a migration: check that ${target} understands the data.`);
}
function warnOfHttps({ progress }, record, { name, route }) {
	if (record === void 0 || !(0,_request_js__WEBPACK_IMPORTED_MODULE_1__.b)(record.route) || !(0,_request_js__WEBPACK_IMPORTED_MODULE_1__.b)(route) || route === _request_js__WEBPACK_IMPORTED_MODULE_1__.y) return;
	if (record.route.tls !== "off" && route.tls === "off") progress.warn(`${name} is older than HTTPS here and serves only HTTP: browsers that were redirected to HTTPS get no answer there.`);
}



/***/ })

};
;