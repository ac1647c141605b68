import type { Figure } from '../desk/schema/figure.ts';

/** What a picture is, said before its credit to those who cannot see it. */
export function kindOf({ credit }: Figure): 'Illustration' | 'Photograph' {
  return /^(drawing|illustration|graphic|map)\b/i.test(credit) ? 'Illustration' : 'Photograph';
}
