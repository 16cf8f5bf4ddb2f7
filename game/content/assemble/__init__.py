"""Assemble: the records of each section made into the records of the core."""
