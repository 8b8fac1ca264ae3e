"use strict";

/** The few fixed words we draw; every sentence about a post or draft comes from the engine. */
toonvast.WORDS = {
  nl: {
    claim: "Claim",
    score: "score",
    showScore: "toon score",
    hideScore: "verberg score",
    setRight: "rechtgezet",
    enter: "Enter zet recht",
    corrected: "Rechtgezet.",
    undo: "Ongedaan maken",
    pending: "nog niet verzonden",
    lost: "Geen verbinding met Toonvast. Probeer het zo nog eens.",
    apply: "Pas toe",
    override: "Toch zo laten",
    reason: "Waarom mag dit zo blijven?",
    confirm: "Vastleggen",
    overridden: "Toch zo gelaten",
    insert: "Gebruik",
    suggestions: "Suggesties",
    copied: "Invoegen lukte niet. De tekst staat op het klembord: plak hem zelf.",
    failed: "Invoegen lukte niet. Neem de tekst zelf over.",
    severity: { hint: "tip", warn: "let op", block: "niet zo" },
  },
  en: {
    claim: "Claim",
    score: "score",
    showScore: "show score",
    hideScore: "hide score",
    setRight: "set right",
    enter: "Enter sets right",
    corrected: "Set right.",
    undo: "Undo",
    pending: "not sent yet",
    lost: "No connection with Toonvast. Try again in a moment.",
    apply: "Apply",
    override: "Keep it",
    reason: "Why may this stay as it is?",
    confirm: "Record",
    overridden: "Kept as it is",
    insert: "Use",
    suggestions: "Suggestions",
    copied: "It could not be inserted. The text is on the clipboard: paste it yourself.",
    failed: "It could not be inserted. Copy the text yourself.",
    severity: { hint: "tip", warn: "mind", block: "not like this" },
  },
};

/** The words of the agent's language; the engine's home says which. */
toonvast.words = toonvast.WORDS.nl;
