import type { PackageEntry } from '../types.js'

const pixels = { kind: 'cpu', cost: 'high', instead: 'sharp#default' } as const
const heavy = { kind: 'cpu', cost: 'high' } as const
const awaited = { ...heavy, inNameOnly: 'promise' } as const
const files = { kind: 'io', cost: 'high' } as const

export const images: readonly PackageEntry[] = [
  {
    specifiers: ['@napi-rs/canvas'],
    blocking: [
      {
        ...heavy,
        instead: '#Canvas.prototype.encode',
        paths: [
          'Canvas.prototype.encodeSync',
          'Canvas.prototype.toBuffer',
          'Canvas.prototype.toDataURL',
        ],
      },
    ],
    returns: { createCanvas: 'Canvas' },
    leftOut: { createCanvas: 'only makes an empty canvas; encoding it is listed' },
  },
  {
    specifiers: ['@resvg/resvg-js'],
    blocking: [
      { kind: 'cpu', cost: 'medium', instead: '#renderAsync', paths: ['Resvg'] },
      { ...heavy, instead: '#renderAsync', paths: ['Resvg.prototype.render'] },
    ],
  },
  {
    specifiers: ['bwip-js'],
    blocking: [{ kind: 'cpu', cost: 'medium', paths: ['toSVG'] }],
    leftOut: { fixupOptions: 'only checks options' },
  },
  {
    specifiers: ['exceljs'],
    blocking: [{ ...awaited, paths: ['Workbook.prototype.xlsx.writeBuffer'] }],
    leftOut: { Workbook: 'only makes an empty workbook; writing it is listed' },
  },
  {
    specifiers: ['jimp'],
    blocking: [
      { ...pixels, inNameOnly: 'promise', paths: ['Jimp.read'] },
      { ...pixels, paths: ['Jimp.prototype.blur', 'Jimp.prototype.crop', 'Jimp.prototype.resize'] },
    ],
    returns: {
      'Jimp.read': 'Jimp',
      'Jimp.prototype.blur': 'this',
      'Jimp.prototype.crop': 'this',
      'Jimp.prototype.resize': 'this',
    },
  },
  { specifiers: ['jpeg-js'], blocking: [{ ...pixels, paths: ['decode', 'encode'] }] },
  {
    specifiers: ['pdf-lib'],
    blocking: [{ ...awaited, paths: ['PDFDocument.load', 'PDFDocument.prototype.save'] }],
    returns: { 'PDFDocument.create': 'PDFDocument', 'PDFDocument.load': 'PDFDocument' },
    leftOut: { 'PDFDocument.create': 'only makes an empty document; `save` is listed' },
  },
  {
    specifiers: ['pdfkit'],
    blocking: [{ ...files, paths: ['PDFDocument.prototype.image'] }],
    returns: {
      default: 'PDFDocument',
      ...Object.fromEntries(
        ['addPage', 'fillColor', 'font', 'fontSize', 'image', 'moveDown', 'text'].map((name) => [
          `PDFDocument.prototype.${name}`,
          'this',
        ]),
      ),
    },
    leftOut: { default: 'only makes an empty document; images, which it reads at once, are listed' },
  },
  {
    specifiers: ['pngjs'],
    blocking: [
      { ...pixels, paths: ['PNG.sync.read', 'PNG.sync.write'] },
      { ...pixels, inNameOnly: 'callback', paths: ['PNG.prototype.parse'] },
    ],
  },
  {
    specifiers: ['probe-image-size'],
    blocking: [],
    leftOut: { sync: 'reads a few bytes of a header' },
  },
  {
    specifiers: ['qrcode'],
    blocking: [
      { kind: 'cpu', cost: 'medium', paths: ['create'] },
      { ...heavy, inNameOnly: 'either', paths: ['toDataURL'] },
    ],
  },
  {
    specifiers: ['xlsx'],
    blocking: [
      {
        ...files,
        paths: ['readFile', 'readFileSync', 'writeFile', 'writeFileSync', 'writeFileXLSX'],
      },
      { ...heavy, paths: ['read', 'write'] },
      {
        kind: 'cpu',
        cost: 'medium',
        when: { type: 'large-input' },
        paths: ['utils.sheet_to_json'],
      },
    ],
  },
]
