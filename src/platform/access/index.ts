export { may, type Permission, type Reach, reachOf, rolesWith } from './permissions.ts'
export { isRole, type Role, roleNames, roles } from './roles.ts'
export { isScope, type Scope, scopes } from './scopes.ts'
