"""Campaigns: many whole games, played to see whether the crisis holds up as a game."""
