"use strict";
exports.id = 2418;
exports.ids = [2418];
exports.modules = {

/***/ 2418:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   fromEnv: () => (/* reexport safe */ _request_packages_js__WEBPACK_IMPORTED_MODULE_0__.O)
/* harmony export */ });
/* harmony import */ var _request_packages_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5616);



/***/ })

};
;