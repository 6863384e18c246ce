#include "ingest/contributions/contribution_file.h"

#include "gis/model/error.h"
#include "gis/model/period.h"
#include "gis/store/sibling.h"
#include "ingest/contributions/changeset.h"
#include "ingest/contributions/digest.h"
#include "ingest/contributions/erased_value.h"
#include "ingest/contributions/record_fields.h"
#include "ingest/table/text_file.h"

#include <fmt/format.h>
#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

namespace raquette::ingest {

namespace {

using model::Contribution;
using model::FieldChange;
using nlohmann::json;

constexpr int version = 1;
constexpr std::size_t largest = 64 << 20;    // bytes of a file: a study's lists are smaller
constexpr std::size_t longestValue = 65536;  // bytes of a field

json manifestOf(const Contribution& contribution, const std::string& changeset) {
    return {{"version", version},
            {"id", contribution.id},
            {"study", contribution.study},
            {"base", contribution.base},
            {"organisation", contribution.organisation},
            {"author", contribution.author},
            {"date", contribution.date},
            {"reason", contribution.reason},
            {"tables", {{"fields", {"record", "field", "value"}}}},
            {"bytes", changeset.size()},
            {"sha256", digestOf(changeset)}};
}

std::string textIn(const json& manifest, const char* key) {
    auto text = manifest.at(key).get<std::string>();
    if (!isUtf8(text) || text.size() > longestValue || text.find('\0') != std::string::npos)
        throw model::Error(fmt::format("`{}` of its manifest is no text of a contribution", key));
    return text;
}

void checkChange(const FieldChange& change) {
    for (const std::string* text : {&change.record, &change.field, &change.before, &change.after}) {
        if (!isUtf8(*text) || text->size() > longestValue || text->find('\0') != std::string::npos)
            throw model::Error("a field of it is no text, or longer than any list's");
    }
    if (change.record.empty()) throw model::Error("a change of it names no record");
    if (!isContributedField(change.field)) throw model::Error(fmt::format("it changes a field that no list has: “{}”", change.field));
}

Contribution read(std::string_view bytes) {
    if (!bytes.starts_with(contributionHead)) throw model::Error("it is no contribution of Raquette");
    bytes.remove_prefix(contributionHead.size());
    const std::size_t end = bytes.find('\n');
    if (end == std::string_view::npos) throw model::Error("it was cut short: have it sent again");
    const json manifest = json::parse(bytes.substr(0, end));
    if (manifest.at("version").get<int>() > version)
        throw model::Error("it was made by a later version of Raquette: this one cannot read it");
    const std::string_view changeset = bytes.substr(end + 1);
    if (manifest.at("bytes").get<std::size_t>() != changeset.size()) throw model::Error("it was cut short: have it sent again");
    if (manifest.at("sha256").get<std::string>() != digestOf(changeset))
        throw model::Error("it is no longer what was written: have it sent again");
    Contribution contribution;
    contribution.study = textIn(manifest, "study");
    contribution.base = textIn(manifest, "base");
    contribution.organisation = textIn(manifest, "organisation");
    contribution.author = textIn(manifest, "author");
    contribution.date = textIn(manifest, "date");
    contribution.reason = textIn(manifest, "reason");
    if (contribution.organisation.empty()) throw model::Error("it does not say for which organisation it speaks");
    if (!model::parseDay(contribution.date)) throw model::Error("its date is no day");
    contribution.changes = changesIn(changeset);
    for (const FieldChange& change : contribution.changes) checkChange(change);
    settle(contribution);
    if (manifest.at("id").get<std::string>() != contribution.id) throw model::Error("its content is not the one its id was made of");
    return contribution;
}

}  // namespace

std::string contributionId(const Contribution& contribution) {
    constexpr std::size_t digits = 16;
    json changes = json::array();
    for (const FieldChange& change : contribution.changes) {
        if (isPersonalField(change.field))
            changes.push_back({change.record, change.field});
        else
            changes.push_back({change.record, change.field, digestOfText(change.before), digestOfText(change.after)});
    }
    const json content{contribution.study, contribution.organisation, contribution.date, changes};
    return digestOf(content.dump(-1, ' ', false, json::error_handler_t::replace)).substr(0, digits);
}

void settle(Contribution& contribution) {
    auto& changes = contribution.changes;
    std::erase_if(changes, [](const FieldChange& change) { return change.before == change.after && !isErased(change.after); });
    std::ranges::sort(changes, {}, [](const FieldChange& change) { return std::pair(change.record, change.field); });
    const auto twice = std::ranges::adjacent_find(
        changes, [](const FieldChange& a, const FieldChange& b) { return a.record == b.record && a.field == b.field; });
    if (twice != changes.end())
        throw model::Error(fmt::format("A contribution changes a field once: `{}` of {} is there twice.", twice->field, twice->record));
    if (changes.empty()) throw model::Error("Nothing is changed: there is nothing to contribute.");
    contribution.id = contributionId(contribution);
}

std::string contributionBytes(const Contribution& contribution) {
    const std::string changeset = changesetOf(contribution.changes);
    return std::string(contributionHead) + manifestOf(contribution, changeset).dump(-1, ' ', false, json::error_handler_t::replace) + "\n" +
           changeset;
}

Contribution contributionFrom(std::string_view bytes, const std::string& name) {
    try {
        return read(bytes);
    } catch (const model::Error& problem) {
        std::string why = problem.what();
        if (why.ends_with('.')) why.pop_back();
        throw model::Error(fmt::format("{}: {}.", name, why));
    } catch (const json::exception&) {
        throw model::Error(fmt::format("{}: its manifest is damaged or lacks something: have it sent again.", name));
    }
}

Contribution readContribution(const std::filesystem::path& file) {
    std::error_code error;
    if (std::filesystem::file_size(file, error) > largest && !error)
        throw model::Error(fmt::format("{}: it is too large to be a contribution.", file.string()));
    return contributionFrom(readBytes(file), file.string());
}

void writeContribution(const Contribution& contribution, const std::filesystem::path& file) {
    store::writeWhole(file, contributionBytes(contribution));
}

}  // namespace raquette::ingest
