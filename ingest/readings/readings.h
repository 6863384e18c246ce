#pragma once

#include "ingest/source_reader.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>

namespace raquette::ingest {

/// What the reading of each source of a study depends on, as one number: the bytes of its files, what the study says of it and of all
/// sources, the reference, the address extracts, the vocabularies and the program. What refers to the records of other sources depends on
/// these too.
class ReadingKeys {
public:
    /// Reads every file of the sources once.
    explicit ReadingKeys(const model::Study& study);

    /// Nothing for what cannot be told unchanged: a service, a file that cannot be read.
    std::optional<std::uint64_t> of(const model::SourceDeclaration& source) const;

private:
    std::map<std::string, std::uint64_t> keys_;  ///< by source
};

/// A reading as bytes, and back; nothing when the bytes are not of this version or spoilt.
std::string archived(const ReadSource& reading);
std::optional<ReadSource> unarchived(const std::string& bytes);

}  // namespace raquette::ingest
