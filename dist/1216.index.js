"use strict";
exports.id = 1216;
exports.ids = [1216];
exports.modules = {

/***/ 8752:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ safeParse),
/* harmony export */   C: () => (/* binding */ optional),
/* harmony export */   D: () => (/* binding */ record),
/* harmony export */   E: () => (/* binding */ pipe),
/* harmony export */   F: () => (/* binding */ unknown),
/* harmony export */   M: () => (/* binding */ string),
/* harmony export */   N: () => (/* binding */ transform),
/* harmony export */   O: () => (/* binding */ regex),
/* harmony export */   P: () => (/* binding */ union),
/* harmony export */   S: () => (/* binding */ object),
/* harmony export */   T: () => (/* binding */ picklist),
/* harmony export */   _: () => (/* binding */ minLength),
/* harmony export */   a: () => (/* binding */ exactOptional),
/* harmony export */   b: () => (/* binding */ nullish),
/* harmony export */   c: () => (/* binding */ finite),
/* harmony export */   d: () => (/* binding */ is),
/* harmony export */   f: () => (/* binding */ isoTimestamp),
/* harmony export */   g: () => (/* binding */ maxValue),
/* harmony export */   h: () => (/* binding */ maxLength),
/* harmony export */   i: () => (/* binding */ custom),
/* harmony export */   j: () => (/* binding */ startsWith),
/* harmony export */   k: () => (/* binding */ safeInteger),
/* harmony export */   l: () => (/* binding */ guard),
/* harmony export */   m: () => (/* binding */ looseObject),
/* harmony export */   n: () => (/* binding */ boolean),
/* harmony export */   o: () => (/* binding */ excludes),
/* harmony export */   p: () => (/* binding */ literal),
/* harmony export */   r: () => (/* binding */ check),
/* harmony export */   s: () => (/* binding */ fallback),
/* harmony export */   t: () => (/* binding */ array),
/* harmony export */   u: () => (/* binding */ hexadecimal),
/* harmony export */   v: () => (/* binding */ minValue),
/* harmony export */   w: () => (/* binding */ parse),
/* harmony export */   x: () => (/* binding */ number),
/* harmony export */   y: () => (/* binding */ nullable)
/* harmony export */ });
var DEFAULT_CONFIG={lang:void 0,message:void 0,abortEarly:void 0,abortPipeEarly:void 0};function getGlobalConfig(config$1){if(!config$1&&true)return DEFAULT_CONFIG;return{lang:config$1?.lang??void 0,message:config$1?.message,abortEarly:config$1?.abortEarly??void 0,abortPipeEarly:config$1?.abortPipeEarly??void 0}}function _stringify(input){const type=typeof input;if(type===`string`)return`"${input}"`;if(type===`number`||type===`bigint`||type===`boolean`)return`${input}`;if(type===`object`||type===`function`)return(input&&Object.getPrototypeOf(input)?.constructor?.name)??`null`;return type}function _addIssue(context,label,dataset,config$1,other){const input=other&&`input`in other?other.input:dataset.value;const expected=other?.expected??context.expects??null;const received=other?.received??_stringify(input);const issue={kind:context.kind,type:context.type,input,expected,received,message:`Invalid ${label}: ${expected?`Expected ${expected} but r`:`R`}eceived ${received}`,requirement:context.requirement,path:other?.path,issues:other?.issues,lang:config$1.lang,abortEarly:config$1.abortEarly,abortPipeEarly:config$1.abortPipeEarly};const isSchema=context.kind===`schema`;const message$1=other?.message??context.message??(context.reference,issue.lang,void 0)??(isSchema?(issue.lang,void 0):null)??config$1.message??(issue.lang,void 0);if(message$1!==void 0)issue.message=typeof message$1===`function`?message$1(issue):message$1;if(isSchema)dataset.typed=false;if(dataset.issues)dataset.issues.push(issue);else dataset.issues=[issue]}function _isSameValueZero(value1,value2){return value1===value2||Number.isNaN(value1)&&Number.isNaN(value2)}function _isValidObjectKey(object$1,key){return Object.prototype.hasOwnProperty.call(object$1,key)&&key!==`__proto__`&&key!==`prototype`&&key!==`constructor`}function _joinExpects(values$1,separator){const list=[...new Set(values$1)];if(list.length>1)return`(${list.join(` ${separator} `)})`;return list[0]??`never`}function _standardSchema(schema){schema[`~standard`]={version:1,vendor:`valibot`,validate:value$1=>schema[`~run`]({value:value$1},getGlobalConfig())};return schema}var ValiError=class extends Error{constructor(issues){super(issues[0].message);this.name=`ValiError`;this.issues=issues}};var HEXADECIMAL_REGEX=/^(?:0[hx])?[\da-fA-F]+$/u;var ISO_TIMESTAMP_REGEX=/^\d{4}-(?:0[1-9]|1[0-2])-(?:[12]\d|0[1-9]|3[01])[T ](?:0\d|1\d|2[0-3])(?::[0-5]\d){2}(?:\.\d{1,9})?(?:Z| ?[+-](?:0\d|1\d|2[0-3])(?::?[0-5]\d)?)$/u;function check(requirement,message$1){return{kind:`validation`,type:`check`,reference:check,async:false,expects:null,requirement,message:message$1,"~run"(dataset,config$1){if(dataset.typed&&!this.requirement(dataset.value))_addIssue(this,`input`,dataset,config$1);return dataset}}}function excludes(requirement,message$1){const received=_stringify(requirement);return{kind:`validation`,type:`excludes`,reference:excludes,async:false,expects:`!${received}`,requirement,message:message$1,"~run"(dataset,config$1){if(dataset.typed&&dataset.value.includes(this.requirement))_addIssue(this,`content`,dataset,config$1,{received});return dataset}}}function finite(message$1){return{kind:`validation`,type:`finite`,reference:finite,async:false,expects:null,requirement:Number.isFinite,message:message$1,"~run"(dataset,config$1){if(dataset.typed&&!this.requirement(dataset.value))_addIssue(this,`finite`,dataset,config$1);return dataset}}}function guard(requirement,message$1){return{kind:`transformation`,type:`guard`,reference:guard,async:false,requirement,message:message$1,"~run"(dataset,config$1){if(dataset.typed&&!this.requirement(dataset.value)){_addIssue(this,`input`,dataset,config$1);dataset.typed=false}return dataset}}}function hexadecimal(message$1){return{kind:`validation`,type:`hexadecimal`,reference:hexadecimal,async:false,expects:null,requirement:HEXADECIMAL_REGEX,message:message$1,"~run"(dataset,config$1){if(dataset.typed&&!this.requirement.test(dataset.value))_addIssue(this,`hexadecimal`,dataset,config$1);return dataset}}}function isoTimestamp(message$1){return{kind:`validation`,type:`iso_timestamp`,reference:isoTimestamp,async:false,expects:null,requirement:ISO_TIMESTAMP_REGEX,message:message$1,"~run"(dataset,config$1){if(dataset.typed&&!this.requirement.test(dataset.value))_addIssue(this,`timestamp`,dataset,config$1);return dataset}}}function maxLength(requirement,message$1){return{kind:`validation`,type:`max_length`,reference:maxLength,async:false,expects:`<=${requirement}`,requirement,message:message$1,"~run"(dataset,config$1){if(dataset.typed&&dataset.value.length>this.requirement)_addIssue(this,`length`,dataset,config$1,{received:`${dataset.value.length}`});return dataset}}}function maxValue(requirement,message$1){return{kind:`validation`,type:`max_value`,reference:maxValue,async:false,expects:`<=${requirement instanceof Date?requirement.toJSON():_stringify(requirement)}`,requirement,message:message$1,"~run"(dataset,config$1){if(dataset.typed&&!(dataset.value<=this.requirement))_addIssue(this,`value`,dataset,config$1,{received:dataset.value instanceof Date?dataset.value.toJSON():_stringify(dataset.value)});return dataset}}}function minLength(requirement,message$1){return{kind:`validation`,type:`min_length`,reference:minLength,async:false,expects:`>=${requirement}`,requirement,message:message$1,"~run"(dataset,config$1){if(dataset.typed&&dataset.value.length<this.requirement)_addIssue(this,`length`,dataset,config$1,{received:`${dataset.value.length}`});return dataset}}}function minValue(requirement,message$1){return{kind:`validation`,type:`min_value`,reference:minValue,async:false,expects:`>=${requirement instanceof Date?requirement.toJSON():_stringify(requirement)}`,requirement,message:message$1,"~run"(dataset,config$1){if(dataset.typed&&!(dataset.value>=this.requirement))_addIssue(this,`value`,dataset,config$1,{received:dataset.value instanceof Date?dataset.value.toJSON():_stringify(dataset.value)});return dataset}}}function regex(requirement,message$1){return{kind:`validation`,type:`regex`,reference:regex,async:false,expects:`${requirement}`,requirement,message:message$1,"~run"(dataset,config$1){if(dataset.typed&&!this.requirement.test(dataset.value))_addIssue(this,`format`,dataset,config$1);return dataset}}}function safeInteger(message$1){return{kind:`validation`,type:`safe_integer`,reference:safeInteger,async:false,expects:null,requirement:Number.isSafeInteger,message:message$1,"~run"(dataset,config$1){if(dataset.typed&&!this.requirement(dataset.value))_addIssue(this,`safe integer`,dataset,config$1);return dataset}}}function startsWith(requirement,message$1){return{kind:`validation`,type:`starts_with`,reference:startsWith,async:false,expects:`"${requirement}"`,requirement,message:message$1,"~run"(dataset,config$1){if(dataset.typed&&!dataset.value.startsWith(this.requirement))_addIssue(this,`start`,dataset,config$1,{received:`"${dataset.value.slice(0,this.requirement.length)}"`});return dataset}}}function transform(operation){return{kind:`transformation`,type:`transform`,reference:transform,async:false,operation,"~run"(dataset){dataset.value=this.operation(dataset.value);return dataset}}}var ABORT_EARLY_CONFIG={abortEarly:true};function getFallback(schema,dataset,config$1){return typeof schema.fallback===`function`?schema.fallback(dataset,config$1):schema.fallback}function fallback(schema,fallback$1){return _standardSchema({...schema,fallback:fallback$1,"~run"(dataset,config$1){const outputDataset=schema[`~run`](dataset,config$1);return outputDataset.issues?{typed:true,value:getFallback(this,outputDataset,config$1)}:outputDataset}})}function getDefault(schema,dataset,config$1){return typeof schema.default===`function`?schema.default(dataset,config$1):schema.default}function is(schema,input){return!schema[`~run`]({value:input},ABORT_EARLY_CONFIG).issues}function array(item,message$1){return _standardSchema({kind:`schema`,type:`array`,reference:array,expects:`Array`,async:false,item,message:message$1,"~run"(dataset,config$1){const input=dataset.value;if(Array.isArray(input)){dataset.typed=true;dataset.value=[];for(let key=0;key<input.length;key++){const value$1=input[key];const itemDataset=this.item[`~run`]({value:value$1},config$1);if(itemDataset.issues){const pathItem={type:`array`,origin:`value`,input,key,value:value$1};for(const issue of itemDataset.issues){if(issue.path)issue.path.unshift(pathItem);else issue.path=[pathItem];dataset.issues?.push(issue)}if(!dataset.issues)dataset.issues=itemDataset.issues;if(config$1.abortEarly){dataset.typed=false;break}}if(!itemDataset.typed)dataset.typed=false;dataset.value.push(itemDataset.value)}}else _addIssue(this,`type`,dataset,config$1);return dataset}})}function boolean(message$1){return _standardSchema({kind:`schema`,type:`boolean`,reference:boolean,expects:`boolean`,async:false,message:message$1,"~run"(dataset,config$1){if(typeof dataset.value===`boolean`)dataset.typed=true;else _addIssue(this,`type`,dataset,config$1);return dataset}})}function custom(check$1,message$1){return _standardSchema({kind:`schema`,type:`custom`,reference:custom,expects:`unknown`,async:false,check:check$1,message:message$1,"~run"(dataset,config$1){if(this.check(dataset.value))dataset.typed=true;else _addIssue(this,`type`,dataset,config$1);return dataset}})}function exactOptional(wrapped,default_){return _standardSchema({kind:`schema`,type:`exact_optional`,reference:exactOptional,expects:wrapped.expects,async:false,wrapped,default:default_,"~run"(dataset,config$1){return this.wrapped[`~run`](dataset,config$1)}})}function literal(literal_,message$1){return _standardSchema({kind:`schema`,type:`literal`,reference:literal,expects:_stringify(literal_),async:false,literal:literal_,message:message$1,"~run"(dataset,config$1){if(_isSameValueZero(dataset.value,this.literal))dataset.typed=true;else _addIssue(this,`type`,dataset,config$1);return dataset}})}function looseObject(entries$1,message$1){return _standardSchema({kind:`schema`,type:`loose_object`,reference:looseObject,expects:`Object`,async:false,entries:entries$1,message:message$1,"~run"(dataset,config$1){const input=dataset.value;if(input&&typeof input===`object`){dataset.typed=true;dataset.value={};for(const key in this.entries){const valueSchema=this.entries[key];if(key in input||(valueSchema.type===`exact_optional`||valueSchema.type===`optional`||valueSchema.type===`nullish`)&&valueSchema.default!==void 0){const value$1=key in input?input[key]:getDefault(valueSchema);const valueDataset=valueSchema[`~run`]({value:value$1},config$1);if(valueDataset.issues){const pathItem={type:`object`,origin:`value`,input,key,value:value$1};for(const issue of valueDataset.issues){if(issue.path)issue.path.unshift(pathItem);else issue.path=[pathItem];dataset.issues?.push(issue)}if(!dataset.issues)dataset.issues=valueDataset.issues;if(config$1.abortEarly){dataset.typed=false;break}}if(!valueDataset.typed)dataset.typed=false;dataset.value[key]=valueDataset.value}else if(valueSchema.fallback!==void 0)dataset.value[key]=getFallback(valueSchema);else if(valueSchema.type!==`exact_optional`&&valueSchema.type!==`optional`&&valueSchema.type!==`nullish`){_addIssue(this,`key`,dataset,config$1,{input:void 0,expected:`"${key}"`,path:[{type:`object`,origin:`key`,input,key,value:input[key]}]});if(config$1.abortEarly)break}}if(!dataset.issues||!config$1.abortEarly){for(const key in input)if(_isValidObjectKey(input,key)&&!Object.prototype.hasOwnProperty.call(this.entries,key))dataset.value[key]=input[key]}}else _addIssue(this,`type`,dataset,config$1);return dataset}})}function nullable(wrapped,default_){return _standardSchema({kind:`schema`,type:`nullable`,reference:nullable,expects:`(${wrapped.expects} | null)`,async:false,wrapped,default:default_,"~run"(dataset,config$1){if(dataset.value===null){if(this.default!==void 0)dataset.value=getDefault(this,dataset,config$1);if(dataset.value===null){dataset.typed=true;return dataset}}return this.wrapped[`~run`](dataset,config$1)}})}function nullish(wrapped,default_){return _standardSchema({kind:`schema`,type:`nullish`,reference:nullish,expects:`(${wrapped.expects} | null | undefined)`,async:false,wrapped,default:default_,"~run"(dataset,config$1){if(dataset.value===null||dataset.value===void 0){if(this.default!==void 0)dataset.value=getDefault(this,dataset,config$1);if(dataset.value===null||dataset.value===void 0){dataset.typed=true;return dataset}}return this.wrapped[`~run`](dataset,config$1)}})}function number(message$1){return _standardSchema({kind:`schema`,type:`number`,reference:number,expects:`number`,async:false,message:message$1,"~run"(dataset,config$1){if(typeof dataset.value===`number`&&!isNaN(dataset.value))dataset.typed=true;else _addIssue(this,`type`,dataset,config$1);return dataset}})}function object(entries$1,message$1){return _standardSchema({kind:`schema`,type:`object`,reference:object,expects:`Object`,async:false,entries:entries$1,message:message$1,"~run"(dataset,config$1){const input=dataset.value;if(input&&typeof input===`object`){dataset.typed=true;dataset.value={};for(const key in this.entries){const valueSchema=this.entries[key];if(key in input||(valueSchema.type===`exact_optional`||valueSchema.type===`optional`||valueSchema.type===`nullish`)&&valueSchema.default!==void 0){const value$1=key in input?input[key]:getDefault(valueSchema);const valueDataset=valueSchema[`~run`]({value:value$1},config$1);if(valueDataset.issues){const pathItem={type:`object`,origin:`value`,input,key,value:value$1};for(const issue of valueDataset.issues){if(issue.path)issue.path.unshift(pathItem);else issue.path=[pathItem];dataset.issues?.push(issue)}if(!dataset.issues)dataset.issues=valueDataset.issues;if(config$1.abortEarly){dataset.typed=false;break}}if(!valueDataset.typed)dataset.typed=false;dataset.value[key]=valueDataset.value}else if(valueSchema.fallback!==void 0)dataset.value[key]=getFallback(valueSchema);else if(valueSchema.type!==`exact_optional`&&valueSchema.type!==`optional`&&valueSchema.type!==`nullish`){_addIssue(this,`key`,dataset,config$1,{input:void 0,expected:`"${key}"`,path:[{type:`object`,origin:`key`,input,key,value:input[key]}]});if(config$1.abortEarly)break}}}else _addIssue(this,`type`,dataset,config$1);return dataset}})}function optional(wrapped,default_){return _standardSchema({kind:`schema`,type:`optional`,reference:optional,expects:`(${wrapped.expects} | undefined)`,async:false,wrapped,default:default_,"~run"(dataset,config$1){if(dataset.value===void 0){if(this.default!==void 0)dataset.value=getDefault(this,dataset,config$1);if(dataset.value===void 0){dataset.typed=true;return dataset}}return this.wrapped[`~run`](dataset,config$1)}})}function picklist(options,message$1){return _standardSchema({kind:`schema`,type:`picklist`,reference:picklist,expects:_joinExpects(options.map(_stringify),`|`),async:false,options,message:message$1,"~run"(dataset,config$1){if(this.options.includes(dataset.value))dataset.typed=true;else _addIssue(this,`type`,dataset,config$1);return dataset}})}function record(key,value$1,message$1){return _standardSchema({kind:`schema`,type:`record`,reference:record,expects:`Object`,async:false,key,value:value$1,message:message$1,"~run"(dataset,config$1){const input=dataset.value;if(input&&typeof input===`object`){dataset.typed=true;dataset.value={};for(const entryKey in input)if(_isValidObjectKey(input,entryKey)){const entryValue=input[entryKey];const keyDataset=this.key[`~run`]({value:entryKey},config$1);if(keyDataset.issues){const pathItem={type:`object`,origin:`key`,input,key:entryKey,value:entryValue};for(const issue of keyDataset.issues){issue.path=[pathItem];dataset.issues?.push(issue)}if(!dataset.issues)dataset.issues=keyDataset.issues;if(config$1.abortEarly){dataset.typed=false;break}}const valueDataset=this.value[`~run`]({value:entryValue},config$1);if(valueDataset.issues){const pathItem={type:`object`,origin:`value`,input,key:entryKey,value:entryValue};for(const issue of valueDataset.issues){if(issue.path)issue.path.unshift(pathItem);else issue.path=[pathItem];dataset.issues?.push(issue)}if(!dataset.issues)dataset.issues=valueDataset.issues;if(config$1.abortEarly){dataset.typed=false;break}}if(!keyDataset.typed||!valueDataset.typed)dataset.typed=false;if(keyDataset.typed)dataset.value[keyDataset.value]=valueDataset.value}}else _addIssue(this,`type`,dataset,config$1);return dataset}})}function string(message$1){return _standardSchema({kind:`schema`,type:`string`,reference:string,expects:`string`,async:false,message:message$1,"~run"(dataset,config$1){if(typeof dataset.value===`string`)dataset.typed=true;else _addIssue(this,`type`,dataset,config$1);return dataset}})}function _subIssues(datasets){let issues;if(datasets)for(const dataset of datasets)if(issues)for(const issue of dataset.issues)issues.push(issue);else issues=dataset.issues;return issues}function union(options,message$1){return _standardSchema({kind:`schema`,type:`union`,reference:union,expects:_joinExpects(options.map(option=>option.expects),`|`),async:false,options,message:message$1,"~run"(dataset,config$1){let validDataset;let typedDatasets;let untypedDatasets;for(const schema of this.options){const optionDataset=schema[`~run`]({value:dataset.value},config$1);if(optionDataset.typed)if(optionDataset.issues)if(typedDatasets)typedDatasets.push(optionDataset);else typedDatasets=[optionDataset];else{validDataset=optionDataset;break}else if(untypedDatasets)untypedDatasets.push(optionDataset);else untypedDatasets=[optionDataset]}if(validDataset)return validDataset;if(typedDatasets){if(typedDatasets.length===1)return typedDatasets[0];_addIssue(this,`type`,dataset,config$1,{issues:_subIssues(typedDatasets)});dataset.typed=true}else if(untypedDatasets?.length===1)return untypedDatasets[0];else _addIssue(this,`type`,dataset,config$1,{issues:_subIssues(untypedDatasets)});return dataset}})}function unknown(){return _standardSchema({kind:`schema`,type:`unknown`,reference:unknown,expects:`unknown`,async:false,"~run"(dataset){dataset.typed=true;return dataset}})}function parse(schema,input,config$1){const dataset=schema[`~run`]({value:input},getGlobalConfig(config$1));if(dataset.issues)throw new ValiError(dataset.issues);return dataset.value}function pipe(...pipe$1){return _standardSchema({...pipe$1[0],pipe:pipe$1,"~run"(dataset,config$1){for(const item of pipe$1)if(item.kind!==`metadata`){if(dataset.issues&&(item.kind===`schema`||item.kind===`transformation`)){dataset.typed=false;break}if(!dataset.issues||!config$1.abortEarly&&!config$1.abortPipeEarly)dataset=item[`~run`](dataset,config$1)}return dataset}})}function safeParse(schema,input,config$1){const dataset=schema[`~run`]({value:input},getGlobalConfig(config$1));return{typed:dataset.typed,success:!dataset.issues,output:dataset.value,issues:dataset.issues}}

