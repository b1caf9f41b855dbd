/******/ (() => { // webpackBootstrap
/******/ 	"use strict";
/******/ 	var __webpack_modules__ = ({

/***/ 9898:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ setSecret),
/* harmony export */   i: () => (/* binding */ setFailed),
/* harmony export */   n: () => (/* binding */ getState),
/* harmony export */   o: () => (/* binding */ warning),
/* harmony export */   r: () => (/* binding */ info),
/* harmony export */   t: () => (/* binding */ error)
/* harmony export */ });
/* harmony import */ var os__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(857);
/* harmony import */ var os__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(os__WEBPACK_IMPORTED_MODULE_0__);

// node_modules/@actions/core/lib/utils.js
/**
* Sanitizes an input into a string so it can be passed into issueCommand safely
* @param input input to sanitize into a string
*/
function toCommandValue(input) {
	if (input === null || input === void 0) return "";
	else if (typeof input === "string" || input instanceof String) return input;
	return JSON.stringify(input);
}
/**
*
* @param annotationProperties
* @returns The command properties to send with the actual annotation command
* See IssueCommandProperties: https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs#L646
*/
function toCommandProperties(annotationProperties) {
	if (!Object.keys(annotationProperties).length) return {};
	return {
		title: annotationProperties.title,
		file: annotationProperties.file,
		line: annotationProperties.startLine,
		endLine: annotationProperties.endLine,
		col: annotationProperties.startColumn,
		endColumn: annotationProperties.endColumn
	};
}
// node_modules/@actions/core/lib/command.js
/**
* Issues a command to the GitHub Actions runner
*
* @param command - The command name to issue
* @param properties - Additional properties for the command (key-value pairs)
* @param message - The message to include with the command
* @remarks
* This function outputs a specially formatted string to stdout that the Actions
* runner interprets as a command. These commands can control workflow behavior,
* set outputs, create annotations, mask values, and more.
*
* Command Format:
*   ::name key=value,key=value::message
*
* @example
* ```typescript
* // Issue a warning annotation
* issueCommand('warning', {}, 'This is a warning message');
* // Output: ::warning::This is a warning message
*
* // Set an environment variable
* issueCommand('set-env', { name: 'MY_VAR' }, 'some value');
* // Output: ::set-env name=MY_VAR::some value
*
* // Add a secret mask
* issueCommand('add-mask', {}, 'secretValue123');
* // Output: ::add-mask::secretValue123
* ```
*
* @internal
* This is an internal utility function that powers the public API functions
* such as setSecret, warning, error, and exportVariable.
*/
function issueCommand(command, properties, message) {
	const cmd = new Command(command, properties, message);
	process.stdout.write(cmd.toString() + os__WEBPACK_IMPORTED_MODULE_0__.EOL);
}
const CMD_STRING = "::";
var Command = class {
	constructor(command, properties, message) {
		if (!command) command = "missing.command";
		this.command = command;
		this.properties = properties;
		this.message = message;
	}
	toString() {
		let cmdStr = CMD_STRING + this.command;
		if (this.properties && Object.keys(this.properties).length > 0) {
			cmdStr += " ";
			let first = true;
			for (const key in this.properties) if (this.properties.hasOwnProperty(key)) {
				const val = this.properties[key];
				if (val) {
					if (first) first = false;
					else cmdStr += ",";
					cmdStr += `${key}=${escapeProperty(val)}`;
				}
			}
		}
		cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
		return cmdStr;
	}
};
function escapeData(s) {
	return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}
function escapeProperty(s) {
	return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A").replace(/:/g, "%3A").replace(/,/g, "%2C");
}
/**
* The code to exit an action
*/
var ExitCode;
(function(ExitCode) {
	/**
	* A code indicating that the action was successful
	*/
	ExitCode[ExitCode["Success"] = 0] = "Success";
	/**
	* A code indicating that the action was a failure
	*/
	ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
/**
* Registers a secret which will get masked from logs
*
* @param secret - Value of the secret to be masked
* @remarks
* This function instructs the Actions runner to mask the specified value in any
* logs produced during the workflow run. Once registered, the secret value will
* be replaced with asterisks (***) whenever it appears in console output, logs,
* or error messages.
*
* This is useful for protecting sensitive information such as:
* - API keys
* - Access tokens
* - Authentication credentials
* - URL parameters containing signatures (SAS tokens)
*
* Note that masking only affects future logs; any previous appearances of the
* secret in logs before calling this function will remain unmasked.
*
* @example
* ```typescript
* // Register an API token as a secret
* const apiToken = "abc123xyz456";
* setSecret(apiToken);
*
* // Now any logs containing this value will show *** instead
* console.log(`Using token: ${apiToken}`); // Outputs: "Using token: ***"
* ```
*/
function setSecret(secret) {
	issueCommand("add-mask", {}, secret);
}
/**
* Sets the action status to failed.
* When the action exits it will be with an exit code of 1
* @param message add error issue message
*/
function setFailed(message) {
	process.exitCode = ExitCode.Failure;
	error(message);
}
/**
* Adds an error issue
* @param message error issue message. Errors will be converted to string via toString()
* @param properties optional properties to add to the annotation.
*/
function error(message, properties = {}) {
	issueCommand("error", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
* Adds a warning issue
* @param message warning issue message. Errors will be converted to string via toString()
* @param properties optional properties to add to the annotation.
*/
function warning(message, properties = {}) {
	issueCommand("warning", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
* Writes info to log with console.log.
* @param message info message
*/
function info(message) {
	process.stdout.write(message + os__WEBPACK_IMPORTED_MODULE_0__.EOL);
}
/**
* Gets the value of an state set by this action's main execution.
*
* @param     name     name of the state to get
* @returns   string
*/
function getState(name) {
	return process.env[`STATE_${name}`] || "";
}



/***/ }),

/***/ 5914:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ DeployError),
/* harmony export */   t: () => (/* binding */ Cancelled)
/* harmony export */ });
// src/errors.ts
/**
* A failure whose reader can act on it: `message` names the input or the resource, `next` the step that helps.
* Anything that is not a `DeployError` is a defect of the action and keeps its stack.
*/
var DeployError = class extends Error {
	name = "DeployError";
	code;
	next;
	constructor(code, message, options = {}) {
		super(message, options.cause === void 0 ? {} : { cause: options.cause });
		this.code = code;
		this.next = options.next;
	}
};
/** The run was cancelled by the user or by the runner; nothing is wrong with what it was doing. */
var Cancelled = class extends Error {
	name = "Cancelled";
	constructor() {
		super("The run was cancelled.");
	}
};



/***/ }),

/***/ 7626:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ runUrl),
/* harmony export */   t: () => (/* binding */ readJob)
/* harmony export */ });
// src/config/job.ts
function readJob(env) {
	return {
		repository: env["GITHUB_REPOSITORY"] ?? "",
		commit: env["GITHUB_SHA"] ?? "",
		actor: env["GITHUB_ACTOR"] ?? "",
		runId: env["GITHUB_RUN_ID"] ?? "0",
		runAttempt: env["GITHUB_RUN_ATTEMPT"] ?? "1",
		serverUrl: env["GITHUB_SERVER_URL"] ?? "https://github.com",
		apiUrl: env["GITHUB_API_URL"] ?? "https://api.github.com",
		workspace: env["GITHUB_WORKSPACE"] ?? process.cwd()
	};
}
function runUrl(job) {
	return `${job.serverUrl}/${job.repository}/actions/runs/${job.runId}`;
}



