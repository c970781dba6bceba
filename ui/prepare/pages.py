"""Which pages the window has, in order; each is made when it is first wanted."""

from __future__ import annotations

from ui.prepare.afterwards_page import AfterwardsPage
from ui.prepare.details_page import DetailsPage
from ui.prepare.differences_page import DifferencesPage
from ui.prepare.duties_page import DutiesPage
from ui.prepare.evidence_page import EvidencePage
from ui.prepare.people_page import PeoplePage
from ui.prepare.prepare_page import PreparePage
from ui.prepare.promise_page import PromisePage
from ui.prepare.questions_page import QuestionsPage
from ui.prepare.run_sheet_page import RunSheetPage
from ui.prepare.safeguarding_page import SafeguardingPage

PAGES: tuple[type[PreparePage], ...] = (
    DetailsPage,
    PromisePage,
    RunSheetPage,
    QuestionsPage,
    EvidencePage,
    AfterwardsPage,
    PeoplePage,
    DutiesPage,
    SafeguardingPage,
    DifferencesPage,
)
