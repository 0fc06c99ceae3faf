from crmo_desktop.gui.main_window import MainWindow


def test_a_desk_is_of_the_window_whose_actions_it_has(window: MainWindow) -> None:
    desk = window._desk()

    assert desk.window is window
    assert desk.table["settings"].parent() is desk.table
    assert desk.stack is window.pages
    assert desk.make_drawer() is desk.make_drawer()
    desk.say("Done")
    assert window.status.said() == "Done"
