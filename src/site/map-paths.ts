import { mapsOf, type Read } from '../maps/files.ts';
import { isPreview } from './preview.ts';
import { getSite } from './site.ts';

/** Routes for map files with an extension in a preview; a build writes these files itself. */
export async function mapPaths(
  ending: 'svg' | 'png',
): Promise<{ params: { name: string }; props: { read: Read } }[]> {
  if (!isPreview()) return [];
  return [...mapsOf((await getSite()).stories)]
    .filter(([path]) => path.endsWith(ending))
    .map(([path, read]) => ({
      params: { name: path.slice('maps/'.length, -1 - ending.length) },
      props: { read },
    }));
}
