"use strict";
exports.id = 6876;
exports.ids = [6876];
exports.modules = {

/***/ 6876:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readYaml: () => (/* binding */ Hn)
/* harmony export */ });
const e = Symbol.for(`yaml.alias`), t = Symbol.for(`yaml.document`), n = Symbol.for(`yaml.map`), r = Symbol.for(`yaml.pair`), i = Symbol.for(`yaml.scalar`), a = Symbol.for(`yaml.seq`), o = Symbol.for(`yaml.node.type`), s = (t) => !!t && typeof t == `object` && t[o] === e, c = (e) => !!e && typeof e == `object` && e[o] === t, l = (e) => !!e && typeof e == `object` && e[o] === n, u = (e) => !!e && typeof e == `object` && e[o] === r, d = (e) => !!e && typeof e == `object` && e[o] === i, f = (e) => !!e && typeof e == `object` && e[o] === a;
function p(e) {
	if (e && typeof e == `object`) switch (e[o]) {
		case n:
		case a: return !0;
	}
	return !1;
}
function m(t) {
	if (t && typeof t == `object`) switch (t[o]) {
		case e:
		case n:
		case i:
		case a: return !0;
	}
	return !1;
}
const h = (e) => (d(e) || p(e)) && !!e.anchor, g = Symbol(`break visit`), _ = Symbol(`skip children`), v = Symbol(`remove node`);
function y(e, t) {
	let n = x(t);
	c(e) ? b(null, e.contents, n, Object.freeze([e])) === v && (e.contents = null) : b(null, e, n, Object.freeze([]));
}
y.BREAK = g, y.SKIP = _, y.REMOVE = v;
function b(e, t, n, r) {
	let i = S(e, t, n, r);
	if (m(i) || u(i)) return C(e, r, i), b(e, i, n, r);
	if (typeof i != `symbol`) {
		if (p(t)) {
			r = Object.freeze(r.concat(t));
			for (let e = 0; e < t.items.length; ++e) {
				let i = b(e, t.items[e], n, r);
				if (typeof i == `number`) e = i - 1;
				else if (i === g) return g;
				else i === v && (t.items.splice(e, 1), --e);
			}
		} else if (u(t)) {
			r = Object.freeze(r.concat(t));
			let e = b(`key`, t.key, n, r);
			if (e === g) return g;
			e === v && (t.key = null);
			let i = b(`value`, t.value, n, r);
			if (i === g) return g;
			i === v && (t.value = null);
		}
	}
	return i;
}
function x(e) {
	return typeof e == `object` && (e.Collection || e.Node || e.Value) ? Object.assign({
		Alias: e.Node,
		Map: e.Node,
		Scalar: e.Node,
		Seq: e.Node
	}, e.Value && {
		Map: e.Value,
		Scalar: e.Value,
		Seq: e.Value
	}, e.Collection && {
		Map: e.Collection,
		Seq: e.Collection
	}, e) : e;
}
function S(e, t, n, r) {
	if (typeof n == `function`) return n(e, t, r);
	if (l(t)) return n.Map?.(e, t, r);
	if (f(t)) return n.Seq?.(e, t, r);
	if (u(t)) return n.Pair?.(e, t, r);
	if (d(t)) return n.Scalar?.(e, t, r);
	if (s(t)) return n.Alias?.(e, t, r);
}
function C(e, t, n) {
	let r = t[t.length - 1];
	if (p(r)) r.items[e] = n;
	else if (u(r)) e === `key` ? r.key = n : r.value = n;
	else if (c(r)) r.contents = n;
	else {
		let e = s(r) ? `alias` : `scalar`;
		throw Error(`Cannot replace node with ${e} parent`);
	}
}
const ee = {
	"!": `%21`,
	",": `%2C`,
	"[": `%5B`,
	"]": `%5D`,
	"{": `%7B`,
	"}": `%7D`
}, w = (e) => e.replace(/[!,[\]{}]/g, (e) => ee[e]);
var T = class e {
	constructor(t, n) {
		this.docStart = null, this.docEnd = !1, this.yaml = Object.assign({}, e.defaultYaml, t), this.tags = Object.assign({}, e.defaultTags, n);
	}
	clone() {
		let t = new e(this.yaml, this.tags);
		return t.docStart = this.docStart, t;
	}
	atDocument() {
		let t = new e(this.yaml, this.tags);
		switch (this.yaml.version) {
			case `1.1`:
				this.atNextDocument = !0;
				break;
			case `1.2`: this.atNextDocument = !1, this.yaml = {
				explicit: e.defaultYaml.explicit,
				version: `1.2`
			}, this.tags = Object.assign({}, e.defaultTags);
		}
		return t;
	}
	add(t, n) {
		this.atNextDocument &&= (this.yaml = {
			explicit: e.defaultYaml.explicit,
			version: `1.1`
		}, this.tags = Object.assign({}, e.defaultTags), !1);
		let r = t.trim().split(/[ \t]+/), i = r.shift();
		switch (i) {
			case `%TAG`: {
				if (r.length !== 2 && (n(0, `%TAG directive should contain exactly two parts`), r.length < 2)) return !1;
				let [e, t] = r;
				return this.tags[e] = t, !0;
			}
			case `%YAML`: {
				if (this.yaml.explicit = !0, r.length !== 1) return n(0, `%YAML directive should contain exactly one part`), !1;
				let [e] = r;
				if (e === `1.1` || e === `1.2`) return this.yaml.version = e, !0;
				{
					let t = /^\d+\.\d+$/.test(e);
					return n(6, `Unsupported YAML version ${e}`, t), !1;
				}
			}
			default: return n(0, `Unknown directive ${i}`, !0), !1;
		}
	}
	tagName(e, t) {
		if (e === `!`) return `!`;
		if (e[0] !== `!`) return t(`Not a valid tag: ${e}`), null;
		if (e[1] === `<`) {
			let n = e.slice(2, -1);
			return n === `!` || n === `!!` ? (t(`Verbatim tags aren't resolved, so ${e} is invalid.`), null) : (e[e.length - 1] !== `>` && t(`Verbatim tags must end with a >`), n);
		}
		let [, n, r] = e.match(/^(.*!)([^!]*)$/s);
		r || t(`The ${e} tag has no suffix`);
		let i = this.tags[n];
		if (i) try {
			return i + decodeURIComponent(r);
		} catch (e) {
			return t(String(e)), null;
		}
		return n === `!` ? e : (t(`Could not resolve tag: ${e}`), null);
	}
	tagString(e) {
		for (let [t, n] of Object.entries(this.tags)) if (e.startsWith(n)) return t + w(e.substring(n.length));
		return e[0] === `!` ? e : `!<${e}>`;
	}
	toString(e) {
		let t = this.yaml.explicit ? [`%YAML ${this.yaml.version || `1.2`}`] : [], n = Object.entries(this.tags), r;
		if (e && n.length > 0 && m(e.contents)) {
			let t = {};
			y(e.contents, (e, n) => {
				m(n) && n.tag && (t[n.tag] = !0);
			}), r = Object.keys(t);
		} else r = [];
		for (let [i, a] of n) i === `!!` && a === `tag:yaml.org,2002:` || e && !r.some((e) => e.startsWith(a)) || t.push(`%TAG ${i} ${a}`);
		return t.join(`
`);
	}
};
T.defaultYaml = {
	explicit: !1,
	version: `1.2`
}, T.defaultTags = { "!!": `tag:yaml.org,2002:` };
function te(e) {
	if (/[\x00-\x19\s,[\]{}]/.test(e)) {
		let t = `Anchor must not contain whitespace or control characters: ${JSON.stringify(e)}`;
		throw Error(t);
	}
	return !0;
}
function ne(e) {
	let t = /* @__PURE__ */ new Set();
	return y(e, { Value(e, n) {
		n.anchor && t.add(n.anchor);
	} }), t;
}
function re(e, t) {
	for (let n = 1;; ++n) {
		let r = `${e}${n}`;
		if (!t.has(r)) return r;
	}
}
function ie(e, t) {
	let n = [], r = /* @__PURE__ */ new Map(), i = null;
	return {
		onAnchor: (r) => {
			n.push(r), i ??= ne(e);
			let a = re(t, i);
			return i.add(a), a;
		},
		setAnchors: () => {
			for (let e of n) {
				let t = r.get(e);
				if (typeof t == `object` && t.anchor && (d(t.node) || p(t.node))) t.node.anchor = t.anchor;
				else {
					let t = Error(`Failed to resolve repeated object (this should not happen)`);
					throw t.source = e, t;
				}
			}
		},
		sourceObjects: r
	};
}
function E(e, t, n, r) {
	if (r && typeof r == `object`) {
		if (Array.isArray(r)) for (let t = 0, n = r.length; t < n; ++t) {
			let n = r[t], i = E(e, r, String(t), n);
			i === void 0 ? delete r[t] : i !== n && (r[t] = i);
		}
		else if (r instanceof Map) for (let t of Array.from(r.keys())) {
			let n = r.get(t), i = E(e, r, t, n);
			i === void 0 ? r.delete(t) : i !== n && r.set(t, i);
		}
		else if (r instanceof Set) for (let t of Array.from(r)) {
			let n = E(e, r, t, t);
			n === void 0 ? r.delete(t) : n !== t && (r.delete(t), r.add(n));
		}
		else for (let [t, n] of Object.entries(r)) {
			let i = E(e, r, t, n);
			i === void 0 ? delete r[t] : i !== n && (r[t] = i);
		}
	}
	return e.call(t, n, r);
}
function D(e, t, n) {
	if (Array.isArray(e)) return e.map((e, t) => D(e, String(t), n));
	if (e && typeof e.toJSON == `function`) {
		if (!n || !h(e)) return e.toJSON(t, n);
		let r = {
			aliasCount: 0,
			count: 1,
			res: void 0
		};
		n.anchors.set(e, r), n.onCreate = (e) => {
			r.res = e, delete n.onCreate;
		};
		let i = e.toJSON(t, n);
		return n.onCreate && n.onCreate(i), i;
	}
	return typeof e == `bigint` && !n?.keep ? Number(e) : e;
}
var ae = class {
	constructor(e) {
		Object.defineProperty(this, o, { value: e });
	}
	clone() {
		let e = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
		return this.range && (e.range = this.range.slice()), e;
	}
	toJS(e, { mapAsMap: t, maxAliasCount: n, onAnchor: r, reviver: i } = {}) {
		if (!c(e)) throw TypeError(`A document argument is required`);
		let a = {
			anchors: /* @__PURE__ */ new Map(),
			doc: e,
			keep: !0,
			mapAsMap: t === !0,
			mapKeyWarned: !1,
			maxAliasCount: typeof n == `number` ? n : 100
		}, o = D(this, ``, a);
		if (typeof r == `function`) for (let { count: e, res: t } of a.anchors.values()) r(t, e);
		return typeof i == `function` ? E(i, { "": o }, ``, o) : o;
	}
}, oe = class extends ae {
	constructor(t) {
		super(e), this.source = t, Object.defineProperty(this, "tag", { set() {
			throw Error(`Alias nodes cannot have tags`);
		} });
	}
	resolve(e, t) {
		if (t?.maxAliasCount === 0) throw ReferenceError(`Alias resolution is disabled`);
		let n;
		t?.aliasResolveCache ? n = t.aliasResolveCache : (n = [], y(e, { Node: (e, t) => {
			(s(t) || h(t)) && n.push(t);
		} }), t && (t.aliasResolveCache = n));
		let r;
		for (let e of n) {
			if (e === this) break;
			e.anchor === this.source && (r = e);
		}
		if (r && t) {
			let { anchors: e, doc: n, maxAliasCount: i } = t, a = e.get(r);
			if (a ||= (D(r, null, t), e.get(r)), a?.res === void 0) throw ReferenceError(`This should not happen: Alias anchor was not resolved?`);
			if (i >= 0 && (a.count += 1, a.aliasCount === 0 && (a.aliasCount = se(n, r, e)), a.count * a.aliasCount > i)) throw ReferenceError(`Excessive alias count indicates a resource exhaustion attack`);
		}
		return r;
	}
	toJSON(e, t) {
		if (!t) return { source: this.source };
		let n = this.resolve(t.doc, t);
		if (!n) {
			let e = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
			throw ReferenceError(e);
		}
		return t.anchors.get(n).res;
	}
	toString(e, t, n) {
		let r = `*${this.source}`;
		if (e) {
			if (te(this.source), e.options.verifyAliasOrder && !e.anchors.has(this.source)) {
				let e = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
				throw Error(e);
			}
			if (e.implicitKey) return `${r} `;
		}
		return r;
	}
};
function se(e, t, n) {
	if (s(t)) {
		let r = t.resolve(e), i = n && r && n.get(r);
		return i ? i.count * i.aliasCount : 0;
	}
	if (p(t)) {
		let r = 0;
		for (let i of t.items) {
			let t = se(e, i, n);
			t > r && (r = t);
		}
		return r;
	}
	if (u(t)) {
		let r = se(e, t.key, n), i = se(e, t.value, n);
		return Math.max(r, i);
	}
	return 1;
}
const ce = (e) => !e || typeof e != `function` && typeof e != `object`;
var O = class extends ae {
	constructor(e) {
		super(i), this.value = e;
	}
	toJSON(e, t) {
		return t?.keep ? this.value : D(this.value, e, t);
	}
	toString() {
		return String(this.value);
	}
};
O.BLOCK_FOLDED = `BLOCK_FOLDED`, O.BLOCK_LITERAL = `BLOCK_LITERAL`, O.PLAIN = `PLAIN`, O.QUOTE_DOUBLE = `QUOTE_DOUBLE`, O.QUOTE_SINGLE = `QUOTE_SINGLE`;
function le(e, t, n) {
	if (t) {
		let e = n.filter((e) => e.tag === t), r = e.find((e) => !e.format) ?? e[0];
		if (!r) throw Error(`Tag ${t} not found`);
		return r;
	}
	return n.find((t) => t.identify?.(e) && !t.format);
}
function k(e, t, r) {
	if (c(e) && (e = e.contents), m(e)) return e;
	if (u(e)) {
		let t = r.schema[n].createNode?.(r.schema, null, r);
		return t.items.push(e), t;
	}
	(e instanceof String || e instanceof Number || e instanceof Boolean || typeof BigInt < `u` && e instanceof BigInt) && (e = e.valueOf());
	let { aliasDuplicateObjects: i, onAnchor: o, onTagObj: s, schema: l, sourceObjects: d } = r, f;
	if (i && e && typeof e == `object`) {
		if (f = d.get(e), f) return f.anchor ?? (f.anchor = o(e)), new oe(f.anchor);
		f = {
			anchor: null,
			node: null
		}, d.set(e, f);
	}
	t?.startsWith(`!!`) && (t = `tag:yaml.org,2002:` + t.slice(2));
	let p = le(e, t, l.tags);
	if (!p) {
		if (e && typeof e.toJSON == `function` && (e = e.toJSON()), !e || typeof e != `object`) {
			let t = new O(e);
			return f && (f.node = t), t;
		}
		p = e instanceof Map ? l[n] : Symbol.iterator in Object(e) ? l[a] : l[n];
	}
	s && (s(p), delete r.onTagObj);
	let h = p?.createNode ? p.createNode(r.schema, e, r) : typeof p?.nodeClass?.from == `function` ? p.nodeClass.from(r.schema, e, r) : new O(e);
	return t ? h.tag = t : p.default || (h.tag = p.tag), f && (f.node = h), h;
}
function ue(e, t, n) {
	let r = n;
	for (let e = t.length - 1; e >= 0; --e) {
		let n = t[e];
		if (typeof n == `number` && Number.isInteger(n) && n >= 0) {
			let e = [];
			e[n] = r, r = e;
		} else r = /* @__PURE__ */ new Map([[n, r]]);
	}
	return k(r, void 0, {
		aliasDuplicateObjects: !1,
		keepUndefined: !1,
		onAnchor: () => {
			throw Error(`This should not happen, please report a bug.`);
		},
		schema: e,
		sourceObjects: /* @__PURE__ */ new Map()
	});
}
const de = (e) => e == null || typeof e == `object` && !!e[Symbol.iterator]().next().done;
var fe = class extends ae {
	constructor(e, t) {
		super(e), Object.defineProperty(this, "schema", {
			value: t,
			configurable: !0,
			enumerable: !1,
			writable: !0
		});
	}
	clone(e) {
		let t = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
		return e && (t.schema = e), t.items = t.items.map((t) => m(t) || u(t) ? t.clone(e) : t), this.range && (t.range = this.range.slice()), t;
	}
	addIn(e, t) {
		if (de(e)) this.add(t);
		else {
			let [n, ...r] = e, i = this.get(n, !0);
			if (p(i)) i.addIn(r, t);
			else if (i === void 0 && this.schema) this.set(n, ue(this.schema, r, t));
			else throw Error(`Expected YAML collection at ${n}. Remaining path: ${r}`);
		}
	}
	deleteIn(e) {
		let [t, ...n] = e;
		if (n.length === 0) return this.delete(t);
		let r = this.get(t, !0);
		if (p(r)) return r.deleteIn(n);
		throw Error(`Expected YAML collection at ${t}. Remaining path: ${n}`);
	}
	getIn(e, t) {
		let [n, ...r] = e, i = this.get(n, !0);
		return r.length === 0 ? !t && d(i) ? i.value : i : p(i) ? i.getIn(r, t) : void 0;
	}
	hasAllNullValues(e) {
		return this.items.every((t) => {
			if (!u(t)) return !1;
			let n = t.value;
			return n == null || e && d(n) && n.value == null && !n.commentBefore && !n.comment && !n.tag;
		});
	}
	hasIn(e) {
		let [t, ...n] = e;
		if (n.length === 0) return this.has(t);
		let r = this.get(t, !0);
		return p(r) ? r.hasIn(n) : !1;
	}
	setIn(e, t) {
		let [n, ...r] = e;
		if (r.length === 0) this.set(n, t);
		else {
			let e = this.get(n, !0);
			if (p(e)) e.setIn(r, t);
			else if (e === void 0 && this.schema) this.set(n, ue(this.schema, r, t));
			else throw Error(`Expected YAML collection at ${n}. Remaining path: ${r}`);
		}
	}
};
const pe = (e) => e.replace(/^(?!$)(?: $)?/gm, `#`);
function A(e, t) {
	return /^\n+$/.test(e) ? e.substring(1) : t ? e.replace(/^(?! *$)/gm, t) : e;
}
const j = (e, t, n) => e.endsWith(`
`) ? A(n, t) : n.includes(`
`) ? `
` + A(n, t) : (e.endsWith(` `) ? `` : ` `) + n, me = `flow`;
function he(e, t, n = `flow`, { indentAtStart: r, lineWidth: i = 80, minContentWidth: a = 20, onFold: o, onOverflow: s } = {}) {
	if (!i || i < 0) return e;
	i < a && (a = 0);
	let c = Math.max(1 + a, 1 + i - t.length);
	if (e.length <= c) return e;
	let l = [], u = {}, d = i - t.length;
	typeof r == `number` && (r > i - Math.max(2, a) ? l.push(0) : d = i - r);
	let f, p, m = !1, h = -1, g = -1, _ = -1;
	n === `block` && (h = ge(e, h, t.length), h !== -1 && (d = h + c));
	for (let r; r = e[h += 1];) {
		if (n === `quoted` && r === `\\`) {
			switch (g = h, e[h + 1]) {
				case `x`:
					h += 3;
					break;
				case `u`:
					h += 5;
					break;
				case `U`:
					h += 9;
					break;
				default: h += 1;
			}
			_ = h;
		}
		if (r === `
`) n === `block` && (h = ge(e, h, t.length)), d = h + t.length + c, f = void 0;
		else {
			if (r === ` ` && p && p !== ` ` && p !== `
` && p !== `	`) {
				let t = e[h + 1];
				t && t !== ` ` && t !== `
` && t !== `	` && (f = h);
			}
			if (h >= d) {
				if (f) l.push(f), d = f + c, f = void 0;
				else if (n === `quoted`) {
					for (; p === ` ` || p === `	`;) p = r, r = e[h += 1], m = !0;
					let t = h > _ + 1 ? h - 2 : g - 1;
					if (u[t]) return e;
					l.push(t), u[t] = !0, d = t + c, f = void 0;
				} else m = !0;
			}
		}
		p = r;
	}
	if (m && s && s(), l.length === 0) return e;
	o && o();
	let v = e.slice(0, l[0]);
	for (let r = 0; r < l.length; ++r) {
		let i = l[r], a = l[r + 1] || e.length;
		i === 0 ? v = `\n${t}${e.slice(0, a)}` : (n === `quoted` && u[i] && (v += `${e[i]}\\`), v += `\n${t}${e.slice(i + 1, a)}`);
	}
	return v;
}
function ge(e, t, n) {
	let r = t, i = t + 1, a = e[i];
	for (; a === ` ` || a === `	`;) if (t < i + n) a = e[++t];
	else {
		do
			a = e[++t];
		while (a && a !== `
`);
		r = t, i = t + 1, a = e[i];
	}
	return r;
}
const _e = (e, t) => ({
	indentAtStart: t ? e.indent.length : e.indentAtStart,
	lineWidth: e.options.lineWidth,
	minContentWidth: e.options.minContentWidth
}), ve = (e) => /^(%|---|\.\.\.)/m.test(e);
function ye(e, t, n) {
	if (!t || t < 0) return !1;
	let r = t - n, i = e.length;
	if (i <= r) return !1;
	for (let t = 0, n = 0; t < i; ++t) if (e[t] === `
`) {
		if (t - n > r) return !0;
		if (n = t + 1, i - n <= r) return !1;
	}
	return !0;
}
function M(e, t) {
	let n = JSON.stringify(e);
	if (t.options.doubleQuotedAsJSON) return n;
	let { implicitKey: r } = t, i = t.options.doubleQuotedMinMultiLineLength, a = t.indent || (ve(e) ? `  ` : ``), o = ``, s = 0;
	for (let e = 0, t = n[e]; t; t = n[++e]) if (t === ` ` && n[e + 1] === `\\` && n[e + 2] === `n` && (o += n.slice(s, e) + `\\ `, e += 1, s = e, t = `\\`), t === `\\`) switch (n[e + 1]) {
		case `u`:
			{
				o += n.slice(s, e);
				let t = n.substr(e + 2, 4);
				switch (t) {
					case `0000`:
						o += `\\0`;
						break;
					case `0007`:
						o += `\\a`;
						break;
					case `000b`:
						o += `\\v`;
						break;
					case `001b`:
						o += `\\e`;
						break;
					case `0085`:
						o += `\\N`;
						break;
					case `00a0`:
						o += `\\_`;
						break;
					case `2028`:
						o += `\\L`;
						break;
					case `2029`:
						o += `\\P`;
						break;
					default: t.substr(0, 2) === `00` ? o += `\\x` + t.substr(2) : o += n.substr(e, 6);
				}
				e += 5, s = e + 1;
			}
			break;
		case `n`:
			if (r || n[e + 2] === `"` || n.length < i) e += 1;
			else {
				for (o += n.slice(s, e) + `

`; n[e + 2] === `\\` && n[e + 3] === `n` && n[e + 4] !== `"`;) o += `
`, e += 2;
				o += a, n[e + 2] === ` ` && (o += `\\`), e += 1, s = e + 1;
			}
			break;
		default: e += 1;
	}
	return o = s ? o + n.slice(s) : n, r ? o : he(o, a, `quoted`, _e(t, !1));
}
function be(e, t) {
	if (t.options.singleQuote === !1 || t.implicitKey && e.includes(`
`) || /[ \t]\n|\n[ \t]/.test(e)) return M(e, t);
	let n = t.indent || (ve(e) ? `  ` : ``), r = `'` + e.replace(/'/g, `''`).replace(/\n+/g, `$&\n${n}`) + `'`;
	return t.implicitKey ? r : he(r, n, me, _e(t, !1));
}
function N(e, t) {
	let { singleQuote: n } = t.options, r;
	if (n === !1) r = M;
	else {
		let t = e.includes(`"`), i = e.includes(`'`);
		r = t && !i ? be : i && !t ? M : n ? be : M;
	}
	return r(e, t);
}
let xe;
try {
	xe = RegExp(`(^|(?<!
))
+(?!
|$)`, `g`);
} catch {
	xe = /\n+(?!\n|$)/g;
}
function Se({ comment: e, type: t, value: n }, r, i, a) {
	let { blockQuote: o, commentString: s, lineWidth: c } = r.options;
	if (!o || /\n[\t ]+$/.test(n)) return N(n, r);
	let l = r.indent || (r.forceBlockIndent || ve(n) ? `  ` : ``), u = o === `literal` ? !0 : o === `folded` || t === O.BLOCK_FOLDED ? !1 : t === O.BLOCK_LITERAL || !ye(n, c, l.length);
	if (!n) return u ? `|
` : `>
`;
	let d, f;
	for (f = n.length; f > 0; --f) {
		let e = n[f - 1];
		if (e !== `
` && e !== `	` && e !== ` `) break;
	}
	let p = n.substring(f), m = p.indexOf(`
`);
	m === -1 ? d = `-` : n === p || m !== p.length - 1 ? (d = `+`, a && a()) : d = ``, p &&= (n = n.slice(0, -p.length), p[p.length - 1] === `
` && (p = p.slice(0, -1)), p.replace(xe, `$&${l}`));
	let h = !1, g, _ = -1;
	for (g = 0; g < n.length; ++g) {
		let e = n[g];
		if (e === ` `) h = !0;
		else if (e === `
`) _ = g;
		else break;
	}
	let v = n.substring(0, _ < g ? _ + 1 : g);
	v &&= (n = n.substring(v.length), v.replace(/\n+/g, `$&${l}`));
	let y = (h ? l ? `2` : `1` : ``) + d;
	if (e && (y += ` ` + s(e.replace(/ ?[\r\n]+/g, ` `)), i && i()), !u) {
		let e = n.replace(/\n+/g, `
$&`).replace(/(?:^|\n)([\t ].*)(?:([\n\t ]*)\n(?![\n\t ]))?/g, `$1$2`).replace(/\n+/g, `$&${l}`), i = !1, a = _e(r, !0);
		o !== `folded` && t !== O.BLOCK_FOLDED && (a.onOverflow = () => {
			i = !0;
		});
		let s = he(`${v}${e}${p}`, l, `block`, a);
		if (!i) return `>${y}\n${l}${s}`;
	}
	return n = n.replace(/\n+/g, `$&${l}`), `|${y}\n${l}${v}${n}${p}`;
}
function Ce(e, t, n, r) {
	let { type: i, value: a } = e, { actualString: o, implicitKey: s, indent: c, indentStep: l, inFlow: u } = t;
	if (s && a.includes(`
`) || u && /[[\]{},]/.test(a)) return N(a, t);
	if (/^[\n\t ,[\]{}#&*!|>'"%@`]|^[?-]$|^[?-][ \t]|[\n:][ \t]|[ \t]\n|[\n\t ]#|[\n\t :]$/.test(a)) return s || u || !a.includes(`
`) ? N(a, t) : Se(e, t, n, r);
	if (!s && !u && i !== O.PLAIN && a.includes(`
`)) return Se(e, t, n, r);
	if (ve(a)) {
		if (c === ``) return t.forceBlockIndent = !0, Se(e, t, n, r);
		if (s && c === l) return N(a, t);
	}
	let d = a.replace(/\n+/g, `$&\n${c}`);
	if (o) {
		let e = (e) => e.default && e.tag !== `tag:yaml.org,2002:str` && e.test?.test(d), { compat: n, tags: r } = t.doc.schema;
		if (r.some(e) || n?.some(e)) return N(a, t);
	}
	return s ? d : he(d, c, me, _e(t, !1));
}
function we(e, t, n, r) {
	let { implicitKey: i, inFlow: a } = t, o = typeof e.value == `string` ? e : Object.assign({}, e, { value: String(e.value) }), { type: s } = e;
	s !== O.QUOTE_DOUBLE && /[\x00-\x08\x0b-\x1f\x7f-\x9f\u{D800}-\u{DFFF}]/u.test(o.value) && (s = O.QUOTE_DOUBLE);
	let c = (e) => {
		switch (e) {
			case O.BLOCK_FOLDED:
			case O.BLOCK_LITERAL: return i || a ? N(o.value, t) : Se(o, t, n, r);
			case O.QUOTE_DOUBLE: return M(o.value, t);
			case O.QUOTE_SINGLE: return be(o.value, t);
			case O.PLAIN: return Ce(o, t, n, r);
			default: return null;
		}
	}, l = c(s);
	if (l === null) {
		let { defaultKeyType: e, defaultStringType: n } = t.options, r = i && e || n;
		if (l = c(r), l === null) throw Error(`Unsupported default string type ${r}`);
	}
	return l;
}
function Te(e, t) {
	let n = Object.assign({
		blockQuote: !0,
		commentString: pe,
		defaultKeyType: null,
		defaultStringType: `PLAIN`,
		directives: null,
		doubleQuotedAsJSON: !1,
		doubleQuotedMinMultiLineLength: 40,
		falseStr: `false`,
		flowCollectionPadding: !0,
		indentSeq: !0,
		lineWidth: 80,
		minContentWidth: 20,
		nullStr: `null`,
		simpleKeys: !1,
		singleQuote: null,
		trailingComma: !1,
		trueStr: `true`,
		verifyAliasOrder: !0
	}, e.schema.toStringOptions, t), r;
	switch (n.collectionStyle) {
		case `block`:
			r = !1;
			break;
		case `flow`:
			r = !0;
			break;
		default: r = null;
	}
	return {
		anchors: /* @__PURE__ */ new Set(),
		doc: e,
		flowCollectionPadding: n.flowCollectionPadding ? ` ` : ``,
		indent: ``,
		indentStep: typeof n.indent == `number` ? ` `.repeat(n.indent) : `  `,
		inFlow: r,
		options: n
	};
}
function Ee(e, t) {
	if (t.tag) {
		let n = e.filter((e) => e.tag === t.tag);
		if (n.length > 0) return n.find((e) => e.format === t.format) ?? n[0];
	}
	let n, r;
	if (d(t)) {
		r = t.value;
		let i = e.filter((e) => e.identify?.(r));
		if (i.length > 1) {
			let e = i.filter((e) => e.test);
			e.length > 0 && (i = e);
		}
		n = i.find((e) => e.format === t.format) ?? i.find((e) => !e.format);
	} else r = t, n = e.find((e) => e.nodeClass && r instanceof e.nodeClass);
	if (!n) {
		let e = r?.constructor?.name ?? (r === null ? `null` : typeof r);
		throw Error(`Tag not resolved for ${e} value`);
	}
	return n;
}
function De(e, t, { anchors: n, doc: r }) {
	if (!r.directives) return ``;
	let i = [], a = (d(e) || p(e)) && e.anchor;
	a && te(a) && (n.add(a), i.push(`&${a}`));
	let o = e.tag ?? (t.default ? null : t.tag);
	return o && i.push(r.directives.tagString(o)), i.join(` `);
}
function P(e, t, n, r) {
	if (u(e)) return e.toString(t, n, r);
	if (s(e)) {
		if (t.doc.directives) return e.toString(t);
		if (t.resolvedAliases?.has(e)) throw TypeError(`Cannot stringify circular structure without alias nodes`);
		t.resolvedAliases ? t.resolvedAliases.add(e) : t.resolvedAliases = /* @__PURE__ */ new Set([e]), e = e.resolve(t.doc);
	}
	let i, a = m(e) ? e : t.doc.createNode(e, { onTagObj: (e) => i = e });
	i ??= Ee(t.doc.schema.tags, a);
	let o = De(a, i, t);
	o.length > 0 && (t.indentAtStart = (t.indentAtStart ?? 0) + o.length + 1);
	let c = typeof i.stringify == `function` ? i.stringify(a, t, n, r) : d(a) ? we(a, t, n, r) : a.toString(t, n, r);
	return o ? d(a) || c[0] === `{` || c[0] === `[` ? `${o} ${c}` : `${o}\n${t.indent}${c}` : c;
}
function Oe({ key: e, value: t }, n, r, i) {
	let { allNullValues: a, doc: o, indent: s, indentStep: c, options: { commentString: l, indentSeq: u, simpleKeys: h } } = n, g = m(e) && e.comment || null;
	if (h) {
		if (g) throw Error(`With simple keys, key nodes cannot have comments`);
		if (p(e) || !m(e) && typeof e == `object`) throw Error(`With simple keys, collection cannot be used as a key value`);
	}
	let _ = !h && (!e || g && t == null && !n.inFlow || p(e) || (d(e) ? e.type === O.BLOCK_FOLDED || e.type === O.BLOCK_LITERAL : typeof e == `object`));
	n = Object.assign({}, n, {
		allNullValues: !1,
		implicitKey: !_ && (h || !a),
		indent: s + c
	});
	let v = !1, y = !1, b = P(e, n, () => v = !0, () => y = !0);
	if (!_ && !n.inFlow && b.length > 1024) {
		if (h) throw Error(`With simple keys, single line scalar must not span more than 1024 characters`);
		_ = !0;
	}
	if (n.inFlow) {
		if (a || t == null) return v && r && r(), b === `` ? `?` : _ ? `? ${b}` : b;
	} else if (a && !h || t == null && _) return b = `? ${b}`, g && !v ? b += j(b, n.indent, l(g)) : y && i && i(), b;
	v && (g = null), _ ? (g && (b += j(b, n.indent, l(g))), b = `? ${b}\n${s}:`) : (b = `${b}:`, g && (b += j(b, n.indent, l(g))));
	let x, S, C;
	m(t) ? (x = !!t.spaceBefore, S = t.commentBefore, C = t.comment) : (x = !1, S = null, C = null, t && typeof t == `object` && (t = o.createNode(t))), n.implicitKey = !1, !_ && !g && d(t) && (n.indentAtStart = b.length + 1), y = !1, !u && c.length >= 2 && !n.inFlow && !_ && f(t) && !t.flow && !t.tag && !t.anchor && (n.indent = n.indent.substring(2));
	let ee = !1, w = P(t, n, () => ee = !0, () => y = !0), T = ` `;
	if (g || x || S) {
		if (T = x ? `
` : ``, S) {
			let e = l(S);
			T += `\n${A(e, n.indent)}`;
		}
		w === `` && !n.inFlow ? T === `
` && C && (T = `

`) : T += `\n${n.indent}`;
	} else if (!_ && p(t)) {
		let e = w[0], r = w.indexOf(`
`), i = r !== -1, a = n.inFlow ?? t.flow ?? t.items.length === 0;
		if (i || !a) {
			let t = !1;
			if (i && (e === `&` || e === `!`)) {
				let n = w.indexOf(` `);
				e === `&` && n !== -1 && n < r && w[n + 1] === `!` && (n = w.indexOf(` `, n + 1)), (n === -1 || r < n) && (t = !0);
			}
			t || (T = `\n${n.indent}`);
		}
	} else (w === `` || w[0] === `
`) && (T = ``);
	return b += T + w, n.inFlow ? ee && r && r() : C && !ee ? b += j(b, n.indent, l(C)) : y && i && i(), b;
}
function ke(e, t) {
	(e === `debug` || e === `warn`) && console.warn(t);
}
const F = {
	identify: (e) => e === `<<` || typeof e == `symbol` && e.description === `<<`,
	default: `key`,
	tag: `tag:yaml.org,2002:merge`,
	test: /^<<$/,
	resolve: () => Object.assign(new O(Symbol(`<<`)), { addToJSMap: je }),
	stringify: () => `<<`
}, Ae = (e, t) => (F.identify(t) || d(t) && (!t.type || t.type === O.PLAIN) && F.identify(t.value)) && e?.doc.schema.tags.some((e) => e.tag === F.tag && e.default);
function je(e, t, n) {
	let r = Ne(e, n);
	if (f(r)) for (let n of r.items) Me(e, t, n);
	else if (Array.isArray(r)) for (let n of r) Me(e, t, n);
	else Me(e, t, r);
}
function Me(e, t, n) {
	let r = Ne(e, n);
	if (!l(r)) throw Error(`Merge sources must be maps or map aliases`);
	let i = r.toJSON(null, e, Map);
	for (let [e, n] of i) t instanceof Map ? t.has(e) || t.set(e, n) : t instanceof Set ? t.add(e) : Object.prototype.hasOwnProperty.call(t, e) || Object.defineProperty(t, e, {
		value: n,
		writable: !0,
		enumerable: !0,
		configurable: !0
	});
	return t;
}
function Ne(e, t) {
	return e && s(t) ? t.resolve(e.doc, e) : t;
}
function Pe(e, t, { key: n, value: r }) {
	if (m(n) && n.addToJSMap) n.addToJSMap(e, t, r);
	else if (Ae(e, n)) je(e, t, r);
	else {
		let i = D(n, ``, e);
		if (t instanceof Map) t.set(i, D(r, i, e));
		else if (t instanceof Set) t.add(i);
		else {
			let a = Fe(n, i, e), o = D(r, a, e);
			a in t ? Object.defineProperty(t, a, {
				value: o,
				writable: !0,
				enumerable: !0,
				configurable: !0
			}) : t[a] = o;
		}
	}
	return t;
}
function Fe(e, t, n) {
	if (t === null) return ``;
	if (typeof t != `object`) return String(t);
	if (m(e) && n?.doc) {
		let t = Te(n.doc, {});
		t.anchors = /* @__PURE__ */ new Set();
		for (let e of n.anchors.keys()) t.anchors.add(e.anchor);
		t.inFlow = !0, t.inStringifyKey = !0;
		let r = e.toString(t);
		if (!n.mapKeyWarned) {
			let e = JSON.stringify(r);
			e.length > 40 && (e = e.substring(0, 36) + `..."`), ke(n.doc.options.logLevel, `Keys with collection values will be stringified due to JS Object restrictions: ${e}. Set mapAsMap: true to use object keys.`), n.mapKeyWarned = !0;
		}
		return r;
	}
	return JSON.stringify(t);
}
function Ie(e, t, n) {
	return new I(k(e, void 0, n), k(t, void 0, n));
}
var I = class e {
	constructor(e, t = null) {
		Object.defineProperty(this, o, { value: r }), this.key = e, this.value = t;
	}
	clone(t) {
		let { key: n, value: r } = this;
		return m(n) && (n = n.clone(t)), m(r) && (r = r.clone(t)), new e(n, r);
	}
	toJSON(e, t) {
		return Pe(t, t?.mapAsMap ? /* @__PURE__ */ new Map() : {}, this);
	}
	toString(e, t, n) {
		return e?.doc ? Oe(this, e, t, n) : JSON.stringify(this);
	}
};
function Le(e, t, n) {
	return (t.inFlow ?? e.flow ? ze : Re)(e, t, n);
}
function Re({ comment: e, items: t }, n, { blockItemPrefix: r, flowChars: i, itemIndent: a, onChompKeep: o, onComment: s }) {
	let { indent: c, options: { commentString: l } } = n, d = Object.assign({}, n, {
		indent: a,
		type: null
	}), f = !1, p = [];
	for (let e = 0; e < t.length; ++e) {
		let i = t[e], o = null;
		if (m(i)) !f && i.spaceBefore && p.push(``), Be(n, p, i.commentBefore, f), i.comment && (o = i.comment);
		else if (u(i)) {
			let e = m(i.key) ? i.key : null;
			e && (!f && e.spaceBefore && p.push(``), Be(n, p, e.commentBefore, f));
		}
		f = !1;
		let s = P(i, d, () => o = null, () => f = !0);
		o && (s += j(s, a, l(o))), f && o && (f = !1), p.push(r + s);
	}
	let h;
	if (p.length === 0) h = i.start + i.end;
	else {
		h = p[0];
		for (let e = 1; e < p.length; ++e) {
			let t = p[e];
			h += t ? `\n${c}${t}` : `
`;
		}
	}
	return e ? (h += `
` + A(l(e), c), s && s()) : f && o && o(), h;
}
function ze({ items: e }, t, { flowChars: n, itemIndent: r }) {
	let { indent: i, indentStep: a, flowCollectionPadding: o, options: { commentString: s } } = t;
	r += a;
	let c = Object.assign({}, t, {
		indent: r,
		inFlow: !0,
		type: null
	}), l = !1, d = 0, f = [];
	for (let n = 0; n < e.length; ++n) {
		let i = e[n], a = null;
		if (m(i)) i.spaceBefore && f.push(``), Be(t, f, i.commentBefore, !1), i.comment && (a = i.comment);
		else if (u(i)) {
			let e = m(i.key) ? i.key : null;
			e && (e.spaceBefore && f.push(``), Be(t, f, e.commentBefore, !1), e.comment && (l = !0));
			let n = m(i.value) ? i.value : null;
			n ? (n.comment && (a = n.comment), n.commentBefore && (l = !0)) : i.value == null && e?.comment && (a = e.comment);
		}
		a && (l = !0);
		let o = P(i, c, () => a = null);
		l ||= f.length > d || o.includes(`
`), n < e.length - 1 ? o += `,` : t.options.trailingComma && (t.options.lineWidth > 0 && (l ||= f.reduce((e, t) => e + t.length + 2, 2) + (o.length + 2) > t.options.lineWidth), l && (o += `,`)), a && (o += j(o, r, s(a))), f.push(o), d = f.length;
	}
	let { start: p, end: h } = n;
	if (f.length === 0) return p + h;
	if (!l) {
		let e = f.reduce((e, t) => e + t.length + 2, 2);
		l = t.options.lineWidth > 0 && e > t.options.lineWidth;
	}
	if (l) {
		let e = p;
		for (let t of f) e += t ? `\n${a}${i}${t}` : `
`;
		return `${e}\n${i}${h}`;
	}
	return `${p}${o}${f.join(` `)}${o}${h}`;
}
function Be({ indent: e, options: { commentString: t } }, n, r, i) {
	if (r && i && (r = r.replace(/^\n+/, ``)), r) {
		let i = A(t(r), e);
		n.push(i.trimStart());
	}
}
function L(e, t) {
	let n = d(t) ? t.value : t;
	for (let r of e) if (u(r) && (r.key === t || r.key === n || d(r.key) && r.key.value === n)) return r;
}
var R = class extends fe {
	static get tagName() {
		return `tag:yaml.org,2002:map`;
	}
	constructor(e) {
		super(n, e), this.items = [];
	}
	static from(e, t, n) {
		let { keepUndefined: r, replacer: i } = n, a = new this(e), o = (e, o) => {
			if (typeof i == `function`) o = i.call(t, e, o);
			else if (Array.isArray(i) && !i.includes(e)) return;
			(o !== void 0 || r) && a.items.push(Ie(e, o, n));
		};
		if (t instanceof Map) for (let [e, n] of t) o(e, n);
		else if (t && typeof t == `object`) for (let e of Object.keys(t)) o(e, t[e]);
		return typeof e.sortMapEntries == `function` && a.items.sort(e.sortMapEntries), a;
	}
	add(e, t) {
		let n;
		n = u(e) ? e : !e || typeof e != `object` || !(`key` in e) ? new I(e, e?.value) : new I(e.key, e.value);
		let r = L(this.items, n.key), i = this.schema?.sortMapEntries;
		if (r) {
			if (!t) throw Error(`Key ${n.key} already set`);
			d(r.value) && ce(n.value) ? r.value.value = n.value : r.value = n.value;
		} else if (i) {
			let e = this.items.findIndex((e) => i(n, e) < 0);
			e === -1 ? this.items.push(n) : this.items.splice(e, 0, n);
		} else this.items.push(n);
	}
	delete(e) {
		let t = L(this.items, e);
		return t ? this.items.splice(this.items.indexOf(t), 1).length > 0 : !1;
	}
	get(e, t) {
		let n = L(this.items, e)?.value;
		return (!t && d(n) ? n.value : n) ?? void 0;
	}
	has(e) {
		return !!L(this.items, e);
	}
	set(e, t) {
		this.add(new I(e, t), !0);
	}
	toJSON(e, t, n) {
		let r = n ? new n() : t?.mapAsMap ? /* @__PURE__ */ new Map() : {};
		t?.onCreate && t.onCreate(r);
		for (let e of this.items) Pe(t, r, e);
		return r;
	}
	toString(e, t, n) {
		if (!e) return JSON.stringify(this);
		for (let e of this.items) if (!u(e)) throw Error(`Map items must all be pairs; found ${JSON.stringify(e)} instead`);
		return !e.allNullValues && this.hasAllNullValues(!1) && (e = Object.assign({}, e, { allNullValues: !0 })), Le(this, e, {
			blockItemPrefix: ``,
			flowChars: {
				start: `{`,
				end: `}`
			},
			itemIndent: e.indent || ``,
			onChompKeep: n,
			onComment: t
		});
	}
};
const z = {
	collection: `map`,
	default: !0,
	nodeClass: R,
	tag: `tag:yaml.org,2002:map`,
	resolve(e, t) {
		return l(e) || t(`Expected a mapping for this tag`), e;
	},
	createNode: (e, t, n) => R.from(e, t, n)
};
var B = class extends fe {
	static get tagName() {
		return `tag:yaml.org,2002:seq`;
	}
	constructor(e) {
		super(a, e), this.items = [];
	}
	add(e) {
		this.items.push(e);
	}
	delete(e) {
		let t = Ve(e);
		return typeof t == `number` && this.items.splice(t, 1).length > 0;
	}
	get(e, t) {
		let n = Ve(e);
		if (typeof n != `number`) return;
		let r = this.items[n];
		return !t && d(r) ? r.value : r;
	}
	has(e) {
		let t = Ve(e);
		return typeof t == `number` && t < this.items.length;
	}
	set(e, t) {
		let n = Ve(e);
		if (typeof n != `number`) throw Error(`Expected a valid index, not ${e}.`);
		let r = this.items[n];
		d(r) && ce(t) ? r.value = t : this.items[n] = t;
	}
	toJSON(e, t) {
		let n = [];
		t?.onCreate && t.onCreate(n);
		let r = 0;
		for (let e of this.items) n.push(D(e, String(r++), t));
		return n;
	}
	toString(e, t, n) {
		return e ? Le(this, e, {
			blockItemPrefix: `- `,
			flowChars: {
				start: `[`,
				end: `]`
			},
			itemIndent: (e.indent || ``) + `  `,
			onChompKeep: n,
			onComment: t
		}) : JSON.stringify(this);
	}
	static from(e, t, n) {
		let { replacer: r } = n, i = new this(e);
		if (t && Symbol.iterator in Object(t)) {
			let e = 0;
			for (let a of t) {
				if (typeof r == `function`) {
					let n = t instanceof Set ? a : String(e++);
					a = r.call(t, n, a);
				}
				i.items.push(k(a, void 0, n));
			}
		}
		return i;
	}
};
function Ve(e) {
	let t = d(e) ? e.value : e;
	return t && typeof t == `string` && (t = Number(t)), typeof t == `number` && Number.isInteger(t) && t >= 0 ? t : null;
}
const V = {
	collection: `seq`,
	default: !0,
	nodeClass: B,
	tag: `tag:yaml.org,2002:seq`,
	resolve(e, t) {
		return f(e) || t(`Expected a sequence for this tag`), e;
	},
	createNode: (e, t, n) => B.from(e, t, n)
}, He = {
	identify: (e) => typeof e == `string`,
	default: !0,
	tag: `tag:yaml.org,2002:str`,
	resolve: (e) => e,
	stringify(e, t, n, r) {
		return t = Object.assign({ actualString: !0 }, t), we(e, t, n, r);
	}
}, Ue = {
	identify: (e) => e == null,
	createNode: () => new O(null),
	default: !0,
	tag: `tag:yaml.org,2002:null`,
	test: /^(?:~|[Nn]ull|NULL)?$/,
	resolve: () => new O(null),
	stringify: ({ source: e }, t) => typeof e == `string` && Ue.test.test(e) ? e : t.options.nullStr
}, We = {
	identify: (e) => typeof e == `boolean`,
	default: !0,
	tag: `tag:yaml.org,2002:bool`,
	test: /^(?:[Tt]rue|TRUE|[Ff]alse|FALSE)$/,
	resolve: (e) => new O(e[0] === `t` || e[0] === `T`),
	stringify({ source: e, value: t }, n) {
		return e && We.test.test(e) && t === (e[0] === `t` || e[0] === `T`) ? e : t ? n.options.trueStr : n.options.falseStr;
	}
};
function H({ format: e, minFractionDigits: t, tag: n, value: r }) {
	if (typeof r == `bigint`) return String(r);
	let i = typeof r == `number` ? r : Number(r);
	if (!isFinite(i)) return isNaN(i) ? `.nan` : i < 0 ? `-.inf` : `.inf`;
	let a = Object.is(r, -0) ? `-0` : JSON.stringify(r);
	if (!e && t && (!n || n === `tag:yaml.org,2002:float`) && /^-?\d/.test(a) && !a.includes(`e`)) {
		let e = a.indexOf(`.`);
		e < 0 && (e = a.length, a += `.`);
		let n = t - (a.length - e - 1);
		for (; n-- > 0;) a += `0`;
	}
	return a;
}
const Ge = {
	identify: (e) => typeof e == `number`,
	default: !0,
	tag: `tag:yaml.org,2002:float`,
	test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
	resolve: (e) => e.slice(-3).toLowerCase() === `nan` ? NaN : e[0] === `-` ? -1 / 0 : 1 / 0,
	stringify: H
}, Ke = {
	identify: (e) => typeof e == `number`,
	default: !0,
	tag: `tag:yaml.org,2002:float`,
	format: `EXP`,
	test: /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)[eE][-+]?[0-9]+$/,
	resolve: (e) => parseFloat(e),
	stringify(e) {
		let t = Number(e.value);
		return isFinite(t) ? t.toExponential() : H(e);
	}
}, qe = {
	identify: (e) => typeof e == `number`,
	default: !0,
	tag: `tag:yaml.org,2002:float`,
	test: /^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)$/,
	resolve(e) {
		let t = new O(parseFloat(e)), n = e.indexOf(`.`);
		return n !== -1 && e[e.length - 1] === `0` && (t.minFractionDigits = e.length - n - 1), t;
	},
	stringify: H
}, Je = (e) => typeof e == `bigint` || Number.isInteger(e), Ye = (e, t, n, { intAsBigInt: r }) => r ? BigInt(e) : parseInt(e.substring(t), n);
function Xe(e, t, n) {
	let { value: r } = e;
	return Je(r) && r >= 0 ? n + r.toString(t) : H(e);
}
const Ze = {
	identify: (e) => Je(e) && e >= 0,
	default: !0,
	tag: `tag:yaml.org,2002:int`,
	format: `OCT`,
	test: /^0o[0-7]+$/,
	resolve: (e, t, n) => Ye(e, 2, 8, n),
	stringify: (e) => Xe(e, 8, `0o`)
}, Qe = {
	identify: Je,
	default: !0,
	tag: `tag:yaml.org,2002:int`,
	test: /^[-+]?[0-9]+$/,
	resolve: (e, t, n) => Ye(e, 0, 10, n),
	stringify: H
}, $e = {
	identify: (e) => Je(e) && e >= 0,
	default: !0,
	tag: `tag:yaml.org,2002:int`,
	format: `HEX`,
	test: /^0x[0-9a-fA-F]+$/,
	resolve: (e, t, n) => Ye(e, 2, 16, n),
	stringify: (e) => Xe(e, 16, `0x`)
}, et = [
	z,
	V,
	He,
	Ue,
	We,
	Ze,
	Qe,
	$e,
	Ge,
	Ke,
	qe
];
function tt(e) {
	return typeof e == `bigint` || Number.isInteger(e);
}
const nt = ({ value: e }) => JSON.stringify(e), rt = [
	{
		identify: (e) => typeof e == `string`,
		default: !0,
		tag: `tag:yaml.org,2002:str`,
		resolve: (e) => e,
		stringify: nt
	},
	{
		identify: (e) => e == null,
		createNode: () => new O(null),
		default: !0,
		tag: `tag:yaml.org,2002:null`,
		test: /^null$/,
		resolve: () => null,
		stringify: nt
	},
	{
		identify: (e) => typeof e == `boolean`,
		default: !0,
		tag: `tag:yaml.org,2002:bool`,
		test: /^true$|^false$/,
		resolve: (e) => e === `true`,
		stringify: nt
	},
	{
		identify: tt,
		default: !0,
		tag: `tag:yaml.org,2002:int`,
		test: /^-?(?:0|[1-9][0-9]*)$/,
		resolve: (e, t, { intAsBigInt: n }) => n ? BigInt(e) : parseInt(e, 10),
		stringify: ({ value: e }) => tt(e) ? e.toString() : JSON.stringify(e)
	},
	{
		identify: (e) => typeof e == `number`,
		default: !0,
		tag: `tag:yaml.org,2002:float`,
		test: /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?$/,
		resolve: (e) => parseFloat(e),
		stringify: nt
	}
], it = [z, V].concat(rt, {
	default: !0,
	tag: ``,
	test: /^/,
	resolve(e, t) {
		return t(`Unresolved plain scalar ${JSON.stringify(e)}`), e;
	}
}), at = {
	identify: (e) => e instanceof Uint8Array,
	default: !1,
	tag: `tag:yaml.org,2002:binary`,
	resolve(e, t) {
		if (typeof atob == `function`) {
			let t = atob(e.replace(/[\n\r]/g, ``)), n = new Uint8Array(t.length);
			for (let e = 0; e < t.length; ++e) n[e] = t.charCodeAt(e);
			return n;
		}
		return t(`This environment does not support reading binary tags; either Buffer or atob is required`), e;
	},
	stringify({ comment: e, type: t, value: n }, r, i, a) {
		if (!n) return ``;
		let o = n, s;
		if (typeof btoa == `function`) {
			let e = ``;
			for (let t = 0; t < o.length; ++t) e += String.fromCharCode(o[t]);
			s = btoa(e);
		} else throw Error(`This environment does not support writing binary tags; either Buffer or btoa is required`);
		if (t ??= O.BLOCK_LITERAL, t !== O.QUOTE_DOUBLE) {
			let e = Math.max(r.options.lineWidth - r.indent.length, r.options.minContentWidth), n = Math.ceil(s.length / e), i = Array(n);
			for (let t = 0, r = 0; t < n; ++t, r += e) i[t] = s.substr(r, e);
			s = i.join(t === O.BLOCK_LITERAL ? `
` : ` `);
		}
		return we({
			comment: e,
			type: t,
			value: s
		}, r, i, a);
	}
};
function ot(e, t) {
	if (f(e)) for (let n = 0; n < e.items.length; ++n) {
		let r = e.items[n];
		if (!u(r)) {
			if (l(r)) {
				r.items.length > 1 && t(`Each pair must have its own sequence indicator`);
				let e = r.items[0] || new I(new O(null));
				if (r.commentBefore && (e.key.commentBefore = e.key.commentBefore ? `${r.commentBefore}\n${e.key.commentBefore}` : r.commentBefore), r.comment) {
					let t = e.value ?? e.key;
					t.comment = t.comment ? `${r.comment}\n${t.comment}` : r.comment;
				}
				r = e;
			}
			e.items[n] = u(r) ? r : new I(r);
		}
	}
	else t(`Expected a sequence for this tag`);
	return e;
}
function st(e, t, n) {
	let { replacer: r } = n, i = new B(e);
	i.tag = `tag:yaml.org,2002:pairs`;
	let a = 0;
	if (t && Symbol.iterator in Object(t)) for (let e of t) {
		typeof r == `function` && (e = r.call(t, String(a++), e));
		let o, s;
		if (Array.isArray(e)) {
			if (e.length === 2) o = e[0], s = e[1];
			else throw TypeError(`Expected [key, value] tuple: ${e}`);
		} else if (e && e instanceof Object) {
			let t = Object.keys(e);
			if (t.length === 1) o = t[0], s = e[o];
			else throw TypeError(`Expected tuple with one key, not ${t.length} keys`);
		} else o = e;
		i.items.push(Ie(o, s, n));
	}
	return i;
}
const ct = {
	collection: `seq`,
	default: !1,
	tag: `tag:yaml.org,2002:pairs`,
	resolve: ot,
	createNode: st
};
var lt = class e extends B {
	constructor() {
		super(), this.add = R.prototype.add.bind(this), this.delete = R.prototype.delete.bind(this), this.get = R.prototype.get.bind(this), this.has = R.prototype.has.bind(this), this.set = R.prototype.set.bind(this), this.tag = e.tag;
	}
	toJSON(e, t) {
		if (!t) return super.toJSON(e);
		let n = /* @__PURE__ */ new Map();
		t?.onCreate && t.onCreate(n);
		for (let e of this.items) {
			let r, i;
			if (u(e) ? (r = D(e.key, ``, t), i = D(e.value, r, t)) : r = D(e, ``, t), n.has(r)) throw Error(`Ordered maps must not include duplicate keys`);
			n.set(r, i);
		}
		return n;
	}
	static from(e, t, n) {
		let r = st(e, t, n), i = new this();
		return i.items = r.items, i;
	}
};
lt.tag = `tag:yaml.org,2002:omap`;
const ut = {
	collection: `seq`,
	identify: (e) => e instanceof Map,
	nodeClass: lt,
	default: !1,
	tag: `tag:yaml.org,2002:omap`,
	resolve(e, t) {
		let n = ot(e, t), r = [];
		for (let { key: e } of n.items) d(e) && (r.includes(e.value) ? t(`Ordered maps must not include duplicate keys: ${e.value}`) : r.push(e.value));
		return Object.assign(new lt(), n);
	},
	createNode: (e, t, n) => lt.from(e, t, n)
};
function dt({ value: e, source: t }, n) {
	return t && (e ? ft : pt).test.test(t) ? t : e ? n.options.trueStr : n.options.falseStr;
}
const ft = {
	identify: (e) => e === !0,
	default: !0,
	tag: `tag:yaml.org,2002:bool`,
	test: /^(?:Y|y|[Yy]es|YES|[Tt]rue|TRUE|[Oo]n|ON)$/,
	resolve: () => new O(!0),
	stringify: dt
}, pt = {
	identify: (e) => e === !1,
	default: !0,
	tag: `tag:yaml.org,2002:bool`,
	test: /^(?:N|n|[Nn]o|NO|[Ff]alse|FALSE|[Oo]ff|OFF)$/,
	resolve: () => new O(!1),
	stringify: dt
}, mt = {
	identify: (e) => typeof e == `number`,
	default: !0,
	tag: `tag:yaml.org,2002:float`,
	test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
	resolve: (e) => e.slice(-3).toLowerCase() === `nan` ? NaN : e[0] === `-` ? -1 / 0 : 1 / 0,
	stringify: H
}, ht = {
	identify: (e) => typeof e == `number`,
	default: !0,
	tag: `tag:yaml.org,2002:float`,
	format: `EXP`,
	test: /^[-+]?(?:[0-9][0-9_]*)?(?:\.[0-9_]*)?[eE][-+]?[0-9]+$/,
	resolve: (e) => parseFloat(e.replace(/_/g, ``)),
	stringify(e) {
		let t = Number(e.value);
		return isFinite(t) ? t.toExponential() : H(e);
	}
}, gt = {
	identify: (e) => typeof e == `number`,
	default: !0,
	tag: `tag:yaml.org,2002:float`,
	test: /^[-+]?(?:[0-9][0-9_]*)?\.[0-9_]*$/,
	resolve(e) {
		let t = new O(parseFloat(e.replace(/_/g, ``))), n = e.indexOf(`.`);
		if (n !== -1) {
			let r = e.substring(n + 1).replace(/_/g, ``);
			r[r.length - 1] === `0` && (t.minFractionDigits = r.length);
		}
		return t;
	},
	stringify: H
}, U = (e) => typeof e == `bigint` || Number.isInteger(e);
function _t(e, t, n, { intAsBigInt: r }) {
	let i = e[0];
	if ((i === `-` || i === `+`) && (t += 1), e = e.substring(t).replace(/_/g, ``), r) {
		switch (n) {
			case 2:
				e = `0b${e}`;
				break;
			case 8:
				e = `0o${e}`;
				break;
			case 16: e = `0x${e}`;
		}
		let t = BigInt(e);
		return i === `-` ? BigInt(-1) * t : t;
	}
	let a = parseInt(e, n);
	return i === `-` ? -1 * a : a;
}
function vt(e, t, n) {
	let { value: r } = e;
	if (U(r)) {
		let e = r.toString(t);
		return r < 0 ? `-` + n + e.substr(1) : n + e;
	}
	return H(e);
}
const yt = {
	identify: U,
	default: !0,
	tag: `tag:yaml.org,2002:int`,
	format: `BIN`,
	test: /^[-+]?0b[0-1_]+$/,
	resolve: (e, t, n) => _t(e, 2, 2, n),
	stringify: (e) => vt(e, 2, `0b`)
}, bt = {
	identify: U,
	default: !0,
	tag: `tag:yaml.org,2002:int`,
	format: `OCT`,
	test: /^[-+]?0[0-7_]+$/,
	resolve: (e, t, n) => _t(e, 1, 8, n),
	stringify: (e) => vt(e, 8, `0`)
}, xt = {
	identify: U,
	default: !0,
	tag: `tag:yaml.org,2002:int`,
	test: /^[-+]?[0-9][0-9_]*$/,
	resolve: (e, t, n) => _t(e, 0, 10, n),
	stringify: H
}, St = {
	identify: U,
	default: !0,
	tag: `tag:yaml.org,2002:int`,
	format: `HEX`,
	test: /^[-+]?0x[0-9a-fA-F_]+$/,
	resolve: (e, t, n) => _t(e, 2, 16, n),
	stringify: (e) => vt(e, 16, `0x`)
};
var Ct = class e extends R {
	constructor(t) {
		super(t), this.tag = e.tag;
	}
	add(e) {
		let t;
		t = u(e) ? e : e && typeof e == `object` && `key` in e && `value` in e && e.value === null ? new I(e.key, null) : new I(e, null), L(this.items, t.key) || this.items.push(t);
	}
	get(e, t) {
		let n = L(this.items, e);
		return !t && u(n) ? d(n.key) ? n.key.value : n.key : n;
	}
	set(e, t) {
		if (typeof t != `boolean`) throw Error(`Expected boolean value for set(key, value) in a YAML set, not ${typeof t}`);
		let n = L(this.items, e);
		n && !t ? this.items.splice(this.items.indexOf(n), 1) : !n && t && this.items.push(new I(e));
	}
	toJSON(e, t) {
		return super.toJSON(e, t, Set);
	}
	toString(e, t, n) {
		if (!e) return JSON.stringify(this);
		if (this.hasAllNullValues(!0)) return super.toString(Object.assign({}, e, { allNullValues: !0 }), t, n);
		throw Error(`Set items must all have null values`);
	}
	static from(e, t, n) {
		let { replacer: r } = n, i = new this(e);
		if (t && Symbol.iterator in Object(t)) for (let e of t) typeof r == `function` && (e = r.call(t, e, e)), i.items.push(Ie(e, null, n));
		return i;
	}
};
Ct.tag = `tag:yaml.org,2002:set`;
const wt = {
	collection: `map`,
	identify: (e) => e instanceof Set,
	nodeClass: Ct,
	default: !1,
	tag: `tag:yaml.org,2002:set`,
	createNode: (e, t, n) => Ct.from(e, t, n),
	resolve(e, t) {
		if (l(e)) {
			if (e.hasAllNullValues(!0)) return Object.assign(new Ct(), e);
			t(`Set items must all have null values`);
		} else t(`Expected a mapping for this tag`);
		return e;
	}
};
function Tt(e, t) {
	let n = e[0], r = n === `-` || n === `+` ? e.substring(1) : e, i = (e) => t ? BigInt(e) : Number(e), a = r.replace(/_/g, ``).split(`:`).reduce((e, t) => e * i(60) + i(t), i(0));
	return n === `-` ? i(-1) * a : a;
}
function Et(e) {
	let { value: t } = e, n = (e) => e;
	if (typeof t == `bigint`) n = (e) => BigInt(e);
	else if (isNaN(t) || !isFinite(t)) return H(e);
	let r = ``;
	t < 0 && (r = `-`, t *= n(-1));
	let i = n(60), a = [t % i];
	return t < 60 ? a.unshift(0) : (t = (t - a[0]) / i, a.unshift(t % i), t >= 60 && (t = (t - a[0]) / i, a.unshift(t))), r + a.map((e) => String(e).padStart(2, `0`)).join(`:`).replace(/000000\d*$/, ``);
}
const Dt = {
	identify: (e) => typeof e == `bigint` || Number.isInteger(e),
	default: !0,
	tag: `tag:yaml.org,2002:int`,
	format: `TIME`,
	test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+$/,
	resolve: (e, t, { intAsBigInt: n }) => Tt(e, n),
	stringify: Et
}, Ot = {
	identify: (e) => typeof e == `number`,
	default: !0,
	tag: `tag:yaml.org,2002:float`,
	format: `TIME`,
	test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*$/,
	resolve: (e) => Tt(e, !1),
	stringify: Et
}, kt = {
	identify: (e) => e instanceof Date,
	default: !0,
	tag: `tag:yaml.org,2002:timestamp`,
	test: RegExp(`^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:(?:t|T|[ \\t]+)([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2}(\\.[0-9]+)?)(?:[ \\t]*(Z|[-+][012]?[0-9](?::[0-9]{2})?))?)?$`),
	resolve(e) {
		let t = e.match(kt.test);
		if (!t) throw Error(`!!timestamp expects a date, starting with yyyy-mm-dd`);
		let [, n, r, i, a, o, s] = t.map(Number), c = t[7] ? Number((t[7] + `00`).substr(1, 3)) : 0, l = Date.UTC(n, r - 1, i, a || 0, o || 0, s || 0, c), u = t[8];
		if (u && u !== `Z`) {
			let e = Tt(u, !1);
			Math.abs(e) < 30 && (e *= 60), l -= 6e4 * e;
		}
		return new Date(l);
	},
	stringify: ({ value: e }) => e?.toISOString().replace(/(T00:00:00)?\.000Z$/, ``) ?? ``
}, At = [
	z,
	V,
	He,
	Ue,
	ft,
	pt,
	yt,
	bt,
	xt,
	St,
	mt,
	ht,
	gt,
	at,
	F,
	ut,
	ct,
	wt,
	Dt,
	Ot,
	kt
], jt = /* @__PURE__ */ new Map([
	[`core`, et],
	[`failsafe`, [
		z,
		V,
		He
	]],
	[`json`, it],
	[`yaml11`, At],
	[`yaml-1.1`, At]
]), Mt = {
	binary: at,
	bool: We,
	float: qe,
	floatExp: Ke,
	floatNaN: Ge,
	floatTime: Ot,
	int: Qe,
	intHex: $e,
	intOct: Ze,
	intTime: Dt,
	map: z,
	merge: F,
	null: Ue,
	omap: ut,
	pairs: ct,
	seq: V,
	set: wt,
	timestamp: kt
}, Nt = {
	"tag:yaml.org,2002:binary": at,
	"tag:yaml.org,2002:merge": F,
	"tag:yaml.org,2002:omap": ut,
	"tag:yaml.org,2002:pairs": ct,
	"tag:yaml.org,2002:set": wt,
	"tag:yaml.org,2002:timestamp": kt
};
function Pt(e, t, n) {
	let r = jt.get(t);
	if (r && !e) return n && !r.includes(F) ? r.concat(F) : r.slice();
	let i = r;
	if (!i) {
		if (Array.isArray(e)) i = [];
		else {
			let e = Array.from(jt.keys()).filter((e) => e !== `yaml11`).map((e) => JSON.stringify(e)).join(`, `);
			throw Error(`Unknown schema "${t}"; use one of ${e} or define customTags array`);
		}
	}
	if (Array.isArray(e)) for (let t of e) i = i.concat(t);
	else typeof e == `function` && (i = e(i.slice()));
	return n && (i = i.concat(F)), i.reduce((e, t) => {
		let n = typeof t == `string` ? Mt[t] : t;
		if (!n) {
			let e = JSON.stringify(t), n = Object.keys(Mt).map((e) => JSON.stringify(e)).join(`, `);
			throw Error(`Unknown custom tag ${e}; use one of ${n}`);
		}
		return e.includes(n) || e.push(n), e;
	}, []);
}
const Ft = (e, t) => e.key < t.key ? -1 : +(e.key > t.key);
var It = class e {
	constructor({ compat: e, customTags: t, merge: r, resolveKnownTags: o, schema: s, sortMapEntries: c, toStringDefaults: l }) {
		this.compat = Array.isArray(e) ? Pt(e, `compat`) : e ? Pt(null, e) : null, this.name = typeof s == `string` && s || `core`, this.knownTags = o ? Nt : {}, this.tags = Pt(t, this.name, r), this.toStringOptions = l ?? null, Object.defineProperty(this, n, { value: z }), Object.defineProperty(this, i, { value: He }), Object.defineProperty(this, a, { value: V }), this.sortMapEntries = typeof c == `function` ? c : c === !0 ? Ft : null;
	}
	clone() {
		let t = Object.create(e.prototype, Object.getOwnPropertyDescriptors(this));
		return t.tags = this.tags.slice(), t;
	}
};
function Lt(e, t) {
	let n = [], r = t.directives === !0;
	if (t.directives !== !1 && e.directives) {
		let t = e.directives.toString(e);
		t ? (n.push(t), r = !0) : e.directives.docStart && (r = !0);
	}
	r && n.push(`---`);
	let i = Te(e, t), { commentString: a } = i.options;
	if (e.commentBefore) {
		n.length !== 1 && n.unshift(``);
		let t = a(e.commentBefore);
		n.unshift(A(t, ``));
	}
	let o = !1, s = null;
	if (e.contents) {
		if (m(e.contents)) {
			if (e.contents.spaceBefore && r && n.push(``), e.contents.commentBefore) {
				let t = a(e.contents.commentBefore);
				n.push(A(t, ``));
			}
			i.forceBlockIndent = !!e.comment, s = e.contents.comment;
		}
		let t = s ? void 0 : () => o = !0, c = P(e.contents, i, () => s = null, t);
		s && (c += j(c, ``, a(s))), (c[0] === `|` || c[0] === `>`) && n[n.length - 1] === `---` ? n[n.length - 1] = `--- ${c}` : n.push(c);
	} else n.push(P(e.contents, i));
	if (e.directives?.docEnd) {
		if (e.comment) {
			let t = a(e.comment);
			t.includes(`
`) ? (n.push(`...`), n.push(A(t, ``))) : n.push(`... ${t}`);
		} else n.push(`...`);
	} else {
		let t = e.comment;
		t && o && (t = t.replace(/^\n+/, ``)), t && ((!o || s) && n[n.length - 1] !== `` && n.push(``), n.push(A(a(t), ``)));
	}
	return n.join(`
`) + `
`;
}
var Rt = class e {
	constructor(e, n, r) {
		this.commentBefore = null, this.comment = null, this.errors = [], this.warnings = [], Object.defineProperty(this, o, { value: t });
		let i = null;
		typeof n == `function` || Array.isArray(n) ? i = n : r === void 0 && n && (r = n, n = void 0);
		let a = Object.assign({
			intAsBigInt: !1,
			keepSourceTokens: !1,
			logLevel: `warn`,
			prettyErrors: !0,
			strict: !0,
			stringKeys: !1,
			uniqueKeys: !0,
			version: `1.2`
		}, r);
		this.options = a;
		let { version: s } = a;
		r?._directives ? (this.directives = r._directives.atDocument(), this.directives.yaml.explicit && (s = this.directives.yaml.version)) : this.directives = new T({ version: s }), this.setSchema(s, r), this.contents = e === void 0 ? null : this.createNode(e, i, r);
	}
	clone() {
		let n = Object.create(e.prototype, { [o]: { value: t } });
		return n.commentBefore = this.commentBefore, n.comment = this.comment, n.errors = this.errors.slice(), n.warnings = this.warnings.slice(), n.options = Object.assign({}, this.options), this.directives && (n.directives = this.directives.clone()), n.schema = this.schema.clone(), n.contents = m(this.contents) ? this.contents.clone(n.schema) : this.contents, this.range && (n.range = this.range.slice()), n;
	}
	add(e) {
		W(this.contents) && this.contents.add(e);
	}
	addIn(e, t) {
		W(this.contents) && this.contents.addIn(e, t);
	}
	createAlias(e, t) {
		if (!e.anchor) {
			let n = ne(this);
			e.anchor = !t || n.has(t) ? re(t || `a`, n) : t;
		}
		return new oe(e.anchor);
	}
	createNode(e, t, n) {
		let r;
		if (typeof t == `function`) e = t.call({ "": e }, ``, e), r = t;
		else if (Array.isArray(t)) {
			let e = t.filter((e) => typeof e == `number` || e instanceof String || e instanceof Number).map(String);
			e.length > 0 && (t = t.concat(e)), r = t;
		} else n === void 0 && t && (n = t, t = void 0);
		let { aliasDuplicateObjects: i, anchorPrefix: a, flow: o, keepUndefined: s, onTagObj: c, tag: l } = n ?? {}, { onAnchor: u, setAnchors: d, sourceObjects: f } = ie(this, a || `a`), m = {
			aliasDuplicateObjects: i ?? !0,
			keepUndefined: s ?? !1,
			onAnchor: u,
			onTagObj: c,
			replacer: r,
			schema: this.schema,
			sourceObjects: f
		}, h = k(e, l, m);
		return o && p(h) && (h.flow = !0), d(), h;
	}
	createPair(e, t, n = {}) {
		return new I(this.createNode(e, null, n), this.createNode(t, null, n));
	}
	delete(e) {
		return W(this.contents) ? this.contents.delete(e) : !1;
	}
	deleteIn(e) {
		return de(e) ? this.contents != null && (this.contents = null, !0) : W(this.contents) ? this.contents.deleteIn(e) : !1;
	}
	get(e, t) {
		return p(this.contents) ? this.contents.get(e, t) : void 0;
	}
	getIn(e, t) {
		return de(e) ? !t && d(this.contents) ? this.contents.value : this.contents : p(this.contents) ? this.contents.getIn(e, t) : void 0;
	}
	has(e) {
		return p(this.contents) ? this.contents.has(e) : !1;
	}
	hasIn(e) {
		return de(e) ? this.contents !== void 0 : p(this.contents) ? this.contents.hasIn(e) : !1;
	}
	set(e, t) {
		this.contents == null ? this.contents = ue(this.schema, [e], t) : W(this.contents) && this.contents.set(e, t);
	}
	setIn(e, t) {
		de(e) ? this.contents = t : this.contents == null ? this.contents = ue(this.schema, Array.from(e), t) : W(this.contents) && this.contents.setIn(e, t);
	}
	setSchema(e, t = {}) {
		typeof e == `number` && (e = String(e));
		let n;
		switch (e) {
			case `1.1`:
				this.directives ? this.directives.yaml.version = `1.1` : this.directives = new T({ version: `1.1` }), n = {
					resolveKnownTags: !1,
					schema: `yaml-1.1`
				};
				break;
			case `1.2`:
			case `next`:
				this.directives ? this.directives.yaml.version = e : this.directives = new T({ version: e }), n = {
					resolveKnownTags: !0,
					schema: `core`
				};
				break;
			case null:
				this.directives && delete this.directives, n = null;
				break;
			default: {
				let t = JSON.stringify(e);
				throw Error(`Expected '1.1', '1.2' or null as first argument, but found: ${t}`);
			}
		}
		if (t.schema instanceof Object) this.schema = t.schema;
		else if (n) this.schema = new It(Object.assign(n, t));
		else throw Error(`With a null YAML version, the { schema: Schema } option is required`);
	}
	toJS({ json: e, jsonArg: t, mapAsMap: n, maxAliasCount: r, onAnchor: i, reviver: a } = {}) {
		let o = {
			anchors: /* @__PURE__ */ new Map(),
			doc: this,
			keep: !e,
			mapAsMap: n === !0,
			mapKeyWarned: !1,
			maxAliasCount: typeof r == `number` ? r : 100
		}, s = D(this.contents, t ?? ``, o);
		if (typeof i == `function`) for (let { count: e, res: t } of o.anchors.values()) i(t, e);
		return typeof a == `function` ? E(a, { "": s }, ``, s) : s;
	}
	toJSON(e, t) {
		return this.toJS({
			json: !0,
			jsonArg: e,
			mapAsMap: !1,
			onAnchor: t
		});
	}
	toString(e = {}) {
		if (this.errors.length > 0) throw Error(`Document with errors cannot be stringified`);
		if (`indent` in e && (!Number.isInteger(e.indent) || Number(e.indent) <= 0)) {
			let t = JSON.stringify(e.indent);
			throw Error(`"indent" option must be a positive integer, not ${t}`);
		}
		return Lt(this, e);
	}
};
function W(e) {
	if (p(e)) return !0;
	throw Error(`Expected a YAML collection as document contents`);
}
var zt = class extends Error {
	constructor(e, t, n, r) {
		super(), this.name = e, this.code = n, this.message = r, this.pos = t;
	}
}, G = class extends zt {
	constructor(e, t, n) {
		super(`YAMLParseError`, e, t, n);
	}
}, Bt = class extends zt {
	constructor(e, t, n) {
		super(`YAMLWarning`, e, t, n);
	}
};
const Vt = (e, t) => (n) => {
	if (n.pos[0] === -1) return;
	n.linePos = n.pos.map((e) => t.linePos(e));
	let { line: r, col: i } = n.linePos[0];
	n.message += ` at line ${r}, column ${i}`;
	let a = i - 1, o = e.substring(t.lineStarts[r - 1], t.lineStarts[r]).replace(/[\n\r]+$/, ``);
	if (a >= 60 && o.length > 80) {
		let e = Math.min(a - 39, o.length - 79);
		o = `…` + o.substring(e), a -= e - 1;
	}
	if (o.length > 80 && (o = o.substring(0, 79) + `…`), r > 1 && /^ *$/.test(o.substring(0, a))) {
		let n = e.substring(t.lineStarts[r - 2], t.lineStarts[r - 1]);
		n.length > 80 && (n = n.substring(0, 79) + `…
`), o = n + o;
	}
	if (/[^ ]/.test(o)) {
		let e = 1, t = n.linePos[1];
		t?.line === r && t.col > i && (e = Math.max(1, Math.min(t.col - i, 80 - a)));
		let s = ` `.repeat(a) + `^`.repeat(e);
		n.message += `:\n\n${o}\n${s}\n`;
	}
};
function K(e, { flow: t, indicator: n, next: r, offset: i, onError: a, parentIndent: o, startOnNewline: s }) {
	let c = !1, l = s, u = s, d = ``, f = ``, p = !1, m = !1, h = null, g = null, _ = null, v = null, y = null, b = null, x = null;
	for (let i of e) switch (m &&= (i.type !== `space` && i.type !== `newline` && i.type !== `comma` && a(i.offset, `MISSING_CHAR`, `Tags and anchors must be separated from the next token by white space`), !1), h &&= (l && i.type !== `comment` && i.type !== `newline` && a(h, `TAB_AS_INDENT`, `Tabs are not allowed as indentation`), null), i.type) {
		case `space`:
			!t && (n !== `doc-start` || r?.type !== `flow-collection`) && i.source.includes(`	`) && (h = i), u = !0;
			break;
		case `comment`: {
			u || a(i, `MISSING_CHAR`, `Comments must be separated from other tokens by white space characters`);
			let e = i.source.substring(1) || ` `;
			d ? d += f + e : d = e, f = ``, l = !1;
			break;
		}
		case `newline`:
			l ? d ? d += i.source : b && n === `seq-item-ind` || (c = !0) : f += i.source, l = !0, p = !0, (g || _) && (v = i), u = !0;
			break;
		case `anchor`:
			g && a(i, `MULTIPLE_ANCHORS`, `A node can have at most one anchor`), i.source.endsWith(`:`) && a(i.offset + i.source.length - 1, `BAD_ALIAS`, `Anchor ending in : is ambiguous`, !0), g = i, x ??= i.offset, l = !1, u = !1, m = !0;
			break;
		case `tag`:
			_ && a(i, `MULTIPLE_TAGS`, `A node can have at most one tag`), _ = i, x ??= i.offset, l = !1, u = !1, m = !0;
			break;
		case n:
			(g || _) && a(i, `BAD_PROP_ORDER`, `Anchors and tags must be after the ${i.source} indicator`), b && a(i, `UNEXPECTED_TOKEN`, `Unexpected ${i.source} in ${t ?? `collection`}`), b = i, l = n === `seq-item-ind` || n === `explicit-key-ind`, u = !1;
			break;
		case `comma`: if (t) {
			y && a(i, `UNEXPECTED_TOKEN`, `Unexpected , in ${t}`), y = i, l = !1, u = !1;
			break;
		}
		default: a(i, `UNEXPECTED_TOKEN`, `Unexpected ${i.type} token`), l = !1, u = !1;
	}
	let S = e[e.length - 1], C = S ? S.offset + S.source.length : i;
	return m && r && r.type !== `space` && r.type !== `newline` && r.type !== `comma` && (r.type !== `scalar` || r.source !== ``) && a(r.offset, `MISSING_CHAR`, `Tags and anchors must be separated from the next token by white space`), h && (l && h.indent <= o || r?.type === `block-map` || r?.type === `block-seq`) && a(h, `TAB_AS_INDENT`, `Tabs are not allowed as indentation`), {
		comma: y,
		found: b,
		spaceBefore: c,
		comment: d,
		hasNewline: p,
		anchor: g,
		tag: _,
		newlineAfterProp: v,
		end: C,
		start: x ?? C
	};
}
function q(e) {
	if (!e) return null;
	switch (e.type) {
		case `alias`:
		case `scalar`:
		case `double-quoted-scalar`:
		case `single-quoted-scalar`:
			if (e.source.includes(`
`)) return !0;
			if (e.end) {
				for (let t of e.end) if (t.type === `newline`) return !0;
			}
			return !1;
		case `flow-collection`:
			for (let t of e.items) {
				for (let e of t.start) if (e.type === `newline`) return !0;
				if (t.sep) {
					for (let e of t.sep) if (e.type === `newline`) return !0;
				}
				if (q(t.key) || q(t.value)) return !0;
			}
			return !1;
		default: return !0;
	}
}
function Ht(e, t, n) {
	if (t?.type === `flow-collection`) {
		let r = t.end[0];
		r.indent === e && (r.source === `]` || r.source === `}`) && q(t) && n(r, `BAD_INDENT`, `Flow end indicator should be more indented than parent`, !0);
	}
}
function Ut(e, t, n) {
	let { uniqueKeys: r } = e.options;
	if (r === !1) return !1;
	let i = typeof r == `function` ? r : (e, t) => e === t || d(e) && d(t) && e.value === t.value;
	return t.some((e) => i(e.key, n));
}
const Wt = `All mapping items must start at the same column`;
function Gt({ composeNode: e, composeEmptyNode: t }, n, r, i, a) {
	let o = new ((a?.nodeClass) ?? R)(n.schema);
	n.atRoot &&= !1;
	let s = r.offset, c = null;
	for (let a of r.items) {
		let { start: l, key: u, sep: d, value: f } = a, p = K(l, {
			indicator: `explicit-key-ind`,
			next: u ?? d?.[0],
			offset: s,
			onError: i,
			parentIndent: r.indent,
			startOnNewline: !0
		}), m = !p.found;
		if (m) {
			if (u && (u.type === `block-seq` ? i(s, `BLOCK_AS_IMPLICIT_KEY`, `A block sequence may not be used as an implicit map key`) : `indent` in u && u.indent !== r.indent && i(s, `BAD_INDENT`, Wt)), !p.anchor && !p.tag && !d) {
				c = p.end, p.comment && (o.comment ? o.comment += `
` + p.comment : o.comment = p.comment);
				continue;
			}
			(p.newlineAfterProp || q(u)) && i(u ?? l[l.length - 1], `MULTILINE_IMPLICIT_KEY`, `Implicit keys need to be on a single line`);
		} else p.found?.indent !== r.indent && i(s, `BAD_INDENT`, Wt);
		n.atKey = !0;
		let h = p.end, g = u ? e(n, u, p, i) : t(n, h, l, null, p, i);
		n.schema.compat && Ht(r.indent, u, i), n.atKey = !1, Ut(n, o.items, g) && i(h, `DUPLICATE_KEY`, `Map keys must be unique`);
		let _ = K(d ?? [], {
			indicator: `map-value-ind`,
			next: f,
			offset: g.range[2],
			onError: i,
			parentIndent: r.indent,
			startOnNewline: !u || u.type === `block-scalar`
		});
		if (s = _.end, _.found) {
			m && (f?.type === `block-map` && !_.hasNewline && i(s, `BLOCK_AS_IMPLICIT_KEY`, `Nested mappings are not allowed in compact mappings`), n.options.strict && p.start < _.found.offset - 1024 && i(g.range, `KEY_OVER_1024_CHARS`, `The : indicator must be at most 1024 chars after the start of an implicit block mapping key`));
			let c = f ? e(n, f, _, i) : t(n, s, d, null, _, i);
			n.schema.compat && Ht(r.indent, f, i), s = c.range[2];
			let l = new I(g, c);
			n.options.keepSourceTokens && (l.srcToken = a), o.items.push(l);
		} else {
			m && i(g.range, `MISSING_CHAR`, `Implicit map keys need to be followed by map values`), _.comment && (g.comment ? g.comment += `
` + _.comment : g.comment = _.comment);
			let e = new I(g);
			n.options.keepSourceTokens && (e.srcToken = a), o.items.push(e);
		}
	}
	return c && c < s && i(c, `IMPOSSIBLE`, `Map comment with trailing content`), o.range = [
		r.offset,
		s,
		c ?? s
	], o;
}
function Kt({ composeNode: e, composeEmptyNode: t }, n, r, i, a) {
	let o = new ((a?.nodeClass) ?? B)(n.schema);
	n.atRoot &&= !1, n.atKey &&= !1;
	let s = r.offset, c = null;
	for (let { start: a, value: l } of r.items) {
		let u = K(a, {
			indicator: `seq-item-ind`,
			next: l,
			offset: s,
			onError: i,
			parentIndent: r.indent,
			startOnNewline: !0
		});
		if (!u.found) {
			if (u.anchor || u.tag || l) l?.type === `block-seq` ? i(u.end, `BAD_INDENT`, `All sequence items must start at the same column`) : i(s, `MISSING_CHAR`, `Sequence item without - indicator`);
			else {
				c = u.end, u.comment && (o.comment = u.comment);
				continue;
			}
		}
		let d = l ? e(n, l, u, i) : t(n, u.end, a, null, u, i);
		n.schema.compat && Ht(r.indent, l, i), s = d.range[2], o.items.push(d);
	}
	return o.range = [
		r.offset,
		s,
		c ?? s
	], o;
}
function J(e, t, n, r) {
	let i = ``;
	if (e) {
		let a = !1, o = ``;
		for (let s of e) {
			let { source: e, type: c } = s;
			switch (c) {
				case `space`:
					a = !0;
					break;
				case `comment`: {
					n && !a && r(s, `MISSING_CHAR`, `Comments must be separated from other tokens by white space characters`);
					let t = e.substring(1) || ` `;
					i ? i += o + t : i = t, o = ``;
					break;
				}
				case `newline`:
					i && (o += e), a = !0;
					break;
				default: r(s, `UNEXPECTED_TOKEN`, `Unexpected ${c} at node end`);
			}
			t += e.length;
		}
	}
	return {
		comment: i,
		offset: t
	};
}
const qt = `Block collections are not allowed within flow collections`, Jt = (e) => e && (e.type === `block-map` || e.type === `block-seq`);
function Yt({ composeNode: e, composeEmptyNode: t }, n, r, i, a) {
	let o = r.start.source === `{`, s = o ? `flow map` : `flow sequence`, c = new ((a?.nodeClass) ?? (o ? R : B))(n.schema);
	c.flow = !0;
	let l = n.atRoot;
	l && (n.atRoot = !1), n.atKey &&= !1;
	let d = r.offset + r.start.source.length;
	for (let a = 0; a < r.items.length; ++a) {
		let l = r.items[a], { start: f, key: p, sep: m, value: h } = l, g = K(f, {
			flow: s,
			indicator: `explicit-key-ind`,
			next: p ?? m?.[0],
			offset: d,
			onError: i,
			parentIndent: r.indent,
			startOnNewline: !1
		});
		if (!g.found) {
			if (!g.anchor && !g.tag && !m && !h) {
				a === 0 && g.comma ? i(g.comma, `UNEXPECTED_TOKEN`, `Unexpected , in ${s}`) : a < r.items.length - 1 && i(g.start, `UNEXPECTED_TOKEN`, `Unexpected empty item in ${s}`), g.comment && (c.comment ? c.comment += `
` + g.comment : c.comment = g.comment), d = g.end;
				continue;
			}
			!o && n.options.strict && q(p) && i(p, `MULTILINE_IMPLICIT_KEY`, `Implicit keys of flow sequence pairs need to be on a single line`);
		}
		if (a === 0) g.comma && i(g.comma, `UNEXPECTED_TOKEN`, `Unexpected , in ${s}`);
		else if (g.comma || i(g.start, `MISSING_CHAR`, `Missing , between ${s} items`), g.comment) {
			let e = ``;
			loop: for (let t of f) switch (t.type) {
				case `comma`:
				case `space`: break;
				case `comment`:
					e = t.source.substring(1);
					break loop;
				default: break loop;
			}
			if (e) {
				let t = c.items[c.items.length - 1];
				u(t) && (t = t.value ?? t.key), t.comment ? t.comment += `
` + e : t.comment = e, g.comment = g.comment.substring(e.length + 1);
			}
		}
		if (!o && !m && !g.found) {
			let r = h ? e(n, h, g, i) : t(n, g.end, m, null, g, i);
			c.items.push(r), d = r.range[2], Jt(h) && i(r.range, `BLOCK_IN_FLOW`, qt);
		} else {
			n.atKey = !0;
			let a = g.end, u = p ? e(n, p, g, i) : t(n, a, f, null, g, i);
			Jt(p) && i(u.range, `BLOCK_IN_FLOW`, qt), n.atKey = !1;
			let _ = K(m ?? [], {
				flow: s,
				indicator: `map-value-ind`,
				next: h,
				offset: u.range[2],
				onError: i,
				parentIndent: r.indent,
				startOnNewline: !1
			});
			if (_.found) {
				if (!o && !g.found && n.options.strict) {
					if (m) for (let e of m) {
						if (e === _.found) break;
						if (e.type === `newline`) {
							i(e, `MULTILINE_IMPLICIT_KEY`, `Implicit keys of flow sequence pairs need to be on a single line`);
							break;
						}
					}
					g.start < _.found.offset - 1024 && i(_.found, `KEY_OVER_1024_CHARS`, `The : indicator must be at most 1024 chars after the start of an implicit flow sequence key`);
				}
			} else h && (`source` in h && h.source?.[0] === `:` ? i(h, `MISSING_CHAR`, `Missing space after : in ${s}`) : i(_.start, `MISSING_CHAR`, `Missing , or : between ${s} items`));
			let v = h ? e(n, h, _, i) : _.found ? t(n, _.end, m, null, _, i) : null;
			v ? Jt(h) && i(v.range, `BLOCK_IN_FLOW`, qt) : _.comment && (u.comment ? u.comment += `
` + _.comment : u.comment = _.comment);
			let y = new I(u, v);
			if (n.options.keepSourceTokens && (y.srcToken = l), o) {
				let e = c;
				Ut(n, e.items, u) && i(a, `DUPLICATE_KEY`, `Map keys must be unique`), e.items.push(y);
			} else {
				let e = new R(n.schema);
				e.flow = !0, e.items.push(y);
				let t = (v ?? u).range;
				e.range = [
					u.range[0],
					t[1],
					t[2]
				], c.items.push(e);
			}
			d = v ? v.range[2] : _.end;
		}
	}
	let f = o ? `}` : `]`, [p, ...m] = r.end, h = d;
	if (p?.source === f) h = p.offset + p.source.length;
	else {
		let e = s[0].toUpperCase() + s.substring(1), t = l ? `${e} must end with a ${f}` : `${e} in block collection must be sufficiently indented and end with a ${f}`;
		i(d, l ? `MISSING_CHAR` : `BAD_INDENT`, t), p && p.source.length !== 1 && m.unshift(p);
	}
	if (m.length > 0) {
		let e = J(m, h, n.options.strict, i);
		e.comment && (c.comment ? c.comment += `
` + e.comment : c.comment = e.comment), c.range = [
			r.offset,
			h,
			e.offset
		];
	} else c.range = [
		r.offset,
		h,
		h
	];
	return c;
}
function Xt(e, t, n, r, i, a) {
	let o = n.type === `block-map` ? Gt(e, t, n, r, a) : n.type === `block-seq` ? Kt(e, t, n, r, a) : Yt(e, t, n, r, a), s = o.constructor;
	return i === `!` || i === s.tagName ? (o.tag = s.tagName, o) : (i && (o.tag = i), o);
}
function Zt(e, t, n, r, i) {
	let a = r.tag, o = a ? t.directives.tagName(a.source, (e) => i(a, `TAG_RESOLVE_FAILED`, e)) : null;
	if (n.type === `block-seq`) {
		let { anchor: e, newlineAfterProp: t } = r, n = e && a ? e.offset > a.offset ? e : a : e ?? a;
		n && (!t || t.offset < n.offset) && i(n, `MISSING_CHAR`, `Missing newline after block sequence props`);
	}
	let s = n.type === `block-map` ? `map` : n.type === `block-seq` ? `seq` : n.start.source === `{` ? `map` : `seq`;
	if (!a || !o || o === `!` || o === R.tagName && s === `map` || o === B.tagName && s === `seq`) return Xt(e, t, n, i, o);
	let c = t.schema.tags.find((e) => e.tag === o && e.collection === s);
	if (!c) {
		let r = t.schema.knownTags[o];
		if (r?.collection === s) t.schema.tags.push(Object.assign({}, r, { default: !1 })), c = r;
		else return r ? i(a, `BAD_COLLECTION_TYPE`, `${r.tag} used for ${s} collection, but expects ${r.collection ?? `scalar`}`, !0) : i(a, `TAG_RESOLVE_FAILED`, `Unresolved tag: ${o}`, !0), Xt(e, t, n, i, o);
	}
	let l = Xt(e, t, n, i, o, c), u = c.resolve?.(l, (e) => i(a, `TAG_RESOLVE_FAILED`, e), t.options) ?? l, d = m(u) ? u : new O(u);
	return d.range = l.range, d.tag = o, c?.format && (d.format = c.format), d;
}
function Qt(e, t, n) {
	let r = t.offset, i = $t(t, e.options.strict, n);
	if (!i) return {
		value: ``,
		type: null,
		comment: ``,
		range: [
			r,
			r,
			r
		]
	};
	let a = i.mode === `>` ? O.BLOCK_FOLDED : O.BLOCK_LITERAL, o = t.source ? en(t.source) : [], s = o.length;
	for (let e = o.length - 1; e >= 0; --e) {
		let t = o[e][1];
		if (t === `` || t === `\r`) s = e;
		else break;
	}
	if (s === 0) {
		let e = i.chomp === `+` && o.length > 0 ? `
`.repeat(Math.max(1, o.length - 1)) : ``, n = r + i.length;
		return t.source && (n += t.source.length), {
			value: e,
			type: a,
			comment: i.comment,
			range: [
				r,
				n,
				n
			]
		};
	}
	let c = t.indent + i.indent, l = t.offset + i.length, u = 0;
	for (let t = 0; t < s; ++t) {
		let [r, a] = o[t];
		if (a === `` || a === `\r`) i.indent === 0 && r.length > c && (c = r.length);
		else {
			r.length < c && n(l + r.length, `MISSING_CHAR`, `Block scalars with more-indented leading empty lines must use an explicit indentation indicator`), i.indent === 0 && (c = r.length), u = t, c === 0 && !e.atRoot && n(l, `BAD_INDENT`, `Block scalar values in collections must be indented`);
			break;
		}
		l += r.length + a.length + 1;
	}
	for (let e = o.length - 1; e >= s; --e) o[e][0].length > c && (s = e + 1);
	let d = ``, f = ``, p = !1;
	for (let e = 0; e < u; ++e) d += o[e][0].slice(c) + `
`;
	for (let e = u; e < s; ++e) {
		let [t, r] = o[e];
		l += t.length + r.length + 1;
		let s = r[r.length - 1] === `\r`;
		if (s && (r = r.slice(0, -1)), r && t.length < c) {
			let e = `Block scalar lines must not be less indented than their ${i.indent ? `explicit indentation indicator` : `first line`}`;
			n(l - r.length - (s ? 2 : 1), `BAD_INDENT`, e), t = ``;
		}
		a === O.BLOCK_LITERAL ? (d += f + t.slice(c) + r, f = `
`) : t.length > c || r[0] === `	` ? (f === ` ` ? f = `
` : !p && f === `
` && (f = `

`), d += f + t.slice(c) + r, f = `
`, p = !0) : r === `` ? f === `
` ? d += `
` : f = `
` : (d += f + r, f = ` `, p = !1);
	}
	switch (i.chomp) {
		case `-`: break;
		case `+`:
			for (let e = s; e < o.length; ++e) d += `
` + o[e][0].slice(c);
			d[d.length - 1] !== `
` && (d += `
`);
			break;
		default: d += `
`;
	}
	let m = r + i.length + t.source.length;
	return {
		value: d,
		type: a,
		comment: i.comment,
		range: [
			r,
			m,
			m
		]
	};
}
function $t({ offset: e, props: t }, n, r) {
	if (t[0].type !== `block-scalar-header`) return r(t[0], `IMPOSSIBLE`, `Block scalar header not found`), null;
	let { source: i } = t[0], a = i[0], o = 0, s = ``, c = -1;
	for (let t = 1; t < i.length; ++t) {
		let n = i[t];
		if (!s && (n === `-` || n === `+`)) s = n;
		else {
			let r = Number(n);
			!o && r ? o = r : c === -1 && (c = e + t);
		}
	}
	c !== -1 && r(c, `UNEXPECTED_TOKEN`, `Block scalar header includes extra characters: ${i}`);
	let l = !1, u = ``, d = i.length;
	for (let e = 1; e < t.length; ++e) {
		let i = t[e];
		switch (i.type) {
			case `space`: l = !0;
			case `newline`:
				d += i.source.length;
				break;
			case `comment`:
				n && !l && r(i, `MISSING_CHAR`, `Comments must be separated from other tokens by white space characters`), d += i.source.length, u = i.source.substring(1);
				break;
			case `error`:
				r(i, `UNEXPECTED_TOKEN`, i.message), d += i.source.length;
				break;
			default: {
				r(i, `UNEXPECTED_TOKEN`, `Unexpected token in block scalar header: ${i.type}`);
				let e = i.source;
				e && typeof e == `string` && (d += e.length);
			}
		}
	}
	return {
		mode: a,
		indent: o,
		chomp: s,
		comment: u,
		length: d
	};
}
function en(e) {
	let t = e.split(/\n( *)/), n = t[0], r = n.match(/^( *)/), i = [r?.[1] ? [r[1], n.slice(r[1].length)] : [``, n]];
	for (let e = 1; e < t.length; e += 2) i.push([t[e], t[e + 1]]);
	return i;
}
function tn(e, t, n) {
	let { offset: r, type: i, source: a, end: o } = e, s, c, l = (e, t, i) => n(r + e, t, i);
	switch (i) {
		case `scalar`:
			s = O.PLAIN, c = nn(a, l);
			break;
		case `single-quoted-scalar`:
			s = O.QUOTE_SINGLE, c = rn(a, l);
			break;
		case `double-quoted-scalar`:
			s = O.QUOTE_DOUBLE, c = on(a, l);
			break;
		default: return n(e, `UNEXPECTED_TOKEN`, `Expected a flow scalar value, but found: ${i}`), {
			value: ``,
			type: null,
			comment: ``,
			range: [
				r,
				r + a.length,
				r + a.length
			]
		};
	}
	let u = r + a.length, d = J(o, u, t, n);
	return {
		value: c,
		type: s,
		comment: d.comment,
		range: [
			r,
			u,
			d.offset
		]
	};
}
function nn(e, t) {
	let n = ``;
	switch (e[0]) {
		case `	`:
			n = `a tab character`;
			break;
		case `,`:
			n = `flow indicator character ,`;
			break;
		case `%`:
			n = `directive indicator character %`;
			break;
		case `|`:
		case `>`:
			n = `block scalar indicator ${e[0]}`;
			break;
		case `@`:
		case "`": n = `reserved character ${e[0]}`;
	}
	return n && t(0, `BAD_SCALAR_START`, `Plain value cannot start with ${n}`), an(e);
}
function rn(e, t) {
	return (e[e.length - 1] !== `'` || e.length === 1) && t(e.length, `MISSING_CHAR`, `Missing closing 'quote`), an(e.slice(1, -1)).replace(/''/g, `'`);
}
function an(e) {
	let t = /(.*?)\r?\n/sy, n = t.exec(e);
	if (!n) return e;
	let r, i;
	try {
		r = RegExp(`(?<![ 	])[ 	]+$`), i = RegExp(`^[ 	]+|(?<![ 	])[ 	]+$`, `g`);
	} catch {
		r = /[ \t]+$/, i = /^[ \t]+|[ \t]+$/g;
	}
	let a = n[1].replace(r, ``), o = ` `, s = t.lastIndex;
	for (; n = t.exec(e);) {
		let e = n[1].replace(i, ``);
		e === `` ? o === `
` ? a += o : o = `
` : (a += o + e, o = ` `), s = t.lastIndex;
	}
	let c = /[ \t]*(.*)/sy;
	return c.lastIndex = s, n = c.exec(e), a + o + (n?.[1] ?? ``);
}
function on(e, t) {
	let n = ``;
	for (let r = 1; r < e.length - 1; ++r) {
		let i = e[r];
		if (i !== `\r` || e[r + 1] !== `
`) {
			if (i === `
`) {
				let { fold: t, offset: i } = sn(e, r);
				n += t, r = i;
			} else if (i === `\\`) {
				let i = e[++r], a = cn[i];
				if (a) n += a;
				else if (i === `
`) for (i = e[r + 1]; i === ` ` || i === `	`;) i = e[++r + 1];
				else if (i === `\r` && e[r + 1] === `
`) for (i = e[++r + 1]; i === ` ` || i === `	`;) i = e[++r + 1];
				else if (i === `x` || i === `u` || i === `U`) {
					let a = i === `x` ? 2 : i === `u` ? 4 : 8;
					n += ln(e, r + 1, a, t), r += a;
				} else {
					let i = e.substr(r - 1, 2);
					t(r - 1, `BAD_DQ_ESCAPE`, `Invalid escape sequence ${i}`), n += i;
				}
			} else if (i === ` ` || i === `	`) {
				let t = r, a = e[r + 1];
				for (; a === ` ` || a === `	`;) a = e[++r + 1];
				a !== `
` && (a !== `\r` || e[r + 2] !== `
`) && (n += r > t ? e.slice(t, r + 1) : i);
			} else n += i;
		}
	}
	return (e[e.length - 1] !== `"` || e.length === 1) && t(e.length, `MISSING_CHAR`, `Missing closing "quote`), n;
}
function sn(e, t) {
	let n = ``, r = e[t + 1];
	for (; (r === ` ` || r === `	` || r === `
` || r === `\r`) && (r !== `\r` || e[t + 2] === `
`);) r === `
` && (n += `
`), t += 1, r = e[t + 1];
	return n ||= ` `, {
		fold: n,
		offset: t
	};
}
const cn = {
	0: `\0`,
	a: `\x07`,
	b: `\b`,
	e: `\x1B`,
	f: `\f`,
	n: `
`,
	r: `\r`,
	t: `	`,
	v: `\v`,
	N: ``,
	_: `\xA0`,
	L: `\u2028`,
	P: `\u2029`,
	" ": ` `,
	"\"": `"`,
	"/": `/`,
	"\\": `\\`,
	"	": `	`
};
function ln(e, t, n, r) {
	let i = e.substr(t, n), a = i.length === n && /^[0-9a-fA-F]+$/.test(i) ? parseInt(i, 16) : NaN;
	try {
		return String.fromCodePoint(a);
	} catch {
		let i = e.substr(t - 2, n + 2);
		return r(t - 2, `BAD_DQ_ESCAPE`, `Invalid escape sequence ${i}`), i;
	}
}
function un(e, t, n, r) {
	let { value: a, type: o, comment: s, range: c } = t.type === `block-scalar` ? Qt(e, t, r) : tn(t, e.options.strict, r), l = n ? e.directives.tagName(n.source, (e) => r(n, `TAG_RESOLVE_FAILED`, e)) : null, u;
	u = e.options.stringKeys && e.atKey ? e.schema[i] : l ? dn(e.schema, a, l, n, r) : t.type === `scalar` ? fn(e, a, t, r) : e.schema[i];
	let f;
	try {
		let i = u.resolve(a, (e) => r(n ?? t, `TAG_RESOLVE_FAILED`, e), e.options);
		f = d(i) ? i : new O(i);
	} catch (e) {
		let i = e instanceof Error ? e.message : String(e);
		r(n ?? t, `TAG_RESOLVE_FAILED`, i), f = new O(a);
	}
	return f.range = c, f.source = a, o && (f.type = o), l && (f.tag = l), u.format && (f.format = u.format), s && (f.comment = s), f;
}
function dn(e, t, n, r, a) {
	if (n === `!`) return e[i];
	let o = [];
	for (let t of e.tags) if (!t.collection && t.tag === n) {
		if (t.default && t.test) o.push(t);
		else return t;
	}
	for (let e of o) if (e.test?.test(t)) return e;
	let s = e.knownTags[n];
	return s && !s.collection ? (e.tags.push(Object.assign({}, s, {
		default: !1,
		test: void 0
	})), s) : (a(r, `TAG_RESOLVE_FAILED`, `Unresolved tag: ${n}`, n !== `tag:yaml.org,2002:str`), e[i]);
}
function fn({ atKey: e, directives: t, schema: n }, r, a, o) {
	let s = n.tags.find((t) => (t.default === !0 || e && t.default === `key`) && t.test?.test(r)) || n[i];
	if (n.compat) {
		let e = n.compat.find((e) => e.default && e.test?.test(r)) ?? n[i];
		s.tag !== e.tag && o(a, `TAG_RESOLVE_FAILED`, `Value may be parsed as either ${t.tagString(s.tag)} or ${t.tagString(e.tag)}`, !0);
	}
	return s;
}
function pn(e, t, n) {
	if (t) {
		n ??= t.length;
		for (let r = n - 1; r >= 0; --r) {
			let n = t[r];
			switch (n.type) {
				case `space`:
				case `comment`:
				case `newline`:
					e -= n.source.length;
					continue;
			}
			for (n = t[++r]; n?.type === `space`;) e += n.source.length, n = t[++r];
			break;
		}
	}
	return e;
}
const mn = {
	composeNode: hn,
	composeEmptyNode: gn
};
function hn(e, t, n, r) {
	let i = e.atKey, { spaceBefore: a, comment: o, anchor: s, tag: c } = n, l, u = !0;
	switch (t.type) {
		case `alias`:
			l = _n(e, t, r), (s || c) && r(t, `ALIAS_PROPS`, `An alias node must not specify any properties`);
			break;
		case `scalar`:
		case `single-quoted-scalar`:
		case `double-quoted-scalar`:
		case `block-scalar`:
			l = un(e, t, c, r), s && (l.anchor = s.source.substring(1));
			break;
		case `block-map`:
		case `block-seq`:
		case `flow-collection`:
			try {
				l = Zt(mn, e, t, n, r), s && (l.anchor = s.source.substring(1));
			} catch (e) {
				r(t, `RESOURCE_EXHAUSTION`, e instanceof Error ? e.message : String(e));
			}
			break;
		default: r(t, `UNEXPECTED_TOKEN`, t.type === `error` ? t.message : `Unsupported token (type: ${t.type})`), u = !1;
	}
	return l ??= gn(e, t.offset, void 0, null, n, r), s && l.anchor === `` && r(s, `BAD_ALIAS`, `Anchor cannot be an empty string`), i && e.options.stringKeys && (!d(l) || typeof l.value != `string` || l.tag && l.tag !== `tag:yaml.org,2002:str`) && r(c ?? t, `NON_STRING_KEY`, `With stringKeys, all keys must be strings`), a && (l.spaceBefore = !0), o && (t.type === `scalar` && t.source === `` ? l.comment = o : l.commentBefore = o), e.options.keepSourceTokens && u && (l.srcToken = t), l;
}
function gn(e, t, n, r, { spaceBefore: i, comment: a, anchor: o, tag: s, end: c }, l) {
	let u = un(e, {
		type: `scalar`,
		offset: pn(t, n, r),
		indent: -1,
		source: ``
	}, s, l);
	return o && (u.anchor = o.source.substring(1), u.anchor === `` && l(o, `BAD_ALIAS`, `Anchor cannot be an empty string`)), i && (u.spaceBefore = !0), a && (u.comment = a, u.range[2] = c), u;
}
function _n({ options: e }, { offset: t, source: n, end: r }, i) {
	let a = new oe(n.substring(1));
	a.source === `` && i(t, `BAD_ALIAS`, `Alias cannot be an empty string`), a.source.endsWith(`:`) && i(t + n.length - 1, `BAD_ALIAS`, `Alias ending in : is ambiguous`, !0);
	let o = t + n.length, s = J(r, o, e.strict, i);
	return a.range = [
		t,
		o,
		s.offset
	], s.comment && (a.comment = s.comment), a;
}
function vn(e, t, { offset: n, start: r, value: i, end: a }, o) {
	let s = new Rt(void 0, Object.assign({ _directives: t }, e)), c = {
		atKey: !1,
		atRoot: !0,
		directives: s.directives,
		options: s.options,
		schema: s.schema
	}, l = K(r, {
		indicator: `doc-start`,
		next: i ?? a?.[0],
		offset: n,
		onError: o,
		parentIndent: 0,
		startOnNewline: !0
	});
	l.found && (s.directives.docStart = !0, i && (i.type === `block-map` || i.type === `block-seq`) && !l.hasNewline && o(l.end, `MISSING_CHAR`, `Block collection cannot start on same line with directives-end marker`)), s.contents = i ? hn(c, i, l, o) : gn(c, l.end, r, null, l, o);
	let u = s.contents.range[2], d = J(a, u, !1, o);
	return d.comment && (s.comment = d.comment), s.range = [
		n,
		u,
		d.offset
	], s;
}
function Y(e) {
	if (typeof e == `number`) return [e, e + 1];
	if (Array.isArray(e)) return e.length === 2 ? e : [e[0], e[1]];
	let { offset: t, source: n } = e;
	return [t, t + (typeof n == `string` ? n.length : 1)];
}
function yn(e) {
	let t = ``, n = !1, r = !1;
	for (let i = 0; i < e.length; ++i) {
		let a = e[i];
		switch (a[0]) {
			case `#`:
				t += (t === `` ? `` : r ? `

` : `
`) + (a.substring(1) || ` `), n = !0, r = !1;
				break;
			case `%`:
				e[i + 1]?.[0] !== `#` && (i += 1), n = !1;
				break;
			default: n || (r = !0), n = !1;
		}
	}
	return {
		comment: t,
		afterEmptyLine: r
	};
}
var bn = class {
	constructor(e = {}) {
		this.doc = null, this.atDirectives = !1, this.prelude = [], this.errors = [], this.warnings = [], this.onError = (e, t, n, r) => {
			let i = Y(e);
			r ? this.warnings.push(new Bt(i, t, n)) : this.errors.push(new G(i, t, n));
		}, this.directives = new T({ version: e.version || `1.2` }), this.options = e;
	}
	decorate(e, t) {
		let { comment: n, afterEmptyLine: r } = yn(this.prelude);
		if (n) {
			let i = e.contents;
			if (t) e.comment = e.comment ? `${e.comment}\n${n}` : n;
			else if (r || e.directives.docStart || !i) e.commentBefore = n;
			else if (p(i) && !i.flow && i.items.length > 0) {
				let e = i.items[0];
				u(e) && (e = e.key);
				let t = e.commentBefore;
				e.commentBefore = t ? `${n}\n${t}` : n;
			} else {
				let e = i.commentBefore;
				i.commentBefore = e ? `${n}\n${e}` : n;
			}
		}
		if (t) {
			for (let t = 0; t < this.errors.length; ++t) e.errors.push(this.errors[t]);
			for (let t = 0; t < this.warnings.length; ++t) e.warnings.push(this.warnings[t]);
		} else e.errors = this.errors, e.warnings = this.warnings;
		this.prelude = [], this.errors = [], this.warnings = [];
	}
	streamInfo() {
		return {
			comment: yn(this.prelude).comment,
			directives: this.directives,
			errors: this.errors,
			warnings: this.warnings
		};
	}
	*compose(e, t = !1, n = -1) {
		for (let t of e) yield* this.next(t);
		yield* this.end(t, n);
	}
	*next(e) {
		switch (e.type) {
			case `directive`:
				this.directives.add(e.source, (t, n, r) => {
					let i = Y(e);
					i[0] += t, this.onError(i, `BAD_DIRECTIVE`, n, r);
				}), this.prelude.push(e.source), this.atDirectives = !0;
				break;
			case `document`: {
				let t = vn(this.options, this.directives, e, this.onError);
				this.atDirectives && !t.directives.docStart && this.onError(e, `MISSING_CHAR`, `Missing directives-end/doc-start indicator line`), this.decorate(t, !1), this.doc && (yield this.doc), this.doc = t, this.atDirectives = !1;
				break;
			}
			case `byte-order-mark`:
			case `space`: break;
			case `comment`:
			case `newline`:
				this.prelude.push(e.source);
				break;
			case `error`: {
				let t = e.source ? `${e.message}: ${JSON.stringify(e.source)}` : e.message, n = new G(Y(e), `UNEXPECTED_TOKEN`, t);
				this.atDirectives || !this.doc ? this.errors.push(n) : this.doc.errors.push(n);
				break;
			}
			case `doc-end`: {
				if (!this.doc) {
					this.errors.push(new G(Y(e), `UNEXPECTED_TOKEN`, `Unexpected doc-end without preceding document`));
					break;
				}
				this.doc.directives.docEnd = !0;
				let t = J(e.end, e.offset + e.source.length, this.doc.options.strict, this.onError);
				if (this.decorate(this.doc, !0), t.comment) {
					let e = this.doc.comment;
					this.doc.comment = e ? `${e}\n${t.comment}` : t.comment;
				}
				this.doc.range[2] = t.offset;
				break;
			}
			default: this.errors.push(new G(Y(e), `UNEXPECTED_TOKEN`, `Unsupported token ${e.type}`));
		}
	}
	*end(e = !1, t = -1) {
		if (this.doc) this.decorate(this.doc, !0), yield this.doc, this.doc = null;
		else if (e) {
			let e = new Rt(void 0, Object.assign({ _directives: this.directives }, this.options));
			this.atDirectives && this.onError(t, `MISSING_CHAR`, `Missing directives-end indicator line`), e.range = [
				0,
				t,
				t
			], this.decorate(e, !1), yield e;
		}
	}
};
const xn = Symbol(`break visit`), Sn = Symbol(`skip children`), Cn = Symbol(`remove item`);
function X(e, t) {
	`type` in e && e.type === `document` && (e = {
		start: e.start,
		value: e.value
	}), wn(Object.freeze([]), e, t);
}
X.BREAK = xn, X.SKIP = Sn, X.REMOVE = Cn, X.itemAtPath = (e, t) => {
	let n = e;
	for (let [e, r] of t) {
		let t = n?.[e];
		if (t && `items` in t) n = t.items[r];
		else return;
	}
	return n;
}, X.parentCollection = (e, t) => {
	let n = X.itemAtPath(e, t.slice(0, -1)), r = t[t.length - 1][0], i = n?.[r];
	if (i && `items` in i) return i;
	throw Error(`Parent collection not found`);
};
function wn(e, t, n) {
	let r = n(t, e);
	if (typeof r == `symbol`) return r;
	for (let i of [`key`, `value`]) {
		let a = t[i];
		if (a && `items` in a) {
			for (let t = 0; t < a.items.length; ++t) {
				let r = wn(Object.freeze(e.concat([[i, t]])), a.items[t], n);
				if (typeof r == `number`) t = r - 1;
				else if (r === xn) return xn;
				else r === Cn && (a.items.splice(t, 1), --t);
			}
			typeof r == `function` && i === `key` && (r = r(t, e));
		}
	}
	return typeof r == `function` ? r(t, e) : r;
}
function Tn(e) {
	switch (e) {
		case `﻿`: return `byte-order-mark`;
		case ``: return `doc-mode`;
		case ``: return `flow-error-end`;
		case ``: return `scalar`;
		case `---`: return `doc-start`;
		case `...`: return `doc-end`;
		case ``:
		case `
`:
		case `\r
`: return `newline`;
		case `-`: return `seq-item-ind`;
		case `?`: return `explicit-key-ind`;
		case `:`: return `map-value-ind`;
		case `{`: return `flow-map-start`;
		case `}`: return `flow-map-end`;
		case `[`: return `flow-seq-start`;
		case `]`: return `flow-seq-end`;
		case `,`: return `comma`;
	}
	switch (e[0]) {
		case ` `:
		case `	`: return `space`;
		case `#`: return `comment`;
		case `%`: return `directive-line`;
		case `*`: return `alias`;
		case `&`: return `anchor`;
		case `!`: return `tag`;
		case `'`: return `single-quoted-scalar`;
		case `"`: return `double-quoted-scalar`;
		case `|`:
		case `>`: return `block-scalar-header`;
	}
	return null;
}
function Z(e) {
	switch (e) {
		case void 0:
		case ` `:
		case `
`:
		case `\r`:
		case `	`: return !0;
		default: return !1;
	}
}
const En = /* @__PURE__ */ new Set(`0123456789ABCDEFabcdef`), Dn = /* @__PURE__ */ new Set(`0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-#;/?:@&=+$_.!~*'()`), On = /* @__PURE__ */ new Set(`,[]{}`), kn = /* @__PURE__ */ new Set(` ,[]{}
\r	`), An = (e) => !e || kn.has(e);
var jn = class {
	constructor() {
		this.atEnd = !1, this.blockScalarIndent = -1, this.blockScalarKeep = !1, this.buffer = ``, this.flowKey = !1, this.flowLevel = 0, this.indentNext = 0, this.indentValue = 0, this.lineEndPos = null, this.next = null, this.pos = 0;
	}
	*lex(e, t = !1) {
		if (e) {
			if (typeof e != `string`) throw TypeError(`source is not a string`);
			this.buffer = this.buffer ? this.buffer + e : e, this.lineEndPos = null;
		}
		this.atEnd = !t;
		let n = this.next ?? `stream`;
		for (; n && (t || this.hasChars(1));) n = yield* this.parseNext(n);
	}
	atLineEnd() {
		let e = this.pos, t = this.buffer[e];
		for (; t === ` ` || t === `	`;) t = this.buffer[++e];
		return !t || t === `#` || t === `
` || t === `\r` && this.buffer[e + 1] === `
`;
	}
	charAt(e) {
		return this.buffer[this.pos + e];
	}
	continueScalar(e) {
		let t = this.buffer[e];
		if (this.indentNext > 0) {
			let n = 0;
			for (; t === ` `;) t = this.buffer[++n + e];
			if (t === `\r`) {
				let t = this.buffer[n + e + 1];
				if (t === `
` || !t && !this.atEnd) return e + n + 1;
			}
			return t === `
` || n >= this.indentNext || !t && !this.atEnd ? e + n : -1;
		}
		if (t === `-` || t === `.`) {
			let t = this.buffer.substr(e, 3);
			if ((t === `---` || t === `...`) && Z(this.buffer[e + 3])) return -1;
		}
		return e;
	}
	getLine() {
		let e = this.lineEndPos;
		return (typeof e != `number` || e !== -1 && e < this.pos) && (e = this.buffer.indexOf(`
`, this.pos), this.lineEndPos = e), e === -1 ? this.atEnd ? this.buffer.substring(this.pos) : null : (this.buffer[e - 1] === `\r` && --e, this.buffer.substring(this.pos, e));
	}
	hasChars(e) {
		return this.pos + e <= this.buffer.length;
	}
	setNext(e) {
		return this.buffer = this.buffer.substring(this.pos), this.pos = 0, this.lineEndPos = null, this.next = e, null;
	}
	peek(e) {
		return this.buffer.substr(this.pos, e);
	}
	*parseNext(e) {
		switch (e) {
			case `stream`: return yield* this.parseStream();
			case `line-start`: return yield* this.parseLineStart();
			case `block-start`: return yield* this.parseBlockStart();
			case `doc`: return yield* this.parseDocument();
			case `flow`: return yield* this.parseFlowCollection();
			case `quoted-scalar`: return yield* this.parseQuotedScalar();
			case `block-scalar`: return yield* this.parseBlockScalar();
			case `plain-scalar`: return yield* this.parsePlainScalar();
		}
	}
	*parseStream() {
		let e = this.getLine();
		if (e === null) return this.setNext(`stream`);
		if (e[0] === `﻿` && (yield* this.pushCount(1), e = e.substring(1)), e[0] === `%`) {
			let t = e.length, n = e.indexOf(`#`);
			for (; n !== -1;) {
				let r = e[n - 1];
				if (r === ` ` || r === `	`) {
					t = n - 1;
					break;
				}
				n = e.indexOf(`#`, n + 1);
			}
			for (;;) {
				let n = e[t - 1];
				if (n === ` ` || n === `	`) --t;
				else break;
			}
			let r = (yield* this.pushCount(t)) + (yield* this.pushSpaces(!0));
			return yield* this.pushCount(e.length - r), this.pushNewline(), `stream`;
		}
		if (this.atLineEnd()) {
			let t = yield* this.pushSpaces(!0);
			return yield* this.pushCount(e.length - t), yield* this.pushNewline(), `stream`;
		}
		return yield ``, yield* this.parseLineStart();
	}
	*parseLineStart() {
		let e = this.charAt(0);
		if (!e && !this.atEnd) return this.setNext(`line-start`);
		if (e === `-` || e === `.`) {
			if (!this.atEnd && !this.hasChars(4)) return this.setNext(`line-start`);
			let e = this.peek(3);
			if ((e === `---` || e === `...`) && Z(this.charAt(3))) return yield* this.pushCount(3), this.indentValue = 0, this.indentNext = 0, e === `---` ? `doc` : `stream`;
		}
		return this.indentValue = yield* this.pushSpaces(!1), this.indentNext > this.indentValue && !Z(this.charAt(1)) && (this.indentNext = this.indentValue), yield* this.parseBlockStart();
	}
	*parseBlockStart() {
		let [e, t] = this.peek(2);
		if (!t && !this.atEnd) return this.setNext(`block-start`);
		if ((e === `-` || e === `?` || e === `:`) && Z(t)) {
			let e = (yield* this.pushCount(1)) + (yield* this.pushSpaces(!0));
			return this.indentNext = this.indentValue + 1, this.indentValue += e, `block-start`;
		}
		return `doc`;
	}
	*parseDocument() {
		yield* this.pushSpaces(!0);
		let e = this.getLine();
		if (e === null) return this.setNext(`doc`);
		let t = yield* this.pushIndicators();
		switch (e[t]) {
			case `#`: yield* this.pushCount(e.length - t);
			case void 0: return yield* this.pushNewline(), yield* this.parseLineStart();
			case `{`:
			case `[`: return yield* this.pushCount(1), this.flowKey = !1, this.flowLevel = 1, `flow`;
			case `}`:
			case `]`: return yield* this.pushCount(1), `doc`;
			case `*`: return yield* this.pushUntil(An), `doc`;
			case `"`:
			case `'`: return yield* this.parseQuotedScalar();
			case `|`:
			case `>`: return t += yield* this.parseBlockScalarHeader(), t += yield* this.pushSpaces(!0), yield* this.pushCount(e.length - t), yield* this.pushNewline(), yield* this.parseBlockScalar();
			default: return yield* this.parsePlainScalar();
		}
	}
	*parseFlowCollection() {
		let e, t, n = -1;
		do
			e = yield* this.pushNewline(), e > 0 ? (t = yield* this.pushSpaces(!1), this.indentValue = n = t) : t = 0, t += yield* this.pushSpaces(!0);
		while (e + t > 0);
		let r = this.getLine();
		if (r === null) return this.setNext(`flow`);
		if ((n !== -1 && n < this.indentNext && r[0] !== `#` || n === 0 && (r.startsWith(`---`) || r.startsWith(`...`)) && Z(r[3])) && (n !== this.indentNext - 1 || this.flowLevel !== 1 || r[0] !== `]` && r[0] !== `}`)) return this.flowLevel = 0, yield ``, yield* this.parseLineStart();
		let i = 0;
		for (; r[i] === `,`;) i += yield* this.pushCount(1), i += yield* this.pushSpaces(!0), this.flowKey = !1;
		switch (i += yield* this.pushIndicators(), r[i]) {
			case void 0: return `flow`;
			case `#`: return yield* this.pushCount(r.length - i), `flow`;
			case `{`:
			case `[`: return yield* this.pushCount(1), this.flowKey = !1, this.flowLevel += 1, `flow`;
			case `}`:
			case `]`: return yield* this.pushCount(1), this.flowKey = !0, --this.flowLevel, this.flowLevel ? `flow` : `doc`;
			case `*`: return yield* this.pushUntil(An), `flow`;
			case `"`:
			case `'`: return this.flowKey = !0, yield* this.parseQuotedScalar();
			case `:`: {
				let e = this.charAt(1);
				if (this.flowKey || Z(e) || e === `,`) return this.flowKey = !1, yield* this.pushCount(1), yield* this.pushSpaces(!0), `flow`;
			}
			default: return this.flowKey = !1, yield* this.parsePlainScalar();
		}
	}
	*parseQuotedScalar() {
		let e = this.charAt(0), t = this.buffer.indexOf(e, this.pos + 1);
		if (e === `'`) for (; t !== -1 && this.buffer[t + 1] === `'`;) t = this.buffer.indexOf(`'`, t + 2);
		else for (; t !== -1;) {
			let e = 0;
			for (; this.buffer[t - 1 - e] === `\\`;) e += 1;
			if (e % 2 == 0) break;
			t = this.buffer.indexOf(`"`, t + 1);
		}
		let n = this.buffer.substring(0, t), r = n.indexOf(`
`, this.pos);
		if (r !== -1) {
			for (; r !== -1;) {
				let e = this.continueScalar(r + 1);
				if (e === -1) break;
				r = n.indexOf(`
`, e);
			}
			r !== -1 && (t = r - (n[r - 1] === `\r` ? 2 : 1));
		}
		if (t === -1) {
			if (!this.atEnd) return this.setNext(`quoted-scalar`);
			t = this.buffer.length;
		}
		return yield* this.pushToIndex(t + 1, !1), this.flowLevel ? `flow` : `doc`;
	}
	*parseBlockScalarHeader() {
		this.blockScalarIndent = -1, this.blockScalarKeep = !1;
		let e = this.pos;
		for (;;) {
			let t = this.buffer[++e];
			if (t === `+`) this.blockScalarKeep = !0;
			else if (t > `0` && t <= `9`) this.blockScalarIndent = Number(t) - 1;
			else if (t !== `-`) break;
		}
		return yield* this.pushUntil((e) => Z(e) || e === `#`);
	}
	*parseBlockScalar() {
		let e = this.pos - 1, t = 0, n;
		loop: for (let r = this.pos; n = this.buffer[r]; ++r) switch (n) {
			case ` `:
				t += 1;
				break;
			case `
`:
				e = r, t = 0;
				break;
			case `\r`: {
				let e = this.buffer[r + 1];
				if (!e && !this.atEnd) return this.setNext(`block-scalar`);
				if (e === `
`) break;
			}
			default: break loop;
		}
		if (!n && !this.atEnd) return this.setNext(`block-scalar`);
		if (t >= this.indentNext) {
			this.indentNext = this.blockScalarIndent === -1 ? t : this.blockScalarIndent + (this.indentNext === 0 ? 1 : this.indentNext);
			do {
				let t = this.continueScalar(e + 1);
				if (t === -1) break;
				e = this.buffer.indexOf(`
`, t);
			} while (e !== -1);
			if (e === -1) {
				if (!this.atEnd) return this.setNext(`block-scalar`);
				e = this.buffer.length;
			}
		}
		let r = e + 1;
		for (n = this.buffer[r]; n === ` `;) n = this.buffer[++r];
		if (n === `	`) {
			for (; n === `	` || n === ` ` || n === `\r` || n === `
`;) n = this.buffer[++r];
			e = r - 1;
		} else if (!this.blockScalarKeep) do {
			let n = e - 1, r = this.buffer[n];
			r === `\r` && (r = this.buffer[--n]);
			let i = n;
			for (; r === ` `;) r = this.buffer[--n];
			if (r === `
` && n >= this.pos && n + 1 + t > i) e = n;
			else break;
		} while (1);
		return yield ``, yield* this.pushToIndex(e + 1, !0), yield* this.parseLineStart();
	}
	*parsePlainScalar() {
		let e = this.flowLevel > 0, t = this.pos - 1, n = this.pos - 1, r;
		for (; r = this.buffer[++n];) if (r === `:`) {
			let r = this.buffer[n + 1];
			if (Z(r) || e && On.has(r)) break;
			t = n;
		} else if (Z(r)) {
			let i = this.buffer[n + 1];
			if (r === `\r` && (i === `
` ? (n += 1, r = `
`, i = this.buffer[n + 1]) : t = n), i === `#` || e && On.has(i)) break;
			if (r === `
`) {
				let e = this.continueScalar(n + 1);
				if (e === -1) break;
				n = Math.max(n, e - 2);
			}
		} else {
			if (e && On.has(r)) break;
			t = n;
		}
		return !r && !this.atEnd ? this.setNext(`plain-scalar`) : (yield ``, yield* this.pushToIndex(t + 1, !0), e ? `flow` : `doc`);
	}
	*pushCount(e) {
		return e > 0 ? (yield this.buffer.substr(this.pos, e), this.pos += e, e) : 0;
	}
	*pushToIndex(e, t) {
		let n = this.buffer.slice(this.pos, e);
		return n ? (yield n, this.pos += n.length, n.length) : (t && (yield ``), 0);
	}
	*pushIndicators() {
		let e = 0;
		loop: for (;;) {
			switch (this.charAt(0)) {
				case `!`:
					e += yield* this.pushTag(), e += yield* this.pushSpaces(!0);
					continue loop;
				case `&`:
					e += yield* this.pushUntil(An), e += yield* this.pushSpaces(!0);
					continue loop;
				case `-`:
				case `?`:
				case `:`: {
					let t = this.flowLevel > 0, n = this.charAt(1);
					if (Z(n) || t && On.has(n)) {
						t ? this.flowKey &&= !1 : this.indentNext = this.indentValue + 1, e += yield* this.pushCount(1), e += yield* this.pushSpaces(!0);
						continue loop;
					}
				}
			}
			break loop;
		}
		return e;
	}
	*pushTag() {
		if (this.charAt(1) === `<`) {
			let e = this.pos + 2, t = this.buffer[e];
			for (; !Z(t) && t !== `>`;) t = this.buffer[++e];
			return yield* this.pushToIndex(t === `>` ? e + 1 : e, !1);
		}
		{
			let e = this.pos + 1, t = this.buffer[e];
			for (; t;) if (Dn.has(t)) t = this.buffer[++e];
			else if (t === `%` && En.has(this.buffer[e + 1]) && En.has(this.buffer[e + 2])) t = this.buffer[e += 3];
			else break;
			return yield* this.pushToIndex(e, !1);
		}
	}
	*pushNewline() {
		let e = this.buffer[this.pos];
		return e === `
` ? yield* this.pushCount(1) : e === `\r` && this.charAt(1) === `
` ? yield* this.pushCount(2) : 0;
	}
	*pushSpaces(e) {
		let t = this.pos - 1, n;
		do
			n = this.buffer[++t];
		while (n === ` ` || e && n === `	`);
		let r = t - this.pos;
		return r > 0 && (yield this.buffer.substr(this.pos, r), this.pos = t), r;
	}
	*pushUntil(e) {
		let t = this.pos, n = this.buffer[t];
		for (; !e(n);) n = this.buffer[++t];
		return yield* this.pushToIndex(t, !1);
	}
}, Mn = class {
	constructor() {
		this.lineStarts = [], this.addNewLine = (e) => this.lineStarts.push(e), this.linePos = (e) => {
			let t = 0, n = this.lineStarts.length;
			for (; t < n;) {
				let r = t + n >> 1;
				this.lineStarts[r] < e ? t = r + 1 : n = r;
			}
			if (this.lineStarts[t] === e) return {
				line: t + 1,
				col: 1
			};
			if (t === 0) return {
				line: 0,
				col: e
			};
			let r = this.lineStarts[t - 1];
			return {
				line: t,
				col: e - r + 1
			};
		};
	}
};
function Q(e, t) {
	for (let n = 0; n < e.length; ++n) if (e[n].type === t) return !0;
	return !1;
}
function Nn(e) {
	for (let t = 0; t < e.length; ++t) switch (e[t].type) {
		case `space`:
		case `comment`:
		case `newline`: break;
		default: return t;
	}
	return -1;
}
function Pn(e) {
	switch (e?.type) {
		case `alias`:
		case `scalar`:
		case `single-quoted-scalar`:
		case `double-quoted-scalar`:
		case `flow-collection`: return !0;
		default: return !1;
	}
}
function Fn(e) {
	switch (e.type) {
		case `document`: return e.start;
		case `block-map`: {
			let t = e.items[e.items.length - 1];
			return t.sep ?? t.start;
		}
		case `block-seq`: return e.items[e.items.length - 1].start;
		default: return [];
	}
}
function $(e) {
	if (e.length === 0) return [];
	let t = e.length;
	loop: for (; --t >= 0;) switch (e[t].type) {
		case `doc-start`:
		case `explicit-key-ind`:
		case `map-value-ind`:
		case `seq-item-ind`:
		case `newline`: break loop;
	}
	for (; e[++t]?.type === `space`;);
	return e.splice(t, e.length);
}
function In(e, t) {
	if (t.length < 1e5) Array.prototype.push.apply(e, t);
	else for (let n = 0; n < t.length; ++n) e.push(t[n]);
}
function Ln(e) {
	if (e.start.type === `flow-seq-start`) for (let t of e.items) t.sep && !t.value && !Q(t.start, `explicit-key-ind`) && !Q(t.sep, `map-value-ind`) && (t.key && (t.value = t.key), delete t.key, Pn(t.value) ? t.value.end ? In(t.value.end, t.sep) : t.value.end = t.sep : In(t.start, t.sep), delete t.sep);
}
var Rn = class {
	constructor(e) {
		this.atNewLine = !0, this.atScalar = !1, this.indent = 0, this.offset = 0, this.onKeyLine = !1, this.stack = [], this.source = ``, this.type = ``, this.lexer = new jn(), this.onNewLine = e;
	}
	*parse(e, t = !1) {
		this.onNewLine && this.offset === 0 && this.onNewLine(0);
		for (let n of this.lexer.lex(e, t)) yield* this.next(n);
		t || (yield* this.end());
	}
	*next(e) {
		if (this.source = e, this.atScalar) {
			this.atScalar = !1, yield* this.step(), this.offset += e.length;
			return;
		}
		let t = Tn(e);
		if (!t) {
			let t = `Not a YAML token: ${e}`;
			yield* this.pop({
				type: `error`,
				offset: this.offset,
				message: t,
				source: e
			}), this.offset += e.length;
		} else if (t === `scalar`) this.atNewLine = !1, this.atScalar = !0, this.type = `scalar`;
		else {
			switch (this.type = t, yield* this.step(), t) {
				case `newline`:
					this.atNewLine = !0, this.indent = 0, this.onNewLine && this.onNewLine(this.offset + e.length);
					break;
				case `space`:
					this.atNewLine && e[0] === ` ` && (this.indent += e.length);
					break;
				case `explicit-key-ind`:
				case `map-value-ind`:
				case `seq-item-ind`:
					this.atNewLine && (this.indent += e.length);
					break;
				case `doc-mode`:
				case `flow-error-end`: return;
				default: this.atNewLine = !1;
			}
			this.offset += e.length;
		}
	}
	*end() {
		for (; this.stack.length > 0;) yield* this.pop();
	}
	get sourceToken() {
		return {
			type: this.type,
			offset: this.offset,
			indent: this.indent,
			source: this.source
		};
	}
	*step() {
		let e = this.peek(1);
		if (this.type === `doc-end` && e?.type !== `doc-end`) {
			for (; this.stack.length > 0;) yield* this.pop();
			this.stack.push({
				type: `doc-end`,
				offset: this.offset,
				source: this.source
			});
		} else {
			if (!e) return yield* this.stream();
			switch (e.type) {
				case `document`: return yield* this.document(e);
				case `alias`:
				case `scalar`:
				case `single-quoted-scalar`:
				case `double-quoted-scalar`: return yield* this.scalar(e);
				case `block-scalar`: return yield* this.blockScalar(e);
				case `block-map`: return yield* this.blockMap(e);
				case `block-seq`: return yield* this.blockSequence(e);
				case `flow-collection`: return yield* this.flowCollection(e);
				case `doc-end`: return yield* this.documentEnd(e);
			}
			yield* this.pop();
		}
	}
	peek(e) {
		return this.stack[this.stack.length - e];
	}
	*pop(e) {
		let t = e ?? this.stack.pop();
		if (!t) yield {
			type: `error`,
			offset: this.offset,
			source: ``,
			message: `Tried to pop an empty stack`
		};
		else if (this.stack.length === 0) yield t;
		else {
			let e = this.peek(1);
			switch (t.type === `block-scalar` ? t.indent = `indent` in e ? e.indent : 0 : t.type === `flow-collection` && e.type === `document` && (t.indent = 0), t.type === `flow-collection` && Ln(t), e.type) {
				case `document`:
					e.value = t;
					break;
				case `block-scalar`:
					e.props.push(t);
					break;
				case `block-map`: {
					let n = e.items[e.items.length - 1];
					if (n.value) {
						e.items.push({
							start: [],
							key: t,
							sep: []
						}), this.onKeyLine = !0;
						return;
					}
					if (n.sep) n.value = t;
					else {
						Object.assign(n, {
							key: t,
							sep: []
						}), this.onKeyLine = !n.explicitKey;
						return;
					}
					break;
				}
				case `block-seq`: {
					let n = e.items[e.items.length - 1];
					n.value ? e.items.push({
						start: [],
						value: t
					}) : n.value = t;
					break;
				}
				case `flow-collection`: {
					let n = e.items[e.items.length - 1];
					!n || n.value ? e.items.push({
						start: [],
						key: t,
						sep: []
					}) : n.sep ? n.value = t : Object.assign(n, {
						key: t,
						sep: []
					});
					return;
				}
				default: yield* this.pop(), yield* this.pop(t);
			}
			if ((e.type === `document` || e.type === `block-map` || e.type === `block-seq`) && (t.type === `block-map` || t.type === `block-seq`)) {
				let n = t.items[t.items.length - 1];
				n && !n.sep && !n.value && n.start.length > 0 && Nn(n.start) === -1 && (t.indent === 0 || n.start.every((e) => e.type !== `comment` || e.indent < t.indent)) && (e.type === `document` ? e.end = n.start : e.items.push({ start: n.start }), t.items.splice(-1, 1));
			}
		}
	}
	*stream() {
		switch (this.type) {
			case `directive-line`:
				yield {
					type: `directive`,
					offset: this.offset,
					source: this.source
				};
				return;
			case `byte-order-mark`:
			case `space`:
			case `comment`:
			case `newline`:
				yield this.sourceToken;
				return;
			case `doc-mode`:
			case `doc-start`: {
				let e = {
					type: `document`,
					offset: this.offset,
					start: []
				};
				this.type === `doc-start` && e.start.push(this.sourceToken), this.stack.push(e);
				return;
			}
		}
		yield {
			type: `error`,
			offset: this.offset,
			message: `Unexpected ${this.type} token in YAML stream`,
			source: this.source
		};
	}
	*document(e) {
		if (e.value) return yield* this.lineEnd(e);
		switch (this.type) {
			case `doc-start`:
				Nn(e.start) === -1 ? e.start.push(this.sourceToken) : (yield* this.pop(), yield* this.step());
				return;
			case `anchor`:
			case `tag`:
			case `space`:
			case `comment`:
			case `newline`:
				e.start.push(this.sourceToken);
				return;
		}
		let t = this.startBlockValue(e);
		t ? this.stack.push(t) : yield {
			type: `error`,
			offset: this.offset,
			message: `Unexpected ${this.type} token in YAML document`,
			source: this.source
		};
	}
	*scalar(e) {
		if (this.type === `map-value-ind`) {
			let t = $(Fn(this.peek(2))), n;
			e.end ? (n = e.end, n.push(this.sourceToken), delete e.end) : n = [this.sourceToken];
			let r = {
				type: `block-map`,
				offset: e.offset,
				indent: e.indent,
				items: [{
					start: t,
					key: e,
					sep: n
				}]
			};
			this.onKeyLine = !0, this.stack[this.stack.length - 1] = r;
		} else yield* this.lineEnd(e);
	}
	*blockScalar(e) {
		switch (this.type) {
			case `space`:
			case `comment`:
			case `newline`:
				e.props.push(this.sourceToken);
				return;
			case `scalar`:
				if (e.source = this.source, this.atNewLine = !0, this.indent = 0, this.onNewLine) {
					let e = this.source.indexOf(`
`) + 1;
					for (; e !== 0;) this.onNewLine(this.offset + e), e = this.source.indexOf(`
`, e) + 1;
				}
				yield* this.pop();
				break;
			default: yield* this.pop(), yield* this.step();
		}
	}
	*blockMap(e) {
		let t = e.items[e.items.length - 1];
		switch (this.type) {
			case `newline`:
				if (this.onKeyLine = !1, t.value) {
					let n = `end` in t.value ? t.value.end : void 0;
					(Array.isArray(n) ? n[n.length - 1] : void 0)?.type === `comment` ? n?.push(this.sourceToken) : e.items.push({ start: [this.sourceToken] });
				} else t.sep ? t.sep.push(this.sourceToken) : t.start.push(this.sourceToken);
				return;
			case `space`:
			case `comment`:
				if (t.value) e.items.push({ start: [this.sourceToken] });
				else if (t.sep) t.sep.push(this.sourceToken);
				else {
					if (this.atIndentedComment(t.start, e.indent)) {
						let n = e.items[e.items.length - 2]?.value?.end;
						if (Array.isArray(n)) {
							In(n, t.start), n.push(this.sourceToken), e.items.pop();
							return;
						}
					}
					t.start.push(this.sourceToken);
				}
				return;
		}
		if (this.indent >= e.indent) {
			let n = !this.onKeyLine && this.indent === e.indent, r = n && (t.sep || t.explicitKey) && this.type !== `seq-item-ind`, i = [];
			if (r && t.sep && !t.value) {
				let n = [];
				for (let r = 0; r < t.sep.length; ++r) {
					let i = t.sep[r];
					switch (i.type) {
						case `newline`:
							n.push(r);
							break;
						case `space`: break;
						case `comment`:
							i.indent > e.indent && (n.length = 0);
							break;
						default: n.length = 0;
					}
				}
				n.length >= 2 && (i = t.sep.splice(n[1]));
			}
			switch (this.type) {
				case `anchor`:
				case `tag`:
					r || t.value ? (i.push(this.sourceToken), e.items.push({ start: i }), this.onKeyLine = !0) : t.sep ? t.sep.push(this.sourceToken) : t.start.push(this.sourceToken);
					return;
				case `explicit-key-ind`:
					!t.sep && !t.explicitKey ? (t.start.push(this.sourceToken), t.explicitKey = !0) : r || t.value ? (i.push(this.sourceToken), e.items.push({
						start: i,
						explicitKey: !0
					})) : this.stack.push({
						type: `block-map`,
						offset: this.offset,
						indent: this.indent,
						items: [{
							start: [this.sourceToken],
							explicitKey: !0
						}]
					}), this.onKeyLine = !0;
					return;
				case `map-value-ind`:
					if (t.explicitKey) {
						if (!t.sep) {
							if (Q(t.start, `newline`)) Object.assign(t, {
								key: null,
								sep: [this.sourceToken]
							});
							else {
								let e = $(t.start);
								this.stack.push({
									type: `block-map`,
									offset: this.offset,
									indent: this.indent,
									items: [{
										start: e,
										key: null,
										sep: [this.sourceToken]
									}]
								});
							}
						} else if (t.value) e.items.push({
							start: [],
							key: null,
							sep: [this.sourceToken]
						});
						else if (Q(t.sep, `map-value-ind`)) this.stack.push({
							type: `block-map`,
							offset: this.offset,
							indent: this.indent,
							items: [{
								start: i,
								key: null,
								sep: [this.sourceToken]
							}]
						});
						else if (Pn(t.key) && !Q(t.sep, `newline`)) {
							let e = $(t.start), n = t.key, r = t.sep;
							r.push(this.sourceToken), delete t.key, delete t.sep, this.stack.push({
								type: `block-map`,
								offset: this.offset,
								indent: this.indent,
								items: [{
									start: e,
									key: n,
									sep: r
								}]
							});
						} else i.length > 0 ? t.sep = t.sep.concat(i, this.sourceToken) : t.sep.push(this.sourceToken);
					} else t.sep ? t.value || r ? e.items.push({
						start: i,
						key: null,
						sep: [this.sourceToken]
					}) : Q(t.sep, `map-value-ind`) ? this.stack.push({
						type: `block-map`,
						offset: this.offset,
						indent: this.indent,
						items: [{
							start: [],
							key: null,
							sep: [this.sourceToken]
						}]
					}) : t.sep.push(this.sourceToken) : Object.assign(t, {
						key: null,
						sep: [this.sourceToken]
					});
					this.onKeyLine = !0;
					return;
				case `alias`:
				case `scalar`:
				case `single-quoted-scalar`:
				case `double-quoted-scalar`: {
					let n = this.flowScalar(this.type);
					r || t.value ? (e.items.push({
						start: i,
						key: n,
						sep: []
					}), this.onKeyLine = !0) : t.sep ? this.stack.push(n) : (Object.assign(t, {
						key: n,
						sep: []
					}), this.onKeyLine = !0);
					return;
				}
				default: {
					let r = this.startBlockValue(e);
					if (r) {
						if (r.type === `block-seq`) {
							if (!t.explicitKey && t.sep && !Q(t.sep, `newline`)) {
								yield* this.pop({
									type: `error`,
									offset: this.offset,
									message: `Unexpected block-seq-ind on same line with key`,
									source: this.source
								});
								return;
							}
						} else n && e.items.push({ start: i });
						this.stack.push(r);
						return;
					}
				}
			}
		}
		yield* this.pop(), yield* this.step();
	}
	*blockSequence(e) {
		let t = e.items[e.items.length - 1];
		switch (this.type) {
			case `newline`:
				if (t.value) {
					let n = `end` in t.value ? t.value.end : void 0;
					(Array.isArray(n) ? n[n.length - 1] : void 0)?.type === `comment` ? n?.push(this.sourceToken) : e.items.push({ start: [this.sourceToken] });
				} else t.start.push(this.sourceToken);
				return;
			case `space`:
			case `comment`:
				if (t.value) e.items.push({ start: [this.sourceToken] });
				else {
					if (this.atIndentedComment(t.start, e.indent)) {
						let n = e.items[e.items.length - 2]?.value?.end;
						if (Array.isArray(n)) {
							In(n, t.start), n.push(this.sourceToken), e.items.pop();
							return;
						}
					}
					t.start.push(this.sourceToken);
				}
				return;
			case `anchor`:
			case `tag`:
				if (t.value || this.indent <= e.indent) break;
				t.start.push(this.sourceToken);
				return;
			case `seq-item-ind`:
				if (this.indent !== e.indent) break;
				t.value || Q(t.start, `seq-item-ind`) ? e.items.push({ start: [this.sourceToken] }) : t.start.push(this.sourceToken);
				return;
		}
		if (this.indent > e.indent) {
			let t = this.startBlockValue(e);
			if (t) {
				this.stack.push(t);
				return;
			}
		}
		yield* this.pop(), yield* this.step();
	}
	*flowCollection(e) {
		let t = e.items[e.items.length - 1];
		if (this.type === `flow-error-end`) {
			let e;
			do
				yield* this.pop(), e = this.peek(1);
			while (e?.type === `flow-collection`);
		} else if (e.end.length === 0) {
			switch (this.type) {
				case `comma`:
				case `explicit-key-ind`:
					!t || t.sep ? e.items.push({ start: [this.sourceToken] }) : t.start.push(this.sourceToken);
					return;
				case `map-value-ind`:
					!t || t.value ? e.items.push({
						start: [],
						key: null,
						sep: [this.sourceToken]
					}) : t.sep ? t.sep.push(this.sourceToken) : Object.assign(t, {
						key: null,
						sep: [this.sourceToken]
					});
					return;
				case `space`:
				case `comment`:
				case `newline`:
				case `anchor`:
				case `tag`:
					!t || t.value ? e.items.push({ start: [this.sourceToken] }) : t.sep ? t.sep.push(this.sourceToken) : t.start.push(this.sourceToken);
					return;
				case `alias`:
				case `scalar`:
				case `single-quoted-scalar`:
				case `double-quoted-scalar`: {
					let n = this.flowScalar(this.type);
					!t || t.value ? e.items.push({
						start: [],
						key: n,
						sep: []
					}) : t.sep ? this.stack.push(n) : Object.assign(t, {
						key: n,
						sep: []
					});
					return;
				}
				case `flow-map-end`:
				case `flow-seq-end`:
					e.end.push(this.sourceToken);
					return;
			}
			let n = this.startBlockValue(e);
			n ? this.stack.push(n) : (yield* this.pop(), yield* this.step());
		} else {
			let t = this.peek(2);
			if (t.type === `block-map` && (this.type === `map-value-ind` && t.indent === e.indent || this.type === `newline` && !t.items[t.items.length - 1].sep)) yield* this.pop(), yield* this.step();
			else if (this.type === `map-value-ind` && t.type !== `flow-collection`) {
				let n = $(Fn(t));
				Ln(e);
				let r = e.end.splice(1, e.end.length);
				r.push(this.sourceToken);
				let i = {
					type: `block-map`,
					offset: e.offset,
					indent: e.indent,
					items: [{
						start: n,
						key: e,
						sep: r
					}]
				};
				this.onKeyLine = !0, this.stack[this.stack.length - 1] = i;
			} else yield* this.lineEnd(e);
		}
	}
	flowScalar(e) {
		if (this.onNewLine) {
			let e = this.source.indexOf(`
`) + 1;
			for (; e !== 0;) this.onNewLine(this.offset + e), e = this.source.indexOf(`
`, e) + 1;
		}
		return {
			type: e,
			offset: this.offset,
			indent: this.indent,
			source: this.source
		};
	}
	startBlockValue(e) {
		switch (this.type) {
			case `alias`:
			case `scalar`:
			case `single-quoted-scalar`:
			case `double-quoted-scalar`: return this.flowScalar(this.type);
			case `block-scalar-header`: return {
				type: `block-scalar`,
				offset: this.offset,
				indent: this.indent,
				props: [this.sourceToken],
				source: ``
			};
			case `flow-map-start`:
			case `flow-seq-start`: return {
				type: `flow-collection`,
				offset: this.offset,
				indent: this.indent,
				start: this.sourceToken,
				items: [],
				end: []
			};
			case `seq-item-ind`: return {
				type: `block-seq`,
				offset: this.offset,
				indent: this.indent,
				items: [{ start: [this.sourceToken] }]
			};
			case `explicit-key-ind`: {
				this.onKeyLine = !0;
				let t = $(Fn(e));
				return t.push(this.sourceToken), {
					type: `block-map`,
					offset: this.offset,
					indent: this.indent,
					items: [{
						start: t,
						explicitKey: !0
					}]
				};
			}
			case `map-value-ind`: {
				this.onKeyLine = !0;
				let t = $(Fn(e));
				return {
					type: `block-map`,
					offset: this.offset,
					indent: this.indent,
					items: [{
						start: t,
						key: null,
						sep: [this.sourceToken]
					}]
				};
			}
		}
		return null;
	}
	atIndentedComment(e, t) {
		return this.type !== `comment` || this.indent <= t ? !1 : e.every((e) => e.type === `newline` || e.type === `space`);
	}
	*documentEnd(e) {
		this.type !== `doc-mode` && (e.end ? e.end.push(this.sourceToken) : e.end = [this.sourceToken], this.type === `newline` && (yield* this.pop()));
	}
	*lineEnd(e) {
		switch (this.type) {
			case `comma`:
			case `doc-start`:
			case `doc-end`:
			case `flow-seq-end`:
			case `flow-map-end`:
			case `map-value-ind`:
				yield* this.pop(), yield* this.step();
				break;
			case `newline`: this.onKeyLine = !1;
			default: e.end ? e.end.push(this.sourceToken) : e.end = [this.sourceToken], this.type === `newline` && (yield* this.pop());
		}
	}
};
function zn(e) {
	let t = e.prettyErrors !== !1;
	return {
		lineCounter: e.lineCounter || t && new Mn() || null,
		prettyErrors: t
	};
}
function Bn(e, t = {}) {
	let { lineCounter: n, prettyErrors: r } = zn(t), i = new Rn(n?.addNewLine), a = new bn(t), o = null;
	for (let t of a.compose(i.parse(e), !0, e.length)) if (!o) o = t;
	else if (o.options.logLevel !== `silent`) {
		o.errors.push(new G(t.range.slice(0, 2), `MULTIPLE_DOCS`, `Source contains multiple documents; please use YAML.parseAllDocuments()`));
		break;
	}
	return r && n && (o.errors.forEach(Vt(e, n)), o.warnings.forEach(Vt(e, n))), o;
}
const Vn = {
	line: 1,
	column: 1
};
function Hn(e) {
	let t = new Mn(), n = Bn(e, {
		lineCounter: t,
		prettyErrors: !1,
		schema: `core`,
		stringKeys: !0
	}), r = (e) => {
		let { line: n, col: r } = t.linePos(e);
		return {
			line: n,
			column: r
		};
	}, i = [...n.errors, ...n.warnings].map(({ message: e, pos: [t] }) => ({
		message: e,
		at: r(t)
	}));
	if (n.contents === null || i.length > 0) return {
		content: {
			kind: `map`,
			entries: [],
			at: Vn
		},
		wrong: i
	};
	let a = [];
	return {
		content: Un(n.contents, {
			position: r,
			wrong: a
		}),
		wrong: a
	};
}
function Un(e, t) {
	let n = t.position(e.range?.[0] ?? 0), r = (e) => void t.wrong.push({
		message: e,
		at: n
	});
	if (s(e) ? r(`an alias; write the value out`) : e.tag !== void 0 && r(`the tag ${e.tag}; write the value without it`), f(e)) return {
		kind: `list`,
		items: e.items.map((e) => Un(e, t)),
		at: n
	};
	if (l(e)) return {
		kind: `map`,
		entries: e.items.map((e) => Wn(e, t)),
		at: n
	};
	let i = Kn(d(e) ? e : { value: null }, n);
	return i.text.includes(`\0`) && r(`a NUL character, which nothing takes`), i;
}
function Wn({ key: e, value: t }, n) {
	let { text: r, at: i } = Un(e, n);
	return {
		key: r,
		at: i,
		value: t === null ? {
			...Gn,
			at: i
		} : Un(t, n)
	};
}
const Gn = {
	kind: `scalar`,
	type: `nothing`,
	text: ``
};
function Kn({ value: e, source: t }, n) {
	switch (typeof e) {
		case `string`: return {
			kind: `scalar`,
			type: `text`,
			text: e,
			at: n
		};
		case `boolean`: return {
			kind: `scalar`,
			type: `boolean`,
			text: t ?? String(e),
			at: n
		};
		case `number`:
		case `bigint`: return {
			kind: `scalar`,
			type: `number`,
			text: t ?? String(e),
			at: n
		};
		default: return {
			...Gn,
			at: n
		};
	}
}



/***/ })

};
;