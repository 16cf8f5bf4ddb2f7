"""The desktop game: the only place for pygame."""
