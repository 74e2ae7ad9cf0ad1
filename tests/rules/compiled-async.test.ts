import { describe, expect, it } from 'vitest'
import { lint, testMarkedLines } from './marked-lines.js'

describe('async functions as compilers write them', () => {
  testMarkedLines('no-blocking-call', [
    {
      title: 'TypeScript for ES2015: this and results are seen through __awaiter',
      code: `"use strict";
var __awaiter = (this && this.__awaiter) || function (thisArg, _arguments, P, generator) {
    return new (P || (P = Promise))(function (resolve, reject) {
        function step(result) { result.done ? resolve(result.value) : step(generator.next()); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};
const express = require("express");
const fs = require("node:fs");
class Menu {
    read(day) {
        return __awaiter(this, void 0, void 0, function* () { return fs.readFileSync(day); }); // !
    }
    readAll() {
        return __awaiter(this, void 0, void 0, function* () {
            yield this.read("monday");
            return fs.readdirSync("menus"); // !
        });
    }
}
function openMenu() {
    return __awaiter(this, void 0, void 0, function* () { return new Menu(); });
}
express().get("/", (req, res) => __awaiter(void 0, void 0, void 0, function* () {
    const menu = yield openMenu();
    res.send(yield menu.readAll());
}));`,
    },
    {
      title: 'tslib',
      code: `
const tslib_1 = require("tslib");
const express = require("express");
const fs = require("node:fs");
class Menu {
    read() { return tslib_1.__awaiter(this, void 0, void 0, function* () { return this.load(); }); }
    load() { return fs.readFileSync("menu"); } // !
}
const open = () => tslib_1.__awaiter(void 0, void 0, void 0, function* () { return new Menu(); });
express().get("/", (req, res) => tslib_1.__awaiter(void 0, void 0, void 0, function* () {
    (yield open()).read();
}));`,
    },
    {
      title: 'Babel and SWC: the function that _asyncToGenerator gives is the one that it gets',
      code: `
const express = require("express");
const fs = require("node:fs");
function _async_to_generator(fn) {
    return function() { var self = this, args = arguments; return new Promise(function(resolve) { resolve(fn.apply(self, args)); }); };
}
const app = express();
class Menu {
    read() {
        var _this = this;
        return _async_to_generator(function*() { return _this.load(); })();
    }
    load() { return fs.readFileSync("menu"); } // !
}
const open = /*#__PURE__*/ _async_to_generator(function*() { return new Menu(); });
app.get("/", function() {
    var _ref = _async_to_generator(function*(req, res) {
        const menu = yield open();
        res.send(menu.read());
        fs.statSync("menu"); // !
    });
    return function(req, res) {
        return _ref.apply(this, arguments);
    };
}());`,
    },
    {
      title: 'a generator of the project is not what it yields',
      code: `
const express = require("express");
const fs = require("node:fs");
class Menu { read() { return fs.readFileSync("menu"); } }
const runner = require("./runner");
const open = runner.later(this, function* () { return new Menu(); });
express().get("/", (req, res) => { open.read(); });`,
    },
  ])

  it('are no steps of their own', () => {
    const code = `
const tslib_1 = require("tslib");
const fs = require("node:fs");
function readMenu() { return tslib_1.__awaiter(this, void 0, void 0, function* () { return fs.readFileSync("menu"); }); }
require("express")().get("/menu", (req, res) => tslib_1.__awaiter(void 0, void 0, void 0, function* () { res.send(yield readMenu()); }));`
    const [message] = lint('no-blocking-call', { code })
    expect(message?.message).toContain('GET /menu → readMenu (line 5) → fs.readFileSync (line 4)')
  })
})
