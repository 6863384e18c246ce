#pragma once

#include "ingest/reference/reference.h"
#include "tests/ingest/expectations.h"

#include <cstdlib>
#include <iostream>

namespace raquette::ingest {

/// Lists as institutions publish them, with the defects listed in the data's README, on the embedded reference.
class RealLists : public ::testing::Test {
protected:
    void SetUp() override {
        const char* data = std::getenv("RAQUETTE_TEST_DATA");
        if (!data) GTEST_SKIP() << "needs RAQUETTE_TEST_DATA";
        data_ = data;
    }

    std::string source(const std::string& id, const std::string& kind, const std::string& file, const std::string& more = "") const {
        return "[[source]]\nid = \"" + id + "\"\nkind = \"" + kind + "\"\npath = \"" + (data_ / file).string() + "\"\n" + more + "\n";
    }

    IngestResult read(const std::string& id, const std::string& kind, const std::string& file) const {
        return read(source(id, kind, file));
    }

    static IngestResult read(const std::string& toml) {
        const TemporaryFolder folder;
        const auto path = folder.write("s.toml", toml);
        model::Study study = readStudyFile(path, model::Day{});
        study.language = model::Language::English;
        model::Issues issues;
        return ingest(study, readReference(study, issues));
    }

    static long count(const IngestResult& result, std::string_view words) {
        return std::ranges::count_if(result.dataset.issues,
                                     [&](const model::Issue& issue) { return issue.action.find(words) != std::string::npos; });
    }

    /// Prints a count of the data's README as it was found, and expects it.
    static void expectCount(const std::string& what, long found, long expected) {
        std::cout << what << ": " << found << "\n";
        EXPECT_EQ(found, expected) << what;
    }

    template <class Record>
    static long at(const std::vector<Record>& records, model::Precision precision) {
        return std::ranges::count_if(records, [&](const Record& record) { return record.place.precision == precision; });
    }

    std::filesystem::path data_;
};

}  // namespace raquette::ingest
