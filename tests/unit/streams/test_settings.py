"""Settings from the environment, and back into a child's."""

from pathlib import Path

import pytest

from figurewatch.streams.settings import SettingsError, from_environment, to_environment


def test_defaults_are_for_this_machine_alone() -> None:
    settings = from_environment({})
    assert settings.brokers == ("127.0.0.1:9092",)
    assert settings.web_host == "127.0.0.1"
    assert settings.topic("articles") == "news.articles"


def test_every_field_is_read_from_its_variable_and_the_command_line_wins() -> None:
    environment = {
        "FIGUREWATCH_BROKERS": "one:1, two:2",
        "FIGUREWATCH_PARTITIONS": "8",
        "FIGUREWATCH_DATA_DIR": "/data",
        "FIGUREWATCH_MODELS": "fr=some_model",
        "OTHER": "x",
    }
    settings = from_environment(environment, partitions=16, web_port=None)
    assert settings.brokers == ("one:1", "two:2")
    assert settings.partitions == 16
    assert settings.data_dir == Path("/data")
    assert settings.models == {"fr": "some_model"}


@pytest.mark.parametrize("models", ["none", "fr=a,en=b"])
def test_a_child_gets_the_same_settings(models: str) -> None:
    settings = from_environment({"FIGUREWATCH_MODELS": models, "FIGUREWATCH_BROKERS": "one:1,two:2"})
    assert from_environment(to_environment(settings)) == settings


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("FIGUREWATCH_WEB_PORT", "many"),
        ("FIGUREWATCH_BROKERS", "nowhere"),
        ("FIGUREWATCH_PARTITIONS", "0"),
        ("FIGUREWATCH_SECURITY_PROTOCOL", "TELEPATHY"),
    ],
)
def test_a_wrong_value_names_its_variable(variable: str, value: str) -> None:
    with pytest.raises(SettingsError, match=variable):
        from_environment({variable: value})


def test_a_password_comes_from_a_file_and_is_in_no_text_of_the_settings(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("open sesame\n")
    settings = from_environment(
        {
            "FIGUREWATCH_SECURITY_PROTOCOL": "SASL_PLAINTEXT",
            "FIGUREWATCH_SASL_USER": "ali",
            "FIGUREWATCH_SASL_PASSWORD_FILE": str(tmp_path / "secret"),
        }
    )
    assert settings.client()["sasl_plain_password"] == "open sesame"
    assert "sesame" not in repr(settings)
    assert "sesame" not in str(to_environment(settings))


def test_a_missing_password_file_is_said() -> None:
    settings = from_environment({"FIGUREWATCH_SASL_PASSWORD_FILE": "/does/not/exist"})
    with pytest.raises(SettingsError, match="SASL_PASSWORD_FILE"):
        settings.password()
