"""Lint: what a scenario says that can hardly be meant, though every file of it is well formed."""
