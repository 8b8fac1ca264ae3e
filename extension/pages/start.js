// Starts the screens on a page of the extension.
import init from "../workbench/workbench.js";

await init({ module_or_path: new URL("../workbench/workbench_bg.wasm", import.meta.url) });
