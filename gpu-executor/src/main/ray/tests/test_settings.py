"""What the variables mean."""

from pathlib import Path

import pytest

from witan_ray.settings import Settings

LEAST = {"WITAN_RAY_ENDPOINT": "http://m:8000/v1/", "WITAN_RAY_TOKEN_FILE": "/tokens/turns"}


def test_little_has_to_be_said() -> None:
    assert Settings.of(LEAST) == Settings(endpoint="http://m:8000/v1", token_file="/tokens/turns")


def test_all_can_be_said() -> None:
    settings = Settings.of(
        {
            **LEAST,
            "WITAN_RAY_ENDPOINTS": "http://a/v1/, http://b,",
            "WITAN_RAY_SLOTS": "3",
            "WITAN_RAY_QUEUE": "0",
            "WITAN_RAY_WORKERS": "4",
            "WITAN_RAY_REPLICAS": "5",
            "WITAN_RAY_KEEP_SECONDS": "6",
            "WITAN_RAY_ALONE": "1",
        }
    )

    assert settings.endpoints == {"http://a/v1", "http://b/v1"}
    sizes = (settings.slots, settings.queue, settings.workers, settings.replicas, settings.keep_seconds)
    assert sizes == (3, 0, 4, 5, 6)
    assert settings.alone


@pytest.mark.parametrize(
    ("name", "text", "least"),
    [("SLOTS", "-1", 0), ("QUEUE", "many", 0), ("WORKERS", "0", 1), ("REPLICAS", "0.5", 1), ("KEEP_SECONDS", "0", 1)],
)
def test_what_is_no_number_is_named(name: str, text: str, least: int) -> None:
    with pytest.raises(ValueError, match=f'WITAN_RAY_{name} is "{text}", a whole number from {least}'):
        Settings.of({**LEAST, f"WITAN_RAY_{name}": text})


@pytest.mark.parametrize("name", list(LEAST))
def test_what_is_missing_is_named(name: str) -> None:
    with pytest.raises(ValueError, match=f"{name} is not set"):
        Settings.of({**LEAST, name: " "})


def test_a_turn_may_name_a_server_that_the_cluster_was_told_of() -> None:
    settings = Settings.of({**LEAST, "WITAN_RAY_ENDPOINTS": "http://a/v1"})

    assert settings.endpoint_for(None) == "http://m:8000/v1"
    assert settings.endpoint_for("http://m:8000/v1/") == "http://m:8000/v1"
    assert settings.endpoint_for("http://a/v1/") == "http://a/v1"
    assert settings.endpoint_for("http://a") == "http://a/v1"
    with pytest.raises(ValueError, match=r'endpoint is "http://b/v1".*one of http://a/v1, http://m:8000/v1'):
        settings.endpoint_for("http://b/v1")


def test_the_token_is_what_the_file_holds(tmp_path: Path) -> None:
    file = tmp_path / "token"
    file.write_text("secret\n", encoding="utf-8")
    settings = Settings(endpoint="http://m/v1", token_file=str(file))
    assert settings.token() == "secret"

    file.write_text(" \n", encoding="utf-8")

    with pytest.raises(ValueError, match="is empty, a token is needed"):
        settings.token()
