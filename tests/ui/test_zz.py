from tests.ui.every_window import *
from tests.ui.auditing import *
import json,os
@pytest.mark.parametrize("name", list(WINDOWS))
def test_a(stage,name):
    w=WINDOWS[name](stage)
    out={}
    for f in (nameless,told_as_nothing,told_wrongly,out_of_order,cut_off,overlapping,shortened,beside_the_screen,pale,trapped):
        if os.environ.get("ONLY") and f.__name__ not in os.environ["ONLY"]: continue
        try: r=f(w)
        except Exception as e: r=[repr(e)]
        if r: out[f.__name__]=r
    with open("/tmp/audit.jsonl","a") as fh: fh.write(json.dumps({"name":name,**out},ensure_ascii=False)+"\n")
