"""What the windows about sessions work with: tests of `crmo_desktop.gui.dialogs.session_tools`."""

from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.theme import Look
from crmo_desktop.services.reading import ReadingService
from tests.gui.session_samples import tools_of


def test_the_plans_of_the_workshop_guide_can_be_put_in(
    reading: ReadingService, look: Look, icons: IconShelf
) -> None:
    tools = tools_of(reading, look, icons)
    plans = tools.agendas()

    assert sorted(plan.minutes for plan in plans) == [20, 20, 45, 45, 90, 90]
    for plan in plans:
        assert plan.parts
        assert all(tools.parts.called(part, plan.audience) for part in plan.parts)
        assert sum(part.minutes or 0 for part in plan.parts) == plan.minutes
