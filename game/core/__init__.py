"""Core: the rules of the game, pure and readable; it imports the standard library only and knows nobody."""
