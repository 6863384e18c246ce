#include "ingest/place/angle.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <string>
#include <vector>

namespace raquette::ingest {

namespace {

using Axis = Angle::Axis;

/// The characters people type for the marks, as plain ones.
std::string plainMarks(std::string_view text) {
    static constexpr std::array<std::pair<std::string_view, char>, 20> spellings{
        {{"\u00B0", '@'}, {"\u00BA", '@'}, {"\u02DA", '@'}, {"\u2032", '\''}, {"\u2019", '\''}, {"\u2018", '\''}, {"\u00B4", '\''},
         {"`", '\''},     {"\u2033", '"'}, {"\u201D", '"'}, {"\u201C", '"'},  {"''", '"'},      {"\u00A0", ' '},  {"\u202F", ' '},
         {"\u2009", ' '}, {"\u2212", '-'}, {"\u2013", '-'}, {"\t", ' '},      {"(", ' '},       {")", ' '}}};
    std::string once;
    for (std::size_t i = 0; i < text.size();) {
        const auto* const found = std::ranges::find_if(spellings, [&](const auto& s) { return text.substr(i).starts_with(s.first); });
        once += found == spellings.end() ? text[i] : found->second;
        i += found == spellings.end() ? 1 : found->first.size();
    }
    std::string plain;  // two curly minutes are seconds
    for (const char c : once) {
        if (c == '\'' && plain.ends_with('\'')) {
            plain.back() = '"';
        } else {
            plain += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        }
    }
    return plain;
}

struct Hemisphere {
    std::string_view word;
    Axis axis;
    int sign;
};
constexpr std::array<Hemisphere, 11> hemispheres{{{"n", Axis::Latitude, 1},
                                                  {"nord", Axis::Latitude, 1},
                                                  {"north", Axis::Latitude, 1},
                                                  {"s", Axis::Latitude, -1},
                                                  {"sud", Axis::Latitude, -1},
                                                  {"south", Axis::Latitude, -1},
                                                  {"e", Axis::Longitude, 1},
                                                  {"est", Axis::Longitude, 1},
                                                  {"east", Axis::Longitude, 1},
                                                  {"o", Axis::Longitude, -1},
                                                  {"w", Axis::Longitude, -1}}};

/// Reads one angle, mark after mark.
class AngleReader {
public:
    explicit AngleReader(std::string_view plain) : rest_(plain) {}

