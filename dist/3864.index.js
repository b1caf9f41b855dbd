"use strict";
exports.id = 3864;
exports.ids = [3864,2625];
exports.modules = {

/***/ 4221:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ refuseOlder),
/* harmony export */   r: () => (/* binding */ withMarksOf),
/* harmony export */   t: () => (/* binding */ refuseBlocked)
/* harmony export */ });
// src/domain/release/commit-order.ts
/** Refuses a commit that was rolled back from. */
function refuseBlocked(commit, record, { allowRolledBack }) {
	if (allowRolledBack || !record?.blocked.includes(commit)) return void 0;
	return {
		reason: `commit ${commit.slice(0, 8)} was rolled back from`,
		hint: "Deploy a newer commit, or set allow-rolled-back: true to deploy this one all the same."
	};
}
/** Refuses an ancestor of what serves: the run was started, or approved, before a newer release was deployed. */
function refuseOlder(commit, live, relation, waivers) {
	if (relation !== "behind" || waivers.allowDowngrade) return void 0;
	return {
		reason: `commit ${commit.slice(0, 8)} is older than ${live.slice(0, 8)}, which serves`,
		hint: "Deploy or promote a newer commit; to go back, use command: rollback, or set allow-downgrade: true."
	};
}
/** A record that is to be written over another one than its run had seen: what was marked as blocked meanwhile stays so, unless it serves now, and so does a
* freeze, or its end, unless the run itself brings one. */
function withMarksOf(record, meanwhile, seen) {
	const marked = meanwhile.blocked.filter((commit) => commit !== record.commit && !seen?.blocked.includes(commit));
	const others = record.blocked.filter((commit) => !marked.includes(commit));
	const changed = (one) => JSON.stringify(one.freeze) !== JSON.stringify(seen?.freeze);
	const { freeze } = changed(record) || !changed(meanwhile) ? record : meanwhile;
	return {
		...record,
		freeze,
		blocked: [...marked, ...others].slice(0, 20)
	};
}



/***/ }),

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

/***/ 7883:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ sentence),
/* harmony export */   r: () => (/* binding */ warningsOf),
/* harmony export */   t: () => (/* binding */ noteOf)
/* harmony export */ });
// src/domain/cause/findings.ts
/** What nobody has to mend now, a sentence or two each. What several hosts found alike stands there once, with their names. */
function warningsOf(hosts) {
	const found = hosts.flatMap(({ hostId, findings }) => findings.filter(({ fatal }) => !fatal).map((finding) => ({
		hostId,
		finding
	})));
	return [...Map.groupBy(found, ({ finding: { detail, hint } }) => `${sentence(detail)} ${sentence(hint)}`.trim())].map(([words, members]) => hosts.length > 1 ? `${members.map(({ hostId }) => hostId).join(", ")}: ${words}` : words);
}
const NOTE_LIMIT = 200;
/** What the history is to tell of a run beside its outcome: which containers had to be killed. Empty where there is nothing. */
function noteOf(hosts) {
	const killed = hosts.flatMap(({ findings }) => findings.filter(({ name }) => name === "killed").map(({ detail }) => detail));
	const words = [...new Set(killed)].join("; ");
	return words === "" ? "" : `${words.slice(0, NOTE_LIMIT)}: see stop-grace-period`;
}
/** With a full stop at its end. */
function sentence(words) {
	return words === "" || words.endsWith(".") ? words : `${words}.`;
}



/***/ }),

/***/ 2078:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   freeze: () => (/* binding */ freeze),
/* harmony export */   unfreeze: () => (/* binding */ unfreeze)
/* harmony export */ });
/* harmony import */ var _job_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7626);
/* harmony import */ var _freeze_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4678);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5914);
/* harmony import */ var _service_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9734);
/* harmony import */ var _record_release_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3096);
/* harmony import */ var _with_lease_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6434);






