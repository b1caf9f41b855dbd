"use strict";
exports.id = 4791;
exports.ids = [4791];
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
		reason: `commit ${commit.slice(0, 8)} was rolled back`,
		hint: "Deploy a newer commit, or set allow-rolled-back: true to deploy this one anyway."
	};
}
/** Refuses an ancestor of what serves: the run was started, or approved, before a newer release was deployed. */
function refuseOlder(commit, live, relation, waivers) {
	if (relation !== "behind" || waivers.allowDowngrade) return void 0;
	return {
		reason: `commit ${commit.slice(0, 8)} is older than ${live.slice(0, 8)}, which is live`,
		hint: "Deploy or promote a newer commit. To return to an older one, use command: rollback, or set allow-downgrade: true."
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

/***/ 8109:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ outputsOf),
/* harmony export */   c: () => (/* binding */ tableOf),
/* harmony export */   d: () => (/* binding */ recordToMake),
/* harmony export */   i: () => (/* binding */ noticeOf),
/* harmony export */   l: () => (/* binding */ reachOf),
/* harmony export */   n: () => (/* binding */ hostFacts),
/* harmony export */   o: () => (/* binding */ outputsOfHosts),
/* harmony export */   r: () => (/* binding */ linesOf),
/* harmony export */   s: () => (/* binding */ placeOf),
/* harmony export */   t: () => (/* binding */ factsOf),
/* harmony export */   u: () => (/* binding */ reachWords)
/* harmony export */ });
/* harmony import */ var _record_set_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9365);
/* harmony import */ var _result_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(612);
/* harmony import */ var _findings_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7883);



// src/domain/dns/reach.ts
/** `proxied`: a balancer or CDN may stand before the hosts. */
function reachOf(addresses, to, { proxied }) {
	const [first] = addresses;
	if (first === void 0) return { kind: "nowhere" };
	if (addresses.every((address) => to.addresses.includes(address))) return { kind: "here" };
	return {
		kind: proxied ? "by-proxy" : "elsewhere",
		addresses
	};
}
/** Such as `resolves to 198.51.100.1, not only to this service`.. */
function reachWords(reach) {
	switch (reach.kind) {
		case "here": return "resolves to the hosts";
		case "by-proxy": return `resolves to ${reach.addresses.join(", ")}, which trusted-proxies allows`;
		case "nowhere": return "does not resolve";
		case "elsewhere": return `resolves to ${reach.addresses.join(", ")}, not only to this service`;
	}
}
/** The record that is missing, as a form of a DNS provider asks for it. */
function recordToMake(name, { addresses }) {
	return addresses.map((address) => `name ${name}, type A, value ${address}, TTL 60`).join("; ");
}
// src/report/parts/host-lines.ts
/** What tells where a service is: of several hosts, the first one. */
function outputsOfHosts(lines) {
	const [first] = lines;
	return {
		url: first?.url ?? "",
		"instance-id": first?.id ?? "",
		"public-ip": first?.ip ?? "",
		hosts: JSON.stringify(lines)
	};
}
function outputsOf(placed) {
	const { release, results } = placed;
	return {
		...outputsOfHosts(linesOf(placed)),
		image: release.image,
		digest: release.digest,
		release: release.name,
		"previous-release": (0,_result_js__WEBPACK_IMPORTED_MODULE_1__.s)(results),
		"serving-digest": results.find(({ serving }) => serving !== "")?.serving ?? ""
	};
}
/** What the headline does not say: it names the release, and where it answers. */
function factsOf({ hosts, release }) {
	return [["Digest", release.digest], ...hostFacts(hosts)];
}
/** The one host; several have a table of their own. */
function hostFacts(hosts) {
	return hosts.length === 1 ? hosts.map(({ id, instanceType }) => ["Host", `${id} (${instanceType})`]) : [];
}
/** The table of the hosts, where there are several. */
function tableOf(lines) {
	return lines.length > 1 ? { hosts: lines } : {};
}
/** What the hosts found about themselves that nobody has to mend now. */
function noticeOf(hosts) {
	const warnings = (0,_findings_js__WEBPACK_IMPORTED_MODULE_2__.r)(hosts);
	return warnings.length === 0 ? {} : { warnings };
}
/** Where it answers, in words: `at URL`, or `on 3 hosts, the first at URL`. */
function placeOf(lines) {
	const [first, ...others] = lines;
	return others.length === 0 ? `at ${first?.url ?? ""}` : `on ${lines.length} hosts, the first at ${first?.url ?? ""}`;
}
function linesOf({ hosts, results, route }) {
	return hosts.map((host, at) => {
		const result = results[at];
		return {
			id: host.id,
			ip: host.publicIp ?? "",
			url: (0,_record_set_js__WEBPACK_IMPORTED_MODULE_0__.c)(host, route),
			release: result?.servingRelease ?? "",
			digest: result?.serving ?? "",
			outcome: result === void 0 ? "" : outcomeOn(result)
		};
	});
}
/** What came of a run on one host. */
function outcomeOn({ outcome, cause, rolledBack }) {
	if (cause === "not-started") return "not-started";
	return rolledBack ? "rolled-back" : outcome;
}



/***/ }),

/***/ 3706:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ migrationsSince),
/* harmony export */   c: () => (/* binding */ servedAsRecorded),
/* harmony export */   d: () => (/* binding */ cutOverFields),
/* harmony export */   f: () => (/* binding */ refuseRoleOutOfReach),
/* harmony export */   i: () => (/* binding */ putRoleRight),
/* harmony export */   l: () => (/* binding */ servedTime),
/* harmony export */   n: () => (/* binding */ machineImage),
/* harmony export */   o: () => (/* binding */ recordedAs),
/* harmony export */   r: () => (/* binding */ spread),
/* harmony export */   s: () => (/* binding */ recordedBefore),
/* harmony export */   t: () => (/* binding */ launchHosts),
/* harmony export */   u: () => (/* binding */ wasLeft)
/* harmony export */ });
/* harmony import */ var _record_set_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9365);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5914);
/* harmony import */ var _image_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3048);
/* harmony import */ var _poll_until_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2625);
/* harmony import */ var _order_spec_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5933);
/* harmony import */ var _plan_names_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1335);
/* harmony import */ var _role_name_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9069);







