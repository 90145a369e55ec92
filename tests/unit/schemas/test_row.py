"""Rows as they stand in the table: compressed now, plain JSON in versions before; nothing else is one."""

import pytest

from figurewatch.schemas.codec import encode
from figurewatch.schemas.record import SchemaError
from figurewatch.schemas.row import pack, unpack

from .examples import ROW


def test_a_row_comes_back_as_it_was() -> None:
    assert unpack(pack(ROW)) == ROW
    assert len(pack(ROW)) < len(encode(ROW))


def test_a_row_of_an_earlier_version_is_read() -> None:
    assert unpack(encode(ROW)) == ROW


@pytest.mark.parametrize("value", [b"", b"{}", b"\x00", pack(ROW)[:-4]])
def test_what_is_no_row_is_told(value: bytes) -> None:
    with pytest.raises(SchemaError):
        unpack(value)
