import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { attendanceVersion } from './attendance.form.ts'

const line = (appointmentId: string, version: number) => ({ appointmentId, version })
const lines = fc.uniqueArray(fc.record({ appointmentId: fc.uuid(), version: fc.nat({ max: 20 }) }), {
  minLength: 1,
  maxLength: 12,
  selector: ({ appointmentId }) => appointmentId,
})

describe('what the attendance of a session was opened on', () => {
  it('differs where one is gone and another changed by as much', () => {
    const opened = [line('ada', 1), line('bo', 1), line('cy', 1)]
    expect(attendanceVersion([line('ada', 2), line('bo', 1)])).not.toBe(attendanceVersion(opened))
  })

  it('differs where two have changed their versions', () => {
    expect(attendanceVersion([line('ada', 1), line('bo', 2)])).not.toBe(
      attendanceVersion([line('ada', 2), line('bo', 1)]),
    )
  })

  it('is the same in whatever order the children stand, and another after any change', () => {
    fc.assert(
      fc.property(lines, fc.nat(), (attendance, which) => {
        const version = attendanceVersion(attendance)
        expect(attendanceVersion(attendance.toReversed())).toBe(version)
        const at = which % attendance.length
        const changed = attendance.map((it, index) =>
          index === at ? { ...it, version: it.version + 1 } : it,
        )
        expect(attendanceVersion(changed)).not.toBe(version)
        expect(attendanceVersion(attendance.filter((_, index) => index !== at))).not.toBe(version)
      }),
    )
  })
})
