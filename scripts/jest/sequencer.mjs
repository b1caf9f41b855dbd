import Sequencer from '@jest/test-sequencer'
import { longestFirst } from './longest-first.ts'

export default class LongestFirst extends Sequencer {
  async sort(tests) {
    return longestFirst(await super.sort(tests))
  }
}
