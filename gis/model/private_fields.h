#pragma once

#include <initializer_list>
#include <map>
#include <memory>
#include <string>
#include <utility>

namespace raquette::model {

/// What a list says of natural persons, by column (contact, email, phone…). Private by default: in the store, never in an export, map,
/// sheet, log or page. Most records have none, and take eight bytes for it.
class PrivateFields {
public:
    using Fields = std::map<std::string, std::string>;
    using value_type = Fields::value_type;
    using const_iterator = Fields::const_iterator;
    using iterator = const_iterator;

    PrivateFields() = default;
    PrivateFields(std::initializer_list<value_type> fields) : fields_(std::make_unique<Fields>(fields)) {}
    PrivateFields(const PrivateFields& other) : fields_(other.fields_ ? std::make_unique<Fields>(*other.fields_) : nullptr) {}
    PrivateFields(PrivateFields&&) noexcept = default;
    PrivateFields& operator=(const PrivateFields& other) {
        *this = PrivateFields(other);
        return *this;
    }
    PrivateFields& operator=(PrivateFields&&) noexcept = default;
    ~PrivateFields() = default;

    const_iterator begin() const { return get().begin(); }
    const_iterator end() const { return get().end(); }
    bool empty() const { return get().empty(); }
    std::size_t size() const { return get().size(); }
    std::size_t count(const std::string& field) const { return get().count(field); }
    bool contains(const std::string& field) const { return get().contains(field); }
    const_iterator find(const std::string& field) const { return get().find(field); }
    const std::string& at(const std::string& field) const { return get().at(field); }
    /// Made empty where there is none.
    std::string& operator[](const std::string& field) {
        if (!fields_) fields_ = std::make_unique<Fields>();
        return (*fields_)[field];
    }
    bool operator==(const PrivateFields& other) const { return get() == other.get(); }

private:
    const Fields& get() const {
        static const Fields none;
        return fields_ ? *fields_ : none;
    }

    std::unique_ptr<Fields> fields_;
};

}  // namespace raquette::model
