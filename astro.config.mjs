import { defineConfig } from 'astro/config';
import { newsroom } from './src/integration/newsroom.ts';

export default defineConfig({ integrations: [newsroom()] });
