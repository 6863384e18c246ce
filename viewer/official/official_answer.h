#pragma once

#include "viewer/cards/card.h"

#include <array>
#include <optional>

namespace raquette::viewer {

/// What an elected official asks about a territory, in this order.
enum class OfficialQuestion { Have, Lack, Call, Beside, Print };
inline constexpr std::array allOfficialQuestions{OfficialQuestion::Have, OfficialQuestion::Lack, OfficialQuestion::Call,
                                                 OfficialQuestion::Beside, OfficialQuestion::Print};

/// Id of the question for words().
const char* keyOf(OfficialQuestion question);

/// The answer for a commune, EPCI, département or région; `service` is the one that the map shows, if any.
Card officialAnswer(const store::StudyState& state, std::optional<std::size_t> service, const model::TerritoryId& territory,
                    OfficialQuestion question, model::Language language);

/// What stands above the questions: which territory, its people, and how many the service reaches.
Card officialHead(const store::StudyState& state, std::optional<std::size_t> service, const model::TerritoryId& territory,
                  model::Language language);

}  // namespace raquette::viewer
