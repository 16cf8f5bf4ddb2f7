"""CE-only calls: both editions of pygame are told apart, and what is missing has a plain stand-in."""

from __future__ import annotations

import importlib
import sys
import types

import pygame
import pytest

from game.desk import ce


def test_pygame_ce_is_in_order() -> None:
    assert ce.is_ce()
    assert ce.pygame_fault() is None
    assert ce.pygame_warning() is None


def test_an_empty_pygame_is_explained_with_the_repair(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pygame", types.ModuleType("pygame"))
    fault = ce.pygame_fault()
    assert fault is not None
    assert ce.REPAIR in fault


def test_a_missing_pygame_is_explained(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> types.ModuleType:
        raise ImportError(f"No module named {name!r}")

    monkeypatch.setattr(importlib, "import_module", missing)
    assert "No module named 'pygame'" in str(ce.pygame_fault())


def test_upstream_pygame_runs_with_a_warning(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pygame, "IS_CE", 0)
    assert ce.pygame_fault() is None
    assert ce.REPAIR in str(ce.pygame_warning())


def test_circle_and_blur_have_stand_ins(monkeypatch: pytest.MonkeyPatch) -> None:
    for edition in ("ce", "upstream"):
        if edition == "upstream":
            monkeypatch.delattr(pygame.draw, "aacircle")
            monkeypatch.delattr(pygame.transform, "gaussian_blur")
        surface = pygame.Surface((40, 40))
        ce.circle(surface, (255, 0, 0), (20, 20), 10)
        assert surface.get_at((20, 20))[:3] == (255, 0, 0)
        assert surface.get_at((2, 2))[:3] == (0, 0, 0)
        blurred = ce.blur(surface, 4)
        assert blurred.get_size() == (40, 40)
        assert 0 < blurred.get_at((20, 30))[0] < 255
