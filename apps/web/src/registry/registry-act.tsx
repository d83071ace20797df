import type { RegistryWritten } from '../../../api/registry/registry.schema.ts';
import { ServerAct } from '../parts/server-act.tsx';

type Props = Parameters<typeof ServerAct<RegistryWritten>>[0];

/** One act on the registry, in a dialog. */
export function RegistryAct(props: Omit<Props, 'area'>) {
  return <ServerAct<RegistryWritten> {...props} area="registry" />;
}
