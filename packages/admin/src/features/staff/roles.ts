export { ROLES, roleName } from '../../desk/roles.ts';
