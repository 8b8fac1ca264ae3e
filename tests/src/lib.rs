//! The stage, the browser driver and the stories told end to end.
