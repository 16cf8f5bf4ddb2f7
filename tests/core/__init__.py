"""Tests of the core: its laws, its arithmetic, its systems."""
