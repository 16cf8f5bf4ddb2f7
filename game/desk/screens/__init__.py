"""Screens: one screen of the game a file. They know the view of a seat, never a raw state."""
