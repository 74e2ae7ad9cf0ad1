import workerpool from 'workerpool'
import { setPolicy } from '../set-policy.js'

workerpool.worker({ setPolicy })
