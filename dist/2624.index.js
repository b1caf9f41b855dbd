"use strict";
exports.id = 2624;
exports.ids = [2624];
exports.modules = {

/***/ 2624:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   comment: () => (/* binding */ comment)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9969);
/* harmony import */ var _shared_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7512);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1216);



// src/domain/comment/guards.ts
function refuseRepetition({ runAttempt }) {
	if (!isRepetition({ runAttempt })) return void 0;
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.yt)("a comment counts once, and this run was started again", "Write the command in a new comment if you still want it.");
}
function isRepetition({ runAttempt }) {
	return runAttempt !== "1";
}
function takesCode(word) {
	return word === "plan" || word === "deploy";
}
function refusePullRequest(word, head, { repository, allowForks }) {
	if (!head.isOpen) return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.yt)("the pull request is closed", "Comment on an open pull request, or on an issue for the newest commit of the default branch.");
	if (head.repository === void 0) return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.yt)("the repository of the pull request was deleted", "Push the branch to this repository, and open a new pull request.");
	if (head.repository !== repository && !allowForks) return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.yt)("the pull request comes from a fork, and its code would get the credentials of this workflow", "Push the branch to this repository, or read docs/guides/release/comments.md, \"Forks\".");
	if (head.isDraft && word === "deploy") return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.yt)("the pull request is a draft", "Mark it as ready for review, and comment again.");
}
function refusePush({ commit }, push, writtenAt) {
	if (push === void 0) return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.yt)("GitHub does not say when the newest commit of the pull request was pushed", "Push again (an empty commit will do), and comment after that.");
	if (push.commit !== commit) return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.yt)("the branch of the pull request is changing right now", "Read its newest commit, and comment again.");
	if (push.at >= writtenAt) return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.yt)(`the commit ${(0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.Kn)(commit)} was pushed after the comment was written`, "Read it, and comment again if it is the one that you want.");
}
function approversOf(reviews, head, push) {
	const last = /* @__PURE__ */ new Map();
	for (const review of reviews) {
		const { reviewer, state } = review;
		if (reviewer !== void 0 && state !== "COMMENTED" && state !== "PENDING") last.set(reviewer.id, {
			...review,
			reviewer
		});
	}
	return [...last.values()].filter(({ state, commit }) => state === "APPROVED" && commit === head.commit).map(({ reviewer }) => reviewer).filter(({ id }) => id !== head.authorId && id !== push.actorId);
}
function refuseUnreviewed({ commit }, level) {
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.yt)(`nobody with the permission ${level} has approved the commit ${(0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.Kn)(commit)}`, "Let somebody approve it who has neither opened the pull request nor pushed that commit, and comment again.");
}
function refuseChanged(now, then) {
	if (now?.body === then.body && now.authorId === then.author.id && !now.isEdited) return void 0;
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.yt)(`the comment was ${now === void 0 ? "deleted" : "edited"} after it was written`, "Write the command in a new comment if you still want it.");
}
// src/domain/comment/request.ts
var WORDS = [
	"plan",
	"deploy",
	"rollback",
	"freeze",
	"unfreeze",
	"help"
];
var LONGEST_REASON = 200;
var USAGE = {
	plan: ".plan [environment]",
	deploy: ".deploy [environment]",
	rollback: ".rollback [environment] [version]",
	freeze: ".freeze environment reason",
	unfreeze: ".unfreeze [environment]",
	help: ".help"
};
function readRequest(body, environments) {
	const [, first = ""] = /^\.([a-z]+)(?=[ \r\n]|$)/.exec(body) ?? [];
	const word = WORDS.find((known) => known === first);
	if (word === void 0) return { kind: "none" };
	const line = body.trimEnd();
	if (_start_js__WEBPACK_IMPORTED_MODULE_0__.rt.test(line) || !line.isWellFormed()) return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.yt)("the comment has more than one line, or invisible characters", hintOf(word, environments));
	return read(word, line.slice(word.length + 1).trim(), environments);
}
function read(word, rest, environments) {
	const [usual = ""] = environments;
	const words = rest === "" ? [] : rest.split(/ +/);
	const [first = "", ...others] = words;
	const hint = hintOf(word, environments);
	if (word === "help") return words.length === 0 ? request(word, usual) : (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.yt)(".help takes no words after it", hint);
	if (word === "rollback" && words.length === 1 && !environments.includes(first)) return rollback(usual, first, environments);
	const environment = words.length === 0 ? usual : first;
	if (!environments.includes(environment)) return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.yt)(`the environment ${shown(environment)} is unknown`, hint);
	if (word === "freeze") return freeze(environment, rest.slice(first.length).trim(), hint);
	if (word === "rollback" && others.length === 1) return rollback(environment, others[0] ?? "", environments);
	return others.length === 0 ? request(word, environment) : (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.yt)(`.${word} does not take ${shown(others.join(" "))}`, hint);
}
function rollback(environment, text, environments) {
	if (_inputs_js__WEBPACK_IMPORTED_MODULE_2__.V.test(text)) return request("rollback", environment, { release: text });
	const version = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_2__.U)(text);
	if (version !== void 0) return request("rollback", environment, { version });
	const reason = `${shown(text)} is neither an environment, nor a version such as 1.4.0, nor the name of a release`;
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.yt)(reason, hintOf("rollback", environments));
}
function freeze(environment, reason, hint) {
	if (reason === "") return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.yt)("a freeze needs a reason, which every refused run shows", hint);
	if (reason.length > LONGEST_REASON) return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.yt)(`the reason has more than ${LONGEST_REASON} characters`, hint);
	return request("freeze", environment, void 0, reason);
}
function request(word, environment, target, reason = "") {
	return {
		kind: "request",
		word,
		environment,
		target,
		reason
	};
}
function hintOf(word, environments) {
	return `Write \`${USAGE[word]}\` alone in a new comment. Environments: ${environments.join(", ")}.`;
}
var SHOWN = 60;
function shown(text) {
	return JSON.stringify(text.length > SHOWN ? `${text.slice(0, SHOWN)}...` : text);
}
function requestText({ word, environment, target, reason }) {
	if (word === "help") return ".help";
	const what = target === void 0 ? "" : "release" in target ? target.release : target.version;
	return [
		`.${word}`,
		environment,
		what,
		reason
	].filter((part) => part !== "").join(" ");
}
// src/report/pages/comment.ts
function answerMarker({ id }) {
	return `<!-- docker-to-ec2 comment ${id} -->`;
}
function heading(sign, { event }, asked) {
	return `## ${sign} ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.i)(asked)} by ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.d)(event.person?.login ?? "")}`;
}
function answer$1(run, parts) {
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.o)((0,_start_js__WEBPACK_IMPORTED_MODULE_0__.u)([answerMarker(run.event), ...parts]));
}
function acceptedAnswer({ job }, { run, request, commit }) {
	const address = `${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.S)(job)}/commit/${commit}`;
	const rows = [["Environment", (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.i)(request.environment)], ...commit === "" ? [] : [["Commit", (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.c)((0,_start_js__WEBPACK_IMPORTED_MODULE_0__.i)((0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.Kn)(commit)), address)]]];
	return answer$1(run, [
		heading("⏳", run, requestText(request)),
		(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.m)(["", ""], rows),
		`<sub>${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.c)("This run", (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.C)(job))} starts it as soon as the environment allows. The result will replace this text.</sub>`
	]);
}
var RESULTS = {
	success: {
		sign: "✅",
		words: "It succeeded."
	},
	failure: {
		sign: "❌",
		words: "It failed, or its environment did not allow it to start."
	},
	cancelled: {
		sign: "🚫",
		words: "It was cancelled."
	},
	skipped: {
		sign: "🚫",
		words: "No job of the workflow ran it."
	}
};
function endedAnswer({ job }, { run, request, ended }) {
	const { sign, words } = RESULTS[ended.result];
	return answer$1(run, [
		heading(sign, run, requestText(request)),
		`${words} ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.c)("The run", (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.C)(job))} has the details.`,
		ended.summary.replace(/^## /gm, "### ")
	]);
}
function refusedAnswer({ job }, run, { failure }) {
	return answer$1(run, [
		`## ✋ Nothing was done for ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.d)(run.event.person?.login ?? "")}`,
		(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.f)(failure?.sentence.split("\n", 1)[0] ?? ""),
		failure?.hint === void 0 ? "" : `**Next step:** ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.f)(failure.hint)}`,
		`<sub>In ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.c)("this run", (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.C)(job))}.</sub>`
	]);
}
var MEANING = {
	plan: "shows what a deploy would do",
	deploy: "deploys the newest commit of the pull request; on an issue, that of the default branch",
	rollback: "returns to the last verified release, or to a version or release",
	freeze: "blocks deploys until `.unfreeze`",
	unfreeze: "allows deploys again",
	help: "shows this table"
};
function helpAnswer(run) {
	const { environments, permission } = run;
	const [usual = ""] = environments;
	return answer$1(run, [
		"## Commands",
		(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.m)(["Comment", "What it does"], WORDS.map((word) => [(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.i)(USAGE[word]), (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.f)(MEANING[word])])),
		`Environments: ${environments.map(_start_js__WEBPACK_IMPORTED_MODULE_0__.i).join(", ")}; ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.i)(usual)} if the comment names none. Needs the permission ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.i)(permission)} on the repository.`
	]);
}
function ignoredReport(why) {
	return {
		outcome: "ignored",
		headline: `the comment is not for this action: ${why}`,
		outputs: {},
		facts: []
	};
}
function answeredReport(what) {
	return {
		outcome: "answered",
		headline: `answered the comment: ${what}`,
		outputs: {},
		facts: []
	};
}
function acceptedReport({ run, request, commit }) {
	const { word, environment, target, reason } = request;
	return {
		outcome: "accepted",
		headline: `${run.event.person?.login ?? ""} asked for ${requestText(request)}`,
		outputs: {
			"comment-command": word,
			"comment-environment": environment,
			"comment-sha": commit,
			"comment-release": target !== void 0 && "release" in target ? target.release : "",
			"comment-version": target !== void 0 && "version" in target ? target.version : "",
			"comment-reason": reason
		},
		facts: [["Environment", environment], ...(0,_shared_js__WEBPACK_IMPORTED_MODULE_1__.Mn)("Commit", commit)]
	};
}
// src/steps/comment/ask-github.ts
async function askGithub({ config, progress }, what, work) {
	try {
		return await progress.step(what, work);
	} catch (error) {
		if (error instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.mt || error instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.pt) throw error;
		const again = config.comment?.jobs === void 0 ? "write the command in a new comment" : "run the job again";
		throw new _start_js__WEBPACK_IMPORTED_MODULE_0__.mt("refused", `GitHub did not answer: ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__._t)(error)}`, {
			hint: `The job needs \`contents: read\`, \`issues: write\` and \`pull-requests: write\`. If it has them, see https://www.githubstatus.com, and ${again}.`,
			cause: error
		});
	}
}
// src/steps/comment/commit-of-command.ts
async function commitOfCommand(ctx, run, word) {
	if (!takesCode(word)) return "";
	return run.event.onPullRequest ? commitOfPullRequest(ctx, run, word) : ctx.config.job.commit;
}
async function commitOfPullRequest(ctx, run, word) {
	const { conversation, config } = ctx;
	const { event, allowForks, needsReview } = run;
	const { repository } = config.job;
	const head = await askGithub(ctx, "Ask GitHub for the pull request", () => conversation.pullRequest(event.number));
	(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.ht)(refusePullRequest(word, head, {
		repository,
		allowForks
	}));
	const from = head.repository ?? "";
	const push = await askGithub(ctx, "Ask GitHub for its newest push", () => conversation.lastPush(from, head.branch));
	(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.ht)(refusePush(head, push, event.writtenAt));
	if (push !== void 0 && (from !== repository || needsReview && word === "deploy")) await assertReviewed(ctx, run, head, push);
	return head.commit;
}
async function assertReviewed(ctx, { event, permission }, head, push) {
	const { conversation } = ctx;
	if (!await askGithub(ctx, "Ask GitHub for the reviews", async () => {
		for (const person of approversOf(await conversation.reviews(event.number), head, push)) if ((0,_inputs_js__WEBPACK_IMPORTED_MODULE_2__.dt)(person, await conversation.permissionOf(person.login), permission)) return true;
		return false;
	})) throw (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.vt)(refuseUnreviewed(head, permission));
}
// src/commands/comment.ts
async function comment(ctx) {
	const { comment: run } = ctx.config;
	if (run === void 0) throw new Error("The configuration of a comment has its event.");
	const { event, environments } = run;
	if (event.action !== "created") return ignoredReport(`it was ${event.action}`);
	if (event.person === void 0) return ignoredReport("a bot or an app wrote it");
	if (run.jobs !== void 0) return reportEnd(ctx, run, (0,_inputs_js__WEBPACK_IMPORTED_MODULE_2__.z)(run.jobs));
	const read = readRequest(event.body, environments);
	if (read.kind === "none") return ignoredReport("it does not start with a command");
	(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.ht)(refuseRepetition(ctx.config.job));
	return acceptOrRefuse(ctx, {
		run,
		person: event.person
	}, read);
}
async function acceptOrRefuse(ctx, asker, read) {
	const { run, person } = asker;
	const found = await askGithub(ctx, `Ask GitHub for the permission of ${person.login}`, () => ctx.conversation.permissionOf(person.login));
	const refusal = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_2__.pt)(person, found, run.permission);
	if (refusal !== void 0 && !(0,_inputs_js__WEBPACK_IMPORTED_MODULE_2__.dt)(person, found, "write")) return refuseStranger(ctx, run, refusal);
	try {
		(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.ht)(refusal);
		if ("hint" in read) throw (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.vt)(read);
		return await accept(ctx, asker, read);
	} catch (error) {
		if (error instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.mt) await answerRefusal(ctx, run, (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.ft)(error));
		throw error;
	}
}
async function refuseStranger({ conversation, progress }, { event }, refusal) {
	await conversation.react(event.id, "-1").catch((error) => progress.warn(`GitHub did not accept the reaction: ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__._t)(error)}`));
	throw (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.vt)(refusal);
}
async function accept(ctx, { run, person }, request) {
	const { conversation, config } = ctx;
	const { event } = run;
	if (request.word === "help") {
		await answer(ctx, run, helpAnswer(run));
		return answeredReport(".help");
	}
	const commit = await commitOfCommand(ctx, run, request.word);
	const now = await askGithub(ctx, "Look whether the comment has changed", () => conversation.comment(event.id));
	(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.ht)(refuseChanged(now, {
		body: event.body,
		author: person
	}));
	const accepted = {
		run,
		request,
		commit
	};
	await answer(ctx, run, acceptedAnswer(config, accepted));
	await askGithub(ctx, "React", () => conversation.react(event.id, "eyes"));
	return acceptedReport(accepted);
}
async function reportEnd(ctx, run, ended) {
	const request = ended && readRequest(run.event.body, [ended.environment]);
	if (ended === void 0 || request?.kind !== "request") return ignoredReport("no job has accepted it");
	if (ended.result === "skipped" && isRepetition(ctx.config.job)) return ignoredReport("a run that is started again does nothing");
	await answer(ctx, run, endedAnswer(ctx.config, {
		run,
		request,
		ended
	}));
	await askGithub(ctx, "React", () => ctx.conversation.react(run.event.id, ended.result === "success" ? "rocket" : "confused"));
	return answeredReport(ended.result);
}
async function answer(ctx, { event }, body) {
	await askGithub(ctx, "Answer", () => ctx.comments.put(event.number, answerMarker(event), body));
}
async function answerRefusal({ conversation, comments, config, progress }, run, report) {
	const { event } = run;
	const told = [comments.put(event.number, answerMarker(event), refusedAnswer(config, run, report)), conversation.react(event.id, "-1")];
	for (const { reason } of (await Promise.allSettled(told)).filter((one) => one.status === "rejected")) progress.warn(`GitHub did not accept the answer: ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__._t)(reason)}`);
}



/***/ })

};
;