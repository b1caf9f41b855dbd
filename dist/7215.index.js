"use strict";
exports.id = 7215;
exports.ids = [7215];
exports.modules = {

/***/ 4032:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ safeParse),
/* harmony export */   E: () => (/* binding */ unknown),
/* harmony export */   S: () => (/* binding */ safeInteger),
/* harmony export */   T: () => (/* binding */ transform),
/* harmony export */   _: () => (/* binding */ parse),
/* harmony export */   a: () => (/* binding */ finite),
/* harmony export */   b: () => (/* binding */ record),
/* harmony export */   c: () => (/* binding */ literal),
/* harmony export */   d: () => (/* binding */ minValue),
/* harmony export */   f: () => (/* binding */ nullable),
/* harmony export */   g: () => (/* binding */ optional),
/* harmony export */   h: () => (/* binding */ object),
/* harmony export */   i: () => (/* binding */ fallback),
/* harmony export */   l: () => (/* binding */ maxLength),
/* harmony export */   m: () => (/* binding */ number),
/* harmony export */   n: () => (/* binding */ boolean),
/* harmony export */   o: () => (/* binding */ hexadecimal),
/* harmony export */   p: () => (/* binding */ nullish),
/* harmony export */   r: () => (/* binding */ check),
/* harmony export */   s: () => (/* binding */ is),
/* harmony export */   t: () => (/* binding */ array),
/* harmony export */   u: () => (/* binding */ minLength),
/* harmony export */   v: () => (/* binding */ picklist),
/* harmony export */   w: () => (/* binding */ string),
/* harmony export */   x: () => (/* binding */ regex),
/* harmony export */   y: () => (/* binding */ pipe)
/* harmony export */ });
const DEFAULT_CONFIG={lang:void 0,message:void 0,abortEarly:void 0,abortPipeEarly:void 0};function getGlobalConfig(config$1){if(!config$1&&true)return DEFAULT_CONFIG;return{lang:config$1?.lang??void 0,message:config$1?.message,abortEarly:config$1?.abortEarly??void 0,abortPipeEarly:config$1?.abortPipeEarly??void 0}}function _stringify(input){const type=typeof input;if(type===`string`)return`"${input}"`;if(type===`number`||type===`bigint`||type===`boolean`)return`${input}`;if(type===`object`||type===`function`)return(input&&Object.getPrototypeOf(input)?.constructor?.name)??`null`;return type}function _addIssue(context,label,dataset,config$1,other){const input=other&&`input`in other?other.input:dataset.value;const expected=other?.expected??context.expects??null;const received=other?.received??_stringify(input);const issue={kind:context.kind,type:context.type,input,expected,received,message:`Invalid ${label}: ${expected?`Expected ${expected} but r`:`R`}eceived ${received}`,requirement:context.requirement,path:other?.path,issues:other?.issues,lang:config$1.lang,abortEarly:config$1.abortEarly,abortPipeEarly:config$1.abortPipeEarly};const isSchema=context.kind===`schema`;const message$1=other?.message??context.message??(context.reference,issue.lang,void 0)??(isSchema?(issue.lang,void 0):null)??config$1.message??(issue.lang,void 0);if(message$1!==void 0)issue.message=typeof message$1===`function`?message$1(issue):message$1;if(isSchema)dataset.typed=false;if(dataset.issues)dataset.issues.push(issue);else dataset.issues=[issue]}function _isSameValueZero(value1,value2){return value1===value2||Number.isNaN(value1)&&Number.isNaN(value2)}function _isValidObjectKey(object$1,key){return Object.prototype.hasOwnProperty.call(object$1,key)&&key!==`__proto__`&&key!==`prototype`&&key!==`constructor`}function _joinExpects(values$1,separator){const list=[...new Set(values$1)];if(list.length>1)return`(${list.join(` ${separator} `)})`;return list[0]??`never`}function _standardSchema(schema){schema[`~standard`]={version:1,vendor:`valibot`,validate:value$1=>schema[`~run`]({value:value$1},getGlobalConfig())};return schema}var ValiError=class extends Error{constructor(issues){super(issues[0].message);this.name=`ValiError`;this.issues=issues}};const HEXADECIMAL_REGEX=/^(?:0[hx])?[\da-fA-F]+$/u;function check(requirement,message$1){return{kind:`validation`,type:`check`,reference:check,async:false,expects:null,requirement,message:message$1,"~run"(dataset,config$1){if(dataset.typed&&!this.requirement(dataset.value))_addIssue(this,`input`,dataset,config$1);return dataset}}}function finite(message$1){return{kind:`validation`,type:`finite`,reference:finite,async:false,expects:null,requirement:Number.isFinite,message:message$1,"~run"(dataset,config$1){if(dataset.typed&&!this.requirement(dataset.value))_addIssue(this,`finite`,dataset,config$1);return dataset}}}function hexadecimal(message$1){return{kind:`validation`,type:`hexadecimal`,reference:hexadecimal,async:false,expects:null,requirement:HEXADECIMAL_REGEX,message:message$1,"~run"(dataset,config$1){if(dataset.typed&&!this.requirement.test(dataset.value))_addIssue(this,`hexadecimal`,dataset,config$1);return dataset}}}function maxLength(requirement,message$1){return{kind:`validation`,type:`max_length`,reference:maxLength,async:false,expects:`<=${requirement}`,requirement,message:message$1,"~run"(dataset,config$1){if(dataset.typed&&dataset.value.length>this.requirement)_addIssue(this,`length`,dataset,config$1,{received:`${dataset.value.length}`});return dataset}}}function minLength(requirement,message$1){return{kind:`validation`,type:`min_length`,reference:minLength,async:false,expects:`>=${requirement}`,requirement,message:message$1,"~run"(dataset,config$1){if(dataset.typed&&dataset.value.length<this.requirement)_addIssue(this,`length`,dataset,config$1,{received:`${dataset.value.length}`});return dataset}}}function minValue(requirement,message$1){return{kind:`validation`,type:`min_value`,reference:minValue,async:false,expects:`>=${requirement instanceof Date?requirement.toJSON():_stringify(requirement)}`,requirement,message:message$1,"~run"(dataset,config$1){if(dataset.typed&&!(dataset.value>=this.requirement))_addIssue(this,`value`,dataset,config$1,{received:dataset.value instanceof Date?dataset.value.toJSON():_stringify(dataset.value)});return dataset}}}function regex(requirement,message$1){return{kind:`validation`,type:`regex`,reference:regex,async:false,expects:`${requirement}`,requirement,message:message$1,"~run"(dataset,config$1){if(dataset.typed&&!this.requirement.test(dataset.value))_addIssue(this,`format`,dataset,config$1);return dataset}}}function safeInteger(message$1){return{kind:`validation`,type:`safe_integer`,reference:safeInteger,async:false,expects:null,requirement:Number.isSafeInteger,message:message$1,"~run"(dataset,config$1){if(dataset.typed&&!this.requirement(dataset.value))_addIssue(this,`safe integer`,dataset,config$1);return dataset}}}function transform(operation){return{kind:`transformation`,type:`transform`,reference:transform,async:false,operation,"~run"(dataset){dataset.value=this.operation(dataset.value);return dataset}}}const ABORT_EARLY_CONFIG={abortEarly:true};function getFallback(schema,dataset,config$1){return typeof schema.fallback===`function`?schema.fallback(dataset,config$1):schema.fallback}function fallback(schema,fallback$1){return _standardSchema({...schema,fallback:fallback$1,"~run"(dataset,config$1){const outputDataset=schema[`~run`](dataset,config$1);return outputDataset.issues?{typed:true,value:getFallback(this,outputDataset,config$1)}:outputDataset}})}function getDefault(schema,dataset,config$1){return typeof schema.default===`function`?schema.default(dataset,config$1):schema.default}function is(schema,input){return!schema[`~run`]({value:input},ABORT_EARLY_CONFIG).issues}function array(item,message$1){return _standardSchema({kind:`schema`,type:`array`,reference:array,expects:`Array`,async:false,item,message:message$1,"~run"(dataset,config$1){const input=dataset.value;if(Array.isArray(input)){dataset.typed=true;dataset.value=[];for(let key=0;key<input.length;key++){const value$1=input[key];const itemDataset=this.item[`~run`]({value:value$1},config$1);if(itemDataset.issues){const pathItem={type:`array`,origin:`value`,input,key,value:value$1};for(const issue of itemDataset.issues){if(issue.path)issue.path.unshift(pathItem);else issue.path=[pathItem];dataset.issues?.push(issue)}if(!dataset.issues)dataset.issues=itemDataset.issues;if(config$1.abortEarly){dataset.typed=false;break}}if(!itemDataset.typed)dataset.typed=false;dataset.value.push(itemDataset.value)}}else _addIssue(this,`type`,dataset,config$1);return dataset}})}function boolean(message$1){return _standardSchema({kind:`schema`,type:`boolean`,reference:boolean,expects:`boolean`,async:false,message:message$1,"~run"(dataset,config$1){if(typeof dataset.value===`boolean`)dataset.typed=true;else _addIssue(this,`type`,dataset,config$1);return dataset}})}function literal(literal_,message$1){return _standardSchema({kind:`schema`,type:`literal`,reference:literal,expects:_stringify(literal_),async:false,literal:literal_,message:message$1,"~run"(dataset,config$1){if(_isSameValueZero(dataset.value,this.literal))dataset.typed=true;else _addIssue(this,`type`,dataset,config$1);return dataset}})}function nullable(wrapped,default_){return _standardSchema({kind:`schema`,type:`nullable`,reference:nullable,expects:`(${wrapped.expects} | null)`,async:false,wrapped,default:default_,"~run"(dataset,config$1){if(dataset.value===null){if(this.default!==void 0)dataset.value=getDefault(this,dataset,config$1);if(dataset.value===null){dataset.typed=true;return dataset}}return this.wrapped[`~run`](dataset,config$1)}})}function nullish(wrapped,default_){return _standardSchema({kind:`schema`,type:`nullish`,reference:nullish,expects:`(${wrapped.expects} | null | undefined)`,async:false,wrapped,default:default_,"~run"(dataset,config$1){if(dataset.value===null||dataset.value===void 0){if(this.default!==void 0)dataset.value=getDefault(this,dataset,config$1);if(dataset.value===null||dataset.value===void 0){dataset.typed=true;return dataset}}return this.wrapped[`~run`](dataset,config$1)}})}function number(message$1){return _standardSchema({kind:`schema`,type:`number`,reference:number,expects:`number`,async:false,message:message$1,"~run"(dataset,config$1){if(typeof dataset.value===`number`&&!isNaN(dataset.value))dataset.typed=true;else _addIssue(this,`type`,dataset,config$1);return dataset}})}function object(entries$1,message$1){return _standardSchema({kind:`schema`,type:`object`,reference:object,expects:`Object`,async:false,entries:entries$1,message:message$1,"~run"(dataset,config$1){const input=dataset.value;if(input&&typeof input===`object`){dataset.typed=true;dataset.value={};for(const key in this.entries){const valueSchema=this.entries[key];if(key in input||(valueSchema.type===`exact_optional`||valueSchema.type===`optional`||valueSchema.type===`nullish`)&&valueSchema.default!==void 0){const value$1=key in input?input[key]:getDefault(valueSchema);const valueDataset=valueSchema[`~run`]({value:value$1},config$1);if(valueDataset.issues){const pathItem={type:`object`,origin:`value`,input,key,value:value$1};for(const issue of valueDataset.issues){if(issue.path)issue.path.unshift(pathItem);else issue.path=[pathItem];dataset.issues?.push(issue)}if(!dataset.issues)dataset.issues=valueDataset.issues;if(config$1.abortEarly){dataset.typed=false;break}}if(!valueDataset.typed)dataset.typed=false;dataset.value[key]=valueDataset.value}else if(valueSchema.fallback!==void 0)dataset.value[key]=getFallback(valueSchema);else if(valueSchema.type!==`exact_optional`&&valueSchema.type!==`optional`&&valueSchema.type!==`nullish`){_addIssue(this,`key`,dataset,config$1,{input:void 0,expected:`"${key}"`,path:[{type:`object`,origin:`key`,input,key,value:input[key]}]});if(config$1.abortEarly)break}}}else _addIssue(this,`type`,dataset,config$1);return dataset}})}function optional(wrapped,default_){return _standardSchema({kind:`schema`,type:`optional`,reference:optional,expects:`(${wrapped.expects} | undefined)`,async:false,wrapped,default:default_,"~run"(dataset,config$1){if(dataset.value===void 0){if(this.default!==void 0)dataset.value=getDefault(this,dataset,config$1);if(dataset.value===void 0){dataset.typed=true;return dataset}}return this.wrapped[`~run`](dataset,config$1)}})}function picklist(options,message$1){return _standardSchema({kind:`schema`,type:`picklist`,reference:picklist,expects:_joinExpects(options.map(_stringify),`|`),async:false,options,message:message$1,"~run"(dataset,config$1){if(this.options.includes(dataset.value))dataset.typed=true;else _addIssue(this,`type`,dataset,config$1);return dataset}})}function record(key,value$1,message$1){return _standardSchema({kind:`schema`,type:`record`,reference:record,expects:`Object`,async:false,key,value:value$1,message:message$1,"~run"(dataset,config$1){const input=dataset.value;if(input&&typeof input===`object`){dataset.typed=true;dataset.value={};for(const entryKey in input)if(_isValidObjectKey(input,entryKey)){const entryValue=input[entryKey];const keyDataset=this.key[`~run`]({value:entryKey},config$1);if(keyDataset.issues){const pathItem={type:`object`,origin:`key`,input,key:entryKey,value:entryValue};for(const issue of keyDataset.issues){issue.path=[pathItem];dataset.issues?.push(issue)}if(!dataset.issues)dataset.issues=keyDataset.issues;if(config$1.abortEarly){dataset.typed=false;break}}const valueDataset=this.value[`~run`]({value:entryValue},config$1);if(valueDataset.issues){const pathItem={type:`object`,origin:`value`,input,key:entryKey,value:entryValue};for(const issue of valueDataset.issues){if(issue.path)issue.path.unshift(pathItem);else issue.path=[pathItem];dataset.issues?.push(issue)}if(!dataset.issues)dataset.issues=valueDataset.issues;if(config$1.abortEarly){dataset.typed=false;break}}if(!keyDataset.typed||!valueDataset.typed)dataset.typed=false;if(keyDataset.typed)dataset.value[keyDataset.value]=valueDataset.value}}else _addIssue(this,`type`,dataset,config$1);return dataset}})}function string(message$1){return _standardSchema({kind:`schema`,type:`string`,reference:string,expects:`string`,async:false,message:message$1,"~run"(dataset,config$1){if(typeof dataset.value===`string`)dataset.typed=true;else _addIssue(this,`type`,dataset,config$1);return dataset}})}function unknown(){return _standardSchema({kind:`schema`,type:`unknown`,reference:unknown,expects:`unknown`,async:false,"~run"(dataset){dataset.typed=true;return dataset}})}function parse(schema,input,config$1){const dataset=schema[`~run`]({value:input},getGlobalConfig(config$1));if(dataset.issues)throw new ValiError(dataset.issues);return dataset.value}function pipe(...pipe$1){return _standardSchema({...pipe$1[0],pipe:pipe$1,"~run"(dataset,config$1){for(const item of pipe$1)if(item.kind!==`metadata`){if(dataset.issues&&(item.kind===`schema`||item.kind===`transformation`)){dataset.typed=false;break}if(!dataset.issues||!config$1.abortEarly&&!config$1.abortPipeEarly)dataset=item[`~run`](dataset,config$1)}return dataset}})}function safeParse(schema,input,config$1){const dataset=schema[`~run`]({value:input},getGlobalConfig(config$1));return{typed:dataset.typed,success:!dataset.issues,output:dataset.value,issues:dataset.issues}}

