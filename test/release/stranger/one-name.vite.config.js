import { defineConfig } from 'vite';

export default defineConfig({
  build: { lib: { entry: 'one-name.js', formats: ['es'], fileName: 'one-name' }, outDir: 'dist-one-name' },
});
