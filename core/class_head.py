"""A class as its class leader, deputies and the director open it."""

from dataclasses import dataclass

from sqlalchemy import select

from core.app import Work
from core.errors import NothingThere
from core.rights import require_class
from storage.models import ClassUnit


@dataclass(frozen=True)
class ClassHead:
    """Which class; `led`: by the reader."""

    class_id: int
    name: str
    led: bool


async def class_head(work: Work, class_id: int) -> ClassHead:
    """Raises NotConnected, AccessDenied, NothingThere."""
    require_class(work, class_id)
    name = await work.session.scalar(select(ClassUnit.name).where(ClassUnit.id == class_id))
    if name is None:
        raise NothingThere
    return ClassHead(class_id, name, class_id in work.actor.leads)
