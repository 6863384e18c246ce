#pragma once

#include "gis/model/reference.h"
#include "ingest/place/commune_name.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace raquette::ingest {

/// Communes and départements of a reference by the codes and names people write. Built once per study; the reference must outlive it.
class Gazetteer {
public:
    explicit Gazetteer(const model::Reference& reference);

    struct Found {
        std::int32_t commune = model::nowhere;
        bool former = false;        ///< an old code, carried to the commune of today
        bool zeroRestored = false;  ///< a spreadsheet had eaten the leading zero
    };
    /// By INSEE code: today's, a former one, or that of an arrondissement of Paris, Lyon or Marseille.
    std::optional<Found> byCode(std::string_view insee) const;
    /// All communes of that name, whatever its accents, case, hyphens, abbreviations, CEDEX or arrondissement.
    const std::vector<std::int32_t>& named(std::string_view city) const;
    /// Communes that a commune of that name was merged into, or that had it themselves.
    const std::vector<std::int32_t>& formerlyNamed(std::string_view city) const;
    /// How a typed name agrees with a commune's, its former names included.
    std::optional<NameAgreement> agreementWith(std::int32_t commune, const CommuneName& typed) const;
    const std::vector<std::int32_t>& ofDepartement(std::int32_t departement) const {
        return byDepartement_[static_cast<std::size_t>(departement)];
    }
    const std::vector<std::int32_t>& withPostcode(std::string_view postcode) const;

    /// Index of a département written as a code (`42`, `1`, `2A`), a name, or both (`42 - Loire`).
    std::int32_t departementNamed(std::string_view text) const;
    /// Indexes of the départements a postal code may lie in: the two of Corsica for 20…
    std::vector<std::int32_t> departementsOfPostcode(std::string_view postcode) const;
    /// The département an INSEE code begins with, whether or not the commune exists.
    std::int32_t departementOfCode(std::string_view insee) const;

    const model::Reference& reference() const { return *reference_; }
    const model::Commune& commune(std::int32_t index) const { return reference_->communes[static_cast<std::size_t>(index)]; }
    std::string departementCode(std::int32_t index) const;

private:
    void indexNames(std::int32_t commune);

    using Index = std::unordered_map<std::string, std::vector<std::int32_t>>;

    const model::Reference* reference_;
    std::unordered_map<std::string, std::int32_t> formerCodes_;
    Index names_;
    Index formerNames_;
    Index postcodes_;
    std::vector<CommuneName> ownNames_;                     ///< by commune
    std::vector<std::vector<CommuneName>> ownFormerNames_;  ///< by commune
    std::vector<std::vector<std::int32_t>> byDepartement_;
    std::unordered_map<std::string, std::int32_t> departementNames_;
};

/// The shape of an INSEE code: five digits, or `2A` / `2B` and three.
bool looksLikeInsee(std::string_view text);
/// Codes of Saint-Pierre-et-Miquelon, Saint-Barthélemy, Saint-Martin and the Pacific: no reference of ours has them.
bool isOverseasCollectivity(std::string_view inseeOrPostcode);

}  // namespace raquette::ingest
