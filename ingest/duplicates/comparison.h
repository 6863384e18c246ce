#pragma once

#include "ingest/duplicates/identity.h"

#include <string_view>

namespace raquette::ingest {

/// What a field says of two records being one.
enum class Verdict { Unknown, Agrees, Near, Differs };

/// Sure ones are merged, likely ones shown to a person, strangers left alone.
enum class Outcome { Strangers, Likely, Sure };

/// Two records side by side, field by field, so that the score can be told in words.
struct Comparison {
    double name = 0;           ///< 0 to 1: soft TF-IDF over Jaro-Winkler words (Cohen, Ravikumar and Fienberg 2003)
    bool sameName = false;     ///< word for word, but for what tells nothing
    bool onlyTypos = false;    ///< every word of one has its word in the other, some with a letter or two apart
    bool distinctive = false;  ///< a word they share is not everybody's
    Verdict place = Verdict::Unknown;
    double kilometres = -1;  ///< between their positions, where both say more than a commune
    Verdict kinds = Verdict::Unknown;
    Verdict ownId = Verdict::Unknown;  ///< of one source
    Verdict siret = Verdict::Unknown;
    Verdict rna = Verdict::Unknown;
    Verdict website = Verdict::Unknown;
    Verdict address = Verdict::Unknown;
    Verdict opened = Verdict::Unknown;
    Verdict email = Verdict::Unknown;
    Verdict phone = Verdict::Unknown;
    int score = 0;  ///< out of 100
    Outcome outcome = Outcome::Strangers;

    bool sharesIdentifier() const { return siret == Verdict::Agrees || rna == Verdict::Agrees || ownId == Verdict::Agrees; }
};

/// The score from which a person is asked.
inline constexpr int askedFrom = 80;

/// Compares two records of the same kind, the one of the smaller index first.
Comparison compare(const Identity& a, const Identity& b);

/// Whether two names may have anything to do with each other: the same numbers, and half the pairs of letters. For nearly nothing.
bool mayBeNamesakes(const Identity& a, const Identity& b);

}  // namespace raquette::ingest