// src/domain/host/host-role.ts
/**
* Hops that an answer of the instance metadata service makes: to the host itself, and from there to a container.
* https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instancedata-data-retrieval.html
*/
const TO_HOST = 1;
const TO_CONTAINERS = 2;
/** The hop limit of a new host. */
function hopLimitFor(spec) {
	return spec["host-role"] ? TO_CONTAINERS : TO_HOST;
}
/** A container that is to use the role of its host would wait in vain on a host whose metadata service does not reach containers. */
function refuseRoleOutOfReach(spec, plans) {
	if (hopLimitFor(spec) < TO_CONTAINERS) return void 0;
	const [host] = plans.flatMap((plan) => (0,_order_spec_js__WEBPACK_IMPORTED_MODULE_3__.h)(plan) ?? []).filter(({ hopLimit = TO_CONTAINERS }) => hopLimit < TO_CONTAINERS);
	if (host === void 0) return void 0;
	return {
		reason: `host-role: the metadata service of ${host.id} answers no container, because its hop limit is ${host.hopLimit}`,
		hint: `Run aws ec2 modify-instance-metadata-options --instance-id ${host.id} --http-put-response-hop-limit ${TO_CONTAINERS}, or leave host-role out.`
	};
}
// src/domain/order/cut-over.ts
/** Answers that a verdict about errors needs at least. */
const BAKE_MIN_REQUESTS = 20;
/** The fields of every order that changes what serves. */
function cutOverFields({ drainTimeout, certificateTimeout, bake, keep, proxyImage, ownRegistry, network }) {
	return {
		keep,
		drainTimeout,
		certificateTimeout,
		bake: {
			time: bake.time,
			minRequests: BAKE_MIN_REQUESTS,
			maxErrorShare: bake.maxErrorShare
		},
		proxy: {
			image: proxyImage.reference,
			login: loginFor(proxyImage.reference, ownRegistry),
			given: proxyImage.given
		},
		network: {
			subnet: network.subnet ?? null,
			avoid: network.avoid
		}
	};
}
function loginFor(image, ownRegistry) {
	const { registry } = (0,_image_js__WEBPACK_IMPORTED_MODULE_2__.l)(image);
	return (0,_image_js__WEBPACK_IMPORTED_MODULE_2__.s)(registry, ownRegistry) ? registry : "";
}
// src/domain/release/history.ts
/** What was recorded of a release when it was live the last time. `history`: versions of a record, newest first. */
function recordedAs(release, history) {
	return history.find((version) => version.release === release);
}
/**
* A release as the record knows it that was live before, where a host tells of it; one that no record tells of is as the host says. `undefined` when
* the two do not mean the same image.
*/
function servedAsRecorded(told, history) {
	const known = recordedAs(told.name, history);
	if (known === void 0) return told;
	return known.digest === told.digest ? {
		...told,
		image: known.image,
		login: known.login,
		commit: known.commit
	} : void 0;
}
/** Whether somebody went back, since the release last served, to what had served before it. */
function wasLeft(release, history) {
	const at = history.findIndex((version) => version.release === release);
	const earlier = new Set(history.slice(at + 1).map((version) => version.release));
	return history.slice(0, at).some(({ release: to, attempt }) => attempt.outcome === "rolled-back" && attempt.cause === "" && earlier.has(to));
}
/**
* Between which times a release served last, in milliseconds since the epoch. `until` is missing while it still serves; `undefined`: no record tells of
* the release. `history`: newest first.
*/
function servedTime(release, history) {
	const at = history.findIndex((version) => version.release === release);
	const last = history[at];
	if (last === void 0) return void 0;
	const next = history[at - 1];
	return {
		since: Date.parse(last.deployedAt),
		...next && { until: Date.parse(next.deployedAt) }
	};
}
/** The release that served before the one which is live now: not one that was rolled back from. */
function recordedBefore(history) {
	return history.find(({ release }) => release !== history[0]?.release && !wasLeft(release, history));
}
/** The releases marked as migrations that served after `release` did last, each once. */
function migrationsSince(release, history) {
	const at = history.findIndex((version) => version.release === release);
	const passed = history.slice(0, Math.max(at, 0)).filter(({ migration }) => migration);
	return [...new Set(passed.map((version) => version.release))];
}
// src/steps/hosts/host-role.ts
/** The instance profile for a new host, which pulls from ECR repositories of these names. Warns of what the role that a stack made does not allow. */
async function ensureRole({ config, accountId, hostRoles, progress }, repositories) {
	const { service, region } = config;
	const { profile, lacks } = await hostRoles.ensure({
		service,
		region,
		accountId,
		repositories,
		challenged: (0,_plan_names_js__WEBPACK_IMPORTED_MODULE_4__.o)(config.spec)
	});
	for (const grant of lacks) progress.warn(`The stack's role for hosts does not allow ${grant}. Update the stack (docs/iam/setup.yaml).`);
	return profile;
}
/** Puts the role of hosts that are there right, whoever changed it since. Where that cannot be, what runs with the role as it is goes on. */
async function putRoleRight(ctx, hosts, repositories) {
	const { service, region } = ctx.config;
	const profile = (0,_role_name_js__WEBPACK_IMPORTED_MODULE_5__.t)(service, region);
	if (!hosts.some((host) => (0,_record_set_js__WEBPACK_IMPORTED_MODULE_0__.o)(host, service) && host.instanceProfile === profile)) return;
	try {
		await ensureRole(ctx, repositories);
	} catch (error) {
		if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__.n)) throw error;
		ctx.progress[error.code === "not-allowed" ? "info" : "warn"](`The host's role was not changed: ${error.message}`);
	}
}
// src/domain/host/spread.ts
/**
* In which subnets to try to launch hosts, for each of them the first choice first: the one with the fewest hosts so far, of those the earlier one.
* `taken`: the subnets of the hosts that are there already.
*/
function spread(subnets, taken, count) {
	const filled = [...taken];
	return Array.from({ length: count }, () => {
		const order = subnets.toSorted((a, b) => hostsIn(a, filled) - hostsIn(b, filled));
		filled.push(order[0]?.id);
		return order;
	});
}
function hostsIn({ id }, filled) {
	return filled.filter((subnet) => subnet === id).length;
}
// src/steps/hosts/launch.ts
/** IAM takes up to two minutes to spread a fresh instance profile. */
const PROFILE_PATIENCE_MS = 18e4;
/** Launches hosts side by side, spread over the subnets; each in the first one that has room for it. */
async function launchHosts(ctx, input) {
	const { host: spec } = ctx.config;
	for (const replaced of input.replaces) ctx.progress.info(`Launching a ${spec.instanceType}${replaced === void 0 ? "" : ` in place of ${replaced}`}`);
	const [instanceProfile, image, subnets] = await Promise.all([
		profile(ctx, input),
		machineImage(ctx),
		ctx.networks.subnets(spec.subnetIds)
	]);
	const orders = spread(subnets, input.taken, input.replaces.length);
	const groups = securityGroups(ctx);
	const launch = {
		service: spec.service,
		instanceType: spec.instanceType,
		volumeGiB: spec.volumeGiB,
		hopLimit: hopLimitFor(input.spec),
		instanceProfile,
		...image
	};
	return (await Promise.allSettled(input.replaces.map((replaces, at) => launchHost(ctx, {
		launch: {
			...launch,
			replaces
		},
		subnets: orders[at] ?? [],
		groups
	})))).map((settled) => {
		if (settled.status === "rejected") throw settled.reason;
		return settled.value;
	});
}
async function launchHost(ctx, { launch, subnets, groups }) {
	const { instanceType } = launch;
	const refusals = [];
	for (const subnet of subnets) {
		const attempt = await launchIn(ctx, {
			...launch,
			subnetId: subnet.id,
			securityGroupIds: await groups(subnet)
		});
		if (attempt.kind === "launched") return attempt.host;
		refusals.push(attempt.reason);
		ctx.progress.info(`No room for a ${instanceType} in ${subnet.zone}: ${attempt.reason}`);
	}
	throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__.n("no-capacity", `no subnet has room for a ${instanceType}: ${refusals.join("; ")}`, { hint: "Choose another instance-type, add subnets of other zones to subnet-ids, or try again later." });
}
async function profile(ctx, input) {
	return ctx.config.host.instanceProfile ?? ensureRole(ctx, input.repositories);
}
/** The image that a new host would have. */
async function machineImage({ config, catalog }) {
	const architecture = await catalog.architectureOf(config.host.instanceType);
	const ami = config.host.ami ?? await catalog.defaultAmi(architecture);
	const image = await catalog.describeAmi(ami);
	if (image.architecture !== architecture) throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__.n("wrong-architecture", `${ami} is for ${(0,_record_set_js__WEBPACK_IMPORTED_MODULE_0__.s)(image.architecture)}, but ${config.host.instanceType} is ${(0,_record_set_js__WEBPACK_IMPORTED_MODULE_0__.s)(architecture)}`, { hint: "Leave the input ami empty, or choose an image and an instance-type of the same architecture." });
	return {
		ami,
		rootDevice: image.rootDevice
	};
}
/** The named ones, or the service's own, which is made once in a VPC however many hosts are launched there. */
function securityGroups({ config, networks }) {
	const { securityGroupIds, service, ports } = config.host;
	const own = /* @__PURE__ */ new Map();
	return async ({ vpcId }) => {
		if (securityGroupIds.length > 0) return securityGroupIds;
		const group = own.get(vpcId) ?? networks.ensureSecurityGroup(service, vpcId, ports);
		own.set(vpcId, group);
		return [await group];
	};
}
/** One subnet: again while the profile is not visible yet. */
function launchIn(ctx, spec) {
	return (0,_poll_until_js__WEBPACK_IMPORTED_MODULE_6__.t)({
		clock: ctx.clock,
		look: () => tryLaunch(ctx, spec),
		limit: PROFILE_PATIENCE_MS,
		every: 3e3,
		onWait: (profileName, since) => ctx.progress.waiting(`the instance profile ${profileName} to become visible to EC2`, since),
		onLimit: (profileName) => {
			throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__.n("profile-not-visible", `EC2 does not know the instance profile ${profileName}`, { hint: "Check that it exists and has a role, or leave the input instance-profile empty." });
		}
	});
}
/** A refused token stays bound to its refusal in some zones, so each attempt has its own; a repeated request of the same attempt has the same. */
async function tryLaunch(ctx, spec) {
	if (ctx.signal.aborted) throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__.t();
	const launch = await ctx.hosts.launch(spec, ctx.newId());
	return launch.kind === "profile-not-visible" ? { waiting: spec.instanceProfile } : { ended: launch };
}



