from tests.ui.every_window import *
from tests.ui.auditing import *
from ui.widgets.style import dress
def test_a(stage):
    w=stage.meeting.telling_access(); print()
    c=w.access.rows["A lip speaker at the front"][0]
    w.top.report.setFocus(); settle(); c.setFocus(); settle()
    print(c.size(), c.visibleRegion().boundingRect(), [ (type(a).__name__, a.viewport().height()) for a in areas_around(c)], c.mapTo(w.access,QPoint(0,0)), w.access.size())
def test_b(stage,qapp):
    dress(qapp,2.0); w=stage.meeting.paused(); print(w.size(), w.minimumSizeHint(), w.top.minimumSizeHint(), w.top.size()); w.grab().save('/tmp/top2.png'); dress(qapp,1.0); settle(); w.grab().save('/tmp/top1.png')
def test_c(stage):
    w=WINDOWS["tool: A vote for one person"](stage); print([ (told(x), x.text() if hasattr(x,'text') else '', x.parentWidget()) for x in stops(w)]); print(trapped(w))
