"""The tests of The Long Table; see tests/README.md."""
