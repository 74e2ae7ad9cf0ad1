import { estimatePremium } from '../estimate-premium.js'

export default estimatePremium
