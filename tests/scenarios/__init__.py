"""Scenarios that only tests play."""
