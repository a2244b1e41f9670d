import { copyFileSync } from "node:fs";
import { join } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const root = import.meta.dirname;
const served = join(root, "dist");

// Browsers that know `light-dark()`: what is made of it for older ones doesn't know Mantine's schemes.
export default defineConfig({
	root,
	base: "/admin/",
	plugins: [
		react(),
		{
			// Speaks of the whole folder that is served, so it stands at its top.
			name: "headers",
			writeBundle: () => copyFileSync(join(root, "_headers"), join(served, "_headers")),
		},
	],
	build: {
		outDir: join(served, "admin"),
		emptyOutDir: true,
		target: "es2023",
		cssTarget: ["chrome123", "firefox120", "safari17.5"],
	},
	server: { proxy: { "/api": "http://127.0.0.1:8787" } },
});
