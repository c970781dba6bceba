from tests.ui.every_window import *
from tests.ui.auditing import *
def test_c(stage,qapp):
    w=stage.meeting.telling_access(); w.activateWindow(); c=w.access.rows["A lip speaker at the front"][0]
    prev=[x for x in stops(w)]; i=prev.index(c); prev[i-1].setFocus(Qt.FocusReason.TabFocusReason); settle()
    for _ in range(3):
        h=w.focusWidget(); print(told(h), h.geometry(), h.visibleRegion().boundingRect(), [(type(a).__name__,a.viewport().height(), a.verticalScrollBar().value(), a.widget().height()) for a in areas_around(h)], is_in_sight(h))
        QTest.keyClick(h,TAB); QApplication.processEvents(); settle()
