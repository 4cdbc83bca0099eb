"""What a general mutation tool, and operators of our own, would change in a function.

The tool is mutmut, because its operators reach what array code is made of (arguments left out,
keys, = for +=), where others mostly exchange operators, and because new versions come often.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, partial

import array_operators
import libcst as cst
from mutmut.mutation.file_mutation import Mutation, MutationVisitor
from mutmut.mutation.mutators import mutation_operators
from mutmut.mutation.pragma_handling import IgnoredCode


@dataclass(frozen=True)
class Change:
    """One thing that an operator does to a function."""

    operator: str
    ours: bool
    module: cst.Module
    made: Mutation

    def write(self) -> str:
        """Give the source of the changed function."""
        return self.module.deep_replace(self.made.original_node, self.made.mutated_node).code


@cache
def changes(source: str) -> list[Change]:
    """List what all operators do to a function, the general tool's first."""
    wrapper = cst.MetadataWrapper(cst.parse_module(source))
    own = array_operators.operators(wrapper.module)
    found = []
    for ours, operators in ((False, mutation_operators), (True, own)):
        names: list[str] = []
        noted = [(kind, partial(note, names, operator)) for kind, operator in operators]
        visitor = MutationVisitor(noted, IgnoredCode(set(), set(), set()))
        wrapper.visit(visitor)
        for name, made in zip(names, visitor.mutations, strict=True):
            found.append(Change(name, ours, wrapper.module, made))
    return found


def note(
    names: list[str], operator: Callable[..., Iterable[cst.CSTNode]], node: cst.CSTNode
) -> Iterator[cst.CSTNode]:
    """Do what an operator does, and write its name down for each change."""
    for changed in operator(node):
        names.append(operator.__name__.removeprefix("operator_").replace("_", " "))
        yield changed
