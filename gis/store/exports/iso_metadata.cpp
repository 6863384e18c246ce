#include "gis/store/exports/about_export.h"

#include "gis/geometry/measure.h"
#include "gis/text/catalogue.h"
#include "gis/text/numbers.h"

#include <cpl_conv.h>
#include <cpl_minixml.h>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <algorithm>
#include <memory>

// Elements and their order are those of ISO/TS 19139:2007, which a schema checks.

namespace raquette::store {

namespace {

using model::Language;
using text::say;

struct FreeTree {
    void operator()(CPLXMLNode* node) const { CPLDestroyXMLNode(node); }
};
struct FreeText {
    void operator()(char* text) const { CPLFree(text); }
};

constexpr const char* codeLists = "http://standards.iso.org/iso/19139/resources/gmxCodelists.xml";

CPLXMLNode& child(CPLXMLNode& parent, const char* name) {
    return *CPLCreateXMLNode(&parent, CXT_Element, name);
}

/// XML 1.0 has no sign for most control characters.
std::string printable(std::string text) {
    std::erase_if(text, [](unsigned char c) { return c < 0x20 && c != '\t' && c != '\n'; });
    return text;
}

void value(CPLXMLNode& parent, const char* name, const char* type, const std::string& text) {
    CPLCreateXMLElementAndValue(&child(parent, name), type, printable(text).c_str());
}

void words(CPLXMLNode& parent, const char* name, const std::string& text) {
    value(parent, name, "gco:CharacterString", text);
}

void code(CPLXMLNode& parent, const char* name, const char* list, const char* chosen) {
    CPLXMLNode& node = child(child(parent, name), fmt::format("gmd:{}", list).c_str());
    CPLAddXMLAttributeAndValue(&node, "codeList", fmt::format("{}#{}", codeLists, list).c_str());
    CPLAddXMLAttributeAndValue(&node, "codeListValue", chosen);
    CPLCreateXMLNode(&node, CXT_Text, chosen);
}

void responsible(CPLXMLNode& parent, const char* name, const std::string& organisation, const char* role) {
    CPLXMLNode& party = child(child(parent, name), "gmd:CI_ResponsibleParty");
    words(party, "gmd:organisationName", organisation);
    code(party, "gmd:role", "CI_RoleCode", role);
}

/// A day, or as much of one as is known; nothing where it is not.
void citation(CPLXMLNode& parent, const char* name, const std::string& title, const std::string& day, const char* meaning) {
    CPLXMLNode& cited = child(child(parent, name), "gmd:CI_Citation");
    words(cited, "gmd:title", title);
    CPLXMLNode& date = child(cited, "gmd:date");
    if (day.empty()) {
        CPLAddXMLAttributeAndValue(&date, "gco:nilReason", "unknown");
        return;
    }
    CPLXMLNode& inner = child(date, "gmd:CI_Date");
    value(inner, "gmd:date", "gco:Date", day);
    code(inner, "gmd:dateType", "CI_DateTypeCode", meaning);
}

std::vector<std::string> contributorsOf(const StudyState& state) {
    std::vector<std::string> found;
    for (const model::SourceSummary& source : state.dataset.sources) {
        if (!source.contributor.empty() && std::ranges::find(found, source.contributor) == found.end()) found.push_back(source.contributor);
    }
    if (found.empty()) found.push_back(state.study.title.in(state.study.language));
    return found;
}

geometry::Box extentOf(const StudyState& state) {
    geometry::Box box;
    const auto include = [&](const geometry::GeoShape& shape) {
        for (const geometry::LonLat& point : shape.points) box.include(point.lon, point.lat);
    };
    include(state.analysis.studyArea);
    if (!state.analysis.studyArea.empty()) return box;
    for (const model::Unit& departement : state.reference.departements) include(departement.shape);
    return box;
}

void extent(CPLXMLNode& identification, const StudyState& state) {
    CPLXMLNode& inner = child(child(identification, "gmd:extent"), "gmd:EX_Extent");
    CPLXMLNode& box = child(child(inner, "gmd:geographicElement"), "gmd:EX_GeographicBoundingBox");
    const geometry::Box land = extentOf(state);
    value(box, "gmd:westBoundLongitude", "gco:Decimal", fmt::format("{:.4f}", land.minX));
    value(box, "gmd:eastBoundLongitude", "gco:Decimal", fmt::format("{:.4f}", land.maxX));
    value(box, "gmd:southBoundLatitude", "gco:Decimal", fmt::format("{:.4f}", land.minY));
    value(box, "gmd:northBoundLatitude", "gco:Decimal", fmt::format("{:.4f}", land.maxY));
}

void constraints(CPLXMLNode& identification, const StudyState& state, const AboutExport& about) {
    const Language language = state.study.language;
    const std::vector<std::string> licences = licencesOf(state);
    CPLXMLNode& inner = child(child(identification, "gmd:resourceConstraints"), "gmd:MD_LegalConstraints");
    if (about.forPartners) words(inner, "gmd:useLimitation", say(language, "export.about.partners"));
    for (const std::string& licence : licences) words(inner, "gmd:useLimitation", licence);
    if (licences.empty()) words(inner, "gmd:useLimitation", say(language, "export.about.no-licence"));
    code(inner, "gmd:accessConstraints", "MD_RestrictionCode", about.forPartners ? "restricted" : "license");
}

void identification(CPLXMLNode& root, const StudyState& state, const AboutExport& about) {
    const Language language = state.study.language;
    CPLXMLNode& inner = child(child(root, "gmd:identificationInfo"), "gmd:MD_DataIdentification");
    citation(inner, "gmd:citation", state.study.title.in(language), model::isoText(state.study.date), "revision");
    words(inner, "gmd:abstract", describe(state, about));
    for (const std::string& contributor : contributorsOf(state)) responsible(inner, "gmd:pointOfContact", contributor, "originator");
    CPLXMLNode& keywords = child(child(inner, "gmd:descriptiveKeywords"), "gmd:MD_Keywords");
    for (const analysis::ServiceResult& result : state.analysis.services) words(keywords, "gmd:keyword", result.service.label.in(language));
    words(keywords, "gmd:keyword", say(language, "export.about.keyword"));
    constraints(inner, state, about);
    code(inner, "gmd:spatialRepresentationType", "MD_SpatialRepresentationTypeCode", "vector");
    words(inner, "gmd:language", language == Language::French ? "fre" : "eng");
    code(inner, "gmd:characterSet", "MD_CharacterSetCode", "utf8");
    CPLCreateXMLElementAndValue(&child(inner, "gmd:topicCategory"), "gmd:MD_TopicCategoryCode", "society");
    extent(inner, state);
}

std::string said(const model::SourceSummary& source, Language language) {
    std::string text = say(language, "export.about.source",
                           {{"contributor", source.contributor.empty() ? source.id : source.contributor},
                            {"path", source.path},
                            {"rows", text::number(language, static_cast<std::int64_t>(source.rows))},
                            {"kept", text::number(language, static_cast<std::int64_t>(source.kept))}});
    if (source.asked && source.answered) {
        text += " " + say(language, "report.sources.answered",
                          {{"asked", text::number(language, static_cast<std::int64_t>(*source.asked))},
                           {"answered", text::number(language, static_cast<std::int64_t>(*source.answered))}});
    }
    return text;
}

void quality(CPLXMLNode& root, const StudyState& state) {
    CPLXMLNode& inner = child(child(root, "gmd:dataQualityInfo"), "gmd:DQ_DataQuality");
    code(child(child(inner, "gmd:scope"), "gmd:DQ_Scope"), "gmd:level", "MD_ScopeCode", "dataset");
    CPLXMLNode& lineage = child(child(inner, "gmd:lineage"), "gmd:LI_Lineage");
    words(lineage, "gmd:statement", lineageOf(state));
    for (const model::SourceSummary& source : state.dataset.sources) {
        CPLXMLNode& listed = child(child(lineage, "gmd:source"), "gmd:LI_Source");
        words(listed, "gmd:description", said(source, state.study.language));
        citation(listed, "gmd:sourceCitation", source.contributor.empty() ? source.id : source.contributor, source.date, "publication");
    }
}

void reference(CPLXMLNode& root, const AboutExport& about) {
    CPLXMLNode& system = child(child(root, "gmd:referenceSystemInfo"), "gmd:MD_ReferenceSystem");
    CPLXMLNode& identifier = child(child(system, "gmd:referenceSystemIdentifier"), "gmd:RS_Identifier");
    words(identifier, "gmd:code", about.crs.empty() ? "EPSG:4326" : about.crs);
}

void distribution(CPLXMLNode& root, const AboutExport& about) {
    CPLXMLNode& format =
        child(child(child(child(root, "gmd:distributionInfo"), "gmd:MD_Distribution"), "gmd:distributionFormat"), "gmd:MD_Format");
    words(format, "gmd:name", about.format);
    CPLAddXMLAttributeAndValue(&child(format, "gmd:version"), "gco:nilReason", "unknown");
}

}  // namespace

std::string isoMetadata(const StudyState& state, const AboutExport& about) {
    const std::unique_ptr<CPLXMLNode, FreeTree> root(CPLCreateXMLNode(nullptr, CXT_Element, "gmd:MD_Metadata"));
    CPLAddXMLAttributeAndValue(root.get(), "xmlns:gmd", "http://www.isotc211.org/2005/gmd");
    CPLAddXMLAttributeAndValue(root.get(), "xmlns:gco", "http://www.isotc211.org/2005/gco");
    words(*root, "gmd:fileIdentifier", nameOf(state, about));
    words(*root, "gmd:language", state.study.language == Language::French ? "fre" : "eng");
    code(*root, "gmd:characterSet", "MD_CharacterSetCode", "utf8");
    code(*root, "gmd:hierarchyLevel", "MD_ScopeCode", "dataset");
    responsible(*root, "gmd:contact", fmt::format("{}", fmt::join(contributorsOf(state), ", ")), "pointOfContact");
    value(*root, "gmd:dateStamp", "gco:Date", model::isoText(model::today()));
    words(*root, "gmd:metadataStandardName", "ISO 19115:2003/19139");
    words(*root, "gmd:metadataStandardVersion", "1.0");
    reference(*root, about);
    identification(*root, state, about);
    distribution(*root, about);
    quality(*root, state);
    const std::unique_ptr<char, FreeText> text(CPLSerializeXMLTree(root.get()));
    return fmt::format("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{}", text.get());
}

}  // namespace raquette::store
