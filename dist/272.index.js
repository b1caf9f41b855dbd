export const id = 272;
export const ids = [272];
export const modules = {

/***/ 9272:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   fromEnv: () => (/* reexport safe */ _dist_es2_js__WEBPACK_IMPORTED_MODULE_0__.s)
/* harmony export */ });
/* harmony import */ var _dist_es2_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3631);



/***/ })

};