/***/ }),

/***/ 5634:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ setOutputs),
/* harmony export */   r: () => (/* binding */ clientOptions),
/* harmony export */   t: () => (/* binding */ saveState)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);

// src/connect/options.ts
/** A request that is not answered is made again, instead of being waited for without end. Milliseconds. */
const TIMEOUTS = {
	connectionTimeout: 5e3,
	requestTimeout: 15e3,
	throwOnRequestTimeout: true
};
function clientOptions(region) {
	return {
		region,
		maxAttempts: 6,
		retryMode: "adaptive",
		customUserAgent: "docker-to-ec2",
		requestHandler: TIMEOUTS
	};
}
// src/report/runner-file.ts
/** Not those of `@actions/core`: they load node:crypto for their delimiters, a tenth of what a run costs that only names a wrong input. */
function setOutputs(outputs) {
	append("GITHUB_OUTPUT", outputs);
}
/** Hands values to the `post` phase. */
function saveState(state) {
	append("GITHUB_STATE", state);
}
/** Like the runner itself, goes without where there is no file: a run outside of GitHub. */
function append(variable, values) {
	const file = process.env[variable];
	const entries = Object.entries(values).map(([name, value]) => entry(name, value));
	if (file) (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.appendFileSync)(file, entries.join(""));
}
/** A value of several lines stands between two lines that it does not hold itself. https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands#multiline-strings */
function entry(name, value) {
	if (!/[\r\n]/.test(value)) return `${name}=${value}\n`;
	let end = "END";
	while (value.includes(end)) end += "D";
	return `${name}<<${end}\n${value}\n${end}\n`;
}



/***/ }),

/***/ 2613:
/***/ ((module) => {

module.exports = require("assert");

/***/ }),

/***/ 5317:
/***/ ((module) => {

module.exports = require("child_process");

/***/ }),

/***/ 4434:
/***/ ((module) => {

module.exports = require("events");

/***/ }),

/***/ 9896:
/***/ ((module) => {

module.exports = require("fs");

/***/ }),

/***/ 6698:
/***/ ((module) => {

module.exports = require("node:async_hooks");

/***/ }),

/***/ 1421:
/***/ ((module) => {

module.exports = require("node:child_process");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = require("node:crypto");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = require("node:fs");

/***/ }),

/***/ 1455:
/***/ ((module) => {

module.exports = require("node:fs/promises");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = require("node:http");

/***/ }),

/***/ 4708:
/***/ ((module) => {

module.exports = require("node:https");

/***/ }),

/***/ 8995:
/***/ ((module) => {

module.exports = require("node:module");

/***/ }),

/***/ 8161:
/***/ ((module) => {

module.exports = require("node:os");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = require("node:path");

/***/ }),

/***/ 1708:
/***/ ((module) => {

module.exports = require("node:process");

/***/ }),

/***/ 7075:
/***/ ((module) => {

module.exports = require("node:stream");

/***/ }),

/***/ 6193:
/***/ ((module) => {

module.exports = require("node:string_decoder");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = require("node:util");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = require("node:zlib");

/***/ }),

/***/ 857:
/***/ ((module) => {

module.exports = require("os");

/***/ }),

/***/ 6928:
/***/ ((module) => {

module.exports = require("path");

/***/ }),

/***/ 3193:
/***/ ((module) => {

module.exports = require("string_decoder");

/***/ }),

/***/ 3557:
/***/ ((module) => {

module.exports = require("timers");

/***/ })