/***/ }),

/***/ 2522:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ unlessMissing),
/* harmony export */   i: () => (/* binding */ pages),
/* harmony export */   n: () => (/* binding */ isNamed),
/* harmony export */   r: () => (/* binding */ isUnavailable),
/* harmony export */   t: () => (/* binding */ aws)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5914);

// src/adapters/aws/errors.ts
const DENIED = [
	"AccessDenied",
	"AccessDeniedException",
	"UnauthorizedOperation",
	"Client.UnauthorizedOperation",
	"NotAuthorized"
];
const EXPIRED = [
	"ExpiredToken",
	"ExpiredTokenException",
	"RequestExpired",
	"TokenRefreshRequired"
];
const NOT_ACCEPTED = [
	"InvalidClientTokenId",
	"UnrecognizedClientException",
	"AuthFailure",
	"SignatureDoesNotMatch",
	"IncompleteSignature"
];
const UNAVAILABLE = "aws-unavailable";
const THROTTLED = [
	"ThrottlingException",
	"Throttling",
	"RequestLimitExceeded",
	"TooManyRequestsException",
	"RateExceeded"
];
const OUT_OF_ORDER = [
	"InternalFailure",
	"InternalError",
	"InternalServerError",
	"InternalServiceError",
	"ServiceFailure",
	"ServerException"
];
const NO_ANSWER = [
	"ServiceUnavailable",
	"ServiceUnavailableException",
	"Unavailable",
	"RequestTimeout",
	"RequestTimeoutException",
	"TimeoutError"
];
const NO_CONNECTION = [
	"ECONNREFUSED",
	"ECONNRESET",
	"EPIPE",
	"ETIMEDOUT",
	"EAI_AGAIN"
];
/** Whether an AWS error has one of these names. */
function isNamed(error, ...names) {
	return error instanceof Error && names.includes(error.name);
}
/** Whether AWS could not be asked, or did not carry out what it was asked for, until the client gave up asking again. */
function isUnavailable(error) {
	return error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__.n && error.code === UNAVAILABLE;
}
/** Awaits a call to AWS. `action` is its IAM name, such as `ec2:RunInstances`; a refusal becomes a `DeployError` that names it. */
async function aws(action, answer) {
	try {
		return await answer;
	} catch (cause) {
		throw translated(action, cause) ?? cause;
	}
}
/** Like `aws`, but an error with one of these names means that the thing is not there. */
async function unlessMissing(action, answer, ...names) {
	try {
		return await aws(action, answer);
	} catch (error) {
		if (isNamed(error, ...names)) return void 0;
		throw error;
	}
}
/** The items of all pages. */
async function pages(action, all, pick) {
	const found = [];
	await aws(action, (async () => {
		for await (const page of all) found.push(...pick(page) ?? []);
	})());
	return found;
}
function translated(action, cause) {
	if (isNamed(cause, ...DENIED)) return denied(action, cause);
	if (isNamed(cause, ...EXPIRED)) return expired(action, cause);
	if (isNamed(cause, "CredentialsProviderError")) return noCredentials(cause);
	if (isNamed(cause, ...NOT_ACCEPTED)) return notAccepted(cause);
	if (isNamed(cause, ...THROTTLED, ...OUT_OF_ORDER, ...NO_ANSWER) || isDisconnected(cause)) return unavailable(action, cause);
	if (isNoAnswerOfAws(cause)) return notAws(action, cause);
}
/** The SDK could not read the answer, such as the HTML of a proxy. It keeps the answer in a hidden field. */
function isNoAnswerOfAws(cause) {
	return cause instanceof Error && "$response" in cause && cause.message.includes("Deserialization error");
}
function notAws(action, cause) {
	const { statusCode = "unknown" } = cause.$response;
	return new _errors_js__WEBPACK_IMPORTED_MODULE_0__.n(UNAVAILABLE, `The answer to ${action} was not one of AWS (HTTP status ${statusCode}).`, {
		hint: "Check the input aws-region, and that no proxy between the runner and AWS answers for it. Then run this again: it goes on from what is there.",
		cause
	});
}
function isDisconnected(cause) {
	return cause instanceof Error && "code" in cause && NO_CONNECTION.includes(String(cause.code));
}
function unavailable(action, cause) {
	return new _errors_js__WEBPACK_IMPORTED_MODULE_0__.n(UNAVAILABLE, `AWS did not carry out ${action}, and was asked again in vain: ${cause.name}: ${cause.message}`, {
		hint: "Run this again: the next run goes on from what is there. If it stays so, see https://health.aws.amazon.com.",
		cause
	});
}
function denied(action, cause) {
	const asked = /not authorized to perform:? ([a-z0-9-]+:[A-Za-z]+)/.exec(cause.message)?.[1] ?? action;
	const resource = /on resource:? (arn:[^\s,]+[^\s,.])/.exec(cause.message)?.[1];
	return new _errors_js__WEBPACK_IMPORTED_MODULE_0__.n("not-allowed", `AWS refused ${asked}${resource ? ` on ${resource}` : ""} to the role of this run.`, {
		hint: `Allow ${asked} in the policy of the runner's role; docs/iam/setup.yaml has the whole policy.`,
		cause
	});
}
function expired(action, cause) {
	return new _errors_js__WEBPACK_IMPORTED_MODULE_0__.n("credentials-expired", `The AWS credentials expired before ${action}.`, {
		hint: "Set a longer role-duration-seconds in the step aws-actions/configure-aws-credentials.",
		cause
	});
}
function noCredentials(cause) {
	return new _errors_js__WEBPACK_IMPORTED_MODULE_0__.n("no-credentials", "No AWS credentials were found.", {
		hint: "Add aws-actions/configure-aws-credentials before this step, with role-to-assume, and give the job `permissions: id-token: write`.",
		cause
	});
}
function notAccepted(cause) {
	return new _errors_js__WEBPACK_IMPORTED_MODULE_0__.n("credentials-refused", `AWS does not accept the credentials of this run: ${cause.message}`, {
		hint: "Check that role-to-assume (or the access key) belongs to an account where the input aws-region is enabled, and that no older AWS_* variables of the job stand in its way.",
		cause
	});
}



