"""Figures: how fast and how large, measured on request, never asserted."""
