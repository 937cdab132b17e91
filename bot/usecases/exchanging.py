"""Places read from open data: a line is added, updated, left, or told to whoever imports."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bot.domain.open_data.duplicates import Closest
from bot.domain.open_data.fingerprints import differences, fingerprint, is_as_imported, is_same_line
from bot.domain.open_data.layouts import LAYOUTS, Format
from bot.domain.open_data.mediation import mediation_cells
from bot.domain.open_data.places import Terms, is_closed, origin_of, place_of
from bot.domain.open_data.records import Line, Record, Table, record_of
from bot.domain.open_data.register import Register
from bot.domain.open_data.report import Fate, Outcome
from bot.domain.open_data.siting import is_served, misplaced, position_of
from bot.domain.structures import Place
from bot.domain.territory import Territory
from bot.usecases.exchange_ports import PlaceShelf, ShelfError, TownFinder
from bot.usecases.ports import Clock, KnowledgeStore


@dataclass(frozen=True, slots=True)
class Importing:
    """Reads lines of open data into places."""

    knowledge: KnowledgeStore
    towns: TownFinder
    closest: Closest
    shelf: PlaceShelf
    clock: Clock

    def terms(self, format_: Format, dated: date | None) -> Terms:
        """How a file is read today; `dated`, the date of its edition, when told."""
        kinds = self.knowledge.current().place_kinds
        return Terms(format_, self.clock.now().date(), dated, frozenset(kinds))

    def read(self, table: Table, terms: Terms, *, dry_run: bool = False) -> Iterator[Outcome]:
        """What becomes of each line, as it is read; each place is written before it is told.

        A dry run decides the same and writes nothing.
        """
        places = self.knowledge.current().places.values()
        register = Register(places, self.shelf.ids(), self.closest)
        positions = LAYOUTS[terms.format].positions(table.header)
        desk = _Desk(self.towns, register, None if dry_run else self.shelf, terms)
        for line in table.lines:
            if line.problem:
                yield Outcome(line.number, Fate.REJECTED, "", reason=line.problem)
            else:
                yield desk.decide(record_of(line, positions))


class _Desk:
    """Decides of one record after the other."""

    def __init__(
        self, towns: TownFinder, register: Register, shelf: PlaceShelf | None, terms: Terms
    ) -> None:
        self._towns = towns
        self._register = register
        self._shelf = shelf
        self._terms = terms
        self._read: dict[str, int] = {}

    def decide(self, record: Record) -> Outcome:
        """What becomes of a record; what is written is written."""
        origin = origin_of(record, self._terms.format)
        known = self._register.known(origin)
        before = self._read.setdefault(origin, record.line)
        if record.identifier and before != record.line:
            return self._told(
                record, Fate.DUPLICATE, known, f"même identifiant qu'à la ligne {before}"
            )
        if known and record.identifier == origin:
            own = self._own(record, known)
            if own:
                return own
        place = self._refused(record) or self._place(record)
        if isinstance(place, str):
            still = f" ; le lieu « {known.id} » en vient" if known else ""
            return self._told(record, Fate.REJECTED, known, f"{place}{still}")
        try:
            return self._met(record, place, known) if known else self._new(record, place)
        except ShelfError as error:
            return self._told(record, Fate.REJECTED, known, str(error))

    def _own(self, record: Record, known: Place) -> Outcome | None:
        """What becomes of a line of an export of ours: the file of the place prevails."""
        if _is_as_exported(record, known):
            return self._told(record, Fate.UNCHANGED, known)
        if known.identifiant_source == record.identifier:
            return None  # it came from another installation, and may have changed there
        return self._told(record, Fate.KEPT, known, "lieu d'ici, à modifier dans son fichier")

    def _refused(self, record: Record) -> str | None:
        """Why nothing can be made of a record."""
        if not record.identifier:
            return "sans identifiant"
        if not any(char.isalnum() for char in record.name):
            return "sans nom"
        return f"projet fermé ou abandonné (« {record.state} »)" if is_closed(record) else None

    def _place(self, record: Record) -> Place | str:
        """The place of a record, with its fingerprint, or why there is none."""
        town = self._town(record)
        if town is None:
            where = " ".join(filter(None, (record.insee, record.postcode, record.town)))
            return f"commune inconnue : « {where} »"
        position = position_of(record)
        if isinstance(position, str):
            return position
        problem = misplaced(position, town, self._towns.locate) if position else None
        if problem:
            return problem
        postcode = self._towns.postcode_of(town)
        try:
            place = place_of(record, town, position, self._terms, postcode)
        except ValueError:
            return "ligne qui ne fait pas un lieu : un champ n'a pas la forme attendue"
        print_ = fingerprint(place, dated=self._terms.day(record) is not None)
        return place.model_copy(update={"empreinte_source": print_})

    def _town(self, record: Record) -> Territory | None:
        """The commune of the code; of the address when the code is in another département.

        A postcode and a name that agree are worth more than a code that somebody mistyped.
        """
        coded = self._towns.by_code(record.insee) if record.insee else None
        posted = self._towns.by_post(record.postcode, record.town)
        if coded and posted:
            return coded if coded.departements == posted.departements else posted
        fits = coded is not None and is_served(coded, record.postcode)
        return coded if fits else posted

    def _met(self, record: Record, place: Place, known: Place) -> Outcome:
        """What becomes of a line whose place is known: what the team wrote is never lost."""
        if known.empreinte_source is None or is_same_line(known, place):
            return self._told(record, Fate.UNCHANGED, known)
        place = place.model_copy(update={"id": known.id})
        if not is_as_imported(known):
            fields = ", ".join(differences(place, known)) or "date_maj"
            reason = f"modifié par l'équipe et par la source, fichier gardé ({fields})"
            return self._told(record, Fate.KEPT, known, reason)
        if self._shelf:
            self._shelf.replace(place, known)
        return self._told(record, Fate.UPDATED, place)

    def _new(self, record: Record, place: Place) -> Outcome:
        twin = self._register.twin(place)
        if twin:
            reason = f"déjà là : {twin.nom}, {twin.commune} (« {twin.id} »)"
            return self._told(record, Fate.DUPLICATE, twin, reason)
        unread = self._register.unread(place)
        if unread:
            reason = f"places/{unread}.yml est illisible : à corriger d'abord"
            return self._told(record, Fate.REJECTED, None, reason)
        place = place.model_copy(update={"id": self._register.free_id(place)})
        if self._shelf:
            self._shelf.add(place)
        self._register.add(place)
        return self._told(record, Fate.ADDED, place)

    @staticmethod
    def _told(record: Record, fate: Fate, place: Place | None, reason: str = "") -> Outcome:
        return Outcome(record.line, fate, record.name, place.id if place else "", reason)


def _is_as_exported(record: Record, place: Place) -> bool:
    """Whether a line is what an export says of a place today."""
    columns = LAYOUTS[Format.MEDIATION].columns
    cells = mediation_cells(place, place.code_postal or record.postcode)
    told = tuple(cells.get(column, "") for column in columns.values())
    positions = {name: at for at, name in enumerate(columns)}
    return record_of(Line(record.line, told), positions) == record