/******/ 	});
/************************************************************************/
/******/ 	// The module cache
/******/ 	var __webpack_module_cache__ = {};
/******/ 	
/******/ 	// The require function
/******/ 	function __nccwpck_require__(moduleId) {
/******/ 		// Check if module is in cache
/******/ 		var cachedModule = __webpack_module_cache__[moduleId];
/******/ 		if (cachedModule !== undefined) {
/******/ 			return cachedModule.exports;
/******/ 		}
/******/ 		// Create a new module (and put it into the cache)
/******/ 		var module = __webpack_module_cache__[moduleId] = {
/******/ 			// no module.id needed
/******/ 			// no module.loaded needed
/******/ 			exports: {}
/******/ 		};
/******/ 	
/******/ 		// Execute the module function
/******/ 		var threw = true;
/******/ 		try {
/******/ 			__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 			threw = false;
/******/ 		} finally {
/******/ 			if(threw) delete __webpack_module_cache__[moduleId];
/******/ 		}
/******/ 	
/******/ 		// Return the exports of the module
/******/ 		return module.exports;
/******/ 	}
/******/ 	
/******/ 	// expose the modules object (__webpack_modules__)
/******/ 	__nccwpck_require__.m = __webpack_modules__;
/******/ 	
/************************************************************************/
/******/ 	/* webpack/runtime/asset-relocator-loader */
/******/ 	if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = __dirname + "/";
/******/ 	
/******/ 	/* webpack/runtime/compat get default export */
/******/ 	(() => {
/******/ 		// getDefaultExport function for compatibility with non-harmony modules
/******/ 		__nccwpck_require__.n = (module) => {
/******/ 			var getter = module && module.__esModule ?
/******/ 				() => (module['default']) :
/******/ 				() => (module);
/******/ 			__nccwpck_require__.d(getter, { a: getter });
/******/ 			return getter;
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/create fake namespace object */
/******/ 	(() => {
/******/ 		var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 		var leafPrototypes;
/******/ 		// create a fake namespace object
/******/ 		// mode & 1: value is a module id, require it
/******/ 		// mode & 2: merge all properties of value into the ns
/******/ 		// mode & 4: return value when already ns object
/******/ 		// mode & 16: return value when it's Promise-like
/******/ 		// mode & 8|1: behave like require
/******/ 		__nccwpck_require__.t = function(value, mode) {
/******/ 			if(mode & 1) value = this(value);
/******/ 			if(mode & 8) return value;
/******/ 			if(typeof value === 'object' && value) {
/******/ 				if((mode & 4) && value.__esModule) return value;
/******/ 				if((mode & 16) && typeof value.then === 'function') return value;
/******/ 			}
/******/ 			var ns = Object.create(null);
/******/ 			__nccwpck_require__.r(ns);
/******/ 			var def = {};
/******/ 			leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 			for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 				Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 			}
/******/ 			def['default'] = () => (value);
/******/ 			__nccwpck_require__.d(ns, def);
/******/ 			return ns;
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/define property getters */
/******/ 	(() => {
/******/ 		// define getter functions for harmony exports
/******/ 		__nccwpck_require__.d = (exports, definition) => {
/******/ 			for(var key in definition) {
/******/ 				if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 					Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 				}
/******/ 			}
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/ensure chunk */
/******/ 	(() => {
/******/ 		__nccwpck_require__.f = {};
/******/ 		// This file contains only the entry chunk.
/******/ 		// The chunk loading function for additional chunks
/******/ 		__nccwpck_require__.e = (chunkId) => {
/******/ 			return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 				__nccwpck_require__.f[key](chunkId, promises);
/******/ 				return promises;
/******/ 			}, []));
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/get javascript chunk filename */
/******/ 	(() => {
/******/ 		// This function allow to reference async chunks
/******/ 		__nccwpck_require__.u = (chunkId) => {
/******/ 			// return url for filenames based on template
/******/ 			return "" + chunkId + ".index.js";
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/hasOwnProperty shorthand */
/******/ 	(() => {
/******/ 		__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/make namespace object */
/******/ 	(() => {
/******/ 		// define __esModule on exports
/******/ 		__nccwpck_require__.r = (exports) => {
/******/ 			if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 				Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 			}
/******/ 			Object.defineProperty(exports, '__esModule', { value: true });
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/require chunk loading */
/******/ 	(() => {
/******/ 		// no baseURI
/******/ 		
/******/ 		// object to store loaded chunks
/******/ 		// "1" means "loaded", otherwise not loaded yet
/******/ 		var installedChunks = {
/******/ 			792: 1
/******/ 		};
/******/ 		
/******/ 		// no on chunks loaded
/******/ 		
/******/ 		var installChunk = (chunk) => {
/******/ 			var moreModules = chunk.modules, chunkIds = chunk.ids, runtime = chunk.runtime;
/******/ 			for(var moduleId in moreModules) {
/******/ 				if(__nccwpck_require__.o(moreModules, moduleId)) {
/******/ 					__nccwpck_require__.m[moduleId] = moreModules[moduleId];
/******/ 				}
/******/ 			}
/******/ 			if(runtime) runtime(__nccwpck_require__);
/******/ 			for(var i = 0; i < chunkIds.length; i++)
/******/ 				installedChunks[chunkIds[i]] = 1;
/******/ 		
/******/ 		};
/******/ 		
/******/ 		// require() chunk loading for javascript
/******/ 		__nccwpck_require__.f.require = (chunkId, promises) => {
/******/ 			// "1" is the signal for "already loaded"
/******/ 			if(!installedChunks[chunkId]) {
/******/ 				if(true) { // all chunks have JS
/******/ 					installChunk(require("./" + __nccwpck_require__.u(chunkId)));
/******/ 				} else installedChunks[chunkId] = 1;
/******/ 			}
/******/ 		};
/******/ 		
/******/ 		// no external install chunk
/******/ 		
/******/ 		// no HMR
/******/ 		
/******/ 		// no HMR manifest
/******/ 	})();
/******/ 	
/************************************************************************/
var __webpack_exports__ = {};

// EXTERNAL MODULE: ./build/pre/core.js
var core = __nccwpck_require__(9898);
// EXTERNAL MODULE: ./build/pre/runner-file.js
var runner_file = __nccwpck_require__(5634);
// EXTERNAL MODULE: ./build/pre/errors.js
var errors = __nccwpck_require__(5914);
// EXTERNAL MODULE: ./build/pre/job.js
var pre_job = __nccwpck_require__(7626);
// EXTERNAL MODULE: external "node:async_hooks"
var external_node_async_hooks_ = __nccwpck_require__(6698);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
;// CONCATENATED MODULE: external "node:timers/promises"
const promises_namespaceObject = require("node:timers/promises");
;// CONCATENATED MODULE: ./build/pre/main.js







// src/clean-up.ts
/** The `post` phase: ends what a run that was killed left behind. Does nothing after a run that came to its own end. */
async function cleanUp() {
	if ((0,core.n)("finished") === "true") return;
	const command = saved("command");
	if (command) {
		const { cancelLeftover } = await Promise.all(/* import() */[__nccwpck_require__.e(705), __nccwpck_require__.e(750), __nccwpck_require__.e(759), __nccwpck_require__.e(5), __nccwpck_require__.e(952)]).then(__nccwpck_require__.bind(__nccwpck_require__, 2952));
		await cancelLeftover((0,runner_file.r)(command.region), command.commandId, command.hostId);
		(0,core.r)(`Cancelled the command ${command.commandId} on ${command.hostId}, which the run was following; the next run heals what is left.`);
	}
	const lease = saved("lease");
	if (lease) {
		const { connectSsm } = await Promise.all(/* import() */[__nccwpck_require__.e(705), __nccwpck_require__.e(750), __nccwpck_require__.e(759), __nccwpck_require__.e(5), __nccwpck_require__.e(952)]).then(__nccwpck_require__.bind(__nccwpck_require__, 2952));
		await connectSsm((0,runner_file.r)(lease.region)).lease.release(lease.service, lease.owner);
		(0,core.r)("Gave up the lease of the run.");
	}
}
function saved(name) {
	const state = (0,core.n)(name);
	return state === "" ? void 0 : JSON.parse(state);
}
// src/report/explain.ts
/** Errors that stopped the run before it changed anything. */
const REFUSALS = /* @__PURE__ */ new Set([
	"inputs",
	"refused",
	"wrong-account",
	"lock-held",
	"superseded"
]);
/** What an error means for the run, as a report like any other. A defect keeps its stack as evidence. */
function reportOfError(error) {
	if (error instanceof errors.t) return failed("cancelled", "cancelled", error.message, "What served before serves on. Run it again when you are ready; the next run goes on from what is there.");
	if (error instanceof errors.n) return failed(REFUSALS.has(error.code) ? "refused" : "failed", error.code, error.message, error.next);
	const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
	const report = failed("failed", "unexpected", `${name}: ${message}`, "Run it again; if it stays, report it with the stack below.");
	return {
		...report,
		failure: {
			...report.failure,
			evidence: {
				logs: stack ?? "",
				health: "",
				host: ""
			}
		}
	};
}
function failed(outcome, cause, sentence, next) {
	return {
		outcome,
		headline: sentence,
		outputs: { cause },
		facts: [],
		failure: {
			cause,
			sentence,
			next,
			evidence: void 0
		}
	};
}
/** An error in one line for the log. */
function explain(error) {
	const { failure, headline } = reportOfError(error);
	return failure?.next === void 0 ? headline : `${headline} ${failure.next}`;
}
// src/adapters/log-lines.ts
/**
* The lines of a text that others wrote, such that the runner takes none of them for a workflow command: it looks for `::` at the start of a line
* (white space aside), and for the older `##[` anywhere in it. A carriage return begins a line, too.
* https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
*/
function harmlessLines(text) {
	return text.split(/\r\n|\r|\n/).map((line) => line.replaceAll("##[", "## [").replace(/^([\s\u0085]*):(?=:)/, "$1: "));
}
/** A workflow command such as `::group::Build`. https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands */
function workflowCommand(name, value = "") {
	return `::${name}::${value.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A")}`;
}
// src/adapters/actions-progress.ts
/** How often a long wait is heard of. */
const QUIET_MS = 15e3;
/**
* GitHub's log knows one open group at a time. The first step that runs owns it; the lines of steps within it, or beside it, carry their step's name.
* Which step a line belongs to follows from the asynchronous call that it comes from.
*/
function actionsProgress({ write, clock }) {
	const current = new external_node_async_hooks_.AsyncLocalStorage();
	const finished = [];
	const heard = /* @__PURE__ */ new Map();
	let group;
	function info(text) {
		const step = current.getStore();
		const prefix = step === void 0 || step === group ? "" : `${step.name} │ `;
		for (const line of harmlessLines(text)) write(`${prefix}${line}`);
	}
	function open(step) {
		if (group) return;
		group = step;
		write(workflowCommand("group", step.name));
	}
	function close(step, { ms, ok }) {
		finished.push({
			name: step.name,
			ms,
			ok
		});
		const verdict = ok ? `✓ ${seconds$1(ms)}` : `✗ failed after ${seconds$1(ms)}`;
		if (step !== group) return info(verdict);
		group = void 0;
		write(workflowCommand("endgroup"));
		write(`${verdict.slice(0, 1)} ${step.name}${verdict.slice(1)}`);
	}
	return {
		info,
		steps: () => finished,
		warn: (message) => write(workflowCommand("warning", message)),
		waiting(what, sinceMs) {
			const now = clock.now();
			const last = heard.get(what);
			if (last !== void 0 && sinceMs <= last && now - last < QUIET_MS) return;
			heard.set(what, now);
			info(`Waiting for ${what}${now - sinceMs < 1e3 ? "" : `, ${seconds$1(now - sinceMs)} so far`}`);
		},
		step: (name, work) => {
			const step = { name };
			return current.run(step, async () => {
				const start = clock.now();
				let ok = false;
				open(step);
				try {
					const result = await work();
					ok = true;
					return result;
				} finally {
					close(step, {
						ms: clock.now() - start,
						ok
					});
				}
			});
		}
	};
}
function seconds$1(ms) {
	return `${(ms / 1e3).toFixed(1)} s`;
}
// src/adapters/system-clock.ts
/** `signal` aborts when the run is cancelled. */
function systemClock(signal) {
	return {
		now: () => Date.now(),
		async sleep(ms) {
			try {
				await (0,promises_namespaceObject.setTimeout)(ms, void 0, { signal });
			} catch (error) {
				throw signal.aborted ? new errors.t() : error;
			}
		}
	};
}
// src/config/fields.ts
/** Thrown by `Field.parse`; `message` completes the sentence "Give it as ...". */
var Invalid = class extends Error {};
function field(about, parse) {
	return {
		description: about.description,
		group: about.group,
		default: about.default,
		required: false,
		confidential: false,
		parse
	};
}
/** Makes a field optional: absent is `undefined`. */
function optional(inner) {
	return {
		...inner,
		parse: (text) => text.trim() === "" ? void 0 : inner.parse(text)
	};
}
function main_text(about) {
	return field(about, (raw) => {
		const value = raw.trim();
		if (about.pattern && !about.pattern.test(value)) throw new Invalid(about.expected ?? `text like ${about.pattern.source}`);
		return value;
	});
}
function choice(about) {
	return field(about, (raw) => {
		const value = about.of.find((candidate) => candidate === raw.trim());
		if (value === void 0) throw new Invalid(`one of ${about.of.join(", ")}`);
		return value;
	});
}
/** Booleans as GitHub spells them, the YAML 1.2 core schema: `true|True|TRUE|false|False|FALSE`. */
function main_boolean(about) {
	return field(about, (raw) => {
		const value = raw.trim();
		if (/^(true|True|TRUE)$/.test(value)) return true;
		if (/^(false|False|FALSE)$/.test(value)) return false;
		throw new Invalid("true or false");
	});
}
function integer(about) {
	return field(about, (raw) => {
		const value = raw.trim();
		const number = Number(value);
		if (!/^\d+$/.test(value) || number < about.min || number > about.max) throw new Invalid(`a whole number from ${about.min} to ${about.max}`);
		return number;
	});
}
function decimal(about) {
	return field(about, (raw) => {
		const value = raw.trim();
		const number = Number(value);
		if (!/^\d+(\.\d+)?$/.test(value) || number < about.min || number > about.max) throw new Invalid(`a number from ${about.min} to ${about.max}, such as 0.5`);
		return number;
	});
}
const SECONDS = {
	ms: .001,
	s: 1,
	m: 60,
	h: 3600
};
/** `90s`, `5m`, `1h30m`, `500ms`; a bare number is refused, because its unit would be a guess. Gives seconds. */
function duration(about) {
	const expected = `a duration from ${spell(about.min)} to ${spell(about.max)}, such as 90s or 5m`;
	return field(about, (raw) => {
		const value = raw.trim();
		if (!/^(\d+(\.\d+)?(ms|s|m|h))+$/.test(value)) throw new Invalid(expected);
		const seconds = [...value.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h)/g)].reduce((sum, [, amount, unit]) => sum + Number(amount) * SECONDS[unit], 0);
		if (seconds < about.min || seconds > about.max) throw new Invalid(expected);
		return seconds;
	});
}
function spell(seconds) {
	if (seconds > 0 && seconds < 1) return `${seconds * 1e3}ms`;
	if (seconds >= 3600 && seconds % 3600 === 0) return `${seconds / 3600}h`;
	return seconds >= 60 && seconds % 60 === 0 ? `${seconds / 60}m` : `${seconds}s`;
}
const BYTES = {
	k: 1024,
	m: 2 ** 20,
	g: 2 ** 30
};
/** `512m`, `2g`, with Docker's binary units. Gives bytes. */
function size(about) {
	return field(about, (raw) => {
		const match = /^(\d+(?:\.\d+)?)([kmg])(?:i?b)?$/i.exec(raw.trim());
		const bytes = match ? Math.round(Number(match[1]) * BYTES[match[2]?.toLowerCase()]) : 0;
		if (bytes < about.min) throw new Invalid(`a size of at least ${about.min / 2 ** 20}m, such as 512m or 2g`);
		return bytes;
	});
}
/** One item a line; lines that are empty or begin with `#` are passed over. `separator: 'any'` takes commas and white space too. */
function list(about) {
	return field(about, (raw) => {
		const items = about.separator === "any" ? raw.split(/[\s,]+/).filter((item) => item !== "") : lines(raw);
		const wrong = items.find((item) => about.pattern && !about.pattern.test(item));
		if (wrong !== void 0) throw new Invalid(`${about.expected ?? "one item a line"}; not ${JSON.stringify(wrong)}`);
		return items;
	});
}
/** `KEY=value`, one a line; the value is everything behind the first `=`, kept as it stands. No message quotes a value. */
function map(about) {
	const read = (raw) => {
		const entries = lines(raw).map((line, at) => {
			const equals = line.indexOf("=");
			const [key, value] = [line.slice(0, equals), line.slice(equals + 1)];
			if (equals < 1 || !about.key.test(key)) throw new Invalid(`${about.expected}; item ${at + 1} is not`);
			if (about.value && !about.value.test(value)) throw new Invalid(`${about.expected}; the value of ${key} does not fit`);
			return [key, value];
		});
		const twice = entries.find(([key], at) => entries.findIndex(([other]) => other === key) !== at);
		if (twice) throw new Invalid(`each name once; ${twice[0]} stands there twice`);
		return Object.fromEntries(entries);
	};
	return {
		...field(about, read),
		confidential: true
	};
}
function lines(raw) {
	return raw.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== "" && !line.startsWith("#"));
}
// src/inputs.ts
const WHAT = "What to do";
const HOST = "Host";
const IMAGE = "Image";
const RUN = "Container";
const HEALTH = "Health and traffic";
const NAME = /^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$/;
const NAME_EXPECTED = "lower-case letters, digits and hyphens, 40 at most, such as web or pr-12";
const VARIABLE = /^[A-Za-z_][A-Za-z0-9_]*$/;
/** Every input of the action: the one source of its type, its default and its documentation. */
const INPUTS = {
	command: choice({
		of: [
			"deploy",
			"rollback",
			"status",
			"destroy"
		],
		default: "deploy",
		group: WHAT,
		description: "`deploy` brings the service to the current commit, `rollback` returns to an earlier release, `status` tells what is deployed and changes nothing, `destroy` removes the service and everything that was created for it."
	}),
	service: optional(main_text({
		pattern: NAME,
		expected: NAME_EXPECTED,
		group: WHAT,
		description: "Name of the service; also the tag that marks its host. Default: the repository's name."
	})),
	environment: main_text({
		pattern: NAME,
		expected: NAME_EXPECTED,
		default: "production",
		group: WHAT,
		description: "Environment of the service, such as staging or production. Each has a host and releases of its own."
	}),
	"aws-region": optional(main_text({
		pattern: /^[a-z]{2}(-[a-z]+)+-\d$/,
		expected: "an AWS region, such as us-east-1",
		group: WHAT,
		description: "AWS region. Default: the variable `AWS_REGION`, which aws-actions/configure-aws-credentials sets."
	})),
	"account-id": optional(main_text({
		pattern: /^\d{12}$/,
		expected: "the 12 digits of an AWS account",
		group: WHAT,
		description: "Guard: refuse to run with credentials of any other AWS account."
	})),
	release: optional(main_text({
		pattern: /^[0-9a-f]{7,8}-[0-9a-f]{8}$/,
		expected: "the name of a release, such as 3f2a9c1d-b04e77aa; `status` lists them",
		group: WHAT,
		description: "With `rollback`: the release to return to. Default: the last verified one before the one that serves."
	})),
	force: main_boolean({
		default: "false",
		group: WHAT,
		description: "Deploy a commit that was rolled back from. Without it such a commit is refused until a newer one comes."
	}),
	"allow-downgrade": main_boolean({
		default: "false",
		group: WHAT,
		description: "Deploy a commit that is older than the one that serves. Without it such a run is refused: it was started, or approved, too late."
	}),
	migration: main_boolean({
		default: "false",
		group: WHAT,
		description: "Marks this release as one that changes data in a way that older releases may not understand; a rollback past it warns."
	}),
	"lock-timeout": duration({
		default: "15m",
		min: 0,
		max: 21600,
		group: WHAT,
		description: "How long to wait for another run that deploys the same service. A newer waiting run makes an older one give way."
	}),
	"destroy-repository": main_boolean({
		default: "false",
		group: WHAT,
		description: "With `destroy`: remove the ECR repository and all its images, too."
	}),
	timeout: duration({
		default: "15m",
		min: 60,
		max: 28800,
		group: WHAT,
		description: "How long the work on the host may take in all: pull, start, health check, drain."
	}),
	"github-token": optional(main_text({
		default: "${{ github.token }}",
		group: WHAT,
		description: "Token to list the commits between two releases in the summary; needs `contents: read`. Without it the summary has only the link."
	})),
	"instance-id": optional(main_text({
		pattern: /^i-[0-9a-f]{8,17}$/,
		expected: "an instance id, such as i-0123456789abcdef0",
		group: HOST,
		description: "Deploy to this existing instance. Default: the host that carries the tags of the service and environment, or a new one."
	})),
	"instance-type": main_text({
		pattern: /^[a-z0-9-]+\.[a-z0-9-]+$/,
		expected: "an instance type, such as t3.small",
		default: "t3.small",
		group: HOST,
		description: "Instance type of a new host. A type of another architecture than the runner needs emulation (or a runner of that architecture) to build for."
	}),
	ami: optional(main_text({
		pattern: /^ami-[0-9a-f]{8,17}$/,
		expected: "an image id, such as ami-0123456789abcdef0",
		group: HOST,
		description: "Machine image of a new host. Default: the newest Amazon Linux 2023 for the type's architecture."
	})),
	"subnet-ids": list({
		separator: "any",
		pattern: /^subnet-[0-9a-f]{8,17}$/,
		expected: "subnet ids, such as subnet-0123456789abcdef0",
		group: HOST,
		description: "Subnets for a new host, in order: the next one is tried when a zone has no capacity. Default: the subnets of the default VPC."
	}),
	"security-group-ids": list({
		separator: "any",
		pattern: /^sg-[0-9a-f]{8,17}$/,
		expected: "security group ids, such as sg-0123456789abcdef0",
		group: HOST,
		description: "Security groups of a new host. Default: one for this service, open for the served port only."
	}),
	"instance-profile": optional(main_text({
		pattern: /^[\w+=,.@-]{1,128}$/,
		expected: "the name of an instance profile (not its ARN)",
		group: HOST,
		description: "Instance profile of a new host. Default: one for this service and environment with the least it needs, created under the path /docker-to-ec2/."
	})),
	"volume-size": integer({
		default: "16",
		min: 8,
		max: 16384,
		group: HOST,
		description: "Size in GiB of the encrypted gp3 root volume of a new host."
	}),
	"elastic-ip": main_boolean({
		default: "true",
		group: HOST,
		description: "Give the host an Elastic IP, so that its address survives a stop or a replacement."
	}),
	"host-timeout": duration({
		default: "10m",
		min: 10,
		max: 3600,
		group: HOST,
		description: "How long a host may take until its SSM agent is online."
	}),
	replace: main_boolean({
		default: "false",
		group: HOST,
		description: "Allow a change that needs a new host (another instance type): launch it, deploy there, move the address, terminate the old one."
	}),
	image: optional(main_text({
		pattern: /^[a-z0-9][\w.\-/:]*(@sha256:[0-9a-f]{64})?$/,
		expected: "an image reference, such as public.ecr.aws/nginx/nginx:1.29 or name@sha256:...",
		group: IMAGE,
		description: "Deploy this existing image and skip the build."
	})),
	repository: optional(main_text({
		pattern: /^(?=.{2,256}$)[a-z0-9]+([._/-][a-z0-9]+)*$/,
		expected: "the name of an ECR repository, such as team/web",
		group: IMAGE,
		description: "ECR repository to push to; created if missing. Default: the service's name."
	})),
	context: main_text({
		default: ".",
		group: IMAGE,
		description: "Build context, relative to the workspace."
	}),
	dockerfile: optional(main_text({
		group: IMAGE,
		description: "Path of the Dockerfile, relative to the workspace. Default: `Dockerfile` in the context."
	})),
	target: optional(main_text({
		group: IMAGE,
		description: "Stage of the Dockerfile to build. Default: the last one."
	})),
	"build-args": map({
		key: VARIABLE,
		expected: "NAME=value, one a line",
		group: IMAGE,
		description: "Build arguments, `NAME=value`, one a line. They end up in the image: not for secrets."
	}),
	platforms: list({
		separator: "any",
		pattern: /^linux\/(amd64|arm64)$/,
		expected: "linux/amd64, linux/arm64 or both",
		group: IMAGE,
		description: "Platforms to build for. Default: the host's own. More than one needs docker/setup-buildx-action."
	}),
	cache: main_boolean({
		default: "true",
		group: IMAGE,
		description: "Keep and use a build cache in the repository, under a tag of its own."
	}),
	port: optional(integer({
		min: 1,
		max: 65535,
		group: RUN,
		description: "Port that the application listens on inside its container. Needed by `deploy`."
	})),
	args: list({
		group: RUN,
		description: "Arguments for the container, one a line; they replace the image's CMD."
	}),
	env: map({
		key: VARIABLE,
		expected: "NAME=value, one a line",
		group: RUN,
		description: "Environment variables, `NAME=value`, one a line. Readable to anyone who may list SSM commands: secrets go into `secrets`."
	}),
	secrets: map({
		key: VARIABLE,
		value: /^(ssm:[\w./-]+|secretsmanager:[\w/+=.@:!-]+(#[\w.-]+)?)$/,
		expected: "NAME=ssm:/path or NAME=secretsmanager:name-or-arn#json-key, one a line",
		group: RUN,
		description: "Environment variables whose values the host reads by itself: `NAME=ssm:/path` or `NAME=secretsmanager:name-or-arn[#json-key]`, one a line. Values never pass through the workflow."
	}),
	volumes: list({
		pattern: /^[^:\s]+:\/[^:]*(:[a-zA-Z,]+)?$/,
		expected: "SOURCE:/path[:ro], one a line; SOURCE is a volume name or an absolute path of the host",
		group: RUN,
		description: "Volumes, `SOURCE:/path[:ro]`, one a line. During a deploy the old and the new release share them for a moment."
	}),
	memory: optional(size({
		min: 6 * 2 ** 20,
		group: RUN,
		description: "Memory limit of the container, such as 512m."
	})),
	cpus: optional(decimal({
		min: .01,
		max: 512,
		group: RUN,
		description: "CPU limit of the container, such as 0.5."
	})),
	user: optional(main_text({
		pattern: /^[\w.-]+(:[\w.-]+)?$/,
		expected: "a user or uid, with :group if needed",
		group: RUN,
		description: "User that the container runs as. Default: the image's own."
	})),
	"health-path": main_text({
		pattern: /^\/[^\s]*$/,
		expected: "a path that begins with /",
		default: "/",
		group: HEALTH,
		description: "Path of the health check."
	}),
	"health-codes": main_text({
		pattern: /^[1-5]\d\d(-[1-5]\d\d)?(,[1-5]\d\d(-[1-5]\d\d)?)*$/,
		expected: "status codes and ranges, such as 200-399 or 200,204",
		default: "200-399",
		group: HEALTH,
		description: "Status codes that count as healthy. Redirects are not followed."
	}),
	"health-host": optional(main_text({
		pattern: /^[A-Za-z0-9.-]+(:\d+)?$/,
		expected: "a host name",
		group: HEALTH,
		description: "Host header of the health check, for applications that check it."
	})),
	"health-timeout": duration({
		default: "60s",
		min: 1,
		max: 3600,
		group: HEALTH,
		description: "How long a new release may take to become healthy."
	}),
	"health-interval": duration({
		default: "1s",
		min: .1,
		max: 60,
		group: HEALTH,
		description: "Longest pause between two health probes; the first ones follow faster."
	}),
	"drain-timeout": duration({
		default: "30s",
		min: 0,
		max: 3600,
		group: HEALTH,
		description: "How long requests in flight (and WebSockets) of the old release may go on after the cut-over."
	}),
	"bake-time": duration({
		default: "10s",
		min: 0,
		max: 3600,
		group: HEALTH,
		description: "How long the new release is watched after the cut-over, with the old one still running: restarts, health, errors. If it goes bad, the old one is put back at once."
	}),
	"bake-max-errors": decimal({
		default: "0.1",
		min: 0,
		max: 1,
		group: HEALTH,
		description: "Share of answers with status 5xx during the bake, of at least 20 answers, above which a release is bad."
	}),
	"keep-releases": integer({
		default: "3",
		min: 2,
		max: 20,
		group: HEALTH,
		description: "How many releases stay on the host with container and image, ready to be returned to; the one that serves is one of them."
	}),
	"proxy-image": main_text({
		pattern: /^[a-z0-9][\w.\-/:]*(@sha256:[0-9a-f]{64})?$/,
		expected: "an image reference",
		default: "public.ecr.aws/docker/library/caddy:2.11.7",
		group: HEALTH,
		description: "Image of the proxy, Caddy 2.11.2 or newer."
	}),
	"http-port": integer({
		default: "80",
		min: 1,
		max: 65535,
		group: HEALTH,
		description: "Port of the host on which the service answers. Services that share a host need different ones."
	})
};
// src/config/read-inputs.ts
/** Reads every input out of the `INPUT_*` variables, and gathers what is wrong instead of stopping at the first. */
function readInputs(env) {
	const problems = unknownInputs(env);
	const inputs = {};
	for (const [name, field] of Object.entries(INPUTS)) {
		const given = env[variable(name)] ?? "";
		const raw = given.trim() === "" ? field.default ?? "" : given;
		try {
			inputs[name] = field.parse(raw);
		} catch (error) {
			if (!(error instanceof Invalid)) throw error;
			problems.push({
				input: name,
				got: field.confidential ? countLines(raw) : shorten(raw),
				expected: error.message
			});
		}
	}
	return {
		inputs,
		problems
	};
}
/** All problems as one error, a line each. */
function inputError(problems) {
	const lines = problems.map(({ input, got, expected }) => `${input}: got ${got}; expected ${expected}`);
	const count = problems.length === 1 ? "An input is wrong" : `${problems.length} inputs are wrong`;
	return new errors.n("inputs", `${count}:\n${lines.map((line) => `  ${line}`).join("\n")}`, { next: "Correct the `with:` block of this step; nothing was changed." });
}
/** As the runner spells it: upper case, spaces become underscores, hyphens stay. */
function variable(name) {
	return `INPUT_${name.replaceAll(" ", "_").toUpperCase()}`;
}
/** The runner hands over inputs that the action does not know, too; passing them over would hide a typo. */
function unknownInputs(env) {
	const known = new Set(Object.keys(INPUTS).map(variable));
	return Object.keys(env).filter((key) => key.startsWith("INPUT_") && !known.has(key)).map((key) => {
		const input = key.slice(6).toLowerCase();
		const near = nearest(input, Object.keys(INPUTS));
		return {
			input,
			got: "an input of this name",
			expected: near ? `\`${near}\`, perhaps? There is no input of that name` : "one of the documented inputs; there is none of that name"
		};
	});
}
function nearest(word, candidates) {
	const [best] = candidates.map((candidate) => ({
		candidate,
		far: distance(word, candidate)
	})).toSorted((a, b) => a.far - b.far);
	return best && best.far <= Math.max(2, word.length / 3) ? best.candidate : void 0;
}
/** Levenshtein distance, one row at a time. */
function distance(a, b) {
	let row = Array.from({ length: b.length + 1 }, (_, at) => at);
	for (const [at, letter] of [...a].entries()) {
		const next = [at + 1];
		for (const [column, other] of [...b].entries()) next.push(Math.min((row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1, (row[column] ?? 0) + (letter === other ? 0 : 1)));
		row = next;
	}
	return row.at(-1) ?? 0;
}
function countLines(raw) {
	const count = raw.split("\n").length;
	return count === 1 ? "a line that is not shown" : `${count} lines that are not shown`;
}
function shorten(raw) {
	if (raw.trim() === "") return "nothing";
	return JSON.stringify(raw.length > 80 ? `${raw.slice(0, 80)}...` : raw);
}
// src/config/config.ts
/** Reads and checks the whole environment of the run. Throws one `DeployError` with all problems. */
function readConfig(env) {
	const { inputs, problems } = readInputs(env);
	const job = (0,pre_job.t)(env);
	const all = [...problems, ...crossProblems(inputs, env, job)];
	if (all.length > 0) throw inputError(all);
	return toConfig(inputs, env, job);
}
function toConfig(inputs, env, job) {
	const service = {
		name: inputs.service ?? serviceOf(job.repository),
		environment: inputs.environment
	};
	return {
		command: inputs.command,
		service,
		region: inputs["aws-region"] ?? env["AWS_REGION"] ?? env["AWS_DEFAULT_REGION"] ?? "",
		accountId: inputs["account-id"],
		job,
		githubToken: inputs["github-token"],
		host: hostSpec(inputs, service),
		hostTimeout: inputs["host-timeout"],
		image: imageConfig(inputs, service),
		run: runSpec(inputs),
		health: {
			path: inputs["health-path"],
			codes: inputs["health-codes"],
			host: inputs["health-host"],
			timeout: inputs["health-timeout"],
			interval: inputs["health-interval"]
		},
		drainTimeout: inputs["drain-timeout"],
		bake: {
			time: inputs["bake-time"],
			maxErrorShare: inputs["bake-max-errors"]
		},
		keepReleases: inputs["keep-releases"],
		guards: {
			force: inputs.force,
			allowDowngrade: inputs["allow-downgrade"],
			lockTimeout: inputs["lock-timeout"]
		},
		release: inputs.release,
		migration: inputs.migration,
		timeout: inputs.timeout,
		proxyImage: inputs["proxy-image"],
		destroyRepository: inputs["destroy-repository"]
	};
}
function hostSpec(inputs, service) {
	return {
		service,
		instanceId: inputs["instance-id"],
		instanceType: inputs["instance-type"],
		ami: inputs.ami,
		subnetIds: inputs["subnet-ids"],
		securityGroupIds: inputs["security-group-ids"],
		instanceProfile: inputs["instance-profile"],
		volumeGiB: inputs["volume-size"],
		elasticIp: inputs["elastic-ip"],
		httpPort: inputs["http-port"],
		replace: inputs.replace
	};
}
function imageConfig(inputs, service) {
	return {
		existing: inputs.image,
		repository: inputs.repository ?? service.name,
		context: inputs.context,
		dockerfile: inputs.dockerfile,
		target: inputs.target,
		buildArgs: inputs["build-args"],
		platforms: inputs.platforms,
		cache: inputs.cache
	};
}
function runSpec(inputs) {
	return {
		port: inputs.port ?? 0,
		args: inputs.args,
		env: inputs.env,
		secrets: inputs.secrets,
		volumes: inputs.volumes,
		memoryBytes: inputs.memory,
		cpus: inputs.cpus,
		user: inputs.user
	};
}
/** The repository's name as a service name: `Acme/My_App` becomes `my-app`. */
function serviceOf(repository) {
	return repository.slice(repository.indexOf("/") + 1).toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 40).replace(/-+$/, "");
}
/** What no single input can tell. */
function crossProblems(inputs, env, job) {
	const problems = [];
	const check = (wrong, input, got, expected) => {
		if (wrong) problems.push({
			input,
			got,
			expected
		});
	};
	const deploys = inputs.command === "deploy";
	check(inputs.command !== "rollback" && inputs.release !== void 0, "release", `it with command ${inputs.command}`, "it only with command: rollback");
	check(!inputs["aws-region"] && !env["AWS_REGION"] && !env["AWS_DEFAULT_REGION"], "aws-region", "nothing", "a region, such as us-east-1, here or in AWS_REGION");
	check(inputs.service === void 0 && serviceOf(job.repository) === "", "service", "nothing", "a name, such as web");
	check(deploys && "port" in inputs && inputs.port === void 0, "port", "nothing", "the port that the application listens on, such as 8080");
	check(deploys && !/^[0-9a-f]{7,64}$/.test(job.commit), "GITHUB_SHA", JSON.stringify(job.commit), "the id of a commit; run this as a step of a workflow");
	const twice = Object.keys(inputs.secrets ?? {}).filter((name) => Object.hasOwn(inputs.env ?? {}, name));
	check(twice.length > 0, "secrets", `${twice.join(", ")}, which env sets too`, "each variable in one of the two");
	return problems;
}
// src/domain/report.ts
/** A rollback that was asked for is green; one that a bad release caused has a failure to tell of. */
function isGreen({ failure }) {
	return failure === void 0;
}
// src/domain/markdown.ts
/** Text from outside, made safe for one cell of a table or one line of prose: it shows as it is and formats nothing. */
function plain(text) {
	return text.replace(/[\r\n]+/g, " ").replace(/[&<>]/g, (sign) => ({
		"&": "&amp;",
		"<": "&lt;",
		">": "&gt;"
	})[sign] ?? sign).replace(/[\\`*_{}[\]()#+!|~@]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
/** Text from outside as code in a line. */
function code(text) {
	return text === "" ? "" : `<code>${plain(text)}</code>`;
}
/** Text of several lines as a block; the fence is longer than any run of backticks in it. */
function block(text) {
	const runs = text.match(/`+/g) ?? [];
	const fence = "`".repeat(Math.max(3, ...runs.map((run) => run.length + 1)));
	return `${fence}text\n${text.replace(/\n$/, "")}\n${fence}`;
}
/** A table; the cells are Markdown already. */
function table(head, rows) {
	const line = (cells) => `| ${cells.join(" | ")} |`;
	return [
		line(head),
		line(head.map(() => "---")),
		...rows.map(line)
	].join("\n");
}
// src/domain/summary.ts
const SIGNS = {
	deployed: "🚀",
	unchanged: "✅",
	"rolled-back": "↩️",
	reported: "🔎",
	destroyed: "🧹",
	refused: "✋",
	failed: "❌",
	cancelled: "🚫"
};
/** The job summary, as Markdown. */
function renderSummary(report, timings) {
	return `${[
		`## ${SIGNS[report.outcome]} ${plain(report.headline)}`,
		report.failure ? renderFailure(report.failure) : "",
		report.facts.length > 0 ? table(["What", "Value"], report.facts.map(([name, value]) => [plain(name), code(value)])) : "",
		report.change ? renderChange(report.change) : "",
		report.removed && report.removed.length > 0 ? ["### Removed", ...report.removed.map((line) => `- ${plain(line)}`)].join("\n") : "",
		report.history && report.history.length > 0 ? renderHistory(report.history) : "",
		timings.length > 0 ? renderTimings(timings, isGreen(report)) : ""
	].filter((section) => section !== "").join("\n\n")}\n`;
}
function renderFailure({ cause, sentence, next, evidence }) {
	const lines = [`**Cause:** ${code(cause)}: ${plain(sentence)}`, ...next === void 0 ? [] : [`**Next step:** ${plain(next)}`]];
	const details = [
		["Last log lines of the container", evidence?.logs ?? ""],
		["Answer to the health check", evidence?.health ?? ""],
		["Disk and memory of the host", evidence?.host ?? ""]
	].filter(([, text]) => text.trim() !== "").map(([title, text]) => `<details open><summary>${title}</summary>\n\n${block(text.slice(-65536))}\n\n</details>`);
	return [...lines, ...details].join("\n\n");
}
function renderChange({ before, after, compareUrl, commits }) {
	const rows = [
		[
			"Release",
			code(before?.release ?? "none"),
			code(after.release)
		],
		[
			"Digest",
			code(before?.digest ?? "none"),
			code(after.digest)
		],
		[
			"Commit",
			code(before?.commit ?? "none"),
			code(after.commit)
		]
	];
	const range = compareUrl === void 0 ? [] : [`[Compare the two commits](${compareUrl})`];
	const list = commits.map(({ sha, title, author, url }) => `- [${code(sha.slice(0, 8))}](${url}) ${plain(title)} (${plain(author)})`);
	return [
		"### Before and after",
		table([
			"",
			"Before",
			"After"
		], rows),
		...range,
		list.join("\n")
	].filter((part) => part !== "").join("\n\n");
}
function renderHistory(history) {
	return `### History\n\n${table([
		"When",
		"Outcome",
		"Release",
		"By",
		"Time"
	], history.map(({ at, outcome, release, cause, actor, runUrl, seconds: took }) => [
		plain(at.slice(0, 19)),
		plain(cause === "" ? outcome : `${outcome}: ${cause}`),
		code(release),
		`${plain(actor)} ([run](${encodeURI(runUrl)}))`,
		seconds(took * 1e3)
	]))}`;
}
function renderTimings(timings, green) {
	const rows = timings.map(({ name, ms, ok }) => [`${ok ? "" : "❌ "}${plain(name)}`, seconds(ms)]);
	return `<details${green ? "" : " open"}><summary>Steps</summary>\n\n${table(["Step", "Time"], rows)}\n\n</details>`;
}
/** `0.4 s`, `12 s`, `3 min 5 s`. */
function seconds(ms) {
	if (ms < 9950) return `${(ms / 1e3).toFixed(1)} s`;
	const whole = Math.round(ms / 1e3);
	return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
// src/outputs.ts
/** Every output of the action: the one source of its name and its documentation. An output that has no value in a run is empty. */
const OUTPUTS = {
	outcome: { description: "What the run did: `deployed`, `unchanged`, `rolled-back`, `reported` (status), `destroyed`, `refused`, `failed` or `cancelled`." },
	url: { description: "Where the service answers, such as `http://203.0.113.7`." },
	"instance-id": { description: "Id of the host." },
	"public-ip": { description: "Public address of the host." },
	image: { description: "Reference of the deployed image, by digest." },
	digest: { description: "Digest of the deployed image, `sha256:...`." },
	release: { description: "Short name of the release: commit, and a hash of digest and configuration." },
	"previous-release": { description: "The release that served before this run." },
	"serving-digest": { description: "Digest that the proxy was seen to serve at the end of the run, also after a failure." },
	cause: { description: "Why the run failed, as one name out of a closed list; empty when it did not." },
	duration: { description: "Seconds that the run took." }
};
// src/report/write-report.ts
/** GitHub cuts an annotation at 4096 characters. */
const ANNOTATION_LIMIT = 4e3;
/** Writes the outputs, one annotation for a failure, the job summary, and a last line for who reads the log. `ms`: what the run took. */
function writeReport(report, progress, ms) {
	const outputs = {
		...report.outputs,
		outcome: report.outcome,
		duration: (ms / 1e3).toFixed(1)
	};
	(0,runner_file.n)(Object.fromEntries(Object.keys(OUTPUTS).map((name) => [name, outputs[name] ?? ""])));
	if (report.outcome !== "cancelled") (0,runner_file.t)({ finished: "true" });
	writeSummary(report, progress.steps());
	if (isGreen(report)) progress.info(`${report.headline} (${seconds(ms)})`);
	else annotate(report, progress);
}
function annotate({ outcome, headline, failure }, progress) {
	const next = failure?.next === void 0 ? "" : `\n${failure.next}`;
	const title = `docker-to-ec2 ${outcome}: ${failure?.cause ?? outcome}`;
	(0,core.t)(`${headline}${next}`.slice(0, ANNOTATION_LIMIT), { title });
	const { logs = "", health = "", host = "" } = failure?.evidence ?? {};
	for (const [name, text] of Object.entries({
		"Last log lines": logs,
		"Health check": health,
		Host: host
	})) if (text.trim() !== "") progress.info(`--- ${name} ---\n${text}`);
}
/** Like the runner itself, goes without where there is no summary file: a run outside of GitHub. */
function writeSummary(report, timings) {
	const file = process.env["GITHUB_STEP_SUMMARY"];
	if (file) (0,external_node_fs_.appendFileSync)(file, renderSummary(report, timings));
}
// src/run.ts
const COMMANDS = {
	deploy: async (ctx) => (await Promise.all(/* import() */[__nccwpck_require__.e(771), __nccwpck_require__.e(190)]).then(__nccwpck_require__.bind(__nccwpck_require__, 190))).deploy(ctx),
	rollback: async (ctx) => (await Promise.all(/* import() */[__nccwpck_require__.e(771), __nccwpck_require__.e(86)]).then(__nccwpck_require__.bind(__nccwpck_require__, 8705))).rollback(ctx),
	status: async (ctx) => (await __nccwpck_require__.e(/* import() */ 215).then(__nccwpck_require__.bind(__nccwpck_require__, 8215))).status(ctx),
	destroy: async (ctx) => (await Promise.all(/* import() */[__nccwpck_require__.e(771), __nccwpck_require__.e(151)]).then(__nccwpck_require__.bind(__nccwpck_require__, 8151))).destroy(ctx)
};
/** One run of the action, from the environment to the report. True when it is green. */
async function run(env) {
	const cancel = new AbortController();
	for (const name of ["SIGINT", "SIGTERM"]) process.on(name, () => cancel.abort());
	const clock = systemClock(cancel.signal);
	const progress = actionsProgress({
		write: (line) => process.stdout.write(`${line}\n`),
		clock
	});
	const start = clock.now();
	const report = await attempt(env, {
		clock,
		progress,
		signal: cancel.signal,
		newId: () => crypto.randomUUID()
	});
	writeReport(report, progress, clock.now() - start);
	return isGreen(report);
}
async function attempt(env, surroundings) {
	try {
		const config = readConfig(env);
		announce(config, surroundings.progress);
		const { connect } = await __nccwpck_require__.e(/* import() */ 787).then(__nccwpck_require__.bind(__nccwpck_require__, 8787));
		const ctx = {
			...surroundings,
			config,
			...connect(config, surroundings)
		};
		return await untilCancelled(COMMANDS[config.command](ctx), surroundings.signal);
	} catch (error) {
		return reportOfError(error);
	}
}
/** GitHub kills the process 10 s after SIGINT; a request that hangs must not keep the report from being written. */
const GRACE_MS = 6e3;
async function untilCancelled(work, signal) {
	const overdue = new Promise((_, reject) => {
		signal.addEventListener("abort", () => setTimeout(() => reject(new errors.t()), GRACE_MS));
	});
	return Promise.race([work, overdue]);
}
function announce({ command, service, region, job }, progress) {
	progress.info(`${command} ${service.name} (${service.environment}) in ${region}, commit ${job.commit.slice(0, 8)}`);
}
// src/main.ts
async function main() {
	const isPost = (0,core.n)("phase") === "post";
	if (!isPost) (0,runner_file.t)({ phase: "post" });
	try {
		if (isPost) await cleanUp();
		else process.exitCode = await run(process.env) ? 0 : 1;
	} catch (error) {
		if (isPost) (0,core.o)(explain(error));
		else (0,core.i)(explain(error));
	}
	process.stdout.write("", () => process.exit());
}
main();


module.exports = __webpack_exports__;
/******/ })()
;