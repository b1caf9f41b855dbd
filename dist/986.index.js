export const id = 986;
export const ids = [986];
export const modules = {

/***/ 5986:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cancelCommand: () => (/* binding */ cancelCommand),
/* harmony export */   ssmRemote: () => (/* binding */ ssmRemote)
/* harmony export */ });
/* unused harmony exports i, n, r, t */
/* harmony import */ var _commandBuilder2_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1572);
/* harmony import */ var _dist_es9_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(394);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1375);
/* harmony import */ var _aws_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2491);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8522);





// node_modules/@aws-sdk/client-ssm/dist-es/commands/CancelCommandCommand.js
var CancelCommandCommand = class extends (0,_commandBuilder2_js__WEBPACK_IMPORTED_MODULE_0__.r)(_commandBuilder2_js__WEBPACK_IMPORTED_MODULE_0__.t, _commandBuilder2_js__WEBPACK_IMPORTED_MODULE_0__.n, "CancelCommand", _dist_es9_js__WEBPACK_IMPORTED_MODULE_1__.y) {};
// node_modules/@aws-sdk/client-ssm/dist-es/commands/DescribeInstanceInformationCommand.js
var DescribeInstanceInformationCommand = class extends (0,_commandBuilder2_js__WEBPACK_IMPORTED_MODULE_0__.r)(_commandBuilder2_js__WEBPACK_IMPORTED_MODULE_0__.t, _commandBuilder2_js__WEBPACK_IMPORTED_MODULE_0__.n, "DescribeInstanceInformation", _dist_es9_js__WEBPACK_IMPORTED_MODULE_1__.A) {};
// node_modules/@aws-sdk/client-ssm/dist-es/commands/GetCommandInvocationCommand.js
var GetCommandInvocationCommand = class extends (0,_commandBuilder2_js__WEBPACK_IMPORTED_MODULE_0__.r)(_commandBuilder2_js__WEBPACK_IMPORTED_MODULE_0__.t, _commandBuilder2_js__WEBPACK_IMPORTED_MODULE_0__.n, "GetCommandInvocation", _dist_es9_js__WEBPACK_IMPORTED_MODULE_1__.G) {};
// node_modules/@aws-sdk/client-ssm/dist-es/commands/SendCommandCommand.js
var SendCommandCommand = class extends (0,_commandBuilder2_js__WEBPACK_IMPORTED_MODULE_0__.r)(_commandBuilder2_js__WEBPACK_IMPORTED_MODULE_0__.t, _commandBuilder2_js__WEBPACK_IMPORTED_MODULE_0__.n, "SendCommand", _dist_es9_js__WEBPACK_IMPORTED_MODULE_1__.tr) {};
// src/domain/payload.ts
/**
* Packs name/value pairs for a host script: base64 of `name\0value\0name\0value\0`. A name that repeats is a list.
* Any text goes through unharmed, because no shell ever reads it as code. Throws a `RangeError` on a NUL, which no argument or variable can hold.
*/
function encodePayload(pairs) {
	const broken = pairs.find((pair) => pair.some((text) => text.includes("\0")));
	if (broken) throw new RangeError(`The value of ${JSON.stringify(broken[0])} contains a NUL.`);
	return Buffer.from(pairs.map(([name, value]) => `${name}\0${value}\0`).join("")).toString("base64");
}
// src/adapters/remote-script.ts
const LIMIT = 6e4;
/**
* The lines of one SSM command. The agent runs them as a file by `sh -c FILE`, where the first line chooses bash. `script` (functions that end in
* `main`) and payload travel compressed and encoded, so neither the shell nor SSM's `{{ }}` finds anything to interpret.
*/
function remoteScript(script, command) {
	const program = `${script.trimEnd()}\nmain <<'PAYLOAD'\n${wrapped(encodePayload(command.payload))}\nPAYLOAD\n`;
	const encoded = wrapped((0,node_zlib__WEBPACK_IMPORTED_MODULE_4__.gzipSync)(program, { level: 9 }).toString("base64"));
	const lines = [
		"#!/bin/bash",
		`# docker-to-ec2 ${command.verb}`,
		"exec /bin/bash <(base64 -d <<'SCRIPT' | gunzip",
		...encoded.split("\n"),
		"SCRIPT",
		")"
	];
	const bytes = lines.reduce((sum, line) => sum + line.length + 3, 0);
	if (bytes > LIMIT) throw tooLarge(bytes);
	return lines;
}
function wrapped(base64) {
	return base64.replace(/.{1000}(?=.)/g, "$&\n");
}
function tooLarge(bytes) {
	return new _errors_js__WEBPACK_IMPORTED_MODULE_2__.n("command-too-large", `The command for the host has ${bytes} bytes; SSM takes ${LIMIT}.`, { next: "Shorten the inputs env and args: put large values into Parameter Store (input secrets) or into the image." });
}
// src/adapters/ssm-remote.ts
/** Seconds within which the agent must fetch the command. */
const DELIVERY = 120;
/** Seconds after both time limits in which SSM itself should have said so. */
const SLACK = 60;
function ssmRemote(spec) {
	return {
		agent: (hostId) => agent(spec.client, hostId),
		cancel: (commandId, hostId) => cancelCommand(spec.client, commandId, hostId),
		async run(command, signal) {
			if (signal.aborted) throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__.t();
			const commandId = await send(spec, command);
			spec.saveCommand(commandId, command.hostId);
			try {
				return await follow(spec, {
					...command,
					commandId
				}, signal);
			} catch (error) {
				if (!signal.aborted) throw error;
				await cancelCommand(spec.client, commandId, command.hostId);
				throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__.t();
			}
		}
	};
}
async function agent(client, hostId) {
	const filter = {
		Key: "InstanceIds",
		Values: [hostId]
	};
	const seen = (await (0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_3__.t)("ssm:DescribeInstanceInformation", client.send(new DescribeInstanceInformationCommand({ Filters: [filter] })))).InstanceInformationList?.find(({ InstanceId }) => InstanceId === hostId);
	if (!seen) return { kind: "unknown" };
	return seen.PingStatus === "Online" ? { kind: "online" } : {
		kind: "offline",
		lastSeen: seen.LastPingDateTime
	};
}
async function send({ client, scripts }, command) {
	const request = new SendCommandCommand({
		DocumentName: "AWS-RunShellScript",
		InstanceIds: [command.hostId],
		Comment: command.comment.slice(0, 100),
		TimeoutSeconds: DELIVERY,
		Parameters: {
			commands: remoteScript(scripts(command.verb), command),
			executionTimeout: [String(Math.ceil(command.timeout))]
		}
	});
	try {
		const { Command } = await (0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_3__.t)("ssm:SendCommand", client.send(request));
		return Command?.CommandId ?? "";
	} catch (cause) {
		if ((0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_3__.n)(cause, "InvalidInstanceId")) throw offline(command.hostId, cause);
		throw cause;
	}
}
function offline(hostId, cause) {
	return new _errors_js__WEBPACK_IMPORTED_MODULE_2__.n("agent-offline", `SSM has no agent online on ${hostId}.`, {
		next: "Check that the instance runs, that its instance profile allows SSM (docs/iam/setup.yaml), and that it reaches the internet or the SSM endpoints.",
		cause
	});
}
async function follow({ client, clock, onWait }, sent, signal) {
	const start = clock.now();
	const limit = (DELIVERY + Math.ceil(sent.timeout) + SLACK) * 1e3;
	for (;;) {
		const seen = await look(client, sent, signal);
		const status = seen && verdict(seen);
		if (status) return answer(status, sent, seen);
		const elapsed = clock.now() - start;
		if (elapsed > limit) return await giveUp(client, sent);
		onWait(seen?.Status ?? "Pending", elapsed);
		await clock.sleep(Math.min(2e3, Math.max(250, elapsed / 8)));
	}
}
async function look(client, sent, signal) {
	const request = new GetCommandInvocationCommand({
		CommandId: sent.commandId,
		InstanceId: sent.hostId
	});
	try {
		return await (0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_3__.t)("ssm:GetCommandInvocation", client.send(request, { abortSignal: signal }));
	} catch (error) {
		if ((0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_3__.n)(error, "InvocationDoesNotExist") || (0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_3__.r)(error)) return void 0;
		throw error;
	}
}
const UNDELIVERED = /* @__PURE__ */ new Set([
	"deliverytimedout",
	"undeliverable",
	"invalidplatform",
	"accessdenied",
	"terminated"
]);
/** `undefined` while it runs. The details are free text, written with and without spaces: they only tell a lost command from a failed one. */
function verdict(seen) {
	const lost = UNDELIVERED.has(seen.StatusDetails?.replaceAll(/\W/g, "").toLowerCase() ?? "");
	switch (seen.Status) {
		case "Success": return "succeeded";
		case "Failed": return lost ? "undelivered" : "failed";
		case "TimedOut": return lost ? "undelivered" : "timed-out";
		case "Cancelled": return lost ? "undelivered" : "cancelled";
		default: return;
	}
}
function answer(status, { commandId }, seen) {
	return {
		status,
		commandId,
		stdout: seen?.StandardOutputContent ?? "",
		stderr: seen?.StandardErrorContent ?? ""
	};
}
async function giveUp(client, sent) {
	await cancelCommand(client, sent.commandId, sent.hostId);
	return answer("timed-out", sent);
}
/** Idempotent: a command that has ended is left alone. */
async function cancelCommand(client, commandId, hostId) {
	const request = new CancelCommandCommand({
		CommandId: commandId,
		InstanceIds: [hostId]
	});
	await (0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_3__.a)("ssm:CancelCommand", client.send(request), "InvalidCommandId", "InvalidInstanceId");
}



/***/ })

};