/***/ }),

/***/ 1216:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ dockerParts),
/* harmony export */   A: () => (/* binding */ wisherWords),
/* harmony export */   At: () => (/* binding */ count),
/* harmony export */   B: () => (/* binding */ readJob),
/* harmony export */   C: () => (/* binding */ toTheSecond),
/* harmony export */   Ct: () => (/* binding */ rebuildTags),
/* harmony export */   D: () => (/* binding */ fateOf),
/* harmony export */   Dt: () => (/* binding */ secretArgv),
/* harmony export */   E: () => (/* binding */ STEERING),
/* harmony export */   Et: () => (/* binding */ hiding),
/* harmony export */   Ft: () => (/* binding */ mapOf),
/* harmony export */   G: () => (/* binding */ versionOfRef),
/* harmony export */   H: () => (/* binding */ isCommit),
/* harmony export */   I: () => (/* binding */ describeRunner),
/* harmony export */   It: () => (/* binding */ readJson),
/* harmony export */   J: () => (/* binding */ isHigher),
/* harmony export */   K: () => (/* binding */ compareSemver),
/* harmony export */   L: () => (/* binding */ nextToken),
/* harmony export */   Lt: () => (/* binding */ readValue),
/* harmony export */   M: () => (/* binding */ EXPIRY_MS),
/* harmony export */   Mt: () => (/* binding */ isoTime),
/* harmony export */   N: () => (/* binding */ RENEW_MS),
/* harmony export */   Nt: () => (/* binding */ line),
/* harmony export */   O: () => (/* binding */ refuseSteering),
/* harmony export */   Ot: () => (/* binding */ amount),
/* harmony export */   P: () => (/* binding */ RETRY_MS),
/* harmony export */   Pt: () => (/* binding */ listOf),
/* harmony export */   Q: () => (/* binding */ areSettings),
/* harmony export */   R: () => (/* binding */ tokenOf),
/* harmony export */   Rt: () => (/* binding */ webUrl),
/* harmony export */   S: () => (/* binding */ refuseFrozen),
/* harmony export */   St: () => (/* binding */ parseImage),
/* harmony export */   T: () => (/* binding */ recordedEnd),
/* harmony export */   Tt: () => (/* binding */ buildSecrets),
/* harmony export */   U: () => (/* binding */ readVersion),
/* harmony export */   V: () => (/* binding */ RELEASE_NAME),
/* harmony export */   W: () => (/* binding */ versionOf),
/* harmony export */   X: () => (/* binding */ readSemver),
/* harmony export */   Y: () => (/* binding */ isSamePrecedence),
/* harmony export */   Z: () => (/* binding */ SPEC),
/* harmony export */   _: () => (/* binding */ weekHours),
/* harmony export */   _t: () => (/* binding */ RELEASE_TAG),
/* harmony export */   at: () => (/* binding */ settings),
/* harmony export */   b: () => (/* binding */ freezeOf),
/* harmony export */   bt: () => (/* binding */ isEcr),
/* harmony export */   c: () => (/* binding */ nextSemver),
/* harmony export */   ct: () => (/* binding */ trustedRanges),
/* harmony export */   d: () => (/* binding */ refuseVulnerable),
/* harmony export */   dt: () => (/* binding */ isPermitted),
/* harmony export */   et: () => (/* binding */ identityOf),
/* harmony export */   f: () => (/* binding */ tooSevere),
/* harmony export */   ft: () => (/* binding */ levelOf),
/* harmony export */   g: () => (/* binding */ runningShare),
/* harmony export */   gt: () => (/* binding */ MOVING_TAGS),
/* harmony export */   h: () => (/* binding */ isOn),
/* harmony export */   ht: () => (/* binding */ LIFECYCLE_POLICY),
/* harmony export */   i: () => (/* binding */ readInput),
/* harmony export */   it: () => (/* binding */ proxyPartOf),
/* harmony export */   j: () => (/* binding */ DOES),
/* harmony export */   jt: () => (/* binding */ epochSeconds),
/* harmony export */   k: () => (/* binding */ takenWords),
/* harmony export */   kt: () => (/* binding */ commitId),
/* harmony export */   l: () => (/* binding */ otherThan),
/* harmony export */   lt: () => (/* binding */ spellDuration),
/* harmony export */   m: () => (/* binding */ changeWords),
/* harmony export */   mt: () => (/* binding */ CACHE_TAG),
/* harmony export */   n: () => (/* binding */ partWords),
/* harmony export */   nt: () => (/* binding */ isWorker),
/* harmony export */   ot: () => (/* binding */ specificationOf),
/* harmony export */   p: () => (/* binding */ vulnerabilityWords),
/* harmony export */   pt: () => (/* binding */ refusePermission),
/* harmony export */   q: () => (/* binding */ imageTagOf),
/* harmony export */   rt: () => (/* binding */ namedSettings),
/* harmony export */   s: () => (/* binding */ nextCalver),
/* harmony export */   st: () => (/* binding */ unusedByWorker),
/* harmony export */   t: () => (/* binding */ given),
/* harmony export */   tt: () => (/* binding */ isUsual),
/* harmony export */   u: () => (/* binding */ refuseUnscanned),
/* harmony export */   ut: () => (/* binding */ Invalid),
/* harmony export */   v: () => (/* binding */ FREEZE),
/* harmony export */   vt: () => (/* binding */ aboutTag),
/* harmony export */   w: () => (/* binding */ recordedCommand),
/* harmony export */   wt: () => (/* binding */ sortedEntries),
/* harmony export */   x: () => (/* binding */ freezeWords),
/* harmony export */   xt: () => (/* binding */ liveTag),
/* harmony export */   y: () => (/* binding */ endOf),
/* harmony export */   yt: () => (/* binding */ buildTag),
/* harmony export */   z: () => (/* binding */ endedOf)
/* harmony export */ });
/* unused harmony exports F, a, o, r */
/* harmony import */ var _inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8752);
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9969);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_3___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_3__);




