#include "ingest/place/coordinates.h"
#include "ingest/table/cells.h"
#include "ingest/table/column_content.h"
#include "ingest/table/gdal_cells.h"
#include "tests/fuzz/fuzz.h"

#include <cmath>

// One cell, read as everything it may be.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace raquette;
    const std::string_view cell = fuzz::textOf(data, size);
    if (const auto number = ingest::readDecimal(cell)) fuzz::require(std::isfinite(*number));
    if (const auto count = ingest::readCount(cell)) fuzz::require(*count >= 0);
    if (const auto money = ingest::readMoney(cell)) fuzz::require(std::isfinite(money->amount.value));
    const auto months = ingest::readDuration(cell);
    if (const auto date = ingest::readDate(cell)) {
        fuzz::require(date->first() <= date->last());
        fuzz::require(ingest::readDate(date->text()) == date);  // a date as we write it is the same date
        ingest::endAfter(*date, months.value_or(18));
    }
    ingest::readMembership(cell);
    ingest::contentOf(cell);
    ingest::shownText(cell);
    ingest::holdsPersonalData(cell);
    for (const ingest::PositionReading& position : ingest::readCoordinatesCell(cell, "").all) {
        fuzz::require(std::isfinite(position.at.lon) && std::isfinite(position.at.lat));
    }
    for (const std::string& part : ingest::splitCell(cell, ",;/")) fuzz::require(!part.empty());
    return 0;
}
