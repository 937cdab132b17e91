"""A file to keep, on a page that has no other address for it."""

import re
from base64 import b64decode
from dataclasses import replace

from bot.channels.web.render import build_templates, render_reply
from bot.domain.replies import Document

DOCUMENT = Document("Voici tout :", "mes-donnees.json", '{\n  "texte": "l\'été"\n}')


def html(document: Document) -> str:
    return render_reply(document, build_templates())


def test_a_document_can_be_saved_without_a_script() -> None:
    found = re.search(
        r'href="data:application/json;charset=utf-8;base64,(.*?)" download="mes-donnees.json"',
        html(DOCUMENT),
    )

    assert found
    assert b64decode(found[1]).decode() == DOCUMENT.content


def test_a_document_can_be_read_line_by_line_without_being_saved() -> None:
    rendered = html(DOCUMENT)

    assert "<details>" in rendered
    assert "<pre>{\n  &#34;texte&#34;: &#34;l&#39;été&#34;\n}</pre>" in rendered


def test_a_document_of_an_unknown_kind_is_text() -> None:
    assert 'href="data:text/plain;' in html(replace(DOCUMENT, name="mes-donnees"))
