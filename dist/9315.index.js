"use strict";
exports.id = 9315;
exports.ids = [9315];
exports.modules = {

/***/ 9315:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   connectSts: () => (/* binding */ connectSts)
/* harmony export */ });
/* harmony import */ var _request_packages_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5616);
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8675);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5914);



// src/adapters/aws/sts/account.ts
function stsAccount(client, { region }) {
	return { async identify() {
		try {
			const { Account: accountId = "", Arn: arn = "" } = await (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__.t)("sts:GetCallerIdentity", client.send(new _request_packages_js__WEBPACK_IMPORTED_MODULE_0__.t({})));
			return {
				accountId,
				arn
			};
		} catch (cause) {
			throw isUnknownHost(cause) ? unknownRegion(region, cause) : cause;
		}
	} };
}
function isUnknownHost(error) {
	return error instanceof Error && "code" in error && error.code === "ENOTFOUND";
}
function unknownRegion(region, cause) {
	return new _start_js__WEBPACK_IMPORTED_MODULE_1__.sr("unknown-region", `AWS has no endpoint for ${region}: there is no such host.`, {
		hint: "Check the input aws-region.",
		cause
	});
}
// src/connect/aws/sts.ts
function connectSts(options) {
	return stsAccount(new _request_packages_js__WEBPACK_IMPORTED_MODULE_0__.a(options), options);
}



/***/ })

};
;