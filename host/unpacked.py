"""On a host, this is the text of `host/__init__.py`: all other modules are in one file beside it, because opening and checking a file
for each of them would take longer than most of them need to run."""

from __future__ import annotations

import builtins
import marshal
import os
import sys
from collections.abc import Mapping, Sequence
from types import CodeType, ModuleType
from typing import TYPE_CHECKING, Any, Callable

if TYPE_CHECKING:
    from importlib.machinery import ModuleSpec

FILE = "modules"
SPEC: Callable[..., Any] = type(sys.modules["sys"].__spec__)
"""`ModuleSpec`; importing it from its module takes a millisecond."""


class Modules:
    """Finds and loads the modules in a folder's file: each with its path, its text and its marshalled code, for the Python `tag`. Any
    other Python compiles the texts."""

    def __init__(self, folder: str, tag: str, modules: Mapping[str, tuple[str, str, bytes]]) -> None:
        self._folder = folder
        self._is_compiled = tag == sys.implementation.cache_tag
        self._modules = modules

    def find_spec(self, name: str, _path: Sequence[str] | None = None, _target: ModuleType | None = None) -> ModuleSpec | None:
        """https://docs.python.org/3/library/importlib.html#importlib.abc.MetaPathFinder"""
        if name not in self._modules:
            return None
        path = f"{self._folder}/{self._modules[name][0]}"
        spec: ModuleSpec = SPEC(name, self, origin=path, is_package=path.endswith("/__init__.py"))
        spec.has_location = True
        if spec.submodule_search_locations is not None:
            spec.submodule_search_locations.append(os.path.dirname(path))
        return spec

    def create_module(self, _spec: object) -> None:
        """Python creates the module."""

    def exec_module(self, module: ModuleType) -> None:
        """https://docs.python.org/3/library/importlib.html#importlib.abc.Loader"""
        builtins.exec(self._code(module.__name__), module.__dict__)

    def get_source(self, name: str) -> str:
        """For tracebacks."""
        return self._modules[name][1]

    def _code(self, name: str) -> CodeType:
        path, text, code = self._modules[name]
        found: CodeType = marshal.loads(code) if self._is_compiled else compile(text, f"{self._folder}/{path}", "exec")
        return found


def use(folder: str) -> None:
    """From here on, the modules in this folder's file can be imported."""
    with open(f"{folder}/{FILE}", "rb") as file:
        tag, modules = marshal.loads(file.read())
    sys.meta_path.insert(0, Modules(folder, tag, modules))
