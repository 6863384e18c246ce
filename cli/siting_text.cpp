#include "cli/siting_text.h"

#include "cli/text_table.h"
#include "gis/text/catalogue.h"
#include "gis/text/how_far.h"
#include "gis/text/numbers.h"

#include <cmath>

namespace raquette::cli {

namespace {

using analysis::SitingAnswer;
using analysis::SitingModel;
using model::Language;

using Values = std::vector<std::pair<std::string, std::string>>;

class SitingSheet {
public:
    SitingSheet(const model::Service& service, const SitingAnswer& answer, Language language)
        : service_(service), answer_(answer), language_(language) {}

    std::string text() const {
        const std::string model(name(answer_.question.model));
        const std::string one = answer_.places.size() == 1 ? ".one" : "";
        std::string out = line("site.title." + model + one) + "\n" + placeTable() + "\n" + line("site.before") + line("site.after" + one);
        if (answer_.question.model == SitingModel::Backup) out += line("site.twice");
        if (answer_.before) out += weighedLines(model);
        out += line(boundKey(model));
        out += line(byTime() ? "site.verified.time" : "site.verified");
        if (!answer_.curve.empty()) out += "\n" + line("site.curve") + curveTable();
        return out + "\n" + line("site.not-only-a-building");
    }

private:
    std::string say(const std::string& key) const { return text::say(language_, key); }
    std::string line(const std::string& key) const { return text::say(language_, key, values()) + "\n"; }
    std::string number(std::int64_t value) const { return text::number(language_, value); }
    std::string share(model::Inhabitants people) const {
        const auto all = static_cast<double>(answer_.population.value);
        return text::percent(language_, {static_cast<double>(people.value) / all}, 1);
    }
    bool byTime() const { return answer_.question.time.has_value(); }

    std::string weighedLines(const std::string& model) const {
        const bool mean = answer_.question.model == SitingModel::MeanDistance;
        std::string out = line((byTime() && mean ? "site.time." : "site.distance.") + model);
        if (answer_.leftAside.value > 0) out += line("site.left-aside");
        if (answer_.unjoined.value > 0) out += line("site.unjoined");
        return out;
    }

    std::string boundKey(const std::string& model) const {
        const bool bySecond = byTime() && answer_.question.model == SitingModel::MeanDistance && answer_.proven();
        return "site.bound." + model + (answer_.proven() ? ".proven" : ".open") + (bySecond ? ".time" : "");
    }

    /// As the model weighs it.
    std::string far(double value) const {
        if (!std::isfinite(value)) return "–";
        return byTime() ? text::decimal(language_, value, 1) + "\u00A0min" : km(value);
    }

    std::string km(double metres) const { return text::decimal(language_, metres / 1000, 2) + "\u00A0km"; }

    Values values() const {
        const auto rounded = [](double value) { return static_cast<std::int64_t>(std::llround(value)); };
        const double missing = std::abs(answer_.bound - answer_.value) / std::max(1.0, std::abs(answer_.value));
        const bool weighed = answer_.before.has_value();
        return {{"label", service_.label.in(language_)},
                {"reach", answer_.question.time ? text::duration(language_, *answer_.question.time)
                                                : text::distance(language_, answer_.question.reach)},
                {"count", number(std::ssize(answer_.places))},
                {"candidates", number(std::ssize(answer_.question.candidates))},
                {"providers", number(static_cast<std::int64_t>(answer_.providers))},
                {"all", number(answer_.population.value)},
                {"served", number(answer_.served.value)},
                {"servedShare", share(answer_.served)},
                {"reachable", number(answer_.reachable.value)},
                {"more", number(answer_.more.value)},
                {"sum", number((answer_.served + answer_.more).value)},
                {"sumShare", share(answer_.served + answer_.more)},
                {"twiceBefore", number(answer_.servedTwice.value)},
                {"twice", number(answer_.twiceAfter.value)},
                {"before", weighed ? far(*answer_.before) : ""},
                {"value", weighed ? far(answer_.value) : number(rounded(answer_.value))},
                {"bound", weighed ? far(answer_.bound) : number(rounded(answer_.bound))},
                {"aside", number(answer_.leftAside.value)},
                {"unjoined", number(answer_.unjoined.value)},
                {"missing", text::percent(language_, {missing}, 3)}};
    }

    std::string placeTable() const {
        TextTable table({{say("site.column.rank"), Align::Right},
                         {say("site.column.place")},
                         {say("site.column.departement")},
                         {say("site.column.more"), Align::Right},
                         {say("site.column.sum"), Align::Right},
                         {say("site.column.share"), Align::Right}});
        std::int64_t rank = 0;
        for (const analysis::SitedPlace& place : answer_.places) {
            table.add({number(++rank), place.candidate.name, place.departement, number(place.more.value), number(place.sum.value),
                       share(answer_.served + place.sum)});
        }
        return table.text();
    }

    std::string curveTable() const {
        TextTable table(
            {{say("site.column.count"), Align::Right}, {say("site.column.best"), Align::Right}, {say("site.column.bound"), Align::Right}});
        for (const analysis::SitingStep& step : answer_.curve) {
            table.add({number(step.count), number(step.people.value),
                       step.people == step.bound ? say("site.proven") : "≤ " + number(step.bound.value)});
        }
        return table.text();
    }

    const model::Service& service_;
    const SitingAnswer& answer_;
    Language language_;
};

}  // namespace

std::string sitingText(const model::Service& service, const SitingAnswer& answer, Language language) {
    return SitingSheet(service, answer, language).text();
}

}  // namespace raquette::cli
