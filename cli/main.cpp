#include "cli/command_line.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "gis/model/error.h"

#include <csignal>
#include <exception>
#include <new>

namespace {

using namespace raquette;

int dispatch(const cli::Options& options) {
    switch (options.verb) {
        case cli::Verb::Run:
            return cli::run(options);
        case cli::Verb::Check:
            return cli::check(options);
        case cli::Verb::Ingest:
            return cli::ingest(options);
        case cli::Verb::Analyse:
            return cli::analyse(options);
        case cli::Verb::Export:
            return cli::exportStudy(options);
        case cli::Verb::Map:
            return cli::map(options);
        case cli::Verb::Report:
            return cli::report(options);
        case cli::Verb::Explain:
            return cli::explain(options);
        case cli::Verb::Simulate:
            return cli::simulate(options);
        case cli::Verb::Compare:
            return cli::compare(options);
        case cli::Verb::Site:
            return cli::site(options);
        case cli::Verb::Contribute:
            return cli::contribute(options);
        case cli::Verb::Merge:
            return cli::merge(options);
        case cli::Verb::Revert:
            return cli::revert(options);
        case cli::Verb::Log:
            return cli::log(options);
        case cli::Verb::View:
            return cli::view(options);
        case cli::Verb::ReferenceBuild:
            return cli::buildReference(options);
        case cli::Verb::ReferenceInfo:
            return cli::describeReference(options);
    }
    return 1;
}

int parseThenRun(int argc, const char* const* argv) {
    const auto parsed = cli::parseCommandLine(argc, argv);
    if (const auto* text = std::get_if<cli::Text>(&parsed)) {
        cli::print(text->text);
        return 0;
    }
    return dispatch(std::get<cli::Options>(parsed));
}

}  // namespace

int main(int argc, char** argv) {
    // A file-size limit is then an error like a full disk, told and cleaned up, not a death in the middle of a file.
    std::signal(SIGXFSZ, SIG_IGN);
    try {
        return parseThenRun(argc, argv);
    } catch (const model::UsageError& error) {
        cli::complain(error.what());
        return 2;
    } catch (const model::Error& error) {
        cli::complain(error.what());
        return 1;
    } catch (const std::bad_alloc&) {
        cli::complain("There is not enough memory for this study.");
        return 1;
    } catch (const std::exception& error) {
        cli::complain(std::string("This is a fault of Raquette itself, please report it: ") + error.what());
        return 1;
    }
}
