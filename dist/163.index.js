export const id = 163;
export const ids = [163];
export const modules = {

/***/ 1163:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ECRClient: () => (/* reexport safe */ _dist_es5_js__WEBPACK_IMPORTED_MODULE_2__.t)
/* harmony export */ });
/* harmony import */ var _Sha256Node_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8855);
/* harmony import */ var _client_command_builder_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3169);
/* harmony import */ var _dist_es5_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9950);
/* harmony import */ var _ecr_repositories_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7965);






/***/ })

};
