#pragma once

#include <string>
#include <string_view>

namespace raquette::ingest {

/// The national numbers of an organisation in a cell: a SIRET (one of its establishments), a SIREN (itself), or an RNA number (an
/// association). Only what passes its own check is kept: a mistyped number joins nothing.
struct Identifiers {
    std::string siret;  ///< fourteen digits
    std::string siren;  ///< nine digits; also of the SIRET
    std::string rna;    ///< `W` and nine signs

    bool empty() const { return siren.empty() && rna.empty(); }
};

enum class IdentifierProblem { None, Form, Check };

/// Reads a cell that should hold a SIRET or a SIREN, whatever its spaces and dots; an RNA number typed there is understood too.
/// A number that lost its leading zero to a spreadsheet gets it back when it then passes the check.
Identifiers readBusinessNumber(std::string_view cell, IdentifierProblem& problem);
/// Reads a cell that should hold an RNA number.
Identifiers readRna(std::string_view cell, IdentifierProblem& problem);
/// The number two lists may share: what readBusinessNumber() or readRna() read, and a SIRET or SIREN that fails its check as it stands, for
/// one list copies the mistakes of another. A number that is one digit over and over was typed to fill a cell, and is nobody's.
Identifiers sharedNumber(std::string_view cell);
/// What a cell of free text is, where it is nothing but such a number.
Identifiers identifiersIn(std::string_view cell);

/// Luhn's check, by which SIREN and SIRET are made. La Poste ran out of such numbers: the digits of its SIRET add up to a multiple of five.
bool isSiren(std::string_view digits);
bool isSiret(std::string_view digits);

}  // namespace raquette::ingest
