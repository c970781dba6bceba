"""Pages: a document as one HTML file that loads nothing and runs nothing."""

from __future__ import annotations

from functools import cache, partial
from itertools import count, takewhile

from jinja2 import Environment, StrictUndefined, Template
from markupsafe import Markup

from facilitator.document.chart import result_chart
from facilitator.document.content import BarChart, Block, Document, Own, Section, Words
from facilitator.document.html_text import as_html
from facilitator.document.lines import estimated_width
from facilitator.document.maker import HTML_MARK
from facilitator.document.style import page_style
from facilitator.document.svg import as_svg
from facilitator.document.visible import in_one_line
from facilitator.look import DAY
from facilitator.words.message import say
from facilitator.words.translator import Translator

CHART_WIDTH = 640.0
ROW_HEIGHT = 46.0
OPTION_SIZE = 17.0
SMALLEST_HEADING = 5

_PAGE = """<!doctype html>
<html lang="{{ language }}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy"
 content="default-src 'none'; style-src 'unsafe-inline'; font-src data:">
{{ mark_of_the_maker }}
<title>{{ title }}</title>
{% if author %}<meta name="author" content="{{ author }}">
{% endif %}<style>{{ style }}</style>
</head>
<body{% if look %} class="{{ look }}"{% endif %}>
{% if document.mark %}<header class="mark"><span>{{ html(document.mark) }}</span></header>
{% endif %}<main>
<h1>{{ html(document.title) }}</h1>
{% if not document.contents %}{{ blocks(document.blocks, 2) }}
{% else %}{{ blocks(opening, 2) }}<nav class="contents" aria-labelledby="contents">
<h2 id="contents">{{ html(contents) }}</h2>
<ul>
{% for part in parts %}<li><a href="#part-{{ loop.index }}">{{ html(part.heading) }}</a></li>
{% endfor %}</ul>
</nav>
{% for part in parts %}<section id="part-{{ loop.index }}">
<h2>{{ html(part.heading) }}</h2>
{{ blocks(part.blocks, 3) }}</section>
{% endfor %}{% endif %}</main>
</body>
</html>
"""

_BLOCKS = """
{%- macro paragraph(block) %}<p{% if block.tone != "plain" %} class="{{ block.tone }}"{% endif %}>
{{- html(block.words) }}</p>
{% endmacro %}
{%- macro bullets(block) %}<ul>
{% for item in block.items %}<li>{{ html(item) }}</li>
{% endfor %}</ul>
{% endmacro %}
{%- macro facts(block) %}<dl>
{% for fact in block.facts %}<dt>{{ html(fact.name) }}</dt><dd>{{ html(fact.words) }}</dd>
{% endfor %}</dl>
{% endmacro %}
{%- macro class(column) %}{% if column.numeric %} class="numeric"
{%- elif column.unbroken %} class="unbroken"{% endif %}{% endmacro %}
{%- macro table(block) %}{% set name = "table-%d" % (numbers | next) -%}
<div class="wide" role="group" aria-labelledby="{{ name }}" tabindex="0"><table>
<caption id="{{ name }}">{{ html(block.caption) }}</caption>
<thead><tr>{% for column in block.columns %}<th scope="col"{{ class(column) }}>{{ html(column.heading) }}</th>
{%- endfor %}</tr></thead>
<tbody>
{% for row in block.rows %}<tr>{% for cell in row %}
{%- if loop.first %}<th scope="row">{{ html(cell) }}</th>
{%- else %}<td{{ class(block.columns[loop.index0]) }}>{{ html(cell) }}</td>{% endif %}
{%- endfor %}</tr>
{% endfor %}</tbody>
</table></div>
{% if block.foot %}<p class="quiet foot">{{ html(block.foot) }}</p>
{% endif %}{% endmacro %}
{%- macro barchart(block) %}<figure class="chart" tabindex="0">{{ chart(block) }}</figure>
{% endmacro %}
{%- macro notelist(block) %}<ul class="notes">
{% for note in block.notes %}<li>{% if note.about %}<span class="about">{{ html(note.about) }}</span>{% endif %}
{{- html(note.words) }}</li>
{% endfor %}</ul>
{% endmacro %}
{%- macro quotation(block) %}<figure class="quotation"><blockquote>{{ html(block.words) }}</blockquote>
<figcaption>{{ html(block.whose) }}</figcaption></figure>
{% endmacro %}
{%- macro section(block, level) %}<section>
<h{{ level }}>{{ html(block.heading) }}</h{{ level }}>
{{ blocks(block.blocks, [level + 1, smallest] | min) }}</section>
{% endmacro %}
{%- macro blocks(all, level) %}{% for block in all %}
{%- set kind = block | kind %}
{%- if kind == "section" %}{{ section(block, level) }}
{%- elif kind == "paragraph" %}{{ paragraph(block) }}
{%- elif kind == "bullets" %}{{ bullets(block) }}
{%- elif kind == "facts" %}{{ facts(block) }}
{%- elif kind == "table" %}{{ table(block) }}
{%- elif kind == "barchart" %}{{ barchart(block) }}
{%- elif kind == "quotation" %}{{ quotation(block) }}
{%- else %}{{ notelist(block) }}{% endif %}
{%- endfor %}{% endmacro -%}
"""


def page(document: Document, words: Translator) -> str:
    """Return the document as a whole HTML page in the language of `words`."""
    html = partial(as_html, translator=words)
    opening = [*takewhile(lambda block: not isinstance(block, Section), document.blocks)]
    return _template().render(
        document=document, language=words.language, title=_title(document, words), html=html,
        author=_plain(document.author, words) if document.author else "", look=_look(document),
        chart=partial(_chart, words=words, numbers=count(1)), smallest=SMALLEST_HEADING, numbers=count(1),
        opening=opening, parts=document.blocks[len(opening) :], contents=say("Contents"),
        mark_of_the_maker=Markup(HTML_MARK),  # noqa: S704 - a constant of ours
        style=Markup(page_style()),  # noqa: S704 - made of our own constants
    )  # fmt: skip


@cache
def _template() -> Template:
    environment = Environment(autoescape=True, undefined=StrictUndefined)
    environment.filters["kind"] = _kind
    environment.filters["next"] = next
    return environment.from_string(_BLOCKS + _PAGE)


def _look(document: Document) -> str:
    looks = (("marked", document.mark is not None), ("compact", document.compact))
    return " ".join(name for name, wanted in looks if wanted)


def _kind(block: Block) -> str:
    return type(block).__name__.lower()


def _chart(block: BarChart, *, words: Translator, numbers: count[int]) -> Markup:
    result = block.result
    height = ROW_HEIGHT * len(result.options)
    chart = result_chart(
        result, words, width=CHART_WIDTH, height=height, option_size=OPTION_SIZE, foot_size=0, measure=estimated_width
    )
    return as_svg(chart, DAY, name=f"chart-{next(numbers)}", title=in_one_line(result.text))


def _title(document: Document, words: Translator) -> str:
    title = _plain(document.title, words)
    return title if document.mark is None else f"{words(document.mark)} – {title}"


def _plain(text: Words, words: Translator) -> str:
    return in_one_line(text.text if isinstance(text, Own) else words(text))
