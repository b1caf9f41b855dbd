export const id = 84;
export const ids = [84];
export const modules = {

/***/ 6084:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   githubCommits: () => (/* binding */ githubCommits)
/* harmony export */ });
// src/adapters/github-commits.ts
/** The list of commits is decoration: whatever keeps GitHub from telling it, the run goes on without. */
function githubCommits({ token, repository, apiUrl }) {
	return { async between(base, head) {
		if (token === void 0 || token === "" || base === "") return void 0;
		try {
			return await compare({
				token,
				repository,
				apiUrl
			}, `${base}...${head}`);
		} catch {
			return;
		}
	} };
}
async function compare({ token, repository, apiUrl }, basehead) {
	const { getOctokit } = await __webpack_require__.e(/* import() */ 543).then(__webpack_require__.bind(__webpack_require__, 9543));
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
	return data.commits.map(({ sha, commit, author }) => ({
		sha,
		title: commit.message.split("\n")[0] ?? "",
		author: author?.login ?? commit.author?.name ?? ""
	}));
}



/***/ })

};
