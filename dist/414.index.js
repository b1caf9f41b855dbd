"use strict";
exports.id = 414;
exports.ids = [414];
exports.modules = {

/***/ 414:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   logs: () => (/* binding */ logs)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9969);
/* harmony import */ var _shared_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7512);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1216);
/* harmony import */ var _request_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1680);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8522);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_4___default = /*#__PURE__*/__webpack_require__.n(node_zlib__WEBPACK_IMPORTED_MODULE_4__);





// src/domain/rollout/host-logs.ts
var UNPACKED = 4 << 20;
function parseLogsResult(stdout) {
	const answer = (0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.Cn)(_shared_js__WEBPACK_IMPORTED_MODULE_1__.Sn, stdout);
	return answer && {
		...answer,
		containers: answer.containers.map(({ packed, ...rest }) => ({
			...rest,
			lines: unpacked(packed)
		}))
	};
}
function unpacked(packed) {
	if (packed === "") return [];
	try {
		return (0,node_zlib__WEBPACK_IMPORTED_MODULE_4__.inflateSync)(Buffer.from(packed, "base64"), { maxOutputLength: UNPACKED }).toString().split("\n");
	} catch {
		return;
	}
}
function refusePublicLogs({ visibility }) {
	if (visibility === "private") return void 0;
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.xt)(`${visibility === "public" ? "the repository is public" : "the event of this run does not say that the repository is private"}, and everybody can read the log and the summary of a run in a public one`, "Set allow-public-logs: true if everybody may read what the application writes to its log. Or run this in a private repository whose role can reach the hosts.");
}
// src/report/logs/page.ts
function logsReport(config, read) {
	return {
		outcome: "reported",
		headline: `${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.Et)(config.service)}: ${headline(read, config.logs.since)}`,
		outputs: {},
		facts: [],
		logs: read.map(({ host, logs }) => ({
			host: host.id,
			parts: typeof logs === "string" ? [{
				words: logs,
				text: ""
			}] : partsOf(logs)
		}))
	};
}
function headline(read, since) {
	const told = read.map(({ logs }) => logs);
	const found = told.flatMap((logs) => typeof logs === "string" || logs.containers.length === 0 ? [] : [logs]);
	if (found.length === 0) return told.map(silentWords)[0] ?? "not deployed";
	const containers = found.flatMap((logs) => logs.containers);
	const count = containers.reduce((sum, { lines = [] }) => sum + lines.length, 0);
	const releases = [...new Set(containers.flatMap(({ track, release }) => track === "live" ? [release] : []))];
	const canary = containers.some(({ track }) => track === "canary") ? ["a canary"] : [];
	const where = read.length === 1 ? "" : ` on ${found.length} of ${read.length} hosts`;
	const age = since === 0 || count > 0 ? "" : ` in the last ${(0,_inputs_js__WEBPACK_IMPORTED_MODULE_2__.lt)(since)}`;
	const asleep = found.every(({ state }) => state === "asleep") ? ", which is asleep" : "";
	return `${countOf(count)} of ${[...releases, ...canary].join(" and ")}${where}${age}${asleep}`;
}
function countOf(lines) {
	return lines === 0 ? "no log lines" : `${lines} log line${lines === 1 ? "" : "s"}`;
}
function silentWords(logs) {
	return typeof logs === "string" ? logs : partsOf(logs)[0]?.words ?? "";
}
function partsOf(logs) {
	if (logs.docker !== "") return [{
		words: logs.docker,
		text: ""
	}];
	if (logs.containers.length > 0) return logs.containers.map((one) => partOf(one, logs.state === "asleep" && one.track === "live"));
	return [{
		words: NOTHING[logs.state],
		text: ""
	}];
}
var NOTHING = {
	live: "no container of the live release is on the host",
	asleep: "asleep, and its container is gone: the next request makes a new one",
	none: "no live release is on the host"
};
function partOf(one, isAsleep) {
	const { track, release, lines = [], leftLines, leftBytes } = one;
	const life = isAsleep && one.state !== "running" ? "asleep: the next request wakes it" : lifeWords(one);
	const left = leftLines === 0 ? "" : `; ${leftLines} older lines (${leftBytes} bytes) are left out, because a host's answer has no room for them`;
	const trouble = troubleOf(one);
	return {
		words: `${track === "live" ? "live" : "canary"} ${release}: ${life}${trouble === "" ? left : `. ${trouble}`}`,
		text: lines.map(lineOf).join("\n")
	};
}
function troubleOf({ withheld, problem, driver, lines }) {
	if (withheld) return "Its log is withheld: Docker does not show the values of its secrets, so they could not be masked";
	if (problem !== "") return `Docker cannot read its log (log driver ${driver || "unknown"}): ${problem}`;
	if (lines === void 0) return "The host's answer about its log is damaged";
	return lines.length === 0 ? "It has no lines" : "";
}
function lifeWords({ state, startedAt, finishedAt, restarts, exitCode, outOfMemory }) {
	const exit = exitCode === null ? "" : `exit code ${exitCode}${outOfMemory ? " (out of memory)" : ""}`;
	const again = restarts === 0 ? "" : `Docker restarted it ${restarts === 1 ? "once" : `${restarts} times`}`;
	const ended = (0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.Nn)(finishedAt);
	if (state === "running" || state === "paused") {
		const last = again === "" ? "" : `, ${again}, last after it ended at ${ended}${exit === "" ? "" : ` with ${exit}`}`;
		return `${state} since ${(0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.Nn)(startedAt)}${last}`;
	}
	if (state === "created") return "not started";
	const words = `${state === "" ? "gone" : state}${exit === "" ? "" : `, ended at ${ended} with ${exit}`}`;
	return again === "" ? words : `${words}, ${again}`;
}
function lineOf(text) {
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.g)(timed(text)).replace(/[\r\n]/g, "�");
}
function timed(text) {
	return text.replace(/^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,3})?[+-]\d\d:\d\d)(?= )/, (at) => {
		const ms = Date.parse(at);
		return Number.isNaN(ms) ? at : new Date(ms).toISOString();
	});
}
// src/domain/order/logs-order.ts
function logsOrder(spec) {
	return {
		...(0,_request_js__WEBPACK_IMPORTED_MODULE_3__.o)("logs", spec),
		lines: spec.lines,
		since: spec.since
	};
}
// src/steps/orders/query-logs.ts
async function queryLogs(ctx, hosts) {
	const reach = await (0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.tt)(ctx, hosts);
	const hostIds = reach.flatMap(({ host, reason }) => reason === void 0 ? [host.id] : []);
	const { lines, since } = ctx.config.logs;
	const order = logsOrder({
		...(0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.vt)(ctx),
		lines,
		since
	});
	const answers = hostIds.length === 0 ? [] : await (0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.In)(ctx, {
		hostIds,
		order,
		timeout: 60,
		continueOnError: true,
		read: parseLogsResult
	});
	return reach.map(({ host, reason }) => {
		if (reason !== void 0) return {
			host,
			logs: reason
		};
		return {
			host,
			logs: answers.find(({ hostId }) => hostId === host.id)?.result ?? "the host did not answer"
		};
	});
}
// src/commands/read/logs.ts
async function logs(ctx) {
	const { progress, config, records } = ctx;
	if (!config.logs.allowPublic) (0,_start_js__WEBPACK_IMPORTED_MODULE_0__._t)(refusePublicLogs(config.job));
	const [hosts, record] = await progress.step("Check what is live", () => Promise.all([(0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.St)(ctx), records.read(config.service)]));
	(0,_start_js__WEBPACK_IMPORTED_MODULE_0__._t)(await (0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.Tt)(ctx, record, hosts));
	return logsReport(config, hosts.length === 0 ? [] : await progress.step("Read the logs", () => queryLogs(ctx, hosts)));
}



/***/ })

};
;