import list from './pictures.json' with { type: 'json' }

/** A picture of the set: its name in this program. */
export type PictureName = keyof typeof list

/** The set is cached for ever under its version: the same as the package’s in package.json. */
export const pictureVersion = '1.2.6'

/** Where a picture is served. */
export function pictureAddress(name: PictureName): string {
  return `/assets/pictures/${pictureVersion}/${name}.svg`
}

/** Whether there is a picture of this name. */
export function isPicture(name: string): name is PictureName {
  return Object.hasOwn(list, name)
}

/** What a picture shows, in a word or two. */
export function pictureWords(name: PictureName): string {
  return list[name].words
}

/** The pictures that can stand for a goal, in the order in which they are offered. */
export const goalPictures: readonly PictureName[] = Object.keys(list)
  .filter(isPicture)
  .filter(name => 'ofGoal' in list[name])
