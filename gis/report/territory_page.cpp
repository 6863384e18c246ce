#include "gis/report/territory_page.h"

#include "gis/analysis/portrait/served_by.h"
#include "gis/analysis/territory_units.h"
#include "gis/model/error.h"
#include "gis/report/document.h"
#include "gis/report/html.h"
#include "gis/report/provider_words.h"
#include "gis/report/sections.h"
#include "gis/report/table.h"
#include "gis/report/telling.h"
#include "gis/report/words.h"
#include "gis/store/sibling.h"
#include "gis/text/catalogue.h"
#include "gis/text/numbers.h"

#include <fmt/format.h>
#include <algorithm>

namespace raquette::report {

namespace {

using analysis::Portrait;
using model::Language;
using text::say;

constexpr std::size_t mostNames = 12;  // of one function
const std::string unknown = "–";

/// A heading and its lines, or the one that stands for none.
std::string block(const std::string& heading, const std::vector<std::string>& lines, const std::string& none) {
    std::string items;
    for (const std::string& line : lines) items += element("li", "", escaped(line)) + "\n";
    return element("section", "class=\"told\"",
                   element("h2", "", escaped(heading)) + (items.empty() ? element("p", "", escaped(none)) : element("ul", "", items))) +
           "\n";
}

std::string whatIsThere(const Portrait& portrait, Language language) {
    std::vector<std::string> lines;
    for (const analysis::FunctionOver& function : portrait.has) lines.push_back(hereText(function, language, mostNames));
    return block(say(language, "card.has"), lines, say(language, "tell.nothing-known"));
}

std::string whatIsMissing(const store::StudyState& state, const Portrait& portrait, Language language) {
    std::vector<std::string> lines;
    for (const analysis::ServiceOver& service : portrait.services) {
        if (service.share && service.uncovered().value > 0) lines.push_back(unreachedText(state, service, language));
    }
    for (const analysis::FunctionOver& function : portrait.lacks) lines.push_back(missingText(function, language));
    return block(say(language, "card.lacks"), lines, say(language, "tell.nothing-missing"));
}

std::string contracts(const store::StudyState& state, const Portrait& portrait, const analysis::Beside& own, Language language) {
    std::vector<std::string> lines;
    if (own.perInhabitant)
        lines.push_back(say(language, "portrait.each",
                            {{"each", text::decimal(language, *own.perInhabitant, 2)}, {"n", text::number(language, own.contracts)}}));
    for (const analysis::ContractOver& over : portrait.contracts) lines.push_back(contractText(state, over, language));
    return block(say(language, "card.contracts"), lines, say(language, "tell.contracts.none"));
}

/// Networks and resource centres, then the bodies it lies in; the lists' people and their numbers stay in the lists.
std::string whoToCall(const store::StudyState& state, const Portrait& portrait, Language language) {
    std::vector<std::string> lines;
    for (const analysis::Resource& resource : portrait.resources) lines.push_back(resourceText(resource, language));
    for (const model::TerritoryId& holder : portrait.holders) lines.push_back(territoryText(state, holder, language));
    return block(say(language, "portrait.call"), lines, say(language, "portrait.call.nobody"));
}

const analysis::ServiceOver* ofService(const Portrait& portrait, std::optional<std::size_t> service) {
    const auto found =
        std::ranges::find_if(portrait.services, [&](const analysis::ServiceOver& over) { return service && over.service == *service; });
    return found == portrait.services.end() || !found->share ? nullptr : &*found;
}

/// What it is, how many live there, how many of them nobody on our list serves, and its rank among its like.
std::string finding(const store::StudyState& state, const Portrait& portrait, std::optional<std::size_t> service, Language language) {
    std::string what = say(language, "level." + std::string(model::name(portrait.territory.level)));
    if (portrait.population)
        what = say(language, "portrait.subtitle",
                   {{"level", what}, {"people", say(language, "report.people", {{"n", text::rounded(language, *portrait.population)}})}});
    std::string out = element("p", "class=\"moves\"", escaped(what)) + "\n";
    const analysis::ServiceOver* over = ofService(portrait, service);
    if (over == nullptr) return out;
    const analysis::ServiceResult& result = state.analysis.services[*service];
    const std::string title = findingTitle(result, language);
    if (over->uncovered().value == 0) {
        out += element(
            "p", "class=\"figure\"",
            escaped(say(language, "card.all-covered")) + " " + escaped(say(language, "report.territory.covered", {{"what", title}})));
    } else {
        const std::string share = text::percent(language, model::Share{1 - over->share->value});
        out += element("p", "class=\"figure\"",
                       element("strong", "", escaped(text::rounded(language, over->uncovered()))) + " " +
                           escaped(say(language, "report.territory.figure", {{"share", share}, {"what", inSentence(title)}})));
    }
    const std::string rank = rankText(*over, portrait.territory.level, language);
    return out + (rank.empty() ? std::string() : element("p", "class=\"moves\"", escaped(rank)) + "\n");
}

std::string whoServes(const store::StudyState& state, std::size_t service, const model::TerritoryId& territory, Language language) {
    const analysis::ServiceResult& result = state.analysis.services[service];
    const auto head = [&](const char* key) { return say(language, std::string("report.") + key); };
    std::string out = element("h2", "", escaped(head("serves.title")));
    const ProviderRecords records(state.dataset);
    std::vector<TableRow> rows;
    for (const analysis::ServedBy& served : analysis::servedBy(state.reference, result, territory)) {
        const analysis::Provider& provider = result.providers[served.provider];
        const TableCell distance{served.distance ? text::distance(language, *served.distance) : unknown,
                                 served.distance ? fmt::format("{:.0f}", served.distance->value) : ""};
        rows.push_back(
            {{{provider.name}, {communeName(state.reference, provider.commune)}, {functionsText(records.of(provider), language)}, distance},
             provider.placed ? fmt::format("data-service=\"{}\" data-provider=\"{}\"", service, escaped(provider.id)) : ""});
    }
    if (rows.empty()) return element("section", "", out + element("p", "", escaped(head("serves.none"))));
    out += element("p", "", escaped(say(language, "report.serves.said", {{"reach", reachWords(language, result.service.reach)}})));
    out +=
        sortableTable(head("serves.title"),
                      {{head("exists.name")}, {head("exists.commune")}, {head("exists.functions")}, {head("serves.distance"), true}}, rows);
    return element("section", "", out) + "\n";
}

std::string neighbours(const store::StudyState& state, const std::vector<analysis::Beside>& beside, std::optional<std::size_t> service,
                       Language language) {
    if (beside.size() < 2) return {};
    std::string title = say(language, "portrait.beside");
    if (service) {
        const model::Service& asked = state.analysis.services[*service].service;
        title = say(language, "portrait.beside.service",
                    {{"service", inSentence(asked.label.in(language))}, {"reach", reachWords(language, asked.reach)}});
    }
    std::vector<TableRow> rows;
    for (const analysis::Beside& one : beside) {
        TableRow row{
            {{one.name.empty() ? one.territory.code : one.name},
             {one.population ? text::rounded(language, *one.population) : unknown,
              one.population ? fmt::format("{}", one.population->value) : ""},
             {one.providers ? text::number(language, *one.providers) : unknown, one.providers ? fmt::format("{}", *one.providers) : ""},
             {one.covered ? text::percent(language, *one.covered) : unknown, one.covered ? fmt::format("{:.6f}", one.covered->value) : ""},
             {one.perInhabitant ? text::decimal(language, *one.perInhabitant, 2) : unknown,
              one.perInhabitant ? fmt::format("{:.4f}", *one.perInhabitant) : ""}}};
        if (&one == &beside.front()) row.attributes = "class=\"own-row\"";
        rows.push_back(std::move(row));
    }
    std::vector<TableColumn> columns;
    for (const char* key : {"name", "people", "providers", "covered", "each"})
        columns.push_back({say(language, std::string("portrait.head.") + key), key != std::string_view("name")});
    return element("section", "", element("h2", "", escaped(title)) + sortableTable(title, columns, rows)) + "\n";
}

}  // namespace

std::string htmlTerritoryPage(const store::StudyState& state, const model::TerritoryId& territory, std::optional<std::size_t> service,
                              Language language) {
    if (territory.level == model::Level::Study || analysis::indexOf(state.reference, territory) == model::nowhere)
        throw model::Error(
            fmt::format("The reference has no commune, EPCI, département or région `{}`. Is its code right?", territory.text()));
    const Portrait portrait = analysis::portraitOf(state.study, state.reference, state.dataset, state.analysis, territory);
    const MapScope scope = aroundTerritory(state, territory, portrait.neighbours, service);
    std::vector<model::TerritoryId> all{territory};
    std::ranges::copy(portrait.neighbours, std::back_inserter(all));
    const std::vector<analysis::Beside> beside =
        analysis::besideOneAnother(state.reference, state.analysis, all, service.value_or(state.analysis.services.size()));

    const std::string title =
        say(language, "portrait.title",
            {{"name", portrait.name.empty() ? territory.code : portrait.name}, {"whose", whoseListsText(state, language)}});
    std::string main = element("h1", "", escaped(title)) + "\n" + finding(state, portrait, service, language);
    if (service && !scope.windows.empty()) main += mapSection(state, scope, *service, language);
    main += element("div", "class=\"columns\"",
                    whatIsThere(portrait, language) + whatIsMissing(state, portrait, language) +
                        contracts(state, portrait, beside.front(), language) + whoToCall(state, portrait, language)) +
            "\n";
    if (service) main += whoServes(state, *service, territory, language);
    main += neighbours(state, beside, service, language);
    if (service) main += element("section", "", holesSection(state, scope, *service, language)) + "\n";
    const std::string surveyed = say(language, "portrait.surveyed." + std::string(model::name(portrait.surveyed)));
    main += element("section", "", completenessSection(state, language) + element("p", "", escaped(surveyed))) +
            element("section", "", methodSection(state, language));
    const std::string header = fmt::format("{} · {}", state.study.title.in(language), text::date(language, state.study.date));
    return documentOf(state, scope, {title, header, main}, language);
}

void writeHtmlTerritoryPage(const store::StudyState& state, const model::TerritoryId& territory, std::optional<std::size_t> service,
                            Language language, const std::filesystem::path& path) {
    store::writeWhole(path, htmlTerritoryPage(state, territory, service, language));
}

}  // namespace raquette::report
