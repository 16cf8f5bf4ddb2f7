"""The Long Table: a diplomatic crisis game. Nothing heavy may be imported here."""

__version__ = "0.1.0"
