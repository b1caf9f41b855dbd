"use strict";
exports.id = 4369;
exports.ids = [4369];
exports.modules = {

/***/ 2039:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ execProcess),
/* harmony export */   n: () => (/* binding */ removeConfig),
/* harmony export */   r: () => (/* binding */ withDockerConfig),
/* harmony export */   t: () => (/* binding */ markOf)
/* harmony export */ });
/* harmony import */ var _untrusted_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1803);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5914);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_3___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_3__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_4___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_4__);
/* harmony import */ var node_string_decoder__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6193);
/* harmony import */ var node_string_decoder__WEBPACK_IMPORTED_MODULE_5___default = /*#__PURE__*/__webpack_require__.n(node_string_decoder__WEBPACK_IMPORTED_MODULE_5__);






// src/adapters/docker/process.ts
/** The runner itself waits for 7.5 s before it ends this process for good. */
const PATIENCE_MS = 3e3;
/** Runs a program to its end; ends it when `signal` aborts, and throws `Cancelled`. */
async function execProcess({ argv: [tool = "", ...args], env, mark, signal, onLine }) {
	if (signal.aborted) throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__.t();
	const { exec } = await __webpack_require__.e(/* import() */ 1260).then(__webpack_require__.bind(__webpack_require__, 1260));
	const stdout = lineReader(onLine);
	const stderr = lineReader(onLine);
	const abort = () => {
		endMarked(mark, "SIGTERM");
		force = setTimeout(() => void endMarked(mark, "SIGKILL"), PATIENCE_MS);
	};
	let force;
	signal.addEventListener("abort", abort);
	try {
		const listeners = {
			stdout: stdout.take,
			stderr: stderr.take
		};
		const code = await exec(tool, args, {
			env: { ...env },
			silent: true,
			ignoreReturnCode: true,
			listeners,
			delay: 2e3
		});
		if (signal.aborted) throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__.t();
		return {
			code,
			stdout: stdout.end(),
			stderr: stderr.end()
		};
	} finally {
		signal.removeEventListener("abort", abort);
		clearTimeout(force);
	}
}
/** @actions/exec gives its child to nobody, so the processes are found by their environment. Linux only: elsewhere they end by themselves. */
async function endMarked(mark, how) {
	const pids = (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_4__.readdir)("/proc").catch(() => [])).filter((name) => /^\d+$/.test(name));
	await Promise.all(pids.map(async (pid) => {
		if ((await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_4__.readFile)(`/proc/${pid}/environ`, "utf8").catch(() => "")).split("\0").includes(mark)) endProcess(Number(pid), how);
	}));
}
function endProcess(pid, how) {
	try {
		process.kill(pid, how);
	} catch {}
}
function lineReader(onLine) {
	const decoder = new node_string_decoder__WEBPACK_IMPORTED_MODULE_5__.StringDecoder("utf8");
	const lines = [];
	let rest = "";
	const emit = (line) => {
		lines.push(line);
		onLine(line);
	};
	return {
		take(chunk) {
			const parts = (rest + decoder.write(chunk)).split(/\r?\n/);
			rest = parts.pop() ?? "";
			for (const line of parts) emit(line);
		},
		end() {
			if (rest !== "") emit(rest);
			rest = "";
			return lines.join("\n");
		}
	};
}
// src/adapters/docker/config.ts
/** https://docs.docker.com/reference/cli/docker/#docker-cli-configuration-file-configjson-properties */
const CONFIG = (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.v)({
	auths: (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.T)((0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.a)((0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.P)())),
	credHelpers: (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.T)((0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.a)((0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.j)()))
});
/**
* Runs `work` with a Docker configuration that knows the user's own logins, contexts, plugins and builders, and besides them these credentials, which
* neither reach the user's files nor stay: the folder is private and goes away whatever happens, by the `post` phase where this process is killed.
*/
async function withDockerConfig({ credentials, env, tempDir, postCleanup }, work) {
	const own = env["DOCKER_CONFIG"] ?? (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(env["HOME"] ?? (0,node_os__WEBPACK_IMPORTED_MODULE_3__.homedir)(), ".docker");
	const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(tempDir, `docker-to-ec2-${crypto.randomUUID()}`);
	postCleanup.note("login", { folder });
	try {
		await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_4__.mkdir)(folder, { mode: 448 });
		for (const name of await entries(own)) await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_4__.symlink)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(own, name), (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, name));
		const config = withLogin(await readConfig(own), credentials);
		await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_4__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, "config.json"), JSON.stringify(config), { mode: 384 });
		return await work(folder);
	} finally {
		await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_4__.rm)(folder, {
			recursive: true,
			force: true
		});
		postCleanup.forget("login");
	}
}
/** Marks the programs that work with a configuration, and those that they start. */
function markOf(folder) {
	return `DOCKER_CONFIG=${folder}`;
}
/** Ends what works with a configuration that a dead process has left, and removes it. */
async function removeConfig(folder) {
	await endMarked(markOf(folder), "SIGKILL");
	await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_4__.rm)(folder, {
		recursive: true,
		force: true
	});
}
/** An empty credential helper means "in this file": otherwise a `credsStore` of the user's would be asked instead, and `docker login` would write to it. */
function withLogin(config, { registry, username, password }) {
	const auth = Buffer.from(`${username}:${password}`).toString("base64");
	return {
		...config,
		auths: {
			...config.auths,
			[registry]: { auth }
		},
		credHelpers: {
			...config.credHelpers,
			[registry]: ""
		}
	};
}
async function entries(folder) {
	return (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_4__.readdir)(folder).catch(() => [])).filter((name) => name !== "config.json");
}
async function readConfig(folder) {
	const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, "config.json");
	const config = (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__.o)(CONFIG, await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_4__.readFile)(path, "utf8").catch(() => "{}"));
	if (config !== void 0) return config;
	throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__.n("build-failed", `${path} is no configuration of Docker: Docker itself could not read it either.`, { hint: "Find the step of this job that wrote it, or remove the file." });
}



/***/ }),

/***/ 4369:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   removeConfig: () => (/* reexport safe */ _config_js__WEBPACK_IMPORTED_MODULE_0__.n)
/* harmony export */ });
/* harmony import */ var _config_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2039);



/***/ })

};
;