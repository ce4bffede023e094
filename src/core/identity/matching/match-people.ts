import { Blocks } from './blocking.ts'
import { Candidates } from './candidates.ts'
import { type Decisions, decide, type Thresholds, type Verdicts } from './cluster.ts'
import { fitModel } from './expectation.ts'
import { type MatchModel, shippedModel } from './match-model.ts'
import type { MatchPerson } from './match-person.ts'
import { MatchTable } from './match-table.ts'

/** Candidate pairs from which on the parameters are fitted to the directory. */
const FITTED_FROM = 200

const nobodySaid: Verdicts = { apart: [], ask: [] }

/**
 * Who is who among people whose keys are known: candidate pairs by blocking, their probability by the model, fitted
 * to the directory, and what to do about each (docs/the-maths/identity.md). People can be added later at the cost of their own pairs.
 */
export class Matcher {
  readonly table = new MatchTable()
  #model: MatchModel = shippedModel
  #blocks: Blocks | null = null
  #blocked = 0

  /** Everybody, by position. */
  readonly people: MatchPerson[] = []

  constructor(people: Iterable<MatchPerson> = []) {
    for (const person of people) this.#take(person)
  }

  #take(person: MatchPerson): void {
    this.people.push(person)
    this.table.add(person)
  }

  get model(): MatchModel {
    return this.#model
  }

  /** All pairs worth a decision; fits the model to them. */
  candidates(): Candidates {
    const blocks = this.#indexed()
    const candidates = Candidates.of(this.table, this.#model, blocks.pairs())
    if (candidates.length >= FITTED_FROM)
      this.#model = fitModel(candidates, shippedModel, this.table.rows.length)
    return candidates
  }

  /** Adds people, and gives the pairs worth a decision that one of them is in. */
  add(people: Iterable<MatchPerson>): Candidates {
    const blocks = this.#indexed()
    for (const person of people) this.#take(person)
    const added = Blocks.of(this.table, this.#blocked)
    const [within, across] = [added.pairs(), blocks.pairsWith(added)]
    const pairs = new Float64Array(within.length + across.length)
    pairs.set(within)
    pairs.set(across, within.length)
    this.#blocks = blocks.joined(added)
    this.#blocked = this.table.rows.length
    return Candidates.of(this.table, this.#model, pairs)
  }

  decide(candidates: Candidates, verdicts: Verdicts = nobodySaid, thresholds?: Thresholds): Decisions {
    return decide(this.table, this.#model, candidates, verdicts, thresholds)
  }

  #indexed(): Blocks {
    if (this.#blocks !== null && this.#blocked === this.table.rows.length) return this.#blocks
    this.#blocks = Blocks.of(this.table)
    this.#blocked = this.table.rows.length
    return this.#blocks
  }
}
