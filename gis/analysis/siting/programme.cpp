#include "gis/analysis/siting/programme.h"

#include <coin/Cbc_C_Interface.h>
#include <memory>
#include <stdexcept>
#include <string>

namespace raquette::analysis {

namespace {

struct DeleteModel {
    void operator()(Cbc_Model* model) const { Cbc_deleteModel(model); }
};
using Model = std::unique_ptr<Cbc_Model, DeleteModel>;

/// CBC takes columns; the rows are turned.
struct Columns {
    std::vector<int> starts;
    std::vector<int> rows;
    std::vector<double> factors;

    explicit Columns(const Programme& programme)
        : starts(programme.worths().size() + 1, 0), rows(programme.variables().size()), factors(programme.variables().size()) {
        for (const int variable : programme.variables()) ++starts[static_cast<std::size_t>(variable) + 1];
        for (std::size_t i = 1; i < starts.size(); ++i) starts[i] += starts[i - 1];
        std::vector<int> at(starts.begin(), starts.end() - 1);
        for (std::size_t row = 0; row < programme.rows(); ++row) {
            for (auto k = static_cast<std::size_t>(programme.starts()[row]); k < static_cast<std::size_t>(programme.starts()[row + 1]);
                 ++k) {
                const auto to = static_cast<std::size_t>(at[static_cast<std::size_t>(programme.variables()[k])]++);
                rows[to] = static_cast<int>(row);
                factors[to] = programme.factors()[k];
            }
        }
    }
};

Model modelOf(const Programme& programme) {
    Model model(Cbc_newModel());
    if (!model) throw std::runtime_error("CBC made no model");
    const Columns columns(programme);
    const std::vector<double> lower(programme.worths().size(), 0);
    const std::vector<double> upper(programme.worths().size(), 1);
    Cbc_loadProblem(model.get(), static_cast<int>(programme.worths().size()), static_cast<int>(programme.rows()), columns.starts.data(),
                    columns.rows.data(), columns.factors.data(), lower.data(), upper.data(), programme.worths().data(),
                    programme.least().data(), programme.most().data());
    Cbc_setObjSense(model.get(), -1);
    for (std::size_t i = 0; i < programme.whole().size(); ++i) {
        if (programme.whole()[i] != 0) Cbc_setInteger(model.get(), static_cast<int>(i));
    }
    Cbc_setLogLevel(model.get(), 0);
    Cbc_setParameter(model.get(), "log", "0");
    return model;
}

}  // namespace

std::uint32_t Programme::addVariable(double worth, bool whole) {
    worths_.push_back(worth);
    whole_.push_back(whole ? 1 : 0);
    return static_cast<std::uint32_t>(worths_.size() - 1);
}

void Programme::addRow(const std::vector<Term>& terms, double least, double most) {
    for (const Term& term : terms) {
        variables_.push_back(static_cast<int>(term.variable));
        factors_.push_back(term.factor);
    }
    starts_.push_back(static_cast<int>(variables_.size()));
    least_.push_back(least);
    most_.push_back(most);
}

ProgrammeAnswer solveByCbc(const Programme& programme, double seconds) {
    const Model model = modelOf(programme);
    Cbc_setMaximumSeconds(model.get(), seconds);
    Cbc_setAllowableGap(model.get(), 0.5);  // worths are whole
    Cbc_setAllowableFractionGap(model.get(), 0);
    Cbc_setParameter(model.get(), "ratioGap", "0");
    Cbc_setParameter(model.get(), "allowableGap", "0.5");
    Cbc_solve(model.get());
    ProgrammeAnswer answer;
    answer.impossible = Cbc_isProvenInfeasible(model.get()) != 0;
    answer.proven = Cbc_isProvenOptimal(model.get()) != 0;
    if (const double* best = Cbc_bestSolution(model.get())) {
        answer.values.assign(best, best + programme.worths().size());
        answer.value = Cbc_getObjValue(model.get());
    }
    answer.bound = Cbc_getBestPossibleObjValue(model.get());
    return answer;
}

}  // namespace raquette::analysis
