import type { Comparator } from '../match-person.ts'
import { address } from './address.ts'
import { company } from './company.ts'
import { name } from './name.ts'
import { organisation } from './organisation.ts'
import { phone } from './phone.ts'
import { place } from './place.ts'
import { title } from './title.ts'

/** In the order they are asked: names first, since what the others mean depends on them. */
export const comparators: readonly Comparator[] = [name, address, phone, organisation, title, place, company]
