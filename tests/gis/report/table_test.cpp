#include "gis/report/table.h"

namespace raquette::report {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(SortableTable, SortsByWhatACellMeansNotByWhatItSays) {
    const std::string table = sortableTable("Zones", {{"Zone"}, {"Habitants", true}}, {{{{"Éole"}, {"1,2 M", "1200000"}}}});
    EXPECT_THAT(table, HasSubstr("<caption class=\"unseen\">Zones</caption>"));
    EXPECT_THAT(table, HasSubstr("scope=\"col\" class=\"number\" data-sort=\"number\">Habitants</th>"));
    EXPECT_THAT(table, HasSubstr("<th role=\"rowheader\" scope=\"row\">Éole</th>"));
    EXPECT_THAT(table, HasSubstr("data-value=\"1200000\">1,2 M</td>"));
}

TEST(SortableTable, LeavesOutAColumnThatNoRowFills) {
    const std::string table =
        sortableTable("Lieux", {{"Nom"}, {"Fonctions"}, {"Commune"}}, {{{{"A"}, {""}, {"Feyzin"}}}, {{{"B"}, {""}, {""}}}});
    EXPECT_THAT(table, Not(HasSubstr("Fonctions")));
    EXPECT_THAT(table, HasSubstr("Commune"));
}

TEST(SortableTable, EscapesWhatItIsGiven) {
    const std::string table = sortableTable("<b>", {{"<i>"}, {"\"><u>"}}, {{{{"<s>"}, {"a", "\"><q>"}}}});
    for (const char* tag : {"<b>", "<i>", "<u>", "<s>", "<q>"}) EXPECT_THAT(table, Not(HasSubstr(tag)));
}

}  // namespace
}  // namespace raquette::report