// src/domain/untrusted.ts
var ONE_LINE = new RegExp(`^[^${_start_js__WEBPACK_IMPORTED_MODULE_1__.it}]*$`);
var line = (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.E)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.M)(), (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.O)(ONE_LINE));
var webUrl = (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.E)(line, (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.O)(/^https?:\/\/\S+$/), (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.h)(500));
var commitId = (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.E)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.M)(), (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.O)(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/));
var amount = (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.E)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.x)(), (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.c)(), (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.v)(0));
var count = (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.E)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.x)(), (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.k)(), (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.v)(0));
var isoTime = (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.E)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.M)(), (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.f)(), (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.r)((text) => Number.isFinite(Date.parse(text))));
var epochSeconds = (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.E)(amount, (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.g)(864e10));
function listOf(item, most) {
	const known = (items) => items.slice(0, most).flatMap((one) => {
		const read = (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.A)(item, one);
		return read.success ? [read.output] : [];
	});
	return (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.E)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.t)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.F)()), (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.N)(known));
}
function mapOf(item) {
	return (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.E)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.i)((value) => isMap(value) && Object.values(value).every((one) => (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.d)(item, one))), (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.N)((map) => Object.fromEntries(Object.entries(map).map(([name, one]) => [name, (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.w)(item, one)]))));
}
function isMap(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
function readJson(schema, text) {
	try {
		const read = (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.A)(schema, JSON.parse(text));
		return read.success ? read.output : void 0;
	} catch {
		return;
	}
}
function readValue(schema, value) {
	const read = (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.A)(schema, value);
	return read.success ? read.output : void 0;
}
// src/domain/image/build-secrets.ts
var SECRET_ID = /^[A-Za-z0-9][\w.-]*$/;
var SECRET_SOURCE = /^(env:[A-Za-z_]\w*|file:[^\0\r\n]+)$/;
function buildSecrets(sources, place) {
	return Object.entries(sources).map(([id, source]) => {
		const at = source.slice(source.indexOf(":") + 1);
		return source.startsWith("env:") ? {
			id,
			kind: "env",
			name: at
		} : {
			id,
			kind: "file",
			path: place(at)
		};
	});
}
function secretArgv(secrets) {
	return secrets.map((secret) => {
		const where = secret.kind === "env" ? `env=${secret.name}` : `src=${secret.path}`;
		return `--secret=${[`id=${secret.id}`, where].map(csvField).join(",")}`;
	});
}
function csvField(text) {
	return /[",]/.test(text) ? `"${text.replaceAll("\"", "\"\"")}"` : text;
}
var LEAST = 4;
var WIDTHS = [76, 64];
function hiding(secrets) {
	const longestFirst = [...new Set(secrets.flatMap(formsOf).filter((form) => form.length >= LEAST))].toSorted((a, b) => b.length - a.length);
	return (text) => longestFirst.reduce((shown, form) => shown.replaceAll(form, "***"), text);
}
function formsOf(secret) {
	const lines = [secret, ...textsIn(readJson(ANY, secret))].flatMap(linesOf);
	const parts = [...lines, ...lines.flatMap(valueIn)];
	const whole = base64(Buffer.from(secret), 0);
	return [...parts.filter((part) => part.length >= LEAST).flatMap(spellings), ...WIDTHS.flatMap((width) => wrapped(whole, width))];
}
function linesOf(text) {
	return text.split(/\r?\n/).map((line) => line.trim());
}
var ANY = (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.F)();
function textsIn(document) {
	if (typeof document === "string") return [document];
	return typeof document === "object" && document !== null ? Object.values(document).flatMap(textsIn) : [];
}
var LEAST_VALUE = 8;
function valueIn(line) {
	const value = /^[^=]*=\s*(.*)$/s.exec(line)?.[1] ?? "";
	return value.length >= LEAST_VALUE ? [value] : [];
}
function spellings(line) {
	const bytes = Buffer.from(line);
	const encoded = [
		0,
		1,
		2
	].map((shift) => base64(bytes, shift));
	return [
		...[
			line,
			encodeURIComponent(line.toWellFormed()),
			JSON.stringify(line).slice(1, -1)
		],
		...[bytes.toString("hex"), bytes.toString("hex").toUpperCase()],
		...encoded,
		...encoded.map((form) => form.replaceAll("+", "-").replaceAll("/", "_"))
	];
}
function base64(bytes, shift) {
	return Buffer.concat([Buffer.alloc(shift), bytes]).toString("base64").slice(Math.ceil(shift * 8 / 6), Math.floor((shift + bytes.length) * 8 / 6));
}
function wrapped(text, width) {
	return Array.from({ length: Math.ceil(text.length / width) }, (_, row) => text.slice(row * width, (row + 1) * width));
}
// src/domain/field/sorted.ts
function sortedEntries(entries) {
	return Object.entries(entries).toSorted(([a], [b]) => a < b ? -1 : 1);
}
// src/domain/image/image.ts
var CACHE_TAG = "cache";
var LIVE_TAG = "live-";
var RELEASE_TAG = "release-";
var ABOUT_TAG = "about-";
var MOVING_TAGS = [`${CACHE_TAG}*`, `${LIVE_TAG}*`];
function aboutTag(digest, way) {
	return `${ABOUT_TAG}${digest.replace("sha256:", "").slice(0, 32)}-${way}`;
}
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
function isEcr(registry, own) {
	return registry === own || /^\d{12}\.dkr[.-]ecr(-fips)?\.[a-z0-9-]+\.(amazonaws\.com(\.cn)?|on\.aws)$/.test(registry);
}
function buildTag(commit, inputs) {
	const { context, dockerfile, target, buildArgs, platforms, content } = inputs;
	if (content === "" && context === "." && dockerfile === void 0 && target === void 0 && Object.keys(buildArgs).length === 0 && platforms.join() === "linux/amd64") return commit;
	const text = JSON.stringify([
		context,
		dockerfile ?? null,
		target ?? null,
		sortedEntries(buildArgs),
		platforms.toSorted(),
		content
	]);
	return `${commit}-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_3__.createHash)("sha256").update(text).digest("hex").slice(0, 12)}`;
}
var MOST_REBUILDS = 98;
function rebuildTags(tag) {
	return [tag, ...Array.from({ length: MOST_REBUILDS }, (_, at) => `${tag}-r${at + 1}`)];
}
function liveTag(service) {
	return `${LIVE_TAG}${(0,_start_js__WEBPACK_IMPORTED_MODULE_1__.Ft)(service)}`;
}
var LIFECYCLE_POLICY = { rules: [
	{
		rulePriority: 1,
		description: "Keep the live images",
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
		description: "Keep what describes an image as long as the image",
		selection: {
			tagStatus: "tagged",
			tagPatternList: [`${ABOUT_TAG}*`],
			countType: "imageCountMoreThan",
			countNumber: 1e4
		},
		action: { type: "expire" }
	},
	{
		rulePriority: 4,
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
		rulePriority: 5,
		description: "Keep the newest 1000 images and releases, so that a release can be rolled back",
		selection: {
			tagStatus: "any",
			countType: "imageCountMoreThan",
			countNumber: 1e3
		},
		action: { type: "expire" }
	}
] };
// src/domain/comment/permission.ts
var LEVELS = [
	"write",
	"maintain",
	"admin"
];
function levelOf(permission, maintains) {
	if (permission === "write") return maintains ? "maintain" : "write";
	return permission === "admin" ? "admin" : void 0;
}
function isPermitted({ id }, found, needed) {
	return found.id === id && found.level !== void 0 && LEVELS.indexOf(found.level) >= LEVELS.indexOf(needed);
}
function refusePermission(person, found, needed) {
	if (isPermitted(person, found, needed)) return void 0;
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.xt)(`${person.login} has no permission for this: it needs ${needed} on the repository`, "Ask somebody with that permission to write the comment.");
}
// src/domain/field/field.ts
var Invalid = class extends Error {
	faults;
	constructor(what) {
		const faults = typeof what === "string" ? [{ expected: what }] : what;
		super(faults.map(({ expected }) => expected).join("; "));
		this.faults = faults;
	}
};
var DESCRIBES_A_RELEASE = [
	"deploy",
	"preview",
	"plan"
];
function field(about, parse, own) {
	return {
		description: about.description,
		group: about.group,
		default: about.default,
		required: false,
		commands: about.commands ?? DESCRIBES_A_RELEASE,
		effect: about.effect ?? "run",
		...about.kind && { kind: about.kind },
		ofRun: about.ofRun ?? false,
		passed: about.defaultByRunner ? about.default : void 0,
		confidential: false,
		...own,
		parse: (text) => parse(text.trim())
	};
}
function textField(about, take) {
	return field(about, take, {
		schema: {
			type: SCALARS,
			...about.pattern && { pattern: about.pattern.source }
		},
		read: (value) => take(scalarOf(value, about.expected).text)
	});
}
var SCALARS = [
	"string",
	"number",
	"boolean"
];
function scalarOf(value, expected) {
	if (value.kind !== "scalar") throw new Invalid([{
		expected,
		got: value.kind === "list" ? "a list" : "a map",
		at: value.at
	}]);
	if (value.type === "nothing") throw new Invalid([{
		expected: `${expected}; an empty text is written ""`,
		got: "nothing",
		at: value.at
	}]);
	return value;
}
function gather(from, make) {
	const faults = [];
	const made = from.flatMap((one) => {
		try {
			return [make(one)];
		} catch (error) {
			if (!(error instanceof Invalid)) throw error;
			faults.push(...error.faults);
			return [];
		}
	});
	if (faults.length > 0) throw new Invalid(faults);
	return made;
}
function orElse(absent, inner) {
	return {
		...inner,
		parse: (text) => text.trim() === "" ? absent : inner.parse(text)
	};
}
var LEFT_OUT = "(left out)";
function neverEmpty(inner, expected = usualOf$1(inner)) {
	const some = (value) => {
		if (Array.isArray(value) && value.length === 0) throw new Invalid(expected);
		return value;
	};
	const standard = inner.default ?? "";
	return {
		...inner,
		description: `${inner.description} Empty text is an error.`,
		passed: inner.ofRun ? standard : LEFT_OUT,
		emptyIsWrong: true,
		read: (value) => value.kind === "list" ? some(inner.read(value)) : inner.read(value),
		parse(text) {
			if (text.trim() === standard) return inner.parse(standard);
			if (text.trim() === "") throw new Invalid(expected);
			return some(inner.parse(text));
		}
	};
}
function usualOf$1({ default: standard }) {
	return `a value, or ${standard}; an expression is empty if nothing has set its variable, secret or output`;
}
function guard({ off, absent, expected }, inner) {
	return neverEmpty({
		...orWord(off, absent, inner),
		default: off
	}, expected);
}
function orWord(word, value, inner) {
	const { enum: words } = inner.schema;
	return {
		...inner,
		schema: Array.isArray(words) ? { enum: [word, ...words] } : { anyOf: [{ enum: [word] }, inner.schema] },
		read: (given) => given.kind === "scalar" && given.text === word ? value : inner.read(given),
		parse: (text) => text.trim() === word ? value : inner.parse(text)
	};
}
function optional(inner) {
	const { merge } = inner;
	return {
		...inner,
		parse: (text) => text.trim() === "" ? void 0 : inner.parse(text),
		...merge && { merge: (under, over) => under === void 0 || over === void 0 ? over ?? under : merge(under, over) }
	};
}
// src/domain/field/fields.ts
function text(about) {
	const { pattern, expected = pattern ? `text like ${pattern.source}` : "text", isValid = () => true } = about;
	return textField({
		...about,
		expected
	}, (value) => {
		if (value === "" || pattern && !pattern.test(value) || !isValid(value)) throw new Invalid(expected);
		return value;
	});
}
function secretReference(about) {
	return {
		...text(about),
		confidential: true
	};
}
function choice(about) {
	const expected = `one of ${about.of.join(", ")}`;
	return {
		...textField({
			...about,
			expected
		}, (word) => {
			const value = about.of.find((candidate) => candidate === word);
			if (value === void 0) throw new Invalid(expected);
			return value;
		}),
		schema: { enum: about.of }
	};
}
var TRUE = [
	"true",
	"True",
	"TRUE"
];
var FALSE = [
	"false",
	"False",
	"FALSE"
];
function boolean(about) {
	const parse = (word) => {
		if (TRUE.includes(word)) return true;
		if (FALSE.includes(word)) return false;
		throw new Invalid("true or false");
	};
	return field(about, parse, {
		schema: { type: "boolean" },
		read: (value) => parse(typed(value, "boolean", "true or false").text)
	});
}
function integer(about) {
	return number(about, {
		type: "integer",
		form: /^\d+$/,
		expected: `a whole number from ${about.min} to ${about.max}`
	});
}
function decimal(about) {
	return number(about, {
		type: "number",
		form: /^\d+(\.\d+)?$/,
		expected: `a number from ${about.min} to ${about.max}, such as ${Math.max(.5, about.min)}`
	});
}
function number(about, kind) {
	const parse = (digits) => {
		const value = Number(digits);
		if (!kind.form.test(digits) || value < about.min || value > about.max) throw new Invalid(kind.expected);
		return value;
	};
	return field(about, parse, {
		schema: {
			type: kind.type,
			minimum: about.min,
			maximum: about.max
		},
		read: (value) => parse(typed(value, "number", kind.expected).text)
	});
}
function typed(value, type, expected) {
	const scalar = scalarOf(value, expected);
	if (scalar.type === type) return scalar;
	throw new Invalid([{
		expected: `${expected}${scalar.type === "text" ? ", without quotes" : ""}`,
		got: JSON.stringify(scalar.text),
		at: scalar.at
	}]);
}
function unitField(about, take) {
	return {
		...textField(about, take),
		schema: {
			type: "string",
			pattern: about.pattern.source
		}
	};
}
var SECONDS = {
	ms: .001,
	s: 1,
	m: 60,
	h: 3600,
	d: 86400
};
var DURATION = /^(\d+(\.\d+)?(ms|s|m|h|d))+$/;
function duration(about) {
	const examples = [90, 300].filter((seconds) => seconds >= about.min && seconds <= about.max);
	const shown = (examples.length > 0 ? examples : [about.min]).map((seconds) => seconds === 90 ? "90s" : spellDuration(seconds));
	const expected = `a duration from ${spellDuration(about.min)} to ${spellDuration(about.max)}, such as ${shown.join(" or ")}`;
	return unitField({
		...about,
		expected,
		pattern: DURATION
	}, (value) => {
		const seconds = secondsOf(value);
		if (seconds === void 0 || seconds < about.min || seconds > about.max) throw new Invalid(expected);
		return seconds;
	});
}
function secondsOf(value) {
	if (!DURATION.test(value)) return void 0;
	return [...value.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h|d)/g)].reduce((sum, [, amount, unit]) => sum + Number(amount) * SECONDS[unit], 0);
}
function spellDuration(seconds) {
	if (seconds > 0 && seconds < 1) return `${seconds * 1e3}ms`;
	if (seconds >= 3600 && seconds % 3600 === 0) return `${seconds / 3600}h`;
	return seconds >= 60 && seconds % 60 === 0 ? `${seconds / 60}m` : `${seconds}s`;
}
var BYTES = {
	k: 1024,
	m: 2 ** 20,
	g: 2 ** 30
};
var SIZE = /^(\d+(?:\.\d+)?)([kKmMgG])(?:[iI]?[bB])?$/;
var LARGEST = 2 ** 50;
function size(about) {
	const expected = `a size from ${spellSize(about.min)} to ${spellSize(LARGEST)}, such as 512m or 2g`;
	return unitField({
		...about,
		expected,
		pattern: SIZE
	}, (value) => {
		const match = SIZE.exec(value);
		const bytes = match ? Math.round(Number(match[1]) * BYTES[match[2]?.toLowerCase()]) : 0;
		if (bytes < about.min || bytes > LARGEST) throw new Invalid(expected);
		return bytes;
	});
}
function spellSize(bytes) {
	const unit = [
		"g",
		"m",
		"k"
	].find((one) => bytes % BYTES[one] === 0);
	return unit === void 0 ? String(bytes) : `${bytes / BYTES[unit]}${unit}`;
}
function reading(about) {
	return textField(about, (raw) => {
		const value = about.read(raw);
		if (value === void 0) throw new Invalid(about.expected);
		return value;
	});
}
// src/domain/release/settings/setting.ts
function shown$1(field, usual) {
	return {
		...setting(field, usual),
		spell: usual.spell ?? spelled,
		told: "value"
	};
}
function named(field, usual) {
	return {
		...setting(field, usual),
		spell: spelled,
		told: "names"
	};
}
function hidden$1(field, usual) {
	return {
		...setting(field, usual),
		spell: spelled,
		told: "change"
	};
}
function setting(field, { alsoFor = [], ...usual }) {
	const kind = usual.acts === "proxy" ? "web" : field.kind;
	const { identity = true, carried = "release" } = usual;
	const commands = [
		...field.commands,
		...carried === "release" ? [] : ["promote"],
		...alsoFor
	];
	return {
		...field,
		...usual,
		...kind && { kind },
		commands,
		identity,
		carried,
		effect: identity ? "release" : "run"
	};
}
function spelled(value) {
	if (Array.isArray(value)) return value.join(", ");
	return typeof value === "string" ? value : JSON.stringify(value);
}
// src/domain/release/settings/assets.ts
var group$18 = "Health and traffic";
var ASSETS = ((rows) => ({
	get "asset-path"() {
		return rows["asset-path"] ??= shown$1(optional(text({
			pattern: /^(\/(?!\.{1,2}(\/|$))[A-Za-z0-9._~-]+)+$/,
			expected: "a path such as /assets, without a slash at its end",
			group: group$18,
			description: ""
		})), { acts: "proxy" });
	},
	get "asset-files"() {
		return rows["asset-files"] ??= shown$1(optional(text({
			pattern: /^(\/(?!\.{1,2}(\/|$))[^/\0\n]+)+$/,
			expected: "a folder of the container such as /usr/share/nginx/html/assets, without a slash at its end",
			group: group$18,
			kind: "web",
			description: ""
		})), { acts: "container" });
	}
}))({});
// src/domain/field/lines.ts
function lines(raw) {
	return raw.split(/\r?\n/).map((text, at) => ({
		text,
		line: at + 1
	})).filter(({ text }) => text.trim() !== "");
}
// src/domain/field/list-fields.ts
function list(about) {
	const { pattern } = about;
	const made = readings({
		...about,
		expected: about.expected ?? "one item a line",
		read: (item) => !pattern || pattern.test(item) ? item : void 0
	});
	return pattern ? {
		...made,
		schema: {
			type: "array",
			items: {
				type: SCALARS,
				pattern: pattern.source
			}
		}
	} : made;
}
function commaList(about) {
	const made = distinct(list({
		...about,
		separator: "line"
	}));
	return {
		...made,
		parse: (raw) => made.parse(raw.replaceAll(",", "\n"))
	};
}
function readings(about) {
	const { most = Number.POSITIVE_INFINITY, separator = "line" } = about;
	const take = (items) => {
		if (items.length > most) throw new Invalid([{
			expected: `${most} items at most`,
			got: String(items.length)
		}]);
		return gather(items, ({ text, ...where }) => {
			const item = about.read(text);
			if (item === void 0) throw new Invalid([{
				expected: about.expected,
				got: JSON.stringify(text),
				...where
			}]);
			return item;
		});
	};
	return field(about, (raw) => take(separator === "any" ? parts(raw) : lines(raw).map(trimmed)), {
		items: separator,
		schema: {
			type: "array",
			items: { type: SCALARS }
		},
		read: (value) => take(itemsOf(value, `a list: ${about.expected}`))
	});
}
function distinct(all) {
	return {
		...all,
		parse: (text) => [...new Set(all.parse(text))],
		read: (value) => [...new Set(all.read(value))]
	};
}
function argv(about) {
	const checked = (text) => {
		const value = about.read(text);
		if (value === void 0) throw new Invalid(about.expected);
		return value;
	};
	return field(about, checked, {
		schema: {
			type: "array",
			items: { type: SCALARS }
		},
		read: (value) => checked(JSON.stringify(itemsOf(value, "a list: the program and its arguments").map(({ text }) => text)))
	});
}
function words(about) {
	const expected = `${about.alone}, or one or more of ${about.of.join(", ")}`;
	const take = (given) => {
		const known = about.of.filter((word) => given.includes(word));
		if (given.length === 1 && given[0] === about.alone) return [];
		if (known.length === 0 || known.length < given.length) throw new Invalid(expected);
		return known;
	};
	const word = { enum: [about.alone, ...about.of] };
	return field({
		...about,
		default: about.alone
	}, (raw) => take(parts(raw).map(({ text }) => text)), {
		items: "any",
		schema: { anyOf: [word, {
			type: "array",
			items: word
		}] },
		read: (value) => take(value.kind === "list" ? itemsOf(value, expected).map(({ text }) => text) : [scalarOf(value, expected).text])
	});
}
var STEP = /^(\d{1,2})%:(\S+)$/;
function steps(about) {
	const expected = "steps of share and time with rising shares from 0% to 99%, such as 10%:2m, 50%:5m";
	const take = (given) => {
		const parsed = given.map((step) => {
			const [, share = "", time = ""] = STEP.exec(step) ?? [];
			return {
				share: Number(share),
				time: secondsOf(time) ?? 0
			};
		});
		if (parsed.some(({ share, time }, at) => share <= (parsed[at - 1]?.share ?? -1) || time < 1) || parsed.length === 0 || parsed.length > 20) throw new Invalid(expected);
		return parsed;
	};
	const split = (raw) => raw.split(",").map((step) => step.trim());
	return field(about, (raw) => take(split(raw)), {
		schema: { anyOf: [{ type: "string" }, {
			type: "array",
			items: {
				type: "string",
				pattern: STEP.source
			}
		}] },
		read: (value) => take(value.kind === "list" ? itemsOf(value, expected).map(({ text }) => text) : split(scalarOf(value, expected).text))
	});
}
function itemsOf(value, expected) {
	if (value.kind !== "list") throw new Invalid([{
		expected,
		got: value.kind === "map" ? "a map" : JSON.stringify(value.text),
		at: value.at
	}]);
	return gather(value.items, (item) => ({
		text: scalarOf(item, "an item of text").text,
		at: item.at
	}));
}
function trimmed({ text, line }) {
	return {
		text: text.trim(),
		line
	};
}
function parts(raw) {
	return raw.split(/[\s,]+/).flatMap((text) => text === "" ? [] : [{ text }]);
}
// src/domain/field/map-field.ts
function map(about) {
	const { key: name, value: form, entry } = about;
	const inText = `${entryWords(entry, "=")}, one a line${noteOf(entry)}`;
	const inFile = `${entryWords(entry, ": ")}${noteOf(entry)}`;
	const checked = ({ key, text, ofKey, ofValue }, expected) => {
		if (!name.test(key)) throw new Invalid([{
			expected,
			...ofKey
		}]);
		if (form && !form.test(text)) throw new Invalid([{
			expected: `${expected}; the value of ${key} does not fit`,
			...ofValue
		}]);
		return {
			key,
			text,
			ofKey,
			ofValue
		};
	};
	return field(about, (raw) => recordOf(eachOnce(gather(lines(raw), (line) => checked(pairOfLine(line, inText), inText)))), {
		schema: {
			type: "object",
			propertyNames: { pattern: name.source },
			additionalProperties: {
				type: SCALARS,
				...form && { pattern: form.source }
			}
		},
		confidential: true,
		items: "line",
		read: (value) => recordOf(gather(entriesOf(value), (one) => checked(pairOfEntry(one), inFile))),
		merge: (under, over) => ({
			...under,
			...over
		})
	});
}
function entryWords({ name, values }, between) {
	return values.map((value) => `${name}${between}${value}`).join(" or ");
}
function noteOf({ note }) {
	return note === void 0 ? "" : `; ${note}`;
}
var NAME_IN_LINE = (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.ot)(String.raw`^(?![#-])(?:(?!${_start_js__WEBPACK_IMPORTED_MODULE_1__.at.source})[^\s"'\x60{}[\]])+$`);
function pairOfLine({ text, line }, expected) {
	const equals = text.indexOf("=");
	const key = text.slice(0, equals);
	if (equals < 1 || !NAME_IN_LINE.test(key)) throw new Invalid([{
		expected: `${expected}; a value that does not fit into a line belongs in the configuration file`,
		line
	}]);
	return {
		key,
		text: text.slice(equals + 1),
		ofKey: { line },
		ofValue: { line }
	};
}
function pairOfEntry({ key, at, value }) {
	const { text, at: ofValue } = scalarOf(value, "a text, a number, true or false");
	return {
		key,
		text,
		ofKey: { at },
		ofValue: { at: ofValue }
	};
}
function eachOnce(pairs) {
	const names = pairs.map(({ key }) => key);
	return gather([...pairs.entries()], ([at, pair]) => {
		if (names.indexOf(pair.key) === at) return pair;
		throw new Invalid([{
			expected: `each name once, not ${JSON.stringify(pair.key)} again`,
			...pair.ofKey
		}]);
	});
}
function recordOf(pairs) {
	return Object.fromEntries(pairs.map(({ key, text }) => [key, text]));
}
function entriesOf(value) {
	if (value.kind !== "map") throw new Invalid([{
		expected: "a map of names and values",
		at: value.at
	}]);
	return value.entries;
}
// src/domain/container/ip-address.ts
function isIpv4(text) {
	return /^(0|[1-9]\d{0,2})(\.(0|[1-9]\d{0,2})){3}$/.test(text) && text.split(".").every((part) => Number(part) <= 255);
}
function isIpv6(text) {
	const [head = "", tail, ...more] = text.split("::");
	const groups = [head, tail ?? ""].flatMap((part) => part === "" ? [] : part.split(":"));
	const fits = tail === void 0 ? groups.length === 8 : groups.length < 8;
	return text.includes(":") && more.length === 0 && fits && groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group));
}
function isCidr(text) {
	const [, address = "", length = ""] = /^([0-9a-f.:]+)\/(\d{1,3})$/.exec(text) ?? [];
	return isIpv4(address) && Number(length) <= 32 || isIpv6(address) && Number(length) <= 128;
}
// src/domain/container/linux-names.ts
var CAPABILITIES = new Set("AUDIT_CONTROL AUDIT_READ AUDIT_WRITE BLOCK_SUSPEND BPF CHECKPOINT_RESTORE CHOWN DAC_OVERRIDE DAC_READ_SEARCH FOWNER FSETID IPC_LOCK IPC_OWNER KILL LEASE LINUX_IMMUTABLE MAC_ADMIN MAC_OVERRIDE MKNOD NET_ADMIN NET_BIND_SERVICE NET_BROADCAST NET_RAW PERFMON SETFCAP SETGID SETPCAP SETUID SYSLOG SYS_ADMIN SYS_BOOT SYS_CHROOT SYS_MODULE SYS_NICE SYS_PACCT SYS_PTRACE SYS_RAWIO SYS_RESOURCE SYS_TIME SYS_TTY_CONFIG WAKE_ALARM".split(" "));
var SIGNALS = /* @__PURE__ */ new Set([
	..."ABRT ALRM BUS CHLD CONT FPE HUP ILL INT IO IOT KILL PIPE POLL PROF PWR QUIT SEGV STKFLT STOP SYS TERM TRAP TSTP TTIN TTOU URG USR1 USR2 VTALRM WINCH XCPU XFSZ RTMIN RTMAX".split(" "),
	...Array.from({ length: 15 }, (_, at) => `RTMIN+${at + 1}`),
	...Array.from({ length: 14 }, (_, at) => `RTMAX-${at + 1}`)
]);
var ULIMITS = new Set("core cpu data fsize locks memlock msgqueue nice nofile nproc rss rtprio rttime sigpending stack".split(" "));
var NEEDED_ULIMITS = /* @__PURE__ */ new Set([
	"cpu",
	"data",
	"nofile",
	"stack"
]);
var TMPFS_OPTION = /^(rw|ro|(no)?(exec|suid|dev|atime|diratime)|(rel|strict)atime|a?sync|size=\d{1,18}[kmgKMG%]?|mode=[0-7]{3,4}|(uid|gid)=\d{1,9}|nr_(inodes|blocks)=\d{1,18}[kmgKMG]?)$/;
var VOLUME_OPTION = /^(rw|ro|z|Z|nocopy|consistent|cached|delegated)$/;
var FOLDER_OPTION = /^(rw|ro|z|Z|r?(private|shared|slave)|consistent|cached|delegated)$/;
// src/domain/container/option-values.ts
function capability(text) {
	const name = text.toUpperCase().replace(/^CAP_/, "");
	return name === "ALL" || CAPABILITIES.has(name) ? name : void 0;
}
function signal(text) {
	if (/^\d+$/.test(text)) return Number(text) >= 1 && Number(text) <= 64 ? String(Number(text)) : void 0;
	const name = text.toUpperCase().replace(/^SIG/, "");
	return SIGNALS.has(name) ? `SIG${name}` : void 0;
}
function ulimit(text) {
	const [, name = "", soft = "", hard = soft] = /^([a-z]+)\s*=\s*(-1|\d{1,15})(?::(-1|\d{1,15}))?$/.exec(text) ?? [];
	const [low, high] = [soft, hard].map((limit) => limit === "-1" ? 1e400 : Number(limit));
	if (!ULIMITS.has(name) || low === void 0 || high === void 0 || low > high) return void 0;
	if (low === 0 && NEEDED_ULIMITS.has(name)) return void 0;
	return `${name}=${soft}:${hard}`;
}
function tmpfs(text) {
	const [path = "", options, ...rest] = text.split(":");
	if (rest.length > 0 || !isPath(path) || isTaken(path)) return void 0;
	if (options === void 0) return path;
	return options.split(",").every((option) => TMPFS_OPTION.test(option)) ? text : void 0;
}
function extraHost(text) {
	const [, name = "", address = ""] = /^([A-Za-z0-9][\w.-]*)\s*[=:]\s*\[?([^[\]\s]+)\]?$/.exec(text) ?? [];
	const known = address === "host-gateway" || isIpv4(address) || isIpv6(address);
	return name !== "" && known ? `${name}:${address}` : void 0;
}
function device(text) {
	const [host = "", second, third, ...rest] = text.split(":");
	const permissions = third ?? (second !== void 0 && isPermissions(second) ? second : "rwm");
	const inside = second === void 0 || third === void 0 && isPermissions(second) ? host : second;
	return rest.length > 0 || !/^\/dev\/./.test(host) || !isPath(host) || !isPath(inside) || isTaken(inside) || !isPermissions(permissions) ? void 0 : `${host}:${inside}:${permissions}`;
}
var LARGEST_ID = 2 ** 31 - 1;
function user(text) {
	const ids = text.split(":").filter((part) => /^\d+$/.test(part));
	return /^[\w.][\w.-]*(:[\w.][\w.-]*)?$/.test(text) && ids.every((id) => Number(id) <= LARGEST_ID) ? text : void 0;
}
function isPermissions(text) {
	return /^(?=.)r?w?m?$/.test(text);
}
function gpus(text) {
	return /^(all|[1-9]\d?|device=[\w-]+(,[\w-]+)*)$/.test(text) ? text : void 0;
}
var WORDS = (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.E)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.t)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.E)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.M)(), (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.o)("\0"))), (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.r)(([program]) => program !== ""));
function entrypoint(text) {
	if (text.startsWith("[")) return readJson(WORDS, text);
	const lines = text.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== "");
	return /\s/.test(lines[0] ?? "") ? void 0 : lines;
}
function volume(text) {
	const [source = "", path = "", options, ...rest] = text.split(":");
	const isFolder = isStraight(source);
	const isSource = isFolder || /^[A-Za-z0-9][\w.-]*$/.test(source);
	if (rest.length > 0 || !isSource || !isStraight(path) || isTaken(path)) return void 0;
	const known = isFolder ? FOLDER_OPTION : VOLUME_OPTION;
	return options === void 0 || options.split(",").every((option) => known.test(option)) ? text : void 0;
}
function isPath(text) {
	return isStraight(text) && !/[\s,:]/.test(text);
}
var ABSOLUTE = new RegExp(`^/[^${_start_js__WEBPACK_IMPORTED_MODULE_1__.it}]{0,1000}$`, "u");
function isStraight(text) {
	return ABSOLUTE.test(text) && !/\/\/|\/\.{1,2}(\/|$)/.test(text);
}
function isTaken(path) {
	return /^\/+$|^\/(proc(\/.*)?|dev|etc\/(hosts|hostname|resolv\.conf))\/*$/.test(path);
}
// src/domain/release/settings/secret-source.ts
var PARAMETER = String.raw`ssm:[\w./-]+`;
var SECRETS_MANAGER = String.raw`secretsmanager:[\w/+=.@:!-]+`;
var SECRET = new RegExp(String.raw`^(${PARAMETER}|${SECRETS_MANAGER}(#[\w.-]+)?)$`);
var WHOLE_SECRET = new RegExp(`^(${PARAMETER}|${SECRETS_MANAGER})$`);
// src/domain/release/settings/container.ts
var group$17 = "Container";
var acts$5 = "container";
var VARIABLE = /^[^=\0]+$/;
var CONTAINER = ((rows) => ({
	get "port"() {
		return rows["port"] ??= shown$1(optional(orWord("none", "none", integer({
			min: 1,
			max: 65535,
			group: group$17,
			description: ""
		}))), { acts: acts$5 });
	},
	get "args"() {
		return rows["args"] ??= hidden$1(list({
			group: group$17,
			description: ""
		}), { acts: acts$5 });
	},
	get "release-command"() {
		return rows["release-command"] ??= hidden$1(guard({
			off: "none",
			absent: []
		}, list({
			group: group$17,
			description: ""
		})), { acts: acts$5 });
	},
	get "release-command-timeout"() {
		return rows["release-command-timeout"] ??= shown$1(duration({
			default: "5m",
			min: 1,
			max: 86400,
			group: group$17,
			description: ""
		}), {
			acts: acts$5,
			identity: false,
			spell: spellDuration
		});
	},
	get "env"() {
		return rows["env"] ??= named(map({
			key: VARIABLE,
			entry: {
				name: "NAME",
				values: ["value"]
			},
			group: group$17,
			description: ""
		}), {
			acts: acts$5,
			carried: "by-name"
		});
	},
	get "secrets"() {
		return rows["secrets"] ??= named(map({
			key: VARIABLE,
			value: SECRET,
			entry: {
				name: "NAME",
				values: ["ssm:/path", "secretsmanager:name-or-arn#json-key"]
			},
			group: group$17,
			description: ""
		}), {
			acts: acts$5,
			carried: "by-name"
		});
	},
	get "volumes"() {
		return rows["volumes"] ??= hidden$1(readings({
			read: volume,
			expected: "SOURCE:/path[:ro], one a line; SOURCE is a volume name or an absolute path of the host",
			group: group$17,
			description: ""
		}), { acts: acts$5 });
	},
	get "memory"() {
		return rows["memory"] ??= shown$1(optional(size({
			min: 6 * 2 ** 20,
			group: group$17,
			description: ""
		})), {
			acts: acts$5,
			spell: spellSize,
			docker: (Memory) => ({ HostConfig: { Memory } })
		});
	},
	get "cpus"() {
		return rows["cpus"] ??= shown$1(optional(decimal({
			min: .01,
			max: 512,
			group: group$17,
			description: ""
		})), {
			acts: acts$5,
			docker: (cpus) => ({ HostConfig: { NanoCpus: Math.round(cpus * 1e9) } })
		});
	},
	get "user"() {
		return rows["user"] ??= shown$1(optional(reading({
			read: user,
			expected: "a user or uid, with :group if needed; ids are at most 2147483647",
			group: group$17,
			description: ""
		})), {
			acts: acts$5,
			docker: (User) => ({ User })
		});
	}
}))({});
// src/domain/release/settings/doors.ts
var group$16 = "Access";
var usual = {
	acts: "proxy",
	carried: "environment",
	identity: false
};
var LARGEST_PAGE = 2e4;
var DOORS = ((rows) => ({
	get "basic-auth"() {
		return rows["basic-auth"] ??= shown$1(guard({
			off: "none",
			absent: void 0
		}, secretReference({
			pattern: SECRET,
			expected: "ssm:/path or secretsmanager:name-or-arn#json-key",
			group: group$16,
			description: ""
		})), usual);
	},
	get "allow-from"() {
		return rows["allow-from"] ??= shown$1(guard({
			off: "everybody",
			absent: []
		}, distinct(readings({
			read: addresses,
			separator: "any",
			most: 200,
			expected: "CIDRs and IP addresses, such as 203.0.113.0/24 or 2001:db8::1, or everybody; not /0",
			group: group$16,
			description: ""
		}))), usual);
	},
	get "maintenance"() {
		return rows["maintenance"] ??= shown$1(neverEmpty(boolean({
			default: "false",
			group: group$16,
			description: ""
		})), usual);
	},
	get "maintenance-page"() {
		return rows["maintenance-page"] ??= hidden$1(optional(page("HTML that visitors see during `maintenance`. Default: a line of text.")), usual);
	},
	get "error-pages"() {
		return rows["error-pages"] ??= hidden$1(optional(map({
			key: /^(401|403|413|502|503|504)$/,
			value: new RegExp(`^[^\\0]{1,${LARGEST_PAGE}}$`),
			entry: {
				name: "STATUS",
				values: ["HTML"],
				note: `STATUS is one of 401, 403, 413, 502, 503, 504, and HTML has ${LARGEST_PAGE} characters at most`
			},
			group: group$16,
			description: ""
		})), usual);
	},
	get "request-timeout"() {
		return rows["request-timeout"] ??= shown$1(optional(duration({
			min: 5,
			max: 3600,
			group: group$16,
			description: ""
		})), {
			...usual,
			spell: spellDuration
		});
	},
	get "max-body"() {
		return rows["max-body"] ??= shown$1(guard({
			off: "none",
			absent: void 0
		}, size({
			min: 1024,
			group: group$16,
			description: ""
		})), {
			...usual,
			spell: spellSize
		});
	},
	get "access-log"() {
		return rows["access-log"] ??= shown$1(boolean({
			default: "false",
			group: group$16,
			description: ""
		}), usual);
	}
}))({});
function page(description) {
	return reading({
		read: (html) => html !== "" && html.length <= LARGEST_PAGE && !html.includes("\0") ? html : void 0,
		expected: `HTML of ${LARGEST_PAGE} characters at most`,
		group: group$16,
		description
	});
}
function addresses(item) {
	const given = item.toLowerCase();
	const cidr = given.includes("/") ? given : `${given}/${given.includes(":") ? 128 : 32}`;
	return isCidr(cidr) && !cidr.endsWith("/0") ? cidr : void 0;
}
// src/domain/release/settings/health.ts
var group$15 = "Health and traffic";
var acts$4 = "health-check";
var kind$1 = "web";
var OF_WORKERS = ["deploy", "plan"];
var CODES = /^[1-5]\d\d(-[1-5]\d\d)?(,[1-5]\d\d(-[1-5]\d\d)?)*$/;
var EXPECTED_CODES = "status codes and rising ranges, such as 200-399 or 200,204";
var HOST$1 = /^(?=[^:]{1,253}(:|$))[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*\.?(:\d{1,5})?$/;
function readCodes(text) {
	const falls = text.split(",").some((range) => {
		const [first = "", last = first] = range.split("-");
		return first > last;
	});
	if (!CODES.test(text) || falls) throw new Invalid(EXPECTED_CODES);
	return text;
}
var HEALTH = ((rows) => ({
	get "health-path"() {
		return rows["health-path"] ??= hidden$1(text({
			pattern: /^\/([^\s%#]|%[0-9A-Fa-f]{2})*$/,
			expected: "a path that begins with /, without #, and with % in escapes such as %20 only",
			default: "/",
			group: group$15,
			kind: kind$1,
			description: ""
		}), { acts: acts$4 });
	},
	get "health-codes"() {
		return rows["health-codes"] ??= hidden$1(textField({
			pattern: CODES,
			expected: EXPECTED_CODES,
			default: "200-399",
			group: group$15,
			kind: kind$1,
			description: ""
		}, readCodes), { acts: acts$4 });
	},
	get "health-host"() {
		return rows["health-host"] ??= hidden$1(optional(text({
			pattern: HOST$1,
			expected: "a host name, possibly with a port",
			group: group$15,
			kind: kind$1,
			description: ""
		})), { acts: acts$4 });
	},
	get "health-timeout"() {
		return rows["health-timeout"] ??= shown$1(duration({
			default: "60s",
			min: 1,
			max: 3600,
			group: group$15,
			description: ""
		}), {
			acts: acts$4,
			identity: false,
			spell: spellDuration
		});
	},
	get "health-interval"() {
		return rows["health-interval"] ??= shown$1(duration({
			default: "1s",
			min: .1,
			max: 60,
			group: group$15,
			kind: kind$1,
			description: ""
		}), {
			acts: acts$4,
			identity: false,
			spell: spellDuration
		});
	},
	get "settle-time"() {
		return rows["settle-time"] ??= shown$1(duration({
			default: "5s",
			min: 1,
			max: 3600,
			group: group$15,
			kind: "worker",
			commands: OF_WORKERS,
			description: ""
		}), {
			acts: acts$4,
			identity: false,
			spell: spellDuration
		});
	},
	get "stop-first"() {
		return rows["stop-first"] ??= shown$1(neverEmpty(boolean({
			default: "false",
			group: group$15,
			kind: "worker",
			commands: OF_WORKERS,
			description: ""
		})), {
			acts: "container",
			identity: false
		});
	}
}))({});
// src/domain/release/settings/machine-options.ts
var group$14 = "Container options";
var acts$3 = "container";
var MACHINE_OPTIONS = ((rows) => ({
	get "cap-add"() {
		return rows["cap-add"] ??= shown$1(optional(readings({
			read: capability,
			separator: "any",
			expected: "names of Linux capabilities, such as NET_ADMIN, or ALL",
			group: group$14,
			description: ""
		})), { acts: acts$3 });
	},
	get "cap-drop"() {
		return rows["cap-drop"] ??= shown$1(guard({
			off: "none",
			absent: void 0
		}, readings({
			read: capability,
			separator: "any",
			expected: "names of Linux capabilities, such as CHOWN, or ALL",
			group: group$14,
			description: ""
		})), { acts: acts$3 });
	},
	get "host-role"() {
		return rows["host-role"] ??= shown$1(boolean({
			default: "false",
			group: group$14,
			description: ""
		}), { acts: acts$3 });
	},
	get "read-only"() {
		return rows["read-only"] ??= shown$1(neverEmpty(boolean({
			default: "false",
			group: group$14,
			description: ""
		})), {
			acts: acts$3,
			docker: (ReadonlyRootfs) => ({ HostConfig: { ReadonlyRootfs } })
		});
	},
	get "tmpfs"() {
		return rows["tmpfs"] ??= shown$1(optional(readings({
			read: tmpfs,
			expected: "/path or /path:OPTIONS, one a line, such as /run:size=64m,mode=1777",
			group: group$14,
			description: ""
		})), {
			acts: acts$3,
			docker: (mounts) => ({ HostConfig: { Tmpfs: Object.fromEntries(mounts.map(_start_js__WEBPACK_IMPORTED_MODULE_1__.F)) } })
		});
	},
	get "shm-size"() {
		return rows["shm-size"] ??= shown$1(optional(size({
			min: 2 ** 20,
			group: group$14,
			description: ""
		})), {
			acts: acts$3,
			spell: spellSize,
			docker: (ShmSize) => ({ HostConfig: { ShmSize } })
		});
	},
	get "devices"() {
		return rows["devices"] ??= shown$1(optional(readings({
			read: device,
			expected: "/dev/NAME, with :/path/inside and :rwm if needed, one a line",
			group: group$14,
			description: ""
		})), {
			acts: acts$3,
			docker: (devices) => ({ HostConfig: { Devices: devices.map(_start_js__WEBPACK_IMPORTED_MODULE_1__.N) } })
		});
	},
	get "gpus"() {
		return rows["gpus"] ??= shown$1(optional(reading({
			read: gpus,
			expected: "all, a number of GPUs, or device= with indexes or UUIDs, such as device=0,1",
			group: group$14,
			description: ""
		})), {
			acts: acts$3,
			docker: (gpus) => ({ HostConfig: { DeviceRequests: [(0,_start_js__WEBPACK_IMPORTED_MODULE_1__.P)(gpus)] } })
		});
	}
}))({});
// src/domain/release/settings/process-options.ts
var group$13 = "Container options";
var acts$2 = "container";
var PROCESS_OPTIONS = ((rows) => ({
	get "stop-grace-period"() {
		return rows["stop-grace-period"] ??= shown$1(duration({
			default: "10s",
			min: 0,
			max: 3600,
			group: group$13,
			description: ""
		}), {
			acts: acts$2,
			spell: spellDuration,
			docker: (seconds) => ({ StopTimeout: Math.ceil(seconds) })
		});
	},
	get "stop-signal"() {
		return rows["stop-signal"] ??= shown$1(optional(reading({
			read: signal,
			expected: "a signal, such as SIGINT, SIGRTMIN+3 or 15",
			group: group$13,
			description: ""
		})), {
			acts: acts$2,
			docker: (StopSignal) => ({ StopSignal })
		});
	},
	get "init"() {
		return rows["init"] ??= shown$1(boolean({
			default: "true",
			group: group$13,
			description: ""
		}), {
			acts: acts$2,
			docker: (Init) => ({ HostConfig: { Init } })
		});
	},
	get "working-dir"() {
		return rows["working-dir"] ??= shown$1(optional(text({
			pattern: /^\/[^\0\n]*$/,
			expected: "an absolute path inside of the container, such as /app",
			group: group$13,
			description: ""
		})), {
			acts: acts$2,
			docker: (WorkingDir) => ({ WorkingDir })
		});
	},
	get "entrypoint"() {
		return rows["entrypoint"] ??= hidden$1(optional(argv({
			read: entrypoint,
			expected: "the program and its arguments, one a line, or a JSON list such as [\"node\", \"server.js\"]",
			group: group$13,
			description: ""
		})), {
			acts: acts$2,
			docker: (words) => ({ Entrypoint: words.length === 0 ? [""] : words })
		});
	},
	get "hostname"() {
		return rows["hostname"] ??= shown$1(optional(text({
			pattern: /^(?=.{1,64}$)[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*$/,
			expected: "a host name of 64 characters at most, such as web-1",
			group: group$13,
			description: ""
		})), {
			acts: acts$2,
			docker: (Hostname) => ({ Hostname })
		});
	},
	get "extra-hosts"() {
		return rows["extra-hosts"] ??= shown$1(optional(readings({
			read: extraHost,
			expected: "NAME=ADDRESS, one a line; ADDRESS is an IP address or host-gateway",
			group: group$13,
			description: ""
		})), {
			acts: acts$2,
			docker: (ExtraHosts) => ({ HostConfig: { ExtraHosts } })
		});
	},
	get "labels"() {
		return rows["labels"] ??= hidden$1(optional(map({
			key: /^(?!docker-to-ec2(\.|$))[A-Za-z0-9][\w./-]*$/,
			entry: {
				name: "name",
				values: ["value"],
				note: "names that begin with docker-to-ec2 are taken"
			},
			group: group$13,
			description: ""
		})), { acts: acts$2 });
	},
	get "ulimits"() {
		return rows["ulimits"] ??= shown$1(optional(readings({
			read: ulimit,
			expected: "NAME=SOFT or NAME=SOFT:HARD, one a line, such as nofile=20000:40000; SOFT is not above HARD, and -1 is no limit",
			group: group$13,
			description: ""
		})), {
			acts: acts$2,
			docker: (limits) => ({ HostConfig: { Ulimits: limits.map(_start_js__WEBPACK_IMPORTED_MODULE_1__.I) } })
		});
	},
	get "pids-limit"() {
		return rows["pids-limit"] ??= shown$1(integer({
			default: "2048",
			min: 1,
			max: 4194304,
			group: group$13,
			description: ""
		}), {
			acts: acts$2,
			docker: (PidsLimit) => ({ HostConfig: { PidsLimit } })
		});
	},
	get "log-max-size"() {
		return rows["log-max-size"] ??= shown$1(size({
			default: "10m",
			min: 1024,
			group: group$13,
			description: ""
		}), {
			acts: acts$2,
			spell: spellSize,
			docker: logOption("max-size")
		});
	},
	get "log-max-file"() {
		return rows["log-max-file"] ??= shown$1(integer({
			default: "3",
			min: 1,
			max: 1e3,
			group: group$13,
			description: ""
		}), {
			acts: acts$2,
			docker: logOption("max-file")
		});
	}
}))({});
function logOption(name) {
	return (value) => ({ HostConfig: { LogConfig: { Config: { [name]: String(value) } } } });
}
// src/domain/release/settings/cdn-ranges.ts
var CDN_RANGES = {
	cloudflare: {
		date: "2023-09-28",
		source: "https://www.cloudflare.com/ips/",
		ranges: [
			"173.245.48.0/20",
			"103.21.244.0/22",
			"103.22.200.0/22",
			"103.31.4.0/22",
			"141.101.64.0/18",
			"108.162.192.0/18",
			"190.93.240.0/20",
			"188.114.96.0/20",
			"197.234.240.0/22",
			"198.41.128.0/17",
			"162.158.0.0/15",
			"104.16.0.0/13",
			"104.24.0.0/14",
			"172.64.0.0/13",
			"131.0.72.0/22",
			"2400:cb00::/32",
			"2606:4700::/32",
			"2803:f800::/32",
			"2405:b500::/32",
			"2405:8100::/32",
			"2a06:98c0::/29",
			"2c0f:f248::/32"
		]
	},
	cloudfront: {
		date: "2026-10-06",
		source: "https://ip-ranges.amazonaws.com/ip-ranges.json, CLOUDFRONT_ORIGIN_FACING",
		ranges: [
			"130.176.88.0/21",
			"54.239.134.0/23",
			"52.82.134.0/23",
			"130.176.86.0/23",
			"130.176.140.0/22",
			"130.176.0.0/18",
			"54.239.204.0/22",
			"130.176.160.0/19",
			"70.132.0.0/18",
			"15.158.0.0/16",
			"130.176.136.0/23",
			"54.239.170.0/23",
			"130.176.96.0/19",
			"54.182.184.0/22",
			"204.246.166.0/24",
			"130.176.64.0/21",
			"54.182.172.0/22",
			"205.251.218.0/24",
			"130.176.144.0/20",
			"54.182.176.0/21",
			"130.176.78.0/23",
			"54.182.248.0/22",
			"64.252.128.0/18",
			"54.182.154.0/23",
			"64.252.64.0/18",
			"54.182.144.0/21",
			"54.182.224.0/21",
			"130.176.128.0/21",
			"52.46.0.0/18",
			"3.172.64.0/18",
			"52.82.128.0/23",
			"18.68.0.0/16",
			"54.182.156.0/22",
			"54.182.160.0/21",
			"54.182.240.0/21",
			"130.176.192.0/19",
			"130.176.76.0/24",
			"54.239.208.0/21",
			"54.182.188.0/23",
			"24.110.128.0/17",
			"3.172.0.0/18",
			"130.176.80.0/22",
			"54.182.128.0/20",
			"130.176.72.0/22",
			"13.124.199.0/24",
			"3.29.57.0/26",
			"2600:9000:1000::/36",
			"2600:9000:5200::/40",
			"2600:9000:6000::/36",
			"2406:da11:438:2300::/56",
			"2406:da1e:705:1600::/56",
			"2406:da1c:8d8c:4600::/56",
			"2406:da14:17bd:2f00::/56",
			"2406:da12:4b:c200::/56",
			"2406:da16:c01:c200::/56",
			"2406:da1a:6df:6c00::/56",
			"2406:da1b:e7c:ad00::/56",
			"2406:da18:9fa:1b00::/56",
			"2406:da1c:787:2b00::/56",
			"2406:da19:e19:4a00::/56",
			"2406:da1f:396:9100::/56",
			"2406:da10:847f:a100::/56",
			"2406:da12:8b2e:9c00::/56",
			"2406:da14:80bb:ea00::/56",
			"2600:1f11:e79:a800::/56",
			"2600:1f1a:4568:b500::/56",
			"2a05:d014:1362:b000::/56",
			"2a05:d019:80b:e300::/56",
			"2a05:d016:9ed:de00::/56",
			"2a05:d01a:8a9:be00::/56",
			"2a05:d011:531:1800::/56",
			"2a05:d018:1a3a:2d00::/56",
			"2a05:d01c:343:c300::/56",
			"2a05:d012:581:b400::/56",
			"2a05:d025:e59:fb00::/56",
			"2600:1f17:4356:f100::/56",
			"2600:1f1e:a7:2300::/56",
			"2600:1f18:7530:7200::/56",
			"2600:1f16:1923:3000::/56",
			"2600:1f1c:da:600::/56",
			"2600:1f13:417:4d00::/56"
		]
	}
};
// src/domain/release/settings/trusted-proxies.ts
var EXPECTED = "vpc, cloudflare, cloudfront, and CIDRs such as 203.0.113.0/24 or 2001:db8::/32; not /0, with which every visitor could claim to be another one";
function trustedProxies(about) {
	return distinct(readings({
		...about,
		separator: "any",
		expected: EXPECTED,
		read: trusted
	}));
}
function trusted(text) {
	const item = text.toLowerCase();
	return item === "vpc" || isCdn(item) || isCidr(item) && !item.endsWith("/0") ? item : void 0;
}
function trustedRanges(items, vpc) {
	return [...new Set(items.flatMap((item) => item === "vpc" ? vpc : isCdn(item) ? CDN_RANGES[item].ranges : [item]))];
}
function isCdn(item) {
	return Object.hasOwn(CDN_RANGES, item);
}
// src/domain/release/settings/traffic.ts
var group$12 = "Health and traffic";
var acts$1 = "proxy";
var carried$1 = "environment";
var DOMAIN = /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$/;
var DOMAINS = new RegExp(`^(\\*\\.)?${DOMAIN.source.slice(1)}`);
var TRAFFIC = ((rows) => ({
	get "http-port"() {
		return rows["http-port"] ??= shown$1(integer({
			default: "80",
			min: 1,
			max: 65535,
			group: group$12,
			description: ""
		}), {
			acts: acts$1,
			carried: carried$1,
			alsoFor: [
				"rollback",
				"restart",
				"status"
			]
		});
	},
	get "domains"() {
		return rows["domains"] ??= shown$1(distinct(list({
			separator: "any",
			pattern: DOMAINS,
			expected: "names in lower case, such as shop.example.com or *.shop.example.com",
			most: 20,
			group: group$12,
			description: ""
		})), {
			acts: acts$1,
			carried: carried$1,
			alsoFor: ["destroy"]
		});
	},
	get "path-prefix"() {
		return rows["path-prefix"] ??= shown$1(text({
			pattern: /^\/$|^(\/(?!\.{1,2}(\/|$))[A-Za-z0-9._~-]+)+$/,
			expected: "a path such as /api, without a slash at its end",
			default: "/",
			group: group$12,
			description: ""
		}), {
			acts: acts$1,
			carried: carried$1
		});
	},
	get "strip-path-prefix"() {
		return rows["strip-path-prefix"] ??= shown$1(boolean({
			default: "false",
			group: group$12,
			description: ""
		}), {
			acts: acts$1,
			carried: carried$1
		});
	},
	get "upstream"() {
		return rows["upstream"] ??= shown$1(choice({
			of: [
				"http",
				"h2c",
				"https"
			],
			default: "http",
			group: group$12,
			description: ""
		}), { acts: acts$1 });
	},
	get "trusted-proxies"() {
		return rows["trusted-proxies"] ??= shown$1(trustedProxies({
			most: 50,
			group: group$12,
			description: ""
		}), {
			acts: acts$1,
			carried: carried$1
		});
	},
	get "external-proxy"() {
		return rows["external-proxy"] ??= shown$1(neverEmpty(boolean({
			default: "false",
			group: group$12,
			description: ""
		})), {
			acts: acts$1,
			carried: carried$1,
			alsoFor: [
				"rollback",
				"restart",
				"status"
			]
		});
	},
	get "canary-header"() {
		return rows["canary-header"] ??= shown$1(text({
			pattern: /^[A-Za-z][A-Za-z0-9-]{0,63}$/,
			expected: "the name of a request header, such as X-Canary",
			default: "X-Canary",
			group: "Canary",
			description: ""
		}), {
			acts: acts$1,
			carried: carried$1,
			identity: false
		});
	},
	get "preview-sleep"() {
		return rows["preview-sleep"] ??= onlyFor(["preview"], shown$1(optional(duration({
			min: 10,
			max: 31536e3,
			group: "Previews",
			description: ""
		})), {
			acts: acts$1,
			carried: carried$1,
			identity: false
		}));
	}
}))({});
function onlyFor(commands, setting) {
	return {
		...setting,
		commands
	};
}
// src/domain/release/settings/tls.ts
var group$11 = "HTTPS";
var acts = "proxy";
var carried = "environment";
// src/domain/release/spec.ts
var SPEC = Object.defineProperties(((rows) => ({ get "migration"() {
	return rows["migration"] ??= shown$1(boolean({
		default: "false",
		group: "What to do",
		ofRun: true,
		description: "Mark this release as one that changes data in a way that older releases may not understand. A rollback past it warns."
	}), {
		acts: "history",
		identity: false,
		carried: "either"
	});
} }))({}), Object.assign({}, ...[
	CONTAINER,
	PROCESS_OPTIONS,
	MACHINE_OPTIONS,
	HEALTH,
	TRAFFIC,
	ASSETS,
	DOORS,
	((rows) => ({
		get "tls"() {
			return rows["tls"] ??= shown$1(neverEmpty(text({
				pattern: new RegExp(`^(off|acme|internal|${SECRETS_MANAGER})$`),
				expected: "off, acme, internal, or secretsmanager:name-or-arn",
				default: "off",
				group: group$11,
				description: ""
			})), {
				acts,
				carried
			});
		},
		get "https-port"() {
			return rows["https-port"] ??= shown$1(integer({
				default: "443",
				min: 1,
				max: 65535,
				group: group$11,
				description: ""
			}), {
				acts,
				carried
			});
		},
		get "https-redirect"() {
			return rows["https-redirect"] ??= shown$1(boolean({
				default: "true",
				group: group$11,
				description: ""
			}), {
				acts,
				carried
			});
		},
		get "hsts"() {
			return rows["hsts"] ??= shown$1(guard({
				off: "none",
				absent: void 0
			}, duration({
				min: 0,
				max: 63072e3,
				group: group$11,
				description: ""
			})), {
				acts,
				carried,
				spell: spellDuration
			});
		},
		get "redirect-domains"() {
			return rows["redirect-domains"] ??= shown$1(distinct(list({
				separator: "any",
				pattern: DOMAIN,
				expected: "names in lower case, such as www.shop.example.com",
				most: 20,
				group: group$11,
				description: ""
			})), {
				acts,
				carried
			});
		},
		get "acme-directory"() {
			return rows["acme-directory"] ??= shown$1(orElse("", text({
				pattern: /^https:\/\/[^\s{}]+$/,
				isValid: (address) => URL.canParse(address),
				expected: "the https address of an authority's directory",
				group: group$11,
				description: ""
			})), {
				acts,
				carried
			});
		},
		get "acme-email"() {
			return rows["acme-email"] ??= shown$1(orElse("", text({
				pattern: /^[^\s{}@]+@[^\s{}@]+$/,
				expected: "an email address",
				group: group$11,
				description: ""
			})), {
				acts,
				carried,
				identity: false
			});
		},
		get "acme-account"() {
			return rows["acme-account"] ??= shown$1(orElse("", secretReference({
				pattern: WHOLE_SECRET,
				expected: "ssm:/path or secretsmanager:name-or-arn",
				group: group$11,
				description: ""
			})), {
				acts,
				carried,
				identity: false
			});
		},
		get "acme-challenge"() {
			return rows["acme-challenge"] ??= shown$1(choice({
				of: ["http", "dns"],
				default: "http",
				group: group$11,
				description: ""
			}), {
				acts,
				carried,
				identity: false
			});
		}
	}))({})
].map((table) => Object.getOwnPropertyDescriptors(table))));
var SETTING_NAMES = Object.keys(SPEC);
function settings() {
	return Object.entries(SPEC);
}
function namedSettings() {
	return settings().flatMap(([name, { told }]) => told === "names" ? [name] : []);
}
function isWorker({ port }) {
	return port === "none";
}
function specificationOf(values) {
	const others = values["port"] === "none" ? "web" : "worker";
	const isUsed = (name) => Object.hasOwn(values, name) && SPEC[name].kind !== others;
	const entries = SETTING_NAMES.map((name) => [name, isUsed(name) ? values[name] : usualOf(SPEC[name])]);
	return Object.fromEntries(entries.filter(([, value]) => value !== void 0));
}
function dockerParts(spec) {
	return valuesOf$1(({ docker }, name) => spec[name] === void 0 ? void 0 : docker?.(spec[name]));
}
function identityOf(spec) {
	return partOf(spec, ({ identity }) => identity);
}
function proxyPartOf(spec) {
	return partOf(spec, ({ acts }) => acts === "proxy");
}
function partOf(spec, chosen) {
	return canonical(valuesOf$1((setting, name) => chosen(setting) ? spec[name] : void 0));
}
function isUsual(setting, value) {
	return JSON.stringify(canonical(value)) === JSON.stringify(canonical(usualOf(setting)));
}
function usualOf({ default: standard = "", parse }) {
	return parse(standard);
}
function unusedByWorker(spec) {
	return settings().flatMap(([name, setting]) => setting.kind === "web" && !isUsual(setting, spec[name]) ? [name] : []);
}
function areSettings(names) {
	return names.every((name) => Object.hasOwn(SPEC, name));
}
function valuesOf$1(make) {
	const entries = settings().map(([name, setting]) => [name, make(setting, name)]);
	return Object.fromEntries(entries.filter(([, value]) => value !== void 0));
}
function canonical(value) {
	if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
	return sortedEntries(value).map(([name, inner]) => [name, canonical(inner)]);
}
// src/domain/version/semver.ts
var LONGEST$1 = 64;
var NUMBER = "(0|[1-9]\\d*)";
var IDENTIFIER = "(?:0|[1-9]\\d*|\\d*[a-zA-Z-][0-9a-zA-Z-]*)";
var SEMVER = new RegExp(`^${NUMBER}\\.${NUMBER}\\.${NUMBER}(?:-(${IDENTIFIER}(?:\\.${IDENTIFIER})*))?(?:\\+[0-9a-zA-Z-]+(?:\\.[0-9a-zA-Z-]+)*)?$`);
function readSemver(text) {
	const [, bare = ""] = /^v?(.*)$/s.exec(text) ?? [];
	const parts = bare.length > LONGEST$1 ? null : SEMVER.exec(bare);
	if (parts === null) return void 0;
	const [, major, minor, patch, prerelease = ""] = parts;
	const core = [
		Number(major),
		Number(minor),
		Number(patch)
	];
	return core.every(Number.isSafeInteger) ? {
		text: bare,
		core,
		prerelease: prerelease === "" ? [] : prerelease.split(".")
	} : void 0;
}
function compareSemver(a, b) {
	return a.core.map((number, at) => number - (b.core[at] ?? 0)).find((difference) => difference !== 0) ?? (comparePrerelease(a.prerelease, b.prerelease) || compareText(a.text, b.text));
}
function isSamePrecedence(one, text) {
	return one.text.replace(/\+.*/, "") === text.replace(/\+.*/, "");
}
function isHigher(text, than) {
	const version = readSemver(text);
	return version !== void 0 && compareSemver(version, than) > 0;
}
function comparePrerelease(a, b) {
	if (a.length === 0 || b.length === 0) return b.length - a.length;
	const at = a.findIndex((identifier, index) => identifier !== b[index]);
	if (at < 0) return a.length - b.length;
	return b[at] === void 0 ? 1 : compareIdentifiers(a[at] ?? "", b[at]);
}
function compareIdentifiers(a, b) {
	const [isNumber, isOtherNumber] = [/^\d+$/.test(a), /^\d+$/.test(b)];
	if (isNumber !== isOtherNumber) return isNumber ? -1 : 1;
	return (isNumber ? a.length - b.length : 0) || compareText(a, b);
}
function compareText(a, b) {
	return a === b ? 0 : a < b ? -1 : 1;
}
function imageTagOf(version) {
	return version.replaceAll("+", "_");
}
// src/domain/version/version.ts
function versionOf({ semver, commit }) {
	return semver ?? commit;
}
function readVersion(text) {
	return isCommit(text) ? text : readSemver(text)?.text;
}
var RELEASE_NAME = /^[0-9a-f]{7,8}-[0-9a-f]{8}$/;
function isCommit(version) {
	return /^([0-9a-f]{40}|[0-9a-f]{64})$/.test(version);
}
function versionOfRef(ref) {
	const tag = /^refs\/tags\/(.*)$/s.exec(ref)?.[1];
	return tag === void 0 ? void 0 : readSemver(tag)?.text;
}
// src/config/events/event.ts
function readJob(env, variables) {
	const { repository = {} } = readJson(ABOUT, eventOf(env)) ?? {};
	return {
		...variables,
		about: factsOf(repository),
		visibility: visibilityOf(repository),
		pullRequest: pullRequestOf(env)
	};
}
function pullRequestOf(env) {
	const [, number] = /^refs\/pull\/(\d+)\//.exec(env["GITHUB_REF"] ?? "") ?? [];
	return number === void 0 ? readJson(EVENT$2, eventOf(env))?.pull_request.number : Number(number);
}
var EVENT$2 = (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)({ pull_request: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)({ number: count }) });
var ABOUT = (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)({ repository: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)({
	description: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.s)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.C)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.E)(line, (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__._)(1), (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.h)(1e3))), void 0),
	private: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.s)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.C)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.n)()), void 0),
	visibility: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.s)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.C)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.M)()), void 0),
	license: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.s)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.C)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)({ spdx_id: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.E)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.M)(), (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.O)(/^[A-Za-z0-9.+-]{1,100}$/)) })), void 0)
}) });
var NO_SPDX = "NOASSERTION";
function factsOf({ description, license }) {
	return {
		...description !== void 0 && { description },
		...license !== void 0 && license.spdx_id !== NO_SPDX && { licenses: license.spdx_id }
	};
}
function visibilityOf(seen) {
	if (seen.private === false || seen.visibility === "public") return "public";
	return seen.private === true ? "private" : void 0;
}
function eventOf(env) {
	try {
		return (0,node_fs__WEBPACK_IMPORTED_MODULE_2__.readFileSync)(env["GITHUB_EVENT_PATH"] ?? "", "utf8");
	} catch {
		return "";
	}
}
// src/domain/field/value.ts
function overlay(under, over) {
	if (under.kind !== "map" || over.kind !== "map") return over;
	const kept = under.entries.filter(({ key }) => !over.entries.some((entry) => entry.key === key));
	return {
		...over,
		entries: [...kept, ...over.entries]
	};
}
// src/domain/comment/jobs.ts
var JOB = (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)({
	result: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.T)([
		"success",
		"failure",
		"cancelled",
		"skipped"
	]),
	outputs: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.C)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.D)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.M)(), (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.M)()), {})
});
function readJobs(text) {
	return readJson(mapOf(JOB), text);
}
function endedOf(jobs) {
	const all = Object.values(jobs);
	const reader = all.find(({ outputs }) => (outputs["comment-command"] ?? "") !== "");
	if (reader === void 0) return void 0;
	const done = all.filter((job) => job !== reader && job.result !== "skipped");
	const result = [
		"failure",
		"cancelled",
		"success"
	].find((one) => done.some((job) => job.result === one)) ?? "skipped";
	const summary = done.find(({ outputs }) => outputs["summary"])?.outputs["summary"] ?? "";
	return {
		environment: reader.outputs["comment-environment"] ?? "",
		result,
		summary
	};
}
// src/domain/comment/inputs.ts
var ofComments = {
	group: "Comments",
	commands: ["comment"],
	ofRun: true
};
var COMMENTS = ((rows) => ({
	get "comment-environments"() {
		return rows["comment-environments"] ??= neverEmpty(commaList({
			...ofComments,
			default: "production",
			pattern: _start_js__WEBPACK_IMPORTED_MODULE_1__.St,
			expected: "names of environments, separated by commas, such as production, staging",
			most: 20,
			description: ""
		}));
	},
	get "comment-permission"() {
		return rows["comment-permission"] ??= neverEmpty(choice({
			...ofComments,
			of: LEVELS,
			default: "write",
			description: ""
		}));
	},
	get "comment-review"() {
		return rows["comment-review"] ??= neverEmpty(boolean({
			...ofComments,
			default: "false",
			description: ""
		}));
	},
	get "comment-forks"() {
		return rows["comment-forks"] ??= boolean({
			...ofComments,
			default: "false",
			description: ""
		});
	},
	get "comment-result"() {
		return rows["comment-result"] ??= optional(reading({
			...ofComments,
			read: readJobs,
			expected: "the results of the jobs that this one needs: ${{ toJSON(needs) }}",
			description: ""
		}));
	}
}))({});
// src/domain/preview/inputs.ts
var group$10 = "Previews";
var PREVIEWS = ((rows) => ({
	get "preview-domain"() {
		return rows["preview-domain"] ??= optional(text({
			pattern: /^(?=.{3,200}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/,
			expected: "a domain, such as preview.example.com",
			group: group$10,
			commands: ["preview"],
			description: ""
		}));
	},
	get "preview-port-range"() {
		return rows["preview-port-range"] ??= optional(ports({
			group: group$10,
			commands: ["preview"],
			description: ""
		}));
	},
	get "preview-limit"() {
		return rows["preview-limit"] ??= integer({
			default: "10",
			min: 1,
			max: 200,
			group: group$10,
			commands: ["preview"],
			description: ""
		});
	},
	get "preview-ttl"() {
		return rows["preview-ttl"] ??= duration({
			default: "14d",
			min: 60,
			max: 31536e3,
			group: group$10,
			commands: ["sweep"],
			description: ""
		});
	},
	get "seed"() {
		return rows["seed"] ??= list({
			group: group$10,
			commands: ["preview"],
			description: ""
		});
	},
	get "seed-timeout"() {
		return rows["seed-timeout"] ??= duration({
			default: "5m",
			min: 1,
			max: 3600,
			group: group$10,
			commands: ["preview"],
			description: ""
		});
	},
	get "preview-label"() {
		return rows["preview-label"] ??= optional(text({
			pattern: (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.ot)(String.raw`^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]{1,50}$`),
			expected: "the name of a label, such as preview",
			group: group$10,
			commands: ["preview"],
			description: ""
		}));
	}
}))({});
function ports(about) {
	const expected = "a range of ports from 1024 to 65535, such as 8000-8999";
	return textField({
		...about,
		expected
	}, (raw) => {
		const [, from = "", to = ""] = /^(\d{4,5})-(\d{4,5})$/.exec(raw) ?? [];
		const [first, last] = [Number(from), Number(to)];
		if (first < 1024 || last > 65535 || first >= last) throw new Invalid(expected);
		return {
			first,
			last
		};
	});
}
// src/domain/lease/lease.ts
var EXPIRY_MS = 9e4;
var RENEW_MS = 3e4;
var RETRY_MS = 5e3;
var STOP_MS = 75e3;
var AHEAD_MS = _start_js__WEBPACK_IMPORTED_MODULE_1__._;
function nextToken(found) {
	return Math.max(found.at, tokenOf(found)) + 1;
}
function tokenOf({ at, value }) {
	return Math.min(value.token || at, at + AHEAD_MS);
}
var DOES = {
	deploy: "deploys this service",
	preview: "serves a pull request as this service",
	promote: "promotes a release to this service",
	rollback: "rolls this service back",
	restart: "restarts this service",
	doctor: "examines this service",
	freeze: "freezes this service",
	unfreeze: "ends the freeze of this service",
	steer: "steers a canary of this service",
	schedule: "starts or stops the hosts of this service",
	destroy: "destroys this service",
	sweep: "removes this preview",
	plan: "plans for this service",
	metrics: "measures the releases of this service",
	status: "asks for the status of this service",
	logs: "reads the logs of this service",
	comment: "reads a comment about this service"
};
function describeRunner({ owner, actor, runUrl }) {
	return `run ${owner.split("/")[0]} of ${actor} (${runUrl})`;
}
// src/domain/canary/steering.ts
var STEERS = [
	"pause",
	"continue",
	"skip",
	"abort"
];
var WISH = (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)({
	id: line,
	steer: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.T)(STEERS),
	reason: line,
	actor: line,
	runUrl: line,
	at: isoTime
});
var TAKEN = (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)({
	...WISH.entries,
	share: count,
	effect: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.n)()
});
var STEERING = (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)({
	token: count,
	release: line,
	runUrl: line,
	ended: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.n)(),
	asked: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.a)(WISH),
	taken: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.a)(TAKEN)
});
function refuseSteering(steering, lease) {
	const holder = lease?.value.free === false ? lease : void 0;
	if (holder === void 0) return {
		reason: "no canary is running",
		hint: "`command: status` shows what is live. A canary starts with the input canary-steps of deploy or promote."
	};
	if (steering !== void 0 && !steering.ended && steering.token === tokenOf(holder)) return void 0;
	return {
		reason: `no canary is running: ${describeRunner(holder.value)}, which ${DOES[holder.value.command]}, has none now`,
		hint: "If its log shows that a canary is about to start, wait for it and run this again."
	};
}
function fateOf(steering, { id }) {
	if (steering?.taken?.id === id) return steering.taken;
	return steering?.asked?.id === id && !steering.ended ? void 0 : "left-behind";
}
var DID = {
	pause: "paused",
	continue: "continued",
	skip: "skipped",
	abort: "aborted"
};
function wisherWords({ actor, runUrl, reason }) {
	return `by ${actor} (${runUrl})${reason === "" ? "" : `: ${reason}`}`;
}
function takenWords({ steer, share, at, effect, ...wisher }) {
	const time = new Date(at).toISOString().slice(11, 19);
	return `${share}%: ${DID[steer]} at ${time} UTC ${wisherWords(wisher)}${effect ? "" : " (changed nothing)"}`;
}
// src/config/inputs/canary.ts
var group$9 = "Canary";
var kind = "web";
var CANARY = ((rows) => ({
	get "canary-steps"() {
		return rows["canary-steps"] ??= guard({
			off: "none",
			absent: void 0
		}, steps({
			group: group$9,
			kind,
			commands: _start_js__WEBPACK_IMPORTED_MODULE_1__.K,
			description: ""
		}));
	},
	get "canary-max-error-rate"() {
		return rows["canary-max-error-rate"] ??= decimal({
			default: "0.1",
			min: 0,
			max: 1,
			group: group$9,
			kind,
			commands: _start_js__WEBPACK_IMPORTED_MODULE_1__.K,
			description: ""
		});
	},
	get "canary-max-latency"() {
		return rows["canary-max-latency"] ??= guard({
			off: "none",
			absent: void 0
		}, duration({
			min: .005,
			max: 10,
			group: group$9,
			kind,
			commands: _start_js__WEBPACK_IMPORTED_MODULE_1__.K,
			description: ""
		}));
	},
	get "canary-min-requests"() {
		return rows["canary-min-requests"] ??= integer({
			default: "50",
			min: 1,
			max: 1e6,
			group: group$9,
			kind,
			commands: _start_js__WEBPACK_IMPORTED_MODULE_1__.K,
			description: ""
		});
	},
	get "canary-inconclusive"() {
		return rows["canary-inconclusive"] ??= choice({
			of: [
				"hold",
				"promote",
				"rollback"
			],
			default: "rollback",
			group: group$9,
			kind,
			commands: _start_js__WEBPACK_IMPORTED_MODULE_1__.K,
			description: ""
		});
	},
	get "canary-dry-run"() {
		return rows["canary-dry-run"] ??= boolean({
			default: "false",
			group: group$9,
			kind,
			commands: _start_js__WEBPACK_IMPORTED_MODULE_1__.K,
			description: ""
		});
	},
	get "canary-pause-limit"() {
		return rows["canary-pause-limit"] ??= duration({
			default: "30m",
			min: 1,
			max: 14400,
			group: group$9,
			kind,
			commands: _start_js__WEBPACK_IMPORTED_MODULE_1__.K,
			description: ""
		});
	},
	get "canary-pause-end"() {
		return rows["canary-pause-end"] ??= choice({
			of: ["abort", "continue"],
			default: "abort",
			group: group$9,
			kind,
			commands: _start_js__WEBPACK_IMPORTED_MODULE_1__.K,
			description: ""
		});
	},
	get "steer"() {
		return rows["steer"] ??= optional(choice({
			of: STEERS,
			group: group$9,
			commands: ["steer"],
			ofRun: true,
			description: ""
		}));
	}
}))({});
// src/config/inputs/data.ts
var group$8 = "Container";
var DATA = ((rows) => ({ get "volume-data"() {
	return rows["volume-data"] ??= words({
		of: ["each-host-its-own", "discarded"],
		alone: "protected",
		group: group$8,
		commands: [..._start_js__WEBPACK_IMPORTED_MODULE_1__.K, "destroy"],
		description: ""
	});
} }))({});
// src/domain/deployment/recorded.ts
var RECORDED = {
	deploy: "deploy",
	preview: "deploy",
	promote: "promote",
	rollback: "rollback",
	restart: "restart"
};
function recordedCommand(command) {
	return RECORDED[command];
}
var SHOWN_ON_GITHUB = [
	"deploy",
	"preview",
	"promote",
	"rollback",
	"restart",
	"destroy",
	"sweep"
];
function recordedEnd(command, outcome) {
	if (command === "sweep" || !SHOWN_ON_GITHUB.includes(command)) return void 0;
	return outcome === "destroyed" ? "removed" : recordedCommand(command);
}
// src/domain/lease/freeze.ts
var FREEZE = (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)({
	reason: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.M)(),
	actor: line,
	runUrl: line,
	at: line,
	until: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.a)(line)
});
var TIME = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})$/;
var LONGEST = 31536e5;
function isEnd(text) {
	const seconds = secondsOf(text);
	if (seconds !== void 0) return seconds > 0 && seconds <= LONGEST;
	const [, day] = TIME.exec(text) ?? [];
	return day !== void 0 && isDay(day) && !Number.isNaN(Date.parse(text));
}
function isDay(day) {
	const at = Date.parse(day);
	return !Number.isNaN(at) && new Date(at).toISOString().startsWith(day);
}
function endOf(text, now) {
	const seconds = secondsOf(text);
	return seconds === void 0 ? Date.parse(text) : now + seconds * 1e3;
}
function freezeOf(record, now) {
	const freeze = record?.freeze;
	return freeze?.until !== void 0 && Date.parse(freeze.until) <= now ? void 0 : freeze;
}
function refuseFrozen(record, now) {
	const freeze = freezeOf(record, now);
	if (freeze === void 0) return void 0;
	return {
		reason: `the service is ${freezeWords(freeze)}`,
		hint: `${freeze.until === void 0 ? "Run" : `Wait until ${toTheSecond(freeze.until)}, or run`} command: unfreeze. rollback and restart still work.`
	};
}
function freezeWords({ reason, actor, runUrl, at, until }) {
	return `frozen by ${actor}${until === void 0 ? "" : ` until ${toTheSecond(until)}`}: ${reason} (since ${toTheSecond(at)}, ${runUrl})`;
}
function toTheSecond(time) {
	return time.replace(/^(\S+)T([\d:]+)(?:\.\d+)?Z$/, "$1 $2 UTC");
}
// src/config/inputs/guards.ts
var group$7 = "What to do";
var PLAN_HASH = "the output plan-hash of a run with command: plan; it is empty when that run was refused or skipped";
var GUARDS = ((rows) => ({
	get "plan-hash"() {
		return rows["plan-hash"] ??= guard({
			off: "none",
			absent: void 0,
			expected: PLAN_HASH
		}, text({
			pattern: /^v1(\.[0-9a-f]{12}){5}\.(none|[0-9a-f]{7,8}-[0-9a-f]{8})$/,
			expected: PLAN_HASH,
			group: group$7,
			commands: ["deploy", "promote"],
			ofRun: true,
			description: ""
		}));
	},
	get "plan-comment"() {
		return rows["plan-comment"] ??= boolean({
			default: "false",
			group: group$7,
			commands: ["plan"],
			ofRun: true,
			description: ""
		});
	},
	get "allow-rolled-back"() {
		return rows["allow-rolled-back"] ??= boolean({
			default: "false",
			group: group$7,
			commands: _start_js__WEBPACK_IMPORTED_MODULE_1__.K,
			ofRun: true,
			description: ""
		});
	},
	get "allow-downgrade"() {
		return rows["allow-downgrade"] ??= boolean({
			default: "false",
			group: group$7,
			commands: _start_js__WEBPACK_IMPORTED_MODULE_1__.K,
			ofRun: true,
			description: ""
		});
	},
	get "lock-timeout"() {
		return rows["lock-timeout"] ??= duration({
			default: "15m",
			min: 0,
			max: 21600,
			group: group$7,
			commands: _start_js__WEBPACK_IMPORTED_MODULE_1__.q,
			description: ""
		});
	},
	get "reason"() {
		return rows["reason"] ??= optional(text({
			pattern: (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.ot)(`^(?:(?!${_start_js__WEBPACK_IMPORTED_MODULE_1__.at.source})[^]){1,200}$`),
			expected: "one line of 200 visible characters at most",
			group: group$7,
			commands: ["freeze", "steer"],
			ofRun: true,
			description: ""
		}));
	},
	get "until"() {
		return rows["until"] ??= optional(reading({
			read: (value) => isEnd(value) ? value : void 0,
			expected: "a duration such as 4h, or a time with its zone, such as 2027-01-02T06:00Z",
			group: group$7,
			commands: ["freeze"],
			ofRun: true,
			description: ""
		}));
	},
	get "destroy-repository"() {
		return rows["destroy-repository"] ??= boolean({
			default: "false",
			group: group$7,
			commands: ["destroy"],
			ofRun: true,
			description: ""
		});
	},
	get "deploy-timeout"() {
		return rows["deploy-timeout"] ??= duration({
			default: "15m",
			min: 60,
			max: 28800,
			group: group$7,
			commands: _start_js__WEBPACK_IMPORTED_MODULE_1__.J,
			description: ""
		});
	},
	get "github-token"() {
		return rows["github-token"] ??= optional(text({
			default: "${{ github.token }}",
			group: group$7,
			commands: _start_js__WEBPACK_IMPORTED_MODULE_1__.W,
			ofRun: true,
			defaultByRunner: true,
			description: ""
		}));
	},
	get "github-deployment"() {
		return rows["github-deployment"] ??= choice({
			of: [
				"auto",
				"true",
				"false"
			],
			default: "auto",
			group: group$7,
			commands: SHOWN_ON_GITHUB,
			description: ""
		});
	}
}))({});
// src/domain/schedule/zone-time.ts
var LONGEST_SHIFT = 120;
var formats = /* @__PURE__ */ new Map();
function formatOf(zone) {
	const known = formats.get(zone);
	if (known !== void 0) return known;
	const made = new Intl.DateTimeFormat("en-US", {
		timeZone: zone,
		hourCycle: "h23",
		year: "numeric",
		month: "numeric",
		day: "numeric",
		hour: "numeric",
		minute: "numeric"
	});
	formats.set(zone, made);
	return made;
}
function isZone(text) {
	if (!/^[A-Za-z][\w+-]*(\/[\w+-]+)*$/.test(text)) return false;
	try {
		return formatOf(text).resolvedOptions().timeZone !== "";
	} catch {
		return false;
	}
}
function clockAt(zone, at) {
	const parts = new Map(formatOf(zone).formatToParts(at).map(({ type, value }) => [type, Number(value)]));
	const [year = 0, month = 1, day = 1] = [
		"year",
		"month",
		"day"
	].map((part) => parts.get(part));
	return Date.UTC(year, month - 1, day, parts.get("hour"), parts.get("minute"));
}
function localTime(zone, at) {
	const now = clockAt(zone, at);
	if (clockAt(zone, at - LONGEST_SHIFT * 6e4) + LONGEST_SHIFT * 6e4 - now <= 0) return now;
	const minutes = Array.from({ length: LONGEST_SHIFT }, (_, ago) => clockAt(zone, at - ago * _start_js__WEBPACK_IMPORTED_MODULE_1__.y));
	return Math.max(now, ...minutes);
}
// src/domain/schedule/schedule.ts
var EXPECTED_SCHEDULE = "days, hours and a time zone, such as weekdays 8-19 Europe/Berlin; days are weekdays, daily, or mon-fri, or mon,wed; hours 8-19 or 8:30-19:00";
var DAY_NAMES = [
	"sun",
	"mon",
	"tue",
	"wed",
	"thu",
	"fri",
	"sat"
];
var EVERY_DAY = [
	0,
	1,
	2,
	3,
	4,
	5,
	6
];
var NAMED_DAYS = /* @__PURE__ */ new Map([["weekdays", [
	1,
	2,
	3,
	4,
	5
]], ["daily", EVERY_DAY]]);
var DAY_MINUTES = 1440;
var WEEK_HOURS = 168;
function parseSchedule(text) {
	const [dayWords = "", hours = "", zone = "", ...rest] = text.trim().split(/\s+/);
	const [from, to] = hours.split("-").map(minutesOf);
	const days = daysOf(dayWords.toLowerCase());
	if (rest.length > 0 || days === void 0 || !isZone(zone) || !/^[\d:]+-[\d:]+$/.test(hours)) return void 0;
	if (from === void 0 || to === void 0 || from >= to) return void 0;
	return {
		text: `${dayWords} ${hours} ${zone}`,
		days,
		from,
		to,
		zone
	};
}
function minutesOf(text) {
	const [, hour = "", minute = "0"] = /^(\d{1,2})(?::([0-5]\d))?$/.exec(text) ?? [];
	const minutes = Number(hour) * 60 + Number(minute);
	return hour === "" || minutes > DAY_MINUTES ? void 0 : minutes;
}
function daysOf(words) {
	const named = NAMED_DAYS.get(words);
	if (named !== void 0) return named;
	const parts = words.split(",").map(spanOf);
	const days = new Set(parts.flatMap((part) => part ?? []));
	return parts.includes(void 0) ? void 0 : EVERY_DAY.filter((day) => days.has(day));
}
function spanOf(words) {
	const ends = words.split("-").map((word) => DAY_NAMES.findIndex((name) => name === word));
	const [first = -1, last = first] = ends;
	if (ends.length > 2 || first < 0 || last < 0) return void 0;
	const length = (last - first + 7) % 7 + 1;
	return Array.from({ length }, (_, at) => (first + at) % 7);
}
function isOn({ days, from, to, zone }, at) {
	const local = localTime(zone, at);
	const minutes = Math.floor(local / _start_js__WEBPACK_IMPORTED_MODULE_1__.y) % DAY_MINUTES;
	return days.includes(new Date(local).getUTCDay()) && minutes >= from && minutes < to;
}
function nextChange(schedule, at) {
	const now = isOn(schedule, at);
	const step = (schedule.from % 15 === 0 && schedule.to % 15 === 0 ? 15 : 1) * _start_js__WEBPACK_IMPORTED_MODULE_1__.y;
	const first = (Math.floor(at / step) + 1) * step;
	for (let next = first; next < at + 15 * DAY_MINUTES * _start_js__WEBPACK_IMPORTED_MODULE_1__.y; next += step) if (isOn(schedule, next) !== now) return next;
}
function weekHours({ days, from, to }) {
	return days.length * (to - from) / 60;
}
function runningShare(schedule) {
	return schedule === void 0 ? 1 : weekHours(schedule) / WEEK_HOURS;
}
function changeWords(schedule, at) {
	const next = nextChange(schedule, at);
	if (next === void 0) return "further notice";
	const local = new Date(localTime(schedule.zone, next));
	const day = DAY_NAMES[local.getUTCDay()] ?? "";
	const [date, time = ""] = local.toISOString().split("T");
	return `${day.slice(0, 1).toUpperCase()}${day.slice(1)} ${date} ${time.slice(0, 5)} (${schedule.zone})`;
}
// src/domain/field/private-network.ts
var PRIVATE = [
	"10.0.0.0/8",
	"172.16.0.0/12",
	"192.168.0.0/16"
].map((cidr) => blockOf(cidr));
var SMALLEST = 24;
function privateNetwork(about) {
	const expected = `a private IPv4 network of /${SMALLEST} or larger, starting with its first address, such as 10.213.0.0/16`;
	return textField({
		...about,
		expected
	}, (value) => {
		if (!isPrivateNetwork(value)) throw new Invalid(expected);
		return value;
	});
}
function isPrivateNetwork(cidr) {
	const block = blockOf(cidr);
	return block !== void 0 && block.prefix <= SMALLEST && PRIVATE.some(({ first, last }) => first <= block.first && block.last <= last);
}
function blockOf(cidr) {
	const [, address = "", length = ""] = /^((?:\d{1,3}\.){3}\d{1,3})\/(\d{1,2})$/.exec(cidr) ?? [];
	const parts = address.split(".").map(Number);
	const prefix = Number(length);
	if (length === "" || prefix > 32 || parts.some((part) => part > 255)) return void 0;
	const first = parts.reduce((sum, part) => sum * 256 + part, 0);
	const size = 2 ** (32 - prefix);
	return first % size === 0 ? {
		first,
		last: first + size - 1,
		prefix
	} : void 0;
}
// src/config/inputs/host.ts
var effect = "new-host";
var group$6 = "Host";
var HOST = ((rows) => ({
	get "instance-id"() {
		return rows["instance-id"] ??= optional(text({
			pattern: /^i-[0-9a-f]{8,17}$/,
			expected: "an instance id, such as i-0123456789abcdef0",
			group: group$6,
			commands: _start_js__WEBPACK_IMPORTED_MODULE_1__.G,
			description: ""
		}));
	},
	get "instances"() {
		return rows["instances"] ??= integer({
			default: "1",
			min: 1,
			max: 50,
			group: group$6,
			commands: [..._start_js__WEBPACK_IMPORTED_MODULE_1__.K, "doctor"],
			description: ""
		});
	},
	get "max-concurrency"() {
		return rows["max-concurrency"] ??= text({
			default: "1",
			pattern: /^([1-9]|[1-4][0-9]|50|[1-9][0-9]?%|100%)$/,
			expected: "a number from 1 to 50, or a percentage from 1% to 100%",
			group: group$6,
			commands: _start_js__WEBPACK_IMPORTED_MODULE_1__.J,
			description: ""
		});
	},
	get "instance-type"() {
		return rows["instance-type"] ??= text({
			pattern: /^[a-z0-9-]+\.[a-z0-9-]+$/,
			expected: "an instance type, such as t3.small",
			default: "t3.small",
			group: group$6,
			effect,
			commands: [..._start_js__WEBPACK_IMPORTED_MODULE_1__.K, "doctor"],
			description: ""
		});
	},
	get "ami"() {
		return rows["ami"] ??= optional(text({
			pattern: /^ami-[0-9a-f]{8,17}$/,
			expected: "an image id, such as ami-0123456789abcdef0",
			group: group$6,
			effect,
			commands: [..._start_js__WEBPACK_IMPORTED_MODULE_1__.K, "doctor"],
			description: ""
		}));
	},
	get "subnet-ids"() {
		return rows["subnet-ids"] ??= guard({
			off: "default",
			absent: []
		}, list({
			separator: "any",
			pattern: /^subnet-[0-9a-f]{8,17}$/,
			expected: "subnet ids, such as subnet-0123456789abcdef0, or default",
			group: group$6,
			effect,
			commands: [..._start_js__WEBPACK_IMPORTED_MODULE_1__.K, "doctor"],
			description: ""
		}));
	},
	get "security-group-ids"() {
		return rows["security-group-ids"] ??= guard({
			off: "default",
			absent: []
		}, list({
			separator: "any",
			pattern: /^sg-[0-9a-f]{8,17}$/,
			expected: "security group ids, such as sg-0123456789abcdef0, or default",
			group: group$6,
			effect,
			commands: [..._start_js__WEBPACK_IMPORTED_MODULE_1__.J, "doctor"],
			description: ""
		}));
	},
	get "instance-profile"() {
		return rows["instance-profile"] ??= optional(text({
			pattern: /^[\w+=,.@-]{1,128}$/,
			expected: "the name of an instance profile (not its ARN)",
			group: group$6,
			effect,
			commands: [..._start_js__WEBPACK_IMPORTED_MODULE_1__.K, "doctor"],
			description: ""
		}));
	},
	get "volume-size"() {
		return rows["volume-size"] ??= integer({
			default: "16",
			min: 8,
			max: 16384,
			group: group$6,
			effect,
			commands: [..._start_js__WEBPACK_IMPORTED_MODULE_1__.K, "doctor"],
			description: ""
		});
	},
	get "elastic-ip"() {
		return rows["elastic-ip"] ??= boolean({
			default: "true",
			group: group$6,
			commands: [..._start_js__WEBPACK_IMPORTED_MODULE_1__.J, "doctor"],
			description: ""
		});
	},
	get "network"() {
		return rows["network"] ??= optional(privateNetwork({
			group: group$6,
			commands: _start_js__WEBPACK_IMPORTED_MODULE_1__.J,
			description: ""
		}));
	},
	get "max-monthly-cost"() {
		return rows["max-monthly-cost"] ??= guard({
			off: "none",
			absent: void 0
		}, decimal({
			min: 1,
			max: 1e6,
			group: group$6,
			commands: _start_js__WEBPACK_IMPORTED_MODULE_1__.K,
			description: ""
		}));
	},
	get "capacity"() {
		return rows["capacity"] ??= choice({
			of: ["on-demand", "spot"],
			default: "on-demand",
			group: group$6,
			effect,
			commands: [..._start_js__WEBPACK_IMPORTED_MODULE_1__.K, "doctor"],
			description: ""
		});
	},
	get "schedule"() {
		return rows["schedule"] ??= optional(reading({
			read: parseSchedule,
			expected: EXPECTED_SCHEDULE,
			group: group$6,
			commands: [
				"deploy",
				"plan",
				"promote",
				"schedule",
				"status",
				"doctor"
			],
			description: ""
		}));
	},
	get "host-timeout"() {
		return rows["host-timeout"] ??= duration({
			default: "10m",
			min: 10,
			max: 3600,
			group: group$6,
			commands: [..._start_js__WEBPACK_IMPORTED_MODULE_1__.U, "schedule"],
			description: ""
		});
	},
	get "allow-replacement"() {
		return rows["allow-replacement"] ??= boolean({
			default: "false",
			group: group$6,
			commands: _start_js__WEBPACK_IMPORTED_MODULE_1__.K,
			ofRun: true,
			description: ""
		});
	},
	get "renew"() {
		return rows["renew"] ??= boolean({
			default: "false",
			group: group$6,
			commands: _start_js__WEBPACK_IMPORTED_MODULE_1__.K,
			ofRun: true,
			description: ""
		});
	}
}))({});
// src/domain/image/image-reference.ts
var COMPONENT = "[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*";
var IMAGE_REFERENCE = new RegExp(`^(?:[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::\\d{1,5})?/)?${COMPONENT}(?:/${COMPONENT})*(?::\\w[\\w.-]{0,127})?(?:@sha256:[0-9a-f]{64})?$`);
function isReachable(reference) {
	return URL.canParse(`https://${parseImage(reference).registry}`);
}
// src/config/inputs/image.ts
var group$5 = "Image";
var IMAGE = ((rows) => ({
	get "image"() {
		return rows["image"] ??= optional(text({
			pattern: IMAGE_REFERENCE,
			isValid: isReachable,
			expected: "an image reference with a name in lower case, such as public.ecr.aws/nginx/nginx:1.29 or name@sha256:...",
			group: group$5,
			description: ""
		}));
	},
	get "repository"() {
		return rows["repository"] ??= optional(text({
			pattern: /^(?=.{2,256}$)[a-z0-9]+([._/-][a-z0-9]+)*$/,
			expected: "the name of an ECR repository, such as team/web",
			group: group$5,
			commands: [..._start_js__WEBPACK_IMPORTED_MODULE_1__.U, "doctor"],
			description: ""
		}));
	},
	get "context"() {
		return rows["context"] ??= text({
			default: ".",
			group: group$5,
			description: ""
		});
	},
	get "dockerfile"() {
		return rows["dockerfile"] ??= optional(text({
			group: group$5,
			description: ""
		}));
	},
	get "target"() {
		return rows["target"] ??= optional(text({
			group: group$5,
			description: ""
		}));
	},
	get "build-args"() {
		return rows["build-args"] ??= map({
			key: VARIABLE,
			entry: {
				name: "NAME",
				values: ["value"]
			},
			group: group$5,
			description: ""
		});
	},
	get "build-secrets"() {
		return rows["build-secrets"] ??= map({
			key: SECRET_ID,
			value: SECRET_SOURCE,
			entry: {
				name: "id",
				values: ["env:VARIABLE", "file:path"]
			},
			group: group$5,
			description: ""
		});
	},
	get "ssh"() {
		return rows["ssh"] ??= optional(choice({
			of: ["default"],
			group: group$5,
			description: ""
		}));
	},
	get "sbom"() {
		return rows["sbom"] ??= optional(text({
			pattern: /^[^\0]+$/,
			expected: "the path of a file",
			group: group$5,
			description: ""
		}));
	},
	get "platforms"() {
		return rows["platforms"] ??= list({
			separator: "any",
			pattern: /^linux\/(amd64|arm64)$/,
			expected: "linux/amd64, linux/arm64 or both",
			group: group$5,
			description: ""
		});
	},
	get "cache"() {
		return rows["cache"] ??= boolean({
			default: "true",
			group: group$5,
			description: ""
		});
	},
	get "rebuild"() {
		return rows["rebuild"] ??= boolean({
			default: "false",
			group: group$5,
			ofRun: true,
			description: ""
		});
	}
}))({});
// src/config/inputs/names.ts
var NAMES = ((rows) => ({
	get "hosted-zone-id"() {
		return rows["hosted-zone-id"] ??= optional(distinct(list({
			separator: "any",
			pattern: /^(none|[A-Z0-9]{1,32})$/,
			expected: "ids of hosted zones, such as Z0123456789ABCDEFGHIJ, or none",
			most: 5,
			group: "Health and traffic",
			commands: _start_js__WEBPACK_IMPORTED_MODULE_1__.G,
			description: ""
		})));
	},
	get "dns-timeout"() {
		return rows["dns-timeout"] ??= duration({
			default: "10m",
			min: 0,
			max: 86400,
			group: "HTTPS",
			kind: "web",
			commands: _start_js__WEBPACK_IMPORTED_MODULE_1__.K,
			description: ""
		});
	}
}))({});
// src/domain/image/scan.ts
var SEVERITIES = [
	"critical",
	"high",
	"medium"
];
var TOLD = 10;
function tooSevere(vulnerabilities, max) {
	const refused = SEVERITIES.slice(0, SEVERITIES.indexOf(max) + 1);
	const rank = ({ severity }) => refused.indexOf(severity);
	return vulnerabilities.filter(({ severity }) => refused.includes(severity)).toSorted((a, b) => rank(a) - rank(b) || (a.name < b.name ? -1 : 1));
}
function refuseVulnerable(image, found, max) {
	if (found.length === 0) return void 0;
	const total = SEVERITIES.map((severity) => [severity, found.filter((one) => one.severity === severity).length]).flatMap(([severity, count]) => count === 0 ? [] : [`${count} ${severity}`]).join(", ");
	const more = found.length > TOLD ? [`${found.length - TOLD} more`] : [];
	const fixable = found.filter(({ fixed }) => fixed !== "").length;
	return {
		code: "image-vulnerable",
		reason: `${image} has vulnerabilities that max-severity: ${max} refuses, ${total}: ${[...found.slice(0, TOLD).map(vulnerabilityWords), ...more].join("; ")}`,
		hint: `Update what is named, usually with a newer base image, and build again${fixable === 0 ? "" : `: ${fixable} of ${found.length} have a fixed version`}; or set another max-severity.`
	};
}
function vulnerabilityWords({ name, severity, in: where, fixed }) {
	return `${name} (${severity}${where === "" ? "" : `, ${where}`}${fixed === "" ? "" : `, fixed in ${fixed}`})`;
}
function refuseUnscanned(image, reason) {
	return {
		code: "image-not-scanned",
		reason: `max-severity needs a scan of ${image}, but ${reason}`,
		hint: "Keep the image in ECR, and turn on scan on push or enhanced scanning for its repository. `aws ecr start-image-scan` scans an existing image. Or leave max-severity out."
	};
}
// src/domain/provenance/signer.ts
var WORKFLOW = /^(?:([\w.-]+\/[\w.-]+)\/)?(\.github\/workflows\/[\w.-]+\.ya?ml)(?:@(refs\/(?:heads|tags)\/[\w./-]+))?$/;
function signerWorkflow(text) {
	const [, repository = "", path = "", ref = ""] = WORKFLOW.exec(text) ?? [];
	return path === "" ? void 0 : {
		repository,
		path,
		ref
	};
}
function otherThan(signer, expected) {
	const { serverUrl, repository, repositoryId, ownerId } = expected;
	const source = `${serverUrl}/${repository}`;
	const other = [
		[
			"a token of",
			signer.issuer,
			issuerOf(serverUrl)
		],
		[
			"a run of",
			signer.repository,
			source
		],
		[
			"repository number",
			signer.repositoryId,
			repositoryId || signer.repositoryId
		],
		[
			"owner number",
			signer.ownerId,
			ownerId || signer.ownerId
		]
	].find(([, is, should]) => is !== should);
	if (other) return `it was signed with ${other[0]} ${other[1] || "nobody"}, not ${other[2]}`;
	return isSignedBy(signer, expected) ? void 0 : `it was signed by ${signer.workflow}, not by ${workflowWords(expected)}`;
}
function isSignedBy({ workflow }, { serverUrl, repository, workflow: wanted }) {
	const at = workflow.lastIndexOf("@");
	const [file, ref] = [workflow.slice(0, at), workflow.slice(at + 1)];
	if (wanted === "any") return file.startsWith(`${serverUrl}/${repository}/.github/workflows/`);
	return file === `${serverUrl}/${wanted.repository || repository}/${wanted.path}` && (wanted.ref === "" || ref === wanted.ref);
}
function workflowWords({ repository, workflow }) {
	if (workflow === "any") return `a workflow of ${repository}`;
	return `${workflow.repository || repository}/${workflow.path}${workflow.ref === "" ? "" : `@${workflow.ref}`}`;
}
function issuerOf(serverUrl) {
	const { host } = new URL(serverUrl);
	if (host === "github.com") return "https://token.actions.githubusercontent.com";
	return host.endsWith(".ghe.com") ? `https://token.actions.${host}` : `${serverUrl}/_services/token`;
}
// src/config/inputs/provenance.ts
var group$4 = "Image";
var PROVENANCE = ((rows) => ({
	get "require-attestation"() {
		return rows["require-attestation"] ??= guard({
			off: "false",
			absent: void 0
		}, signer({
			group: group$4,
			commands: _start_js__WEBPACK_IMPORTED_MODULE_1__.K,
			description: ""
		}));
	},
	get "trusted-root"() {
		return rows["trusted-root"] ??= optional(text({
			pattern: /^[^\0]+$/,
			expected: "the path of a file",
			group: group$4,
			commands: _start_js__WEBPACK_IMPORTED_MODULE_1__.K,
			description: ""
		}));
	},
	get "max-severity"() {
		return rows["max-severity"] ??= guard({
			off: "none",
			absent: void 0
		}, choice({
			of: SEVERITIES,
			group: group$4,
			commands: _start_js__WEBPACK_IMPORTED_MODULE_1__.K,
			description: ""
		}));
	}
}))({});
function signer(about) {
	const expected = "true, false, or a workflow such as .github/workflows/build.yml or .github/workflows/build.yml@refs/heads/main";
	return textField({
		...about,
		expected
	}, (raw) => {
		if (/^(false|False|FALSE)$/.test(raw)) return void 0;
		if (/^(true|True|TRUE)$/.test(raw)) return "any";
		const workflow = signerWorkflow(raw);
		if (workflow === void 0) throw new Invalid(expected);
		return workflow;
	});
}
// src/domain/order/proxy-image.ts
var PROXY_IMAGE = "public.ecr.aws/docker/library/caddy:2.11.7";
// src/config/inputs/rollout.ts
var group$3 = "Health and traffic";
var ROLLOUT = ((rows) => ({
	get "drain-timeout"() {
		return rows["drain-timeout"] ??= duration({
			default: "30s",
			min: 0,
			max: 3600,
			group: group$3,
			commands: _start_js__WEBPACK_IMPORTED_MODULE_1__.J,
			description: ""
		});
	},
	get "certificate-timeout"() {
		return rows["certificate-timeout"] ??= duration({
			default: "2m",
			min: 1,
			max: 3600,
			group: "HTTPS",
			kind: "web",
			commands: _start_js__WEBPACK_IMPORTED_MODULE_1__.J,
			description: ""
		});
	},
	get "bake-time"() {
		return rows["bake-time"] ??= duration({
			default: "10s",
			min: 0,
			max: 3600,
			group: group$3,
			commands: _start_js__WEBPACK_IMPORTED_MODULE_1__.J,
			description: ""
		});
	},
	get "bake-max-errors"() {
		return rows["bake-max-errors"] ??= decimal({
			default: "0.1",
			min: 0,
			max: 1,
			group: group$3,
			kind: "web",
			commands: _start_js__WEBPACK_IMPORTED_MODULE_1__.J,
			description: ""
		});
	},
	get "alarms"() {
		return rows["alarms"] ??= guard({
			off: "none",
			absent: []
		}, commaList({
			pattern: (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.ot)(String.raw`^[^,\p{Cc}]{1,255}$`),
			expected: "names of CloudWatch alarms, separated by commas, 20 at most",
			most: 20,
			group: group$3,
			commands: _start_js__WEBPACK_IMPORTED_MODULE_1__.K,
			description: ""
		}));
	},
	get "retain-releases"() {
		return rows["retain-releases"] ??= integer({
			default: "3",
			min: 2,
			max: 20,
			group: group$3,
			commands: _start_js__WEBPACK_IMPORTED_MODULE_1__.J,
			description: ""
		});
	},
	get "proxy-image"() {
		return rows["proxy-image"] ??= text({
			pattern: IMAGE_REFERENCE,
			isValid: isReachable,
			expected: "an image reference with a name in lower case",
			default: PROXY_IMAGE,
			group: group$3,
			kind: "web",
			commands: _start_js__WEBPACK_IMPORTED_MODULE_1__.J,
			description: ""
		});
	}
}))({});
// src/config/inputs/reports/logs.ts
var group$2 = "Logs";
var LOGS = ((rows) => ({
	get "log-lines"() {
		return rows["log-lines"] ??= integer({
			default: "200",
			min: 1,
			max: 2e3,
			group: group$2,
			commands: ["logs"],
			ofRun: true,
			description: ""
		});
	},
	get "log-since"() {
		return rows["log-since"] ??= optional(duration({
			min: 1,
			max: 2592e3,
			group: group$2,
			commands: ["logs"],
			ofRun: true,
			description: ""
		}));
	},
	get "allow-public-logs"() {
		return rows["allow-public-logs"] ??= boolean({
			default: "false",
			group: group$2,
			commands: ["logs"],
			ofRun: true,
			description: ""
		});
	}
}))({});
// src/config/inputs/reports/metrics.ts
var group$1 = "Metrics";
var METRICS = ((rows) => ({
	get "window"() {
		return rows["window"] ??= duration({
			default: "30d",
			min: 86400,
			max: 31536e3,
			group: group$1,
			commands: ["metrics"],
			description: ""
		});
	},
	get "incident-label"() {
		return rows["incident-label"] ??= optional(text({
			pattern: (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.ot)(String.raw`^[^\p{Cc}\p{Zl}\p{Zp},]{1,50}$`),
			expected: "the name of one label, such as incident",
			group: group$1,
			commands: ["metrics"],
			description: ""
		}));
	},
	get "metrics-path"() {
		return rows["metrics-path"] ??= optional(text({
			pattern: (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.ot)(String.raw`^(?!\/)(?!(.*\/)?\.\.?(\/|$))[^\p{Cc}\\]+$`),
			expected: "a folder by its path in the workspace, such as metrics",
			group: group$1,
			commands: ["metrics"],
			description: ""
		}));
	}
}))({});
// src/domain/version/next-version.ts
var SCHEMES = ["semver", "calver"];
var FIRST = [
	0,
	1,
	0
];
function nextSemver({ last, prerelease }, changes) {
	const [highest] = [last === void 0 ? void 0 : raised(last.core, changes), prerelease?.core].filter((core) => core !== void 0).toSorted((a, b) => compareCores(b, a));
	return (highest ?? FIRST).join(".");
}
function raised([major, minor, patch], changes) {
	const steps = changes.includes("breaking") ? 0 : changes.includes("feature") ? 1 : 2;
	const part = major === 0 ? Math.min(2, steps + 1) : steps;
	if (part === 0) return [
		major + 1,
		0,
		0
	];
	return part === 1 ? [
		major,
		minor + 1,
		0
	] : [
		major,
		minor,
		patch + 1
	];
}
function compareCores(a, b) {
	const plain = (core) => ({
		text: "",
		core,
		prerelease: []
	});
	return compareSemver(plain(a), plain(b));
}
function nextCalver(now, versions) {
	const [year, day] = [now.getUTCFullYear(), (now.getUTCMonth() + 1) * 100 + now.getUTCDate()];
	const counters = versions.flatMap(({ core: [itsYear, itsDay, counter] }) => itsYear === year && itsDay === day ? [counter] : []);
	return [
		year,
		day,
		counters.length === 0 ? 0 : Math.max(...counters) + 1
	].join(".");
}
// src/config/inputs/what.ts
var NAME_EXPECTED = "lower-case letters and digits with single hyphens between them, 40 at most, such as web or pr-12";
var REGION = /^[a-z]{2}(-[a-z]+)+-\d$/;
var group = "What to do";
// src/config/inputs/inputs.ts
var INPUTS = Object.defineProperties(((rows) => ({}))({}), Object.assign({}, ...[
	((rows) => ({
		get "command"() {
			return rows["command"] ??= choice({
				of: _start_js__WEBPACK_IMPORTED_MODULE_1__.W,
				default: "deploy",
				group,
				commands: _start_js__WEBPACK_IMPORTED_MODULE_1__.W,
				ofRun: true,
				defaultByRunner: true,
				description: ""
			});
		},
		get "config"() {
			return rows["config"] ??= optional(text({
				pattern: /^(none|(?!\/)(?!(.*\/)?\.\.?\/)[^\0\\]+\.ya?ml)$/,
				expected: "a YAML file by its path in the repository, such as .github/docker-to-ec2.yml, or none",
				group,
				commands: _start_js__WEBPACK_IMPORTED_MODULE_1__.G,
				ofRun: true,
				description: ""
			}));
		},
		get "service"() {
			return rows["service"] ??= optional(text({
				pattern: _start_js__WEBPACK_IMPORTED_MODULE_1__.St,
				expected: NAME_EXPECTED,
				group,
				commands: _start_js__WEBPACK_IMPORTED_MODULE_1__.G,
				description: ""
			}));
		},
		get "environment"() {
			return rows["environment"] ??= neverEmpty(text({
				pattern: _start_js__WEBPACK_IMPORTED_MODULE_1__.St,
				expected: NAME_EXPECTED,
				default: "production",
				group,
				commands: _start_js__WEBPACK_IMPORTED_MODULE_1__.G.filter((command) => command !== "preview" && command !== "sweep"),
				ofRun: true,
				description: ""
			}));
		},
		get "aws-region"() {
			return rows["aws-region"] ??= optional(text({
				pattern: REGION,
				expected: "an AWS region, such as us-east-1",
				group,
				commands: _start_js__WEBPACK_IMPORTED_MODULE_1__.G,
				description: ""
			}));
		},
		get "role-to-assume"() {
			return rows["role-to-assume"] ??= optional(text({
				pattern: _start_js__WEBPACK_IMPORTED_MODULE_1__.O,
				expected: "the ARN of a role, such as arn:aws:iam::111122223333:role/deploy",
				group,
				commands: _start_js__WEBPACK_IMPORTED_MODULE_1__.G,
				description: ""
			}));
		},
		get "role-duration"() {
			return rows["role-duration"] ??= duration({
				default: "1h",
				min: 900,
				max: 43200,
				group,
				commands: _start_js__WEBPACK_IMPORTED_MODULE_1__.G,
				description: ""
			});
		},
		get "audience"() {
			return rows["audience"] ??= optional(text({
				pattern: /^[\x21-\x7e]{1,255}$/,
				expected: "one that the identity provider in the account lists, such as sts.amazonaws.com",
				group,
				commands: _start_js__WEBPACK_IMPORTED_MODULE_1__.G,
				description: ""
			}));
		},
		get "account-id"() {
			return rows["account-id"] ??= guard({
				off: "any",
				absent: void 0
			}, text({
				pattern: /^\d{12}$/,
				expected: "the 12 digits of an AWS account",
				group,
				commands: _start_js__WEBPACK_IMPORTED_MODULE_1__.G,
				description: ""
			}));
		},
		get "release"() {
			return rows["release"] ??= optional(text({
				pattern: RELEASE_NAME,
				expected: "the name of a release, such as 3f2a9c1d-b04e77aa; `status` lists them",
				group,
				commands: [
					"rollback",
					"promote",
					"plan"
				],
				ofRun: true,
				description: ""
			}));
		},
		get "version"() {
			return rows["version"] ??= optional(reading({
				read: readVersion,
				expected: "a semantic version such as 1.4.0 or v1.4.0, of 64 characters at most, or the whole id of a commit",
				group,
				commands: [
					"deploy",
					"plan",
					"promote",
					"rollback"
				],
				ofRun: true,
				description: ""
			}));
		},
		get "next-version"() {
			return rows["next-version"] ??= optional(choice({
				of: SCHEMES,
				group,
				commands: ["deploy", "plan"],
				description: ""
			}));
		},
		get "release-notes"() {
			return rows["release-notes"] ??= boolean({
				default: "false",
				group,
				commands: ["deploy", "promote"],
				description: ""
			});
		},
		get "promote-from"() {
			return rows["promote-from"] ??= optional(text({
				pattern: _start_js__WEBPACK_IMPORTED_MODULE_1__.St,
				expected: NAME_EXPECTED,
				group,
				commands: ["promote", "plan"],
				description: ""
			}));
		},
		get "promote-from-role"() {
			return rows["promote-from-role"] ??= optional(text({
				pattern: _start_js__WEBPACK_IMPORTED_MODULE_1__.O,
				expected: "the ARN of a role, such as arn:aws:iam::111122223333:role/promoter",
				group,
				commands: ["promote", "plan"],
				description: ""
			}));
		},
		get "promote-from-region"() {
			return rows["promote-from-region"] ??= optional(text({
				pattern: REGION,
				expected: "an AWS region, such as us-east-1",
				group,
				commands: ["promote", "plan"],
				description: ""
			}));
		},
		get "min-soak"() {
			return rows["min-soak"] ??= neverEmpty(duration({
				default: "0s",
				min: 0,
				max: 2592e3,
				group,
				commands: ["promote", "plan"],
				description: ""
			}));
		}
	}))({}),
	GUARDS,
	HOST,
	IMAGE,
	PROVENANCE,
	SPEC,
	NAMES,
	DATA,
	ROLLOUT,
	CANARY,
	LOGS,
	METRICS,
	PREVIEWS,
	COMMENTS
].map((table) => Object.getOwnPropertyDescriptors(table))));
// src/config/step/values.ts
function readInput(name, text, value) {
	const field = INPUTS[name];
	const under = value && attempt(() => field.read(value));
	const ofFile = under && "value" in under ? under : void 0;
	if (text === void 0) return ofFile ?? { value: _start_js__WEBPACK_IMPORTED_MODULE_1__.Y[name].absent };
	const over = attempt(() => field.parse(text));
	if ("faults" in over) return { message: textMessage(over.faults, field, text) };
	return ofFile && field.merge ? { value: field.merge(ofFile.value, over.value) } : over;
}
function attempt(read) {
	try {
		return { value: read() };
	} catch (error) {
		if (!(error instanceof Invalid)) throw error;
		return { faults: error.faults };
	}
}
function textMessage(faults, { confidential }, raw) {
	const groups = Object.entries(Object.groupBy(faults, ({ expected }) => expected));
	const quotes = !confidential || raw.trim() === "";
	return groups.map(([expected, same = []]) => `${quotes ? shown(same, raw) : hidden(same)}; expected ${expected}`).join("; ");
}
function shown(faults, raw) {
	if (faults.every(({ line }) => line === void 0)) return `got ${faults.map(({ got }) => got ?? (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.H)(raw)).join(", ")}`;
	return faults.map(({ line, got }) => `line ${line} is ${got}`).join(", ");
}
function hidden(faults) {
	const lines = faults.flatMap(({ line }) => line ?? []);
	if (lines.length === 0) return "its value is wrong";
	return lines.length === 1 ? `line ${lines[0]} is wrong` : `lines ${lines.slice(0, -1).join(", ")} and ${lines.at(-1)} are wrong`;
}
function valueMessage({ expected, got }, { confidential }) {
	return got === void 0 || confidential ? `expected ${expected}` : `got ${got}; expected ${expected}`;
}
// src/config/file/file-inputs.ts
var ENVIRONMENTS = "environments";
function fileInputs(file, environment) {
	const { content } = file;
	const top = {
		entries: content.entries.filter(({ key }) => key !== ENVIRONMENTS),
		prefix: ""
	};
	const { parts, problems } = environmentsOf(file, content);
	const own = parts.find(({ prefix }) => prefix === `${ENVIRONMENTS}.${environment}.`);
	const typo = environment === void 0 ? void 0 : environmentTypo(file, environment);
	return {
		values: valuesOf([top, ...own ? [own] : []]),
		problems: (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.V)([
			...typo ? [typo] : [],
			...file.problems,
			...problems,
			...[top, ...parts].flatMap((part) => problemsOf$1(file, part))
		])
	};
}
function partWords({ path, content }, environment) {
	const names = environmentNames(content);
	if (names.includes(environment)) return `${path} with ${ENVIRONMENTS}.${environment}`;
	return names.length === 0 ? path : `${path}, which has no section for ${environment}, only for ${names.join(", ")}`;
}
function environmentNames({ entries }) {
	const environments = entries.find(({ key }) => key === ENVIRONMENTS)?.value;
	return environments?.kind === "map" ? environments.entries.map(({ key }) => key) : [];
}
function environmentTypo({ path, content }, environment) {
	const names = environmentNames(content);
	const near = names.includes(environment) ? void 0 : (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.B)(environment, names);
	if (near === void 0 || withoutNumbers(near) === withoutNumbers(environment)) return void 0;
	return {
		input: "environment",
		message: `${path} has no ${environment}; did you mean \`${near}\`? If not, add \`${environment}: {}\` to its ${ENVIRONMENTS}`
	};
}
var withoutNumbers = (name) => name.replaceAll(/\d+/g, "");
function environmentsOf(file, { entries }) {
	const value = entries.find(({ key }) => key === ENVIRONMENTS)?.value;
	if (value === void 0) return {
		parts: [],
		problems: []
	};
	if (value.kind !== "map") return {
		parts: [],
		problems: [wrong(file, value, "expected a map of names to inputs", ENVIRONMENTS)]
	};
	const problems = value.entries.flatMap(({ key, at, value: inner }) => {
		const input = `${ENVIRONMENTS}.${key}`;
		const named = attempt(() => INPUTS.environment.parse(key));
		if ("faults" in named) return [{
			input,
			message: textMessage(named.faults, INPUTS.environment, key),
			at: {
				path: file.path,
				...at
			}
		}];
		return inner.kind === "map" ? [] : [wrong(file, inner, "expected a map of inputs", input)];
	});
	return {
		parts: value.entries.flatMap(({ key, value: inner }) => inner.kind === "map" ? [{
			entries: inner.entries,
			prefix: `${ENVIRONMENTS}.${key}.`
		}] : []),
		problems
	};
}
function wrong(file, { at }, message, input = "") {
	return {
		input,
		message,
		at: {
			path: file.path,
			...at
		}
	};
}
function valuesOf(parts) {
	const values = /* @__PURE__ */ new Map();
	for (const { key, value } of parts.flatMap(({ entries }) => entries)) {
		if (!(0,_start_js__WEBPACK_IMPORTED_MODULE_1__.L)(key)) continue;
		const under = values.get(key);
		values.set(key, under === void 0 ? value : overlay(under, value));
	}
	return values;
}
function problemsOf$1(file, { entries, prefix }) {
	return entries.flatMap(({ key, at, value }) => {
		const input = `${prefix}${key}`;
		if (!(0,_start_js__WEBPACK_IMPORTED_MODULE_1__.L)(key)) return [{
			input,
			...(0,_start_js__WEBPACK_IMPORTED_MODULE_1__.z)(key, namesForFiles()),
			at: {
				path: file.path,
				...at
			}
		}];
		const field = INPUTS[key];
		if (field.ofRun) return [{
			input,
			message: "belongs to a single run: set it in the `with:` block of a step",
			at: {
				path: file.path,
				...at
			}
		}];
		const read = attempt(() => field.read(value));
		if ("value" in read) return [];
		return read.faults.map((fault) => ({
			input,
			message: valueMessage({
				got: value.kind === "scalar" ? (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.H)(value.text) : void 0,
				...fault
			}, field),
			at: {
				path: file.path,
				...fault.at ?? value.at
			}
		}));
	});
}
function namesForFiles() {
	return Object.entries(INPUTS).flatMap(([name, { ofRun }]) => ofRun ? [] : [name]);
}
// src/domain/comment/event.ts
var EVENT$1 = (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)({
	action: line,
	comment: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)({
		id: count,
		body: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.b)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.M)(), ""),
		created_at: isoTime,
		user: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.b)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)({
			login: line,
			id: count,
			type: line
		})),
		performed_via_github_app: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.C)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.F)())
	}),
	issue: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)({
		number: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.E)(count, (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.v)(1)),
		pull_request: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.C)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.F)())
	})
});
function readCommentEvent(text) {
	const event = readJson(EVENT$1, text);
	if (event === void 0) return void 0;
	const { action, comment, issue } = event;
	const { user, performed_via_github_app: app } = comment;
	return {
		action,
		id: comment.id,
		body: comment.body,
		writtenAt: Date.parse(comment.created_at),
		person: user?.type === "User" && (app ?? void 0) === void 0 ? {
			login: user.login,
			id: user.id
		} : void 0,
		number: issue.number,
		onPullRequest: (issue.pull_request ?? void 0) !== void 0
	};
}
// src/config/events/comment.ts
function commentOf(inputs, env, job) {
	const event = job.event === "issue_comment" ? readCommentEvent(eventOf(env)) : void 0;
	if (event === void 0) return {
		run: void 0,
		problems: [NO_COMMENT]
	};
	return {
		run: {
			event,
			environments: inputs["comment-environments"] ?? [],
			permission: inputs["comment-permission"] ?? "admin",
			allowForks: inputs["comment-forks"] ?? false,
			needsReview: inputs["comment-review"] ?? true,
			jobs: inputs["comment-result"]
		},
		problems: []
	};
}
var NO_COMMENT = {
	input: "command",
	message: "comment needs a run for a comment; expected a workflow with on: issue_comment (examples/workflows/comment.yml)"
};
// src/domain/preview/pull-request.ts
var REPOSITORY = (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)({ full_name: line });
var EVENT = (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)({
	action: line,
	label: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.b)((0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)({ name: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.M)() })),
	pull_request: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)({
		number: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.E)(count, (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.v)(1)),
		head: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)({
			sha: commitId,
			repo: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.b)(REPOSITORY)
		}),
		base: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.S)({
			sha: (0,_inputs_packages_js__WEBPACK_IMPORTED_MODULE_0__.C)(commitId, ""),
			repo: REPOSITORY
		})
	})
});
function readPullRequestEvent(name, text) {
	const event = readJson(EVENT, text);
	if (event === void 0) return void 0;
	const { action, label, pull_request: request } = event;
	const { number, head, base } = request;
	return {
		name,
		action,
		number,
		fork: head.repo?.full_name !== base.repo.full_name,
		head: head.sha,
		base: base.sha,
		label: action === "labeled" ? label?.name : void 0
	};
}
function previewAct({ name, action, fork, label }, wanted) {
	if (name === "pull_request" && fork) return FORK;
	if (action === "closed") return "remove";
	if (name === "pull_request") return "serve";
	if (wanted !== void 0 && label === wanted) return "serve";
	const set = wanted === void 0 ? "Set preview-label to that label" : `Let a reviewer set the label ${wanted} again, after reading the newest commit`;
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.xt)(`a run for pull_request_target has credentials, so it serves a pull request only when its label is set, and this is the event ${action}`, `${set} (docs/guides/serve/previews.md, "Forks"), or use on: pull_request.`);
}
var FORK = (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.xt)("the pull request comes from a fork, whose code gets no credentials, so it has no preview", "Push the branch to this repository, or let a reviewer set a label: docs/guides/serve/previews.md, \"Forks\".");
// src/config/events/preview.ts
function previewOf(read, env, job) {
	const event = readPullRequestEvent(job.event, eventOf(env));
	if (event === void 0) return withProblems(read, [NO_PULL_REQUEST]);
	const act = previewAct(event, read.inputs["preview-label"]);
	if (typeof act !== "string") throw (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.bt)(act);
	const { number } = event;
	const preview = (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.tt)(number, job);
	const run = act === "serve" ? {
		...preview,
		act,
		...servingOf(event, read.inputs)
	} : {
		...preview,
		act
	};
	return {
		...withProblems({
			...read,
			inputs: ofPullRequest(read.inputs, number)
		}, problemsOf(read, event, env)),
		run
	};
}
var NO_PULL_REQUEST = {
	input: "command",
	message: "preview needs a run for a pull request; expected a workflow with on: pull_request (examples/workflows/preview.yml)"
};
function withProblems(read, problems) {
	return {
		read: {
			...read,
			problems: [...read.problems, ...problems]
		},
		run: void 0
	};
}
function servingOf({ name, head, base }, inputs) {
	const seed = seedOf(inputs);
	return {
		head,
		base,
		onlyHead: name !== "pull_request",
		limit: inputs["preview-limit"] ?? 0,
		...seed && { seed }
	};
}
function seedOf({ seed: args = [], "seed-timeout": timeout = 0 }) {
	return args.length === 0 ? void 0 : {
		args,
		timeout
	};
}
function ofPullRequest(inputs, number) {
	const { "preview-domain": domain, "preview-port-range": ports } = inputs;
	const environment = (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.et)(number);
	return {
		...inputs,
		environment,
		...domain !== void 0 && { domains: [`${environment}.${domain}`] },
		...ports !== void 0 && { "http-port": (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.nt)(number, ports) }
	};
}
function placeProblems(given, inputs) {
	const [byName, byPort] = [given.has("preview-domain"), given.has("preview-port-range")];
	const decides = byName ? "preview-domain" : "preview-port-range";
	const problems = ["domains", "redirect-domains"].filter((input) => (byName || byPort) && (inputs[input]?.length ?? 0) > 0).map((input) => ({
		input,
		message: `${decidedBy(decides)}, or set it only for other environments`
	}));
	return byPort && given.has("http-port") ? [...problems, {
		input: "http-port",
		message: decidedBy("preview-port-range")
	}] : problems;
}
function decidedBy(input) {
	return `is decided by ${input}; leave it out`;
}
function problemsOf({ inputs, given }, { name }, env) {
	const problems = placeProblems(given, inputs);
	if (!given.has("instance-id")) problems.push({
		input: "instance-id",
		message: "missing; set it to the host of the previews (docs/guides/serve/previews.md)"
	});
	if (given.has("preview-domain") === given.has("preview-port-range")) problems.push({
		input: "preview-domain",
		message: "set either preview-domain or preview-port-range, and not both"
	});
	if (given.has("seed-timeout") && !given.has("seed")) problems.push({
		input: "seed-timeout",
		message: "has no effect without seed"
	});
	if (given.has("seed") && (inputs["seed-timeout"] ?? 0) >= (inputs["deploy-timeout"] ?? 1e400)) problems.push({
		input: "seed-timeout",
		message: "must be shorter than deploy-timeout, in which the preview also starts"
	});
	if (given.has("preview-port-range") && inputs.tls !== void 0 && inputs.tls !== "off") problems.push({
		input: "tls",
		message: `must be off with preview-port-range, not ${inputs.tls}; use preview-domain for HTTPS`
	});
	if (name === "pull_request" && given.has("preview-label")) problems.push({
		input: "preview-label",
		message: "has no effect on pull_request, which serves every push; use on: pull_request_target"
	});
	if (name !== "pull_request" && (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.R)(env, "config")?.trim() !== "none") problems.push({
		input: "config",
		message: "must be none on pull_request_target, because the author of the pull request can write the file"
	});
	return problems;
}
// src/config/given.ts
var given = {
	readInput,
	fileInputs,
	previewOf,
	commentOf
};



/***/ })

};
;