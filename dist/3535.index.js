"use strict";
exports.id = 3535;
exports.ids = [3535];
exports.modules = {

/***/ 3535:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   githubCommits: () => (/* binding */ githubCommits)
/* harmony export */ });
/* harmony import */ var _dist3_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4032);

// src/adapters/github/commits.ts
/** Characters that are shown of a title; GitHub itself shows 72. */
const TITLE = 200;
const line = (0,_dist3_js__WEBPACK_IMPORTED_MODULE_0__.y)((0,_dist3_js__WEBPACK_IMPORTED_MODULE_0__.w)(), (0,_dist3_js__WEBPACK_IMPORTED_MODULE_0__.T)((text) => text.split(/[\r\n]/, 1)[0]?.slice(0, TITLE) ?? ""));
const commit = (0,_dist3_js__WEBPACK_IMPORTED_MODULE_0__.y)((0,_dist3_js__WEBPACK_IMPORTED_MODULE_0__.h)({
	sha: (0,_dist3_js__WEBPACK_IMPORTED_MODULE_0__.y)((0,_dist3_js__WEBPACK_IMPORTED_MODULE_0__.w)(), (0,_dist3_js__WEBPACK_IMPORTED_MODULE_0__.o)(), (0,_dist3_js__WEBPACK_IMPORTED_MODULE_0__.l)(64)),
	commit: (0,_dist3_js__WEBPACK_IMPORTED_MODULE_0__.h)({
		message: line,
		author: (0,_dist3_js__WEBPACK_IMPORTED_MODULE_0__.p)((0,_dist3_js__WEBPACK_IMPORTED_MODULE_0__.h)({ name: (0,_dist3_js__WEBPACK_IMPORTED_MODULE_0__.g)(line, "") }))
	}),
	author: (0,_dist3_js__WEBPACK_IMPORTED_MODULE_0__.p)((0,_dist3_js__WEBPACK_IMPORTED_MODULE_0__.h)({ login: (0,_dist3_js__WEBPACK_IMPORTED_MODULE_0__.g)(line) }))
}), (0,_dist3_js__WEBPACK_IMPORTED_MODULE_0__.T)(({ sha, commit: { message: title, author: writer }, author }) => ({
	sha,
	title,
	author: author?.login ?? writer?.name ?? ""
})));
/** What is used of the answer: https://docs.github.com/en/rest/commits/commits#compare-two-commits */
const COMPARISON = (0,_dist3_js__WEBPACK_IMPORTED_MODULE_0__.y)((0,_dist3_js__WEBPACK_IMPORTED_MODULE_0__.h)({
	status: (0,_dist3_js__WEBPACK_IMPORTED_MODULE_0__.v)([
		"ahead",
		"behind",
		"identical",
		"diverged"
	]),
	commits: (0,_dist3_js__WEBPACK_IMPORTED_MODULE_0__.y)((0,_dist3_js__WEBPACK_IMPORTED_MODULE_0__.t)(commit), (0,_dist3_js__WEBPACK_IMPORTED_MODULE_0__.l)(250))
}), (0,_dist3_js__WEBPACK_IMPORTED_MODULE_0__.T)(({ status: relation, commits }) => ({
	relation,
	commits
})));
/** Whatever keeps GitHub from telling, the run goes on without: the host's own guard still holds. */
function githubCommits({ token, repository, apiUrl }) {
	return { async compare(base, head) {
		if (token === void 0 || token === "" || base === "") return void 0;
		try {
			return await ask({
				token,
				repository,
				apiUrl
			}, `${base}...${head}`);
		} catch {
			return;
		}
	} };
}
async function ask({ token, repository, apiUrl }, basehead) {
	const { getOctokit } = await __webpack_require__.e(/* import() */ 8582).then(__webpack_require__.bind(__webpack_require__, 8582));
	const [owner = "", repo = ""] = repository.split("/");
	const request = {
		timeout: 1e4,
		signal: AbortSignal.timeout(1e4)
	};
	const { data } = await getOctokit(token ?? "", { baseUrl: apiUrl }).rest.repos.compareCommitsWithBasehead({
		owner,
		repo,
		basehead,
		request
	});
	return (0,_dist3_js__WEBPACK_IMPORTED_MODULE_0__._)(COMPARISON, data);
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

/***/ })

};
;