#include "gis/model/error.h"
#include "ingest/study/study_file.h"
#include "tests/fuzz/fuzz.h"

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>

// A study file is read, or refused at a line of it.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace raquette;
    static const std::filesystem::path path =
        std::filesystem::temp_directory_path() / ("raquette-fuzz-" + std::to_string(getpid()) + ".toml");
    std::ofstream(path, std::ios::binary) << fuzz::textOf(data, size);
    try {
        ingest::readStudyFile(path, model::Day{});
    } catch (const model::Error& error) {
        fuzz::require(std::string_view(error.what()).starts_with(path.string() + ":"));
    }
    return 0;
}
