#include "gis/store/form_workbook.h"

#include "gis/model/error.h"
#include "gis/store/sibling.h"

#include <fmt/format.h>
#include <xlsxwriter.h>
#include <memory>

namespace raquette::store {

namespace {

constexpr std::array<double, 5> widths{18, 12, 26, 42, 42};  // in digits
constexpr lxw_col_t correction = 4;
constexpr lxw_color_t toWriteIn = 0xFFF8E1;

struct Freer {
    void operator()(lxw_workbook* workbook) const { lxw_workbook_free(workbook); }
};

class Form {
public:
    Form(const std::filesystem::path& file, const std::string& sheet)
        : file_(file),
          workbook_(workbook_new(file.c_str())),
          sheet_(workbook_ ? workbook_add_worksheet(workbook_.get(), sheet.c_str()) : nullptr) {
        if (sheet_ == nullptr) throw model::Error(fmt::format("{}: the form cannot be written.", file.string()));
        head_ = workbook_add_format(workbook_.get());
        format_set_bold(head_);
        open_ = workbook_add_format(workbook_.get());
        format_set_unlocked(open_);
        format_set_bg_color(open_, toWriteIn);
        format_set_border(open_, LXW_BORDER_THIN);
    }

    void head(const std::array<std::string, 5>& heads) {
        lxw_col_t column = 0;
        for (const std::string& text : heads) {
            put(column, text, head_);
            check(worksheet_set_column(sheet_, column, column, widths.at(column), nullptr));
            ++column;
        }
        worksheet_freeze_panes(sheet_, 1, 0);
        ++row_;
    }

    void add(const FormRow& row) {
        put(0, row.record);
        put(1, row.key);
        put(2, row.label);
        put(3, row.now);
        check(worksheet_write_blank(sheet_, row_, correction, open_));
        if (!row.choices.empty()) offer(row.choices);
        ++row_;
    }

    void close() {
        worksheet_protect(sheet_, nullptr, nullptr);
        check(workbook_close(workbook_.release()));
    }

private:
    void put(lxw_col_t column, const std::string& text, lxw_format* format = nullptr) const {
        if (!text.empty()) check(worksheet_write_string(sheet_, row_, column, text.c_str(), format));
    }

    void offer(std::vector<std::string> choices) const {
        std::vector<char*> list;
        for (std::string& choice : choices) list.push_back(choice.data());
        list.push_back(nullptr);
        lxw_data_validation validation{};
        validation.validate = LXW_VALIDATION_TYPE_LIST;
        validation.value_list = list.data();
        check(worksheet_data_validation_cell(sheet_, row_, correction, &validation));
    }

    void check(lxw_error error) const {
        if (error != LXW_NO_ERROR)
            throw model::Error(fmt::format("{}: the form cannot be written: {}.", file_.string(), lxw_strerror(error)));
    }

    std::filesystem::path file_;
    std::unique_ptr<lxw_workbook, Freer> workbook_;
    lxw_worksheet* sheet_;
    lxw_format* head_ = nullptr;
    lxw_format* open_ = nullptr;
    lxw_row_t row_ = 0;
};

}  // namespace

void writeFormWorkbook(const std::string& sheet, const std::array<std::string, 5>& heads, const std::vector<FormRow>& rows,
                       const std::filesystem::path& file) {
    Sibling sibling(file);
    Form form(sibling.path(), sheet);
    form.head(heads);
    for (const FormRow& row : rows) form.add(row);
    form.close();
    sibling.commit();
}

}  // namespace raquette::store
