"""Tests of a play in progress and of its saves."""
