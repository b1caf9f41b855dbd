"use strict";
exports.id = 8921;
exports.ids = [8921];
exports.modules = {

/***/ 8921:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   storedPrices: () => (/* binding */ storedPrices)
/* harmony export */ });
/* harmony import */ var _shared_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7512);

// src/adapters/prices/price-table.ts
var PRICE_TABLE = {
	date: "2025-03-02",
	source: "price lists of AWS, collected by Apache Libcloud 3.9.1",
	regions: "af-south-1 ap-east-1 ap-northeast-1 ap-northeast-2 ap-northeast-3 ap-south-1 ap-south-2 ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4 ap-southeast-5 ap-southeast-7 ca-central-1 ca-west-1 eu-central-1 eu-central-2 eu-north-1 eu-south-1 eu-south-2 eu-west-1 eu-west-2 eu-west-3 il-central-1 me-central-1 me-south-1 mx-central-1 sa-east-1 us-east-1 us-east-2 us-gov-east-1 us-gov-west-1 us-west-1 us-west-2",
	volumes: {
		"af-south-1": .1047,
		"ap-east-1": .1056,
		"ap-northeast-1": .096,
		"ap-northeast-2": .0912,
		"ap-northeast-3": .096,
		"ap-south-1": .0912,
		"ap-southeast-1": .096,
		"ap-southeast-2": .096,
		"ca-central-1": .088,
		"eu-central-1": .0952,
		"eu-north-1": .0836,
		"eu-south-1": .0924,
		"eu-west-1": .088,
		"eu-west-2": .0928,
		"eu-west-3": .0928,
		"me-south-1": .0968,
		"sa-east-1": .152,
		"us-east-1": .08,
		"us-east-2": .08,
		"us-gov-east-1": .096,
		"us-gov-west-1": .096,
		"us-west-1": .096,
		"us-west-2": .08
	},
	address: .005,
	families: {
		c5: {
			sizes: "large xlarge 2xlarge 4xlarge 9xlarge 12xlarge 18xlarge 24xlarge",
			large: "0.114 0.108 0.107 0.096 0.107 0.085 0.085 0.098 0.111 0.098 0.111 - - 0.093 0.093 0.097 0.10671 0.091 0.101 0.096 0.096 0.101 0.101 0.10079 0.1056 0.1056 - 0.131 0.085 0.085 0.102 0.102 0.106 0.085"
		},
		c5a: {
			sizes: "large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge",
			large: "0.103 0.097 0.096 0.086 - 0.047 - 0.088 0.1 - - - - 0.084 - 0.087 - 0.082 0.091 - 0.086 0.091 0.091 - - 0.095 - 0.118 0.077 0.077 0.092 0.092 0.095 0.077"
		},
		c5ad: {
			sizes: "large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge",
			large: "0.117 - - - - - - 0.101 0.113 - - - - - - 0.1 - - 0.103 - 0.098 - - - - 0.108 - 0.134 0.086 0.086 - - - 0.086"
		},
		c5d: {
			sizes: "large xlarge 2xlarge 4xlarge 9xlarge 12xlarge 18xlarge 24xlarge",
			large: "0.13 0.123 0.122 0.11 0.122 0.099 0.099 0.112 0.126 0.112 0.126 - - 0.106 - 0.111 0.122 0.104 0.114 0.109 0.109 0.115 0.115 0.114 0.11989 0.11989 - 0.149 0.096 0.096 0.116 0.116 0.12 0.096"
		},
		c5n: {
			sizes: "large xlarge 2xlarge 4xlarge 9xlarge 18xlarge",
			large: "0.145 0.143 0.136 0.122 0.136 0.108 - 0.124 0.141 0.124 - - - 0.118 - 0.123 - 0.116 0.129 - 0.122 0.128 0.128 - - 0.134 - 0.166 0.108 0.108 0.13 0.13 0.135 0.108"
		},
		c6a: {
			sizes: "large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge 32xlarge 48xlarge",
			large: "- 0.0972 0.0963 - - 0.04675 0.04675 0.0882 0.0999 - - - - 0.0837 - 0.0873 - - - - 0.08208 0.0909 - - - - - 0.1179 0.0765 0.0765 - - 0.0954 0.0765"
		},
		c6g: {
			sizes: "medium large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge",
			large: "0.0912 0.086 0.0856 0.077 0.086 0.0426 0.0426 0.0784 0.0888 0.0784 0.0888 0.0666 0.0666 0.0744 0.0744 0.0776 0.0854 0.073 0.0808 0.07296 0.073 0.0808 0.0858 0.0766 0.0803 0.085 0.0714 0.1048 0.068 0.068 0.0816 0.0816 0.0848 0.068"
		},
		c6gd: {
			sizes: "medium large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge",
			large: "- - 0.098 0.088 0.098 0.049 - 0.09 0.101 0.09 - - - 0.0848 - 0.089 0.0979 0.0832 - 0.0872 0.0872 0.092 0.092 - - - - 0.119 0.0768 0.0768 0.0928 0.0928 0.096 0.0768"
		},
		c6gn: {
			sizes: "medium large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge",
			large: "- 0.1145 0.109 0.0975 0.10922 0.0865 - 0.099 0.113 0.0992 - 0.08416 0.08416 0.0946 0.0946 0.0986 - 0.093 0.1032 - 0.0976 0.1025 0.1025 0.10248 - 0.1072 0.09072 0.133 0.0864 0.0864 0.104 0.104 0.108 0.0864"
		},
		c6i: {
			sizes: "large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge 32xlarge",
			large: "0.114 0.108 0.107 0.096 0.107 0.085 0.085 0.098 0.111 - - 0.0833 0.0833 0.093 0.093 0.097 - 0.091 0.101 - 0.0912 0.101 0.101 0.09576 - 0.1056 0.08925 0.131 0.085 0.085 0.102 0.102 0.106 0.085"
		},
		c6id: {
			sizes: "large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge 32xlarge",
			large: "- - 0.1281 0.1155 - - - 0.1176 0.1323 - - 0.09996 0.09996 0.1113 0.1113 0.11655 - - - - 0.11445 0.12075 - 0.12017 - - 0.10584 0.15645 0.1008 0.1008 - 0.1218 - 0.1008"
		},
		c6in: {
			sizes: "large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge 32xlarge",
			large: "0.15246 0.15015 0.1428 0.1281 - 0.1134 0.1133 0.1302 0.14805 0.1302 0.148 0.11067 - 0.1239 - 0.12915 0.1423 0.1218 0.13545 0.128 0.1281 0.1344 0.1344 0.13451 0.1408 0.1407 - 0.1743 0.1134 0.1134 0.1365 0.1365 0.14175 0.1134"
		},
		c7a: {
			sizes: "medium large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge 32xlarge 48xlarge",
			large: "- - 0.1292 - - - - - - - - - - - - 0.11713 - 0.10988 - 0.11592 0.11012 - - - - - - - 0.10264 0.10264 - - - 0.10264"
		},
		c7g: {
			sizes: "medium large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge",
			large: "- 0.091 0.09096 0.0816 0.091 0.0491 0.0491 0.0833 0.09436 - - 0.0708 0.0708 0.0791 - 0.0825 0.0907 0.0774 0.0856 0.0775 0.0775 0.08586 0.08586 - - - 0.07612 0.1111 0.0725 0.07226 0.0867 0.0867 0.0901 0.0725"
		},
		c7gd: {
			sizes: "medium large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge",
			large: "- - 0.1153 - - 0.0576 - 0.10584 0.11908 - - 0.09 - - - 0.1049 - 0.0983 - 0.103 0.103 - - - - - - - 0.0907 0.09072 0.1096 - 0.1134 0.0907"
		},
		c7gn: {
			sizes: "medium large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge",
			large: "- - 0.1574 - - - - - - - - - - - - - - - - - 0.141 - - - - - - - 0.1248 0.1248 - - - 0.1248"
		},
		c7i: {
			sizes: "large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge 48xlarge",
			large: "- - 0.11235 0.1008 - 0.08925 - 0.1029 0.11655 - - 0.08747 0.08747 0.09765 - 0.10185 - 0.09555 - 0.1008 0.09576 0.10605 0.10605 - - - 0.09371 0.13755 0.08925 0.08925 0.1071 0.1071 0.1113 0.08925"
		},
		"c7i-flex": {
			sizes: "large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge",
			large: "- - 0.10673 0.09576 - 0.08479 - 0.09778 0.11072 - - 0.0831 - 0.09277 - 0.09676 - 0.09077 - 0.09576 0.09097 0.10075 0.10075 - - - - 0.13067 0.08479 0.08479 - 0.10175 0.10574 0.08479"
		},
		c8g: {
			sizes: "medium large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge 48xlarge",
			large: "- - - - - - - - - - - - - - - 0.0907 - 0.0851 - 0.08526 0.08528 - - - - - - - 0.07976 0.07948 - - - 0.07976"
		},
		m5: {
			sizes: "large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge",
			large: "0.127 0.132 0.124 0.118 0.124 0.101 0.101 0.12 0.12 0.12 0.12 - - 0.107 0.107 0.115 0.1265 0.102 0.112 0.107 0.107 0.111 0.112 0.11235 0.11771 0.11771 - 0.153 0.096 0.096 0.121 0.121 0.112 0.096"
		},
		m5a: {
			sizes: "large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge",
			large: "- - 0.112 0.106 - 0.05554 - 0.108 0.108 - - - - 0.096 - 0.104 - - 0.101 - 0.096 0.1 0.101 - - - - 0.138 0.086 0.086 0.109 0.109 0.101 0.086"
		},
		m5ad: {
			sizes: "large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge",
			large: "- - 0.134 0.127 - 0.067 - 0.129 0.13 - - - - 0.115 - 0.125 - - - - 0.115 0.12 0.121 - - - - 0.165 0.103 0.103 - 0.131 0.122 0.103"
		},
		m5d: {
			sizes: "large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge",
			large: "0.15 0.155 0.146 0.139 0.146 0.122 0.122 0.141 0.142 0.141 0.142 - - 0.126 0.126 0.136 0.1496 0.12 0.132 0.126 0.126 0.131 0.132 0.13229 0.1386 0.1386 - 0.18 0.113 0.113 0.143 0.143 0.133 0.113"
		},
		m5dn: {
			sizes: "large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge",
			large: "- - 0.175 - - - - 0.167 - - - - - - - 0.162 - - - - 0.152 - - - - - - - 0.136 0.136 0.171 0.171 - 0.136"
		},
		m5n: {
			sizes: "large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge",
			large: "- - 0.153 - - - - 0.146 - - - - - - - 0.141 - - - - 0.133 - - - - - - - 0.119 0.119 0.149 0.149 - 0.119"
		},
		m5zn: {
			sizes: "large xlarge 2xlarge 3xlarge 6xlarge 12xlarge",
			large: "- - 0.2134 0.203 - - - 0.2065 0.2065 - - - - - - 0.19786 - - - - 0.1841 - - - - - - 0.2632 0.16517 0.18169 - - 0.1927 0.16517"
		},
		m6a: {
			sizes: "large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge 32xlarge 48xlarge",
			large: "- - 0.1116 - - 0.05555 0.05555 0.108 0.108 - - - - 0.0963 - 0.1035 - - 0.1008 - 0.0963 0.0999 0.1008 - - - - 0.1377 0.0864 0.0864 - - 0.1008 0.0864"
		},
		m6g: {
			sizes: "medium large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge",
			large: "0.1016 0.106 0.099 0.094 0.0992 0.0506 0.0506 0.096 0.096 0.096 0.096 0.0816 0.0816 0.0856 0.0856 0.092 0.1012 0.082 0.0896 0.086 0.086 0.0888 0.09 0.0903 0.0946 0.094 0.0809 0.1224 0.077 0.077 0.0968 0.0968 0.0896 0.077"
		},
		m6gd: {
			sizes: "medium large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge",
			large: "0.12 0.124 0.117 0.1112 0.1168 0.0604 0.0604 0.113 0.114 0.113 0.114 0.096 0.096 0.1008 0.1008 0.109 0.1199 0.096 0.1056 0.1008 0.1008 0.1048 0.1056 0.1058 0.1108 0.11088 0.0949 0.144 0.0904 0.0904 0.1144 0.1144 0.106 0.0904"
		},
		m6i: {
			sizes: "large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge 32xlarge",
			large: "0.127 0.132 0.124 0.118 0.124 0.101 0.101 0.12 0.12 0.12 - 0.102 0.102 0.107 0.107 0.115 0.1265 0.102 0.112 - 0.107 0.111 0.112 0.11235 0.1177 0.132 0.1008 0.153 0.096 0.096 0.121 0.121 0.112 0.096"
		},
		m6id: {
			sizes: "large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge 32xlarge",
			large: "- - 0.1533 0.14595 - 0.1281 - 0.14805 0.1491 - - 0.12584 0.12584 0.1323 0.1323 0.1428 0.15708 - - - 0.1323 0.13755 - 0.13892 - - 0.12458 0.189 0.11865 0.11865 - 0.1502 - 0.11865"
		},
		m6idn: {
			sizes: "large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge 32xlarge",
			large: "- - 0.20475 - - 0.16965 - 0.19539 0.20124 - - - - 0.17418 - 0.18954 0.20656 0.166 - 0.17418 0.17784 - - - - - - - 0.15912 0.15912 - 0.20007 0.18344 0.15912"
		},
		m6in: {
			sizes: "large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge 32xlarge",
			large: "- - 0.17901 - - 0.14508 - 0.17082 0.1755 - - - - 0.15518 - 0.16497 0.18346 0.148 - 0.15518 0.15561 - - - - - - - 0.13923 0.13923 - 0.17433 0.16244 0.13923"
		},
		m7a: {
			sizes: "medium large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge 32xlarge 48xlarge",
			large: "- - 0.14973 - - - - - - - - - - - - 0.13886 - 0.12316 - 0.1292 0.1292 - - - - - - - 0.11592 0.11592 - - - 0.11592"
		},
		m7g: {
			sizes: "medium large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge",
			large: "- - 0.1054 0.1003 0.1054 0.0583 0.05832 0.102 0.102 0.102 0.102 0.0867 0.0867 0.09096 - 0.0978 - 0.0867 - 0.0909 0.091 0.0944 0.0952 - 0.1 0.1122 0.0857 0.1301 0.0816 0.0816 0.1028 - 0.0952 0.0816"
		},
		m7gd: {
			sizes: "medium large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge",
			large: "- - 0.13797 - - 0.071 - 0.13324 0.13419 - - 0.11326 0.11326 - - 0.1285 - 0.1134 - 0.11907 0.1191 - 0.12474 - - - 0.1121 0.1701 0.10678 0.1068 - - 0.12568 0.10678"
		},
		m7i: {
			sizes: "large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge 48xlarge",
			large: "- - 0.1302 0.1239 - 0.10605 - 0.126 0.126 0.126 - 0.1071 0.1071 0.11235 - 0.12075 - 0.1071 - 0.11235 0.11235 0.11655 0.1176 - - - 0.10584 0.16065 0.1008 0.1008 0.12705 0.12705 0.1176 0.1008"
		},
		"m7i-flex": {
			sizes: "large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge",
			large: "- - 0.12369 0.11771 - 0.10075 - 0.1197 0.1197 0.1197 - 0.10175 - 0.10673 - 0.11471 - 0.10175 - 0.10673 0.10673 0.11072 0.11172 - - - - 0.15262 0.09576 0.09576 0.1207 0.1207 0.11172 0.09576"
		},
		m8g: {
			sizes: "medium large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge 48xlarge",
			large: "- - - - - - - - - - - - - - - 0.10754 - 0.09538 - 0.09998 - 0.1038 - - - - - - 0.08976 0.08976 - - - 0.08976"
		},
		r5: {
			sizes: "large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge",
			large: "0.168 0.167 0.152 0.152 0.152 0.13 0.13 0.152 0.151 0.152 0.151 - - 0.138 0.138 0.152 0.167 0.134 0.148 0.141 0.141 0.148 0.148 0.14804 0.155 0.155 - 0.201 0.126 0.126 0.151 0.151 0.14 0.126"
		},
		r5a: {
			sizes: "large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge",
			large: "- - 0.137 0.136 - 0.0715 - 0.136 0.136 - - - - 0.124 - 0.137 - - 0.133 - 0.127 0.133 0.133 - - - - 0.181 0.113 0.113 0.136 0.136 0.126 0.113"
		},
		r5ad: {
			sizes: "large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge",
			large: "- - 0.159 0.158 - 0.083 - 0.159 0.159 - - - - 0.144 - 0.158 - - - - 0.146 0.154 0.153 - - - - 0.208 0.131 0.131 - 0.158 0.148 0.131"
		},
		r5b: {
			sizes: "large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge",
			large: "- - 0.181 0.178 - - - 0.178 0.181 - - - - 0.163 - 0.178 - 0.15794 0.175 - 0.167 0.175 - - - - - 0.237 0.149 0.149 - - - 0.149"
		},
		r5d: {
			sizes: "large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge",
			large: "0.19 0.175 0.174 0.173 0.174 0.151 0.151 0.174 0.174 0.174 0.174 - - 0.158 - 0.173 0.19 0.152 0.168 0.16 0.16 0.169 0.169 0.168 0.176 0.176 - 0.228 0.144 0.144 0.173 0.173 0.162 0.144"
		},
		r5dn: {
			sizes: "large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge",
			large: "0.221 - 0.203 0.199 - - - 0.2 0.204 - - - - - - 0.199 - 0.177 0.196 - 0.186 - 0.196 - - - - - 0.167 0.167 0.201 0.201 - 0.167"
		},
		r5n: {
			sizes: "large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge",
			large: "0.19867 0.202 0.181 0.178 - 0.153 - 0.178 0.181 - - - - 0.163 - 0.178 - 0.159 0.17502 - 0.167 0.175 0.175 - - - - 0.236 0.149 0.149 0.179 0.179 0.169 0.149"
		},
		r6a: {
			sizes: "large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge 32xlarge 48xlarge",
			large: "- - 0.1368 - - 0.0715 0.0715 0.1368 0.1359 - - - - 0.1242 - 0.1368 - - - - 0.1269 - - - - - - - 0.1134 0.1134 - - 0.126 0.1134"
		},
		r6g: {
			sizes: "medium large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge",
			large: "0.1344 0.134 0.1216 0.122 0.1216 0.065 0.065 0.1216 0.1208 0.1216 0.1208 0.10336 0.1034 0.1104 0.1104 0.1216 0.1338 0.107 0.1184 0.1128 0.1128 0.1184 0.118 0.1184 0.1241 0.12408 0.1058 0.1608 0.1008 0.1008 0.1208 0.1208 0.112 0.1008"
		},
		r6gd: {
			sizes: "medium large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge",
			large: "- - 0.139 0.1384 0.1392 0.0747 - 0.139 0.139 0.139 - - - 0.1264 - 0.138 0.1518 0.1216 - 0.128 0.128 0.1352 0.1352 - - - - 0.1824 0.1152 0.1152 0.1384 0.1384 0.13 0.1152"
		},
		r6i: {
			sizes: "large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge 32xlarge",
			large: "0.168 0.167 0.152 0.152 0.152 0.13 0.13 0.152 0.151 - - 0.1292 0.1292 0.138 0.138 0.152 0.1672 0.134 0.148 - 0.141 0.148 0.148 0.14805 0.1551 0.1551 0.1323 0.201 0.126 0.126 0.151 0.151 0.14 0.126"
		},
		r6id: {
			sizes: "large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge 32xlarge",
			large: "- - 0.1827 0.1817 - 0.1586 - 0.1827 0.174 - - 0.15529 0.15529 - 0.1659 0.18165 - - - - 0.168 0.17745 - 0.1764 - - 0.15876 - 0.1512 0.1512 - 0.1817 - 0.1512"
		},
		r6idn: {
			sizes: "large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge 32xlarge",
			large: "- - 0.23751 - - - - 0.234 0.23868 - - - - - - 0.23283 - 0.20709 - - 0.21762 - - - - - - - 0.19539 0.19539 - 0.23517 - 0.19539"
		},
		r6in: {
			sizes: "large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge 32xlarge",
			large: "- - 0.21177 - - - - 0.20826 0.21177 - - - - - - 0.20826 - 0.18603 - - 0.19539 - - - - - - - 0.17433 0.17433 - 0.20943 - 0.17433"
		},
		r7a: {
			sizes: "medium large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge 32xlarge 48xlarge",
			large: "- - 0.18354 - - - - - - - - - - - - 0.18354 - 0.1618 - 0.17026 0.17026 - - - - - - - 0.15215 0.15215 - - - 0.15215"
		},
		r7g: {
			sizes: "medium large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge",
			large: "- 0.142 0.1292 0.1292 - 0.0751 0.0751 0.1292 0.12836 - - 0.1098 0.10982 0.1173 - 0.1292 - 0.1139 0.1255 0.1198 0.1199 0.1258 - - - 0.1318 0.1125 0.1704 0.1071 0.1071 - - 0.119 0.1071"
		},
		r7gd: {
			sizes: "medium large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge",
			large: "- 0.1654 0.16443 - - 0.088 - 0.16443 0.1566 0.16442 - 0.1398 0.1398 - - 0.1635 - 0.14364 - 0.1512 0.1512 - - - 0.1663 - 0.1429 - 0.1361 0.1361 0.16348 0.16354 0.1531 0.1361"
		},
		r7i: {
			sizes: "large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge 48xlarge",
			large: "- - 0.1596 0.1596 - 0.1365 - 0.1596 0.15855 0.1596 - 0.13566 0.13566 0.1449 - 0.1596 - 0.1407 0.1554 0.14805 0.14805 0.1554 0.1554 - - - 0.13892 0.21105 0.1323 0.1323 0.15855 0.15855 0.147 0.1323"
		},
		r7iz: {
			sizes: "large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 32xlarge",
			large: "- - 0.227 - - - - - - - - - - - - 0.225 - - - - 0.208 - - - - - - - 0.186 0.186 - - - 0.186"
		},
		r8g: {
			sizes: "medium large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge 48xlarge",
			large: "- - 0.14212 - - 0.08258 - - 0.1412 - - - - - - 0.14212 - 0.12529 - 0.13178 0.13184 - - - - - - - 0.11782 0.11782 - - - 0.11782"
		},
		t2: {
			sizes: "nano micro small medium large xlarge 2xlarge",
			large: "- - 0.1216 0.1152 0.1216 0.0992 - 0.1168 0.1168 - - - - 0.1024 - 0.1072 - - - - 0.1 0.104 0.1056 - - - - 0.1488 0.092 0.092 - 0.1088 0.1104 0.092"
		},
		t3: {
			sizes: "nano micro small medium large xlarge 2xlarge",
			large: "0.1085 0.1168 0.1088 0.104 0.1088 0.0896 0.0896 0.1056 0.1056 0.1056 0.1056 0.095 0.095 0.0928 0.0928 0.096 0.1056 0.0864 0.0958 0.0912 0.0912 0.0944 0.0944 0.0958 0.1003 0.10032 0.0874 0.1344 0.0832 0.0832 0.0976 0.0976 0.0992 0.0832"
		},
		t3a: {
			sizes: "nano micro small medium large xlarge 2xlarge",
			large: "- - 0.0979 0.0936 - 0.0493 - 0.0944 0.095 - - - - 0.0835 - 0.0864 - - 0.0862 - 0.0816 0.085 0.085 0.0858 - - - 0.121 0.0752 0.0752 0.0878 0.0878 0.0893 0.0752"
		},
		t4g: {
			sizes: "nano micro small medium large xlarge 2xlarge",
			large: "0.0867 0.0928 0.0864 0.0832 0.087 0.0448 0.0448 0.0848 0.0848 0.0848 0.0848 0.0763 0.0763 0.0736 0.0736 0.0768 0.0845 0.0688 0.0768 0.0736 0.0736 0.0752 0.0752 0.0773 0.0816 0.0803 0.0706 0.1072 0.0672 0.0672 0.0784 0.0784 0.08 0.0672"
		}
	}
};
// src/adapters/prices/stored-prices.ts
function storedPrices() {
	return { of: async (region) => (0,_shared_js__WEBPACK_IMPORTED_MODULE_0__.Rn)(region, PRICE_TABLE) };
}



/***/ })

};
;