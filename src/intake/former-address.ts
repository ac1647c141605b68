import { fitsStoryAddress } from '../desk/schema/address.ts';
import type { Arrival, Found } from './arrival.ts';
import type { Register } from './register.ts';

/**
 * The address below the front page at which readers found a story until now, when it has the form of
 * this site's own and can lead from there to the story; nothing when it cannot, or need not.
 * @param path where the story lies, within the content folder
 */
export function formerAddress(
  { link, published }: Arrival,
  path: string,
  id: string,
  register: Register,
): Found | undefined {
  if (link === undefined || !URL.canParse(link)) return undefined;
  const { pathname: value, search, hash } = new URL(link);
  const address = register.addressOf(published?.value, path);
  // Without a day there is no telling whether the story moves at all.
  if (!fitsStoryAddress(value) || search || hash || address === undefined || value === address)
    return undefined;
  return register.isOfAnother(value, id) ? undefined : { value, how: 'taken', from: link };
}
