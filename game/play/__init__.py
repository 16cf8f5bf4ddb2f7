"""Play: a playthrough and what keeps it safe. The only mutable thing in the game is the list of choices made."""
