#include "tests/bench/duplicate_lists.h"

#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <random>
#include <vector>

namespace raquette::bench {

namespace {

constexpr std::array<const char*, 14> beginnings{"Association ", "Compagnie ", "Collectif ", "Théâtre ",   "Les ",  "Le ",  "La ",
                                                 "L’",           "Festival ",  "Studio ",    "Orchestre ", "Café ", "MJC ", ""};
constexpr std::array<const char*, 30> syllables{"ba",  "ro",  "li",  "né",  "mou", "ter", "chan", "vi",  "lu",  "gri",
                                                "pô",  "sel", "tam", "dor", "fé",  "ra",  "ni",   "co",  "zé",  "bri",
                                                "lan", "pé",  "to",  "mar", "çon", "gui", "ven",  "sou", "kal", "ju"};
constexpr std::array<const char*, 6> endings{"", "s", "elle", "eur", "ette", "ard"};
constexpr std::array<const char*, 8> generic{"Salle des fêtes",   "Comité des fêtes", "École de musique",        "Harmonie municipale",
                                             "Théâtre municipal", "Foyer rural",      "Maison des associations", "Centre culturel"};
constexpr std::array<const char*, 6> functions{"diffusion", "création", "répétition", "festival", "accompagnement", ""};

class Writer {
public:
    Writer(const model::Reference& reference, std::uint32_t seed) : random_(seed) {
        double sum = 0;
        for (const model::Commune& commune : reference.communes) {
            if (!commune.point || commune.population.value <= 0) continue;
            sum += static_cast<double>(commune.population.value);
            communes_.push_back(&commune);
            upTo_.push_back(sum);
        }
    }

    DuplicateLists write(long rows) {
        DuplicateLists lists;
        const std::string header = "id;nom;fonctions;adresse;insee;commune;site web;siret\n";
        lists.first = lists.second = header;
        for (long i = 0; lists.structures < rows; ++i) {
            const Row row = anyRow();
            const bool inFirst = chance(55);
            (inFirst ? lists.first : lists.second) += text(inFirst ? 'a' : 'b', i, row);
            ++lists.structures;
            if (!inFirst || !chance(18) || row.generic) continue;
            lists.second += text('b', i, retyped(row));
            ++lists.structures;
            ++lists.duplicates;
        }
        return lists;
    }

private:
    struct Row {
        std::string name, function, address, website, siret;
        const model::Commune* commune = nullptr;
        bool generic = false;
    };

    std::uint32_t below(std::size_t n) { return static_cast<std::uint32_t>(random_() % n); }
    bool chance(int percent) { return below(100) < static_cast<std::uint32_t>(percent); }
    template <class List>
    auto any(const List& list) {
        return list[below(list.size())];
    }

    std::string word() {
        std::string made;
        for (std::uint32_t i = 0, count = 2 + below(2); i < count; ++i) made += any(syllables);
        return made + any(endings);
    }

    Row anyRow() {
        Row row;
        const double at = static_cast<double>(random_()) / static_cast<double>(std::mt19937::max()) * upTo_.back();
        const auto place = std::min<std::ptrdiff_t>(std::ranges::lower_bound(upTo_, at) - upTo_.begin(),
                                                    static_cast<std::ptrdiff_t>(communes_.size()) - 1);
        row.commune = communes_[static_cast<std::size_t>(place)];
        row.generic = chance(8);
        if (row.generic) {
            row.name = any(generic);
        } else {
            row.name = any(beginnings) + word() + (chance(60) ? " " + word() : "") + (chance(20) ? " de " + row.commune->name : "");
        }
        row.function = any(functions);
        if (chance(50)) row.address = fmt::format("{} rue {}", 1 + below(90), word());
        if (chance(40)) row.website = fmt::format("www.{}{}.fr", word(), below(1000));
        if (chance(25)) row.siret = fmt::format("{:09}{:05}", 100000000 + below(800000000), below(100000));
        return row;
    }

    static void replace(std::string& text, const std::string& what, const std::string& by) {
        if (const std::size_t at = text.find(what); at != std::string::npos) text.replace(at, what.size(), by);
    }

    /// The same structure, typed by somebody else.
    Row retyped(Row row) {
        switch (below(7)) {
            case 0:
                for (const auto& [accent, plain] : {std::pair{"é", "e"}, {"ô", "o"}, {"ç", "c"}, {"’", "'"}})
                    replace(row.name, accent, plain);
                break;
            case 1:
                std::ranges::transform(row.name, row.name.begin(),
                                       [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
                break;
            case 2:
                if (row.name.starts_with("Association ")) {
                    row.name.erase(0, 12);
                } else {
                    row.name = "Association " + row.name;
                }
                break;
            case 3:
                for (const auto& [full, brief] :
                     {std::pair{"Association ", "Asso. "}, {"Compagnie ", "Cie "}, {"Théâtre ", "Th. "}, {"Festival ", "Fest. "}})
                    replace(row.name, full, brief);
                break;
            case 4:
                mistype(row.name);
                break;
            case 5:
                row.name += " (" + row.commune->name + ")";
                break;
            default:
                std::ranges::replace(row.name, ' ', '-');
        }
        if (chance(30)) row.address.clear();
        if (chance(30)) row.website.clear();
        if (chance(40)) row.siret.clear();
        if (chance(30)) row.function.clear();
        return row;
    }

    /// A letter dropped, doubled or changed with its neighbour, past the beginning.
    void mistype(std::string& name) {
        std::vector<std::size_t> letters;
        for (std::size_t i = name.size() / 2; i + 1 < name.size(); ++i) {
            const auto isLetter = [](char c) { return c >= 'a' && c <= 'z'; };
            if (isLetter(name[i]) && isLetter(name[i + 1]) && name[i] != name[i + 1]) letters.push_back(i);
        }
        if (letters.empty()) return;
        const std::size_t at = any(letters);
        const std::uint32_t how = below(3);
        if (how == 0) name.erase(at, 1);
        if (how == 1) name.insert(at, 1, name[at]);
        if (how == 2) std::swap(name[at], name[at + 1]);
    }

    static std::string text(char list, long structure, const Row& row) {
        return fmt::format("{}-{};{};{};{};{};{};{};{}\n", list, structure, row.name, row.function, row.address, row.commune->code,
                           row.commune->name, row.website, row.siret);
    }

    std::mt19937 random_;
    std::vector<const model::Commune*> communes_;
    std::vector<double> upTo_;
};

}  // namespace

DuplicateLists duplicateLists(const model::Reference& reference, long rows, std::uint32_t seed) {
    return Writer(reference, seed).write(rows);
}

}  // namespace raquette::bench
