// Starts the screens; the page's policy forbids scripts inside the page itself.
import init from "/workbench.js";

await init({ module_or_path: "/workbench_bg.wasm" });
