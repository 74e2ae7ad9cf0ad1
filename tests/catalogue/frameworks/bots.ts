import type { HandlerTable } from './handler-table.js'

export const bots: HandlerTable = {
  'discord.js': `
import { Client } from 'discord.js'
const client = Client()

Client().addListener('order', $) // context
export const byClient = (typed: Client) => typed.addListener('order', $) // context
client
  .{addListener on once prependListener prependOnceListener}('order', $) // context
  .addListener('{ready clientReady ClientReady invalidated Invalidated shardReady}', $) // startup
  .addListener('order', $) // context`,
  'grammy': `
import { Bot, Composer } from 'grammy'
const bot = Bot()
const composer = new Composer()

Bot().use($, [$]) // context next
export const byBot = (typed: Bot) => typed.use($, [$]) // context next
export const byComposer = (typed: Composer) => typed.use($, [$]) // context next
bot
  .{use on hears command reaction chatType callbackQuery gameQuery inlineQuery chosenInlineResult preCheckoutQuery shippingQuery filter drop fork lazy branch}($, [$]) // context next
  .use($, [$]) // context next
bot.catch($) // error
bot.start({ onStart: $ }) // startup
composer
  .{use on hears command reaction chatType callbackQuery gameQuery inlineQuery chosenInlineResult preCheckoutQuery shippingQuery filter drop fork lazy branch}($, [$]) // context next
  .use($, [$]) // context next`,
  '@slack/bolt': `
import bolt, { App } from '@slack/bolt'
const app = App()

App().event($, [$]) // context
export const byApp = (typed: App) => typed.event($, [$]) // context
bolt().event($, [$]) // context
app.{event message shortcut action command options view function}($, [$]) // context
app.use($) // context
app.error($) // error`,
  'telegraf': `
import { Scenes, Telegraf, Composer } from 'telegraf'
const telegraf = Telegraf()
const composer = new Composer()
const scenesBaseScene = new Scenes.BaseScene()

new Scenes.WizardScene('menu', $, [$]) // context next
Telegraf().use($, [$]) // context next
export const byTelegraf = (typed: Telegraf) => typed.use($, [$]) // context next
export const byComposer = (typed: Composer) => typed.use($, [$]) // context next
Scenes.BaseScene().use($, [$]) // context next
Scenes.WizardScene().use($, [$]) // context next
telegraf
  .{use guard on hears command action inlineQuery gameQuery reaction drop filter entity email url textLink textMention mention phone hashtag cashtag spoiler start help settings}($, [$]) // context next
  .catch($) // error context
  .use($, [$]) // context next
composer
  .{use guard on hears command action inlineQuery gameQuery reaction drop filter entity email url textLink textMention mention phone hashtag cashtag spoiler start help settings}($, [$]) // context next
  .use($, [$]) // context next
scenesBaseScene
  .{use guard on hears command action inlineQuery gameQuery reaction drop filter entity email url textLink textMention mention phone hashtag cashtag spoiler start help settings enter leave}($, [$]) // context next
  .use($, [$]) // context next`,
}
