"use strict";
exports.id = 5128;
exports.ids = [5128];
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

/***/ 3048:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ buildTag),
/* harmony export */   c: () => (/* binding */ parseImage),
/* harmony export */   i: () => (/* binding */ RELEASE_TAG),
/* harmony export */   l: () => (/* binding */ rebuildTags),
/* harmony export */   n: () => (/* binding */ LIFECYCLE_POLICY),
/* harmony export */   o: () => (/* binding */ isEcr),
/* harmony export */   r: () => (/* binding */ MOVING_TAGS),
/* harmony export */   s: () => (/* binding */ liveTag),
/* harmony export */   t: () => (/* binding */ CACHE_TAG)
/* harmony export */ });
/* harmony import */ var _service_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9734);
/* harmony import */ var _sorted_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7916);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);



// src/domain/image/image.ts
/** Tag under which the build cache is kept; the repository's immutability leaves it out. */
const CACHE_TAG = "cache";
const LIVE_TAG = "live-";
/** Tags of the specifications of releases, which lie beside their images. */
const RELEASE_TAG = "release-";
/** Tags that move. */
const MOVING_TAGS = [`${CACHE_TAG}*`, `${LIVE_TAG}*`];
/** Follows the distribution's rule: the first part is a registry only if it has a dot or a colon, or is `localhost`. */
function parseImage(reference) {
	const [name = "", digest] = reference.split("@");
	const slash = name.indexOf("/");
	const first = name.slice(0, Math.max(slash, 0));
	const hasRegistry = /[.:]/.test(first) || first === "localhost";
	const registry = hasRegistry ? first : "docker.io";
	const path = hasRegistry ? name.slice(slash + 1) : name;
	const colon = path.lastIndexOf(":");
	const repository = colon < 0 ? path : path.slice(0, colon);
	return {
		registry,
		repository: registry === "docker.io" && !repository.includes("/") ? `library/${repository}` : repository,
		tag: colon < 0 ? void 0 : path.slice(colon + 1),
		digest
	};
}
/** Whether a host must log in with its role before it pulls from there. `own`: the registry that ECR named for this account, if asked. */
function isEcr(registry, own) {
	return registry === own || /^\d{12}\.dkr[.-]ecr(-fips)?\.[a-z0-9-]+\.(amazonaws\.com(\.cn)?|on\.aws)$/.test(registry);
}
/**
* Tag of a build: the commit, and, where the build's inputs are not the usual ones or its files not those of the commit, a hash of them, so that a tag
* never stands for two contents. The default platform is left out: an image for another one is caught when it is compared with the host.
*/
function buildTag(commit, inputs) {
	const { context, dockerfile, target, buildArgs, platforms, content } = inputs;
	if (content === "" && context === "." && dockerfile === void 0 && target === void 0 && Object.keys(buildArgs).length === 0 && platforms.join() === "linux/amd64") return commit;
	const text = JSON.stringify([
		context,
		dockerfile ?? null,
		target ?? null,
		(0,_sorted_js__WEBPACK_IMPORTED_MODULE_1__.t)(buildArgs),
		platforms.toSorted(),
		content
	]);
	return `${commit}-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256").update(text).digest("hex").slice(0, 12)}`;
}
/** How often one tag can be built again. Registries are asked for all of these tags at once, 100 at most. */
const MOST_REBUILDS = 98;
/** The tags of a build and of those that `rebuild` made of it since, in their order: a tag that is there is never given to another image. */
function rebuildTags(tag) {
	return [tag, ...Array.from({ length: MOST_REBUILDS }, (_, at) => `${tag}-r${at + 1}`)];
}
/** Tag of the image that serves an environment. It moves with each release of another image, so the repository's immutability leaves it out. */
function liveTag(service) {
	return `${LIVE_TAG}${(0,_service_js__WEBPACK_IMPORTED_MODULE_2__.p)(service)}`;
}
/**
* The repository's rules: what serves an environment stays, however long ago it was pushed; of the rest, the newest 600 images and releases, which are
* 200 images even where each has two releases. Untagged layers go after two weeks. An image whose tags fit a rule is not expired by a later one, and
* nobody has 1000 environments: the first rule expires nothing. Nor does the second, but for the releases of images that lie elsewhere: ECR removes an
* artifact with its subject, within a day.
* https://docs.aws.amazon.com/AmazonECR/latest/userguide/LifecyclePolicies.html
*/
const LIFECYCLE_POLICY = { rules: [
	{
		rulePriority: 1,
		description: "Keep what serves an environment",
		selection: {
			tagStatus: "tagged",
			tagPatternList: [`${LIVE_TAG}*`],
			countType: "imageCountMoreThan",
			countNumber: 1e3
		},
		action: { type: "expire" }
	},
	{
		rulePriority: 2,
		description: "Keep a release as long as its image",
		selection: {
			tagStatus: "tagged",
			tagPatternList: [`${RELEASE_TAG}*`],
			countType: "imageCountMoreThan",
			countNumber: 1e4
		},
		action: { type: "expire" }
	},
	{
		rulePriority: 3,
		description: "Expire images that lost their tag",
		selection: {
			tagStatus: "untagged",
			countType: "sinceImagePushed",
			countUnit: "days",
			countNumber: 14
		},
		action: { type: "expire" }
	},
	{
		rulePriority: 4,
		description: "Keep the newest 600 images and releases, so that a release can be rolled back",
		selection: {
			tagStatus: "any",
			countType: "imageCountMoreThan",
			countNumber: 600
		},
		action: { type: "expire" }
	}
] };