/***/ }),

/***/ 7215:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ uploadOf),
/* harmony export */   c: () => (/* binding */ OCI_INDEX),
/* harmony export */   d: () => (/* binding */ isDigest),
/* harmony export */   f: () => (/* binding */ readConfiguration),
/* harmony export */   i: () => (/* binding */ unreached),
/* harmony export */   l: () => (/* binding */ OCI_MANIFEST),
/* harmony export */   n: () => (/* binding */ patiently),
/* harmony export */   o: () => (/* binding */ words),
/* harmony export */   p: () => (/* binding */ readManifest),
/* harmony export */   r: () => (/* binding */ registrySession),
/* harmony export */   s: () => (/* binding */ ANY_MANIFEST),
/* harmony export */   t: () => (/* binding */ digestOf),
/* harmony export */   u: () => (/* binding */ ONE_PLATFORM)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5914);
/* harmony import */ var _errors2_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2522);
/* harmony import */ var _dist3_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4032);
/* harmony import */ var _untrusted_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1803);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_4___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_4__);





// src/adapters/registry/manifests.ts
const OCI_INDEX = "application/vnd.oci.image.index.v1+json";
/** Media types by which registries tell an image of several platforms from one of a single platform. */
const INDEXES = [OCI_INDEX, "application/vnd.docker.distribution.manifest.list.v2+json"];
const OCI_MANIFEST = "application/vnd.oci.image.manifest.v1+json";
const MANIFESTS = [OCI_MANIFEST, "application/vnd.docker.distribution.manifest.v2+json"];
/** The header `accept` for an image of a single platform, and for one of any kind. */
const ONE_PLATFORM = MANIFESTS.join(", ");
const ANY_MANIFEST = [...INDEXES, ...MANIFESTS].join(", ");
/** https://github.com/opencontainers/image-spec/blob/v1.1.1/descriptor.md#digests */
const digest = (0,_dist3_js__WEBPACK_IMPORTED_MODULE_2__.y)((0,_dist3_js__WEBPACK_IMPORTED_MODULE_2__.w)(), (0,_dist3_js__WEBPACK_IMPORTED_MODULE_2__.l)(200), (0,_dist3_js__WEBPACK_IMPORTED_MODULE_2__.x)(/^[a-z0-9]+([+._-][a-z0-9]+)*:[\w=-]+$/));
const size = (0,_dist3_js__WEBPACK_IMPORTED_MODULE_2__.y)((0,_dist3_js__WEBPACK_IMPORTED_MODULE_2__.m)(), (0,_dist3_js__WEBPACK_IMPORTED_MODULE_2__.S)(), (0,_dist3_js__WEBPACK_IMPORTED_MODULE_2__.d)(0));
const word = (0,_dist3_js__WEBPACK_IMPORTED_MODULE_2__.y)((0,_dist3_js__WEBPACK_IMPORTED_MODULE_2__.w)(), (0,_dist3_js__WEBPACK_IMPORTED_MODULE_2__.x)(/^[\w.-]{1,64}$/));
const platform = (0,_dist3_js__WEBPACK_IMPORTED_MODULE_2__.h)({
	os: (0,_dist3_js__WEBPACK_IMPORTED_MODULE_2__.g)(word),
	architecture: (0,_dist3_js__WEBPACK_IMPORTED_MODULE_2__.g)(word)
});
/** `urls`: where a layer lies that no registry has, such as the base of Windows images. `size`: bytes. */
const blob = (0,_dist3_js__WEBPACK_IMPORTED_MODULE_2__.h)({
	digest,
	size,
	urls: (0,_dist3_js__WEBPACK_IMPORTED_MODULE_2__.g)((0,_dist3_js__WEBPACK_IMPORTED_MODULE_2__.t)((0,_dist3_js__WEBPACK_IMPORTED_MODULE_2__.w)()))
});
/** Of an image, or of an index: the images in it. More layers than any builder makes, more platforms than there are, are refused. */
const manifest = (0,_dist3_js__WEBPACK_IMPORTED_MODULE_2__.h)({
	config: (0,_dist3_js__WEBPACK_IMPORTED_MODULE_2__.g)(blob),
	layers: (0,_dist3_js__WEBPACK_IMPORTED_MODULE_2__.g)((0,_dist3_js__WEBPACK_IMPORTED_MODULE_2__.y)((0,_dist3_js__WEBPACK_IMPORTED_MODULE_2__.t)(blob), (0,_dist3_js__WEBPACK_IMPORTED_MODULE_2__.l)(1e3))),
	manifests: (0,_dist3_js__WEBPACK_IMPORTED_MODULE_2__.g)((0,_dist3_js__WEBPACK_IMPORTED_MODULE_2__.y)((0,_dist3_js__WEBPACK_IMPORTED_MODULE_2__.t)((0,_dist3_js__WEBPACK_IMPORTED_MODULE_2__.h)({
		digest,
		platform: (0,_dist3_js__WEBPACK_IMPORTED_MODULE_2__.g)(platform)
	})), (0,_dist3_js__WEBPACK_IMPORTED_MODULE_2__.l)(1e3)))
});
/** The blob `config` of an image. https://github.com/opencontainers/image-spec/blob/main/config.md */
const configuration = (0,_dist3_js__WEBPACK_IMPORTED_MODULE_2__.h)({
	...platform.entries,
	config: (0,_dist3_js__WEBPACK_IMPORTED_MODULE_2__.p)((0,_dist3_js__WEBPACK_IMPORTED_MODULE_2__.h)({ Volumes: (0,_dist3_js__WEBPACK_IMPORTED_MODULE_2__.p)((0,_dist3_js__WEBPACK_IMPORTED_MODULE_2__.b)((0,_dist3_js__WEBPACK_IMPORTED_MODULE_2__.w)(), (0,_dist3_js__WEBPACK_IMPORTED_MODULE_2__.E)())) }))
});
/** Whether a registry gave something that can be a digest. */
function isDigest(text) {
	return (0,_dist3_js__WEBPACK_IMPORTED_MODULE_2__.s)(digest, text);
}
/** `undefined` for what is no manifest. */
function readManifest(text) {
	return (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_3__.r)(manifest, text);
}
function readConfiguration(text) {
	return (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_3__.r)(configuration, text);
}
/** The token of https://distribution.github.io/distribution/spec/auth/token/, which goes into a header. */
function readToken(text) {
	const found = (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_3__.r)((0,_dist3_js__WEBPACK_IMPORTED_MODULE_2__.h)({
		token: (0,_dist3_js__WEBPACK_IMPORTED_MODULE_2__.g)(bearer),
		access_token: (0,_dist3_js__WEBPACK_IMPORTED_MODULE_2__.g)(bearer)
	}), text);
	return found?.token ?? found?.access_token;
}
const bearer = (0,_dist3_js__WEBPACK_IMPORTED_MODULE_2__.y)((0,_dist3_js__WEBPACK_IMPORTED_MODULE_2__.w)(), (0,_dist3_js__WEBPACK_IMPORTED_MODULE_2__.x)(/^[\x21-\x7e]+$/));
// src/adapters/registry/requests.ts
const TIMEOUT_MS = 3e4;
/** Between attempts, when the network or the registry fails. */
const PAUSES_MS = [
	250,
	1e3,
	2500
];
function digestOf(bytes) {
	return `sha256:${(0,node_crypto__WEBPACK_IMPORTED_MODULE_4__.createHash)("sha256").update(bytes).digest("hex")}`;
}
/** Where the upload of a blob ends; the address that the registry named may have a query of its own. */
function uploadOf(location, digest) {
	return `${location}${location.includes("?") ? "&" : "?"}digest=${encodeURIComponent(digest)}`;
}
/** How a registry answered, for who reads of it. */
function words({ status, bytes }) {
	return `HTTP ${status} ${bytes.toString().slice(0, 300)}`.trim();
}
function registrySession(spec, { registry, repository }, credentials) {
	const origin = `https://${registry === "docker.io" ? "registry-1.docker.io" : registry}`;
	const base = `${origin}/v2/${repository}/`;
	let authorization;
	let asking;
	const open = (path, init) => {
		const url = new URL(path, base);
		const own = authorization !== void 0 && url.origin === origin ? { authorization } : {};
		return spec.fetch(url.href, {
			...init,
			headers: {
				...init.headers,
				...own
			}
		});
	};
	const once = (path, { limit, ...asked }) => whole(spec, {
		host: registry,
		limit
	}, (signal) => open(path, {
		...asked,
		signal
	}));
	return {
		open,
		async ask(path, asked = {}) {
			const known = authorization;
			const reply = await once(path, asked);
			const challenge = reply.headers.get("www-authenticate");
			if (reply.status !== 401 || challenge === null || known !== void 0) return reply;
			authorization = await (asking ??= authorize(spec, challenge, credentials));
			return authorization === void 0 ? reply : once(path, asked);
		}
	};
}
/** A registry takes manifests up to 4 MiB, and little else that is read as a whole is larger: https://github.com/opencontainers/distribution-spec/blob/main/spec.md#pushing-manifests */
const LARGEST = 8 * 2 ** 20;
/** A redirect to a blob store drops the authorization, as fetch does across origins. */
async function whole({ clock }, { host, limit = LARGEST }, send) {
	const attempt = async () => {
		const response = await send(AbortSignal.timeout(TIMEOUT_MS));
		const { ok, status, headers } = response;
		return {
			ok,
			status,
			headers,
			bytes: await upTo(limit, response, host)
		};
	};
	try {
		return await patiently(clock, attempt);
	} catch (cause) {
		throw unreached(host, cause);
	}
}
/** Reads no further than that, whatever the answer says of its length. */
async function upTo(limit, { body }, host) {
	const chunks = [];
	let length = 0;
	for await (const chunk of body ?? []) {
		length += chunk.length;
		if (length > limit) throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__.n("pull-failed", `${host} answers with more than ${limit} bytes`, { hint: "Find out what lies there: nothing that is read of an image is as large." });
		chunks.push(chunk);
	}
	return Buffer.concat(chunks);
}
/** What a request that got no answer means to the user. */
function unreached(host, cause) {
	if (cause instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__.t || cause instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__.n) return cause;
	const reason = cause instanceof Error && cause.cause instanceof Error ? cause.cause.message : String(cause);
	return new _errors_js__WEBPACK_IMPORTED_MODULE_0__.n("pull-failed", `${host} cannot be reached: ${reason}`, {
		hint: "Check the name of the registry, and that this runner reaches it.",
		cause
	});
}
/** Tries again what may pass by itself: a connection that breaks, a registry that fails. Not silence: that has taken long enough. */
async function patiently(clock, attempt) {
	for (const pause of PAUSES_MS) {
		const reply = await attempt().catch((error) => {
			if ((0,_errors2_js__WEBPACK_IMPORTED_MODULE_1__.n)(error, "TimeoutError", "AbortError") || error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__.n || error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__.t) throw error;
		});
		if (reply && reply.status < 500) return reply;
		await clock.sleep(pause);
	}
	return attempt();
}
/** https://distribution.github.io/distribution/spec/auth/token/ */
async function authorize(spec, challenge, credentials) {
	const basic = credentials && `Basic ${Buffer.from(`${credentials.username}:${credentials.password}`).toString("base64")}`;
	if (/^basic\b/i.test(challenge)) return basic;
	const { realm, ...scope } = Object.fromEntries([...challenge.matchAll(/(\w+)="([^"]*)"/g)].map(([, key = "", value = ""]) => [key, value]));
	if (realm === void 0 || !realm.startsWith("https://")) return void 0;
	const headers = {
		accept: "application/json",
		...basic !== void 0 && { authorization: basic }
	};
	const url = `${realm}?${new URLSearchParams(scope).toString()}`;
	const reply = await whole(spec, { host: new URL(realm).host }, (signal) => spec.fetch(url, {
		headers,
		signal
	}));
	if (!reply.ok) return void 0;
	const token = readToken(reply.bytes.toString());
	return token && `Bearer ${token}`;
}



/***/ }),