// src/report/pages/freeze.ts
function frozenReport({ service }, { reason, until }) {
	const end = until === void 0 ? "command: unfreeze" : (0,_freeze_js__WEBPACK_IMPORTED_MODULE_1__.o)(until);
	return {
		outcome: "frozen",
		headline: `${(0,_service_js__WEBPACK_IMPORTED_MODULE_5__.i)(service)}: deploys and promotions are refused until ${end}`,
		outputs: {},
		facts: [
			["Reason", reason],
			["Until", until === void 0 ? end : `${end}, or command: unfreeze`],
			["Works meanwhile", "rollback, restart, status, destroy"]
		]
	};
}
/** `ended`: the freeze that held until now. */
function unfrozenReport({ service }, ended) {
	return {
		outcome: ended === void 0 ? "unchanged" : "unfrozen",
		headline: `${(0,_service_js__WEBPACK_IMPORTED_MODULE_5__.i)(service)}: ${ended === void 0 ? "was not frozen" : "deploys and promotions are let in again"}`,
		outputs: {},
		facts: ended === void 0 ? [] : [["Was frozen by", `${ended.actor} at ${(0,_freeze_js__WEBPACK_IMPORTED_MODULE_1__.o)(ended.at)}: ${ended.reason}`]]
	};
}
// src/commands/freeze.ts
/** Refuses deploys and promotions until it ends. A deploy that is at work comes to its end first. */
async function freeze(asked) {
	return (0,_with_lease_js__WEBPACK_IMPORTED_MODULE_4__.n)(asked, _with_lease_js__WEBPACK_IMPORTED_MODULE_4__.r, async (ctx) => {
		const record = await recordedRelease(ctx);
		const wanted = freezeWanted(ctx);
		await ctx.progress.step("Record the freeze", () => write(ctx, record, {
			outcome: "frozen",
			freeze: wanted
		}));
		return frozenReport(ctx.config, wanted);
	});
}
/** Lets deploys and promotions in again. */
async function unfreeze(asked) {
	return (0,_with_lease_js__WEBPACK_IMPORTED_MODULE_4__.n)(asked, _with_lease_js__WEBPACK_IMPORTED_MODULE_4__.r, async (ctx) => {
		const record = await recordedRelease(ctx);
		const ended = (0,_freeze_js__WEBPACK_IMPORTED_MODULE_1__.n)(record, ctx.clock.now());
		if (ended !== void 0) await ctx.progress.step("Record the end of the freeze", () => write(ctx, record, { outcome: "unfrozen" }));
		return unfrozenReport(ctx.config, ended);
	});
}
/** The freeze is a mark of the record, so a service that never served has none to be frozen. */
async function recordedRelease(ctx) {
	const record = await ctx.progress.step("Read the record", () => ctx.records.read(ctx.config.service));
	if (record !== void 0) return record;
	throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__.r)({
		reason: "nothing is deployed yet",
		hint: "Check the inputs service, environment and aws-region, or deploy first."
	});
}
function freezeWanted({ config, clock }) {
	const { job, freeze: asked } = config;
	const now = clock.now();
	const until = asked.until === void 0 ? void 0 : (0,_freeze_js__WEBPACK_IMPORTED_MODULE_1__.t)(asked.until, now);
	if (until !== void 0 && until <= now) throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__.r)({
		reason: `until is ${asked.until}, which is past`,
		hint: "Set until to a later time, or leave it out."
	});
	return {
		reason: asked.reason,
		actor: job.actor,
		runUrl: (0,_job_js__WEBPACK_IMPORTED_MODULE_0__.a)(job),
		at: new Date(now).toISOString(),
		...until !== void 0 && { until: new Date(until).toISOString() }
	};
}
async function write(ctx, record, { outcome, freeze: mark }) {
	const { release, commit } = record;
	const attempt = (0,_record_release_js__WEBPACK_IMPORTED_MODULE_3__.t)(ctx, {
		release,
		commit,
		outcome,
		cause: "",
		since: ctx.clock.now(),
		results: []
	});
	await (0,_record_release_js__WEBPACK_IMPORTED_MODULE_3__.r)(ctx, record, {
		freeze: mark,
		attempt
	});
}



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

/***/ 2625:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ pollUntil)
/* harmony export */ });
// src/ports/poll-until.ts
/** Looks, again and again, until there is an end or the limit. A look that throws ends the wait, and so does a clock whose run was cancelled. */
async function pollUntil({ clock, look, limit, every, onWait, onLimit }) {
	const since = clock.now();
	for (;;) {
		const found = await look();
		if ("ended" in found) return found.ended;
		const passed = clock.now() - since;
		if (passed >= limit) return onLimit(found.waiting);
		onWait?.(found.waiting, since);
		const pause = typeof every === "number" ? every : every(passed, found.waiting);
		await clock.sleep(Math.min(pause, limit - passed));
	}
}



/***/ }),

