#include "cli/person.h"

#include "cli/json.h"
#include "cli/output.h"
#include "cli/outputs.h"
#include "cli/pipeline.h"
#include "cli/text_table.h"
#include "gis/model/error.h"
#include "gis/text/catalogue.h"
#include "gis/text/numbers.h"
#include "ingest/contributions/erasure.h"

#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

namespace raquette::cli {

namespace {

using ingest::Held;
using model::Language;
using nlohmann::ordered_json;
using text::say;

constexpr std::array<const char*, 3> wheres{"list", "contribution", "history"};

const char* name(Held::Where where) {
    return wheres.at(static_cast<std::size_t>(where));
}

std::string heldText(const std::vector<Held>& held, Language language) {
    const auto heading = [&](const char* key) { return say(language, std::string("person.") + key); };
    TextTable table(
        {{heading("where")}, {heading("row"), Align::Right}, {heading("record")}, {heading("field")}, {heading("value")}, {""}});
    for (const Held& one : held) {
        table.add({say(language, std::string("person.") + name(one.where)) + " " + one.source,
                   one.row > 0 ? text::number(language, static_cast<std::int64_t>(one.row)) : std::string(), one.record, one.field,
                   one.value, say(language, one.isPrivate ? "person.private" : "person.public")});
    }
    return table.text();
}

ordered_json documentOf(const std::vector<Held>& held) {
    ordered_json list = ordered_json::array();
    for (const Held& one : held) {
        list.push_back({{"where", name(one.where)},
                        {"source", one.source},
                        {"row", one.row},
                        {"record", one.record},
                        {"field", one.field},
                        {"value", one.value},
                        {"private", one.isPrivate}});
    }
    return list;
}

}  // namespace

int showPerson(const Options& options) {
    const Progress progress(options.quiet);
    const Computed computed = ingestStudy(options, progress);
    const model::Study& study = computed.state.study;
    const Language language = options.language.value_or(study.language);
    const std::vector<Held> held = ingest::heldOn(options.cooperation.person, computed.state.dataset, ingest::shelfOf(study).get());
    progress.done();
    if (options.json)
        print(written({{"held", documentOf(held)}}));
    else
        print(held.empty() ? say(language, "person.nothing") + "\n" : heldText(held, language));
    return 0;
}

int erasePerson(const Options& options) {
    const std::string& person = options.cooperation.person;
    const Progress progress(options.quiet);
    const model::Study declared = readStudy(options);
    const auto shelf = ingest::requireShelf(declared);
    const ingest::Shelf::Hold hold = shelf->hold();
    const Computed computed = ingestStudy(options, progress);
    progress.stage("Erasing");
    ingest::MergeRequest request;
    request.organisation = options.cooperation.organisation;
    request.reason = options.cooperation.reason;
    request.today = model::isoText(model::today());
    if (ingest::names(request.reason, person)) throw model::UsageError("--reason names the person: it is kept, so say it without.");
    ingest::erase(person, request, computed.state.dataset, *shelf);
    renewStore(options, declared, progress);
    const Computed after = ingestStudy(options, progress);
    // Private cells are no longer taken in; lists go on saying them, and what they say in public, until their owners mend them.
    std::vector<Held> left = ingest::heldOn(person, after.state.dataset, shelf.get());
    for (const Held& one : ingest::heldOn(person, computed.state.dataset, nullptr)) {
        if (std::ranges::find(left, one) == left.end()) left.push_back(one);
    }
    progress.done();
    if (options.json)
        print(written({{"left", documentOf(left)}}));
    else if (!options.quiet)
        print(say(declared.language, "person.erased") + "\n" +
              (left.empty() ? std::string() : say(declared.language, "person.left") + "\n" + heldText(left, declared.language)));
    return 0;
}

}  // namespace raquette::cli
