#pragma once

#include <cstdint>
#include <vector>

namespace raquette::analysis {

/// A linear programme, some of whose variables are yes or no: maximise worth · x, each row least ≤ Σ factor · x ≤ most.
/// Every variable lies between 0 and 1.
class Programme {
public:
    struct Term {
        std::uint32_t variable;
        double factor;
    };

    std::uint32_t addVariable(double worth, bool whole);
    void addRow(const std::vector<Term>& terms, double least, double most);

    const std::vector<double>& worths() const { return worths_; }
    const std::vector<std::uint8_t>& whole() const { return whole_; }
    std::size_t rows() const { return least_.size(); }
    const std::vector<int>& starts() const { return starts_; }
    const std::vector<int>& variables() const { return variables_; }
    const std::vector<double>& factors() const { return factors_; }
    const std::vector<double>& least() const { return least_; }
    const std::vector<double>& most() const { return most_; }

private:
    std::vector<double> worths_;
    std::vector<std::uint8_t> whole_;
    std::vector<int> starts_{0};
    std::vector<int> variables_;
    std::vector<double> factors_;
    std::vector<double> least_;
    std::vector<double> most_;
};

/// What CBC makes of it.
struct ProgrammeAnswer {
    std::vector<double> values;  ///< empty when it found nothing
    double value = 0;
    double bound = 0;
    bool proven = false;      ///< `values` is an optimum
    bool impossible = false;  ///< proven to have no solution
};

/// Solves with COIN-OR CBC on one thread, for so many seconds at most.
ProgrammeAnswer solveByCbc(const Programme& programme, double seconds);

}  // namespace raquette::analysis
