#pragma once

#include "gis/model/dataset.h"
#include "ingest/records/issue_text.h"
#include "ingest/records/list_shape.h"
#include "ingest/table/column_map.h"
#include "ingest/table/vocabulary.h"

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace raquette::ingest {

/// One source being read: its table, how its columns were understood, and what was wrong in it so far.
struct SourceReading {
    const model::SourceDeclaration& source;
    const Table& table;
    const ColumnMap& columns;
    model::Issues& issues;
    model::Language language = model::Language::French;

    /// Alike notes (a whole file in Lambert-93) are one issue that gives the first row and their number.
    struct Alike {
        model::Issue first;
        long rows = 0;
    };
    std::map<std::pair<std::string, std::string>, Alike> alike;  ///< by key and what is told

    /// A word that no vocabulary has: kept as typed, told once for the whole source.
    struct UnknownWord {
        static constexpr std::size_t rowsTold = 3;
        long count = 0;
        std::vector<long> rows;  ///< the first few
    };
    std::map<std::string, std::map<std::string, UnknownWord>> unknownWords;  ///< by key, then by word

    const Vocabularies* vocabularies = nullptr;  ///< of the study; without them, those of data/vocabulary
    std::map<std::pair<std::uint32_t, long>, std::vector<std::string_view>>
        withheld;     ///< by file and row: keys that read as empty from there on
    ListShape shape;  ///< columns that are several of a kind: figures by year, memberships by network
    // GCC wants a value where readings are listed without it. NOLINTNEXTLINE(readability-redundant-member-init)
    model::TextPool texts{};  ///< what its records say over and over

    /// The same source for rows read beside others: what it notes goes to `issues`, until it is absorbed.
    SourceReading part(model::Issues& own) const;
    /// Takes over what a part noted, which comes after all that was noted before.
    void absorb(SourceReading& part);

    void tellAlike();
    void tellUnknownWords();
    /// Columns nobody understood hold values too: they are left out, and it is said.
    void tellUnusedColumns();
};

/// One row of a source, by our keys.
class RecordRow {
public:
    RecordRow(SourceReading& reading, const TableRow& row) : reading_(reading), row_(row) {}

    /// Another row of the same source.
    RecordRow beside(const TableRow& other) const { return {reading_, other}; }

    /// The cell of that key, in the study's `values` where it maps it; empty where the cell says nothing (`N/A`, `-`…).
    std::string text(std::string_view key) const;
    /// The cells of a key that takes several columns, joined by a space.
    std::string joined(std::string_view key) const;
    /// The cell as typed, several columns joined by a space.
    std::string written(std::string_view key) const;
    /// The study's word for a source's word of that key, else the word itself.
    std::string mapped(std::string_view key, std::string_view word) const;
    bool has(std::string_view key) const { return reading_.columns.has(key); }
    /// The cell of a column, as typed; empty where it says nothing.
    std::string cell(std::size_t column) const;
    /// Name of the first column of that key; empty when there is none.
    std::string columnOf(std::string_view key) const;
    const std::string& columnName(std::size_t column) const { return reading_.table.header[column]; }
    const Vocabularies& vocabularies() const;
    const ListShape& shape() const { return reading_.shape; }
    /// From here on the cells of these keys read as empty: a person's refusal of publication, a word that is no place.
    void withhold(std::span<const std::string_view> keys);
    /// Cells of the columns that look like a person's, by column name.
    model::PrivateFields personalCells() const;

    const model::SourceDeclaration& source() const { return reading_.source; }
    const RowCells& cells() const { return row_.cells; }
    model::Language language() const { return reading_.language; }
    model::Origin origin() const { return {reading_.source.id, row_.number}; }

    /// What records of the source said so far in the same words.
    model::TextPool& texts() { return reading_.texts; }

    // Issues are told in the study's language: `what` names the texts `issue.WHAT.rule` and `issue.WHAT.action` of the catalogue.

    /// Keeps the row and says what was corrected, left out or doubted. `key` may be empty: the issue is about the row.
    void note(std::string_view key, std::string_view what, const IssueValues& values = {});
    /// The same where a whole file may be so: told once, with the number of rows.
    void noteAlike(std::string_view key, std::string_view what, const IssueValues& values = {});
    /// The same for a row that is known to its département only for that reason.
    void noteDepartementOnly(std::string_view key, std::string_view what, const IssueValues& values);
    /// Puts the row aside.
    void reject(std::string_view key, std::string_view what, const IssueValues& values = {});
    /// The same where every row of a file is so: told once, with the number of rows.
    void rejectAlike(std::string_view key, std::string_view what, const IssueValues& values = {});
    /// Keeps as typed a word that the vocabulary of that key lacks: told once for the source, with its rows.
    void noteUnknownWord(std::string_view key, const std::string& word);
    bool rejected() const { return rejected_; }
    /// What the rejects file says of the row.
    const std::string& rejection() const { return rejection_; }

private:
    model::Issue issue(std::string_view key, std::string_view what, const IssueValues& values) const;
    void reject(const model::Issue& told);
    bool isWithheld(std::string_view key) const;

    SourceReading& reading_;
    const TableRow& row_;
    bool rejected_ = false;
    std::string rejection_;
};

}  // namespace raquette::ingest
