import type { APIRoute } from 'astro';
import type { Story } from '../../../../../edition/model.ts';
import { isPreview } from '../../../../../site/preview.ts';
import { getSite } from '../../../../../site/site.ts';

/** Every story as Markdown next to its page in a preview; a build writes it together with the page. */
export async function getStaticPaths() {
  if (!isPreview()) return [];
  const { addresses, stories } = await getSite();
  return stories.map((story) => {
    const [year, month, day, slug] = story.address.slice(addresses.home.length).split('/');
    return { params: { year, month, day, slug }, props: { story } };
  });
}

export const GET: APIRoute<{ story: Story }> = async ({ props: { story } }) =>
  new Response(await (await getSite()).markdownOf(story));
