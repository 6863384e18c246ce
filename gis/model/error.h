#pragma once

#include <stdexcept>
#include <string>

namespace raquette::model {

/// Something the person at the keyboard can mend: a study key, a missing or broken file, a full disk.
/// The message says what, where, which rule and what to do. The command ends with exit code 1.
class Error : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// The command line itself is wrong. The command ends with exit code 2.
class UsageError : public Error {
public:
    using Error::Error;
};

}  // namespace raquette::model
