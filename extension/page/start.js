"use strict";

/** How often and how long after one another an empty page is looked at again for a pack; ms. */
toonvast.LATER = [1000, 3000, 8000];

toonvast.begin = () => {
  /** @type {InstanceType<typeof toonvast.Watch> | null} */
  let watch = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let later;
  const stop = () => {
    clearTimeout(later);
    watch?.stop();
    watch = null;
  };
  /**
   * @param {Extract<HostSays, { type: "welcome" }>} welcome
   * @param {number} time How many times it was tried; a page may be built only after it loaded.
   */
  const welcomed = (welcome, time = 0) => {
    toonvast.words = toonvast.WORDS[welcome.locale];
    toonvast.fields = welcome.fields;
    const pack = toonvast.reading.choose(welcome.pack, welcome.candidates);
    if (pack && !welcome.paused && watch?.pack.id === pack.id) {
      watch.again();
      return;
    }
    stop();
    if (welcome.paused) return;
    if (pack) watch = new toonvast.Watch(line, pack);
    else if (time < toonvast.LATER.length) {
      later = setTimeout(() => welcomed(welcome, time + 1), toonvast.LATER[time]);
    }
  };
  const line = new toonvast.Link({
    heard: (says) => (says.type === "welcome" ? welcomed(says) : watch?.heard(says)),
    ended: stop,
  });
  void line.connect();
};

// A second injection into the same page finds the first at work.
if (!Object.hasOwn(toonvast, "begun")) {
  toonvast.begun = true;
  toonvast.begin();
}
