"use strict";
exports.id = 7806;
exports.ids = [7806];
exports.modules = {

/***/ 93:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ DescribeInstanceTypesCommand)
/* harmony export */ });
/* harmony import */ var _commandBuilder_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4409);
var DescribeInstanceTypesCommand=class extends (0,_commandBuilder_js__WEBPACK_IMPORTED_MODULE_0__.r)(_commandBuilder_js__WEBPACK_IMPORTED_MODULE_0__.t,_commandBuilder_js__WEBPACK_IMPORTED_MODULE_0__.n,`DescribeInstanceTypes`,_commandBuilder_js__WEBPACK_IMPORTED_MODULE_0__.f){};

/***/ }),

/***/ 8005:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ GetParameterCommand)
/* harmony export */ });
/* harmony import */ var _commandBuilder2_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1603);
var GetParameterCommand=class extends (0,_commandBuilder2_js__WEBPACK_IMPORTED_MODULE_0__.r)(_commandBuilder2_js__WEBPACK_IMPORTED_MODULE_0__.t,_commandBuilder2_js__WEBPACK_IMPORTED_MODULE_0__.n,`GetParameter`,_commandBuilder2_js__WEBPACK_IMPORTED_MODULE_0__.l){};

/***/ }),

/***/ 7806:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ec2Catalog: () => (/* binding */ ec2Catalog)
/* harmony export */ });
/* harmony import */ var _commandBuilder_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4409);
/* harmony import */ var _DescribeInstanceTypesCommand_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(93);
/* harmony import */ var _GetParameterCommand_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8005);
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8675);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5914);
var DescribeImagesCommand=class extends (0,_commandBuilder_js__WEBPACK_IMPORTED_MODULE_0__.r)(_commandBuilder_js__WEBPACK_IMPORTED_MODULE_0__.t,_commandBuilder_js__WEBPACK_IMPORTED_MODULE_0__.n,`DescribeImages`,_commandBuilder_js__WEBPACK_IMPORTED_MODULE_0__.d){};function ec2Catalog(ec2,ssm){return{architectureOf:instanceType=>architectureOf(ec2,instanceType),defaultAmi:architecture=>defaultAmi(ssm,architecture),describeAmi:ami=>describeAmi(ec2,ami)}}async function architectureOf(client,instanceType){const request=new _DescribeInstanceTypesCommand_js__WEBPACK_IMPORTED_MODULE_1__.t({InstanceTypes:[instanceType]});const supported=(await (0,_errors_js__WEBPACK_IMPORTED_MODULE_4__.a)(`ec2:DescribeInstanceTypes`,client.send(request),...[`InvalidInstanceType`,`InvalidParameterValue`,`ValidationError`]))?.InstanceTypes?.[0]?.ProcessorInfo?.SupportedArchitectures??[];const architecture=[`x86_64`,`arm64`].find(candidate=>supported.includes(candidate));if(architecture)return architecture;throw new _start_js__WEBPACK_IMPORTED_MODULE_3__.sr(`unknown-instance-type`,`This region does not offer the instance type ${instanceType} for Linux.`,{hint:`Set another instance-type, such as t3.small or t4g.small.`})}async function defaultAmi(client,architecture){const name=`/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-${architecture}`;const found=await (0,_errors_js__WEBPACK_IMPORTED_MODULE_4__.a)(`ssm:GetParameter`,client.send(new _GetParameterCommand_js__WEBPACK_IMPORTED_MODULE_2__.t({Name:name})),`ParameterNotFound`);if(found?.Parameter?.Value!==void 0)return found.Parameter.Value;throw new _start_js__WEBPACK_IMPORTED_MODULE_3__.sr(`no-default-ami`,`This region has no parameter ${name}.`,{hint:`Set the input ami.`})}async function describeAmi(client,ami){const image=(await (0,_errors_js__WEBPACK_IMPORTED_MODULE_4__.a)(`ec2:DescribeImages`,client.send(new DescribeImagesCommand({ImageIds:[ami]})),...[`InvalidAMIID.NotFound`,`InvalidAMIID.Malformed`,`InvalidAMIID.Unavailable`]))?.Images?.[0];if(image)return{architecture:image.Architecture===`arm64`?`arm64`:`x86_64`,rootDevice:image.RootDeviceName??`/dev/xvda`};throw new _start_js__WEBPACK_IMPORTED_MODULE_3__.sr(`unknown-ami`,`The image ${ami} does not exist in this region, or is not shared with this account.`,{hint:`Check the inputs ami and aws-region.`})}

/***/ })

};
;