/***/ }),

/***/ 4264:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ followPorts),
/* harmony export */   c: () => (/* binding */ whatOfTheOthers),
/* harmony export */   d: () => (/* binding */ runOnHosts),
/* harmony export */   f: () => (/* binding */ followNames),
/* harmony export */   i: () => (/* binding */ closePorts),
/* harmony export */   l: () => (/* binding */ explainCause),
/* harmony export */   m: () => (/* binding */ pointBeforeRelease),
/* harmony export */   n: () => (/* binding */ provisionHosts),
/* harmony export */   o: () => (/* binding */ withServedPorts),
/* harmony export */   p: () => (/* binding */ pointAfterRelease),
/* harmony export */   r: () => (/* binding */ closeOpened),
/* harmony export */   s: () => (/* binding */ isTakenBack),
/* harmony export */   t: () => (/* binding */ prepareHosts),
/* harmony export */   u: () => (/* binding */ sendOnLive)
/* harmony export */ });
/* harmony import */ var _record_set_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9365);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5914);
/* harmony import */ var _volumes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(890);
/* harmony import */ var _open_ports_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(7280);
/* harmony import */ var _step_words_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9147);
/* harmony import */ var _image_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3048);
/* harmony import */ var _poll_until_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(2625);
/* harmony import */ var _send_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(6723);
/* harmony import */ var _result_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(612);
/* harmony import */ var _order_spec_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5933);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5128);
/* harmony import */ var _launch_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(3706);
/* harmony import */ var _plan_names_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(1335);
/* harmony import */ var _host_lines_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(8109);
/* harmony import */ var _wait_for_state_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(4786);
/* harmony import */ var _findings_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(7883);
















