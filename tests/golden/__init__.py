"""Golden playthroughs: whole games as readable text; `python -m tests.golden` writes them all anew."""
