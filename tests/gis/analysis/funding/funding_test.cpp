#include "gis/analysis/funding/funding.h"

#include "gis/analysis/analysis.h"
#include "tests/gis/drawn_world.h"

namespace raquette::analysis {
namespace {

using model::Level;
using raquette::testing::DrawnWorld;

/// Two départements of one région: A1 A2 (1000 + 2000 people) in 23, A3 A4 (3000 + 4000) in 87.
struct TwoDepartements : DrawnWorld {
    TwoDepartements() : DrawnWorld({"1234"}) {
        reference.departements.push_back({"87", "Haute-Vienne", {}, 0, {}});
        for (const std::size_t i : {2u, 3u}) {
            reference.communes[i].departement = 1;
            reference.people[i].departement = 1;
        }
        addService("lieux", 5);
    }
    model::Contract& addContract(const std::string& id, std::vector<model::TerritoryId> scope, const char* start, const char* end) {
        model::Contract contract;
        contract.id = contract.title = id;
        contract.scope = std::move(scope);
        contract.period = {model::PartialDate::parse(start), model::PartialDate::parse(end), false};
        dataset.contracts.push_back(contract);
        return dataset.contracts.back();
    }
    void addAmount(const std::string& contract, const std::string& funder, std::optional<int> year, double euros) {
        dataset.amounts.push_back({{}, contract, funder, year, {euros}, contract});
    }
    Funding funding() const { return analyse(study, reference, dataset).funding; }
};

const TerritoryFunding& rowOf(const Funding& funding, const std::string& territory, const std::string& type = "") {
    for (const TerritoryFunding& row : funding.territories) {
        if (row.territory.text() == territory && row.type == type) return row;
    }
    throw std::runtime_error("no row of " + territory);
}

TEST(Funding, IsSharedByThePeopleOfTheScope) {
    TwoDepartements world;
    world.addContract("c", {{Level::Commune, "23002"}, {Level::Commune, "23003"}}, "2025", "2027").amountPerYear = model::Euros{10000};
    const Funding funding = world.funding();
    EXPECT_EQ(funding.contracts.front().population->value, 5000);
    EXPECT_DOUBLE_EQ(*funding.contracts.front().perInhabitant, 2);
    EXPECT_DOUBLE_EQ(rowOf(funding, "dep:23").perYear->value, 4000);
    EXPECT_DOUBLE_EQ(rowOf(funding, "dep:87").perYear->value, 6000);
    EXPECT_DOUBLE_EQ(*rowOf(funding, "dep:23").perInhabitant, 4000.0 / 3000);
    EXPECT_DOUBLE_EQ(rowOf(funding, "study").perYear->value, 10000);
    EXPECT_EQ(rowOf(funding, "dep:23").underContract.value, 2000);
}

TEST(Funding, TheLastYearUpToTheStudysCounts) {
    TwoDepartements world;
    world.addContract("c", {{Level::Departement, "23"}}, "2023", "2028");
    world.addAmount("c", "DRAC", 2024, 1000);
    world.addAmount("c", "DRAC", 2025, 2000);
    world.addAmount("c", "Région", 2025, 1000);
    world.addAmount("c", "Région", 2027, 9000);
    const Funding funding = world.funding();
    EXPECT_EQ(funding.contracts.front().year, 2025);
    EXPECT_DOUBLE_EQ(funding.contracts.front().perYear->value, 3000);
    ASSERT_EQ(funding.years.size(), 4u);
    EXPECT_DOUBLE_EQ(*funding.years[1].perInhabitant, 2000.0 / 3000);
}

TEST(Funding, AnUnknownAmountIsNotZero) {
    TwoDepartements world;
    world.addContract("c", {{Level::Departement, "23"}}, "2023", "2028");
    const Funding funding = world.funding();
    EXPECT_FALSE(funding.contracts.front().perInhabitant);
    EXPECT_FALSE(rowOf(funding, "dep:23").perInhabitant);
    EXPECT_EQ(rowOf(funding, "dep:23").withoutAmount, 1);
}

TEST(Funding, AMissingDateIsKeptApart) {
    TwoDepartements world;
    world.addContract("sans fin", {{Level::Departement, "23"}}, "2023", "");
    world.addContract("échu", {{Level::Departement, "87"}}, "2020", "2022");
    const Funding funding = world.funding();
    EXPECT_EQ(rowOf(funding, "dep:23").contracts, 0);
    EXPECT_EQ(rowOf(funding, "dep:23").possibly, 1);
    EXPECT_EQ(rowOf(funding, "dep:23").underContract.value, 0);
    EXPECT_EQ(rowOf(funding, "dep:87").contracts + rowOf(funding, "dep:87").possibly, 0);
    EXPECT_EQ(funding.contracts[1].inForce, model::InForce::Ended);
}

TEST(Funding, AScopeInPartUnknownHasNoFigure) {
    TwoDepartements world;
    world.addContract("c", {{Level::Commune, "23001"}, {Level::Commune, "99999"}}, "2023", "2028").amountPerYear = model::Euros{100};
    EXPECT_FALSE(world.funding().contracts.front().population);
}

TEST(Funding, TheFloorIsTheStudys) {
    TwoDepartements world;
    world.addContract("peu", {{Level::Departement, "87"}}, "2023", "2028").amountPerYear = model::Euros{700};
    world.addContract("assez", {{Level::Departement, "23"}}, "2023", "2028").amountPerYear = model::Euros{3000};
    EXPECT_FALSE(world.funding().contracts.front().belowFloor);
    world.study.contracts.floor = 0.5;
    EXPECT_TRUE(world.funding().contracts.front().belowFloor);
    EXPECT_FALSE(world.funding().contracts.back().belowFloor);
}

TEST(Funding, OverlappingContractsCountPeopleOnceAndMoneyTwice) {
    TwoDepartements world;
    world.addContract("a", {{Level::Departement, "23"}}, "2023", "2028").amountPerYear = model::Euros{3000};
    world.addContract("b", {{Level::Region, "75"}}, "2023", "2028").amountPerYear = model::Euros{10000};
    const Funding funding = world.funding();
    EXPECT_EQ(rowOf(funding, "study").underContract.value, 10000);
    EXPECT_DOUBLE_EQ(rowOf(funding, "study").perYear->value, 13000);
    EXPECT_DOUBLE_EQ(rowOf(funding, "dep:23").perYear->value, 3000 + 3000);
}

TEST(Grants, NeverAskedIsNotRefused) {
    TwoDepartements world;
    for (const char* name : {"a", "b", "c"}) {
        world.addVenue(name, 0.5, 0.5);
        world.dataset.venues.back().place.commune = "23001";
    }
    world.dataset.grants.push_back({{}, "a", "aide", 2024, model::Euros{500}, model::Euros{300}, "a"});
    world.dataset.grants.push_back({{}, "b", "aide", 2024, model::Euros{500}, model::Euros{0}, "b"});
    world.dataset.grants.push_back({{}, "inconnu", "aide", 2024, model::Euros{500}, {}, ""});
    world.dataset.grants.push_back({{}, "c", "aide", 2027, model::Euros{500}, {}, "c"});  // after the study's year
    const std::vector<TerritoryGrants> rows = world.funding().grants;
    const TerritoryGrants& whole = rows.front();
    EXPECT_EQ(whole.actors, 3);
    EXPECT_EQ(whole.askedActors, 2);
    EXPECT_EQ(whole.grantedActors, 1);
    EXPECT_EQ(whole.neverAsked, 1);
    EXPECT_EQ(whole.unknownGrants, 1);
    EXPECT_DOUBLE_EQ(whole.asked->value, 1000);
    EXPECT_DOUBLE_EQ(*whole.grantedPerInhabitant, 300.0 / 10000);
}

}  // namespace
}  // namespace raquette::analysis
