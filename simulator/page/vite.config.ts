import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

// Relative base: the simulator serves the built page at "/", but it also works below any other path.
export default defineConfig({
	root: import.meta.dirname,
	base: "./",
	plugins: [react()],
	build: { outDir: "dist", emptyOutDir: true },
	server: { proxy: { "/control": "http://127.0.0.1:8788" } },
});
