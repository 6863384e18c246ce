#include "tests/gis/report/page_parts.h"

namespace raquette::report::test {

namespace {

std::string between(const std::string& page, const std::string& start, const std::string& end) {
    const std::size_t from = page.find(start);
    if (from == std::string::npos) return {};
    const std::size_t begin = from + start.size();
    return page.substr(begin, page.find(end, begin) - begin);
}

}  // namespace

std::string island(const std::string& page, std::string_view id) {
    return between(page, "<script type=\"application/json\" id=\"" + std::string(id) + "\">", "</script>");
}

std::string markup(const std::string& page) {
    std::string out = page;
    for (const std::string name : {"script", "style"}) {
        std::size_t at = 0;
        while ((at = out.find("<" + name, at)) != std::string::npos) {
            const std::size_t begin = out.find('>', at) + 1;
            const std::size_t end = out.find("</" + name + ">", begin);
            out.erase(begin, end - begin);
            at = begin;
        }
    }
    return out;
}

std::vector<std::string> scripts(const std::string& page) {
    std::vector<std::string> all;
    const std::string start = "<script>";
    for (std::size_t at = page.find(start); at != std::string::npos; at = page.find(start, at + 1)) {
        const std::size_t begin = at + start.size();
        all.push_back(page.substr(begin, page.find("</script>", begin) - begin));
    }
    return all;
}

std::string policy(const std::string& page) {
    return between(page, "<meta http-equiv=\"Content-Security-Policy\" content=\"", "\">");
}

}  // namespace raquette::report::test
