"use strict";

// Only the build for tests lists this file.
toonvast.hooks = true;

/** What was read on this page, once. @type {string | null} */
toonvast.readOnce = null;

// `cargo xtask read` asks for the posts of this page; the answer crosses the worlds as a string.
addEventListener("toonvast-read", () => {
  const answer = () => dispatchEvent(new CustomEvent("toonvast-posts", { detail: toonvast.readOnce }));
  if (toonvast.readOnce !== null) {
    answer();
    return;
  }
  const line = new toonvast.Link({
    heard: (says) => {
      if (says.type !== "welcome") return;
      const pack = toonvast.reading.choose(says.pack, says.candidates);
      const posts = pack ? toonvast.readAll(pack, document) : [];
      toonvast.readOnce = JSON.stringify({ pack: pack?.id ?? null, posts });
      answer();
    },
    ended: () => {},
  });
  void line.connect();
});
