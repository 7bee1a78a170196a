/**
 * @module Who has a permission by default: the roles that its feature names, and those to which a feature above grants
 * it because the role is that feature's own.
 */
import { requiredBy, type Layer } from './order.ts';

type Granting = Layer & {
  readonly permissions: Readonly<Record<string, { readonly roles: readonly string[] }>>;
  readonly grants: Readonly<Record<string, readonly string[]>>;
};

/** Every permission of a desk with the roles that have it unless the tenant decides otherwise. */
export function defaultRoles(features: readonly Granting[]): ReadonlyMap<string, readonly string[]> {
  const declared = features.flatMap(({ permissions }) => Object.entries(permissions));
  return new Map(
    declared.map(([permission, { roles }]) => {
      const granted = features.flatMap(({ grants }) => grants[permission] ?? []);
      return [permission, granted.length > 0 ? [...new Set([...roles, ...granted])] : roles];
    }),
  );
}

/** Grants of permissions that nobody declares, or whose feature is not required. */
export function grantProblems(features: readonly Granting[]): string[] {
  const owners = new Map(
    features.flatMap(({ name, permissions }) => Object.keys(permissions).map((permission) => [permission, name])),
  );
  return features.flatMap((feature) =>
    Object.keys(feature.grants).flatMap((permission) => {
      const owner = owners.get(permission);
      if (!owner) return [`${feature.name} grants the permission ${permission}, which nobody declares`];
      if (owner === feature.name || requiredBy(feature).has(owner)) return [];
      return [`${feature.name} grants the permission ${permission}, but does not require ${owner}, which declares it`];
    }),
  );
}
