"""The smallest pictures there are."""

import struct

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d494844520000000100000001080200000090"
    "7753de0000000c4944415408d763f8cfc000000301010018dd8db00000000049454e44ae426082"
)


def png_of(width: int, height: int) -> bytes:
    """The header of a picture of these sides, which is all that its size is read from."""
    return PNG[:16] + struct.pack(">II", width, height) + PNG[24:]


GIF = b"GIF89a" + struct.pack("<HH", 3, 4) + b"\x00" * 10
# A JPEG header: an application segment, then the frame with height 5 and width 6.
JPEG = b"\xff\xd8\xff\xe0\x00\x04ab\xff\xc0\x00\x11\x08" + struct.pack(">HH", 5, 6) + b"\x00" * 20
