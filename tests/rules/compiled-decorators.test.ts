import { describe, expect, it } from 'vitest'
import { lint, testMarkedLines } from './marked-lines.js'

const tsc = `"use strict";
var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) { return desc; };
var __metadata = (this && this.__metadata) || function (k, v) { };
var __param = (this && this.__param) || function (index, decorator) { return decorator; };
const common_1 = require("@nestjs/common");
const fs = require("node:fs");
`

describe('decorators as compilers write them', () => {
  testMarkedLines('no-blocking-call', [
    {
      title: 'TypeScript: methods, injected services and fields by their metadata',
      code: `${tsc}
var OrdersController_1;
let OrdersService = class OrdersService {
    find() { return fs.readFileSync("orders"); } // !
    unused() { return fs.readFileSync("orders"); }
};
OrdersService = __decorate([(0, common_1.Injectable)()], OrdersService);
let Archive = class Archive {
    read() { return fs.readFileSync("archive"); } // !
};
let OrdersController = OrdersController_1 = class OrdersController {
    constructor(orders) { this.orders = orders; }
    list() { return this.orders.find(); }
    old() { return this.archive.read(); }
    onModuleInit() { return fs.readFileSync("menu"); }
    helper() { return fs.readFileSync("menu"); }
};
exports.OrdersController = OrdersController;
__decorate([(0, common_1.Inject)(), __metadata("design:type", Archive)], OrdersController.prototype, "archive", void 0);
__decorate([(0, common_1.Get)("open"), __metadata("design:paramtypes", [])], OrdersController.prototype, "list", null);
__decorate([(0, common_1.Get)("old")], OrdersController.prototype, "old", null);
exports.OrdersController = OrdersController = OrdersController_1 = __decorate([
    (0, common_1.Controller)("orders"),
    __param(0, (0, common_1.Inject)("ORDERS")),
    __metadata("design:paramtypes", [typeof (_a = typeof OrdersService !== "undefined" && OrdersService) === "function" ? _a : Object])
], OrdersController);`,
    },
    {
      title: 'TypeScript with tslib: the request is known',
      code: `
const tslib_1 = require("tslib");
const common_1 = require("@nestjs/common");
const fs = require("node:fs");
let MenuController = class MenuController {
    show(id) { return fs.statSync(id); } // !
};
tslib_1.__decorate([(0, common_1.Get)(":id"), tslib_1.__param(0, (0, common_1.Param)("id"))], MenuController.prototype, "show", null);
MenuController = (0, tslib_1.__decorate)([(0, common_1.Controller)("menu")], MenuController);`,
    },
    {
      title: 'SWC',
      code: `
import { Controller, Post } from '@nestjs/common'
import fs from 'node:fs'
export class MenuController {
    add() { fs.writeFileSync('menu', '') } // !
    log() { fs.writeFileSync('menu', '') }
}
_ts_decorate([Post(), _ts_metadata('design:type', Function)], MenuController.prototype, 'add', null)
MenuController = _ts_decorate([Controller('menu')], MenuController)`,
    },
    {
      title: 'esbuild',
      code: `
import { Controller, Delete } from '@nestjs/common'
import fs from 'node:fs'
let MenuController = class {
  clear() { fs.rmSync('menu') } // !
}
__decorateClass([Delete()], MenuController.prototype, 'clear', 1)
MenuController = __decorateClass([Controller('menu')], MenuController)`,
    },
    {
      title: 'decorators of nobody, and of nothing',
      code: `${tsc}
let Menu = class Menu {
    show() { return fs.readFileSync("menu"); }
};
__decorate([logged()], Menu.prototype, "show", null);
__decorate([(0, common_1.Get)()], missing.prototype, "show", null);
__decorate([(0, common_1.Get)()], Menu.prototype, computed, null);
__decorate([(0, common_1.Get)()]);`,
    },
  ])

  it('name the route', () => {
    const code = `${tsc}
let MenuController = class MenuController {
    show() { return fs.readFileSync("menu"); }
};
__decorate([(0, common_1.Get)(":id")], MenuController.prototype, "show", null);
MenuController = __decorate([(0, common_1.Controller)("menu")], MenuController);`
    const [message] = lint('no-blocking-call', { code })
    expect(message?.message).toContain('GET /menu/:id')
  })

  it('tell which parameter is the request', () => {
    const code = `${tsc}
const { Worker } = require("node:worker_threads");
const worker = new Worker("./archive.js");
let MenuController = class MenuController {
    show(id, req) { worker.postMessage(req); worker.postMessage(id); }
};
__decorate([(0, common_1.Get)(":id"), __param(0, (0, common_1.Param)("id")), __param(1, (0, common_1.Req)())], MenuController.prototype, "show", null);
MenuController = __decorate([(0, common_1.Controller)("menu")], MenuController);`
    expect(lint('no-request-in-worker', { code }).map(({ column }) => column)).toEqual([40])
  })
})
