"use strict";
exports.id = 4917;
exports.ids = [4917];
exports.modules = {

/***/ 4917:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ permittedFetch),
/* harmony export */   t: () => (/* binding */ permitted)
/* harmony export */ });
// src/connect/aws/permitted.ts
/** Has a client ask before each request, and before each repetition of one, whether the run may still make it. */
function permitted(client, permit) {
	if (permit === void 0) return client;
	const ask = (next, { commandName = "" }) => async (request) => {
		const lost = isAlwaysAllowed(commandName, request.input) ? void 0 : permit.lost();
		if (lost !== void 0) throw lost;
		return next(request);
	};
	client.middlewareStack.add(ask, {
		step: "finalizeRequest",
		priority: "low",
		name: "permit"
	});
	return client;
}
function permittedFetch(permit) {
	return async (...request) => {
		const lost = permit.lost();
		if (lost !== void 0) throw lost;
		return fetch(...request);
	};
}
/** Who has lost the lease may still take back a command of its own, and give up the lease, which changes nothing where it is another's. Not delete it. */
function isAlwaysAllowed(commandName, input) {
	const { Name = "" } = input;
	return commandName === "CancelCommandCommand" || commandName !== "DeleteParameterCommand" && /\/(lease|queue)$/.test(Name);
}



/***/ })

};
;