    std::optional<Angle> read() {
        while (!rest_.empty()) {
            const char c = rest_.front();
            if (c == ' ' || c == ':') {
                rest_.remove_prefix(1);
            } else if ((c >= '0' && c <= '9') || c == '.') {
                if (!readNumber()) return std::nullopt;
            } else if (c == '-' || c == '+') {
                if (!numbers_.empty() || signed_) return std::nullopt;
                signed_ = true;
                negative_ = c == '-';
                rest_.remove_prefix(1);
            } else if (c == '@' || c == '\'' || c == '"') {
                if (!readMark(c == '@' ? 1 : c == '\'' ? 2 : 3)) return std::nullopt;
                rest_.remove_prefix(1);
            } else if (!readWord()) {
                return std::nullopt;
            }
        }
        return angle();
    }

private:
    bool readNumber() {
        if (numbers_.size() == 3 || (!numbers_.empty() && decimals_)) return false;
        std::size_t end = 0;
        std::string digits;
        for (; end < rest_.size() && ((rest_[end] >= '0' && rest_[end] <= '9') || rest_[end] == '.' || rest_[end] == ','); ++end) {
            const bool point = rest_[end] == '.' || rest_[end] == ',';
            if (point && (end + 1 == rest_.size() || rest_[end + 1] < '0' || rest_[end + 1] > '9')) break;
            if (point && decimals_) return false;
            decimals_ = decimals_ || point;
            digits += point ? '.' : rest_[end];
        }
        double value = 0;
        const auto [stop, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
        if (error != std::errc() || stop != digits.data() + digits.size()) return false;
        numbers_.push_back(value);
        rest_.remove_prefix(end);
        return end > 0;
    }

    /// The mark after the n-th number is that of degrees, minutes or seconds.
    bool readMark(std::size_t place) {
        if (numbers_.size() != place || marks_ >= place) return false;
        marks_ = place;
        return true;
    }

    bool readWord() {
        std::size_t end = 0;
        while (end < rest_.size() && rest_[end] >= 'a' && rest_[end] <= 'z') ++end;
        if (end == 0) return false;
        const std::string_view word = rest_.substr(0, end);
        rest_.remove_prefix(end);
        const auto isOne = [&](std::initializer_list<std::string_view> list) { return std::ranges::find(list, word) != list.end(); };
        if (isOne({"lat", "latitude", "lon", "long", "lng", "longitude"})) return numbers_.empty();
        if (isOne({"d", "deg", "degre", "degres"})) return readMark(1);
        if (isOne({"m", "mn", "min"})) return readMark(2);
        if (word == "s" && numbers_.size() == 3 && marks_ == 2) return readMark(3);  // `45d26m12s`
        return readHemisphere(isOne({"ouest", "west"}) ? "w" : word);
    }

    bool readHemisphere(std::string_view word) {
        const auto* const found = std::ranges::find(hemispheres, word, &Hemisphere::word);
        if (found == hemispheres.end() || axis_ != Axis::Unknown) return false;
        axis_ = found->axis;
        negative_ = negative_ || found->sign < 0;
        return true;
    }

    std::optional<Angle> angle() const {
        if (numbers_.empty() || (marks_ == 0 && axis_ == Axis::Unknown)) return std::nullopt;
        double degrees = 0;
        double unit = 1;
        for (std::size_t i = 0; i < numbers_.size(); ++i) {
            if (i > 0 && numbers_[i] >= 60) return std::nullopt;
            degrees += numbers_[i] / unit;
            unit *= 60;
        }
        const double most = axis_ == Axis::Latitude ? 90 : 180;
        if (degrees > most) return std::nullopt;
        return Angle{negative_ ? -degrees : degrees, axis_, numbers_.size() > 1};
    }

    std::string_view rest_;
    std::vector<double> numbers_;
    std::size_t marks_ = 0;
    bool decimals_ = false;
    bool signed_ = false;
    bool negative_ = false;
    Axis axis_ = Axis::Unknown;
};

}  // namespace

std::optional<Angle> readAngle(std::string_view text) {
    const std::string plain = plainMarks(text);
    return AngleReader(plain).read();
}

std::optional<std::pair<Angle, Angle>> readAngles(std::string_view cell) {
    constexpr std::size_t longest = 80;  // no position is longer; every separator is tried
    if (cell.size() > longest) return std::nullopt;
    const std::string plain = plainMarks(cell);
    for (std::size_t i = 1; i + 1 < plain.size(); ++i) {
        const char c = plain[i];
        const bool separator = c == ',' || c == ';' || c == '/' || c == '|' || c == ' ';
        const bool glued = (plain[i - 1] >= 'a' && plain[i - 1] <= 'z') && ((c >= '0' && c <= '9') || c == '-');  // 45°26'N4°23'E
        if (!separator && !glued) continue;
        auto first = AngleReader(std::string_view(plain).substr(0, i)).read();
        auto second = AngleReader(std::string_view(plain).substr(separator ? i + 1 : i)).read();
        if (!first || !second) continue;
        const bool oneKind = first->axis != Axis::Unknown && first->axis == second->axis;
        const bool oneTold = (first->axis == Axis::Unknown) != (second->axis == Axis::Unknown);
        if (oneKind || oneTold) continue;
        if (first->axis == Axis::Longitude) std::swap(first, second);
        return std::pair(*first, *second);
    }
    return std::nullopt;
}

}  // namespace raquette::ingest
