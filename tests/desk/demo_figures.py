"""Invented figures and moves for the demo desk."""

from __future__ import annotations

from game.desk.theme import BAD, GOLD, GOOD, INK_QUIET, MAUVE, SKY

GAUGES = [
    ("unity", "Alliance unity", 46, "holding", -2, "good", (30, 60), SKY),
    ("credibility", "Credibility", 38, "in doubt", 3, "good", (25, 50, 75), SKY),
    ("cost", "Cost in law", 15, "on paper", 0, "good", (40, 70), SKY),
    ("brace", "Readiness", 22, "scrambling", 7, "good", (35, 65), GOLD),
    ("kyiv", "Kyiv's trust", 52, "wary", 1, "good", (35, 60), GOLD),
    ("thread", "Thread of talks", 1, "thin", 0, "good", (3,), GOOD),
    ("gas", "Gas in storage", 47, "low for the season", -4, "good", (30, 55), MAUVE),
    ("home", "Support at home", 55, "patient", 0, "good", (40,), MAUVE),
    ("risk", "Risk of escalation", 68, "tense", 6, "bad", (50, 80), BAD),
]

MOVES = [
    ("call", "phone", "Call the Kremlin", "An hour, and a record of who rang first", ("", "1", ""), SKY),
    ("visit", "plane", "Travel to Moscow", "Your minister, the long table, five cameras", ("1", "3", ""), SKY),
    ("round", "users", "A round of partners", "Nine capitals before Friday", ("", "2", "1"), SKY),
    ("law", "gavel", "Write the cost into law", "Binding if troops cross, and only then", ("3", "2", "2"), BAD),
    ("threat", "megaphone", "Warn in public", "Two warnings can stand open at most", ("", "1", ""), BAD),
    ("plan", "shield", "Plan for the worst case", "Embassies, convoys, the first 48 hours", ("1", "2", ""), GOOD),
    ("arms", "shield-half", "Send defensive arms", "Kyiv asks for them by name", ("2", "1", ""), GOOD),
    ("gas-plan", "flame", "A winter gas plan", "Tankers, storage, one telephone list", ("2", "2", ""), GOLD),
    ("disclose", "eye", "Disclose what you know", "Three sources can be spent, none regained", ("1", "1", ""), GOLD),
    ("silence", "hourglass", "Let a week pass", "Silence is read as well", ("", "", ""), INK_QUIET),
]  # fmt: skip


MEASURED = ["DEU", "FRA", "ITA", "POL", "ESP", "FIN", "LTU", "LVA", "EST", "AUT", "HUN", "ROU", "CZE"]  # fmt: skip
