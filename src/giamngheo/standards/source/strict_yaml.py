"""YAML in which nothing is said twice: of two values under one key, a plain reader would silently take the last."""

from __future__ import annotations

from typing import Any


def load(text: str) -> Any:
    """What the text says; raises ValueError for what is no YAML, a key that stands twice, a day that does not exist."""
    import yaml

    class Loader(yaml.SafeLoader):
        """The safe loader, refusing keys that stand twice."""

        def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
            keys = [self.construct_object(key, deep=True) for key, _ in node.value]
            twice = sorted({str(key) for key in keys if keys.count(key) > 1})
            if twice:
                raise ValueError(f"line {node.start_mark.line + 1}: {', '.join(twice)} stands twice")
            return dict(super().construct_mapping(node, deep))

    try:
        return yaml.load(text, Loader)  # noqa: S506 - it is the safe loader
    except yaml.YAMLError as error:
        raise ValueError(str(error)) from error
