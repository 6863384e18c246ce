#pragma once

#include "gis/analysis/portrait/portrait.h"
#include "gis/store/store.h"

#include <string>
#include <vector>

namespace raquette::report {

// What a portrait says, line by line, for the cards of the window, its page for officials and the printed page.

/// « Diffusion : Le Fil, Gaga jazz et 3 autres », with up to `most` names.
std::string hereText(const analysis::FunctionOver& function, model::Language language, std::size_t most);
/// « Festival (le plus proche : X, à 12 km) ».
std::string missingText(const analysis::FunctionOver& function, model::Language language);
/// « Répétition, à moins de 20 km : 12 % des habitants desservis »: of a service that does not reach everybody.
std::string unreachedText(const store::StudyState& state, const analysis::ServiceOver& over, model::Language language);
/// Title, type, period, EUR per inhabitant, and whether it covers a part only, or has ended.
std::string contractText(const store::StudyState& state, const analysis::ContractOver& over, model::Language language);
/// « N° 3 sur 12 (communes)… »; empty where it is not ranked.
std::string rankText(const analysis::ServiceOver& service, model::Level level, model::Language language);
/// The share covered over the years, in up to four steps; empty without years.
std::string trendText(const store::StudyState& state, const analysis::ServiceOver& service, const model::TerritoryId& of,
                      model::Language language);
std::string resourceText(const analysis::Resource& resource, model::Language language);
/// « Loire (département) ».
std::string territoryText(const store::StudyState& state, const model::TerritoryId& id, model::Language language);
/// Source, sheet where the study names one, and row.
std::string writtenText(const store::StudyState& state, const model::Origin& origin, model::Language language);
/// « moyens partagés (simple) ».
std::string intensityText(model::Intensity intensity, model::Language language);
/// « 2017 – 2021 », « depuis 2019 », « dates inconnues ».
std::string periodText(const model::Period& period, model::Language language);
/// Up to `most` of them joined by commas, then « et 4 autres ».
std::string listText(const std::vector<std::string>& names, std::size_t most, model::Language language);

/// « la liste de X », « nos 4 listes »: whose lists a page speaks for.
std::string whoseListsText(const store::StudyState& state, model::Language language);

}  // namespace raquette::report
