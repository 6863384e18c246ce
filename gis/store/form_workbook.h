#pragma once

#include <array>
#include <filesystem>
#include <string>
#include <vector>

namespace raquette::store {

/// A field of a record that somebody is asked to look over.
struct FormRow {
    std::string record, key;           ///< what it is called by programs
    std::string label;                 ///< and by people
    std::string now;                   ///< what is said
    std::vector<std::string> choices;  ///< of what may be said instead; empty: anything
};

/// A workbook of one sheet that asks for corrections: a column to write in, all others locked. `heads` are those of record, key, label,
/// what is said, and the correction. Whole or not at all; throws model::Error.
void writeFormWorkbook(const std::string& sheet, const std::array<std::string, 5>& heads, const std::vector<FormRow>& rows,
                       const std::filesystem::path& file);

}  // namespace raquette::store
