"""Terminal: the same game as plain text, for a pipe, a screen reader, or a machine without a display."""
