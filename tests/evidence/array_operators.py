"""Mutations that array code invites and general tools lack, in the form of mutmut's operators.

An operator takes a node of the syntax tree and gives what could stand in its place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import libcst as cst
from libcst import matchers as m

Operator = tuple[type[cst.CSTNode], Callable[..., Iterator[cst.CSTNode]]]

ARITHMETIC = (cst.Add, cst.Subtract, cst.Multiply, cst.Divide, cst.MatrixMultiply, cst.Power)
EQUALITY = (cst.Equal, cst.NotEqual)
ORDER = (cst.LessThan, cst.LessThanEqual, cst.GreaterThan, cst.GreaterThanEqual)
COMPARISONS = EQUALITY + ORDER
FUNCTIONS = ("sigmoid", "softmax", "np.tanh", "np.exp")


def operators(module: cst.Module) -> list[Operator]:
    """Give the operators for one function; two put another of its names or keys in a place."""
    stores = m.findall(module, m.AssignTarget() | m.For() | m.CompFor())
    bound = [name for node in stores for name in names_in(node.target)]
    names = {name.value for name in bound}
    names |= {param.name.value for param in m.findall(module, m.Param())}
    texts = {node.value for node in m.findall(module, m.SimpleString())}
    keys = {text for text in texts if not text.startswith('"""')}

    def another_name(node: cst.Name) -> Iterator[cst.Name]:
        if node.value in names and node not in bound:
            yield from (node.with_changes(value=name) for name in sorted(names - {node.value}))

    def another_key(node: cst.SimpleString) -> Iterator[cst.SimpleString]:
        if node.value in keys:
            yield from (node.with_changes(value=key) for key in sorted(keys - {node.value}))

    return [*GENERAL, (cst.Name, another_name), (cst.SimpleString, another_key)]


def names_in(target: cst.CSTNode) -> Sequence[cst.Name]:
    """List the names that a target binds: none where it fills a place in an array."""
    if isinstance(target, cst.Subscript):
        return []
    return m.findall(target, m.Name())


def another_operator(node: cst.BinaryOperation) -> Iterator[cst.BinaryOperation]:
    for kind in ARITHMETIC:
        if isinstance(node.operator, ARITHMETIC) and not isinstance(node.operator, kind):
            yield node.with_changes(operator=kind())


def another_comparison(node: cst.ComparisonTarget) -> Iterator[cst.ComparisonTarget]:
    for kind in COMPARISONS:
        if isinstance(node.operator, COMPARISONS) and not isinstance(node.operator, kind):
            yield node.with_changes(operator=kind())


def another_function(node: cst.Call) -> Iterator[cst.Call]:
    for function in FUNCTIONS:
        if text(node.func) in FUNCTIONS and text(node.func) != function:
            yield node.with_changes(func=cst.parse_expression(function))


def operands_exchanged(node: cst.BinaryOperation) -> Iterator[cst.BinaryOperation]:
    if not isinstance(node.operator, cst.Add | cst.Multiply):
        yield node.with_changes(left=bracketed(node.right), right=bracketed(node.left))


def operand_left_out(node: cst.BinaryOperation) -> Iterator[cst.BaseExpression]:
    yield bracketed(node.left)
    yield bracketed(node.right)


def call_left_out(node: cst.Call) -> Iterator[cst.BaseExpression]:
    if isinstance(node.func, cst.Attribute) and text(node.func.value) != "np":
        yield node.func.value
    elif node.args:
        yield bracketed(node.args[0].value)


def transpose_left_out(node: cst.Attribute) -> Iterator[cst.BaseExpression]:
    if node.attr.value == "T":
        yield node.value


def transpose_put_in(node: cst.BinaryOperation) -> Iterator[cst.BinaryOperation]:
    if isinstance(node.operator, cst.MatrixMultiply):
        for side in ("left", "right"):
            turned = cst.Attribute(bracketed(getattr(node, side)), cst.Name("T"))
            yield node.with_changes(**{side: turned})


def other_axis(node: cst.Arg) -> Iterator[cst.Arg]:
    if node.keyword and node.keyword.value == "axis":
        yield node.with_changes(value=cst.Integer("0" if text(node.value) == "1" else "1"))


def one_less(node: cst.Integer) -> Iterator[cst.BaseExpression]:
    yield cst.parse_expression(f"({node.evaluated_value - 1})")


def index_moved(node: cst.Index) -> Iterator[cst.Index]:
    if isinstance(node.value, cst.Name):
        yield from (node.with_changes(value=moved) for moved in beside(node.value))


def slice_end_moved(node: cst.Slice) -> Iterator[cst.Slice]:
    for end in ("lower", "upper"):
        if value := getattr(node, end):
            yield from (node.with_changes(**{end: moved}) for moved in beside(value))


def step_missed(node: cst.Call) -> Iterator[cst.BaseExpression]:
    if text(node.func) == "range" and len(node.args) == 1:
        yield cst.parse_expression(f"range(1, {text(node.args[0])})")
        yield cst.parse_expression(f"range({text(node.args[0])} - 1)")


def loop_never_entered(node: cst.For) -> Iterator[cst.For]:
    yield node.with_changes(iter=cst.Tuple([]))


def statement_deleted(node: cst.SimpleStatementLine) -> Iterator[cst.SimpleStatementLine]:
    yield node.with_changes(body=[cst.Pass()])


def neighbours_exchanged(node: cst.Call | cst.Tuple) -> Iterator[cst.Call | cst.Tuple]:
    """Exchange two arguments or entries that stand side by side, in a `return` too."""
    field = "args" if isinstance(node, cst.Call) else "elements"
    parts = getattr(node, field)
    for k in range(1, len(parts)):
        if not getattr(parts[k], "keyword", None):
            one, other = parts[k - 1], parts[k]
            pair = [one.with_changes(value=other.value), other.with_changes(value=one.value)]
            yield node.with_changes(**{field: [*parts[: k - 1], *pair, *parts[k + 1 :]]})


def beside(value: cst.BaseExpression) -> Iterator[cst.BaseExpression]:
    for sign in "+-":
        yield cst.parse_expression(f"{text(value)} {sign} 1")


def bracketed(node: cst.BaseExpression) -> cst.BaseExpression:
    if not isinstance(node, cst.BinaryOperation | cst.IfExp) or node.lpar:
        return node
    return node.with_changes(lpar=[cst.LeftParen()], rpar=[cst.RightParen()])


def text(node: cst.CSTNode) -> str:
    return cst.Module([]).code_for_node(node)


GENERAL: list[Operator] = [
    (cst.BinaryOperation, another_operator),
    (cst.ComparisonTarget, another_comparison),
    (cst.Call, another_function),
    (cst.BinaryOperation, operands_exchanged),
    (cst.BinaryOperation, operand_left_out),
    (cst.Call, call_left_out),
    (cst.Attribute, transpose_left_out),
    (cst.BinaryOperation, transpose_put_in),
    (cst.Arg, other_axis),
    (cst.Integer, one_less),
    (cst.Index, index_moved),
    (cst.Slice, slice_end_moved),
    (cst.Call, step_missed),
    (cst.For, loop_never_entered),
    (cst.SimpleStatementLine, statement_deleted),
    (cst.Call, neighbours_exchanged),
    (cst.Tuple, neighbours_exchanged),
]
