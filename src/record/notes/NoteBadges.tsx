import { Badge } from '../../ui/moj/badge/Badge.tsx'

/** Who may read a note, and that it is not to be given to the child, where it is not an ordinary one. */
export function NoteBadges({ sensitivity, hasThirdParty }: { sensitivity: string; hasThirdParty: boolean }) {
  return (
    <>
      {sensitivity === 'sensitive' && <Badge colour="black">Sensitive</Badge>}{' '}
      {hasThirdParty && <Badge colour="red">Not to be given to the child</Badge>}
    </>
  )
}