/***/ 3096:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ recordRestart),
/* harmony export */   i: () => (/* binding */ recordRelease),
/* harmony export */   n: () => (/* binding */ recordFailure),
/* harmony export */   r: () => (/* binding */ recordFreeze),
/* harmony export */   t: () => (/* binding */ newAttempt)
/* harmony export */ });
/* harmony import */ var _job_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7626);
/* harmony import */ var _commit_order_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4221);
/* harmony import */ var _findings_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7883);
/* harmony import */ var _result_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(612);
/* harmony import */ var _route_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2940);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5914);
/* harmony import */ var _image_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3048);







// src/steps/record/write-record.ts
/** How many runs without a lease, or requests that were late, can come in between. */
const ATTEMPTS = 5;
/**
* Writes the record over the version that the run had seen. Where another one came in between, what that one marked as blocked stays; where that one was
* written under a later lease, this run has lost its own. Throws `lease-lost` then.
*/
async function writeRecord(ctx, seen, record) {
	const { config, records, token } = ctx;
	let over = seen?.version ?? 0;
	let next = {
		...record,
		token
	};
	for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
		if (await records.write(next, over)) return;
		const meanwhile = await records.read(config.service);
		if ((meanwhile?.token ?? 0) > token) return outrun(ctx);
		over = meanwhile?.version ?? 0;
		if (meanwhile !== void 0) next = (0,_commit_order_js__WEBPACK_IMPORTED_MODULE_4__.r)(next, meanwhile, seen);
	}
	throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__.n("aws-unavailable", `The record of the release was written by others ${ATTEMPTS} times while this run wrote it.`, { hint: "Run this again: it writes what serves." });
}
/** Who holds no lease has nothing to add to what a later run has written. */
function outrun({ permit, progress }) {
	if (permit.holds()) throw permit.lose("the record has an entry of a later run");
	progress.info("Another run has written the record meanwhile; it stays as it is");
}
// src/steps/record/tag-live-image.ts
/**
* Tags the image that serves now, so that the repository's rules do not let it expire, whatever is pushed after it. Images of other repositories
* are their owners' affair. A service that serves is not red for want of a tag.
*/
async function tagLiveImage({ config, registry, repositories, progress }, { image, login, digest }, before) {
	const reference = (0,_image_js__WEBPACK_IMPORTED_MODULE_3__.c)(image);
	if (digest === before?.digest || login === "" || reference.repository !== config.image.repository) return;
	try {
		const credentials = await repositories.credentials();
		if (reference.registry === credentials.registry) await registry.tag(reference, (0,_image_js__WEBPACK_IMPORTED_MODULE_3__.s)(config.service), credentials);
	} catch (error) {
		progress.info(`${reference.repository} does not know which image serves, and may let it expire: ${String(error)}`);
	}
}
// src/steps/record/record-release.ts
/** Writes that a release is live now. `blocked`: a commit that is not to come back by itself. */
async function recordRelease(ctx, live, { record, attempt, blocked }) {
	const { config } = ctx;
	const { service, job } = config;
	const { served } = live;
	const others = (record?.blocked ?? []).filter((commit) => commit !== served.commit && commit !== blocked);
	const write = writeRecord(ctx, record, {
		schema: 1,
		service: service.name,
		environment: service.environment,
		release: served.name,
		digest: served.digest,
		image: served.image,
		login: served.login,
		commit: served.commit,
		...live.artifact !== void 0 && { artifact: live.artifact },
		route: (0,_route_js__WEBPACK_IMPORTED_MODULE_5__.t)(served.route),
		migration: served.migration,
		previousRelease: live.previous,
		previousCommit: record?.commit ?? "",
		hostId: live.hostIds[0] ?? "",
		hostIds: live.hostIds,
		actor: job.actor,
		runUrl: (0,_job_js__WEBPACK_IMPORTED_MODULE_0__.a)(job),
		deployedAt: attempt.at,
		blocked: [...blocked === void 0 ? [] : [blocked], ...others].slice(0, 20),
		...(0,_result_js__WEBPACK_IMPORTED_MODULE_1__.n)(live.results),
		program: await ctx.remote.program(),
		...record?.freeze && { freeze: record.freeze },
		...live.fingerprint && { fingerprint: live.fingerprint },
		...live.promotedFrom && { promotedFrom: live.promotedFrom },
		attempt
	});
	await Promise.all([write, tagLiveImage(ctx, served, record)]);
}
/** Writes that the recorded release was started anew. */
async function recordRestart(ctx, record, { results, attempt }) {
	await writeRecord(ctx, record, {
		...record,
		...(0,_result_js__WEBPACK_IMPORTED_MODULE_1__.n)(results),
		program: await ctx.remote.program(),
		attempt
	});
}
/** Writes that the service is frozen, or is not any more. */
async function recordFreeze(ctx, record, { freeze, attempt }) {
	await writeRecord(ctx, record, {
		...record,
		freeze,
		attempt
	});
}
/** Writes what a run tried in vain, beside what serves on. A service that never served has no record to write it into. */
async function recordFailure(ctx, record, attempt) {
	if (record === void 0) return;
	await writeRecord(ctx, record, {
		...record,
		attempt
	}).catch((error) => ctx.progress.warn(`The failure is not in the history: ${String(error)}`));
}
function newAttempt({ config, clock }, what) {
	const { since, results, ...rest } = what;
	const now = clock.now();
	const note = (0,_findings_js__WEBPACK_IMPORTED_MODULE_6__.t)(results);
	return {
		...rest,
		...note === "" ? {} : { note },
		actor: config.job.actor,
		runUrl: (0,_job_js__WEBPACK_IMPORTED_MODULE_0__.a)(config.job),
		at: new Date(now).toISOString(),
		seconds: Math.round((now - since) / 100) / 10
	};
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



/***/ }),

