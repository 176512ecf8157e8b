"""Who did it, and to whom."""

import pytest
from harwick import found, index_of

from summarizer.grounding.checks import roles


@pytest.mark.parametrize(
    ("sentence", "item"),
    [
        ("Bosch sued Siemens over the design.", "Bosch sued Siemens."),
        ("Bosch sued Siemens over the design.", "Siemens was sued by Bosch."),
        ("The port was bought by Velmora Holdings.", "Velmora Holdings bought the port."),
        ("Kestrel beat Velmora 3-1 in Oslo.", "In Oslo, Kestrel beat Velmora 3-1."),
        ("The council sued the developer.", "The developer was sued by the council."),
        ("Anna Lind, mayor of Oslo, resigned.", "Oslo mayor Anna Lind resigned."),
        ("Velmora met Kestrel in May.", "Kestrel met Velmora in May."),
        ("He moved from Oslo to Bergen.", "He left Oslo and moved to Bergen."),
        ("Sales grew 4% in May.", "Sales grew by 4% in May."),
    ],
)
def test_kept_roles_pass(sentence: str, item: str) -> None:
    assert found(roles.check, item, [0], index_of(sentence)) == []


@pytest.mark.parametrize(
    ("sentence", "item"),
    [
        ("Bosch sued Siemens over the design.", "Siemens sued Bosch over the design."),
        ("Bosch sued Siemens over the design.", "Bosch was sued by Siemens."),
        ("The port was bought by Velmora Holdings.", "The port bought Velmora Holdings."),
        ("Kestrel beat Velmora 3-1 in Oslo.", "Velmora beat Kestrel 3-1 in Oslo."),
        ("The council sued the developer.", "The developer sued the council."),
        ("Kestrel is larger than Velmora.", "Velmora is larger than Kestrel."),
        ("He moved from Oslo to Bergen.", "He moved from Bergen to Oslo."),
        ("The West risks prolonged dependence on China.", "China risks prolonged dependence on the West."),
    ],
)
def test_exchanged_roles_are_caught(sentence: str, item: str) -> None:
    assert [code for code, _ in found(roles.check, item, [0], index_of(sentence))] == ["roles_swapped"]