/***/ 1803:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ line),
/* harmony export */   r: () => (/* binding */ readJson),
/* harmony export */   t: () => (/* binding */ amount)
/* harmony export */ });
/* harmony import */ var _dist3_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4032);

// src/domain/untrusted.ts
/** What comes from outside is read by a schema, whole or not at all. */
/** A name, a digest, a path: one line, so that it breaks out of none where it is told. */
const line = (0,_dist3_js__WEBPACK_IMPORTED_MODULE_0__.y)((0,_dist3_js__WEBPACK_IMPORTED_MODULE_0__.w)(), (0,_dist3_js__WEBPACK_IMPORTED_MODULE_0__.x)(/^[^\p{Cc}\p{Zl}\p{Zp}]*$/u));
const amount = (0,_dist3_js__WEBPACK_IMPORTED_MODULE_0__.y)((0,_dist3_js__WEBPACK_IMPORTED_MODULE_0__.m)(), (0,_dist3_js__WEBPACK_IMPORTED_MODULE_0__.a)(), (0,_dist3_js__WEBPACK_IMPORTED_MODULE_0__.d)(0));
/** `undefined` for a text that is no JSON, or not what the schema says. */
function readJson(schema, text) {
	try {
		const read = (0,_dist3_js__WEBPACK_IMPORTED_MODULE_0__.C)(schema, JSON.parse(text));
		return read.success ? read.output : void 0;
	} catch {
		return;
	}
}



/***/ })

};
;