/***/ 6434:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ withLease),
/* harmony export */   r: () => (/* binding */ NO_COMMIT),
/* harmony export */   t: () => (/* binding */ releaseLease)
/* harmony export */ });
/* harmony import */ var _permit_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2774);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5914);
/* harmony import */ var _job_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7626);
/* harmony import */ var _command_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9052);
/* harmony import */ var _poll_until_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2625);





/** What brings a service back, or ends it, waits for nobody's release. */
function isUrgent({ command }) {
	return !_command_js__WEBPACK_IMPORTED_MODULE_3__.r.includes(command);
}
/** Who goes ahead of a run among those that wait. */
function goesAhead(mine, waiting) {
	return isUrgent(mine) ? void 0 : waiting.find((other) => other.owner !== mine.owner && isUrgent(other));
}
/** The waiting runs of which one could make a run superfluous, if its commit descends from this run's. */
function rivals(mine, waiting) {
	if (isUrgent(mine) || mine.commit === "") return [];
	return waiting.filter((other) => other.owner !== mine.owner && !isUrgent(other) && other.commit !== "" && other.commit !== mine.commit);
}
/** Bytes of JSON, so that the queue fits into a standard parameter, which takes 4096. */
const QUEUE_LIMIT = 4e3;
/** The queue in which a run stands as it says, as far as there is room. Without `mine`: it has left. */
function queued(waiting, owner, mine) {
	return fitting([...waiting.filter((other) => other.owner !== owner), ...mine === void 0 ? [] : [mine]]);
}
/** Without the releases that came first, as a later one may make them superfluous. Who is left out waits all the same, and is not seen. */
function fitting(waiting) {
	if (Buffer.byteLength(JSON.stringify(waiting)) <= QUEUE_LIMIT) return waiting;
	const first = waiting.findIndex((one) => !isUrgent(one));
	return fitting(waiting.toSpliced(Math.max(first, 0), 1));
}
// src/domain/lease/sightings.ts
/** What was seen now takes the place of what was seen before; a mark that has not changed keeps its time. */
function sighted(before, marks, now) {
	return new Map([...marks].map(([name, mark]) => {
		const known = before.get(name);
		return [name, known?.mark === mark ? known : {
			mark,
			since: now
		}];
	}));
}
/** For how long a mark has been seen as it is. */
function ageOf(sightings, name, mark, now) {
	const known = sightings.get(name);
	return known?.mark === mark ? now - known.since : 0;
}
// src/steps/lease/waiting-line.ts
function waitingLine(ctx, mine) {
	const { clock, config, queue } = ctx;
	let seen = sighted(/* @__PURE__ */ new Map(), [], 0);
	let stood;
	let beat = 0;
	const look = async () => {
		const before = clock.elapsed();
		const found = await queue.read(config.service);
		const all = found?.value.waiting ?? [];
		const waiting = all.filter((one) => one.owner === mine.owner || ageOf(seen, one.owner, one.beat, before) < 45e3);
		seen = sighted(seen, all.map((one) => [one.owner, one.beat]), clock.elapsed());
		return {
			found,
			waiting
		};
	};
	const put = (found, waiting) => queue.write(config.service, { waiting }, found?.version ?? 0);
	const withdraw = async () => {
		const { found, waiting } = await look();
		await put(found, queued(waiting, mine.owner));
	};
	return {
		async stand() {
			const { found, waiting } = await look();
			await assertNeeded(ctx, mine, waiting);
			if (stood === void 0 || clock.elapsed() - stood >= 12e3) {
				if (await put(found, queued(waiting, mine.owner, {
					...mine,
					beat: beat += 1
				})) !== void 0) stood = clock.elapsed();
			}
			return goesAhead(mine, waiting);
		},
		ahead: async () => goesAhead(mine, (await look()).waiting),
		async leave() {
			if (stood !== void 0) await withdraw().catch((error) => ctx.progress.info(`It stays in the queue for now: ${String(error)}`));
		}
	};
}
/** A release gives way to one of a descendant commit, which has all that this one would bring. Where GitHub does not tell, it waits. */
async function assertNeeded({ commits }, mine, waiting) {
	for (const other of rivals(mine, waiting)) if ((await commits.compare(mine.commit, other.commit))?.relation === "ahead") throw superseded(mine, other);
}
function superseded(mine, other) {
	const [own, theirs] = [mine.commit.slice(0, 8), other.commit.slice(0, 8)];
	return new _errors_js__WEBPACK_IMPORTED_MODULE_1__.n("superseded", `${(0,_permit_js__WEBPACK_IMPORTED_MODULE_0__.s)(other)} waits, too, to ${other.command} ${theirs}, which contains this run's ${own}`, { hint: "Nothing is to be done as long as that run succeeds; if it does not, run this again." });
}
// src/steps/lease/acquire-lease.ts
/** Of a run that brings no commit. */
const NO_COMMIT = { commit: "" };
const POLL_MS = 3e3;
/** What is urgent looks more often, and so comes first. */
const URGENT_POLL_MS = 1e3;
/** Waits until the lease is free, or its holder dead, and takes it. */
async function acquireLease(ctx, purpose) {
	const { clock, progress, config } = ctx;
	const { lockTimeout } = config.guards;
	const mine = runnerOf(ctx);
	const line = waitingLine(ctx, {
		...mine,
		...purpose,
		beat: 0
	});
	const look = looking(ctx, mine, line);
	try {
		return await (0,_poll_until_js__WEBPACK_IMPORTED_MODULE_4__.t)({
			clock,
			look,
			limit: lockTimeout * 1e3,
			every: isUrgent(mine) ? URGENT_POLL_MS : POLL_MS,
			onWait: (other, since) => progress.waiting(`${(0,_permit_js__WEBPACK_IMPORTED_MODULE_0__.s)(other)}, which ${_permit_js__WEBPACK_IMPORTED_MODULE_0__.r[other.command]}`, since),
			onLimit: (other) => {
				throw lockHeld(other, lockTimeout);
			}
		});
	} finally {
		await line.leave();
	}
}
/** Takes the lease if it can be had; else stands in line. */
function looking(ctx, mine, line) {
	const { clock, config, lease } = ctx;
	let seen = sighted(/* @__PURE__ */ new Map(), [], 0);
	let waited = false;
	const asked = /* @__PURE__ */ new Map();
	return async () => {
		const before = clock.elapsed();
		const found = await lease.read(config.service);
		const at = (0,_permit_js__WEBPACK_IMPORTED_MODULE_0__.n)(clock);
		if (found?.value.owner === mine.owner) return { ended: {
			...gripOf(found, asked.get(found.value.over ?? 0) ?? at),
			waited: true
		} };
		const version = found?.version ?? 0;
		const silent = ageOf(seen, "lease", version, before);
		seen = sighted(seen, [["lease", version]], clock.elapsed());
		const held = found !== void 0 && !found.value.free && silent < 9e4;
		const ahead = held ? await line.stand() : waited ? await line.ahead() : void 0;
		const other = held ? found.value : ahead;
		if (other === void 0 && !asked.has(version)) asked.set(version, at);
		const grip = other === void 0 ? await claim(ctx, mine, found) : void 0;
		if (grip !== void 0) return { ended: {
			...grip,
			waited: waited || silent > 0
		} };
		waited = true;
		return { waiting: other ?? found?.value ?? mine };
	};
}
async function claim({ clock, config, lease }, mine, found) {
	const at = (0,_permit_js__WEBPACK_IMPORTED_MODULE_0__.n)(clock);
	const value = {
		...mine,
		token: 0,
		free: false,
		beat: 0
	};
	const version = await lease.write(config.service, value, found?.version ?? 0);
	return version === void 0 ? void 0 : gripOf({
		version,
		value
	}, at);
}
function gripOf(found, at) {
	return {
		lease: found.value,
		version: found.version,
		token: (0,_permit_js__WEBPACK_IMPORTED_MODULE_0__.c)(found),
		at
	};
}
/** This process, whatever else its workflow run does. */
function runnerOf(ctx) {
	const { job, command } = ctx.config;
	return {
		owner: `${job.runId}/${job.runAttempt}/${ctx.newId()}`,
		command,
		actor: job.actor,
		runUrl: (0,_job_js__WEBPACK_IMPORTED_MODULE_2__.a)(job)
	};
}
function lockHeld(other, seconds) {
	return new _errors_js__WEBPACK_IMPORTED_MODULE_1__.n("lock-held", `${(0,_permit_js__WEBPACK_IMPORTED_MODULE_0__.s)(other)}, which ${_permit_js__WEBPACK_IMPORTED_MODULE_0__.r[other.command]}, was not done after ${seconds} s`, { hint: "Wait for it to end and run this again, or raise lock-timeout." });
}
// src/steps/lease/with-lease.ts
/**
* Runs `work` as the only run that changes the service, with a context that says so. `waited` tells that another one was at it before, so that what was
* observed is old. Throws `lease-lost` where another run took over.
*/
async function withLease(ctx, purpose, work) {
	const { permit, progress, config, lease } = ctx;
	let grip = await acquireLease(ctx, purpose);
	permit.held(grip.at);
	const stop = new AbortController();
	keep(ctx, () => grip, stop.signal, (renewed) => grip = renewed);
	try {
		return await work({
			...ctx,
			signal: AbortSignal.any([ctx.signal, permit.signal]),
			token: grip.token
		}, grip.waited);
	} catch (error) {
		throw permit.lost() ?? error;
	} finally {
		stop.abort();
		permit.released();
		await giveUp(lease, config.service, grip).catch((error) => progress.warn(`The lease could not be given up, so the next run waits for it, for ${_permit_js__WEBPACK_IMPORTED_MODULE_0__.i / 1e3} s: ${String(error)}`));
	}
}
/** A renewal may be under way, after which another version is the one to write over. */
async function giveUp(lease, service, { lease: value, version, token }) {
	if (await lease.write(service, {
		...value,
		token,
		free: true,
		beat: value.beat + 1
	}, version) === void 0) await releaseLease(lease, service, value.owner);
}
/** Gives the lease up, if it is still that of this owner. */
async function releaseLease(lease, service, owner) {
	const found = await lease.read(service);
	if (found === void 0 || found.value.owner !== owner || found.value.free) return false;
	const { version, value } = found;
	const freed = {
		...value,
		token: (0,_permit_js__WEBPACK_IMPORTED_MODULE_0__.c)(found),
		free: true,
		beat: value.beat + 1
	};
	return await lease.write(service, freed, version) !== void 0;
}
/** Renews the lease until the work has ended, or another run has it. A renewal that failed is made up for by the next one, until it is too late. */
async function keep(ctx, current, stop, renewed) {
	const { clock, permit } = ctx;
	try {
		for (let pause = _permit_js__WEBPACK_IMPORTED_MODULE_0__.a;;) {
			await clock.sleep(pause);
			if (stop.aborted || permit.lost() !== void 0) return;
			const grip = await renew(ctx, current()).catch(() => void 0);
			if (stop.aborted || permit.lost() !== void 0) return;
			pause = grip === void 0 ? _permit_js__WEBPACK_IMPORTED_MODULE_0__.o : _permit_js__WEBPACK_IMPORTED_MODULE_0__.a;
			if (grip === void 0) continue;
			renewed(grip);
			permit.held(grip.at);
		}
	} catch (error) {
		if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__.t)) throw error;
	}
}
/** The renewed lease; `undefined`, and the run is told to stop, where another one has it. */
async function renew({ clock, config, lease, permit }, grip) {
	const at = (0,_permit_js__WEBPACK_IMPORTED_MODULE_0__.n)(clock);
	const value = {
		...grip.lease,
		token: grip.token,
		beat: grip.lease.beat + 1
	};
	const version = await lease.write(config.service, value, grip.version);
	if (version !== void 0) return {
		...grip,
		lease: value,
		version,
		at
	};
	const found = await lease.read(config.service);
	if (found?.value.owner === grip.lease.owner && !found.value.free) return {
		...grip,
		lease: found.value,
		version: found.version
	};
	permit.lose(found === void 0 ? "its lease was deleted" : `${(0,_permit_js__WEBPACK_IMPORTED_MODULE_0__.s)(found.value)} took over`);
}



/***/ })

};
;