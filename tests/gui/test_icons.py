import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage, QPixmap

from crmo_desktop.gui.icons import IconShelf, render_svg
from crmo_desktop.gui.theme import Look
from tests.gui.conftest import LookOf
from tests.gui.drawing.checks import RESOURCES

RED = QColor("#aa0011")
HALF_RED = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">'
    '<rect width="5" height="10" fill="#aa0011"/></svg>'
)


def inks(pixmap: QPixmap) -> set[str]:
    """The colours of all pixels that are fully drawn."""
    image = pixmap.toImage().convertToFormat(QImage.Format.Format_ARGB32)
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {pixel.name() for pixel in pixels if pixel.alpha() == 255}


def strongest(pixmap: QPixmap) -> int:
    image = pixmap.toImage().convertToFormat(QImage.Format.Format_ARGB32)
    return max(image.pixelColor(x, y).alpha() for x in range(image.width()) for y in range(image.height()))


def test_an_icon_is_drawn_in_the_colour_asked_for(icons: IconShelf) -> None:
    assert inks(icons.pixmap("home", "#aa0011", 48)) == {RED.name()}


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_an_icon_is_as_sharp_as_the_screen(icons: IconShelf, ratio: float) -> None:
    pixmap = icons.pixmap("home", "#aa0011", 20, ratio)

    assert pixmap.width() == pixmap.height() == 20 * ratio
    assert pixmap.deviceIndependentSize().width() == 20


def test_an_icon_is_drawn_once(icons: IconShelf) -> None:
    first = icons.pixmap("home", "#aa0011", 20)

    assert icons.pixmap("home", "#aa0011", 20).cacheKey() == first.cacheKey()
    assert icons.pixmap("home", "#aa0011", 21).cacheKey() != first.cacheKey()
    assert icons.pixmap("home", "#aa0012", 20).cacheKey() != first.cacheKey()


def test_an_icon_that_is_not_there_cannot_be_drawn(icons: IconShelf) -> None:
    with pytest.raises(OSError, match="no-such-icon"):
        icons.pixmap("no-such-icon", "#aa0011", 20)


def test_an_icon_can_be_had_as_it_is_written(icons: IconShelf) -> None:
    assert 'stroke="currentColor"' in icons.svg("home")
    with pytest.raises(OSError, match="unicorn"):
        icons.svg("unicorn")


def test_a_button_shows_what_it_is_by_its_colour(icons: IconShelf, look: Look) -> None:
    icon = icons.icon("home", look, "text", 40, on="accent", fades=True)

    assert inks(icon.pixmap(40, QIcon.Mode.Normal, QIcon.State.Off)) == {look.colour("text").name()}
    assert inks(icon.pixmap(40, QIcon.Mode.Normal, QIcon.State.On)) == {look.colour("accent").name()}
    assert 90 <= strongest(icon.pixmap(40, QIcon.Mode.Disabled)) <= 130, "faded to 45%"


def test_a_button_that_only_presses_has_one_colour(icons: IconShelf, look: Look) -> None:
    icon = icons.icon("home", look, "muted", 40)

    assert inks(icon.pixmap(40, QIcon.Mode.Normal, QIcon.State.On)) == {look.colour("muted").name()}


def test_an_icon_grows_with_the_windows_words(icons: IconShelf, look_of: LookOf) -> None:
    assert icons.icon("home", look_of("light", 200), size=20).availableSizes() == [QSize(40, 40)]


def test_a_drawing_fills_the_place_it_is_given() -> None:
    pixmap = render_svg(HALF_RED, 20, 10, 2.0)
    image = pixmap.toImage()

    assert (pixmap.width(), pixmap.height(), pixmap.devicePixelRatio()) == (40, 20, 2.0)
    assert image.pixelColor(5, 10) == RED
    assert image.pixelColor(35, 10).alpha() == 0


def test_a_drawing_has_at_least_one_pixel() -> None:
    pixmap = render_svg(HALF_RED, 0.1, 0.1, 1.0)

    assert (pixmap.width(), pixmap.height()) == (1, 1)


@pytest.mark.parametrize("mirrored", [False, True])
def test_an_icon_before_words_has_room_on_their_side(look: Look, mirrored: bool) -> None:
    shelf = IconShelf(RESOURCES / "icons", mirrored=mirrored)

    icon = shelf.icon("table", look, "text", 18, before_words=True, fades=True)
    size = shelf.size_before_words(look, 18)
    drawn = icon.pixmap(size, 1.0).toImage()

    assert (size.width(), size.height()) == (24, 18)
    ink = [x for x in range(24) for y in range(18) if drawn.pixelColor(x, y).alpha() > 60]
    assert (min(ink) >= 6) is mirrored
    assert (max(ink) < 18) is not mirrored
    faint = icon.pixmap(size, 1.0, QIcon.Mode.Disabled).toImage()
    assert max(faint.pixelColor(x, y).alpha() for x in range(24) for y in range(18)) < 200