// src/domain/dns/authority.ts
/**
* The issuer domain names of authorities, as CAA records have them, by the host of the authority's directory. https://letsencrypt.org/docs/caa/,
* https://pki.goog/faq/, https://zerossl.com/help/troubleshoot/caa-records/
*/
const ISSUERS = {
	"acme-v02.api.letsencrypt.org": "letsencrypt.org",
	"acme-staging-v02.api.letsencrypt.org": "letsencrypt.org",
	"dv.acme-v02.api.pki.goog": "pki.goog",
	"acme.zerossl.com": "sectigo.com"
};
/** The issuer domain name of an authority; `undefined` of one that is not known here. `directory`: empty for the default. */
function issuerOf(directory) {
	if (directory === "") return "letsencrypt.org";
	return ISSUERS[new URL(directory).hostname];
}
/** Why an authority would give out no certificate for a name, by the rules of RFC 8659, section 4. `issuer`: its issuer domain name. */
function refuseUnauthorized(name, records, issuer) {
	const wild = name.startsWith("*.") && records.some(({ tag }) => tag === "issuewild");
	const allowed = records.filter(({ tag }) => tag === (wild ? "issuewild" : "issue")).map(({ value }) => value.split(";")[0]?.trim() ?? "");
	if (allowed.length === 0 || allowed.includes(issuer)) return void 0;
	const others = allowed.filter((other) => other !== "");
	return {
		reason: `CAA records of ${name} let ${others.length === 0 ? "no authority" : `only ${others.join(", ")}`} issue certificates, but not ${issuer}`,
		hint: `Add the CAA record 0 ${wild ? "issuewild" : "issue"} "${issuer}" next to the others, or set acme-directory to an authority that they allow.`
	};
}
// src/steps/dns/await-names.ts
const EVERY_MS = 5e3;
/**
* Before an authority is asked for certificates of names that are new, or served otherwise than before: waits until each name leads to the hosts, and
* looks whether the authority may give out certificates for it. An authority limits how often it can be asked in vain.
*/
async function awaitNames(ctx, spec, to, record) {
	if ((0,_plan_names_js__WEBPACK_IMPORTED_MODULE_9__.i)(record, spec)) return;
	if (spec.tls !== "acme") return tellNames(ctx, spec, to);
	if (ctx.config.dnsTimeout === 0) return;
	const { names, proxied } = (0,_plan_names_js__WEBPACK_IMPORTED_MODULE_9__.a)(spec);
	await ctx.progress.step("Names lead here", async () => {
		for (const name of names) {
			await assertAuthorized(ctx, name, spec["acme-directory"]);
			if (spec["acme-challenge"] === "http") await awaitName(ctx, {
				name,
				to,
				proxied
			});
		}
		if (spec["acme-challenge"] === "dns") await tellNames(ctx, spec, to);
	});
}
/** Where nobody but visitors needs the names, nobody waits for them; but which record is missing is told. */
async function tellNames(ctx, spec, to) {
	const { names, proxied } = (0,_plan_names_js__WEBPACK_IMPORTED_MODULE_9__.a)(spec);
	const found = await Promise.all(names.map((name) => ctx.lookups.addresses(name)));
	for (const [at, name] of names.entries()) {
		const lookup = found[at];
		const reach = lookup?.kind === "known" ? (0,_host_lines_js__WEBPACK_IMPORTED_MODULE_10__.l)(lookup.addresses, to, { proxied }) : void 0;
		if (reach && isAway(reach)) ctx.progress.info(missingWords(name, (0,_host_lines_js__WEBPACK_IMPORTED_MODULE_10__.u)(reach), to));
	}
}
function missingWords(name, words, to) {
	return `${name} ${words}. If its DNS is not in Route 53, create this record: ${(0,_host_lines_js__WEBPACK_IMPORTED_MODULE_10__.d)(name, to)}`;
}
async function assertAuthorized({ lookups }, name, directory) {
	const issuer = issuerOf(directory);
	if (issuer === void 0) return;
	const refusal = refuseUnauthorized(name, await lookups.caaRecords(name), issuer);
	if (refusal) throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__.i)(refusal);
}
async function awaitName(ctx, awaited) {
	const { name, to } = awaited;
	const record = (0,_host_lines_js__WEBPACK_IMPORTED_MODULE_10__.d)(name, to);
	let told = false;
	await (0,_poll_until_js__WEBPACK_IMPORTED_MODULE_12__.t)({
		clock: ctx.clock,
		look: () => lookAt(ctx, awaited),
		limit: ctx.config.dnsTimeout * 1e3,
		every: EVERY_MS,
		onWait: (found, since) => {
			if (!told) ctx.progress.info(missingWords(name, found, to));
			told = true;
			ctx.progress.waiting(`${name} to resolve to ${to.addresses.join(", ")}`, since);
		},
		onLimit: (found) => {
			throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__.n("names-elsewhere", `${name} ${found}, so no certificate was requested`, { hint: `Create this record wherever the DNS of ${name} is: ${record}. If the name resolves to a balancer or CDN, name that in trusted-proxies. Then run this again, or raise dns-timeout.` });
		}
	});
}
async function lookAt(ctx, { name, to, proxied }) {
	const found = await ctx.lookups.addresses(name);
	if (found.kind === "unknown") {
		ctx.progress.info(`This runner cannot look up ${name}, so the run does not wait for it: ${found.reason}`);
		return { ended: void 0 };
	}
	const reach = (0,_host_lines_js__WEBPACK_IMPORTED_MODULE_10__.l)(found.addresses, to, { proxied });
	if (isAway(reach)) return { waiting: (0,_host_lines_js__WEBPACK_IMPORTED_MODULE_10__.u)(reach) };
	ctx.progress.info(`${name} ${(0,_host_lines_js__WEBPACK_IMPORTED_MODULE_10__.u)(reach)}`);
	return { ended: void 0 };
}
function isAway({ kind }) {
	return kind === "nowhere" || kind === "elsewhere";
}
// src/steps/dns/release-names.ts
/** Before a release: its names lead to the hosts that serve, or, where none does yet, to those that will. */
async function pointBeforeRelease(ctx, seen, hosts) {
	const { plans, record, names } = seen;
	const { spec } = seen.wanted;
	const to = (0,_order_spec_js__WEBPACK_IMPORTED_MODULE_6__.l)(plans, hosts, record);
	if (names.steps.some(_step_words_js__WEBPACK_IMPORTED_MODULE_3__.n)) await ctx.progress.step("Names", () => (0,_wait_for_state_js__WEBPACK_IMPORTED_MODULE_11__.r)(ctx, (0,_plan_names_js__WEBPACK_IMPORTED_MODULE_9__.r)(spec, record, to)));
	await awaitNames(ctx, spec, to, record);
}
/**
* After a release: its names lead to all its hosts, and the records of names that it no longer has are removed. Gives for how many seconds resolvers
* remember where a name led before.
*/
async function pointAfterRelease(ctx, seen, hosts) {
	if (!seen.names.steps.some(_step_words_js__WEBPACK_IMPORTED_MODULE_3__.n)) return 0;
	const wanted = (0,_plan_names_js__WEBPACK_IMPORTED_MODULE_9__.r)(seen.wanted.spec, seen.record, (0,_order_spec_js__WEBPACK_IMPORTED_MODULE_6__.s)(hosts));
	return ctx.progress.step("Names of the release", async () => {
		const steps = await (0,_wait_for_state_js__WEBPACK_IMPORTED_MODULE_11__.r)(ctx, wanted);
		await (0,_wait_for_state_js__WEBPACK_IMPORTED_MODULE_11__.i)(ctx, wanted);
		return Math.max(0, ...steps.map((step) => step.action === "change" ? step.owned.address?.ttl ?? 0 : 0));
	});
}
/** After a return to an earlier release, or a restart: its names lead to its hosts. What is in the way is told, since the release serves. */
async function followNames(ctx, route, hosts, record) {
	const names = (0,_volumes_js__WEBPACK_IMPORTED_MODULE_2__.u)(route);
	if (names.length === 0) return;
	const wanted = {
		names,
		had: [],
		to: (0,_order_spec_js__WEBPACK_IMPORTED_MODULE_6__.s)(hosts),
		record,
		proxied: true
	};
	try {
		await ctx.progress.step("Names", () => (0,_wait_for_state_js__WEBPACK_IMPORTED_MODULE_11__.r)(ctx, wanted));
	} catch (error) {
		if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__.n)) throw error;
		ctx.progress.warn(`The names of the release were not changed: ${error.message} ${error.hint ?? ""}`);
	}
}
// src/steps/hosts/host-result.ts
/** What a host tells of its work, or what its answer tells where it gave no result. `late`: it took all of its time. */
function resultOf(answer, result, late = false) {
	return {
		...result ?? withoutResult(answer, late),
		hostId: answer.hostId
	};
}
/** A program that was killed has no result to give; then the answer's status is all there is to tell. */
function withoutResult(answer, late) {
	const logs = `${answer.stdout}\n${answer.stderr}`.trim();
	return {
		outcome: "failed",
		rolledBack: false,
		served: void 0,
		cause: causeOf(answer.status, late),
		previous: "",
		serving: "",
		servingRelease: "",
		exitCode: void 0,
		healthCode: void 0,
		ports: [],
		detail: "",
		evidence: {
			logs,
			health: "",
			host: ""
		},
		canary: void 0,
		findings: [],
		secrets: {},
		volumes: [],
		steps: []
	};
}
/** SSM calls also those timed out that somebody killed. */
function causeOf(status, late) {
	if (status === "timed-out" && late) return "command-timed-out";
	if (status === "not-started") return "not-started";
	return status === "undelivered" ? "agent-offline" : "program-failed";
}
// src/steps/rollout/run-on-hosts.ts
/** Sends one command to the hosts, follows it to its end, and shows their logs. Gives one result a host, in the order of `hostIds`. */
async function runOnHosts(ctx, dispatch, subject) {
	const { live, spec = ctx.config.spec, ...sent } = dispatch;
	const { quiet, timeout = ctx.config.timeout + stopTime(spec, live) } = sent;
	const since = ctx.clock.now();
	const answers = await (0,_send_js__WEBPACK_IMPORTED_MODULE_13__.t)(ctx, {
		...sent,
		subject,
		timeout,
		read: _result_js__WEBPACK_IMPORTED_MODULE_5__.i
	});
	const took = (ctx.clock.now() - since) / 1e3;
	const results = answers.map((answer) => {
		if (!quiet) showLog(ctx, answer, answers.length > 1);
		const late = (answer.seconds ?? took) >= timeout;
		return resultOf(answer, answer.result, late);
	});
	assertNotFenced(ctx, results);
	if (!quiet) ctx.progress.took(results.flatMap((result) => stepsOf(result, {
		since,
		end: ctx.clock.now()
	})));
	return results;
}
/** A host tells how long each of its steps took, and not when: one came after the other, and the last one ended about when the answer was read. */
function stepsOf({ hostId: host, outcome, steps }, { since, end }) {
	const all = steps.reduce((total, { ms }) => total + ms, 0);
	let start = Math.max(since, end - all);
	return steps.map(({ name, ms }, at) => {
		const step = {
			name,
			start,
			ms,
			ok: outcome !== "failed" || at < steps.length - 1,
			host
		};
		start += ms;
		return step;
	});
}
/** A host that has had orders of a later holder of the lease refuses ours: the run has lost it. Without a lease, only what it had seen is outdated. */
function assertNotFenced({ permit }, results) {
	const refusing = results.find(({ cause }) => cause === "lease-lost");
	if (refusing !== void 0 && permit.holds()) throw permit.lose(`${refusing.hostId} has received orders from a later run`);
}
/** The container of this run's release may have to stop as well as that of the one which is live. */
function stopTime(spec, live) {
	return Math.max(spec["stop-grace-period"], (0,_record_js__WEBPACK_IMPORTED_MODULE_7__.f)(live));
}
function showLog({ progress }, { hostId, stdout }, named) {
	for (const line of stdout.split("\n").slice(1)) progress.info(named && line !== "" ? `${hostId}: ${line}` : line);
}
// src/steps/rollout/send-on-live.ts
/**
* Sends an order to a service whose hosts are believed to serve `base`. Where a single host serves something else, because a run was killed between
* the host's work and the record, the lease tells that nobody else is at work: the host is right, and the order is sent again.
*/
async function sendOnLive({ progress }, base, send) {
	const results = await send(base);
	const [only, ...others] = results;
	if (only?.cause !== "concurrent-release" || others.length > 0) return results;
	const live = only.detail.split(" ")[0] || "*";
	progress.info(`The host serves ${live}, which no run has recorded`);
	return send([live]);
}
// src/domain/cause/explain-cause.ts
/** One sentence that names the cause with its facts, and one that names the next step. */
function explainCause(facts) {
	const { summary, hint } = _result_js__WEBPACK_IMPORTED_MODULE_5__.d[facts.cause];
	const fact = specifics(facts);
	return {
		sentence: fact === "" ? summary : `${summary}: ${fact}`,
		hint: hintOf(facts) ?? hint
	};
}
/** What helps, where the facts say more than the cause alone. */
function hintOf({ cause, exitCode, healthCode = 0, detail, findings }) {
	switch (cause) {
		case "exited": return hintOfExit(exitCode);
		case "health-status": return hintOfStatus(healthCode);
		case "health-protocol": return hintOfProtocol(detail);
		case "release-not-found": return detail.startsWith("no release was verified before") ? "Name a release that the host still has in the input release, or deploy another commit." : void 0;
		case "host-unfit": return fatal(findings).map(({ hint }) => (0,_findings_js__WEBPACK_IMPORTED_MODULE_14__.n)(hint)).join(" ") || void 0;
		default: return;
	}
}
function fatal(findings) {
	return findings.filter((finding) => finding.fatal);
}
function hintOfExit(code) {
	if (code === 0) return "Its command must stay in the foreground. Check CMD in the Dockerfile, and the input args.";
	if (code === 137) return "Something killed it, usually because memory ran out. Raise the input memory, or use a larger instance-type.";
}
function hintOfStatus(code) {
	if (code >= 300 && code < 400) return "Set health-path to a page that does not redirect, or add redirects to health-codes. If the application forces HTTPS, let it exempt the health page or trust the header X-Forwarded-Proto.";
	if (code === 400 || code === 403 || code === 421) return "If the application checks the Host header, set health-host to one of its own names. Or set health-path to a page that anyone may read.";
	if (code === 401) return "Set health-path to a page that needs no login, or add 401 to health-codes.";
	if (code === 404) return "Set health-path to a page that the application has, such as /health.";
	if (code >= 500) return "The application fails. Look in its log below for a missing variable, secret or database. If only this page fails, set health-path to another one.";
}
/** The host says what the port speaks. */
function hintOfProtocol(detail) {
	if (detail.includes("speaks HTTP/2 without TLS")) return "Set upstream: h2c, which gRPC needs.";
	if (detail.includes("speaks plain HTTP/1.1")) return "Leave the input upstream at http.";
}
function specifics({ cause, port, exitCode, healthCode, healthPath, ports, detail, findings }) {
	switch (cause) {
		case "exited": return `exit code ${exitCode ?? "unknown"}`;
		case "port-not-listening": return ports.length === 0 ? `${port}, or on any other` : `${port}; the container listens on ${ports.join(", ")}`;
		case "host-unfit": return fatal(findings).map((finding) => finding.detail).join("; ") || detail;
		case "health-status": return `${healthCode ?? "none"} from ${healthPath}`;
		default: return detail;
	}
}
// src/report/parts/other-hosts.ts
/** What became of the other hosts when a release failed on one of them, in sentences; nothing where there is no other. */
function whatOfTheOthers(results, failed) {
	const others = results.filter(({ hostId }) => hostId !== failed.hostId);
	return [
		...byRelease(others, ["rolled-back"]).map(([release, ids]) => `${namesOf(ids)} returned to ${release}.`),
		...byRelease(others, ["deployed", "unchanged"]).map(([release, ids]) => `${namesOf(ids)} ${ids.length > 1 ? "serve" : "serves"} ${release}.`),
		...byRelease(others, ["restarted"]).map(([, ids]) => `${namesOf(ids)} ${ids.length > 1 ? "were" : "was"} restarted.`),
		...byCause(others).map(([cause, ids]) => `${namesOf(ids)} failed, too: ${cause}.`),
		...untouched(others)
	];
}
/** How many hosts a sentence names. */
const NAMED = 4;
/** Each of a few hosts, and of many the first ones. */
function namesOf(ids) {
	return ids.length <= NAMED ? ids.join(", ") : `${ids.slice(0, 3).join(", ")} and ${ids.length - NAMED + 1} others`;
}
/** Whether the release that failed was taken back wherever it had served. */
function isTakenBack(results) {
	return results.some(({ outcome, rolledBack }) => rolledBack || outcome === "rolled-back") && results.every(({ outcome }) => outcome === "failed" || outcome === "rolled-back");
}
function isFailed({ outcome, cause }) {
	return outcome === "failed" && cause !== "not-started";
}
function byRelease(results, outcomes) {
	return [...Map.groupBy(results.filter(({ outcome }) => outcomes.includes(outcome)), ({ servingRelease }) => servingRelease)].map(([release, members]) => [release, members.map(({ hostId }) => hostId)]);
}
function byCause(results) {
	return [...Map.groupBy(results.filter(isFailed), ({ cause }) => cause ?? "not-serving")].map(([cause, members]) => [cause, members.map(({ hostId }) => hostId)]);
}
function untouched(results) {
	const ids = results.filter(({ cause }) => cause === "not-started").map(({ hostId }) => hostId);
	return ids.length === 0 ? [] : [`${namesOf(ids)} ${ids.length > 1 ? "were" : "was"} not touched.`];
}
// src/steps/dns/follow-ports.ts
/**
* Once a release serves on other ports than the one before: closes those that neither it nor another service on its hosts is reached by. An open port without a
* listener is no reason to call the release failed.
*/
async function closePorts(ctx, record) {
	if (record !== void 0) await closeBut(ctx, {
		had: (0,_open_ports_js__WEBPACK_IMPORTED_MODULE_15__.i)(record.route),
		needed: ctx.config.host.ports,
		record
	});
}
/** Once all hosts are seen to serve what they served before a release that failed: closes the ports that were opened for that. */
async function closeOpened(ctx, record, results) {
	if (record === void 0 || results.some(({ servingRelease }) => servingRelease !== record.release)) return;
	await closeBut(ctx, {
		had: ctx.config.host.ports,
		needed: (0,_open_ports_js__WEBPACK_IMPORTED_MODULE_15__.i)(record.route),
		record
	});
}
/** For a run that brings nothing new to the hosts: they are reached by the ports of what serves, whatever its inputs say. */
function withServedPorts(ctx, record) {
	if (record === void 0) return ctx;
	return {
		...ctx,
		config: {
			...ctx.config,
			host: {
				...ctx.config.host,
				ports: (0,_open_ports_js__WEBPACK_IMPORTED_MODULE_15__.i)(record.route)
			}
		}
	};
}
/**
* After a return to another release: its hosts are reached by its ports, of which the inputs of the run know nothing. What is in the way is told, since the release
* serves.
*/
async function followPorts(ctx, route, hosts, record) {
	if (route === _volumes_js__WEBPACK_IMPORTED_MODULE_2__.l) return;
	const ports = (0,_open_ports_js__WEBPACK_IMPORTED_MODULE_15__.i)(route);
	const open = record === void 0 ? [] : (0,_open_ports_js__WEBPACK_IMPORTED_MODULE_15__.i)(record.route);
	if ((0,_open_ports_js__WEBPACK_IMPORTED_MODULE_15__.r)(ports, open).length > 0) await orWarn(ctx, "The ports of the release are not all open", () => openPorts(ctx, ports, hosts));
	if (record !== void 0) await closeBut(ctx, {
		had: open,
		needed: ports,
		record
	});
}
/** In the service's own groups, where it has such. */
async function openPorts({ config, networks, progress }, ports, hosts) {
	const { service } = config;
	const own = hosts.filter((host) => (0,_record_set_js__WEBPACK_IMPORTED_MODULE_0__.o)(host, service));
	for (const vpcId of new Set(own.flatMap((host) => host.vpcId ?? []))) {
		const { securityGroup } = await networks.own(service, {
			vpcId,
			ports
		});
		if (securityGroup === void 0 || securityGroup.open) continue;
		await networks.ensureSecurityGroup(service, vpcId, ports);
		progress.info(`Opened ${(0,_open_ports_js__WEBPACK_IMPORTED_MODULE_15__.n)(ports)}`);
	}
}
async function closeBut(ctx, { had, needed, record }) {
	if ((0,_open_ports_js__WEBPACK_IMPORTED_MODULE_15__.r)(had, needed).length === 0) return;
	await orWarn(ctx, "A port that nothing needs is still open", async () => {
		const closed = await ctx.networks.closePorts(ctx.config.service, [...needed, ...await portsOfGuests(ctx, record)]);
		if (closed.length > 0) ctx.progress.info(`Closed ${(0,_open_ports_js__WEBPACK_IMPORTED_MODULE_15__.n)(closed)}`);
	});
}
async function orWarn({ progress }, words, act) {
	try {
		await act();
	} catch (error) {
		if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__.n)) throw error;
		progress.warn(`${words}: ${error.message} ${error.hint ?? ""}`);
	}
}
async function portsOfGuests({ config, records }, record) {
	const hosts = (0,_record_js__WEBPACK_IMPORTED_MODULE_7__.n)(record);
	return (await records.list()).filter((other) => !(0,_record_js__WEBPACK_IMPORTED_MODULE_7__.a)(other, config.service)).filter((other) => (0,_record_js__WEBPACK_IMPORTED_MODULE_7__.n)(other).some((id) => hosts.includes(id))).flatMap(({ route }) => (0,_open_ports_js__WEBPACK_IMPORTED_MODULE_15__.i)(route));
}
// src/steps/hosts/bring-program.ts
/** Brings the host program to the hosts that are not known to have it, while nobody waits for them yet. Throws where one does not take it. */
async function bringProgram(ctx, hostIds, record) {
	const without = (0,_record_js__WEBPACK_IMPORTED_MODULE_7__.r)(record, hostIds, await ctx.remote.program());
	if (without.length === 0) return;
	const answers = await ctx.remote.bring(without, ctx.signal);
	const failed = (0,_result_js__WEBPACK_IMPORTED_MODULE_5__.t)(answers.filter(({ status }) => status !== "succeeded").map((answer) => resultOf(answer, (0,_result_js__WEBPACK_IMPORTED_MODULE_5__.i)(answer.stdout))));
	if (failed) throw notTaken(ctx, failed);
}
function notTaken({ config, progress }, failed) {
	const { hostId, cause = "program-failed", evidence } = failed;
	if (evidence.logs !== "") progress.info(evidence.logs);
	const { sentence, hint } = explainCause({
		...failed,
		cause,
		port: config.spec.port,
		healthPath: config.spec["health-path"]
	});
	return new _errors_js__WEBPACK_IMPORTED_MODULE_1__.n(cause, `${hostId} does not accept the host program: ${sentence}`, { hint });
}
// src/steps/hosts/provision.ts
/**
* Makes the plans true: afterwards each host runs, has its address and the host program, and its agent is online. Gives the hosts in the order of the
* plans.
*/
async function provision(ctx, input) {
	const { plans, record } = input;
	const hosts = await obtain(ctx, input);
	const settled = (host) => (0,_order_spec_js__WEBPACK_IMPORTED_MODULE_6__.u)(host, ctx.config.host, record);
	await settle(ctx, hosts.filter((host, at) => (0,_record_set_js__WEBPACK_IMPORTED_MODULE_0__.o)(host, ctx.config.service) && plans[at]?.kind !== "replace" && !settled(host)), idsOf([...hosts, ...(0,_order_spec_js__WEBPACK_IMPORTED_MODULE_6__.m)(plans)]));
	await (0,_wait_for_state_js__WEBPACK_IMPORTED_MODULE_11__.n)(ctx, hosts);
	await bringProgram(ctx, idsOf(hosts), record);
	return Promise.all(hosts.map(async (host) => settled(host) && host.publicIp !== void 0 ? host : refreshed(ctx, host)));
}
async function obtain(ctx, input) {
	const { plans } = input;
	const missing = plans.filter(_order_spec_js__WEBPACK_IMPORTED_MODULE_6__.f);
	const launched = missing.length === 0 ? [] : await launchMissing(ctx, {
		...input,
		missing
	});
	const fresh = new Map(missing.map((plan, at) => [plan, launched[at]]));
	return Promise.all(plans.map((plan) => ready(ctx, plan, fresh.get(plan))));
}
function launchMissing(ctx, { plans, missing, spec }) {
	return (0,_launch_js__WEBPACK_IMPORTED_MODULE_8__.t)(ctx, {
		spec,
		repositories: repositoriesOf(ctx),
		replaces: missing.map((plan) => plan.kind === "replace" ? plan.host.id : void 0),
		taken: (0,_order_spec_js__WEBPACK_IMPORTED_MODULE_6__.g)(plans)
	});
}
async function ready(ctx, plan, launched) {
	if (plan.kind === "start") return startHost(ctx, plan.host);
	const host = launched ?? (plan.kind === "replace" ? plan.next : void 0) ?? (plan.kind === "reuse" ? plan.host : void 0);
	if (host === void 0) throw new Error("A host that was to be launched is not there.");
	if (plan.kind === "reuse") ctx.progress.info(`Reusing ${host.id} (${host.instanceType}, ${host.publicIp ?? "no public address"})`);
	return waitUntilRunning(ctx, host);
}
/** Repositories that the host pulls from ECR: the service's, and where `image` or `proxy-image` lie there. */
function repositoriesOf({ config }) {
	const others = [config.image.existing, config.proxyImage.reference].flatMap((image) => image === void 0 ? [] : [(0,_image_js__WEBPACK_IMPORTED_MODULE_4__.l)(image)]).filter(({ registry }) => (0,_image_js__WEBPACK_IMPORTED_MODULE_4__.s)(registry, void 0)).map(({ repository }) => repository);
	return [config.image.repository, ...others];
}
async function startHost(ctx, host) {
	ctx.progress.info(`Starting ${host.id}, which is ${host.state}`);
	await (0,_wait_for_state_js__WEBPACK_IMPORTED_MODULE_11__.t)(ctx, host.id, {
		reached: (state) => state !== "stopping",
		what: "to finish stopping"
	});
	await ctx.hosts.start(host.id);
	return waitUntilRunning(ctx, {
		...host,
		state: "pending"
	});
}
async function waitUntilRunning(ctx, host) {
	if (host.state === "running") return host;
	await (0,_wait_for_state_js__WEBPACK_IMPORTED_MODULE_11__.t)(ctx, host.id, {
		reached: (state) => state === "running",
		what: "to run"
	});
	return refreshed(ctx, host);
}
/** What a run that was killed after the launch may have left undone: the open port, the address. `all`: every host that may have one of the addresses. */
async function settle(ctx, hosts, all) {
	const { host: spec, service } = ctx.config;
	if (spec.securityGroupIds.length === 0) for (const vpcId of new Set(hosts.flatMap((host) => host.vpcId ?? []))) await ctx.networks.ensureSecurityGroup(service, vpcId, spec.ports);
	if (!spec.elasticIp) return;
	for (const { id } of hosts) {
		const address = await ctx.networks.ensureAddress(service, id, all.filter((other) => other !== id));
		ctx.progress.info(`Address ${address}${hosts.length > 1 ? ` of ${id}` : ""}`);
	}
}
function idsOf(hosts) {
	return hosts.map(({ id }) => id);
}
async function refreshed(ctx, host) {
	return await ctx.hosts.get(host.id) ?? host;
}
// src/steps/hosts/prepare-hosts.ts
/**
* Makes the plans true and the hosts' role right, and asks at the same time which addresses are in use around the hosts: those of a new one are known
* once it is launched.
*/
async function prepareHosts(ctx, input) {
	const there = (0,_order_spec_js__WEBPACK_IMPORTED_MODULE_6__.d)(input.plans);
	const provisioned = provision(ctx, input);
	const around = there.length === input.plans.length ? Promise.resolve(there) : provisioned;
	const [hosts, addresses] = await Promise.all([
		provisioned,
		around.then((known) => addressesAround(ctx, known)),
		(0,_launch_js__WEBPACK_IMPORTED_MODULE_8__.i)(ctx, there, repositoriesOf(ctx))
	]);
	return {
		hosts,
		avoid: addresses.reachable,
		vpc: addresses.own
	};
}
/** As `prepareHosts`, for a run that only looks whether the release serves already: no container is made, so no network is, either. */
async function provisionHosts(ctx, input) {
	const hosts = await provision(ctx, input);
	return {
		hosts,
		avoid: [],
		vpc: trustsVpc(ctx) ? (await addressesAround(ctx, hosts)).own : []
	};
}
function trustsVpc({ config }) {
	return config.spec["trusted-proxies"].includes("vpc");
}
/** What AWS does not tell is left to the hosts, which know their own routes; but whom they may believe, nobody else can tell. */
async function addressesAround(ctx, hosts) {
	const vpcIds = [...new Set(hosts.flatMap(({ vpcId }) => vpcId ?? []))];
	try {
		const found = vpcIds.length === 0 ? NONE : await ctx.vpcs.addresses(vpcIds);
		if (trustsVpc(ctx) && found.own.length === 0) throw noVpc();
		return found;
	} catch (error) {
		if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__.n) || trustsVpc(ctx)) throw error;
		ctx.progress.info(`The action could not read the routes of the VPC and chose the containers' network without them: ${error.message}`);
		return NONE;
	}
}
const NONE = {
	own: [],
	reachable: []
};
function noVpc() {
	return (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__.i)((0,_record_set_js__WEBPACK_IMPORTED_MODULE_0__.u)("trusted-proxies: the CIDRs of vpc are unknown, because AWS shows no route table", "List the CIDRs of the balancer in trusted-proxies instead of vpc."));
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
/* harmony import */ var _commit_order_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4221);
/* harmony import */ var _findings_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7883);
/* harmony import */ var _result_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(612);
/* harmony import */ var _volumes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(890);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5914);
/* harmony import */ var _image_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3048);







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
		if (meanwhile !== void 0) next = (0,_commit_order_js__WEBPACK_IMPORTED_MODULE_5__.r)(next, meanwhile, seen);
	}
	throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__.n("aws-unavailable", `Others changed the release record ${ATTEMPTS} times while this run wrote it.`, { hint: "Run this again: it records what is live." });
}
/** Who holds no lease has nothing to add to what a later run has written. */
function outrun({ permit, progress }) {
	if (permit.holds()) throw permit.lose("the record has an entry of a later run");
	progress.info("Another run has written the record in the meantime, so this run does not change it");
}
// src/steps/record/tag-live-image.ts
/**
* Tags the image that serves now, so that the repository's rules do not let it expire, whatever is pushed after it. Images of other repositories
* are their owners' affair. A service that serves is not red for want of a tag.
*/
async function tagLiveImage({ config, registry, repositories, progress }, { image, login, digest }, before) {
	const reference = (0,_image_js__WEBPACK_IMPORTED_MODULE_4__.l)(image);
	if (digest === before?.digest || login === "" || reference.repository !== config.image.repository) return;
	try {
		const credentials = await repositories.credentials();
		if (reference.registry === credentials.registry) await registry.tag(reference, (0,_image_js__WEBPACK_IMPORTED_MODULE_4__.c)(config.service), credentials);
	} catch (error) {
		progress.info(`${reference.repository} does not know which image is live, and may let it expire: ${String(error)}`);
	}
}
// src/steps/record/record-release.ts
/** Writes that a release is live now. `blocked`: a commit that is not to come back by itself. */
async function recordRelease(ctx, live, { record, attempt, blocked }) {
	const { config } = ctx;
	const { service, job } = config;
	const { served } = live;
	const others = (record?.blocked ?? []).filter((commit) => commit !== served.commit && commit !== blocked);
	const zones = live.zones ?? record?.zones ?? [];
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
		route: (0,_volumes_js__WEBPACK_IMPORTED_MODULE_2__.f)(served.route),
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
		...zones.length > 0 && { zones },
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

/***/ 9069:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ roleName),
/* harmony export */   t: () => (/* binding */ profileName)
/* harmony export */ });
/* harmony import */ var _service_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9734);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);


// src/domain/host/role-name.ts
const LONGEST_ROLE = 64;
const HASH_DIGITS = 16;
/**
* The name of the instance profile of a service's hosts: `docker-to-ec2.web.production.us-east-1`. IAM is global, so the name carries the region. It may
* have 128 characters and has 110 at most, so a template can write it, too.
* https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
*/
function profileName(service, region) {
	return `docker-to-ec2.${(0,_service_js__WEBPACK_IMPORTED_MODULE_1__.m)(service)}.${region}`;
}
/**
* The role that the action makes for that profile, by the same name. A role's may have 64 characters: a longer one is cut and ends in a hash, after two
* dots, which no other name has.
*/
function roleName(service, region) {
	const name = profileName(service, region);
	if (name.length <= LONGEST_ROLE) return name;
	const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256").update(name).digest("hex").slice(0, HASH_DIGITS);
	return `${name.slice(0, 46)}..${hash}`;
}



/***/ })

};
;