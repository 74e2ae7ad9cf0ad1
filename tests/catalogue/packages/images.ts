import type { CallTable } from '../reports-of.js'

export const images: CallTable = {
  '@napi-rs/canvas': `
import { Canvas, createCanvas } from '@napi-rs/canvas'

const canvas = createCanvas(100, 100)
canvas.encodeSync('png') // cpu @napi-rs/canvas.Canvas#encodeSync
canvas.toBuffer('image/png') // cpu @napi-rs/canvas.Canvas#toBuffer
canvas.toDataURL() // cpu @napi-rs/canvas.Canvas#toDataURL
new Canvas(100, 100).toDataURL() // cpu @napi-rs/canvas.Canvas#toDataURL
await canvas.encode('png')`,
  '@resvg/resvg-js': `
import { renderAsync, Resvg } from '@resvg/resvg-js'

new Resvg(req.body).render() // cpu @resvg/resvg-js.Resvg, cpu @resvg/resvg-js.Resvg#render
await renderAsync(req.body)`,
  'bwip-js': `
import bwipJs from 'bwip-js'

bwipJs.toSVG(req.body) // cpu bwip-js.toSVG`,
  exceljs: `
import ExcelJS from 'exceljs'

const workbook = new ExcelJS.Workbook()
workbook.addWorksheet('menus')
await workbook.xlsx.writeBuffer() // cpu exceljs.Workbook#xlsx.writeBuffer (in name only)`,
  jimp: `
import { Jimp } from 'jimp'

const picture = await Jimp.read(req.body) // cpu jimp.Jimp.read (in name only)
picture.resize({ w: 100 }).blur(2) // cpu jimp.Jimp#resize, cpu jimp.Jimp#blur
picture.crop({ w: 10 }).blur(2).resize({ w: 5 }) // cpu jimp.Jimp#crop, cpu jimp.Jimp#blur, cpu jimp.Jimp#resize
new Jimp({ width: 1, height: 1 }).resize({ w: 2 }) // cpu jimp.Jimp#resize`,
  'jpeg-js': `
const jpegJs = require('jpeg-js')

jpegJs.decode(req.body) // cpu jpeg-js.decode
jpegJs.encode(req.body) // cpu jpeg-js.encode`,
  'pdf-lib': `
import { PDFDocument } from 'pdf-lib'

const bill = await PDFDocument.create()
await bill.save() // cpu pdf-lib.PDFDocument#save (in name only)
const menu = await PDFDocument.load(req.body) // cpu pdf-lib.PDFDocument.load (in name only)
await menu.save() // cpu pdf-lib.PDFDocument#save (in name only)
bill.addPage()`,
  pdfkit: `
import PDFDocument from 'pdfkit'

const bill = new PDFDocument()
bill.fontSize(12).text('Soup').image('soup.png') // io pdfkit.PDFDocument#image
bill.image('soup.png').text('Stew') // io pdfkit.PDFDocument#image
bill.addPage().fillColor('red').font('Courier').moveDown().image('a.png').image('b.png') // io pdfkit.PDFDocument#image, io pdfkit.PDFDocument#image`,
  pngjs: `
import { PNG } from 'pngjs'

PNG.sync.read(req.body) // cpu pngjs.PNG.sync.read
PNG.sync.write(picture) // cpu pngjs.PNG.sync.write
new PNG().parse(req.body, (error, data) => {}) // cpu pngjs.PNG#parse (in name only)`,
  'probe-image-size': `
import probe from 'probe-image-size'

probe.sync(req.body)`,
  qrcode: `
import QRCode from 'qrcode'

QRCode.create('soup') // cpu qrcode.create
await QRCode.toDataURL('soup') // cpu qrcode.toDataURL (in name only)
QRCode.toDataURL('soup', (error, url) => res.send(url)) // cpu qrcode.toDataURL (in name only)`,
  xlsx: `
const xlsx = require('xlsx')

xlsx.readFile('menu') // io xlsx.readFile
xlsx.readFileSync('menu') // io xlsx.readFileSync
xlsx.writeFile('menu') // io xlsx.writeFile
xlsx.writeFileSync('menu') // io xlsx.writeFileSync
xlsx.writeFileXLSX('menu') // io xlsx.writeFileXLSX
xlsx.read(req.body) // cpu xlsx.read
xlsx.write(req.body) // cpu xlsx.write
xlsx.utils.sheet_to_json(req.body) // cpu xlsx.utils.sheet_to_json (large input)`,
}
