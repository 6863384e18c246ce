#include "gis/store/stored_tables.h"

#include <algorithm>

namespace raquette::store {

int StoredRow::filled(const char* column) const {
    if (next_ >= asked_.size() || asked_[next_].first != column) {
        const auto known = std::ranges::find(asked_, column, &std::pair<std::string, int>::first);
        next_ = static_cast<std::size_t>(known - asked_.begin());
        if (known == asked_.end()) asked_.emplace_back(column, findColumn(column));
    }
    const int at = asked_[next_++].second;
    return at >= 0 && isFilled(at) ? at : -1;
}

std::string StoredRow::text(const char* column) const {
    const int at = filled(column);
    return at < 0 ? std::string() : textAt(at);
}

std::optional<std::int64_t> StoredRow::whole(const char* column) const {
    const int at = filled(column);
    if (at < 0) return std::nullopt;
    return wholeAt(at);
}

std::optional<double> StoredRow::number(const char* column) const {
    const int at = filled(column);
    if (at < 0) return std::nullopt;
    return numberAt(at);
}

}  // namespace raquette::store
