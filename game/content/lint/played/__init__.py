"""Played: lints of what shows only when a scenario is played many times."""
