#include "ingest/duplicates/record_values.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <array>

namespace raquette::ingest {

namespace {

using model::Actor;

std::string listText(const std::vector<model::SharedText>& words) {
    return fmt::format("{}", fmt::join(words, " | "));
}

std::string dateText(const std::optional<model::PartialDate>& date) {
    return date ? date->text() : std::string();
}

std::string memberText(model::Membership member) {
    switch (member) {
        case model::Membership::Member:
            return "member";
        case model::Membership::NotMember:
            return "not-member";
        case model::Membership::Unknown:
            break;
    }
    return {};
}

const std::array<RecordValue, 16> values{{
    {"name", [](const Actor& r) { return r.name.str(); }, [](Actor& to, const Actor& from) { to.name = from.name; }},
    {"functions", [](const Actor& r) { return listText(r.functions); },
     [](Actor& to, const Actor& from) { to.functions = from.functions; }},
    {"type", [](const Actor& r) { return r.type.str(); }, [](Actor& to, const Actor& from) { to.type = from.type; }},
    {"labels", [](const Actor& r) { return listText(r.labels); }, [](Actor& to, const Actor& from) { to.labels = from.labels; }},
    {"legal_form", [](const Actor& r) { return r.legalForm.str(); }, [](Actor& to, const Actor& from) { to.legalForm = from.legalForm; }},
    {"network", [](const Actor& r) { return r.network.str(); }, [](Actor& to, const Actor& from) { to.network = from.network; }},
    {"member", [](const Actor& r) { return memberText(r.member); }, [](Actor& to, const Actor& from) { to.member = from.member; }},
    {"status", [](const Actor& r) { return r.status.str(); }, [](Actor& to, const Actor& from) { to.status = from.status; }},
    {"opened", [](const Actor& r) { return dateText(r.opened); }, [](Actor& to, const Actor& from) { to.opened = from.opened; }},
    {"closed", [](const Actor& r) { return dateText(r.closed); }, [](Actor& to, const Actor& from) { to.closed = from.closed; }},
    {"capacity", [](const Actor& r) { return r.capacity ? std::to_string(*r.capacity) : std::string(); },
     [](Actor& to, const Actor& from) { to.capacity = from.capacity; }},
    {"address", [](const Actor& r) { return r.address.str(); }, [](Actor& to, const Actor& from) { to.address = from.address; }},
    {"siret", [](const Actor& r) { return r.siret.str(); }, [](Actor& to, const Actor& from) { to.siret = from.siret; }},
    {"rna", [](const Actor& r) { return r.rna.str(); }, [](Actor& to, const Actor& from) { to.rna = from.rna; }},
    {"website", [](const Actor& r) { return r.website.str(); }, [](Actor& to, const Actor& from) { to.website = from.website; }},
    {"notes", [](const Actor& r) { return r.notes.str(); }, [](Actor& to, const Actor& from) { to.notes = from.notes; }},
}};

}  // namespace

std::span<const RecordValue> recordValues() {
    return values;
}

}  // namespace raquette::ingest
