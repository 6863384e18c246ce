#pragma once

#include <array>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace raquette::store {
struct StudyState;
}

namespace raquette::viewer {

struct NewStudy;

/// What was understood of a list: its columns, where its rows stand, what is doubtful.
struct ListReading {
    struct Column {
        std::string name;  ///< as the list has it
        std::string key;   ///< ours; empty: not used
        std::string because;
        double filled = 0;  ///< share of its cells that say something
        bool personal = false;
        std::vector<std::string> samples;  ///< a few of its cells; none of a private column
    };
    struct Doubt {
        long row = 0;  ///< as a spreadsheet shows it; 0: the whole list
        std::string column, value, rule, action;
        bool rejected = false;  ///< the row was set aside
    };
    struct Question {
        std::string text, because;
        std::vector<std::pair<std::string, std::string>> choices;  ///< answers there may be, and each as a study file says it
        std::string record;                                        ///< whose place is asked; empty for a question of another kind
    };

    std::vector<std::string> sheets;  ///< the one that was read first
    std::vector<std::string> keys;    ///< that a list of this kind may have
    std::vector<Column> columns;
    std::array<long, 5> atPrecision{};  ///< kept rows with a position, by model::Precision
    long rows = 0, notPlaced = 0, rejected = 0;
    std::vector<Doubt> doubts;  ///< rows set aside first
    std::vector<Question> questions;
    std::vector<std::pair<std::string, std::string>> areas;  ///< régions, then départements: `reg:52` and its name
    std::shared_ptr<const store::StudyState> state;          ///< the placed rows, to be drawn
};

/// Throws model::Error saying what is wrong with the list.
using ReadList = std::function<ListReading(const NewStudy&)>;

}  // namespace raquette::viewer
