from crmo_desktop.export.words import ExportWords


def test_a_red_flag_is_called_otherwise_for_families() -> None:
    words = ExportWords()

    assert words.call_out("red-flag", families=True) == "Get help fast"
    assert words.call_out("red-flag", families=False) == "Red flag"


def test_a_call_out_that_is_not_known_is_what_is_not_known() -> None:
    assert ExportWords().call_out("new-kind", families=True) == "Not known"
