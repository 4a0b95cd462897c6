"""The shared engine and the domain. Knows no Qt, no SQL, no files, no clock, no locale."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from citeria_core.dataset import Dataset
    from citeria_core.engine import Engine
    from citeria_core.recipe import Recipe
    from citeria_core.uncertainty import robustness

__all__ = ["Dataset", "Engine", "Recipe", "robustness"]

_HOMES = {"Dataset": "dataset", "Engine": "engine", "Recipe": "recipe", "robustness": "uncertainty"}


def __getattr__(name: str) -> Any:
    """The Python contract, imported when asked for: a layer that needs only the nouns does not pay for NumPy."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
