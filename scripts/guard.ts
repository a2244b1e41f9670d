/** Ends a process group when whoever started it has ended, also by kill -9: then the pipe to it closes. */
const group = Number(process.argv[2]);

process.stdin.resume();
process.stdin.on("close", () => {
	try {
		process.kill(-group, "SIGKILL");
	} catch {
		// It has ended by itself.
	}
	process.exit(0);
});
