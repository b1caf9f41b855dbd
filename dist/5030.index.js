"use strict";
exports.id = 5030;
exports.ids = [5030];
exports.modules = {

/***/ 5030:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ permittedFetch),
/* harmony export */   t: () => (/* binding */ permitted)
/* harmony export */ });
// src/connect/aws/permitted.ts
/** Makes a client check, before each request and each retry, whether the run can still send it. */
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
/**
* A run that lost the lease can still cancel its own command, and release the lease, which does nothing if another run holds it. It cannot delete
* it.
*/
function isAlwaysAllowed(commandName, input) {
	const { Name = "" } = input;
	return commandName === "CancelCommandCommand" || commandName !== "DeleteParameterCommand" && /\/(lease|queue)$/.test(Name);
}



/***/ })

};
;