/***/ }),

/***/ 5128:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ ofService),
/* harmony export */   c: () => (/* binding */ servesFrom),
/* harmony export */   i: () => (/* binding */ imageOf),
/* harmony export */   n: () => (/* binding */ hostIdsOf),
/* harmony export */   o: () => (/* binding */ parseRecord),
/* harmony export */   r: () => (/* binding */ hostsWithoutProgram),
/* harmony export */   s: () => (/* binding */ recordText),
/* harmony export */   t: () => (/* binding */ RECORD_LIMIT)
/* harmony export */ });
/* harmony import */ var _dist3_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4032);
/* harmony import */ var _volumes_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(890);
/* harmony import */ var _image_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3048);
/* harmony import */ var _untrusted_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1803);




// src/domain/release/record.ts
/** Those of the hosts of which nobody has written down that they have this host program. */
function hostsWithoutProgram(record, hostIds, program) {
	const having = record?.program === program ? hostIdsOf(record) : [];
	return hostIds.filter((id) => !having.includes(id));
}
/** Bytes that a standard parameter holds. */
const RECORD_LIMIT = 4096;
/** The record as it is stored. Where it would be too large, what a plan compares with goes: first the parts of the configuration, then the secrets. */
function recordText(record) {
	const { secrets: _, ...withoutSecrets } = withoutParts(record);
	const texts = [
		record,
		withoutParts(record),
		withoutSecrets
	].map((shorter) => JSON.stringify(shorter));
	return texts.find((text) => Buffer.byteLength(text) <= 4096) ?? texts.at(-1) ?? "";
}
function withoutParts(record) {
	const { fingerprint } = record;
	return fingerprint === void 0 ? record : {
		...record,
		fingerprint: {
			whole: fingerprint.whole,
			proxy: fingerprint.proxy
		}
	};
}
const texts = (0,_dist3_js__WEBPACK_IMPORTED_MODULE_0__.b)((0,_dist3_js__WEBPACK_IMPORTED_MODULE_0__.w)(), (0,_dist3_js__WEBPACK_IMPORTED_MODULE_0__.w)());
const attempt = (0,_dist3_js__WEBPACK_IMPORTED_MODULE_0__.h)({
	release: _untrusted_js__WEBPACK_IMPORTED_MODULE_2__.n,
	commit: _untrusted_js__WEBPACK_IMPORTED_MODULE_2__.n,
	outcome: _untrusted_js__WEBPACK_IMPORTED_MODULE_2__.n,
	cause: _untrusted_js__WEBPACK_IMPORTED_MODULE_2__.n,
	actor: _untrusted_js__WEBPACK_IMPORTED_MODULE_2__.n,
	runUrl: _untrusted_js__WEBPACK_IMPORTED_MODULE_2__.n,
	at: _untrusted_js__WEBPACK_IMPORTED_MODULE_2__.n,
	seconds: _untrusted_js__WEBPACK_IMPORTED_MODULE_2__.t,
	note: (0,_dist3_js__WEBPACK_IMPORTED_MODULE_0__.g)((0,_dist3_js__WEBPACK_IMPORTED_MODULE_0__.w)())
});
const fingerprint = (0,_dist3_js__WEBPACK_IMPORTED_MODULE_0__.h)({
	whole: _untrusted_js__WEBPACK_IMPORTED_MODULE_2__.n,
	proxy: _untrusted_js__WEBPACK_IMPORTED_MODULE_2__.n,
	parts: (0,_dist3_js__WEBPACK_IMPORTED_MODULE_0__.g)((0,_dist3_js__WEBPACK_IMPORTED_MODULE_0__.h)({
		env: texts,
		secrets: texts,
		inputs: texts
	}))
});
const needed = {
	schema: (0,_dist3_js__WEBPACK_IMPORTED_MODULE_0__.c)(1),
	service: _untrusted_js__WEBPACK_IMPORTED_MODULE_2__.n,
	environment: _untrusted_js__WEBPACK_IMPORTED_MODULE_2__.n,
	release: _untrusted_js__WEBPACK_IMPORTED_MODULE_2__.n,
	digest: _untrusted_js__WEBPACK_IMPORTED_MODULE_2__.n,
	image: _untrusted_js__WEBPACK_IMPORTED_MODULE_2__.n,
	login: _untrusted_js__WEBPACK_IMPORTED_MODULE_2__.n,
	commit: _untrusted_js__WEBPACK_IMPORTED_MODULE_2__.n,
	previousRelease: _untrusted_js__WEBPACK_IMPORTED_MODULE_2__.n,
	previousCommit: _untrusted_js__WEBPACK_IMPORTED_MODULE_2__.n,
	hostId: _untrusted_js__WEBPACK_IMPORTED_MODULE_2__.n,
	route: (0,_dist3_js__WEBPACK_IMPORTED_MODULE_0__.h)({
		"http-port": _untrusted_js__WEBPACK_IMPORTED_MODULE_2__.t,
		domains: (0,_dist3_js__WEBPACK_IMPORTED_MODULE_0__.t)(_untrusted_js__WEBPACK_IMPORTED_MODULE_2__.n),
		"path-prefix": _untrusted_js__WEBPACK_IMPORTED_MODULE_2__.n
	}),
	actor: _untrusted_js__WEBPACK_IMPORTED_MODULE_2__.n,
	runUrl: _untrusted_js__WEBPACK_IMPORTED_MODULE_2__.n,
	deployedAt: _untrusted_js__WEBPACK_IMPORTED_MODULE_2__.n,
	migration: (0,_dist3_js__WEBPACK_IMPORTED_MODULE_0__.n)(),
	blocked: (0,_dist3_js__WEBPACK_IMPORTED_MODULE_0__.t)(_untrusted_js__WEBPACK_IMPORTED_MODULE_2__.n),
	attempt
};
/** What makes a stored text a release record: each field that is there has the type of `ReleaseRecord`. */
const RECORD_SHAPE = (0,_dist3_js__WEBPACK_IMPORTED_MODULE_0__.h)({
	...needed,
	version: (0,_dist3_js__WEBPACK_IMPORTED_MODULE_0__.g)(_untrusted_js__WEBPACK_IMPORTED_MODULE_2__.t),
	over: (0,_dist3_js__WEBPACK_IMPORTED_MODULE_0__.g)(_untrusted_js__WEBPACK_IMPORTED_MODULE_2__.t),
	token: (0,_dist3_js__WEBPACK_IMPORTED_MODULE_0__.g)(_untrusted_js__WEBPACK_IMPORTED_MODULE_2__.t),
	artifact: (0,_dist3_js__WEBPACK_IMPORTED_MODULE_0__.g)(_untrusted_js__WEBPACK_IMPORTED_MODULE_2__.n),
	hostIds: (0,_dist3_js__WEBPACK_IMPORTED_MODULE_0__.g)((0,_dist3_js__WEBPACK_IMPORTED_MODULE_0__.y)((0,_dist3_js__WEBPACK_IMPORTED_MODULE_0__.t)(_untrusted_js__WEBPACK_IMPORTED_MODULE_2__.n), (0,_dist3_js__WEBPACK_IMPORTED_MODULE_0__.u)(1))),
	fingerprint: (0,_dist3_js__WEBPACK_IMPORTED_MODULE_0__.g)(fingerprint),
	secrets: (0,_dist3_js__WEBPACK_IMPORTED_MODULE_0__.g)(texts),
	volumes: (0,_dist3_js__WEBPACK_IMPORTED_MODULE_0__.g)((0,_dist3_js__WEBPACK_IMPORTED_MODULE_0__.t)((0,_dist3_js__WEBPACK_IMPORTED_MODULE_0__.h)({
		name: _untrusted_js__WEBPACK_IMPORTED_MODULE_2__.n,
		path: _untrusted_js__WEBPACK_IMPORTED_MODULE_2__.n
	}))),
	program: (0,_dist3_js__WEBPACK_IMPORTED_MODULE_0__.g)(_untrusted_js__WEBPACK_IMPORTED_MODULE_2__.n),
	promotedFrom: (0,_dist3_js__WEBPACK_IMPORTED_MODULE_0__.g)((0,_dist3_js__WEBPACK_IMPORTED_MODULE_0__.h)({
		environment: _untrusted_js__WEBPACK_IMPORTED_MODULE_2__.n,
		release: _untrusted_js__WEBPACK_IMPORTED_MODULE_2__.n
	})),
	freeze: (0,_dist3_js__WEBPACK_IMPORTED_MODULE_0__.g)((0,_dist3_js__WEBPACK_IMPORTED_MODULE_0__.h)({
		reason: (0,_dist3_js__WEBPACK_IMPORTED_MODULE_0__.w)(),
		actor: _untrusted_js__WEBPACK_IMPORTED_MODULE_2__.n,
		runUrl: _untrusted_js__WEBPACK_IMPORTED_MODULE_2__.n,
		at: _untrusted_js__WEBPACK_IMPORTED_MODULE_2__.n,
		until: (0,_dist3_js__WEBPACK_IMPORTED_MODULE_0__.g)(_untrusted_js__WEBPACK_IMPORTED_MODULE_2__.n)
	}))
});
/** Reads a stored record; `undefined` for anything that is not one (written by hand, truncated, by a later version). */
function parseRecord(text) {
	try {
		const record = JSON.parse(text);
		return (0,_dist3_js__WEBPACK_IMPORTED_MODULE_0__.s)(RECORD_SHAPE, record) ? record : void 0;
	} catch {
		return;
	}
}
/** The hosts that a recorded release serves on. */
function hostIdsOf(record) {
	return record === void 0 ? [] : record.hostIds ?? [record.hostId];
}
/** The image that serves; the host has it, so nobody need be asked for it. */
function imageOf({ service: name, environment, image, digest, login, volumes }) {
	const declared = volumes && (0,_volumes_js__WEBPACK_IMPORTED_MODULE_3__.n)({
		name,
		environment
	}, volumes);
	return {
		reference: image,
		digest,
		login: login || void 0,
		built: false,
		bytes: 0,
		volumes: declared
	};
}
/** Whether the recorded image lies in a repository of this name. */
function servesFrom(record, repository) {
	return record !== void 0 && (0,_image_js__WEBPACK_IMPORTED_MODULE_1__.c)(record.image).repository === repository;
}
function ofService(record, service) {
	return record.service === service.name && record.environment === service.environment;
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