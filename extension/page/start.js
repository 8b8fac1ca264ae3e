"use strict";

toonvast.begin = () => {
  /** @type {InstanceType<typeof toonvast.Watch> | null} */
  let watch = null;
  const stop = () => {
    watch?.stop();
    watch = null;
  };
  const line = new toonvast.Link({
    heard: (says) => {
      if (says.type !== "welcome") {
        watch?.heard(says);
        return;
      }
      toonvast.words = toonvast.WORDS[says.locale];
      const pack = toonvast.reading.choose(says.pack, says.candidates);
      if (says.paused || !pack) stop();
      else if (watch?.pack.id === pack.id) watch.again();
      else {
        stop();
        watch = new toonvast.Watch(line, pack);
      }
    },
    ended: stop,
  });
  void line.connect();
};

// A second injection into the same page finds the first at work.
if (!Object.hasOwn(toonvast, "begun")) {
  toonvast.begun = true;
  toonvast.begin();
}
