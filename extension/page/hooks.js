"use strict";

// Only the build for tests lists this file.
toonvast.hooks = true;
