#include "gis/report/sections.h"
#include "gis/text/palette.h"

#include <fmt/format.h>

namespace raquette::report {

namespace {

/// Colours as custom properties, so that the same rules serve light and dark.
std::string colours(text::Theme theme) {
    std::string out;
    for (const char* role : {"text-strong", "text", "text-muted", "sea", "page", "land", "covered", "covered-edge", "hole", "hole-edge",
                             "not-surveyed-dots", "provider", "provider-halo"}) {
        out += fmt::format("--{}:{};", role, text::colour(role, theme));
    }
    const text::DensityClasses& classes = text::unservedPerKm2(theme);
    for (std::size_t i = 0; i < classes.colours.size(); ++i) out += fmt::format("--density-{}:{};", i, classes.colours[i]);
    return out;
}

/// Narrow first: one column, holes as cards; a table from 700 px on, and on paper.
constexpr const char* rules = R"(
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--text);font:16px/1.5 Inter,Lato,system-ui,sans-serif;font-variant-numeric:tabular-nums}
main,header,footer{max-width:960px;margin:0 auto;padding:0 16px}
header{padding-top:24px}
h1{color:var(--text-strong);font-size:1.6rem;line-height:1.2;margin:4px 0 8px;text-wrap:balance}
h2{color:var(--text-strong);font-size:1.25rem;line-height:1.25;margin:32px 0 8px}
h3{color:var(--text-strong);font-size:1rem;margin:20px 0 4px}
p{margin:0 0 8px}
.study,.moves,footer,figcaption{color:var(--text-muted)}
.study{margin:0}
.figure{font-size:1.1rem}
.figure strong{color:var(--text-strong);font-size:2rem;line-height:1.1;white-space:nowrap}
section{overflow-wrap:break-word}
.map{max-width:720px}
svg{display:block;width:100%;height:auto;background:var(--sea);border-radius:8px}
svg text{font-size:10.5px;font-weight:700;text-anchor:middle;fill:var(--hole-edge)}
svg .scale-text{font-size:8px;font-weight:400;text-anchor:start;fill:var(--text-muted)}
.scale{fill:none;stroke:var(--text-muted);stroke-width:1}
.land{fill:var(--land)}
.covered{fill:var(--covered);stroke:var(--covered-edge);stroke-width:.4}
.possible{fill:var(--covered);fill-opacity:.5;stroke:var(--covered-edge);stroke-width:.4;stroke-dasharray:2 1.5}
.hole{fill:var(--hole)}
.outline{fill:none}
.outline,.hole-edge{stroke:var(--hole-edge);stroke-width:.8;stroke-linejoin:round}
.departement{fill:none;stroke:var(--not-surveyed-dots);stroke-width:.25;stroke-linejoin:round}
.region{fill:none;stroke:var(--text-muted);stroke-width:.5;stroke-linejoin:round}
.provider{fill:var(--provider);stroke:var(--provider-halo);stroke-width:.5}
.badge{fill:var(--page);stroke:var(--hole-edge);stroke-width:1}
svg a:focus .badge,svg a:hover .badge{stroke-width:2.5}
.insets{display:grid;grid-template-columns:repeat(auto-fill,minmax(88px,1fr));gap:8px;margin-top:8px}
.insets figure{margin:0}
figcaption{font-size:.8rem;text-align:center}
.legend,.names{list-style:none;padding:0;margin:12px 0}
.legend{display:grid;grid-template-columns:repeat(auto-fit,minmax(280px,1fr));gap:4px 16px;font-size:.9rem}
.legend li{display:flex;gap:8px;align-items:flex-start}
.swatch{flex:none;width:28px;margin-top:4px;border-radius:0;background:none}
.names{columns:260px;font-size:.9rem}
table{border-collapse:collapse;width:100%;font-size:.95rem}
th{color:var(--text-strong);font-weight:600;text-align:left}
thead th{color:var(--text-muted);font-size:.8rem;font-weight:400}
th,td{padding:6px 8px 6px 0;vertical-align:top;border-bottom:1px solid var(--sea)}
.number,.people{text-align:right;white-space:nowrap}
.holes thead th:nth-child(3),.holes thead th:nth-child(4),.regions thead th:not(:first-child){text-align:right}
.holes .number{padding-right:20px}
.rank{color:var(--hole-edge);font-weight:700}
tr:target{background:var(--hole)}
.all{accent-color:var(--provider);width:20px;height:20px;vertical-align:middle;margin:4px 8px 12px 0}
.all:not(:checked)~table .more{display:none}
summary{padding:8px 0;cursor:pointer}
footer{padding-top:24px;padding-bottom:32px;font-size:.85rem}
@media (max-width:699px){
.holes thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.holes,.holes tbody{display:block}
.holes tr{display:block;position:relative;padding:10px 0 10px 30px;border-bottom:1px solid var(--not-surveyed-dots)}
.holes th{display:block;padding:0 128px 2px 0;border:0}
.holes td{display:inline;padding:0;border:0;font-size:.9rem;color:var(--text-muted)}
.holes td.rank{position:absolute;left:0;top:10px;color:var(--hole-edge);font-size:1rem}
.holes td.people{position:absolute;right:0;top:10px;color:var(--text-strong);font-size:1rem;font-weight:600}
.holes td.people::after{content:"\00a0" attr(data-unit)}
.holes td.number{white-space:nowrap;padding:0}
.holes td.told::before{content:attr(data-label) " "}
.holes td.number~td::before{content:" · "}
.holes td.number~td.told::before{content:" · " attr(data-label) " "}
}
@media (min-width:700px){h1{font-size:2.1rem}.regions{width:auto}.regions th,.regions td{padding-right:28px}}
@media print{
body{font-size:10pt}
th,td{padding-top:3px;padding-bottom:3px}
.map{max-width:150mm}
.all,.all+label{display:none}
.all:not(:checked)~table .more{display:table-row}
svg,tr,figure{break-inside:avoid}
h2,h3{break-after:avoid}
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}
}
)";

}  // namespace

std::string styleSheet() {
    std::string densities;
    for (std::size_t i = 0; i < text::unservedPerKm2().colours.size(); ++i)
        densities += fmt::format(".density-{0}{{fill:var(--density-{0})}}\n", i);
    return ":root{color-scheme:light dark;" + colours(text::Theme::Light) + "}\n@media screen and (prefers-color-scheme:dark){:root{" +
           colours(text::Theme::Dark) + "}}" + rules + densities;
}

}  // namespace raquette::report
