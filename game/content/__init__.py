"""Content: YAML written by authors, checked and compiled to a Scenario of the core."""
