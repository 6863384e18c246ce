#include "tests/ingest/table/spreadsheets.h"

#include <cpl_vsi.h>
#include <fmt/format.h>

namespace raquette::ingest {

namespace {

using Parts = std::vector<std::pair<std::string, std::string>>;

std::filesystem::path writeZip(const std::filesystem::path& path, const Parts& parts) {
    std::filesystem::remove(path);
    const std::string zip = "/vsizip/{" + path.string() + "}";
    VSILFILE* whole = VSIFOpenL(zip.c_str(), "wb");
    for (const auto& [name, text] : parts) {
        VSILFILE* part = VSIFOpenL(fmt::format("{}/{}", zip, name).c_str(), "wb");
        VSIFWriteL(text.data(), 1, text.size(), part);
        VSIFCloseL(part);
    }
    VSIFCloseL(whole);
    return path;
}

}  // namespace

std::filesystem::path writeXlsx(const std::filesystem::path& path, const Sheets& sheets) {
    const std::string head = "<?xml version=\"1.0\"?>";
    const std::string schemas = "http://schemas.openxmlformats.org/";
    std::string list;
    std::string links;
    Parts parts;
    for (std::size_t i = 0; i < sheets.size(); ++i) {
        const std::string number = std::to_string(i + 1);
        list += fmt::format(R"(<sheet name="{}" sheetId="{}" r:id="rId{}"/>)", sheets[i].first, number, number);
        links += fmt::format(R"(<Relationship Id="rId{}" Type="{}officeDocument/2006/relationships/worksheet" )", number, schemas);
        links += fmt::format(R"(Target="worksheets/sheet{}.xml"/>)", number);
        parts.emplace_back(fmt::format("xl/worksheets/sheet{}.xml", number),
                           fmt::format(R"({}<worksheet xmlns="{}spreadsheetml/2006/main"><sheetData>{}</sheetData></worksheet>)", head,
                                       schemas, sheets[i].second));
    }
    parts.insert(parts.begin(),
                 {{"[Content_Types].xml",
                   head + "<Types xmlns=\"" + schemas + "package/2006/content-types\"><Override PartName=\"/xl/worksheets/sheet1.xml\" " +
                       "ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/></Types>"},
                  {"xl/workbook.xml", head + "<workbook xmlns=\"" + schemas + "spreadsheetml/2006/main\" xmlns:r=\"" + schemas +
                                          "officeDocument/2006/relationships\"><sheets>" + list + "</sheets></workbook>"},
                  {"xl/_rels/workbook.xml.rels",
                   head + "<Relationships xmlns=\"" + schemas + "package/2006/relationships\">" + links + "</Relationships>"},
                  // Style 1 is a day.
                  {"xl/styles.xml",
                   head + "<styleSheet xmlns=\"" + schemas +
                       "spreadsheetml/2006/main\"><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>"}});
    return writeZip(path, parts);
}

std::filesystem::path writeOds(const std::filesystem::path& path, const Sheets& sheets) {
    std::string body =
        R"(<?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" )"
        R"(xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">)"
        "<office:body><office:spreadsheet>";
    for (const auto& [name, rows] : sheets) {
        body += fmt::format(R"(<table:table table:name="{}">{}</table:table>)", name, rows);
    }
    body += "</office:spreadsheet></office:body></office:document-content>";
    return writeZip(path, {{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}, {"content.xml", body}});
}

std::string xlsxRow(long number, const std::vector<std::string>& texts) {
    std::string row = "<row r=\"" + std::to_string(number) + "\">";
    char column = 'A';
    for (const std::string& text : texts) {
        row += fmt::format(R"(<c r="{}{}" t="inlineStr"><is><t>{}</t></is></c>)", column++, number, text);
    }
    return row + "</row>";
}

std::string odsText(const std::string& text) {
    return "<table:table-cell office:value-type=\"string\"><text:p>" + text + "</text:p></table:table-cell>";
}

std::string odsRow(const std::vector<std::string>& texts) {
    std::string row = "<table:table-row>";
    for (const std::string& text : texts) row += odsText(text);
    return row + "</table:table-row>";
}

std::string odsEmptyRows(long count) {
    return "<table:table-row table:number-rows-repeated=\"" + std::to_string(count) + "\"><table:table-cell/></table:table-row>";
}

}  // namespace raquette::ingest
