"""What a source is to a value that cites it, in words."""

from typing import Final

from citeria_core.model import Role

ROLES: Final = {
    Role.PRIMARY: "read here",
    Role.VIA: "quoted by way of",
    Role.CORROBORATES: "agrees",
    Role.CONTRADICTS: "contradicts",
    Role.METHOD: "describes the method",
}
