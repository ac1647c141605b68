import { fileURLToPath } from 'node:url';
import type { AstroIntegration, AstroIntegrationLogger } from 'astro';
import { contentFolder } from '../desk/desk.ts';
import { setProjectFolder } from '../files/project.ts';
import { buildContext } from '../site/build-context.ts';
import { fileChanged, readAgain, theEdition } from '../site/news.ts';
import { astroConfig, folderUrl } from './astro-config.ts';
import type { SiteBuild } from './build.ts';
import type { Server } from './dev.ts';
import { readOptions, type Options } from './options.ts';
import { asRefusal, isRefusal } from './refusal.ts';

/**
 * Makes Astro build, serve and check the newsroom’s site: reads the content, plans what has to be rendered,
 * and puts the finished site in its place. What one command alone needs is imported for that one.
 * @param options see options.ts; they are checked when Astro starts
 */
export function newsroom(options: Options = {}): AstroIntegration {
  let build: SiteBuild;
  let server: Server;
  return {
    name: 'newsroom',
    hooks: {
      'astro:config:setup': ({ command, config, updateConfig, logger }) =>
        orRefuse(logger, async () => {
          const { record, csp } = readOptions(options);
          setProjectFolder(fileURLToPath(config.root));
          clearEnvironment(command);
          buildContext.command = command;
          buildContext.newsroom = { contentFolder, theEdition, readAgain, fileChanged };
          updateConfig(astroConfig());
          if (command === 'dev') buildContext.newsroom.report = (await import('./dev.ts')).report;
          if (command !== 'build') return;
          const { startBuild } = await import('./build.ts');
          const folder = fileURLToPath(config.outDir);
          const isTold = ['debug', 'info'].includes(logger.options.level);
          build = await startBuild({ folder, record, csp, isTold });
          const { planned } = build;
          buildContext.newsroom.theEdition = () =>
            planned.then(
              ({ edition }) => edition,
              (error) => {
                throw asRefusal(error);
              },
            );
          updateConfig({ outDir: folderUrl(build.made) });
        }),
      'astro:server:setup': async (given) => {
        server = given.server;
        (await import('./dev.ts')).setUpServer(server);
      },
      'astro:server:start': async () => (await import('./dev.ts')).leadOnFirst(server),
      'astro:build:start': async ({ setPrerenderer }) => {
        const { renderFor } = await import('./render.ts');
        setPrerenderer((astros) => renderFor(build, astros));
      },
      'astro:build:done': ({ logger }) =>
        orRefuse(logger, async () => (await import('./finish.ts')).finishBuild(build)),
    },
  };
}

/** What is in the environment by chance must not change a site: Vite and Astro would take these for theirs. */
function clearEnvironment(command: string): void {
  for (const name of ['DEV', 'PROD', 'SSR', 'MODE', 'SITE', 'BASE_URL', 'VITEST'])
    delete process.env[name];
  process.env.NODE_ENV = command === 'dev' ? 'development' : 'production';
}

async function orRefuse(logger: AstroIntegrationLogger, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    // Astro 7.3.5 says of whatever a hook throws that it was not handled; a refusal says itself what to do.
    if (isRefusal(error)) logger.error = () => {};
    throw asRefusal(error);
  }
}
