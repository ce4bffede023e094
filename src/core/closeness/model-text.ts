import { features } from './features/index.ts'
import type { ClosenessModel } from './model.ts'

/** Changes when a formula, a feature or the way of learning does: what was learned before is then learned anew. */
export const RECIPE = 1

/** A model as text, to be kept: numbers by the names of their features. */
export function modelText({ terms, ...model }: ClosenessModel): string {
  const named = terms.map(({ feature, scale, weight }) => ({ feature: feature.name, scale, weight }))
  return JSON.stringify({ recipe: RECIPE, ...model, terms: named })
}

type Kept = Omit<ClosenessModel, 'terms'> & {
  readonly recipe: number
  readonly terms: readonly { readonly feature: string; readonly scale: number; readonly weight: number }[]
}

/** The model that was kept as this text; null where it was made by another recipe, or names a feature there is not. */
export function modelOfText(text: string): ClosenessModel | null {
  // Only modelText writes it.
  const { recipe, terms, ...model } = JSON.parse(text) as Kept
  if (recipe !== RECIPE) return null
  const known = terms.flatMap(({ feature: name, scale, weight }) => {
    const feature = features.find((one) => one.name === name)
    return feature === undefined ? [] : [{ feature, scale, weight }]
  })
  return known.length === terms.length ? { ...model, terms: known } : null
}
