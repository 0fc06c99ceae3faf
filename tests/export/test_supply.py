from crmo_desktop.export.supply import Supply
from crmo_desktop.services.reading import ReadingService


def test_drawings_can_be_left_out(reading: ReadingService) -> None:
    supply = Supply(reading.edition, reading.page, reading.figure, reading.term, reading.picture)

    assert supply.draw is None
