#include "tests/bench/address_extract.h"

#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <cstdio>
#include <fstream>
#include <random>
#include <set>
#include <string_view>

namespace raquette::made {

namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 6> types{
    {{"Rue", "r"}, {"Avenue", "av."}, {"Chemin", "chem"}, {"Impasse", "imp"}, {"Place", "pl"}, {"Route", "rte"}}};
constexpr std::array<std::string_view, 24> beginnings{"Bel",  "Mont", "Font", "Cas",  "Vil",  "Roch", "Char", "Mar",
                                                      "Gran", "Per",  "Sol",  "Bris", "Clo",  "Dur",  "Fer",  "Gar",
                                                      "Lam",  "Mor",  "Nav",  "Pom",  "Quin", "Riv",  "Sab",  "Tour"};
constexpr std::array<std::string_view, 16> middles{"a",  "e",  "i",  "o",  "ou", "an", "in", "on",
                                                   "er", "or", "ar", "el", "il", "al", "eu", "ai"};
constexpr std::array<std::string_view, 20> ends{"ton",  "court", "ville", "gny",  "ret",  "lier", "mont", "sac", "bert", "din",
                                                "neau", "vaux",  "tière", "bois", "rieu", "lac",  "pont", "rac", "net",  "sel"};
constexpr std::array<std::string_view, 10> firstNames{"Jean",   "Louis", "Marie", "Victor", "Jules",
                                                      "Pierre", "Anne",  "Paul",  "Claude", "Lucie"};
constexpr std::array<std::string_view, 4> common{"de la Mairie", "de l'Église", "de la Gare", "du Stade"};

class Generator {
public:
    explicit Generator(std::uint32_t seed) : random_(seed) {}

    /// From 0 to `most` - 1. Not a standard distribution: those differ from one library to the next.
    std::size_t below(std::size_t most) { return static_cast<std::size_t>(random_() % most); }
    template <class List>
    std::string_view one(const List& list) {
        return list[below(list.size())];
    }
    std::string surname() { return fmt::format("{}{}{}", one(beginnings), one(middles), one(ends)); }
    std::string streetName() {
        if (below(8) == 0) return std::string(one(common));
        return below(2) == 0 ? surname() : fmt::format("{} {}", one(firstNames), surname());
    }
    /// With two neighbouring letters of its last word swapped, or one left out.
    std::string misspelt(std::string name) {
        const std::size_t word = name.rfind(' ') + 1;
        if (name.size() - word < 6) return name;
        const std::size_t at = word + 2 + below(name.size() - word - 4);
        const auto plain = [&](std::size_t i) { return name[i] > 0; };
        if (!plain(at) || !plain(at + 1)) return name;
        if (below(2) == 0) {
            std::swap(name[at], name[at + 1]);
        } else {
            name.erase(at, 1);
        }
        return name;
    }

private:
    std::mt19937 random_;
};

}  // namespace

std::vector<MadeAddress> writeAddressExtract(const model::Reference& reference, long count, std::uint32_t seed, long asked,
                                             const std::filesystem::path& file) {
    Generator random(seed);
    std::ofstream out(file, std::ios::binary);
    out << "id;id_fantoir;numero;rep;nom_voie;code_postal;code_insee;nom_commune;code_insee_ancienne_commune;nom_ancienne_commune;x;y;lon;"
           "lat;"
           "type_position;alias;nom_ld;libelle_acheminement;nom_afnor;source_position;source_nom_voie;certification_commune;cad_"
           "parcelles\n";
    std::int64_t people = 0;
    for (const model::Commune& commune : reference.communes) people += commune.population.value;
    std::vector<MadeAddress> sample;
    const long every = std::max(1L, count / std::max(1L, asked));
    long made = 0;
    for (std::size_t c = 0; c < reference.communes.size() && made < count; ++c) {
        const model::Commune& commune = reference.communes[c];
        const long mine =
            1 + static_cast<long>(static_cast<double>(count) * static_cast<double>(commune.population.value) / static_cast<double>(people));
        const auto centre = commune.point.value_or(geometry::LonLat{2.5, 46.5});
        std::set<std::string> taken;
        for (long done = 0; done < mine && made < count;) {
            const auto& [type, shortType] = types[random.below(types.size())];
            const std::string name = random.streetName();
            if (!taken.insert(std::string(type) + name).second) continue;
            const double lon = centre.lon + (static_cast<double>(random.below(4000)) - 2000) / 1e5;
            const double lat = centre.lat + (static_cast<double>(random.below(4000)) - 2000) / 1e5;
            const long numbers = 1 + static_cast<long>(random.below(20));
            for (long n = 0; n < numbers && done < mine && made < count; ++n, ++done, ++made) {
                const double at = lon + static_cast<double>(n) * 2e-4;
                out << fmt::format("{}_{}_{:05};;{};;{} {};{};{};{};;;;;{:.6f};{:.6f};entrée;;;;;commune;commune;1;\n", commune.code, made,
                                   n + 1, n + 1, type, name, commune.postcodes.empty() ? "" : commune.postcodes.front(), commune.code,
                                   commune.name, at, lat);
                if (made % every == 0)
                    sample.push_back(
                        {fmt::format("{} {} {}", n + 1, shortType, random.misspelt(name)), static_cast<std::int32_t>(c), at, lat});
            }
        }
    }
    for (std::size_t i = sample.size(); i > 1; --i) std::swap(sample[i - 1], sample[random.below(i)]);
    return sample;
}

}  // namespace raquette::made
