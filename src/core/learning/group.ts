import type { Readings } from '../reading.ts'

/** Which phones a count is about: all, one family, or one family of one region ("MIUI", "MIUI IN"). */
export type Group = { readonly family: string | null; readonly region: string | null }

/** The groups that a phone belongs to, the widest first. */
export const groupsOf = ({ family, region }: Group): readonly string[] => [
  '',
  ...(family === null ? [] : [family]),
  ...(family === null || region === null ? [] : [`${family} ${region}`]),
]

/** The group of a phone that says which it is; the region of the build, as that is what its services go by. */
export const groupOf = (readings: Readings): Group => {
  const family = readings['os.family']
  const region = readings['os.buildRegion']
  if (family?.status !== 'measured' || family.value === 'other') return { family: null, region: null }
  return { family: family.value, region: region?.status === 'measured' ? region.value : null }
}

/** The group of a name that `groupsOf` gave. */
export const groupNamed = (name: string): Group => {
  const [family = '', region] = name.split(' ')
  return { family: family === '' ? null : family, region: region ?? null }
}
