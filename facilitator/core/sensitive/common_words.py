"""Words that stand beside a number or a title without being a street or a name."""

from __future__ import annotations

_FUNCTION = """
a about above across after again against all almost alone along already also although always am among an and another
any anybody anyone anything anyway apart are around as asap ask asked asks at away back be because been before behind
being below beside besides best better between beyond both but by came can cannot cant cause come comes coming could
couldnt cos cud cut did didnt do does doesnt doing done dont down due during each early either else enough even ever
every everybody everyone everything except far few finally first for former from front full further gave get gets
getting give given gives go goes going gone got had half has hasnt have havent having he hed her here hers herself hes
him himself his how however i id if ill im in inside instead into is isnt it its itself ive just keep keeps kept know
known knows last late later least left less let like likely little look lot lots made make makes making many may maybe
me mean means might mine more most much must my myself near nearly need needed needs neither never new next no nobody
none nor not nothing now nowhere of off often oh ok old on once one ones only onto or other others our out over own
per perhaps plus pls please put quite rather re really right round said same saw say saying says see seeing seen seems
sent set several she shes should shouldnt shud since so some somebody someone something sometimes soon still stop
stopped such take taken takes taking tell telling tells than that thats the their them themselves then there theres
these they theyre this those though through thru til till to today told tomorrow tonight too took top toward towards
tried tries try trying twice under unless until untill up upon us use used uses using usually very via wait waiting
want wanted wants was wasnt way we well went were what whats when where which while who whole whos whose why will with
within without wont work worked working works would wouldnt wud yes yesterday yet you youre your yours
"""
_PLACES_AND_THINGS = """
access activity activities address advice agency aid ambulance answer app appointment appointments appt appts area
areas assembly assessment attention available bag bags band bank bed beds benches bereavement bill bills bin bins bit
block board boards book booked booking books booklet bowling break breaks bridge bridges broken budget building bus
buses busy cafe cafes calendar call called calling calls camera cameras car cards care carer carers cars cars case
cases centre centres chair chairs chance change changes charge charges cheap check checks chemist choice church class
classes cleaner clear clinic clinics closed closes club clubs coach coaches coffee college coming communication
community comes complaint connection consultant consultants contract cost costs council councillors count course
courses crossing crossings cut cuts cycle cyclist daily dark data day days deaf dear dementia dental dentist dentists
department diagnosed different digital dinner disabled discharge doctor doctors dog dogs door doors double drink drive
driver drivers driving drop dropped easier easy empty england english evening event events expensive extra face faces
facilities failing family families feel feeling feels fields fine fire fixed flat flats flooded flooding floor folk
folks follow food football form forms found free friday friendly fridge full funding fungus game garage gas good gp
gps great groceries ground group groups guide hall halls happy hard health hear heard hearing help helped helpful
helpline helps high hill holiday holidays home homes hospital hospitals hour hours house houses housing huge hub hubs
hospice important in information interpreter issue issues item items jobs keyworker kids kind kinds lack lady ladies
laptop large letter letters lessons library lift lifts light lights line lines link links list listen listened listens
litre litres live lives living local locum locums long lorries lost lottery loud lovely low lunch lunches main meal
meals medical medicine meds meet meeting meetings members men metre metres mile miles min minute minutes mins missed
missing mobility money month months morning mornings movement mth mths mum mums music named names neighbours news
newsletter nice night nights noise notes notice number numbers nurse nurses nursery office officer open opening opens
operation option options outreach paid pack pages parcels park parked parking parts passengers past patient patients
pavement pavements pay pence people person personal pet pharmacist pharmacies pharmacy phone phoned phones phonecalls
physio pints place places plan plans playing pockets points police pools poor posters posts potholes pounds power
practice practices prescription prescriptions price prices problem problems programme proper properly provision pub
public pubs quarter question questions queue queues quick quiet quid ramp ramps ran rang read ready really reason
receptionist receptionists referral referrals refused registered report residents respite response rest results rid
ring road roads room rooms round rounds rude run running runs rural safe saturday schedule scheme school schools
scores seats secretary section sections service services session sessions shed shelter shelters shift shifts shop
shopping shops short shut shuts side sides sign signs sister sisters site sites size slots slow small social space
spaces speak speaks special specialist specialists spoke staff stage stairs standing start started starts station
stations stays steps stone stones stopped stops stores street streets strong stroke students sunday support surgeries
surgery surgeons table tables talk talked talks taxi taxis team teams teaching tech tenants term test tests text thing
things thinks thought thursday time times toilet toilets told town towns train trained training trains transport
travel trees trips trolley tuesday turn turned turning twin types tyres unit units unhelpful unavailable understand
van vans vegetables vehicle village villages visit visits volunteer volunteers votes walk walks ward wards warden
wardens warm wales scotland ireland water wednesday week weekend weekends weekly weeks welsh wheelchair wheelchairs
widths windows winter wk wks wkend wkends woman women word words workers worse wrong wrote yards year years yoga young
yr yrs
"""
COMMON = frozenset(f"{_FUNCTION} {_PLACES_AND_THINGS}".split())
"""Everyday words of notes about health and care, in small letters."""
FUNCTION_WORDS = frozenset(_FUNCTION.split())
"""The words that hold any sentence together, in small letters."""

_COUNTED = """
hour hours hr hrs min mins minute minutes mph km kms mile miles metre metres m yard yards foot ft day days week weeks
wk wks month months mth mths year years yr yrs times x people folk shops potholes cars buses bus trains flats houses
homes steps stairs beds seats spaces places benches bins trees lights crossings schools pubs cafes chemists pharmacies
dentists gps surgeries stops of on in at to from for per out off am pm or and more new main big busy other different
empty closed lots way whole kids children adults residents pensioners carers families men women volunteers drivers
visitors st nd rd th percent pounds quid pence accidents falls deaths crashes parking walk-in
"""
COUNTED = frozenset(_COUNTED.split())
"""What a number counts, or what follows a number that is none of a house."""
