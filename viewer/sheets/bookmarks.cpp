#include "viewer/sheets/bookmarks.h"

#include "gis/model/error.h"

#include <fmt/format.h>
#include <exception>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>

namespace raquette::viewer {

namespace {

using Object = QPDFObjectHandle;

/// PDF 32000-1, 12.3.3: items linked to the next and the one before, each with the page it leads to.
Object outlineOf(QPDF& document, const std::vector<Object>& pages, const std::vector<std::string>& names) {
    Object outline = document.makeIndirectObject(Object::newDictionary());
    std::vector<Object> items;
    for (std::size_t i = 0; i < pages.size(); ++i) {
        Object item = document.makeIndirectObject(Object::newDictionary());
        item.replaceKey("/Title", Object::newUnicodeString(names[i]));
        item.replaceKey("/Parent", outline);
        item.replaceKey("/Dest", Object::newArray({pages[i], Object::newName("/Fit")}));
        if (i > 0) {
            item.replaceKey("/Prev", items.back());
            items.back().replaceKey("/Next", item);
        }
        items.push_back(item);
    }
    outline.replaceKey("/Type", Object::newName("/Outlines"));
    outline.replaceKey("/First", items.front());
    outline.replaceKey("/Last", items.back());
    outline.replaceKey("/Count", Object::newInteger(static_cast<long long>(items.size())));
    return outline;
}

QByteArray written(QPDF& document) {
    QPDFWriter writer(document);
    writer.setOutputMemory();
    writer.setObjectStreamMode(qpdf_o_generate);  // thousands of small objects, compressed together
    writer.write();
    const auto bytes = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char*>(bytes->getBuffer()), static_cast<qsizetype>(bytes->getSize())};
}

}  // namespace

QByteArray withBookmarks(const QByteArray& pdf, const std::vector<std::string>& names, const std::string& language) {
    try {
        QPDF document;
        document.setSuppressWarnings(true);  // what is wrong with one is thrown
        document.processMemoryFile("atlas", pdf.constData(), static_cast<std::size_t>(pdf.size()));
        const std::vector<Object>& pages = document.getAllPages();
        if (pages.size() != names.size() || names.empty())
            throw model::Error(fmt::format("The PDF has {} pages for {} names.", pages.size(), names.size()));
        Object root = document.getRoot();
        root.replaceKey("/Outlines", outlineOf(document, pages, names));
        root.replaceKey("/PageMode", Object::newName("/UseOutlines"));
        root.replaceKey("/Lang", Object::newString(language));
        return written(document);
    } catch (const model::Error&) {
        throw;
    } catch (const std::exception& problem) {
        throw model::Error(fmt::format("The list of the PDF's pages could not be added: {}", problem.what()));
    }
}

}  // namespace raquette::viewer
