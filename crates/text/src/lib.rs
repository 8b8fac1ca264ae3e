//! Text as the engine reads it: words, sentences, language, emoji, weighted length.
