"""What a cluster of one machine finds in its environment."""

import pytest

from witan_ray.local import without_proxy


@pytest.mark.parametrize(
    ("variables", "value"),
    [
        ({}, "127.0.0.1,localhost"),
        ({"HTTP_PROXY": "http://proxy:3128", "NO_PROXY": ".intern"}, "127.0.0.1,localhost,.intern"),
        ({"no_proxy": "small", "NO_PROXY": "great"}, "127.0.0.1,localhost,small"),
    ],
)
def test_no_proxy_is_asked_for_this_machine(variables: dict[str, str], value: str) -> None:
    assert without_proxy(variables) == value
