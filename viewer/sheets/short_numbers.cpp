#include "viewer/sheets/short_numbers.h"

#include "gis/model/error.h"

#include <fmt/format.h>
#include <array>
#include <charconv>
#include <exception>
#include <memory>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>
#include <string>
#include <string_view>
#include <vector>

namespace raquette::viewer {

namespace {

/// Of the numbers before these operators (PDF 32000-1, annex A) so many decimals are kept. Letters are set from where the last one
/// stood, so that theirs add up; colours, widths and matrices stay as they are.
struct Kept {
    std::string_view before;
    int decimals;
};
constexpr std::array kept{Kept{"m", 2}, Kept{"l", 2}, Kept{"c", 2}, Kept{"v", 2}, Kept{"y", 2}, Kept{"re", 2}, Kept{"Td", 5}};

std::string shortened(const std::string& number, int decimals) {
    double value = 0;
    const auto [end, problem] = std::from_chars(number.data(), number.data() + number.size(), value);
    if (problem != std::errc() || end != number.data() + number.size()) return number;
    std::string text = fmt::format("{:.{}f}", value, decimals);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
    return text == "-0" ? "0" : text;
}

class Shortening : public QPDFObjectHandle::TokenFilter {
public:
    void handleToken(const QPDFTokenizer::Token& token) override {
        switch (token.getType()) {
            case QPDFTokenizer::tt_integer:
            case QPDFTokenizer::tt_real:
                numbers_.push_back(token.getValue());
                return;
            case QPDFTokenizer::tt_space:
                if (numbers_.empty()) writeToken(token);
                return;
            case QPDFTokenizer::tt_word:
                for (const Kept& one : kept) {
                    if (token.getValue() != one.before) continue;
                    for (std::string& number : numbers_) number = shortened(number, one.decimals);
                }
                break;
            default:
                break;
        }
        writeNumbers();
        writeToken(token);
    }

    void handleEOF() override { writeNumbers(); }

private:
    void writeNumbers() {
        for (const std::string& number : numbers_) write(number + " ");
        numbers_.clear();
    }

    std::vector<std::string> numbers_;
};

}  // namespace

QByteArray withShortNumbers(const QByteArray& pdf) {
    try {
        QPDF document;
        document.setSuppressWarnings(true);  // what is wrong with one is thrown
        document.processMemoryFile("page", pdf.constData(), static_cast<std::size_t>(pdf.size()));
        for (const QPDFObjectHandle& page : document.getAllPages())
            QPDFPageObjectHelper(page).addContentTokenFilter(std::make_shared<Shortening>());
        QPDFWriter writer(document);
        writer.setOutputMemory();
        writer.write();
        const auto bytes = writer.getBufferSharedPointer();
        return {reinterpret_cast<const char*>(bytes->getBuffer()), static_cast<qsizetype>(bytes->getSize())};
    } catch (const std::exception& problem) {
        throw model::Error(fmt::format("The PDF could not be written: {}", problem.what()));
    }
}

}  // namespace raquette::viewer
