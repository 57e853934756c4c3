"""Parents: one person however many children, found by name under a child or by the same telephone or e-mail."""

from rapidfuzz import fuzz

from core.rules.contacts import same
from core.rules.folding import name_key, phone_key
from core.rules.names import full_name
from core.workbook.draft import Draft, DraftGuardian
from core.workbook.draft_people import unknowable
from core.workbook.faults import FaultCode, Findings
from core.workbook.reading import nearest
from core.workbook.rows import GuardianRow
from core.workbook.stored import KeptGuardian

SAME_NAME = 80
Place = tuple[str, str]
"""(pupil key, folded full name): the natural key of a row."""


def draft_guardians(draft: Draft, findings: Findings) -> None:
    """Work out who is who, what changes about them and whom they belong to."""
    sheet = draft.book.guardians
    people = _People(draft)
    firsts: dict[Place, int] = {}
    for row in sheet.rows:
        place = (row.pupil, name_key(full_name(row)))
        first = firsts.setdefault(place, row.at)
        if first != row.at:
            findings.fault(sheet.fault(row.at, "surname", FaultCode.REPEATED_ROW, first=first))
        elif row.pupil in draft.pupils.state or unknowable(draft.book.pupils, row.pupil):
            person = people.find(row, place)
            if person is None:
                person = people.add(row, findings)
            people.merge(person, row, place, findings)
        else:
            near = nearest(row.pupil, [p.number for p in draft.pupils.state.values()])
            findings.fault(sheet.fault(row.at, "pupil", FaultCode.UNKNOWN_PUPIL, near))
    draft.guardians = list(people.found.values())
    if sheet.given:
        draft.guardians_missing = _missing(draft, set(firsts))


def _missing(draft: Draft, named: set[Place]) -> list[tuple[KeptGuardian, str]]:
    """Guardians of pupils still at the school whom the file no longer names under them."""
    gone: list[tuple[KeptGuardian, str]] = []
    for guardian in draft.stored.guardians.values():
        kept = next((g for g in draft.guardians if g.stored is guardian), None)
        linked = set(kept.kinship) if kept else set()
        unnamed = [p for p in guardian.kinship if (p, _name(guardian)) not in named and p not in linked]
        gone.extend((guardian, pupil) for pupil in unnamed if pupil in draft.pupils.state)
    return gone


def _name(person: KeptGuardian | DraftGuardian) -> str:
    return name_key(full_name(person))


class _People:
    """Guardians by place and by contact; `found` holds those that the file names."""

    def __init__(self, draft: Draft) -> None:
        self.found: dict[int, DraftGuardian] = {}
        self._places: dict[Place, DraftGuardian] = {}
        self._contacts: dict[str, list[DraftGuardian]] = {}
        self._sheet = draft.book.guardians
        self._rows: dict[int, int] = {}
        for kept in draft.stored.guardians.values():
            card = (kept.surname, kept.given_name, kept.patronymic, kept.phone, kept.email)
            person = DraftGuardian(*card, kinship={}, stored=kept)
            for pupil in kept.kinship:
                self._places[(pupil, _name(kept))] = person
            self._remember_contacts(person)
            for fact, values in kept.replaced.items():
                for value in values:
                    self._remember(person, _contacts(*((value, "") if fact == "phone" else ("", value))))

    def find(self, row: GuardianRow, place: Place) -> DraftGuardian | None:
        """The person of a row: named so under this pupil, or of the same contact and given name."""
        if place in self._places:
            return self._places[place]
        same = (p for c in _contacts(row.phone, row.email) for p in self._contacts.get(c, ()) if _alike(p, row))
        return next(same, None)

    def add(self, row: GuardianRow, findings: Findings) -> DraftGuardian:
        """A person not known yet; one who shares a contact with somebody of another name is worth a look."""
        sharing = [p for c in _contacts(row.phone, row.email) for p in self._contacts.get(c, ())]
        others = [p for p in sharing if row.pupil not in p.kinship and id(p) in self._rows]
        if others:
            first = self._rows[id(others[0])]
            findings.warn(self._sheet.fault(row.at, "phone", FaultCode.SAME_CONTACT, first=first))
        return DraftGuardian(row.surname, row.given_name, row.patronymic, row.phone, row.email, kinship={})

    def merge(self, person: DraftGuardian, row: GuardianRow, place: Place, findings: Findings) -> None:
        """Take over what the row states; of several rows of one person the first speaks.

        A contact that was changed in the journal since is not brought back by a workbook that does not know it.
        """
        first = id(person) not in self.found
        for fact in ("surname", "given_name", "patronymic", "phone", "email"):
            if fact in row.stated and _replaced(person.stored, fact, getattr(row, fact)):
                kept = getattr(person.stored, fact) or "–"
                findings.warn(self._sheet.fault(row.at, fact, FaultCode.CONTACT_REPLACED, kept=kept))
            elif fact in row.stated and (first or not getattr(person, fact)):
                setattr(person, fact, getattr(row, fact))
        known = person.stored.kinship.get(row.pupil, "") if person.stored else ""
        person.kinship[row.pupil] = row.kinship if "kinship" in row.stated else known
        self.found[id(person)] = person
        self._rows.setdefault(id(person), row.at)
        self._places[place] = person
        self._remember_contacts(person)

    def _remember_contacts(self, person: DraftGuardian) -> None:
        self._remember(person, _contacts(person.phone, person.email))

    def _remember(self, person: DraftGuardian, contacts: list[str]) -> None:
        for contact in contacts:
            known = self._contacts.setdefault(contact, [])
            if not any(p is person for p in known):
                known.append(person)


def _replaced(kept: KeptGuardian | None, fact: str, value: str) -> bool:
    """Whether the journal has had this contact, and has another by now."""
    if kept is None or not value or same(fact, value, getattr(kept, fact)):
        return False
    return any(same(fact, value, old) for old in kept.replaced.get(fact, ()))


def _contacts(phone: str, email: str) -> list[str]:
    return [c for c in (phone_key(phone), email.casefold()) if c]


def _alike(person: DraftGuardian, row: GuardianRow) -> bool:
    """A family shares telephones: only the same given name (Наталья, Наталия) makes it the same person."""
    return fuzz.ratio(name_key(person.given_name), name_key(row.given_name)) >= SAME_NAME
